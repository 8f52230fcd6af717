# Assertions: each row of a query is held against what is wanted.
%load panel

# --- What passes says so with the footers, and exits 0

> assert sum received = 40 where agency="示例县公安局" and year=2021
holds: 1 figure
> assert sum received where agency="示例县公安局" and year=2021 = 40
holds: 1 figure
> assert count reports = 15
holds: 1 figure
> assert sum received by year = stated received
holds: 5 figures
> assert sum received by year >= (sum received where year=2019)
holds: 5 figures
> assert sum received between 10 and 100 where agency="示例县公安局" for each year
holds: 4 figures
> assert sum received != 41 for "示例县公安局" 2021
holds: 1 figure
> assert sum received > 2 * 100 - 1
holds: 1 figure
> assert sum items is missing where edition=2021 and agency="示例县教育局"
holds: 1 figure
> assert sum received is not missing by agency
holds: 6 figures

# The least a year gained on the one before: a name is another figure of the same row.
> assert sum received by year change <= 10 * previous where year in 2020..2023
!1
assert.t:28:1: assertion failed (error): 1 of 4
  sum received by year change <= 10 * previous where year in 2020..2023
year  found  wanted  difference  cells
2020     79       –           –  trace 1,2
the cells of the first: sum received by year change where year in 2020..2023; trace 1,2

# --- A quotient is rounded to the decimals written; whole numbers and `<` compare all of it

> rate disclosed of applications where year=2021 own reports
 rate  numerator  denominator
57.1%        129          226
reports 5 of 6 · 1 left out (unread or text)
> assert rate disclosed of applications = 0.57 where year=2021 own reports
holds: 1 figure
> assert rate disclosed of applications = 57% where year=2021 own reports
holds: 1 figure
> assert rate disclosed of applications = 57.1% where year=2021 own reports
holds: 1 figure
> assert rate disclosed of applications = 0.5707 where year=2021 own reports
!1
assert.t:48:1: assertion failed (error): 1 of 1
  rate disclosed of applications = 0.5707 where year = 2021 own reports
             found  wanted   difference  cells
0.5707964601769911  0.5707  9.64602e-05  trace 1,1
the cells of the first: rate disclosed of applications where year = 2021 own reports; trace 1,1
> assert rate disclosed of applications = 1 where year=2021 own reports
!1
assert.t:55:1: assertion failed (error): 1 of 1
  rate disclosed of applications = 1 where year = 2021 own reports
found  wanted  difference  cells
57.1%  100.0%    -42.9 pp  trace 1,1
the cells of the first: rate disclosed of applications where year = 2021 own reports; trace 1,1
> assert rate disclosed of applications > 0.57 where year=2021 own reports
holds: 1 figure
> assert avg received = 48.27
!1
assert.t:64:1: assertion failed (error): 1 of 1
  avg received = 48.27
found  wanted  difference  cells
 47.8   48.27       -0.47  trace 1,1
the cells of the first: avg received; trace 1,1

# --- What fails: its keys, what was found and wanted, and how to see the cells

> assert sum received = 66 where agency="示例县公安局" and year=2021
!1
assert.t:74:1: assertion failed (error): 1 of 1
  sum received = 66 where agency = "示例县公安局" and year = 2021
found  wanted  difference  cells
   40      66         -26  trace 1,1
the cells of the first: sum received where agency = "示例县公安局" and year = 2021; trace 1,1
> assert sum received by agency = 30 where year=2021 own reports severity warn because "they are all alike"
assert.t:81:1: assertion failed (warn): 6 of 6
  sum received by agency = 30 where year = 2021 own reports
  because they are all alike
agency                found  wanted  difference  cells
示例县人民政府           69      30          39  trace 1,2
示例县公安局             40      30          10  trace 2,2
示例县教育局             14      30         -16  trace 3,2
示例县青山镇人民政府      5      30         -25  trace 4,2
示例市卫生健康委员会     48      30          18  trace 5,2
示例省财政厅             96      30          66  trace 6,2
the cells of the first: sum received by agency where year = 2021 own reports; trace 1,2
> assert rate disclosed of applications between 0.4 and 1 where year=2021 for each agency mixed ok
!1
assert.t:93:1: assertion failed (error): 1 of 6
  rate disclosed of applications between 0.4 and 1 where year = 2021 for each agency mixed ok
