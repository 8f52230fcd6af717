# Reports beside each other, measure by measure.
%load panel
%run load "tests/data/agencies.csv" as agencies

> compare "示例县公安局" 2020 with 2021
measure          dimension  member                 unit  2020       2021  difference  percent
received                                           件      34         40           6    17.6%
received         requester  natural_person         件      25         30           5    20.0%
received         requester  company                件       6          7           1    16.7%
received         requester  research_institution   件       0          1           1        –
received         requester  public_interest_group  件       1          0          -1  -100.0%
received         requester  law_firm               件       0          2           2        –
received         requester  other_organisation     件       2          0          -2  -100.0%
carried_in                                         件       1          2           1   100.0%
carried_in       requester  natural_person         件       1          2           1   100.0%
carried_in       requester  company                件       0          0           0        –
carried_in       requester  research_institution   件       0          0           0        –
carried_in       requester  public_interest_group  件       0          0           0        –
carried_in       requester  law_firm               件       0          0           0        –
carried_in       requester  other_organisation     件       0          0           0        –
applications                                       件      33         41           8    24.2%
applications     requester  natural_person         件      24         31           7    29.2%
applications     requester  company                件       6          7           1    16.7%
applications     requester  research_institution   件       0          1           1        –
applications     requester  public_interest_group  件       1          0          -1  -100.0%
applications     requester  law_firm               件       0          2           2        –
applications     requester  other_organisation     件       2          0          -2  -100.0%
applications     outcome    disclosed              件      18         21           3    16.7%
applications     outcome    partly_disclosed       件       3          5           2    66.7%
applications     outcome    withheld               件       2          6           4   200.0%
applications     outcome    unavailable            件       6          7           1    16.7%
applications     outcome    not_processed          件       1          0          -1  -100.0%
applications     outcome    otherwise_closed       件       3          2          -1   -33.3%
carried_forward                                    件       2          1          -1   -50.0%
carried_forward  requester  natural_person         件       2          1          -1   -50.0%
carried_forward  requester  company                件       0          0           0        –
carried_forward  requester  research_institution   件       0          0           0        –
carried_forward  requester  public_interest_group  件       0          0           0        –
carried_forward  requester  law_firm               件       0          0           0        –
carried_forward  requester  other_organisation     件       0          0           0        –
reviews                                            件       4          5           1    25.0%
reviews          result     upheld                 件       1          3           2   200.0%
reviews          result     corrected              件       1          0          -1  -100.0%
reviews          result     other                  件       0          1           1        –
reviews          result     pending                件       2          1          -1   -50.0%
lawsuits                                           件       3          4           1    33.3%
lawsuits         route      direct                 件       3          2          -1   -33.3%
lawsuits         route      after_review           件       0          2           2        –
lawsuits         result     upheld                 件       2          3           1    50.0%
lawsuits         result     corrected              件       0          1           1        –
lawsuits         result     other                  件       0          0           0        –
lawsuits         result     pending                件       1          0          -1  -100.0%
documents        status     newly_made             件       2          –           –        –
documents        status     newly_published        件       2          –           –        –
documents        status     published_total        件      14          –           –        –
documents        status     issued                 件       –          2           –        –
documents        status     repealed               件       –          1           –        –
documents        status     in_force               件       –         15           –        –
decisions                                          件    2241       2086        -155    -6.9%
decisions        decision   licence                件    1310       1402          92     7.0%
decisions        decision   other_service          件      92          –           –        –
decisions        decision   penalty                件     801        655        -146   -18.2%
decisions        decision   coercion               件      38         29          -9   -23.7%
fees                                               万元     –  12.345678           –        –
items                                              项     485          –           –        –
items            item       licence                项      15          –           –        –
items            item       other_service          项      31          –           –        –
items            item       penalty                项     422          –           –        –
items            item       coercion               项      16          –           –        –
items            item       fee                    项       1          –           –        –
items_change                                       项    -172          –           –        –
items_change     item       licence                项       3          –           –        –
items_change     item       other_service          项     -11          –           –        –
items_change     item       penalty                项    -164          –           –        –
items_change     item       coercion               项       0          –           –        –
items_change     item       fee                    项       0          –           –        –
procurement                                        次      11          –           –        –
> compare applications of "示例县公安局" 2021 with "示例县教育局"
measure       dimension  member                 unit  示例县公安局  示例县教育局  difference  percent
applications                                    件              41            13         -28   -68.3%
applications  requester  natural_person         件              31            11         -20   -64.5%
applications  requester  company                件               7             2          -5   -71.4%
applications  requester  research_institution   件               1             0          -1  -100.0%
applications  requester  public_interest_group  件               0             0           0        –
applications  requester  law_firm               件               2             0          -2  -100.0%
applications  requester  other_organisation     件               0             0           0        –
applications  outcome    disclosed              件              21             8         -13   -61.9%
applications  outcome    partly_disclosed       件               5             1          -4   -80.0%
applications  outcome    withheld               件               6             1          -5   -83.3%
applications  outcome    unavailable            件               7             2          -5   -71.4%
applications  outcome    not_processed          件               0             1           1        –
applications  outcome    otherwise_closed       件               2             0          -2  -100.0%
> compare received of "示例县公安局" 2021 with 2020, 2022
measure   dimension  member                 unit  2021  2020  2022
received                                    件      40    34    53
received  requester  natural_person         件      30    25    41
received  requester  company                件       7     6     9
received  requester  research_institution   件       1     0     0
received  requester  public_interest_group  件       0     1     0
received  requester  law_firm               件       2     0     3
received  requester  other_organisation     件       0     2     0
> compare (withheld or unavailable) of applications of "示例县公安局" 2021 with 2020
measure                                    dimension  member  unit  2021  2020  difference  percent
(withheld or unavailable) of applications                     件      13     8          -5   -38.5%
> compare received of "示例县公安局" with peers 2021
measure   dimension  member                 unit  示例县公安局  median  p25  p75  n
received                                    件              40       –    –    –  0
received  requester  natural_person         件              30       –    –    –  –
received  requester  company                件               7       –    –    –  –
received  requester  research_institution   件               1       –    –    –  –
received  requester  public_interest_group  件               0       –    –    –  –
received  requester  law_firm               件               2       –    –    –  –
received  requester  other_organisation     件               0       –    –    –  –
> compare received of "示例县公安局" 2021 with "示例县教育局" 2022 to "compare.csv"

