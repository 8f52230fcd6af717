# What words mean.
%load panel
%run load "tests/data/agencies.csv" as agencies

> describe received
what        value
measure     received
Chinese     新收申请
English     new applications
also        本年新收; 一、本年新收政府信息公开申请数量
type        flow
unit        件
dimensions  requester
form        cn
printed in  cn.2019 (table 三), cn.2021 (table 三)
measure     received
Chinese     收到的申请
English     requests received
also        Number of Requests Received in Fiscal Year; Requests Received in Fiscal Year
type        flow
unit        requests
form        us_foia
printed in  us_foia.2008 (table V.A)
> describe 新收申请
what        value
measure     received
Chinese     新收申请
English     new applications
also        本年新收; 一、本年新收政府信息公开申请数量
type        flow
unit        件
dimensions  requester
form        cn
printed in  cn.2019 (table 三), cn.2021 (table 三)
> describe carried_forward
what        value
measure     carried_forward
Chinese     结转下年
English     applications carried forward
also        结转下年度; 四、结转下年度继续办理
type        stock at the end of the year
unit        件
dimensions  requester
form        cn
printed in  cn.2019 (table 三), cn.2021 (table 三)
> describe fees
what        value
measure     fees
Chinese     行政事业性收费金额
English     administrative fees
also        收费; 收费金额
type        flow
unit        万元
form        cn
printed in  cn.2021 (table 二)
> describe items_change
what        value
measure     items_change
Chinese     项目增减
English     change in items of power
also        本年增/减; 本年增减
type        flow
unit        项
dimensions  item
form        cn
printed in  cn.2019 (table 二)
> describe outcome
what       value
dimension  outcome
Chinese    办理结果
English    outcome
also       处理结果; 答复
divides    applications
members    25
form       cn
> describe requester
what       value
dimension  requester
Chinese    申请人
English    requester
also       申请人情况
divides    received, carried_in, applications, carried_forward
members    7
form       cn
> describe withheld
what       value
member     withheld
Chinese    不予公开
English    withheld
dimension  outcome
> describe state_secret
what       value
member     state_secret
Chinese    国家秘密
English    state secret
also       1.属于国家秘密
dimension  outcome
within     withheld
> describe pending
what       value
member     pending
Chinese    尚未审结
English    pending
also       未审结
dimension  result
type       stock at the end of the year
> describe licence
what       value
member     licence
Chinese    行政许可
English    licence
also       许可
dimension  decision
member     licence
Chinese    行政许可
English    licence
dimension  item
> describe year
what       value
dimension  year
Chinese    年份
divides    every measure: each report has it
> describe agency
what       value
dimension  agency
Chinese    机关
divides    every measure: each report has it
members    6
> describe region
what       value
dimension  region
Chinese    地区
divides    every measure: each report has it
members    4

> members of outcome
member                    chinese         english
disclosed                 予以公开        disclosed
partly_disclosed          部分公开        partly disclosed
withheld                  不予公开        withheld
  state_secret            国家秘密        state secret
  prohibited_by_law       法律法规禁止    prohibited by law
  security_and_stability  三安全一稳定    security and stability
  third_party_rights      第三方权益      rights of a third party
  internal_affairs        内部事务信息    internal affairs
  deliberative_process    过程性信息      deliberative process
  enforcement_file        行政执法案卷    enforcement file
  administrative_inquiry  行政查询事项    administrative inquiry
unavailable               无法提供        unavailable
  not_held                不掌握          not held
  needs_compiling         需另行制作      needs compiling
  still_unclear           补正后仍不明确  still unclear
not_processed             不予处理        not processed
  petition                信访举报投诉    petition
  repeat                  重复申请        repeat
  publication             公开出版物      publication
  excessive               大量反复申请    excessive
  reissue                 重新出具        reissue
otherwise_closed          其他处理        otherwise closed
  not_corrected           逾期不补正      not corrected in time
  fee_unpaid              逾期不缴费      fee unpaid
  other_disposal          其他处理情形    other disposal
> members of 申请人
member                   chinese         english
natural_person           自然人          natural person
organisation             法人或其他组织  organisation
  company                商业企业        company
  research_institution   科研机构        research institution
  public_interest_group  社会公益组织    public interest group
  law_firm               法律服务机构    law firm
  other_organisation     其他法人或组织  other organisation
> members of result
member     chinese   english
upheld     结果维持  upheld
corrected  结果纠正  corrected
other      其他结果  other
pending    尚未审结  pending
> members of status
member           chinese       english
issued           制发          issued
repealed         废止          repealed
in_force         现行有效      in force
newly_made       新制作        newly made
newly_published  新公开        newly published
published_total  对外公开总数  published in total
> members of agency
agency
示例县人民政府
示例县公安局
示例县教育局
示例县青山镇人民政府
示例市卫生健康委员会
示例省财政厅
> members of region
region
示例省
  示例市
    示例县
      青山镇
> members of level
level     chinese  english
central   中央     central government
province  省级     province
city      市级     city or prefecture
county    县级     county or district
township  乡镇级   township or street
> members of function
function
公安
卫生健康
政府
教育
财政
> members of edition
edition
cn.2019
cn.2021
us_foia.2008
> members of form
form
cn
us_foia

$ ogi --no-init -d panel.db --format csv -c 'members of requester' -c 'describe applications'
member,chinese,english
natural_person,自然人,natural person
organisation,法人或其他组织,organisation
company,商业企业,company
research_institution,科研机构,research institution
public_interest_group,社会公益组织,public interest group
law_firm,法律服务机构,law firm
other_organisation,其他法人或组织,other organisation

what,value
measure,applications
Chinese,办理结果数
English,applications answered
also,申请; 申请办理
type,flow
unit,件
dimensions,"requester, outcome"
form,cn
printed in,"cn.2019 (table 三), cn.2021 (table 三)"

> describe witheld
!2
describe.t:245:10: error: nothing is called "witheld"
  describe witheld
           ^~~~~~~ did you mean "withheld"?
> members of outcom
!2
describe.t:250:12: error: there is no dimension "outcom"
  members of outcom
             ^~~~~~ did you mean "outcome"?
> members of year
!2
describe.t:255:12: error: years are no list of names
  members of year
             ^~~~ write "count reports by year"
