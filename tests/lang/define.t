# Formulas under a name: where they stand, how they are shown, kept, dropped and changed, and what is refused.
# Each case is a session of its own: what was defined before it comes from the panel.
%load panel

# --- What ships with ogi
> show rates
kind  name                     chinese       formula                                   defined_in
rate  disclosure_rate          实质公开率    substantive of applications               stdlib/measures.ogi:14
rate  full_disclosure_rate     全部公开率    disclosed of applications                 stdlib/measures.ogi:16
rate  refusal_rate             不予公开率    withheld of applications                  stdlib/measures.ogi:18
rate  not_held_rate            信息不存在率  not_held of applications                  stdlib/measures.ogi:20
rate  not_processed_rate       不予处理率    not_processed of applications             stdlib/measures.ogi:22
rate  carry_over_rate          结转率        carried_forward of received + carried_in  stdlib/measures.ogi:24
rate  review_correction_rate   复议纠错率    corrected of concluded_reviews            stdlib/measures.ogi:34
rate  lawsuit_correction_rate  诉讼纠错率    corrected of concluded_lawsuits           stdlib/measures.ogi:36
rate  dispute_rate             争议率        disputes of applications                  stdlib/measures.ogi:38
> show measures
kind     name                chinese     formula                                        defined_in
measure  substantive         实质公开    disclosed or partly_disclosed of applications  stdlib/measures.ogi:12
measure  concluded_reviews   已审结复议  not pending of reviews                         stdlib/measures.ogi:28
measure  concluded_lawsuits  已审结诉讼  not pending of lawsuits                        stdlib/measures.ogi:30
measure  disputes            争议        concluded_reviews + concluded_lawsuits         stdlib/measures.ogi:32
"help measures" lists those of the form
> show rate 败诉率
what        value
rate        lawsuit_correction_rate
Chinese     诉讼纠错率
English     lawsuit correction rate
also        败诉率
formula     corrected of concluded_lawsuits
form        cn
source      common in the assessment reports of the field: 结果纠正 over the lawsuits that were concluded
defined in  stdlib/measures.ogi:36
> rate disclosure_rate by year own reports
year  disclosure_rate  numerator  denominator
2019          (14/24)         14           24
2020            68.8%         55           80
2021            67.7%        153          226
2022            64.1%        100          156
2023            74.3%        136          183
reports 14 of 15 · 1 left out (unread or text)
> rate 实质公开率 where year=2021 own reports
disclosure_rate  numerator  denominator
          67.7%        153          226
reports 5 of 6 · 1 left out (unread or text)
> rate full_disclosure_rate by edition own reports
edition  full_disclosure_rate  numerator  denominator
2019                    57.8%         63          109
2021                    59.1%        331          560
reports 14 of 15 · 1 left out (unread or text)
> rate refusal_rate by edition own reports
edition  refusal_rate  numerator  denominator
2019             8.3%          9          109
2021            10.0%         56          560
reports 14 of 15 · 1 left out (unread or text)
> rate not_held_rate by edition own reports
edition  not_held_rate  numerator  denominator
2019             14.7%         16          109
2021             13.6%         76          560
reports 14 of 15 · 1 left out (unread or text)
> rate not_processed_rate by edition own reports
edition  not_processed_rate  numerator  denominator
2019                   2.8%          3          109
2021                   3.2%         18          560
reports 14 of 15 · 1 left out (unread or text)
> rate carry_over_rate by year own reports
year  carry_over_rate  numerator  denominator
2019           (1/25)          1           25
2020             5.9%          5           85
2021             4.5%         13          287
2022             6.6%         11          167
2023             4.7%          9          192
reports 15 of 15 · 4 blanks taken as 0
> rate review_correction_rate by edition own reports
edition  review_correction_rate  numerator  denominator
2019                      (1/6)          1            6
2021                      15.8%          6           38
reports 15 of 15
> rate lawsuit_correction_rate by edition own reports
edition  lawsuit_correction_rate  numerator  denominator
2019                       (0/4)          0            4
2021                      (2/26)          2           26
reports 15 of 15
> rate dispute_rate by edition own reports
edition  dispute_rate  numerator  denominator
2019             9.2%         10          109
2021            11.1%         62          560
reports 14 of 15 · 1 left out (unread or text)
# A state at the end of a year does not add up over years, in a formula either.
> rate carry_over_rate own reports
!2
stdlib/measures.ogi:24:55: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  ...rate carry_over_rate "结转率" "carry-over rate" = carried_forward of received + carried_in
                                                       ^~~~~~~~~~~~~~~ write "by year", or one year in "where"
