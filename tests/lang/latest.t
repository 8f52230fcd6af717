# `latest` as a year: the last with a report that counts, of the agency where what is asked is about
# one. Which year it was is said below the answer.
%load panel

# Of the panel.
> sum received for latest
received
     182
reports 3 of 3
latest is 2023
> sum received for latest-1..latest by year own reports
year  received
2022       161
2023       182
reports 6 of 6
latest is 2023
> sum received where year = latest own reports
received
     182
reports 3 of 3
latest is 2023
> sum received where year >= latest-1 by year own reports
year  received
2022       161
2023       182
reports 6 of 6
latest is 2023
> sum received where year in latest-2..latest-1 by year own reports
year  received
2021       272
2022       161
reports 9 of 9 · 3 blanks taken as 0
latest is 2023
> sum received where year in ..latest by year own reports
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
latest is 2023
> sum received where year in (latest, 2021) by year own reports
year  received
2021       272
2023       182
reports 9 of 9 · 3 blanks taken as 0
latest is 2023
> sum received where year between latest - 2 and LATEST by year own reports
year  received
2021       272
2022       161
2023       182
reports 12 of 12 · 3 blanks taken as 0
latest is 2023
> sum received where year = (latest or latest-2) by year own reports
year  received
2021       272
2023       182
reports 9 of 9 · 3 blanks taken as 0
latest is 2023
> sum received by agency change latest-1 to latest
agency                received  previous  difference  percent
示例县人民政府               –        90           –        –
示例县公安局                 –        53           –        –
示例县教育局                12        18          -6   -33.3%
示例市卫生健康委员会        60         –           –        –
示例省财政厅               110         –           –        –
reports 6 of 6
latest is 2023
> sum received by year base latest own reports
year  received   index
2019        23   12.64
2020        79   43.41
2021       272  149.45
2022       161   88.46
2023       182  100.00
reports 15 of 15 · 3 blanks taken as 0
latest is 2023
> missing reports for 2022..latest limit 3
agency                year  region  level     function
示例县人民政府        2023  –       county    政府
示例县公安局          2023  –       county    公安
示例县青山镇人民政府  2022  –       township  政府
reports 6 of 6
latest is 2023
> count reports by year having year >= latest-1
year  reports
2022        3
2023        3
reports 15 of 15
latest is 2023

# Of an agency: 示例县公安局 has no report on 2023.
> sum received for "示例县公安局" latest
received
      53
reports 1 of 1
latest of 示例县公安局 is 2022
> sum received where agency = "示例县公安局" and year = latest
received
      53
reports 1 of 1
latest of 示例县公安局 is 2022
> sum received for "示例县公安局" where year >= latest-1 by year
year  received
2021        40
2022        53
reports 2 of 2
latest of 示例县公安局 is 2022
> sum received where agency in ("示例县公安局", "示例县教育局") and year = latest by agency
agency        received
示例县教育局        12
reports 1 of 1
latest is 2023
> flow of "示例县公安局" latest
sign  line                2022
      received              53
+     carried_in             1
=     in                    54
      applications          52
        disclosed           29
        partly_disclosed     5
        withheld             7
        unavailable          7
        not_processed        3
        otherwise_closed     1
        stated              52
+     carried_forward        2
=     out                   54
      difference             0
latest of 示例县公安局 is 2022
> compare received of "示例县公安局" latest-1 with latest
measure   dimension  member                 unit  2021  2022  difference  percent
received                                    件      40    53          13    32.5%
received  requester  natural_person         件      30    41          11    36.7%
received  requester  company                件       7     9           2    28.6%
received  requester  research_institution   件       1     0          -1  -100.0%
received  requester  public_interest_group  件       0     0           0        –
received  requester  law_firm               件       2     3           1    50.0%
received  requester  other_organisation     件       0     0           0        –
latest of 示例县公安局 is 2022
> compare received of "示例县公安局" latest with "示例县教育局" latest
measure   dimension  member                 unit  示例县公安局 2022  示例县教育局 2023  difference  percent
received                                    件                   53                 12         -41   -77.4%
received  requester  natural_person         件                   41                 11         -30   -73.2%
received  requester  company                件                    9                  0          -9  -100.0%
received  requester  research_institution   件                    0                  0           0        –
received  requester  public_interest_group  件                    0                  0           0        –
received  requester  law_firm               件                    3                  1          -2   -66.7%
received  requester  other_organisation     件                    0                  0           0        –
latest of 示例县公安局 is 2022
latest of 示例县教育局 is 2023
> compare received of "示例县公安局" with peers latest
measure   dimension  member                 unit  示例县公安局  median  p25  p75  n
received                                    件              53       –    –    –  0
received  requester  natural_person         件              41       –    –    –  –
received  requester  company                件               9       –    –    –  –
received  requester  research_institution   件               0       –    –    –  –
received  requester  public_interest_group  件               0       –    –    –  –
received  requester  law_firm               件               3       –    –    –  –
received  requester  other_organisation     件               0       –    –    –  –
latest of 示例县公安局 is 2022
> show report "示例县公安局" latest table 4
report
agency     示例县公安局
year       2022
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   公安: the name holds 公安局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2022年政府信息公开工作年度报告
sender     示例县公安局
signed on  2023-01-18
file       tests/data/panel/示例县公安局_2022.html
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      2
行政复议/结果纠正                      1
行政复议/其他结果                      0
行政复议/尚未审结                      2
行政复议/总计                          5
行政诉讼/未经复议直接起诉/结果维持     2
行政诉讼/未经复议直接起诉/结果纠正     0
行政诉讼/未经复议直接起诉/其他结果     0
行政诉讼/未经复议直接起诉/尚未审结     1
行政诉讼/未经复议直接起诉/总计         3
行政诉讼/复议后起诉/结果维持           0
行政诉讼/复议后起诉/结果纠正           0
行政诉讼/复议后起诉/其他结果           1
行政诉讼/复议后起诉/尚未审结           0
行政诉讼/复议后起诉/总计               1
latest of 示例县公安局 is 2022
latest of 示例县公安局 is 2022
> explain check R.received for "示例县公安局" latest
R.received (warn): told(received) = table or told(received) = table + carried_in
fails when the narrative has another number of applications received
because 表三 一、二
instance  status  side  value  words  place
the text tells nothing of it
latest of 示例县公安局 is 2022
> diagnose "示例县公安局" latest
示例县公安局 2022
  nothing fails: 49 equations hold
