# check for other tools: tap, junit, github, sarif. That they are read there is tried in tests/formats.
%load panel

> check T3.balance for "示例县教育局" 2022 format tap
!1
TAP version 13
not ok 1 - T3.balance 示例县教育局 2022
  ---
  severity: 'error'
  file: 'tests/data/panel/示例县教育局_2022.txt'
  findings:
    - message: 'natural_person: new and carried-in applications are not all closed or carried forward: 16 is not 18 (line 46, cell 2)'
      instance: 'natural_person'
      left: '16'
      right: '18'
      place: 'line 46, cell 2'
    - message: 'total: new and carried-in applications are not all closed or carried forward: 19 is not 21 (line 46, cell 8)'
      instance: 'total'
      left: '19'
      right: '21'
      place: 'line 46, cell 8'
  ...
1..1
> check T3.balance for "示例县教育局" 2022 format junit
!1
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ogi check" tests="1" failures="1" errors="0" skipped="0" time="0">
  <testsuite name="T3.balance" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="T3.balance" name="示例县教育局 2022" file="tests/data/panel/示例县教育局_2022.txt" time="0">
      <failure type="error" message="natural_person: new and carried-in applications are not all closed or carried forward: 16 is not 18 (line 46, cell 2)">natural_person: new and carried-in applications are not all closed or carried forward: 16 is not 18 (line 46, cell 2)
total: new and carried-in applications are not all closed or carried forward: 19 is not 21 (line 46, cell 8)
</failure>
    </testcase>
  </testsuite>
</testsuites>
> check T3.balance for "示例县教育局" 2022 format github
!1
::error file=tests/data/panel/示例县教育局_2022.txt,line=46,title=T3.balance::示例县教育局 2022: natural_person: new and carried-in applications are not all closed or carried forward: 16 is not 18 (line 46, cell 2)
::error file=tests/data/panel/示例县教育局_2022.txt,line=46,title=T3.balance::示例县教育局 2022: total: new and carried-in applications are not all closed or carried forward: 19 is not 21 (line 46, cell 8)
> check T3.balance for "示例县教育局" 2022 format sarif
!1
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
  "runs": [{
    "tool": {"driver": {"name": "ogi", "rules": [
        {"id": "T3.balance", "shortDescription": {"text": "new and carried-in applications are not all closed or carried forward"}, "fullDescription": {"text": "新收与上年结转之和不等于办结总计与结转下年度之和"}, "help": {"text": "define check T3.balance \"new and carried-in applications are not all closed or carried forward\"\n    \"新收与上年结转之和不等于办结总计与结转下年度之和\" severity error\n  because \"表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和\"\n  for each requester : received + carried_in = closed + carried_forward"}, "defaultConfiguration": {"level": "error"}, "properties": {"because": "表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"}}]}},
    "columnKind": "unicodeCodePoints",
    "results": [
        {"ruleId": "T3.balance", "ruleIndex": 0, "level": "error", "message": {"text": "示例县教育局 2022: natural_person: new and carried-in applications are not all closed or carried forward: 16 is not 18 (line 46, cell 2)"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "tests/data/panel/%E7%A4%BA%E4%BE%8B%E5%8E%BF%E6%95%99%E8%82%B2%E5%B1%80_2022.txt"}, "region": {"startLine": 46}}, "logicalLocations": [{"fullyQualifiedName": "line 46, cell 2"}]}], "partialFingerprints": {"ogiFinding/v1": "T3.balance/示例县教育局/2022/natural_person"}},
        {"ruleId": "T3.balance", "ruleIndex": 0, "level": "error", "message": {"text": "示例县教育局 2022: total: new and carried-in applications are not all closed or carried forward: 19 is not 21 (line 46, cell 8)"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "tests/data/panel/%E7%A4%BA%E4%BE%8B%E5%8E%BF%E6%95%99%E8%82%B2%E5%B1%80_2022.txt"}, "region": {"startLine": 46}}, "logicalLocations": [{"fullyQualifiedName": "line 46, cell 8"}]}], "partialFingerprints": {"ogiFinding/v1": "T3.balance/示例县教育局/2022/total"}}]}]}

