# top and bottom with ties, a column, the others; the ten of the whole scope, then broken down. More in choose.t.
%load panel

> sum received by agency top 2
agency          received
示例省财政厅         206
示例县人民政府       159
reports 15 of 15 · 3 blanks taken as 0
> sum reviews by agency where result=corrected and year=2021 top 1
agency          reviews
示例县人民政府        1
reports 6 of 6
> sum reviews by agency where result=corrected and year=2021 top 1 ties
agency          reviews
示例县人民政府        1
示例省财政厅          1
reports 6 of 6
> sum received, fees by agency top 2 ties by fees
agency                received          fees
示例省财政厅               206  83489.555982
示例市卫生健康委员会       153        189.47
reports 15 of 15 · 3 blanks taken as 0
> avg received by agency top 2 by n
agency        received  n
示例县公安局     37.50  4
示例县教育局     14.67  3
reports 15 of 15 · 3 blanks taken as 0

# Others: rows, others and total add up.
> sum received by agency top 2 with others total
agency          received
示例省财政厅         206
示例县人民政府       159

others               352
total                717
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency bottom 2 with others
agency                received
示例县青山镇人民政府         5
示例县教育局                44

others                     668
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency top 10 with others
agency                received
示例省财政厅               206
示例县人民政府             159
示例市卫生健康委员会       153
示例县公安局               150
示例县教育局                44
示例县青山镇人民政府         5
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having received > 100 top 1 with others total
agency        received
示例省财政厅       206

others             511
total              717
reports 15 of 15 · 3 blanks taken as 0
> sum fees by agency top 1 with others total
agency                fees
示例省财政厅  83489.555982

others          251.615678
total          83741.17166
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum received by agency across year top 2 with others total
agency          2019  2020  2021  2022  2023  total
示例县公安局      23    34    40    53     –    150
示例县人民政府     –     –    69    90     –    159

others             –    45   163    18   182    408
total             23    79   272   161   182    717
reports 15 of 15 · 3 blanks taken as 0
> stated applications by agency top 2 with others
agency          stated
示例省财政厅       210
示例县人民政府     155

others             354
reports 15 of 15
> count reports by agency top 2 with others total
agency        reports
示例县公安局        4
示例县教育局        3

others              8
total              15
reports 15 of 15
> last carried_forward by agency top 2 with others total
agency                carried_forward
示例县人民政府                      7
示例市卫生健康委员会                4

others                              7
total                              18
reports 15 of 15
> sum received by agency top 1 with others order by received limit 2
agency        received
示例省财政厅       206

others             511
reports 15 of 15 · 3 blanks taken as 0
# Their rate is that of their sums.
> rate withheld of applications by agency top 2 with others total
agency           rate  numerator  denominator
示例县公安局    12.0%         18          150
示例县人民政府  11.0%         17          155

others           8.2%         30          364
total            9.7%         65          669
reports 14 of 15 · 1 left out (unread or text)
# A rate over a small base is among the others.
> rate withheld of applications by agency where year=2021 top 1 with others total
agency         rate  numerator  denominator
示例县公安局  14.6%          6           41

others         9.2%         17          185
total         10.2%         23          226
reports 5 of 6 · 1 left out (unread or text)
# States of several years are no sum, nor are events and states.
> sum carried_forward by agency, year where year >= 2021 top 2 with others
agency          year  carried_forward
示例县人民政府  2022                7
示例县人民政府  2021                4

others                              –
reports 12 of 12
> sum carried_forward by agency where year=2021 top 2 with others total
agency          carried_forward
示例县人民政府                4
示例省财政厅                  4

others                        5
total                        13
reports 6 of 6
> sum documents by status where year=2021 and edition=2021 bottom 1 with others
status    documents
repealed         13

others            –
reports 5 of 5 · 3 blanks taken as 0
$ ogi --quiet -d panel.db -c 'set blank unknown' -c 'sum received by agency top 2 with others total'
agency          received
示例省财政厅         206
示例县人民政府       159

others                 –
total                  –
$ ogi -d panel.db --format csv -c 'sum received by agency top 2 with others total'
agency,row,received
示例省财政厅,leaf,206
示例县人民政府,leaf,159
,others,352
,total,717

