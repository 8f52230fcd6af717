# Words in the narratives.
%load examples/reports

> find "信息处理费" in section 6 where year=2023
year  agency            section  heading             place                                          sentence
2023  示例县人民政府    6        其他需要报告的事项  examples/reports/示例县人民政府_2023.html:13   没有收取[信息处理费]，也没有其他事项。
2023  示例县公安局      6        其他需要报告的事项  examples/reports/示例县公安局_2023.txt:58      没有收取[信息处理费]，也没有其他事项。
2023  示例县卫生健康局  6        其他需要报告的事项  examples/reports/示例县卫生健康局_2023.txt:58  没有收取[信息处理费]，也没有其他事项。
2023  示例县教育局      6        其他需要报告的事项  examples/reports/示例县教育局_2023.html:12     没有收取[信息处理费]，也没有其他事项。
reports 5 of 5
# Script, width and case do not count, nor do blanks beside Chinese characters.
> find "信息處理 費" in section 6 where year=2023 limit 1
year  agency          section  heading             place                                         sentence
2023  示例县人民政府  6        其他需要报告的事项  examples/reports/示例县人民政府_2023.html:13  没有收取[信息处理费]，也没有其他事项。
reports 5 of 5
> find "２０２３年" where agency="示例县公安局"
year  agency        section  heading   place                                     sentence
2023  示例县公安局  1        总体情况  examples/reports/示例县公安局_2023.txt:3  [2023年]，本局在户政、交通管理和出入境服务方面做好信息公…
reports 4 of 4
# Words of one and two characters, too.
> find 复 for 2023
year  agency            section  heading                             place                                          sentence
2023  平潭综合实验区    5        存在的主要问题及改进情况            examples/reports/平潭综合实验区_2023.html:8    公开的内容还不够细，个别答[复]偏慢。
2023  示例县人民政府    1        总体情况                            examples/reports/示例县人民政府_2023.html:5    申请人提出申请114件，本机关答[复]111件。
2023  示例县人民政府    4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2023.html:9    全年行政[复]议10件、行政诉讼6件。
2023  示例县公安局      4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2023.txt:50      全年行政[复]议5件、行政诉讼4件。
2023  示例县卫生健康局  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县卫生健康局_2023.txt:50  全年行政[复]议1件、行政诉讼0件。
2023  示例县教育局      4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县教育局_2023.html:8      全年行政[复]议2件、行政诉讼1件。
reports 5 of 5
> find "诉讼" where year=2023
year  agency            section  heading                             place                                          sentence
2023  示例县人民政府    4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2023.html:9    全年行政复议10件、行政[诉讼]6件。
2023  示例县公安局      4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2023.txt:50      全年行政复议5件、行政[诉讼]4件。
2023  示例县卫生健康局  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县卫生健康局_2023.txt:50  全年行政复议1件、行政[诉讼]0件。
2023  示例县教育局      4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县教育局_2023.html:8      全年行政复议2件、行政[诉讼]1件。
reports 5 of 5
# The words of a sentence, joined.
> find "行政复议" and "诉讼5件"
year  agency          section  heading                             place                                        sentence
2022  示例县人民政府  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2022.txt:50  全年[行政复议]8件、行政诉讼5件。
reports 20 of 20
> find ("培训" or "栏目") and not "解读" where year=2022
year  agency          section  heading                   place                                        sentence
2022  平潭综合实验区  5        存在的主要问题及改进情况  examples/reports/平潭综合实验区_2022.txt:55  今后定期检查[栏目]，多用图表说明政策。
reports 5 of 5
> find "a" and "没有" limit 1
year  agency  section  heading  place  sentence
reports 20 of 20
# Where: by number, by heading, by a part of one.
> find 申请 in section 1, 5 for 示例县公安局 2024
year  agency        section  heading                   place                                      sentence
2024  示例县公安局  1        总体情况                  examples/reports/示例县公安局_2024.html:4  [申请]人提出申请43件，本机关答复44件。
2024  示例县公安局  5        存在的主要问题及改进情况  examples/reports/示例县公安局_2024.html:9  涉及执法案卷的[申请]较多，答复说理还不充分。
2024  示例县公安局  5        存在的主要问题及改进情况  examples/reports/示例县公安局_2024.html:9  今后加强与[申请]人的沟通。
reports 1 of 1
> find "申请" in section "存在的主要问题" for "示例县公安局" 2024
year  agency        section  heading                   place                                      sentence
2024  示例县公安局  5        存在的主要问题及改进情况  examples/reports/示例县公安局_2024.html:9  涉及执法案卷的[申请]较多，答复说理还不充分。
2024  示例县公安局  5        存在的主要问题及改进情况  examples/reports/示例县公安局_2024.html:9  今后加强与[申请]人的沟通。
reports 1 of 1
> find "申请" in section "五、存在问题及改进情况" for "示例县公安局" 2024
year  agency        section  heading                   place                                      sentence
2024  示例县公安局  5        存在的主要问题及改进情况  examples/reports/示例县公安局_2024.html:9  涉及执法案卷的[申请]较多，答复说理还不充分。
2024  示例县公安局  5        存在的主要问题及改进情况  examples/reports/示例县公安局_2024.html:9  今后加强与[申请]人的沟通。
reports 1 of 1
> find 申请 in section 情况
!2
find.t:66:20: error: "情况" is part of several headings
  find 申请 in section 情况
                       ^~~~ write a number: 1 总体情况, 2 主动公开政府信息情况, 3 收到和处理政府信息公开申请情况, 4 政府信息公开行政复议、行政诉讼情况, 5 存在的主要问题及改进情况
