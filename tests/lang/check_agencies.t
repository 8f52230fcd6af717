# Rules between agencies: reports that are expected of those of a list.
%load panel
%fresh

> check H.cover
!3
rule     severity      pass     pass*      fail   unknown       n/a
H.cover  info             0         0         0         0        15
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
rule     severity      pass     pass*      fail   unknown       n/a
H.cover  info             0         0         1         0         0
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
rule     severity      pass     pass*      fail   unknown       n/a
H.cover  info             0         0         2         0         0
info H.cover  示例省财政厅 2020
  an agency of the list has no report on this year
rule     severity      pass     pass*      fail   unknown       n/a
H.cover  info             0         0         1         0         0
info H.cover  示例省财政厅 2019
  an agency of the list has no report on this year
info H.cover  示例省财政厅 2020
  an agency of the list has no report on this year
rule     severity      pass     pass*      fail   unknown       n/a
H.cover  info             0         0         2         0         0
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
rule     severity      pass     pass*      fail   unknown       n/a
H.cover  info             2         0         3         0         0  1 waived
declared 6 agencies
kept in waivers.ogi
> define check x "x" for each expected : report is not missing and received > 0
!2
check_agencies.t:97:40: error: of what is expected only "report is missing" and what is known of the agency can be asked
  define check x "x" for each expected : report is not missing and received > 0
                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
