# Conditions: on members of the form they choose cells, on anything else they choose reports.
%load panel

> sum applications where outcome=withheld
applications
          65
reports 15 of 15
> sum applications where outcome=disclosed or outcome=partly_disclosed
applications
         494
reports 15 of 15
> sum applications where not outcome=disclosed
applications
         275
reports 14 of 15 · 1 left out (unread or text)
> sum applications where outcome!=disclosed
applications
         275
reports 14 of 15 · 1 left out (unread or text)
> sum applications where outcome in (state_secret, enforcement_file)
applications
          23
reports 15 of 15
> sum applications where outcome = (state_secret or enforcement_file)
applications
          23
reports 15 of 15
> sum applications where outcome not in (withheld, disclosed)
applications
         210
reports 14 of 15 · 1 left out (unread or text)
> sum applications where outcome under withheld
applications
          65
reports 15 of 15
> sum applications where outcome not under withheld
applications
         604
reports 14 of 15 · 1 left out (unread or text)
> sum applications where outcome ~ "过程性|内部事务"
applications
          23
reports 15 of 15
> sum applications where outcome !~ "过程性|内部事务"
applications
         646
reports 14 of 15 · 1 left out (unread or text)

# A member of a set counts once.
> sum applications where outcome=withheld or outcome=state_secret
applications
          65
reports 15 of 15
> sum applications where outcome in (withheld, withheld, state_secret)
applications
          65
reports 15 of 15
> sum applications where outcome=withheld and outcome=state_secret
applications
           4
reports 15 of 15
> sum applications where outcome=withheld and outcome=disclosed
applications
           –
reports 0 of 15
the conditions leave no cell of the form
> sum applications where outcome=withheld where requester=natural_person
applications
          41
reports 15 of 15
> sum applications where requester=natural_person and outcome=withheld
applications
          41
reports 15 of 15
> sum applications where (requester=natural_person or outcome=withheld) and not outcome=disclosed
applications
         233
reports 14 of 15 · 1 left out (unread or text)
> sum applications where requester=organisation and not (outcome=withheld or outcome=disclosed)
applications
          42
reports 14 of 15 · 1 left out (unread or text)

# One node alone.
> sum applications where outcome == otherwise_closed
applications
           8
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table
> sum applications where outcome = otherwise_closed
applications
          22
reports 15 of 15
> sum applications where outcome == state_secret
applications
           4
reports 15 of 15

# Years.
> sum received where year=2021
received
     272
reports 6 of 6 · 3 blanks taken as 0
> sum received where year==2021
received
     272
reports 6 of 6 · 3 blanks taken as 0
> sum received where year!=2021
received
     445
reports 9 of 9
> sum received where year<2021
received
     102
reports 3 of 3
> sum received where year<=2021
received
     374
reports 9 of 9 · 3 blanks taken as 0
> sum received where year>2021
received
     343
reports 6 of 6
> sum received where year>=2021
received
     615
reports 12 of 12 · 3 blanks taken as 0
> sum received where year in 2020..2022
received
     512
reports 11 of 11 · 3 blanks taken as 0
> sum received where year in ..2020
received
     102
reports 3 of 3
> sum received where year in 2022..
received
     343
reports 6 of 6
> sum received where year in (2019, 2023)
received
     205
reports 4 of 4
> sum received where year in (2019, 2022..2023)
received
     366
reports 7 of 7
> sum received where year = (2019 or 2020)
received
     102
reports 3 of 3
> sum received where year not in 2020..2022
received
     205
reports 4 of 4
> sum received where year between 2020 and 2022
received
     512
reports 11 of 11 · 3 blanks taken as 0
> sum received where year not between 2020 and 2022
received
     205
reports 4 of 4
> sum received where year=2021年
received
     272
reports 6 of 6 · 3 blanks taken as 0
> sum received where year>2019 and not year=2021 or year=2019
received
     445
reports 9 of 9

# Agencies: by name, or a part that fits exactly one.
> sum received where agency="示例县公安局"
received
     150
