# Two forms in one panel: the reports of tests/data/panel, and those of another form out of sets of
# files of comma-separated values, each file with a table of several agencies.
%load tests/data/panel examples/foia
%fresh

# What stands in several files is one report; the row over all agencies is none, and no agency.
> count reports by form
form     reports
cn            15
us_foia        4
reports 19 of 19
> count agencies where form=us_foia
agencies
       3
reports 4 of 4
> reports where form=us_foia
agency                       year  edition  blank  unread  inferred  doubts  signed_on  path
Example Bureau of Ponds      2022  2008         0       0         0       0  –          examples/foia/fy2022
Example Bureau of Ponds      2023  2008         0       0         0       0  –          examples/foia/fy2023
Example Commission on Lamps  2023  2008         1       0         0       0  –          examples/foia/fy2023
Example Office of Bridges    2022  2008         0       0         0       0  –          examples/foia/fy2022
reports 4 of 4
> members of agency
agency
Example Bureau of Ponds
Example Commission on Lamps
Example Office of Bridges
示例县人民政府
示例县公安局
示例县教育局
示例县青山镇人民政府
示例市卫生健康委员会
示例省财政厅

# Files of the set that no form declares are passed over, and so are components of an agency.
$ rm -f x.db; ogi --no-init -d x.db "examples/foia" -c 'show load'; echo $?
path                                                                                           member  verdict   agency                       year  doubts  reason                                         place
examples/foia/fy2022/foia-foia-personnel.csv                                                   –       skipped   –                            –          0  its first line heads no table of a known form  –
examples/foia/fy2023/foia-reasons-for-denial-on-appeal-number-of-times-exemptions-applied.csv  –       skipped   –                            –          0  its first line heads no table of a known form  –
examples/foia/fy2022                                                                           –       accepted  Example Bureau of Ponds      2022       0  –                                              –
examples/foia/fy2022                                                                           –       accepted  Example Office of Bridges    2022       0  –                                              –
examples/foia/fy2022                                                                           –       accepted  –                            –          0  totals over all agencies                       –
examples/foia/fy2023                                                                           –       accepted  Example Bureau of Ponds      2023       0  –                                              –
examples/foia/fy2023                                                                           –       accepted  Example Commission on Lamps  2023       0  –                                              –
examples/foia/fy2023                                                                           –       accepted  –                            –          0  totals over all agencies                       –
0
loaded 4 reports from 6 files, 2 rows of totals over all agencies, 2 files skipped

# A name that several forms have: the form decides, whoever says it.
> sum received
!2
forms.t:50:5: error: "received" stands in 2 forms
  sum received
      ^~~~~~~~ write "where form=cn" or "where form=us_foia"
> sum received where form=us_foia
received
     230
reports 3 of 4 · 1 left out (unread or text)
> sum received where form in (cn)
received
     717
reports 15 of 15 · 3 blanks taken as 0
> sum received where edition=2021
received
     610
reports 11 of 11 · 3 blanks taken as 0
> sum received, processed by year
year  received  processed
2022       110        100
2023       120        130
reports 4 of 4 · 1 blank taken as 0 · 1 left out (unread or text)
> sum applications where received > 100
applications
         111
reports 1 of 1
> use form us_foia
. sum received by year total
. sum applications
. use form all
!2
year   received
2022        110
2023        120

total       230
reports 3 of 4 · 1 left out (unread or text)
forms.t:78:5: error: "applications" is a measure of the form "cn", not of "us_foia"
  sum applications
      ^~~~~~~~~~~~ it can be "pending_start", "received", "processed", "pending_end", "dispositions" or "exemptions"
> sum applications where form=us_foia
!2
forms.t:90:5: error: "applications" is a measure of the form "cn", not of "us_foia"
  sum applications where form=us_foia
      ^~~~~~~~~~~~ it can be "pending_start", "received", "processed", "pending_end", "dispositions" or "exemptions"
> count reports where received > 100
!2
forms.t:95:21: error: "received" stands in 2 forms
  count reports where received > 100
                      ^~~~~~~~ write "where form=cn" or "where form=us_foia"
