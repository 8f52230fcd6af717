# save session: what worked, as a script; asserting: with the figures that it gave.

$ ogi tests/data/panel --keep-going --quiet -f tests/data/sessions/small.ogi >out 2>err; sed 's/^/|/' plain.ogi
|# A session with ogi.
|load "tests/data/panel"
|set year 2021..2022
|sum received by year
|use form cn
|assert sum received > 1
|sum applications by outcome where requester = 自然人

# Run again it answers the same.
$ ogi --quiet -f plain.ogi 2>err; echo $?
year  received
2021       272
2022       161

outcome           applications
disclosed                  182
partly_disclosed            36
withheld                    31
unavailable                 47
not_processed               14
otherwise_closed             5
0

# With the figures.
$ ogi tests/data/panel --quiet -f tests/data/sessions/large.ogi >out; echo $?; sed 's/^/|/' audit.ogi
0
|# A session with ogi.
|load "tests/data/panel"
|sum received
|assert sum received = 717
|sum received by agency where year = 2021 own reports
|assert sum received = 69 where year = 2021 own reports by agency having agency = "示例县人民政府"
|assert sum received = 40 where year = 2021 own reports by agency having agency = "示例县公安局"
|assert sum received = 14 where year = 2021 own reports by agency having agency = "示例县教育局"
|assert sum received = 5
|  where year = 2021
|  own reports
|  by agency
|  having agency = "示例县青山镇人民政府"
|assert sum received = 48
|  where year = 2021
|  own reports
|  by agency
|  having agency = "示例市卫生健康委员会"
|assert sum received = 96 where year = 2021 own reports by agency having agency = "示例省财政厅"
|sum applications by outcome where year = 2021 and agency = "示例县公安局"
|assert sum applications = 21
|  where year = 2021 and agency = "示例县公安局"
|  by outcome
|  having outcome = "disclosed"
|assert sum applications = 5
|  where year = 2021 and agency = "示例县公安局"
|  by outcome
|  having outcome = "partly_disclosed"
|assert sum applications = 6
|  where year = 2021 and agency = "示例县公安局"
|  by outcome
|  having outcome = "withheld"
|assert sum applications = 7
|  where year = 2021 and agency = "示例县公安局"
|  by outcome
|  having outcome = "unavailable"
|assert sum applications = 0
|  where year = 2021 and agency = "示例县公安局"
|  by outcome
|  having outcome = "not_processed"
|assert sum applications = 2
|  where year = 2021 and agency = "示例县公安局"
|  by outcome
|  having outcome = "otherwise_closed"
|rate disclosed of applications by year total
|assert rate disclosed of applications = 0.500000 by year having year = 2019
|assert rate disclosed of applications = 0.600000 by year having year = 2020
|assert rate disclosed of applications = 0.570796 by year having year = 2021
|assert rate disclosed of applications = 0.557692 by year having year = 2022
|assert rate disclosed of applications = 0.644809 by year having year = 2023
|avg received by year
|assert avg received = 23.000000 by year having year = 2019
|assert avg received = 39.500000 by year having year = 2020
|assert avg received = 45.333333 by year having year = 2021
|assert avg received = 53.666667 by year having year = 2022
|assert avg received = 60.666667 by year having year = 2023
|sum received, carried_in by year
|assert sum received = 23 by year having year = 2019
|assert sum carried_in = 2 by year having year = 2019
|assert sum received = 79 by year having year = 2020
|assert sum carried_in = 6 by year having year = 2020
|assert sum received = 272 by year having year = 2021
|assert sum carried_in = 15 by year having year = 2021
|assert sum received = 161 by year having year = 2022
|assert sum carried_in = 6 by year having year = 2022
|assert sum received = 182 by year having year = 2023
|assert sum carried_in = 10 by year having year = 2023
|sum received across requester total by year where year = 2022
|assert sum received = 126
|  where year = 2022
|  by requester, year
|  having year = 2022 and requester = "natural_person"
|assert sum received = 27
|  where year = 2022
|  by requester, year
|  having year = 2022 and requester = "company"
|assert sum received = 0
|  where year = 2022
|  by requester, year
|  having year = 2022 and requester = "research_institution"
|assert sum received = 0
|  where year = 2022
|  by requester, year
|  having year = 2022 and requester = "public_interest_group"
|assert sum received = 6
|  where year = 2022
|  by requester, year
|  having year = 2022 and requester = "law_firm"
|assert sum received = 2
|  where year = 2022
|  by requester, year
|  having year = 2022 and requester = "other_organisation"
|share applications by year, outcome within year where outcome = withheld and year = 2021
|assert share applications = 0.000000
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "state_secret"
|assert share applications = 0.086957
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "prohibited_by_law"
|assert share applications = 0.000000
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "security_and_stability"
|assert share applications = 0.000000
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "third_party_rights"
|assert share applications = 0.304348
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "internal_affairs"
|assert share applications = 0.217391
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "deliberative_process"
|assert share applications = 0.304348
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "enforcement_file"
|assert share applications = 0.086957
|  within year
|  where outcome = withheld and year = 2021
|  by year, outcome
|  having year = 2021 and outcome = "administrative_inquiry"
|top 2 agencies by sum received by year with others
|assert sum received = 96 by agencies, year having agency = "示例省财政厅" and year = 2021
|assert sum received = 110 by agencies, year having agency = "示例省财政厅" and year = 2023
|assert sum received = 69 by agencies, year having agency = "示例县人民政府" and year = 2021
|assert sum received = 90 by agencies, year having agency = "示例县人民政府" and year = 2022
|sum received by year change
|assert sum received = 23 change by year having year = 2019
|assert sum received = 79 change by year having year = 2020
|assert sum received = 272 change by year having year = 2021
|assert sum received = 161 change by year having year = 2022
|assert sum received = 182 change by year having year = 2023
|sum received by agency change 2021 to 2022 top 1
|assert sum received = 90 change 2021 to 2022 by agency having agency = "示例县人民政府"
|sum documents by document where status = issued and year = 2021
|assert sum documents = 3 where status = issued and year = 2021 by document having document = "rule"
|assert sum documents = 41
|  where status = issued and year = 2021
|  by document
|  having document = "normative_document"
|count reports by year
|assert count reports = 1 by year having year = 2019
|assert count reports = 2 by year having year = 2020
|assert count reports = 6 by year having year = 2021
|assert count reports = 3 by year having year = 2022
|assert count reports = 3 by year having year = 2023
|reports where unread > 0
|assert count reports = 1 where unread > 0
|reports where unread > 100
|assert not reports where unread > 100
|find "绝无此词"
|assert not find "绝无此词"
|set blank unknown
|sum received by agency where year = 2021
|assert sum received = 69 where year = 2021 by agency having agency = "示例县人民政府"
|assert sum received = 40 where year = 2021 by agency having agency = "示例县公安局"
|assert sum received is missing where year = 2021 by agency having agency = "示例县教育局"
|assert sum received = 5 where year = 2021 by agency having agency = "示例县青山镇人民政府"
|assert sum received = 48 where year = 2021 by agency having agency = "示例市卫生健康委员会"
|assert sum received = 96 where year = 2021 by agency having agency = "示例省财政厅"
|define query q(:y) = sum received by agency where year = :y limit 2
|run q(2023)
|assert sum received = 12 where year = 2023 by agency having agency = "示例县教育局"
|assert sum received = 60 where year = 2023 by agency having agency = "示例市卫生健康委员会"
|sum received where year = 1980
|compare "示例县公安局" 2021 with 2022 to "c.csv"
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
$ ogi --quiet -f audit.ogi >out 2>err; echo $?; grep -c "^assert" audit.ogi; grep -c "failed\|not tested" out
!1
0
75
0

