# share: each figure as a part of a whole, which is the sum of the rows that agree on what stands in
# `within`; without it, of all rows.
%load panel

> share received by requester
requester              share  received
natural_person         73.1%       524
company                20.5%       147
research_institution    1.5%        11
public_interest_group   0.6%         4
law_firm                3.6%        26
other_organisation      0.7%         5
reports 15 of 15 · 3 blanks taken as 0
> share applications by outcome
outcome           share  applications
disclosed         60.4%           427
partly_disclosed   9.5%            67
withheld           9.2%            65
unavailable       14.7%           104
not_processed      3.1%            22
otherwise_closed   3.1%            22
reports 15 of 15 · 1 left out (unread or text)
> share applications by outcome, year where year in 2021..2022 within year
outcome           year  share  applications
disclosed         2021  61.4%           162
disclosed         2022  55.8%            87
partly_disclosed  2021  10.2%            27
partly_disclosed  2022   8.3%            13
withheld          2021   8.7%            23
withheld          2022  12.2%            19
unavailable       2021  13.6%            36
unavailable       2022  15.4%            24
not_processed     2021   2.7%             7
not_processed     2022   5.8%             9
otherwise_closed  2021   3.4%             9
otherwise_closed  2022   2.6%             4
reports 9 of 9 · 1 left out (unread or text)

# What is within and not in by is put first there.
> share applications by outcome where year in 2021..2022 within year
year  outcome           share  applications
2021  disclosed         61.4%           162
2021  partly_disclosed  10.2%            27
2021  withheld           8.7%            23
2021  unavailable       13.6%            36
2021  not_processed      2.7%             7
2021  otherwise_closed   3.4%             9
2022  disclosed         55.8%            87
2022  partly_disclosed   8.3%            13
2022  withheld          12.2%            19
2022  unavailable       15.4%            24
2022  not_processed      5.8%             9
2022  otherwise_closed   2.6%             4
reports 9 of 9 · 1 left out (unread or text)
> share received by agency within year where year in 2021..2022
year  agency                share  received
2021  示例县人民政府        25.4%        69
2021  示例县公安局          14.7%        40
2021  示例县教育局           5.1%        14
2021  示例县青山镇人民政府   1.8%         5
2021  示例市卫生健康委员会  17.6%        48
2021  示例省财政厅          35.3%        96
2022  示例县人民政府        55.9%        90
2022  示例县公安局          32.9%        53
2022  示例县教育局          11.2%        18
reports 9 of 9 · 3 blanks taken as 0
> share received by year, requester where year in 2021..2022 within year, requester
year  requester               share  received
2021  natural_person         100.0%       199
2021  company                100.0%        54
2021  research_institution   100.0%         6
2021  public_interest_group  100.0%         2
2021  law_firm               100.0%        10
2021  other_organisation     100.0%         1
2022  natural_person         100.0%       126
2022  company                100.0%        27
2022  research_institution        –         0
2022  public_interest_group       –         0
2022  law_firm               100.0%         6
2022  other_organisation     100.0%         2
reports 9 of 9 · 3 blanks taken as 0

# within parent: the part in its own group. With depth a group is a part of all there is.
> share applications by outcome depth 2 where outcome in (withheld, unavailable) within parent
outcome                   share  applications
withheld                  38.5%            65
  state_secret             6.2%             4
  prohibited_by_law        4.6%             3
  security_and_stability   1.5%             1
  third_party_rights      20.0%            13
  internal_affairs        16.9%            11
  deliberative_process    18.5%            12
  enforcement_file        29.2%            19
  administrative_inquiry   3.1%             2
unavailable               61.5%           104
  not_held                88.5%            92
  needs_compiling         10.6%            11
  still_unclear            1.0%             1