> count reports where processed > 100
reports
      1
reports 1 of 1
> count reports where applications is missing
reports
      0
reports 0 of 0
no report is in scope
> sum received where form=cn and form=us_foia
!2
forms.t:109:5: error: "received" stands in 2 forms
  sum received where form=cn and form=us_foia
      ^~~~~~~~ write "where form=cn" or "where form=us_foia"
> sum processed, applications by year
year  processed  applications
2019          –            24
2020          –            80
2021          –           226
2022        100           156
2023        130           183
reports 19 of 19 · 1 blank taken as 0 · 1 left out (unread or text)
> sum received where form=us_foia by outcome
!2
forms.t:122:36: error: "received" has no dimension "outcome": the form has no such cell
  sum received where form=us_foia by outcome
                                     ^~~~~~~ it divides "applications"
> count reports where form ~ "^us"
reports
      4
reports 4 of 4
> sum received where edition=us_foia.2008
received
     230
reports 3 of 4 · 1 left out (unread or text)

# A figure of one form counts the reports of that form alone.
> sum applications
applications
         669
reports 14 of 15 · 1 left out (unread or text)
> sum processed
processed
      230
reports 4 of 4 · 1 blank taken as 0
> avg processed by year
year  processed  n
2022      50.00  2
2023      65.00  2
reports 4 of 4 · 1 blank taken as 0
> sum applications by year total
year   applications
2019             24
2020             80
2021            226
2022            156
2023            183

total           669
reports 14 of 15 · 1 left out (unread or text)
> rate full_grant of dispositions
 rate  numerator  denominator
34.0%         34          100
reports 2 of 4
2 reports without this figure: another edition of the form, or no such table
> share dispositions by disposition within year where year=2022
year  disposition    share  dispositions
2022  full_grant     34.0%            34
2022  partial_grant  23.0%            23
2022  full_denial    11.0%            11
2022  other_denial   32.0%            32
reports 2 of 2

# The row over all agencies is what the form states where no agency is left out.
> stated received where form=us_foia by year
year  stated
2022     110
2023     120
reports 4 of 4
the total is that of the row "All agencies"
> stated received where form=us_foia and year=2022
stated
   110
reports 2 of 2
the total is that of the row "All agencies"
> gap received where form=us_foia and year=2022
gap
  0
reports 2 of 2
the total is that of the row "All agencies"
> stated processed by year total
year   stated
2022      100
2023      130

total     230
reports 4 of 4 · 1 blank taken as 0
the total is that of the row "All agencies"
> gap processed where year=2022
gap
  0
reports 2 of 2
the total is that of the row "All agencies"
> gap processed where year=2023
gap
  0
reports 2 of 2 · 1 blank taken as 0
the total is that of the row "All agencies"
> stated dispositions by disposition where year=2022
disposition    stated
full_grant         34
partial_grant      23
full_denial        11
other_denial        –
reports 2 of 2
the total is that of the row "All agencies"
no total where a year has no such row, its cell is no number, or the form prints none
> gap dispositions by year
year  gap
2022    0
2023    –
reports 2 of 4
2 reports without this figure: another edition of the form, or no such table
the total is that of the row "All agencies"
no total where a year has no such row, its cell is no number, or the form prints none
> stated pending_end
!2
forms.t:225:8: error: "pending_end" is a state at one end of a year: over 2022 to 2023 it does not add up
  stated pending_end
         ^~~~~~~~~~~ write "by year", or one year in "where"
> stated pending_end by year
year  stated
2022      25
2023      10
reports 4 of 4
the total is that of the row "All agencies"
> gap exemptions
!2
forms.t:236:1: error: the form prints no total of "exemptions" for exactly that
  gap exemptions
  ^~~~~~~~~~~~~~ it prints none for this measure: use "sum"
> stated received where form=us_foia by agency
!2
forms.t:241:1: error: the form prints no total of "received" for exactly that
  stated received where form=us_foia by agency
  ^~~~~~~~~~~~~~~ it prints one over all agencies: ask without conditions on agencies, by year at most, or use "sum"
