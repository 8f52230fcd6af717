# The words of a statement, each with its place.
%load panel

> explain tokens sum received
4:16  sum  keyword
4:20  received  a name
> explain tokens sum applications where requester=natural_person and outcome in (withheld, "无法提供") by year top 10
7:16  sum  keyword
7:20  applications  a name
7:33  where  keyword
7:39  requester  a name
7:48  =  =
7:49  natural_person  a name
7:64  and  keyword
7:68  outcome  a name
7:76  in  keyword
7:79  (  (
7:80  withheld  a name
7:88  ,  ,
7:90  "无法提供"  a string
7:96  )  )
7:98  by  keyword
7:101  year  a name
7:106  top  keyword
7:110  10  a whole number
> explain tokens sum received where year ＝ ２０２１年 and agency = “示例县公安局”
26:16  sum  keyword
26:20  received  a name
26:29  where  keyword
26:35  year  a name
26:40  ＝  =
26:42  ２０２１  a whole number
26:48  and  keyword
26:52  agency  a name
26:59  =  =
26:61  “示例县公安局”  a string
> explain tokens sum 新收申请 where year in 2019..2021  # and this is no token
37:16  sum  keyword
37:20  新收申请  a name
37:25  where  keyword
37:31  year  a name
37:36  in  keyword
37:39  2019  a whole number
37:43  ..  ..
37:45  2021  a whole number
> explain tokens sum received having received >= 1.5 and received <= 40%
46:16  sum  keyword
46:20  received  a name
46:29  having  keyword
46:36  received  a name
46:45  >=  >=
46:48  1.5  a number
46:52  and  keyword
46:56  received  a name
46:65  <=  <=
46:68  40%  a percentage
> explain tokens p90 received - carried_in
57:16  p90  keyword
57:20  received  a name
57:29  -  -
57:31  carried_in  a name
