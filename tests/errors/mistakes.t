# Mistakes that a beginner makes, and what is said to them.
%load panel

# --- Habits from SQL
> select sum(received) from reports
!2
mistakes.t:5:1: error: "select" does not fit here: expected a statement
  select sum(received) from reports
  ^~~~~~ say what is asked: "sum received by year where agency=X", or "reports"; "sql select …" asks in SQL
> select * from reports where year = 2021
!2
mistakes.t:10:1: error: "select" does not fit here: expected a statement
  select * from reports where year = 2021
  ^~~~~~ say what is asked: "sum received by year where agency=X", or "reports"; "sql select …" asks in SQL
> sum(received) group by year
!2
mistakes.t:15:15: error: "group" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum(received) group by year
                ^~~~~ write "by year" alone, without "group"
> sum received group by year
!2
mistakes.t:20:14: error: "group" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received group by year
               ^~~~~ write "by year" alone, without "group"
> sum received by year sort by received
!2
mistakes.t:25:22: error: "sort" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received by year sort by received
                       ^~~~ write "order by"
> sum received by year order by received descending
!2
mistakes.t:30:40: error: "descending" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received by year order by received descending
                                         ^~~~~~~~~~ write "desc"
> count(*)
!2
mistakes.t:35:6: error: "(" does not fit here: expected a name or a string
  count(*)
       ^ write "count reports" or "count agencies"
> count reports group by year
!2
mistakes.t:40:15: error: "group" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  count reports group by year
                ^~~~~ write "by year" alone, without "group"
> sum received where year <> 2021
!2
mistakes.t:45:26: error: ">" does not fit here: expected a name, a whole number, a number, a date, a percentage, a string, "-" or "("
  sum received where year <> 2021
                           ^ write "!="
> sum received where year = 2021 && level = 县
!2
mistakes.t:50:32: error: this character begins nothing
  sum received where year = 2021 && level = 县
                                 ^ write "and"
> sum received where year = 2021 || year = 2022
!2
mistakes.t:55:32: error: this character begins nothing
  sum received where year = 2021 || year = 2022
                                 ^ write "or"
> sum received where agency like "%公安%"
!2
mistakes.t:60:27: error: "like" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where agency like "%公安%"
                            ^~~~ write "~" and a part of the name: agency ~ "公安"
> sum received where received is null
!2
mistakes.t:65:32: error: "null" is no state of a cell
  sum received where received is null
                                 ^~~~ write "is missing": the report has no such figure; or "is blank"
> sum received where received is not null by agency
!2
mistakes.t:70:36: error: "null" is no state of a cell
  sum received where received is not null by agency
                                     ^~~~ write "is missing": the report has no such figure; or "is blank"
> sum received where year in [2021, 2022]
!2
mistakes.t:75:28: error: this character begins nothing
  sum received where year in [2021, 2022]
                             ^ write round brackets
> sum received by year limit 5 offset 10
!2
mistakes.t:80:30: error: "offset" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received by year limit 5 offset 10
                               ^~~~~~ "limit 5" shows the first five rows as they stand, no others
> sum received from reports by year
!2
mistakes.t:85:14: error: "from" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received from reports by year
               ^~~~ all loaded reports are asked; "where" chooses some: "where year in 2019..2021"
> sum distinct received
!2
mistakes.t:90:14: error: "received" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum distinct received
               ^~~~~~~~ "count agencies" counts each once
> sum received as total received
!2
mistakes.t:95:23: error: "received" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received as total received
                        ^~~~~~~~
> where year = 2021
!2
mistakes.t:100:1: error: "where" does not fit here: expected a statement
  where year = 2021
  ^~~~~ what is asked comes first: "sum received where …"
> insert into reports
!2
mistakes.t:105:1: error: "insert" does not fit here: expected a statement
  insert into reports
  ^~~~~~ reports come in by "load"
> update reports set year = 2021
!2
mistakes.t:110:1: error: "update" does not fit here: expected a statement
  update reports set year = 2021
  ^~~~~~ what was printed is never changed; "what if" asks with another number