> stated received where agency="Ponds"
!2
forms.t:246:8: error: "received" stands in 2 forms
  stated received where agency="Ponds"
         ^~~~~~~~ write "where form=cn" or "where form=us_foia"
> stated dispositions where agency="Ponds"
stated
    90
reports 1 of 2
1 report without this figure: another edition of the form, or no such table
> stated processed where processed > 0
!2
forms.t:256:1: error: the form prints no total of "processed" for exactly that
  stated processed where processed > 0
  ^~~~~~~~~~~~~~~~ it prints one over all agencies: ask without conditions on agencies, by year at most, or use "sum"
> stated received where form=cn
stated
   717
reports 15 of 15
> explain plan stated processed
compute: sum of printed totals
scope: all reports, of the form us_foia
keys: none
column: stated in requests
groups:
  stated: over cells 193; cell 193 of the row over all agencies

# Its cell has a place.
$ ogi --no-init -d panel.db --format csv -c 'stated processed where year=2022' -c 'trace 1,1'
stated
100

agency,year,table,row,column,printed,value,state,file,place
All agencies,2022,V.A,Agency Overall,Number of Requests Processed in Fiscal Year,100,100,number,examples/foia/fy2022,"table 2, row 6, cell 6"
> show report "Bridges" 2022
report
agency            Example Office of Bridges
year              2022
edition           us_foia.2008 2008 guidelines
title
signed on
file              examples/foia/fy2022
cells             0 blank, 0 unread, 0 inferred, 0 doubts on loading
tables not in it  V.B.(3)
note              table 1 is the file "examples/foia/fy2022/foia-disposition-of-foia-requests-all-processed-requests.csv"
note              table 2 is the file "examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv"

V.A             Number of Requests Pending as of Start of Fiscal Year  Number of Requests Received in Fiscal Year  Number of Requests Processed in Fiscal Year  Number of Requests Pending as of End of Fiscal Year
Agency Overall                                                      5                                          10                                           10                                                    5

V.B.(1)                                              Agency Overall
Number of Full Grants                                             4
Number of Partial Grants/Partial Denials                          3
Number of Full Denials Based on Exemptions                        1
No Records                                                        1
All Records Referred to Another Component or Agency               0
Request Withdrawn                                                 0
Fee-Related Reason                                                0
Records Not Reasonably Described                                  0
Improper FOIA Request for Other Reason                            0
Not Agency Record                                                 0
Duplicate Request                                                 1
Other*                                                            0
Total                                                            10
$ ogi --no-init -d panel.db --format csv -c 'show report "Lamps" 2023'
agency,year,table,row,column,printed,value,state,place
Example Commission on Lamps,2023,V.A,Agency Overall,Number of Requests Pending as of Start of Fiscal Year,0,0,number,"table 2, row 3, cell 6"
Example Commission on Lamps,2023,V.A,Agency Overall,Number of Requests Received in Fiscal Year,<1,,text,"table 2, row 3, cell 3"
Example Commission on Lamps,2023,V.A,Agency Overall,Number of Requests Processed in Fiscal Year,N/A,,blank,"table 2, row 3, cell 4"
Example Commission on Lamps,2023,V.A,Agency Overall,Number of Requests Pending as of End of Fiscal Year,0,0,number,"table 2, row 3, cell 5"

# What cannot be a number is none: "<1" is text, N/A is blank.
> sum received where form=us_foia and year=2023 by agency
agency                       received
Example Bureau of Ponds           120
Example Commission on Lamps         –
reports 1 of 2 · 1 left out (unread or text)
> sum processed where year=2023 by agency
agency                       processed
Example Bureau of Ponds            130
Example Commission on Lamps          0
reports 2 of 2 · 1 blank taken as 0