agency                found  wanted  difference  cells
示例市卫生健康委员会      –   40.0%           –  trace 5,2
the cells of the first: rate disclosed of applications where year = 2021 mixed ok by agency; trace 5,2
> assert sum received by year across requester total < 50 where year >= 2022
!1
assert.t:100:1: assertion failed (error): 7 of 21
  sum received by year across requester total < 50 where year >= 2022
year   figure          found  wanted  difference  cells
2022   natural_person    126      50          76  trace 1,2
2022   total             161      50         111  trace 1,8
2023   natural_person    123      50          73  trace 2,2
2023   total             182      50         132  trace 2,8
total  natural_person    249      50         199  trace 3,2
total  company            73      50          23  trace 3,3
total  total             343      50         293  trace 3,8
the cells of the first: sum received by year across requester total where year >= 2022; trace 1,2
> assert sum received by year change >= 0.5 * previous
!1
assert.t:113:1: assertion failed (error): 1 of 5
  sum received by year change >= 0.5 * previous
year  found  wanted  difference  cells
2019     23       –           –  trace 1,2
the cells of the first: sum received by year change; trace 1,2
> assert sum received by year not between 79 and 161
!1
assert.t:120:1: assertion failed (error): 2 of 5
  sum received by year not between 79 and 161
year  found  wanted  difference  cells
2020     79       –           –  trace 2,2
2022    161       –           –  trace 4,2
the cells of the first: sum received by year; trace 2,2
> assert sum received, carried_in by year = (sum received, carried_in where year=2021)
!1
assert.t:128:1: assertion failed (error): 8 of 10
  sum received, carried_in by year = (sum received, carried_in where year = 2021)
year  figure      found  wanted  difference  cells
2019  received       23     272        -249  trace 1,2
2019  carried_in      2      15         -13  trace 1,3
2020  received       79     272        -193  trace 2,2
2020  carried_in      6      15          -9  trace 2,3
2022  received      161     272        -111  trace 4,2
2022  carried_in      6      15          -9  trace 4,3
2023  received      182     272         -90  trace 5,2
2023  carried_in     10      15          -5  trace 5,3
the cells of the first: sum received, carried_in by year; trace 1,2

# A row that only one side has fails too.
> assert sum received by year = (sum received by year) where year=2021
!1
assert.t:144:1: assertion failed (error): 4 of 5
  sum received by year = (sum received by year) where year = 2021
year  found  wanted  difference  cells
2019      –      23           –
2020      –      79           –
2022      –     161           –
2023      –     182           –

# A severity below error is shown and does not count.
> assert sum received = 1 severity info
assert.t:155:1: assertion failed (info): 1 of 1
  sum received = 1
found  wanted  difference  cells
  717       1         716  trace 1,1
the cells of the first: sum received; trace 1,1

# The cells behind a failure.
> assert sum received = 66 where agency="示例县公安局" and year=2021; trace 1,1
!1
assert.t:163:1: assertion failed (error): 1 of 1
  sum received = 66 where agency = "示例县公安局" and year = 2021
found  wanted  difference  cells
   40      66         -26  trace 1,1
the cells of the first: sum received where agency = "示例县公安局" and year = 2021; trace 1,1

agency        year  table  row                               column                       printed  value  state   file                                    place
示例县公安局  2021  三     一、本年新收政府信息公开申请数量  自然人                       30          30  number  tests/data/panel/示例县公安局_2021.txt  line 23, cell 2
示例县公安局  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      7            7  number  tests/data/panel/示例县公安局_2021.txt  line 23, cell 3
示例县公安局  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/科研机构      1            1  number  tests/data/panel/示例县公安局_2021.txt  line 23, cell 4
示例县公安局  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  2            2  number  tests/data/panel/示例县公安局_2021.txt  line 23, cell 6
4 cells add up to 40; cells that print 0 are not listed

