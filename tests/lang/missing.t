# Which reports are expected and not there.
%load panel

# Without a list: of the agencies that have any report.
> missing reports for 2021..2022
agency                year  region  level     function
示例县青山镇人民政府  2022  –       township  政府
示例市卫生健康委员会  2022  –       –         卫生健康
示例省财政厅          2022  –       province  财政
reports 9 of 9
> missing reports where agency="示例县公安局"
agency        year  region  level   function
示例县公安局  2023  –       county  公安
reports 4 of 4
> missing reports for 2021
agency  year  region  level  function
reports 6 of 6
> missing reports where received > 3
!2
missing.t:18:1: error: a report that is missing has no figures, edition or form to ask for
  missing reports where received > 3
  ^~~~~~~~~~~~~~~ conditions on years, agencies, regions, levels and functions fit
> missing reports by year
!2
missing.t:23:17: error: "by" means nothing for a list of reports
  missing reports by year
                  ^~~~~~~
> missing reports where edition=2021
!2
missing.t:28:1: error: a report that is missing has no figures, edition or form to ask for
  missing reports where edition=2021
  ^~~~~~~~~~~~~~~ conditions on years, agencies, regions, levels and functions fit

# With one: of those in it.
> load "tests/data/agencies.csv" as agencies; missing reports for 2022; missing reports where level="县" and year in (2020, 2023) limit 4
agency                year  region                       level     function
示例县青山镇人民政府  2022  示例省/示例市/示例县/青山镇  township  政府
示例市卫生健康委员会  2022  示例省/示例市                city      卫生健康
示例省财政厅          2022  示例省                       province  财政

agency          year  region                level   function
示例县人民政府  2020  示例省/示例市/示例县  county  政府
示例县人民政府  2023  示例省/示例市/示例县  county  政府
示例县公安局    2023  示例省/示例市/示例县  county  公安
示例县教育局    2020  示例省/示例市/示例县  county  教育
declared 6 agencies
reports 3 of 3 · expected 6, missing 3
reports 2 of 2 · expected 12, missing 10
