# Where words, numbers and statements begin and end.
%load panel

# Comments: a hash, or two dashes before a blank.
> sum received # all of it
received
     717
reports 15 of 15 · 3 blanks taken as 0
> sum received -- all of it
received
     717
reports 15 of 15 · 3 blanks taken as 0
> # nothing here
. sum received where year=2021
received
     272
reports 6 of 6 · 3 blanks taken as 0
> -- nothing here
. sum received where year=2021
received
     272
reports 6 of 6 · 3 blanks taken as 0

# Several statements: `;` or a new line.
> sum received where year=2019; sum received where year=2020
received
      23

received
      79
reports 1 of 1
reports 2 of 2
> sum received where year=2019;; ; sum received where year=2020;
received
      23

received
      79
reports 1 of 1
reports 2 of 2
> sum received where year=2019
. sum received where year=2020
received
      23

received
      79
reports 1 of 1
reports 2 of 2

# An indented line goes on, one that begins like the first does not.
> sum received
.   where year=2021
.   by agency
.   having received > 50
agency          received
示例县人民政府        69
示例省财政厅          96
reports 6 of 6 · 3 blanks taken as 0
> sum received
.   # a comment between
.   where year=2021
received
     272
reports 6 of 6 · 3 blanks taken as 0

# So does a line after an operator, a comma or a reserved word, or inside brackets.
> sum received where
. year=2021
received
     272
reports 6 of 6 · 3 blanks taken as 0
> sum received by year,
. agency where year=2019
year  agency        received
2019  示例县公安局        23
reports 1 of 1
> sum received where year >=
. 2022
received
     343
reports 6 of 6
> sum received where year=2019 or
. year=2020 and
. received > 40
received
      68
reports 2 of 2

> sum received where year in (2019,
. 2020
. )
received
     102
reports 3 of 3

# A blank line ends it, whatever stands open.
$ printf 'sum received where year=2021\n\n  by agency\n' | ogi --no-init -d panel.db --format csv; echo $?
received
272
2
stdin:3:3: error: "by" does not fit here: expected a statement
    by agency
    ^~ what is asked comes first: "sum received by …"
$ printf 'sum received where year in (2019,\n\n2020)\n' | ogi --no-init -d panel.db --format csv; echo $?
2
stdin:1:34: error: the statement ends too early: expected a name, a whole number, a number, a date, a string, "-" or ".."
  sum received where year in (2019,
                                   ^

# Strings: either quote, doubled to stand for itself, Chinese quotes in pairs.
> sum received where agency = '示例县公安局'
received
     150
reports 4 of 4
> sum received where agency = "示例县""公安局"
!2
lexing.t:116:29: error: no report has the agency "示例县"公安局"
  sum received where agency = "示例县""公安局"
                              ^~~~~~~~~~~~~~~~ did you mean "示例县公安局"?
> sum received where agency = “示例县公安局”
received
     150
reports 4 of 4
> sum received where agency = "a;b # c"
!2
lexing.t:125:29: error: no report has the agency "a;b # c"
  sum received where agency = "a;b # c"
                              ^~~~~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"

# Numbers.
> count reports where fees > 0.3
reports
      9
reports 9 of 9
> count reports where items_change > -12
reports
      3
reports 3 of 3
> count reports where received > 40%
reports
     15
reports 15 of 15
> count reports where received > 1,000
!2
lexing.t:144:32: error: numbers are written without separators
  count reports where received > 1,000
                                 ^~~~~ write 1000 for 1,000
> count reports where received > 1000
reports
      0
reports 0 of 0
no report is in scope
> count reports where received > 99999999999999999999
!2
lexing.t:154:32: error: the number is too large
  count reports where received > 99999999999999999999
                                 ^~~~~~~~~~~~~~~~~~~~
> sum received where year=2021年
received
     272
reports 6 of 6 · 3 blanks taken as 0
> sum received where year=二〇二一
!2
lexing.t:163:25: error: a year is a whole number such as 2021
  sum received where year=二〇二一
                          ^~~~~~~~

# Case does not count.
> SUM received WHERE Year = 2021 BY Agency HAVING Received > 50
agency          received
示例县人民政府        69
示例省财政厅          96
reports 6 of 6 · 3 blanks taken as 0

# An empty script is no fault.
$ printf '' | ogi --no-init -d panel.db; echo $?
0
$ printf '\n\n# nothing\n;\n' | ogi --no-init -d panel.db; echo $?
0
$ printf 'sum received where year=2021' | ogi --no-init -d panel.db --format csv; echo $?
received
272
0
$ printf '\357\273\277sum received where year=2021\r\nsum received where year=2020\r\n' | ogi --no-init -d panel.db --format csv; echo $?
received
272

received
79
0
$ printf '#!/usr/bin/env ogi -f\nsum received where year=2021\n' > s.ogi; ogi --no-init -d panel.db --format csv -f s.ogi
received
272
$ printf 'sum received where year=2021\n' | ogi --no-init -d panel.db --format csv -f -
received
272
$ printf 'sum received by yeer\nsum received\n' | ogi --no-init -d panel.db --format csv; echo $?
2
stdin:1:17: error: there is no dimension "yeer"
  sum received by yeer
                  ^~~~ did you mean "year"?
$ printf 'sum received by yeer\nsum received\n' | ogi --no-init -d panel.db --format csv --keep-going; echo $?
received
717
2
stdin:1:17: error: there is no dimension "yeer"
  sum received by yeer
                  ^~~~ did you mean "year"?
$ printf 'quit\nsum received\n' | ogi --no-init -d panel.db; echo $?
0
