# having, order by, top, bottom, ties, limit: which rows, in which order.
%load panel

> sum received by agency having received > 100
agency                received
示例县人民政府             159
示例县公安局               150
示例市卫生健康委员会       153
示例省财政厅               206
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having received between 100 and 200
agency                received
示例县人民政府             159
示例县公安局               150
示例市卫生健康委员会       153
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having received > 100 and received < 200
agency                received
示例县人民政府             159
示例县公安局               150
示例市卫生健康委员会       153
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having not received > 100
agency                received
示例县教育局                44
示例县青山镇人民政府         5
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having received > 100 or received < 10
agency                received
示例县人民政府             159
示例县公安局               150
示例县青山镇人民政府         5
示例市卫生健康委员会       153
示例省财政厅               206
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having agency ~ "局$"
agency        received
示例县公安局       150
示例县教育局        44
reports 15 of 15 · 3 blanks taken as 0
> sum received, applications by agency having received != applications
agency                received  applications
示例县人民政府             159           155
示例县教育局                44            43
示例市卫生健康委员会       153           106
示例省财政厅               206           210
reports 15 of 15 · 3 blanks taken as 0 · 1 left out (unread or text)
> sum received, applications by agency having received - applications > 1
agency                received  applications
示例县人民政府             159           155
示例市卫生健康委员会       153           106
reports 15 of 15 · 3 blanks taken as 0 · 1 left out (unread or text)
> sum applications by outcome having outcome = 不予公开
outcome   applications
withheld            65
reports 15 of 15 · 1 left out (unread or text)
> sum applications by outcome having outcome in (withheld, disclosed)
outcome    applications
disclosed           427
withheld             65
reports 15 of 15 · 1 left out (unread or text)
> sum fees by agency having fees > 1.5
agency                        fees
示例县人民政府               38.75
示例县公安局             21.845678
示例县教育局                  1.55
示例市卫生健康委员会        189.47
示例省财政厅          83489.555982
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum received by agency, year having year in 2019..2020
agency                year  received
示例县公安局          2019        23
示例县公安局          2020        34
示例市卫生健康委员会  2020        45
reports 15 of 15 · 3 blanks taken as 0
> gap applications by agency having gap != 0
agency        gap
示例县教育局    2
reports 14 of 15 · 1 left out (unread, text or without its total)

> sum received by agency order by received
agency                received
示例县青山镇人民政府         5
示例县教育局                44
示例县公安局               150
示例市卫生健康委员会       153
示例县人民政府             159
示例省财政厅               206
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency order by received desc
agency                received
示例省财政厅               206
示例县人民政府             159
示例市卫生健康委员会       153
示例县公安局               150
示例县教育局                44
示例县青山镇人民政府         5
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency order by agency desc
agency                received
示例省财政厅               206
示例市卫生健康委员会       153
示例县青山镇人民政府         5
示例县教育局                44
示例县公安局               150
示例县人民政府             159
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency, year order by year desc, received desc
agency                year  received
示例省财政厅          2023       110
示例市卫生健康委员会  2023        60
示例县教育局          2023        12
示例县人民政府        2022        90
示例县公安局          2022        53
示例县教育局          2022        18
示例省财政厅          2021        96
示例县人民政府        2021        69
示例市卫生健康委员会  2021        48
示例县公安局          2021        40
示例县教育局          2021        14
示例县青山镇人民政府  2021         5
示例市卫生健康委员会  2020        45
示例县公安局          2020        34
示例县公安局          2019        23
reports 15 of 15 · 3 blanks taken as 0
> sum fees by agency order by fees desc
agency                        fees
示例省财政厅          83489.555982
示例市卫生健康委员会        189.47
示例县人民政府               38.75
示例县公安局             21.845678
示例县教育局                  1.55
示例县青山镇人民政府             –
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> sum received, fees by agency order by fees
agency                received          fees
示例县教育局                44          1.55
示例县公安局               150     21.845678
示例县人民政府             159         38.75
示例市卫生健康委员会       153        189.47
示例省财政厅               206  83489.555982
示例县青山镇人民政府         5             –
reports 15 of 15 · 3 blanks taken as 0
> sum applications by outcome order by applications desc
outcome           applications
disclosed                  427
unavailable                104
partly_disclosed            67
withheld                    65
not_processed               22
otherwise_closed            22
reports 15 of 15 · 1 left out (unread or text)
> sum received by agency order by 新收申请 desc
agency                received
示例省财政厅               206
示例县人民政府             159
示例市卫生健康委员会       153
示例县公安局               150
示例县教育局                44
示例县青山镇人民政府         5
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency order by 2 desc
agency                received
示例省财政厅               206
示例县人民政府             159
示例市卫生健康委员会       153
示例县公安局               150
示例县教育局                44
示例县青山镇人民政府         5
reports 15 of 15 · 3 blanks taken as 0

