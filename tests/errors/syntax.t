# A syntax error names what could have come there.

> sum
!2
syntax.t:3:4: error: the statement ends too early: expected a measure
  sum
     ^
> sum received by
!2
syntax.t:8:16: error: the statement ends too early: expected a dimension
  sum received by
                 ^
> sum received where
!2
syntax.t:13:19: error: the statement ends too early: expected a condition
  sum received where
                    ^
> sum received where year=2021 and
!2
syntax.t:18:33: error: the statement ends too early: expected a condition
  sum received where year=2021 and
                                  ^
> sum received order received
!2
syntax.t:23:20: error: "received" does not fit here: expected "by"
  sum received order received
                     ^~~~~~~~
> sum received top
!2
syntax.t:28:17: error: the statement ends too early: expected a whole number
  sum received top
                  ^
> sum received top ten
!2
syntax.t:33:18: error: "ten" does not fit here: expected a whole number
  sum received top ten
                   ^~~
> sum received limit
!2
syntax.t:38:19: error: the statement ends too early: expected a whole number
  sum received limit
                    ^
> sum received by year depth
!2
syntax.t:43:27: error: the statement ends too early: expected a whole number
  sum received by year depth
                            ^
> sum received across
!2
syntax.t:48:20: error: the statement ends too early: expected a dimension
  sum received across
                     ^
> load
!2
syntax.t:53:5: error: the statement ends too early: expected a string
  load
      ^
> drop "公安" 2021
!2
syntax.t:58:6: error: "公安" does not fit here: expected "report", "measure", "rate" or "query"
  drop "公安" 2021
       ^~~~~~
> show
!2
syntax.t:63:5: error: the statement ends too early: expected "report", "load", "measures", "rates" or "queries"
  show
      ^
> members outcome
!2
syntax.t:68:9: error: "outcome" does not fit here: expected "of"
  members outcome
          ^~~~~~~ write "of" before the name
> reports by
!2
syntax.t:73:11: error: the statement ends too early: expected a dimension
  reports by
            ^
> use
!2
syntax.t:78:4: error: the statement ends too early: expected a string or "form"
  use
     ^
> sum received where not
!2
syntax.t:83:23: error: the statement ends too early: expected a condition
  sum received where not
                        ^
> sum received having
!2
syntax.t:88:20: error: the statement ends too early: expected a condition
  sum received having
                     ^
> sum received own
!2
syntax.t:93:17: error: the statement ends too early: expected "reports"
  sum received own
                  ^
> sum received mixed
!2
syntax.t:98:19: error: the statement ends too early: expected "ok"
  sum received mixed
                    ^
> sum received + + applications
!2
syntax.t:103:16: error: "+" does not fit here: expected a measure
  sum received + + applications
                 ^

# With Chinese before the place.
> sum 新收申请 where 申请人=自然人 and and 年份=2021
!2
syntax.t:110:28: error: "and" does not fit here: expected a condition
  sum 新收申请 where 申请人=自然人 and and 年份=2021
                                       ^~~ join two conditions with "and"

# What begins no statement; what cannot be asked yet.
> received by year
!2
syntax.t:117:1: error: "received" does not fit here: expected a statement
  received by year
  ^~~~~~~~ write "sum received by year"
> select * from received
!2
syntax.t:122:1: error: "select" does not fit here: expected a statement
  select * from received
  ^~~~~~ say what is asked: "sum received by year where agency=X", or "reports"; "sql select …" asks in SQL
> total received
!2
syntax.t:127:1: error: "total" does not fit here: expected a statement
  total received
  ^~~~~ write "sum"
> sum received where year
!2
syntax.t:132:24: error: the statement ends too early: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where year
                         ^ a condition needs a test, as in "year=2021"
> sum received where (year=2021
!2
syntax.t:137:30: error: the statement ends too early: expected "and", "or", ")", "+", "-", "*" or "/"
  sum received where (year=2021
                               ^ a bracket is still open
> sum received sum applications
!2
syntax.t:142:14: error: "sum" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received sum applications
               ^~~ several figures are parted by commas; a name of several words is quoted
> sum received where outcome = withheld or unavailable
!2
syntax.t:147:53: error: the statement ends too early: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  ...m received where outcome = withheld or unavailable
                                                       ^ write the members in brackets: "= (a or b)" or "in (a, b)"
> sum received where year in 2019 to 2021
!2
syntax.t:152:36: error: "2021" does not fit here: expected a string
  sum received where year in 2019 to 2021
                                     ^~~~ write a range as 2019..2023; "to" names a file
> sum received where 2019 < year < 2021
!2
syntax.t:157:32: error: "<" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where 2019 < year < 2021
                                 ^ write "between 2019 and 2021" or "in 2019..2021"
> sum received where received > 3 > 2
!2
syntax.t:162:33: error: ">" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received where received > 3 > 2
                                  ^ comparisons do not chain: join two with "and"
> sum 新收申请 按 年份
!2
syntax.t:167:10: error: "按" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum 新收申请 按 年份
               ^~ several figures are parted by commas; a name of several words is quoted
