# Where an agency is, of which level and in what field: from its name, from its reports, from a list. The
# reports are copies of an invented one under names of real places.
$ mkdir p; for n in 昆明市人民政府 昆明市西山区统计局 云南省财政厅 鼓楼区教育局 上海市黄浦区人民政府打浦桥街道 昆明经济技术开发区管委会 国家税务总局昆明市税务局 大理州公安局 教育部; do sed "s/示例县公安局/$n/g" tests/data/panel/示例县公安局_2021.txt >p/${n}_2021.txt; done; ogi --no-init -d p.db p
loaded 9 reports from 9 files
$ ogi --no-init -d p.db -c 'sum received by region depth 4 where year=2021'
region                  received
上海市                        40
  黄浦区                      40
    打浦桥街道                40
云南省                       240
  云南省 (undivided)          40
  昆明市                     160
    昆明市 (undivided)       120
    西山区                    40
  大理白族自治州              40
–                             80
reports 9 of 9
$ ogi --no-init -d p.db -c 'count agencies by region' -c 'count agencies by region depth 2' -c 'count agencies by region where region under 云南省'
region  agencies
上海市         1
云南省         6
–              2

region                agencies
上海市                       1
  黄浦区                     1
云南省                       6
  云南省 (undivided)         1
  昆明市                     4
  大理白族自治州             1
–                            2

region              agencies
云南省 (undivided)         1
昆明市                     4
大理白族自治州             1
reports 9 of 9
reports 9 of 9
reports 6 of 6
$ ogi --no-init -d p.db --format csv -c 'sum received where region under 昆明市' -c 'sum received where region == 昆明市' -c 'sum received where region under "云南省/昆明市/西山区"' -c 'sum received where region under 打浦桥'
received
160

received
120

received
40

received
40
$ ogi --no-init -d p.db -c 'sum received by level' -c 'sum received by function' -c 'sum received by year across level total'
level     received
central         40
province        40
city           120
county          80
township        40
–               40

function  received
公安            40
政府           120
教育            80
税务            40
统计            40
财政            40

year   central  province  city  county  township  unknown  total
2021        40        40   120      80        40       40    360

total       40        40   120      80        40       40    360
reports 9 of 9
reports 9 of 9
reports 9 of 9
$ ogi --no-init -d p.db -c 'set names zh' -c 'sum received by level' -c 'set names en' -c 'sum received by level' -c 'sum received by year across level'
层级    新收申请
中央          40
省级          40
市级         120
县级          80
乡镇级        40
–             40

level               new applications
central government                40
province                          40
city or prefecture               120
county or district                80
township or street                40
–                                 40

year  central government  province  city or prefecture  county or district  township or street  unknown
2021                  40        40                 120                  80                  40       40
报告 9 份（范围内共 9 份）
reports 9 of 9
reports 9 of 9
$ ogi --no-init -d p.db --format csv -c 'sum received by level order by level desc' -c 'sum received by level, function order by level, function where level in (city, county)'; ogi --no-init -d p.db --format csv -c 'sum received by level; trace 4,2' | sed -n 's/,.*//; 9,$p' | sort -u
level,received
township,40
county,80
city,120
province,40
central,40
,40

level,function,received
city,公安,40
city,政府,40
city,税务,40
county,教育,40
county,统计,40
agency
昆明市西山区统计局
鼓楼区教育局

# Levels by any of their names; those of which there is no agency are levels too.
$ ogi --no-init -d p.db --format csv -c 'count agencies where level = county' -c 'count agencies where level = 县级' -c 'count agencies where level = "区县"' -c 'count agencies where level in (city, 街道)' -c 'count agencies where level != county' -c 'count agencies where level ~ "^c"'
agencies
2

agencies
2

agencies
2

agencies
4

agencies
7

agencies
6
$ ogi --no-init -d p.db -c 'sum received where level = country'
!2
-c:1:28: error: there is no level "country"
  sum received where level = country
                             ^~~~~~~ did you mean "county"?
$ ogi --no-init -d p.db -c 'sum received where level = 村'
!2
-c:1:28: error: there is no level "村"
  sum received where level = 村
                             ^~ it can be "central", "province", "city", "county" or "township"
