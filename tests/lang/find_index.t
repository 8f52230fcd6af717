# The index of words: answers are the same without it, with it, and with one that ends too early.
%load examples/reports

# Read-only: none is made.
$ ogi --no-init -d panel.db --readonly -c 'find "信息处理费" in section 6' >without; ogi --no-init -d panel.db --readonly -c 'explain sql find "信息处理费"' | grep -c MATCH
!1
0
reports 20 of 20
# The first question makes it, the same statement uses it.
$ ogi --no-init -d panel.db -c 'find "信息处理费" in section 6' >first
reports 20 of 20
$ ogi --no-init -d panel.db -c 'explain sql find "信息处理费"' | grep -c MATCH
1
$ ogi --no-init -d panel.db --readonly -c 'find "信息处理费" in section 6' >second
reports 20 of 20
$ ogi --no-init -c 'load "examples/reports"' -c 'find "信息处理费" in section 6' --quiet >memory; wc -l <without; cmp without first && cmp first second && cmp second memory
14
# A report comes in anew, under a number that the index knows from another, and is searched.
$ ogi --no-init -d panel.db -c 'drop report 西山区政务服务管理局 2021' -c 'load "examples/reports/西山区政务服务管理局_2021.txt"' --quiet; ogi --no-init -d panel.db --readonly -c 'find "行政许可决定"'
year  agency                section  heading   place                                             sentence
2021  西山区政务服务管理局  1        总体情况  examples/reports/西山区政务服务管理局_2021.txt:3  …要求公开审批和服务信息，全年作出[行政许可决定]219件。
reports 20 of 20
> drop report 西山区政务服务管理局 2021
dropped 1 report
> find "行政许可决定"
year  agency  section  heading  place  sentence
reports 19 of 19
# Words that are too short for the index are looked for in the text, alone or joined.
> explain sql find "信息处理费" and "没有"
WITH hit AS MATERIALIZED(SELECT rowid AS id FROM search WHERE search MATCH ?1 AND rowid <= ?2 UNION ALL SELECT id FROM section WHERE id > ?3),
o AS MATERIALIZED(SELECT h.id AS id, r.year, a.name, r.path, r.form FROM hit h CROSS JOIN report r ON r.id = h.id / 64 CROSS JOIN agency a ON a.id = r.agency WHERE r.counts = 1 ORDER BY r.year, a.name, h.id LIMIT 9223372036854775807)
SELECT o.year, o.name AS agency, o.path, o.form, t.n AS section, t.lines, t.text FROM o CROSS JOIN section t ON t.id = o.id
-- ?1 = (("信息处" AND "息处理" AND "处理费"))
-- ?2 = 1279
-- ?3 = 1279
> explain sql find "信息处理费" or "没有"
WITH o AS MATERIALIZED(SELECT r.id AS id, r.year, a.name, r.path, r.form FROM report r JOIN agency a ON a.id = r.agency WHERE r.counts = 1 ORDER BY r.year, a.name, r.id LIMIT 9223372036854775807)
SELECT o.year, o.name AS agency, o.path, o.form, t.n AS section, t.lines, t.text FROM o CROSS JOIN section t ON t.id BETWEEN o.id * 64 AND o.id * 64 + 63
> explain sql find "他说""好""" 
WITH hit AS MATERIALIZED(SELECT rowid AS id FROM search WHERE search MATCH ?1 AND rowid <= ?2 UNION ALL SELECT id FROM section WHERE id > ?3),
o AS MATERIALIZED(SELECT h.id AS id, r.year, a.name, r.path, r.form FROM hit h CROSS JOIN report r ON r.id = h.id / 64 CROSS JOIN agency a ON a.id = r.agency WHERE r.counts = 1 ORDER BY r.year, a.name, h.id LIMIT 9223372036854775807)
SELECT o.year, o.name AS agency, o.path, o.form, t.n AS section, t.lines, t.text FROM o CROSS JOIN section t ON t.id = o.id
-- ?1 = ("他说""" AND "说""好" AND """好""")
-- ?2 = 1279
-- ?3 = 1279
> find "复议" where year=2020
year  agency        section  heading                             place                                      sentence
2020  示例县公安局  4        政府信息公开行政复议、行政诉讼情况  examples/reports/示例县公安局_2020.html:9  全年行政[复议]2件、行政诉讼1件。
reports 1 of 1
