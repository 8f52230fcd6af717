# Cases and money never add.
%load panel

> sum received, fees by year where year>=2021
year  received         fees
2021       272  24386.52676
2022       161        27.75
2023       182   59326.8949
reports 12 of 12 · 3 blanks taken as 0
> sum fees + procurement_amount by year
year  fees + procurement_amount
2019                       38.6
2020                      63.28
2021               24394.066212
2022                      27.75
2023                 59326.8949
reports 14 of 15 · 1 left out (unread or text)
> sum received + fees
!2
units.t:18:16: error: "fees" is in 万元, "received" in 件: they do not add
  sum received + fees
                 ^~~~ parted by a comma each gets a column of its own
> sum received - procurement
!2
units.t:23:16: error: "procurement" is in 次, "received" in 件: they do not add
  sum received - procurement
                 ^~~~~~~~~~~ parted by a comma each gets a column of its own
> sum items + procurement
!2
units.t:28:13: error: "procurement" is in 次, "items" in 项: they do not add
  sum items + procurement
              ^~~~~~~~~~~ parted by a comma each gets a column of its own
> count reports where received + fees > 3
!2
units.t:33:32: error: "fees" is in 万元, "received" in 件: they do not add
  count reports where received + fees > 3
                                 ^~~~ parted by a comma each gets a column of its own

> sum received + 0
!2
units.t:39:16: error: "0" does not fit here: expected a measure
  sum received + 0
                 ^