$ ogi --no-init -d p.db -c 'members of level' -c 'members of function'
level     chinese  english
central   中央     central government
province  省级     province
city      市级     city or prefecture
county    县级     county or district
township  乡镇级   township or street

function
公安
政府
教育
税务
统计
财政

# Functions by their names and by the words in names.
$ ogi --no-init -d p.db --format csv -c 'sum received where function = 公安' -c 'sum received where function = "public security"' -c 'count agencies where function = 公安局'
received
40

received
40

agencies
1
$ ogi --no-init -d p.db -c 'sum received where function = 气象'
!2
-c:1:31: error: no report has the function "气象"
  sum received where function = 气象
                                ^~~~ there is "公安", "政府", "教育", "税务", "统计" or "财政"

# The reasons; what fits several places is none of them.
$ for a in 昆明市人民政府 鼓楼区 打浦桥 经济技术 税务局 教育部; do ogi --no-init -d p.db -c "show report $a 2021 table 4" | sed -n '/^region/,/^edition/p' | sed '$d'; echo; done
region        云南省/昆明市 (530100): the name begins with 昆明市
level         city: 昆明市 is of that level
function      政府: the name ends with 人民政府
consolidated  not declared: a government's report may cover its departments, see help consolidated

region     not known: the name begins with 鼓楼区, which may be 江苏省/南京市/鼓楼区, 江苏省/徐州市/鼓楼区, 福建省/福州市/鼓楼区 or 河南省/开封市/鼓楼区
level      county: every 鼓楼区 is of that level
function   教育: the name holds 教育局

region     上海市/黄浦区/打浦桥街道: the name begins with 上海市黄浦区
level      township: 打浦桥街道 is a township
function   政府: the name is that of the place or its government

region     云南省/昆明市 (530100): the name begins with 昆明
level      not known: it is of a zone, which may be of any level
function   政府: the name is that of the place or its government

region     云南省/昆明市 (530100): the name holds 昆明市
level      city: 昆明市 is of that level
function   税务: the name holds 税务总局

region     not known: a central body is of no division
level      central: the name is that of a central body
function   教育: the name holds 教育部

# What a name means: a level, a function, a region, an agency.
$ for q in 县级 公安 昆明市 云南省/昆明市 鼓楼区教育局 大理州 鼓楼区; do ogi --no-init -d p.db -c "describe \"$q\""; done
what      value
level     county
Chinese   县级
English   county or district
also      县, 县区, 区县, 区, 旗, 县级市, district
agencies  2
what      value
function  公安
agencies  1
agency    大理州公安局
region    云南省/大理白族自治州 (532900): the name begins with 大理州
level     city: 大理白族自治州 is of that level
function  公安: the name holds 公安局
reports   1, on 2021
what      value
region    云南省/昆明市 (530100)
agencies  4
what      value
region    云南省/昆明市 (530100)
agencies  4
what      value
agency    鼓楼区教育局
region    not known: the name begins with 鼓楼区, which may be 江苏省/南京市/鼓楼区, 江苏省/徐州市/鼓楼区, 福建省/福州市/鼓楼区 or 河南省/开封市/鼓楼区
level     county: every 鼓楼区 is of that level
function  教育: the name holds 教育局
reports   1, on 2021
what      value
region    云南省/大理白族自治州 (532900)
agencies  1
agency    大理州公安局
region    云南省/大理白族自治州 (532900): the name begins with 大理州
level     city: 大理白族自治州 is of that level
function  公安: the name holds 公安局
reports   1, on 2021
what      value
agency    鼓楼区教育局
region    not known: the name begins with 鼓楼区, which may be 江苏省/南京市/鼓楼区, 江苏省/徐州市/鼓楼区, 福建省/福州市/鼓楼区 or 河南省/开封市/鼓楼区
level     county: every 鼓楼区 is of that level
function  教育: the name holds 教育局
reports   1, on 2021

