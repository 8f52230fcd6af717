# Settings last for the session.
%load panel

> set
setting      value        can_be
year         all          a year, 2019..2023 or all
blank        zero         zero or unknown
names        key          key, zh, en or both
format       table        table, csv, tsv, json, jsonl, md, line or html
form         all          a form or all
min base     30           a whole number: rates over less rank nowhere
waivers      waivers.ogi  a file
width        auto         a number of columns, 0 for no limit, or auto: as wide as the window
null         auto         a text that stands where there is no figure, or auto
thousands    auto         on: 12,345, off, or auto: on a terminal
units        auto         on: units in headings, off, or auto: on a terminal
colour       auto         on, off, or auto: on a terminal, of answers and of what is typed
pager        auto         on, off, or auto: for what is longer than the window
headers      on           on or off
timing       off          on or off: the time of each statement
echo         off          on or off: statements of scripts are shown too
bail         on           on or off: an error ends a script
prompt       auto         a text, or auto
suggestions  on           on or off: what the history would add to what is typed
> set year 2021
. sum received
. sum received by year
. sum received where year=2022
. sum received for 2020
. count reports
. set year 2020..2021
. sum received
. set year all
. sum received
received
     272

year  received
2021       272

received
     161

received
      79

reports
      6

received
     351

received
     717
reports 6 of 6 · 3 blanks taken as 0 · set year=2021
reports 6 of 6 · 3 blanks taken as 0 · set year=2021
reports 3 of 3
reports 2 of 2
reports 6 of 6 · set year=2021
reports 8 of 8 · 3 blanks taken as 0 · set year in 2020..2021
reports 15 of 15 · 3 blanks taken as 0
> set year = 2021
. sum received
received
     272
reports 6 of 6 · 3 blanks taken as 0 · set year=2021
> set format csv
. sum received by year
. set format json
. sum received
. set format table
. sum received
year,received
2019,23
2020,79
2021,272
2022,161
2023,182
{"statement": "sum received",
 "columns": [
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"received": 717}],
 "coverage": {"reports": 15, "expected": null, "missing": null, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}

received
     717
reports 15 of 15 · 3 blanks taken as 0
> use form cn
. sum received
. set form all
. sum received
received
     717

received
     717
reports 15 of 15 · 3 blanks taken as 0
reports 15 of 15 · 3 blanks taken as 0
> set year 2021
. set names zh
. set
设置         数值         可设为
year         2021         a year, 2019..2023 or all
blank        zero         zero or unknown
names        zh           key, zh, en or both
format       table        table, csv, tsv, json, jsonl, md, line or html
form         all          a form or all
min base     30           a whole number: rates over less rank nowhere
waivers      waivers.ogi  a file
width        auto         a number of columns, 0 for no limit, or auto: as wide as the window
null         auto         a text that stands where there is no figure, or auto
thousands    auto         on: 12,345, off, or auto: on a terminal
units        auto         on: units in headings, off, or auto: on a terminal
colour       auto         on, off, or auto: on a terminal, of answers and of what is typed
pager        auto         on, off, or auto: for what is longer than the window
headers      on           on or off
timing       off          on or off: the time of each statement
echo         off          on or off: statements of scripts are shown too
bail         on           on or off: an error ends a script
prompt       auto         a text, or auto
suggestions  on           on or off: what the history would add to what is typed

> set year soon
!2
settings.t:124:10: error: "soon" is no year
  set year soon
           ^~~~ write 2021, 2019..2023 or all
> set year
!2
settings.t:129:1: error: "set year" takes one value
  set year
  ^~~~~~~~ it can be a year, 2019..2023 or all
> set year 2020 2021
!2
settings.t:134:1: error: "set year" takes one value
  set year 2020 2021
  ^~~~~~~~~~~~~~~~~~ it can be a year, 2019..2023 or all
> set blank never
!2
settings.t:139:11: error: "never" says nothing of blanks
  set blank never
            ^~~~~ it can be zero or unknown
> set names fr
!2
settings.t:144:11: error: there are no names "fr"
  set names fr
            ^~ it can be key, zh, en or both
> set format xml
!2
settings.t:149:12: error: there is no format "xml"
  set format xml
             ^~~ it can be table, csv, tsv, json, jsonl, md, line or html
> set flavour red
!2
settings.t:154:5: error: there is no setting "flavour"
  set flavour red
      ^~~~~~~ "set" alone lists them
> set form us
!2
settings.t:159:10: error: there is no form "us"
  set form us
           ^~ it can be cn, us_foia or all
> use form us
!2
settings.t:164:10: error: there is no form "us"
  use form us
           ^~ it can be cn, us_foia or all
> use "nowhere.ogi"
!3
settings.t:169:5: error: "nowhere.ogi" cannot be read: No such file or directory
  use "nowhere.ogi"
      ^~~~~~~~~~~~~

# A script that uses another.
$ printf 'set year 2021\nsum received\n' > a.ogi; printf 'use "a.ogi"\nsum received by year\n' > b.ogi; ogi --no-init -d panel.db -f b.ogi
received
     272

year  received
2021       272
reports 6 of 6 · 3 blanks taken as 0 · set year=2021
reports 6 of 6 · 3 blanks taken as 0 · set year=2021
$ printf 'use "c.ogi"\n' > c.ogi; ogi --no-init -d panel.db -f c.ogi; echo $?
4
c.ogi:1:5: error: scripts use each other in a circle
  use "c.ogi"
      ^~~~~~~
$ printf 'sum received by yeer\n' > d.ogi; ogi --no-init -d panel.db -c 'use "d.ogi"' -c 'sum received'; echo $?
2
d.ogi:1:17: error: there is no dimension "yeer"
  sum received by yeer
                  ^~~~ did you mean "year"?

# Names in another language.
> set names zh
. sum applications by outcome where year=2022
. sum received across requester where year=2022
. sum received, fees where year=2022
. set names en
. sum applications by outcome where year=2022
. sum received across requester where year=2022
. set names key
. sum applications by outcome where year=2022
办理结果  办理结果数
予以公开          87
部分公开          13
不予公开          19
无法提供          24
不予处理           9
其他处理           4

自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他法人或组织
   126        27         0             0             6               2

新收申请  行政事业性收费金额
     161               27.75

outcome           applications answered
disclosed                            87
partly disclosed                     13
withheld                             19
unavailable                          24
not processed                         9
otherwise closed                      4

natural person  company  research institution  public interest group  law firm  other organisation
           126       27                     0                      0         6                   2

outcome           applications
disclosed                   87
partly_disclosed            13
withheld                    19
unavailable                 24
not_processed                9
otherwise_closed             4
报告 3 份（范围内共 3 份）
报告 3 份（范围内共 3 份）
报告 3 份（范围内共 3 份）
reports 3 of 3
reports 3 of 3
reports 3 of 3

# Machine formats keep the keys.
> set names zh
. set format csv
. sum applications by outcome where year=2022
. sum received by year across requester where year=2022
outcome,applications
disclosed,87
partly_disclosed,13
withheld,19
unavailable,24
not_processed,9
otherwise_closed,4

year,natural_person,company,research_institution,public_interest_group,law_firm,other_organisation
2022,126,27,0,0,6,2
