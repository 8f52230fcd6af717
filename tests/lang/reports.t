# Which reports there are.
%load panel
%run load "tests/data/agencies.csv" as agencies

> reports
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府        2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县人民政府_2021.txt
示例县人民政府        2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县人民政府_2022.html
示例县公安局          2019  2019         0       0         0       0  2020-01-18  tests/data/panel/示例县公安局_2019.html
示例县公安局          2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例县公安局_2020.txt
示例县公安局          2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县公安局_2021.txt
示例县公安局          2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县公安局_2022.html
示例县教育局          2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
示例县教育局          2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县教育局_2022.txt
示例县教育局          2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例县教育局_2023.html
示例县青山镇人民政府  2021  2019         0       0         0       0  2022-01-18  tests/data/panel/示例县青山镇人民政府_2021.txt
示例市卫生健康委员会  2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例市卫生健康委员会_2020.html
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
示例市卫生健康委员会  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例市卫生健康委员会_2023.txt
示例省财政厅          2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例省财政厅_2021.txt
示例省财政厅          2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
reports 15 of 15 · expected 30, missing 15
> reports where year=2021
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府        2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县人民政府_2021.txt
示例县公安局          2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县公安局_2021.txt
示例县教育局          2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
示例县青山镇人民政府  2021  2019         0       0         0       0  2022-01-18  tests/data/panel/示例县青山镇人民政府_2021.txt
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
示例省财政厅          2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例省财政厅_2021.txt
reports 6 of 6 · expected 6, missing 0
> reports where agency="公安"
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县公安局  2019  2019         0       0         0       0  2020-01-18  tests/data/panel/示例县公安局_2019.html
示例县公安局  2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例县公安局_2020.txt
示例县公安局  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县公安局_2021.txt
示例县公安局  2022  2021         0       0         0       0  2023-01-18  tests/data/panel/示例县公安局_2022.html
reports 4 of 4 · expected 5, missing 1
> reports where region under 示例县 and year=2021
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县人民政府        2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县人民政府_2021.txt
示例县公安局          2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例县公安局_2021.txt
示例县教育局          2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
示例县青山镇人民政府  2021  2019         0       0         0       0  2022-01-18  tests/data/panel/示例县青山镇人民政府_2021.txt
reports 4 of 4 · expected 4, missing 0
> reports where level=市
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例市卫生健康委员会  2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例市卫生健康委员会_2020.html
示例市卫生健康委员会  2021  2021         0       7         0       1  2022-01-18  tests/data/panel/示例市卫生健康委员会_2021.txt
示例市卫生健康委员会  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例市卫生健康委员会_2023.txt
reports 3 of 3 · expected 5, missing 2
> reports for "公安" 2020
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县公安局  2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例县公安局_2020.txt
reports 1 of 1 · expected 1, missing 0
> reports for 2023
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局          2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例县教育局_2023.html
示例市卫生健康委员会  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例市卫生健康委员会_2023.txt
示例省财政厅          2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
reports 3 of 3 · expected 6, missing 3
> reports where year=2021 order by blank desc limit 1
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局  2021  2021         8       0         0       0  2022-01-18  tests/data/panel/示例县教育局_2021.txt
reports 6 of 6 · expected 6, missing 0
> reports order by year desc limit 3
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县教育局          2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例县教育局_2023.html
示例市卫生健康委员会  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例市卫生健康委员会_2023.txt
示例省财政厅          2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
reports 15 of 15 · expected 30, missing 15
> count reports by region
region  reports
示例省       15
reports 15 of 15 · expected 30, missing 15
> count reports by function
function  reports
公安            4
卫生健康        3
政府            3
教育            3
财政            2
reports 15 of 15 · expected 30, missing 15
> count reports by level, edition
level     edition  reports
province  2021           2
city      2019           1
city      2021           2
county    2019           2
county    2021           7
township  2019           1
reports 15 of 15 · expected 30, missing 15
> count agencies by level
level     agencies
province         1
city             1
county           3
township         1
reports 15 of 15 · expected 30, missing 15
> count regions
regions
      4
reports 15 of 15 · expected 30, missing 15
> count levels by year
year  levels
2019       1
2020       2
2021       4
2022       1
2023       3
reports 15 of 15 · expected 30, missing 15
> count functions
functions
        5
reports 15 of 15 · expected 30, missing 15
> count years
years
    5
reports 15 of 15 · expected 30, missing 15
> count editions
editions
       2
reports 15 of 15 · expected 30, missing 15

$ ogi --no-init -d panel.db --format csv -c 'reports where year=2021' -c 'count reports by year' -c 'count reports'
agency,year,edition,blank,unread,inferred,doubts,signed_on,path
示例县人民政府,2021,2021,0,0,0,0,2022-01-18,tests/data/panel/示例县人民政府_2021.txt
示例县公安局,2021,2021,0,0,0,0,2022-01-18,tests/data/panel/示例县公安局_2021.txt
示例县教育局,2021,2021,8,0,0,0,2022-01-18,tests/data/panel/示例县教育局_2021.txt
示例县青山镇人民政府,2021,2019,0,0,0,0,2022-01-18,tests/data/panel/示例县青山镇人民政府_2021.txt
示例市卫生健康委员会,2021,2021,0,7,0,1,2022-01-18,tests/data/panel/示例市卫生健康委员会_2021.txt
示例省财政厅,2021,2021,0,0,0,0,2022-01-18,tests/data/panel/示例省财政厅_2021.txt

year,reports
2019,1
2020,2
2021,6
2022,3
2023,3

reports
15

# Who is expected is asked of agencies and years; other conditions choose among what there is.
> reports where received > 90
agency        year  edition  blank  unread  inferred  doubts  signed_on   path
示例省财政厅  2021  2021         0       0         0       0  2022-01-18  tests/data/panel/示例省财政厅_2021.txt
示例省财政厅  2023  2021         0       0         0       0  2024-01-18  tests/data/panel/示例省财政厅_2023.html
reports 2 of 2
> reports where edition=2019
agency                year  edition  blank  unread  inferred  doubts  signed_on   path
示例县公安局          2019  2019         0       0         0       0  2020-01-18  tests/data/panel/示例县公安局_2019.html
示例县公安局          2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例县公安局_2020.txt
示例县青山镇人民政府  2021  2019         0       0         0       0  2022-01-18  tests/data/panel/示例县青山镇人民政府_2021.txt
示例市卫生健康委员会  2020  2019         0       0         0       0  2021-01-18  tests/data/panel/示例市卫生健康委员会_2020.html
reports 4 of 4
