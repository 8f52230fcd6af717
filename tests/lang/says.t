# What answers say of themselves, in the language of `set names`; programs read the same keys in all.
%load examples/reports

# Chinese.
> set names zh; sum received by agency own reports total top 2 with others
机关                  新收申请
上海市人民政府办公厅       859
平潭综合实验区             597

其他                       591
合计                      2047
报告 20 份（范围内共 20 份） · 空白 5 格，按 0 计
> set names zh; sum received by agency change 2022 to 2023 own reports top 2 with others
机关            新收申请  前期  差额  增减幅度
示例县人民政府       114    92    22     23.9%
示例县公安局          47    36    11     30.6%

其他                 117   104    13     12.5%
报告 10 份（范围内共 10 份） · 空白 3 格，按 0 计
> set names zh; rate withheld of applications where year in (2022, 2023) by year change
年份   比率  分子  分母   前期           差额  增减幅度
2022  21.6%    50   231      –              –         –
2023  21.2%    58   273  21.6%  -0.4 个百分点     -1.8%
报告 10 份（范围内共 10 份） · 空白 120 格，按 0 计
> set names zh; avg received by year where year in (2023, 2024)
年份  新收申请  报告数
2023     55.60       5
2024     85.20       5
报告 10 份（范围内共 10 份）
> set names zh; sum received by year across requester total own reports
年份  自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他法人或组织  合计
2019     821        35         0             0             2               1   859
2020      25         1         0             0             2               0    28
2021      64         0         0             2             0               4    70
2022     201        20         1             2             8               0   232
2023     253        13         0             2             8               2   278
2024     398        21         2             0             5               0   426
2025     151         3         0             0             0               0   154

合计    1913        93         3             6            25               7  2047
报告 20 份（范围内共 20 份） · 空白 5 格，按 0 计
2020 年与 2021 年之间版式有变
> set names zh; share received where year=2023 by agency own reports rank
机关               占比  新收申请  名次
平潭综合实验区    29.1%        81     2
示例县人民政府    41.0%       114     1
示例县公安局      16.9%        47     3
示例县卫生健康局   5.4%        15     5
示例县教育局       7.6%        21     4
报告 5 份（范围内共 5 份）
> set names zh; stated applications by year where year=2023; gap applications by year where year=2023
年份  填报总数
2023       275

年份  差数
2023     2
报告 5 份（范围内共 5 份）
报告 5 份（范围内共 5 份）
> set names zh; sum otherwise_closed of applications where year=2020 by outcome depth 2 total
办理结果              otherwise_closed of applications
其他处理                                             1
  其他处理（未细分）                                 1

合计                                                 1
报告 1 份（范围内共 1 份）
> set names zh; sum received as total where year=2023
total
  278
报告 5 份（范围内共 5 份）
> set names zh; sum received where year=2023; trace 1,1 limit 2
新收申请
     278

机关            年份  表  行                                列                       原文  数值  状态  文件                                       位置
平潭综合实验区  2023  三  一、本年新收政府信息公开申请数量  自然人                   80      80  数字  examples/reports/平潭综合实验区_2023.html  table 2, row 4, cell 2
平潭综合实验区  2023  三  一、本年新收政府信息公开申请数量  法人或其他组织/商业企业  1        1  数字  examples/reports/平潭综合实验区_2023.html  table 2, row 4, cell 3
报告 5 份（范围内共 5 份）
16 格，合计 278；填 0 的单元格未列出，第 2 格以后的也未列出
> set names zh; compare received of "示例县公安局" 2022 with 2023
指标      维度    项目            单位  2022  2023  差额  增减幅度
新收申请                          件      36    47    11     30.6%
新收申请  申请人  自然人          件      31    42    11     35.5%
新收申请  申请人  商业企业        件       2     1    -1    -50.0%
新收申请  申请人  科研机构        件       0     0     0         –
新收申请  申请人  社会公益组织    件       0     0     0         –
新收申请  申请人  法律服务机构    件       3     4     1     33.3%
新收申请  申请人  其他法人或组织  件       0     0     0         –
> set names zh; compare received of "示例县公安局" 2022 with peers
指标      维度    项目            单位  示例县公安局  中位数  下四分位数  上四分位数  报告数
新收申请                          件              36       –           –           –       0
新收申请  申请人  自然人          件              31       –           –           –       –
新收申请  申请人  商业企业        件               2       –           –           –       –
新收申请  申请人  科研机构        件               0       –           –           –       –
新收申请  申请人  社会公益组织    件               0       –           –           –       –
新收申请  申请人  法律服务机构    件               3       –           –           –       –
新收申请  申请人  其他法人或组织  件               0       –           –           –       –
> set names zh; flow of "示例县公安局" 2023
符号  项目        2023
      新收申请      47
