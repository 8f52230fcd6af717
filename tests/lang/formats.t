# One answer in every format.
%load panel
%run load "tests/data/agencies.csv" as agencies

$ for f in table csv tsv json jsonl md; do echo "== $f"; ogi --no-init -d panel.db --format $f -c 'sum received, fees by agency own reports where year in 2020..2021'; done
== table
agency                received          fees
示例县公安局                74     12.345678
示例县教育局                14           0.3
示例县青山镇人民政府         5             –
示例市卫生健康委员会        93        101.07
示例省财政厅                96  24252.311082
== csv
agency,received,fees
示例县公安局,74,12.345678
示例县教育局,14,0.3
示例县青山镇人民政府,5,
示例市卫生健康委员会,93,101.07
示例省财政厅,96,24252.311082
== tsv
agency	received	fees
示例县公安局	74	12.345678
示例县教育局	14	0.3
示例县青山镇人民政府	5	
示例市卫生健康委员会	93	101.07
示例省财政厅	96	24252.311082
== json
{"statement": "sum received, fees by agency own reports where year in 2020..2021",
 "columns": [
  {"name": "agency", "type": "text", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"},
  {"name": "fees", "type": "decimal", "unit": "万元"}],
 "rows": [
  {"agency": "示例县公安局", "received": 74, "fees": 12.345678},
  {"agency": "示例县教育局", "received": 14, "fees": 0.3},
  {"agency": "示例县青山镇人民政府", "received": 5, "fees": null},
  {"agency": "示例市卫生健康委员会", "received": 93, "fees": 101.07},
  {"agency": "示例省财政厅", "received": 96, "fees": 24252.311082}],
 "coverage": {"reports": 7, "expected": 10, "missing": 3, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}
== jsonl
{"agency": "示例县公安局", "received": 74, "fees": 12.345678}
{"agency": "示例县教育局", "received": 14, "fees": 0.3}
{"agency": "示例县青山镇人民政府", "received": 5, "fees": null}
{"agency": "示例市卫生健康委员会", "received": 93, "fees": 101.07}
{"agency": "示例省财政厅", "received": 96, "fees": 24252.311082}
== md
| agency | received | fees |
| --- | ---: | ---: |
| 示例县公安局 | 74 | 12.345678 |
| 示例县教育局 | 14 | 0.3 |
| 示例县青山镇人民政府 | 5 | – |
| 示例市卫生健康委员会 | 93 | 101.07 |
| 示例省财政厅 | 96 | 24252.311082 |
reports 7 of 7 · expected 10, missing 3 · 3 blanks taken as 0
reports 7 of 7 · expected 10, missing 3 · 3 blanks taken as 0
$ for f in table csv tsv json jsonl md; do echo "== $f"; ogi --no-init -d panel.db --format $f -c 'avg received by level own reports where year=2021'; done
== table
level     received  n
province     96.00  1
city         48.00  1
county       27.00  2
township      5.00  1
== csv
level,received,n
province,96,1
city,48,1
county,27,2
township,5,1
== tsv
level	received	n
province	96	1
city	48	1
county	27	2
township	5	1
== json
{"statement": "avg received by level own reports where year=2021",
 "columns": [
  {"name": "level", "type": "text", "unit": null},
  {"name": "received", "type": "real", "unit": "件"},
  {"name": "n", "type": "integer", "unit": null}],
 "rows": [
  {"level": "province", "received": 96, "n": 1},
  {"level": "city", "received": 48, "n": 1},
  {"level": "county", "received": 27, "n": 2},
  {"level": "township", "received": 5, "n": 1}],
 "coverage": {"reports": 5, "expected": 5, "missing": 0, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}
== jsonl
{"level": "province", "received": 96, "n": 1}
{"level": "city", "received": 48, "n": 1}
{"level": "county", "received": 27, "n": 2}
{"level": "township", "received": 5, "n": 1}
== md
| level | received | n |
| --- | ---: | ---: |
| province | 96.00 | 1 |
| city | 48.00 | 1 |
| county | 27.00 | 2 |
| township | 5.00 | 1 |
reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0
reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0
$ for f in table csv tsv json jsonl md; do echo "== $f"; ogi --no-init -d panel.db --format $f -c 'sum applications by requester depth 2 total own reports where year=2022'; done
== table
requester                applications
natural_person                     54
organisation                       15
  company                          12
  research_institution              0
  public_interest_group             0
  law_firm                          3
  other_organisation                0

total                              69
== csv
requester,row,applications
natural_person,leaf,54
organisation,subtotal,15
company,leaf,12
research_institution,leaf,0
public_interest_group,leaf,0
law_firm,leaf,3
other_organisation,leaf,0
,total,69
== tsv
requester	row	applications
natural_person	leaf	54
organisation	subtotal	15
company	leaf	12
research_institution	leaf	0
public_interest_group	leaf	0
law_firm	leaf	3
other_organisation	leaf	0
	total	69
== json
{"statement": "sum applications by requester depth 2 total own reports where year=2022",
 "columns": [
  {"name": "requester", "type": "text", "unit": null},
  {"name": "row", "type": "text", "unit": null},
  {"name": "applications", "type": "integer", "unit": "件"}],
 "rows": [
  {"requester": "natural_person", "row": "leaf", "applications": 54},
  {"requester": "organisation", "row": "subtotal", "applications": 15},
  {"requester": "company", "row": "leaf", "applications": 12},
  {"requester": "research_institution", "row": "leaf", "applications": 0},
  {"requester": "public_interest_group", "row": "leaf", "applications": 0},
  {"requester": "law_firm", "row": "leaf", "applications": 3},
  {"requester": "other_organisation", "row": "leaf", "applications": 0},
  {"requester": null, "row": "total", "applications": 69}],
 "coverage": {"reports": 2, "expected": 5, "missing": 3, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
== jsonl
{"requester": "natural_person", "row": "leaf", "applications": 54}
{"requester": "organisation", "row": "subtotal", "applications": 15}
{"requester": "company", "row": "leaf", "applications": 12}
{"requester": "research_institution", "row": "leaf", "applications": 0}
{"requester": "public_interest_group", "row": "leaf", "applications": 0}
{"requester": "law_firm", "row": "leaf", "applications": 3}
{"requester": "other_organisation", "row": "leaf", "applications": 0}
{"requester": null, "row": "total", "applications": 69}
== md
| requester | applications |
| --- | ---: |
| natural_person | 54 |
| organisation | 15 |
| &emsp;company | 12 |
| &emsp;research_institution | 0 |
| &emsp;public_interest_group | 0 |
| &emsp;law_firm | 3 |
| &emsp;other_organisation | 0 |
| **total** | **69** |
reports 2 of 2 · expected 5, missing 3
reports 2 of 2 · expected 5, missing 3
$ for f in csv json jsonl md; do echo "== $f"; ogi --no-init -d panel.db --format $f -c 'sum received where year=1999' -c 'sum received by year where year=1999' -c 'sum received where year=2021 own reports'; done
== csv
received
""

year,received

received
203
== json
{"statement": "sum received where year=1999",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": null}],
 "coverage": {"reports": 0, "expected": 6, "missing": 6, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
{"statement": "sum received by year where year=1999",
 "columns": [
  {"name": "year", "type": "integer", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [],
 "coverage": {"reports": 0, "expected": 6, "missing": 6, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
{"statement": "sum received where year=2021 own reports",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 203}],
 "coverage": {"reports": 5, "expected": 5, "missing": 0, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}
== jsonl
{"received": null}
{"received": 203}
== md
| received |
| ---: |
| – |

| year | received |
| --- | ---: |

| received |
| ---: |
| 203 |
reports 0 of 0 · expected 6, missing 6
no report is in scope
reports 0 of 0 · expected 6, missing 6
no report is in scope
reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0
$ ogi --no-init -d panel.db --quiet -c 'sum received own reports' -c 'sum received by year own reports where year<2021'
received
     558

year  received
2019        23
2020        79
$ ogi --no-init -d panel.db --format xml -c 'sum received'; echo $?
2
ogi: error: no format "xml", there are table, csv, tsv, json, jsonl, md, line or html
usage: ogi [-d DB] [-c STATEMENT]... [-f SCRIPT]... [OPTION]... [PATH]...
`ogi --help` explains the options
$ ogi --no-init -d panel.db --format json -c 'count reports by year'
{"statement": "count reports by year",
 "columns": [
  {"name": "year", "type": "integer", "unit": null},
  {"name": "reports", "type": "integer", "unit": null}],
 "rows": [
  {"year": 2019, "reports": 1},
  {"year": 2020, "reports": 2},
  {"year": 2021, "reports": 6},
  {"year": 2022, "reports": 3},
  {"year": 2023, "reports": 3}],
 "coverage": {"reports": 15, "expected": 30, "missing": 15, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
