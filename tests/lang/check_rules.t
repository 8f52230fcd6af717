# Rules of one's own, what rules say of themselves, and tests of rules.
%load panel
%fresh

> show rules
name               severity  when_it_fails                                                                                         formula
T3.balance         error     new and carried-in applications are not all closed or carried forward                                 received + carried_in = closed + carried_forward
T3.closed          error     the results do not add up to their printed total                                                      parts(outcome) = total(outcome)
T3.cross           error     the requesters do not add up to the total printed in the row                                          parts(requester) = total(requester)
T4.sum             error     the results do not add up to the printed total                                                        parts(result) = total(result)
X.carry            error     what is carried in is not what was carried forward the year before                                    carried_in = previous(carried_forward)
X.stock            warn      documents in force do not follow from those of the year before                                        printed(in_force) = printed(previous(in_force) + issued - repealed)
X.pending          info      fewer cases than were pending the year before                                                         total(result) >= previous(pending)
X.delta19          warn      the items of power do not follow from those of the year before                                        items = previous(items + items_change)
X.jump             info      a figure is more than nine times that of the year before                                              abs(cell - previous(cell)) <= max(8 * previous(cell), 100)
X.copy             warn      the report repeats that of the year before: all figures, or all words but the years                   same(cells) = 0 and same(narrative) = 0
X.gap              warn      years are missing before this report, or several files hold a report on its year                      (previous(year) is missing or year = previous(year) + 1) and versions = 1
H.cover            info      an agency of the list has no report on this year                                                      report is not missing
H.sum              info      a consolidated report does not add up the reports that it covers                                      cell = covered(cell)
D.int              error     a count is negative or no whole number, or a fee is negative                                          cell >= 0 and not (cell is count and cell is text and printed ~ "^[-+]?[0-9]+[.][0-9]+$")
D.blank            warn      nothing, a stroke or a dash stands where a number belongs                                             cell is not blank
D.split            error     digits are split or joined, or a column is shifted: which figure belongs here is not certain          not (cell is unread and printed ~ ".") and cell is not split
D.rule             warn      rules are issued by a body that has no power to issue them                                            (documents(rule, issued) = 0 and level ~ ".") or level = "central" or (level ~ "^(province|city)$" and function ~ "^政府(办公)?$")
D.unit             warn      a fee looks as if given in yuan where the form asks for 10,000 yuan                                   fees <= max(1000 * previous(fees), 10000)
S.tables           error     a table of the form is missing, or rows or columns of it                                              table is not missing
S.sections         warn      a section of the form is not in its place                                                             section is not missing and section is in_order
S.year             warn      the year of the title is not spoken of in the text                                                    spoken_year = year
S.signed           warn      the report is not signed between 1 January and 31 March of the year after, by departments 31 January  signed >= date(year + 1, 1, 1) and signed <= date(year + 1, 3, 31) and (function is missing or function ~ "^政府" or signed <= date(year + 1, 1, 31))
R.received         warn      the narrative has another number of applications received                                             told(received) = table or told(received) = table + carried_in
R.carried_in       warn      the narrative has another number of applications carried in                                           told(carried_in) = table
R.closed           warn      the narrative has another number of applications answered                                             told(applications) = table
R.carried_forward  warn      the narrative has another number of applications carried forward                                      told(carried_forward) = table
R.outcome          warn      the narrative has another number of applications with this outcome                                    told(outcome) = table
R.review           warn      the narrative has another number of administrative reviews                                            told(reviews) = table
R.lawsuit          warn      the narrative has another number of lawsuits                                                          told(lawsuits) = table
R.documents        warn      the narrative has another number of rules or normative documents                                      told(document) = table
R.decisions        warn      the narrative has another number of decisions                                                         told(decision) = table
R.zero             warn      the narrative says that there was none, the table has some                                            denied(received, reviews, lawsuits) = table
R.parts            info      the parts named in the text do not add up to their whole                                              told_parts() = table
R.change           info      the change that the text tells is not that of the tables                                              changed(received, applications, carried_in, carried_forward, reviews, lawsuits) = table - previous(table)
> show check T3.balance
what                   value
name                   T3.balance
severity               error
English                new and carried-in applications are not all closed or carried forward
Chinese                新收与上年结转之和不等于办结总计与结转下年度之和
because                表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和
formula                received + carried_in = closed + carried_forward
instances in a report  cn.2019: 7, cn.2021: 7
tried on               natural_person, company, research_institution, public_interest_group, law_firm, other_organisation, total
passes                 report "甲局" 2021 (received company = 5, carried_in company = 1, closed company = 4, carried_forward company = 2); expect T3.balance pass for company
fails                  report "甲局" 2021 (received company = 5, carried_in company = 1, closed company = 4, carried_forward company = 1); expect T3.balance fail for company
defined                define check T3.balance "new and carried-in applications are not all closed or carried forward" "新收与上年结转之和不等于办结总计与结转下年度之和" severity error because "表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和" for each requester : received + carried_in = closed + carried_forward
> show rule X.stock
what                   value
name                   X.stock
severity               warn
English                documents in force do not follow from those of the year before
Chinese                现行有效件数不等于上年现行有效件数加制发件数减废止件数
because                《政府信息公开条例》第二十条第（一）项
formula                printed(in_force) = printed(previous(in_force) + issued - repealed)
instances in a report  cn.2021: 2
tried on               rule, normative_document
passes                 report "甲局" 2021 (documents normative_document in_force = 10); report "甲局" 2022 (documents normative_document in_force = 12, documents normative_document issued = 3, documents normative_document repealed = 1); expect X.stock pass for normative_document
fails                  report "甲局" 2021 (documents normative_document in_force = 10); report "甲局" 2022 (documents normative_document in_force = 13, documents normative_document issued = 3, documents normative_document repealed = 1); expect X.stock fail for normative_document
defined                define check X.stock "documents in force do not follow from those of the year before" "现行有效件数不等于上年现行有效件数加制发件数减废止件数" severity warn because "《政府信息公开条例》第二十条第（一）项" for each document : printed(in_force) = printed(previous(in_force) + issued - repealed)
> define check many "more than nine applications" severity info for each requester : received > 9 or received <= 9
. check many
. show check many
rule  severity  pass  pass*  fail  unknown  n/a
many  info       102      3     0        0    0