reports 15 of 15 · 1 left out (unread or text)
> share applications by outcome leaves where outcome in (withheld, unavailable) within parent
outcome                 share  applications
state_secret             6.2%             4
prohibited_by_law        4.6%             3
security_and_stability   1.5%             1
third_party_rights      20.0%            13
internal_affairs        16.9%            11
deliberative_process    18.5%            12
enforcement_file        29.2%            19
administrative_inquiry   3.1%             2
not_held                88.5%            92
needs_compiling         10.6%            11
still_unclear            1.0%             1
reports 15 of 15 · 1 left out (unread or text)
> share received by requester within parent
requester              share  received
natural_person         73.1%       524
company                76.2%       147
research_institution    5.7%        11
public_interest_group   2.1%         4
law_firm               13.5%        26
other_organisation      2.6%         5
reports 15 of 15 · 3 blanks taken as 0

# across: of all columns together, or of each one with within.
> share received by agency across year total
agency                2019   2020   2021   2022   2023   total
示例县人民政府           –      –   9.6%  12.6%      –   22.2%
示例县公安局          3.2%   4.7%   5.6%   7.4%      –   20.9%
示例县教育局             –      –   2.0%   2.5%   1.7%    6.1%
示例县青山镇人民政府     –      –   0.7%      –      –    0.7%
示例市卫生健康委员会     –   6.3%   6.7%      –   8.4%   21.3%
示例省财政厅             –      –  13.4%      –  15.3%   28.7%

total                 3.2%  11.0%  37.9%  22.5%  25.4%  100.0%
reports 15 of 15 · 3 blanks taken as 0
> share received by agency across year total within year
agency                  2019    2020    2021    2022    2023   total
示例县人民政府             –       –   25.4%   55.9%       –   22.2%
示例县公安局          100.0%   43.0%   14.7%   32.9%       –   20.9%
示例县教育局               –       –    5.1%   11.2%    6.6%    6.1%
示例县青山镇人民政府       –       –    1.8%       –       –    0.7%
示例市卫生健康委员会       –   57.0%   17.6%       –   33.0%   21.3%
示例省财政厅               –       –   35.3%       –   60.4%   28.7%

total                 100.0%  100.0%  100.0%  100.0%  100.0%  100.0%
reports 15 of 15 · 3 blanks taken as 0

# A naive sum over all leaves would be another whole: a report whose row cannot be read is left out of that
# figure alone, so that shares still add up to one.
> share applications by outcome where agency=示例市卫生健康委员会 and year=2021
outcome           share  applications
disclosed         86.8%            33
partly_disclosed   7.9%             3
withheld           0.0%             0
unavailable           –             –
not_processed      2.6%             1
otherwise_closed   2.6%             1
reports 1 of 1 · 1 left out (unread or text)

# Neither having nor top touches the whole.
> share received by agency having share > 0.2
agency                share  received
示例县人民政府        22.2%       159
示例县公安局          20.9%       150
示例市卫生健康委员会  21.3%       153
示例省财政厅          28.7%       206
reports 15 of 15 · 3 blanks taken as 0
> share received by agency having share > 20%
agency                share  received
示例县人民政府        22.2%       159
示例县公安局          20.9%       150
示例市卫生健康委员会  21.3%       153
示例省财政厅          28.7%       206
reports 15 of 15 · 3 blanks taken as 0
> share received by agency top 2
agency          share  received
示例省财政厅    28.7%       206
示例县人民政府  22.2%       159
reports 15 of 15 · 3 blanks taken as 0
> share received by agency top 2 with others total
agency           share  received
示例省财政厅     28.7%       206
示例县人民政府   22.2%       159

others           49.1%       352
total           100.0%       717
reports 15 of 15 · 3 blanks taken as 0
> share received by agency, year within year top 3 with others
agency                year   share  received
示例县公安局          2019  100.0%        23
示例省财政厅          2023   60.4%       110
示例市卫生健康委员会  2020   57.0%        45

