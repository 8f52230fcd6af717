# base, rank and balanced: an index, places, and the same agencies in every year.
%load panel

> sum received by year base 2021
year  received   index
2019        23    8.46
2020        79   29.04
2021       272  100.00
2022       161   59.19
2023       182   66.91
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency, year base 2021 change where agency ~ "局"
agency        year  received  previous  difference  percent   index
示例县公安局  2019        23         –           –        –   57.50
示例县公安局  2020        34        23          11    47.8%   85.00
示例县公安局  2021        40        34           6    17.6%  100.00
示例县公安局  2022        53        40          13    32.5%  132.50
示例县教育局  2021        14         –           –        –  100.00
示例县教育局  2022        18        14           4    28.6%  128.57
示例县教育局  2023        12        18          -6   -33.3%   85.71
reports 7 of 7 · 3 blanks taken as 0
the edition of the form changes between 2020 and 2021
> rate withheld of applications by agency, year base 2021 where agency ~ "局"
agency        year    rate  numerator  denominator   index
示例县公安局  2019  (3/24)          3           24   85.42
示例县公安局  2020    6.1%          2           33   41.41
示例县公安局  2021   14.6%          6           41  100.00
示例县公安局  2022   13.5%          7           52   91.99
示例县教育局  2021  (1/13)          1           13  100.00
示例县教育局  2022  (2/17)          2           17  152.94
示例县教育局  2023  (1/13)          1           13  100.00
reports 7 of 7
the edition of the form changes between 2020 and 2021, and with it the parts of these figures

# A base year that is not there leaves the index missing.
> sum received by year base 2018 where year in 2021..2022
year  received  index
2021       272      –
2022       161      –
reports 9 of 9 · 3 blanks taken as 0

# Equal rows share a place; what is missing or rests on too little has none.
> sum received by agency where year=2022 rank
agency          received  rank
示例县人民政府        90     1
示例县公安局          53     2
示例县教育局          18     3
reports 3 of 3
> sum reviews by agency where result=corrected and year=2021 rank
agency                reviews  rank
示例县人民政府              1     1
示例县公安局                0     3
示例县教育局                0     3
示例县青山镇人民政府        0     3
示例市卫生健康委员会        0     3
示例省财政厅                1     1
reports 6 of 6
> rate withheld of applications by agency rank
agency                 rate  numerator  denominator  rank
示例县人民政府        11.0%         17          155     2
示例县公安局          12.0%         18          150     1
示例县教育局           9.3%          4           43     3
示例县青山镇人民政府  (0/5)          0            5     –
示例市卫生健康委员会   8.5%          9          106     4
示例省财政厅           8.1%         17          210     5
reports 14 of 15 · 1 left out (unread or text)
> share applications by outcome, year within year rank where year in 2021..2022 total
outcome           year   share  applications  rank
disclosed         2021   61.4%           162     1
disclosed         2022   55.8%            87     1
partly_disclosed  2021   10.2%            27     3
partly_disclosed  2022    8.3%            13     4
withheld          2021    8.7%            23     4
withheld          2022   12.2%            19     3
unavailable       2021   13.6%            36     2
unavailable       2022   15.4%            24     2
not_processed     2021    2.7%             7     6
not_processed     2022    5.8%             9     5
otherwise_closed  2021    3.4%             9     5
otherwise_closed  2022    2.6%             4     6

total                   100.0%           382     –
reports 9 of 9 · 1 left out (unread or text)

