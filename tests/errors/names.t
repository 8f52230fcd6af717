# A name that does not exist: the names near to it that could stand there.
%load panel
%run load "tests/data/agencies.csv" as agencies

> sum recieved
!2
names.t:5:5: error: there is no measure "recieved"
  sum recieved
      ^~~~~~~~ did you mean "received"?
> sum receive
!2
names.t:10:5: error: there is no measure "receive"
  sum receive
      ^~~~~~~ did you mean "received"?
> sum withheld
!2
names.t:15:5: error: there is no measure "withheld"
  sum withheld
      ^~~~~~~~ it is a member of "outcome": write "sum applications where outcome=withheld"
> sum 不予公开
!2
names.t:20:5: error: there is no measure "不予公开"
  sum 不予公开
      ^~~~~~~~ it is a member of "outcome": write "sum applications where outcome=withheld"
> sum 新收
!2
names.t:25:5: error: there is no measure "新收"
  sum 新收
      ^~~~ did you mean "received"?
> sum 受理数
!2
names.t:30:5: error: there is no measure "受理数"
  sum 受理数
      ^~~~~~ "help measures" lists what can be asked
> sum applications where outcome=xyz
!2
names.t:35:32: error: no member "xyz" in dimension outcome
  sum applications where outcome=xyz
                                 ^~~ "members of outcome" lists its 25 members
> sum applications where 办理结果=不与公开
!2
names.t:40:29: error: no member "不与公开" in dimension outcome
  sum applications where 办理结果=不与公开
                                  ^~~~~~~~ did you mean "withheld"?
> sum applications where 办理结果=公开
!2
names.t:45:29: error: no member "公开" in dimension outcome
  sum applications where 办理结果=公开
                                  ^~~~ did you mean "disclosed", "partly_disclosed" or "withheld"?
> sum applications where requester=自然
!2
names.t:50:34: error: no member "自然" in dimension requester
  sum applications where requester=自然
                                   ^~~~ did you mean "natural_person"?
> sum applications where requester=xyz
!2
names.t:55:34: error: no member "xyz" in dimension requester
  sum applications where requester=xyz
                                   ^~~ it can be "natural_person", "organisation", "company", "research_institution", "public_interest_group", "law_firm" or "other_organisation"
> sum applications where result=upheld
!2
names.t:60:24: error: "applications" has no dimension "result": the form has no such cell
  sum applications where result=upheld
                         ^~~~~~ it divides "reviews" or "lawsuits"
> sum applications where outcme=withheld
!2
names.t:65:24: error: there is no dimension "outcme"
  sum applications where outcme=withheld
                         ^~~~~~ did you mean "outcome"?
> sum applications where 结果=不予公开
!2
names.t:70:24: error: there is no dimension "结果"
  sum applications where 结果=不予公开
                         ^~~~ did you mean "outcome" or "result"?
> sum received by yeer
!2
names.t:75:17: error: there is no dimension "yeer"
  sum received by yeer
                  ^~~~ did you mean "year"?
> sum received by requestor
!2
names.t:80:17: error: there is no dimension "requestor"
  sum received by requestor
                  ^~~~~~~~~ did you mean "requester"?
> sum received where agency=水务局
!2
names.t:85:27: error: no report has the agency "水务局"
  sum received where agency=水务局
                            ^~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> sum received where agency=示例县
!2
names.t:90:27: error: "示例县" fits more than one agency (4)
  sum received where agency=示例县
                            ^~~~~~ write "示例县人民政府", "示例县公安局", "示例县教育局" or "示例县青山镇人民政府"
> sum received where agency="示例县公安分局"
!2
names.t:95:27: error: no report has the agency "示例县公安分局"
  sum received where agency="示例县公安分局"
                            ^~~~~~~~~~~~~~~~ did you mean "示例县公安局"?
> sum received where region=示例区
!2
names.t:100:27: error: no report has the region "示例区"
  sum received where region=示例区
                            ^~~~~~ did you mean "示例省", "示例市" or "示例县"?
> sum received where function=公按
!2
names.t:105:29: error: no report has the function "公按"
  sum received where function=公按
                              ^~~~ did you mean "公安"?
> sum received where edition=2020
!2
names.t:110:28: error: there is no edition "2020"
  sum received where edition=2020
                             ^~~~ it can be "2019", "2021" or "2008"
> sum received where form=us_foya
!2
names.t:115:25: error: there is no form "us_foya"
  sum received where form=us_foya
                          ^~~~~~~ it can be "cn" or "us_foia"
> sum received where year=2021 by agency order by recieved
!2
names.t:120:49: error: the answer has no column "recieved"
  sum received where year=2021 by agency order by recieved
                                                  ^~~~~~~~ it has "agency", "received"
> sum received by agency having recieved > 3
!2
names.t:125:31: error: the answer has no column "recieved"
  sum received by agency having recieved > 3
                                ^~~~~~~~ it has "agency", "received"
> sum received by agency top 3 by recieved
!2
names.t:130:33: error: the answer has no column "recieved"
  sum received by agency top 3 by recieved
                                  ^~~~~~~~ it has "agency", "received"
> sum received for "水务" 2021
!2
names.t:135:18: error: no report has the agency "水务"
  sum received for "水务" 2021
                   ^~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> count things
!2
names.t:140:7: error: "things" cannot be counted
  count things
        ^~~~~~ count reports, agencies, years, regions, levels or functions
> count received
!2
names.t:145:7: error: "received" cannot be counted
  count received
        ^~~~~~~~ count reports, agencies, years, regions, levels or functions
> sum witheld of applications
!2
names.t:150:5: error: "applications" has no member "witheld"
  sum witheld of applications
      ^~~~~~~ did you mean "withheld"?
# More than one thing.
> describe 其他
what       value
member     other_organisation
Chinese    其他法人或组织
English    other organisation
also       其他
dimension  requester
within     organisation
member     other_disposal
Chinese    其他处理情形
English    other disposal
also       3.其他
dimension  outcome
within     otherwise_closed

> sum applications where outcome = witheld by year
!2
names.t:171:34: error: no member "witheld" in dimension outcome
  sum applications where outcome = witheld by year
                                   ^~~~~~~ did you mean "withheld"?
> sum received by 年度
!2
names.t:176:17: error: there is no dimension "年度"
  sum received by 年度
                  ^~~~ "help dimensions" lists them
> sum received across outcome
!2
names.t:181:21: error: "received" has no dimension "outcome": the form has no such cell
  sum received across outcome
                      ^~~~~~~ it divides "applications"
