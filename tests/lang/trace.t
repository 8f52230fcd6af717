# Every figure leads back to its cells.
%load panel

> trace 1,1
!2
trace.t:4:1: error: there is no answer yet to trace
  trace 1,1
  ^~~~~~~~~ ask a question first, then trace a row and a column of its answer
> sum received by year; trace 1,2
year  received
2019        23
2020        79
2021       272
2022       161
2023       182

agency        year  table  row                               column                       printed  value  state   file                                     place
示例县公安局  2019  三     一、本年新收政府信息公开申请数量  自然人                       18          18  number  tests/data/panel/示例县公安局_2019.html  table 2, row 4, cell 2
示例县公安局  2019  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      4            4  number  tests/data/panel/示例县公安局_2019.html  table 2, row 4, cell 3
示例县公安局  2019  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  1            1  number  tests/data/panel/示例县公安局_2019.html  table 2, row 4, cell 6
reports 15 of 15 · 3 blanks taken as 0
3 cells add up to 23; cells that print 0 are not listed
> sum received by year; trace 9,1
!2
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
trace.t:23:29: error: the last answer has 5 rows
  sum received by year; trace 9,1
                              ^
> sum received by year; trace 1,9
!2
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
trace.t:35:31: error: the last answer has 2 columns
  sum received by year; trace 1,9
                                ^
> sum received by year; trace 1,1
!2
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
trace.t:47:31: error: column 1 names the row: it is no figure
  sum received by year; trace 1,1
                                ^
> sum applications where agency="示例县教育局" and outcome=withheld by year; trace 2,2
year  applications
2021             1
2022             2
2023             1

agency        year  table  row                                                     column  printed  value  state   file                                    place
示例县教育局  2022  三     三、本年度办理结果/（三）不予公开/6.属于四类过程性信息  自然人  2            2  number  tests/data/panel/示例县教育局_2022.txt  line 32, cell 2
reports 3 of 3
1 cell adds up to 2; cells that print 0 are not listed
> rate withheld of applications where agency="示例县教育局" by year total; trace 1,2 limit 4
year     rate  numerator  denominator
2021   (1/13)          1           13
2022   (2/17)          2           17
2023   (1/13)          1           13

total    9.3%          4           43

part         agency        year  table  row                                                                          column                   printed  value  state   file                                    place
numerator    示例县教育局  2021  三     三、本年度办理结果/（三）不予公开/5.属于三类内部事务信息                     自然人                   1            1  number  tests/data/panel/示例县教育局_2021.txt  line 31, cell 2
denominator  示例县教育局  2021  三     三、本年度办理结果/（一）予以公开                                            自然人                   7            7  number  tests/data/panel/示例县教育局_2021.txt  line 25, cell 3
denominator  示例县教育局  2021  三     三、本年度办理结果/（一）予以公开                                            法人或其他组织/商业企业  1            1  number  tests/data/panel/示例县教育局_2021.txt  line 25, cell 4
denominator  示例县教育局  2021  三     三、本年度办理结果/（二）部分公开（区分处理的，只计这一情形，不计其他情形）  自然人                   1            1  number  tests/data/panel/示例县教育局_2021.txt  line 26, cell 2
reports 3 of 3
7 cells: 1 of 13; cells that print 0 are not listed, nor those behind the first 4
> gap applications where agency="示例县教育局" by year; trace 2,2 limit 3
year  gap
2021    0
2022    2
2023    0

part  agency        year  table  row                                                     column                   printed  value  state   file                                    place
less  示例县教育局  2022  三     三、本年度办理结果/（一）予以公开                       自然人                   8            8  number  tests/data/panel/示例县教育局_2022.txt  line 25, cell 3
less  示例县教育局  2022  三     三、本年度办理结果/（一）予以公开                       法人或其他组织/商业企业  2            2  number  tests/data/panel/示例县教育局_2022.txt  line 25, cell 4
less  示例县教育局  2022  三     三、本年度办理结果/（三）不予公开/6.属于四类过程性信息  自然人                   2            2  number  tests/data/panel/示例县教育局_2022.txt  line 32, cell 2
reports 3 of 3
7 cells add up to 2; cells that print 0 are not listed, nor those behind the first 3
> sum reviews by year change; trace 2,3
year  reviews  previous  difference  percent
2019        3         –           –        –
2020        6         3           3   100.0%
2021       27         6          21   350.0%
2022       16        27         -11   -40.7%
2023       11        16          -5   -31.2%

