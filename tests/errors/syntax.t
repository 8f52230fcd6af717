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
syntax.t:23:20: error: "received" does not fit here: expected by
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
syntax.t:58:6: error: ""公安"" does not fit here: expected report
  drop "公安" 2021
       ^~~~~~
> show
!2
syntax.t:63:5: error: the statement ends too early: expected report
  show
      ^
> members outcome
!2
syntax.t:68:9: error: "outcome" does not fit here: expected of
  members outcome
          ^~~~~~~
> reports by
!2
syntax.t:73:11: error: the statement ends too early: expected a dimension
  reports by
            ^
> use
!2
syntax.t:78:4: error: the statement ends too early: expected a string or form
  use
     ^
> sum received to
!2
syntax.t:83:16: error: the statement ends too early: expected a string
  sum received to
                 ^
> sum received where not
!2
syntax.t:88:23: error: the statement ends too early: expected a condition
  sum received where not
                        ^
> sum received having
!2
syntax.t:93:20: error: the statement ends too early: expected a condition
  sum received having
                     ^
> sum received own
!2
syntax.t:98:17: error: the statement ends too early: expected reports
  sum received own
                  ^
> sum received mixed
!2
syntax.t:103:19: error: the statement ends too early: expected ok
  sum received mixed
                    ^
> sum received + + applications
!2
syntax.t:108:16: error: "+" does not fit here: expected a measure
  sum received + + applications
                 ^

# With Chinese before the place.
> sum 新收申请 where 申请人=自然人 and and 年份=2021
!2
syntax.t:115:28: error: "and" does not fit here: expected a condition
  sum 新收申请 where 申请人=自然人 and and 年份=2021
                                       ^~~