# It is in canonical form, but for what the command line and comments add.
$ ogi fmt --check audit.ogi plain.ogi; echo $?
0

# A number that changes is found.
$ sed 's/^assert sum received = 717$/assert sum received = 718/' audit.ogi >broken.ogi; ogi --quiet -f broken.ogi 2>err | grep -A3 failed; ogi --quiet -f broken.ogi >out 2>&1; echo $?
broken.ogi:4:1: assertion failed (error): 1 of 1
  sum received = 718
found  wanted  difference  cells
  717     718          -1  trace 1,1
1

# Settings under which something was asked hold for its figures alone.
$ printf 'set year 2021\nsum received mixed ok\nset year all\nsum received\nsave session as "s.ogi" asserting\n' | ogi tests/data/panel --quiet; sed 's/^/|/' s.ogi; ogi --quiet -f s.ogi >out; echo $?
received
     272

received
     717
|# A session with ogi.
|load "tests/data/panel"
|set year 2021
|sum received mixed ok
|assert sum received = 272 mixed ok
|set year all
|sum received
|assert sum received = 717
0
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"

# With -d the panel is not loaded again. An answer of many rows is not asserted to its end.
$ ogi -d save.db tests/data/panel --quiet -c 'sum applications by agency, year, outcome leaves' -c 'save session as "d.ogi" asserting' >out; head -2 d.ogi | sed 's/^/|/'; grep "further" d.ogi | sed 's/^/|/'; ogi -d save.db --quiet -f d.ogi >out; echo $?
|# A session with ogi; its panel: ogi -d save.db
|sum applications by agency, year, outcome leaves
|# no assertions for 253 further rows
0
tests/data/panel/示例市卫生健康委员会_2021.txt: line 35: warning: row "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息" is left unread: 3 of 3 cells filled for 7 columns, "7 | 3 | 10"