agency        year  table  row   column             printed  value  state   file                                     place
示例县公安局  2019  四     件数  行政复议/结果维持  2            2  number  tests/data/panel/示例县公安局_2019.html  table 3, row 4, cell 1
示例县公安局  2019  四     件数  行政复议/尚未审结  1            1  number  tests/data/panel/示例县公安局_2019.html  table 3, row 4, cell 4
reports 15 of 15
2 cells; cells that print 0 are not listed
> sum reviews by year change; trace 2,4 limit 5
year  reviews  previous  difference  percent
2019        3         –           –        –
2020        6         3           3   100.0%
2021       27         6          21   350.0%
2022       16        27         -11   -40.7%
2023       11        16          -5   -31.2%

agency        year  table  row   column             printed  value  state   file                                     place
示例县公安局  2019  四     件数  行政复议/结果维持  2            2  number  tests/data/panel/示例县公安局_2019.html  table 3, row 4, cell 1
示例县公安局  2019  四     件数  行政复议/尚未审结  1            1  number  tests/data/panel/示例县公安局_2019.html  table 3, row 4, cell 4
示例县公安局  2020  四     件数  行政复议/结果维持  1            1  number  tests/data/panel/示例县公安局_2020.txt   line 54, cell 1
示例县公安局  2020  四     件数  行政复议/结果纠正  1            1  number  tests/data/panel/示例县公安局_2020.txt   line 54, cell 2
示例县公安局  2020  四     件数  行政复议/尚未审结  2            2  number  tests/data/panel/示例县公安局_2020.txt   line 54, cell 4
reports 15 of 15
6 cells; cells that print 0 are not listed, nor those behind the first 5
> sum received by agency change 2021 to 2022; trace 1,3
agency                received  previous  difference  percent
示例县人民政府              90        69          21    30.4%
示例县公安局                53        40          13    32.5%
示例县教育局                18        14           4    28.6%
示例县青山镇人民政府         –         5           –        –
示例市卫生健康委员会         –        48           –        –
示例省财政厅                 –        96           –        –

agency          year  table  row                               column                       printed  value  state   file                                      place
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  自然人                       55          55  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 2
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      11          11  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 3
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/科研机构      1            1  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 4
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  2            2  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 6
reports 9 of 9 · 3 blanks taken as 0
4 cells; cells that print 0 are not listed
> last carried_forward by agency; trace 2,2
agency                carried_forward
示例县人民政府                      7
示例县公安局                        2
示例县教育局                        1
示例县青山镇人民政府                0
示例市卫生健康委员会                4
示例省财政厅                        4

agency        year  table  row                     column  printed  value  state   file                                     place
示例县公安局  2022  三     四、结转下年度继续办理  自然人  2            2  number  tests/data/panel/示例县公安局_2022.html  table 2, row 28, cell 2
reports 15 of 15
1 cell; cells that print 0 are not listed
# The last report of an agency is that of all in scope, whatever the rows are.
> last carried_forward by year where agency = "示例县公安局"; trace 1,2
year  carried_forward
2019                –
2020                –
2021                –
2022                2

agency  year  table  row  column  printed  value  state  file  place
reports 4 of 4
the edition of the form changes between 2020 and 2021
0 cells; cells that print 0 are not listed
> last carried_forward by year where agency = "示例县公安局"; trace 3,2
year  carried_forward
2019                –
2020                –
2021                –
2022                2

agency  year  table  row  column  printed  value  state  file  place
reports 4 of 4
the edition of the form changes between 2020 and 2021
0 cells; cells that print 0 are not listed
> sum received by year top 1 with others; trace 2,2
!2
year    received
2021         272

