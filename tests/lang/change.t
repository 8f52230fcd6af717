# change: each year with the year before of the same group, or one year with another.
%load panel

> sum received by year change
year  received  previous  difference  percent
2019        23         –           –        –
2020        79        23          56   243.5%
2021       272        79         193   244.3%
2022       161       272        -111   -40.8%
2023       182       161          21    13.0%
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency, year change
agency                year  received  previous  difference  percent
示例县人民政府        2021        69         –           –        –
示例县人民政府        2022        90        69          21    30.4%
示例县公安局          2019        23         –           –        –
示例县公安局          2020        34        23          11    47.8%
示例县公安局          2021        40        34           6    17.6%
示例县公安局          2022        53        40          13    32.5%
示例县教育局          2021        14         –           –        –
示例县教育局          2022        18        14           4    28.6%
示例县教育局          2023        12        18          -6   -33.3%
示例县青山镇人民政府  2021         5         –           –        –
示例市卫生健康委员会  2020        45         –           –        –
示例市卫生健康委员会  2021        48        45           3     6.7%
示例市卫生健康委员会  2023        60         –           –        –
示例省财政厅          2021        96         –           –        –
示例省财政厅          2023       110         –           –        –
reports 15 of 15 · 3 blanks taken as 0
# The row above is another agency, or a year too early: 2023 is compared with 2022 and with nothing else.
> sum received by agency, year where agency in (示例市卫生健康委员会, 示例省财政厅) change
agency                year  received  previous  difference  percent
示例市卫生健康委员会  2020        45         –           –        –
示例市卫生健康委员会  2021        48        45           3     6.7%
示例市卫生健康委员会  2023        60         –           –        –
示例省财政厅          2021        96         –           –        –
示例省财政厅          2023       110         –           –        –
reports 5 of 5
the edition of the form changes between 2020 and 2021
> sum received by year, agency where year in (2021, 2023) change
year  agency                received  previous  difference  percent
2021  示例县人民政府              69         –           –        –
2021  示例县公安局                40         –           –        –
2021  示例县教育局                14         –           –        –
2021  示例县青山镇人民政府         5         –           –        –
2021  示例市卫生健康委员会        48         –           –        –
2021  示例省财政厅                96         –           –        –
2023  示例县教育局                12         –           –        –
2023  示例市卫生健康委员会        60         –           –        –
2023  示例省财政厅               110         –           –        –
reports 9 of 9 · 3 blanks taken as 0
> sum received by year desc change
year  received  previous  difference  percent
2023       182       161          21    13.0%
2022       161       272        -111   -40.8%
2021       272        79         193   244.3%
2020        79        23          56   243.5%
2019        23         –           –        –
reports 15 of 15 · 3 blanks taken as 0
> sum applications by outcome depth 2, year where outcome=(disclosed or withheld) and year in 2021..2022 change
outcome                   year  applications  previous  difference  percent
disclosed                 2021           162         –           –        –
disclosed                 2022            87       162         -75   -46.3%
withheld                  2021            23         –           –        –
withheld                  2022            19        23          -4   -17.4%
  state_secret            2021             0         –           –        –
  state_secret            2022             2         0           2        –
  prohibited_by_law       2021             2         –           –        –
  prohibited_by_law       2022             0         2          -2  -100.0%
  security_and_stability  2021             0         –           –        –
  security_and_stability  2022             0         0           0        –
  third_party_rights      2021             0         –           –        –
  third_party_rights      2022             5         0           5        –
  internal_affairs        2021             7         –           –        –
  internal_affairs        2022             0         7          -7  -100.0%
  deliberative_process    2021             5         –           –        –
  deliberative_process    2022             2         5          -3   -60.0%
  enforcement_file        2021             7         –           –        –
  enforcement_file        2022            10         7           3    42.9%
  administrative_inquiry  2021             2         –           –        –
  administrative_inquiry  2022             0         2          -2  -100.0%
reports 9 of 9
> sum received by year total change
year   received  previous  difference  percent
2019         23         –           –        –
2020         79        23          56   243.5%
2021        272        79         193   244.3%
2022        161       272        -111   -40.8%
2023        182       161          21    13.0%

total       717         –           –        –
reports 15 of 15 · 3 blanks taken as 0