define.t:90:6: note: used here
  rate carry_over_rate own reports
       ^~~~~~~~~~~~~~~

# --- Measures of one's own
> define measure granted "提供" "granted" "答应" = disclosed or partly_disclosed of applications source "a test"
> define measure to_companies = disclosed or partly_disclosed of applications where requester=company
> define measure burden = received + carried_in
> show measure granted
what        value
measure     granted
Chinese     提供
English     granted
also        答应
formula     disclosed or partly_disclosed of applications
form        cn
source      a test
defined in  define.t:100
> describe 答应
what        value
measure     granted
Chinese     提供
English     granted
also        答应
formula     disclosed or partly_disclosed of applications
form        cn
source      a test
defined in  define.t:100
> sum granted, substantive, to_companies by year own reports
year  granted  substantive  to_companies
2019       14           14             3
2020       55           55            11
2021      189          189            38
2022      100          100            18
2023      136          136            33
reports 15 of 15
> sum 提供 where year=2021 by requester own reports
requester              granted
natural_person             142
company                     38
research_institution         3
public_interest_group        0
law_firm                     6
other_organisation           0
reports 6 of 6
> sum burden by year own reports
year  burden
2019      25
2020      85
2021     287
2022     167
2023     192
reports 15 of 15 · 4 blanks taken as 0
> avg granted by year own reports
year  granted  n
2019    14.00  1
2020    27.50  2
2021    31.50  6
2022    33.33  3
2023    45.33  3
reports 15 of 15
> share granted by outcome where year=2021 own reports
outcome           share  granted
disclosed         85.7%      162
partly_disclosed  14.3%       27
reports 6 of 6
> sum granted by year change own reports
year  granted  previous  difference  percent
2019       14         –           –        –
2020       55        14          41   292.9%
2021      189        55         134   243.6%
2022      100       189         -89   -47.1%
2023      136       100          36    36.0%
reports 15 of 15
> sum granted by year having granted > 100 own reports
year  granted
2021      189
2023      136
reports 15 of 15
> sum granted by agency order by 提供 desc limit 2 own reports
agency                granted
示例省财政厅              153
示例市卫生健康委员会      113
reports 15 of 15
> top 2 agencies by sum granted by year own reports
agency                year  granted
示例省财政厅          2021       70
示例省财政厅          2023       83
示例市卫生健康委员会  2020       34
示例市卫生健康委员会  2021       36
示例市卫生健康委员会  2023       43
reports 15 of 15
> sum disclosed of granted where year=2021 own reports
disclosed of granted
                 162
reports 6 of 6
> reports where granted > 60
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例省财政厅  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例省财政厅_2021.txt
示例省财政厅  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
reports 2 of 2
> stated burden where year=2021 own reports
!2
define.t:196:8: error: "stated" takes one measure
  stated burden where year=2021 own reports
         ^~~~~~
> define measure handled = applications
> gap handled by year own reports
year  gap
2019    0
2020    0
2021    0
2022    2
2023    0
reports 14 of 15 · 1 left out (unread, text or without its total)
> compare granted of "示例县公安局" 2021 with 2022
measure  dimension  member  unit  2021  2022  difference  percent
granted                     件      26    34           8    30.8%

