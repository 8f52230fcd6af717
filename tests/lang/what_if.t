# What if a cell held another number: on the panel itself, which stays as it is.
%load panel

# A printed total, and what the leaves leave of it.
> gap applications for "示例县公安局" 2022
gap
  0
reports 1 of 1
> what if stated applications for "示例县公安局" 2022 = 131: gap applications for "示例县公安局" 2022
gap
 79
reports 1 of 1
what if: stated applications for 示例县公安局 2022 = 131 instead of 52
# A leaf, in every shape of question: sums kept by the loader, sums over reports, averages.
> what if applications where requester=natural_person and outcome=disclosed for "示例县公安局" 2022 = 500: sum applications by year mixed ok
year  applications
2019            24
2020            80
2021           226
2022           636
2023           183
reports 14 of 15 · 1 left out (unread or text)
what if: applications where requester=natural_person and outcome=disclosed for 示例县公安局 2022 = 500 instead of 20
> what if applications where requester=natural_person and outcome=disclosed for "示例县公安局" 2022 = 500: sum applications by outcome where agency="示例县公安局" and year=2022
outcome           applications
disclosed                  509
partly_disclosed             5
withheld                     7
unavailable                  7
not_processed                3
otherwise_closed             1
reports 1 of 1
what if: applications where requester=natural_person and outcome=disclosed for 示例县公安局 2022 = 500 instead of 20
> what if applications where requester=natural_person and outcome=disclosed for "示例县公安局" 2022 = 500: avg applications by agency where year=2022
agency          applications  n
示例县人民政府         87.00  1
示例县公安局          532.00  1
示例县教育局           17.00  1
reports 3 of 3
what if: applications where requester=natural_person and outcome=disclosed for 示例县公安局 2022 = 500 instead of 20
> what if applications where requester=natural_person and outcome=disclosed for "示例县公安局" 2022 = 500: rate disclosure_rate where year=2022 by agency
agency          disclosure_rate  numerator  denominator
示例县人民政府            64.4%         56           87
示例县公安局              96.6%        514          532
示例县教育局            (10/17)         10           17
reports 3 of 3
what if: applications where requester=natural_person and outcome=disclosed for 示例县公安局 2022 = 500 instead of 20
> what if applications where requester=natural_person and outcome=disclosed for "示例县公安局" 2022 = 500: reports where applications > 400
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县公安局  2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县公安局_2022.html
reports 1 of 1
what if: applications where requester=natural_person and outcome=disclosed for 示例县公安局 2022 = 500 instead of 20
> what if applications where requester=natural_person and outcome=disclosed for "示例县公安局" 2022 = 0: compare applications of "示例县公安局" 2021 with 2022
measure       dimension  member                 unit  2021  2022  difference  percent
applications                                    件      41    32          -9   -22.0%
applications  requester  natural_person         件      31    20         -11   -35.5%
applications  requester  company                件       7     9           2    28.6%
applications  requester  research_institution   件       1     0          -1  -100.0%
applications  requester  public_interest_group  件       0     0           0        –
applications  requester  law_firm               件       2     3           1    50.0%
applications  requester  other_organisation     件       0     0           0        –
applications  outcome    disclosed              件      21     9         -12   -57.1%
applications  outcome    partly_disclosed       件       5     5           0     0.0%
applications  outcome    withheld               件       6     7           1    16.7%
applications  outcome    unavailable            件       7     7           0     0.0%
applications  outcome    not_processed          件       0     3           3        –
applications  outcome    otherwise_closed       件       2     1          -1   -50.0%
what if: applications where requester=natural_person and outcome=disclosed for 示例县公安局 2022 = 0 instead of 20
# Several cells, by commas and by and; 0 where there was a number, a number where there was 0.
> what if received where requester=company for "示例县公安局" 2022 = 12 and received where requester=natural_person for "示例县公安局" 2022 = 0, received where requester=law_firm for "示例县公安局" 2022 = 4: sum received by requester for "示例县公安局" 2022
requester              received
natural_person                0
company                      12
research_institution          0
public_interest_group         0
law_firm                      4
other_organisation            0
reports 1 of 1
what if: received where requester=company for 示例县公安局 2022 = 12 instead of 9
what if: received where requester=natural_person for 示例县公安局 2022 = 0 instead of 41
what if: received where requester=law_firm for 示例县公安局 2022 = 4 instead of 3
# Money, exactly.
> what if fees for "示例县公安局" 2022 = 1.23456789: sum fees for "示例县公安局" 2022
      fees
