# Queries under a name, with parameters: define query, run, and what is refused.
%load panel

> define query yearly(:who, :from = 2019) = sum received where agency=:who and year>=:from by year change
> run yearly("示例县公安局")
year  received  previous  difference  percent
2019        23         –           –        –
2020        34        23          11    47.8%
2021        40        34           6    17.6%
2022        53        40          13    32.5%
reports 4 of 4
the edition of the form changes between 2020 and 2021
> run yearly("示例县公安局", 2021)
year  received  previous  difference  percent
2021        40         –           –        –
2022        53        40          13    32.5%
reports 2 of 2
> run yearly(from=2021, who="示例县公安局")
year  received  previous  difference  percent
2021        40         –           –        –
2022        53        40          13    32.5%
reports 2 of 2
> run yearly(:from = 2021, :who = 公安)
year  received  previous  difference  percent
2021        40         –           –        –
2022        53        40          13    32.5%
reports 2 of 2
> RUN YEARLY("示例县公安局") having percent > 20%
year  received  previous  difference  percent
2020        34        23          11    47.8%
2022        53        40          13    32.5%
reports 4 of 4
the edition of the form changes between 2020 and 2021
> show queries
kind   name                        chinese  formula                                                        defined_in
query  yearly(:who, :from = 2019)           sum received where agency=:who and year>=:from by year change  run.t:4
> show query yearly
what        value
query       yearly
parameters  :who, :from = 2019
asks        sum received where agency=:who and year>=:from by year change
defined in  run.t:4
> explain plan run yearly("示例县公安局", 2022)
compute: sum
scope: (agency #2 and year 2022..)
keys: year
column: received in 件
groups:
  received: cells 0..5
then: compare with the year before
ask first: does a consolidated report stand beside one it covers?
# What runs is traced as it was asked.
$ ogi --no-init -d panel.db --quiet -c 'run yearly("示例县公安局", 2022)' -c 'trace 1,2'
year  received  previous  difference  percent
2022        53         –           –        –

agency        year  table  row                               column                       printed  value  state   file                                     place
示例县公安局  2022  三     一、本年新收政府信息公开申请数量  自然人                       41          41  number  tests/data/panel/示例县公安局_2022.html  table 2, row 4, cell 2
示例县公安局  2022  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      9            9  number  tests/data/panel/示例县公安局_2022.html  table 2, row 4, cell 3
示例县公安局  2022  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  3            3  number  tests/data/panel/示例县公安局_2022.html  table 2, row 4, cell 6
# Clauses behind it join those of the definition, and are shown in their own place when they do not fit.
> run yearly("示例县公安局") where year <= 2021 order by received desc limit 1
year  received  previous  difference  percent
2021        40        34           6    17.6%
reports 3 of 3
the edition of the form changes between 2020 and 2021
> run yearly("示例县公安局") by agency
!2
run.t:67:22: error: "by" stands here twice
  run yearly("示例县公安局") by agency
                             ^~~~~~~~~
> run yearly("示例县公安局") to "yearly.csv"
$ cat yearly.csv
year,received,previous,difference,percent
2019,23,,,
2020,34,23,11,0.4782608695652174
2021,40,34,6,0.17647058823529413
2022,53,40,13,0.325

# --- Where a parameter may stand
> define query places(:a, :y, :n, :word, :s, :f) = find :word in section :s for :a :y limit :n to :f
> run places("示例县公安局", 2021, 1, "公开", 1, "f.csv")
$ cut -c 1-60 f.csv
year,agency,section,heading,place,sentence
2021,示例县公安局,1,总体情况,tests/data/panel/示�
> define query best(:n = 2) = top :n agencies by sum received by year own reports
> run best(1)
agency        year  received
示例省财政厅  2021        96
示例省财政厅  2023       110
reports 15 of 15 · 3 blanks taken as 0
> define query pair(:a, :b) = sum received by agency change :a to :b top 2 own reports
> run pair(2021, 2022)
agency          received  previous  difference  percent
示例县人民政府        90        69          21    30.4%
示例县公安局          53        40          13    32.5%
reports 9 of 9 · 3 blanks taken as 0
> define query span(:when) = sum received for :when by year own reports
> run span(2021)
year  received
2021       272
reports 6 of 6 · 3 blanks taken as 0
> run span(2021..2022)
year  received
2021       272
2022       161
reports 9 of 9 · 3 blanks taken as 0
> define query ends(:low, :high) = count reports where year in :low..:high
> run ends(2021, 2022)
reports
      9
reports 9 of 9
> define query equal(:when) = count reports where year = :when
> run equal(2021..2022)
reports
      9
reports 9 of 9
> run equal(2022)
reports
      3
reports 3 of 3
> define query unequal(:when) = count reports where year != :when
> run unequal(2021..2022)
reports
      6
reports 6 of 6
> define query some(:x, :y) = sum applications where outcome in (:x, :y) own reports
> run some(disclosed, "不予公开")
applications
         492
reports 15 of 15
> define query more(:n = 10%) = rate disclosure_rate by year having disclosure_rate > :n own reports
> run more(66%)
year  disclosure_rate  numerator  denominator
2020            68.8%         55           80
2021            67.7%        153          226
2023            74.3%        136          183
reports 14 of 15 · 1 left out (unread or text)
> define query beside(:who, :a, :b) = compare received of :who :a with :b
> run beside("示例县公安局", 2021, 2022) to "beside.csv"
$ head -2 beside.csv
measure,dimension,member,unit,2021,2022,difference,percent
received,,,件,40,53,13,0.325
> define query balance(:who, :year) = flow of :who :year
> run balance("示例县公安局", 2021)
sign  line                2021
      received              40
+     carried_in             2
=     in                    42
      applications          41
        disclosed           21
        partly_disclosed     5
        withheld             6
        unavailable          7
        not_processed        0
        otherwise_closed     2
        stated              41
+     carried_forward        1
=     out                   42
      difference             0
> define query cells(:who) = show report :who 2021 table 4
> run cells("示例县公安局")
report
agency     示例县公安局
year       2021
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   公安: the name holds 公安局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2021年政府信息公开工作年度报告
sender     示例县公安局
signed on  2022-01-18
file       tests/data/panel/示例县公安局_2021.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      3
行政复议/结果纠正                      0
行政复议/其他结果                      1
行政复议/尚未审结                      1
行政复议/总计                          5
行政诉讼/未经复议直接起诉/结果维持     1
行政诉讼/未经复议直接起诉/结果纠正     1
行政诉讼/未经复议直接起诉/其他结果     0
行政诉讼/未经复议直接起诉/尚未审结     0
行政诉讼/未经复议直接起诉/总计         2
行政诉讼/复议后起诉/结果维持           2
行政诉讼/复议后起诉/结果纠正           0
行政诉讼/复议后起诉/其他结果           0
行政诉讼/复议后起诉/尚未审结           0
行政诉讼/复议后起诉/总计               2
# A query that runs another, and hands its parameters on.
> define query later(:who, :to = 2022) = run yearly(:who, from=:to)
> run later("示例县公安局", to=2021)
year  received  previous  difference  percent
2021        40         –           –        –
2022        53        40          13    32.5%
reports 2 of 2
> define query all() = count reports
> run all
reports
     15
reports 15 of 15
> run all()
reports
     15
reports 15 of 15

# --- A value is what it is: never part of the question.
> run yearly("X"" or year=2021")
!2
run.t:4:69: error: no report has the agency "X" or year=2021"
  ...y(:who, :from = 2019) = sum received where agency=:who and year>=:from by year change
                                                       ^~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
run.t:210:5: note: used here
  run yearly("X"" or year=2021")
      ^~~~~~
> run yearly('示例县公安局" or agency="示例县教育局')
!2
run.t:4:69: error: no report has the agency "示例县公安局" or agency="示例县教育局"
  ...y(:who, :from = 2019) = sum received where agency=:who and year>=:from by year change
                                                       ^~~~ did you mean "示例县公安局" or "示例县教育局"?
run.t:218:5: note: used here
  run yearly('示例县公安局" or agency="示例县教育局')
      ^~~~~~
> define query named(:name) = sum received where agency ~ :name by agency own reports
> run named("公安|教育")
agency        received
示例县公安局       150
示例县教育局        44
reports 7 of 7 · 3 blanks taken as 0
> run named("(")
!2
run.t:226:57: error: this is no regular expression: Unmatched ( or \(
  ... query named(:name) = sum received where agency ~ :name by agency own reports
                                                       ^~~~~
run.t:232:5: note: used here
  run named("(")
      ^~~~~

# --- Refused when it is run: in the run, or in the definition and then where it was run
> run yearly
!2
run.t:242:5: error: "yearly" needs a value for ":who"
  run yearly
      ^~~~~~ it is yearly(:who, :from = 2019)
> run yearly("示例县公安局", 2021, 3)
!2
run.t:247:28: error: "yearly" takes no further argument
  run yearly("示例县公安局", 2021, 3)
                                   ^ it is yearly(:who, :from = 2019)
> run yearly("示例县公安局", since=2021)
!2
run.t:252:22: error: "yearly" has no parameter ":since"
  run yearly("示例县公安局", since=2021)
                             ^~~~~~~~~~ it is yearly(:who, :from = 2019)
> run yearly("示例县公安局", who="X")
!2
run.t:257:22: error: "yearly" takes only one value for ":who"
  run yearly("示例县公安局", who="X")
                             ^~~~~~~ it is yearly(:who, :from = 2019)
> run yearly(2021)
!2
run.t:4:69: error: agency is compared with a name
  ...y(:who, :from = 2019) = sum received where agency=:who and year>=:from by year change
                                                       ^~~~
run.t:262:5: note: used here
  run yearly(2021)
      ^~~~~~
> run yearly("示例县公案局")
!2
run.t:4:69: error: no report has the agency "示例县公案局"
  ...y(:who, :from = 2019) = sum received where agency=:who and year>=:from by year change
                                                       ^~~~ did you mean "示例县公安局"?
run.t:270:5: note: used here
  run yearly("示例县公案局")
      ^~~~~~
> run yearly("示例县公安局", abc)
!2
run.t:4:84: error: a year is a whole number such as 2021
  ... 2019) = sum received where agency=:who and year>=:from by year change
                                                       ^~~~~
run.t:278:5: note: used here
  run yearly("示例县公安局", abc)
      ^~~~~~
> run best("two")
!2
run.t:86:33: error: ":n" must be a whole number here
  define query best(:n = 2) = top :n agencies by sum received by year own reports
                                  ^~
run.t:286:5: note: used here
  run best("two")
      ^~~~
> run pair(2021, "x")
!2
run.t:92:65: error: ":b" must be a whole number here
  ...air(:a, :b) = sum received by agency change :a to :b top 2 own reports
                                                       ^~
run.t:294:5: note: used here
  run pair(2021, "x")
      ^~~~
> run span("示例县公安局")
year  received
2019        23
2020        34
2021        40
2022        53
reports 4 of 4
the edition of the form changes between 2020 and 2021
> run ends(1, disclosed)
!2
run.t:108:68: error: ":high" must be a number here
  ...(:low, :high) = count reports where year in :low..:high
                                                       ^~~~~
run.t:310:5: note: used here
  run ends(1, disclosed)
      ^~~~
> run places("示例县公安局", 2021, 1, "公开", 1, 3)
!2
run.t:81:97: error: ":f" must be a text here
  ... = find :word in section :s for :a :y limit :n to :f
                                                       ^~
run.t:318:5: note: used here
  run places("示例县公安局", 2021, 1, "公开", 1, 3)
      ^~~~~~
> run later("示例县公安局", "x")
!2
run.t:4:84: error: a year is a whole number such as 2021
  ... 2019) = sum received where agency=:who and year>=:from by year change
                                                       ^~~~~
run.t:193:44: note: used here
  define query later(:who, :to = 2022) = run yearly(:who, from=:to)
                                             ^~~~~~
run.t:326:5: note: used here
  run later("示例县公安局", "x")
      ^~~~~
> run yearli("X")
!2
run.t:337:5: error: there is no query "yearli"
  run yearli("X")
      ^~~~~~ did you mean "yearly"?
> run
!2
run.t:342:4: error: the statement ends too early: expected a name or a string
  run
     ^
> run yearly(
!2
run.t:347:12: error: the statement ends too early: expected a name, a whole number, a number, a date, a percentage, a string, "by", "in", …
  run yearly(
             ^ a bracket is still open
> run beside("示例县公安局", 2021, 2022) by year
!2
run.t:352:34: error: "by" means nothing for "compare reports"
  run beside("示例县公安局", 2021, 2022) by year
                                         ^~~~~~~
> sum received where agency=:who
!2
run.t:357:27: error: ":who" has no value here
  sum received where agency=:who
                            ^~~~ parameters belong to "define query NAME(:who) = …"
> run yearly(:who)
!2
run.t:362:12: error: ":who" has no value here
  run yearly(:who)
             ^~~~ parameters belong to "define query NAME(:who) = …"

# --- Refused when it is defined
> define query bad(:a, :a) = sum received for :a
!2
run.t:369:22: error: ":a" is declared twice
  define query bad(:a, :a) = sum received for :a
                       ^~
> define query bad(:a, :b) = sum received for :a
!2
run.t:374:22: error: the query does not use ":b"
  define query bad(:a, :b) = sum received for :a
                       ^~
> define query bad(:a) = sum received for :a where year=:b
!2
run.t:379:55: error: ":b" is no parameter of the query
  ...ne query bad(:a) = sum received for :a where year=:b
                                                       ^~ declare it behind the name: (:b)
> define query bad(:a) = sum received for :b
!2
run.t:384:18: error: the query does not use ":a"
  define query bad(:a) = sum received for :b
                   ^~
> define query bad(:a = :b) = sum received for :a
!2
run.t:389:23: error: what a parameter is where nothing is given is a number, a text or a range
  define query bad(:a = :b) = sum received for :a
                        ^~
> define query bad = sum recieved
!2
run.t:394:24: error: there is no measure "recieved"
  define query bad = sum recieved
                         ^~~~~~~~ did you mean "received"?
> define query bad = sum received by yeer
!2
run.t:399:36: error: there is no dimension "yeer"
  define query bad = sum received by yeer
                                     ^~~~ did you mean "year"?
> define query bad = run nothing
!2
run.t:404:24: error: there is no query "nothing"
  define query bad = run nothing
                         ^~~~~~~ "define query" makes one, "show queries" lists them
> define query bad = run bad
!2
run.t:409:24: error: the query runs itself: bad → bad
  define query bad = run bad
                         ^~~
> define query later(:who) = run again(:who)
!2
run.t:414:32: error: there is no query "again"
  define query later(:who) = run again(:who)
                                 ^~~~~ "define query" makes one, "show queries" lists them
> define query again(:who) = run later(:who, 2021)
> define query yearly(:who) = run later(:who)
!2
run.t:420:33: error: the query runs itself: yearly → later → yearly
  define query yearly(:who) = run later(:who)
                                  ^~~~~
> define query bad(a) = sum received
!2
run.t:425:18: error: "a" does not fit here: expected a parameter or ")"
  define query bad(a) = sum received
                   ^
> define query bad(:a
!2
run.t:430:20: error: the statement ends too early: expected "=", ")" or ","
  define query bad(:a
                     ^ a bracket is still open
> define query bad = load "x"
!2
run.t:435:20: error: "load" does not fit here: expected "top", "sum", "avg", "median", "min", "max", "stddev", "a percentile (p90)", …
  define query bad = load "x"
                     ^~~~
> define query "a b" = sum received
!2
run.t:440:14: error: the name of a definition is one plain word; others stand behind it as strings
  define query "a b" = sum received
               ^~~~~

# --- Changed and dropped
> define query yearly(:who) = sum received where agency=:who
> run yearly("示例县公安局")
received
     150
reports 4 of 4
> drop query yearly
!2
run.t:452:12: error: the query "later" rests on it
  drop query yearly
             ^~~~~~ drop or change that first
> drop query again; drop query later; drop query yearly
> run yearly("示例县公安局")
!2
run.t:458:5: error: there is no query "yearly"
  run yearly("示例县公安局")
      ^~~~~~ "define query" makes one, "show queries" lists them

# --- Held against what is wanted
> define query got(:who) = sum received where agency=:who
> assert run got("示例县公安局") = 150
holds: 1 figure
> assert run got("示例县公安局") = 53 where year=2022 because "the report says so"
holds: 1 figure
> assert run got("示例县公安局") > 30 for each year severity warn
run.t:470:1: assertion failed (warn): 1 of 4
  sum received > 30 where agency = "示例县公安局" by year
year  found  wanted  difference  cells
2019     23      30          -7  trace 1,2
the cells of the first: sum received where agency = "示例县公安局" by year; trace 1,2
> assert run got("示例县公安局") = (run got("示例县教育局"))
!1
run.t:476:1: assertion failed (error): 1 of 1
  sum received = (sum received where agency = "示例县教育局") where agency = "示例县公安局"
found  wanted  difference  cells
  150      44         106  trace 1,1
the cells of the first: sum received where agency = "示例县公安局"; trace 1,1
> assert sum received = (run got("示例县教育局")) where agency="示例县教育局"
holds: 1 figure
> define query unread_in(:year) = reports where year=:year and unread > 0
> assert not run unread_in(2022)
holds: no row
> assert not run unread_in(2021)
!1
run.t:488:1: assertion failed (error): 1 row where none should be
  not reports where year = 2021 and unread > 0
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
> assert run balance("示例县公安局", 2021) = 3
!2
run.t:494:8: error: only a query can be held against what is wanted
  assert run balance("示例县公安局", 2021) = 3
         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> assert run best = 3
!2
run.t:499:8: error: what is ranked over the whole scope first is held against no number
  assert run best = 3
         ^~~~~~~~
$ ogi --no-init -d panel.db -c 'assert run got("示例县公安局") > 3 for each year' -c 'trace 2,2' 2>&1 | tail -3
示例县公安局  2020  三     一、本年新收政府信息公开申请数量  法人或其他组织/社会公益组织  1            1  number  tests/data/panel/示例县公安局_2020.txt  line 27, cell 5
示例县公安局  2020  三     一、本年新收政府信息公开申请数量  法人或其他组织/其他          2            2  number  tests/data/panel/示例县公安局_2020.txt  line 27, cell 7
4 cells add up to 34; cells that print 0 are not listed

# With `total` what is printed only over all may be divided, kept as asked at once.
> define query gaps = gap received by requester depth 1 total mixed ok
> run gaps
requester       gap
natural_person    –
organisation      –

total             0
reports 15 of 15 · 3 blanks taken as 0