others       445
reports 15 of 15 · 3 blanks taken as 0
trace.t:177:47: error: row 2 puts many rows together
  sum received by year top 1 with others; trace 2,2
                                                ^ ask without "top", then trace one of them
> count reports by year; trace 1,2
!2
year  reports
2019        1
2020        2
2021        6
2022        3
2023        3
reports 15 of 15
trace.t:187:24: error: the last answer is of reports, not of cells
  count reports by year; trace 1,2
                         ^~~~~~~~~ "reports where …" lists them
> top 2 agencies by sum received by year; trace 3,3
agency          year  received
示例省财政厅    2021        96
示例省财政厅    2023       110
示例县人民政府  2021        69
示例县人民政府  2022        90

agency          year  table  row                               column                       printed  value  state   file                                      place
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  自然人                       55          55  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 2
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      11          11  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 3
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/科研机构      1            1  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 4
示例县人民政府  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  2            2  number  tests/data/panel/示例县人民政府_2021.txt  line 23, cell 6
reports 15 of 15 · 3 blanks taken as 0
4 cells add up to 69; cells that print 0 are not listed

# What is unread or holds text is shown without a figure, and its report is left out of the sum.
> sum decisions by year; trace 3,2 limit 12
year  decisions
2019       2110
2020       4423
2021       7242
2022       5129
2023       2698

agency                year  table  row                          column            printed  value  state   file                                            place
示例县人民政府        2021  二     第二十条第（五）项/行政许可  本年处理决定数量  1905      1905  number  tests/data/panel/示例县人民政府_2021.txt        line 11, cell 2
示例县人民政府        2021  二     第二十条第（六）项/行政处罚  本年处理决定数量  812        812  number  tests/data/panel/示例县人民政府_2021.txt        line 14, cell 2
示例县人民政府        2021  二     第二十条第（六）项/行政强制  本年处理决定数量  44          44  number  tests/data/panel/示例县人民政府_2021.txt        line 15, cell 2
示例县公安局          2021  二     第二十条第（五）项/行政许可  本年处理决定数量  1402      1402  number  tests/data/panel/示例县公安局_2021.txt          line 11, cell 2
示例县公安局          2021  二     第二十条第（六）项/行政处罚  本年处理决定数量  655        655  number  tests/data/panel/示例县公安局_2021.txt          line 14, cell 2
示例县公安局          2021  二     第二十条第（六）项/行政强制  本年处理决定数量  29          29  number  tests/data/panel/示例县公安局_2021.txt          line 15, cell 2
示例县教育局          2021  二     第二十条第（六）项/行政处罚  本年处理决定数量  约30件       –  text    tests/data/panel/示例县教育局_2021.txt          line 14, cell 2
示例县青山镇人民政府  2021  二     第二十条第（五）项/行政许可  处理决定数量      62          62  number  tests/data/panel/示例县青山镇人民政府_2021.txt  line 11, cell 4
示例县青山镇人民政府  2021  二     第二十条第（六）项/行政处罚  处理决定数量      3            3  number  tests/data/panel/示例县青山镇人民政府_2021.txt  line 15, cell 4
示例市卫生健康委员会  2021  二     第二十条第（五）项/行政许可  本年处理决定数量  2250      2250  number  tests/data/panel/示例市卫生健康委员会_2021.txt  line 11, cell 2
示例市卫生健康委员会  2021  二     第二十条第（六）项/行政处罚  本年处理决定数量  71          71  number  tests/data/panel/示例市卫生健康委员会_2021.txt  line 14, cell 2
示例市卫生健康委员会  2021  二     第二十条第（六）项/行政强制  本年处理决定数量  2            2  number  tests/data/panel/示例市卫生健康委员会_2021.txt  line 15, cell 2
reports 14 of 15 · 1 left out (unread or text)
13 cells add up to 7242; cells that print 0 are not listed, nor those behind the first 12
1 of them without a number: their reports are left out

