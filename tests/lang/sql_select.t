# The panel asked in SQL.
%load panel

> sql select state, count(*) as cells from cell group by state
state   cells
blank       8
number   2975
text        2
unread      7
> sql select agency, year from report_list where year = 2021 order by agency limit 2
agency          year
示例县人民政府  2021
示例县公安局    2021

# As typed: in any case, quotes and marks of SQL, its comments, and on lines that go on as others do.
> SQL select 'a;b' as "一", "year", -- no end yet; to "x"
.   agency /* nor
.   here */ from report_list where (year = 2021
. and agency like '%公安局')
一   year  agency
a;b  2021  示例县公安局
> sql select 1 as one; sql select 2 as two
one
  1

two
  2

> sql with years as (select distinct year from report_list) select count(*) from years
count(*)
       5
> sql values (1, 'a'), (2, null)
column1  column2
      1  a
      2  –
> sql select '（全角），；' as marks
marks
（全角），；
> sql select agency,
. year from
. report_list
.   limit 1
. sum received where year = 2019
agency        year
示例县公安局  2019

received
      23
reports 1 of 1

# A figure of ogi's, worked out from the cells.
> sum received by year
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
> sql select year, sum(value) as received from cell where "table" = '三' and "row" like '一、%' and "column" = '总计' group by year
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
$ ogi --no-init --quiet tests/data/panel -c 'sum received by agency, year own reports' --format csv >a 2>/dev/null; ogi --no-init --quiet tests/data/panel -c "sql select agency, year, sum(value) as received from cell where \"table\" = '三' and \"row\" like '一、%' and \"column\" not in ('总计') group by agency, year" --format csv >b 2>/dev/null; sort a >a.sorted; sort b | cmp - a.sorted && wc -l <b
16

# Every kind of value; of two columns with one name the second gets a number.
> sql select 1 as n, 2.5 as n, null as n_2, 'x' as n, x'00ff' as blob, '' as "", 'a' || char(10) || 'b' as lines
n  n_2  n_2_2  n_3  blob     column_6  lines
1  2.5      –  x    x'00FF'            a\nb
> sql select cast(x'ff41' as text) as broken, 9007199254740993 as large, 0.1 as tenth union all select null, null, null
broken              large  tenth
x'FF41'  9007199254740993    0.1
–                       –      –
$ ogi --no-init --quiet --format jsonl -c "sql select 1 as n, 2.5 as n, null as n_2, 'x' as n, x'00ff' as n, 9007199254740993 as n_7, '' as n_8"
{"n": 1, "n_2": 2.5, "n_2_2": null, "n_3": "x", "n_4": "x'00FF'", "n_7": 9007199254740993, "n_8": ""}
> sql select agency from report_list where year = 1900
agency

# Everywhere an answer goes.
> sql select year, count(*) as n from report_list group by year to "years.csv"
$ cat years.csv
year,n
2019,1
2020,2
2021,6
2022,3
2023,3
$ ogi --no-init -c 'sql select 1 as one to “one.json”'; cat one.json
{"statement": "sql select 1 as one to “one.json”",
 "columns": [
  {"name": "one", "type": "integer", "unit": null}],
 "rows": [
  {"one": 1}],
 "coverage": null}
$ printf '.once once.md\nsql select 1 as one\n.last json\n' | ogi --no-init; cat once.md
{"statement": "sql select 1 as one",
 "columns": [
  {"name": "one", "type": "integer", "unit": null}],
 "rows": [
  {"one": 1}],
 "coverage": null}
| one |
| ---: |
| 1 |
$ printf 'sql select 1 as one\nsql select 2 as two\n' >page.ogi; ogi --no-init -c 'report "page.ogi" to "page.html"'; grep -o '<pre.*sql select.*\|<t[hd].*' page.html
<thead><tr><th scope="col" class="n">one</th></tr></thead>
<td class="n">1</td></tr>
<pre class="code"><code>sql select 1 as one</code></pre>
<thead><tr><th scope="col" class="n">two</th></tr></thead>
<td class="n">2</td></tr>
<pre class="code"><code>sql select 2 as two</code></pre>
> set format csv; sql select 1 as one, 'a,b' as two; set format table
one,two
1,"a,b"

# It only reads.
> sql insert into meta values ('a', 'b')
!2
sql_select.t:121:5: error: the panel can only be read here
  sql insert into meta values ('a', 'b')
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql with x as (select 1) insert into meta select 1, 2
!2
sql_select.t:126:5: error: the panel can only be read here
  sql with x as (select 1) insert into meta select 1, 2
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql update report set year = 1
!2
sql_select.t:131:5: error: the panel can only be read here
  sql update report set year = 1
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql delete from report
!2
sql_select.t:136:5: error: the panel can only be read here
  sql delete from report
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql drop view cell
!2
sql_select.t:141:5: error: the panel can only be read here
  sql drop view cell
      ^~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql create temp table x(a)
