# What rests on checks that fail, where clean, with doubt.
%load panel

# Nothing was checked: no marks.
> sum applications by year
year  applications
2019            24
2020            80
2021           226
2022           156
2023           183
reports 14 of 15 · 1 left out (unread or text)
> set format json
. sum received where year = 2022
{"statement": "sum received where year = 2022",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 161}],
 "coverage": {"reports": 3, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}

# The first question that asks what is clean has it checked, and figures carry marks from then on.
> sum applications by agency where clean and year = 2022
agency          applications
示例县人民政府            87
示例县公安局              52
reports 2 of 2
> sum applications by agency where year = 2022
agency          applications
示例县人民政府            87
示例县公安局              52
示例县教育局             !17
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> reports where not clean
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局          2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县教育局_2022.txt
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
reports 2 of 2 · 2 with failing checks
> count reports where clean or year = 2022
reports
     14
reports 14 of 14 · 1 with failing checks
> count reports where not (clean or year = 2021)
reports
      1
reports 1 of 1 · 1 with failing checks

# Only figures that rest on a cell in what fails carry the mark.
> sum applications by requester for "示例县教育局" 2022
requester              applications
natural_person                  !14
company                           3
research_institution              0
public_interest_group             0
law_firm                          0
other_organisation                0
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check
> stated applications by requester for "示例县教育局" 2022
requester              stated
natural_person            !16
company                     3
research_institution        0
public_interest_group       0
law_firm                    0
other_organisation          0
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check
> sum received by agency where year = 2023
agency                received
示例县教育局                12
示例市卫生健康委员会        60
示例省财政厅               110
reports 3 of 3
> sum reviews for "示例县教育局" 2022
reviews
      2
reports 1 of 1 · 1 with failing checks
> rate disclosed of applications by agency where year = 2022
agency              rate  numerator  denominator
示例县人民政府     55.2%         48           87
示例县公安局       55.8%         29           52
示例县教育局    !(10/17)        !10          !17
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> sum received by year change
year  received  previous  difference  percent
2019        23         –           –        –
2020        79        23          56   243.5%
2021       272        79         193   244.3%
2022      !161       272       !-111  !-40.8%
2023       182      !161         !21   !13.0%
reports 15 of 15 · 3 blanks taken as 0 · 2 with failing checks
! rests on a cell in a failing check
> avg received by year
year  received  n
2019     23.00  1
2020     39.50  2
2021     45.33  6
2022    !53.67  3
2023     60.67  3
reports 15 of 15 · 3 blanks taken as 0 · 2 with failing checks
! rests on a cell in a failing check
> last carried_forward by agency
agency                carried_forward
示例县人民政府                      7
示例县公安局                        2
示例县教育局                        1
示例县青山镇人民政府                0
示例市卫生健康委员会                4
示例省财政厅                        4
reports 15 of 15 · 2 with failing checks
> sum received by agency where year = 2022 rank
agency          received  rank
示例县人民政府        90     1
示例县公安局          53     2
示例县教育局         !18    !3
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> sum applications by year across requester
year  natural_person  company  research_institution  public_interest_group  law_firm  other_organisation
2019              19        4                     0                      0         1                   0
2020              59       16                     2                      1         0                   2
2021             165       42                     6                      2        10                   1
2022            !121       27                     0                      0         6                   2
2023             126       44                     3                      1         9                   0
reports 15 of 15 · 1 left out (unread or text) · 2 with failing checks
! rests on a cell in a failing check

# With doubt: both parts.
> sum applications by agency where year = 2022 with doubt
agency          applications  clean  doubtful
示例县人民政府            87     87         0
示例县公安局              52     52         0
示例县教育局             !17      0       !17
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> sum applications by year total with doubt
year   applications  clean  doubtful
2019             24     24         0
2020             80     80         0
2021            226    226         0
2022           !156    139       !17
2023            183    183         0