# Below severity error nothing breaks; what cannot be decided is skipped.
> check X.pending for "示例县公安局" format tap
TAP version 13
ok 1 - X.pending 示例县公安局 2019 # SKIP n/a
not ok 2 - X.pending 示例县公安局 2020 # TODO info
  ---
  severity: 'info'
  file: 'tests/data/panel/示例县公安局_2020.txt'
  findings:
    - message: 'after_review: fewer cases than were pending the year before: 0 is below 1 (line 54, cell 15)'
      instance: 'after_review'
      left: '0'
      right: '1'
      place: 'line 54, cell 15'
  ...
ok 3 - X.pending 示例县公安局 2021
ok 4 - X.pending 示例县公安局 2022
1..4
> check X.pending for "示例县公安局" format junit
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ogi check" tests="4" failures="0" errors="0" skipped="1" time="0">
  <testsuite name="X.pending" tests="4" failures="0" errors="0" skipped="1" time="0">
    <testcase classname="X.pending" name="示例县公安局 2019" file="tests/data/panel/示例县公安局_2019.html" time="0">
      <skipped message="n/a"/>
    </testcase>
    <testcase classname="X.pending" name="示例县公安局 2020" file="tests/data/panel/示例县公安局_2020.txt" time="0">
      <system-out>info
after_review: fewer cases than were pending the year before: 0 is below 1 (line 54, cell 15)
</system-out>
    </testcase>
    <testcase classname="X.pending" name="示例县公安局 2021" file="tests/data/panel/示例县公安局_2021.txt" time="0"/>
    <testcase classname="X.pending" name="示例县公安局 2022" file="tests/data/panel/示例县公安局_2022.html" time="0"/>
  </testsuite>
</testsuites>
> check X.pending for "示例县公安局" format github
::notice file=tests/data/panel/示例县公安局_2020.txt,line=54,title=X.pending::示例县公安局 2020: after_review: fewer cases than were pending the year before: 0 is below 1 (line 54, cell 15)

# Nothing in scope.
> check T3.balance where year = 1999 format tap
!3
TAP version 13
1..0 # SKIP no report in scope
check: T3.balance: n/a, nothing passed and nothing failed
> check T3.balance where year = 1999 format junit
!3
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ogi check" tests="0" failures="0" errors="0" skipped="0" time="0">
  <testsuite name="T3.balance" tests="0" failures="0" errors="0" skipped="0" time="0">
  </testsuite>
</testsuites>
check: T3.balance: n/a, nothing passed and nothing failed
> check T3.balance where year = 1999 format github
!3
check: T3.balance: n/a, nothing passed and nothing failed
> check T3.balance where year = 1999 format sarif
!3
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
  "runs": [{
    "tool": {"driver": {"name": "ogi", "rules": [
        {"id": "T3.balance", "shortDescription": {"text": "new and carried-in applications are not all closed or carried forward"}, "fullDescription": {"text": "新收与上年结转之和不等于办结总计与结转下年度之和"}, "help": {"text": "define check T3.balance \"new and carried-in applications are not all closed or carried forward\"\n    \"新收与上年结转之和不等于办结总计与结转下年度之和\" severity error\n  because \"表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和\"\n  for each requester : received + carried_in = closed + carried_forward"}, "defaultConfiguration": {"level": "error"}, "properties": {"because": "表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"}}]}},
    "columnKind": "unicodeCodePoints",
    "results": []}]}
check: T3.balance: n/a, nothing passed and nothing failed
> check format xunit
!2
check_formats.t:114:14: error: there is no format "xunit"
  check format xunit
               ^~~~~ it can be table, csv, tsv, json, jsonl, md, line, html, xlsx, text, tap, junit, github or sarif
$ ogi --quiet tests/data/panel -c 'check T3.balance to "out.xml"' -c 'check T3.balance to "out.tap"' -c 'check T3.balance to "out.sarif"' 2>/dev/null; wc -l out.xml out.tap out.sarif; rm -f out.xml out.tap out.sarif
  24 out.xml
  32 out.tap
   8 out.sarif
  64 total
# The assertions of a script that stand before its check, whatever came of them.
> assert sum received by year >= 0 where agency = "示例县教育局"
. assert sum received by year > 19 where agency = "示例县教育局" because "it <grows>"
. assert not reports where year = 2022 severity warn
. assert sum received = 3 where year = 1999
. check T4.sum for "示例县教育局" 2022 format junit
. check T4.sum for "示例县教育局" 2022 format tap
. check T4.sum for "示例县教育局" 2022 format github
. check T4.sum for "示例县教育局" 2022 format sarif
!3
check_formats.t:126:1: assertion failed (error): 3 of 3
  sum received by year > 19 where agency = "示例县教育局"
  because it <grows>
