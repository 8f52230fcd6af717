# Every column has a name of its own, and every row of a tree tells which it is.
%load panel
%run load "tests/data/agencies.csv" as agencies
%args --format csv

# An inner member that the form records itself, beside its subtotal.
> sum applications by year across outcome depth 2 where year in 2020..2021 and outcome = otherwise_closed own reports
year,otherwise_closed,otherwise_closed_undivided,not_corrected,fee_unpaid,other_disposal
2020,5,5,,,
2021,7,1,1,1,4
> sum applications by year across outcome depth 2 where year in 2020..2021 and outcome = otherwise_closed own reports having otherwise_closed_undivided > 0
year,otherwise_closed,otherwise_closed_undivided,not_corrected,fee_unpaid,other_disposal
2020,5,5,,,
2021,7,1,1,1,4
> sum applications by year across outcome leaves where outcome = otherwise_closed own reports
year,otherwise_closed,not_corrected,fee_unpaid,other_disposal
2019,2,,,
2020,5,,,
2021,1,1,1,4
2022,,1,0,1
2023,,0,0,2
> set format table
. sum applications by year across outcome depth 2 where year in 2020..2021 and outcome = otherwise_closed own reports
year  otherwise_closed  otherwise_closed (undivided)  not_corrected  fee_unpaid  other_disposal
2020                 5                             5              –           –               –
2021                 7                             1              1           1               4
reports 7 of 7 · expected 10, missing 3
> set format table; set names zh
. sum applications by year across outcome depth 2 where year = 2020 and outcome = otherwise_closed own reports
年份  其他处理  其他处理（未细分）  逾期不补正  逾期不缴费  其他处理情形
2020         5                   5           –           –             –
报告 2 份（范围内共 2 份） · 应有 5 份，缺 3 份

# Names that would be there twice.
> sum received, received by year own reports
!2
columns.t:35:15: error: "received" stands here twice
  sum received, received by year own reports
                ^~~~~~~~
> sum received, applications, 新收申请 by year own reports
!2
columns.t:40:29: error: "received" stands here twice
  sum received, applications, 新收申请 by year own reports
                              ^~~~~~~~
> sum received as year by year own reports
!2
columns.t:45:17: error: two columns would be called "year"
  sum received as year by year own reports
                  ^~~~ name it otherwise: "as NAME"
> sum received as year change 2021 to 2022 by agency own reports
agency,year,previous,difference,percent
示例县公安局,53,40,13,0.325
示例县教育局,18,14,4,0.2857142857142857
示例县青山镇人民政府,,5,,
示例市卫生健康委员会,,48,,
示例省财政厅,,96,,
> sum received as row by year total own reports
!2
columns.t:57:17: error: two columns would be called "row"
  sum received as row by year total own reports
                  ^~~ name it otherwise: "as NAME"
> sum received as row by year where year = 2021 own reports
year,row
2021,203
> avg received as n by year own reports
!2
columns.t:65:17: error: two columns would be called "n"
  avg received as n by year own reports
                  ^ name it otherwise: "as NAME"
> rate withheld of applications as numerator by year own reports
!2
columns.t:70:34: error: two columns would be called "numerator"
  rate withheld of applications as numerator by year own reports
                                   ^~~~~~~~~ name it otherwise: "as NAME"
> share received as received by agency own reports
!2
columns.t:75:19: error: two columns would be called "received"
  share received as received by agency own reports
                    ^~~~~~~~ name it otherwise: "as NAME"
> sum received as previous by year change own reports
!2
columns.t:80:17: error: two columns would be called "previous"
  sum received as previous by year change own reports
                  ^~~~~~~~ name it otherwise: "as NAME"
> count reports as year by year
!2
columns.t:85:18: error: two columns would be called "year"
  count reports as year by year
                   ^~~~ name it otherwise: "as NAME"
> count reports as agency by agency, year change
!2
columns.t:90:18: error: two columns would be called "agency"
  count reports as agency by agency, year change
                   ^~~~~~ name it otherwise: "as NAME"
> define rate denominator = withheld of applications
. rate denominator as part by year where year = 2021 own reports
. rate denominator by year own reports
!2
year,part,numerator,denominator
2021,0.10126582278481013,16,158
columns.t:97:6: error: two columns would be called "denominator"
  rate denominator by year own reports
       ^~~~~~~~~~~ name it otherwise: "as NAME"

# Across, columns are called by their members.
> sum received by year across requester as x own reports
!2
columns.t:106:39: error: "as" names one column: those across are named by their members
  sum received by year across requester as x own reports
                                        ^~~~
> rate withheld of applications across year as x own reports
!2
columns.t:111:43: error: "as" names one column: those across are named by their members
  rate withheld of applications across year as x own reports
                                            ^~~~
> sum received, applications as x own reports
!2
columns.t:116:28: error: "as" names one column, here are 2
  sum received, applications as x own reports
                             ^~~~

# Divisions that share a name are told apart by what is above them; in a tree the rows above say it.
$ mkdir r; for a in 南京市鼓楼区教育局 徐州市鼓楼区教育局 福州市仓山区教育局; do sed "s/示例县教育局/$a/g" examples/reports/示例县教育局_2022.txt >r/$a.txt; done; ogi --no-init -d r.db r -c 'sum received by region leaves' -c 'sum received by region depth 3'
region                received
江苏省/南京市/鼓楼区        17
江苏省/徐州市/鼓楼区        17
仓山区                      17

region      received
江苏省            34
  南京市          17
    鼓楼区        17
  徐州市          17
    鼓楼区        17
福建省            17
  福州市          17
    仓山区        17
loaded 3 reports from 3 files
reports 3 of 3
reports 3 of 3
$ for f in csv json; do ogi --no-init -d r.db --quiet --format $f -c 'sum received by region depth 3 where region under 江苏省' -c 'sum received across region leaves'; done
region,row,received
江苏省,subtotal,34
南京市,subtotal,17
江苏省/南京市/鼓楼区,leaf,17
徐州市,subtotal,17
江苏省/徐州市/鼓楼区,leaf,17

江苏省/南京市/鼓楼区,江苏省/徐州市/鼓楼区,仓山区
17,17,17
{"statement": "sum received by region depth 3 where region under 江苏省",
 "columns": [
  {"name": "region", "type": "text", "unit": null},
  {"name": "row", "type": "text", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"region": "江苏省", "row": "subtotal", "received": 34},
  {"region": "南京市", "row": "subtotal", "received": 17},
  {"region": "江苏省/南京市/鼓楼区", "row": "leaf", "received": 17},
  {"region": "徐州市", "row": "subtotal", "received": 17},
  {"region": "江苏省/徐州市/鼓楼区", "row": "leaf", "received": 17}],
 "coverage": {"reports": 2, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
{"statement": "sum received across region leaves",
 "columns": [
  {"name": "江苏省/南京市/鼓楼区", "type": "integer", "unit": "件"},
  {"name": "江苏省/徐州市/鼓楼区", "type": "integer", "unit": "件"},
  {"name": "仓山区", "type": "integer", "unit": "件"}],
 "rows": [
  {"江苏省/南京市/鼓楼区": 17, "江苏省/徐州市/鼓楼区": 17, "仓山区": 17}],
 "coverage": {"reports": 3, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
$ ogi --no-init -d r.db --quiet -c 'sum received by region leaves having region = "江苏省/徐州市/鼓楼区"' -c 'sum received by agency where region = "江苏省/徐州市/鼓楼区"'
region                received
江苏省/徐州市/鼓楼区        17

agency              received
徐州市鼓楼区教育局        17
