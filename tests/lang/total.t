# `total`: a row over all groups, a column over all members, and their corner.
%load panel
%run load "tests/data/agencies.csv" as agencies

> sum received by year total own reports
year   received
2019         23
2020         79
2021        203
2022         71
2023        182

total       558
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> sum received by agency, year total own reports where year>=2022
agency                year  received
示例县公安局          2022        53
示例县教育局          2022        18
示例县教育局          2023        12
示例市卫生健康委员会  2023        60
示例省财政厅          2023       110

total                            253
reports 5 of 5 · expected 10, missing 5
> sum applications by outcome total own reports
outcome           applications
disclosed                  341
partly_disclosed            52
withheld                    48
unavailable                 78
not_processed               15
otherwise_closed            18

total                      514
reports 13 of 13 · expected 25, missing 12 · 1 left out (unread or text)
> sum applications by outcome, year total own reports where year>=2022
outcome           year  applications
disclosed         2022            39
disclosed         2023           118
partly_disclosed  2022             5
partly_disclosed  2023            18
withheld          2022             9
withheld          2023            14
unavailable       2022            10
unavailable       2023            28
not_processed     2022             4
not_processed     2023             3
otherwise_closed  2022             2
otherwise_closed  2023             2

total                            252
reports 5 of 5 · expected 10, missing 5
> sum received by year across requester total own reports
year   natural_person  company  research_institution  public_interest_group  law_firm  other_organisation  total
2019               18        4                     0                      0         1                   0     23
2020               58       16                     2                      1         0                   2     79
2021              144       43                     5                      2         8                   1    203
2022               56       12                     0                      0         3                   0     71
2023              123       46                     3                      1         9                   0    182

total             399      121                    10                      4        21                   3    558
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> avg received by year total own reports
year   received   n
2019      23.00   1
2020      39.50   2
2021      40.60   5
2022      35.50   2
2023      60.67   3

total     42.92  13
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> median received by level total own reports
level     received   n
province    103.00   2
city         48.00   3
county       23.00   7
township      5.00   1

total        40.00  13
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> count reports by year total
year   reports
2019         1
2020         2
2021         6
2022         3
2023         3

total       15
reports 15 of 15 · expected 30, missing 15
> count agencies by year total
year   agencies
2019          1
2020          2
2021          6
2022          3
2023          3

total         6
reports 15 of 15 · expected 30, missing 15

# A state has no total over years.
> sum carried_forward by year total own reports
year   carried_forward
2019                 1
2020                 5
2021                 9
2022                 4
2023                 9

total                –
reports 13 of 13 · expected 25, missing 12
"carried_forward" is a state and has no total over years
> sum carried_forward by year across requester total own reports where year>=2022
year   natural_person  company  research_institution  public_interest_group  law_firm  other_organisation  total
2022                4        0                     0                      0         0                   0      4
2023                6        3                     0                      0         0                   0      9

total               –        –                     –                      –         –                   –      –
reports 5 of 5 · expected 10, missing 5
"carried_forward" is a state and has no total over years
> sum carried_forward by agency total own reports where year=2021
agency                carried_forward
示例县公安局                        1
示例县教育局                        1
示例县青山镇人民政府                0
示例市卫生健康委员会                3
示例省财政厅                        4

total                               9
reports 5 of 5 · expected 5, missing 0

# Where the form adds events and states itself, it has one.
> sum reviews by result total where year=2021 own reports
result     reviews
upheld          11
corrected        1
other            3
pending          4

total           19
reports 5 of 5 · expected 5, missing 0

$ ogi --no-init -d panel.db --format csv -c 'sum received by year total own reports' -c 'sum applications by outcome depth 2 total own reports where year=2023' -c 'sum received by year across requester total own reports'
year,row,received
2019,leaf,23
2020,leaf,79
2021,leaf,203
2022,leaf,71
2023,leaf,182
,total,558

outcome,row,applications
disclosed,leaf,118
partly_disclosed,leaf,18
withheld,subtotal,14
state_secret,leaf,1
prohibited_by_law,leaf,0
security_and_stability,leaf,1
third_party_rights,leaf,4
internal_affairs,leaf,4
deliberative_process,leaf,4
enforcement_file,leaf,0
administrative_inquiry,leaf,0
unavailable,subtotal,28
not_held,leaf,23
needs_compiling,leaf,5
still_unclear,leaf,0
not_processed,subtotal,3
petition,leaf,2
repeat,leaf,0
publication,leaf,1
excessive,leaf,0
reissue,leaf,0
otherwise_closed,subtotal,2
not_corrected,leaf,0
fee_unpaid,leaf,0
other_disposal,leaf,2
,total,183

year,row,natural_person,company,research_institution,public_interest_group,law_firm,other_organisation,total
2019,leaf,18,4,0,0,1,0,23
2020,leaf,58,16,2,1,0,2,79
2021,leaf,144,43,5,2,8,1,203
2022,leaf,56,12,0,0,3,0,71
2023,leaf,123,46,3,1,9,0,182
,total,399,121,10,4,21,3,558
$ ogi --no-init -d panel.db --format json -c 'sum received by level total own reports where year=2021'
{"statement": "sum received by level total own reports where year=2021",
 "columns": [
  {"name": "level", "type": "text", "unit": null},
  {"name": "row", "type": "text", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"level": "province", "row": "leaf", "received": 96},
  {"level": "city", "row": "leaf", "received": 48},
  {"level": "county", "row": "leaf", "received": 54},
  {"level": "township", "row": "leaf", "received": 5},
  {"level": null, "row": "total", "received": 203}],
 "coverage": {"reports": 5, "expected": 5, "missing": 0, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}

# What would add events and states has a row and a column all the same, empty.
> sum documents by status total where year=2021 own reports
status           documents
issued                  34
repealed                10
in_force               233
newly_made               1
newly_published          1
published_total          5

total                    –
reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0
no total: it would add events of a year and states at its end
> sum documents by year across status total own reports
year   issued  repealed  in_force  newly_made  newly_published  published_total  total
2019        –         –         –           3                3               12      –
2020        –         –         –           8                7               44      –
2021       34        10       233           1                1                5      –
2022        2         2        19           –                –                –      –
2023       14         9       224           –                –                –      –

total      50        21         –          12               11                –      –
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
no total: it would add events of a year and states at its end
"documents" is a state and has no total over years
