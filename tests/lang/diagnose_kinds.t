# Which slip it is: reports each with another one.
%load tests/data/wrong
> check T3, T4, X.carry format csv
!1
rule,severity,status,agency,year,instance,left,right,difference,file,place,waived,message
T3.balance,error,fail,示例县民政局,2022,public_interest_group,5,15,-10,tests/data/wrong/示例县民政局_2022.txt,"line 45, cell 5",false,new and carried-in applications are not all closed or carried forward: 5 is not 15
T3.balance,error,fail,示例县水务局,2022,natural_person,65,56,9,tests/data/wrong/示例县水务局_2022.txt,"line 45, cell 2",false,new and carried-in applications are not all closed or carried forward: 65 is not 56
T3.balance,error,fail,示例县统计局,2022,natural_person,561,56,505,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 2",false,new and carried-in applications are not all closed or carried forward: 561 is not 56
T3.balance,error,fail,示例县统计局,2022,company,9,1,8,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 3",false,new and carried-in applications are not all closed or carried forward: 9 is not 1
T3.balance,error,fail,示例县统计局,2022,research_institution,5,9,-4,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 4",false,new and carried-in applications are not all closed or carried forward: 5 is not 9
T3.balance,error,fail,示例县统计局,2022,public_interest_group,1,5,-4,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 5",false,new and carried-in applications are not all closed or carried forward: 1 is not 5
T3.balance,error,fail,示例县统计局,2022,law_firm,4,1,3,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 6",false,new and carried-in applications are not all closed or carried forward: 4 is not 1
T3.balance,error,fail,示例县统计局,2022,other_organisation,76,4,72,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 7",false,new and carried-in applications are not all closed or carried forward: 76 is not 4
T3.balance,error,fail,示例县统计局,2022,total,0,76,-76,tests/data/wrong/示例县统计局_2022.txt,"line 45, cell 8",false,new and carried-in applications are not all closed or carried forward: 0 is not 76
T3.closed,error,fail,示例县林业局,2022,natural_person,17,56,-39,tests/data/wrong/示例县林业局_2022.txt,"line 45, cell 2",false,the results do not add up to their printed total: 17 is not 56
T3.closed,error,fail,示例县林业局,2022,company,39,1,38,tests/data/wrong/示例县林业局_2022.txt,"line 45, cell 3",false,the results do not add up to their printed total: 39 is not 1
T3.closed,error,fail,示例县林业局,2022,research_institution,10,9,1,tests/data/wrong/示例县林业局_2022.txt,"line 45, cell 4",false,the results do not add up to their printed total: 10 is not 9
T3.closed,error,fail,示例县林业局,2022,total,36,76,-40,tests/data/wrong/示例县林业局_2022.txt,"line 45, cell 8",false,the results do not add up to their printed total: 36 is not 76
T3.closed,error,fail,示例县民政局,2022,natural_person,110,56,54,tests/data/wrong/示例县民政局_2022.txt,"line 45, cell 2",false,the results do not add up to their printed total: 110 is not 56
T3.closed,error,fail,示例县民政局,2022,public_interest_group,5,15,-10,tests/data/wrong/示例县民政局_2022.txt,"line 45, cell 5",false,the results do not add up to their printed total: 5 is not 15
T3.cross,error,fail,示例县林业局,2022,disclosed,40,0,40,tests/data/wrong/示例县林业局_2022.txt,"line 24, cell 9",false,the requesters do not add up to the total printed in the row: 40 is not 0
T3.cross,error,fail,示例县民政局,2022,petition,60,6,54,tests/data/wrong/示例县民政局_2022.txt,"line 37, cell 9",false,the requesters do not add up to the total printed in the row: 60 is not 6
T3.cross,error,fail,示例县民政局,2022,closed,86,76,10,tests/data/wrong/示例县民政局_2022.txt,"line 45, cell 8",false,the requesters do not add up to the total printed in the row: 86 is not 76
T3.cross,error,fail,示例县水务局,2022,received,85,76,9,tests/data/wrong/示例县水务局_2022.txt,"line 22, cell 8",false,the requesters do not add up to the total printed in the row: 85 is not 76
T3.cross,error,fail,示例县统计局,2022,received,656,0,656,tests/data/wrong/示例县统计局_2022.txt,"line 22, cell 8",false,the requesters do not add up to the total printed in the row: 656 is not 0
T4.sum,error,fail,示例县审计局,2022,direct,4,14,-10,tests/data/wrong/示例县审计局_2022.txt,"line 51, cell 10",false,the results do not add up to the printed total: 4 is not 14
X.carry,error,fail,示例县体育局,2023,natural_person,2,0,2,tests/data/wrong/示例县体育局_2023.txt,"line 23, cell 2",false,what is carried in is not what was carried forward the year before: 2 is not 0
X.carry,error,fail,示例县体育局,2023,total,2,0,2,tests/data/wrong/示例县体育局_2023.txt,"line 23, cell 8",false,what is carried in is not what was carried forward the year before: 2 is not 0