# Two years; groups of one of them stay.
> sum received change 2021 to 2022
received  previous  difference  percent
     161       272        -111   -40.8%
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2021 to 2022
agency                received  previous  difference  percent
示例县人民政府              90        69          21    30.4%
示例县公安局                53        40          13    32.5%
示例县教育局                18        14           4    28.6%
示例县青山镇人民政府         –         5           –        –
示例市卫生健康委员会         –        48           –        –
示例省财政厅                 –        96           –        –
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2022 to 2021
agency                received  previous  difference  percent
示例县人民政府              69        90         -21   -23.3%
示例县公安局                40        53         -13   -24.5%
示例县教育局                14        18          -4   -22.2%
示例县青山镇人民政府         5         –           –        –
示例市卫生健康委员会        48         –           –        –
示例省财政厅                96         –           –        –
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2020 to 2022 total
agency                received  previous  difference  percent
示例县人民政府              90         –           –        –
示例县公安局                53        34          19    55.9%
示例县教育局                18         –           –        –
示例市卫生健康委员会         –        45           –        –

total                      161        79          82   103.8%
reports 5 of 5
the edition of the form changes between 2020 and 2022
> sum received by requester change 2021 to 2022 top 2
requester              received  previous  difference  percent
other_organisation            2         1           1   100.0%
public_interest_group         0         2          -2  -100.0%
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2019 to 2022 order by percent desc
agency          received  previous  difference  percent
示例县公安局          53        23          30   130.4%
示例县人民政府        90         –           –        –
示例县教育局          18         –           –        –
reports 4 of 4
the edition of the form changes between 2019 and 2022
# A base of 0 has no percent.
> sum lawsuits by agency where result=corrected change 2021 to 2022
agency                lawsuits  previous  difference  percent
示例县人民政府               0         1          -1  -100.0%
示例县公安局                 0         1          -1  -100.0%
示例县教育局                 0         0           0        –
示例县青山镇人民政府         –         0           –        –
示例市卫生健康委员会         –         0           –        –
示例省财政厅                 –         0           –        –
reports 9 of 9
> sum received change 2010 to 2011
received  previous  difference  percent
       –         –           –        –
reports 0 of 0
no report is in scope

# Averages, counts, printed totals, gaps, rates, shares, states.
> avg received by year change
year  received  n  previous  difference  percent
2019     23.00  1         –           –        –
2020     39.50  2     23.00       16.50    71.7%
2021     45.33  6     39.50        5.83    14.8%
2022     53.67  3     45.33        8.33    18.4%
2023     60.67  3     53.67        7.00    13.0%
reports 15 of 15 · 3 blanks taken as 0
> count reports by year change
year  reports  previous  difference  percent
2019        1         –           –        –
2020        2         1           1   100.0%
2021        6         2           4   200.0%
2022        3         6          -3   -50.0%
2023        3         3           0     0.0%
reports 15 of 15
> count agencies change 2021 to 2022
agencies  previous  difference  percent
       3         6          -3   -50.0%
reports 9 of 9
> stated applications by agency change 2021 to 2022
agency                stated  previous  difference  percent
示例县人民政府            87        68          19    27.9%
示例县公安局              52        41          11    26.8%
示例县教育局              19        13           6    46.2%
示例县青山镇人民政府       –         5           –        –
示例市卫生健康委员会       –        48           –        –
示例省财政厅               –        99           –        –
reports 9 of 9
> gap applications by year change
year  gap  previous  difference  percent
2019    0         –           –        –
2020    0         0           0        –
2021    0         0           0        –
2022    2         0           2        –
2023    0         2          -2  -100.0%
reports 14 of 15 · 1 left out (unread, text or without its total)
> rate withheld of applications by year change
year    rate  numerator  denominator  previous  difference  percent
2019  (3/24)          3           24         –           –        –
2020    7.5%          6           80    (3/24)     -5.0 pp   -40.0%
2021   10.2%         23          226      7.5%      2.7 pp    35.7%
2022   12.2%         19          156     10.2%      2.0 pp    19.7%
2023    7.7%         14          183     12.2%     -4.5 pp   -37.2%
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by agency change 2021 to 2022 top 2
agency           rate  previous  difference  percent
示例县人民政府  11.5%     10.3%      1.2 pp    11.7%
示例县公安局    13.5%     14.6%     -1.2 pp    -8.0%
reports 8 of 9 · 1 left out (unread or text)
> share received by agency change 2021 to 2022
agency                share  previous  difference  percent
示例县人民政府        55.9%     25.4%     30.5 pp   120.4%
示例县公安局          32.9%     14.7%     18.2 pp   123.9%
示例县教育局          11.2%      5.1%      6.0 pp   117.2%
示例县青山镇人民政府      –      1.8%           –        –
示例市卫生健康委员会      –     17.6%           –        –
示例省财政厅              –     35.3%           –        –
reports 9 of 9 · 3 blanks taken as 0
> sum carried_forward by year change
year  carried_forward  previous  difference  percent
2019                1         –           –        –
2020                5         1           4   400.0%
2021               13         5           8   160.0%
2022               11        13          -2   -15.4%
2023                9        11          -2   -18.2%
reports 15 of 15
> sum carried_forward by agency change 2021 to 2022
agency                carried_forward  previous  difference  percent
示例县人民政府                      7         4           3    75.0%
示例县公安局                        2         1           1   100.0%
示例县教育局                        2         1           1   100.0%
示例县青山镇人民政府                –         0           –        –
示例市卫生健康委员会                –         3           –        –
示例省财政厅                        –         4           –        –
reports 9 of 9
> sum carried_forward by year change total
year   carried_forward  previous  difference  percent
2019                 1         –           –        –
2020                 5         1           4   400.0%
2021                13         5           8   160.0%
2022                11        13          -2   -15.4%
2023                 9        11          -2   -18.2%