> find 申请 in section 7
!2
find.t:71:20: error: no form has a section 7
  find 申请 in section 7
                       ^ there are 1 总体情况, 2 主动公开政府信息情况, 3 收到和处理政府信息公开申请情况, 4 政府信息公开行政复议、行政诉讼情况, 5 存在的主要问题及改进情况, 6 其他需要报告的事项
> find 申请 in section 附件
!2
find.t:76:20: error: no section is called "附件"
  find 申请 in section 附件
                       ^~~~ there are 1 总体情况, 2 主动公开政府信息情况, 3 收到和处理政府信息公开申请情况, 4 政府信息公开行政复议、行政诉讼情况, 5 存在的主要问题及改进情况, 6 其他需要报告的事项
# Conditions on reports, columns, order and number of rows.
> find "行政诉讼" where reviews > 5 order by year desc
year  agency          section  heading                             place                                        sentence
2025  平潭综合实验区  4        政府信息公开行政复议、行政诉讼情况  examples/reports/平潭综合实验区_2025.html:8  …出因政府信息公开发生的行政复议和[行政诉讼]。
2023  示例县人民政府  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2023.html:9  全年行政复议10件、[行政诉讼]6件。
2022  示例县人民政府  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县人民政府_2022.txt:50  全年行政复议8件、[行政诉讼]5件。
reports 6 of 6
> find "行政诉讼" having section = 4 and year = 2020
year  agency        section  heading                             place                                      sentence
2020  示例县公安局  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2020.html:9  全年行政复议2件、[行政诉讼]1件。
reports 20 of 20
> find "行政复议" limit 2
year  agency          section  heading                             place                                        sentence
2020  示例县公安局    4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2020.html:9    全年[行政复议]2件、行政诉讼1件。
2022  平潭综合实验区  4        政府信息公开行政复议、行政诉讼情况  examples/reports/平潭综合实验区_2022.txt:49  下表列出因政府信息公开发生的[行政复议]和行政诉讼。
reports 20 of 20
# What makes no sense.
> find not "复议"
!2
find.t:98:6: error: this holds for sentences without any of the words
  find not "复议"
       ^~~~~~~~~~ write what must stand in the sentence first, as in "a" and not "b"
> find "复议" or not "诉讼"
!2
find.t:103:6: error: this holds for sentences without any of the words
  find "复议" or not "诉讼"
       ^~~~~~~~~~~~~~~~~~~~ write what must stand in the sentence first, as in "a" and not "b"
> find "  "
!2
find.t:108:6: error: there is no word to look for
  find "  "
       ^~~~
> find "复议" by year
!2
find.t:113:11: error: "by" means nothing for a list of sentences
  find "复议" by year
              ^~~~~~~