# --- Rates of one's own
> define rate grant_rate "提供率" = granted of applications
> define rate company_rate = to_companies of applications where requester=company
> rate grant_rate by year own reports
year  grant_rate  numerator  denominator
2019     (14/24)         14           24
2020       68.8%         55           80
2021       67.7%        153          226
2022       64.1%        100          156
2023       74.3%        136          183
reports 14 of 15 · 1 left out (unread or text)
> rate company_rate by year own reports
year  company_rate  numerator  denominator
2019         (3/4)          3            4
2020       (11/16)         11           16
2021         71.4%         30           42
2022       (18/27)         18           27
2023         75.0%         33           44
reports 14 of 15 · 1 left out (unread or text)
> rate grant_rate by year across requester own reports
year  natural_person  company  research_institution  public_interest_group  law_firm  other_organisation
2019         (11/19)    (3/4)                     –                      –     (0/1)                   –
2020           71.2%  (11/16)                 (1/2)                  (1/1)         –               (0/2)
2021           69.1%    71.4%                 (3/6)                  (0/2)    (6/10)               (0/1)
2022           62.8%  (18/27)                     –                      –     (6/6)               (0/2)
2023           75.4%    75.0%                 (2/3)                  (0/1)     (6/9)                   –
reports 15 of 15 · 1 left out (unread or text)
> rate grant_rate by year change own reports
year  grant_rate  numerator  denominator  previous  difference  percent
2019     (14/24)         14           24         –           –        –
2020       68.8%         55           80   (14/24)     10.4 pp    17.9%
2021       67.7%        153          226     68.8%     -1.1 pp    -1.5%
2022       64.1%        100          156     67.7%     -3.6 pp    -5.3%
2023       74.3%        136          183     64.1%     10.2 pp    15.9%
reports 14 of 15 · 1 left out (unread or text)
> rate grant_rate by agency order by grant_rate desc top 2 own reports
agency                grant_rate  numerator  denominator
示例省财政厅               72.9%        153          210
示例市卫生健康委员会       72.6%         77          106
reports 14 of 15 · 1 left out (unread or text)
> rate grant_rate by year having 提供率 > 65% own reports
year  grant_rate  numerator  denominator
2020       68.8%         55           80
2021       67.7%        153          226
2023       74.3%        136          183
reports 14 of 15 · 1 left out (unread or text)
> rate grant_rate by year having rate > 65% own reports
year  grant_rate  numerator  denominator
2020       68.8%         55           80
2021       67.7%        153          226
2023       74.3%        136          183
reports 14 of 15 · 1 left out (unread or text)
> top 1 agencies by rate grant_rate by year own reports
agency        year  grant_rate  numerator  denominator
示例省财政厅  2021       70.7%         70           99
示例省财政厅  2023       74.8%         83          111
reports 14 of 15 · 1 left out (unread or text)
> rate grant_rate as x where year=2021 own reports
    x  numerator  denominator
67.7%        153          226
reports 5 of 6 · 1 left out (unread or text)
> compare grant_rate of "示例县公安局" 2021 with 2022
measure     dimension  member  unit   2021   2022  difference  percent
grant_rate                           63.4%  65.4%      2.0 pp     3.1%
> rate to_companies of granted where year=2021 own reports
 rate  numerator  denominator
20.1%         38          189
reports 6 of 6

# --- What it comes to: the cells, the plan; machine formats are named after the definition
$ ogi --no-init -d panel.db --format csv -c 'rate grant_rate where year=2021 own reports' -c 'sum granted where year=2021 own reports'
grant_rate,numerator,denominator
0.6769911504424779,153,226

granted
189
$ ogi --no-init -d panel.db --quiet -c 'set names zh' -c 'rate grant_rate by year own reports'
年份   提供率  分子  分母
2019  (14/24)    14    24
2020    68.8%    55    80
2021    67.7%   153   226
2022    64.1%   100   156
2023    74.3%   136   183
> explain plan rate company_rate by year
compute: rate, over reports that have both sides
scope: all reports
with: company_rate = to_companies of applications where requester=company
with: to_companies = disclosed or partly_disclosed of applications where requester=company
keys: year
column: numerator in 件
column: denominator in 件
groups:
  numerator: cells 34..35
  denominator: cells 34..55
ask first: does a consolidated report stand beside one it covers?
$ ogi --no-init -d panel.db --quiet -c 'sum to_companies where year=2021 and agency="示例县公安局"' -c 'trace 1,1'
to_companies
           5

agency        year  table  row                                column                   printed  value  state   file                                    place
示例县公安局  2021  三     三、本年度办理结果/（一）予以公开  法人或其他组织/商业企业  5            5  number  tests/data/panel/示例县公安局_2021.txt  line 25, cell 4