+     上年结转       2
=     应办合计      49
      办理结果数    46
        予以公开    13
        部分公开     7
        不予公开    21
        无法提供     3
        不予处理     2
        其他处理     0
        填报总数    48
+     结转下年       3
=     办理合计      49
      差额           0
> set names zh; reports where year=2023
机关              年份  版式  空白  未识读  推得  疑问  签发日期    文件
平潭综合实验区    2023  2021     0       0     0     0  –           examples/reports/平潭综合实验区_2023.html
示例县人民政府    2023  2021     0       0     0     0  2024-01-30  examples/reports/示例县人民政府_2023.html
示例县公安局      2023  2021     0       0     0     0  2024-01-22  examples/reports/示例县公安局_2023.txt
示例县卫生健康局  2023  2021     0       0     0     0  2024-01-25  examples/reports/示例县卫生健康局_2023.txt
示例县教育局      2023  2021     0       0     0     0  2024-01-18  examples/reports/示例县教育局_2023.html
报告 5 份（范围内共 5 份）
> set names zh; sum received where year=1999 by year
年份  新收申请
报告 0 份（范围内共 0 份）
范围内没有报告
> set names zh; set blank unknown; sum received by year where year=2022
年份  新收申请
2022         –
报告 5 份（范围内共 5 份） · 空白 3 格，视为不明
> set names zh; sum carried_forward by year total
年份  结转下年
2019        72
2020         1
2021         1
2022         9
2023        14
2024         9
2025         6

合计         –
报告 20 份（范围内共 20 份） · 空白 10 格，按 0 计
“结转下年”是年末数，各年不能相加
2020 年与 2021 年之间版式有变
> set names zh; plot sum received by year change own reports total as bar
差额 (件)
2019                                                           │ –
2020  ▐████████████████████████████████████████████████████████│ -831
2021                                                           │██▉ 42
2022                                                           │███████████ 162
2023                                                           │███▏ 46
2024                                                           │██████████ 148
2025                                        ▐██████████████████│ -272
     ────┴────────────┴─────────────┴────────────┴─────────────┴───────────
       -800         -600          -400         -200            0
合计（未画出）：–
报告 20 份（范围内共 20 份） · 空白 5 格，按 0 计
2020 年与 2021 年之间版式有变
> set names zh; plot sum received by agency, year own reports
新收申请 (件)
                      2019             2025  最早  最近  最高
上海市人民政府办公厅  ███ –  –  –  –  –  –    859     –   859
平潭综合实验区         –  – ▃▃▃▃▃▃▃▃▃███▆▆▆     –   154   218
示例县人民政府         –  –  – ▆▆▆██████ –      –     –   120
示例县公安局           – ▅▅▅ – ▆▆▆███▇▇▇ –      –     –    47
示例县卫生健康局       –  –  – ▅▅▅▆▆▆███ –      –     –    19
示例县教育局           –  –  – ▅▅▅▆▆▆███ –      –     –    26
西山区政务服务管理局   –  – ___ –  –  –  –      –     –     0
报告 20 份（范围内共 20 份） · 空白 5 格，按 0 计
2020 年与 2021 年之间版式有变
> set names zh; plot rate withheld of applications by year as bar
比率
2019 │█████████████▎ 4.3%
2020 │ (12/28)
2021 │███████████████████████████████████▍ 11.6%
2022 │██████████████████████████████████████████████████████████████████ 21.6%
2023 │████████████████████████████████████████████████████████████████▊ 21.2%
2024 │█████████████████████████████████████████████████████████████████▊ 21.6%
2025 │██████████████████████▋ 7.4%
     └──────────────┴──────────────┴───────────────┴──────────────┴─────
   0.0%           5.0%           10.0%           15.0%          20.0%