year  found  wanted  difference  cells
2021     14      19          -5  trace 1,2
2022    !18      19         !-1  trace 2,2
2023     12      19          -7  trace 3,2
the cells of the first: sum received by year where agency = "示例县教育局"; trace 1,2

check_formats.t:127:1: assertion failed (warn): 3 rows where none should be
  not reports where year = 2022
agency          year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府  2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县人民政府_2022.html
示例县公安局    2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县公安局_2022.html
示例县教育局    2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县教育局_2022.txt

check_formats.t:128:1: assertion not tested: no report is in scope
  sum received = 3 where year = 1999
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ogi check" tests="5" failures="1" errors="0" skipped="1" time="0">
  <testsuite name="T4.sum" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="T4.sum" name="示例县教育局 2022" file="tests/data/panel/示例县教育局_2022.txt" time="0"/>
  </testsuite>
  <testsuite name="assert" tests="4" failures="1" errors="0" skipped="1" time="0">
    <testcase classname="assert" name="sum received by year &gt;= 0 where agency = &quot;示例县教育局&quot;" file="check_formats.t" line="125" time="0"/>
    <testcase classname="assert" name="sum received by year &gt; 19 where agency = &quot;示例县教育局&quot;" file="check_formats.t" line="126" time="0">
      <failure type="error" message="3 of 3: year=2021: received is 14, wanted 19, because it &lt;grows&gt;"/>
    </testcase>
    <testcase classname="assert" name="not reports where year = 2022" file="check_formats.t" line="127" time="0">
      <system-out>warn
3 rows where none should be
</system-out>
    </testcase>
    <testcase classname="assert" name="sum received = 3 where year = 1999" file="check_formats.t" line="128" time="0">
      <skipped message="no report is in scope"/>
    </testcase>
  </testsuite>
</testsuites>
TAP version 13
ok 1 - T4.sum 示例县教育局 2022
ok 2 - assert sum received by year >= 0 where agency = "示例县教育局"
not ok 3 - assert sum received by year > 19 where agency = "示例县教育局"
  ---
  severity: 'error'
  file: 'check_formats.t'
  line: 126
  message: '3 of 3: year=2021: received is 14, wanted 19, because it <grows>'
  ...
not ok 4 - assert not reports where year = 2022 # TODO warn
  ---
  severity: 'warn'
  file: 'check_formats.t'
  line: 127
  message: '3 rows where none should be'
  ...
ok 5 - assert sum received = 3 where year = 1999 # SKIP n/a
1..5
::error file=check_formats.t,line=126,title=assert::sum received by year > 19 where agency = "示例县教育局": 3 of 3: year=2021: received is 14, wanted 19, because it <grows>
::warning file=check_formats.t,line=127,title=assert::not reports where year = 2022: 3 rows where none should be
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
  "runs": [{
    "tool": {"driver": {"name": "ogi", "rules": [
        {"id": "T4.sum", "shortDescription": {"text": "the results do not add up to the printed total"}, "fullDescription": {"text": "各项结果之和不等于所填总计"}, "help": {"text": "define check T4.sum \"the results do not add up to the printed total\"\n    \"各项结果之和不等于所填总计\" severity error because \"表四 总计\"\n  : parts(result) = total(result)"}, "defaultConfiguration": {"level": "error"}, "properties": {"because": "表四 总计"}},
        {"id": "assert", "shortDescription": {"text": "an assertion of the script does not hold"}, "defaultConfiguration": {"level": "error"}}]}},
    "columnKind": "unicodeCodePoints",
    "results": [
        {"ruleId": "assert", "ruleIndex": 1, "level": "error", "message": {"text": "sum received by year > 19 where agency = \"示例县教育局\": 3 of 3: year=2021: received is 14, wanted 19, because it <grows>"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "check_formats.t"}, "region": {"startLine": 126}}}], "partialFingerprints": {"ogiFinding/v1": "assert/sum received by year > 19 where agency = \"示例县教育局\""}},
        {"ruleId": "assert", "ruleIndex": 1, "level": "warning", "message": {"text": "not reports where year = 2022: 3 rows where none should be"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "check_formats.t"}, "region": {"startLine": 127}}}], "partialFingerprints": {"ogiFinding/v1": "assert/not reports where year = 2022"}}]}]}
holds: 3 figures
