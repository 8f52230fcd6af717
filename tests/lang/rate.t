# rate A of B: the sum of A over the sum of B, over the reports that have both.
%load panel

> rate withheld of applications
rate  numerator  denominator
9.7%         65          669
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by year
year    rate  numerator  denominator
2019  (3/24)          3           24
2020    7.5%          6           80
2021   10.2%         23          226
2022   12.2%         19          156
2023    7.7%         14          183
reports 14 of 15 · 1 left out (unread or text)
> rate (disclosed or partly_disclosed) of applications by agency
agency                 rate  numerator  denominator
示例县人民政府        65.2%        101          155
示例县公安局          63.3%         95          150
示例县教育局          67.4%         29           43
示例县青山镇人民政府  (3/5)          3            5
示例市卫生健康委员会  72.6%         77          106
示例省财政厅          72.9%        153          210
reports 14 of 15 · 1 left out (unread or text)
> rate not withheld of applications by year where year >= 2021
year   rate  numerator  denominator
2021  89.8%        203          226
2022  87.8%        137          156
2023  92.3%        169          183
reports 11 of 12 · 1 left out (unread or text)
> rate 不予公开 of 办理结果数 by level
level      rate  numerator  denominator
province   8.1%         17          210
county    11.2%         39          348
township  (0/5)          0            5
–          8.5%          9          106
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by requester
requester                rate  numerator  denominator
natural_person           8.4%         41          490
company                 12.0%         16          133
research_institution   (5/11)          5           11
public_interest_group   (0/4)          0            4
law_firm               (3/26)          3           26
other_organisation      (0/5)          0            5
reports 15 of 15 · 1 left out (unread or text)
> rate withheld of applications where outcome in (withheld, unavailable)
 rate  numerator  denominator
38.5%         65          169
reports 14 of 15 · 1 left out (unread or text)

# The rate of a group is that of its sums, not the mean of its members' rates: a small agency's 1 of 1 weighs
# what it is.
> rate withheld of applications by agency where year=2021 total
agency                  rate  numerator  denominator
示例县人民政府         10.3%          7           68
示例县公安局           14.6%          6           41
示例县教育局          (1/13)          1           13
示例县青山镇人民政府   (0/5)          0            5
示例市卫生健康委员会       –          –            –
示例省财政厅            9.1%          9           99

total                  10.2%         23          226
reports 5 of 6 · 1 left out (unread or text)
> rate withheld of applications by year across level total where year >= 2021
year   province  county  township  unknown  total
2021       9.1%   11.5%     (0/5)        –  10.2%
2022          –   12.2%         –        –  12.2%
2023       7.2%  (1/13)         –     8.5%   7.7%

total      8.1%   11.7%     (0/5)     8.5%   9.9%
reports 11 of 12 · 1 left out (unread or text)

# A side of its own, from another table. Reports where one side is missing, blank text or unread are out of both.
> rate reviews of applications by year
year    rate  numerator  denominator
2019  (3/24)          3           24
2020    7.5%          6           80
2021   10.6%         24          226
2022   10.3%         16          156
2023    6.0%         11          183
reports 14 of 15 · 1 left out (unread or text)
> rate lawsuits of applications by agency where year=2021
agency                  rate  numerator  denominator
示例县人民政府          8.8%          6           68
示例县公安局            9.8%          4           41
示例县教育局          (0/13)          0           13
示例县青山镇人民政府   (0/5)          0            5
示例市卫生健康委员会       –          –            –
示例省财政厅            5.1%          5           99
reports 5 of 6 · 1 left out (unread or text)
> rate applications of received by year
year     rate  numerator  denominator
2019  (24/23)         24           23
2020   101.3%         80           79
2021   100.9%        226          224
2022    96.9%        156          161
2023   100.5%        183          182
reports 14 of 15 · 3 blanks taken as 0 · 1 left out (unread or text)
> rate carried_forward of received by year
year    rate  numerator  denominator
2019  (1/23)          1           23
2020    6.3%          5           79
2021    4.8%         13          272
2022    6.8%         11          161
2023    4.9%          9          182
reports 15 of 15 · 3 blanks taken as 0
> rate received + carried_in of applications + carried_forward by year
year     rate  numerator  denominator
2019  (25/25)         25           25
2020   100.0%         85           85
2021   100.0%        236          236
2022   100.0%        167          167
2023   100.0%        192          192
reports 14 of 15 · 4 blanks taken as 0 · 1 left out (unread or text)
> sum received, applications where agency=示例市卫生健康委员会 by year
year  received  applications
2020        45            47
2021        48             –
2023        60            59
reports 3 of 3 · 1 left out (unread or text)
the edition of the form changes between 2020 and 2021, and with it the parts of these figures
> rate applications of received where agency=示例市卫生健康委员会 by year
year    rate  numerator  denominator
2020  104.4%         47           45
2021       –          –            –
2023   98.3%         59           60
reports 2 of 3 · 1 left out (unread or text)
the edition of the form changes between 2020 and 2021, and with it the parts of these figures
# What an edition lacks is missing on both sides, not 0.
> rate not_corrected of applications by year
year  rate  numerator  denominator
2019     –          –            –
2020     –          –            –
2021  0.9%          2          221
2022  0.6%          1          156
2023  0.0%          0          183
reports 10 of 15 · 1 left out (unread or text)
4 reports without this figure: another edition of the form, or no such table
> rate fees of procurement_amount
rate  numerator  denominator
   –          –            –