# Chosen over the whole scope, then broken down.
> top 2 agencies by sum received
agency          received
示例省财政厅         206
示例县人民政府       159
reports 15 of 15 · 3 blanks taken as 0
> top 2 agencies by sum received by year
agency          year  received
示例省财政厅    2021        96
示例省财政厅    2023       110
示例县人民政府  2021        69
示例县人民政府  2022        90
reports 15 of 15 · 3 blanks taken as 0
> top 2 agencies by sum received by year with others total
agency          year  received
示例省财政厅    2021        96
示例省财政厅    2023       110
示例县人民政府  2021        69
示例县人民政府  2022        90

others          2019        23
others          2020        79
others          2021       107
others          2022        71
others          2023        72
total                      717
reports 15 of 15 · 3 blanks taken as 0
> bottom 2 agencies by sum received across year with others total
agency                2019  2020  2021  2022  2023  total
示例县青山镇人民政府     –     –     5     –     –      5
示例县教育局             –     –    14    18    12     44

others                  23    79   253   143   170    668
total                   23    79   272   161   182    717
reports 15 of 15 · 3 blanks taken as 0
> top 1 outcomes by sum applications by year
outcome    year  applications
disclosed  2019            12
disclosed  2020            48
disclosed  2021           162
disclosed  2022            87
disclosed  2023           118
reports 15 of 15 · 1 left out (unread or text)
> top 2 outcomes by share applications by year within year where year >= 2022
outcome      year  share  applications
disclosed    2022  55.8%            87
disclosed    2023  64.5%           118
unavailable  2022  15.4%            24
unavailable  2023  15.3%            28
reports 6 of 6
> top 2 agencies by rate withheld of applications by year with others
agency          year    rate  numerator  denominator
示例县公安局    2019  (3/24)          3           24
示例县公安局    2020    6.1%          2           33
示例县公安局    2021   14.6%          6           41
示例县公安局    2022   13.5%          7           52
示例县人民政府  2021   10.3%          7           68
示例县人民政府  2022   11.5%         10           87

others          2020    8.5%          4           47
others          2021    8.5%         10          117
others          2022  (2/17)          2           17
others          2023    7.7%         14          183
reports 14 of 15 · 1 left out (unread or text)
> top 2 years by sum received by requester across level
year  requester              province  county  township  unknown
2021  natural_person               61      97         5       36
2021  company                      22      20         0       12
2021  research_institution          4       2         0        0
2021  public_interest_group         2       0         0        0
2021  law_firm                      6       4         0        0
2021  other_organisation            1       0         0        0
2023  natural_person               72      11         –       40
2023  company                      30       0         –       16
2023  research_institution          0       0         –        3
2023  public_interest_group         0       0         –        1
2023  law_firm                      8       1         –        0
2023  other_organisation            0       0         –        0
reports 15 of 15 · 3 blanks taken as 0
> top 2 ties agencies by sum lawsuits by year where result=corrected
agency          year  lawsuits
示例县人民政府  2021         1
示例县人民政府  2022         0
示例县公安局    2019         0
示例县公安局    2020         0
示例县公安局    2021         1
示例县公安局    2022         0
reports 15 of 15
> top 1 agencies by last carried_forward by year with others
agency          year  carried_forward
示例县人民政府  2021                –
示例县人民政府  2022                7

others          2019                –
others          2020                –
others          2021                0
others          2022                2
others          2023                9
reports 15 of 15
> top 2 agencies by sum received having received > 80
agency          received
示例省财政厅         206
示例县人民政府       159
reports 15 of 15 · 3 blanks taken as 0
# Before, the ten of each year would have been other ones.
> sum received by agency, year top 2
agency        year  received
示例省财政厅  2023       110
示例省财政厅  2021        96
reports 15 of 15 · 3 blanks taken as 0
$ ogi -d panel.db --format csv -c 'top 1 agencies by sum received by year with others'
agency,year,row,received
示例省财政厅,2021,leaf,96
示例省财政厅,2023,leaf,110
,2019,others,23
,2020,others,79
,2021,others,176
,2022,others,161
,2023,others,72

> sum received by agency with others
!2
top.t:279:24: error: "with others" adds up what "top" leaves out, and there is none
  sum received by agency with others
                         ^~~~~~~~~~~ write "top 10 with others"