# A report that names a city above settles which it is; when it goes, so does what it said.
$ sed 's/示例县公安局/鼓楼区教育局/; s/2021年/2022年/g; s/按时答复申请/在福州市领导下按时答复申请/' tests/data/panel/示例县公安局_2021.txt >q.txt; ogi --no-init -d p.db q.txt -c 'show report 鼓楼区 2022 table 4' | grep ^region; ogi --no-init -d p.db -c 'drop report 鼓楼区 2022' -c 'show report 鼓楼区 2021 table 4' | grep ^region
region     福建省/福州市/鼓楼区 (350102): the name begins with 鼓楼区, and section 1 of the report on 2022 names 福州市
region     not known: the name begins with 鼓楼区, which may be 江苏省/南京市/鼓楼区, 江苏省/徐州市/鼓楼区, 福建省/福州市/鼓楼区 or 河南省/开封市/鼓楼区
loaded 1 report from 1 file
dropped 1 report

# A list goes before what is derived; what it leaves empty stays derived.
$ printf 'agency,region,level,function,aliases\n鼓楼区教育局,南京市/鼓楼区,,,\n昆明经济技术开发区管委会,,county,综合,昆明经开区\n' >l.csv; ogi --no-init -d p.db -c 'load "l.csv" as agencies'; for a in 鼓楼区 经开区; do ogi --no-init -d p.db -c "show report $a 2021 table 4" | sed -n '/^region/,/^edition/p' | sed '$d'; done
region     江苏省/南京市/鼓楼区 (320106): declared
level      county: every 鼓楼区 is of that level
function   教育: the name holds 教育局
region     云南省/昆明市 (530100): the name begins with 昆明
level      county: declared
function   综合: declared
declared 2 agencies
$ printf 'agency,region,level,function\n鼓楼区教育局,,,\n昆明经开区,,,\n' >l.csv; ogi --no-init -d p.db -c 'load "l.csv" as agencies'; for a in 鼓楼区 经开区; do ogi --no-init -d p.db -c "show report $a 2021 table 4" | sed -n '/^region/,/^edition/p' | sed '$d'; done
region     not known: the name begins with 鼓楼区, which may be 江苏省/南京市/鼓楼区, 江苏省/徐州市/鼓楼区, 福建省/福州市/鼓楼区 or 河南省/开封市/鼓楼区
level      county: every 鼓楼区 is of that level
function   教育: the name holds 教育局
region     云南省/昆明市 (530100): the name begins with 昆明
level      not known: it is of a zone, which may be of any level
function   政府: the name is that of the place or its government
declared 2 agencies
$ printf 'agency,level\n鼓楼区教育局,区\n教育部,village\n' >l.csv; ogi --no-init -d p.db -c 'load "l.csv" as agencies'
!2
l.csv:3:5: error: there is no level "village"
  教育部,village
         ^~~~~~~ it can be central, province, city, county or township

# A renamed agency is one: its reports under the old name join, and its place is that of the new one.
$ sed 's/示例县公安局/西山区工商局/; s/2021年/2020年/g' tests/data/panel/示例县公安局_2021.txt >q.txt; printf 'agency,aliases\n昆明市西山区市场监督管理局,西山区工商局\n' >l.csv; ogi --no-init -d p.db q.txt -c 'load "l.csv" as agencies' -c 'reports where agency = 西山区工商局' -c 'sum received by region where agency = 市场监督'
agency                      year  edition  blank  unread  inferred  doubts  signed_on   path
昆明市西山区市场监督管理局  2020  2021         0       0         0       0  2022-01-18  q.txt

region  received
云南省        40
loaded 1 report from 1 file
declared 1 agency
reports 1 of 1 · expected 2, missing 1
reports 1 of 1 · expected 2, missing 1

# Only declared pairs act; a government's report alone is only noted.
$ printf 'agency,parent,consolidated\n昆明市人民政府,,yes\n昆明市西山区统计局,昆明市人民政府,\n' >l.csv; ogi --no-init -d p.db -c 'sum received where region under 昆明市 and year=2021' -c 'load "l.csv" as agencies' -c 'show report 昆明市人民政府 2021 table 4' | grep 'received\|^ *[0-9]*$\|^consolidated'; ogi --no-init -d p.db -c 'sum received where region under 昆明市 and year=2021'
!2
received
     160