total          !669    652       !17
reports 14 of 15 · 1 left out (unread or text) · 2 with failing checks
! rests on a cell in a failing check
> sum applications by outcome where year = 2022 with doubt
outcome           applications  clean  doubtful
disclosed                  !87     77       !10
partly_disclosed           !13     13        !0
withheld                   !19     17        !2
unavailable                !24     21        !3
not_processed               !9      8        !1
otherwise_closed            !4      3        !1
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> sum applications by agency where year = 2022 with doubt top 1
agency          applications  clean  doubtful
示例县人民政府            87     87         0
reports 3 of 3 · 1 with failing checks
> gap applications by agency where year = 2022 with doubt
agency          gap  clean  doubtful
示例县人民政府    0      0         0
示例县公安局      0      0         0
示例县教育局     !2      0        !2
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check
> avg received by year with doubt
year  received  n  clean  doubtful
2019     23.00  1  23.00         –
2020     39.50  2  39.50         –
2021     45.33  6  44.80     48.00
2022    !53.67  3  71.50    !18.00
2023     60.67  3  60.67         –
reports 15 of 15 · 3 blanks taken as 0 · 2 with failing checks
! rests on a cell in a failing check
> rate disclosed of applications by year with doubt
year     rate  numerator  denominator    clean  doubtful
2019  (12/24)         12           24  (12/24)         –
2020    60.0%         48           80    60.0%         –
2021    57.1%        129          226    57.1%         –
2022   !55.8%        !87         !156    55.4%  !(10/17)
2023    64.5%        118          183    64.5%         –
reports 14 of 15 · 1 left out (unread or text) · 2 with failing checks
! rests on a cell in a failing check
> count reports by year with doubt
year  reports  clean  doubtful
2019        1      1         0
2020        2      2         0
2021        6      5         1
2022        3      2         1
2023        3      3         0
reports 15 of 15 · 2 with failing checks
> sum received where year = 2022 and clean with doubt
received  clean  doubtful
     143    143         0
reports 2 of 2
> set format csv
. sum applications by agency where year = 2022 with doubt
. sum applications by agency where year = 2022
agency,applications,clean,doubtful
示例县人民政府,87,87,0
示例县公安局,52,52,0
示例县教育局,17,0,17

