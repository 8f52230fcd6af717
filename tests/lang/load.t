# Loading, loading again, dropping; each case begins with the panel as loaded.
%load panel
%fresh

# A file loaded again replaces its report.
> load "tests/data/panel/示例县公安局_2021.txt"
. count reports
reports
     15
loaded 1 report from 1 file, 1 replaced
reports 15 of 15
> load "tests/data/panel"
. count reports
reports
     15
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
loaded 15 reports from 15 files, 15 replaced, 1 with doubts (1)
reports 15 of 15
> load "tests/data/panel/*_2021.txt", "tests/data/panel/*.html"
. count reports
reports
     15
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
loaded 12 reports from 12 files, 12 replaced, 1 with doubts (1)
reports 15 of 15
> reload
. count reports
reports
     15
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
loaded 15 reports from 15 files, 15 replaced, 1 with doubts (1)
reports 15 of 15
> reload "tests/data/panel/示例县公安局_2021.txt"
loaded 1 report from 1 file, 1 replaced

# Two files for one agency and year: the one with fewer unread cells counts, then the one with fewer blanks.
> load "tests/data/twice"
. count reports
. sum received for "公安" 2021
. show report "公安" 2021 table 3
. reports for "公安" 2021
reports
     15

received
      40

report
agency         示例县公安局
year           2021
region         not known: the gazetteer does not list 示例县
level          county: the name begins with 示例县
function       公安: the name holds 公安局
edition        cn.2021 国办公开办函〔2021〕30号
title          示例县公安局2021年政府信息公开工作年度报告
sender         示例县公安局
signed on      2022-01-18
file           tests/data/panel/示例县公安局_2021.txt
cells          0 blank, 0 unread, 0 inferred, 0 doubts on loading
other version  tests/data/twice/公安局年报.txt

三                                                                            自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
一、本年新收政府信息公开申请数量                                                  30         7         1             0             2     0    40
二、上年结转政府信息公开申请数量                                                   2         0         0             0             0     0     2
三、本年度办理结果
  （一）予以公开                                                                  16         5         0             0             0     0    21
  （二）部分公开（区分处理的，只计这一情形，不计其他情形）                         4         0         0             0             1     0     5
  （三）不予公开
    1.属于国家秘密                                                                 0         0         0             0             0     0     0
    2.其他法律行政法规禁止公开                                                     0         0         0             0             0     0     0
    3.危及“三安全一稳定”                                                           0         0         0             0             0     0     0
    4.保护第三方合法权益                                                           0         0         0             0             0     0     0
    5.属于三类内部事务信息                                                         0         0         0             0             0     0     0
    6.属于四类过程性信息                                                           0         0         1             0             0     0     1
    7.属于行政执法案卷                                                             3         0         0             0             0     0     3
    8.属于行政查询事项                                                             2         0         0             0             0     0     2
  （四）无法提供
    1.本机关不掌握相关政府信息                                                     4         2         0             0             0     0     6
    2.没有现成信息需要另行制作                                                     0         0         0             0             0     0     0
    3.补正后申请内容仍不明确                                                       1         0         0             0             0     0     1
  （五）不予处理
    1.信访举报投诉类申请                                                           0         0         0             0             0     0     0
    2.重复申请                                                                     0         0         0             0             0     0     0
    3.要求提供公开出版物                                                           0         0         0             0             0     0     0
    4.无正当理由大量反复申请                                                       0         0         0             0             0     0     0
    5.要求行政机关确认或重新出具已获取信息                                         0         0         0             0             0     0     0
  （六）其他处理
    1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请               1         0         0             0             0     0     1
    2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请       0         0         0             0             1     0     1
    3.其他                                                                         0         0         0             0             0     0     0
  （七）总计                                                                      31         7         1             0             2     0    41
四、结转下年度继续办理                                                             1         0         0             0             0     0     1

table  row                               column                   here  there
三     一、本年新收政府信息公开申请数量  自然人                   30    31
三     一、本年新收政府信息公开申请数量  法人或其他组织/科研机构  1

agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县公安局  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县公安局_2021.txt
tests/data/twice/公安局年报.txt: note: "示例县公安局" has a report on 2021 in tests/data/panel/示例县公安局_2021.txt too, which counts: it has 0 blank cells, this one 1
loaded 1 report from 1 file, 1 further version
reports 15 of 15
reports 1 of 1
"there" is tests/data/twice/公安局年报.txt: 2 cells differ, 0 unread
reports 1 of 1

# Rows whose digits run together are unread, each with its place.
> load "tests/data/runon"
. reports where unread > 0
. sum decisions for "水务" 2022
. sum received for "水务" 2022
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
示例市水务局          2022  2021         0       3       193       1  2023-01-12  tests/data/runon/示例市水务局_2022.txt

decisions
       61

received
     ~16
tests/data/runon/示例市水务局_2022.txt: line 8: warning: row "第二十条第（一）项/行政规范性文件" is left unread: the figures for 3 columns run together, "5123", and no sum of the form parts them
loaded 1 report from 1 file, 1 with doubts (1)
reports 2 of 2
reports 1 of 1
reports 1 of 1 · 6 inferred
~ not read but inferred from the sums of its form

