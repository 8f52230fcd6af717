/* schema: all SQL that the store itself runs (see schema.h, and store.h for what the tables mean).
 */
#include "store/schema.h"

#include "form/report.h"

/* The numbers of the states are written out in the view and the index on doubts. */
_Static_assert(CELL_NUMBER == 0 && CELL_BLANK == 1 && CELL_TEXT == 2 && CELL_UNREAD == 3 &&
                   CELL_INFERRED == 4,
               "the schema spells the states of cells as numbers");

/* Who reports, where, of which level. */
const char *const schema_agencies =
    "CREATE TABLE region(id INTEGER PRIMARY KEY, parent INTEGER REFERENCES region(id),"
    " last INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL UNIQUE, code INTEGER,"
    " place INTEGER);\n"
    "CREATE INDEX region_name ON region(name);\n"
    "CREATE TABLE level(id INTEGER PRIMARY KEY, key TEXT NOT NULL, zh TEXT NOT NULL,"
    " en TEXT NOT NULL);\n"
    "CREATE TABLE agency(id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,"
    " region INTEGER REFERENCES region(id), level INTEGER REFERENCES level(id), function TEXT,"
    " parent INTEGER REFERENCES agency(id), consolidated INTEGER NOT NULL DEFAULT 0,"
    " listed INTEGER NOT NULL DEFAULT 0, declared INTEGER NOT NULL DEFAULT 0,"
    " settled INTEGER NOT NULL DEFAULT 0, government INTEGER NOT NULL DEFAULT 0, region_why TEXT,"
    " level_why TEXT, function_why TEXT);\n"
    "CREATE INDEX agency_unsettled ON agency(id) WHERE settled = 0;\n"
    "CREATE INDEX agency_name ON agency(name);\n"
    "CREATE INDEX agency_region ON agency(region);\n"
    "CREATE INDEX agency_function ON agency(function);\n"
    "CREATE INDEX agency_parent ON agency(parent);\n"
    "CREATE INDEX agency_consolidated ON agency(id) WHERE consolidated = 1;\n"
    "CREATE INDEX agency_listed ON agency(id) WHERE listed = 1;\n"
    "CREATE TABLE alias(folded TEXT PRIMARY KEY, name TEXT NOT NULL,"
    " agency INTEGER NOT NULL REFERENCES agency(id)) WITHOUT ROWID;\n";

/* Tables without rowid are clustered by their key. Sections are not: their rows are long, and
 * SQLite spills long rows of clustered tables to pages of their own. */
