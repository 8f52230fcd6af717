# waive, waivers, stale waivers: failures that are known, kept in a text file. check baseline: only what is new.

$ ogi --no-init --quiet -d p.db tests/data/panel 2>/dev/null; rm -f waivers.ogi
$ ogi --no-init -d p.db -c 'waivers' -c 'check T3 format jsonl to "old.jsonl"' -c 'check T3 to "old.json"'
!1
rule  agency  years  because  until  findings  state  place
$ ogi --no-init -d p.db -c 'waive T3.balance for "教育" 2022 because "corrected in March" until 2999-12-31'
kept in waivers.ogi
$ ogi --no-init -d p.db -c 'waive T3.balance for "教育" 2022 because "corrected in March" until 2999-12-31'
kept in waivers.ogi
$ ogi --no-init -d p.db -c 'waive T3.closed for "示例县公安局" 2019..2021' -c 'waive T3.closed for "示例县教育局" until 2020-01-01'
kept in waivers.ogi
kept in waivers.ogi
$ cat waivers.ogi
waive T3.balance for "示例县教育局" 2022 because "corrected in March" until 2999-12-31
waive T3.closed for "示例县公安局" 2019..2021
waive T3.closed for "示例县教育局" until 2020-01-01
$ ogi --no-init -d p.db -c 'waivers' -c 'stale waivers' -c 'stale waivers to "stale.csv"' && cat stale.csv
rule        agency        years       because             until       findings  state                place
T3.balance  示例县教育局  2022        corrected in March  2999-12-31         2  active               waivers.ogi:1
T3.closed   示例县公安局  2019..2021  –                   –                  0  nothing fails there  waivers.ogi:2
T3.closed   示例县教育局  –           –                   2020-01-01         0  expired              waivers.ogi:3

rule       agency        years       because  until       findings  state                place
T3.closed  示例县公安局  2019..2021  –        –                  0  nothing fails there  waivers.ogi:2
T3.closed  示例县教育局  –           –        2020-01-01         0  expired              waivers.ogi:3
rule,agency,years,because,until,findings,state,place
T3.closed,示例县公安局,2019..2021,,,0,nothing fails there,waivers.ogi:2
T3.closed,示例县教育局,,,2020-01-01,0,expired,waivers.ogi:3
$ ogi --no-init -d p.db -c 'check T3.balance'
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)  waived
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)  waived
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
rule        severity  pass  pass*  fail  unknown  n/a  waived
T3.balance  error       99      4     2        0    0       2
$ ogi --no-init -d p.db -c 'check T3' 2>&1 | tail -6
rule        severity  pass  pass*  fail  unknown  n/a  waived
T3.balance  error       99      4     2        0    0       2
T3.closed   error       96      0     2        6    1       0
T3.cross    error      364      2     0        0    1       0
waivers.ogi:2: waiver of T3.closed for 示例县公安局: nothing fails there
waivers.ogi:3: waiver of T3.closed for 示例县教育局: expired
$ ogi --no-init -d p.db -c 'check T3.balance format jsonl' 2>/dev/null | cut -d, -f1-6,12
{"rule": "T3.balance", "severity": "error", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "natural_person", cell 2"
{"rule": "T3.balance", "severity": "error", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "total", cell 8"
$ ogi --no-init -d p.db -c 'check T3.balance format junit' 2>/dev/null | grep -A5 'failures="[^0]\|system-out'
      <system-out>waived
natural_person: new and carried-in applications are not all closed or carried forward: 16 is not 18 (line 46, cell 2)
total: new and carried-in applications are not all closed or carried forward: 19 is not 21 (line 46, cell 8)
</system-out>
    </testcase>
    <testcase classname="T3.balance" name="示例县教育局 2023" file="tests/data/panel/示例县教育局_2023.html" time="0"/>
    <testcase classname="T3.balance" name="示例县青山镇人民政府 2021" file="tests/data/panel/示例县青山镇人民政府_2021.txt" time="0"/>
    <testcase classname="T3.balance" name="示例市卫生健康委员会 2020" file="tests/data/panel/示例市卫生健康委员会_2020.html" time="0"/>
    <testcase classname="T3.balance" name="示例市卫生健康委员会 2021" file="tests/data/panel/示例市卫生健康委员会_2021.txt" time="0"/>
$ ogi --no-init -d p.db -c 'check T3.balance format github' 2>/dev/null
$ ogi --no-init -d p.db -c 'check T3.balance format sarif' 2>/dev/null | grep -c suppressions
2

# A file of one's own.
$ printf 'waive T3 for "示例县教育局" 2022 because "known"\n# a remark\nwaive T9 for 教育\nwaive T4.sum for "无此机关"\n' >mine.ogi; ogi --no-init -d p.db -c 'set waivers "mine.ogi"' -c 'check T3' -c 'waivers' -c 'set' 2>&1 | cat
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)  waived
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)  waived
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
error T3.closed  示例县教育局 2022  natural_person  14 against 16 (difference -2)  waived
  the results do not add up to their printed total
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.closed  示例县教育局 2022  total  17 against 19 (difference -2)  waived
  the results do not add up to their printed total
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
rule        severity  pass  pass*  fail  unknown  n/a  waived
T3.balance  error       99      4     2        0    0       2
T3.closed   error       96      0     2        6    1       2
T3.cross    error      364      2     0        0    1       0
mine.ogi:3: waiver of T9 for 教育: no such rule