# --- Kept, replaced, dropped
> show definitions
kind     name                     chinese       formula                                                                defined_in
measure  substantive              实质公开      disclosed or partly_disclosed of applications                          stdlib/measures.ogi:12
rate     disclosure_rate          实质公开率    substantive of applications                                            stdlib/measures.ogi:14
rate     full_disclosure_rate     全部公开率    disclosed of applications                                              stdlib/measures.ogi:16
rate     refusal_rate             不予公开率    withheld of applications                                               stdlib/measures.ogi:18
rate     not_held_rate            信息不存在率  not_held of applications                                               stdlib/measures.ogi:20
rate     not_processed_rate       不予处理率    not_processed of applications                                          stdlib/measures.ogi:22
rate     carry_over_rate          结转率        carried_forward of received + carried_in                               stdlib/measures.ogi:24
measure  concluded_reviews        已审结复议    not pending of reviews                                                 stdlib/measures.ogi:28
measure  concluded_lawsuits       已审结诉讼    not pending of lawsuits                                                stdlib/measures.ogi:30
measure  disputes                 争议          concluded_reviews + concluded_lawsuits                                 stdlib/measures.ogi:32
rate     review_correction_rate   复议纠错率    corrected of concluded_reviews                                         stdlib/measures.ogi:34
rate     lawsuit_correction_rate  诉讼纠错率    corrected of concluded_lawsuits                                        stdlib/measures.ogi:36
rate     dispute_rate             争议率        disputes of applications                                               stdlib/measures.ogi:38
measure  granted                  提供          disclosed or partly_disclosed of applications                          define.t:100
measure  to_companies                           disclosed or partly_disclosed of applications where requester=company  define.t:101
measure  burden                                 received + carried_in                                                  define.t:102
measure  handled                                applications                                                           define.t:201
rate     grant_rate               提供率        granted of applications                                                define.t:215
rate     company_rate                           to_companies of applications where requester=company                   define.t:216
"help measures" lists those of the form
> define measure granted "提供" = disclosed of applications
> sum granted where year=2021 own reports
granted
    162
reports 6 of 6
> rate grant_rate where year=2021 own reports
grant_rate  numerator  denominator
     57.1%        129          226
reports 5 of 6 · 1 left out (unread or text)
> drop measure granted
!2
define.t:348:14: error: the rate "grant_rate" rests on it
  drop measure granted
               ^~~~~~~ drop or change that first
> drop rate grant_rate
> drop measure granted
> sum granted
!2
define.t:355:5: error: there is no measure "granted"
  sum granted
      ^~~~~~~ "help measures" lists what can be asked
> drop measure handled; drop measure burden
# A name of one's own hides one that ships; that uses none of one's own.
> define measure substantive = disclosed of applications
$ ogi --no-init -d panel.db --quiet -c 'sum substantive where year=2021 own reports' -c 'rate disclosure_rate where year=2021 own reports' -c 'drop measure substantive' -c 'sum substantive where year=2021 own reports'
substantive
        162

disclosure_rate  numerator  denominator
          67.7%        153          226

substantive
        189
# Nothing changes in a panel that may not be written: what is defined lasts for the session.
$ before=$(cksum <panel.db); ogi --no-init -d panel.db --readonly --quiet -c 'define measure for_now = received' -c 'sum for_now where year=2021 own reports'; test "$before" = "$(cksum <panel.db)" && echo same; ogi --no-init -d panel.db -c 'sum for_now' 2>&1 | head -1
for_now
    272
same
-c:1:5: error: there is no measure "for_now"
# A script of definitions.
$ printf '# ours\ndefine measure a1 "甲" =\n  disclosed\n  of applications # so far\ndefine rate r1 = a1 of applications\n' >defs.ogi; ogi --no-init -d panel.db --quiet -c 'use "defs.ogi"' -c 'show rate r1' -c 'show measure a1'; ogi --no-init -d panel.db --quiet -c 'rate r1 where year=2021 own reports'
what        value
rate        r1
formula     a1 of applications
form        cn
defined in  defs.ogi:5

what        value
measure     a1
Chinese     甲
formula     disclosed of applications
form        cn
defined in  defs.ogi:2
   r1  numerator  denominator
57.1%        129          226
# The answer that was last is forgotten when a name may mean something else.
$ ogi --no-init -d panel.db --quiet --keep-going -c 'sum a1' -c 'define measure a1 = received' -c 'trace 1,1'
!2
 a1
427
-c#3:1:1: error: there is no answer yet to trace
  trace 1,1
  ^~~~~~~~~ ask a question first, then trace a row and a column of its answer
# In the editor.
$ EDITOR="sed -i s/received/carried_in/" VISUAL= ogi --no-init -d panel.db -c 'edit measure a1' -c 'show measure a1'
what        value
measure     a1
formula     carried_in
form        cn
defined in  edit:1
$ VISUAL="sed -i s/carried_in/caried_in/" ogi --no-init -d panel.db -c 'edit measure a1' 2>&1 | sed 's/ogi-......\.ogi/FILE/'; ogi --no-init -d panel.db --quiet -c 'show measure a1'; rm -f "${TMPDIR:-/tmp}"/ogi-??????.ogi
edit:1:21: error: there is no measure "caried_in"
  define measure a1 = caried_in
                      ^~~~~~~~~ did you mean "carried_in"?