# --- assert not

> assert not reports where year=1999
!3
assert.t:180:1: assertion not tested: no report is in scope
  not reports where year = 1999
> assert not reports where received > 1000
holds: no row
> assert not reports where received > 100 because "nobody asks so much"
!1
assert.t:186:1: assertion failed (error): 1 row where none should be
  not reports where received > 100
  because nobody asks so much
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例省财政厅  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
> assert not gap applications by agency, year having gap != 0
!1
assert.t:193:1: assertion failed (error): 1 row where none should be
  not gap applications by agency, year having gap != 0
agency        year  gap
示例县教育局  2022    2
> assert not missing reports for 2021..2022
!1
assert.t:199:1: assertion failed (error): 3 rows where none should be
  not missing reports for 2021..2022
agency                year  region  level     function
示例县青山镇人民政府  2022  –       township  政府
示例市卫生健康委员会  2022  –       –         卫生健康
示例省财政厅          2022  –       province  财政
> assert not find "复议" where year=2021 and agency="示例省财政厅"
holds: no row

# --- No report in scope: neither passed nor failed

> assert sum received = 0 where year=1990
!3
assert.t:212:1: assertion not tested: no report is in scope
  sum received = 0 where year = 1990
> assert sum received = 0 where year=1990 severity warn
!3
assert.t:216:1: assertion not tested: no report is in scope
  sum received = 0 where year = 1990
> assert sum received = (sum received where year=1990) where year=2021
!3
assert.t:220:1: assertion not tested: no report is in scope
  sum received = (sum received where year = 1990) where year = 2021
> assert not reports where year=1990 and received > 3
!3
assert.t:224:1: assertion not tested: no report is in scope
  not reports where year = 1990 and received > 3

# --- Programs get a row for each failure, or one for the whole

> set format csv; assert sum received = 161 by year
!1
assertion,verdict,severity,keys,figure,found,wanted,difference,cells,file,line,because
sum received = 161 by year,fail,error,year=2019,received,23,161,-138,"trace 1,2",assert.t,231,
sum received = 161 by year,fail,error,year=2020,received,79,161,-82,"trace 2,2",assert.t,231,
sum received = 161 by year,fail,error,year=2021,received,272,161,111,"trace 3,2",assert.t,231,
sum received = 161 by year,fail,error,year=2023,received,182,161,21,"trace 5,2",assert.t,231,
> set format csv; assert sum received < 1000 by year
assertion,verdict,severity,keys,figure,found,wanted,difference,cells,file,line,because
sum received < 1000 by year,pass,error,,,,,,,assert.t,238,
> set format csv; assert sum received = 272 where year=2021 mixed ok because "it was so"
assertion,verdict,severity,keys,figure,found,wanted,difference,cells,file,line,because
sum received = 272 where year = 2021 mixed ok,pass,error,,received,272,272,0,"trace 1,1",assert.t,241,it was so
> set format jsonl; assert sum received = 0 where year=1990
!3
{"assertion": "sum received = 0 where year = 1990", "verdict": "n/a", "severity": "error", "keys": null, "figure": null, "found": null, "wanted": null, "difference": null, "cells": null, "file": "assert.t", "line": 244, "because": null}
> set format json; assert not reports where received > 100
!1
{"statement": "assert not reports where received > 100",
 "columns": [
  {"name": "assertion", "type": "text", "unit": null},
  {"name": "verdict", "type": "text", "unit": null},
  {"name": "severity", "type": "text", "unit": null},
  {"name": "keys", "type": "text", "unit": null},
  {"name": "figure", "type": "text", "unit": null},
  {"name": "found", "type": "decimal", "unit": null},
  {"name": "wanted", "type": "decimal", "unit": null},
  {"name": "difference", "type": "decimal", "unit": null},
  {"name": "cells", "type": "text", "unit": null},
  {"name": "file", "type": "text", "unit": null},
  {"name": "line", "type": "integer", "unit": null},
  {"name": "because", "type": "text", "unit": null}],
 "rows": [
  {"assertion": "not reports where received > 100", "verdict": "fail", "severity": "error", "keys": "agency=示例省财政厅, year=2023", "figure": null, "found": null, "wanted": null, "difference": null, "cells": null, "file": "assert.t", "line": 247, "because": null}],
 "coverage": null}