> find "复议" top 3
!2
find.t:118:11: error: "top" means nothing for a list of sentences
  find "复议" top 3
              ^~~~~
> find "复议" where outcome=disclosed
!2
find.t:123:17: error: reports are chosen by conditions on reports, not on members
  find "复议" where outcome=disclosed
                    ^~~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> sum received in section 3
!2
find.t:128:14: error: "in section" means nothing here: figures stand in tables, not in the narrative
  sum received in section 3
               ^~~~~~~~~~~~
> find
!2
find.t:133:5: error: the statement ends too early: expected a name, a string, "not" or "("
  find
      ^
# Programs get the whole sentence and the heading beside the number.
$ ogi --no-init -d panel.db -c 'find "诉讼5件"' --format csv
year,agency,section,heading,place,sentence
2022,示例县人民政府,4,政府信息公开行政复议、行政诉讼情况,examples/reports/示例县人民政府_2022.txt:50,全年行政复议8件、行政诉讼5件。
$ ogi --no-init -d panel.db -c 'find "出入境" where year=2020' --format json
{"statement": "find \"出入境\" where year=2020",
 "columns": [
  {"name": "year", "type": "integer", "unit": null},
  {"name": "agency", "type": "text", "unit": null},
  {"name": "section", "type": "integer", "unit": null},
  {"name": "heading", "type": "text", "unit": null},
  {"name": "place", "type": "text", "unit": null},
  {"name": "sentence", "type": "text", "unit": null}],
 "rows": [
  {"year": 2020, "agency": "示例县公安局", "section": 1, "heading": "总体情况", "place": "examples/reports/示例县公安局_2020.html:4", "sentence": "2020年，本局在户政、交通管理和出入境服务方面做好信息公开。"}],
 "coverage": {"reports": 1, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}
$ ogi --no-init -d panel.db -c 'find "出入境" where year=2020 to "f.csv"' && cat f.csv
year,agency,section,heading,place,sentence
2020,示例县公安局,1,总体情况,examples/reports/示例县公安局_2020.html:4,2020年，本局在户政、交通管理和出入境服务方面做好信息公开。
# Of two files on one report only the one that counts is searched.
$ cp examples/reports/示例县公安局_2024.html other.html; ogi --no-init -d panel.db -c 'load "other.html"' -c 'find "出入境" where year=2024' --format csv 2>/dev/null; rm other.html
year,agency,section,heading,place,sentence
2024,示例县公安局,1,总体情况,examples/reports/示例县公安局_2024.html:3,2024年，本局在户政、交通管理和出入境服务方面做好信息公开。
> explain plan find "复议" or ("费" and not "处理费") in section 6, "总体情况" where year=2021
compute: sentences that hold words
scope: year 2021
sections: 6, 1 of cn
words: ("复议" or ("费" and not "处理费"))
keys: none
> explain sql find "信息处理费" or "诉讼" in section 6 where year=2021
WITH o AS MATERIALIZED(SELECT r.id AS id, r.year, a.name, r.path, r.form FROM report r JOIN agency a ON a.id = r.agency WHERE r.counts = 1 AND r.year = ?1 ORDER BY r.year, a.name, r.id LIMIT 9223372036854775807)
SELECT o.year, o.name AS agency, o.path, o.form, t.n AS section, t.lines, t.text FROM o CROSS JOIN section t ON t.id BETWEEN o.id * 64 AND o.id * 64 + 63 AND (t.n = 6)
-- ?1 = 2021
> explain sql find "信息处理费" for "示例县公安局"
WITH o AS MATERIALIZED(SELECT r.id AS id, r.year, a.name, r.path, r.form FROM report r JOIN agency a ON a.id = r.agency WHERE r.counts = 1 AND coalesce(a.id IN (?1), FALSE) ORDER BY r.year, a.name, r.id LIMIT 9223372036854775807)
SELECT o.year, o.name AS agency, o.path, o.form, t.n AS section, t.lines, t.text FROM o CROSS JOIN section t ON t.id BETWEEN o.id * 64 AND o.id * 64 + 63
-- ?1 = 4
