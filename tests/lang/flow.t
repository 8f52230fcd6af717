# What came in and what became of it.
%load panel

> flow of "示例县公安局" 2019..2022
sign  line                2019  2020  2021  2022
      received              23    34    40    53
+     carried_in             2     1     2     1
=     in                    25    35    42    54
      applications          24    33    41    52
        disclosed           12    18    21    29
        partly_disclosed     2     3     5     5
        withheld             3     2     6     7
        unavailable          4     6     7     7
        not_processed        1     1     0     3
        otherwise_closed     2     3     2     1
        stated              24    33    41    52
+     carried_forward        1     2     1     2
=     out                   25    35    42    54
      difference             0     0     0     0
> flow of "示例县教育局"
sign  line                2021  2022  2023
      received              14    18    12
+     carried_in             0     1     2
=     in                    14    19    14
      applications          13    17    13
        disclosed            8    10    10
        partly_disclosed     1     0     0
        withheld             1     2     1
        unavailable          2     3     2
        not_processed        1     1     0
        otherwise_closed     0     1     0
        stated              13    19    13
+     carried_forward        1     2     1
=     out                   14    19    14
      difference             0     0     0
> set names zh; flow of "示例县公安局" 2021
符号  项目        2021
      新收申请      40
+     上年结转       2
=     应办合计      42
      办理结果数    41
        予以公开    21
        部分公开     5
        不予公开     6
        无法提供     7
        不予处理     0
        其他处理     2
        填报总数    41
+     结转下年       1
=     办理合计      42
      差额           0
> flow of "示例县公安局" 1999
!2
flow.t:52:9: error: there is no report of it in the panel
  flow of "示例县公安局" 1999
          ^~~~~~~~~~~~~~~~~~~
