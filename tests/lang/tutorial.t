# The tutorial away from a terminal: all its steps with their answers, which are those of the
# example reports.
$ ogi --no-init -c tutorial | sed 's/^/| /; s/ *$//'
| Ten steps with the example reports that come with ogi. They are in a panel
| of their own, in memory: what you have loaded stays as it is.
|
| 1. Reports are files; `load` reads a folder of them into a panel. The second
| file is a list that says who the agencies are, where, and whose report covers
| whose. `reports` shows what is there.
|
| > load "examples/reports"
| loaded 20 reports from 20 files
| > load "examples/agencies.csv" as agencies
| declared 7 agencies
| > reports where year=2024
| agency            year  edition  blank  unread  inferred  doubts  signed_on   path
| 平潭综合实验区    2024  2021         0       0         0       0  –           examples/reports/平潭综合实验区_2024.txt
| 示例县人民政府    2024  2021         0       0         0       0  2025-01-30  examples/reports/示例县人民政府_2024.txt
| 示例县公安局      2024  2021         0       0         0       0  2025-01-22  examples/reports/示例县公安局_2024.html
| 示例县卫生健康局  2024  2021         0       0         0       0  2025-01-25  examples/reports/示例县卫生健康局_2024.html
| 示例县教育局      2024  2021         0       0         0       0  2025-01-18  examples/reports/示例县教育局_2024.txt
| reports 5 of 5 · expected 7, missing 2
|
| 2. How many applications came in, year by year? The county's report also
| counts those of its departments. `own reports` leaves it out, and without
| these words ogi would refuse rather than count twice. The line below the
| answer says on how many reports it rests, and how many there should be by the
| list.
|
| > sum received by year own reports
| year  received
| 2019       859
| 2020        28
| 2021        70
| 2022       140
| 2023       164
| 2024       306
| 2025       154
| reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0
| the edition of the form changes between 2020 and 2021
|
| 3. `where` says which. Of an agency's name a part will do. Members have a
| key, and the words of the form itself: 申请人=自然人 is the same as
| requester=natural_person.
|
| > sum applications where agency=平潭 and requester=natural_person
| >     and outcome=withheld by year
| year  applications
| 2021             8
| 2022             4
| 2023             5
| 2024            39
| 2025            11
| reports 5 of 5 · expected 7, missing 2
|
| 4. On which grounds was nothing given? Outcomes are a tree: under `withheld`
| and under `unavailable` stand the reasons that the form knows. Every subtotal
| is computed from the cells below it. `describe outcome` shows the whole tree.
|
| > sum applications where agency=平潭 and outcome in (withheld, unavailable)
| >     by outcome depth 2
| outcome                   applications
| withheld                            67
|   state_secret                       4
|   prohibited_by_law                  0
|   security_and_stability             0
|   third_party_rights                 4
|   internal_affairs                  37
|   deliberative_process               5
|   enforcement_file                  11
|   administrative_inquiry             6
| unavailable                        221
|   not_held                         218
|   needs_compiling                    3
|   still_unclear                      0
| reports 5 of 5 · expected 7, missing 2
|
| 5. Which part of the whole is that? `share` sets each row against the sum of
| all.
|
| > share applications where agency=平潭 by outcome depth 1
| outcome           share  applications
| disclosed         29.9%           177
| partly_disclosed  17.1%           101
| withheld          11.3%            67
| unavailable       37.4%           221
| not_processed      0.7%             4
| otherwise_closed   3.6%            21
| reports 5 of 5 · expected 7, missing 2
|
| 6. How much do others withhold? `rate` divides a sum by a sum, for every
| agency and in total. A rate over fewer than 30 applications would be shown as
| a fraction (`help min-base`).
|
| > rate withheld of applications by agency total own reports
| agency                 rate  numerator  denominator
| 上海市人民政府办公厅   4.3%         35          805
| 平潭综合实验区        11.3%         67          591
| 示例县公安局          46.8%         72          154
| 示例县卫生健康局       6.5%          3           46
| 示例县教育局           7.8%          5           64
| 西山区政务服务管理局      –          0            0
|
| total                 11.0%        182         1660
| reports 17 of 17 · expected 42, missing 25 · 213 blanks taken as 0
|
| 7. What changed from year to year? The year before is looked up, not the row
| above: 2021 has no report here, so 2022 has nothing to be compared with.
|
| > sum received where agency=示例县公安局 by year change
| year  received  previous  difference  percent
| 2020        28         –           –        –
| 2022        36         –           –        –
| 2023        47        36          11    30.6%
| 2024        43        47          -4    -8.5%
| reports 4 of 4 · expected 7, missing 3
| the edition of the form changes between 2020 and 2022
|
| 8. Who has most? `top 2` keeps two rows; `with others` adds up the rest, so
| that the total is that of all.
|
| > sum received by agency top 2 with others total own reports
| agency                received
| 上海市人民政府办公厅       859
| 平潭综合实验区             597
|
| others                     265
| total                     1721
| reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0
|
| 9. Where does a figure come from? `trace 3,2` goes from row 3, column 2 of
| the answer above it back to the cells: the file, the place in it, and what is
| printed there.
|
| > sum applications where agency=示例县公安局 and outcome=withheld by year
| year  applications
| 2020            12
| 2022            17
| 2023            21
| 2024            22
| reports 4 of 4 · expected 7, missing 3
| the edition of the form changes between 2020 and 2022
| > trace 3,2
| agency        year  table  row                                                     column                       printed  value  state   file                                    place
| 示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/1.属于国家秘密        自然人                       2            2  number  examples/reports/示例县公安局_2023.txt  line 28, cell 3
| 示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定”  自然人                       1            1  number  examples/reports/示例县公安局_2023.txt  line 30, cell 2
| 示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/4.保护第三方合法权益  自然人                       1            1  number  examples/reports/示例县公安局_2023.txt  line 31, cell 2
| 示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/7.属于行政执法案卷    自然人                       11          11  number  examples/reports/示例县公安局_2023.txt  line 34, cell 2
| 示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/7.属于行政执法案卷    法人或其他组织/法律服务机构  2            2  number  examples/reports/示例县公安局_2023.txt  line 34, cell 6
| 示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/8.属于行政查询事项    自然人                       4            4  number  examples/reports/示例县公安局_2023.txt  line 35, cell 2
| 6 cells add up to 21; cells that print 0 are not listed
|
| 10. Do the reports add up? `check` tries rules on them: T3 says that what was
| received and carried in is closed or carried forward. One report of the
| invented county prints totals that are 2 too high, and they are found. `check`
| alone tries all rules; `diagnose` says which cells may be wrong.
|
| > check T3 where agency=示例县公安局
| error T3.balance  示例县公安局 2023  natural_person  44 against 46 (difference -2)
|   new and carried-in applications are not all closed or carried forward
|   examples/reports/示例县公安局_2023.txt: line 47, cell 2
| error T3.balance  示例县公安局 2023  total  49 against 51 (difference -2)
|   new and carried-in applications are not all closed or carried forward
|   examples/reports/示例县公安局_2023.txt: line 47, cell 8
| error T3.closed  示例县公安局 2023  natural_person  41 against 43 (difference -2)
|   the results do not add up to their printed total
|   examples/reports/示例县公安局_2023.txt: line 47, cell 2
| error T3.closed  示例县公安局 2023  total  46 against 48 (difference -2)
|   the results do not add up to their printed total
|   examples/reports/示例县公安局_2023.txt: line 47, cell 8
| rule        severity  pass  pass*  fail  unknown  n/a
| T3.balance  error       26      0     2        0    0
| T3.closed   error       26      0     2        0    0
| T3.cross    error       98      0     0        0    0
|
| That is the way from a folder of reports to a figure and back to its cell.
| `help` lists all there is to ask. For reports of your own: ogi -d panel.db
| FOLDER keeps them in the file panel.db.
# It needs no folder of the source, and leaves nothing behind.
$ mkdir tmp x; cd x; TMPDIR=../tmp ogi --no-init -c tutorial | tail -n 3; ls ../tmp
That is the way from a folder of reports to a figure and back to its cell.
`help` lists all there is to ask. For reports of your own: ogi -d panel.db
FOLDER keeps them in the file panel.db.
# The user's panel and settings stay.
$ ogi --no-init --quiet --format csv -c 'set year 2023' -c 'load "examples/reports/示例县公安局_2023.txt"' -c tutorial -c 'sum received' | tail -n 2
received
47
# It stands alone, and makes files of the reports for a moment.
> tutorial 3
!2
tutorial.t:189:10: error: "3" does not fit here: nothing more fits here
  tutorial 3
           ^
$ ogi --no-init --safe -c tutorial
!2
-c:1:1: error: --safe allows no statement to touch a file
  tutorial
  ^~~~~~~~
$ TMPDIR=/nowhere ogi --no-init -c tutorial | tail -n 1

-c:1:1: error: the example reports cannot be unpacked: No such file or directory
  tutorial
  ^~~~~~~~
# The word is a name elsewhere.
$ echo 'TUTORIAL' >f.ogi; ogi fmt f.ogi; ogi --no-init --quiet -c 'define measure tutorial = received' -c 'show measure tutorial'
tutorial
what        value
measure     tutorial
formula     received
form        cn, us_foia
defined in  -c:1
$ ogi --no-init -c tutorial -c 'save session as "s.ogi"' | tail -n 1
FOLDER keeps them in the file panel.db.
saved 0 statements in "s.ogi"
