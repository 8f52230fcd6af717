# Messages for programs: --error-format json. Every code stands here; tests/codes.sh sees to that.

# --- Statements
$ ogi tests/data/panel --quiet --error-format json --keep-going -c 'sum' -c 'sum "x' -c 'sum recieved' -c 'sum received where agency=示例县' 2>&1 >out
!2
{"severity": "warning", "code": "form", "message": "line 35: row \"三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息\" is left unread: 3 of 3 cells filled for 7 columns, \"7 | 3 | 10\"", "hint": null, "file": "tests/data/panel/示例市卫生健康委员会_2021.txt", "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
{"severity": "error", "code": "syntax", "message": "the statement ends too early: expected a measure", "hint": null, "file": "-c", "line": 1, "column": 4, "end_line": 1, "end_column": 4, "help": "help syntax"}
{"severity": "error", "code": "token", "message": "the string has no closing quote", "hint": null, "file": "-c#2", "line": 1, "column": 5, "end_line": 1, "end_column": 7, "help": "help syntax"}
{"severity": "error", "code": "name", "message": "there is no measure \"recieved\"", "hint": "did you mean \"received\"?", "file": "-c#3", "line": 1, "column": 5, "end_line": 1, "end_column": 13, "help": "help names"}
{"severity": "error", "code": "ambiguous", "message": "\"示例县\" fits more than one agency (4)", "hint": "write \"示例县人民政府\", \"示例县公安局\", \"示例县教育局\" or \"示例县青山镇人民政府\"", "file": "-c#4", "line": 1, "column": 27, "end_line": 1, "end_column": 30, "help": "help names"}
$ ogi tests/data/panel --quiet --error-format json --keep-going -c 'sum received where outcome=withheld' -c 'sum received by year by agency' -c 'sum received where year="next"' 2>&1 >out
!2
{"severity": "warning", "code": "form", "message": "line 35: row \"三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息\" is left unread: 3 of 3 cells filled for 7 columns, \"7 | 3 | 10\"", "hint": null, "file": "tests/data/panel/示例市卫生健康委员会_2021.txt", "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
{"severity": "error", "code": "no_dimension", "message": "\"received\" has no dimension \"outcome\": the form has no such cell", "hint": "it divides \"applications\"", "file": "-c", "line": 1, "column": 20, "end_line": 1, "end_column": 27, "help": "help where"}
{"severity": "error", "code": "clause", "message": "\"by\" stands here twice", "hint": null, "file": "-c#2", "line": 1, "column": 22, "end_line": 1, "end_column": 31, "help": "help syntax"}
{"severity": "error", "code": "value", "message": "a year is a whole number such as 2021", "hint": null, "file": "-c#3", "line": 1, "column": 25, "end_line": 1, "end_column": 31, "help": "help where"}
$ ogi tests/data/panel --quiet --error-format json --keep-going -c 'sum carried_forward' -c 'sum received + fees' -c 'stated decisions' 2>&1 >out
!2
{"severity": "warning", "code": "form", "message": "line 35: row \"三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息\" is left unread: 3 of 3 cells filled for 7 columns, \"7 | 3 | 10\"", "hint": null, "file": "tests/data/panel/示例市卫生健康委员会_2021.txt", "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
{"severity": "error", "code": "stock", "message": "\"carried_forward\" is a state at one end of a year: over 2019 to 2023 it does not add up", "hint": "write \"by year\", one year in \"where\", or \"last\" instead of \"sum\"", "file": "-c", "line": 1, "column": 5, "end_line": 1, "end_column": 20, "help": "help stocks"}
{"severity": "error", "code": "unit", "message": "\"fees\" is in 万元, \"received\" in 件: they do not add", "hint": "parted by a comma each gets a column of its own", "file": "-c#2", "line": 1, "column": 16, "end_line": 1, "end_column": 20, "help": "help units"}
{"severity": "error", "code": "stated", "message": "the form prints no total of \"decisions\" for exactly that", "hint": "it prints none for this measure: use \"sum\"", "file": "-c#3", "line": 1, "column": 1, "end_line": 1, "end_column": 17, "help": "help stated"}
$ ogi tests/data/panel --quiet --error-format json --keep-going -c 'load "tests/data/agencies.csv" as agencies' -c 'sum received' 2>&1 >out
!2
{"severity": "warning", "code": "form", "message": "line 35: row \"三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息\" is left unread: 3 of 3 cells filled for 7 columns, \"7 | 3 | 10\"", "hint": null, "file": "tests/data/panel/示例市卫生健康委员会_2021.txt", "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
{"severity": "error", "code": "consolidated", "message": "the report of \"示例县人民政府\" on 2021 covers that of \"示例县公安局\": together they count twice", "hint": "add \"own reports\", \"consolidated reports\" or \"mixed ok\"", "file": "-c#2", "line": 1, "column": 1, "end_line": 1, "end_column": 13, "help": "help consolidated"}
$ ogi --error-format json -c 'sum received by year, agency, region, level, function, edition, form' 2>&1
!4
{"severity": "error", "code": "limit", "message": "a query has at most 6 dimensions", "hint": null, "file": "-c", "line": 1, "column": 65, "end_line": 1, "end_column": 69, "help": "help limits"}
$ ogi --error-format json -c 'define form x "y"' 2>&1
!2
{"severity": "error", "code": "definition", "message": "forms are defined in the folder of --stdlib", "hint": null, "file": "-c", "line": 1, "column": 1, "end_line": 1, "end_column": 18, "help": "help define"}
$ ogi --error-format json --safe -c 'load "x.html"' 2>&1
!2
{"severity": "error", "code": "forbidden", "message": "--safe allows no statement to touch a file", "hint": null, "file": "-c", "line": 1, "column": 1, "end_line": 1, "end_column": 14, "help": "help safe"}
$ ogi --error-format json -c 'plot sum received as line' tests/data/panel 2>&1
!2
{"severity": "warning", "code": "form", "message": "line 35: row \"三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息\" is left unread: 3 of 3 cells filled for 7 columns, \"7 | 3 | 10\"", "hint": null, "file": "tests/data/panel/示例市卫生健康委员会_2021.txt", "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
loaded 15 reports from 15 files, 1 with doubts (1)
{"severity": "error", "code": "chart", "message": "a line runs over years, and this answer has none", "hint": "add \"by year\", or write \"as bar\"", "file": "-c", "line": 1, "column": 1, "end_line": 1, "end_column": 26, "help": "help plot"}

# A place of several lines, in characters from 1; the end is the one behind the last.
$ printf 'sum received\n  where 申请人=自然 and\n    outcome=withheld\n' >two.ogi; ogi --error-format json -f two.ogi 2>&1
!2
{"severity": "error", "code": "name", "message": "no member \"自然\" in dimension requester", "hint": "did you mean \"natural_person\"?", "file": "two.ogi", "line": 2, "column": 13, "end_line": 2, "end_column": 15, "help": "help names"}

# --- Files
$ ogi --error-format json -c 'load "nowhere.html"' 2>&1
!3
loaded 0 reports from 1 file, 1 not read
{"severity": "error", "code": "file", "message": "\"nowhere.html\" cannot be loaded: No such file or directory", "hint": null, "file": "-c", "line": 1, "column": 6, "end_line": 1, "end_column": 20, "help": "help load"}
$ printf 'agency,year\nx,2021\n' >two.csv; ogi --error-format json two.csv 2>&1
!3
{"severity": "warning", "code": "form", "message": "its first line heads no table of a known form", "hint": null, "file": "two.csv", "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
loaded 0 reports from 1 file, 1 not read
$ ogi --error-format json -f nowhere.ogi 2>&1
!3
{"severity": "error", "code": "file", "message": "script \"nowhere.ogi\" cannot be read: No such file or directory", "hint": null, "file": null, "line": null, "column": null, "end_line": null, "end_column": null, "help": "help load"}
$ echo nonsense >bad.db; ogi --error-format json -d bad.db -c 'reports' 2>&1
!4
{"severity": "error", "code": "store", "message": "cannot open \"bad.db\": it is not a database", "hint": null, "file": null, "line": null, "column": null, "end_line": null, "end_column": null, "help": "help store"}
$ ogi --error-format json -c 'reports to "no/such/place.csv"' 2>&1
!4
{"severity": "error", "code": "output", "message": "\"no/such/place.csv\" cannot be written: No such file or directory", "hint": null, "file": "-c", "line": 1, "column": 12, "end_line": 1, "end_column": 31, "help": "help to"}
$ EDITOR=false ogi --error-format json -c 'define rate mine = disclosed of applications' -c 'edit rate mine' 2>&1
!4
{"severity": "error", "code": "run", "message": "the editor \"false\" ended with an error: nothing is changed", "hint": "the environment variable EDITOR names it", "file": "-c#2", "line": 1, "column": 11, "end_line": 1, "end_column": 15, "help": "help store"}

# Text is the default; no other format is known.
$ ogi --error-format text -c 'sum' 2>&1
!2
-c:1:4: error: the statement ends too early: expected a measure
  sum
     ^
$ ogi --error-format xml -c 'sum' 2>&1
!2
ogi: error: messages have the format "text" or "json", not "xml"
usage: ogi [-d DB] [-c STATEMENT]... [-f SCRIPT]... [OPTION]... [PATH]...
`ogi --help` explains the options