> avg received by agency top 2 with others
!2
top.t:284:30: error: the figures of the others do not add up: leave "with others" out
  avg received by agency top 2 with others
                               ^~~~~~~~~~~
> count agencies by year top 1 with others
!2
top.t:289:30: error: the figures of the others do not add up: leave "with others" out
  count agencies by year top 1 with others
                               ^~~~~~~~~~~
> last applications by outcome top 2 with others
!2
top.t:294:36: error: the figures of the others do not add up: leave "with others" out
  last applications by outcome top 2 with others
                                     ^~~~~~~~~~~
> sum applications by outcome depth 2 top 3 with others
!2
top.t:299:43: error: "with others" and "depth" do not go together: subtotals are no others
  sum applications by outcome depth 2 top 3 with others
                                            ^~~~~~~~~~~
> sum received by agency top 3 with other
!2
top.t:304:35: error: "other" does not fit here: expected "others" or "doubt"
  sum received by agency top 3 with other
                                    ^~~~~
> sum received top 3
!2
top.t:309:14: error: "top" has nothing to choose from: the answer is one row
  sum received top 3
               ^~~~~ write "by" and a dimension
> sum received top 3 by agency
!2
top.t:314:14: error: "top" has nothing to choose from: the answer is one row
  sum received top 3 by agency
               ^~~~~~~~~~~~~~~ write "by agency top 3"
> sum received by agency top 3 by agency
!2
top.t:319:33: error: rows are ranked by a figure, not by "agency"
  sum received by agency top 3 by agency
                                  ^~~~~~ name a column of figures, or leave it out for the first
> sum received by agency top 3 by fees
!2
top.t:324:33: error: the answer has no column "fees"
  sum received by agency top 3 by fees
                                  ^~~~ it has "agency", "received"
> sum received by agency top 0
!2
top.t:329:28: error: "top" needs a number from 1 on
  sum received by agency top 0
                             ^
> sum received by agency top 1 bottom 1
!2
top.t:334:30: error: "top" stands here twice
  sum received by agency top 1 bottom 1
                               ^~~~~~~~
> top 3 agencies sum received
!2
top.t:339:16: error: "sum" does not fit here: expected "by" or "."
  top 3 agencies sum received
                 ^~~
> top 0 agencies by sum received
!2
top.t:344:5: error: "top" needs a number from 1 on
  top 0 agencies by sum received
      ^
> top 3 agencies by sum received top 2
!2
top.t:349:32: error: "top" stands here twice
  top 3 agencies by sum received top 2
                                 ^~~~~
> top 3 foos by sum received
!2
top.t:354:7: error: there is no dimension "foo"
  top 3 foos by sum received
        ^~~~ "help dimensions" lists them
> top 3 agencies by sum received across agency
!2
top.t:359:7: error: what is ranked stands in rows, not across
  top 3 agencies by sum received across agency
        ^~~~~~~~
> top 3 outcomes by sum received
!2
top.t:364:7: error: "received" has no dimension "outcome": the form has no such cell
  top 3 outcomes by sum received
        ^~~~~~~~ it divides "applications"
> top 3 agencies by sum carried_forward by year
!2
top.t:369:23: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  top 3 agencies by sum carried_forward by year
                        ^~~~~~~~~~~~~~~ they are chosen over all years: write one year in "where", or "last" instead of "sum"
> top 3 outcomes by sum applications by year depth 2
!2
top.t:374:50: error: "depth" means nothing for year, which is no tree
  top 3 outcomes by sum applications by year depth 2
                                                   ^
> top 3 outcomes by sum applications by outcome depth 2, year
!2
top.t:379:53: error: "outcome" is ranked at its usual level: leave "depth" out
  ...p 3 outcomes by sum applications by outcome depth 2, year
                                                       ^
> top 3 agencies by reports
!2
top.t:384:1: error: a list of reports ranks nothing
  top 3 agencies by reports
  ^~~~~~~~~~~~~~

# What rests on a cell that only the sums of the form could part carries its mark.
$ ogi --quiet tests/data/panel tests/data/runon -c "sum received by agency where year=2022 top 1 with others" 2>/dev/null
agency          received
示例县人民政府        90

others               ~87