what                   value
name                   many
severity               info
English                more than nine applications
formula                received > 9 or received <= 9
instances in a report  cn.2019: 7, cn.2021: 7
tried on               natural_person, company, research_institution, public_interest_group, law_firm, other_organisation, total
defined                define check many "more than nine applications" severity info for each requester : received > 9 or received <= 9
> define check many "more than nine applications" severity warn for each requester : received <= 9
. check many where year=2021
. drop check many
. check many
!2
warn many  示例县人民政府 2021  natural_person  55 against 9 (difference 46)
  more than nine applications
  tests/data/panel/示例县人民政府_2021.txt: line 23, cell 2
warn many  示例县人民政府 2021  company  11 against 9 (difference 2)
  more than nine applications
  tests/data/panel/示例县人民政府_2021.txt: line 23, cell 3
warn many  示例县人民政府 2021  total  69 against 9 (difference 60)
  more than nine applications
  tests/data/panel/示例县人民政府_2021.txt: line 23, cell 8
warn many  示例县公安局 2021  natural_person  30 against 9 (difference 21)
  more than nine applications
  tests/data/panel/示例县公安局_2021.txt: line 23, cell 2
warn many  示例县公安局 2021  total  40 against 9 (difference 31)
  more than nine applications
  tests/data/panel/示例县公安局_2021.txt: line 23, cell 8
warn many  示例县教育局 2021  natural_person  12 against 9 (difference 3)
  more than nine applications
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 2
warn many  示例县教育局 2021  total  14 against 9 (difference 5)
  more than nine applications
  tests/data/panel/示例县教育局_2021.txt: line 23, cell 8
warn many  示例市卫生健康委员会 2021  natural_person  36 against 9 (difference 27)
  more than nine applications
  tests/data/panel/示例市卫生健康委员会_2021.txt: line 23, cell 2
warn many  示例市卫生健康委员会 2021  company  12 against 9 (difference 3)
  more than nine applications
  tests/data/panel/示例市卫生健康委员会_2021.txt: line 23, cell 3
warn many  示例市卫生健康委员会 2021  total  48 against 9 (difference 39)
  more than nine applications
  tests/data/panel/示例市卫生健康委员会_2021.txt: line 23, cell 8
