# A government's report that covers its departments' does not stand beside theirs.
%load panel
%run load "tests/data/agencies.csv" as agencies

> sum received
!2
consolidated.t:5:1: error: the report of "示例县人民政府" on 2021 covers that of "示例县公安局": together they count twice
  sum received
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"
> sum received by year
!2
consolidated.t:10:1: error: the report of "示例县人民政府" on 2021 covers that of "示例县公安局": together they count twice
  sum received by year
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"
> avg received where year=2021
!2
consolidated.t:15:1: error: the report of "示例县人民政府" on 2021 covers that of "示例县公安局": together they count twice
  avg received where year=2021
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"
> sum received where year=2021 by region
!2
consolidated.t:20:1: error: the report of "示例县人民政府" on 2021 covers that of "示例县公安局": together they count twice
  sum received where year=2021 by region
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"
> sum received by level
!2
consolidated.t:25:1: error: the report of "示例县人民政府" on 2021 covers that of "示例县公安局": together they count twice
  sum received by level
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"
> sum received by agency total
!2
consolidated.t:30:1: error: the report of "示例县人民政府" on 2021 covers that of "示例县公安局": together they count twice
  sum received by agency total
  ^~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"

# Where they are apart there is nothing to refuse.
> sum received by agency
agency                received
示例县人民政府             159
示例县公安局               150
示例县教育局                44
示例县青山镇人民政府         5
示例市卫生健康委员会       153
示例省财政厅               206
reports 15 of 15 · expected 30, missing 15 · 3 blanks taken as 0
> sum received where year in 2019..2020
received
     102
reports 3 of 3 · expected 12, missing 9
> sum received by agency, year where year=2021
agency                year  received
示例县人民政府        2021        69
示例县公安局          2021        40
示例县教育局          2021        14
示例县青山镇人民政府  2021         5
示例市卫生健康委员会  2021        48
示例省财政厅          2021        96
reports 6 of 6 · expected 6, missing 0 · 3 blanks taken as 0
> sum received where agency="示例县人民政府"
received
     159
reports 2 of 2 · expected 5, missing 3
> sum received where agency in ("示例县公安局", "示例县教育局")
received
     194
reports 7 of 7 · expected 10, missing 3 · 3 blanks taken as 0
> sum received where agency in ("示例县人民政府", "示例省财政厅") by year
year  received
2021       165
2022        90
2023       110
reports 4 of 4 · expected 10, missing 6
> count reports
reports
     15
reports 15 of 15 · expected 30, missing 15
> reports where year=2022
agency          year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府  2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县人民政府_2022.html
示例县公安局    2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县公安局_2022.html
示例县教育局    2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县教育局_2022.txt
reports 3 of 3 · expected 6, missing 3

> sum received own reports
received
     558
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> sum received consolidated reports
received
     159
reports 2 of 2 · expected 5, missing 3
> sum received mixed ok
received
     717
reports 15 of 15 · expected 30, missing 15 · 3 blanks taken as 0
> sum received by year own reports
year  received
2019        23
2020        79
2021       203
2022        71
2023       182
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> sum received consolidated reports by year
year  received
2021        69
2022        90
reports 2 of 2 · expected 5, missing 3
> sum received by level mixed ok where year=2021
level     received
province        96
city            48
county         123
township         5
reports 6 of 6 · expected 6, missing 0 · 3 blanks taken as 0
> avg received own reports where year=2021
received  n
   40.60  5
reports 5 of 5 · expected 5, missing 0 · 3 blanks taken as 0
> count reports own reports
reports
     13
reports 13 of 13 · expected 25, missing 12
> reports consolidated reports
agency          year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县人民政府_2021.txt
示例县人民政府  2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县人民政府_2022.html
reports 2 of 2 · expected 5, missing 3