# Mistakes.
$ ogi -c 'save session as "no/such/place.ogi"'
!4
-c:1:17: error: "no/such/place.ogi" cannot be written: No such file or directory
  save session as "no/such/place.ogi"
                  ^~~~~~~~~~~~~~~~~~~
$ ogi --safe -c 'save session as "x.ogi"'
!2
-c:1:1: error: --safe allows no statement to touch a file
  save session as "x.ogi"
  ^~~~~~~~~~~~~~~~~~~~~~~
$ ogi -c 'save session' -c 'save "x.ogi"' --keep-going
!2
-c:1:13: error: the statement ends too early: expected "as"
  save session
              ^
-c#2:1:6: error: "x.ogi" does not fit here: expected "session"
  save "x.ogi"
       ^~~~~~~

# What a chart draws is asserted like what a table lists.
$ ogi -d save.db --quiet -c 'plot sum received where agency=示例县公安局 by year as bar' -c 'plot run named_later' --keep-going -c 'define query asked(:who) = sum received where agency=:who and year=2021 by requester' -c 'plot run asked(示例县公安局) to "f.svg"' -c 'save session as "p.ogi" asserting' >out 2>&1; sed 's/^/|/' p.ogi; ogi -d save.db --quiet -f p.ogi >out 2>&1; echo $?
|# A session with ogi; its panel: ogi -d save.db
|plot sum received where agency = 示例县公安局 by year as bar
|assert sum received = 23 where agency = 示例县公安局 by year having year = 2019
|assert sum received = 34 where agency = 示例县公安局 by year having year = 2020
|assert sum received = 40 where agency = 示例县公安局 by year having year = 2021
|assert sum received = 53 where agency = 示例县公安局 by year having year = 2022
|define query asked(:who) = sum received where agency = :who and year = 2021 by requester
|plot run asked(示例县公安局) to "f.svg"
|assert sum received = 30
|  where agency = 示例县公安局 and year = 2021
|  by requester
|  having requester = "natural_person"
|assert sum received = 7
|  where agency = 示例县公安局 and year = 2021
|  by requester
|  having requester = "company"
|assert sum received = 1
|  where agency = 示例县公安局 and year = 2021
|  by requester
|  having requester = "research_institution"
|assert sum received = 0
|  where agency = 示例县公安局 and year = 2021
|  by requester
|  having requester = "public_interest_group"
|assert sum received = 2
|  where agency = 示例县公安局 and year = 2021
|  by requester
|  having requester = "law_firm"
|assert sum received = 0
|  where agency = 示例县公安局 and year = 2021
|  by requester
|  having requester = "other_organisation"
0
