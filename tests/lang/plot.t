# plot: an answer drawn as bars, a line or sparks. Not on a terminal: 80 columns, no colours.
%load panel

# A category: bars, the largest as long as there is room.
> plot sum received by agency own reports
received (件)
示例县人民政府       │█████████████████████████████████████████▋ 159
示例县公安局         │███████████████████████████████████████▍ 150
示例县教育局         │███████████▌ 44
示例县青山镇人民政府 │█▎ 5
示例市卫生健康委员会 │████████████████████████████████████████▏ 153
示例省财政厅         │██████████████████████████████████████████████████████ 206
                     └─────────────────────────┴─────────────────────────┴──
                     0                        100                       200
reports 15 of 15 · 3 blanks taken as 0

# Three years or more: a line, with the figures below.
> plot sum received by year
received (件)
300 ┤
    │                                     ●⡀
    │                                   ⢀⠔⠁⠈⠑⢄⡀
    │                                  ⡠⠊     ⠈⠢⢄
    │                                ⢀⠔⠁         ⠑⠤⡀
200 ┤                               ⡠⠊             ⠈⠒⢄
    │                             ⢀⠔⠁                 ⠉⠢⣀      ⢀⣀⣀⣀⠤⠤⠤⠤⠒●
    │                            ⡠⠊                      ●⠒⠊⠉⠉⠉⠁
    │                          ⢀⠔⠁
    │                         ⡠⠊
100 ┤                       ⢀⠔⠁
    │                     ⣀●⠊
    │                ⣀⠤⠔⠊⠉
    │           ⣀⠤⠔⠊⠉
    │       ●⠔⠊⠉
  0 ┼───────────────────────────────────────────────────────────────────────────
          2019           2020           2021           2022           2023
           23             79             272            161            182
reports 15 of 15 · 3 blanks taken as 0

# Two years: bars; one figure: one bar.
> plot sum received where year in (2022, 2023) by year
received (件)
2022 │█████████████████████████████████████████████████████████████▉ 161
2023 │██████████████████████████████████████████████████████████████████████ 182
     └──────────────────┴──────────────────┴───────────────────┴────────────
     0                 50                 100                 150
reports 6 of 6
> plot sum received
received (件)
received │██████████████████████████████████████████████████████████████████ 717
         └─────────────────┴──────────────────┴─────────────────┴───────────
         0                200                400               600
reports 15 of 15 · 3 blanks taken as 0

# Several figures: lines, or bars beside each other.
> plot sum received, applications by year
件
           300 ┤
               │                             ⢀●
               │                            ⢀⠎ ⠑⢄
               │                           ⢠⠃    ⠑⢄
               │                          ⡰⠁ ⡔▲⠢⢄  ⠑⠤⡀
           200 ┤                         ⡔⠁⡠⠊    ⠉⠒⠤⡀⠈⠢⡀
               │                       ⢀⠜⢀⠔⠁        ⠈⠑⠢⣈⠢⡀     ⣀⣀⣀⡤⠤⠤⠒●
               │                      ⢀⠎⡠⠃              ⠉⠚●⠖⠛⠛⠉⠉⠁
               │                     ⢠⢃⠎
               │                    ⡰⡕⠁
           100 ┤                   ⡴⠋
               │                 ⣀●⠁
               │             ⣀⠤⠒⠉
               │         ⣀⠤⠒⠉
               │      ●⠒⠉
             0 ┼────────────────────────────────────────────────────────────
                    2019        2020        2021        2022        2023
● received           23          79          272         161         182
▲ applications       24          80          226         156         183
reports 15 of 15 · 3 blanks taken as 0 · 1 left out (unread or text)
> plot sum received, applications where year = 2022 by agency own reports
件
█ received   ░ applications
示例县人民政府 │█████████████████████████████████████████████████████████████ 90
               │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 87

示例县公安局   │███████████████████████████████████▉ 53
               │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 52

示例县教育局   │████████████▎ 18
               │░░░░░░░░░░░░ 17
               └─────────────┴────────────┴─────────────┴────────────┴───────
               0            20           40            60           80
reports 3 of 3