# Two digits changed places.
> diagnose "示例县水务局" 2022
示例县水务局 2022
  2 equations fail: T3.balance natural_person, T3.cross received
  one cell explains that
    三, 一、本年新收政府信息公开申请数量 | 自然人
      printed 65, implied 56: two digits swapped
      repairs T3.balance natural_person, T3.cross received
      tests/data/wrong/示例县水务局_2022.txt: line 22, cell 2

# A row one cell off, its last number lost.
> diagnose "示例县林业局" 2022
示例县林业局 2022
  5 equations fail: T3.closed natural_person, T3.closed company, T3.closed research_institution, T3.closed total, T3.cross disclosed
  4 cells explain that
  the values of the row stand one cell off
    三, 三、本年度办理结果/（一）予以公开 | 自然人
      printed 0, implied 39
      repairs T3.closed natural_person, T3.cross disclosed
      tests/data/wrong/示例县林业局_2022.txt: line 24, cell 3
    三, 三、本年度办理结果/（一）予以公开 | 法人或其他组织/商业企业
      printed 39, implied 1
      repairs T3.closed company, T3.cross disclosed
      tests/data/wrong/示例县林业局_2022.txt: line 24, cell 4
    三, 三、本年度办理结果/（一）予以公开 | 法人或其他组织/科研机构
      printed 1, implied 0
      repairs T3.closed research_institution, T3.cross disclosed
      tests/data/wrong/示例县林业局_2022.txt: line 24, cell 5
    三, 三、本年度办理结果/（一）予以公开 | 总计
      printed 0, implied 40
      repairs T3.closed total, T3.cross disclosed
      tests/data/wrong/示例县林业局_2022.txt: line 24, cell 9

# Two numbers in one cell, the others moved up.
> diagnose "示例县统计局" 2022
示例县统计局 2022
  8 equations fail: T3.balance natural_person, T3.balance company, T3.balance research_institution, T3.balance public_interest_group, T3.balance law_firm, T3.balance other_organisation, T3.balance total, T3.cross received
  7 cells explain that
  two numbers joined in one cell
    三, 一、本年新收政府信息公开申请数量 | 自然人
      printed 561, implied 56
      repairs T3.balance natural_person, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 2
    三, 一、本年新收政府信息公开申请数量 | 法人或其他组织/商业企业
      printed 9, implied 1
      repairs T3.balance company, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 3
    三, 一、本年新收政府信息公开申请数量 | 法人或其他组织/科研机构
      printed 5, implied 9
      repairs T3.balance research_institution, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 4
    三, 一、本年新收政府信息公开申请数量 | 法人或其他组织/社会公益组织
      printed 1, implied 5
      repairs T3.balance public_interest_group, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 5
    三, 一、本年新收政府信息公开申请数量 | 法人或其他组织/法律服务机构
      printed 4, implied 1
      repairs T3.balance law_firm, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 6
    三, 一、本年新收政府信息公开申请数量 | 法人或其他组织/其他
      printed 76, implied 4
      repairs T3.balance other_organisation, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 7
    三, 一、本年新收政府信息公开申请数量 | 总计
      printed 0, implied 76
      repairs T3.balance total, T3.cross received
      tests/data/wrong/示例县统计局_2022.txt: line 22, cell 8

