# Rows: by dimensions of the form and of reports.
%load panel
%run load "tests/data/agencies.csv" as agencies
%args --format csv

> sum applications by outcome own reports
outcome,applications
disclosed,341
partly_disclosed,52
withheld,48
unavailable,78
not_processed,15
otherwise_closed,18
> sum applications by requester own reports
requester,applications
natural_person,369
company,107
research_institution,10
public_interest_group,4
law_firm,21
other_organisation,3
> sum reviews by result where year=2021 own reports
result,reviews
upheld,11
corrected,1
other,3
pending,4
> sum lawsuits by route, result where year=2021 own reports
route,result,lawsuits
direct,upheld,6
direct,corrected,1
direct,other,0
direct,pending,0
after_review,upheld,3
after_review,corrected,0
after_review,other,0
after_review,pending,0
> sum decisions by decision own reports
decision,decisions
licence,12994
other_service,193
penalty,3118
coercion,144
> sum documents by status, document where year=2021 own reports
status,document,documents
issued,rule,2
issued,normative_document,32
repealed,rule,1
repealed,normative_document,9
in_force,rule,17
in_force,normative_document,216
newly_made,rule,0
newly_made,normative_document,1
newly_published,rule,0
newly_published,normative_document,1
published_total,rule,0
published_total,normative_document,5
> sum items by item where year=2019
item,items
licence,20
other_service,31
penalty,410
coercion,16
fee,2
> sum received by year own reports
year,received
2019,23
2020,79
2021,203
2022,71
2023,182
> sum received by agency mixed ok
agency,received
示例县人民政府,159
示例县公安局,150
示例县教育局,44
示例县青山镇人民政府,5
示例市卫生健康委员会,153
示例省财政厅,206
> sum received by region own reports
region,received
示例省,558
> sum received by level own reports
level,received
province,206
city,153
county,194
township,5
> sum received by function own reports
function,received
公安,150
卫生健康,153
政府,5
教育,44
财政,206
> sum received by edition own reports
edition,received
2019,107
2021,451
> sum received by form own reports
form,received
cn,558

# Several, in the order written.
> sum applications by year, outcome own reports where year>=2022
year,outcome,applications
2022,disclosed,39
2022,partly_disclosed,5
2022,withheld,9
2022,unavailable,10
2022,not_processed,4
2022,otherwise_closed,2
2023,disclosed,118
2023,partly_disclosed,18
2023,withheld,14
2023,unavailable,28
2023,not_processed,3
2023,otherwise_closed,2
> sum applications by outcome, year own reports where year>=2022
outcome,year,applications
disclosed,2022,39
disclosed,2023,118
partly_disclosed,2022,5
partly_disclosed,2023,18
withheld,2022,9
withheld,2023,14
unavailable,2022,10
unavailable,2023,28
not_processed,2022,4
not_processed,2023,3
otherwise_closed,2022,2
otherwise_closed,2023,2
> sum applications by requester, outcome own reports where year=2023
requester,outcome,applications
natural_person,disclosed,80
natural_person,partly_disclosed,15
natural_person,withheld,6
natural_person,unavailable,22
natural_person,not_processed,3
natural_person,otherwise_closed,0
company,disclosed,30
company,partly_disclosed,3
company,withheld,4
company,unavailable,5
company,not_processed,0
company,otherwise_closed,2
research_institution,disclosed,2
research_institution,partly_disclosed,0
research_institution,withheld,1
research_institution,unavailable,0
research_institution,not_processed,0
research_institution,otherwise_closed,0
public_interest_group,disclosed,0
public_interest_group,partly_disclosed,0
public_interest_group,withheld,0
public_interest_group,unavailable,1
public_interest_group,not_processed,0
public_interest_group,otherwise_closed,0
law_firm,disclosed,6
law_firm,partly_disclosed,0
law_firm,withheld,3
law_firm,unavailable,0
law_firm,not_processed,0
law_firm,otherwise_closed,0
other_organisation,disclosed,0
other_organisation,partly_disclosed,0
other_organisation,withheld,0
other_organisation,unavailable,0
other_organisation,not_processed,0
other_organisation,otherwise_closed,0

# A tree shows its usual level: groups of outcomes, kinds of requesters.
# Confined to one node it shows what is below.
> sum applications by outcome where outcome=withheld own reports
outcome,applications
state_secret,3
prohibited_by_law,3
security_and_stability,1
third_party_rights,10
internal_affairs,9
deliberative_process,11
enforcement_file,9
administrative_inquiry,2
> sum applications by outcome where outcome=otherwise_closed own reports
outcome,applications
otherwise_closed,8
not_corrected,2
fee_unpaid,1
other_disposal,7
> sum applications by outcome where outcome=not_held own reports
outcome,applications
not_held,68
> sum applications by outcome where outcome in (withheld, unavailable) own reports
outcome,applications
withheld,48
unavailable,78
> sum applications by outcome where outcome in (state_secret, not_held) own reports
outcome,applications
withheld,3
unavailable,68
> sum received by requester where requester=organisation own reports
requester,received
company,121
research_institution,10
public_interest_group,4
law_firm,21
other_organisation,3