# A list of agencies.
> load "tests/data/agencies.csv" as agencies
. count agencies by level
. sum received by level own reports where year=2021
level     agencies
province         1
city             1
county           3
township         1

level     received
province        96
city            48
county          54
township         5
declared 6 agencies
reports 15 of 15 · expected 30, missing 15
reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0
> load "tests/data/agencies_twice.csv" as agencies
!2
tests/data/agencies_twice.csv:3:1: error: the agency "示例县公安局" stands in line 2 already
  示例县公安局,示例省,省
  ^~~~~~~~~~~~
> load "tests/data/agencies.csv" as agency
!2
load.t:151:35: error: nothing is loaded as "agency"
  load "tests/data/agencies.csv" as agency
                                    ^~~~~~ write "as agencies", or "as report of AGENCY 2023"

# Dropping.
> drop report "公安" 2021
. count reports by agency
. sum received for "公安"
agency                reports
示例县人民政府              2
示例县公安局                3
示例县教育局                3
示例县青山镇人民政府        1
示例市卫生健康委员会        3
示例省财政厅                2

received
     110
dropped 1 report
reports 14 of 14
reports 3 of 3
> drop report "公安" 2019..2020
. count reports
reports
     13
dropped 2 reports
reports 13 of 13
> drop report "公安" 2015
!2
load.t:180:13: error: "示例县公安局" has no report on that year
  drop report "公安" 2015
              ^~~~~~~~~~~
> drop report "公安"
!2
load.t:185:13: error: it is not said which year's report
  drop report "公安"
              ^~~~~~ write drop report "示例县公安局" 2021
# Nothing is changed that should not be.
$ ogi --no-init -d panel.db --readonly -c 'load "tests/data/runon"'; echo $?
2
-c:1:1: error: --readonly allows no change of the panel
  load "tests/data/runon"
  ^~~~~~~~~~~~~~~~~~~~~~~
$ ogi --no-init -d panel.db --readonly -c 'drop report "公安" 2021' --keep-going -c 'count reports'; echo $?
reports
     15
2
-c:1:1: error: --readonly allows no change of the panel
  drop report "公安" 2021
  ^~~~~~~~~~~~~~~~~~~~~~~
reports 15 of 15
$ ogi --no-init -d panel.db --safe -c 'load "tests/data/runon"' --keep-going -c 'count reports'; echo $?
reports
     15
2
-c:1:1: error: --safe allows no statement to touch a file
  load "tests/data/runon"
  ^~~~~~~~~~~~~~~~~~~~~~~
reports 15 of 15
$ ogi --no-init -d panel.db --safe --keep-going -c 'sum received to "x.csv"' -c 'use "x.ogi"' -c 'reload' -c 'load "tests/data/agencies.csv" as agencies'; echo $?
2
-c:1:17: error: --safe allows no statement to touch a file
  sum received to "x.csv"
                  ^~~~~~~
-c#2:1:5: error: --safe allows no statement to touch a file
  use "x.ogi"
      ^~~~~~~
-c#3:1:1: error: --safe allows no statement to touch a file
  reload
  ^~~~~~
-c#4:1:1: error: --safe allows no statement to touch a file
  load "tests/data/agencies.csv" as agencies
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
$ ogi --no-init tests/data/panel --format csv -c 'sum received' 2>/dev/null
received
717
$ ogi --no-init --quiet tests/data/panel --format csv -c 'sum received'
received
717
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
$ ogi --no-init --strict tests/data/panel --format csv -c 'sum received'; echo $?
received
717
3
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
loaded 15 reports from 15 files, 1 with doubts (1)

> drop report "水务" 2021
!2
load.t:240:13: error: no report has the agency "水务"
  drop report "水务" 2021
              ^~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> load "tests/data/other"
tests/data/other/通知.txt: warning: it holds no table of a known form
loaded 0 reports from 1 file, 1 not read
> load "tests/data/other/通知.txt"
!3
tests/data/other/通知.txt: warning: it holds no table of a known form
loaded 0 reports from 1 file, 1 not read

# What only the form's sums could part is inferred: marked wherever it is used, a number for programs.
> load "tests/data/runon/示例市水务局_2022.txt"
. sum received by agency where year=2022
. reports where received is inferred
. count reports where received is not inferred
. set format csv
. sum received by agency where year=2022
. set format json
. sum applications for "水务" 2022
agency          received
示例县人民政府        90
示例县公安局          53
示例县教育局          18
示例市水务局         ~16

agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例市水务局  2022  2021         0       3       193       1  2023-01-12  tests/data/runon/示例市水务局_2022.txt

reports
     15

agency,received
示例县人民政府,90
示例县公安局,53
示例县教育局,18
示例市水务局,16
{"statement": "sum applications for \"水务\" 2022",
 "columns": [
  {"name": "applications", "type": "integer", "unit": "件"}],
 "rows": [
  {"applications": 16}],
 "coverage": {"reports": 1, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 126, "failing": null}}
tests/data/runon/示例市水务局_2022.txt: line 8: warning: row "第二十条第（一）项/行政规范性文件" is left unread: the figures for 3 columns run together, "5123", and no sum of the form parts them
loaded 1 report from 1 file, 1 with doubts (1)
reports 4 of 4 · 6 inferred
~ not read but inferred from the sums of its form
reports 1 of 1
reports 15 of 15