warn many  示例省财政厅 2021  natural_person  61 against 9 (difference 52)
  more than nine applications
  tests/data/panel/示例省财政厅_2021.txt: line 23, cell 2
warn many  示例省财政厅 2021  company  22 against 9 (difference 13)
  more than nine applications
  tests/data/panel/示例省财政厅_2021.txt: line 23, cell 3
warn many  示例省财政厅 2021  total  96 against 9 (difference 87)
  more than nine applications
  tests/data/panel/示例省财政厅_2021.txt: line 23, cell 8
rule  severity  pass  pass*  fail  unknown  n/a
many  warn        26      3    13        0    0
check_rules.t:84:7: error: there is no rule "many"
  check many
        ^~~~ "show rules" lists them
> define check halves "half the applications" severity info : 2 * closed >= received + carried_in
. check halves
rule    severity  pass  pass*  fail  unknown  n/a
halves  info        14      1     0        0    0
> explain check T3.balance for "示例县教育局" 2022
T3.balance (error): received + carried_in = closed + carried_forward
fails when new and carried-in applications are not all closed or carried forward
because 表三：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和
instance               status  side   year  row                               column                   printed  state   value  place
natural_person         fail    left   2022  一、本年新收政府信息公开申请数量  自然人                   15       number     15  line 23, cell 2
natural_person         fail    left   2022  二、上年结转政府信息公开申请数量  自然人                   1        number      1  line 24, cell 2
natural_person         fail    left      –  =                                 –                        –        –          16  –
natural_person         fail    right  2022  三、本年度办理结果/（七）总计     自然人                   16       number     16  line 46, cell 2
natural_person         fail    right  2022  四、结转下年度继续办理            自然人                   2        number      2  line 47, cell 2
natural_person         fail    right     –  =                                 –                        –        –          18  –
company                pass    left   2022  一、本年新收政府信息公开申请数量  法人或其他组织/商业企业  3        number      3  line 23, cell 3
company                pass    left      –  =                                 –                        –        –           3  –
company                pass    right  2022  三、本年度办理结果/（七）总计     法人或其他组织/商业企业  3        number      3  line 46, cell 3
company                pass    right     –  =                                 –                        –        –           3  –
research_institution   pass    left      –  =                                 –                        –        –           0  –
research_institution   pass    right     –  =                                 –                        –        –           0  –
public_interest_group  pass    left      –  =                                 –                        –        –           0  –
public_interest_group  pass    right     –  =                                 –                        –        –           0  –
law_firm               pass    left      –  =                                 –                        –        –           0  –
law_firm               pass    right     –  =                                 –                        –        –           0  –
other_organisation     pass    left      –  =                                 –                        –        –           0  –
other_organisation     pass    right     –  =                                 –                        –        –           0  –
total                  fail    left   2022  一、本年新收政府信息公开申请数量  总计                     18       number     18  line 23, cell 8
total                  fail    left   2022  二、上年结转政府信息公开申请数量  总计                     1        number      1  line 24, cell 8
total                  fail    left      –  =                                 –                        –        –          19  –
total                  fail    right  2022  三、本年度办理结果/（七）总计     总计                     19       number     19  line 46, cell 8
total                  fail    right  2022  四、结转下年度继续办理            总计                     2        number      2  line 47, cell 8
total                  fail    right     –  =                                 –                        –        –          21  –
cells that print 0 are left out
> explain check X.carry for "示例县教育局" 2022 to "e.csv"
$ head -3 e.csv
instance,status,side,year,row,column,printed,state,value,place
natural_person,pass,left,2022,二、上年结转政府信息公开申请数量,自然人,1,number,1,"line 24, cell 2"
natural_person,pass,left,,=,,,,1,
> explain check S.signed, T4 for "示例县教育局" 2022
S.signed (warn): signed >= date(year + 1, 1, 1) and signed <= date(year + 1, 3, 31)
    and (function is missing or function ~ "^政府" or signed <= date(year + 1, 1, 31))
fails when the report is not signed between 1 January and 31 March of the year after, by departments 31 January
because 《政府信息公开条例》第四十九条
instance  status  side   year  row  column  printed  state       value  place
–         pass    left      –  –    –       –        –      2023-01-18  –
–         pass    right     –  –    –       –        –      2023-01-01  –