!2
sql_select.t:146:5: error: the panel can only be read here
  sql create temp table x(a)
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql attach 'other.db' as other
!2
sql_select.t:151:5: error: the panel can only be read here
  sql attach 'other.db' as other
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql pragma data_version
!2
sql_select.t:156:5: error: the panel can only be read here
  sql pragma data_version
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql select * from pragma_table_info('cell')
!2
sql_select.t:161:5: error: the panel can only be read here
  sql select * from pragma_table_info('cell')
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql vacuum into 'copy.db'
!2
sql_select.t:166:5: error: the panel can only be read here
  sql vacuum into 'copy.db'
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql begin
!2
sql_select.t:171:5: error: the panel can only be read here
  sql begin
      ^~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql explain select 1
!2
sql_select.t:176:5: error: the panel can only be read here
  sql explain select 1
      ^~~~~~~ write a select statement; reports come in by `load` and go by `drop report`
> sql select load_extension('x')
!2
sql_select.t:181:12: error: not authorized to use function: load_extension
  sql select load_extension('x')
             ^~~~~~~~~~~~~~
> sql select 1; insert into meta values ('a', 'b')
!2
1
1
sql_select.t:186:15: error: "insert" does not fit here: expected a statement
  sql select 1; insert into meta values ('a', 'b')
                ^~~~~~ reports come in by "load"
$ ls other.db copy.db
!2
ls: cannot access 'other.db': No such file or directory
ls: cannot access 'copy.db': No such file or directory

# Under --safe and --readonly as ever.
$ ogi --no-init --safe --quiet tests/data/panel -c 'sql select count(*) as n from report_list' 2>/dev/null
 n
15
$ ogi --no-init --safe --quiet tests/data/panel -c 'sql select 1 to "f.csv"' 2>&1 | grep -v warning
-c:1:17: error: --safe allows no statement to touch a file
  sql select 1 to "f.csv"
                  ^~~~~~~
$ ogi --no-init --quiet -d p.db tests/data/panel 2>/dev/null; ogi --no-init --readonly -d p.db -c 'sql select count(*) as n from report_list' -c 'sql delete from report'
!2
 n