> delete report "示例县公安局" 2021
!2
mistakes.t:115:1: error: "delete" does not fit here: expected a statement
  delete report "示例县公安局" 2021
  ^~~~~~ write "drop report "X" 2021"
> show tables
!2
mistakes.t:120:1: error: nothing of the kind "tables" is defined
  show tables
  ^~~~~~~~~~~ it can be measures, rates, queries or definitions
> describe table reports
!2
mistakes.t:125:16: error: "reports" does not fit here: expected "to" or "."
  describe table reports
                 ^~~~~~~
> use database cn
!2
mistakes.t:130:5: error: "database" does not fit here: expected a string or "form"
  use database cn
      ^~~~~~~~

# --- Habits from the shell and from other languages
> sum received --format csv
!2
mistakes.t:137:14: error: "--" begins a comment only before a blank
  sum received --format csv
               ^~ write the clause without dashes ("severity error"); options of ogi itself stand on its command line
> check --severity error
!2
mistakes.t:142:7: error: "--" begins a comment only before a blank
  check --severity error
        ^~ write the clause without dashes ("severity error"); options of ogi itself stand on its command line
> sum received > "f.csv"
!2
mistakes.t:147:14: error: ">" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received > "f.csv"
               ^ write "to "f.csv""
> sum received | head
!2
mistakes.t:152:14: error: this character begins nothing
  sum received | head
               ^ to write a file: to "f.csv"; "or" joins conditions
> sum received by year;;
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
> help()
!2
mistakes.t:165:5: error: "(" does not fit here: expected a name, "by", "where", "across", "having", "not", "between", "in", …
  help()
      ^ write it without brackets
> quit()
!2
mistakes.t:170:5: error: "(" does not fit here: nothing more fits here
  quit()
      ^ write it without brackets
> ?
!2
mistakes.t:175:1: error: this character begins nothing
  ?
  ^ write "help"
> sum received where year != 2021 and !(level = 县)
!2
mistakes.t:180:37: error: this character begins nothing
  sum received where year != 2021 and !(level = 县)
                                      ^ write "not"
> sum received where year => 2021
!2
mistakes.t:185:26: error: ">" does not fit here: expected a name, a whole number, a number, a date, a percentage, a string, "-" or "("
  sum received where year => 2021
                           ^ write ">="
> sum received where year = 2021,2022
!2
mistakes.t:190:31: error: "," does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where year = 2021,2022
                                ^ write several in brackets: "in (a, b)"
> sum received where year = 2019-2021
!2
mistakes.t:195:27: error: a year is a whole number such as 2021
  sum received where year = 2019-2021
                            ^~~~~~~~~ write a range as 2019..2023
> sum received where year from 2019 to 2021
!2
mistakes.t:200:25: error: "from" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where year from 2019 to 2021
                          ^~~~ all loaded reports are asked; "where" chooses some: "where year in 2019..2021"
> sum received for 2019-2021
!2
mistakes.t:205:22: error: "-" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received for 2019-2021
                       ^ write a range as 2019..2023
> sum received for 2019 to 2021
!2
mistakes.t:210:26: error: "2021" does not fit here: expected a string
  sum received for 2019 to 2021
                           ^~~~ write a range as 2019..2023; "to" names a file
> sum received in 2021
!2
mistakes.t:215:17: error: "2021" does not fit here: expected "section"
  sum received in 2021
                  ^~~~ write "where year=2021", or "in section 6" of a narrative
> sum received during 2021
!2
mistakes.t:220:14: error: "during" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received during 2021
               ^~~~~~ write "where year=2021" or "for 2019..2021"
> sum received per year
!2
mistakes.t:225:14: error: "per" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received per year
               ^~~ write "by"
> sum received by year and agency
!2
mistakes.t:230:22: error: "and" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received by year and agency
                       ^~~ write a comma between dimensions: "by year, agency"
> sum received by each year
!2
mistakes.t:235:22: error: "year" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received by each year
                       ^~~~ write "by year" alone
> sum of received
!2
mistakes.t:240:5: error: "of" does not fit here: expected a measure
  sum of received
      ^~ write the figure right behind it, as in "sum received"
