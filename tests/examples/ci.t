# The recipe of examples/ci: known failures pass, a new one fails and is named at its line.

$ OGI=ogi RULES="T3, T4, X.carry" sh examples/ci/check.sh examples/reports
error T3.balance  示例县公安局 2023  natural_person  44 against 46 (difference -2)  waived
  new and carried-in applications are not all closed or carried forward
  examples/reports/示例县公安局_2023.txt: line 47, cell 2
error T3.balance  示例县公安局 2023  total  49 against 51 (difference -2)  waived
  new and carried-in applications are not all closed or carried forward
  examples/reports/示例县公安局_2023.txt: line 47, cell 8
rule        severity  pass  pass*  fail  unknown  n/a  waived  in the baseline
T3.balance  error      127      6     2        0    5       2                0
T3.closed   error      125      7     2        0    6       0                2
T3.cross    error      448     27     0        0   21       0                0
T4.sum      error       54      2     0        0    4       0                0
X.carry     error       79      5     0        0   56       0                0

rule  agency  years  because  until  findings  state  place
$ grep -c '<testcase' checks.xml; grep -c '<failure' checks.xml; grep -c '"ruleId"' checks.sarif; rm -f checks.xml checks.sarif
100
0
4
$ cp -r examples/reports spoilt; sed -i '/新收政府/s/| 36 /| 37 /' spoilt/示例县公安局_2022.txt; diff examples/reports/示例县公安局_2022.txt spoilt/示例县公安局_2022.txt | sed -n "s,^> ,,p"
| 一、本年新收政府信息公开申请数量 | 31 | 2 | 0 | 0 | 3 | 0 | 37 |||
$ OGI=ogi RULES="T3, T4, X.carry" GITHUB_ACTIONS=true sh examples/ci/check.sh spoilt
!1
::error file=spoilt/示例县公安局_2022.txt,line=47,title=T3.balance::示例县公安局 2022: total: new and carried-in applications are not all closed or carried forward: 39 is not 38 (line 47, cell 8)
::error file=spoilt/示例县公安局_2022.txt,line=24,title=T3.cross::示例县公安局 2022: received: the requesters do not add up to the total printed in the row: 36 is not 37 (line 24, cell 8)

rule  agency  years  because  until  findings  state  place
$ grep -B1 '<failure' checks.xml | cut -c1-160; rm -rf spoilt checks.xml checks.sarif
    <testcase classname="T3.balance" name="示例县公安局 2022" file="spoilt/示例县公安局_2022.txt" time="0">
      <failure type="error" message="total: new and carried-in applications are not all closed or carried forward: 39 is not 38 (line 47, cell 8)">total: new an
--
    <testcase classname="T3.cross" name="示例县公安局 2022" file="spoilt/示例县公安局_2022.txt" time="0">
      <failure type="error" message="received: the requesters do not add up to the total printed in the row: 36 is not 37 (line 24, cell 8)">received: the reque
$ OGI=ogi RULES="T3, T4, X.carry" sh examples/ci/check.sh nowhere; rm -f checks.xml checks.sarif
not decided now T3.closed  示例县公安局 2023  natural_person
not decided now T3.closed  示例县公安局 2023  total
nothing to try: T3.balance, T3.closed, T3.cross, T4.sum, X.carry

rule        agency        years  because                                                 until  findings  state           place
T3.balance  示例县公安局  2023   the office knows, and corrects it with the next report  –             0  no such agency  examples/ci/waivers.ogi:2
ogi: error: "nowhere" cannot be loaded: No such file or directory
check: T3: n/a, nothing passed and nothing failed
check: T4: n/a, nothing passed and nothing failed
check: X.carry: n/a, nothing passed and nothing failed
examples/ci/waivers.ogi:2: waiver of T3.balance for 示例县公安局: no such agency
check: T3: n/a, nothing passed and nothing failed
check: T4: n/a, nothing passed and nothing failed
check: X.carry: n/a, nothing passed and nothing failed
not decided now T3.closed  示例县公安局 2023  natural_person
not decided now T3.closed  示例县公安局 2023  total
examples/ci/waivers.ogi:2: waiver of T3.balance for 示例县公安局: no such agency
check: T3: n/a, nothing passed and nothing failed
check: T4: n/a, nothing passed and nothing failed
check: X.carry: n/a, nothing passed and nothing failed
not decided now T3.closed  示例县公安局 2023  natural_person
not decided now T3.closed  示例县公安局 2023  total
examples/ci/waivers.ogi:2: waiver of T3.balance for 示例县公安局: no such agency