> sum received by agency top 2
agency          received
示例省财政厅         206
示例县人民政府       159
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency bottom 2
agency                received
示例县青山镇人民政府         5
示例县教育局                44
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency top 100
agency                received
示例省财政厅               206
示例县人民政府             159
示例市卫生健康委员会       153
示例县公安局               150
示例县教育局                44
示例县青山镇人民政府         5
reports 15 of 15 · 3 blanks taken as 0
> sum received, fees by agency top 2 by fees
agency                received          fees
示例省财政厅               206  83489.555982
示例市卫生健康委员会       153        189.47
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency top 3 total
agency                received
示例省财政厅               206
示例县人民政府             159
示例市卫生健康委员会       153

total                      717
reports 15 of 15 · 3 blanks taken as 0
> sum decisions by agency where decision=coercion and year=2021 top 3
agency                decisions
示例县人民政府               44
示例县公安局                 29
示例市卫生健康委员会          2
reports 6 of 6
> sum decisions by agency where decision=coercion and year=2021 bottom 2
agency                decisions
示例县教育局                  0
示例县青山镇人民政府          0
reports 6 of 6
> sum decisions by agency where decision=coercion and year=2021 bottom 2 ties
agency                decisions
示例县教育局                  0
示例县青山镇人民政府          0
示例省财政厅                  0
reports 6 of 6
> sum reviews by agency where result=upheld and year=2021 top 2
agency          reviews
示例省财政厅          6
示例县人民政府        5
reports 6 of 6
> sum reviews by agency where result=upheld and year=2021 bottom 1 ties
agency                reviews
示例县青山镇人民政府        0
reports 6 of 6
> gap applications by agency top 1
agency        gap
示例县教育局    2
reports 14 of 15 · 1 left out (unread, text or without its total)
> sum received by agency limit 2
agency          received
示例县人民政府       159
示例县公安局         150
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency order by received desc limit 2
agency          received
示例省财政厅         206
示例县人民政府       159
reports 15 of 15 · 3 blanks taken as 0
> reports limit 2
agency          year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县人民政府_2021.txt
示例县人民政府  2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县人民政府_2022.html
reports 15 of 15
> reports order by path desc limit 2
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例省财政厅  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
示例省财政厅  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例省财政厅_2021.txt
reports 15 of 15
> sum received by agency top 2 order by agency
agency          received
示例县人民政府       159
示例省财政厅         206
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency having received < 170 top 1
agency          received
示例县人民政府       159
reports 15 of 15 · 3 blanks taken as 0

# A total stays that of the whole scope.
> sum received by agency total having received > 155
agency          received
示例县人民政府       159
示例省财政厅         206

total                717
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency total order by received
agency                received
示例县青山镇人民政府         5
示例县教育局                44
示例县公安局               150
示例市卫生健康委员会       153
示例县人民政府             159
示例省财政厅               206

total                      717
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency total limit 2
agency          received
示例县人民政府       159
示例县公安局         150

total                717
reports 15 of 15 · 3 blanks taken as 0
> sum received by agency total top 1
agency        received
示例省财政厅       206

total              717
reports 15 of 15 · 3 blanks taken as 0

# A rate is a fraction: what few mean is said.
> rate withheld of applications by agency own reports having rate > 20
agency  rate  numerator  denominator
reports 14 of 15 · 1 left out (unread or text)
rate is a fraction: 20 is 2000 %; write 20% for 20 percent
> rate withheld of applications by agency own reports having rate > 20%
agency  rate  numerator  denominator
reports 14 of 15 · 1 left out (unread or text)