# Loading again replaces, files that are gone take their totals with them.
> load "examples/foia"
. stated received where form=us_foia by year
year  stated
2022     110
2023     120
loaded 4 reports from 6 files, 2 rows of totals over all agencies, 4 replaced, 2 files skipped
reports 4 of 4
the total is that of the row "All agencies"
> reload
. count reports by form
form     reports
cn            15
us_foia        4
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
loaded 19 reports from 21 files, 2 rows of totals over all agencies, 19 replaced, 1 with doubts (1), 2 files skipped
reports 19 of 19

# One file alone; the whole set then counts as the better version.
$ rm -f y.db; ogi --no-init -d y.db "examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv" -c 'count reports' -c 'load "examples/foia/fy2022"' -c 'count reports' -c 'sum processed' -c 'stated processed' -c 'show report "Ponds" 2022 table 5'; echo $?
reports
      2

reports
      2

processed
      100

stated
   100

report
agency            Example Bureau of Ponds
year              2022
edition           us_foia.2008 2008 guidelines
title
signed on
file              examples/foia/fy2022
cells             0 blank, 0 unread, 0 inferred, 0 doubts on loading
tables not in it  V.B.(3)
other version     examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv
note              table 1 is the file "examples/foia/fy2022/foia-disposition-of-foia-requests-all-processed-requests.csv"
note              table 2 is the file "examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv"

V.A             Number of Requests Pending as of Start of Fiscal Year  Number of Requests Received in Fiscal Year  Number of Requests Processed in Fiscal Year  Number of Requests Pending as of End of Fiscal Year
Agency Overall                                                     10                                         100                                           90                                                   20

V.B.(1)                                              Agency Overall
Number of Full Grants                                            30
Number of Partial Grants/Partial Denials                         20
Number of Full Denials Based on Exemptions                       10
No Records                                                       15
All Records Referred to Another Component or Agency               0
Request Withdrawn                                                 5
Fee-Related Reason                                                1
Records Not Reasonably Described                                  2
Improper FOIA Request for Other Reason                            3
Not Agency Record                                                 1
Duplicate Request                                                 2
Other*                                                            1
Total                                                            90

table    row             column                                               here  there
V.B.(1)  Agency Overall  Number of Full Grants                                30
V.B.(1)  Agency Overall  Number of Partial Grants/Partial Denials             20
V.B.(1)  Agency Overall  Number of Full Denials Based on Exemptions           10
V.B.(1)  Agency Overall  No Records                                           15
V.B.(1)  Agency Overall  All Records Referred to Another Component or Agency  0
V.B.(1)  Agency Overall  Request Withdrawn                                    5
V.B.(1)  Agency Overall  Fee-Related Reason                                   1
V.B.(1)  Agency Overall  Records Not Reasonably Described                     2
V.B.(1)  Agency Overall  Improper FOIA Request for Other Reason               3
V.B.(1)  Agency Overall  Not Agency Record                                    1
V.B.(1)  Agency Overall  Duplicate Request                                    2
V.B.(1)  Agency Overall  Other*                                               1
V.B.(1)  Agency Overall  Total                                                90
0
loaded 2 reports from 1 file, 1 row of totals over all agencies
reports 2 of 2
examples/foia/fy2022: note: "Example Bureau of Ponds" has a report on 2022 in examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv too, but this one counts: it has 14 unread cells, the other 27
examples/foia/fy2022: note: "Example Office of Bridges" has a report on 2022 in examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv too, but this one counts: it has 14 unread cells, the other 27
loaded 2 reports from 3 files, 1 row of totals over all agencies, 2 further versions, 1 file skipped
reports 2 of 2
reports 2 of 2
reports 2 of 2
the total is that of the row "All agencies"
"there" is examples/foia/fy2022/foia-received-processed-and-pending-foia-requests (1).csv: 13 cells differ, 0 unread

# Where only one form is loaded its names need no form, and without any the first form has them.
$ ogi --no-init examples/foia -c 'sum received by year' -c 'stated received by year' 2>&1
loaded 4 reports from 6 files, 2 rows of totals over all agencies, 2 files skipped
year  received
2022       110
2023       120
reports 3 of 4 · 1 left out (unread or text)

