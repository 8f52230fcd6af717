# What belongs to what: `not` before `and` before `or`, comparisons below them.
%load panel

> explain tree sum received
query
  aggregate sum
    name received
> explain tree sum applications where requester=natural_person and outcome=withheld by year
query
  aggregate sum
    name applications
  where
    and
      compare =
        name requester
        name natural_person
      compare =
        name outcome
        name withheld
  by
    dimension
      name year
> explain tree sum received where year=2021 or year=2022 and not agency="公安"
query
  aggregate sum
    name received
  where
    or
      compare =
        name year
        integer 2021
      and
        compare =
          name year
          integer 2022
        not
          compare =
            name agency
            string "公安"
> explain tree sum received where (year=2021 or year=2022) and not agency="公安"
query
  aggregate sum
    name received
  where
    and
      or
        compare =
          name year
          integer 2021
        compare =
          name year
          integer 2022
      not
        compare =
          name agency
          string "公安"
> explain tree sum received where received + carried_in * 2 > 10 - 3
query
  aggregate sum
    name received
  where
    compare >
      add
        name received
        multiply
          name carried_in
          integer 2
      subtract
        integer 10
        integer 3
> explain tree sum (withheld or unavailable) of applications, received across year total
query
  aggregate sum
    of
      or
        name withheld
        name unavailable
      name applications
    name received
  across
    dimension
      name year
  total
> explain tree sum applications by outcome depth 2, year desc order by applications desc, year top 3 ties
query
  aggregate sum
    name applications
  by
    dimension
      name outcome
      integer 2
    dimension descending
      name year
  order
    sort descending
      name applications
    sort
      name year
  top ties
    integer 3
> explain tree sum received by agency top 5 by received having received not between 1 and 3
query
  aggregate sum
    name received
  by
    dimension
      name agency
  top
    integer 5
    name received
  having
    between not
      name received
      integer 1
      integer 3
> explain tree sum received where year not in (2019, 2021..2022) for "公安" 2020 own reports to "a.csv"
query
  aggregate sum
    name received
  where
    in not
      name year
      list
        integer 2019
        range
          integer 2021
          integer 2022
  for
    subject
      string "公安"
      integer 2020
  consolidation own
  to
    string "a.csv"
> explain tree stated applications where agency ~ "局$" and received is not blank as x
query
  aggregate stated
    name applications
  where
    and
      compare ~
        name agency
        string "局$"
      is not
        name received
        name blank
  as
    name x
> explain tree reports where region under 示例县 limit 3
query
  reports
  where
    under
      name region
      list
        name 示例县
  limit
    integer 3
> explain tree count agencies by level
query
  count
    name agencies
  by
    dimension
      name level