what you wrote is in /tmp/FILE
what        value
measure     a1
formula     carried_in
form        cn
defined in  edit:1
$ VISUAL=false ogi --no-init -d panel.db -c 'edit measure a1'
!4
-c:1:14: error: the editor "false" ended with an error: nothing is changed
  edit measure a1
               ^~ the environment variable EDITOR names it
$ VISUAL=true ogi --no-init -d panel.db --safe -c 'edit measure a1'
!2
-c:1:1: error: --safe allows no statement to touch a file
  edit measure a1
  ^~~~~~~~~~~~~~~

# --- Names
> define measure received = applications
!2
define.t:431:16: error: "received" is a measure of the form already
  define measure received = applications
                 ^~~~~~~~
> define measure withheld = applications
!2
define.t:436:16: error: "withheld" is a member of the form already
  define measure withheld = applications
                 ^~~~~~~~
> define measure 自然人 = applications
!2
define.t:441:16: error: "自然人" is a member of the form already
  define measure 自然人 = applications
                 ^~~~~~ it is a name of "natural_person"
> define measure year = applications
!2
define.t:446:16: error: "year" is a word of the language
  define measure year = applications
                 ^~~~
> define measure blank = applications
!2
define.t:451:16: error: "blank" is a word of the language
  define measure blank = applications
                 ^~~~~
> define measure a.b = applications
!2
define.t:456:16: error: the name of a definition is one plain word; others stand behind it as strings
  define measure a.b = applications
                 ^~~
> define measure "x y" = applications
!2
define.t:461:16: error: the name of a definition is one plain word; others stand behind it as strings
  define measure "x y" = applications
                 ^~~~~
> define measure x "received" = applications
!2
define.t:466:18: error: "received" is a measure of the form already
  define measure x "received" = applications
                   ^~~~~~~~~~
> define measure x 3 = applications
!2
define.t:471:18: error: behind its name a definition has other names as strings, then "="
  define measure x 3 = applications
                   ^
> define rate r2 "甲" = a1 of applications
> sum grantd
!2
define.t:477:5: error: there is no measure "grantd"
  sum grantd
      ^~~~~~ "help measures" lists what can be asked
> sum to_company
!2
define.t:482:5: error: there is no measure "to_company"
  sum to_company
      ^~~~~~~~~~ did you mean "to_companies"?
> rate disclosure_rat
!2
define.t:487:1: error: a rate is one figure of another
  rate disclosure_rat
  ^~~~~~~~~~~~~~~~~~~ did you mean "disclosure_rate"?
> rate a1
!2
define.t:492:1: error: a rate is one figure of another
  rate a1
  ^~~~~~~ write "rate a1 of carried_in"
> sum disclosure_rate
!2
define.t:497:5: error: there is no measure "disclosure_rate"
  sum disclosure_rate
      ^~~~~~~~~~~~~~~ it is a rate: write "rate disclosure_rate"
> reports where disclosure_rate > 40%
!2
define.t:502:15: error: "disclosure_rate" is a rate: it is compared in "having", on the rows of an answer
  reports where disclosure_rate > 40%
                ^~~~~~~~~~~~~~~ write "rate disclosure_rate by agency having disclosure_rate > 40%"
> show rate disclosure
!2
define.t:507:11: error: no rate "disclosure" is defined
  show rate disclosure
            ^~~~~~~~~~ did you mean "disclosure_rate"?
> show measure disclosure_rate
!2
define.t:512:14: error: no measure "disclosure_rate" is defined
  show measure disclosure_rate
               ^~~~~~~~~~~~~~~ "disclosure_rate" is a rate
> show measure received
what        value
measure     received
Chinese     新收申请
English     new applications
also        本年新收; 一、本年新收政府信息公开申请数量
type        flow
unit        件
dimensions  requester
form        cn
printed in  cn.2019 (table 三), cn.2021 (table 三)
measure     received
Chinese     收到的申请
English     requests received
also        Number of Requests Received in Fiscal Year; Requests Received in Fiscal Year
type        flow
unit        requests
form        us_foia
printed in  us_foia.2008 (table V.A)
> show nonsense
!2
define.t:536:1: error: nothing of the kind "nonsense" is defined
  show nonsense
  ^~~~~~~~~~~~~ it can be measures, rates, queries or definitions
> drop rate disclosure_rate
!2
define.t:541:11: error: "disclosure_rate" ships with ogi and stays; one of your own may take its name
  drop rate disclosure_rate
            ^~~~~~~~~~~~~~~