const char *const schema_tables =
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;\n"
    /* `short` is NUMERIC so that both edition = 2021 and edition = '2021' find it. */
    "CREATE TABLE edition(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL,"
    " short NUMERIC NOT NULL);\n"
    "CREATE TABLE edition_cell(edition INTEGER NOT NULL, slot INTEGER NOT NULL,"
    " cell INTEGER NOT NULL, tbl INTEGER NOT NULL, \"table\" TEXT NOT NULL, \"row\" TEXT NOT NULL,"
    " \"column\" TEXT NOT NULL, scale INTEGER NOT NULL, factor INTEGER NOT NULL,"
    " PRIMARY KEY(edition, slot)) WITHOUT ROWID;\n"
    "CREATE TABLE report(id INTEGER PRIMARY KEY, agency INTEGER NOT NULL REFERENCES agency(id),"
    " year INTEGER NOT NULL, edition INTEGER NOT NULL REFERENCES edition(id),"
    " form INTEGER NOT NULL, counts INTEGER NOT NULL, tables INTEGER NOT NULL,"
    " blank INTEGER NOT NULL, unread INTEGER NOT NULL, inferred INTEGER NOT NULL,"
    " absent INTEGER NOT NULL, doubts INTEGER NOT NULL, path TEXT NOT NULL, title TEXT,"
    " signed_on TEXT, layout INTEGER, bases TEXT, sender TEXT, said INTEGER NOT NULL, headings "
    "INTEGER,"
    " astray INTEGER NOT NULL, heading_places TEXT);\n"
    "CREATE INDEX report_scope ON report(counts, year, edition, tables, agency);\n"
    "CREATE INDEX report_version ON report(agency, year, form);\n"
    "CREATE INDEX report_path ON report(path);\n"
    "CREATE INDEX report_said ON report(id) WHERE said = 1;\n"
    "CREATE TABLE fact(cell INTEGER NOT NULL, year INTEGER NOT NULL, report INTEGER NOT NULL,"
    " value INTEGER NOT NULL, PRIMARY KEY(cell, year, report)) WITHOUT ROWID;\n"
    /* Sums kept by the loader: of `fact` by cell and year, and the reports that count by year,
     * edition and tables. A sum is hi * 2^32 + lo, so that adding can never overflow here. */
    "CREATE TABLE roll(cell INTEGER NOT NULL, year INTEGER NOT NULL, hi INTEGER NOT NULL,"
    " lo INTEGER NOT NULL, PRIMARY KEY(cell, year)) WITHOUT ROWID;\n"
    "CREATE TABLE tally(year INTEGER NOT NULL, edition INTEGER NOT NULL, tables INTEGER NOT NULL,"
    " n INTEGER NOT NULL, PRIMARY KEY(year, edition, tables)) WITHOUT ROWID;\n"
    "CREATE TABLE odd(cell INTEGER NOT NULL, report INTEGER NOT NULL, state INTEGER NOT NULL,"
    " PRIMARY KEY(cell, report)) WITHOUT ROWID;\n"
    "CREATE TABLE reading(report INTEGER NOT NULL, cell INTEGER NOT NULL, state INTEGER NOT NULL,"
    " value INTEGER, printed TEXT, PRIMARY KEY(report, cell)) WITHOUT ROWID;\n"
    "CREATE TABLE layout(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL UNIQUE);\n"
    "CREATE TABLE layout_place(layout INTEGER NOT NULL, slot INTEGER NOT NULL,"
    " tbl INTEGER NOT NULL, row INTEGER NOT NULL, cell INTEGER NOT NULL,"
    " PRIMARY KEY(layout, slot)) WITHOUT ROWID;\n"
    "CREATE TABLE section(id INTEGER PRIMARY KEY, report INTEGER NOT NULL, n INTEGER NOT NULL,"
    " text TEXT NOT NULL, lines TEXT);\n"
    "CREATE TABLE remark(report INTEGER NOT NULL, n INTEGER NOT NULL, severity INTEGER NOT NULL,"
    " text TEXT NOT NULL, tbl INTEGER NOT NULL, row INTEGER NOT NULL, cell INTEGER NOT NULL,"
    " PRIMARY KEY(report, n)) WITHOUT ROWID;\n"
    "CREATE TRIGGER report_in AFTER INSERT ON report WHEN NEW.counts = 1 BEGIN"
    " INSERT INTO tally VALUES(NEW.year, NEW.edition, NEW.tables, 1)"
    " ON CONFLICT DO UPDATE SET n = n + 1; END;\n"
    "CREATE TRIGGER report_out AFTER DELETE ON report WHEN OLD.counts = 1 BEGIN"
    " UPDATE tally SET n = n - 1 WHERE year = OLD.year AND edition = OLD.edition"
    " AND tables = OLD.tables; END;\n"
    "CREATE TRIGGER report_turn AFTER UPDATE OF counts ON report WHEN OLD.counts <> NEW.counts "
    "BEGIN"
    " INSERT INTO tally VALUES(NEW.year, NEW.edition, NEW.tables, NEW.counts - OLD.counts)"
    " ON CONFLICT DO UPDATE SET n = n + excluded.n; END;\n"
    "CREATE TABLE load_file(id INTEGER PRIMARY KEY, path TEXT NOT NULL, member TEXT,"
    " verdict TEXT NOT NULL, report INTEGER, doubts INTEGER NOT NULL, reason TEXT,"
    " tbl INTEGER NOT NULL, row INTEGER NOT NULL, cell INTEGER NOT NULL);\n";

