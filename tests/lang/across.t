# Columns: `across`; totals computed anew from the leaves.
%load panel
%run load "tests/data/agencies.csv" as agencies
%args --format csv

> sum received by year across requester own reports
year,natural_person,company,research_institution,public_interest_group,law_firm,other_organisation
2019,18,4,0,0,1,0
2020,58,16,2,1,0,2
2021,144,43,5,2,8,1
2022,56,12,0,0,3,0
2023,123,46,3,1,9,0
> sum received by year across requester total own reports
year,row,natural_person,company,research_institution,public_interest_group,law_firm,other_organisation,total
2019,leaf,18,4,0,0,1,0,23
2020,leaf,58,16,2,1,0,2,79
2021,leaf,144,43,5,2,8,1,203
2022,leaf,56,12,0,0,3,0,71
2023,leaf,123,46,3,1,9,0,182
,total,399,121,10,4,21,3,558
> sum applications across outcome own reports
disclosed,partly_disclosed,withheld,unavailable,not_processed,otherwise_closed
341,52,48,78,15,18
> sum applications across outcome total own reports
disclosed,partly_disclosed,withheld,unavailable,not_processed,otherwise_closed,total
341,52,48,78,15,18,514
> sum applications by agency across year mixed ok
agency,2019,2020,2021,2022,2023
示例县人民政府,,,68,87,
示例县公安局,24,33,41,52,
示例县教育局,,,13,17,13
示例县青山镇人民政府,,,5,,
示例市卫生健康委员会,,47,,,59
示例省财政厅,,,99,,111
> sum applications by outcome across year own reports
outcome,2019,2020,2021,2022,2023
disclosed,12,48,124,39,118
partly_disclosed,2,7,20,5,18
withheld,3,6,16,9,14
unavailable,4,12,24,10,28
not_processed,1,2,5,4,3
otherwise_closed,2,5,7,2,2
> sum applications by outcome across year total own reports
outcome,row,2019,2020,2021,2022,2023,total
disclosed,leaf,12,48,124,39,118,341
partly_disclosed,leaf,2,7,20,5,18,52
withheld,leaf,3,6,16,9,14,48
unavailable,leaf,4,12,24,10,28,78
not_processed,leaf,1,2,5,4,3,15
otherwise_closed,leaf,2,5,7,2,2,18
,total,24,80,158,69,183,514
> sum received by agency across level total own reports where year=2021
agency,row,province,city,county,township,total
示例县公安局,leaf,,,40,,40
示例县教育局,leaf,,,14,,14
示例县青山镇人民政府,leaf,,,,5,5
示例市卫生健康委员会,leaf,,48,,,48
示例省财政厅,leaf,96,,,,96
,total,96,48,54,5,203
> sum received by edition across year own reports
edition,2019,2020,2021,2022,2023
2019,23,79,5,,
2021,,,198,71,182

# What no report could have is missing, what sums to nothing is 0.
> sum applications by year across outcome leaves where outcome=otherwise_closed own reports
year,otherwise_closed,not_corrected,fee_unpaid,other_disposal
2019,2,,,
2020,5,,,
2021,1,1,1,4
2022,,1,0,1
2023,,0,0,2
> sum documents by year across status own reports
year,issued,repealed,in_force,newly_made,newly_published,published_total
2019,,,,3,3,12
2020,,,,8,7,44
2021,34,10,233,1,1,5
2022,2,2,19,,,
2023,14,9,224,,,

# A total is no sum of averages.
> avg received by year across level total own reports
year,row,province,city,county,township,total
2019,leaf,,,23,,23
2020,leaf,,45,34,,39.5
2021,leaf,96,48,27,5,40.6
2022,leaf,,,35.5,,35.5
2023,leaf,110,60,12,,60.666666666666664
,total,103,51,27.714285714285715,5,42.92307692307692

# Of several measures, a column each.
> sum received, carried_in by agency across year where year in 2021..2022 own reports
agency,received.2021,received.2022,carried_in.2021,carried_in.2022
示例县公安局,40,53,2,1
示例县教育局,14,18,0,1
示例县青山镇人民政府,5,,0,
示例市卫生健康委员会,48,,3,
示例省财政厅,96,,7,