latest of 示例县公安局 is 2022
> check T3.balance for latest
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error       21      0     0        0    0
latest is 2023
> assert sum received for "示例县公安局" latest = 53
holds: 1 figure
> assert sum received for latest own reports = 1
!1
latest.t:213:1: assertion failed (error): 1 of 1
  sum received for 2023 own reports = 1
found  wanted  difference  cells
  182       1         181  trace 1,1
the cells of the first: sum received for 2023 own reports; trace 1,1
> what if received where requester=company for "示例县公安局" latest = 5: sum received for "示例县公安局" latest
received
     !49
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check
what if: received where requester=company for 示例县公安局 2022 = 5 instead of 9
latest of 示例县公安局 is 2022
> plot sum received for "示例县公安局" latest-1..latest by year as bar
received (件)
2021 │█████████████████████████████████████████████████████▋ 40
2022 │███████████████████████████████████████████████████████████████████████ 53
     └──────────────────────────┴──────────────────────────┴─────────────────
     0                         20                         40
reports 2 of 2
latest of 示例县公安局 is 2022

# Whether it is in Chinese, or for programs.
> set names zh; sum received for "示例县公安局" latest; sum received for latest; check T3.balance for latest
新收申请
      53

新收申请
     182

规则        级别  通过  通过*  不通过  不明  不适用
T3.balance  错误    21      0       0     0       0
报告 1 份（范围内共 1 份）
示例县公安局的 latest 为 2022 年
报告 3 份（范围内共 3 份）
latest 为 2023 年
latest 为 2023 年
> set format json; sum received for "示例县公安局" latest; sum received where year >= latest
{"statement": "sum received for \"示例县公安局\" latest",
 "latest": [{"agency": "示例县公安局", "year": 2022}],
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 53}],
 "coverage": {"reports": 1, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": 0}}
{"statement": "sum received where year >= latest",
 "latest": [{"agency": null, "year": 2023}],
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 182}],
 "coverage": {"reports": 3, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": 0}}

# What is set gives way to it.
> set year 2021; sum received for latest own reports
received
     182
reports 3 of 3
latest is 2023

# Kept under a name.
> define query recent(:who, :when = latest) = sum received for :who :when
> run recent("示例县公安局")
received
      53
reports 1 of 1
latest of 示例县公安局 is 2022
> run recent("示例县公安局", latest-1)
received
      40
reports 1 of 1
latest of 示例县公安局 is 2022
> run recent("示例县公安局", latest-1..latest) by year
year  received
2021        40
2022        53
reports 2 of 2
latest of 示例县公安局 is 2022
> run recent("示例县公安局", 2021)
received
      40
reports 1 of 1
> define query moves(:from = latest-1) = sum received by agency change :from to latest
> run moves
agency                received  previous  difference  percent
示例县人民政府               –        90           –        –
示例县公安局                 –        53           –        –
示例县教育局                12       !18         !-6  !-33.3%
示例市卫生健康委员会        60         –           –        –
示例省财政厅               110         –           –        –
reports 6 of 6 · 1 with failing checks
! rests on a cell in a failing check
latest is 2023
> assert run recent("示例县公安局") = 53
holds: 1 figure
> show query recent
what        value
query       recent
parameters  :who, :when = latest
asks        sum received for :who :when
defined in  latest.t:275

# As it was written, and as it was understood.
> explain tree sum received where year >= latest-1 for latest
query
  aggregate sum
    name received
  where
    compare >=
      name year
      subtract
        latest
        integer 1
  for
    latest
> explain plan sum received where year >= latest-1 for latest
compute: sum
scope: (year 2022.. and year 2023)
keys: none
column: received in 件
groups:
  received: cells 0..5
ask first: does a consolidated report stand beside one it covers?

# A name elsewhere.
> sum received as latest by year having latest > 100 own reports
year  latest
2021     272
2022    !161
2023     182
reports 15 of 15 · 3 blanks taken as 0 · 2 with failing checks
! rests on a cell in a failing check
> sum received where requester = latest
!2
latest.t:346:32: error: no member "latest" in dimension requester
  sum received where requester = latest
                                 ^~~~~~ it can be "natural_person", "organisation", "company", "research_institution", "public_interest_group", "law_firm" or "other_organisation"
> sum received where requester in (latest, company)
!2
latest.t:351:34: error: no member "latest" in dimension requester
  sum received where requester in (latest, company)
                                   ^~~~~~ it can be "natural_person", "organisation", "company", "research_institution", "public_interest_group", "law_firm" or "other_organisation"

# Where there is no report.
> sum received where form=us_foia and year = latest
!2
latest.t:358:44: error: the panel has no report of the form us_foia: no year is its latest
  sum received where form=us_foia and year = latest
                                             ^~~~~~
> sum received for "示例县公安局" where form=us_foia and year = latest
!2
latest.t:363:57: error: 示例县公安局 has no report of the form us_foia: no year is its latest
  ... for "示例县公安局" where form=us_foia and year = latest
                                                       ^~~~~~
$ ogi --no-init -c 'sum received for latest'
!2
-c:1:18: error: the panel has no report: no year is its latest
  sum received for latest
                   ^~~~~~
$ printf 'agency\n示例县司法局\n' >list.csv; ogi --no-init -c 'load "list.csv" as agencies' -c 'sum received for "示例县司法局" latest'
!2
declared 1 agency
-c#2:1:27: error: 示例县司法局 has no report: no year is its latest
  sum received for "示例县司法局" latest
                                  ^~~~~~

# Kept with the session the word is the question; what was asserted says the year.
$ ogi --no-init --quiet tests/data/panel -c 'sum received for "示例县公安局" latest' -c 'save session as "kept.ogi" asserting' >/dev/null 2>&1; sed 's/^/|/' kept.ogi
|# A session with ogi.
|load "tests/data/panel"
|sum received for "示例县公安局" latest
|assert sum received = 53 for "示例县公安局" 2022

# What needs a number, or is no year.
> sum received where requester in (latest-1)
!2
latest.t:388:34: error: "latest-1" is a year: only "year" is compared with it
  sum received where requester in (latest-1)
                                   ^~~~~~~~
> sum received for latest-5000
!2
latest.t:393:25: error: the latest is 2023: there are no 5000 years before it
  sum received for latest-5000
                          ^~~~
> sum received where year = latest*2
!2
latest.t:398:27: error: a year is a whole number such as 2021
  sum received where year = latest*2
                            ^~~~~~~~
> sum received for latest for latest-1
received
       –
reports 0 of 0
no report is in scope
latest is 2023
> waive T3.balance for "示例县公安局" latest because "x"
!2
latest.t:409:31: error: a waiver is of one report, and the latest will be another
  waive T3.balance for "示例县公安局" latest because "x"
                                      ^~~~~~ write the year as a number
> drop report "示例县公安局" latest
!2
latest.t:414:22: error: what is dropped is named: the latest would be another afterwards
  drop report "示例县公安局" latest
                             ^~~~~~ write the year as a number
> define check odd "odd": received = 0 or year = latest
!2
latest.t:419:48: error: a rule says the same of every report, and has no latest
  define check odd "odd": received = 0 or year = latest
                                                 ^~~~~~ write the year as a number
> define measure odd = received where year = latest
!2
latest.t:424:37: error: a formula chooses cells of the form: conditions on reports belong to the question
  define measure odd = received where year = latest
                                      ^~~~~~~~~~~~~
> set year latest
!2
latest.t:429:10: error: "latest" is no year
  set year latest
           ^~~~~~ write 2021, 2019..2023 or all
> sum received for "示例县卫生局" latest
!2
latest.t:434:18: error: no report has the agency "示例县卫生局"
  sum received for "示例县卫生局" latest
                   ^~~~~~~~~~~~~~ did you mean "示例县公安局" or "示例县教育局"?
> run recent("示例县公安局", 3.5)
!2
latest.t:275:67: error: ":when" must be a year or years here
  ...ent(:who, :when = latest) = sum received for :who :when
                                                       ^~~~~
latest.t:439:5: note: used here
  run recent("示例县公安局", 3.5)
      ^~~~~~