# Levels of a tree, with subtotals; `leaves` without.
> sum applications by outcome depth 1 own reports
outcome,row,applications
disclosed,leaf,341
partly_disclosed,leaf,52
withheld,leaf,48
unavailable,leaf,78
not_processed,leaf,15
otherwise_closed,leaf,18
> sum applications by outcome depth 2 own reports
outcome,row,applications
disclosed,leaf,341
partly_disclosed,leaf,52
withheld,subtotal,48
state_secret,leaf,3
prohibited_by_law,leaf,3
security_and_stability,leaf,1
third_party_rights,leaf,10
internal_affairs,leaf,9
deliberative_process,leaf,11
enforcement_file,leaf,9
administrative_inquiry,leaf,2
unavailable,subtotal,78
not_held,leaf,68
needs_compiling,leaf,9
still_unclear,leaf,1
not_processed,subtotal,15
petition,leaf,4
repeat,leaf,6
publication,leaf,2
excessive,leaf,2
reissue,leaf,1
otherwise_closed,subtotal,18
otherwise_closed,leaf,8
not_corrected,leaf,2
fee_unpaid,leaf,1
other_disposal,leaf,7
> sum applications by outcome leaves own reports
outcome,applications
disclosed,341
partly_disclosed,52
state_secret,3
prohibited_by_law,3
security_and_stability,1
third_party_rights,10
internal_affairs,9
deliberative_process,11
enforcement_file,9
administrative_inquiry,2
not_held,68
needs_compiling,9
still_unclear,1
petition,4
repeat,6
publication,2
excessive,2
reissue,1
otherwise_closed,8
not_corrected,2
fee_unpaid,1
other_disposal,7
> sum applications depth 2 by outcome own reports
outcome,row,applications
disclosed,leaf,341
partly_disclosed,leaf,52
withheld,subtotal,48
state_secret,leaf,3
prohibited_by_law,leaf,3
security_and_stability,leaf,1
third_party_rights,leaf,10
internal_affairs,leaf,9
deliberative_process,leaf,11
enforcement_file,leaf,9
administrative_inquiry,leaf,2
unavailable,subtotal,78
not_held,leaf,68
needs_compiling,leaf,9
still_unclear,leaf,1
not_processed,subtotal,15
petition,leaf,4
repeat,leaf,6
publication,leaf,2
excessive,leaf,2
reissue,leaf,1
otherwise_closed,subtotal,18
otherwise_closed,leaf,8
not_corrected,leaf,2
fee_unpaid,leaf,1
other_disposal,leaf,7
> sum applications leaves by outcome own reports
outcome,applications
disclosed,341
partly_disclosed,52
state_secret,3
prohibited_by_law,3
security_and_stability,1
third_party_rights,10
internal_affairs,9
deliberative_process,11
enforcement_file,9
administrative_inquiry,2
not_held,68
needs_compiling,9
still_unclear,1
petition,4
repeat,6
publication,2
excessive,2
reissue,1
otherwise_closed,8
not_corrected,2
fee_unpaid,1
other_disposal,7
> sum received by requester depth 2 own reports
requester,row,received
natural_person,leaf,399
organisation,subtotal,159
company,leaf,121
research_institution,leaf,10
public_interest_group,leaf,4
law_firm,leaf,21
other_organisation,leaf,3
> sum received by requester leaves own reports
requester,received
natural_person,399
company,121
research_institution,10
public_interest_group,4
law_firm,21
other_organisation,3
> sum applications by year, requester depth 1 where year=2022 own reports
year,requester,row,applications
2022,natural_person,leaf,54
2022,organisation,leaf,15

# A region's children, when confined to it.
> sum received by region where region under 示例市 own reports
region,received
示例市,153
示例县,199
> sum received by region where region=示例县 own reports
region,received
示例县,194
青山镇,5
> sum received where region == 示例县 own reports
received
194
> sum received where region under 示例县 own reports
received
199
> sum received where region != 示例县 own reports
received
359
> sum received where level=县 own reports
received
194
> sum received where level in (省, 市) own reports
received
359
> sum received where function=公安
received
150
> sum received where function != 公安 own reports
received
408
> count agencies by region
region,agencies
示例省,6
> count agencies where region under 示例市
agencies
5

# Descending years.
> sum received by year desc own reports
year,received
2023,182
2022,71
2021,203
2020,79
2019,23