# Years and another dimension: sparks, or bars beside each other where the years are few. What is missing is a dash.
> plot sum received by agency, year own reports
received (件)
                      2019       2023  first  last  highest
示例县人民政府         –  – ▆▆▆███ –       –     –       90
示例县公安局          ▃▃▃▅▅▅▆▆▆███ –      23     –       53
示例县教育局           –  – ▆▆▆███▅▅▅      –    12       18
示例县青山镇人民政府   –  – ███ –  –       –     –        5
示例市卫生健康委员会   – ▆▆▆▆▆▆ – ███      –    60       60
示例省财政厅           –  – ▇▇▇ – ███      –   110      110
reports 15 of 15 · 3 blanks taken as 0
> plot sum received where year in (2022, 2023) by agency, year own reports
received (件)
█ 2022   ░ 2023
示例县人民政府       │████████████████████████████████████████████▏ 90
                     │ –

示例县公安局         │██████████████████████████ 53
                     │ –

示例县教育局         │████████▉ 18
                     │░░░░░░ 12

示例市卫生健康委员会 │ –
                     │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 60

示例省财政厅         │ –
                     │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 110
                     └────────────────────────┴───────────────────────┴─────
                     0                       50                      100
reports 6 of 6

> plot sum received by agency across year own reports
件
                      2019       2023  first  last  highest
示例县人民政府         –  – ▆▆▆███ –       –     –       90
示例县公安局          ▃▃▃▅▅▅▆▆▆███ –      23     –       53
示例县教育局           –  – ▆▆▆███▅▅▅      –    12       18
示例县青山镇人民政府   –  – ███ –  –       –     –        5
示例市卫生健康委员会   – ▆▆▆▆▆▆ – ███      –    60       60
示例省财政厅           –  – ▇▇▇ – ███      –   110      110
reports 15 of 15 · 3 blanks taken as 0

# Below zero: zero stays within.
> plot sum received by year change
difference (件)
 200 ┤                                 ⢀⡠●
     │                               ⣀⠔⠁  ⠣⡀
     │                            ⢀⠤⠊      ⠱⡀
     │                          ⡠⠔⠁         ⠑⡄
 100 ┤                       ⢀⠤⠊             ⠘⢄
     │                     ●⠒⠁                ⠈⢆
     │                                         ⠈⢢
     │                                           ⠣⡀                ⡠⠔●
   0 ┼────────────────────────────────────────────⠱⡀────────────⢀⠔⠊─────────
     │                                             ⠑⡄        ⢀⡠⠊⠁
     │                                              ⠘⢄     ⡠⠔⠁
-100 ┤                                               ⠈⢆ ⢀⠔⠊
     │                                                ⠈●⠁
     │
     │
-200 ┤
           2019          2020          2021          2022          2023
             –            56            193          -111           21
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by year change as bar
difference (件)
2019                          │ –
2020                          │████████████▋ 56
2021                          │███████████████████████████████████████████▌ 193
2022 █████████████████████████│ -111
2023                          │████▊ 21
     ──┴──────────────────────┴──────────────────────┴─────────────────────
     -100                     0                     100
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by agency, year change own reports as spark
difference (件)
                      2019       2023  first  last  highest  lowest
示例县人民政府         –  –  – ███ –       –     –       21      21
示例县公安局           – ▇▇▇▄▄▄███ –       –     –       13       6
示例县教育局           –  –  – ▅▅▅         –    -6        4      -6
                                  ███
示例县青山镇人民政府   –  –  –  –  –       –     –        –       –
示例市卫生健康委员会   –  – ███ –  –       –     –        3       3
示例省财政厅           –  –  –  –  –       –     –        –       –
reports 15 of 15 · 3 blanks taken as 0

# Of a rate the rate; over a small base it is written. Of a share the share.
> plot rate withheld of applications by agency own reports total
rate
示例县人民政府       │███████████████████████████████████████████████▌ 11.0%
示例县公安局         │████████████████████████████████████████████████████ 12.0%
示例县教育局         │████████████████████████████████████████▎ 9.3%
示例县青山镇人民政府 │ (0/5)
示例市卫生健康委员会 │████████████████████████████████████▊ 8.5%
示例省财政厅         │███████████████████████████████████▏ 8.1%
                     └─────────────────────┴────────────────────┴─────────
                   0.0%                  5.0%                 10.0%
