# Which cell explains what does not add up.
%load panel
> diagnose "示例县教育局" 2022
示例县教育局 2022
  4 equations fail: T3.balance natural_person, T3.closed natural_person, T3.balance total, T3.closed total
  two cells explain that
    三, 三、本年度办理结果/（七）总计 | 自然人
      printed 16, implied 14: a digit misread
      repairs T3.balance natural_person, T3.closed natural_person
      tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
    三, 三、本年度办理结果/（七）总计 | 总计
      printed 19, implied 17: a digit misread
      repairs T3.balance total, T3.closed total
      tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
> diagnose "示例县教育局"
示例县教育局 2021
  nothing fails: 41 equations hold
示例县教育局 2022
  4 equations fail: T3.balance natural_person, T3.closed natural_person, T3.balance total, T3.closed total
  two cells explain that
    三, 三、本年度办理结果/（七）总计 | 自然人
      printed 16, implied 14: a digit misread
      repairs T3.balance natural_person, T3.closed natural_person
      tests/data/panel/示例县教育局_2022.txt: line 46, cell 2
    三, 三、本年度办理结果/（七）总计 | 总计
      printed 19, implied 17: a digit misread
      repairs T3.balance total, T3.closed total
      tests/data/panel/示例县教育局_2022.txt: line 46, cell 8
示例县教育局 2023
  nothing fails: 49 equations hold
> diagnose where year = 2021
no report in scope has an equation that fails
> diagnose for 2022 to "suspects.csv"
> diagnose where year = 1990
no report in scope has an equation that fails
> diagnose "示例县教育局" 1990
no report is in scope
> set format jsonl
. diagnose where year = 2022
. diagnose where year = 2021
{"agency": "示例县教育局", "year": 2022, "problem": 1, "explanation": 1, "cell_year": 2022, "table": "三", "row": "三、本年度办理结果/（七）总计", "column": "自然人", "printed": "16", "implied": 14, "slip": "digit_misread", "equations": "T3.balance natural_person; T3.closed natural_person", "place": "line 46, cell 2", "file": "tests/data/panel/示例县教育局_2022.txt", "alternatives": 0}
{"agency": "示例县教育局", "year": 2022, "problem": 1, "explanation": 1, "cell_year": 2022, "table": "三", "row": "三、本年度办理结果/（七）总计", "column": "总计", "printed": "19", "implied": 17, "slip": "digit_misread", "equations": "T3.balance total; T3.closed total", "place": "line 46, cell 8", "file": "tests/data/panel/示例县教育局_2022.txt", "alternatives": 0}

# Errors.
> diagnose "nobody" 2022
!2
diagnose.t:45:10: error: no report has the agency "nobody"
  diagnose "nobody" 2022
           ^~~~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> diagnose where requester = company
!2
diagnose.t:50:16: error: reports are chosen by conditions on reports, not on members
  diagnose where requester = company
                 ^~~~~~~~~~~~~~~~~~~ compare a measure, as in "where received > 100"
> diagnose where year = 2022 to "a.csv" to "b.csv"
!2
diagnose.t:55:39: error: "to" is said twice
  diagnose where year = 2022 to "a.csv" to "b.csv"
                                        ^~~~~~~~~~
> diagnose by year
!2
diagnose.t:60:10: error: "by" does not fit here: expected a name, a string, "where", "for" or "to"
  diagnose by year
           ^~