T4.sum (error): parts(result) = total(result)
fails when the results do not add up to the printed total
because 表四 总计

instance      status  side   year  row   column             printed  state   value  place
reviews       pass    left   2022  件数  行政复议/结果维持  1        number      1  line 52, cell 1
reviews       pass    left   2022  件数  行政复议/尚未审结  1        number      1  line 52, cell 4
reviews       pass    left      –  =     –                  –        –           2  –
reviews       pass    right  2022  件数  行政复议/总计      2        number      2  line 52, cell 5
reviews       pass    right     –  =     –                  –        –           2  –
direct        pass    left      –  =     –                  –        –           0  –
direct        pass    right     –  =     –                  –        –           0  –
after_review  pass    left      –  =     –                  –        –           0  –
after_review  pass    right     –  =     –                  –        –           0  –
cells that print 0 are left out
> explain check T3 for "示例县教育局"
!2
check_rules.t:193:22: error: it is not said which year's report
  explain check T3 for "示例县教育局"
                       ^~~~~~~~~~~~~~ write explain check … for "示例县教育局" 2021
> explain check T3 for "示例县教育局" 1990
!2
check_rules.t:198:22: error: "示例县教育局" has no report on 1990
  explain check T3 for "示例县教育局" 1990
                       ^~~~~~~~~~~~~~~~~~~

# Results follow the panel.
> check T3.balance, X.gap format csv
. drop report "示例县教育局" 2022
. check T3.balance, X.gap format csv
. load "tests/data/panel/示例县教育局_2022.txt"
. check T3.balance, X.gap format csv
!1
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
T3.balance,error,fail,示例县教育局,2022,natural_person,16,18,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 2",false,new and carried-in applications are not all closed or carried forward: 16 is not 18
T3.balance,error,fail,示例县教育局,2022,total,19,21,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 8",false,new and carried-in applications are not all closed or carried forward: 19 is not 21
X.gap,warn,fail,示例市卫生健康委员会,2023,,2023,2022,1,tests/data/panel/示例市卫生健康委员会_2023.txt,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"
X.gap,warn,fail,示例省财政厅,2023,,2023,2022,1,tests/data/panel/示例省财政厅_2023.html,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"

rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
X.gap,warn,fail,示例县教育局,2023,,2023,2022,1,tests/data/panel/示例县教育局_2023.html,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"
X.gap,warn,fail,示例市卫生健康委员会,2023,,2023,2022,1,tests/data/panel/示例市卫生健康委员会_2023.txt,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"
X.gap,warn,fail,示例省财政厅,2023,,2023,2022,1,tests/data/panel/示例省财政厅_2023.html,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"

rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
T3.balance,error,fail,示例县教育局,2022,natural_person,16,18,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 2",false,new and carried-in applications are not all closed or carried forward: 16 is not 18
T3.balance,error,fail,示例县教育局,2022,total,19,21,-2,tests/data/panel/示例县教育局_2022.txt,"line 46, cell 8",false,new and carried-in applications are not all closed or carried forward: 19 is not 21
X.gap,warn,fail,示例市卫生健康委员会,2023,,2023,2022,1,tests/data/panel/示例市卫生健康委员会_2023.txt,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"
X.gap,warn,fail,示例省财政厅,2023,,2023,2022,1,tests/data/panel/示例省财政厅_2023.html,,false,"years are missing before this report, or several files hold a report on its year: year 2023 is not 2022"
dropped 1 report
loaded 1 report from 1 file

# A note is said where its formula holds too.
$ cp tests/data/panel/示例县教育局_2021.txt a.txt; sed 's/290/3180/' tests/data/panel/示例县教育局_2022.txt >b.txt; ogi --no-init --quiet a.txt b.txt -c 'check X.jump' -c 'check X.jump format jsonl' -c 'set names zh' -c 'check X.jump format csv' -c 'check X.jump format tap'
info X.jump  示例县教育局 2022  decisions.licence  2862 against 2544 (difference 318)
  a figure is more than nine times that of the year before (near 10, 100 or 1000 times: a digit too many?)
  b.txt: line 11, cell 2