consolidated  declared: it covers the agencies below it

reports 4 of 4 · expected 2, missing 1
declared 2 agencies
-c:1:1: error: the report of "昆明市人民政府" on 2021 covers that of "昆明市西山区统计局": together they count twice
  sum received where region under 昆明市 and year=2021
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"

# Who and when, said by the user, is kept for later loads until the report is dropped.
$ sed 's/示例县公安局.*/信息公开/; s/20[0-9][0-9]年//g' tests/data/panel/示例县公安局_2021.txt >f.txt; ogi --no-init -d q.db f.txt
!3
f.txt: warning: no agency and no year is told by its title, its text or its name
  name the file like AGENCY_2022.txt
loaded 0 reports from 1 file, 1 not read
$ ogi --no-init -d q.db -c 'load "f.txt" as report of "昆明市西山区公安局" 2023' -c 'reload' -c 'load "f.txt"' -c 'show report 公安局 2023 table 4' | sed '/^cells/,$d'
report
agency      昆明市西山区公安局
year        2023
known from  load … as report of: agency and year were said
region      云南省/昆明市/西山区 (530112): the name begins with 昆明市西山区
level       county: 西山区 is of that level
function    公安: the name holds 公安局
edition     cn.2021 国办公开办函〔2021〕30号
title
signed on
file        f.txt
loaded 1 report from 1 file
loaded 1 report from 1 file, 1 replaced
loaded 1 report from 1 file, 1 replaced
$ ogi --no-init -d q.db -c 'load "f.txt" as report of 西山区公安局 2022' -c 'reports' -c 'drop report 公安局 2022' --keep-going -c 'load "f.txt"'
!3
agency        year  edition  blank  unread  inferred  doubts  signed_on  path
西山区公安局  2022  2021         0       0         0       0  –          f.txt
loaded 1 report from 1 file
reports 1 of 1
dropped 1 report
f.txt: warning: no agency and no year is told by its title, its text or its name
  name the file like AGENCY_2022.txt
loaded 0 reports from 1 file, 1 not read
$ ogi --no-init -d q.db --keep-going -c 'load "tests/data/panel/示例县公安局_2021.txt" as report of "西山区公安局" 2021' -c 'show report 西山区 2021 table 4' | grep 'known\|note'
known from  load … as report of: agency and year were said
note        the file itself says "示例县公安局"
loaded 1 report from 1 file
$ ogi --no-init -d q.db --keep-going -c 'load "tests/data/panel" as report of "西山区公安局" 2021' -c 'load "f.txt", "f.txt" as report of x 2021' -c 'load "f.txt" as report of x 21' -c 'load "f.txt" as report of "" 2021' -c 'load "f.txt" as report of x' -c 'load "f.txt" as report' -c 'load "none.txt" as report of x 2021' -c 'load "examples/foia" as report of x 2021'; echo $?
3
loaded 0 reports from 0 files
-c:1:6: error: these are 15 files, and one report is said whose it is
  load "tests/data/panel" as report of "西山区公安局" 2021
       ^~~~~~~~~~~~~~~~~~
-c#2:1:15: error: "as report of" says whose one report is
  load "f.txt", "f.txt" as report of x 2021
                ^~~~~~~ load each file by a statement of its own
-c#3:1:29: error: a year is a whole number such as 2021
  load "f.txt" as report of x 21
                              ^~
-c#4:1:27: error: an agency has a name
  load "f.txt" as report of "" 2021
                            ^~
-c#5:1:28: error: the statement ends too early: expected a whole number or "."
  load "f.txt" as report of x
                             ^
-c#6:1:23: error: the statement ends too early: expected "of"
  load "f.txt" as report
                        ^
loaded 0 reports from 1 file, 1 not read
-c#7:1:6: error: "none.txt" cannot be loaded: No such file or directory
  load "none.txt" as report of x 2021
       ^~~~~~~~~~
loaded 0 reports from 0 files
-c#8:1:6: error: these are 6 files, and one report is said whose it is
  load "examples/foia" as report of x 2021
       ^~~~~~~~~~~~~~~