#define CHECK_TABLES(create)                                                                       \
  create                                                                                           \
      " check_rule(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, hash INTEGER NOT NULL,"       \
      " seconds REAL);\n" create                                                                   \
      " check_result(rule INTEGER NOT NULL, agency INTEGER NOT NULL, year INTEGER NOT NULL,"       \
      " report INTEGER NOT NULL, instance INTEGER NOT NULL, status INTEGER NOT NULL,"              \
      " blank INTEGER NOT NULL, cell INTEGER, lhs, rhs, note INTEGER,"                             \
      " PRIMARY KEY(rule, agency, year, report, instance)) WITHOUT ROWID;\n" create                \
      " check_stale(agency INTEGER PRIMARY KEY);\n"

const char *const schema_checks = CHECK_TABLES("CREATE TABLE");
const char *const schema_temp_checks = CHECK_TABLES("CREATE TEMP TABLE");
const char *const schema_copy_checks =
    "INSERT INTO temp.check_rule SELECT * FROM main.check_rule;\n"
    "INSERT INTO temp.check_result SELECT * FROM main.check_result;\n"
    "INSERT INTO temp.check_stale SELECT * FROM main.check_stale;\n";

/* What changes a report or its agency makes the results of that agency old, since rules look at
 * the year before. Nothing is noted before the first check. */
#define STALE(name, event, agency)                                                                 \
  "CREATE TRIGGER " name " AFTER " event                                                           \
  " WHEN EXISTS (SELECT 1 FROM check_rule) BEGIN"                                                  \
  " INSERT OR IGNORE INTO check_stale VALUES(" agency "); END;\n"

const char *const schema_stale = STALE("stale_in", "INSERT ON report", "NEW.agency")
    STALE("stale_out", "DELETE ON report",
          "OLD.agency") STALE("stale_turn", "UPDATE OF counts ON report", "NEW.agency")
        STALE("stale_move", "UPDATE OF agency ON report", "OLD.agency), (NEW.agency")
            STALE("stale_agency",
                  "UPDATE OF name, region, level, function, parent, consolidated, listed ON agency",
                  "NEW.id), (coalesce(OLD.parent, NEW.id)")
                STALE("stale_below", "DELETE ON agency", "coalesce(OLD.parent, OLD.id)");

const char *const schema_todo =
    "CREATE TEMP TABLE IF NOT EXISTS todo(report INTEGER PRIMARY KEY, agency INTEGER NOT NULL,"
    " year INTEGER NOT NULL, edition INTEGER NOT NULL, tables INTEGER NOT NULL, before INTEGER,"
    " before_edition INTEGER, before_tables INTEGER);\n"
    "CREATE INDEX IF NOT EXISTS temp.todo_before ON todo(before);\n"
    "DELETE FROM todo;\n"
    "CREATE TEMP TABLE IF NOT EXISTS cover(report INTEGER NOT NULL, agency INTEGER NOT NULL,"
    " part INTEGER, edition INTEGER, tables INTEGER);\n"
    "CREATE INDEX IF NOT EXISTS temp.cover_report ON cover(report);\n"
    "DELETE FROM cover;\n";

/* A place as form/place.c writes it, and its cell, which is 0 where a whole row is meant. */
#define PLACE_TEXT(table, row, cell)                                                               \
  " CASE WHEN " row " = 0 THEN NULL WHEN " table " & 0x80000000 THEN 'sheet ' || (" table          \
  " & 0xFFFF) || CASE WHEN " cell                                                                  \
  " = 0 THEN ', row ' ELSE ', cell ' ||"                                                           \
  " CASE WHEN " cell " > 26 THEN char(64 + (" cell                                                 \
  " - 1) / 26) ELSE '' END ||"                                                                     \
  " char(65 + (" cell " - 1) % 26) END || " row " ELSE CASE WHEN " table                           \
  " >> 16 THEN 'page ' || (" table                                                                 \
  " >> 16) || ', ' ELSE '' END ||"                                                                 \
  " CASE WHEN " table " & 0xFFFF THEN 'table ' || (" table                                         \
  " & 0xFFFF) || ', row ' ELSE 'line ' END || " row                                                \
  " ||"                                                                                            \
  " CASE WHEN " cell " = 0 THEN '' ELSE ', cell ' || " cell " END END"