1.23456789
reports 1 of 1
what if: fees for 示例县公安局 2022 = 1.23456789 instead of 9.5
# A blank cell, an unread one and an inferred one hold the number for as long; the counts of them follow.
> reports where blank > 0 or unread > 0
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局          2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
reports 2 of 2
> what if applications where requester=natural_person and outcome=not_held for "示例市卫生健康委员会" 2021 = 3: sum applications where outcome=not_held by requester for "示例市卫生健康委员会" 2021
requester              applications
natural_person                    3
company                           –
research_institution              –
public_interest_group             –
law_firm                          –
other_organisation                –
reports 1 of 1 · 1 left out (unread or text)
what if: applications where requester=natural_person and outcome=not_held for 示例市卫生健康委员会 2021 = 3 instead of unread
> sum received by requester for "示例县教育局" 2021
requester              received
natural_person               12
company                       2
research_institution          0
public_interest_group         0
law_firm                      0
other_organisation            0
reports 1 of 1 · 3 blanks taken as 0
> what if received where requester=law_firm for "示例县教育局" 2021 = 7: sum received by requester for "示例县教育局" 2021
requester              received
natural_person               12
company                       2
research_institution          0
public_interest_group         0
law_firm                      7
other_organisation            0
reports 1 of 1 · 2 blanks taken as 0
what if: received where requester=law_firm for 示例县教育局 2021 = 7 instead of blank
> what if stated reviews for "示例县教育局" 2021 = 2: gap reviews for "示例县教育局" 2021
gap
  1
reports 1 of 1
what if: stated reviews for 示例县教育局 2021 = 2 instead of blank
> what if received where requester=law_firm for "示例县教育局" 2021 = 7: reports where blank > 0
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局  2021  2021         7       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
reports 1 of 1
what if: received where requester=law_firm for 示例县教育局 2021 = 7 instead of blank
# show report has it in its place.
> what if stated received for "示例县公安局" 2022 = 99: show report "示例县公安局" 2022 table 3 to "x.csv"
$ grep -c 99 x.csv
1
> what if fees for "示例县公安局" 2022 = 1.50: show report "示例县公安局" 2022 table 2 to "x.csv"
$ grep -c ',1.5,1.5,number,' x.csv
1
# A query that is kept, with its parameters.
> define query total(:who, :when) = sum received for :who :when
> what if received where requester=company for "示例县公安局" 2022 = 100: run total("示例县公安局", 2022)
received
     144
