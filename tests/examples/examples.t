# The example reports: every statement of examples/*.ogi with its answer. The figures were worked out
# from the reports by other means before they were accepted.
%load examples/reports
%run load "examples/agencies.csv" as agencies

# --- examples/demo.ogi

# Requests by natural persons that were refused, of one agency, year by year.
> sum applications where agency=平潭 and requester=natural_person and outcome=withheld by year
year  applications
2021             8
2022             4
2023             5
2024            39
2025            11
reports 5 of 5 · expected 7, missing 2

# On which grounds did it give nothing? Subtotals are computed from the cells, never read.
> sum applications where agency=平潭 and outcome in (withheld, unavailable) by outcome depth 2
outcome                   applications
withheld                            67
  state_secret                       4
  prohibited_by_law                  0
  security_and_stability             0
  third_party_rights                 4
  internal_affairs                  37
  deliberative_process               5
  enforcement_file                  11
  administrative_inquiry             6
unavailable                        221
  not_held                         218
  needs_compiling                    3
  still_unclear                      0
reports 5 of 5 · expected 7, missing 2

# Who asks? Years down, requesters across, totals on both sides.
> sum received where agency=示例县公安局 by year across requester total
year   natural_person  company  research_institution  public_interest_group  law_firm  other_organisation  total
2020               25        1                     0                      0         2                   0     28
2022               31        2                     0                      0         3                   0     36
2023               42        1                     0                      0         4                   0     47
2024               38        3                     0                      0         2                   0     43

total             136        7                     0                      0        11                   0    154
reports 4 of 4 · expected 7, missing 3
the edition of the form changes between 2020 and 2022

# The same words as in the form, in a region, without the county's own report, which
# covers its departments.
> sum 办理结果数 where 申请人=自然人 and 办理结果=不予公开 and region under 示例省 by agency across year total own reports
agency            2020  2022  2023  2024  total
示例县公安局        11    15    19    20     65
示例县卫生健康局     –     1     1     1      3
示例县教育局         –     2     2     1      5

total               11    18    22    22     73
reports 10 of 10 · expected 21, missing 11 · 7 blanks taken as 0
the edition of the form changes between 2020 and 2022

# Reports whose printed total is not the sum of their cells.
> gap applications by agency, year having gap != 0
agency        year  gap
示例县公安局  2023    2
reports 20 of 20 · expected 49, missing 29 · 213 blanks taken as 0
the edition of the form changes between 2020 and 2021, and with it the parts of these figures

# What was pending at the end of the last year that each agency reported on. It is a
# state: `sum` over years is refused.
> last carried_forward by region depth 2 own reports
region            carried_forward
上海市                         72
福建省                          6
  平潭综合实验区                6
云南省                          0
  昆明市                        0
示例省                          4
  示例市                        4
reports 17 of 17 · expected 42, missing 25 · 10 blanks taken as 0

# --- examples/questions.ogi

# --- Figures
> sum received own reports
received
    1721
reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0

> sum received, applications by year where agency=平潭
year  received  applications
2021        70            69
2022        74            75
2023        81            81
2024       218           218
2025       154           148
reports 5 of 5 · expected 7, missing 2

> sum received - applications as difference by year where agency=平潭
year  difference
2021           1
2022          -1
2023           0
2024           0
2025           6
reports 5 of 5 · expected 7, missing 2

> sum (disclosed or partly_disclosed) of applications by year where agency=平潭
year  disclosed or partly_disclosed of applications
2021                                             35
2022                                             30
2023                                             42
2024                                            100
2025                                             71
reports 5 of 5 · expected 7, missing 2

> avg received by level own reports
level     received   n
province    859.00   1
city        119.40   5
county       24.09  11
reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0

> median received by year where region under 示例省 own reports
year  received  n
2020     28.00  1
2022     17.00  3
2023     21.00  3
2024     26.00  3
reports 10 of 10 · expected 21, missing 11 · 3 blanks taken as 0
the edition of the form changes between 2020 and 2022