others                           –       539
reports 15 of 15 · 3 blanks taken as 0
> share received by agency order by share desc limit 2
agency          share  received
示例省财政厅    28.7%       206
示例县人民政府  22.2%       159
reports 15 of 15 · 3 blanks taken as 0
> share fees by agency
agency                share          fees
示例县人民政府         0.0%         38.75
示例县公安局           0.0%     21.845678
示例县教育局           0.0%          1.55
示例县青山镇人民政府      –             –
示例市卫生健康委员会   0.2%        189.47
示例省财政厅          99.7%  83489.555982
reports 11 of 15
4 reports without this figure: another edition of the form, or no such table
> share withheld of applications by agency as part
agency                 part  withheld of applications
示例县人民政府        26.2%                        17
示例县公安局          27.7%                        18
示例县教育局           6.2%                         4
示例县青山镇人民政府   0.0%                         0
示例市卫生健康委员会  13.8%                         9
示例省财政厅          26.2%                        17
reports 15 of 15
> share fees by agency where year=2019
agency        share  fees
示例县公安局      –     –
reports 0 of 1
1 report without this figure: another edition of the form, or no such table

# Change: each of two years is a whole of its own.
> share received by agency change 2021 to 2022
agency                share  previous  difference  percent
示例县人民政府        55.9%     25.4%     30.5 pp   120.4%
示例县公安局          32.9%     14.7%     18.2 pp   123.9%
示例县教育局          11.2%      5.1%      6.0 pp   117.2%
示例县青山镇人民政府      –      1.8%           –        –
示例市卫生健康委员会      –     17.6%           –        –
示例省财政厅              –     35.3%           –        –
reports 9 of 9 · 3 blanks taken as 0
> share received by requester, year within year change top 3
requester       year  share  received  previous  difference  percent
company         2023  25.3%        46     16.8%      8.5 pp    50.7%
natural_person  2022  78.3%       126     73.2%      5.1 pp     7.0%
law_firm        2021   3.7%        10      0.0%      3.7 pp        –
reports 15 of 15 · 3 blanks taken as 0

# A blank that is unknown makes the whole unknown, not smaller.
$ ogi --quiet -d panel.db -c 'set blank unknown' -c 'share received by agency where year=2021' -c 'share received by agency'
agency                share  received
示例县人民政府            –        69
示例县公安局              –        40
示例县教育局              –         –
示例县青山镇人民政府      –         5
示例市卫生健康委员会      –        48
示例省财政厅              –        96

agency                share  received
示例县人民政府            –       159
示例县公安局              –       150
示例县教育局              –         –
示例县青山镇人民政府      –         5
示例市卫生健康委员会      –       153
示例省财政厅              –       206

# Machine formats: the share as a fraction, then the measure.
$ ogi -d panel.db --format csv -c 'share received by agency where year=2021'
agency,share,received
示例县人民政府,0.2536764705882353,69
示例县公安局,0.14705882352941177,40
示例县教育局,0.051470588235294115,14
示例县青山镇人民政府,0.01838235294117647,5
示例市卫生健康委员会,0.17647058823529413,48
示例省财政厅,0.35294117647058826,96
$ ogi -d panel.db --format csv -c 'share received by agency where year=2021 top 2 with others total'
agency,row,share,received
示例省财政厅,leaf,0.35294117647058826,96
示例县人民政府,leaf,0.2536764705882353,69
,others,0.39338235294117646,107
,total,1,272

# States: a whole of several years counts what is pending again each year.
> share carried_forward by agency where year=2022
agency          share  carried_forward
示例县人民政府  63.6%                7
示例县公安局    18.2%                2
示例县教育局    18.2%                2
reports 3 of 3
> share carried_forward by agency, year where year >= 2022 within year
agency                year  share  carried_forward
示例县人民政府        2022  63.6%                7
示例县公安局          2022  18.2%                2
示例县教育局          2022  18.2%                2
示例县教育局          2023  11.1%                1
示例市卫生健康委员会  2023  44.4%                4
示例省财政厅          2023  44.4%                4
reports 6 of 6
> share carried_forward by agency, year
!2
share.t:293:7: error: "carried_forward" is a state at one end of a year: over years it makes no whole
  share carried_forward by agency, year
        ^~~~~~~~~~~~~~~ write "within year", or one year in "where"
> share carried_forward by agency
!2
share.t:298:7: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  share carried_forward by agency
        ^~~~~~~~~~~~~~~ write "within year", or one year in "where"
