# Rules between agencies: reports that are expected of those of a list.
%load panel
%fresh

> check H.cover
!3
rule     severity  pass  pass*  fail  unknown  n/a
H.cover  info         0      0     0        0   15
check: H.cover: n/a, nothing passed and nothing failed
> load "tests/data/agencies.csv" as agencies
. check H.cover format csv
. check H.cover where year=2022 and level=city
. check H.cover where function=公安 format junit
. explain check H.cover for "示例省财政厅" 2021
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
H.cover,info,fail,示例县人民政府,2019,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县人民政府,2020,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县人民政府,2023,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县公安局,2023,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县教育局,2019,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县教育局,2020,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县青山镇人民政府,2019,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县青山镇人民政府,2020,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县青山镇人民政府,2022,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例县青山镇人民政府,2023,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例市卫生健康委员会,2019,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例市卫生健康委员会,2022,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例省财政厅,2019,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例省财政厅,2020,,,,,,,false,an agency of the list has no report on this year
H.cover,info,fail,示例省财政厅,2022,,,,,,,false,an agency of the list has no report on this year

info H.cover  示例市卫生健康委员会 2022
  an agency of the list has no report on this year
rule     severity  pass  pass*  fail  unknown  n/a
H.cover  info         0      0     1        0    0
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ogi check" tests="5" failures="0" errors="0" skipped="0" time="0">
  <testsuite name="H.cover" tests="5" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="H.cover" name="示例县公安局 2023" time="0">
      <system-out>info
an agency of the list has no report on this year
</system-out>
    </testcase>
    <testcase classname="H.cover" name="示例县公安局 2019" file="tests/data/panel/示例县公安局_2019.html" time="0"/>
    <testcase classname="H.cover" name="示例县公安局 2020" file="tests/data/panel/示例县公安局_2020.txt" time="0"/>
    <testcase classname="H.cover" name="示例县公安局 2021" file="tests/data/panel/示例县公安局_2021.txt" time="0"/>
    <testcase classname="H.cover" name="示例县公安局 2022" file="tests/data/panel/示例县公安局_2022.html" time="0"/>
  </testsuite>
</testsuites>

H.cover (info): report is not missing
fails when an agency of the list has no report on this year

instance  status  side   year  row  column  printed  state  value  place
–         pass    left      –  –    –       –        –          –  –
–         pass    right     –  –    –       –        –          –  –
declared 6 agencies

# Results follow the panel: a year goes, and with it what was expected in it.
> load "tests/data/agencies.csv" as agencies
. check H.cover where agency="示例省财政厅" and year<=2020
. drop report "示例县公安局" 2019
. check H.cover where agency="示例省财政厅" and year<=2020
. load "tests/data/panel/示例县公安局_2019.html"
. check H.cover where agency="示例省财政厅" and year<=2020
info H.cover  示例省财政厅 2019
  an agency of the list has no report on this year
info H.cover  示例省财政厅 2020
  an agency of the list has no report on this year
rule     severity  pass  pass*  fail  unknown  n/a
H.cover  info         0      0     2        0    0

info H.cover  示例省财政厅 2020
  an agency of the list has no report on this year
rule     severity  pass  pass*  fail  unknown  n/a
H.cover  info         0      0     1        0    0

info H.cover  示例省财政厅 2019
  an agency of the list has no report on this year
info H.cover  示例省财政厅 2020
  an agency of the list has no report on this year
rule     severity  pass  pass*  fail  unknown  n/a
H.cover  info         0      0     2        0    0
declared 6 agencies
dropped 1 report
loaded 1 report from 1 file
> load "tests/data/agencies.csv" as agencies
. waive H.cover for "示例省财政厅" 2022 because "one report for two years"
. check H.cover where agency="示例省财政厅"
info H.cover  示例省财政厅 2019
  an agency of the list has no report on this year
info H.cover  示例省财政厅 2020
  an agency of the list has no report on this year
info H.cover  示例省财政厅 2022  waived
  an agency of the list has no report on this year
rule     severity  pass  pass*  fail  unknown  n/a  waived
H.cover  info         2      0     3        0    0       1
declared 6 agencies
kept in waivers.ogi