year  stated
2022     110
2023     120
reports 4 of 4
the total is that of the row "All agencies"
$ ogi --no-init -c 'explain plan sum received'
compute: sum
scope: all reports
keys: none
column: received in 件
groups:
  received: cells 0..5
ask first: does a consolidated report stand beside one it covers?

# Without a row over all agencies there is no total over them.
$ mkdir -p few; grep -v 'All agencies' "examples/foia/fy2023/received processed pending.csv" > few/x.csv; ogi --no-init few -c 'stated received' 2>&1
!2
loaded 2 reports from 1 file
-c:1:1: error: the form prints no total of "received" for exactly that
  stated received
  ^~~~~~~~~~~~~~~ no file that was loaded has the row "All agencies": use "sum"

# Files that are wrong.
$ printf 'Agency,Fiscal Year,Requests Received in Fiscal Year,Requests Processed in Fiscal Year,Requests Pending as of End of Fiscal Year\nA,2023,1,2,3\n,2023,1,2,3\nB,FY23,1,2,3\n' > wrong.csv; ogi --no-init wrong.csv -c 'sum received' -c 'sum pending_start'; echo $?
received
       1

pending_start
            –
0
wrong.csv: warning: line 3 is left out: it names no agency
wrong.csv: warning: line 4 is left out: "FY23" is no year
wrong.csv: warning: no column or more than one is headed "Number of Requests Pending as of Start of Fiscal Year" in table "V.A"
loaded 1 report from 1 file, 1 with doubts (1)
reports 1 of 1
reports 0 of 1 · 1 left out (unread or text)
$ printf 'Agency,Fiscal Year,Number of Requests Received in Fiscal Year,Requests Received in Fiscal Year\nA,2023,1,2\n' > two.csv; ogi --no-init two.csv; echo $?
3
two.csv: warning: its first line heads no table of a known form
loaded 0 reports from 1 file, 1 not read
$ printf 'Agency,Fiscal Year,Requests Received in Fiscal Year,Requests Processed in Fiscal Year,Requests Pending as of End of Fiscal Year\n' > none.csv; ogi --no-init none.csv; echo $?
3
none.csv: warning: it has the columns of table "V.A" and no record of a report
loaded 0 reports from 1 file, 1 not read
$ printf 'a,"b"c\n' > quote.csv; ogi --no-init quote.csv; echo $?
3
quote.csv: error: line 1: a quote inside a field or without its partner
  put the whole field in quotes and write each quote in it twice
loaded 0 reports from 1 file, 1 not read
$ printf 'Agency,Fiscal Year,Requests Received in Fiscal Year,Requests Processed in Fiscal Year,Requests Pending as of End of Fiscal Year\nA,2023,1,2,3\nA,2023,1,5,3\n' > twice.csv; ogi --no-init twice.csv -c 'sum processed' -c 'sum received'; echo $?
processed
        –

received
       1
0
twice.csv: warning: no column or more than one is headed "Number of Requests Pending as of Start of Fiscal Year" in table "V.A"
twice.csv: line 3: warning: a cell of table "V.A" is left unread: it stands twice, as "2" and as "5"
loaded 1 report from 1 file, 1 with doubts (2)
reports 0 of 1 · 1 left out (unread or text)
reports 1 of 1
$ printf 'x,y\n1,2\n' > other.csv; ogi --no-init other.csv; echo $?
3
other.csv: warning: its first line heads no table of a known form
loaded 0 reports from 1 file, 1 not read

