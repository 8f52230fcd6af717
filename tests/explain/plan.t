# What is computed from which cells of which reports.
%load panel
%run load "tests/data/agencies.csv" as agencies

> explain plan sum received
compute: sum
scope: all reports
keys: none
column: received in 件
groups:
  received: cells 0..5
ask first: does a consolidated report stand beside one it covers?
> explain plan sum applications where requester=natural_person and outcome=withheld by year
compute: sum
scope: all reports
keys: year
column: applications in 件
groups:
  applications: cells 14..21
ask first: does a consolidated report stand beside one it covers?
> explain plan sum applications by outcome where requester=company
compute: sum
scope: all reports
keys: outcome
column: applications in 件
groups:
  applications outcome=disclosed: cells 34
  applications outcome=partly_disclosed: cells 35
  applications outcome=withheld: cells 36..43
  applications outcome=unavailable: cells 44..46
  applications outcome=not_processed: cells 47..51
  applications outcome=otherwise_closed: cells 52..55
ask first: does a consolidated report stand beside one it covers?
> explain plan sum applications by outcome depth 2 where outcome=otherwise_closed
compute: sum
scope: all reports
keys: outcome
column: applications in 件
groups:
  applications outcome=otherwise_closed: cells 30..33 52..55 74..77 96..99 118..121 140..143
  applications outcome=otherwise_closed (undivided): cells 30 52 74 96 118 140
  applications outcome=not_corrected: cells 31 53 75 97 119 141
  applications outcome=fee_unpaid: cells 32 54 76 98 120 142
  applications outcome=other_disposal: cells 33 55 77 99 121 143
ask first: does a consolidated report stand beside one it covers?
> explain plan sum received + carried_in - carried_forward where year=2021
compute: sum
scope: year 2021
keys: none
column: received + carried_in - carried_forward in 件, a stock
groups:
  received + carried_in - carried_forward: cells 0..11 -144..149  stock
ask first: do the reports span one year?
ask first: does a consolidated report stand beside one it covers?
> explain plan avg fees where year in 2021..2022 by level
compute: average over reports
scope: year 2021..2022
keys: level
column: fees in 万元
groups:
  fees: cells 178
ask first: does a consolidated report stand beside one it covers?
> explain plan gap applications by year
compute: printed totals less their leaves
scope: all reports
keys: year
column: gap in 件
groups:
  gap: cells 248 -12..143
ask first: does a consolidated report stand beside one it covers?
> explain plan stated lawsuits by route where year=2021
compute: sum of printed totals
scope: year 2021
keys: route
column: stated in 件, a stock
groups:
  stated route=direct: cells 251  stock
  stated route=after_review: cells 252  stock
ask first: do the reports span one year?
ask first: does a consolidated report stand beside one it covers?
> explain plan last carried_forward by agency
compute: sum of each agency's last year
scope: all reports
keys: agency
column: carried_forward in 件
groups:
  carried_forward: cells 144..149  stock
ask first: does a consolidated report stand beside one it covers?
> explain plan sum reviews where result != pending total by year
compute: sum
scope: all reports
keys: year
column: reviews in 件
groups:
  reviews: cells 150..152
ask first: does a consolidated report stand beside one it covers?
> explain plan sum documents by status across document where year >= 2021
compute: sum
scope: year 2021..
keys: status, across document
column: documents in 件, a stock
groups:
  documents status=issued document=rule: cells 162
  documents status=issued document=normative_document: cells 168
  documents status=repealed document=rule: cells 163
  documents status=repealed document=normative_document: cells 169
  documents status=in_force document=rule: cells 164  stock
  documents status=in_force document=normative_document: cells 170  stock
  documents status=newly_made document=rule: cells 165
  documents status=newly_made document=normative_document: cells 171
  documents status=newly_published document=rule: cells 166
  documents status=newly_published document=normative_document: cells 172
  documents status=published_total document=rule: cells 167  stock
  documents status=published_total document=normative_document: cells 173  stock
ask first: do the reports span one year?
ask first: does a consolidated report stand beside one it covers?
> explain plan count reports where received > 50 and not fees is missing
compute: count
scope: (cells 0..5 > 50 and not cells 178 missing)
keys: none
> explain plan count agencies where region under 示例县 and edition=2021
compute: count
scope: (region under #3 and edition #1)
keys: none
> explain plan reports where year=2021 or level=省
compute: list of reports
scope: (year 2021 or level = province)
keys: none
> explain plan sum received where agency ~ "局$" own reports
compute: sum
scope: (agency ~ "局$" and consolidated = 0)
keys: none
column: received in 件
groups:
  received: cells 0..5
