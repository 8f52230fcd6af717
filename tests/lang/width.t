%load examples/reports
%args --no-init

# Long texts are cut first, in columns between the first and the last.
> set width 80
. reports where year = 2022
agency            …  inferred  doubts  signed_on   path                         
平潭综合实验区              0       0  –           …orts/平潭综合实验区_2022.txt
示例县人民政府              0       0  2023-01-30  …orts/示例县人民政府_2022.txt
示例县公安局                0       0  2023-01-22  …eports/示例县公安局_2022.txt
示例县卫生健康局            0       0  2023-01-25  …s/示例县卫生健康局_2022.html
示例县教育局                0       0  2023-01-18  …eports/示例县教育局_2022.txt
reports 5 of 5
4 of 9 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
> set width 60
. reports where year = 2022
agency            …  signed_on   path                       
平潭综合实验区       –           …ts/平潭综合实验区_2022.txt
示例县人民政府       2023-01-30  …ts/示例县人民政府_2022.txt
示例县公安局         2023-01-22  …orts/示例县公安局_2022.txt
示例县卫生健康局     2023-01-25  …示例县卫生健康局_2022.html
示例县教育局         2023-01-18  …orts/示例县教育局_2022.txt
reports 5 of 5
6 of 9 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
# Headings of figures give room, the figures do not.
> set width 80
. sum received where agency=示例县公安局 by year across requester total
year   natural_p…  company  research_…  public_in…  law_firm  other_orga…  total
2020           25        1           0           0         2            0     28
2022           31        2           0           0         3            0     36
2023           42        1           0           0         4            0     47
2024           38        3           0           0         2            0     43

total         136        7           0           0        11            0    154
reports 4 of 4
the edition of the form changes between 2020 and 2022
> set width 70
. sum received where agency=示例县公安局 by year across requester total
year   natural_p…  company  …  public_in…  law_firm  other_org…  total
2020           25        1              0         2           0     28
2022           31        2              0         3           0     36
2023           42        1              0         4           0     47
2024           38        3              0         2           0     43

total         136        7              0        11           0    154
reports 4 of 4
the edition of the form changes between 2020 and 2022
1 of 8 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
> set width 50
. sum received where agency=示例县公安局 by year across requester total
year   natural_p…  …  law_firm  other_orga…  total
2020           25            2            0     28
2022           31            3            0     36
2023           42            4            0     47
2024           38            2            0     43

total         136           11            0    154
reports 4 of 4
the edition of the form changes between 2020 and 2022
3 of 8 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
# So narrow that nothing is left to give.
> set width 8
. sum received where agency=示例县公安局 by year across requester total
year  …  tot…
2020       28
2022       36
2023       47
2024       43