> sum received of 2021
!2
mistakes.t:245:17: error: "2021" does not fit here: expected a name or a string
  sum received of 2021
                  ^~~~ write "where year=2021"
> total received by year
!2
mistakes.t:250:1: error: "total" does not fit here: expected a statement
  total received by year
  ^~~~~ write "sum"
> average received
!2
mistakes.t:255:1: error: "average" does not fit here: expected a statement
  average received
  ^~~~~~~ write "avg"
> mean received
!2
mistakes.t:260:1: error: "mean" does not fit here: expected a statement
  mean received
  ^~~~ write "avg"
> number of reports
!2
mistakes.t:265:1: error: "number" does not fit here: expected a statement
  number of reports
  ^~~~~~ write "count reports", "count agencies" …
> how many reports
!2
mistakes.t:270:1: error: "how" does not fit here: expected a statement
  how many reports
  ^~~ write "count reports", "count agencies" …

# --- Names
> received
!2
mistakes.t:277:1: error: "received" does not fit here: expected a statement
  received
  ^~~~~~~~ write "sum received"
> received by year
!2
mistakes.t:282:1: error: "received" does not fit here: expected a statement
  received by year
  ^~~~~~~~ write "sum received by year"
> sum recieved
!2
mistakes.t:287:5: error: there is no measure "recieved"
  sum recieved
      ^~~~~~~~ did you mean "received"?
> sum withheld
!2
mistakes.t:292:5: error: there is no measure "withheld"
  sum withheld
      ^~~~~~~~ it is a member of "outcome": write "sum applications where outcome=withheld"
> sum 不予公开
!2
mistakes.t:297:5: error: there is no measure "不予公开"
  sum 不予公开
      ^~~~~~~~ it is a member of "outcome": write "sum applications where outcome=withheld"
> sum outcome
!2
mistakes.t:302:5: error: there is no measure "outcome"
  sum outcome
      ^~~~~~~ it is a dimension: write "sum applications by outcome"
> sum 申请人 by year
!2
mistakes.t:307:5: error: there is no measure "申请人"
  sum 申请人 by year
      ^~~~~~ it is a dimension: write "sum received by requester"
> sum applications where outcome = witheld
!2
mistakes.t:312:34: error: no member "witheld" in dimension outcome
  sum applications where outcome = witheld
                                   ^~~~~~~ did you mean "withheld"?
> sum applications where outcome = 自然
!2
mistakes.t:317:34: error: no member "自然" in dimension outcome
  sum applications where outcome = 自然
                                   ^~~~ "members of outcome" lists its 25 members
> sum applications where withheld
!2
mistakes.t:322:32: error: the statement ends too early: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum applications where withheld
                                 ^ write "outcome=withheld"
> sum applications where outcome = natural_person
!2
mistakes.t:327:34: error: no member "natural_person" in dimension outcome
  sum applications where outcome = natural_person
                                   ^~~~~~~~~~~~~~ it is a member of "requester"
> sum received where outcome = withheld
!2
mistakes.t:332:20: error: "received" has no dimension "outcome": the form has no such cell
  sum received where outcome = withheld
                     ^~~~~~~ it divides "applications"
> sum received where agency = 公安
received
     150
reports 4 of 4
> sum received where agency = "示例县公安"
received
     150
reports 4 of 4
> sum received where agency = 教育厅
!2
mistakes.t:345:29: error: no report has the agency "教育厅"
  sum received where agency = 教育厅
                              ^~~~~~ there is "示例县人民政府", "示例县公安局", "示例县教育局", "示例县青山镇人民政府", "示例市卫生健康委员会" or "示例省财政厅"
> sum received where region = 昆明
!2
mistakes.t:350:29: error: no report has the region "昆明"
  sum received where region = 昆明
                              ^~~~ what no name tells is declared by load "f.csv" as agencies
> sum received where yaer = 2021
!2
mistakes.t:355:20: error: there is no dimension "yaer"
  sum received where yaer = 2021
                     ^~~~ did you mean "year"?
> sum received by years
year  received
2019        23
2020        79
2021       272
2022       161
2023       182
reports 15 of 15 · 3 blanks taken as 0
> sum received by month
!2
mistakes.t:368:17: error: there is no dimension "month"
  sum received by month
                  ^~~~~ "help dimensions" lists them