/* Where a cell stands, see layouts.c. */
#define CELL_PLACE                                                                                 \
  PLACE_TEXT("(p.tbl + json_extract(r.bases, '$[' || (2 * c.tbl) || ']'))",                        \
             "(p.row + json_extract(r.bases, '$[' || (2 * c.tbl + 1) || ']'))", "p.cell")

/* Rows that are no reports: see totals.c. */
const char *const schema_totals =
    "CREATE TABLE total_row(id INTEGER PRIMARY KEY, form INTEGER NOT NULL,"
    " edition INTEGER NOT NULL, year INTEGER NOT NULL, counts INTEGER NOT NULL,"
    " unread INTEGER NOT NULL, absent INTEGER NOT NULL, blank INTEGER NOT NULL, name TEXT NOT NULL,"
    " path TEXT NOT NULL);\n"
    "CREATE TABLE total_cell(total INTEGER NOT NULL, cell INTEGER NOT NULL, state INTEGER NOT NULL,"
    " value INTEGER, printed TEXT NOT NULL, tbl INTEGER NOT NULL, row INTEGER NOT NULL,"
    " place INTEGER NOT NULL, PRIMARY KEY(total, cell)) WITHOUT ROWID;\n"
    "CREATE VIEW total_list(name, year, edition, \"table\", \"row\", \"column\", printed, value,"
    " state, place, path, form, cell, slot, raw) AS SELECT t.name, t.year, e.short, c.\"table\","
    " c.\"row\", c.\"column\", d.printed,"
    " CASE WHEN d.value % c.factor = 0 THEN d.value / c.factor ELSE d.value * 1.0 / c.factor END,"
    " CASE d.state WHEN 0 THEN 'number' WHEN 1 THEN 'blank' WHEN 2 THEN 'text' WHEN 3 THEN 'unread'"
    " ELSE 'inferred' END,"
    PLACE_TEXT("d.tbl", "d.row", "d.place") ", t.path, t.form, c.cell, c.slot, d.value"
    " FROM total_row t JOIN edition e ON e.id = t.edition JOIN total_cell d ON d.total = t.id"
    " JOIN edition_cell c ON c.edition = t.edition AND c.cell = d.cell WHERE t.counts = 1;\n";

/* Where the heading of a section stands. */
const char *const schema_headings =
    "CREATE VIEW report_heading(report, section, astray, place) AS SELECT r.id, e.key / 2 + 1,"
    " (r.astray >> (e.key / 2 + 1)) & 1,"
    PLACE_TEXT("e.value", "json_extract(r.heading_places, '$[' || (e.key + 1) || ']')", "0")
    " FROM report r, json_each(r.heading_places) e WHERE e.key % 2 = 0"
    " AND (r.headings >> (e.key / 2 + 1)) & 1 = 1;\n";

/* What other programs see. The plus keeps SQLite from looking for reports by `counts`, which nearly
 * all of them have: by agency there are few. */