> p90 applications by agency own reports
agency                applications  n
上海市人民政府办公厅        805.00  1
平潭综合实验区              190.00  5
示例县公安局                 45.40  4
示例县卫生健康局             18.80  3
示例县教育局                 25.00  3
西山区政务服务管理局          0.00  1
reports 17 of 17 · expected 42, missing 25 · 213 blanks taken as 0

> min fees where fees > 0 by agency
agency                   fees  n
平潭综合实验区    4166.241619  5
示例县人民政府         155.12  3
示例县公安局           146.52  3
示例县卫生健康局         7.95  3
reports 14 of 14

> max received where agency=示例县公安局
received  n
      47  4
reports 4 of 4 · expected 7, missing 3

> stddev received by agency where region under 示例县 own reports
agency            received  n
示例县公安局          8.35  4
示例县卫生健康局      3.06  3
示例县教育局          4.51  3
reports 10 of 10 · expected 21, missing 11 · 3 blanks taken as 0

> count reports by year
year  reports
2019        1
2020        1
2021        2
2022        5
2023        5
2024        5
2025        1
reports 20 of 20 · expected 49, missing 29

> count agencies where region under 示例省
agencies
       4
reports 13 of 13 · expected 28, missing 15

> first carried_in by agency
agency                carried_in
上海市人民政府办公厅          18
平潭综合实验区                 0
示例县人民政府                 4
示例县公安局                   1
示例县卫生健康局               0
示例县教育局                   1
西山区政务服务管理局           0
reports 20 of 20 · expected 49, missing 29 · 11 blanks taken as 0

> last documents where status=in_force by agency
agency                documents
上海市人民政府办公厅          –
平潭综合实验区              546
示例县人民政府              147
示例县公安局                  9
示例县卫生健康局             22
示例县教育局                 21
西山区政务服务管理局          0
reports 18 of 20 · expected 49, missing 29 · 2 blanks taken as 0
2 reports without this figure: another edition of the form, or no such table

> stated applications by agency, year where region under 示例县
agency            year  stated
示例县人民政府    2022      91
示例县人民政府    2023     111
示例县人民政府    2024     123
示例县公安局      2020      28
示例县公安局      2022      36
示例县公安局      2023      48
示例县公安局      2024      44
示例县卫生健康局  2022      12
示例县卫生健康局  2023      14
示例县卫生健康局  2024      20
示例县教育局      2022      17
示例县教育局      2023      21
示例县教育局      2024      26
reports 13 of 13 · expected 28, missing 15
the edition of the form changes between 2020 and 2022

> gap reviews by agency where year=2024
agency            gap
平潭综合实验区      0
示例县人民政府      0
示例县公安局        0
示例县卫生健康局    0
示例县教育局        0
reports 5 of 5 · expected 7, missing 2

# --- Which reports
> sum received where year in 2021..2023 by agency
agency                received
平潭综合实验区             225
示例县人民政府             206
示例县公安局                83
示例县卫生健康局            28
示例县教育局                38
西山区政务服务管理局         0
reports 12 of 12 · expected 21, missing 9 · 3 blanks taken as 0

> sum received where year between 2021 and 2023 and level=县 by agency
agency                received
示例县人民政府             206
示例县公安局                83
示例县卫生健康局            28
示例县教育局                38
西山区政务服务管理局         0
reports 9 of 9 · expected 15, missing 6 · 3 blanks taken as 0

> sum received where agency ~ "教育|公安" by agency
agency        received
示例县公安局       154
示例县教育局        64
reports 7 of 7 · expected 14, missing 7

> sum received where function in (教育, 卫生健康) by function, year
function  year  received
卫生健康  2022        13
卫生健康  2023        15
卫生健康  2024        19
教育      2022        17
教育      2023        21
教育      2024        26
reports 6 of 6 · expected 14, missing 8 · 3 blanks taken as 0

> sum received where region under 福建省 by year
year  received
2021        70
2022        74
2023        81
2024       218
2025       154
reports 5 of 5 · expected 7, missing 2