total, not drawn: 9.7%
a rate over too small a base is written, not drawn
reports 14 of 15 · 1 left out (unread or text)
> plot share applications by outcome own reports where year = 2022
share
disclosed        │████████████████████████████████████████████████████████ 55.8%
partly_disclosed │████████▍ 8.3%
withheld         │████████████▎ 12.2%
unavailable      │███████████████▌ 15.4%
not_processed    │█████▊ 5.8%
otherwise_closed │██▋ 2.6%
                 └───────────────────┴───────────────────┴────────────────
               0.0%                20.0%               40.0%
reports 3 of 3

# A tree; names in Chinese.
> set names zh
. plot sum applications by outcome depth 2 own reports where year = 2022
办理结果数 (件)
予以公开         │███████████████████████████████████████████████████████████ 87
部分公开         │████████▉ 13
不予公开         │████████████▉ 19
  国家秘密       │█▍ 2
  法律法规禁止   │ 0
  三安全一稳定   │ 0
  第三方权益     │███▍ 5
  内部事务信息   │ 0
  过程性信息     │█▍ 2
  行政执法案卷   │██████▊ 10
  行政查询事项   │ 0
无法提供         │████████████████▎ 24
  不掌握         │██████████████▎ 21
  需另行制作     │██ 3
  补正后仍不明确 │ 0
不予处理         │██████▏ 9
  信访举报投诉   │▋ 1
  重复申请       │ 0
  公开出版物     │ 0
  大量反复申请   │████▏ 6
  重新出具       │█▍ 2
其他处理         │██▊ 4
  逾期不补正     │▋ 1
  逾期不缴费     │ 0
  其他处理情形   │██ 3
                 └─────────────────────────────────┴─────────────────────────
                 0                                50
报告 3 份（范围内共 3 份）

# The width that is set.
> set width 60
. plot sum received by agency own reports
received (件)
示例县人民政府       │██████████████████████████▎ 159
示例县公安局         │████████████████████████▊ 150
示例县教育局         │███████▎ 44
示例县青山镇人民政府 │▉ 5
示例市卫生健康委员会 │█████████████████████████▎ 153
示例省财政厅         │██████████████████████████████████ 206
                     └────────────────────────────────┴─
                     0                               200
reports 15 of 15 · 3 blanks taken as 0
> set width 40
. plot sum received, applications by year
件
           300 ┤          ●
               │         ⢰⠙⡄
               │        ⢀⢇▲⡈⢆
           200 ┤        ⣜⠎ ⠈⠢⣣ ⢀⣀⡠●
               │       ⣸⠎    ⠈●⠉⠁
           100 ┤      ⢠⠏
               │     ⢀●
               │  ⢀⡠⠊⠁
             0 ┼──●─────────────────
                2019    2021    2023
● received       23  79  272 161 182
▲ applications   24  80  226 156 183
reports 15 of 15 · 3 blanks taken as 0 · 1 left out (unread or text)

# Figures are written as in tables.
> set thousands on
. set null "n/a"
. plot sum received where year in (2022, 2023) by agency, year own reports as bar
. plot sum decisions by decision own reports
received (件)
█ 2022   ░ 2023
示例县人民政府       │████████████████████████████████████████████▏ 90
                     │ n/a

示例县公安局         │██████████████████████████ 53
                     │ n/a

示例县教育局         │████████▉ 18
                     │░░░░░░ 12

示例市卫生健康委员会 │ n/a
                     │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 60

示例省财政厅         │ n/a
                     │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 110
                     └────────────────────────┴───────────────────────┴─────
                     0                       50                      100
decisions (件)
licence       │██████████████████████████████████████████████████████████ 16,779
other_service │▋ 193
penalty       │████████████████▍ 4,720
coercion      │▊ 228
              └────────────────┴─────────────────┴────────────────┴──────
              0              5,000            10,000           15,000
