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
reports 8 of 8 · expected 15, missing 7 · 1 left out (unread, text or without its total)
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
reports 4 of 4 · expected 25, missing 21
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
level  year  received
乡镇   2021         5
县     2019        23
县     2020        34
县     2021        54
县     2022        71
县     2023        12
市     2020        45
市     2021        48
市     2023        60
省     2021        96
省     2023       110
reports 13 of 13 · expected 25, missing 12 · 3 blanks taken as 0
