# A report as its form prints it.
%load panel

> show report "公安" 2021 table 2
report
agency     示例县公安局
year       2021
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   公安: the name holds 公安局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2021年政府信息公开工作年度报告
sender     示例县公安局
signed on  2022-01-18
file       tests/data/panel/示例县公安局_2021.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

二 第二十条第（一）项  本年制发件数  本年废止件数  现行有效件数
规章                              0             0             0
行政规范性文件                    2             1            15

二 第二十条第（五）项  本年处理决定数量
行政许可                           1402

二 第二十条第（六）项  本年处理决定数量
行政处罚                            655
行政强制                             29

二 第二十条第（八）项  本年收费金额（单位：万元）
行政事业性收费                          12.345678
> show report "示例县公安局" 2021 table 4
report
agency     示例县公安局
year       2021
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   公安: the name holds 公安局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2021年政府信息公开工作年度报告
sender     示例县公安局
signed on  2022-01-18
file       tests/data/panel/示例县公安局_2021.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      3
行政复议/结果纠正                      0
行政复议/其他结果                      1
行政复议/尚未审结                      1
行政复议/总计                          5
行政诉讼/未经复议直接起诉/结果维持     1
行政诉讼/未经复议直接起诉/结果纠正     1
行政诉讼/未经复议直接起诉/其他结果     0
行政诉讼/未经复议直接起诉/尚未审结     0
行政诉讼/未经复议直接起诉/总计         2
行政诉讼/复议后起诉/结果维持           2
行政诉讼/复议后起诉/结果纠正           0
行政诉讼/复议后起诉/其他结果           0
行政诉讼/复议后起诉/尚未审结           0
行政诉讼/复议后起诉/总计               2
> show report "青山镇" 2021
report
agency     示例县青山镇人民政府
year       2021
region     not known: the gazetteer does not list 示例县
level      township: 青山镇 is a township
function   政府: the name ends with 人民政府
edition    cn.2019 国办公开办函〔2019〕60号
title      示例县青山镇人民政府2021年政府信息公开工作年度报告
sender     示例县青山镇人民政府
signed on  2022-01-18
file       tests/data/panel/示例县青山镇人民政府_2021.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

二 第二十条第（一）项  本年新制作数量  本年新公开数量  对外公开总数量
规章                                0               0               0
规范性文件                          1               1               5

二 第二十条第（五）项  上一年项目数量  本年增/减  处理决定数量
行政许可                            3          1            62
其他对外管理服务事项                0          0             0

二 第二十条第（六）项  上一年项目数量  本年增/减  处理决定数量
行政处罚                            6         -2             3
行政强制                            0          0             0

二 第二十条第（八）项  上一年项目数量  本年增/减
行政事业性收费                      0          0

二 第二十条第（九）项  采购项目数量  采购总金额
政府集中采购                      2  75394.52元

三                                                          自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
一、本年新收政府信息公开申请数量                                 5         0         0             0             0     0     5
二、上年结转政府信息公开申请数量                                 0         0         0             0             0     0     0
三、本年度办理结果
  （一）予以公开                                                 3         0         0             0             0     0     3
  （二）部分公开（区分处理的，只计这一情形，不计其他情形）       0         0         0             0             0     0     0
  （三）不予公开
    1.属于国家秘密                                               0         0         0             0             0     0     0
    2.其他法律行政法规禁止公开                                   0         0         0             0             0     0     0
    3.危及“三安全一稳定”                                         0         0         0             0             0     0     0
    4.保护第三方合法权益                                         0         0         0             0             0     0     0
    5.属于三类内部事务信息                                       0         0         0             0             0     0     0
    6.属于四类过程性信息                                         0         0         0             0             0     0     0
    7.属于行政执法案卷                                           0         0         0             0             0     0     0
    8.属于行政查询事项                                           0         0         0             0             0     0     0
  （四）无法提供
    1.本机关不掌握相关政府信息                                   1         0         0             0             0     0     1
    2.没有现成信息需要另行制作                                   0         0         0             0             0     0     0
    3.补正后申请内容仍不明确                                     0         0         0             0             0     0     0
  （五）不予处理
    1.信访举报投诉类申请                                         0         0         0             0             0     0     0
    2.重复申请                                                   0         0         0             0             0     0     0
    3.要求提供公开出版物                                         0         0         0             0             0     0     0
    4.无正当理由大量反复申请                                     0         0         0             0             0     0     0
    5.要求行政机关确认或重新出具已获取信息                       0         0         0             0             0     0     0
  （六）其他处理                                                 1         0         0             0             0     0     1
  （七）总计                                                     5         0         0             0             0     0     5
四、结转下年度继续办理                                           0         0         0             0             0     0     0