reports 6 of 6
reports 15 of 15 · 1 left out (unread or text)

# as: the kind. One before it names the column.
> plot sum received by year as bar
received (件)
2019 │█████▉ 23
2020 │████████████████████▍ 79
2021 │██████████████████████████████████████████████████████████████████████ 272
2022 │█████████████████████████████████████████▍ 161
2023 │██████████████████████████████████████████████▉ 182
     └─────────────────────────┴────────────────────────┴───────────────────
     0                        100                      200
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by year as intake as BARS
intake (件)
2019 │█████▉ 23
2020 │████████████████████▍ 79
2021 │██████████████████████████████████████████████████████████████████████ 272
2022 │█████████████████████████████████████████▍ 161
2023 │██████████████████████████████████████████████▉ 182
     └─────────────────────────┴────────────────────────┴───────────────────
     0                        100                      200
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by year as spark
received (件)
  2019       2023  first  last  highest
  ▁▁▁▂▂▂███▅▅▅▅▅▅     23   182      272
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by year as pie
!2
plot.t:328:27: error: nothing is plotted "as pie"
  plot sum received by year as pie
                            ^~~~~~ it can be "as bar", "as line" or "as spark"; before it another "as" may name the column
> plot sum received by agency own reports as line
!2
plot.t:333:1: error: a line runs over years, and this answer has none
  plot sum received by agency own reports as line
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ add "by year", or write "as bar"
> plot sum received where year = 2022 by year as spark
!2
plot.t:338:1: error: a spark runs over years, and this answer has one
  plot sum received where year = 2022 by year as spark
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ add "by year", or write "as bar"
# Bars stand as the rows of the table do; where all are of one year it is said once.
> plot sum received by agency, year own reports order by received desc limit 4 as bar
received (件)
示例省财政厅 · 2023   │█████████████████████████████████████████████████████ 110
示例省财政厅 · 2021   │██████████████████████████████████████████████▎ 96
示例县人民政府 · 2022 │███████████████████████████████████████████▍ 90
示例县人民政府 · 2021 │█████████████████████████████████▎ 69
                      └───────────────────────┴───────────────────────┴─────
                      0                      50                      100
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by year order by received desc as bar
received (件)
2021 │██████████████████████████████████████████████████████████████████████ 272
2023 │██████████████████████████████████████████████▉ 182
2022 │█████████████████████████████████████████▍ 161
2020 │████████████████████▍ 79
2019 │█████▉ 23
     └─────────────────────────┴────────────────────────┴───────────────────
     0                        100                      200
reports 15 of 15 · 3 blanks taken as 0
> plot sum received by agency, year own reports having received > 90 and received < 105
received (件) · 2021
示例省财政厅 │███████████████████████████████████████████████████████████████ 96
             └────────────┴────────────┴────────────┴─────────────┴──────────
             0           20           40           60            80
reports 15 of 15 · 3 blanks taken as 0
> plot top 2 agencies by sum received by year own reports
received (件)
                2021 2023  first  last  highest
示例省财政厅    ▇▇▇ – ███     96   110      110
示例县人民政府  ▆▆▆███ –      69     –       90
reports 15 of 15 · 3 blanks taken as 0

# What cannot be drawn, and what to write.
> plot find "公开" where year = 2022
!2
plot.t:377:1: error: there is no figure in this answer to draw
  plot find "公开" where year = 2022
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ plot what adds up or is counted, as in "plot sum received by year"
> plot sum received by year, agency across requester own reports as line
!2
plot.t:382:1: error: 36 lines in one chart cannot be told apart: at most 8
  plot sum received by year, agency across requester own reports as line
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "as spark", or choose with "top 4 … by" before the figure, as in "top 4 agencies by sum received by year"
> plot sum applications by agency across outcome leaves own reports
!2
plot.t:387:1: error: 22 bars beside each other cannot be told apart: at most 8
  plot sum applications by agency across outcome leaves own reports
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "by" instead of "across", or ask for fewer figures
> plot sum received by agency, year, requester leaves own reports as bar
!2
plot.t:392:1: error: 90 bars are too many to be read: at most 60
  plot sum received by agency, year, requester leaves own reports as bar
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "top 20 … by" before the figure, as in "top 20 agencies by sum received by year", or "top 20" behind it
> plot
!2
plot.t:397:5: error: the statement ends too early: expected a question, as in "plot sum received by year"
  plot
      ^
