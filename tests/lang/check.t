# What the rules say of the reports.
%load panel
> check
!1
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
error T3.closed  示例县教育局 2022  natural_person  14 against 16 (difference -2)
  the results do not add up to their printed total
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.closed  示例县教育局 2022  total  17 against 19 (difference -2)
  the results do not add up to their printed total
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
info X.pending  示例县公安局 2020  after_review  0 against 1 (difference -1)
  fewer cases than were pending the year before
  tests/data/panel/示例县公安局_2020.txt: line 54, cell 15
info X.jump  示例县公安局 2020  items_change.penalty  176 against 100 (difference 76)
  a figure is more than nine times that of the year before
  tests/data/panel/示例县公安局_2020.txt: line 15, cell 3
warn X.copy  示例县人民政府 2022  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例县人民政府_2022.html
warn X.copy  示例县公安局 2020  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例县公安局_2020.txt
warn X.copy  示例县公安局 2021  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例县公安局_2021.txt
warn X.copy  示例县公安局 2022  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例县公安局_2022.html
warn X.copy  示例县教育局 2022  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例县教育局_2022.txt
warn X.copy  示例县教育局 2023  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例县教育局_2023.html
warn X.copy  示例市卫生健康委员会 2021  same(narrative) 1 against 0 (difference 1)
  the report repeats that of the year before: all figures, or all words but the years
  tests/data/panel/示例市卫生健康委员会_2021.txt
warn X.gap  示例市卫生健康委员会 2023  year 2023 against 2022 (difference 1)
  years are missing before this report, or several files hold a report on its year
  tests/data/panel/示例市卫生健康委员会_2023.txt
warn X.gap  示例省财政厅 2023  year 2023 against 2022 (difference 1)
  years are missing before this report, or several files hold a report on its year
  tests/data/panel/示例省财政厅_2023.html
warn D.blank  示例县教育局 2021  received.research_institution  ""
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 4
warn D.blank  示例县教育局 2021  received.public_interest_group  "-"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 5
warn D.blank  示例县教育局 2021  received.law_firm  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 6
warn D.blank  示例县教育局 2021  carried_in.natural_person  "无"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 24, cell 2
warn D.blank  示例县教育局 2021  reviews.total  "—"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 52, cell 5
warn D.blank  示例县教育局 2021  documents.rule.issued  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 7, cell 2
warn D.blank  示例县教育局 2021  documents.rule.repealed  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 7, cell 3
warn D.blank  示例县教育局 2021  documents.rule.in_force  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 7, cell 4
error D.split  示例市卫生健康委员会 2021  applications.natural_person.not_held  "7 | 3 | 10"
error D.split  示例市卫生健康委员会 2021  applications.company.not_held  "7 | 3 | 10"
error D.split  示例市卫生健康委员会 2021  applications.research_institution.not_held  "7 | 3 | 10"
error D.split  示例市卫生健康委员会 2021  applications.public_interest_group.not_held  "7 | 3 | 10"
error D.split  示例市卫生健康委员会 2021  applications.law_firm.not_held  "7 | 3 | 10"
error D.split  示例市卫生健康委员会 2021  applications.other_organisation.not_held  "7 | 3 | 10"
error D.split  示例市卫生健康委员会 2021  applications.total.not_held  "7 | 3 | 10"
  digits are split or joined, or a column is shifted: which figure belongs here is not certain
  tests/data/panel/示例市卫生健康委员会_2021.txt: line 35, cell 2
warn D.rule  示例县人民政府 2021  documents  1 against 0 (difference 1)
  rules are issued by a body that has no power to issue them
  tests/data/panel/示例县人民政府_2021.txt: line 7, cell 2
warn D.rule  示例省财政厅 2021  documents  2 against 0 (difference 2)
  rules are issued by a body that has no power to issue them
  tests/data/panel/示例省财政厅_2021.txt: line 7, cell 2