四                                  件数
行政复议/结果维持                      0
行政复议/结果纠正                      0
行政复议/其他结果                      0
行政复议/尚未审结                      1
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
> show report "教育" 2021 table 2
report
agency     示例县教育局
year       2021
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   教育: the name holds 教育局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县教育局2021年政府信息公开工作年度报告
sender     示例县教育局
signed on  2022-01-18
file       tests/data/panel/示例县教育局_2021.txt
cells      8 blank, 0 unread, 0 inferred, 0 doubts on loading

二 第二十条第（一）项  本年制发件数  本年废止件数  现行有效件数
规章                              /             /             /
行政规范性文件                    4             0             4

二 第二十条第（五）项  本年处理决定数量
行政许可                            318

二 第二十条第（六）项  本年处理决定数量
行政处罚                         约30件
行政强制                              0

二 第二十条第（八）项  本年收费金额（单位：万元）
行政事业性收费                                0.3
> show report "教育" 2021 table 4
report
agency     示例县教育局
year       2021
region     not known: the gazetteer does not list 示例县
level      county: the name begins with 示例县
function   教育: the name holds 教育局
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县教育局2021年政府信息公开工作年度报告
sender     示例县教育局
signed on  2022-01-18
file       tests/data/panel/示例县教育局_2021.txt
cells      8 blank, 0 unread, 0 inferred, 0 doubts on loading

四                                  件数
行政复议/结果维持                      1
行政复议/结果纠正                      0
行政复议/其他结果                      0
行政复议/尚未审结                      0
行政复议/总计                          —
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
> show report "卫生" 2021 table 3
report
agency     示例市卫生健康委员会
year       2021
region     not known: the gazetteer does not list 示例市
level      not known: 示例市 may be of several levels
function   卫生健康: the name holds 卫生健康委员会
edition    cn.2021 国办公开办函〔2021〕30号
title      示例市卫生健康委员会2021年政府信息公开工作年度报告
sender     示例市卫生健康委员会
signed on  2022-01-18
file       tests/data/panel/示例市卫生健康委员会_2021.txt
cells      0 blank, 7 unread, 0 inferred, 1 doubts on loading

三                                                                                 自然人     商业企业     科研机构  社会公益组织  法律服务机构         其他         总计
一、本年新收政府信息公开申请数量                                                       36           12            0             0             0            0           48
二、上年结转政府信息公开申请数量                                                        2            1            0             0             0            0            3
三、本年度办理结果
  （一）予以公开                                                                       25            8            0             0             0            0           33
  （二）部分公开（区分处理的，只计这一情形，不计其他情形）                              3            0            0             0             0            0            3
  （三）不予公开
    1.属于国家秘密                                                                      0            0            0             0             0            0            0
    2.其他法律行政法规禁止公开                                                          0            0            0             0             0            0            0
    3.危及“三安全一稳定”                                                                0            0            0             0             0            0            0
    4.保护第三方合法权益                                                                0            0            0             0             0            0            0
    5.属于三类内部事务信息                                                              0            0            0             0             0            0            0
    6.属于四类过程性信息                                                                0            0            0             0             0            0            0
    7.属于行政执法案卷                                                                  0            0            0             0             0            0            0
    8.属于行政查询事项                                                                  0            0            0             0             0            0            0
  （四）无法提供
    1.本机关不掌握相关政府信息                                                ?7 | 3 | 10  ?7 | 3 | 10  ?7 | 3 | 10   ?7 | 3 | 10   ?7 | 3 | 10  ?7 | 3 | 10  ?7 | 3 | 10
    2.没有现成信息需要另行制作                                                          0            0            0             0             0            0            0
    3.补正后申请内容仍不明确                                                            0            0            0             0             0            0            0
  （五）不予处理
    1.信访举报投诉类申请                                                                0            0            0             0             0            0            0
    2.重复申请                                                                          1            0            0             0             0            0            1
    3.要求提供公开出版物                                                                0            0            0             0             0            0            0
    4.无正当理由大量反复申请                                                            0            0            0             0             0            0            0
    5.要求行政机关确认或重新出具已获取信息                                              0            0            0             0             0            0            0
  （六）其他处理
    1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请                    0            0            0             0             0            0            0
    2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请            0            0            0             0             0            0            0
    3.其他                                                                              0            1            0             0             0            0            1
  （七）总计                                                                           36           12            0             0             0            0           48
四、结转下年度继续办理                                                                  2            1            0             0             0            0            3
? printed, but not readable for certain