> plot explain sum received
!2
plot.t:402:6: error: "explain" does not fit here: expected a question, as in "plot sum received by year"
  plot explain sum received
       ^~~~~~~

# Nothing in scope is nothing to draw, not zero.
> plot sum received where year = 2031 by agency
no row to draw
reports 0 of 0
no report is in scope
> plot sum received where year = 2031
received (件)
received │ –
         └───────────────────────────────────────────────────────────────────┴
         0                                                                   1
reports 0 of 0
no report is in scope

# A word of the language only where it begins a statement.
> define measure plot = received
. plot sum plot where year = 2022 by agency own reports as plot as bar
plot (件)
示例县人民政府 │█████████████████████████████████████████████████████████████ 90
示例县公安局   │███████████████████████████████████▉ 53
示例县教育局   │████████████▎ 18
               └─────────────┴────────────┴─────────────┴────────────┴───────
               0            20           40            60           80
reports 3 of 3

# A query that is kept, and what if.
> define query yearly(:who) = sum received where agency=:who by year
. plot run yearly("示例县公安局") as bar
received (件)
2019 │██████████████████████████████▊ 23
2020 │█████████████████████████████████████████████▌ 34
2021 │█████████████████████████████████████████████████████▋ 40
2022 │███████████████████████████████████████████████████████████████████████ 53
     └──────────────────────────┴──────────────────────────┴─────────────────
     0                         20                         40
reports 4 of 4
the edition of the form changes between 2020 and 2021
> what if received where requester=company for "示例县公安局" 2022 = 40: plot sum received for "示例县公安局" by year as bar
received (件)
2019 │███████████████████▌ 23
2020 │████████████████████████████▊ 34
2021 │█████████████████████████████████▊ 40
2022 │███████████████████████████████████████████████████████████████████████ 84
     └────────────────┴────────────────┴────────────────┴────────────────┴───
     0               20               40               60               80
reports 4 of 4
what if: received where requester=company for 示例县公安局 2022 = 40 instead of 9
the edition of the form changes between 2020 and 2021

# trace follows the rows that were drawn.
> plot sum received where year = 2022 by agency own reports
. trace 2,2 limit 1
received (件)
示例县人民政府 │█████████████████████████████████████████████████████████████ 90
示例县公安局   │███████████████████████████████████▉ 53
示例县教育局   │████████████▎ 18
               └─────────────┴────────────┴─────────────┴────────────┴───────
               0            20           40            60           80

agency        year  table  row                               column  printed  value  state   file                                     place
示例县公安局  2022  三     一、本年新收政府信息公开申请数量  自然人  41          41  number  tests/data/panel/示例县公安局_2022.html  table 2, row 4, cell 2
reports 3 of 3
3 cells add up to 53; cells that print 0 are not listed, nor those behind the first 1

# Marks of doubt stand at the figures.
> check severity error format csv to "plot_findings.csv"
!1
> plot sum applications where year = 2022 by agency own reports
applications (件)
示例县人民政府 │████████████████████████████████████████████████████████████ 87
示例县公安局   │███████████████████████████████████▉ 52
示例县教育局   │███████████▊ !17
               └─────────────┴─────────────┴────────────┴─────────────┴─────
               0            20            40           60            80
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> plot sum applications by agency, year own reports
applications (件)
                      2019       2023  first  last  highest
示例县人民政府         –  – ▆▆▆███ –       –     –       87
示例县公安局          ▄▄▄▅▅▅▆▆▆███ –      24     –       52
示例县教育局           –  – ▆▆▆███▆▆▆!     –    13      !17
示例县青山镇人民政府   –  – ███ –  –       –     –        5
示例市卫生健康委员会   – ▆▆▆ –  – ███      –    59       59
示例省财政厅           –  – ▇▇▇ – ███      –   111      111
reports 14 of 15 · 1 left out (unread or text) · 2 with failing checks
! rests on a cell in a failing check
> plot sum applications by year
applications (件)
250 ┤
    │                                     ●⣀
    │                                   ⢀⠜  ⠉⠢⢄⡀
