# Names that exist, in a place where they mean nothing.
%load panel

# A dimension that the measure lacks.
> sum received where outcome=withheld
!2
meaning.t:5:20: error: "received" has no dimension "outcome": the form has no such cell
  sum received where outcome=withheld
                     ^~~~~~~ it divides "applications"
> sum fees where requester=natural_person
!2
meaning.t:10:16: error: "fees" has no dimension "requester": the form has no such cell
  sum fees where requester=natural_person
                 ^~~~~~~~~ it divides "received", "carried_in", "applications" or "carried_forward"
> sum reviews where route=direct
!2
meaning.t:15:19: error: "reviews" has no dimension "route": the form has no such cell
  sum reviews where route=direct
                    ^~~~~ it divides "lawsuits"
> sum decisions where item=licence
!2
meaning.t:20:21: error: "decisions" has no dimension "item": the form has no such cell
  sum decisions where item=licence
                      ^~~~ it divides "items" or "items_change"

# Reports have no members of the form.
> count reports by outcome
!2
meaning.t:27:18: error: reports have no dimension "outcome": it divides their cells
  count reports by outcome
                   ^~~~~~~
> count reports where outcome=withheld
!2
meaning.t:32:21: error: reports are chosen by conditions on reports, not on members
  count reports where outcome=withheld
                      ^~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> reports where requester=natural_person
!2
meaning.t:37:15: error: reports are chosen by conditions on reports, not on members
  reports where requester=natural_person
                ^~~~~~~~~~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> reports where outcome=withheld and year=2021
!2
meaning.t:42:15: error: reports are chosen by conditions on reports, not on members
  reports where outcome=withheld and year=2021
                ^~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"

# A condition on cells and one on reports have no `or` in common.
> sum applications where outcome=withheld or year=2021
!2
meaning.t:49:24: error: this joins a condition on members and one on reports by "or"
  sum applications where outcome=withheld or year=2021
                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ask in two statements: a figure has one set of cells for all its reports
> sum applications where not (outcome=withheld or received > 3)
!2
meaning.t:54:24: error: this joins a condition on members and one on reports by "or"
  sum applications where not (outcome=withheld or received > 3)
                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ask in two statements: a figure has one set of cells for all its reports

# Clauses twice, or for nothing.
> sum received by year by agency
!2
meaning.t:61:22: error: "by" stands here twice
  sum received by year by agency
                       ^~~~~~~~~
> sum received having received > 1 having received > 2
!2
meaning.t:66:34: error: "having" stands here twice
  sum received having received > 1 having received > 2
                                   ^~~~~~~~~~~~~~~~~~~
> sum received by year total total
!2
meaning.t:71:28: error: "total" stands here twice
  sum received by year total total
                             ^~~~~
> sum received by year top 1 top 2
!2
meaning.t:76:28: error: "top" stands here twice
  sum received by year top 1 top 2
                             ^~~~~
> sum received total
!2
meaning.t:81:14: error: "total" needs rows or columns to add up: write "by" or "across"
  sum received total
               ^~~~~
> sum received depth 2
!2
meaning.t:86:14: error: "depth" needs a dimension that is a tree after "by" or "across"
  sum received depth 2
               ^~~~~~~
> sum received leaves
!2
meaning.t:91:14: error: "leaves" needs a dimension that is a tree after "by" or "across"
  sum received leaves
               ^~~~~~
> sum received by year, year
!2
meaning.t:96:23: error: "year" stands here twice
  sum received by year, year
                        ^~~~
> sum received by outcome, outcome
!2
meaning.t:101:26: error: "outcome" stands here twice
  sum received by outcome, outcome
                           ^~~~~~~
> sum received by year across year
!2
meaning.t:106:29: error: "year" stands here twice
  sum received by year across year
                              ^~~~
> sum received across year, agency
!2
meaning.t:111:27: error: "across" takes one dimension: put the others in "by"
  sum received across year, agency
                            ^~~~~~
> reports by year
!2
meaning.t:116:9: error: "by" means nothing for a list of reports
  reports by year
          ^~~~~~~
> reports total
!2
meaning.t:121:9: error: "total" needs rows or columns to add up: write "by" or "across"
  reports total
          ^~~~~
> reports having year > 2020
!2
meaning.t:126:9: error: "having" means nothing for a list of reports
  reports having year > 2020
          ^~~~~~~~~~~~~~~~~~
> count reports depth 2
!2
meaning.t:131:15: error: "depth" needs a dimension that is a tree after "by" or "across"
  count reports depth 2
                ^~~~~~~
