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
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error           99         4         2         0         0
T3.closed   error           96         0         2         6         1
T3.cross    error          364         2         0         0         1
T4.sum      error           44         0         0         0         1
X.carry     error           49         0         0         0        56
X.stock     warn             7         0         0         0        15
X.pending   info            20         0         1         0        24
X.delta19   warn             5         0         0         0        15
> check T3.balance
!1
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error           99         4         2         0         0
> check t4, T3.closed where year=2021
rule       severity      pass     pass*      fail   unknown       n/a
T4.sum     error           17         0         0         0         1
T3.closed  error           35         0         0         6         1
> check T3 where year=2019 severity error
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error            7         0         0         0         0
T3.closed   error            7         0         0         0         0
T3.cross    error           23         0         0         0         0
> check T3.balance for 2022 format csv
!1
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
T3.balance,error,fail,示例县教育局,2022,natural_person,16,18,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 2",no,new and carried-in applications are not all closed or carried forward: 16 is not 18
T3.balance,error,fail,示例县教育局,2022,total,19,21,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 8",no,new and carried-in applications are not all closed or carried forward: 19 is not 21
> check T3.balance for "示例县教育局" 2022 format jsonl
!1
{"rule": "T3.balance", "severity": "error", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "natural_person", "left": 16, "right": 18, "difference": -2, "file": "tests/data/panel/示例县教育局_2022.txt", "place": "line 46, cell 2", "waived": "no", "message": "new and carried-in applications are not all closed or carried forward: 16 is not 18"}
{"rule": "T3.balance", "severity": "error", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "total", "left": 19, "right": 21, "difference": -2, "file": "tests/data/panel/示例县教育局_2022.txt", "place": "line 46, cell 8", "waived": "no", "message": "new and carried-in applications are not all closed or carried forward: 19 is not 21"}
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
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error           19         0         2         0         0
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error            7         0         0         0         0
T3.closed   error            7         0         0         0         0
T3.cross    error           23         0         0         0         0

# Nothing to check has not passed.
> check T3.balance where year=1990
!3
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error            0         0         0         0         0
check: T3.balance: n/a, nothing passed and nothing failed
> check where year=1990
!3
rule        severity      pass     pass*      fail   unknown       n/a
T3.balance  error            0         0         0         0         0
T3.closed   error            0         0         0         0         0
T3.cross    error            0         0         0         0         0
T4.sum      error            0         0         0         0         0
X.carry     error            0         0         0         0         0
X.stock     warn             0         0         0         0         0
X.pending   info             0         0         0         0         0
X.delta19   warn             0         0         0         0         0
check: nothing was checked: no report in scope has what a rule compares

# Mistakes.
> check T5
!2
check.t:95:7: error: there is no rule "T5"
  check T5
        ^~ "show rules" lists them
> check T3.balanse
!2
check.t:100:7: error: there is no rule "T3.balanse"
  check T3.balanse
        ^~~~~~~~~~ did you mean "T3.balance"?
> check severity bad
!2
check.t:105:16: error: there is no severity "bad"
  check severity bad
                 ^~~ it can be error, warn or info
> check T3 format xml
!2
check.t:110:17: error: there is no format "xml"
  check T3 format xml
                  ^~~ it can be table, csv, tsv, json, jsonl, md or text
> check T3 to "f.unknown"
!4
check.t:115:13: error: the ending of "f.unknown" names no format
  check T3 to "f.unknown"
              ^~~~~~~~~~~ write "format" and its name
> check T3 where outcome=withheld
!2
check.t:120:16: error: reports are chosen by conditions on reports, not on members
  check T3 where outcome=withheld
                 ^~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> check T3 all all
!2
check.t:125:14: error: "all" is said twice
  check T3 all all
               ^~~