基数过小的比率只写出，不画
报告 20 份（范围内共 20 份） · 空白 213 格，按 0 计
2020 年与 2021 年之间版式有变，这些数字的构成也随之改变

# Programs see keys.
> set names zh; set format csv; sum received by agency own reports total top 2 with others
agency,row,received
上海市人民政府办公厅,leaf,859
平潭综合实验区,leaf,597
,others,591
,total,2047
> set names zh; set format csv; rate withheld of applications where year in (2022, 2023) by year change
year,rate,numerator,denominator,previous,difference,percent
2022,0.21645021645021645,50,231,,,
2023,0.21245421245421245,58,273,0.21645021645021645,-0.0039960039960039995,-0.018461538461538477
> set names zh; set format tsv; flow of "示例县公安局" 2023
sign	line	2023
	received	47
+	carried_in	2
=	in	49
	applications	46
	disclosed	13
	partly_disclosed	7
	withheld	21
	unavailable	3
	not_processed	2
	otherwise_closed	0
	stated	48
+	carried_forward	3
=	out	49
	difference	0
> set names zh; set format jsonl; sum received by agency change 2022 to 2023 own reports top 2 with others
{"agency": "示例县人民政府", "row": "leaf", "received": 114, "previous": 92, "difference": 22, "percent": 0.2391304347826087}
{"agency": "示例县公安局", "row": "leaf", "received": 47, "previous": 36, "difference": 11, "percent": 0.3055555555555556}
{"agency": null, "row": "others", "received": 117, "previous": 104, "difference": 13, "percent": 0.125}
> set names zh; set format json; sum received where year=2023 by agency own reports total
{"statement": "sum received where year=2023 by agency own reports total",
 "columns": [
  {"name": "agency", "type": "text", "unit": null},
  {"name": "row", "type": "text", "unit": null},
  {"name": "received", "type": "integer", "unit": "件"}],
 "rows": [
  {"agency": "平潭综合实验区", "row": "leaf", "received": 81},
  {"agency": "示例县人民政府", "row": "leaf", "received": 114},
  {"agency": "示例县公安局", "row": "leaf", "received": 47},
  {"agency": "示例县卫生健康局", "row": "leaf", "received": 15},
  {"agency": "示例县教育局", "row": "leaf", "received": 21},
  {"agency": null, "row": "total", "received": 278}],
 "coverage": {"reports": 5, "expected": null, "missing": null, "blank": 0, "unread": 0, "inferred": 0, "failing": null}}

# Both, English, keys.
> set names both; sum received by agency own reports total top 2 with others
机关 agency           新收申请 received
上海市人民政府办公厅                859
平潭综合实验区                      597

其他 others                         591
合计 total                         2047
报告 20 份（范围内共 20 份） / reports 20 of 20 · 空白 5 格，按 0 计 / 5 blanks taken as 0
> set names both; rate withheld of applications where year in (2022, 2023) by year change
年份 year  比率 rate  分子 numerator  分母 denominator  前期 previous   差额 difference  增减幅度 percent
2022           21.6%              50               231              –                 –                 –
2023           21.2%              58               273          21.6%  -0.4 个百分点 pp             -1.8%
报告 10 份（范围内共 10 份） / reports 10 of 10 · 空白 120 格，按 0 计 / 120 blanks taken as 0
> set names en; sum received by agency own reports total top 2 with others
agency                new applications
上海市人民政府办公厅               859
平潭综合实验区                     597

others                             591
total                             2047
reports 20 of 20 · 5 blanks taken as 0
> set names en; rate withheld of applications where year in (2022, 2023) by year change
year   rate  numerator  denominator  previous  difference  percent
2022  21.6%         50          231         –           –        –
2023  21.2%         58          273     21.6%     -0.4 pp    -1.8%
reports 10 of 10 · 120 blanks taken as 0
> set names key; sum received by agency own reports total top 2 with others
agency                received
上海市人民政府办公厅       859
平潭综合实验区             597

others                     591
total                     2047
reports 20 of 20 · 5 blanks taken as 0
> set names key; rate withheld of applications where year in (2022, 2023) by year change
year   rate  numerator  denominator  previous  difference  percent
2022  21.6%         50          231         –           –        –
2023  21.2%         58          273     21.6%     -0.4 pp    -1.8%
reports 10 of 10 · 120 blanks taken as 0
