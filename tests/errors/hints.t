# What to write instead: tests that lack something, figures of another kind, clauses that a statement has not.
%load panel

> sum received where agency is "县公安局"
!2
hints.t:4:30: error: "县公安局" does not fit here: expected a name or "not"
  sum received where agency is "县公安局"
                               ^~~~~~~~~~ write "="; "is" asks for a state: missing, blank, text, unread or inferred
> sum received by agency having > 50
!2
hints.t:9:31: error: ">" does not fit here: expected a condition
  sum received by agency having > 50
                                ^ name what is compared, as in "having received > 100"
> sum received where year 2021
!2
hints.t:14:25: error: "2021" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where year 2021
                          ^~~~ a condition needs a test, as in "year=2021"
> sum received where agency 县公安局
!2
hints.t:19:27: error: "县公安局" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where agency 县公安局
                            ^~~~~~~~ a condition needs a test, as in "year=2021"
> sum received where year=2021 and agency "县公安局"
!2
hints.t:24:41: error: "县公安局" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where year=2021 and agency "县公安局"
                                          ^~~~~~~~~~ a condition needs a test, as in "year=2021"
> sum received by year having received 5
!2
hints.t:29:38: error: "5" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received by year having received 5
                                       ^ a condition needs a test, as in "year=2021"
> sum received where gap applications != 0 by year
!2
hints.t:34:24: error: "applications" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where gap applications != 0 by year
                         ^~~~~~~~~~~~ a condition names measures and columns alone: "gap applications by agency having gap != 0"
> sum received where rate withheld of applications > 0.2
!2
hints.t:39:25: error: "withheld" does not fit here: expected "is", "not", "between", "in", "under", "of", "=", "+", …
  sum received where rate withheld of applications > 0.2
                          ^~~~~~~~ a condition names measures and columns alone: "gap applications by agency having gap != 0"
> sum received where agency in (reports where year=2021) by agency
!2
hints.t:44:39: error: "where" does not fit here: expected "or", ")", "," or "."
  sum received where agency in (reports where year=2021) by agency
                                        ^~~~~ a list holds names, numbers and ranges, parted by commas
> sum received where agency in (sum received by agency top 2) by agency
!2
hints.t:49:35: error: "received" does not fit here: expected "or", ")", "," or "."
  sum received where agency in (sum received by agency top 2) by agency
                                    ^~~~~~~~ a list holds names, numbers and ranges, parted by commas
> sum received / applications by year
!2
hints.t:54:14: error: "/" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received / applications by year
               ^ write "rate … of …"
> sum received as a, received as b by year
!2
hints.t:59:18: error: "," does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received as a, received as b by year
                   ^ "as" names the column of a question with one figure
> sum received, rate withheld of applications by year
!2
hints.t:64:20: error: "withheld" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received, rate withheld of applications by year
                     ^~~~~~~~ figures of another kind are asked in a statement of their own
> rate withheld of applications, disclosed of applications by year
!2
hints.t:69:30: error: "," does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  rate withheld of applications, disclosed of applications by year
                               ^ a question asks for one rate: ask for another in a statement of its own
> flow of "示例县公安局" by year
!2
hints.t:74:18: error: "by" does not fit here: expected a whole number, "latest" or "to"
  flow of "示例县公安局" by year
                         ^~ it takes years alone, as in "flow of X 2019..2021"
> flow of "示例县公安局" 2021 2022
!2
hints.t:79:23: error: "2022" does not fit here: expected "to" or ".."
  flow of "示例县公安局" 2021 2022
                              ^~~~ it takes years alone, as in "flow of X 2019..2021"
> flow "示例县公安局"
!2
hints.t:84:6: error: "示例县公安局" does not fit here: expected "of"
  flow "示例县公安局"
       ^~~~~~~~~~~~~~ write "of" before the name
> members requester
!2
hints.t:89:9: error: "requester" does not fit here: expected "of"
  members requester
          ^~~~~~~~~ write "of" before the name
> compare received of "示例县公安局" 2021 with 2022 where requester=company
!2
hints.t:94:45: error: "where" does not fit here: expected "to", "," or ".."
  compare received of "示例县公安局" 2021 with 2022 where requester=company
                                                    ^~~~~ it takes no such clause: what is compared stands first, as in "compare received of X 2021 with 2022"

# A measure and a member side by side.
> sum received natural_person by year
!2
hints.t:101:14: error: "natural_person" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received natural_person by year
               ^~~~~~~~~~~~~~ it is a member of "requester": write "received where requester=natural_person"
> what if received natural_person for "示例县公安局" 2021 = 3: sum received
!2
hints.t:106:18: error: "natural_person" does not fit here: expected "where", "and", "or", "for", "of", "+", "-" or "."
  what if received natural_person for "示例县公安局" 2021 = 3: sum received
                   ^~~~~~~~~~~~~~ it is a member of "requester": write "received where requester=natural_person"
> rate withheld applications by year
!2
hints.t:111:15: error: "applications" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  rate withheld applications by year
                ^~~~~~~~~~~~ write "withheld of applications"
> sum received withheld by year
!2
hints.t:116:14: error: "withheld" does not fit here: expected "by", "where", "across", "total", "top", "having", "order", "depth", …
  sum received withheld by year
               ^~~~~~~~ several figures are parted by commas; a name of several words is quoted
