# How rows look to people: indented trees, undivided rows, subtotals.
%load panel
%run load "tests/data/agencies.csv" as agencies

> sum applications by outcome depth 2 own reports where year<=2021
outcome                         applications
disclosed                                184
partly_disclosed                          29
withheld                                  25
  state_secret                             1
  prohibited_by_law                        3
  security_and_stability                   0
  third_party_rights                       4
  internal_affairs                         5
  deliberative_process                     5
  enforcement_file                         5
  administrative_inquiry                   2
unavailable                               40
  not_held                                36
  needs_compiling                          3
  still_unclear                            1
not_processed                              8
  petition                                 1
  repeat                                   6
  publication                              1
  excessive                                0
  reissue                                  0
otherwise_closed                          14
  otherwise_closed (undivided)             8
  not_corrected                            1
  fee_unpaid                               1
  other_disposal                           4
reports 8 of 8 · expected 15, missing 7 · 1 left out (unread or text)
> sum applications by outcome leaves own reports where edition=2019
outcome                       applications
disclosed                               63
partly_disclosed                         9
state_secret                             1
prohibited_by_law                        1
security_and_stability                   0
third_party_rights                       4
internal_affairs                         0
deliberative_process                     1
enforcement_file                         2
administrative_inquiry                   0
not_held                                16
needs_compiling                          1
still_unclear                            0
petition                                 1
repeat                                   1
publication                              1
excessive                                0
reissue                                  0
otherwise_closed (undivided)             8
reports 4 of 4
> sum applications by year, requester depth 2 own reports where year=2022
year  requester                applications
2022  natural_person                     54
2022  organisation                       15
2022    company                          12
2022    research_institution              0
2022    public_interest_group             0
2022    law_firm                          3
2022    other_organisation                0
reports 2 of 2 · expected 5, missing 3
> sum received by level, year own reports
level     year  received
province  2021        96
province  2023       110
city      2020        45
city      2021        48
city      2023        60
county    2019        23
county    2020        34
county    2021        54
county    2022        71
county    2023        12
township  2021         5
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0

> sum applications by outcome depth 2, year where year=2022 and outcome in (withheld, disclosed) own reports
outcome                   year  applications
disclosed                 2022            39
withheld                  2022             9
  state_secret            2022             1
  prohibited_by_law       2022             0
  security_and_stability  2022             0
  third_party_rights      2022             2
  internal_affairs        2022             0
  deliberative_process    2022             2
  enforcement_file        2022             4
  administrative_inquiry  2022             0
reports 2 of 2 · expected 5, missing 3

# Regions are a tree too.
> sum received by region own reports
region  received
示例省       558
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> sum received by region depth 2 own reports
region                received
示例省                     558
  示例省 (undivided)       206
  示例市                   352
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> sum received by region leaves own reports
region              received
示例省 (undivided)       206
示例市 (undivided)       153
示例县 (undivided)       194
青山镇                     5
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
> sum received by region where region under 示例市 own reports
region              received
示例市 (undivided)       153
示例县                   199
reports 11 of 11 · expected 20, missing 9 · 3 blanks taken as 0
> sum received by region where region == 示例市 own reports
region              received
示例市 (undivided)       153
reports 3 of 3 · expected 5, missing 2
> sum received by region depth 3, year own reports where year>=2022
region                  year  received
示例省                  2022        71
示例省                  2023       182
  示例省 (undivided)    2023       110
  示例市                2022        71
  示例市                2023        72
    示例市 (undivided)  2023        60
    示例县              2022        71
    示例县              2023        12
reports 5 of 5 · expected 10, missing 5