# What is wrong is said where it stands.
> compare received of "示例县公安局" with 2020
!2
compare.t:117:21: error: which year is compared with 2020?
  compare received of "示例县公安局" with 2020
                      ^~~~~~~~~~~~~~ write it behind the agency
> compare received of "示例县公安局" with "示例县教育局"
!2
compare.t:122:21: error: which year is compared?
  compare received of "示例县公安局" with "示例县教育局"
                      ^~~~~~~~~~~~~~ write it behind the agency, as in "compare "X" 2021 with "Y""
> compare received of "示例县公安局" 2019..2021 with 2022
!2
compare.t:127:21: error: one year at a time is compared
  compare received of "示例县公安局" 2019..2021 with 2022
                      ^~~~~~~~~~~~~~~~~~~~~~~~~
> compare received of "示例县公安局" 2021 with peers, 2022
!2
compare.t:132:40: error: peers are compared alone
  compare received of "示例县公安局" 2021 with peers, 2022
                                               ^~~~~
> compare received of "示例县公安局" 2021 with nobody
!2
compare.t:137:40: error: no report has the agency "nobody"
  compare received of "示例县公安局" 2021 with nobody
                                               ^~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> compare nothing of "示例县公安局" 2021 with 2022
!2
compare.t:142:9: error: there is no measure "nothing"
  compare nothing of "示例县公安局" 2021 with 2022
          ^~~~~~~ "help measures" lists what can be asked
> compare documents of "示例县公安局" 2031 with 2032
measure  dimension  member  unit  2031  2032  difference  percent
示例县公安局 has no report on 2031
示例县公安局 has no report on 2032

# A report beside itself, a report that is not there, peers of another year.
> compare received of "示例县公安局" 2021 with "示例县公安局" 2021
!2
compare.t:153:21: error: the report of "示例县公安局" on 2021 stands here twice
  compare received of "示例县公安局" 2021 with "示例县公安局" 2021
                      ^~~~~~~~~~~~~~~~~~~
> compare received of "示例县公安局" 2021 with 2022, 2022
!2
compare.t:158:21: error: the report of "示例县公安局" on 2022 stands here twice
  compare received of "示例县公安局" 2021 with 2022, 2022
                      ^~~~~~~~~~~~~~~~~~~
> compare received of "示例县公安局" 2018 with 2022
measure   dimension  member                 unit  2018  2022  difference  percent
received                                    件       –    53           –        –
received  requester  natural_person         件       –    41           –        –
received  requester  company                件       –     9           –        –
received  requester  research_institution   件       –     0           –        –
received  requester  public_interest_group  件       –     0           –        –
received  requester  law_firm               件       –     3           –        –
received  requester  other_organisation     件       –     0           –        –
示例县公安局 has no report on 2018
> compare procurement of "示例县公安局" 2021 with 2022
measure  dimension  member  unit  2021  2022  difference  percent
these reports have no such figure
> compare received of "示例县公安局" 2021 with peers 2022
!2
compare.t:176:46: error: the report is on 2021, and peers are those of its year
  ...ompare received of "示例县公安局" 2021 with peers 2022
                                                       ^~~~ write "with peers"
