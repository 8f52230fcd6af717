# What the editions do not share is missing, not 0.
%load panel

> sum items, decisions, fees by year
year  items  decisions         fees
2019    479       2110            –
2020    636       4423            –
2021      9       7242  24386.52676
2022      –       5129        27.75
2023      –       2698   59326.8949
reports 15 of 15 · 1 left out (unread or text)
> sum documents by year across status
year  issued  repealed  in_force  newly_made  newly_published  published_total
2019       –         –         –           3                3               12
2020       –         –         –           8                7               44
2021      44        13       276           1                1                5
2022       8         3        67           –                –                –
2023      14         9       224           –                –                –
reports 15 of 15 · 3 blanks taken as 0
> sum applications by edition across outcome leaves where outcome=otherwise_closed
edition  otherwise_closed  not_corrected  fee_unpaid  other_disposal
2019                    8              –           –               –
2021                    –              3           2               9
reports 15 of 15
> sum fees where year=2019
fees
   –
reports 0 of 1
1 report without this figure: another edition of the form, or no such table
> sum items where year=2022
items
    –
reports 0 of 3
3 reports without this figure: another edition of the form, or no such table
> avg fees by edition
edition     fees   n
2019           –   0
2021     7612.83  11
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum decisions where decision=other_service by year
year  decisions
2019         86
2020        107
2021          0
2022          –
2023          –
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table
> sum received by edition, year
edition  year  received
2019     2019        23
2019     2020        79
2019     2021         5
2021     2021       267
2021     2022       161
2021     2023       182
reports 15 of 15 · 3 blanks taken as 0
> sum procurement, procurement_amount by agency
agency                procurement  procurement_amount
示例县人民政府                  –                   –
示例县公安局                   25                38.6
示例县教育局                    –                   –
示例县青山镇人民政府            2            7.539452
示例市卫生健康委员会           53               63.28
示例省财政厅                    –                   –
reports 4 of 15 · 1 left out (unread or text)
11 reports without this figure: another edition of the form, or no such table
> sum applications where outcome=fee_unpaid by year
year  applications
2019             –
2020             –
2021             2
2022             0
2023             0
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum applications where outcome=otherwise_closed by year
year  applications
2019             2
2020             5
2021             9
2022             4
2023             2
reports 15 of 15

# An inner node that is itself recorded is marked in its own column.
> sum applications where outcome=otherwise_closed by outcome, edition
outcome                       edition  applications
otherwise_closed (undivided)  2019                8
not_corrected                 2021                3
fee_unpaid                    2021                2
other_disposal                2021                9
reports 15 of 15
> sum decisions by decision, edition
decision       edition  decisions
licence        2019          4722
licence        2021         12057
other_service  2019           193
penalty        2019          1603
penalty        2021          3117
coercion       2019            80
coercion       2021           148
reports 15 of 15 · 1 left out (unread or text)