tot…      154
reports 4 of 4
the edition of the form changes between 2020 and 2022
6 of 8 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
# Claims and sentences are readable in 80 columns: what was found is in sight.
> set width 80
. claims of 示例县公安局 2022..2023
year  …  section  …  counts           …  value  …  sentence                     
2022     1           received               36     全年新收申请[36件]，办结36件…
2022     1           applications           36     …36件，办结[36件]，结转下一… 
2022     1           carried_forward         2     …，结转下一年[2件]。         
2022     4           reviews                 5     全年行政复议[5件]、行政诉讼4…
2022     4           lawsuits                4     …件、行政诉讼[4件]。         
2022     6           processing_fee          0     [没有收取信息处理费]，也没有…
2023     1           carried_in              2     上年结转[2件]，本年新收47件… 
2023     1           received               47     …件，本年新收[47件]，到年底… 
2023     1           carried_forward         3     …，到年底还有[3件]在办。     
2023     4           reviews                 5     全年行政复议[5件]、行政诉讼4…
2023     4           lawsuits                4     …件、行政诉讼[4件]。         
2023     5           –                       2     下一年安排[两次]培训。       
2023     6           processing_fee          0     [没有收取信息处理费]，也没有…
reports 2 of 2
9 of 14 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
> set width 80
. find "信息公开" limit 4
year  agency                section  …  place         sentence                  
2019  上海市人民政府办公厅  1           …2019.html:4  …公厅收到政府[信息公开]申…
2020  示例县公安局          1           …2020.html:4  …服务方面做好[信息公开]。 
2021  平潭综合实验区        1           …2021.html:4  …实验区把政府[信息公开]列…
2021  西山区政务服务管理局  1           …_2021.txt:3  …本局提出政府[信息公开]申…
reports 20 of 20
1 of 6 columns not shown: `set width 0`, `.mode line` or `to "f.csv"` shows all
> set width 120
. find "信息公开" limit 4
year  agency                section  heading   place                            sentence                                
2019  上海市人民政府办公厅  1        总体情况  …海市人民政府办公厅_2019.html:4  …市政府办公厅收到政府[信息公开]申请859… 
2020  示例县公安局          1        总体情况  …ports/示例县公安局_2020.html:4  …和出入境服务方面做好[信息公开]。       
2021  平潭综合实验区        1        总体情况  …rts/平潭综合实验区_2021.html:4  …平潭综合实验区把政府[信息公开]列为日常…
2021  西山区政务服务管理局  1        总体情况  …山区政务服务管理局_2021.txt:3   没有人向本局提出政府[信息公开]申请。    
reports 20 of 20
> set width 80
. describe outcome
what       value         
dimension  outcome       
Chinese    办理结果      
English    outcome       
also       处理结果; 答复
divides    applications  
members    25            
form       cn            
> set width 80
. show report 平潭综合实验区 2021 table 3
report                                                             
agency     平潭综合实验区                                          
year       2021                                                    
region     福建省/福州市/平潭县 (350128): the name begins with 平潭
level      not known: it is of a zone, which may be of any level   
function   政府: the name is that of the place or its government   
edition    cn.2021 国办公开办函〔2021〕30号                        
title      平潭综合实验区2021年政府信息公开工作年度报告            
signed on                                                          
file       examples/reports/平潭综合实验区_2021.html               
cells      3 blank, 0 unread, 0 inferred, 0 doubts on loading      

三                    自然人  商业企业  科研机构   社会公…   法律服…  其他  总计
一、本年新收政府信…       64         0         0         2         0     4    70
二、上年结转政府信…        0         0         0         0         0     0     0
三、本年度办理结果                                                              
  （一）予以公开          27         0         0         2         0     1    30
  （二）部分公开（…        5         0         0         0         0     0     5
  （三）不予公开                                                                
    1.属于国家秘密         0         0         0         0         0     0     0
    2.其他法律行政…        0         0         0         0         0     0     0
    3.危及“三安全一…       0         0         0         0         0     0     0
    4.保护第三方合…        0         0         0         0         0     0     0
    5.属于三类内部…        1         0         0         0         0     0     1
    6.属于四类过程…        0         0         0         0         0     0     0
    7.属于行政执法…        6         0         0         0         0     0     6
    8.属于行政查询…        1         0         0         0         0     0     1
  （四）无法提供                                                                
    1.本机关不掌握…       22         0         0         0         0     3    25
    2.没有现成信息…        0         0         0         0         0     0     0
    3.补正后申请内…        0         0         0         0         0     0     0
  （五）不予处理                                                                
    1.信访举报投诉…        0         0         0         0         0     0     0
    2.重复申请             0         0         0         0         0     0     0
    3.要求提供公开…        0         0         0         0         0     0     0
    4.无正当理由大…        0         0         0         0         0     0     0
    5.要求行政机关…        0         0         0         0         0     0     0
  （六）其他处理                                                                
    1.申请人无正当…        0         0         0         0         0     0     0
    2.申请人逾期未…        0         0         0         0         0     0     0
    3.其他                 1         0         0         0         0     0     1
  （七）总计              63         0         0         2         0     4    69
四、结转下年度继续…        1         0         0         0         0     0     1
> set width 80
. check T3.balance
!1
error T3.balance  示例县公安局 2023  natural_person  44 against 46 (difference -2)
  new and carried-in applications are not all closed or carried forward
  examples/reports/示例县公安局_2023.txt: line 47, cell 2