const char *const schema_views =
    "CREATE VIEW report_cell(report, counts, slot, cell, agency, year, edition, \"table\", \"row\","
    " \"column\", printed, value, state, place)"
    " AS SELECT r.id, r.counts, c.slot, c.cell, a.name, r.year, e.short, c.\"table\", c.\"row\", "
    "c.\"column\","
    " CASE WHEN d.cell IS NULL THEN '0' ELSE coalesce(d.printed, CAST(d.value AS TEXT)) END,"
    " CASE WHEN d.cell IS NULL THEN 0 WHEN d.value IS NULL THEN NULL"
    " WHEN d.value % c.factor = 0 THEN d.value / c.factor ELSE d.value * 1.0 / c.factor END,"
    " CASE coalesce(d.state, 0) WHEN 0 THEN 'number' WHEN 1 THEN 'blank' WHEN 2 THEN 'text'"
    " WHEN 3 THEN 'unread' ELSE 'inferred' END,"
    CELL_PLACE
    " FROM report r JOIN agency a ON a.id = r.agency JOIN edition e ON e.id = r.edition"
    " JOIN edition_cell c ON c.edition = r.edition AND (r.tables >> c.tbl) & 1"
    " LEFT JOIN reading d ON d.report = r.id AND d.cell = c.cell"
    " LEFT JOIN layout_place p ON p.layout = r.layout AND p.slot = c.slot;\n"
    "CREATE VIEW cell(agency, year, edition, \"table\", \"row\", \"column\", printed, value, state,"
    " place) AS SELECT agency, year, edition, \"table\", \"row\", \"column\", printed, value,"
    " state, place FROM report_cell WHERE +counts = 1;\n"

    "CREATE VIEW report_list(agency, year, edition, counts, blank, unread, inferred, doubts, path,"
    " title, signed_on) AS SELECT a.name, r.year, e.short, r.counts, r.blank, r.unread, r.inferred,"
    " r.doubts, r.path, r.title, r.signed_on FROM report r JOIN agency a ON a.id = r.agency"
    " JOIN edition e ON e.id = r.edition;\n"
    "CREATE VIEW load_list(path, member, verdict, agency, year, doubts, reason, place) AS"
    " SELECT f.path, f.member, f.verdict, a.name, r.year, f.doubts, f.reason,"
    PLACE_TEXT("f.tbl", "f.row", "f.cell")
    " FROM load_file f LEFT JOIN report r ON r.id = f.report"
    " LEFT JOIN agency a ON a.id = r.agency ORDER BY f.id;\n"
    "CREATE VIEW agency_list(agency, region, level, function, parent, consolidated, listed,"
    " reports, code, government, region_why, level_why, function_why) AS SELECT a.name, g.path,"
    " l.key, a.function, p.name, a.consolidated, a.listed,"
    " (SELECT count(*) FROM report r WHERE r.agency = a.id AND r.counts = 1), g.code,"
    " a.government, CASE WHEN a.declared & 1 THEN 'declared' ELSE a.region_why END,"
    " CASE WHEN a.declared & 2 THEN 'declared' ELSE a.level_why END,"
    " CASE WHEN a.declared & 4 THEN 'declared' ELSE a.function_why END"
    " FROM agency a LEFT JOIN region g ON g.id = a.region LEFT JOIN agency p ON p.id = a.parent"
    " LEFT JOIN level l ON l.id = a.level;\n";

/* Contentless, without positions: it says which sections hold all trigrams of a word. Folding is
 * done before, so case counts. A large part is gathered in memory before it is written. */
