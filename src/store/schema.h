/* schema: all SQL that the store itself runs: its tables and views, and the statements by which
 * the other files of store/ read and write them. The SQL of questions is not here.
 */
#ifndef OGI_STORE_SCHEMA_H
#define OGI_STORE_SCHEMA_H

#include "base/str.h"

/* In the header of the file; "OGIp". Other programs leave 0 or have a number of their own. */
#define SCHEMA_APPLICATION 0x4F474970
/* Raised when tables change in a way that an older program cannot use. */
#define SCHEMA_VERSION 11

/* Make an empty database a panel. */
extern const char *const schema_agencies, *const schema_tables, *const schema_totals;
extern const char *const schema_views, *const schema_headings;
/* For results of checks; and a temporary copy, for a panel that cannot be written. */
extern const char *const schema_checks, *const schema_stale;
extern const char *const schema_temp_checks, *const schema_copy_checks;
/* The reports to be tried (sql/rules.h). */
extern const char *const schema_todo;
/* Makes the index of words where there is none; a panel that nobody searches has none. */
extern const char *const schema_search;

/* A section is found by number alone: its id is report * SCHEMA_SECTIONS + n. */
#define SCHEMA_SECTIONS 64

enum schema_sql {
  /* put.c: one report */
  SQL_DATA_VERSION,
  SQL_LAST_REPORT,
  SQL_AGENCY_OF_ALIAS,
  SQL_AGENCY_OF_NAME,
  SQL_AGENCY_ADD,
  SQL_REPORT_ADD,
  SQL_READING_ADD,
  SQL_FACT_ADD,
  SQL_ODD_ADD,
  SQL_ROLL_ADD,
  SQL_SECTION_ADD,
  SQL_REMARK_ADD,
  SQL_LAYOUT_FIND,
  SQL_LAYOUT_ADD,
  SQL_PLACE_ADD,
  SQL_FILE_ADD,
  SQL_FILES_CLEAR,
  SQL_SEARCH_LESS,
  /* versions.c: which one counts */
  SQL_VERSIONS,
  SQL_VERSIONS_WHY,
  SQL_VERSIONS_OF_YEAR,
  SQL_OLD_OF_PATH,
  SQL_ROLL_LESS,
  SQL_ROLL_MORE,
  SQL_FACTS_DROP,
  SQL_ODDS_DROP,
  SQL_FACTS_MAKE,
  SQL_ODDS_MAKE,
  SQL_COUNTS_SET,
  SQL_READINGS_DROP,
  SQL_SECTIONS_DROP,
  SQL_REMARKS_DROP,
  SQL_REPORT_DROP,
  SQL_AGENCY_TIDY,
  /* totals.c */
  SQL_LAST_TOTAL,
  SQL_TOTAL_CELLS_DROP,
  SQL_TOTAL_DROP,
  SQL_TOTAL_ADD,
  SQL_TOTAL_CELL_ADD,
  SQL_TOTAL_SETTLE,
  SQL_TOTALS_OLD,
  /* search.c: the index of words */
  SQL_SEARCH_UPTO,
  SQL_SEARCH_ROWS,
  SQL_SEARCH_NOTE,
  SQL_SEARCH_NEXT,
  SQL_SEARCH_ADD,
  SQL_SEARCH_NEEDED,
  SQL_SEARCH_CLEAR,
  SQL_LAST_SECTION,
  /* agencies.c and regions.c */
  SQL_AGENCY_NAME,
  SQL_AGENCY_UPDATE,
  SQL_UNSETTLED,
  SQL_UNSETTLE,
  SQL_UNSETTLE_OF,
  SQL_REGIONS_TIDY,
  SQL_SETTLE,
  SQL_REPORTS_SAY,
  SQL_SECTIONS_SAY,
  SQL_AGENCY_PARENT,
  SQL_PARENT_OF,
  SQL_ALIAS_ADD,
  SQL_REPORTS_OF_AGENCY,
  SQL_REPORT_MOVE,
  SQL_ALIASES_MOVE,
  SQL_CHILDREN_MOVE,
  SQL_AGENCY_DROP,
  SQL_REGIONS,
  SQL_REGIONS_CLEAR,
  SQL_REGION_ADD,
  SQL_REGION_SHIFT,
  SQL_REGION_SETTLE,
  /* results.c */
  SQL_RULES_KNOWN,
  SQL_STALE,
  SQL_STALE_ABOVE,
  SQL_RULE_NUMBER,
  SQL_RULE_ADD,
  SQL_RULE_DONE,
  SQL_RULE_FORGET,
  SQL_RESULTS_DROP,
  SQL_RESULTS_DROP_STALE,
  SQL_STALE_CLEAR,
  SQL_COUNT
};

struct str schema_statement(enum schema_sql which);

#endif
