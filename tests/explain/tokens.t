# The words of a statement, each with its place.
%load panel

> explain tokens sum received
4:9  tokens  keyword
4:16  sum  keyword
4:20  received  a name
> explain tokens sum applications where requester=natural_person and outcome in (withheld, "无法提供") by year top 10
8:9  tokens  keyword
8:16  sum  keyword
8:20  applications  a name
8:33  where  keyword
8:39  requester  a name
8:48  =  =
8:49  natural_person  a name
8:64  and  keyword
8:68  outcome  a name
8:76  in  keyword
8:79  (  (
8:80  withheld  a name
8:88  ,  ,
8:90  "无法提供"  a string
8:96  )  )
8:98  by  keyword
8:101  year  a name
8:106  top  keyword
8:110  10  a whole number
> explain tokens sum received where year ＝ ２０２１年 and agency = “示例县公安局”
28:9  tokens  keyword
28:16  sum  keyword
28:20  received  a name
28:29  where  keyword
28:35  year  a name
28:40  ＝  =
28:42  ２０２１  a whole number
28:48  and  keyword
28:52  agency  a name
28:59  =  =
28:61  “示例县公安局”  a string
> explain tokens sum 新收申请 where year in 2019..2021  # and this is no token
40:9  tokens  keyword
40:16  sum  keyword
40:20  新收申请  a name
40:25  where  keyword
40:31  year  a name
40:36  in  keyword
40:39  2019  a whole number
40:43  ..  ..
40:45  2021  a whole number
> explain tokens sum received having received >= 1.5 and received <= 40%
50:9  tokens  keyword
50:16  sum  keyword
50:20  received  a name
50:29  having  keyword
50:36  received  a name
50:45  >=  >=
50:48  1.5  a number
50:52  and  keyword
50:56  received  a name
50:65  <=  <=
50:68  40%  a percentage
> explain tokens p90 received - carried_in
62:9  tokens  keyword
62:16  p90  keyword
62:20  received  a name
62:29  -  -
62:31  carried_in  a name