const char *const schema_search =
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(text, content = '', columnsize = 0,"
    " detail = none, tokenize = 'trigram case_sensitive 1');\n"
    "INSERT INTO search(search, rank) VALUES('hashsize', 33554432);\n";

static const char *const statements[SQL_COUNT] = {
    [SQL_DATA_VERSION] = "PRAGMA data_version",
    [SQL_LAST_REPORT] = "SELECT coalesce(max(id), 0) FROM report",
    [SQL_AGENCY_OF_ALIAS] = "SELECT agency FROM alias WHERE folded = ?1",
    [SQL_AGENCY_OF_NAME] = "SELECT id FROM agency WHERE folded = ?1",
    [SQL_AGENCY_ADD] = "INSERT INTO agency(name, folded) VALUES(?1, ?2)",
    [SQL_REPORT_ADD] =
        "INSERT INTO report VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
        " ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
    /* FAIL instead of ABORT: undoing one statement would take a second journal, and batch.c undoes
     * the whole batch anyway. */
    [SQL_READING_ADD] = "INSERT OR FAIL INTO reading SELECT a, b, c, d, e FROM feed",
    [SQL_FACT_ADD] = "INSERT OR FAIL INTO fact SELECT a, b, c, d FROM feed",
    [SQL_ODD_ADD] = "INSERT OR FAIL INTO odd SELECT a, b, c FROM feed",
    [SQL_SECTION_ADD] = "INSERT INTO section VALUES(?1, ?2, ?3, ?4, ?5)",
    [SQL_REMARK_ADD] = "INSERT INTO remark VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [SQL_LAYOUT_FIND] = "SELECT id FROM layout WHERE hash = ?1",
    [SQL_LAYOUT_ADD] = "INSERT INTO layout(hash) VALUES(?1)",
    [SQL_PLACE_ADD] = "INSERT INTO layout_place VALUES(?1, ?2, ?3, ?4, ?5)",
    [SQL_FILE_ADD] = "INSERT INTO load_file VALUES(NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [SQL_FILES_CLEAR] = "DELETE FROM load_file",
    [SQL_SEARCH_LESS] = "UPDATE meta SET value = ?1 WHERE key = 'search' AND value > ?1",

    /* The first row is the one that counts. A cell whose whole table is absent could not be read
     * either; otherwise half a report would win over a whole one. */
    [SQL_VERSIONS] =
        "SELECT id, counts, path FROM report WHERE agency = ?1 AND year = ?2 AND"
        " form = ?3 ORDER BY unread + absent, inferred, blank, path, id",
    [SQL_VERSIONS_WHY] =
        "SELECT id, path, unread + absent, inferred, blank FROM report WHERE agency = ?1 AND"
        " year = ?2 AND form = ?3 ORDER BY unread + absent, inferred, blank, path, id",
    [SQL_VERSIONS_OF_YEAR] = "SELECT id, counts FROM report WHERE agency = ?1 AND year = ?2",
    [SQL_OLD_OF_PATH] =
        "SELECT id, counts, agency, year, form FROM report"
        " WHERE path = ?1 AND id <= ?2",
    [SQL_ROLL_ADD] =
        "INSERT INTO roll SELECT a, b, sum(d >> 32), sum(d & 4294967295) FROM feed WHERE TRUE"
        " GROUP BY a, b ON CONFLICT DO UPDATE SET hi = hi + excluded.hi, lo = lo + excluded.lo",
    [SQL_ROLL_LESS] =
        "INSERT INTO roll SELECT d.cell, r.year, -(d.value >> 32), -(d.value & 4294967295)"
        " FROM report r JOIN reading d ON d.report = r.id WHERE r.id = ?1 AND d.value <> 0"
        " ON CONFLICT DO UPDATE SET hi = hi + excluded.hi, lo = lo + excluded.lo",
    [SQL_ROLL_MORE] =
        "INSERT INTO roll SELECT d.cell, r.year, (d.value >> 32), (d.value & 4294967295)"
        " FROM report r JOIN reading d ON d.report = r.id WHERE r.id = ?1 AND d.value <> 0"
        " ON CONFLICT DO UPDATE SET hi = hi + excluded.hi, lo = lo + excluded.lo",
    [SQL_FACTS_DROP] =
        "DELETE FROM fact WHERE report = ?1 AND"
        " year = (SELECT year FROM report WHERE id = ?1) AND"
        " cell IN (SELECT cell FROM reading WHERE report = ?1)",
    [SQL_ODDS_DROP] =
        "DELETE FROM odd WHERE report = ?1 AND"
        " cell IN (SELECT cell FROM reading WHERE report = ?1 AND state <> 0)",
    [SQL_FACTS_MAKE] =
        "INSERT INTO fact SELECT d.cell, r.year, r.id, d.value FROM report r"
        " JOIN reading d ON d.report = r.id WHERE r.id = ?1 AND d.value <> 0",
    [SQL_ODDS_MAKE] =
        "INSERT INTO odd SELECT cell, report, state FROM reading"
        " WHERE report = ?1 AND state <> 0",
    [SQL_COUNTS_SET] = "UPDATE report SET counts = ?2 WHERE id = ?1",
    [SQL_READINGS_DROP] = "DELETE FROM reading WHERE report = ?1",
    [SQL_SECTIONS_DROP] = "DELETE FROM section WHERE id BETWEEN ?1 AND ?2",
    [SQL_REMARKS_DROP] = "DELETE FROM remark WHERE report = ?1",
    [SQL_REPORT_DROP] = "DELETE FROM report WHERE id = ?1",
    [SQL_AGENCY_TIDY] =
        "DELETE FROM agency WHERE id = ?1 AND listed = 0 AND"
        " NOT EXISTS (SELECT 1 FROM report WHERE agency = ?1) AND"
        " NOT EXISTS (SELECT 1 FROM agency WHERE parent = ?1) AND"
        " NOT EXISTS (SELECT 1 FROM alias WHERE agency = ?1)",

    [SQL_LAST_TOTAL] = "SELECT coalesce(max(id), 0) FROM total_row",
    [SQL_TOTAL_CELLS_DROP] =
        "DELETE FROM total_cell WHERE total IN (SELECT id FROM total_row"
        " WHERE form = ?1 AND year = ?2 AND path = ?3)",
    [SQL_TOTAL_DROP] = "DELETE FROM total_row WHERE form = ?1 AND year = ?2 AND path = ?3",
    [SQL_TOTAL_ADD] = "INSERT INTO total_row VALUES(?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9)",
    [SQL_TOTAL_CELL_ADD] = "INSERT INTO total_cell VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    /* As among versions of a report. */
    [SQL_TOTAL_SETTLE] =
        "UPDATE total_row SET counts = (id = (SELECT t.id FROM total_row t WHERE t.form = ?1 AND"
        " t.year = ?2 ORDER BY t.unread + t.absent, t.blank, t.path LIMIT 1))"
        " WHERE form = ?1 AND year = ?2",

    [SQL_TOTALS_OLD] = "SELECT form, year FROM total_row WHERE path = ?1 AND id <= ?2",
    [SQL_SEARCH_UPTO] = "SELECT value FROM meta WHERE key = 'search'",
    [SQL_SEARCH_ROWS] = "SELECT value FROM meta WHERE key = 'search rows'",
    [SQL_SEARCH_NOTE] = "INSERT OR REPLACE INTO meta VALUES('search', ?1), ('search rows', ?2)",
    [SQL_SEARCH_NEXT] = "SELECT id, text FROM section WHERE id > ?1 ORDER BY id LIMIT ?2",
    [SQL_SEARCH_ADD] = "INSERT INTO search(rowid, text) VALUES(?1, ?2)",
    [SQL_SEARCH_NEEDED] = "SELECT count(*) FROM section WHERE id <= ?1",
    [SQL_SEARCH_CLEAR] = "INSERT INTO search(search) VALUES('delete-all')",
    [SQL_LAST_SECTION] = "SELECT coalesce(max(id), 0) FROM section",

    [SQL_AGENCY_NAME] = "SELECT name FROM agency WHERE id = ?1",
    /* ?2: the columns that the list has, as enum declared_field; ?3: those in which the row says
     * something. What it leaves empty is derived again. */
    [SQL_AGENCY_UPDATE] =
        "UPDATE agency SET listed = 1, settled = 0, declared = (declared & ~?2) | ?3,"
        " region = CASE WHEN ?2 & 1 THEN ?4 ELSE region END,"
        " level = CASE WHEN ?2 & 2 THEN ?5 ELSE level END,"
        " function = CASE WHEN ?2 & 4 THEN ?6 ELSE function END,"
        " consolidated = CASE WHEN ?7 THEN ?8 ELSE consolidated END"
        " WHERE id = ?1",
    [SQL_UNSETTLED] = "SELECT id, name, declared, region FROM agency WHERE settled = 0",
    [SQL_UNSETTLE] = "UPDATE agency SET settled = 0 WHERE id = ?1 AND settled = 2",
    [SQL_UNSETTLE_OF] =
        "UPDATE agency SET settled = 0 WHERE settled = 2 AND"
        " id = (SELECT agency FROM report WHERE id = ?1)",
    /* A region is there for the agencies in it; holes among the numbers do not matter. */
    [SQL_REGIONS_TIDY] =
        "DELETE FROM region WHERE NOT EXISTS"
        " (SELECT 1 FROM agency a WHERE a.region BETWEEN region.id AND region.last)",
    [SQL_SETTLE] =
        "UPDATE agency SET settled = ?2, government = ?3,"
        " region = CASE WHEN declared & 1 THEN region ELSE ?4 END, region_why = ?5,"
        " level = CASE WHEN declared & 2 THEN level ELSE ?6 END, level_why = ?7,"
        " function = CASE WHEN declared & 4 THEN function ELSE ?8 END, function_why = ?9"
        " WHERE id = ?1",
    [SQL_REPORTS_SAY] =
        "SELECT id, year, title, sender FROM report WHERE agency = ?1 AND counts = 1"
        " ORDER BY year, path LIMIT ?2",
    [SQL_SECTIONS_SAY] = "SELECT n, text FROM section WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
    [SQL_AGENCY_PARENT] = "UPDATE agency SET parent = ?2 WHERE id = ?1",
    [SQL_PARENT_OF] = "SELECT parent FROM agency WHERE id = ?1",
    [SQL_ALIAS_ADD] = "INSERT INTO alias VALUES(?1, ?2, ?3)",
    [SQL_REPORTS_OF_AGENCY] = "SELECT DISTINCT year, form FROM report WHERE agency = ?1",
    [SQL_REPORT_MOVE] = "UPDATE report SET agency = ?2 WHERE agency = ?1",
    [SQL_ALIASES_MOVE] = "UPDATE alias SET agency = ?2 WHERE agency = ?1",
    [SQL_CHILDREN_MOVE] = "UPDATE agency SET parent = ?2 WHERE parent = ?1",
    [SQL_AGENCY_DROP] = "DELETE FROM agency WHERE id = ?1",
    [SQL_REGIONS] = "SELECT id, parent, name, code, place FROM region ORDER BY id",
    [SQL_REGIONS_CLEAR] = "DELETE FROM region",
    [SQL_REGION_ADD] = "INSERT INTO region VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    /* Renumbering in two steps: below 0 the new numbers cannot meet old ones. */
    [SQL_REGION_SHIFT] = "UPDATE agency SET region = -?2 WHERE region = ?1",
    [SQL_RULES_KNOWN] = "SELECT id, key, hash, coalesce(seconds, 0) FROM check_rule ORDER BY id",
    [SQL_STALE] = "SELECT count(*) FROM check_stale",
    /* A consolidated report is compared with those of the agencies below it. */
    [SQL_STALE_ABOVE] =
        "INSERT OR IGNORE INTO check_stale WITH RECURSIVE above(id) AS (SELECT agency FROM "
        "check_stale UNION SELECT a.parent FROM above b CROSS JOIN agency a ON a.id = b.id WHERE "
        "a.parent IS NOT NULL) SELECT a.id FROM above b CROSS JOIN agency a ON a.id = b.id WHERE "
        "a.consolidated = 1",
    [SQL_RULE_NUMBER] = "SELECT id FROM check_rule WHERE key = ?1",
    [SQL_RULE_ADD] = "INSERT INTO check_rule(key, hash) VALUES(?1, ?2)",
    [SQL_RULE_DONE] = "UPDATE check_rule SET seconds = ?2 WHERE id = ?1",
    [SQL_RULE_FORGET] = "DELETE FROM check_rule WHERE id = ?1",
    [SQL_RESULTS_DROP] = "DELETE FROM check_result WHERE rule = ?1",
    [SQL_RESULTS_DROP_STALE] =
        "DELETE FROM check_result WHERE rule = ?1 AND agency IN (SELECT agency FROM check_stale)",
    [SQL_STALE_CLEAR] = "DELETE FROM check_stale",
    [SQL_REGION_SETTLE] = "UPDATE agency SET region = -region WHERE region < 0",
};

struct str schema_statement(enum schema_sql which) {
  return str_from_z(statements[which]);
}