rule        severity  pass  pass*  fail  unknown   n/a
T3.balance  error       99      4     2        0     0
T3.closed   error       96      0     2        6     1
T3.cross    error      364      2     0        0     1
T4.sum      error       44      0     0        0     1
X.carry     error       49      0     0        0    56
X.stock     warn         7      0     0        0    15
X.pending   info        20      0     1        0    24
X.delta19   warn         5      0     0        0    15
X.jump      info      1324      7     1        8  1652
X.copy      warn         0      0     7        0     8
X.gap       warn        13      0     2        0     0
H.cover     info         0      0     0        0    15
H.sum       info         0      0     0        0  2490
D.int       error     2955      7     0        8     2
D.blank     warn      2984      0     8        0     0
D.split     error     2985      0     7        0     0
D.rule      warn         6      1     2        0     2
D.unit      warn         4      0     0        0     7
S.tables    error       45      0     0        0     0
S.sections  warn        90      0     0        0     0
S.year      warn        15      0     0        0     0
S.signed    warn        15      0     0        0     0
nothing to try: R.received, R.carried_in, R.closed, R.carried_forward, R.outcome, R.review, R.lawsuit, R.documents, R.decisions, R.zero, R.parts, R.change
> check T3.balance
!1
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error       99      4     2        0    0
> check t4, T3.closed where year=2021
rule       severity  pass  pass*  fail  unknown  n/a
T4.sum     error       17      0     0        0    1
T3.closed  error       35      0     0        6    1
> check T3 where year=2019 severity error
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error        7      0     0        0    0
T3.closed   error        7      0     0        0    0
T3.cross    error       23      0     0        0    0
> check T3.balance for 2022 format csv
!1
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
T3.balance,error,fail,示例县教育局,2022,natural_person,16,18,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 2",false,new and carried-in applications are not all closed or carried forward: 16 is not 18
T3.balance,error,fail,示例县教育局,2022,total,19,21,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 8",false,new and carried-in applications are not all closed or carried forward: 19 is not 21
> check T3.balance for "示例县教育局" 2022 format jsonl
!1
{"rule": "T3.balance", "severity": "error", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "natural_person", "left": 16, "right": 18, "difference": -2, "file": "tests/data/panel/示例县教育局_2022.txt", "place": "line 46, cell 2", "waived": false, "message": "new and carried-in applications are not all closed or carried forward: 16 is not 18"}
{"rule": "T3.balance", "severity": "error", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "total", "left": 19, "right": 21, "difference": -2, "file": "tests/data/panel/示例县教育局_2022.txt", "place": "line 46, cell 8", "waived": false, "message": "new and carried-in applications are not all closed or carried forward: 19 is not 21"}
> check T4 for "示例县公安局" format jsonl
> set blank unknown
. check T3.balance where year=2022
. check T3 where year=2019
!1
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error       19      0     2        0    0

rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error        7      0     0        0    0
T3.closed   error        7      0     0        0    0
T3.cross    error       23      0     0        0    0

# That a cell is blank is certain; what would take it for 0 is not, and `explain check` says so too.
> set blank unknown
. check D.blank, D.split, T3.balance where year=2021 and agency="示例县教育局"
. explain check T3.balance for "示例县教育局" 2021 to "unknown.csv"
warn D.blank  示例县教育局 2021  received.research_institution  ""
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 4
warn D.blank  示例县教育局 2021  received.public_interest_group  "-"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 5
warn D.blank  示例县教育局 2021  received.law_firm  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 6
warn D.blank  示例县教育局 2021  carried_in.natural_person  "无"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 24, cell 2
warn D.blank  示例县教育局 2021  reviews.total  "—"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 52, cell 5
warn D.blank  示例县教育局 2021  documents.rule.issued  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 7, cell 2
warn D.blank  示例县教育局 2021  documents.rule.repealed  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 7, cell 3
warn D.blank  示例县教育局 2021  documents.rule.in_force  "/"
  nothing, a stroke or a dash stands where a number belongs
  tests/data/panel/示例县教育局_2021.txt: line 7, cell 4
rule        severity  pass  pass*  fail  unknown  n/a
D.blank     warn       192      0     8        0    0
D.split     error      200      0     0        0    0
T3.balance  error        3      0     0        4    0
$ cut -d, -f1-3 unknown.csv | sort | uniq -c
      2 company,pass,left
      2 company,pass,right
      1 instance,status,side
      2 law_firm,unknown,left
      1 law_firm,unknown,right
      3 natural_person,unknown,left
      3 natural_person,unknown,right
      1 other_organisation,pass,left
      1 other_organisation,pass,right
      2 public_interest_group,unknown,left
      1 public_interest_group,unknown,right
      2 research_institution,unknown,left
      1 research_institution,unknown,right
      2 total,pass,left
      3 total,pass,right