> count reports as x by year
year  x
2019  1
2020  2
2021  6
2022  3
2023  3
reports 15 of 15
> sum received, applications as x
!2
meaning.t:144:28: error: "as" names one column, here are 2
  sum received, applications as x
                             ^~~~
> sum received limit 1 limit 2
!2
meaning.t:149:22: error: "limit" stands here twice
  sum received limit 1 limit 2
                       ^~~~~~~
> sum received to "a.csv" to "b.csv"
!2
meaning.t:154:25: error: "to" stands here twice
  sum received to "a.csv" to "b.csv"
                          ^~~~~~~~~~
> sum received by agency top 3 by agency
!2
meaning.t:159:33: error: rows are ranked by a figure, not by "agency"
  sum received by agency top 3 by agency
                                  ^~~~~~ name a column of figures, or leave it out for the first
# Values of the wrong kind.
> sum received where year=示例
!2
meaning.t:165:25: error: a year is a whole number such as 2021
  sum received where year=示例
                          ^~~~
> sum received where year ~ "20"
!2
meaning.t:170:20: error: a year is compared with a number or a range
  sum received where year ~ "20"
                     ^~~~~~~~~~~
> sum received where year is missing
!2
meaning.t:175:20: error: a year is compared with a number or a range
  sum received where year is missing
                     ^~~~~~~~~~~~~~~
> sum received where agency > "示例"
!2
meaning.t:180:20: error: agency can be tested with =, !=, in, under and ~
  sum received where agency > "示例"
                     ^~~~~~~~~~~~~~~
> sum received where agency = 3
!2
meaning.t:185:29: error: agency is compared with a name
  sum received where agency = 3
                              ^
> sum received where agency between 1 and 2
!2
meaning.t:190:20: error: agency can be tested with =, !=, in, under and ~
  sum received where agency between 1 and 2
                     ^~~~~~~~~~~~~~~~~~~~~~
> sum received where received = many
!2
meaning.t:195:31: error: there is no measure "many"
  sum received where received = many
                                ^~~~ "help measures" lists what can be asked
> sum received where received ~ "3"
!2
meaning.t:200:20: error: a measure is compared with a number
  sum received where received ~ "3"
                     ^~~~~~~~~~~~~~
> sum received where received under 3
!2
meaning.t:205:20: error: a measure is compared with a number
  sum received where received under 3
                     ^~~~~~~~~~~~~~~~
> sum received where received is empty
!2
meaning.t:210:32: error: "empty" is no state of a cell
  sum received where received is empty
                                 ^~~~~ it can be missing, blank, text, unread or inferred
> sum received where received is year
!2
meaning.t:215:32: error: "year" is no state of a cell
  sum received where received is year
                                 ^~~~ it can be missing, blank, text, unread or inferred
> sum applications where outcome > withheld
!2
meaning.t:220:24: error: members of outcome have no order to compare by
  sum applications where outcome > withheld
                         ^~~~~~~~~~~~~~~~~~
> sum applications where outcome between 1 and 2
!2
meaning.t:225:24: error: "between" does not apply to dimension outcome
  sum applications where outcome between 1 and 2
                         ^~~~~~~~~~~~~~~~~~~~~~~
> sum applications where outcome is blank
!2
meaning.t:230:24: error: "is" does not apply to dimension outcome
  sum applications where outcome is blank
                         ^~~~~~~~~~~~~~~~ it asks for the state of a measure, as in "received is not inferred"
> sum applications where outcome == withheld
!2
meaning.t:235:35: error: no form prints a figure for "withheld" itself
  sum applications where outcome == withheld
                                    ^~~~~~~~ "=" takes in all below it
> sum received where agency ~ "["
!2
meaning.t:240:29: error: this is no regular expression: Invalid regular expression
  sum received where agency ~ "["
                              ^~~