200 ┤                                  ⡰⠁      ⠈⠒⠤⡀
    │                                ⡠⠊           ⠈⠑⠢⣀             ⢀⣀⡠⠤⠔●
    │                              ⢀⠔⠁                ⠉⠢⢄⡀ ⣀⣀⠤⠤⠒⠒⠊⠉⠁
150 ┤                             ⡠⠃                     ●!
    │                           ⢀⠎
    │                         ⢀⠔⠁
100 ┤                        ⡠⠊
    │                      ●⠜
    │                  ⣀⠤⠒⠉
 50 ┤             ⢀⡠⠤⠒⠉
    │         ⢀⡠⠔⠊⠁
    │       ●⠊⠁
  0 ┼───────────────────────────────────────────────────────────────────────────
          2019           2020           2021           2022           2023
           24             80             226           !156            183
reports 14 of 15 · 1 left out (unread or text) · 2 with failing checks
! rests on a cell in a failing check

# Files: the ending says what kind of picture. In markdown a chart is a block.
> plot sum received by year to "x.csv"
!4
plot.t:518:30: error: the ending of "x.csv" names no kind of picture
  plot sum received by year to "x.csv"
                               ^~~~~~~ it can be .svg, .png, .pdf or .txt
> sum received by year to "x.svg"
!4
plot.t:523:25: error: the ending of "x.svg" names no format
  sum received by year to "x.svg"
                          ^~~~~~~ a picture is asked for with "plot" before the question
$ ogi --safe -d panel.db -c 'plot sum received by year to "x.svg"' 2>&1
!2
-c:1:30: error: --safe allows no statement to touch a file
  plot sum received by year to "x.svg"
                               ^~~~~~~
$ ogi --quiet -d panel.db -c 'plot sum received where year in (2022, 2023) by year to "x.txt"' -c 'plot sum received where year in (2022, 2023) by year to "x.txt"' && cat x.txt; rm x.txt
received (件)
2022 │█████████████████████████████████████████████████████████████ !161
2023 │█████████████████████████████████████████████████████████████████████ 182
     └──────────────────┴──────────────────┴──────────────────┴────────────
     0                 50                 100                150
$ ogi -d panel.db --format md -c 'plot sum received where year in (2022, 2023) by year' 2>/dev/null
```
received (件)
2022 │█████████████████████████████████████████████████████████████ !161
2023 │█████████████████████████████████████████████████████████████████████ 182
     └──────────────────┴──────────────────┴──────────────────┴────────────
     0                 50                 100                150
```
$ PATH=/nowhere $(command -v ogi) --no-init --quiet -d panel.db -c 'plot sum received by year to "x.svg"' 2>&1; test -e x.svg || echo no file
-c:1:1: error: pictures are drawn by the program "gnuplot", which is not there
  plot sum received by year to "x.svg"
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ sudo apt-get install --no-install-recommends gnuplot-nox
no file

# Reports beside each other, and what came in and what became of it: bars, even of several years.
> plot compare received of "示例县公安局" 2020 with 2022
件
█ 2020   ░ 2022
received                │█████████████████████████████████▍ 34
                        │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 53

  natural_person        │████████████████████████▌ 25
                        │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 41

  company               │█████▉ 6
                        │░░░░░░░░░ 9

  research_institution  │ 0
                        │ 0

  public_interest_group │█ 1
                        │ 0

  law_firm              │ 0
                        │░░░ 3

  other_organisation    │██ 2
                        │ 0
                        └───────────────────┴──────────────────┴─────────────
                        0                  20                 40