> sum received where region=示例县 and not agency=示例县公安局 by year own reports
year  received
2022        30
2023        36
2024        45
reports 6 of 6 · expected 14, missing 8 · 3 blanks taken as 0

> sum received where edition=2019 by agency
agency                received
上海市人民政府办公厅       859
示例县公安局                28
reports 2 of 2 · 2 blanks taken as 0

> sum received where received > 100 by agency, year
agency                year  received
上海市人民政府办公厅  2019       859
平潭综合实验区        2024       218
平潭综合实验区        2025       154
示例县人民政府        2023       114
示例县人民政府        2024       120
reports 5 of 5 · 2 blanks taken as 0
the edition of the form changes between 2019 and 2023

> sum received for "示例县教育局" 2022..2023
received
      38
reports 2 of 2 · expected 2, missing 0

# --- Which cells
> sum applications where outcome=withheld by agency where year=2022
agency            applications
平潭综合实验区               4
示例县人民政府              26
示例县公安局                17
示例县卫生健康局             1
示例县教育局                 2
reports 5 of 5 · expected 7, missing 2 · 47 blanks taken as 0

> sum applications where outcome=(withheld or unavailable) and requester != natural_person by agency
agency                applications
上海市人民政府办公厅            19
平潭综合实验区                   4
示例县人民政府                  15
示例县公安局                    10
示例县卫生健康局                 2
示例县教育局                     2
西山区政务服务管理局             0
reports 20 of 20 · expected 49, missing 29 · 105 blanks taken as 0

> sum applications where outcome not in (disclosed, partly_disclosed) by year where agency=平潭
year  applications
2021            34
2022            45
2023            39
2024           118
2025            77
reports 5 of 5 · expected 7, missing 2

> sum applications where 办理结果="属于国家秘密" by agency, year having applications > 0
agency                year  applications
上海市人民政府办公厅  2019            14
平潭综合实验区        2024             4
示例县人民政府        2022             1
示例县人民政府        2023             2
示例县人民政府        2024             2
示例县公安局          2020             1
示例县公安局          2022             1
示例县公安局          2023             2
示例县公安局          2024             1
reports 20 of 20 · expected 49, missing 29 · 11 blanks taken as 0
the edition of the form changes between 2020 and 2021

> sum applications where outcome == otherwise_closed by agency where edition=2019
agency                applications
上海市人民政府办公厅             0
示例县公安局                     1
reports 2 of 2 · 6 blanks taken as 0

> sum decisions where decision=licence by year own reports
year  decisions
2019          0
2020       4730
2021       2512
2022      16248
2023       8435
2024      10601
2025       2418
reports 17 of 17 · expected 42, missing 25
the edition of the form changes between 2020 and 2021

> sum documents where document=normative_document and status=issued by agency
agency                documents
上海市人民政府办公厅          –
平潭综合实验区              285
示例县人民政府               54
示例县公安局                  3
示例县卫生健康局             10
示例县教育局                  9
西山区政务服务管理局          0
reports 18 of 20 · expected 49, missing 29 · 1 blank taken as 0
2 reports without this figure: another edition of the form, or no such table

> sum lawsuits where route=direct and result != pending by agency
agency                lawsuits
上海市人民政府办公厅         8
平潭综合实验区              23
示例县人民政府              10
示例县公安局                 7
示例县卫生健康局             1
示例县教育局                 1
西山区政务服务管理局         0
reports 20 of 20 · expected 49, missing 29 · 5 blanks taken as 0

# --- The shape of the answer
> sum applications by outcome where agency=平潭 and year=2025
outcome           applications
disclosed                   33
partly_disclosed            38
withheld                    11
unavailable                 53
not_processed                2
otherwise_closed            11
reports 1 of 1 · expected 1, missing 0