> sum applications where outcome ~ "("
!2
meaning.t:245:34: error: this is no regular expression: Unmatched ( or \(
  sum applications where outcome ~ "("
                                   ^~~
> sum received where received in (1, many)
!2
meaning.t:250:36: error: expected a number, not a name
  sum received where received in (1, many)
                                     ^~~~
> sum received having received > many
!2
meaning.t:255:32: error: the answer has no column "many"
  sum received having received > many
                                 ^~~~ it has "received"
> sum received by year top 2000000000000
year  received
2021       272
2023       182
2022       161
2020        79
2019        23
reports 15 of 15 · 3 blanks taken as 0
> sum received by requester depth 9
requester                received
natural_person                524
organisation                  193
  company                     147
  research_institution         11
  public_interest_group         4
  law_firm                     26
  other_organisation            5
reports 15 of 15 · 3 blanks taken as 0
> sum received or applications
!2
meaning.t:278:5: error: members are joined before "of"
  sum received or applications
      ^~~~~~~~~~~~~~~~~~~~~~~~ write "sum (a or b) of M", or "where D in (a, b)"
> sum not received
!2
meaning.t:283:5: error: members are joined before "of"
  sum not received
      ^~~~~~~~~~~~ write "sum (a or b) of M", or "where D in (a, b)"
> sum received where received / 0 > 1
!2
meaning.t:288:20: error: expected a measure, or measures joined by + and -
  sum received where received / 0 > 1
                     ^~~~~~~~~~~~
# Totals that are not printed.
> stated received + carried_in
!2
meaning.t:294:8: error: "stated" takes one measure
  stated received + carried_in
         ^~~~~~~~~~~~~~~~~~~~~
> stated fees
!2
meaning.t:299:1: error: the form prints no total of "fees" for exactly that
  stated fees
  ^~~~~~~~~~~ it prints none for this measure: use "sum"
> gap decisions
!2
meaning.t:304:1: error: the form prints no total of "decisions" for exactly that
  gap decisions
  ^~~~~~~~~~~~~ it prints none for this measure: use "sum"
> gap applications where outcome=unavailable
!2
meaning.t:309:1: error: the form prints no total of "applications" for exactly that
  gap applications where outcome=unavailable
  ^~~~~~~~~~~~~~~~ it prints totals over all; for each requester; for each outcome

# The place is that of the dimension.
> sum received by outcome
!2
meaning.t:316:17: error: "received" has no dimension "outcome": the form has no such cell
  sum received by outcome
                  ^~~~~~~ it divides "applications"
> sum received across outcome
!2
meaning.t:321:21: error: "received" has no dimension "outcome": the form has no such cell
  sum received across outcome
                      ^~~~~~~ it divides "applications"
> sum fees by requester
!2
meaning.t:326:13: error: "fees" has no dimension "requester": the form has no such cell
  sum fees by requester
              ^~~~~~~~~ it divides "received", "carried_in", "applications" or "carried_forward"
> sum received, applications by outcome
!2
meaning.t:331:31: error: "received" has no dimension "outcome": the form has no such cell
  sum received, applications by outcome
                                ^~~~~~~ it divides "applications"

# One row is nothing to choose from.
> sum received top 3
!2
meaning.t:338:14: error: "top" has nothing to choose from: the answer is one row
  sum received top 3
               ^~~~~ write "by" and a dimension
> sum received order by received
!2
meaning.t:343:14: error: "order" has nothing to choose from: the answer is one row
  sum received order by received
               ^~~~~~~~~~~~~~~~~ write "by" and a dimension
> sum received limit 1
!2
meaning.t:348:14: error: "limit" has nothing to choose from: the answer is one row
  sum received limit 1
               ^~~~~~~ write "by" and a dimension

> sum received by year depth 2
!2
meaning.t:354:28: error: "depth" means nothing for year, which is no tree
  sum received by year depth 2
                             ^
> sum received by requester depth 0
!2
meaning.t:359:17: error: "depth" counts levels from 1
  sum received by requester depth 0
                  ^~~~~~~~~~~~~~~~~
> sum received where agency ~ 3
!2
meaning.t:364:29: error: a pattern is written as a string
  sum received where agency ~ 3
                              ^
> sum received by agency having agency > 3
!2
meaning.t:369:31: error: this compares a text with a number
  sum received by agency having agency > 3
                                ^~~~~~~~~~
> sum received where received > 1 / 0
!2
meaning.t:374:31: error: this divides by 0, or is too large
  sum received where received > 1 / 0
                                ^~~~~
> sum received where year in 2022..2020
!2
meaning.t:379:28: error: this range of years is empty: 2022 comes after 2020
  sum received where year in 2022..2020
                             ^~~~~~~~~~
> sum received where year between 2022 and 2020
!2
meaning.t:384:20: error: this range of years is empty: 2022 comes after 2020
  sum received where year between 2022 and 2020
                     ^~~~~~~~~~~~~~~~~~~~~~~~~~
> sum received for 2021..2020
!2
meaning.t:389:18: error: this range of years is empty: 2021 comes after 2020
  sum received for 2021..2020
                   ^~~~~~~~~~
> sum applications where outcome = 3
!2
meaning.t:394:34: error: members of outcome are names
  sum applications where outcome = 3
                                   ^