# Two cells.
> diagnose "示例县民政局" 2022
示例县民政局 2022
  5 equations fail: T3.balance public_interest_group, T3.closed natural_person, T3.closed public_interest_group, T3.cross petition, T3.cross closed
  two cells explain that
    三, 三、本年度办理结果/（七）总计 | 法人或其他组织/社会公益组织
      printed 15, implied 5: a digit added
      repairs T3.balance public_interest_group, T3.closed public_interest_group, T3.cross closed
      tests/data/wrong/示例县民政局_2022.txt: line 45, cell 5
    三, 三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请 | 自然人
      printed 60, implied 6: off by a factor of 10, or a digit added
      repairs T3.closed natural_person, T3.cross petition
      tests/data/wrong/示例县民政局_2022.txt: line 37, cell 3

# In table 4 a cell stands in one equation alone: each explains it.
> diagnose "示例县审计局" 2022
示例县审计局 2022
  1 equation fails: T4.sum direct
  5 explanations do equally well
  1.
    四, 件数 | 行政诉讼/未经复议直接起诉/尚未审结
      printed 4, implied 14: a digit dropped
      repairs T4.sum direct
      tests/data/wrong/示例县审计局_2022.txt: line 51, cell 9
  2.
    四, 件数 | 行政诉讼/未经复议直接起诉/总计
      printed 14, implied 4: a digit added
      repairs T4.sum direct
      tests/data/wrong/示例县审计局_2022.txt: line 51, cell 10
  3.
    四, 件数 | 行政诉讼/未经复议直接起诉/结果维持
      printed 0, implied 10: left out: 0 where a number belongs
      repairs T4.sum direct
      tests/data/wrong/示例县审计局_2022.txt: line 51, cell 6
  4.
    四, 件数 | 行政诉讼/未经复议直接起诉/结果纠正
      printed 0, implied 10: left out: 0 where a number belongs
      repairs T4.sum direct
      tests/data/wrong/示例县审计局_2022.txt: line 51, cell 7
  5.
    四, 件数 | 行政诉讼/未经复议直接起诉/其他结果
      printed 0, implied 10: left out: 0 where a number belongs
      repairs T4.sum direct
      tests/data/wrong/示例县审计局_2022.txt: line 51, cell 8

# Each report is in order, and they disagree.
> diagnose "示例县体育局" 2023
示例县体育局 2023
  2 equations fail: X.carry total, X.carry natural_person
  neither one cell nor two or three explain that
> diagnose "示例县体育局" 2022
示例县体育局 2022
  2 equations fail: X.carry total (2023), X.carry natural_person (2023)
  neither one cell nor two or three explain that