> plot compare received of "示例县公安局" 2020 with 2022, 2023
件
█ 2020   ░ 2022   ▓ 2023
received                │█████████████████████████████████▍ 34
                        │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 53
                        │ –

  natural_person        │████████████████████████▌ 25
                        │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 41
                        │ –

  company               │█████▉ 6
                        │░░░░░░░░░ 9
                        │ –

  research_institution  │ 0
                        │ 0
                        │ –

  public_interest_group │█ 1
                        │ 0
                        │ –

  law_firm              │ 0
                        │░░░ 3
                        │ –

  other_organisation    │██ 2
                        │ 0
                        │ –
                        └───────────────────┴──────────────────┴─────────────
                        0                  20                 40
示例县公安局 has no report on 2023
> plot compare received of "示例县公安局" 2020 with 2022, 2023 as line
件
                       60 ┤
                          │                                ●
                          │
                          │
                          │
                       40 ┤                                ▲
                          │      ●
                          │
                          │
                          │      ▲
                       20 ┤
                          │
                          │
                          │                                ■
                          │      ■
                        0 ┼──────◆─────────────────────────◆───────────────────
                               2020         2021         2022         2023
● received                      34            –           53            –
▲ natural_person                25            –           41            –
■ company                        6            –            9            –
◆ research_institution           0            –            0            –
○ public_interest_group          1            –            0            –
△ law_firm                       0            –            3            –
□ other_organisation             2            –            0            –
示例县公安局 has no report on 2023
> plot compare applications of "示例县公安局" 2020 with "示例县教育局"
件
█ 示例县公安局   ░ 示例县教育局
applications                        │████████████████████████████████████████ 33
                                    │ –

  requester · natural_person        │█████████████████████████████▏ 24
                                    │ –

  requester · company               │███████▎ 6
                                    │ –

  requester · research_institution  │ 0
                                    │ –

  requester · public_interest_group │█▎ 1
                                    │ –

  requester · law_firm              │ 0
                                    │ –

  requester · other_organisation    │██▍ 2
                                    │ –

  outcome · disclosed               │█████████████████████▉ 18
                                    │ –

  outcome · partly_disclosed        │███▋ 3
                                    │ –

  outcome · withheld                │██▍ 2
                                    │ –

  outcome · unavailable             │███████▎ 6
                                    │ –

  outcome · not_processed           │█▎ 1
                                    │ –

  outcome · otherwise_closed        │███▋ 3
                                    │ –
                                    └───────────────────────┴────────────────
                                    0                      20
示例县教育局 has no report on 2020
> plot compare withheld of applications of "示例县公安局" 2020 with "示例县教育局" as bars
件
█ 示例县公安局   ░ 示例县教育局
withheld of applications │████████████████████████████████████████████████████ 2
                         │ –
                         └─────────────────────────┴─────────────────────────┴
                         0                         1                         2
示例县教育局 has no report on 2020
> plot compare documents of "示例县人民政府" 2021 with 2022
件
█ 2021   ░ 2022
documents · status · issued   │█████████▋ 10
                              │░░░░░░ 6

documents · status · repealed │██▉ 3
                              │░ 1

documents · status · in_force │█████████████████████████████████████████▎ 43
                              │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 48
                              └──────────────────┴──────────────────┴────────
                              0                 20                 40
> plot flow of "示例县公安局" 2020
件 · 2020
received           │███████████████████████████████████████████████████████▍ 34
carried_in         │█▋ 1
in                 │█████████████████████████████████████████████████████████ 35
applications       │█████████████████████████████████████████████████████▊ 33
  disclosed        │█████████████████████████████▍ 18
  partly_disclosed │████▉ 3
  withheld         │███▎ 2
  unavailable      │█████████▊ 6
  not_processed    │█▋ 1
  otherwise_closed │████▉ 3
  stated           │█████████████████████████████████████████████████████▊ 33
carried_forward    │███▎ 2
out                │█████████████████████████████████████████████████████████ 35
difference         │ 0
                   └───────────────┴────────────────┴───────────────┴────────
                   0              10               20              30
> set names zh; plot flow of "示例县公安局" 2020..2021
件
█ 2020   ░ 2021
新收申请   │████████████████████████████████████████████████████▋ 34
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 40

上年结转   │█▌ 1
           │░░░ 2

应办合计   │██████████████████████████████████████████████████████▏ 35
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 42

