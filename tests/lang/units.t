# Cases and money never add.
%load panel

> sum received, fees by year where year>=2021
year  received         fees
2021       272  24386.52676
2022       161        27.75
2023       182   59326.8949
reports 12 of 12 · 3 blanks taken as 0
> sum received + fees
!2
units.t:10:16: error: "fees" is in 万元, "received" in 件: they do not add
  sum received + fees
                 ^~~~ parted by a comma each gets a column of its own
> sum received - procurement
!2
units.t:15:16: error: "procurement" is in 次, "received" in 件: they do not add
  sum received - procurement
                 ^~~~~~~~~~~ parted by a comma each gets a column of its own
> sum items + procurement
!2
units.t:20:13: error: "procurement" is in 次, "items" in 项: they do not add
  sum items + procurement
              ^~~~~~~~~~~ parted by a comma each gets a column of its own
> count reports where received + fees > 3
!2
units.t:25:32: error: "fees" is in 万元, "received" in 件: they do not add
  count reports where received + fees > 3
                                 ^~~~ parted by a comma each gets a column of its own

> sum received + 0
!2
units.t:31:16: error: "0" does not fit here: expected a measure
  sum received + 0
                 ^

# What one of several measures lacks, their sum lacks: another edition has no fees, another table no reviews.
> sum fees + procurement_amount by year
year  fees + procurement_amount
2019                          –
2020                          –
2021                          –
2022                          –
2023                          –
reports 0 of 15
15 reports without this figure: another edition of the form, or no such table
> sum fees, procurement_amount by year
year         fees  procurement_amount
2019            –                38.6
2020            –               63.28
2021  24386.52676            7.539452
2022        27.75                   –
2023   59326.8949                   –
reports 15 of 15 · 1 left out (unread or text)
> count reports where fees + procurement_amount is missing
reports
     15
reports 15 of 15
> count reports where fees - procurement_amount > 0 or fees - procurement_amount <= 0
reports
      0
reports 0 of 0
no report is in scope
> rate fees of fees + procurement_amount by year
year  rate  numerator  denominator
2019     –          –            –
2020     –          –            –
2021     –          –            –
2022     –          –            –
2023     –          –            –
reports 0 of 15
15 reports without this figure: another edition of the form, or no such table
$ sed '/^四、政/,/^五、/{/^五、/!d}' examples/reports/示例县教育局_2022.txt >half_2022.txt; ogi --no-init half_2022.txt examples/reports/示例县教育局_2024.txt -c 'sum received - reviews by year' -c 'sum received, reviews by year' -c 'avg received + reviews' -c 'reports where received + reviews is missing' -c 'rate received + reviews of applications by year' -c 'last received - reviews by agency' 2>&1
half_2022.txt: warning: table "四" is not in the report
loaded 2 reports from 2 files, 1 with doubts (1)
year  received - reviews
2022                   –
2024                  23
reports 1 of 2
1 report without this figure: another edition of the form, or no such table

year  received  reviews
2022        17        –
2024        26        3
reports 2 of 2

received + reviews  n
             29.00  1
reports 1 of 2
1 report without this figure: another edition of the form, or no such table

agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局  2022  2021         3       0         0       1  2023-01-18  half_2022.txt
reports 1 of 1

year     rate  numerator  denominator
2022        –          –            –
2024  (29/26)         29           26
reports 1 of 2
1 report without this figure: another edition of the form, or no such table

agency        received - reviews
示例县教育局                  23
reports 1 of 2
1 report without this figure: another edition of the form, or no such table