reports 0 of 15
15 reports without this figure: another edition of the form, or no such table

# A small base prints as the fraction, and the row ranks nowhere; machine formats have the rate.
> rate withheld of applications by agency, year top 3
agency          year   rate  numerator  denominator
示例县公安局    2021  14.6%          6           41
示例县公安局    2022  13.5%          7           52
示例县人民政府  2022  11.5%         10           87
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by agency, year bottom 3
agency                year  rate  numerator  denominator
示例县公安局          2020  6.1%          2           33
示例省财政厅          2023  7.2%          8          111
示例市卫生健康委员会  2023  8.5%          5           59
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by agency, year top 3 by numerator
agency          year   rate  numerator  denominator
示例县人民政府  2022  11.5%         10           87
示例省财政厅    2021   9.1%          9           99
示例省财政厅    2023   7.2%          8          111
reports 14 of 15 · 1 left out (unread or text)
$ ogi --quiet -d panel.db -c 'set min base 1' -c 'rate withheld of applications by agency, year top 3'
agency        year   rate  numerator  denominator
示例县公安局  2021  14.6%          6           41
示例县公安局  2022  13.5%          7           52
示例县公安局  2019  12.5%          3           24
$ ogi --quiet -d panel.db -c 'set min base 200' -c 'rate withheld of applications by agency'
agency                    rate  numerator  denominator
示例县人民政府        (17/155)         17          155
示例县公安局          (18/150)         18          150
示例县教育局            (4/43)          4           43
示例县青山镇人民政府     (0/5)          0            5
示例市卫生健康委员会   (9/106)          9          106
示例省财政厅              8.1%         17          210
$ ogi -d panel.db --format csv -c 'rate withheld of applications by agency where year=2021'
agency,rate,numerator,denominator
示例县人民政府,0.10294117647058823,7,68
示例县公安局,0.14634146341463414,6,41
示例县教育局,0.07692307692307693,1,13
示例县青山镇人民政府,0,0,5
示例市卫生健康委员会,,,
示例省财政厅,0.09090909090909091,9,99
$ ogi -d panel.db --format csv -c 'rate withheld of applications by agency across year'
agency,2019,2020,2021,2022,2023
示例县人民政府,,,0.10294117647058823,0.11494252873563218,
示例县公安局,0.125,0.06060606060606061,0.14634146341463414,0.1346153846153846,
示例县教育局,,,0.07692307692307693,0.11764705882352941,0.07692307692307693
示例县青山镇人民政府,,,0,,
示例市卫生健康委员会,,0.0851063829787234,,,0.0847457627118644
示例省财政厅,,,0.09090909090909091,,0.07207207207207207
# A base of 0 has no rate.
> rate pending of lawsuits by agency where year=2021
agency                 rate  numerator  denominator
示例县人民政府        (0/6)          0            6
示例县公安局          (0/4)          0            4
示例县教育局              –          0            0
示例县青山镇人民政府      –          0            0
示例市卫生健康委员会  (0/1)          0            1
示例省财政厅          (0/5)          0            5
reports 6 of 6

> rate withheld of applications by agency having rate >= 10% order by rate desc
agency           rate  numerator  denominator
示例县公安局    12.0%         18          150
示例县人民政府  11.0%         17          155
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by agency as refusals top 1
agency        refusals  numerator  denominator
示例县公安局     12.0%         18          150
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by agency top 1 with others total
agency         rate  numerator  denominator
示例县公安局  12.0%         18          150