15
-c#2:1:5: error: the panel can only be read here
  sql delete from report
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`
$ ogi --no-init -d p.db -c 'sql select count(*) as n from cell' -c 'sql delete from report' -c 'sql select name from sqlite_temp_master'
!2
   n
2992
-c#2:1:5: error: the panel can only be read here
  sql delete from report
      ^~~~~~ write a select statement; reports come in by `load` and go by `drop report`

# Mistakes, where they stand.
> sql
!2
sql_select.t:222:4: error: the statement ends too early: expected a question in SQL, as in "sql select agency, year from report_list"
  sql
     ^
> sql to "f.csv"
!2
sql_select.t:227:5: error: "to" does not fit here: expected a question in SQL, as in "sql select agency, year from report_list"
  sql to "f.csv"
      ^~
> sql select 1 to
!2
sql_select.t:232:16: error: the statement ends too early: expected a string
  sql select 1 to
                 ^ a file is written as a string: to "f.csv"
> sql selct 1
!2
sql_select.t:237:5: error: near "selct": syntax error
  sql selct 1
      ^~~~~
> sql select agncy from report_list
!2
sql_select.t:242:12: error: no such column: agncy
  sql select agncy from report_list
             ^~~~~ did you mean "agency"?
> sql select r.agency, r.yaer
.     from report_list r
!2
sql_select.t:247:22: error: no such column: r.yaer
  sql select r.agency, r.yaer
                       ^ did you mean "year"?
> sql select 1 to f.csv
!2
sql_select.t:253:14: error: near "to": syntax error
  sql select 1 to f.csv
               ^~ a file is written as a string: to "f.csv"
> sql select "agncy" from report_list
!2
sql_select.t:258:12: error: no such column: agncy
  sql select "agncy" from report_list
             ^~~~~~~ did you mean "agency"?
> sql select agency from report_list where agency = "示例县公安局"
!2
sql_select.t:263:51: error: no such column: 示例县公安局
  sql select agency from report_list where agency = "示例县公安局"
                                                    ^~~~~~~~~~~~~~ a text stands in 'single quotes'
> sql select x
. from cell
!2
sql_select.t:268:12: error: no such column: x
  sql select x
             ^ no view is named: SQL ends with its line, unless the next is indented
> sql select x from cell
!2
sql_select.t:274:12: error: no such column: x
  sql select x from cell
             ^ "help sql" lists the views and their columns
> sql select agency from reportlist
!2
sql_select.t:279:24: error: no such table: reportlist
  sql select agency from reportlist
                         ^~~~~~~~~~ did you mean "report_list"?
> sql select agency from nowhere
!2
sql_select.t:284:24: error: no such table: nowhere
  sql select agency from nowhere
                         ^~~~~~~ the views are agency_list, cell, load_list, report_cell, report_heading, report_list and total_list
> sql select table from cell
!2
sql_select.t:289:12: error: near "table": syntax error
  sql select table from cell
             ^~~~~ as the name of a column it stands in double quotes: "table"
> sql select agency， year from cell
!2
sql_select.t:294:12: error: no such column: agency，
  sql select agency， year from cell
             ^~~~~~~~ SQL has no full-width marks: write agency,
> sql select count(agency, year) from cell
!2
sql_select.t:299:12: error: wrong number of arguments to function count()
  sql select count(agency, year) from cell
             ^~~~~
> sql select count(* from cell
!2
sql_select.t:304:20: error: near "from": syntax error
  sql select count(* from cell
                     ^~~~
> sql select lenght(agency) from report_list
!2
sql_select.t:309:12: error: no such function: lenght
  sql select lenght(agency) from report_list
             ^~~~~~
> sql select 1 union select 1, 2
!2
sql_select.t:314:5: error: SELECTs to the left and right of UNION do not have the same number of result columns
  sql select 1 union select 1, 2
      ^~~~~~~~~~~~~~~~~~~~~~~~~~
> sql select * from cell where agency = :who
!2
sql_select.t:319:39: error: ":who" has no value here
  sql select * from cell where agency = :who
                                        ^~~~ write the value itself; a text stands in 'single quotes'
> sql select * from cell where year = ?1
!2
sql_select.t:324:37: error: "?1" has no value here
  sql select * from cell where year = ?1
                                      ^~ write the value itself; a text stands in 'single quotes'
> sql with recursive n(i) as (select 1 union all select i + 1 from n) select i from n
!4
sql_select.t:329:5: error: the answer has more than 1000000 rows
  sql with recursive n(i) as (select 1 union all select i + 1 from n) select i from n
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ choose some by "where" or "limit", or put them together by "group by"
> sql select json_extract('{', '$')
!2
sql_select.t:334:5: error: malformed JSON
  sql select json_extract('{', '$')
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> sql select sum(9223372036854775807) from cell
!2
sql_select.t:339:5: error: integer overflow
  sql select sum(9223372036854775807) from cell
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
> sql select 1 /* and so on
!2
sql_select.t:344:14: error: the comment has no end
  sql select 1 /* and so on
               ^~~~~~~~~~~~
> sql select 'and so on
!2
sql_select.t:349:12: error: the string has no closing quote
  sql select 'and so on
             ^~~~~~~~~~
$ ogi --no-init --error-format json -c 'sql select x' 2>&1 | sed 's/"hint.*//'
{"severity": "error", "code": "sql", "message": "no such column: x", 

# It is an answer, and no question of the language.
> sql select 1; trace 1,1
!2
1
1
sql_select.t:358:15: error: the last answer was asked in SQL: on which cells it rests is not known
  sql select 1; trace 1,1
                ^~~~~~~~~ "sql select * from cell where …" lists cells with their places
> plot sql select 1
!2
sql_select.t:365:6: error: "sql" does not fit here: expected a question, as in "plot sum received by year"
  plot sql select 1
       ^~~ SQL is asked in a statement of its own: "sql select …"
> assert sql select 1 = 1
!2
sql_select.t:370:8: error: "sql" does not fit here: expected a question, as in "assert sum received = 66 where …"
  assert sql select 1 = 1
         ^~~ SQL is asked in a statement of its own: "sql select …"
> define query q = sql select 1
!2
sql_select.t:375:18: error: "sql" does not fit here: expected "top", "sum", "avg", "median", "min", "max", "stddev", "a percentile (p90)", …
  define query q = sql select 1
                   ^~~ SQL is asked in a statement of its own: "sql select …"
> explain sql sql select 1
!2
sql_select.t:380:13: error: "sql" does not fit here: expected "top", "sum", "avg", "median", "min", "max", "stddev", "a percentile (p90)", …
  explain sql sql select 1
              ^~~ SQL is asked in a statement of its own: "sql select …"
> explain plan sum received
compute: sum
scope: all reports
keys: none
column: received in 件
groups:
  received: cells 0..5
ask first: does a consolidated report stand beside one it covers?

# Scripts.
$ printf 'SQL  select a,\n     b -- why\n   from t  --x\nsql select 1 to "f.csv"  # all\nsql select (\n1)\nsql select --y\n  1 to “f.csv”\nsql select 1 -- z\n  to "f.csv"\nsql select 1 to to "f.csv"\n' >s.ogi; ogi fmt s.ogi; ogi fmt s.ogi >once.ogi; ogi fmt once.ogi | cmp - once.ogi
sql select a,
     b -- why
   from t  --x
sql select 1 to "f.csv"  # all
sql select (
1)
sql select --y
  1
  to "f.csv"
sql select 1  -- z
  to "f.csv"
sql select 1 to to "f.csv"
$ printf 'sql select (\n1) as one,\n2 as two\nsave session as "saved.ogi"\n' | ogi --no-init --quiet; grep -v '^#' saved.ogi; ogi --no-init -f saved.ogi
one  two
  1    2
sql select (
1) as one,
2 as two
one  two
  1    2
