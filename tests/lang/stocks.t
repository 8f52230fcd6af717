# States at the start or end of a year add up over agencies, not over years.
%load panel

> sum carried_forward where year=2021
carried_forward
             13
reports 6 of 6
> sum carried_forward by year
year  carried_forward
2019                1
2020                5
2021               13
2022               11
2023                9
reports 15 of 15
> sum carried_in by agency, year where year>=2022
agency                year  carried_in
示例县人民政府        2022           4
示例县公安局          2022           1
示例县教育局          2022           1
示例县教育局          2023           2
示例市卫生健康委员会  2023           3
示例省财政厅          2023           5
reports 6 of 6
> sum carried_forward where agency="公安" and year=2022
carried_forward
              2
reports 1 of 1
> last carried_forward
carried_forward
             18
reports 15 of 15
> first carried_in by agency
agency                carried_in
示例县人民政府                 3
示例县公安局                   2
示例县教育局                   0
示例县青山镇人民政府           0
示例市卫生健康委员会           5
示例省财政厅                   7
reports 15 of 15 · 1 blank taken as 0
> last carried_forward by agency
agency                carried_forward
示例县人民政府                      7
示例县公安局                        2
示例县教育局                        1
示例县青山镇人民政府                0
示例市卫生健康委员会                4
示例省财政厅                        4
reports 15 of 15
> avg carried_forward
carried_forward   n
           2.60  15
reports 15 of 15
> sum documents where status=in_force by year
year  documents
2019          –
2020          –
2021        276
2022         67
2023        224
reports 11 of 15 · 1 blank taken as 0
4 reports without this figure: another edition of the form, or no such table
> sum documents where status=issued
documents
       66
reports 11 of 15 · 1 blank taken as 0
4 reports without this figure: another edition of the form, or no such table
> last documents where status=in_force
documents
      288
reports 11 of 15 · 1 blank taken as 0
4 reports without this figure: another edition of the form, or no such table
> sum reviews where result!=pending
reviews
     44
reports 15 of 15
> sum reviews where result=pending by year
year  reviews
2019        1
2020        2
2021        5
2022        6
2023        5
reports 15 of 15
> sum reviews by year
year  reviews
2019        3
2020        6
2021       27
2022       16
2023       11
reports 15 of 15
> sum reviews where year=2021
reviews
     27
reports 6 of 6
> sum items by year
year  items
2019    479
2020    636
2021      9
2022      –
2023      –
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table
> sum items_change
items_change
        -161
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table

# One year in scope, whatever the condition.
> sum carried_forward where year=2021 or year=2021
carried_forward
             13
reports 6 of 6
> sum carried_forward where year in 2021..2021
carried_forward
             13
reports 6 of 6
> sum items where edition=2019 and year=2019
items
  479
reports 1 of 1

# Each figure is of one edition here, and so of one year.
> sum documents by status where year=2020 or (year=2021 and edition=2021)
status           documents
issued                  44
repealed                13
in_force               276
newly_made               8
newly_published          7
published_total         44
reports 7 of 7 · 3 blanks taken as 0

# What is put together is one sum.
> sum documents by status where year=2020 or (year=2021 and edition=2021) top 2 with others
!2
stocks.t:139:5: error: "documents" is a state at one end of a year: over 2020 to 2021 it does not add up
  sum documents by status where year=2020 or (year=2021 and edition=2021) top 2 with others
      ^~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum carried_forward
!2
stocks.t:144:5: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  sum carried_forward
      ^~~~~~~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum carried_in by agency
!2
stocks.t:149:5: error: "carried_in" is a state at one end of a year: over 2019 to 2023 it does not add up
  sum carried_in by agency
      ^~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum carried_forward where year>=2022
!2
stocks.t:154:5: error: "carried_forward" is a state at one end of a year: over 2022 to 2023 it does not add up
  sum carried_forward where year>=2022
      ^~~~~~~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum documents
!2
stocks.t:159:5: error: "documents" holds events of the year and states at its end: they do not add
  sum documents
      ^~~~~~~~~ choose by status, as in "where status=issued", or write "by status"
> sum documents by year
!2
stocks.t:164:5: error: "documents" holds events of the year and states at its end: they do not add
  sum documents by year
      ^~~~~~~~~ choose by status, as in "where status=issued", or write "by status"
> sum documents by document where year=2021
!2
stocks.t:169:5: error: "documents" holds events of the year and states at its end: they do not add
  sum documents by document where year=2021
      ^~~~~~~~~ choose by status, as in "where status=issued", or write "by status"
> sum documents by status
!2
stocks.t:174:5: error: "documents" is a state at one end of a year: over 2021 to 2023 it does not add up
  sum documents by status
      ^~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum documents where status in (issued, in_force) and year=2021
!2
stocks.t:179:5: error: "documents" holds events of the year and states at its end: they do not add
  sum documents where status in (issued, in_force) and year=2021
      ^~~~~~~~~ choose by status, as in "where status=issued", or write "by status"
> sum items
!2
stocks.t:184:5: error: "items" is a state at one end of a year: over 2019 to 2021 it does not add up
  sum items
      ^~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum received, carried_forward
!2
stocks.t:189:15: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  sum received, carried_forward
                ^~~~~~~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum received + carried_in
!2
stocks.t:194:5: error: "carried_in" is a state at one end of a year: over 2019 to 2023 it does not add up
  sum received + carried_in
      ^~~~~~~~~~~~~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"

# What the form adds up with cases that are still pending.
> sum reviews
!2
stocks.t:201:5: error: "reviews" holds result=pending, a state at the end of a year: over 2019 to 2023 it would count twice
  sum reviews
      ^~~~~~~ write "by year", one year in "where", or "where result != pending"
> sum reviews by agency
!2
stocks.t:206:5: error: "reviews" holds result=pending, a state at the end of a year: over 2019 to 2023 it would count twice
  sum reviews by agency
      ^~~~~~~ write "by year", one year in "where", or "where result != pending"
> sum reviews where result=pending
!2
stocks.t:211:5: error: "reviews" is a state at one end of a year: over 2019 to 2023 it does not add up
  sum reviews where result=pending
      ^~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> stated carried_forward
!2
stocks.t:216:8: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  stated carried_forward
         ^~~~~~~~~~~~~~~ write "by year", or one year in "where"
> gap carried_forward by agency
!2
stocks.t:221:5: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  gap carried_forward by agency
      ^~~~~~~~~~~~~~~ write "by year", or one year in "where"
> stated reviews
!2
stocks.t:226:8: error: "reviews" holds result=pending, a state at the end of a year: over 2019 to 2023 it would count twice
  stated reviews
         ^~~~~~~ write "by year", one year in "where", or "where result != pending"

# Of several measures each is judged by itself: the form adds the mix that lawsuits are.
> sum decisions + lawsuits by year own reports
year  decisions + lawsuits
2019                  2112
2020                  4427
2021                  7258
2022                  5139
2023                  2704
reports 14 of 15 · 1 left out (unread or text)
> sum decisions + lawsuits own reports
!2
stocks.t:241:5: error: "lawsuits" holds result=pending, a state at the end of a year: over 2019 to 2023 it would count twice
  sum decisions + lawsuits own reports
      ^~~~~~~~~~~~~~~~~~~~ write "by year", one year in "where", or "where result != pending"
> sum decisions + documents by year own reports
!2
stocks.t:246:5: error: "documents" holds events of the year and states at its end: they do not add
  sum decisions + documents by year own reports
      ^~~~~~~~~~~~~~~~~~~~~ choose by status, as in "where status=issued", or write "by status"