reports 1 of 1
what if: received where requester=company for 示例县公安局 2022 = 100 instead of 9
# json says what was supposed; the answer cannot be traced.
$ ogi --no-init -d panel.db --format json -c 'what if received where requester=company for "示例县公安局" 2022 = 12: sum received for "示例县公安局" 2022' -c 'trace 1,1'
!2
{"statement": "what if received where requester=company for \"示例县公安局\" 2022 = 12: sum received for \"示例县公安局\" 2022",
 "what_if": ["received where requester=company for 示例县公安局 2022 = 12 instead of 9"],
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 56}],
 "coverage": {"reports": 1, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
-c#2:1:1: error: the last answer was to a "what if": no report holds its cells
  trace 1,1
  ^~~~~~~~~
# The panel is as it was: each byte of its file, and each answer.
$ before=$(cksum <panel.db); ogi --no-init -d panel.db --quiet -c 'what if received where requester=company for "示例县公安局" 2022 = 9000000: sum received mixed ok' -c 'sum received mixed ok'; test "$before" = "$(cksum <panel.db)" && ls panel.db*
received
 9000708

received
     717
panel.db
# A panel that may not be written is copied into memory for the question.
$ before=$(cksum <panel.db); ogi --no-init -d panel.db --readonly --quiet -c 'what if received where requester=company for "示例县公安局" 2022 = 9000000: sum received mixed ok' -c 'sum received mixed ok'; test "$before" = "$(cksum <panel.db)" && echo same
received
 9000708

received
     717
same
# In memory too.
$ ogi --no-init --quiet tests/data/panel/示例县公安局_2021.txt -c 'what if received where requester=company = 1: sum received' 2>&1 | tail -3; ogi --no-init --quiet tests/data/panel/示例县公安局_2021.txt -c 'what if received where requester=company for 公安 2021 = 1: sum received' -c 'sum received' -c 'load "tests/data/panel/示例县公安局_2022.html"' -c 'count reports' 2>/dev/null
-c:1:42: error: "=" does not fit here: expected "and", "or", "for", "of", "+", "-", "*", "/", …
  what if received where requester=company = 1: sum received
                                           ^ comparisons do not chain: join two with "and"
received
      34

received
      40

reports
      2
# Rules see it too, and their results are forgotten with it; so on a panel that may not be written.
> what if stated applications for "示例县公安局" 2022 = 131: check T3.closed for "示例县公安局" 2022
!1
error T3.closed  示例县公安局 2022  total  52 against 131 (difference -79)
  the results do not add up to their printed total
  tests/data/panel/示例县公安局_2022.html: table 2, row 27, cell 8
rule       severity  pass  pass*  fail  unknown  n/a
T3.closed  error        6      0     1        0    0
what if: stated applications for 示例县公安局 2022 = 131 instead of 52
> check T3.closed for "示例县公安局" 2022
rule       severity  pass  pass*  fail  unknown  n/a
T3.closed  error        7      0     0        0    0
$ ogi --no-init -d panel.db --readonly --quiet -c 'check T3.closed for "示例县公安局" 2022' -c 'what if stated applications for "示例县公安局" 2022 = 131: check T3.closed for "示例县公安局" 2022' -c 'check T3.closed for "示例县公安局" 2022'
!1
rule       severity  pass  pass*  fail  unknown  n/a
T3.closed  error        7      0     0        0    0

error T3.closed  示例县公安局 2022  total  52 against 131 (difference -79)
  the results do not add up to their printed total
  tests/data/panel/示例县公安局_2022.html: table 2, row 27, cell 8
rule       severity  pass  pass*  fail  unknown  n/a
T3.closed  error        6      0     1        0    0

rule       severity  pass  pass*  fail  unknown  n/a
T3.closed  error        7      0     0        0    0
# What is refused: not one cell, not one report, no such number.
> what if applications for "示例县公安局" 2022 = 5: sum applications
!2
what_if.t:215:9: error: 126 cells of the report fit: name one of them
  what if applications for "示例县公安局" 2022 = 5: sum applications
          ^~~~~~~~~~~~ it can be "applications where requester=natural_person and outcome=disclosed", "applications where requester=natural_person and outcome=partly_disclosed", "applications where requester=natural_person and outcome=state_secret", "applications where requester=natural_person and outcome=prohibited_by_law" …
> what if applications where outcome=disclosed and requester=organisation for "示例县公安局" 2022 = 5: sum applications
!2
what_if.t:220:9: error: 5 cells of the report fit: name one of them
  what if applications where outcome=disclosed and requester=organisation for "示例县公安局" 2022 = 5:...
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ it can be "applications where requester=company and outcome=disclosed", "applications where requester=research_institution and outcome=disclosed", "applications where requester=public_interest_group and outcome=disclosed", "applications where requester=law_firm and outcome=disclosed" …
> what if received where requester=company for "示例县公安局" = 5: sum received
!2
what_if.t:225:46: error: a cell is one of the report of one year
  what if received where requester=company for "示例县公安局" = 5: sum received
                                               ^~~~~~~~~~~~~~ write the year behind the agency
> what if received where requester=company for "示例县公安局" 2021..2022 = 5: sum received
!2
what_if.t:230:46: error: a cell is one of the report of one year
  what if received where requester=company for "示例县公安局" 2021..2022 = 5: sum received
                                               ^~~~~~~~~~~~~~~~~~~~~~~~~ write the year behind the agency
> what if received where requester=company for "示例县公安局" 2018 = 5: sum received
!2
what_if.t:235:46: error: "示例县公安局" has no report on 2018
  what if received where requester=company for "示例县公安局" 2018 = 5: sum received
                                               ^~~~~~~~~~~~~~~~~~~
> what if received where requester=company and year=2022 for "示例县公安局" 2022 = 5: sum received
!2
what_if.t:240:9: error: a cell is chosen by members of the form
  what if received where requester=company and year=2022 for "示例县公安局" 2022 = 5: sum received
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ the report is named behind "for", as in for "X" 2021
> what if received where requester=compny for "示例县公安局" 2022 = 5: sum received
!2
what_if.t:245:34: error: no member "compny" in dimension requester
  what if received where requester=compny for "示例县公安局" 2022 = 5: sum received
                                   ^~~~~~ did you mean "company"?
> what if stated applications where outcome=withheld for "示例县公安局" 2022 = 5: sum received
!2
what_if.t:250:9: error: the form prints no total of "applications" for exactly that
  what if stated applications where outcome=withheld for "示例县公安局" 2022 = 5: sum received
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ it prints totals over all; for each requester; for each outcome
> what if received where requester=company for "示例县公安局" 2022 = 1.5: sum received
!2
what_if.t:255:62: error: "received" is counted in 件: write a whole number
  ...where requester=company for "示例县公安局" 2022 = 1.5: sum received
                                                       ^~~
> what if received where requester=company for "示例县公安局" 2022 = -1: sum received
!2
what_if.t:260:62: error: "received" cannot be negative
  ...where requester=company for "示例县公安局" 2022 = -1: sum received
                                                       ^~
> what if fees for "示例县公安局" 2022 = 0.123456789: sum fees
!2
what_if.t:265:34: error: "fees" in 万元 has no such number
  what if fees for "示例县公安局" 2022 = 0.123456789: sum fees
                                         ^~~~~~~~~~~
> what if received where requester=company for "示例县公安局" 2022 = 5, received where requester=company for "示例县公安局" 2022 = 6: sum received
!2
what_if.t:270:65: error: this cell is given a number twice
  ...re requester=company for "示例县公安局" 2022 = 5, received where requester=company for "示例县公安局...
                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> what if items where item=licence for "示例县公安局" 2022 = 5: sum received
!2
what_if.t:275:9: error: the form of this report (cn.2021) has no such cell
  what if items where item=licence for "示例县公安局" 2022 = 5: sum received
          ^~~~~~~~~~~~~~~~~~~~~~~~
> what if received where requester=company for "示例县公安局" 2022 = 5: load "x"
!2
what_if.t:280:65: error: "load" does not fit here: expected "top", "sum", "avg", "median", "min", "max", "stddev", "a percentile (p90)", …
  ...re requester=company for "示例县公安局" 2022 = 5: load "x"
                                                       ^~~~ join two conditions with "and"
> what if received where requester=company for "示例县公安局" 2022 = 5
!2
what_if.t:285:63: error: the statement ends too early: expected "and", "," or ":"
  ...here requester=company for "示例县公安局" 2022 = 5
                                                       ^
> what if received where requester=company for "示例县公安局" 2022 = 5: sum recieved
!2
what_if.t:290:69: error: there is no measure "recieved"
  ...equester=company for "示例县公安局" 2022 = 5: sum recieved
                                                       ^~~~~~~~ did you mean "received"?