# For programs a row per cell.
$ ogi --no-init -d panel.db --format csv -c 'show report "公安" 2020 table 2'
agency,year,table,row,column,printed,value,state,place
示例县公安局,2020,二,第二十条第（一）项/规章,本年新制作数量,0,0,number,"line 7, cell 2"
示例县公安局,2020,二,第二十条第（一）项/规章,本年新公开数量,0,0,number,"line 7, cell 3"
示例县公安局,2020,二,第二十条第（一）项/规章,对外公开总数量,0,0,number,"line 7, cell 4"
示例县公安局,2020,二,第二十条第（一）项/规范性文件,本年新制作数量,2,2,number,"line 8, cell 2"
示例县公安局,2020,二,第二十条第（一）项/规范性文件,本年新公开数量,2,2,number,"line 8, cell 3"
示例县公安局,2020,二,第二十条第（一）项/规范性文件,对外公开总数量,14,14,number,"line 8, cell 4"
示例县公安局,2020,二,第二十条第（五）项/行政许可,上一年项目数量,15,15,number,"line 11, cell 2"
示例县公安局,2020,二,第二十条第（五）项/行政许可,本年增/减,+3,3,number,"line 11, cell 3"
示例县公安局,2020,二,第二十条第（五）项/行政许可,处理决定数量,1310,1310,number,"line 11, cell 4"
示例县公安局,2020,二,第二十条第（五）项/其他对外管理服务事项,上一年项目数量,31,31,number,"line 12, cell 2"
示例县公安局,2020,二,第二十条第（五）项/其他对外管理服务事项,本年增/减,-11,-11,number,"line 12, cell 3"
示例县公安局,2020,二,第二十条第（五）项/其他对外管理服务事项,处理决定数量,92,92,number,"line 12, cell 4"
示例县公安局,2020,二,第二十条第（六）项/行政处罚,上一年项目数量,422,422,number,"line 15, cell 2"
示例县公安局,2020,二,第二十条第（六）项/行政处罚,本年增/减,-164,-164,number,"line 15, cell 3"
示例县公安局,2020,二,第二十条第（六）项/行政处罚,处理决定数量,801,801,number,"line 15, cell 4"
示例县公安局,2020,二,第二十条第（六）项/行政强制,上一年项目数量,16,16,number,"line 16, cell 2"
示例县公安局,2020,二,第二十条第（六）项/行政强制,本年增/减,0,0,number,"line 16, cell 3"
示例县公安局,2020,二,第二十条第（六）项/行政强制,处理决定数量,38,38,number,"line 16, cell 4"
示例县公安局,2020,二,第二十条第（八）项/行政事业性收费,上一年项目数量,1,1,number,"line 19, cell 2"
示例县公安局,2020,二,第二十条第（八）项/行政事业性收费,本年增/减,0,0,number,"line 19, cell 3"
示例县公安局,2020,二,第二十条第（九）项/政府集中采购,采购项目数量,11,11,number,"line 22, cell 2"
示例县公安局,2020,二,第二十条第（九）项/政府集中采购,采购总金额,52.15,,text,"line 22, cell 3"
$ ogi --no-init -d panel.db --format csv -c 'show report "示例县教育局" 2021' | grep -v ',number,'
agency,year,table,row,column,printed,value,state,place
示例县教育局,2021,二,第二十条第（一）项/规章,本年制发件数,/,,blank,"line 7, cell 2"
示例县教育局,2021,二,第二十条第（一）项/规章,本年废止件数,/,,blank,"line 7, cell 3"
示例县教育局,2021,二,第二十条第（一）项/规章,现行有效件数,/,,blank,"line 7, cell 4"
示例县教育局,2021,二,第二十条第（六）项/行政处罚,本年处理决定数量,约30件,,text,"line 14, cell 2"
示例县教育局,2021,三,一、本年新收政府信息公开申请数量,法人或其他组织/科研机构,,,blank,"line 23, cell 4"
示例县教育局,2021,三,一、本年新收政府信息公开申请数量,法人或其他组织/社会公益组织,-,,blank,"line 23, cell 5"
示例县教育局,2021,三,一、本年新收政府信息公开申请数量,法人或其他组织/法律服务机构,/,,blank,"line 23, cell 6"
示例县教育局,2021,三,二、上年结转政府信息公开申请数量,自然人,无,,blank,"line 24, cell 2"
示例县教育局,2021,四,件数,行政复议/总计,—,,blank,"line 52, cell 5"
$ ogi --no-init -d panel.db --format csv -c 'show report "公安"' | cut -d, -f2 | sort | uniq -c
    198 2019
    198 2020
    200 2021
    200 2022
      1 year

> show report "公安" 1999
!2
show_report.t:285:13: error: "示例县公安局" has no report on that year
  show report "公安" 1999
              ^~~~~~~~~~~ "reports where agency = ""示例县公安局""" lists what there is
> show report "示例县" 2021
!2
show_report.t:290:13: error: "示例县" fits more than one agency (4)
  show report "示例县" 2021
              ^~~~~~~~ write "示例县人民政府", "示例县公安局", "示例县教育局" or "示例县青山镇人民政府"

> show report "水务" 2021
!2
show_report.t:296:13: error: no report has the agency "水务"
  show report "水务" 2021
              ^~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> show report "公安" 2021 table 9
!2
show_report.t:301:1: error: the form has no table in section 9
  show report "公安" 2021 table 9
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