> set format csv
. diagnose where year = 2022
. diagnose "示例县体育局" 2023
agency,year,problem,explanation,cell_year,table,row,column,printed,implied,slip,equations,place,file,alternatives
示例县体育局,2022,1,,,,,,,,,X.carry total (2023); X.carry natural_person (2023),,tests/data/wrong/示例县体育局_2022.txt,0
示例县审计局,2022,1,1,2022,四,件数,行政诉讼/未经复议直接起诉/尚未审结,4,14,digit_dropped,T4.sum direct,"line 51, cell 9",tests/data/wrong/示例县审计局_2022.txt,4
示例县审计局,2022,1,2,2022,四,件数,行政诉讼/未经复议直接起诉/总计,14,4,digit_added,T4.sum direct,"line 51, cell 10",tests/data/wrong/示例县审计局_2022.txt,4
示例县审计局,2022,1,3,2022,四,件数,行政诉讼/未经复议直接起诉/结果维持,0,10,left_out,T4.sum direct,"line 51, cell 6",tests/data/wrong/示例县审计局_2022.txt,4
示例县审计局,2022,1,4,2022,四,件数,行政诉讼/未经复议直接起诉/结果纠正,0,10,left_out,T4.sum direct,"line 51, cell 7",tests/data/wrong/示例县审计局_2022.txt,4
示例县审计局,2022,1,5,2022,四,件数,行政诉讼/未经复议直接起诉/其他结果,0,10,left_out,T4.sum direct,"line 51, cell 8",tests/data/wrong/示例县审计局_2022.txt,4
示例县林业局,2022,1,1,2022,三,三、本年度办理结果/（一）予以公开,自然人,0,39,row_shifted,T3.closed natural_person; T3.cross disclosed,"line 24, cell 3",tests/data/wrong/示例县林业局_2022.txt,0
示例县林业局,2022,1,1,2022,三,三、本年度办理结果/（一）予以公开,法人或其他组织/商业企业,39,1,row_shifted,T3.closed company; T3.cross disclosed,"line 24, cell 4",tests/data/wrong/示例县林业局_2022.txt,0
示例县林业局,2022,1,1,2022,三,三、本年度办理结果/（一）予以公开,法人或其他组织/科研机构,1,0,row_shifted,T3.closed research_institution; T3.cross disclosed,"line 24, cell 5",tests/data/wrong/示例县林业局_2022.txt,0
示例县林业局,2022,1,1,2022,三,三、本年度办理结果/（一）予以公开,总计,0,40,row_shifted,T3.closed total; T3.cross disclosed,"line 24, cell 9",tests/data/wrong/示例县林业局_2022.txt,0
示例县民政局,2022,1,1,2022,三,三、本年度办理结果/（七）总计,法人或其他组织/社会公益组织,15,5,digit_added,T3.balance public_interest_group; T3.closed public_interest_group; T3.cross closed,"line 45, cell 5",tests/data/wrong/示例县民政局_2022.txt,0
示例县民政局,2022,1,1,2022,三,三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请,自然人,60,6,times_10;digit_added,T3.closed natural_person; T3.cross petition,"line 37, cell 3",tests/data/wrong/示例县民政局_2022.txt,0
示例县水务局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,自然人,65,56,digits_swapped,T3.balance natural_person; T3.cross received,"line 22, cell 2",tests/data/wrong/示例县水务局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,自然人,561,56,joined,T3.balance natural_person; T3.cross received,"line 22, cell 2",tests/data/wrong/示例县统计局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,法人或其他组织/商业企业,9,1,joined,T3.balance company; T3.cross received,"line 22, cell 3",tests/data/wrong/示例县统计局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,法人或其他组织/科研机构,5,9,joined,T3.balance research_institution; T3.cross received,"line 22, cell 4",tests/data/wrong/示例县统计局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,法人或其他组织/社会公益组织,1,5,joined,T3.balance public_interest_group; T3.cross received,"line 22, cell 5",tests/data/wrong/示例县统计局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,法人或其他组织/法律服务机构,4,1,joined,T3.balance law_firm; T3.cross received,"line 22, cell 6",tests/data/wrong/示例县统计局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,法人或其他组织/其他,76,4,joined,T3.balance other_organisation; T3.cross received,"line 22, cell 7",tests/data/wrong/示例县统计局_2022.txt,0
示例县统计局,2022,1,1,2022,三,一、本年新收政府信息公开申请数量,总计,0,76,joined,T3.balance total; T3.cross received,"line 22, cell 8",tests/data/wrong/示例县统计局_2022.txt,0

agency,year,problem,explanation,cell_year,table,row,column,printed,implied,slip,equations,place,file,alternatives
示例县体育局,2023,1,,,,,,,,,X.carry total; X.carry natural_person,,tests/data/wrong/示例县体育局_2023.txt,0
