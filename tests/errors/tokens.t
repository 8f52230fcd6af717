# What is no word at all.

> sum received where agency = "示例县公安局
!2
tokens.t:3:29: error: the string has no closing quote
  sum received where agency = "示例县公安局
                              ^~~~~~~~~~~~~
> sum received where agency = '示例县公安局"
!2
tokens.t:8:29: error: the string has no closing quote
  sum received where agency = '示例县公安局"
                              ^~~~~~~~~~~~~~
> sum received where agency = “示例县公安局"
!2
tokens.t:13:29: error: the string has no closing quote
  sum received where agency = “示例县公安局"
                              ^~~~~~~~~~~~~~
> sum received where year = 2021abc
!2
tokens.t:18:27: error: a number runs into a word
  sum received where year = 2021abc
                            ^~~~~ put a blank between them, or quote the name
> sum received --where year=2021
!2
tokens.t:23:14: error: "--" begins a comment only before a blank
  sum received --where year=2021
               ^~ write the clause without dashes ("severity error"); options of ogi itself stand on its command line
> sum received @ year
!2
tokens.t:28:14: error: this character begins nothing
  sum received @ year
               ^
> sum received where year=2021 & year=2022
!2
tokens.t:33:30: error: this character begins nothing
  sum received where year=2021 & year=2022
                               ^ write "and"
> sum 新收申请 where 机关=“公安局” and 年份=２０２１x
!2
tokens.t:38:32: error: a number runs into a word
  sum 新收申请 where 机关=“公安局” and 年份=２０２１x
                                            ^~~~~~~~~ put a blank between them, or quote the name
> sum received where year=99999999999999999999
!2
tokens.t:43:25: error: the number is too large
  sum received where year=99999999999999999999
                          ^~~~~~~~~~~~~~~~~~~~
> sum received where 年份＝１，０００
!2
tokens.t:48:23: error: numbers are written without separators
  sum received where 年份＝１，０００
                           ^~~~ write 1000 for 1,000
> sum received $
!2
tokens.t:53:14: error: this character begins nothing
  sum received $
               ^
> sum received where outcome = {withheld}
!2
tokens.t:58:30: error: this character begins nothing
  sum received where outcome = {withheld}
                               ^ write round brackets