> sum received by requster
!2
mistakes.t:373:17: error: there is no dimension "requster"
  sum received by requster
                  ^~~~~~~~ did you mean "requester"?
> sum received by agency top ten
!2
mistakes.t:378:28: error: "ten" does not fit here: expected a whole number
  sum received by agency top ten
                             ^~~
> sum received by year order by amount
!2
mistakes.t:383:31: error: the answer has no column "amount"
  sum received by year order by amount
                                ^~~~~~ it has "year", "received"
> sum received by year having applications > 3
!2
mistakes.t:388:29: error: the answer has no column "applications"
  sum received by year having applications > 3
                              ^~~~~~~~~~~~ it has "year", "received"
> members outcomes
!2
mistakes.t:393:9: error: "outcomes" does not fit here: expected "of"
  members outcomes
          ^~~~~~~~ write "of" before the name
> describe witheld
!2
mistakes.t:398:10: error: nothing is called "witheld"
  describe witheld
           ^~~~~~~ did you mean "withheld"?
> help wehre
!2
mistakes.t:403:1: error: there is no help on "wehre"
  help wehre
  ^~~~~~~~~~ did you mean "help where"?
> set yaer 2021
!2
mistakes.t:408:5: error: there is no setting "yaer"
  set yaer 2021
      ^~~~ "set" alone lists them
> set format excel
!2
mistakes.t:413:12: error: there is no format "excel"
  set format excel
             ^~~~~ it can be table, csv, tsv, json, jsonl, md, line or html
> set year last
!2
mistakes.t:418:10: error: "last" is no year
  set year last
           ^~~~ write 2021, 2019..2023 or all
> use form uk
!2
mistakes.t:423:10: error: there is no form "uk"
  use form uk
           ^~ it can be cn, us_foia or all

# --- Conditions
> sum received where outcome = withheld or unavailable
!2
mistakes.t:430:53: error: the statement ends too early: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  ...m received where outcome = withheld or unavailable
                                                       ^ write the members in brackets: "= (a or b)" or "in (a, b)"
> sum applications where outcome = withheld or unavailable by year
!2
mistakes.t:435:58: error: "by" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  ...lications where outcome = withheld or unavailable by year
                                                       ^~ write the members in brackets: "= (a or b)" or "in (a, b)"
> sum received where year == 2021 = 3
!2
mistakes.t:440:33: error: "=" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where year == 2021 = 3
                                  ^ comparisons do not chain: join two with "and"
> sum received where 2019 <= year <= 2021
!2
mistakes.t:445:33: error: "<=" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where 2019 <= year <= 2021
                                  ^~ write "between 2019 and 2021" or "in 2019..2021"
> sum received where year between 2019
!2
mistakes.t:450:37: error: the statement ends too early: expected "and", "+", "-", "*" or "/"
  sum received where year between 2019
                                      ^
> sum received where year between 2019, 2021
!2
mistakes.t:455:37: error: "," does not fit here: expected "and", "+", "-", "*" or "/"
  sum received where year between 2019, 2021
                                      ^ write "between 2019 and 2021"
> sum received where year between 2019 to 2021
!2
mistakes.t:460:38: error: "to" does not fit here: expected "and", "+", "-", "*" or "/"
  sum received where year between 2019 to 2021
                                       ^~ write a range as 2019..2023; "to" names a file
> sum received where year = "next"
!2
mistakes.t:465:27: error: a year is a whole number such as 2021
  sum received where year = "next"
                            ^~~~~~
> sum received where year
!2
mistakes.t:470:24: error: the statement ends too early: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where year
                         ^ a condition needs a test, as in "year=2021"
> sum received where
!2
mistakes.t:475:19: error: the statement ends too early: expected a condition
  sum received where
                    ^
> sum received where year = 2021 year = 2022
!2
mistakes.t:480:32: error: "year" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where year = 2021 year = 2022
                                 ^~~~ join two conditions with "and"