办理结果数 │███████████████████████████████████████████████████▏ 33
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 41

  予以公开 │███████████████████████████▉ 18
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 21

  部分公开 │████▋ 3
           │░░░░░░░░ 5

  不予公开 │███▏ 2
           │░░░░░░░░░ 6

  无法提供 │█████████▎ 6
           │░░░░░░░░░░░ 7

  不予处理 │█▌ 1
           │ 0

  其他处理 │████▋ 3
           │░░░ 2

  填报总数 │███████████████████████████████████████████████████▏ 33
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 41

结转下年   │███▏ 2
           │░░ 1

办理合计   │██████████████████████████████████████████████████████▏ 35
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 42

差额       │ 0
           │ 0
           └──────────────┴───────────────┴──────────────┴───────────────┴───
           0             10              20             30              40
> plot flow of "示例县公安局" 2020..2021 as spark
件
                    2020 2021  first  last  highest
received            ▇▇▇███        34    40       40
carried_in          ▄▄▄███         1     2        2
in                  ▇▇▇███        35    42       42
applications        ▆▆▆███        33    41       41
  disclosed         ▇▇▇███        18    21       21
  partly_disclosed  ▅▅▅███         3     5        5
  withheld          ▃▃▃███         2     6        6
  unavailable       ▇▇▇███         6     7        7
  not_processed     ███___         1     0        1
  otherwise_closed  ███▅▅▅         3     2        3
  stated            ▆▆▆███        33    41       41
carried_forward     ███▄▄▄         2     1        2
out                 ▇▇▇███        35    42       42
difference          ______         0     0        0
> what if received where requester=company for "示例县公安局" 2020 = 9: plot flow of "示例县公安局" 2020
件 · 2020
received               │█████████████████████████████████████████████████▍ !37
carried_in             │█▍ !1
in                     │██████████████████████████████████████████████████▋ !38
applications           │████████████████████████████████████████████ 33
  disclosed            │████████████████████████ 18
  partly_disclosed     │████ 3
  withheld             │██▋ 2
  unavailable          │████████ 6
  not_processed        │█▍ 1
  otherwise_closed     │████ 3
  stated               │████████████████████████████████████████████ 33
carried_forward        │██▋ !2
out                    │██████████████████████████████████████████████▋ !35
difference         ████│ !-3
                   ────┴──────────────────────────┴─────────────────────────
                       0                         20
! rests on a cell in a failing check
what if: received where requester=company for 示例县公安局 2020 = 9 instead of 6
> set format md; plot compare withheld of applications of "示例县公安局" 2020 with 2022 to "compared.txt"

# What cannot be drawn.
> plot compare received of "示例县公安局" 2020 with "示例县教育局" as line
!2
plot.t:808:1: error: a line runs over years, and this answer has none
  plot compare received of "示例县公安局" 2020 with "示例县教育局" as line
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "as bar"
> plot flow of "示例县公安局" 2020 as spark
!2
plot.t:813:1: error: a spark runs over years, and this answer has one
  plot flow of "示例县公安局" 2020 as spark
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "as bar"
> plot flow of "示例县公安局" 2020..2022 as line
!2
plot.t:818:1: error: 14 lines in one chart cannot be told apart: at most 8
  plot flow of "示例县公安局" 2020..2022 as line
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "as spark" or "as bar"
> plot flow of "示例县公安局" 2020 as pie
!2
plot.t:823:28: error: nothing is plotted "as pie"
  plot flow of "示例县公安局" 2020 as pie
                                   ^~~~~~ it can be "as bar", "as line" or "as spark"; before it another "as" may name the column
> plot flow of "示例县公安局" 2020 to "flow.csv"
!4
plot.t:828:31: error: the ending of "flow.csv" names no kind of picture
  plot flow of "示例县公安局" 2020 to "flow.csv"
                                      ^~~~~~~~~~ it can be .svg, .png, .pdf or .txt
> plot compare "示例县公安局" 2020 with 2022, 2023
!2
plot.t:833:1: error: 171 bars are too many to be read: at most 120
  plot compare "示例县公安局" 2020 with 2022, 2023
  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ask for one measure, or for fewer reports beside each other
