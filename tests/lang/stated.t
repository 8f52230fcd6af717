# What the form prints as a total, and how far it is from its parts.
%load panel

> stated applications
stated
   719
reports 15 of 15
> stated applications by year
year  stated
2019      24
2020      80
2021     274
2022     158
2023     183
reports 15 of 15
> gap applications by year
year  gap
2019    0
2020    0
2021    0
2022    2
2023    0
reports 14 of 15 · 1 left out (unread, text or without its total)
> gap applications by agency having gap != 0
agency        gap
示例县教育局    2
reports 14 of 15 · 1 left out (unread, text or without its total)
> gap applications by agency, year having gap != 0
agency        year  gap
示例县教育局  2022    2
reports 14 of 15 · 1 left out (unread, text or without its total)
> stated received by year
year  stated
2019      23
2020      79
2021     272
2022     161
2023     182
reports 15 of 15
> stated received, applications by year
year  stated_received  stated_applications
2019               23                   24
2020               79                   80
2021              272                  274
2022              161                  158
2023              182                  183
reports 15 of 15
> gap received, applications by agency where year=2022
agency          gap_received  gap_applications
示例县人民政府             0                 0
示例县公安局               0                 0
示例县教育局               0                 2
reports 3 of 3
> stated applications by requester where year=2022
requester              stated
natural_person            123
company                    27
research_institution        0
public_interest_group       0
law_firm                    6
other_organisation          2
reports 3 of 3
> gap applications by requester where agency="教育" and year=2022
requester              gap
natural_person           2
company                  0
research_institution     0
public_interest_group    0
law_firm                 0
other_organisation       0
reports 1 of 1
> stated applications by outcome leaves where year=2022
outcome                       stated
disclosed                         87
partly_disclosed                  13
state_secret                       2
prohibited_by_law                  0
security_and_stability             0
third_party_rights                 5
internal_affairs                   0
deliberative_process               2
enforcement_file                  10
administrative_inquiry             0
not_held                          21
needs_compiling                    3
still_unclear                      0
petition                           1
repeat                             0
publication                        0
excessive                          6
reissue                            2
otherwise_closed (undivided)       –
not_corrected                      1
fee_unpaid                         0
other_disposal                     3
reports 3 of 3
> stated applications where outcome=disclosed by year
year  stated
2019      12
2020      48
2021     162
2022      87
2023     118
reports 15 of 15
> stated applications where outcome=state_secret by year
year  stated
2019       1
2020       0
2021       0
2022       2
2023       1
reports 15 of 15
> stated applications where requester=natural_person by year
year  stated
2019      19
2020      59
2021     201
2022     123
2023     126
reports 15 of 15

# The tables of reviews and lawsuits print totals for each route.
> stated lawsuits where route=direct by year
year  stated
2019       1
2020       4
2021      11
2022       8
2023       4
reports 15 of 15
> stated lawsuits by route where year=2021
route         stated
direct            11
after_review       5
reports 6 of 6

# The form prints no such total.
> stated decisions
!2
stated.t:138:1: error: the form prints no total of "decisions" for exactly that
  stated decisions
  ^~~~~~~~~~~~~~~~ it prints none for this measure: use "sum"
> stated received where requester=organisation
!2
stated.t:143:1: error: the form prints no total of "received" for exactly that
  stated received where requester=organisation
  ^~~~~~~~~~~~~~~ it prints totals over all
> gap lawsuits by year
!2
stated.t:148:1: error: the form prints no total of "lawsuits" for exactly that
  gap lawsuits by year
  ^~~~~~~~~~~~ it prints totals for each route
> stated documents by status
!2
stated.t:153:1: error: the form prints no total of "documents" for exactly that
  stated documents by status
  ^~~~~~~~~~~~~~~~ it prints none for this measure: use "sum"

$ ogi --no-init -d panel.db --format csv -c 'stated applications by year' -c 'gap applications by year' -c 'gap received, applications by year'
year,stated
2019,24
2020,80
2021,274
2022,158
2023,183

year,gap
2019,0
2020,0
2021,0
2022,2
2023,0

year,gap_received,gap_applications
2019,0,0
2020,0,0
2021,0,0
2022,0,2
2023,0,0

# A printed total that is blank states nothing.
> stated reviews by year
year  stated
2019       3
2020       6
2021      26
2022      16
2023      11
reports 14 of 15 · 1 left out (unread, text or without its total)
> gap reviews by year
year  gap
2019    0
2020    0
2021    0
2022    0
2023    0
reports 14 of 15 · 1 left out (unread, text or without its total)
> stated reviews by agency where year=2021
agency                stated
示例县人民政府             8
示例县公安局               5
示例县教育局               –
示例县青山镇人民政府       1
示例市卫生健康委员会       3
示例省财政厅               9
reports 5 of 6 · 1 left out (unread, text or without its total)
> gap reviews by agency where year=2021
agency                gap
示例县人民政府          0
示例县公安局            0
示例县教育局            –
示例县青山镇人民政府    0
示例市卫生健康委员会    0
示例省财政厅            0
reports 5 of 6 · 1 left out (unread, text or without its total)
> sum reviews by agency where year=2021
agency                reviews
示例县人民政府              8
示例县公安局                5
示例县教育局                1
示例县青山镇人民政府        1
示例市卫生健康委员会        3
示例省财政厅                9
reports 6 of 6

# Where the form prints none there is none to compare with.
> stated applications by outcome where year=2022
outcome           stated
disclosed             87
partly_disclosed      13
withheld               –
unavailable            –
not_processed          –
otherwise_closed       –
reports 3 of 3
> gap applications by outcome where year=2022
outcome           gap
disclosed           0
partly_disclosed    0
withheld            –
unavailable         –
not_processed       –
otherwise_closed    –
reports 3 of 3
> gap applications by outcome where edition=2021 and year=2022
outcome           gap
disclosed           0
partly_disclosed    0
withheld            –
unavailable         –
not_processed       –
otherwise_closed    –
reports 3 of 3
> stated applications where outcome=otherwise_closed by year
year  stated
2019       2
2020       5
2021       1
2022       –
2023       –
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table
> gap applications where outcome=otherwise_closed by year
year  gap
2019    0
2020    0
2021    0
2022    –
2023    –
reports 4 of 15
11 reports without this figure: another edition of the form, or no such table
> stated applications where outcome=withheld
!2
stated.t:272:1: error: the form prints no total of "applications" for exactly that
  stated applications where outcome=withheld
  ^~~~~~~~~~~~~~~~~~~ it prints totals over all; for each requester; for each outcome