# The place of one among all.
> sum received by agency where year=2022 rank having agency="示例县教育局"
agency        received  rank
示例县教育局        18     3
reports 3 of 3
> sum received by agency, year rank within year order by year, rank desc
agency                year  received  rank
示例县公安局          2019        23     1
示例县公安局          2020        34     2
示例市卫生健康委员会  2020        45     1
示例县青山镇人民政府  2021         5     6
示例县教育局          2021        14     5
示例县公安局          2021        40     4
示例市卫生健康委员会  2021        48     3
示例县人民政府        2021        69     2
示例省财政厅          2021        96     1
示例县教育局          2022        18     3
示例县公安局          2022        53     2
示例县人民政府        2022        90     1
示例县教育局          2023        12     3
示例市卫生健康委员会  2023        60     2
示例省财政厅          2023       110     1
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency change 2021 to 2022 rank
agency                received  previous  difference  percent  rank
示例县人民政府              90        69          21    30.4%     1
示例县公安局                53        40          13    32.5%     2
示例县教育局                18        14           4    28.6%     3
示例县青山镇人民政府         –         5           –        –     –
示例市卫生健康委员会         –        48           –        –     –
示例省财政厅                 –        96           –        –     –
reports 9 of 9 · 3 blanks taken as 0
> top 2 agencies by sum received by year where year >= 2021 base 2021 rank with others
agency          year  received   index  rank
示例省财政厅    2021        96  100.00     2
示例省财政厅    2023       110  114.58     1
示例县人民政府  2021        69  100.00     4
示例县人民政府  2022        90  130.43     3

others          2021       107  100.00     –
others          2022        71   66.36     –
others          2023        72   67.29     –
reports 12 of 12 · 3 blanks taken as 0

> sum received by year where year in 2021..2022
year  received
2021       272
2022       161
reports 9 of 9 · 3 blanks taken as 0
> sum received by year balanced where year in 2021..2022
year  received
2021       123
2022       161
reports 6 of 6 · 3 blanks taken as 0
> count agencies by year balanced where year in 2021..2022
year  agencies
2021         3
2022         3
reports 6 of 6
> sum received balanced for 2021..2022 by agency where agency ~ "局"
agency        received
示例县公安局        93
示例县教育局        32
reports 4 of 4 · 3 blanks taken as 0
> explain plan sum received by year balanced base 2021 rank where year in 2021..2022
compute: sum
scope: (year 2021..2022 and agency in every year)
keys: year
column: received in 件
groups:
  received: cells 0..5
then: as an index, 2021 = 100
then: rank the rows
ask first: does a consolidated report stand beside one it covers?
> sum received by year balanced
year  received
reports 0 of 0
no report is in scope

> sum received rank
!2
rank.t:164:14: error: "rank" needs rows to put in order
  sum received rank
               ^~~~ write "by agency rank"
> sum received base 2020
!2
rank.t:169:14: error: "base" needs years to compare
  sum received base 2020
               ^~~~~~~~~ write "by year base 2020"
> sum received by agency base 2020
!2
rank.t:174:24: error: "base" needs years to compare
  sum received by agency base 2020
                         ^~~~~~~~~ write "by year base 2020"
> sum received across year rank
!2
rank.t:179:14: error: "rank" goes by rows: put the dimension in "by"
  sum received across year rank
               ^~~~~~~~~~~
> sum received, applications by agency rank
!2
rank.t:184:38: error: "rank" takes one figure
  sum received, applications by agency rank
                                       ^~~~
> sum received by agency change 2020 to 2021 base 2019
!2
rank.t:189:44: error: "change" of two years has no further year for a "base"
  sum received by agency change 2020 to 2021 base 2019
                                             ^~~~~~~~~
> sum received by agency within year
!2
rank.t:194:24: error: "within" belongs to "share" and "rank"
  sum received by agency within year
                         ^~~~~~~~~~~
> sum applications by outcome rank within parent
!2
rank.t:199:41: error: "within parent" belongs to "share"
  sum applications by outcome rank within parent
                                          ^~~~~~
> reports rank
!2
rank.t:204:9: error: "rank" means nothing for a list
  reports rank
          ^~~~
> missing reports balanced
!2
rank.t:209:1: error: a report that is missing has no figures, edition or form to ask for
  missing reports balanced
  ^~~~~~~~~~~~~~~ conditions on years, agencies, regions, levels and functions fit
> sum received by year rank
year  received  rank
2019        23     5
2020        79     4
2021       272     1
2022       161     3
2023       182     2
reports 15 of 15 · 3 blanks taken as 0
$ ogi --quiet tests/data/panel -c "sum received by year rank" -c "trace 1,3" 2>&1 | tail -3
-c#2:1:9: error: column 3 follows from other rows
  trace 1,3
          ^ trace the figure of this row and those of the others