# A failure does not stop a script, and the worst status counts.
$ printf 'assert count reports = 1\nassert count reports = 0\ncount reports\n' | ogi; echo $?
stdin:1:1: assertion not tested: no report is in scope
  count reports = 1

stdin:2:1: assertion not tested: no report is in scope
  count reports = 0

reports
      0
3
reports 0 of 0
no report is in scope
$ printf 'assert count reports = 0\n' > broken.ogi; ogi tests/data/panel --quiet -f broken.ogi; echo $?
broken.ogi:1:1: assertion failed (error): 1 of 1
  count reports = 0
found  wanted  difference  cells
   15       0          15
1
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"

# --- Mistakes

> assert sum received
!2
assert.t:290:20: error: the statement ends too early: expected what it must be, as in "= 66" or "between 0.4 and 1", or a clause
  assert sum received
                     ^
> assert received = 3
!2
assert.t:295:8: error: "received" does not fit here: expected a question, as in "assert sum received = 66 where …"
  assert received = 3
         ^~~~~~~~
> assert sum received = 3 and sum applications = 4
!2
assert.t:300:25: error: "and" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  assert sum received = 3 and sum applications = 4
                          ^~~
> assert reports = 3
!2
assert.t:305:8: error: a list has no figure to test
  assert reports = 3
         ^~~~~~~ write "assert not reports …" when it must be empty, or "assert count reports …"
> assert not reports = 3
!2
assert.t:310:20: error: "=" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  assert not reports = 3
                     ^
> assert sum received = reports
!2
assert.t:315:23: error: a figure is held against a figure, not against a list
  assert sum received = reports
                        ^~~~~~~
> assert sum received = "3"
!2
assert.t:320:23: error: a figure is held against a number, not against a string
  assert sum received = "3"
                        ^~~
> assert sum received = applications
!2
assert.t:325:23: error: the answer has no figure "applications"
  assert sum received = applications
                        ^~~~~~~~~~~~ it has "received"; for another figure write "sum" or the like before it
> assert sum received ~ 3
!2
assert.t:330:21: error: "~" is for names, a figure is a number
  assert sum received ~ 3
                      ^~~ write =, !=, <, <=, >, >=, between or is missing
> assert sum received is blank
!2
assert.t:335:24: error: a figure of an answer can only be missing
  assert sum received is blank
                         ^~~~~
> assert sum received = 3 severity fatal
!2
assert.t:340:34: error: there is no severity "fatal"
  assert sum received = 3 severity fatal
                                   ^~~~~ it can be error, warn or info
> assert sum received = 3 severity warn severity info
!2
assert.t:345:39: error: "severity" stands here twice
  assert sum received = 3 severity warn severity info
                                        ^~~~~~~~~~~~~
> assert sum received = 3 to "f.csv"
!2
assert.t:350:25: error: "to" means nothing here: an assertion has no answer to keep
  assert sum received = 3 to "f.csv"
                          ^~~~~~~~~~
> assert not reports to "f.csv"
!2
assert.t:355:20: error: "to" means nothing here: an assertion has no answer to keep
  assert not reports to "f.csv"
                     ^~~~~~~~~~
> assert sum received by year = (sum received by agency, year)
!2
assert.t:360:31: error: the two sides are divided differently
  assert sum received by year = (sum received by agency, year)
                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write the same "by" on both, or none on the right
> assert sum received = 1,000
!2
assert.t:365:23: error: numbers are written without separators
  assert sum received = 1,000
                        ^~~~~ write 1000 for 1,000