# One whole of events and states is none.
> share documents by status where year=2021
!2
share.t:304:7: error: the whole of "documents" would add events of the year and states at its end
  share documents by status where year=2021
        ^~~~~~~~~ choose by status, as in "where status=issued", or write "within status"
> share documents by document where status=issued
document            share  documents
rule                 4.5%          3
normative_document  95.5%         63
reports 11 of 15 · 1 blank taken as 0
4 reports without this figure: another edition of the form, or no such table
> share documents by status, document where edition=2021 and year=2021 within status
status    document            share  documents
issued    rule                 6.8%          3
issued    normative_document  93.2%         41
repealed  rule                 7.7%          1
repealed  normative_document  92.3%         12
in_force  rule                 6.9%         19
in_force  normative_document  93.1%        257
reports 5 of 5 · 3 blanks taken as 0

> share received, applications by year
!2
share.t:325:15: error: "," does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  share received, applications by year
                ^
> share avg received by year
!2
share.t:330:11: error: "received" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  share avg received by year
            ^~~~~~~~
> share received by year within
!2
share.t:335:30: error: the statement ends too early: expected a name or a string
  share received by year within
                               ^
> share received by year within foo
!2
share.t:340:31: error: there is no dimension "foo"
  share received by year within foo
                                ^~~ "help dimensions" lists them
> share received within outcome
!2
share.t:345:23: error: "received" has no dimension "outcome": the form has no such cell
  share received within outcome
                        ^~~~~~~ it divides "applications"
> share received by year within parent
!2
share.t:350:31: error: "within parent" needs a dimension of the form that is a tree after "by"
  share received by year within parent
                                ^~~~~~
> share received by year within parent, parent
!2
share.t:355:31: error: "within parent" needs a dimension of the form that is a tree after "by"
  share received by year within parent, parent
                                ^~~~~~
> sum received by year within year
!2
share.t:360:22: error: "within" belongs to "share" and "rank"
  sum received by year within year
                       ^~~~~~~~~~~
> sum received by year within parent
!2
share.t:365:22: error: "within" belongs to "share" and "rank"
  sum received by year within parent
                       ^~~~~~~~~~~~~
> share received by requester across outcome
!2
share.t:370:36: error: "received" has no dimension "outcome": the form has no such cell
  share received by requester across outcome
                                     ^~~~~~~ it divides "applications"

# What rests on a cell that only the sums of the form could part carries its mark.
$ ogi --quiet tests/data/panel tests/data/runon -c "share received by agency where year=2022" 2>/dev/null
agency           share  received
示例县人民政府  ~50.8%        90
示例县公安局    ~29.9%        53
示例县教育局    ~10.2%        18
示例市水务局     ~9.0%       ~16

# Dimensions of `within` may stand in the plural, as after `top`.
$ ogi --quiet tests/data/panel -c "share applications by year, outcome within outcomes where year in 2021..2022" 2>/dev/null
year  outcome           share  applications
2021  disclosed         65.1%           162
2021  partly_disclosed  67.5%            27
2021  withheld          54.8%            23
2021  unavailable       60.0%            36
2021  not_processed     43.8%             7
2021  otherwise_closed  69.2%             9
2022  disclosed         34.9%            87
2022  partly_disclosed  32.5%            13
2022  withheld          45.2%            19
2022  unavailable       40.0%            24
2022  not_processed     56.2%             9
2022  otherwise_closed  30.8%             4
$ ogi --quiet tests/data/panel -c "share applications by outcome within years where year in 2021..2022" 2>/dev/null
year  outcome           share  applications
2021  disclosed         61.4%           162
2021  partly_disclosed  10.2%            27
2021  withheld           8.7%            23
2021  unavailable       13.6%            36
2021  not_processed      2.7%             7
2021  otherwise_closed   3.4%             9
2022  disclosed         55.8%            87
2022  partly_disclosed   8.3%            13
2022  withheld          12.2%            19
2022  unavailable       15.4%            24
2022  not_processed      5.8%             9
2022  otherwise_closed   2.6%             4
