# `to` writes the one file it names, in the format of its ending.
%load panel

> sum received by year to "a.csv"
$ cat a.csv
year,received
2019,23
2020,79
2021,272
2022,161
2023,182
> sum received by year to "a.tsv"
$ cat a.tsv
year	received
2019	23
2020	79
2021	272
2022	161
2023	182
> sum received by year to "a.json"
$ cat a.json
{"statement": "sum received by year to \"a.json\"",
 "columns": [
  {"name": "year", "type": "integer", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"year": 2019, "received": 23},
  {"year": 2020, "received": 79},
  {"year": 2021, "received": 272},
  {"year": 2022, "received": 161},
  {"year": 2023, "received": 182}],
 "coverage": {"reports": 15, "expected": null, "missing": null, "blank": 3, "unread": 0, "inferred": 0, "failing": null}}
> sum received by year to "a.jsonl"
$ cat a.jsonl
{"year": 2019, "received": 23}
{"year": 2020, "received": 79}
{"year": 2021, "received": 272}
{"year": 2022, "received": 161}
{"year": 2023, "received": 182}
> sum received by year to "a.md"
$ cat a.md
| year | received |
| --- | ---: |
| 2019 | 23 |
| 2020 | 79 |
| 2021 | 272 |
| 2022 | 161 |
| 2023 | 182 |
> sum received by year to "a.txt"
$ cat a.txt
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
> sum received where year=2021 to "a.csv"
$ cat a.csv
received
272
> reports where year=2023 to "r.csv"
$ cat r.csv
agency,year,edition,blank,unread,inferred,doubts,signed_on,path
示例县教育局,2023,2021,0,0,0,0,2024-01-18,tests/data/panel/示例县教育局_2023.html
示例市卫生健康委员会,2023,2021,0,0,0,0,2024-01-18,tests/data/panel/示例市卫生健康委员会_2023.txt
示例省财政厅,2023,2021,0,0,0,0,2024-01-18,tests/data/panel/示例省财政厅_2023.html
> members of requester to "m.csv"
$ cat m.csv
member,chinese,english
natural_person,自然人,natural person
organisation,法人或其他组织,organisation
company,商业企业,company
research_institution,科研机构,research institution
public_interest_group,社会公益组织,public interest group
law_firm,法律服务机构,law firm
other_organisation,其他法人或组织,other organisation
> describe withheld to "d.json"
$ cat d.json
{"statement": "describe withheld to \"d.json\"",
 "columns": [
  {"name": "what", "type": "text", "unit": null},
  {"name": "value", "type": "text", "unit": null}],
 "rows": [
  {"what": "member", "value": "withheld"},
  {"what": "Chinese", "value": "不予公开"},
  {"what": "English", "value": "withheld"},
  {"what": "dimension", "value": "outcome"}],
 "coverage": null}
> show report "公安" 2021 table 4 to "s.csv"
$ cat s.csv
agency,year,table,row,column,printed,value,state,place
示例县公安局,2021,四,件数,行政复议/结果维持,3,3,number,"line 52, cell 1"
示例县公安局,2021,四,件数,行政复议/结果纠正,0,0,number,"line 52, cell 2"
示例县公安局,2021,四,件数,行政复议/其他结果,1,1,number,"line 52, cell 3"
示例县公安局,2021,四,件数,行政复议/尚未审结,1,1,number,"line 52, cell 4"
示例县公安局,2021,四,件数,行政复议/总计,5,5,number,"line 52, cell 5"
示例县公安局,2021,四,件数,行政诉讼/未经复议直接起诉/结果维持,1,1,number,"line 52, cell 6"
示例县公安局,2021,四,件数,行政诉讼/未经复议直接起诉/结果纠正,1,1,number,"line 52, cell 7"
示例县公安局,2021,四,件数,行政诉讼/未经复议直接起诉/其他结果,0,0,number,"line 52, cell 8"
示例县公安局,2021,四,件数,行政诉讼/未经复议直接起诉/尚未审结,0,0,number,"line 52, cell 9"
示例县公安局,2021,四,件数,行政诉讼/未经复议直接起诉/总计,2,2,number,"line 52, cell 10"
示例县公安局,2021,四,件数,行政诉讼/复议后起诉/结果维持,2,2,number,"line 52, cell 11"
示例县公安局,2021,四,件数,行政诉讼/复议后起诉/结果纠正,0,0,number,"line 52, cell 12"
示例县公安局,2021,四,件数,行政诉讼/复议后起诉/其他结果,0,0,number,"line 52, cell 13"
示例县公安局,2021,四,件数,行政诉讼/复议后起诉/尚未审结,0,0,number,"line 52, cell 14"
示例县公安局,2021,四,件数,行政诉讼/复议后起诉/总计,2,2,number,"line 52, cell 15"
> sum received to "a.xls"
!4
to_file.t:107:17: error: the ending of "a.xls" names no format
  sum received to "a.xls"
                  ^~~~~~~ it can be .csv, .tsv, .json, .jsonl, .md or .txt
> sum received to "nowhere/a.csv"
!4
to_file.t:112:17: error: "nowhere/a.csv" cannot be written: No such file or directory
  sum received to "nowhere/a.csv"
                  ^~~~~~~~~~~~~~~
> sum received to ""
!4
to_file.t:117:17: error: the ending of "" names no format
  sum received to ""
                  ^~ it can be .csv, .tsv, .json, .jsonl, .md or .txt