> drop measure received
!2
define.t:546:14: error: no measure "received" is defined
  drop measure received
               ^~~~~~~~
> describe disclosure_rat
!2
define.t:551:10: error: nothing is called "disclosure_rat"
  describe disclosure_rat
           ^~~~~~~~~~~~~~ did you mean "disclosure_rate"?

# --- Bodies
> define measure x = disclosed of aplications
!2
define.t:558:33: error: there is no measure "aplications"
  define measure x = disclosed of aplications
                                  ^~~~~~~~~~~ did you mean "applications"?
> define measure x = applications where outcome=discloed
!2
define.t:563:47: error: no member "discloed" in dimension outcome
  define measure x = applications where outcome=discloed
                                                ^~~~~~~~ did you mean "disclosed"?
> define measure x = applications where year=2021
!2
define.t:568:39: error: a formula chooses cells of the form: conditions on reports belong to the question
  define measure x = applications where year=2021
                                        ^~~~~~~~~
> define measure x = applications where result=upheld
!2
define.t:573:39: error: "applications" has no dimension "result": the form has no such cell
  define measure x = applications where result=upheld
                                        ^~~~~~ it divides "reviews" or "lawsuits"
> define measure x = received + fees
!2
define.t:578:31: error: "fees" is in 万元, "received" in 件: they do not add
  define measure x = received + fees
                                ^~~~ parted by a comma each gets a column of its own
> define measure x = received + x
!2
define.t:583:31: error: "x" rests on itself: x → x
  define measure x = received + x
                                ^
> define rate x = fees of received
!2
define.t:588:17: error: "fees" is in 万元, "received" in 件: one is no part of the other
  define rate x = fees of received
                  ^~~~~~~~~~~~~~~~
> define rate x = withheld
!2
define.t:593:25: error: the statement ends too early: expected "and", "or", "of", "+", "-" or "."
  define rate x = withheld
                          ^
> define rate x = disclosure_rate of applications
!2
define.t:598:17: error: "applications" has no member "disclosure_rate"
  define rate x = disclosure_rate of applications
                  ^~~~~~~~~~~~~~~
> define measure x =
!2
define.t:603:19: error: the statement ends too early: expected a name, a string, "not" or "("
  define measure x =
                    ^
# A circle that a change would close is shown with the definition that closes it.
> define measure x = received
> define measure y = x + carried_in
> define measure x = y
!2
define.t:610:20: error: "x" rests on itself: x → y → x
  define measure y = x + carried_in
                     ^
define.t:611:20: note: used here
  define measure x = y
                     ^
# A mistake that shows only in the question stands in the question; one in the body, in the body, and then where it was used.
> sum y where outcome=disclosed
!2
define.t:620:13: error: "received" has no dimension "outcome": the form has no such cell
  sum y where outcome=disclosed
              ^~~~~~~ it divides "applications"
> drop measure x
!2
define.t:625:14: error: the measure "y" rests on it
  drop measure x
               ^ drop or change that first
$ ogi --no-init -d panel.db --keep-going -c 'define measure z = disclosed of applications' -c 'define rate zz = z of applications' -c 'rate zz by yeer' -c 'stated z by outcome'
!2
outcome    stated
disclosed     427
-c#3:1:12: error: there is no dimension "yeer"
  rate zz by yeer
             ^~~~ did you mean "year"?
reports 15 of 15

# --- Another form does not see what is defined for this one.
> use form us_foia; show rates
kind  name  chinese  formula  defined_in
nothing of this kind is defined
> use form us_foia; rate disclosure_rate
!2
define.t:643:24: error: "disclosure_rate" is a rate of the form "cn", not of "us_foia"
  use form us_foia; rate disclosure_rate
                         ^~~~~~~~~~~~~~~
> use form us_foia; sum a1
!2
define.t:648:23: error: "a1" is a measure of the form "cn", not of "us_foia"
  use form us_foia; sum a1
                        ^~
> rate disclosure_rate where form=us_foia
!2
define.t:653:6: error: "disclosure_rate" is a rate of the form "cn", not of "us_foia"
  rate disclosure_rate where form=us_foia
       ^~~~~~~~~~~~~~~
> use form us_foia; define measure full = full_grant of dispositions
> show measure full
what        value
measure     full
formula     full_grant of dispositions
form        us_foia
defined in  define.t:658
> use form cn; sum full
!2
define.t:665:18: error: "full" is a measure of the form "us_foia", not of "cn"
  use form cn; sum full
                   ^~~~