> sum applications by outcome depth 2 where agency=示例县公安局 and year=2020
outcome                         applications
disclosed                                  9
partly_disclosed                           3
withheld                                  12
  state_secret                             1
  prohibited_by_law                        0
  security_and_stability                   0
  third_party_rights                       1
  internal_affairs                         0
  deliberative_process                     0
  enforcement_file                         8
  administrative_inquiry                   2
unavailable                                3
  not_held                                 3
  needs_compiling                          0
  still_unclear                            0
not_processed                              0
  petition                                 0
  repeat                                   0
  publication                              0
  excessive                                0
  reissue                                  0
otherwise_closed                           1
  otherwise_closed (undivided)             1
reports 1 of 1 · expected 1, missing 0

> sum applications by outcome leaves where agency=平潭 having applications > 10
outcome           applications
disclosed                  177
partly_disclosed           101
internal_affairs            37
enforcement_file            11
not_held                   218
not_corrected               12
reports 5 of 5 · expected 7, missing 2

> sum applications by agency across outcome total where year=2024 own reports
agency            disclosed  partly_disclosed  withheld  unavailable  not_processed  otherwise_closed  total
平潭综合实验区           71                29        39           75              1                 3    218
示例县公安局             13                 5        22            3              1                 0     44
示例县卫生健康局         10                 3         1            5              0                 1     20
示例县教育局             14                 4         1            5              1                 1     26

total                   108                41        63           88              3                 5    308
reports 4 of 4 · expected 6, missing 2

> sum received by region depth 2 total where year=2022 own reports
region            received
福建省                  74
  平潭综合实验区        74
示例省                  66
  示例市                66

total                  140
reports 4 of 4 · expected 6, missing 2 · 3 blanks taken as 0

> sum received by agency across year own reports
agency                2019  2020  2021  2022  2023  2024  2025
上海市人民政府办公厅   859     –     –     –     –     –     –
平潭综合实验区           –     –    70    74    81   218   154
示例县公安局             –    28     –    36    47    43     –
示例县卫生健康局         –     –     –    13    15    19     –
示例县教育局             –     –     –    17    21    26     –
西山区政务服务管理局     –     –     0     –     –     –     –
reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0
the edition of the form changes between 2020 and 2021

> sum decisions by decision across edition where agency=示例县公安局
decision       2019   2021
licence        4730  16101
other_service  1206      –
penalty        2911   8666
coercion        204    703
reports 4 of 4 · expected 7, missing 3

> sum reviews by year across result total where agency=平潭
year   upheld  corrected  other  pending  total
2021        1          0      2        0      3
2022        0          1      1        0      2
2023        1          1      0        0      2
2024        2          1      3        1      7
2025       25          3      8        0     36

total      29          6     14        –      –
reports 5 of 5 · expected 7, missing 2
"reviews" is a state and has no total over years

> sum received by agency top 3 own reports
agency                received
上海市人民政府办公厅       859
平潭综合实验区             597
示例县公安局               154
reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0

> sum received by year bottom 2 own reports
year  received
2020        28
2021        70
reports 17 of 17 · expected 42, missing 25 · 5 blanks taken as 0
the edition of the form changes between 2020 and 2021

> sum received by agency order by received desc limit 2 consolidated reports
agency          received
示例县人民政府       326
reports 3 of 3 · expected 7, missing 4

> sum received by agency, year order by year desc, received desc limit 5 mixed ok
agency          year  received
平潭综合实验区  2025       154
平潭综合实验区  2024       218
示例县人民政府  2024       120
示例县公安局    2024        43
示例县教育局    2024        26
reports 20 of 20 · expected 49, missing 29 · 5 blanks taken as 0
the edition of the form changes between 2020 and 2021

# --- Settings and formats
$ ogi -d panel.db -c 'set year 2022' -c 'sum received by agency'
agency            received
平潭综合实验区          74
示例县人民政府          92
示例县公安局            36
示例县卫生健康局        13
示例县教育局            17
reports 5 of 5 · expected 7, missing 2 · 3 blanks taken as 0 · set year=2022