# Definitions that cannot be.
$ def() { mkdir -p lib/forms; printf "$1" > lib/forms/a.ogi; ogi --no-init --stdlib lib -c 'help measures' 2>&1; }; u='define unit n "n" decimals 0\ndefine form f "f" ( total agency "All" )\ndefine measure m "m" flow unit n\n'; def "$u"'define edition f 1 ( csv ( agency "A" ), table "T" "t" ( block "" ( columns ("M" = m), rows (unlabelled "n") ) ) )'; def "$u"'define edition f 1 ( csv ( agency "A", year "Y", part "P" ), table "T" "t" ( block "" ( columns ("M" = m), rows (unlabelled "n") ) ) )'; def "$u"'define edition f 1 ( csv ( agency "A", who "Y" ), table "T" "t" ( block "" ( columns ("M" = m), rows (unlabelled "n") ) ) )'; def "$u"'define edition f 1 ( csv ( agency "A", year "Y" ), table "T" "t" ( block "" ( columns ("M"), rows ("a" = m, "b" = m) ) ) )'; def 'define form f "f" ( total region "All" )'; def 'define form f "f"\ndefine unit n "n"\ndefine measure m "m" flow unit n form g'; rm -r lib
lib/forms/a.ogi:4:22: error: comma-separated values need a column of the agency and one of the year; a part needs the words for the whole
  define edition f 1 ( csv ( agency "A" ), table "T" "t" ( block "" ( columns ("M" = m), rows (unlabel...
                       ^~~~~~~~~~~~~~~~~~
lib/forms/a.ogi:4:22: error: comma-separated values need a column of the agency and one of the year; a part needs the words for the whole
  define edition f 1 ( csv ( agency "A", year "Y", part "P" ), table "T" "t" ( block "" ( columns ("M"...
                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
lib/forms/a.ogi:4:40: error: of comma-separated values are said agency, year, part, whole and blank
  define edition f 1 ( csv ( agency "A", who "Y" ), table "T" "t" ( block "" ( columns ("M" = m), rows...
                                         ^~~~~~~
lib/forms/a.ogi:4:16: error: a table in comma-separated values has one row, "T" has more
  define edition f 1 ( csv ( agency "A", year "Y" ), table "T" "t" ( block "" ( columns ("M"), rows ("...
                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
lib/forms/a.ogi:1:21: error: a total over reports is one over agencies: write "total agency" and its words
  define form f "f" ( total region "All" )
                      ^~~~~~~~~~~~~~~~~~
lib/forms/a.ogi:3:16: error: there is no form "g"
  define measure m "m" flow unit n form g
                 ^~~~~~~~~~~~~~~~~~~~~~~~
$ mkdir -p lib/forms; printf 'define unit n "n" decimals 0\ndefine form f "f"\ndefine measure m "m" flow unit n\ndefine edition f 1 ( table "T" "t" ( block "" ( columns ("M" = m), rows ("a") ) ) )' > lib/forms/a.ogi; printf 'define form g "g"\ndefine measure m "m" closing unit n\ndefine edition g 1 ( table "T" "t" ( block "" ( columns ("M" = m), rows ("a") ) ) )' > lib/forms/b.ogi; printf 'define measure k "k" flow form g unit n' > lib/forms/c.ogi; ogi --no-init --stdlib lib -c 'help measures' -c 'sum m where edition=1' -c 'sum m where edition=g.1' -c 'sum k' 2>&1; rm -r lib
measure  form  chinese  type                          unit  dimensions
m        f     m        flow                          n
m        g     m        stock at the end of the year  n
k        g     k        flow                          n
-c#2:1:21: error: "1" is an edition of 2 forms
  sum m where edition=1
                      ^ write "f.1" or "g.1"

# The dimensions of a form tell which one is meant, too.
> top 1 years by sum received by requester
year  requester              received
2021  natural_person              199
2021  company                      54
2021  research_institution          6
2021  public_interest_group         2
2021  law_firm                     10
2021  other_organisation            1
reports 15 of 15 · 3 blanks taken as 0
> sum received where requester=natural_person
received
     524
reports 15 of 15

# The latest year is that of the form which is asked about.
> drop report "Example Bureau of Ponds" 2023; drop report "Example Commission on Lamps" 2023; sum received where form=us_foia and year=latest; use form us_foia; sum received for latest; use form all; count reports where year=latest
received
     110

received
     110

reports
      3
dropped 1 report
dropped 1 report
reports 2 of 2
latest is 2022
reports 2 of 2
latest is 2022
reports 3 of 3
latest is 2023