agency,applications
示例县人民政府,87
示例县公安局,52
示例县教育局,17
> set format json
. sum received where year = 2022
. sum received where year = 2023
{"statement": "sum received where year = 2022",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 161}],
 "coverage": {"reports": 3, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": 1}}
{"statement": "sum received where year = 2023",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 182}],
 "coverage": {"reports": 3, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": 0}}

# Kept queries and other statements.
> define query tidy = sum received where clean by year
> run tidy
year  received
2019        23
2020        79
2021       224
2022       143
2023       182
reports 13 of 13 · 3 blanks taken as 0
> check T4 where clean and year = 2022
rule    severity  pass  pass*  fail  unknown  n/a
T4.sum  error        6      0     0        0    0
> diagnose where clean
no report in scope has an equation that fails
> compare "示例县教育局" 2022 with 2023
measure          dimension  member                 unit  2022  2023  difference   percent
received                                           件     !18    12         !-6   !-33.3%
received         requester  natural_person         件     !15    11         !-4   !-26.7%
received         requester  company                件       3     0          -3   -100.0%
received         requester  research_institution   件       0     0           0         –
received         requester  public_interest_group  件       0     0           0         –
received         requester  law_firm               件       0     1           1         –
received         requester  other_organisation     件       0     0           0         –
carried_in                                         件      !1     2          !1   !100.0%
carried_in       requester  natural_person         件      !1     2          !1   !100.0%
carried_in       requester  company                件       0     0           0         –
carried_in       requester  research_institution   件       0     0           0         –
carried_in       requester  public_interest_group  件       0     0           0         –
carried_in       requester  law_firm               件       0     0           0         –
carried_in       requester  other_organisation     件       0     0           0         –
applications                                       件     !17    13         !-4   !-23.5%
applications     requester  natural_person         件     !14    12         !-2   !-14.3%
applications     requester  company                件       3     0          -3   -100.0%
applications     requester  research_institution   件       0     0           0         –
applications     requester  public_interest_group  件       0     0           0         –
applications     requester  law_firm               件       0     1           1         –
applications     requester  other_organisation     件       0     0           0         –
applications     outcome    disclosed              件     !10    10          !0     !0.0%
applications     outcome    partly_disclosed       件      !0     0          !0         –
applications     outcome    withheld               件      !2     1         !-1   !-50.0%
applications     outcome    unavailable            件      !3     2         !-1   !-33.3%
applications     outcome    not_processed          件      !1     0         !-1  !-100.0%
applications     outcome    otherwise_closed       件      !1     0         !-1  !-100.0%
carried_forward                                    件      !2     1         !-1   !-50.0%
carried_forward  requester  natural_person         件      !2     1         !-1   !-50.0%
carried_forward  requester  company                件       0     0           0         –
carried_forward  requester  research_institution   件       0     0           0         –
carried_forward  requester  public_interest_group  件       0     0           0         –
carried_forward  requester  law_firm               件       0     0           0         –
carried_forward  requester  other_organisation     件       0     0           0         –
reviews                                            件       2     1          -1    -50.0%
reviews          result     upheld                 件       1     0          -1   -100.0%
reviews          result     corrected              件       0     1           1         –
reviews          result     other                  件       0     0           0         –
reviews          result     pending                件       1     0          -1   -100.0%
lawsuits                                           件       0     0           0         –
lawsuits         route      direct                 件       0     0           0         –
lawsuits         route      after_review           件       0     0           0         –
lawsuits         result     upheld                 件       0     0           0         –
lawsuits         result     corrected              件       0     0           0         –
lawsuits         result     other                  件       0     0           0         –
lawsuits         result     pending                件       0     0           0         –
documents        status     issued                 件       1     0          -1   -100.0%
documents        status     repealed               件       2     0          -2   -100.0%
documents        status     in_force               件       3     3           0      0.0%
decisions                                          件     294   307          13      4.4%
decisions        decision   licence                件     290   305          15      5.2%
decisions        decision   penalty                件       4     2          -2    -50.0%
decisions        decision   coercion               件       0     0           0         –
fees                                               万元     0  1.25        1.25         –
! rests on a cell in a failing check
> set blank unknown
. sum received by year where clean
year  received
2019        23
2020        79
2021         –
2022       143
2023       182
reports 13 of 13 · 3 blanks, unknown

# Another cell makes a report clean, or doubtful.
> what if stated applications where requester = natural_person for "示例县教育局" 2022 = 14, stated applications for "示例县教育局" 2022 = 17: sum applications where year = 2022 with doubt
applications  clean  doubtful
         156    156         0
reports 3 of 3
what if: stated applications where requester=natural_person for 示例县教育局 2022 = 14 instead of 16
what if: stated applications for 示例县教育局 2022 = 17 instead of 19
> what if received where requester = company for "示例县公安局" 2022 = 999: sum received by agency where year = 2022
agency          received
示例县人民政府        90
示例县公安局       !1043
示例县教育局         !18
reports 3 of 3 · 2 with failing checks
! rests on a cell in a failing check
what if: received where requester=company for 示例县公安局 2022 = 999 instead of 9
> sum received by agency where year = 2022
agency          received
示例县人民政府        90
示例县公安局          53
示例县教育局         !18
reports 3 of 3 · 1 with failing checks
! rests on a cell in a failing check

# Errors.
> sum applications by year having clean
!2
doubt.t:335:33: error: "clean" does not apply to a column of the answer
  sum applications by year having clean
                                  ^~~~~
> sum received, applications by year with doubt
!2
doubt.t:340:36: error: "with doubt" divides one figure in each row between clean and doubtful reports
  sum received, applications by year with doubt
                                     ^~~~~~~~~~ ask for that figure alone, without shares, changes, ranks, others or columns across
> share applications by outcome with doubt
!2
doubt.t:345:31: error: "with doubt" divides one figure in each row between clean and doubtful reports
  share applications by outcome with doubt
                                ^~~~~~~~~~ ask for that figure alone, without shares, changes, ranks, others or columns across
> sum received by agency top 1 with others with doubt
!2
doubt.t:350:42: error: "with doubt" divides one figure in each row between clean and doubtful reports
  sum received by agency top 1 with others with doubt
                                           ^~~~~~~~~~ ask for that figure alone, without shares, changes, ranks, others or columns across
> sum applications by year across requester with doubt
!2
doubt.t:355:43: error: "with doubt" divides one figure in each row between clean and doubtful reports
  sum applications by year across requester with doubt
                                            ^~~~~~~~~~ ask for that figure alone, without shares, changes, ranks, others or columns across
> sum received with doubt with doubt
!2
doubt.t:360:25: error: "with doubt" stands here twice
  sum received with doubt with doubt
                          ^~~~~~~~~~
> reports with doubt
!2
doubt.t:365:9: error: "with doubt" divides one figure in each row between clean and doubtful reports
  reports with doubt
          ^~~~~~~~~~ ask for that figure alone, without shares, changes, ranks, others or columns across
> define check own "x" where clean : received >= 0
!2
doubt.t:370:28: error: a rule cannot ask which reports are clean: that rests on what the rules say
  define check own "x" where clean : received >= 0
                             ^~~~~
> define check own "x" : clean
!2
doubt.t:375:24: error: a formula compares: it has no "clean" here
  define check own "x" : clean
                         ^~~~~
> sum applications where clean or outcome = withheld
!2
doubt.t:380:24: error: this joins a condition on members and one on reports by "or"
  sum applications where clean or outcome = withheld
                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~ ask in two statements: a figure has one set of cells for all its reports
> define measure tidy = applications where clean
!2
doubt.t:385:42: error: a formula chooses cells of the form: conditions on reports belong to the question
  define measure tidy = applications where clean
                                           ^~~~~

# What was found is kept with the panel, for those too who may not write it; what they try is not.
$ ogi --no-init -d k.db --quiet examples/reports -c 'check severity error' >found 2>&1; before=$(cksum <k.db); ogi --no-init -d k.db --readonly -c 'sum received by agency where year=2023 and agency ~ 县公安局' -c 'define check few "few" for each agency: received < 40' -c 'check few where year=2023 and agency ~ 县公安局' -c 'sum received by agency where year=2023 and agency ~ 县公安局'; test "$before" = "$(cksum <k.db)" && echo same
agency        received
示例县公安局       !47

error few  示例县公安局 2023  received  47 against 40 (difference 7)
  few
  examples/reports/示例县公安局_2023.txt: line 24, cell 2
rule  severity  pass  pass*  fail  unknown  n/a
few   error        0      0     1        0    0

agency        received
示例县公安局       !47
same
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check
reports 1 of 1 · 1 with failing checks
! rests on a cell in a failing check

# A figure does not rest on a report that is left out of it, nor `last` on the years before.
> avg applications by agency where agency = "示例市卫生健康委员会"
agency                applications  n
示例市卫生健康委员会         53.00  2
reports 2 of 3 · 1 left out (unread or text) · 1 with failing checks
> last carried_in by agency where agency = "示例县教育局"
agency        carried_in
示例县教育局           2
reports 3 of 3 · 1 blank taken as 0 · 1 with failing checks
> first carried_in by agency where agency = "示例县教育局"
agency        carried_in
示例县教育局           0
reports 3 of 3 · 1 blank taken as 0 · 1 with failing checks