others         9.1%         47          519
total          9.7%         65          669
reports 14 of 15 · 1 left out (unread or text)
> rate withheld of applications by agency, year where year >= 2021 change
agency                year    rate  numerator  denominator  previous  difference  percent
示例县人民政府        2021   10.3%          7           68         –           –        –
示例县人民政府        2022   11.5%         10           87     10.3%      1.2 pp    11.7%
示例县公安局          2021   14.6%          6           41         –           –        –
示例县公安局          2022   13.5%          7           52     14.6%     -1.2 pp    -8.0%
示例县教育局          2021  (1/13)          1           13         –           –        –
示例县教育局          2022  (2/17)          2           17    (1/13)      4.1 pp    52.9%
示例县教育局          2023  (1/13)          1           13    (2/17)     -4.1 pp   -34.6%
示例县青山镇人民政府  2021   (0/5)          0            5         –           –        –
示例市卫生健康委员会  2021       –          –            –         –           –        –
示例市卫生健康委员会  2023    8.5%          5           59         –           –        –
示例省财政厅          2021    9.1%          9           99         –           –        –
示例省财政厅          2023    7.2%          8          111         –           –        –
reports 11 of 12 · 1 left out (unread or text)
> rate withheld of applications by agency change 2021 to 2022
agency                  rate  previous  difference  percent
示例县人民政府         11.5%     10.3%      1.2 pp    11.7%
示例县公安局           13.5%     14.6%     -1.2 pp    -8.0%
示例县教育局          (2/17)    (1/13)      4.1 pp    52.9%
示例县青山镇人民政府       –     (0/5)           –        –
示例市卫生健康委员会       –         –           –        –
示例省财政厅               –      9.1%           –        –
reports 8 of 9 · 1 left out (unread or text)
> rate withheld of applications change 2021 to 2022
 rate  previous  difference  percent
12.2%     10.2%      2.0 pp    19.7%
reports 8 of 9 · 1 left out (unread or text)

# A blank that is unknown: the side that holds it is missing, and the rate.
$ ogi --quiet -d panel.db -c 'set blank unknown' -c 'rate applications of received by agency'
agency                  rate  numerator  denominator
示例县人民政府         97.5%        155          159
示例县公安局          100.0%        150          150
示例县教育局               –         43            –
示例县青山镇人民政府   (5/5)          5            5
示例市卫生健康委员会  101.0%        106          105
示例省财政厅          101.9%        210          206

> rate withheld by year
!2
rate.t:260:1: error: a rate is one figure of another
  rate withheld by year
  ^~~~~~~~~~~~~ write "rate withheld of applications"
> rate 自然人 by year
!2
rate.t:265:1: error: a rate is one figure of another
  rate 自然人 by year
  ^~~~~~~~~~~ write "rate 自然人 of received"
> rate applications by year
!2
rate.t:270:1: error: a rate is one figure of another
  rate applications by year
  ^~~~~~~~~~~~~~~~~ write "rate A of B"
> rate withheld of received
!2
rate.t:275:6: error: "received" has no member "withheld"
  rate withheld of received
       ^~~~~~~~ it divides "applications"
> rate withhel of applications
!2
rate.t:280:6: error: "applications" has no member "withhel"
  rate withhel of applications
       ^~~~~~~ did you mean "withheld"?
> rate fees of received
!2
rate.t:285:1: error: "fees" is in 万元, "received" in 件: one is no part of the other
  rate fees of received
  ^~~~~~~~~~~~~~~~~~~~~
> rate reviews of applications by outcome
!2
rate.t:290:33: error: "reviews" has no dimension "outcome": the form has no such cell
  rate reviews of applications by outcome
                                  ^~~~~~~ it divides "applications"
> rate reviews of applications where outcome=withheld
!2
rate.t:295:36: error: "reviews" has no dimension "outcome": the form has no such cell
  rate reviews of applications where outcome=withheld
                                     ^~~~~~~ it divides "applications"
> rate reviews of applications
!2
rate.t:300:6: error: "reviews" holds result=pending, a state at the end of a year: over 2019 to 2023 it would count twice
  rate reviews of applications
       ^~~~~~~ write "by year", one year in "where", or "where result != pending"
> rate upheld or pending of reviews by year
!2
rate.t:305:6: error: "reviews" holds events of the year and states at its end: they do not add
  rate upheld or pending of reviews by year
       ^~~~~~~~~~~~~~~~~ choose by result, as in "where result=upheld", or write "by result"
> rate withheld of disclosed
!2
rate.t:310:18: error: there is no measure "disclosed"
  rate withheld of disclosed
                   ^~~~~~~~~ it is a member of "outcome": write "sum applications where outcome=disclosed"
> rate withheld of applications of received
!2
rate.t:315:31: error: "of" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  rate withheld of applications of received
                                ^~
> rate withheld of applications, received
!2
rate.t:320:30: error: "," does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  rate withheld of applications, received
                               ^ a question asks for one rate: ask for another in a statement of its own

# What rests on a cell that only the sums of the form could part carries its mark.
$ ogi --quiet tests/data/panel tests/data/runon -c "rate applications of received by agency where year=2022" 2>/dev/null
agency              rate  numerator  denominator
示例县人民政府     96.7%         87           90
示例县公安局       98.1%         52           53
示例县教育局     (17/18)         17           18
示例市水务局    ~(16/16)        ~16          ~16