error T3.balance  示例县公安局 2023  total  49 against 51 (difference -2)
  new and carried-in applications are not all closed or carried forward
  examples/reports/示例县公安局_2023.txt: line 47, cell 8
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error      127      6     2        0    5
# No limit.
> set width 0
. sum received where agency=示例县公安局 by year across requester total
year   natural_person  company  research_institution  public_interest_group  law_firm  other_organisation  total
2020               25        1                     0                      0         2                   0     28
2022               31        2                     0                      0         3                   0     36
2023              !42        1                     0                      0         4                   0    !47
2024               38        3                     0                      0         2                   0     43

total            !136        7                     0                      0        11                   0   !154
reports 4 of 4 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2022
> set width auto
. sum received where agency=示例县公安局 by year across requester total
year   natural_person  company  research_institution  public_interest_group  law_firm  other_organisation  total
2020               25        1                     0                      0         2                   0     28
2022               31        2                     0                      0         3                   0     36
2023              !42        1                     0                      0         4                   0    !47
2024               38        3                     0                      0         2                   0     43

total            !136        7                     0                      0        11                   0   !154
reports 4 of 4 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2022
# A file has no width.
$ ogi -d panel.db --quiet -c 'set width 40' -c 'reports where year = 2022 to "f.txt"'; cat f.txt; rm f.txt
agency            year  edition  blank  unread  inferred  doubts  signed_on   path
平潭综合实验区    2022  2021         0       0         0       0  –           examples/reports/平潭综合实验区_2022.txt
示例县人民政府    2022  2021         0       0         0       0  2023-01-30  examples/reports/示例县人民政府_2022.txt
示例县公安局      2022  2021         0       0         0       0  2023-01-22  examples/reports/示例县公安局_2022.txt
示例县卫生健康局  2022  2021       152       0         0       0  2023-01-25  examples/reports/示例县卫生健康局_2022.html
示例县教育局      2022  2021         3       0         0       0  2023-01-18  examples/reports/示例县教育局_2022.txt
> set width -1
!2
width.t:209:11: error: "-" does not fit here: expected a name, a whole number, a number, a percentage, a string or "="
  set width -1
            ^
> set width wide
!2
width.t:214:11: error: it cannot be "wide"
  set width wide
            ^~~~ it can be a number of columns, 0 for no limit, or auto
> set width 100000
!2
width.t:219:11: error: it cannot be "100000"
  set width 100000
            ^~~~~~ it can be a number of columns, 0 for no limit, or auto

# A column a line: nothing is cut.
> set format line
. claims of 平潭综合实验区 2021 limit 1
     year = 2021
   agency = 平潭综合实验区
  section = 1
  heading = 总体情况
    place = examples/reports/平潭综合实验区_2021.html:4
    claim = 1
     kind = count
   counts = received
  perhaps = –
   number = 70
    value = 70
     unit = 件
    bound = exact
    about = 2021
  against = –
direction = –
    whole = –
 sentence = 全年新收申请70件，办结69件，结转下一年1件。
reports 1 of 1
> .mode line
. sum received where agency=示例县公安局 and year >= 2023 by year total
    year = 2023
received = !47

    year = 2024
received = 43

    year = total
received = !90
reports 2 of 2 · 1 with failing checks
! rests on a cell in a failing check
> set null "missing"
. .mode line
. missing reports for 2023..2024
  agency = 上海市人民政府办公厅
    year = 2023
  region = 上海市
   level = province
function = 政府办公

  agency = 上海市人民政府办公厅
    year = 2024
  region = 上海市
   level = province
function = 政府办公

  agency = 西山区政务服务管理局
    year = 2023
  region = 云南省/昆明市/西山区
   level = county
function = 政务服务

  agency = 西山区政务服务管理局
    year = 2024
  region = 云南省/昆明市/西山区
   level = county
