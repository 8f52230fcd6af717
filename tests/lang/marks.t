%load examples/reports
%args --no-init

# Nothing was ever checked: no marks.
> show report 示例县公安局 2023 table 4
. trace 1,1
!2
report
agency     示例县公安局
year       2023
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   公安: the name holds 公安局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2023年政府信息公开工作年度报告
sender     示例县公安局
signed on  2024-01-22
file       examples/reports/示例县公安局_2023.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      4
行政复议/结果纠正                      0
行政复议/其他结果                      1
行政复议/尚未审结                      0
行政复议/总计                          5
行政诉讼/未经复议直接起诉/结果维持     1
行政诉讼/未经复议直接起诉/结果纠正     0
行政诉讼/未经复议直接起诉/其他结果     1
行政诉讼/未经复议直接起诉/尚未审结     0
行政诉讼/未经复议直接起诉/总计         2
行政诉讼/复议后起诉/结果维持           2
行政诉讼/复议后起诉/结果纠正           0
行政诉讼/复议后起诉/其他结果           0
行政诉讼/复议后起诉/尚未审结           0
行政诉讼/复议后起诉/总计               2
marks.t:6:1: error: there is no answer yet to trace
  trace 1,1
  ^~~~~~~~~ ask a question first, then trace a row and a column of its answer
# Once it was, cells of failing checks carry theirs where they are shown.
$ ogi -d panel.db --quiet -c 'check T3.balance' | tail -n 2
rule        severity  pass  pass*  fail  unknown  n/a
T3.balance  error      127      6     2        0    5
> set width 100
. show report 示例县公安局 2023 table 3
report                                                       
agency     示例县公安局                                      
year       2023                                              
region     not known: the gazetteer does not list 示例县     
level      county: the name begins with 示例县               
function   公安: the name holds 公安局                       
edition    cn.2021 国办公开办函〔2021〕30号                  
title      示例县公安局2023年政府信息公开工作年度报告        
sender     示例县公安局                                      
signed on  2024-01-22                                        
file       examples/reports/示例县公安局_2023.txt            
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

三                                自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
一、本年新收政府信息公开申请数量     !42         1         0             0             4     0   !47
二、上年结转政府信息公开申请数量      !2         0         0             0             0     0    !2
三、本年度办理结果                                                                                  
  （一）予以公开                     !11         0         0             0             2     0   !13
  （二）部分公开（区分处理的，…       !6         1         0             0             0     0    !7
  （三）不予公开                                                                                    
    1.属于国家秘密                    !2         0         0             0             0     0    !2
    2.其他法律行政法规禁止公开        !0         0         0             0             0     0    !0
    3.危及“三安全一稳定”              !1         0         0             0             0     0    !1
    4.保护第三方合法权益              !1         0         0             0             0     0    !1
    5.属于三类内部事务信息            !0         0         0             0             0     0    !0
    6.属于四类过程性信息              !0         0         0             0             0     0    !0
    7.属于行政执法案卷               !11         0         0             0             2     0   !13
    8.属于行政查询事项                !4         0         0             0             0     0    !4
  （四）无法提供                                                                                    
    1.本机关不掌握相关政府信息        !3         0         0             0             0     0    !3
    2.没有现成信息需要另行制作        !0         0         0             0             0     0    !0
    3.补正后申请内容仍不明确          !0         0         0             0             0     0    !0
  （五）不予处理                                                                                    
    1.信访举报投诉类申请              !0         0         0             0             0     0    !0
    2.重复申请                        !0         0         0             0             0     0    !0
    3.要求提供公开出版物              !0         0         0             0             0     0    !0
    4.无正当理由大量反复申请          !2         0         0             0             0     0    !2
    5.要求行政机关确认或重新出…       !0         0         0             0             0     0    !0
  （六）其他处理                                                                                    
    1.申请人无正当理由逾期不补…       !0         0         0             0             0     0    !0
    2.申请人逾期未按收费通知要…       !0         0         0             0             0     0    !0
    3.其他                            !0         0         0             0             0     0    !0
  （七）总计                         !43         1         0             0             4     0   !48