# Nothing to check has not passed.
> check T3.balance where year=1990
!3
nothing to try: T3.balance
check: T3.balance: n/a, nothing passed and nothing failed
> check where year=1990
!3
nothing to try: T3.balance, T3.closed, T3.cross, T4.sum, X.carry, X.stock, X.pending, X.delta19, X.jump, X.copy, X.gap, H.cover, H.sum, D.int, D.blank, D.split, D.rule, D.unit, S.tables, S.sections, S.year, S.signed, R.received, R.carried_in, R.closed, R.carried_forward, R.outcome, R.review, R.lawsuit, R.documents, R.decisions, R.zero, R.parts, R.change
check: nothing was checked: no report in scope has what a rule compares

# Mistakes.
> check T5
!2
check.t:220:7: error: there is no rule "T5"
  check T5
        ^~ "show rules" lists them
> check T3.balanse
!2
check.t:225:7: error: there is no rule "T3.balanse"
  check T3.balanse
        ^~~~~~~~~~ did you mean "T3.balance"?
> check severity bad
!2
check.t:230:16: error: there is no severity "bad"
  check severity bad
                 ^~~ it can be error, warn or info
> check T3 format xml
!2
check.t:235:17: error: there is no format "xml"
  check T3 format xml
                  ^~~ it can be table, csv, tsv, json, jsonl, md, line, html, xlsx, text, tap, junit, github or sarif
> check T3 to "f.unknown"
!4
check.t:240:13: error: the ending of "f.unknown" names no format
  check T3 to "f.unknown"
              ^~~~~~~~~~~ write "format" and its name
> check T3 where outcome=withheld
!2
check.t:245:16: error: reports are chosen by conditions on reports, not on members
  check T3 where outcome=withheld
                 ^~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> check T3 all all
!2
check.t:250:14: error: "all" is said twice
  check T3 all all
               ^~~

# Programs get every place with `all`.
$ ogi --no-init --quiet tests/data/panel -c 'check all where agency="示例县教育局" and year=2022 format csv' 2>/dev/null | grep -E "^(T3.balance|X.carry|X.stock|S|T4)"
T3.balance,error,fail,示例县教育局,2022,natural_person,16,18,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 2",false,new and carried-in applications are not all closed or carried forward: 16 is not 18
T3.balance,error,pass,示例县教育局,2022,company,3,3,0,tests/data/panel/示例县教育局_2022.txt,,false,
T3.balance,error,pass,示例县教育局,2022,research_institution,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
T3.balance,error,pass,示例县教育局,2022,public_interest_group,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
T3.balance,error,pass,示例县教育局,2022,law_firm,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
T3.balance,error,pass,示例县教育局,2022,other_organisation,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
T3.balance,error,fail,示例县教育局,2022,total,19,21,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 8",false,new and carried-in applications are not all closed or carried forward: 19 is not 21
T4.sum,error,pass,示例县教育局,2022,reviews,2,2,0,tests/data/panel/示例县教育局_2022.txt,,false,
T4.sum,error,pass,示例县教育局,2022,direct,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
T4.sum,error,pass,示例县教育局,2022,after_review,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,natural_person,1,1,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,company,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,research_institution,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,public_interest_group,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,law_firm,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,other_organisation,0,0,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.carry,error,pass,示例县教育局,2022,total,1,1,0,tests/data/panel/示例县教育局_2022.txt,,false,
X.stock,warn,n/a,示例县教育局,2022,rule,0,0,0,tests/data/panel/示例县教育局_2022.txt,"line 7, cell 4",false,nothing to compare here
X.stock,warn,pass,示例县教育局,2022,normative_document,3,3,0,tests/data/panel/示例县教育局_2022.txt,,false,
S.tables,error,pass,示例县教育局,2022,二,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.tables,error,pass,示例县教育局,2022,三,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.tables,error,pass,示例县教育局,2022,四,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.sections,warn,pass,示例县教育局,2022,总体情况,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.sections,warn,pass,示例县教育局,2022,主动公开政府信息情况,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.sections,warn,pass,示例县教育局,2022,收到和处理政府信息公开申请情况,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.sections,warn,pass,示例县教育局,2022,政府信息公开行政复议、行政诉讼情况,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.sections,warn,pass,示例县教育局,2022,存在的主要问题及改进情况,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.sections,warn,pass,示例县教育局,2022,其他需要报告的事项,,,,tests/data/panel/示例县教育局_2022.txt,,false,
S.year,warn,pass,示例县教育局,2022,,2022,2022,0,tests/data/panel/示例县教育局_2022.txt,,false,
S.signed,warn,pass,示例县教育局,2022,,2023-01-18,2023-01-01,,tests/data/panel/示例县教育局_2022.txt,,false,
