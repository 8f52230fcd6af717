# What can be computed of a measure.
%load panel

# Sums are exact, money too.
> sum received
received
     717
reports 15 of 15 · 3 blanks taken as 0
> sum fees
       fees
83741.17166
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum fees by agency
agency                        fees
示例县人民政府               38.75
示例县公安局             21.845678
示例县教育局                  1.55
示例县青山镇人民政府             –
示例市卫生健康委员会        189.47
示例省财政厅          83489.555982
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum procurement_amount by agency
agency                procurement_amount
示例县人民政府                         –
示例县公安局                        38.6
示例县教育局                           –
示例县青山镇人民政府            7.539452
示例市卫生健康委员会               63.28
示例省财政厅                           –
reports 3 of 15 · 1 left out (unread or text)
11 reports without this figure: another edition of the form, or no such table
> sum received, applications, decisions by year
year  received  applications  decisions
2019        23            24       2110
2020        79            80       4423
2021       272           226       7242
2022       161           156       5129
2023       182           183       2698
reports 15 of 15 · 3 blanks taken as 0 · 2 left out (unread or text)

# Over reports: a report is one figure, n of them.
> avg received
received   n
   47.80  15
reports 15 of 15 · 3 blanks taken as 0
> median received
received   n
   45.00  15
reports 15 of 15 · 3 blanks taken as 0
> min received; max received
received   n
       5  15

received   n
     110  15
reports 15 of 15 · 3 blanks taken as 0
reports 15 of 15 · 3 blanks taken as 0
> stddev received
received   n
   32.31  15
reports 15 of 15 · 3 blanks taken as 0
> p90 received
received   n
   93.60  15
reports 15 of 15 · 3 blanks taken as 0
> p10 received
received   n
   12.80  15
reports 15 of 15 · 3 blanks taken as 0
> p99 received
received   n
  108.04  15
reports 15 of 15 · 3 blanks taken as 0
> P50 received
received   n
   45.00  15
reports 15 of 15 · 3 blanks taken as 0
> avg received by year
year  received  n
2019     23.00  1
2020     39.50  2
2021     45.33  6
2022     53.67  3
2023     60.67  3
reports 15 of 15 · 3 blanks taken as 0
> median applications by agency
agency                applications  n
示例县人民政府               77.50  2
示例县公安局                 37.00  4
示例县教育局                 13.00  3
示例县青山镇人民政府          5.00  1
示例市卫生健康委员会         53.00  2
示例省财政厅                105.00  2
reports 14 of 15 · 1 left out (unread or text)
> min items_change by agency
agency                items_change  n
示例县人民政府                   –  0
示例县公安局                  -172  2
示例县教育局                     –  0
示例县青山镇人民政府            -1  1
示例市卫生健康委员会             6  1
示例省财政厅                     –  0
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table
> max fees by year
year          fees  n
2019             –  0
2020             –  0
2021  24252.311082  5
2022         18.25  3
2023    59237.2449  3
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> avg received, applications by year
year  received  n  applications  n_applications
2019     23.00  1         24.00               1
2020     39.50  2         40.00               2
2021     45.33  6         45.20               5
2022     53.67  3         52.00               3
2023     60.67  3         61.00               3
reports 15 of 15 · 3 blanks taken as 0 · 1 left out (unread or text)
> stddev received by agency
agency                received  n
示例县人民政府           14.85  2
示例县公安局             12.50  4
示例县教育局              3.06  3
示例县青山镇人民政府         –  1
示例市卫生健康委员会      7.94  3
示例省财政厅              9.90  2
reports 15 of 15 · 3 blanks taken as 0
> avg fees by agency
agency                    fees  n
示例县人民政府           19.38  2
示例县公安局             10.92  2
示例县教育局              0.52  3
示例县青山镇人民政府         –  0
示例市卫生健康委员会     94.73  2
示例省财政厅          41744.78  2
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table

# One report has no deviation.
> stddev received where agency="示例县青山镇人民政府"
received  n
       –  1
reports 1 of 1

# Of each agency its first or last year.
> first received by agency
agency                received
示例县人民政府              69
示例县公安局                23
示例县教育局                14
示例县青山镇人民政府         5
示例市卫生健康委员会        45
示例省财政厅                96
reports 15 of 15 · 3 blanks taken as 0
> last received by agency
agency                received
示例县人民政府              90
示例县公安局                53
示例县教育局                12
示例县青山镇人民政府         5
示例市卫生健康委员会        60
示例省财政厅               110
reports 15 of 15 · 3 blanks taken as 0
> first received
received
     252
reports 15 of 15 · 3 blanks taken as 0
> last carried_forward
carried_forward
             18
reports 15 of 15
> last carried_forward where year in 2019..2021
carried_forward
             13
reports 9 of 9

> count reports
reports
     15
reports 15 of 15
> count reports by year
year  reports
2019        1
2020        2
2021        6
2022        3
2023        3
reports 15 of 15
> count agencies
agencies
       6
reports 15 of 15
> count agencies by year
year  agencies
2019         1
2020         2
2021         6
2022         3
2023         3
reports 15 of 15
> count years by agency
agency                years
示例县人民政府            2
示例县公安局              4
示例县教育局              3
示例县青山镇人民政府      1
示例市卫生健康委员会      3
示例省财政厅              2
reports 15 of 15
> count reports by edition
edition  reports
2019           4
2021          11
reports 15 of 15
> count reports where received > 50
reports
      6
reports 6 of 6

# Machine formats: n is a column of its own, and numbers are not rounded.
$ ogi --no-init -d panel.db --format csv -c 'avg received' -c 'avg received by year' -c 'stddev fees' -c 'p33 received, fees' -c 'sum fees'
received,n
47.8,15

year,received,n
2019,23,1
2020,39.5,2
2021,45.333333333333336,6
2022,53.666666666666664,3
2023,60.666666666666664,3

fees,n
18600.36876649839,11

received,n,fees,n_fees
29.82,15,10.353703400000002,11

fees
83741.17166

# Measures added up, and sets of members.
> sum received + carried_in by year
year  received + carried_in
2019                     25
2020                     85
2021                    287
2022                    167
2023                    192
reports 15 of 15 · 4 blanks taken as 0
> sum received + carried_in - applications - carried_forward by agency where year=2021
agency                received + carried_in - applications - carried_forward
示例县人民政府                                                             0
示例县公安局                                                               0
示例县教育局                                                               0
示例县青山镇人民政府                                                       0
示例市卫生健康委员会                                                       –
示例省财政厅                                                               0
reports 5 of 6 · 4 blanks taken as 0 · 1 left out (unread or text)
> sum withheld of applications by year
year  withheld of applications
2019                         3
2020                         6
2021                        23
2022                        19
2023                        14
reports 15 of 15
> sum (withheld or unavailable) of applications
withheld or unavailable of applications
                                    169
reports 14 of 15 · 1 left out (unread or text)
> sum (natural_person and withheld) of applications
natural_person and withheld of applications
                                         41
reports 15 of 15
> sum not disclosed of applications by year
year  not disclosed of applications
2019                             12
2020                             32
2021                             97
2022                             69
2023                             65
reports 14 of 15 · 1 left out (unread or text)
> sum pending of reviews by year
year  pending of reviews
2019                   1
2020                   2
2021                   5
2022                   6
2023                   5
reports 15 of 15

# A column by another name.
> sum received as 新收 by year
year  新收
2019    23
2020    79
2021   272
2022   161
2023   182
reports 15 of 15 · 3 blanks taken as 0
> sum received + carried_in as load by year where year=2021
year  load
2021   287
reports 6 of 6 · 4 blanks taken as 0
