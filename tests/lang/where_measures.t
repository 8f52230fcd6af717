# Measures in `where`: of the whole report, against a number or another measure.
%load panel
%run load "tests/data/agencies.csv" as agencies

> count reports by year where received > applications
year  reports
2020        1
2021        2
2022        3
2023        1
reports 7 of 7
> count reports by year where received - applications > 0
year  reports
2020        1
2021        2
2022        3
2023        1
reports 7 of 7
> sum received, applications where applications >= received by agency, year mixed ok
agency                year  received  applications
示例县公安局          2019        23            24
示例县公安局          2021        40            41
示例县教育局          2023        12            13
示例县青山镇人民政府  2021         5             5
示例市卫生健康委员会  2020        45            47
示例省财政厅          2021        96            99
示例省财政厅          2023       110           111
reports 7 of 7
> reports where received + carried_in != applications + carried_forward
agency  year  edition  blank  unread  inferred  doubts  signed_on  path
reports 0 of 0
no report is in scope
> sum applications by agency, year where withheld of applications > disclosed of applications mixed ok
agency  year  applications
reports 0 of 0
no report is in scope
> count reports where fees > procurement_amount or fees <= procurement_amount
reports
      0
reports 0 of 0
no report is in scope

# A cell that stands on both sides counts with both weights.
> sum applications by agency, year where applications - withheld of applications > 50 mixed ok
agency                year  applications
示例县人民政府        2021            68
示例县人民政府        2022            87
示例市卫生健康委员会  2023            59
示例省财政厅          2021            99
示例省财政厅          2023           111
reports 5 of 5
> define measure refusals = withheld of applications
. count reports where applications - refusals > 50
reports
      5
reports 5 of 5
> count reports where applications > refusals
reports
     14
reports 14 of 14
> count reports where received - received = 0
reports
     15
reports 15 of 15
> count reports where received + received > 100
reports
      6
reports 6 of 6
> count reports where received > 50
reports
      6
reports 6 of 6

> sum received where received > 1.5 * applications
!2
where_measures.t:74:31: error: expected a measure, or measures joined by + and -
  sum received where received > 1.5 * applications
                                ^~~~~~~~~~~~~~~~~~
> sum received where received = applications + 2
!2
where_measures.t:79:46: error: expected a measure, or measures joined by + and -
  sum received where received = applications + 2
                                               ^
> sum received where fees > received
!2
where_measures.t:84:27: error: "received" is in 件, "fees" in 万元: they do not add
  sum received where fees > received
                            ^~~~~~~~ parted by a comma each gets a column of its own
> sum received where received > fish
!2
where_measures.t:89:31: error: there is no measure "fish"
  sum received where received > fish
                                ^~~~ "help measures" lists what can be asked
> sum received where received > natural_person
!2
where_measures.t:94:31: error: there is no measure "natural_person"
  sum received where received > natural_person
                                ^~~~~~~~~~~~~~ it is a member of "requester": write "sum received where requester=natural_person"