rule    severity  pass  pass*  fail  unknown  n/a
X.jump  info       190      7     1        1  201
{"rule": "X.jump", "severity": "info", "status": "fail", "agency": "示例县教育局", "year": 2022, "instance": "decisions.licence", "left": 2862, "right": 2544, "difference": 318, "file": "b.txt", "place": "line 11, cell 2", "waived": false, "message": "a figure is more than nine times that of the year before (near 10, 100 or 1000 times: a digit too many?): 2862 is above 2544"}

rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
X.jump,info,fail,示例县教育局,2022,decisions.licence,2862,2544,318,b.txt,"line 11, cell 2",false,数值超过上一年度的九倍（接近10、100或1000倍，疑多录一位数字）
TAP version 13
ok 1 - X.jump 示例县教育局 2021 # SKIP n/a
not ok 2 - X.jump 示例县教育局 2022 # TODO info
  ---
  severity: 'info'
  file: 'b.txt'
  findings:
    - message: 'decisions.licence: 数值超过上一年度的九倍（接近10、100或1000倍，疑多录一位数字） (line 11, cell 2)'
      instance: 'decisions.licence'
      left: '2862'
      right: '2544'
      place: 'line 11, cell 2'
  ...
1..2
> define check more "more than the year before" note "by half at most" "至多一半" (received / previous(received) <= 1.5) severity info : received <= previous(received)
. check more
. explain check more for "示例县公安局" 2020
info more  示例县人民政府 2022  received  90 against 69 (difference 21)
  more than the year before (by half at most)
  tests/data/panel/示例县人民政府_2022.html: table 2, row 4, cell 2
info more  示例县公安局 2020  received  34 against 23 (difference 11)
  more than the year before (by half at most)
  tests/data/panel/示例县公安局_2020.txt: line 27, cell 2
info more  示例县公安局 2021  received  40 against 34 (difference 6)
  more than the year before (by half at most)
  tests/data/panel/示例县公安局_2021.txt: line 23, cell 2
info more  示例县公安局 2022  received  53 against 40 (difference 13)
  more than the year before (by half at most)
  tests/data/panel/示例县公安局_2022.html: table 2, row 4, cell 2
info more  示例市卫生健康委员会 2021  received  48 against 45 (difference 3)
  more than the year before (by half at most)
  tests/data/panel/示例市卫生健康委员会_2021.txt: line 23, cell 2
rule  severity  pass  pass*  fail  unknown  n/a
more  info         1      0     5        1    8

more (info): received <= previous(received)
fails when more than the year before

instance  status  side   year  row                               column                       printed  state   value  place
received  fail    left   2020  一、本年新收政府信息公开申请数量  自然人                       25       number     25  line 27, cell 2
received  fail    left   2020  一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      6        number      6  line 27, cell 3
received  fail    left   2020  一、本年新收政府信息公开申请数量  法人或其他组织/社会公益组织  1        number      1  line 27, cell 5
received  fail    left   2020  一、本年新收政府信息公开申请数量  法人或其他组织/其他          2        number      2  line 27, cell 7
received  fail    left      –  =                                 –                            –        –          34  –
received  fail    right  2019  一、本年新收政府信息公开申请数量  自然人                       18       number     18  table 2, row 4, cell 2
received  fail    right  2019  一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      4        number      4  table 2, row 4, cell 3
received  fail    right  2019  一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  1        number      1  table 2, row 4, cell 6
received  fail    right     –  =                                 –                            –        –          23  –
cells that print 0 are left out
> define check big "more than 60" note "much more" (cell > 1000) severity info for each cell : cell <= 60
. check big where agency="示例县公安局" and year=2020 format csv
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
big,info,fail,示例县公安局,2020,decisions.licence,1310,60,1250,tests/data/panel/示例县公安局_2020.txt,"line 11, cell 4",false,more than 60 (much more): 1310 is above 60
big,info,fail,示例县公安局,2020,decisions.other_service,92,60,32,tests/data/panel/示例县公安局_2020.txt,"line 12, cell 4",false,more than 60: 92 is above 60
big,info,fail,示例县公安局,2020,items.penalty,422,60,362,tests/data/panel/示例县公安局_2020.txt,"line 15, cell 2",false,more than 60: 422 is above 60
big,info,fail,示例县公安局,2020,decisions.penalty,801,60,741,tests/data/panel/示例县公安局_2020.txt,"line 15, cell 4",false,more than 60: 801 is above 60
> define check x "x" hint "y" (received > 1) : received = 1
!2
check_rules.t:297:20: error: a rule has no clause "hint"
  define check x "x" hint "y" (received > 1) : received = 1
                     ^~~~~~~~~~~~~~~~~~~~~~~ it can be severity, for each, where, note or because
