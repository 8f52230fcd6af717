# Every measure and member has many names.
%load panel
%args --format csv

> sum applications where requester=natural_person and outcome=withheld
applications
41
> sum 办理结果数 where 申请人=自然人 and 办理结果=不予公开
applications
41
> SUM Applications WHERE Requester=Natural_Person AND Outcome=Withheld
applications
41
> sum "applications answered" where requester="natural person" and outcome="withheld"
applications
41
> sum 申请 where 申请人情况=公民 and 答复=不予公开
applications
41

# Full-width punctuation and digits are read as their twins.
> sum received where year＝２０２１
received
272
> sum applications where outcome in （state_secret，enforcement_file）
applications
23
> sum ａｐｐｌｉｃａｔｉｏｎｓ where year in ２０１９．．２０２１
applications
330
> sum received where agency＝“示例县公安局”
received
150
> sum received where agency=‘示例县公安局’；sum received where year＞２０２２
received
150

received
182
> sum received　where　year=2021
received
272

# Traditional script.
> sum applications where 申請人=自然人 and 辦理結果=不予公開
applications
41
> sum received where agency="示例縣公安局"
received
150

# The words of the form as printed, with their numbers, brackets and quotes, or without.
> sum applications where outcome = "（三）不予公开"
applications
65
> sum applications where outcome = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
applications
3
> sum applications where outcome = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
applications
3
> sum applications where outcome = "3.危及“三安全一稳定”"
applications
1
> sum applications where outcome = '危及"三安全一稳定"'
applications
1
> sum applications where outcome = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
applications
67
> sum "一、本年新收政府信息公开申请数量"
received
717

# A name shared by members of several dimensions is told apart by where it stands, or by its dimension.
> sum reviews where result=other by year
year,reviews
2019,0
2020,0
2021,4
2022,0
2023,0
> sum reviews where result=result.other by year
year,reviews
2019,0
2020,0
2021,4
2022,0
2023,0
> sum decisions where decision=licence
decisions
16779
> sum items where item=licence by year
year,items
2019,20
2020,33
2021,3
2022,
2023,
> sum decisions where decision=decision.licence
decisions
16779

# Keywords are names where a name must stand.
> sum received as total by year where year=2021
year,total
2021,272
> sum received as first by year where year=2021
year,first
2021,272
> sum received as 件数 by year where year=2021
year,件数
2021,272

# A string is a name wherever a name may stand.
> sum received as "新收 件数" by year where year=2021
year,新收 件数
2021,272
> sum received by "申请人情况" where year=2021
requester,received
natural_person,199
company,54
research_institution,6
public_interest_group,2
law_firm,10
other_organisation,1
> sum received across "申请人" where year=2021
natural_person,company,research_institution,public_interest_group,law_firm,other_organisation
199,54,6,2,10,1
> sum withheld of "applications" where year=2021
"withheld of ""applications"""
23
> sum "不予公开" of applications where year=2021
"""不予公开"" of applications"
23
> sum received by agency order by "新收申请"
agency,received
示例县青山镇人民政府,5
示例县教育局,44
示例县公安局,150
示例市卫生健康委员会,153
示例县人民政府,159
示例省财政厅,206
> sum received by agency top 1 by "新收申请"
agency,received
示例省财政厅,206
> sum received by agency having "新收申请" > 155
agency,received
示例县人民政府,159
示例省财政厅,206
> describe "不予公开"
what,value
member,withheld
Chinese,不予公开
English,withheld
dimension,outcome
> members of "result"
member,chinese,english
upheld,结果维持,upheld
corrected,结果纠正,corrected
other,其他结果,other
pending,尚未审结,pending
> count "reports"
reports
15
> sum received where "agency" = "公安"
received
150
