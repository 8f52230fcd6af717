# Figures that narratives state.
%load examples/reports

> claims of "示例县公安局" 2023
year  agency        section  heading                             place                                      claim  kind   counts           number    value  unit  bound  about  sentence
2023  示例县公安局  1        总体情况                            examples/reports/示例县公安局_2023.txt:4   1      count  carried_in       2             2  件    exact   2023  上年结转[2件]，本年新收47件，到年底还有3件在办。
2023  示例县公安局  1        总体情况                            examples/reports/示例县公安局_2023.txt:4   2      count  received         47           47  件    exact   2023  上年结转2件，本年新收[47件]，到年底还有3件在办。
2023  示例县公安局  1        总体情况                            examples/reports/示例县公安局_2023.txt:4   3      count  carried_forward  3             3  件    exact   2023  …2件，本年新收47件，到年底还有[3件]在办。
2023  示例县公安局  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2023.txt:50  1      count  reviews          5             5  件    exact   2023  全年行政复议[5件]、行政诉讼4件。
2023  示例县公安局  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2023.txt:50  2      count  lawsuits         4             4  件    exact   2023  全年行政复议5件、行政诉讼[4件]。
2023  示例县公安局  5        存在的主要问题及改进情况            examples/reports/示例县公安局_2023.txt:56  1      count  –                两            2  次    exact   2023  下一年安排[两次]培训。
2023  示例县公安局  6        其他需要报告的事项                  examples/reports/示例县公安局_2023.txt:58  1      none   processing_fee   没有收取      0  –     exact   2023  [没有收取信息处理费]，也没有其他事项。
reports 1 of 1
> claims where year=2023 having kind = none
year  agency            section  heading             place                                          claim  kind  counts          number    value  bound  about  sentence
2023  示例县人民政府    6        其他需要报告的事项  examples/reports/示例县人民政府_2023.html:13   1      none  processing_fee  没有收取      0  exact   2023  [没有收取信息处理费]，也没有其他事项。
2023  示例县公安局      6        其他需要报告的事项  examples/reports/示例县公安局_2023.txt:58      1      none  processing_fee  没有收取      0  exact   2023  [没有收取信息处理费]，也没有其他事项。
2023  示例县卫生健康局  6        其他需要报告的事项  examples/reports/示例县卫生健康局_2023.txt:58  1      none  processing_fee  没有收取      0  exact   2023  [没有收取信息处理费]，也没有其他事项。
2023  示例县教育局      6        其他需要报告的事项  examples/reports/示例县教育局_2023.html:12     1      none  processing_fee  没有收取      0  exact   2023  [没有收取信息处理费]，也没有其他事项。
reports 5 of 5
> claims for "上海市人民政府办公厅" 2019
year  agency                section  heading   place                                              claim  kind   counts      perhaps                                              number  value  unit  bound  about  sentence
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:4  1      count  received    –                                                    859       859  件    exact   2019  …市政府办公厅收到政府信息公开申请[859件]，另有上一年结转18件。
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:4  2      count  carried_in  –                                                    18         18  件    exact   2019  …公开申请859件，另有上一年结转[18件]。
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:4  3      count  –           –                                                    805       805  件    exact   2019  年内答复[805件]，其余72件转入下一年。
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:4  4      count  –           carried_forward                                      72         72  件    exact   2019  年内答复805件，其余[72件]转入下一年。
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:5  5      count  –           rule and newly_published of documents                13         13  件    exact   2019  全年公开规章[13件]、行政规范性文件60件。
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:5  6      count  –           normative_document and newly_published of documents  60         60  件    exact   2019  …年公开规章13件、行政规范性文件[60件]。
reports 1 of 1
> claims having kind = change or kind = direction
year  agency  section  heading  place  claim  kind  counts  perhaps  number  value  unit  bound  about  against  direction  whole  sentence
reports 20 of 20
> claims in section 4 where agency="示例县人民政府" having value > 5 order by value desc
year  agency          section  heading                             place                                        claim  kind   counts    number  value  unit  bound  about  sentence
2023  示例县人民政府  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2023.html:9  1      count  reviews   10         10  件    exact   2023  全年行政复议[10件]、行政诉讼6件。
2022  示例县人民政府  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2022.txt:50  1      count  reviews   8           8  件    exact   2022  全年行政复议[8件]、行政诉讼5件。
2023  示例县人民政府  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2023.html:9  2      count  lawsuits  6           6  件    exact   2023  全年行政复议10件、行政诉讼[6件]。
reports 3 of 3
> claims having counts = carried_in and value > 1 limit 2
year  agency                section  heading   place                                              claim  kind   counts      number  value  unit  bound  about  sentence
2019  上海市人民政府办公厅  1        总体情况  examples/reports/上海市人民政府办公厅_2019.html:4  2      count  carried_in  18         18  件    exact   2019  …公开申请859件，另有上一年结转[18件]。
2022  示例县人民政府        1        总体情况  examples/reports/示例县人民政府_2022.txt:4         1      count  carried_in  4           4  件    exact   2022  上年结转[4件]，本年新收92件，到年底还有5件在办。
reports 20 of 20
> claims of "示例县公安局"  having about != year
year  agency  section  heading  place  claim  kind  counts  perhaps  number  value  unit  bound  about  against  direction  whole  sentence
reports 4 of 4
# What makes no sense.
> claims by year
!2
claims.t:48:8: error: "by" means nothing for a list of claims
  claims by year
         ^~~~~~~
> claims top 3
!2
claims.t:53:8: error: "top" means nothing for a list of claims
  claims top 3
         ^~~~~