function = 政务服务
reports 10 of 10 · 1 with failing checks
> set format line
. sum applications where agency=示例县公安局 and year = 2023 and outcome = withheld by outcome depth 2
     outcome = withheld
applications = !21

     outcome = state_secret
applications = !2

     outcome = prohibited_by_law
applications = !0

     outcome = security_and_stability
applications = !1

     outcome = third_party_rights
applications = !1

     outcome = internal_affairs
applications = !0

     outcome = deliberative_process
applications = !0

     outcome = enforcement_file
applications = !13

     outcome = administrative_inquiry
applications = !4
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check

# Digits, units, headings, what is missing.
> set thousands on
. set units on
. sum applications by region where year >= 2023 own reports
. rate withheld of applications by year own reports
. what if received where requester = company for 示例县公安局 2023 = 1234567: sum received by year own reports
region  applications (件)
福建省                447
–                    !405

year     rate  numerator (件)  denominator (件)
2019     4.3%              35               805
2020  (12/28)              12                28
2021    11.6%               8                69
2022    21.6%              50               231
2023   !21.2%             !58              !273
2024    21.6%              93               431
2025     7.4%              11               148

year  received (件)
2019            859
2020             28
2021             70
2022            232
2023     !1,234,844
2024            426
2025            154
reports 11 of 11 · 1 with failing checks
! rests on a cell in a failing check
reports 20 of 20 · 213 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2021, and with it the parts of these figures
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
what if: received where requester=company for 示例县公安局 2023 = 1234567 instead of 1
the edition of the form changes between 2020 and 2021
> set width 44
. set units on
. sum received, applications by year own reports
year  received (件)  applications (件)
2019            859                805
2020             28                 28
2021             70                 69
2022            232                231
2023           !278               !273
2024            426                431
2025            154                148
reports 20 of 20 · 218 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2021, and with it the parts of these figures
> set headers off
. sum received by year own reports
2019   859
2020    28
2021    70
2022   232
2023  !278
2024   426
2025   154
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2021
> set headers off
. set format csv
. set null "NA"
. last carried_forward by agency, year where agency = 示例县教育局 or agency = 平潭综合实验区
平潭综合实验区,2021,NA
平潭综合实验区,2022,NA
平潭综合实验区,2023,NA
平潭综合实验区,2024,NA
平潭综合实验区,2025,6
示例县教育局,2022,NA
示例县教育局,2023,NA
示例县教育局,2024,1
> set null ""
. sum received by agency across year own reports
agency                2019  2020  2021  2022  2023  2024  2025
上海市人民政府办公厅   859
平潭综合实验区                      70    74    81   218   154
示例县人民政府                            92   114   120
示例县公安局                  28          36   !47    43
示例县卫生健康局                          13    15    19
示例县教育局                              17    21    26
西山区政务服务管理局                 0
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2021
> set thousands sometimes
!2
width.t:404:15: error: it cannot be "sometimes"
  set thousands sometimes
                ^~~~~~~~~ it can be auto, on or off
> set null 7
!2
width.t:409:10: error: it cannot be "7"
  set null 7
           ^ it can be a text, or auto
> set headers 1
!2
width.t:414:13: error: it cannot be "1"
  set headers 1
              ^ it can be on or off

# The last answer in another form.
> sum received by year where agency = 示例县教育局
. .last csv
. set
. .last json
year  received
2022        17
2023        21
2024        26

year,received
2022,17
2023,21
2024,26