# Reports beside each other are asked figure by figure: it is not the question before that is traced.
> sum received where year=2021 mixed ok; compare received of "示例县公安局" 2021 with 2022 to "c.csv"; trace 1,1
!2
received
     272
reports 6 of 6 · 3 blanks taken as 0
trace.t:241:96: error: the figures of the last answer were asked one by one
  ...ived of "示例县公安局" 2021 with 2022 to "c.csv"; trace 1,1
                                                       ^~~~~~~~~ ask for one of them, as in "sum received for X 2021", and trace that
> sum received where year=2021 mixed ok; flow of "示例县公安局" 2021 to "f.csv"; trace 1,3
!2
received
     272
reports 6 of 6 · 3 blanks taken as 0
trace.t:249:74: error: the figures of the last answer were asked one by one
  ...mixed ok; flow of "示例县公安局" 2021 to "f.csv"; trace 1,3
                                                       ^~~~~~~~~ ask for one of them, as in "sum received for X 2021", and trace that
# Of a report that is left out only what made it so is listed: its blanks did not.
> avg received - decisions where agency = "示例县教育局"; trace 1,1 limit 4
received - decisions  n
             -285.50  2

part  agency        year  table  row                               column            printed  value  state   file                                    place
less  示例县教育局  2021  二     第二十条第（六）项/行政处罚       本年处理决定数量  约30件       –  text    tests/data/panel/示例县教育局_2021.txt  line 14, cell 2
less  示例县教育局  2022  二     第二十条第（五）项/行政许可       本年处理决定数量  290        290  number  tests/data/panel/示例县教育局_2022.txt  line 11, cell 2
less  示例县教育局  2022  二     第二十条第（六）项/行政处罚       本年处理决定数量  4            4  number  tests/data/panel/示例县教育局_2022.txt  line 14, cell 2
plus  示例县教育局  2022  三     一、本年新收政府信息公开申请数量  自然人            15          15  number  tests/data/panel/示例县教育局_2022.txt  line 23, cell 2
reports 2 of 3 · 3 blanks taken as 0 · 1 left out (unread or text)
9 cells; cells that print 0 are not listed, nor those behind the first 4
1 of them without a number: their reports are left out
# With "set blank unknown" they do, where each report has a figure of its own.
> set blank unknown
. avg received where agency = "示例县教育局"; trace 1,1
received  n
   15.00  2

agency        year  table  row                               column                       printed  value  state   file                                     place
示例县教育局  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/科研机构                   –  blank   tests/data/panel/示例县教育局_2021.txt   line 23, cell 4
示例县教育局  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/社会公益组织  -            –  blank   tests/data/panel/示例县教育局_2021.txt   line 23, cell 5
示例县教育局  2021  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  /            –  blank   tests/data/panel/示例县教育局_2021.txt   line 23, cell 6
示例县教育局  2022  三     一、本年新收政府信息公开申请数量  自然人                       15          15  number  tests/data/panel/示例县教育局_2022.txt   line 23, cell 2
示例县教育局  2022  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业      3            3  number  tests/data/panel/示例县教育局_2022.txt   line 23, cell 3
示例县教育局  2023  三     一、本年新收政府信息公开申请数量  自然人                       11          11  number  tests/data/panel/示例县教育局_2023.html  table 2, row 4, cell 2
示例县教育局  2023  三     一、本年新收政府信息公开申请数量  法人或其他组织/法律服务机构  1            1  number  tests/data/panel/示例县教育局_2023.html  table 2, row 4, cell 6
reports 2 of 3 · 3 blanks, unknown · 1 left out (unread or text)
7 cells; cells that print 0 are not listed
3 of them without a number: their reports are left out
> set blank zero
> what if received where requester=company for "示例县公安局" 2022 = 1: flow of "示例县公安局" 2022 to "c.csv"; trace 1,2
!2
trace.t:288:99: error: the last answer was to a "what if": no report holds its cells
  ...2022 = 1: flow of "示例县公安局" 2022 to "c.csv"; trace 1,2
                                                       ^~~~~~~~~