$ ogi -d panel.db -c 'set names zh' -c 'sum applications by outcome where agency=平潭 and year=2025'
办理结果  办理结果数
予以公开          33
部分公开          38
不予公开          11
无法提供          53
不予处理           2
其他处理          11
报告 1 份（范围内共 1 份） · 应有 1 份，缺 0 份

$ ogi -d panel.db -c 'set format csv' -c 'sum fees by agency where year=2024 total own reports'
agency,row,fees
平潭综合实验区,leaf,18651.06
示例县公安局,leaf,150.3
示例县卫生健康局,leaf,8.12
示例县教育局,leaf,0
,total,18809.48

$ ogi -d panel.db -c 'set format json' -c 'sum received by requester where agency=示例县教育局 and year=2024'
{"statement": "sum received by requester where agency=示例县教育局 and year=2024",
 "columns": [
  {"name": "requester", "type": "text", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"requester": "natural_person", "received": 23},
  {"requester": "company", "received": 2},
  {"requester": "research_institution", "received": 1},
  {"requester": "public_interest_group", "received": 0},
  {"requester": "law_firm", "received": 0},
  {"requester": "other_organisation", "received": 0}],
 "coverage": {"reports": 1, "expected": 1, "missing": 0, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}

# --- What there is
> reports where year=2022
agency            year  edition  blank  unread  inferred  doubts  signed_on   path
平潭综合实验区    2022  2021         0       0         0       0  –           examples/reports/平潭综合实验区_2022.txt
示例县人民政府    2022  2021         0       0         0       0  2023-01-30  examples/reports/示例县人民政府_2022.txt
示例县公安局      2022  2021         0       0         0       0  2023-01-22  examples/reports/示例县公安局_2022.txt
示例县卫生健康局  2022  2021       152       0         0       0  2023-01-25  examples/reports/示例县卫生健康局_2022.html
示例县教育局      2022  2021         3       0         0       0  2023-01-18  examples/reports/示例县教育局_2022.txt
reports 5 of 5 · expected 7, missing 2

> members of requester
member                   chinese         english
natural_person           自然人          natural person
organisation             法人或其他组织  organisation
  company                商业企业        company
  research_institution   科研机构        research institution
  public_interest_group  社会公益组织    public interest group
  law_firm               法律服务机构    law firm
  other_organisation     其他法人或组织  other organisation

> describe 不予公开
what       value
member     withheld
Chinese    不予公开
English    withheld
dimension  outcome

> show report "平潭综合实验区" 2025 table 2
report
agency     平潭综合实验区
year       2025
region     福建省/平潭综合实验区: declared
level      city: declared
function   政府: declared
edition    cn.2021 国办公开办函〔2021〕30号
title      平潭综合实验区2025年政府信息公开工作年度报告
signed on
file       examples/reports/平潭综合实验区_2025.html
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

二 第二十条第（一）项  本年制发件数  本年废止件数  现行有效件数
规章                              0             0             0
行政规范性文件                   58            45           546

二 第二十条第（五）项  本年处理决定数量
行政许可                           2418

二 第二十条第（六）项  本年处理决定数量
行政处罚                            644
行政强制                             64

二 第二十条第（八）项  本年收费金额（单位：万元）
行政事业性收费                        4166.241619

> explain plan sum applications where outcome=withheld by year
compute: sum
scope: all reports
keys: year
column: applications in 件
groups:
  applications: cells 14..21 36..43 58..65 80..87 102..109 124..131
ask first: does a consolidated report stand beside one it covers?

# --- examples/review.ogi

# Which years of which agencies are there?
> count reports by agency across year
agency                2019  2020  2021  2022  2023  2024  2025
上海市人民政府办公厅     1     0     0     0     0     0     0
平潭综合实验区           0     0     1     1     1     1     1
示例县人民政府           0     0     0     1     1     1     0
示例县公安局             0     1     0     1     1     1     0
示例县卫生健康局         0     0     0     1     1     1     0
示例县教育局             0     0     0     1     1     1     0
西山区政务服务管理局     0     0     1     0     0     0     0
reports 20 of 20 · expected 49, missing 29

# Printed totals that are not the sum of their cells, and by whose column.
> gap applications by agency, year having gap != 0
agency        year  gap
示例县公安局  2023    2
reports 20 of 20 · expected 49, missing 29 · 213 blanks taken as 0
the edition of the form changes between 2020 and 2021, and with it the parts of these figures

> gap applications where requester=natural_person by agency, year having gap != 0
agency        year  gap
示例县公安局  2023    2
reports 20 of 20 · expected 49, missing 29 · 25 blanks taken as 0
the edition of the form changes between 2020 and 2021, and with it the parts of these figures

> gap received by agency, year having gap != 0
agency  year  gap
reports 20 of 20 · expected 49, missing 29 · 5 blanks taken as 0
the edition of the form changes between 2020 and 2021

> gap reviews by agency, year having gap != 0
agency  year  gap
reports 19 of 20 · expected 49, missing 29 · 6 blanks taken as 0 · 1 left out (unread, text or without its total)
the edition of the form changes between 2020 and 2021

> gap lawsuits where route=direct by agency, year having gap != 0
agency  year  gap
reports 19 of 20 · expected 49, missing 29 · 6 blanks taken as 0 · 1 left out (unread, text or without its total)
the edition of the form changes between 2020 and 2021

# Printed totals that were left empty.
> stated reviews by agency, year having stated is missing
agency            year  stated
示例县卫生健康局  2022       –
reports 19 of 20 · expected 49, missing 29 · 1 left out (unread, text or without its total)
the edition of the form changes between 2020 and 2021

# Reports with empty cells, with words in place of figures, with cells that could not be read.
> reports where blank > 0 order by blank desc
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县卫生健康局      2022  2021       152       0         0       0  2023-01-25  examples/reports/示例县卫生健康局_2022.html
上海市人民政府办公厅  2019  2019       135       0         0       0  –           examples/reports/上海市人民政府办公厅_2019.html
平潭综合实验区        2021  2021         3       0         0       0  –           examples/reports/平潭综合实验区_2021.html
示例县教育局          2022  2021         3       0         0       0  2023-01-18  examples/reports/示例县教育局_2022.txt
reports 4 of 4

> reports where decisions is text
agency            year  edition  blank  unread  inferred  doubts  signed_on   path
示例县卫生健康局  2024  2021         0       0         0       0  2025-01-25  examples/reports/示例县卫生健康局_2024.html
reports 1 of 1

> reports where unread > 0 or inferred > 0
agency  year  edition  blank  unread  inferred  doubts  signed_on  path
reports 0 of 0
no report is in scope

# What empty cells change: once as 0, once as unknown.
> sum documents where status=issued and year=2022 by agency
agency            documents
平潭综合实验区           88
示例县人民政府           21
示例县公安局              1
示例县卫生健康局          5
示例县教育局              3
reports 5 of 5 · expected 7, missing 2 · 1 blank taken as 0

$ ogi -d panel.db -c 'set blank unknown' -c 'sum documents where status=issued and year=2022 by agency'
agency            documents
平潭综合实验区           88
示例县人民政府           21
示例县公安局              1
示例县卫生健康局          5
示例县教育局              –
reports 5 of 5 · expected 7, missing 2 · 1 blank, unknown

# A report dated before its year was over.
> reports where year=2021 order by signed_on
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
西山区政务服务管理局  2021  2021         0       0         0       0  2021-01-27  examples/reports/西山区政务服务管理局_2021.txt
平潭综合实验区        2021  2021         3       0         0       0  –           examples/reports/平潭综合实验区_2021.html
reports 2 of 2 · expected 7, missing 5

# The balance of each report: new + carried in = answered + carried forward, as printed.
> sum received + carried_in - applications - carried_forward as balance by agency, year having balance != 0
agency  year  balance
reports 20 of 20 · expected 49, missing 29 · 239 blanks taken as 0
the edition of the form changes between 2020 and 2021, and with it the parts of these figures

> stated applications by agency, year where agency=示例县公安局
agency        year  stated
示例县公安局  2020      28
示例县公安局  2022      36
示例县公安局  2023      48
示例县公安局  2024      44
reports 4 of 4 · expected 7, missing 3
the edition of the form changes between 2020 and 2022

> sum applications by agency, year where agency=示例县公安局
agency        year  applications
示例县公安局  2020            28
示例县公安局  2022            36
示例县公安局  2023            46
示例县公安局  2024            44
reports 4 of 4 · expected 7, missing 3
the edition of the form changes between 2020 and 2022, and with it the parts of these figures

# Pending at the end of a year, and at the start of the next.
> sum carried_forward, carried_in by agency, year
agency                year  carried_forward  carried_in
上海市人民政府办公厅  2019               72          18
平潭综合实验区        2021                1           0
平潭综合实验区        2022                0           1
平潭综合实验区        2023                0           0
平潭综合实验区        2024                0           0
平潭综合实验区        2025                6           0
示例县人民政府        2022                5           4
示例县人民政府        2023                8           5
示例县人民政府        2024                5           8
示例县公安局          2020                1           1
示例县公安局          2022                2           2
示例县公安局          2023                3           2
示例县公安局          2024                2           3
示例县卫生健康局      2022                1           0
示例县卫生健康局      2023                2           1
示例县卫生健康局      2024                1           2
示例县教育局          2022                1           1
示例县教育局          2023                1           1
示例县教育局          2024                1           1
西山区政务服务管理局  2021                0           0
reports 20 of 20 · expected 49, missing 29 · 21 blanks taken as 0
the edition of the form changes between 2020 and 2021

# Does the county's report equal the sum of its own office and its departments?
> sum received where region under 示例县 by year consolidated reports
year  received
2022        92
2023       114
2024       120
reports 3 of 3 · expected 7, missing 4

> sum received where region under 示例县 and year >= 2022 by year own reports
year  received
2022        66
2023        83
2024        88
reports 9 of 9 · expected 12, missing 3 · 3 blanks taken as 0

# One suspicious report in full.
> show report "示例县公安局" 2023 table 3
report
agency     示例县公安局
year       2023
region     示例省/示例市/示例县: declared
level      county: declared
function   公安: declared
parent     示例县人民政府
edition    cn.2021 国办公开办函〔2021〕30号
title      示例县公安局2023年政府信息公开工作年度报告
sender     示例县公安局
signed on  2024-01-22
file       examples/reports/示例县公安局_2023.txt
cells      0 blank, 0 unread, 0 inferred, 0 doubts on loading

三                                                                            自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
一、本年新收政府信息公开申请数量                                                  42         1         0             0             4     0    47
二、上年结转政府信息公开申请数量                                                   2         0         0             0             0     0     2
三、本年度办理结果
  （一）予以公开                                                                  11         0         0             0             2     0    13
  （二）部分公开（区分处理的，只计这一情形，不计其他情形）                         6         1         0             0             0     0     7
  （三）不予公开
    1.属于国家秘密                                                                 2         0         0             0             0     0     2
    2.其他法律行政法规禁止公开                                                     0         0         0             0             0     0     0
    3.危及“三安全一稳定”                                                           1         0         0             0             0     0     1
    4.保护第三方合法权益                                                           1         0         0             0             0     0     1
    5.属于三类内部事务信息                                                         0         0         0             0             0     0     0
    6.属于四类过程性信息                                                           0         0         0             0             0     0     0
    7.属于行政执法案卷                                                            11         0         0             0             2     0    13
    8.属于行政查询事项                                                             4         0         0             0             0     0     4
  （四）无法提供
    1.本机关不掌握相关政府信息                                                     3         0         0             0             0     0     3
    2.没有现成信息需要另行制作                                                     0         0         0             0             0     0     0
    3.补正后申请内容仍不明确                                                       0         0         0             0             0     0     0
  （五）不予处理
    1.信访举报投诉类申请                                                           0         0         0             0             0     0     0
    2.重复申请                                                                     0         0         0             0             0     0     0
    3.要求提供公开出版物                                                           0         0         0             0             0     0     0
    4.无正当理由大量反复申请                                                       2         0         0             0             0     0     2
    5.要求行政机关确认或重新出具已获取信息                                         0         0         0             0             0     0     0
  （六）其他处理
    1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请               0         0         0             0             0     0     0
    2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请       0         0         0             0             0     0     0
    3.其他                                                                         0         0         0             0             0     0     0
  （七）总计                                                                      43         1         0             0             4     0    48
四、结转下年度继续办理                                                             3         0         0             0             0     0     3

# --- The scripts as a whole, and what is refused

$ for s in demo questions review; do ogi --quiet examples/reports -f examples/$s.ogi >/dev/null || echo "$s $?"; done

# Stocks, mixes and double counts are refused.
> sum carried_forward by agency
!2
examples.t:830:5: error: "carried_forward" is a state at one end of a year: over 2019 to 2025 it does not add up
  sum carried_forward by agency
      ^~~~~~~~~~~~~~~ write "by year", one year in "where", or "last" instead of "sum"

> sum applications where outcome=withheld by year
!2
examples.t:836:1: error: the report of "示例县人民政府" on 2022 covers that of "示例县公安局": together they count twice
  sum applications where outcome=withheld by year
  ^~~~~~~~~~~~~~~~ add "own reports", "consolidated reports" or "mixed ok"

> sum received + fees
!2
examples.t:842:16: error: "fees" is in 万元, "received" in 件: they do not add
  sum received + fees
                 ^~~~ parted by a comma each gets a column of its own

> sum received where outcome=withheld
!2
examples.t:848:20: error: "received" has no dimension "outcome": the form has no such cell
  sum received where outcome=withheld
                     ^~~~~~~ it divides "applications"

> stated applications where outcome=withheld
!2
examples.t:854:1: error: the form prints no total of "applications" for exactly that
  stated applications where outcome=withheld
  ^~~~~~~~~~~~~~~~~~~ it prints totals over all; for each requester; for each outcome

# Every example in the help runs; those marked so are refused.
$ ls stdlib/help | grep -v '^[a-z]'
!1
$ sh tests/examples/help.sh panel.db a-c
all lines of examples ran
$ sh tests/examples/help.sh panel.db d-k
all lines of examples ran
$ sh tests/examples/help.sh panel.db l-r
all lines of examples ran
$ sh tests/examples/help.sh panel.db s-z
all lines of examples ran

# The topics that messages name exist.
$ for t in share rate change within others min\ base syntax names where stocks units consolidated stated limits define load store safe coverage editions help to order\ by; do ogi -c "help $t" >/dev/null || echo "$t"; done


# Words of a topic's first lines lead to it; the manual holds all topics, from the shell too.
$ for w in severity parent peers edit until waivers median; do ogi -c "help $w" | head -1; done
check [RULE, …] [severity S] [all] : what the rule book says of the reports.
within DIMENSION, …; within parent : of what a `share` is a part.
compare WHO YEAR with WHO | YEAR | peers : reports beside each other, measure by measure.
define measure, define rate, define query : formulas and questions under a name.
waive RULE for "X" [YEAR] [because "…"] [until DATE] : a failure that is known.
waive RULE for "X" [YEAR] [because "…"] [until DATE] : a failure that is known.
avg, median, min, max, stddev, p1 … p99 : figures over reports.
$ ogi help order by | head -1; ogi help --all >manual; ogi -c 'help all' | cmp - manual; for f in stdlib/help/*.txt; do t=$(basename $f .txt); [ $t = index ] || grep -qx -e "--- $t" manual || echo "not in the manual: $t"; done; rm manual
order by COLUMN [asc|desc] [, COLUMN]… : the order of the rows.
$ ogi help nothing
!2
-c:1:1: error: there is no help on "nothing"
  help nothing
  ^~~~~~~~~~~~ "help" alone lists the topics