setting      value        can_be
year         all          a year, 2019..2023 or all
blank        zero         zero or unknown
names        key          key, zh, en or both
format       table        table, csv, tsv, json, jsonl, md, line or html
form         all          a form or all
min base     30           a whole number: rates over less rank nowhere
waivers      waivers.ogi  a file
width        auto         a number of columns, 0 for no limit, or auto: as wide as the window
null         auto         a text that stands where there is no figure, or auto
thousands    auto         on: 12,345, off, or auto: on a terminal
units        auto         on: units in headings, off, or auto: on a terminal
colour       auto         on, off, or auto: on a terminal, of answers and of what is typed
pager        auto         on, off, or auto: for what is longer than the window
headers      on           on or off
timing       off          on or off: the time of each statement
echo         off          on or off: statements of scripts are shown too
bail         on           on or off: an error ends a script
prompt       auto         a text, or auto
suggestions  on           on or off: what the history would add to what is typed
{"statement": "sum received by year where agency = 示例县教育局",
 "columns": [
  {"name": "year", "type": "integer", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"year": 2022, "received": 17},
  {"year": 2023, "received": 21},
  {"year": 2024, "received": 26}],
 "coverage": {"reports": 3, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": 0}}
reports 3 of 3
> sum received by year where agency = 示例县教育局
. .last md to "f.md"
. .last to "f.csv"
. .shell cat f.md f.csv; rm f.md f.csv
year  received
2022        17
2023        21
2024        26
| year | received |
| --- | ---: |
| 2022 | 17 |
| 2023 | 21 |
| 2024 | 26 |
year,received
2022,17
2023,21
2024,26
reports 3 of 3
> show report 示例县教育局 2022 table 4
. .last line
report
agency     示例县教育局
year       2022
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   教育: the name holds 教育局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县教育局2022年政府信息公开工作年度报告
sender     示例县教育局
signed on  2023-01-18
file       examples/reports/示例县教育局_2022.txt
cells      3 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      1
行政复议/结果纠正                      0
行政复议/其他结果                      0
行政复议/尚未审结                      0
行政复议/总计                          1
行政诉讼/未经复议直接起诉/结果维持     0
行政诉讼/未经复议直接起诉/结果纠正     0
行政诉讼/未经复议直接起诉/其他结果     0
行政诉讼/未经复议直接起诉/尚未审结     0
行政诉讼/未经复议直接起诉/总计         0
行政诉讼/复议后起诉/结果维持           0
行政诉讼/复议后起诉/结果纠正           0
行政诉讼/复议后起诉/其他结果           0
行政诉讼/复议后起诉/尚未审结           0
行政诉讼/复议后起诉/总计               0

report = agency
       = 示例县教育局

report = year
       = 2022

report = region
       = not known: the gazetteer does not list 示例县

report = level
       = county: the name begins with 示例县

report = function
       = 教育: the name holds 教育局

report = edition
       = cn.2021 国办公开办函〔2021〕30号

report = title
       = 示例县教育局2022年政府信息公开工作年度报告

report = sender
       = 示例县教育局

report = signed on
       = 2023-01-18

report = file
       = examples/reports/示例县教育局_2022.txt

report = cells
       = 3 blank, 0 unread, 0 inferred, 0 doubts on loading

  四 = 行政复议/结果维持
件数 = 1

  四 = 行政复议/结果纠正
件数 = 0

  四 = 行政复议/其他结果
件数 = 0

  四 = 行政复议/尚未审结
件数 = 0

  四 = 行政复议/总计
件数 = 1

  四 = 行政诉讼/未经复议直接起诉/结果维持
件数 = 0

  四 = 行政诉讼/未经复议直接起诉/结果纠正
件数 = 0

  四 = 行政诉讼/未经复议直接起诉/其他结果
件数 = 0

  四 = 行政诉讼/未经复议直接起诉/尚未审结
件数 = 0

  四 = 行政诉讼/未经复议直接起诉/总计
件数 = 0

  四 = 行政诉讼/复议后起诉/结果维持
件数 = 0

  四 = 行政诉讼/复议后起诉/结果纠正
件数 = 0

  四 = 行政诉讼/复议后起诉/其他结果
件数 = 0

  四 = 行政诉讼/复议后起诉/尚未审结
件数 = 0

  四 = 行政诉讼/复议后起诉/总计
件数 = 0
> .last
!2
width.t:592:1: error: there is no answer yet
  .last
  ^~~~~ ask a question first
> .last
. sum received
!2
width.t:597:1: error: there is no answer yet
  .last
  ^~~~~ ask a question first
> sum received
. .last xml
!2
received
   !2047
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
width.t:604:7: error: there is no format "xml"
  .last xml
        ^~~ `set` lists them
> sum received
. .last csv into "f.csv"
!2
received
   !2047
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
width.t:614:11: error: this does not fit behind ".last"
  .last csv into "f.csv"
            ^~~~ write .last, .last csv, or .last csv to "file.csv"
> sum received
. .last to "f.unknown"
!4
received
   !2047
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
width.t:624:10: error: the ending of "f.unknown" names no format
  .last to "f.unknown"
           ^~~~~~~~~~~ name it, as in .last csv to "f.unknown"
$ ogi -d panel.db --safe -c 'count reports' -c '.last csv' -c '.last to "f.csv"'
!2
reports
     20

reports
20
reports 20 of 20 · 1 with failing checks
-c#3:1:10: error: --safe allows no statement to touch a file
  .last to "f.csv"
           ^~~~~~~

# Answers into files.
> .once f.csv
. sum received by year where agency = 示例县教育局
. sum received where agency = 示例县教育局
. .shell cat f.csv; rm f.csv
received
      64
year,received
2022,17
2023,21
2024,26
reports 3 of 3
> .output f.jsonl
. sum received by year where agency = 示例县教育局
. count reports
. .output
. count reports
. .shell cat f.jsonl; rm f.jsonl
reports
     20
{"year": 2022, "received": 17}
{"year": 2023, "received": 21}
{"year": 2024, "received": 26}
{"reports": 20}
reports 20 of 20 · 1 with failing checks
> .mode tsv
. .output "f.txt"
. count reports
. .output stdout
. .mode
. .shell cat f.txt; rm f.txt
format tsv
reports
20
> .once |less
!2
width.t:679:7: error: this goes into a file, not to a command
  .once |less
        ^~~~~ name a file, or page with "set pager on"
> .output /no/such/folder/f.csv
!4
width.t:684:9: error: "/no/such/folder/f.csv" cannot be written: No such file or directory
  .output /no/such/folder/f.csv
          ^~~~~~~~~~~~~~~~~~~~~
> .once /no/such/folder/f.csv
. count reports
!4
width.t:690:1: error: "/no/such/folder/f.csv" cannot be written: No such file or directory
  count reports
  ^~~~~~~~~~~~~
$ ogi -d panel.db --safe --keep-going -c '.once f.csv' -c '.output f.csv' -c 'count reports'
!2
reports
     20
-c:1:1: error: --safe allows no statement to touch a file
  .once f.csv
  ^~~~~
-c#2:1:1: error: --safe allows no statement to touch a file
  .output f.csv
  ^~~~~~~
reports 20 of 20 · 1 with failing checks
$ ogi -d panel.db -c '.output /dev/full' -c 'count reports'
!4
reports 20 of 20 · 1 with failing checks
-c#2: error: "/dev/full" cannot be written, the answers in it are not complete

# Colour when it is wanted, also on a pipe; the mark says the same without.
$ ogi tests/data/panel --quiet -c 'check' >/dev/null 2>&1; ogi -d q.db tests/data/panel --quiet -c 'check T4' >/dev/null; ogi -d q.db -c 'set colour on' -c 'sum lawsuits by agency where year = 2022' 2>&1 | sed 's/\x1b/ESC/g'; rm q.db
ESC[1magency          lawsuitsESC[0m
示例县人民政府         6
示例县公安局           4
示例县教育局           0
ESC[2mreports 3 of 3 · 1 with failing checks
ESC[0mtests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"

# Names: keys, Chinese, English, or both, in headings and cells.
> set names both
. sum applications by outcome depth 2 where agency = 示例县公安局 and year = 2022
. rate withheld of applications by year, requester where agency = 示例县公安局 and year = 2022
. sum received, applications by level own reports
. sum received by region across requester own reports
. flow of 示例县公安局 2022
. set names en
. sum received by requester own reports
. set names zh
. sum received, applications by requester own reports
. set names both
. set format csv
. sum received by requester own reports
办理结果 outcome                       办理结果数 applications
予以公开 disclosed                                           8
部分公开 partly_disclosed                                    4
不予公开 withheld                                           17
  国家秘密 state_secret                                      1
  法律法规禁止 prohibited_by_law                             0
  三安全一稳定 security_and_stability                        0
  第三方权益 third_party_rights                              3
  内部事务信息 internal_affairs                              0
  过程性信息 deliberative_process                            0
  行政执法案卷 enforcement_file                             10
  行政查询事项 administrative_inquiry                        3
无法提供 unavailable                                         5
  不掌握 not_held                                            5
  需另行制作 needs_compiling                                 0
  补正后仍不明确 still_unclear                               0
不予处理 not_processed                                       1
  信访举报投诉 petition                                      1
  重复申请 repeat                                            0
  公开出版物 publication                                     0
  大量反复申请 excessive                                     0
  重新出具 reissue                                           0
其他处理 otherwise_closed                                    1
  逾期不补正 not_corrected                                   0
  逾期不缴费 fee_unpaid                                      1
  其他处理情形 other_disposal                                0

年份 year  申请人 requester                    比率 rate  分子 numerator  分母 denominator
2022       自然人 natural_person                   48.4%              15                31
2022       商业企业 company                        (0/2)               0                 2
2022       科研机构 research_institution               –               0                 0
2022       社会公益组织 public_interest_group          –               0                 0
2022       法律服务机构 law_firm                   (2/3)               2                 3
2022       其他法人或组织 other_organisation           –               0                 0

层级 level     新收申请 received  办理结果数 applications
省级 province                859                      805
县级 county                 !591                     !589
–                            597                      591

地区 region  自然人 natural_person  商业企业 company  科研机构 research_institution  社会公益组织 public_interest_group  法律服务机构 law_firm  其他法人或组织 other_organisation
上海市                         821                35                              0                                   0                      2                                  1
福建省                         583                 8                              0                                   2                      0                                  4
云南省                           0                 0                              0                                   0                      0                                  0
–                             !509                50                              3                                   4                     23                                  2

符号 sign  项目 line                    2022
           新收申请 received              36
+          上年结转 carried_in             2
=          应办合计 in                    38
           办理结果数 applications        36
             予以公开 disclosed            8
             部分公开 partly_disclosed     4
             不予公开 withheld            17
             无法提供 unavailable          5
             不予处理 not_processed        1
             其他处理 otherwise_closed     1
             填报总数 stated              36
+          结转下年 carried_forward        2
=          办理合计 out                   38
           差额 difference                 0

requester              new applications
natural person                    !1913
company                              93
research institution                  3
public interest group                 6
law firm                             25
other organisation                    7

申请人          新收申请  办理结果数
自然人             !1913       !1853
商业企业              93          91
科研机构               3           3
社会公益组织           6           6
法律服务机构          25          25
其他法人或组织         7           7

requester,received
natural_person,1913
company,93
research_institution,3
public_interest_group,6
law_firm,25
other_organisation,7
报告 1 份（范围内共 1 份） / reports 1 of 1
报告 1 份（范围内共 1 份） / reports 1 of 1
报告 20 份（范围内共 20 份） / reports 20 of 20 · 空白 218 格，按 0 计 / 218 blanks taken as 0 · 1 份有检查不通过 / 1 with failing checks
! 所依据的单元格检查不通过 / ! rests on a cell in a failing check
报告 20 份（范围内共 20 份） / reports 20 of 20 · 空白 5 格，按 0 计 / 5 blanks taken as 0 · 1 份有检查不通过 / 1 with failing checks
! 所依据的单元格检查不通过 / ! rests on a cell in a failing check
reports 20 of 20 · 5 blanks taken as 0 · 1 with failing checks
! rests on a cell in a failing check
报告 20 份（范围内共 20 份） · 空白 218 格，按 0 计 · 1 份有检查不通过
! 所依据的单元格检查不通过
> set names chinese
!2
width.t:829:11: error: there are no names "chinese"
  set names chinese
            ^~~~~~~ it can be key, zh, en or both