total                –         –           –        –
reports 15 of 15
"carried_forward" is a state and has no total over years
> sum fees by agency change 2021 to 2022
agency                 fees      previous  difference  percent
示例县人民政府        18.25          20.5       -2.25   -11.0%
示例县公安局            9.5     12.345678   -2.845678   -23.0%
示例县教育局              0           0.3        -0.3  -100.0%
示例县青山镇人民政府      –             –           –        –
示例市卫生健康委员会      –        101.07           –        –
示例省财政厅              –  24252.311082           –        –
reports 8 of 9
1 report without this figure: another edition of the form, or no such table
# The parts of what an edition lacks are missing, and with them the change.
> sum fees by year change
year         fees     previous    difference    percent
2019            –            –             –          –
2020            –            –             –          –
2021  24386.52676            –             –          –
2022        27.75  24386.52676  -24358.77676     -99.9%
2023   59326.8949        27.75    59299.1449  213690.6%
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum documents by year where status=issued change
year  documents  previous  difference  percent
2019          –         –           –        –
2020          –         –           –        –
2021         44         –           –        –
2022          8        44         -36   -81.8%
2023         14         8           6    75.0%
reports 11 of 15 · 1 blank taken as 0
4 reports without this figure: another edition of the form, or no such table

# One agency, whose form changes between 2020 and 2021.
> sum applications by year where agency=示例市卫生健康委员会 change
year  applications  previous  difference  percent
2020            47         –           –        –
2021             –        47           –        –
2023            59         –           –        –
reports 2 of 3 · 1 left out (unread or text)
the edition of the form changes between 2020 and 2021, and with it the parts of these figures
> sum fees by year where agency=示例市卫生健康委员会 change
year    fees  previous  difference  percent
2020       –         –           –        –
2021  101.07         –           –        –
2023    88.4         –           –        –
reports 2 of 3
1 report without this figure: another edition of the form, or no such table
the edition of the form changes between 2020 and 2021, and with it the parts of these figures
> sum applications by outcome where agency=示例市卫生健康委员会 and outcome=otherwise_closed change 2020 to 2023
outcome                       applications  previous  difference  percent
otherwise_closed (undivided)             –         2           –        –
not_corrected                            0         –           –        –
fee_unpaid                               0         –           –        –
other_disposal                           1         –           –        –
reports 2 of 2
the edition of the form changes between 2020 and 2023, and with it the parts of these figures

# top goes by the difference.
> sum received by agency change 2021 to 2022 top 1
agency          received  previous  difference  percent
示例县人民政府        90        69          21    30.4%
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2021 to 2022 bottom 1
agency        received  previous  difference  percent
示例县教育局        18        14           4    28.6%
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2021 to 2022 top 1 by percent
agency        received  previous  difference  percent
示例县公安局        53        40          13    32.5%
reports 9 of 9 · 3 blanks taken as 0
> sum received by agency change 2021 to 2022 top 1 with others total
agency          received  previous  difference  percent
示例县人民政府        90        69          21    30.4%

others                71       203        -132   -65.0%
total                161       272        -111   -40.8%
reports 9 of 9 · 3 blanks taken as 0
# The year before counts though it is not among those shown.
> top 1 years by sum received by requester change
year  requester              received  previous  difference  percent
2021  natural_person              199        58         141   243.1%
2021  company                      54        16          38   237.5%
2021  research_institution          6         2           4   200.0%
2021  public_interest_group         2         1           1   100.0%
2021  law_firm                     10         0          10        –
2021  other_organisation            1         2          -1   -50.0%
reports 15 of 15 · 3 blanks taken as 0
> sum received by year change having year = 2023
year  received  previous  difference  percent
2023       182       161          21    13.0%
reports 15 of 15 · 3 blanks taken as 0
> sum received by year change limit 1
year  received  previous  difference  percent
2019        23         –           –        –
reports 15 of 15 · 3 blanks taken as 0
> top 1 agencies by sum received by year change with others
agency        year  received  previous  difference  percent
示例省财政厅  2021        96         –           –        –
示例省财政厅  2023       110         –           –        –