# A consolidated report is the sum of those that it covers, where none of them is missing.
> check H.sum
!3
rule   severity  pass  pass*  fail  unknown   n/a
H.sum  info         0      0     0        0  2490
check: H.sum: n/a, nothing passed and nothing failed
> load "tests/data/agencies.csv" as agencies
. check H.sum where agency="示例县人民政府"
info H.sum  示例县人民政府 2021  decisions.licence  1905 against 1782 (difference 123)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 11, cell 2
info H.sum  示例县人民政府 2021  decisions.coercion  44 against 29 (difference 15)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 15, cell 2
info H.sum  示例县人民政府 2021  received.natural_person  55 against 47 (difference 8)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 23, cell 2
info H.sum  示例县人民政府 2021  received.company  11 against 9 (difference 2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 23, cell 3
info H.sum  示例县人民政府 2021  applications.natural_person.disclosed  30 against 26 (difference 4)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 25, cell 3
info H.sum  示例县人民政府 2021  applications.company.disclosed  8 against 6 (difference 2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 25, cell 4
info H.sum  示例县人民政府 2021  applications.natural_person.partly_disclosed  6 against 5 (difference 1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 26, cell 2
info H.sum  示例县人民政府 2021  applications.natural_person.internal_affairs  2 against 1 (difference 1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 31, cell 2
info H.sum  示例县人民政府 2021  applications.natural_person.enforcement_file  4 against 3 (difference 1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 33, cell 2
info H.sum  示例县人民政府 2021  applications.natural_person.administrative_inquiry  0 against 2 (difference -2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 34, cell 2
info H.sum  示例县人民政府 2021  applications.natural_person.not_held  9 against 7 (difference 2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 35, cell 3
info H.sum  示例县人民政府 2021  applications.company.not_held  3 against 2 (difference 1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 35, cell 4
info H.sum  示例县人民政府 2021  applications.natural_person.still_unclear  0 against 1 (difference -1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 37, cell 2
info H.sum  示例县人民政府 2021  applications.natural_person.petition  2 against 0 (difference 2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 38, cell 3
info H.sum  示例县人民政府 2021  applications.company.repeat  0 against 1 (difference -1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 39, cell 3
info H.sum  示例县人民政府 2021  carried_forward.natural_person  4 against 2 (difference 2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 47, cell 2
info H.sum  示例县人民政府 2021  reviews.upheld  5 against 4 (difference 1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 52, cell 1
info H.sum  示例县人民政府 2021  reviews.corrected  1 against 0 (difference 1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 52, cell 2
info H.sum  示例县人民政府 2021  reviews.pending  1 against 2 (difference -1)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 52, cell 4
info H.sum  示例县人民政府 2021  lawsuits.direct.upheld  3 against 1 (difference 2)
  a consolidated report does not add up the reports that it covers
  tests/data/panel/示例县人民政府_2021.txt: line 52, cell 6
rule   severity  pass  pass*  fail  unknown  n/a
H.sum  info       116      3    20      193    0
declared 6 agencies
> load "tests/data/agencies.csv" as agencies
. define check upheld "upheld otherwise than below" : upheld of reviews = covered(upheld of reviews)
. check upheld format csv
. explain check upheld for "示例县人民政府" 2021
. explain check upheld for "示例县人民政府" 2022
. drop report "示例县教育局" 2021
. check upheld
. load "tests/data/panel/示例县教育局_2021.txt"
. check upheld
!3
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
upheld,error,fail,示例县人民政府,2021,reviews,5,4,1,tests/data/panel/示例县人民政府_2021.txt,"line 52, cell 1",false,upheld otherwise than below: 5 is not 4

upheld (error): upheld of reviews = covered(upheld of reviews)
fails when upheld otherwise than below

instance  status  side   year  row   column             printed  state   value  place
reviews   fail    left   2021  件数  行政复议/结果维持  5        number      5  line 52, cell 1
reviews   fail    left      –  =     –                  –        –           5  –
reviews   fail    right  2021  件数  行政复议/结果维持  3        number      3  示例县公安局: line 52, cell 1
reviews   fail    right  2021  件数  行政复议/结果维持  1        number      1  示例县教育局: line 52, cell 1
reviews   fail    right     –  =     –                  –        –           4  –

upheld (error): upheld of reviews = covered(upheld of reviews)
fails when upheld otherwise than below

instance  status   side   year  row   column             printed  state   value  place
reviews   unknown  left   2022  件数  行政复议/结果维持  4        number      4  table 3, row 4, cell 1
reviews   unknown  left      –  =     –                  –        –           4  –
reviews   unknown  right  2022  件数  行政复议/结果维持  2        number      2  示例县公安局: table 3, row 4, cell 1
reviews   unknown  right  2022  件数  行政复议/结果维持  1        number      1  示例县教育局: line 52, cell 1
reviews   unknown  right     –  =     –                  –        –           3  –

rule    severity  pass  pass*  fail  unknown  n/a
upheld  error        0      0     0        2   12

error upheld  示例县人民政府 2021  reviews  5 against 4 (difference 1)
  upheld otherwise than below
  tests/data/panel/示例县人民政府_2021.txt: line 52, cell 1
rule    severity  pass  pass*  fail  unknown  n/a
upheld  error        0      0     1        1   13
declared 6 agencies
cells that print 0 are left out
示例县青山镇人民政府 has no report on 2022
cells that print 0 are left out
dropped 1 report
check: upheld: n/a, nothing passed and nothing failed
loaded 1 report from 1 file

> define check x "x" : received = previous(covered(received))
!2
check_agencies.t:221:42: error: of the reports that one covers only those of its own year can be asked for
  define check x "x" : received = previous(covered(received))
                                           ^~~~~~~~~~~~~~~~~
> define check x "x" for each cell : cell = covered(cell) and cell is not blank
!2
check_agencies.t:226:36: error: the state of a cell and covered reports cannot be asked for together
  define check x "x" for each cell : cell = covered(cell) and cell is not blank
                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> define check x "x" for each cell : cell = covered(cell) + previous(cell)
!2
check_agencies.t:231:36: error: covered reports and the year before cannot be asked for together
  define check x "x" for each cell : cell = covered(cell) + previous(cell)
                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> define check x "x" for each expected : report is not missing and received > 0
!2
check_agencies.t:236:40: error: of what is expected only "report is missing" and what is known of the agency can be asked
  define check x "x" for each expected : report is not missing and received > 0
                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