reports 4 of 4
> sum received where agency=示例县公安局
received
     150
reports 4 of 4
> sum received where agency="公安"
received
     150
reports 4 of 4
> sum received where agency in ("公安", "教育")
received
     194
reports 7 of 7 · 3 blanks taken as 0
> sum received where agency != "公安"
received
     567
reports 11 of 11 · 3 blanks taken as 0
> sum received where agency ~ "^示例县"
received
     358
reports 10 of 10 · 3 blanks taken as 0
> sum received where agency ~ "局$|厅$"
received
     400
reports 9 of 9 · 3 blanks taken as 0
> sum received where agency !~ "局$|厅$"
received
     317
reports 6 of 6

# `for` is short for an agency, a year, or both.
> sum received for "公安" 2021
received
      40
reports 1 of 1
> sum received for "公安"
received
     150
reports 4 of 4
> sum received for 2021
received
     272
reports 6 of 6 · 3 blanks taken as 0
> sum received for 2019..2020
received
     102
reports 3 of 3
> sum received for "公安" 2019..2020
received
      57
reports 2 of 2

# Editions go by the labels, not by the year.
> sum received where edition=2019
received
     107
reports 4 of 4
> sum received where edition="cn.2021"
received
     610
reports 11 of 11 · 3 blanks taken as 0
> sum received where form=cn
received
     717
reports 15 of 15 · 3 blanks taken as 0
> reports where edition=2019 and year>=2021
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县青山镇人民政府  2021  2019         0       0         0       0  2022-01-18  tests/data/panel/示例县青山镇人民政府_2021.txt
reports 1 of 1

# A measure compared is a condition on the whole report, whatever cells are asked for.
> count reports where received > 50
reports
      6
reports 6 of 6
> sum applications where outcome=withheld and received > 50
applications
          46
reports 6 of 6
> count reports where received = 0
reports
      0
reports 0 of 0
no report is in scope
> count reports where received between 12 and 18
reports
      3
reports 3 of 3
> count reports where received in (12, 14, 18)
reports
      3
reports 3 of 3
> count reports where received in 12..18
reports
      3
reports 3 of 3
> count reports where received not in 12..18
reports
     12
reports 12 of 12
> count reports where received >= 12 and received < 18
reports
      2
reports 2 of 2
> count reports where received + carried_in > 60
reports
      5
reports 5 of 5
> count reports where received - applications > 0
reports
      7
reports 7 of 7
> count reports where fees > 0.5
reports
      9
reports 9 of 9
> count reports where fees = 12.345678
reports
      1
reports 1 of 1
> count reports where items_change < 0
reports
      2
reports 2 of 2
> count reports where items_change < -100
reports
      1
reports 1 of 1
> count reports where received > 10 * 5
reports
      6
reports 6 of 6
> count reports where not received > 50
reports
      9
reports 9 of 9
> count reports where fees > 9 or items > 100
reports
     11
reports 11 of 11

# The state of a report's cells.
> reports where received is blank
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局  2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
reports 1 of 1
> reports where applications is unread
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
reports 1 of 1
> reports where decisions is text
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局  2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
reports 1 of 1
> reports where applications is inferred
agency  year  edition  blank  unread  inferred  doubts  signed_on  path
reports 0 of 0
no report is in scope
> count reports where received is not blank
reports
     14
reports 14 of 14
> count reports where fees is missing
reports
      4
reports 4 of 4
> count reports where fees is not missing
reports
     11
reports 11 of 11
> reports where procurement_amount is text
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县公安局  2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例县公安局_2020.txt
reports 1 of 1
> sum received where applications is not unread and year=2021
received
     224
reports 5 of 5 · 3 blanks taken as 0
> sum received where year=2021
received
     272
reports 6 of 6 · 3 blanks taken as 0

# What the loader counted in a report.
> count reports where blank > 0
reports
      1
reports 1 of 1
> reports where unread > 0
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
reports 1 of 1