others        2019        23         –           –        –
others        2020        79        23          56   243.5%
others        2021       176        79          97   122.8%
others        2022       161       176         -15    -8.5%
others        2023        72       161         -89   -55.3%
reports 15 of 15 · 3 blanks taken as 0

$ ogi -d panel.db --format csv -c 'sum received by year change'
year,received,previous,difference,percent
2019,23,,,
2020,79,23,56,2.4347826086956523
2021,272,79,193,2.4430379746835444
2022,161,272,-111,-0.40808823529411764
2023,182,161,21,0.13043478260869565
$ ogi -d panel.db --format csv -c 'rate withheld of applications by year change'
year,rate,numerator,denominator,previous,difference,percent
2019,0.125,3,24,,,
2020,0.075,6,80,0.125,-0.05,-0.4
2021,0.10176991150442478,23,226,0.075,0.026769911504424787,0.35693215339233053
2022,0.12179487179487179,19,156,0.10176991150442478,0.020024960290447008,0.19676700111482712
2023,0.07650273224043716,14,183,0.12179487179487179,-0.04529213955443463,-0.3718723037100949
$ ogi -d panel.db --format csv -c 'share received by agency change 2021 to 2022'
agency,share,previous,difference,percent
示例县人民政府,0.5590062111801242,0.2536764705882353,0.3053297405918889,1.2036186875506345
示例县公安局,0.32919254658385094,0.14705882352941177,0.18213372305443917,1.2385093167701864
示例县教育局,0.11180124223602485,0.051470588235294115,0.06033065400073073,1.1721384205856258
示例县青山镇人民政府,,0.01838235294117647,,
示例市卫生健康委员会,,0.17647058823529413,,
示例省财政厅,,0.35294117647058826,,
$ ogi --quiet -d panel.db -c 'set blank unknown' -c 'sum received by year change'
year  received  previous  difference  percent
2019        23         –           –        –
2020        79        23          56   243.5%
2021         –        79           –        –
2022       161         –           –        –
2023       182       161          21    13.0%

> sum received change
!2
change.t:378:14: error: "change" needs years to compare
  sum received change
               ^~~~~~ write "by year change", or two years: "change 2019 to 2021"
> sum received by agency change
!2
change.t:383:24: error: "change" needs years to compare
  sum received by agency change
                         ^~~~~~ write "by year change", or two years: "change 2019 to 2021"
> sum received change 2021 to 2021
!2
change.t:388:14: error: these are the same year twice
  sum received change 2021 to 2021
               ^~~~~~~~~~~~~~~~~~~
> sum received by year change 2020 to 2021
!2
change.t:393:17: error: "change 2020 to 2021" compares these years: leave "by year" out
  sum received by year change 2020 to 2021
                  ^~~~
> sum received by agency across year change
!2
change.t:398:24: error: "change" has columns of its own: put the dimension in "by"
  sum received by agency across year change
                         ^~~~~~~~~~~
> sum received, applications by year change
!2
change.t:403:36: error: "change" takes one figure
  sum received, applications by year change
                                     ^~~~~~
> sum received by agency change 2019
!2
change.t:408:35: error: the statement ends too early: expected "to"
  sum received by agency change 2019
                                    ^
> sum received by agency change 2019 to
!2
change.t:413:38: error: the statement ends too early: expected a whole number or "latest"
  sum received by agency change 2019 to
                                       ^ a file is written as a string: to "f.csv"
> sum received change 2019 to 2020 change 2020 to 2021
!2
change.t:418:34: error: "change" stands here twice
  sum received change 2019 to 2020 change 2020 to 2021
                                   ^~~~~~~~~~~~~~~~~~~
> reports change
!2
change.t:423:9: error: "change" means nothing for a list of reports
  reports change
          ^~~~~~

# What rests on a cell that only the sums of the form could part carries its mark.
$ ogi --quiet tests/data/panel tests/data/runon -c "sum received by agency change 2021 to 2022" 2>/dev/null
agency                received  previous  difference  percent
示例县人民政府              90        69          21    30.4%
示例县公安局                53        40          13    32.5%
示例县教育局                18        14           4    28.6%
示例县青山镇人民政府         –         5           –        –
示例市卫生健康委员会         –        48           –        –
示例市水务局               ~16         –           –        –
示例省财政厅                 –        96           –        –

# Of a negative base a percent would have the wrong sign.
> sum carried_in - received by year change own reports
year  carried_in - received  previous  difference  percent
2019                    -21         –           –        –
2020                    -73       -21         -52        –
2021                   -257       -73        -184        –
2022                   -155      -257         102        –
2023                   -172      -155         -17        –
reports 15 of 15 · 4 blanks taken as 0
