# The SQL that answers: nothing of the statement's text is in it, values are bound.
%load panel

> explain sql sum received where agency="示例县公安局" and year in 2019..2021
WITH scope AS (SELECT r.id AS report, r.year, r.agency, r.edition, r.tables FROM report r JOIN agency a ON a.id = r.agency WHERE r.counts = 1 AND (coalesce(a.id IN (?1), FALSE) AND r.year BETWEEN ?2 AND ?3)),
leaf(grp, cell, weight) AS (VALUES (0,0,1),(0,1,1),(0,2,1),(0,3,1),(0,4,1),(0,5,1)),
has(grp, edition, mask, also) AS (VALUES (0,0,2,0),(0,1,2,0)),
grp(grp) AS (VALUES (0)),
bad(grp, report) AS MATERIALIZED(SELECT DISTINCT l.grp, o.report FROM leaf l CROSS JOIN odd o ON o.cell = l.cell WHERE (o.state IN (2, 3) OR (o.state = 1 AND o.cell >= 221))),
guess(grp, report) AS MATERIALIZED(SELECT DISTINCT l.grp, o.report FROM leaf l CROSS JOIN odd o ON o.cell = l.cell AND o.state = 4),
cells AS (SELECT DISTINCT l.cell FROM leaf l),
part AS (SELECT f.cell, sum(f.value) AS v FROM scope s CROSS JOIN cells l CROSS JOIN fact f ON f.cell = l.cell AND f.year = s.year AND f.report = s.report GROUP BY f.cell),
seen AS MATERIALIZED(SELECT s.edition, s.tables, count(*) AS n FROM scope s GROUP BY s.edition, s.tables),
piece AS (SELECT l.grp, p.v * l.weight AS v, 0 AS n, 0 AS possible, 0 AS unknown, 0 AS guessed FROM part p JOIN leaf l ON l.cell = p.cell
 UNION ALL SELECT q.grp, 0, CASE WHEN h.grp IS NULL THEN 0 ELSE s.n END, CASE WHEN h.grp IS NULL THEN 0 ELSE 1 END, 0, 0 FROM seen s CROSS JOIN grp q LEFT JOIN has h ON h.grp = q.grp AND h.edition = s.edition AND (h.mask & s.tables) <> 0 AND (h.also & s.tables) = h.also
 UNION ALL SELECT l.grp, -f.value * l.weight, 0, 0, 0, 0 FROM bad b CROSS JOIN scope s ON s.report = b.report CROSS JOIN leaf l ON l.grp = b.grp CROSS JOIN fact f ON f.cell = l.cell AND f.year = s.year AND f.report = b.report
 UNION ALL SELECT b.grp, 0, -1, 0, 0, 0 FROM bad b CROSS JOIN has h ON h.grp = b.grp CROSS JOIN scope s ON s.report = b.report AND h.edition = s.edition AND (h.mask & s.tables) <> 0 AND (h.also & s.tables) = h.also
 UNION ALL SELECT b.grp, 0, 0, 0, 0, 1 FROM guess b CROSS JOIN scope s ON s.report = b.report AND NOT EXISTS (SELECT 1 FROM bad w WHERE w.grp = b.grp AND w.report = b.report))
SELECT 0 AS cut, p.grp, CASE WHEN sum(p.n) > 0 AND sum(p.unknown) = 0 THEN sum(p.v) END AS value, sum(p.n) AS n, max(p.possible) AS possible, sum(p.guessed) AS guessed FROM piece p GROUP BY p.grp
-- ?1 = 2
-- ?2 = 2019
-- ?3 = 2021
> explain sql count reports where received > 50
WITH scope AS (SELECT r.id AS report, r.year, r.agency, r.edition, r.tables FROM report r WHERE r.counts = 1 AND (((r.edition = 0 AND (r.tables & 2) <> 0) OR (r.edition = 1 AND (r.tables & 2) <> 0)) AND r.id NOT IN (SELECT o.report FROM odd o WHERE (o.cell BETWEEN 0 AND 5) AND o.state IN (2, 3, 3)) AND r.id IN (SELECT f.report FROM fact f WHERE (f.cell BETWEEN 0 AND 5) GROUP BY f.report HAVING (sum(f.value) > ?1))))
SELECT 0 AS cut, 0 AS grp, count(*) AS value, count(*) AS n, 1 AS possible, 0 AS guessed FROM scope s WHERE TRUE
-- ?1 = 50

# Another database is spelt by another table of the generator.
> explain sql for postgres count reports where agency ~ "教育|公安" by year
WITH scope AS (SELECT r.id AS report, r.year, r.agency, r.edition, r.tables, r.year AS k0 FROM report r JOIN agency a ON a.id = r.agency WHERE r.counts = 1 AND coalesce(CAST(a.name AS TEXT) ~ $1, FALSE))
SELECT 0 AS cut, 0 AS grp, s.k0, count(*) AS value, count(*) AS n, 1 AS possible, 0 AS guessed FROM scope s WHERE TRUE GROUP BY 1, s.k0
-- $1 = 教育|公安
> explain sql for SQLite count reports
WITH scope AS (SELECT r.id AS report, r.year, r.agency, r.edition, r.tables FROM report r WHERE r.counts = 1)
SELECT 0 AS cut, 0 AS grp, count(*) AS value, count(*) AS n, 1 AS possible, 0 AS guessed FROM scope s WHERE TRUE
> explain sql for oracle sum received
!2
sql.t:36:17: error: SQL is not written for "oracle"
  explain sql for oracle sum received
                  ^~~~~~ it is for "sqlite", "postgres"
> explain plan for postgres sum received
!2
sql.t:41:14: error: "for" does not fit here: expected "top", "sum", "avg", "median", "min", "max", "stddev", "a percentile (p90)", …
  explain plan for postgres sum received
               ^~~

# How SQLite goes about it: its words are its own, a step a line.
$ ogi tests/data/panel --quiet -c 'explain steps sum received by year' 2>err | grep -c 'SCAN\|SEARCH\|CO-ROUTINE\|MATERIALIZE' | awk '{ print ($1 > 3) ? "steps" : "none" }'
steps
> explain steps sum nothing
!2
sql.t:50:19: error: there is no measure "nothing"
  explain steps sum nothing
                    ^~~~~~~ "help measures" lists what can be asked