> claims where outcome=disclosed
!2
claims.t:58:14: error: reports are chosen by conditions on reports, not on members
  claims where outcome=disclosed
               ^~~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> claims of
!2
claims.t:63:10: error: the statement ends too early: expected a name or a string
  claims of
           ^
> claims of "不存在的局" 2021
!2
claims.t:68:11: error: no report has the agency "不存在的局"
  claims of "不存在的局" 2021
            ^~~~~~~~~~~~ there is "上海市人民政府办公厅", "平潭综合实验区", "示例县人民政府", "示例县公安局", "示例县卫生健康局", "示例县教育局" or "西山区政务服务管理局"
> claims in section 9
!2
claims.t:73:19: error: no form has a section 9
  claims in section 9
                    ^ there are 1 总体情况, 2 主动公开政府信息情况, 3 收到和处理政府信息公开申请情况, 4 政府信息公开行政复议、行政诉讼情况, 5 存在的主要问题及改进情况, 6 其他需要报告的事项
> claims having counted = 3
!2
claims.t:78:15: error: the answer has no column "counted"
  claims having counted = 3
                ^~~~~~~ it has "year", "agency", "section", "heading", "place", "claim", "kind", "counts", "perhaps", "number", "value", "unit" …
# Programs get the whole sentence.
$ ogi --no-init -d panel.db -c 'claims of "示例县公安局" 2023' --format csv
year,agency,section,heading,place,claim,kind,counts,perhaps,number,value,unit,bound,about,against,direction,whole,sentence
2023,示例县公安局,1,总体情况,examples/reports/示例县公安局_2023.txt:4,1,count,carried_in,,2,2,件,exact,2023,,,,上年结转2件，本年新收47件，到年底还有3件在办。
2023,示例县公安局,1,总体情况,examples/reports/示例县公安局_2023.txt:4,2,count,received,,47,47,件,exact,2023,,,,上年结转2件，本年新收47件，到年底还有3件在办。
2023,示例县公安局,1,总体情况,examples/reports/示例县公安局_2023.txt:4,3,count,carried_forward,,3,3,件,exact,2023,,,,上年结转2件，本年新收47件，到年底还有3件在办。
2023,示例县公安局,4,政府信息公开行政复议、行政诉讼情况,examples/reports/示例县公安局_2023.txt:50,1,count,reviews,,5,5,件,exact,2023,,,,全年行政复议5件、行政诉讼4件。
2023,示例县公安局,4,政府信息公开行政复议、行政诉讼情况,examples/reports/示例县公安局_2023.txt:50,2,count,lawsuits,,4,4,件,exact,2023,,,,全年行政复议5件、行政诉讼4件。
2023,示例县公安局,5,存在的主要问题及改进情况,examples/reports/示例县公安局_2023.txt:56,1,count,,,两,2,次,exact,2023,,,,下一年安排两次培训。
2023,示例县公安局,6,其他需要报告的事项,examples/reports/示例县公安局_2023.txt:58,1,none,processing_fee,,没有收取,0,,exact,2023,,,,没有收取信息处理费，也没有其他事项。
$ ogi --no-init -d panel.db -c 'claims of "西山区政务服务管理局" 2021 limit 1' --format json
{"statement": "claims of \"西山区政务服务管理局\" 2021 limit 1",
 "columns": [
  {"name": "year", "type": "integer", "unit": null},
  {"name": "agency", "type": "text", "unit": null},
  {"name": "section", "type": "integer", "unit": null},
  {"name": "heading", "type": "text", "unit": null},
  {"name": "place", "type": "text", "unit": null},
  {"name": "claim", "type": "integer", "unit": null},
  {"name": "kind", "type": "text", "unit": null},
  {"name": "counts", "type": "text", "unit": null},
  {"name": "perhaps", "type": "text", "unit": null},
  {"name": "number", "type": "text", "unit": null},
  {"name": "value", "type": "decimal", "unit": null},
  {"name": "unit", "type": "text", "unit": null},
  {"name": "bound", "type": "text", "unit": null},
  {"name": "about", "type": "integer", "unit": null},
  {"name": "against", "type": "integer", "unit": null},
  {"name": "direction", "type": "text", "unit": null},
  {"name": "whole", "type": "integer", "unit": null},
  {"name": "sentence", "type": "text", "unit": null}],
 "rows": [
  {"year": 2021, "agency": "西山区政务服务管理局", "section": 1, "heading": "总体情况", "place": "examples/reports/西山区政务服务管理局_2021.txt:3", "claim": 1, "kind": "count", "counts": "licence of decisions", "perhaps": null, "number": "219", "value": 219, "unit": "件", "bound": "exact", "about": 2021, "against": null, "direction": null, "whole": null, "sentence": "2021年，西山区政务服务管理局按要求公开审批和服务信息，全年作出行政许可决定219件。"}],
 "coverage": {"reports": 1, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
$ ogi --no-init -d panel.db -c 'claims where year=2021 to "f.csv"' && head -3 f.csv
year,agency,section,heading,place,claim,kind,counts,perhaps,number,value,unit,bound,about,against,direction,whole,sentence
2021,平潭综合实验区,1,总体情况,examples/reports/平潭综合实验区_2021.html:4,1,count,received,,70,70,件,exact,2021,,,,全年新收申请70件，办结69件，结转下一年1件。
2021,平潭综合实验区,1,总体情况,examples/reports/平潭综合实验区_2021.html:4,2,count,applications,,69,69,件,exact,2021,,,,全年新收申请70件，办结69件，结转下一年1件。
> explain plan claims in section 1 where year=2021
compute: figures that narratives state
scope: year 2021
sections: 1
keys: none