> define check x "x" note "y" (received > 1) note "z" (received > 2) : received = 1
!2
check_rules.t:302:44: error: "note" is said twice
  define check x "x" note "y" (received > 1) note "z" (received > 2) : received = 1
                                             ^~~~~~~~~~~~~~~~~~~~~~~
> define check x "x" note "y" (received > 1) : told(received) = table
!2
check_rules.t:307:20: error: a note needs a formula about figures
  define check x "x" note "y" (received > 1) : told(received) = table
                     ^~~~~~~~~~~~~~~~~~~~~~~

# Mistakes.
> define check T3.balance "x" : received = 1
!2
check_rules.t:314:1: error: the rule book has a rule "T3.balance" already
  define check T3.balance "x" : received = 1
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ give yours another name
> define check x "x" : received
!2
check_rules.t:319:30: error: the statement ends too early: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  define check x "x" : received
                               ^ a condition needs a test, as in "year=2021"
> define check x "x" : nonsense = 1
!2
check_rules.t:324:22: error: "nonsense" is no measure, member or fact that a rule can compare
  define check x "x" : nonsense = 1
                       ^~~~~~~~
> define check x "x" for each nonsense : received = 1
!2
check_rules.t:329:29: error: there is no dimension "nonsense"
  define check x "x" for each nonsense : received = 1
                              ^~~~~~~~ a rule ranges over dimensions of the form, or over each cell
> define check x "x" "y" : received = 1
!2
check_rules.t:334:20: error: a rule has one sentence in English and one in Chinese
  define check x "x" "y" : received = 1
                     ^~~
> define check x "x" severity bad : received = 1
!2
check_rules.t:339:29: error: there is no severity "bad"
  define check x "x" severity bad : received = 1
                              ^~~ it can be error, warn or info
> define check x "x" : f(received) = 1
!2
check_rules.t:344:22: error: a rule knows no "f" of 1 argument
  define check x "x" : f(received) = 1
                       ^~~~~~~~~~~ "help define check" lists what a formula may use
> define check x "x" : previous(previous(received)) = 1
!2
check_rules.t:349:31: error: only the year before can be asked for
  define check x "x" : previous(previous(received)) = 1
                                ^~~~~~~~~~~~~~~~~~
> define check x "x" : received + total(result) = 1
!2
check_rules.t:354:22: error: a formula speaks of measures, or of members of a dimension, not of both
  define check x "x" : received + total(result) = 1
                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
> define check x "x" : parts(result) = previous(parts(result))
!2
check_rules.t:359:22: error: "parts" of the year before cannot be asked: write "total"
  define check x "x" : parts(result) = previous(parts(result))
                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> define check x "x" severity warn severity warn : received = 1
!2
check_rules.t:364:34: error: "severity" is said twice
  define check x "x" severity warn severity warn : received = 1
                                   ^~~~~~~~~~~~~
> define check x "x" for each cell : cell is nonsense
!2
check_rules.t:369:44: error: a cell is never "nonsense"
  define check x "x" for each cell : cell is nonsense
                                             ^~~~~~~~ it can be blank, text, unread, inferred, split or a count
> drop check T3.balance
!2
check_rules.t:374:12: error: "T3.balance" is of the rule book, which ships with ogi and stays
  drop check T3.balance
             ^~~~~~~~~~
> drop check nonsense
!2
check_rules.t:379:12: error: there is no rule "nonsense"
  drop check nonsense
             ^~~~~~~~
> report "x" 2021
!2
check_rules.t:384:1: error: "report" stands in files of tests alone
  report "x" 2021
  ^~~~~~~~~~~~~~~ try them with "test" and the name of the file
> expect T3.balance pass
!2
check_rules.t:389:1: error: "expect" stands in files of tests alone
  expect T3.balance pass
  ^~~~~~~~~~~~~~~~~ try them with "test" and the name of the file