> sum received where agency = 示例县公安局 2021
!2
mistakes.t:485:36: error: "2021" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where agency = 示例县公安局 2021
                                           ^~~~ write "agency=X and year=2021", or "for "X" 2021"
> sum received where (year = 2021
!2
mistakes.t:490:32: error: the statement ends too early: expected "and", "or", ")", "+", "-", "*" or "/"
  sum received where (year = 2021
                                 ^ a bracket is still open
> sum received where year = 2021)
!2
mistakes.t:495:31: error: ")" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where year = 2021)
                                ^ no bracket is open here
> sum received where received > 1,000
!2
mistakes.t:500:31: error: numbers are written without separators
  sum received where received > 1,000
                                ^~~~~ write 1000 for 1,000
> sum received where received > 100件
!2
mistakes.t:505:31: error: a number runs into a word
  sum received where received > 100件
                                ^~~~~ put a blank between them, or quote the name
> sum received where agency ~ "("
!2
mistakes.t:510:29: error: this is no regular expression: Unmatched ( or \(
  sum received where agency ~ "("
                              ^~~
> sum received where agency = "示例县公安局
!2
mistakes.t:515:29: error: the string has no closing quote
  sum received where agency = "示例县公安局
                              ^~~~~~~~~~~~~
> sum received where agency = 示例县公安局"
!2
mistakes.t:520:35: error: the string has no closing quote
  sum received where agency = 示例县公安局"
                                          ^
> sum received where year in 2023..2021
!2
mistakes.t:525:28: error: this range of years is empty: 2023 comes after 2021
  sum received where year in 2023..2021
                             ^~~~~~~~~~

# --- Clauses
> sum received top 10
!2
mistakes.t:532:14: error: "top" has nothing to choose from: the answer is one row
  sum received top 10
               ^~~~~~ write "by" and a dimension
> sum received by agency top 0
!2
mistakes.t:537:28: error: "top" needs a number from 1 on
  sum received by agency top 0
                             ^
> sum received by year by agency
!2
mistakes.t:542:22: error: "by" stands here twice
  sum received by year by agency
                       ^~~~~~~~~
> sum received top 20 by agency
!2
mistakes.t:547:14: error: "top" has nothing to choose from: the answer is one row
  sum received top 20 by agency
               ^~~~~~~~~~~~~~~~ write "by agency top 20"
> sum received by agency top 10 percent
!2
mistakes.t:552:31: error: "percent" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received by agency top 10 percent
                                ^~~~~~~ "top 10" counts rows; a part of the whole is "share"
> sum received total
!2
mistakes.t:557:14: error: "total" needs rows or columns to add up: write "by" or "across"
  sum received total
               ^~~~~
> sum received depth 2
!2
mistakes.t:562:14: error: "depth" needs a dimension that is a tree after "by" or "across"
  sum received depth 2
               ^~~~~~~
> sum received across year, agency
!2
mistakes.t:567:27: error: "across" takes one dimension: put the others in "by"
  sum received across year, agency
                            ^~~~~~
> share received of parent
!2
mistakes.t:572:19: error: there is no measure "parent"
  share received of parent
                    ^~~~~~ write "within parent"
> rate withheld
!2
mistakes.t:577:1: error: a rate is one figure of another
  rate withheld
  ^~~~~~~~~~~~~ write "rate withheld of applications"
> rate withheld by applications
!2
mistakes.t:582:18: error: there is no dimension "applications"
  rate withheld by applications
                   ^~~~~~~~~~~~ it is a measure: "rate A of B" holds one against another, "where applications > 10" chooses reports by it
> rate withheld / applications
!2
mistakes.t:587:15: error: "/" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  rate withheld / applications
                ^ write "rate … of …"
> sum received change
!2
mistakes.t:592:14: error: "change" needs years to compare
  sum received change
               ^~~~~~ write "by year change", or two years: "change 2019 to 2021"
> sum received by agency change 2019..2021
!2
mistakes.t:597:35: error: ".." does not fit here: expected "to"
  sum received by agency change 2019..2021
                                    ^~ write "change 2019 to 2021"
> compare "示例县公安局" 2021 and "示例县教育局"
!2
mistakes.t:602:23: error: "and" does not fit here: expected "with" or ".."
  compare "示例县公安局" 2021 and "示例县教育局"
                              ^~~ write "with" between the two
> compare "示例县公安局" 2021 to 2022
!2
mistakes.t:607:23: error: "to" does not fit here: expected "with" or ".."
  compare "示例县公安局" 2021 to 2022
                              ^~ write "with" between the two
> compare "示例县公安局" with
!2
mistakes.t:612:22: error: the statement ends too early: expected a name, a whole number, a string or "peers"
  compare "示例县公安局" with
                             ^
> show report 示例县公安局 2021 table three
!2
mistakes.t:617:31: error: "three" does not fit here: expected a whole number
  show report 示例县公安局 2021 table three
                                      ^~~~~
> show report 2021
!2
mistakes.t:622:13: error: "2021" does not fit here: expected a name or a string
  show report 2021
              ^~~~ whose? write "show report "X" 2021"
> find 复议 诉讼
!2
mistakes.t:627:9: error: "诉讼" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  find 复议 诉讼
            ^~~~ write "and", "or" or "not" between words, or quote them as one
> find "复议" in 6
!2
mistakes.t:632:14: error: "6" does not fit here: expected "section"
  find "复议" in 6
                 ^ write "in section 6"
> flow "示例县公安局" 2021
!2
mistakes.t:637:6: error: "示例县公安局" does not fit here: expected "of"
  flow "示例县公安局" 2021
       ^~~~~~~~~~~~~~ write "of" before the name
> trace 1
!2
mistakes.t:642:8: error: the statement ends too early: expected ","
  trace 1
         ^
> trace 1 2
!2
mistakes.t:647:9: error: "2" does not fit here: expected ","
  trace 1 2
          ^
> load reports
!2
mistakes.t:652:6: error: "reports" does not fit here: expected a string
  load reports
       ^~~~~~~ a file or a folder is written as a string: load "reports"
> load
!2
mistakes.t:657:5: error: the statement ends too early: expected a string
  load
      ^
> to "f.csv"
!2
mistakes.t:662:1: error: "to" does not fit here: expected a statement
  to "f.csv"
  ^~ what is asked comes first: "sum received … to "f.csv""
> sum received to csv
!2
mistakes.t:667:17: error: "csv" does not fit here: expected a string
  sum received to csv
                  ^~~ a file is written as a string: to "f.csv"
> sum received to "f.xyz"
!4
mistakes.t:672:17: error: the ending of "f.xyz" names no format
  sum received to "f.xyz"
                  ^~~~~~~ it can be .txt, .csv, .tsv, .json, .jsonl, .md, .html or .xlsx
> explain
!2
mistakes.t:677:8: error: the statement ends too early: expected a question, as in "explain sum received"
  explain
         ^
> sum received by year where year = 2021 where
!2
mistakes.t:682:45: error: the statement ends too early: expected a condition
  sum received by year where year = 2021 where
                                              ^
> sum received,
!2
mistakes.t:687:14: error: the statement ends too early: expected a measure
  sum received,
               ^
> sum received applications
!2
mistakes.t:692:14: error: "applications" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received applications
               ^~~~~~~~~~~~ several figures are parted by commas; a name of several words is quoted
> sum carried_forward
!2
mistakes.t:697:5: error: "carried_forward" is a state at one end of a year: over 2019 to 2023 it does not add up
  sum carried_forward
      ^~~~~~~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"
> sum received + fees
!2
mistakes.t:702:16: error: "fees" is in 万元, "received" in 件: they do not add
  sum received + fees
                 ^~~~ parted by a comma each gets a column of its own
> fnd "收费"
!2
mistakes.t:707:1: error: "fnd" does not fit here: expected a statement
  fnd "收费"
  ^~~ did you mean "find"?
> smu received by year
!2
mistakes.t:712:1: error: "smu" does not fit here: expected a statement
  smu received by year
  ^~~ did you mean "sum"?
> xyzzy received
!2
mistakes.t:717:1: error: "xyzzy" does not fit here: expected a statement
  xyzzy received
  ^~~~~ it begins with a verb, as in "sum", "count" or "show report": "help" lists them
