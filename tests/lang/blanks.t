# Blanks count as 0 and are counted; text and what could not be read never count.
%load panel

> sum received where year=2021 by agency
agency                received
示例县人民政府              69
示例县公安局                40
示例县教育局                14
示例县青山镇人民政府         5
示例市卫生健康委员会        48
示例省财政厅                96
reports 6 of 6 · 3 blanks taken as 0
> sum received where agency="教育" and year=2021
received
      14
reports 1 of 1 · 3 blanks taken as 0
> sum received by requester where agency="教育" and year=2021
requester              received
natural_person               12
company                       2
research_institution          0
public_interest_group         0
law_firm                      0
other_organisation            0
reports 1 of 1 · 3 blanks taken as 0
$ ogi --no-init -d panel.db --format csv -c 'set blank unknown' -c 'sum received where agency="教育" and year=2021' -c 'sum received by requester where agency="教育" and year=2021' -c 'sum received by agency where year=2021' -c 'avg received where year=2021' -c 'median received by agency where year=2021' -c 'set blank zero' -c 'sum received where agency="教育" and year=2021'
received
""

requester,received
natural_person,12
company,2
research_institution,
public_interest_group,
law_firm,
other_organisation,0

agency,received
示例县人民政府,69
示例县公安局,40
示例县教育局,
示例县青山镇人民政府,5
示例市卫生健康委员会,48
示例省财政厅,96

received,n
51.6,5

agency,received,n
示例县人民政府,69,1
示例县公安局,40,1
示例县教育局,,0
示例县青山镇人民政府,5,1
示例市卫生健康委员会,48,1
示例省财政厅,96,1

received
14

# A text: the report is left out of that figure alone.
> sum decisions by decision where agency="教育" and year=2021
decision  decisions
licence         318
penalty           –
coercion          0
reports 1 of 1 · 1 left out (unread or text)
> sum decisions where agency="教育" and year=2021
decisions
        –
reports 0 of 1 · 1 left out (unread or text)
> sum decisions by agency where year=2021
agency                decisions
示例县人民政府             2761
示例县公安局               2086
示例县教育局                  –
示例县青山镇人民政府         65
示例市卫生健康委员会       2323
示例省财政厅                  7
reports 5 of 6 · 1 left out (unread or text)
> avg decisions where year=2021
decisions  n
  1448.40  5
reports 5 of 6 · 1 left out (unread or text)
> sum procurement_amount by agency, year
agency                year  procurement_amount
示例县人民政府        2021                   –
示例县人民政府        2022                   –
示例县公安局          2019                38.6
示例县公安局          2020                   –
示例县公安局          2021                   –
示例县公安局          2022                   –
示例县教育局          2021                   –
示例县教育局          2022                   –
示例县教育局          2023                   –
示例县青山镇人民政府  2021            7.539452
示例市卫生健康委员会  2020               63.28
示例市卫生健康委员会  2021                   –
示例市卫生健康委员会  2023                   –
示例省财政厅          2021                   –
示例省财政厅          2023                   –
reports 3 of 15 · 1 left out (unread or text)
11 reports without this figure: another edition of the form, or no such table
> sum documents where document=rule and status=issued by agency where year=2021
agency                documents
示例县人民政府                1
示例县公安局                  0
示例县教育局                  0
示例县青山镇人民政府          –
示例市卫生健康委员会          0
示例省财政厅                  2
reports 5 of 6 · 1 blank taken as 0
1 report without this figure: another edition of the form, or no such table

# A row that could not be read: its report is left out of figures that need it.
> sum applications where year=2021 by agency
agency                applications
示例县人民政府                  68
示例县公安局                    41
示例县教育局                    13
示例县青山镇人民政府             5
示例市卫生健康委员会             –
示例省财政厅                    99
reports 5 of 6 · 1 left out (unread or text)
> sum applications by outcome where agency="卫生" and year=2021
outcome           applications
disclosed                   33
partly_disclosed             3
withheld                     0
unavailable                  –
not_processed                1
otherwise_closed             1
reports 1 of 1 · 1 left out (unread or text)
> sum received where agency="卫生" and year=2021
received
      48
reports 1 of 1
> sum applications where outcome=not_held and year=2021
applications
          33
reports 5 of 6 · 1 left out (unread or text)
> sum applications where outcome!=not_held and year=2021
applications
         231
reports 6 of 6
> gap applications by agency where year=2021
agency                gap
示例县人民政府          0
示例县公安局            0
示例县教育局            0
示例县青山镇人民政府    0
示例市卫生健康委员会    –
示例省财政厅            0
reports 5 of 6 · 1 left out (unread, text or without its total)

# No report at all.
> sum received where year=1999
received
       –
reports 0 of 0
no report is in scope
> sum received where year=1999 by agency
agency  received
reports 0 of 0
no report is in scope
> avg received where year=1999
received  n
       –  0
reports 0 of 0
no report is in scope
> count reports where year=1999
reports
      0
reports 0 of 0
no report is in scope
> count reports where year=1999 by agency
agency  reports
reports 0 of 0
no report is in scope
> reports where year=1999
agency  year  edition  blank  unread  inferred  doubts  signed_on  path
reports 0 of 0
no report is in scope

$ ogi --no-init -d panel.db --format json -c 'sum decisions where year=2021' -c 'sum received where year=2021' -c 'sum applications where year=2021'
{"statement": "sum decisions where year=2021",
 "columns": [
  {"name": "decisions", "type": "integer", "unit": "件"}],
 "rows": [
  {"decisions": 7242}],
 "coverage": {"reports": 5, "expected": null, "missing": null, "blank": 0, "unread": 1, "inferred": 0, "failing": null}}
{"statement": "sum received where year=2021",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 272}],
 "coverage": {"reports": 6, "expected": null, "missing": null, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}
{"statement": "sum applications where year=2021",
 "columns": [
  {"name": "applications", "type": "integer", "unit": "件"}],
 "rows": [
  {"applications": 226}],
 "coverage": {"reports": 5, "expected": null, "missing": null, "blank": 0, "unread": 1, "inferred": 0, "failing": null}}

# The line below says how blanks were taken.
> set blank unknown
. sum received where agency="教育" and year=2021
. sum received by agency where year=2021
. count reports where received >= 0
. count reports where not received >= 0
received
       –

agency                received
示例县人民政府              69
示例县公安局                40
示例县教育局                 –
示例县青山镇人民政府         5
示例市卫生健康委员会        48
示例省财政厅                96

reports
     14

reports
      1
reports 1 of 1 · 3 blanks, unknown
reports 6 of 6 · 3 blanks, unknown
reports 14 of 14
reports 1 of 1