四、结转下年度继续办理                !3         0         0             0             0     0    !3
! rests on a cell in a failing check
> show report 示例县公安局 2023 table 4
report
agency     示例县公安局
year       2023
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   公安: the name holds 公安局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2023年政府信息公开工作年度报告
sender     示例县公安局
signed on  2024-01-22
file       examples/reports/示例县公安局_2023.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      4
行政复议/结果纠正                      0
行政复议/其他结果                      1
行政复议/尚未审结                      0
行政复议/总计                          5
行政诉讼/未经复议直接起诉/结果维持     1
行政诉讼/未经复议直接起诉/结果纠正     0
行政诉讼/未经复议直接起诉/其他结果     1
行政诉讼/未经复议直接起诉/尚未审结     0
行政诉讼/未经复议直接起诉/总计         2
行政诉讼/复议后起诉/结果维持           2
行政诉讼/复议后起诉/结果纠正           0
行政诉讼/复议后起诉/其他结果           0
行政诉讼/复议后起诉/尚未审结           0
行政诉讼/复议后起诉/总计               2
> sum applications where agency=示例县公安局 and year=2023 and requester=natural_person and outcome=withheld
. trace 1,1
applications
         !19

agency        year  table  row                                                     column  printed  value  state   file                                    place
示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/1.属于国家秘密        自然人  2           !2  number  examples/reports/示例县公安局_2023.txt  line 28, cell 3
示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定”  自然人  1           !1  number  examples/reports/示例县公安局_2023.txt  line 30, cell 2
示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/4.保护第三方合法权益  自然人  1           !1  number  examples/reports/示例县公安局_2023.txt  line 31, cell 2
示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/7.属于行政执法案卷    自然人  11         !11  number  examples/reports/示例县公安局_2023.txt  line 34, cell 2
示例县公安局  2023  三     三、本年度办理结果/（三）不予公开/8.属于行政查询事项    自然人  4           !4  number  examples/reports/示例县公安局_2023.txt  line 35, cell 2
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check
! rests on a cell in a failing check
5 cells add up to 19; cells that print 0 are not listed
> sum received where agency=示例县公安局 and year=2023 by requester
. trace 1,2
. trace 2,2
requester              received
natural_person              !42
company                       1
research_institution          0
public_interest_group         0
law_firm                      4
other_organisation            0

agency        year  table  row                               column  printed  value  state   file                                    place
示例县公安局  2023  三     一、本年新收政府信息公开申请数量  自然人  42         !42  number  examples/reports/示例县公安局_2023.txt  line 24, cell 2

agency        year  table  row                               column                   printed  value  state   file                                    place
示例县公安局  2023  三     一、本年新收政府信息公开申请数量  法人或其他组织/商业企业  1            1  number  examples/reports/示例县公安局_2023.txt  line 24, cell 3
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check
! rests on a cell in a failing check
1 cell adds up to 42; cells that print 0 are not listed
1 cell adds up to 1; cells that print 0 are not listed
> sum carried_forward where agency=示例县公安局 by year
. trace 1,2
year  carried_forward
2020                1
2022                2
2023               !3
2024                2

agency        year  table  row                     column  printed  value  state   file                                     place
示例县公安局  2020  三     四、结转下年度继续办理  自然人  1            1  number  examples/reports/示例县公安局_2020.html  table 2, row 26, cell 2
reports 4 of 4 · 1 with failing checks
! rests on a cell in a failing check
the edition of the form changes between 2020 and 2022
1 cell adds up to 1; cells that print 0 are not listed
$ ogi -d panel.db --format csv -c 'show report 示例县公安局 2023 table 3' | head -n 3
agency,year,table,row,column,printed,value,state,place
示例县公安局,2023,三,一、本年新收政府信息公开申请数量,自然人,42,42,number,"line 24, cell 2"
示例县公安局,2023,三,一、本年新收政府信息公开申请数量,法人或其他组织/商业企业,1,1,number,"line 24, cell 3"
# Colour says nothing that no mark says.
$ ogi -d panel.db --quiet -c 'set colour on' -c 'sum received by agency where year=2023' | sed 's/\x1b/ESC/g'
ESC[1magency            receivedESC[0m
平潭综合实验区          81
示例县人民政府         114
示例县公安局           ESC[31m!47ESC[0m
示例县卫生健康局        15
示例县教育局            21
$ NO_COLOR=1 ogi -d panel.db --quiet -c 'set colour auto' -c 'sum received where year=2023' | sed 's/\x1b/ESC/g'
received
    !278