rule    agency        years  because  until  findings  state           place
T3      示例县教育局  2022   known    –             4  active          mine.ogi:1
T9      教育          –      –        –             0  no such rule    mine.ogi:3
T4.sum  无此机关      –      –        –             0  no such agency  mine.ogi:4

setting      value     can_be
year         all       a year, 2019..2023 or all
blank        zero      zero or unknown
names        key       key, zh, en or both
format       table     table, csv, tsv, json, jsonl, md, line or html
form         all       a form or all
min base     30        a whole number: rates over less rank nowhere
waivers      mine.ogi  a file
width        auto      a number of columns, 0 for no limit, or auto: as wide as the window
null         auto      a text that stands where there is no figure, or auto
thousands    auto      on: 12,345, off, or auto: on a terminal
units        auto      on: units in headings, off, or auto: on a terminal
colour       auto      on, off, or auto: on a terminal, of answers and of what is typed
pager        auto      on, off, or auto: for what is longer than the window
headers      on        on or off
timing       off       on or off: the time of each statement
echo         off       on or off: statements of scripts are shown too
bail         on        on or off: an error ends a script
prompt       auto      a text, or auto
suggestions  on        on or off: what the history would add to what is typed
$ ogi --no-init -d p.db -c 'set waivers "nowhere.ogi"' -c 'check T3'
!3
-c#2: error: "nowhere.ogi" cannot be read: No such file or directory
$ printf 'sum received\nwaive T3\n' >bad.ogi; ogi --no-init -d p.db -c 'set waivers "bad.ogi"' -c 'check T3'
!2
bad.ogi:1:1: error: only "waive …" may stand in a file of waivers
  sum received
  ^~~~~~~~~~~~
bad.ogi:2:9: error: the statement ends too early: expected "for" or "."
  waive T3
          ^
$ ogi --no-init --safe -d p.db -c 'waive T3 for "教育"'
!2
-c:1:1: error: --safe allows no statement to touch a file
  waive T3 for "教育"
  ^~~~~~~~~~~~~~~~~~~

# A baseline: what stood there does not count, what is gone is named.
$ rm waivers.ogi; ogi --no-init -d p.db -c 'check T3 baseline "old.json"'
rule        severity  pass  pass*  fail  unknown  n/a  in the baseline
T3.balance  error       99      4     2        0    0                2
T3.closed   error       96      0     2        6    1                2
T3.cross    error      364      2     0        0    1                0
$ ogi --no-init -d p.db -c 'check T3 baseline "old.jsonl" format github'
$ grep -v natural_person old.jsonl >fewer.jsonl; ogi --no-init -d p.db -c 'check T3 baseline "fewer.jsonl"'
!1
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.closed  示例县教育局 2022  natural_person  14 against 16 (difference -2)
  the results do not add up to their printed total
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
rule        severity  pass  pass*  fail  unknown  n/a  in the baseline
T3.balance  error       99      4     2        0    0                1
T3.closed   error       96      0     2        6    1                1
T3.cross    error      364      2     0        0    1                0
$ sed 's/"year": 2022/"year": 2021/' old.jsonl >other.jsonl; ogi --no-init -d p.db -c 'check T3.balance baseline "other.jsonl"'
!1
error T3.balance  示例县教育局 2022  natural_person  16 against 18 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
error T3.balance  示例县教育局 2022  total  19 against 21 (difference -2)
  new and carried-in applications are not all closed or carried forward
  tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
fixed T3.balance  示例县教育局 2021  natural_person
fixed T3.balance  示例县教育局 2021  total
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error       99      4     2        0    0
$ ogi --no-init -d p.db -c 'check T3.balance baseline "fewer.jsonl" format sarif' | grep -o '"baselineState": "[a-z]*"'
"baselineState": "new"
"baselineState": "unchanged"
$ : >empty.jsonl; ogi --no-init -d p.db -c 'check T3 baseline "empty.jsonl"' >/dev/null; echo $?
1
$ ogi --no-init -d p.db -c 'check T3 baseline "mine.ogi"'
!3
-c:1:19: error: this is no list of findings in json or jsonl
  check T3 baseline "mine.ogi"
                    ^~~~~~~~~~ write one with "check to 'old.json'"
$ ogi --no-init -d p.db -c 'check T3 baseline "nowhere.json"'
!3
-c:1:19: error: "nowhere.json" cannot be read: No such file or directory
  check T3 baseline "nowhere.json"
                    ^~~~~~~~~~~~~~

$ ogi --no-init -d p.db -c 'waive T9 for "教育"'
!2
-c:1:7: error: there is no rule "T9"
  waive T9 for "教育"
        ^~ "show rules" lists them
$ ogi --no-init -d p.db -c 'waive T3 for "无此机关" 2021'
!2
-c:1:14: error: no report has the agency "无此机关"
  waive T3 for "无此机关" 2021
               ^~~~~~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
$ ogi --no-init -d p.db -c 'waive T3 for "教育" because "a" because "b"'
!2
-c:1:31: error: "because" is said twice
  waive T3 for "教育" because "a" because "b"
                                  ^~~~~~~~~~~
$ ogi --no-init -d p.db -c 'waive T3 for "教育" until soon'
!2
-c:1:25: error: "soon" does not fit here: expected a date
  waive T3 for "教育" until soon
                            ^~~~
$ ogi --no-init -d p.db -c 'waive T3'
!2
-c:1:9: error: the statement ends too early: expected "for" or "."
  waive T3
          ^
