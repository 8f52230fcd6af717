/* The grammar of ogi. Productions build tree nodes and do nothing else; what a statement means is
 * decided later, by src/plan. One parse takes one statement: the lexer finds where it ends.
 *
 * No conflicts, and no precedence but the line below. Words that only mean something in one place
 * are no reserved words: %fallback makes them names everywhere else. Two traps of Lemon (a test looks
 * for the first): an optional NAME before a list that may be empty eats keywords, and A|B|C on a
 * right-hand side is one symbol, not three productions.
 */
%name ogi_parser_
%token_prefix TOK_
%token_type {struct token}
%default_type {struct node *}
%extra_context {struct parse *parse}
/* Deep enough for any statement a person writes; deeper ones end in a located error. */
%stack_size 400

%include {
#include "lang/parse.h"
#include "lang/tree.h"
#include <assert.h>
}

%syntax_error { parse_rejects(parse, TOKEN); }
%stack_overflow { parse_overflows(parse); }

%fallback NAME
  SUM AVG MEDIAN MIN MAX STDDEV PNN FIRST LAST STATED GAP COUNT
  REPORTS FIND CLAIMS SECTION SHOW REPORT DESCRIBE MEMBERS LOAD RELOAD DROP SET USE HELP EXPLAIN DEFINE QUIT TUTORIAL
  TOKENS TREE PLAN SQL DEPTH LEAVES TOTAL TOP BOTTOM TIES LIMIT ORDER ASC DESC
  OWN CONSOLIDATED MIXED OK TABLE FORM IS SHARE RATE CHANGE OTHERS TRACE MISSING COMPARE FLOW PEERS
  ASSERT SEVERITY BECAUSE EACH SAVE SESSION ASSERTING STEPS
  MEASURE QUERY SOURCE RUN EDIT WHAT IF BASE RANK BALANCED
  CHECK ALL TIMING FORMAT TEST EXPECT PLOT DIAGNOSE CLEAN DOUBT WAIVE WAIVERS STALE UNTIL BASELINE LATEST.

/* Messages name what could come next in this order, keywords before them. */
%token NOT BETWEEN IN UNDER AND OR EQ RP PLUS MINUS STAR SLASH.

/* `by` right after `top N`, `depth` right after a dimension belong to these. */
%nonassoc LOW.
%nonassoc BY DEPTH LEAVES ASC DESC TIES.

%start_symbol script

script ::= stmt(A). { parse->tree = A; }
script ::= . { parse->tree = node_new(parse, NODE_NOTHING); }

/* --- Statements ------------------------------------------------------------------------------- */

stmt(A) ::= asking(B). { A = B; }
/* What asks the panel for an answer: may be kept under a name, and asked of a panel with a cell changed. */
asking(A) ::= query(B). { A = B; }

/* plot sum received by year as line to "f.svg";  plot flow of "X" 2021 as bar */
stmt(A) ::= plotting(B). { A = B; }
plotting(A) ::= PLOT(T) query(Q). { A = node_with(parse, NODE_PLOT, T, Q); A->text = (struct str){0}; }
plotting(A) ::= PLOT(T) reporting(Q). { A = node_with(parse, NODE_PLOT, T, Q); A->text = (struct str){0}; }
plotting(A) ::= PLOT(T) reporting(Q) AS(S) label(N) compareclauses(C). { node_add(Q, node_with(parse, NODE_AS, S, N)); node_adopt(Q, C); A = node_with(parse, NODE_PLOT, T, Q); A->text = (struct str){0}; }

/* explain sql sum received by year */
stmt(A) ::= EXPLAIN(E) level(L) query(Q). { A = node_token(parse, NODE_EXPLAIN, L); node_add(A, Q); node_cover(A, E); }
stmt(A) ::= EXPLAIN(E) query(Q). { A = node_token(parse, NODE_EXPLAIN, E); A->text = (struct str){0}; node_add(A, Q); }
/* explain sql for postgres sum received by year */
stmt(A) ::= EXPLAIN(E) SQL(L) FOR name(N) query(Q). { A = node_token(parse, NODE_EXPLAIN, L); node_add(A, Q); node_add(A, N); node_cover(A, E); }
%type level {struct token}
level(A) ::= TOKENS(T). { A = T; }
level(A) ::= TREE(T). { A = T; }
level(A) ::= PLAN(T). { A = T; }
level(A) ::= SQL(T). { A = T; }
level(A) ::= STEPS(T). { A = T; }

/* sql select agency, year from report_list to "f.csv": RAW is the SQL, as it was typed */
stmt(A) ::= SQL(T) RAW(R). { A = node_with(parse, NODE_SQL, T, node_token(parse, NODE_RAW, R)); }
stmt(A) ::= SQL(T) RAW(R) to(O). { A = node_with(parse, NODE_SQL, T, node_token(parse, NODE_RAW, R)); node_add(A, O); }

/* load "reports/", "b.html";  load "agencies.csv" as agencies */
stmt(A) ::= LOAD(T) strings(S). { A = node_token(parse, NODE_LOAD, T); node_adopt(A, S); }
stmt(A) ::= LOAD(T) strings(S) AS label(N). { A = node_token(parse, NODE_LOAD, T); node_adopt(A, S); node_add(A, node_wrap(parse, NODE_AS, N)); }
/* load "f.html" as report of "X" 2023 */
stmt(A) ::= LOAD(T) strings(S) AS REPORT OF label(N) INT(Y). { A = node_token(parse, NODE_LOAD, T); node_adopt(A, S); node_add(A, node_pair(parse, NODE_SUBJECT, N, node_token(parse, NODE_INT, Y))); }
/* reload;  reload "a.html" */
stmt(A) ::= RELOAD(T). { A = node_token(parse, NODE_RELOAD, T); }
stmt(A) ::= RELOAD(T) strings(S). { A = node_token(parse, NODE_RELOAD, T); node_adopt(A, S); }
/* drop report "X" 2021;  drop measure substantive */
stmt(A) ::= DROP(T) REPORT subject(S). { A = node_token(parse, NODE_DROP, T); node_add(A, S); }
stmt(A) ::= DROP(T) kind(K) label(N). { A = node_token(parse, NODE_DROP_DEFINITION, K); node_add(A, N); node_cover(A, T); }

/* set year 2021;  set blank unknown;  set format = csv;  set */
stmt(A) ::= SET(T). { A = node_token(parse, NODE_SET, T); }
stmt(A) ::= SET(T) words(W). { A = node_token(parse, NODE_SET, T); node_adopt(A, W); }
stmt(A) ::= SET(T) words(W) EQ words(V). { A = node_token(parse, NODE_SET, T); node_adopt(A, W); node_adopt(A, V); }
/* use "questions.ogi";  use form cn */
stmt(A) ::= USE(T) string(S). { A = node_token(parse, NODE_USE, T); node_add(A, S); }
stmt(A) ::= USE(T) FORM name(N). { A = node_token(parse, NODE_USE, T); node_add(A, N); }
/* report "brief.ogi" to "brief.html": a script as a page */
stmt(A) ::= REPORT(T) string(S) to(O). { A = node_with(parse, NODE_REPORT, T, S); node_add(A, O); }
/* help;  help where */
stmt(A) ::= HELP(T). { A = node_token(parse, NODE_HELP, T); }
stmt(A) ::= HELP(T) helpwords(W). { A = node_token(parse, NODE_HELP, T); node_adopt(A, W); }
stmt(A) ::= TUTORIAL(T). { A = node_token(parse, NODE_TUTORIAL, T); }
stmt(A) ::= QUIT(T). { A = node_token(parse, NODE_QUIT, T); }

/* describe outcome;  members of requester */
stmt(A) ::= DESCRIBE(T) label(N). { A = node_token(parse, NODE_DESCRIBE, T); node_add(A, N); }
stmt(A) ::= DESCRIBE(T) label(N) to(O). { A = node_token(parse, NODE_DESCRIBE, T); node_add(A, N); node_add(A, O); }
stmt(A) ::= MEMBERS(T) OF label(N). { A = node_token(parse, NODE_MEMBERS, T); node_add(A, N); }
stmt(A) ::= MEMBERS(T) OF label(N) to(O). { A = node_token(parse, NODE_MEMBERS, T); node_add(A, N); node_add(A, O); }

/* compare "X" 2020 with 2021;  compare "X" 2021 with "Y";  compare MEMBER of MEASURE of "X" with peers 2021 */
asking(A) ::= reporting(B). { A = B; }
reporting(A) ::= COMPARE(T) subject(S) WITH targets(G) compareclauses(C). { A = node_token(parse, NODE_COMPARE_REPORTS, T); node_add(A, S); node_add(A, G); node_adopt(A, C); }
reporting(A) ::= COMPARE(T) mor(M) OF subject(S) WITH targets(G) compareclauses(C). { A = node_token(parse, NODE_COMPARE_REPORTS, T); node_add(A, S); node_add(A, G); node_add(A, M); node_adopt(A, C); }
reporting(A) ::= COMPARE(T) mor(M) OF label(L) OF subject(S) WITH targets(G) compareclauses(C). { A = node_token(parse, NODE_COMPARE_REPORTS, T); node_add(A, S); node_add(A, G); node_add(A, node_pair(parse, NODE_OF, M, L)); node_adopt(A, C); }
targets(A) ::= target(B). { A = node_wrap(parse, NODE_LIST, B); }
targets(A) ::= targets(B) COMMA target(C). { A = B; node_add(A, C); }
target(A) ::= subject(B). { A = B; }
target(A) ::= years(B). { A = B; }
target(A) ::= PEERS(T). { A = node_token(parse, NODE_PEERS, T); }
target(A) ::= PEERS(T) years(Y). { A = node_with(parse, NODE_PEERS, T, Y); }
target(A) ::= PEERS(T) placeholder(Y). { A = node_with(parse, NODE_PEERS, T, Y); }
compareclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
compareclauses(A) ::= compareclauses(B) to(C). { A = B; node_add(A, C); }
/* flow of "X" 2019..2021 */
reporting(A) ::= FLOW(T) OF subject(S) compareclauses(C). { A = node_with(parse, NODE_FLOW, T, S); node_adopt(A, C); }

/* trace 3,2: the source cells of row 3, column 2 of the last answer;  trace 3,2 limit 20 to "f.csv" */
stmt(A) ::= TRACE(T) INT(R) COMMA INT(C) traceclauses(L). { A = node_with(parse, NODE_TRACE, T, node_token(parse, NODE_INT, R)); node_add(A, node_token(parse, NODE_INT, C)); node_adopt(A, L); }
traceclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
traceclauses(A) ::= traceclauses(B) LIMIT(T) INT(N). { A = B; node_add(A, node_with(parse, NODE_LIMIT, T, node_token(parse, NODE_INT, N))); }
traceclauses(A) ::= traceclauses(B) to(O). { A = B; node_add(A, O); }

/* show report "X" 2021 table 3 */
asking(A) ::= SHOW(T) REPORT subject(S) showclauses(C). { A = node_token(parse, NODE_SHOW_REPORT, T); node_add(A, S); node_adopt(A, C); }
showclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
showclauses(A) ::= showclauses(B) TABLE(T) INT(N). { A = B; node_add(A, node_with(parse, NODE_TABLE, T, node_token(parse, NODE_INT, N))); }
showclauses(A) ::= showclauses(B) to(O). { A = B; node_add(A, O); }

/* assert sum received = 66 where year=2021;  assert rate disclosed of applications by year between 0.4 and 1 */
stmt(A) ::= ASSERT(T) head(H) assertclauses(C) wanted(W) assertclauses(D). { A = node_with(parse, NODE_ASSERT, T, H); node_adopt(A, C); node_add(A, W); node_adopt(A, D); }
/* assert run yearly("X") > 0 */
stmt(A) ::= ASSERT(T) RUN(R) label(N) args(G) assertclauses(C) wanted(W) assertclauses(D). { A = node_with(parse, NODE_RUN, R, N); node_add(A, G); A = node_with(parse, NODE_ASSERT, T, A); node_adopt(A, C); node_add(A, W); node_adopt(A, D); }
/* assert not missing reports for 2021 because "…" */
stmt(A) ::= ASSERT(T) NOT query(Q) remarks(R). { A = node_with(parse, NODE_ASSERT, T, Q); A->flag = true; node_adopt(A, R); }
assertclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
assertclauses(A) ::= assertclauses(B) clause(C). { A = B; node_add(A, C); }
assertclauses(A) ::= assertclauses(B) remark(C). { A = B; node_add(A, C); }
assertclauses(A) ::= assertclauses(B) FOR(T) EACH labels(L). { A = B; node_add(A, node_token(parse, NODE_EACH, T)); node_adopt(A->last, L); }
remarks(A) ::= . { A = node_new(parse, NODE_LIST); }
remarks(A) ::= remarks(B) remark(C). { A = B; node_add(A, C); }
/* severity warn;  because "the seed report says so" */
remark(A) ::= SEVERITY(T) label(L). { A = node_with(parse, NODE_SEVERITY, T, L); }
remark(A) ::= BECAUSE(T) string(S). { A = node_with(parse, NODE_BECAUSE, T, S); }
/* = 66;  between 0.4 and 1;  is missing;  = stated received;  = (sum received where year=2020) */
wanted(A) ::= compare(O) side(S). { A = node_with(parse, NODE_WANTED, O, S); }
wanted(A) ::= BETWEEN(O) sum(B) AND sum(C). { A = node_with(parse, NODE_WANTED, O, B); node_add(A, C); }
wanted(A) ::= NOT BETWEEN(O) sum(B) AND sum(C). { A = node_with(parse, NODE_WANTED, O, B); node_add(A, C); A->flag = true; }
wanted(A) ::= IS(O) name(B). { A = node_with(parse, NODE_WANTED, O, B); }
wanted(A) ::= IS(O) NOT name(B). { A = node_with(parse, NODE_WANTED, O, B); A->flag = true; }
side(A) ::= sum(B). { A = B; }
side(A) ::= head(H). { A = H; }
side(A) ::= LP(L) query(Q) RP(R). { A = Q; node_cover(A, L); node_cover(A, R); }

/* save session as "audit.ogi";  save session as "audit.ogi" asserting */
stmt(A) ::= SAVE(T) SESSION AS string(S). { A = node_with(parse, NODE_SAVE, T, S); }
stmt(A) ::= SAVE(T) SESSION AS string(S) ASSERTING(E). { A = node_with(parse, NODE_SAVE, T, S); A->flag = true; node_cover(A, E); }

/* show load;  show load where verdict = rejected to "rejected.csv" */
stmt(A) ::= SHOW(T) LOAD loadclauses(C). { A = node_token(parse, NODE_SHOW_LOAD, T); node_adopt(A, C); }
loadclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
loadclauses(A) ::= loadclauses(B) WHERE(T) cond(C). { A = B; node_add(A, node_with(parse, NODE_WHERE, T, C)); }
loadclauses(A) ::= loadclauses(B) to(O). { A = B; node_add(A, O); }

/* what if stated applications for "X" 2021 = 131, received where requester=company for "X" 2021 = 5: gap applications by year */
stmt(A) ::= WHAT(T) IF changes(C) COLON asking(Q). { A = node_with(parse, NODE_WHAT_IF, T, C); node_add(A, Q); }
stmt(A) ::= WHAT(T) IF changes(C) COLON checking(Q). { A = node_with(parse, NODE_WHAT_IF, T, C); node_add(A, Q); }
stmt(A) ::= WHAT(T) IF changes(C) COLON plotting(Q). { A = node_with(parse, NODE_WHAT_IF, T, C); node_add(A, Q); }
changes(A) ::= supposed(B). { A = node_wrap(parse, NODE_LIST, B); }
changes(A) ::= changes(B) COMMA supposed(C). { A = B; node_add(A, C); }
changes(A) ::= changes(B) AND supposed(C). { A = B; node_add(A, C); }
supposed(A) ::= figure(F) FOR subject(S) EQ figurevalue(V). { A = node_pair(parse, NODE_SUPPOSED, F, S); node_add(A, V); }
figure(A) ::= measure(M) cells(C). { A = node_wrap(parse, NODE_FIGURE, M); node_adopt(A, C); }
figure(A) ::= STATED(T) measure(M) cells(C). { A = node_with(parse, NODE_FIGURE, T, M); node_adopt(A, C); }
cells(A) ::= . { A = node_new(parse, NODE_LIST); }
cells(A) ::= WHERE(T) cond(C). { A = node_wrap(parse, NODE_LIST, node_with(parse, NODE_WHERE, T, C)); }
figurevalue(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
figurevalue(A) ::= DEC(T). { A = node_token(parse, NODE_DECIMAL, T); }
figurevalue(A) ::= MINUS(M) INT(T). { A = node_with(parse, NODE_NEGATE, M, node_token(parse, NODE_INT, T)); }
figurevalue(A) ::= MINUS(M) DEC(T). { A = node_with(parse, NODE_NEGATE, M, node_token(parse, NODE_DECIMAL, T)); }

/* show measures;  show rate disclosure_rate;  edit query yearly */
stmt(A) ::= SHOW(T) kind(K) definitionclauses(C). { A = node_token(parse, NODE_SHOW_DEFINITIONS, K); node_adopt(A, C); node_cover(A, T); }
stmt(A) ::= SHOW(T) kind(K) label(N) definitionclauses(C). { A = node_token(parse, NODE_SHOW_DEFINITION, K); node_add(A, N); node_adopt(A, C); node_cover(A, T); }
stmt(A) ::= EDIT(T) kind(K) label(N). { A = node_token(parse, NODE_EDIT, K); node_add(A, N); node_cover(A, T); }
definitionclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
definitionclauses(A) ::= to(B). { A = node_wrap(parse, NODE_LIST, B); }
%type kind {struct token}
kind(A) ::= NAME(T). { A = T; }

/* define dimension outcome "…" (…), define form …: the definitions in stdlib/forms */
stmt(A) ::= DEFINE(T) defkind(K) item(I). { A = node_token(parse, NODE_DEFINE, K); node_add(A, I); node_cover(A, T); }
%type defkind {struct token}
defkind(A) ::= NAME(T). { A = T; }
defkind(A) ::= FORM(T). { A = T; }
stmt(A) ::= DEFINE(T) MEASURE(K) atoms(I). { A = node_token(parse, NODE_DEFINE, K); node_add(A, I); node_cover(A, T); }

/* define measure NAME "…" = MEMBER or MEMBER of MEASURE where … source "…" */
stmt(A) ::= DEFINE(T) MEASURE(K) atoms(I) EQ measure(M) bodyclauses(C). { A = node_with(parse, NODE_DEFINITION, K, I); node_add(A, M); node_adopt(A, C); node_cover(A, T); }
/* define rate disclosure_rate = substantive of applications */
stmt(A) ::= DEFINE(T) RATE(K) atoms(I) EQ mor(M) OF mor(N) bodyclauses(C). { A = node_with(parse, NODE_DEFINITION, K, I); node_add(A, node_pair(parse, NODE_RATE, M, N)); node_adopt(A, C); node_cover(A, T); }
/* define query yearly(:who, :from = 2019) = sum received where agency=:who and year>=:from by year change */
stmt(A) ::= DEFINE(T) QUERY(K) atoms(I) params(P) EQ asking(Q). { A = node_with(parse, NODE_DEFINITION, K, I); node_add(A, Q); node_add(A, P); node_cover(A, T); }
bodyclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
bodyclauses(A) ::= bodyclauses(B) WHERE(T) cond(C). { A = B; node_add(A, node_with(parse, NODE_WHERE, T, C)); }
bodyclauses(A) ::= bodyclauses(B) SOURCE(T) string(S). { A = B; node_add(A, node_with(parse, NODE_SOURCE, T, S)); }
params(A) ::= . { A = node_new(parse, NODE_PARAMS); }
params(A) ::= LP RP. { A = node_new(parse, NODE_PARAMS); }
params(A) ::= LP paramlist(B) RP(R). { A = B; node_cover(A, R); }
paramlist(A) ::= param(B). { A = node_wrap(parse, NODE_PARAMS, B); }
paramlist(A) ::= paramlist(B) COMMA param(C). { A = B; node_add(A, C); }
param(A) ::= PARAM(T). { A = node_token(parse, NODE_PARAM, T); }
param(A) ::= PARAM(T) EQ argvalue(V). { A = node_with(parse, NODE_PARAM, T, V); }

/* --- Checks ------------------------------------------------------------------------------------- */

/* define check X.carry "carried-over figures disagree" severity error for each requester : carried_in = previous(carried_forward) */
stmt(A) ::= DEFINE(T) CHECK label(N) texts(S) ruleclauses(C) COLON cond(F). { A = node_token(parse, NODE_DEFINE_CHECK, T); node_add(A, N); node_add(A, S); node_add(A, C); node_add(A, F); }
texts(A) ::= string(B). { A = node_wrap(parse, NODE_LIST, B); }
texts(A) ::= texts(B) string(C). { A = B; node_add(A, C); }
ruleclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
ruleclauses(A) ::= ruleclauses(B) ruleclause(C). { A = B; node_add(A, C); }
ruleclause(A) ::= SEVERITY(T) label(N). { A = node_with(parse, NODE_SEVERITY, T, N); }
ruleclause(A) ::= FOR(T) EACH labels(L). { A = node_token(parse, NODE_EACH, T); node_adopt(A, L); }
ruleclause(A) ::= WHERE(T) cond(C). { A = node_with(parse, NODE_WHERE, T, C); }
ruleclause(A) ::= NAME(T) texts(S) LP cond(C) RP(R). { A = node_with(parse, NODE_NOTE, T, S); node_add(A, C); node_cover(A, R); }
ruleclause(A) ::= BECAUSE(T) string(S). { A = node_with(parse, NODE_BECAUSE, T, S); }

/* check;  check T3, X.carry where region under 昆明市;  check severity error format json to "f.json" */
stmt(A) ::= checking(B). { A = B; }
checking(A) ::= CHECK(T). { A = node_token(parse, NODE_CHECK, T); node_add(A, node_new(parse, NODE_LIST)); }
checking(A) ::= CHECK(T) checkclauses(C). { A = node_with(parse, NODE_CHECK, T, node_new(parse, NODE_LIST)); node_adopt(A, C); }
checking(A) ::= CHECK(T) labels(L). { A = node_with(parse, NODE_CHECK, T, L); }
checking(A) ::= CHECK(T) labels(L) checkclauses(C). { A = node_with(parse, NODE_CHECK, T, L); node_adopt(A, C); }
checkclauses(A) ::= checkclause(B). { A = node_wrap(parse, NODE_LIST, B); }
checkclauses(A) ::= checkclauses(B) checkclause(C). { A = B; node_add(A, C); }
checkclause(A) ::= WHERE(T) cond(C). { A = node_with(parse, NODE_WHERE, T, C); }
checkclause(A) ::= FOR(T) years(Y). { A = node_with(parse, NODE_FOR, T, Y); }
checkclause(A) ::= FOR(T) subject(S). { A = node_with(parse, NODE_FOR, T, S); }
checkclause(A) ::= SEVERITY(T) label(N). { A = node_with(parse, NODE_SEVERITY, T, N); }
checkclause(A) ::= FORMAT(T) label(N). { A = node_with(parse, NODE_FORMAT, T, N); }
checkclause(A) ::= BASELINE(T) string(S). { A = node_with(parse, NODE_BASELINE, T, S); }
checkclause(A) ::= ALL(T). { A = node_token(parse, NODE_ALL, T); }
checkclause(A) ::= TIMING(T). { A = node_token(parse, NODE_TIMING, T); }
checkclause(A) ::= to(B). { A = B; }

/* waive T3.cross for "X" 2021 because "corrected 2022-03" until 2026-12-31;  waivers;  stale waivers */
stmt(A) ::= WAIVE(T) label(N) FOR subject(S) waiveclauses(C). { A = node_with(parse, NODE_WAIVE, T, N); node_add(A, S); node_adopt(A, C); }
waiveclauses(A) ::= . { A = node_new(parse, NODE_LIST); }
waiveclauses(A) ::= waiveclauses(B) BECAUSE(T) string(S). { A = B; node_add(A, node_with(parse, NODE_BECAUSE, T, S)); }
waiveclauses(A) ::= waiveclauses(B) UNTIL(T) DATE(D). { A = B; node_add(A, node_with(parse, NODE_UNTIL, T, node_token(parse, NODE_DATE, D))); }
stmt(A) ::= WAIVERS(T) compareclauses(C). { A = node_token(parse, NODE_WAIVERS, T); node_adopt(A, C); }
stmt(A) ::= STALE(T) WAIVERS(W) compareclauses(C). { A = node_token(parse, NODE_WAIVERS, T); A->flag = true; node_cover(A, W); node_adopt(A, C); }

/* explain check T3.balance for "X" 2021 */
stmt(A) ::= EXPLAIN(T) CHECK labels(L) FOR subject(S) compareclauses(C). { A = node_with(parse, NODE_EXPLAIN_CHECK, T, L); node_add(A, S); node_adopt(A, C); }

/* diagnose "X" 2021;  diagnose where year=2021 to "f.csv": the cells that explain what fails */
stmt(A) ::= DIAGNOSE(T). { A = node_token(parse, NODE_DIAGNOSE, T); }
stmt(A) ::= DIAGNOSE(T) subject(S) compareclauses(C). { A = node_with(parse, NODE_DIAGNOSE, T, S); node_adopt(A, C); }
stmt(A) ::= DIAGNOSE(T) diagnoseclauses(C). { A = node_token(parse, NODE_DIAGNOSE, T); node_adopt(A, C); }
diagnoseclauses(A) ::= diagnoseclause(B). { A = node_wrap(parse, NODE_LIST, B); }
diagnoseclauses(A) ::= diagnoseclauses(B) diagnoseclause(C). { A = B; node_add(A, C); }
diagnoseclause(A) ::= WHERE(T) cond(C). { A = node_with(parse, NODE_WHERE, T, C); }
diagnoseclause(A) ::= FOR(T) years(Y). { A = node_with(parse, NODE_FOR, T, Y); }
diagnoseclause(A) ::= FOR(T) subject(S). { A = node_with(parse, NODE_FOR, T, S); }
diagnoseclause(A) ::= to(B). { A = B; }

/* test "rules/*.ogit": files with small reports and what the rules must say of them */
stmt(A) ::= TEST(T) strings(S). { A = node_token(parse, NODE_TEST, T); node_adopt(A, S); }
/* report "甲局" 2021 signed 2022-01-20 (MEASURE MEMBER = 5, MEASURE total = 5) */
stmt(A) ::= REPORT(T) label(W) INT(Y) givens(G). { A = node_with(parse, NODE_GIVEN_REPORT, T, W); node_add(A, node_token(parse, NODE_INT, Y)); node_adopt(A, G); }
stmt(A) ::= REPORT(T) label(W) INT(Y) givens(G) LP givencells(C) RP(R). { A = node_with(parse, NODE_GIVEN_REPORT, T, W); node_add(A, node_token(parse, NODE_INT, Y)); node_adopt(A, G); node_adopt(A, C); node_cover(A, R); }
givens(A) ::= . { A = node_new(parse, NODE_LIST); }
givens(A) ::= givens(B) NAME(T) value(V). { A = B; node_add(A, node_with(parse, NODE_GIVEN, T, V)); }
givens(A) ::= givens(B) NAME(T) INT(N) string(S). { A = B; node_add(A, node_with(parse, NODE_GIVEN, T, node_token(parse, NODE_INT, N))); node_add(A->last, S); }
givencells(A) ::= givencell(B). { A = node_wrap(parse, NODE_LIST, B); }
givencells(A) ::= givencells(B) COMMA givencell(C). { A = B; node_add(A, C); }
givencell(A) ::= cellwords(W) EQ(T) value(V). { A = node_with(parse, NODE_GIVEN_CELL, T, V); node_adopt(A, W); }
cellwords(A) ::= label(B). { A = node_wrap(parse, NODE_LIST, B); }
cellwords(A) ::= cellwords(B) label(C). { A = B; node_add(A, C); }
/* expect T3.balance pass for natural_person in 2021;  expect X.carry n/a */
stmt(A) ::= EXPECT(T) name(R) status(S) expectfor(F) expectin(I). { A = node_with(parse, NODE_EXPECT, T, R); A->text = S->text; node_add(A, F); node_add(A, I); }
status(A) ::= NAME(T). { A = node_token(parse, NODE_NAME, T); }
status(A) ::= NAME(T) STAR(R). { A = node_token(parse, NODE_NAME, T); node_cover(A, R); A->text = span_text(parse, A->span); }
status(A) ::= NAME(T) SLASH NAME(R). { A = node_token(parse, NODE_NAME, T); node_cover(A, R); A->text = span_text(parse, A->span); }
expectfor(A) ::= . { A = node_new(parse, NODE_NOTHING); }
expectfor(A) ::= FOR label(L). { A = L; }
expectin(A) ::= . { A = node_new(parse, NODE_NOTHING); }
expectin(A) ::= IN INT(T). { A = node_token(parse, NODE_INT, T); }

/* --- Definitions: words and names, what they stand for, and what is in them --------------------- */

/* key "中文" "English" (part "…", …) ;  "as printed" = key */
item(A) ::= atoms(B). { A = B; }
item(A) ::= atoms(B) EQ coords(C). { A = B; node_add(A, C); }
item(A) ::= atoms(B) LP items(I) RP(R). { A = B; node_add(A, I); node_cover(A, R); }
item(A) ::= atoms(B) EQ coords(C) LP items(I) RP(R). { A = B; node_add(A, C); node_add(A, I); node_cover(A, R); }
atoms(A) ::= atom(B). { A = node_wrap(parse, NODE_ITEM, B); }
atoms(A) ::= atoms(B) atom(C). { A = B; node_add(A, C); }
atom(A) ::= name(B). { A = B; }
atom(A) ::= string(B). { A = B; }
atom(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
coords(A) ::= coord(B). { A = node_wrap(parse, NODE_COORDS, B); }
coords(A) ::= coords(B) coord(C). { A = B; node_add(A, C); }
coord(A) ::= name(B). { A = B; }
coord(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
items(A) ::= item(B). { A = node_wrap(parse, NODE_ITEMS, B); }
items(A) ::= items(B) COMMA item(C). { A = B; node_add(A, C); }

/* --- Queries ------------------------------------------------------------------------------------ */

/* run yearly("X", from=2020);  run yearly("X") top 3: clauses join those of its definition */
query(A) ::= RUN(T) label(N) args(G) clauses(C). { A = node_with(parse, NODE_RUN, T, N); node_add(A, G); node_adopt(A, C); }
query(A) ::= head(H) clauses(C). { A = node_wrap(parse, NODE_QUERY, H); node_adopt(A, C); }
/* top 10 agencies by sum received by year: the ten of the whole scope, then broken down */
query(A) ::= best(B) BY head(H) clauses(C). { A = node_wrap(parse, NODE_QUERY, H); node_add(A, B); node_adopt(A, C); A->span = span_join(B->span, A->span); }
best(A) ::= topword(T) num(N) label(D). { A = node_with(parse, NODE_BEST, T, N); node_add(A, D); }
best(A) ::= topword(T) num(N) TIES label(D). { A = node_with(parse, NODE_BEST, T, N); node_add(A, D); A->flag = true; }

args(A) ::= . { A = node_new(parse, NODE_ARGS); }
args(A) ::= LP RP. { A = node_new(parse, NODE_ARGS); }
args(A) ::= LP arglist(B) RP(R). { A = B; node_cover(A, R); }
arglist(A) ::= arg(B). { A = node_wrap(parse, NODE_ARGS, B); }
arglist(A) ::= arglist(B) COMMA arg(C). { A = B; node_add(A, C); }
arg(A) ::= argvalue(V). { A = node_wrap(parse, NODE_ARG, V); }
arg(A) ::= argname(T) EQ argvalue(V). { A = node_with(parse, NODE_ARG, T, V); }
argvalue(A) ::= setitem(B). { A = B; }
argvalue(A) ::= PERCENT(T). { A = node_token(parse, NODE_PERCENT, T); }
%type argname {struct token}
argname(A) ::= NAME(T). { A = T; }
argname(A) ::= PARAM(T). { A = T; }
argname(A) ::= TO(T). { A = T; }
argname(A) ::= FOR(T). { A = T; }
argname(A) ::= BY(T). { A = T; }
argname(A) ::= IN(T). { A = T; }
argname(A) ::= OF(T). { A = T; }

/* sum applications;  sum received, applications;  sum withheld of applications */
head(A) ::= aggregate(T) measures(M). { A = node_token(parse, NODE_AGGREGATE, T); node_adopt(A, M); }
/* share applications;  share withheld of applications */
head(A) ::= SHARE(T) measure(M). { A = node_with(parse, NODE_SHARE, T, M); }
/* rate withheld of applications;  rate disclosure_rate */
head(A) ::= RATE(T) mor(B). { A = node_with(parse, NODE_RATE, T, B); }
head(A) ::= RATE(T) mor(B) OF mor(C). { A = node_with(parse, NODE_RATE, T, B); node_add(A, C); }
/* count reports;  count agencies */
head(A) ::= COUNT(T) countable(N). { A = node_token(parse, NODE_COUNT, T); node_add(A, N); }
/* missing reports for 2019..2023 */
head(A) ::= MISSING(T) REPORTS(R). { A = node_token(parse, NODE_MISSING, T); node_cover(A, R); }
/* reports where year=2021 */
head(A) ::= REPORTS(T). { A = node_token(parse, NODE_REPORTS, T); }

/* find "信息处理费" in section 6;  find "复议" and not "诉讼" */
head(A) ::= FIND(T) wor(W). { A = node_with(parse, NODE_FIND, T, W); }

/* claims;  claims of "X" 2021 */
head(A) ::= CLAIMS(T). { A = node_token(parse, NODE_CLAIMS, T); }
head(A) ::= CLAIMS(T) OF subject(S). { A = node_with(parse, NODE_CLAIMS, T, node_wrap(parse, NODE_FOR, S)); }

wor(A) ::= wand(B). { A = B; }
wor(A) ::= wor(B) OR wand(C). { A = node_pair(parse, NODE_OR, B, C); }
wand(A) ::= wnot(B). { A = B; }
wand(A) ::= wand(B) AND wnot(C). { A = node_pair(parse, NODE_AND, B, C); }
wnot(A) ::= label(B). { A = B; }
wnot(A) ::= placeholder(B). { A = B; }
wnot(A) ::= NOT(T) wnot(B). { A = node_with(parse, NODE_NOT, T, B); }
wnot(A) ::= LP(L) wor(B) RP(R). { A = B; node_cover(A, L); node_cover(A, R); }

%type aggregate {struct token}
aggregate(A) ::= SUM(T). { A = T; }
aggregate(A) ::= AVG(T). { A = T; }
aggregate(A) ::= MEDIAN(T). { A = T; }
aggregate(A) ::= MIN(T). { A = T; }
aggregate(A) ::= MAX(T). { A = T; }
aggregate(A) ::= STDDEV(T). { A = T; }
aggregate(A) ::= PNN(T). { A = T; }
aggregate(A) ::= FIRST(T). { A = T; }
aggregate(A) ::= LAST(T). { A = T; }
aggregate(A) ::= STATED(T). { A = T; }
aggregate(A) ::= GAP(T). { A = T; }

countable(A) ::= label(B). { A = B; }

measures(A) ::= measure(B). { A = node_wrap(parse, NODE_LIST, B); }
measures(A) ::= measures(B) COMMA measure(C). { A = B; node_add(A, C); }
measure(A) ::= mor(B). { A = B; }
measure(A) ::= mor(B) OF label(C). { A = node_pair(parse, NODE_OF, B, C); }
mor(A) ::= mand(B). { A = B; }
mor(A) ::= mor(B) OR mand(C). { A = node_pair(parse, NODE_OR, B, C); }
mand(A) ::= mnot(B). { A = B; }
mand(A) ::= mand(B) AND mnot(C). { A = node_pair(parse, NODE_AND, B, C); }
mnot(A) ::= msum(B). { A = B; }
mnot(A) ::= NOT(T) mnot(B). { A = node_with(parse, NODE_NOT, T, B); }
msum(A) ::= matom(B). { A = B; }
msum(A) ::= msum(B) PLUS matom(C). { A = node_pair(parse, NODE_ADD, B, C); }
msum(A) ::= msum(B) MINUS matom(C). { A = node_pair(parse, NODE_SUBTRACT, B, C); }
matom(A) ::= label(B). { A = B; }
matom(A) ::= LP(L) mor(B) RP(R). { A = B; node_cover(A, L); node_cover(A, R); }

clauses(A) ::= . { A = node_new(parse, NODE_LIST); }
clauses(A) ::= clauses(B) clause(C). { A = B; node_add(A, C); }

/* where requester=natural_person and outcome=withheld */
clause(A) ::= WHERE(T) cond(C). { A = node_with(parse, NODE_WHERE, T, C); }
/* having applications > 10 */
clause(A) ::= HAVING(T) cond(C). { A = node_with(parse, NODE_HAVING, T, C); }
/* by year, outcome depth 2 */
clause(A) ::= BY(T) dims(D). { A = node_token(parse, NODE_BY, T); node_adopt(A, D); }
clause(A) ::= ACROSS(T) dims(D). { A = node_token(parse, NODE_ACROSS, T); node_adopt(A, D); }
clause(A) ::= DEPTH(T) INT(N). { A = node_with(parse, NODE_DEPTH, T, node_token(parse, NODE_INT, N)); }
clause(A) ::= LEAVES(T). { A = node_token(parse, NODE_LEAVES, T); }
clause(A) ::= TOTAL(T). { A = node_token(parse, NODE_TOTAL, T); }
/* top 10;  bottom 3 by received;  top 10 ties by received */
clause(A) ::= topword(T) num(N). [LOW] { A = node_with(parse, NODE_TOP, T, N); }
clause(A) ::= topword(T) num(N) TIES. [LOW] { A = node_with(parse, NODE_TOP, T, N); A->flag = true; }
clause(A) ::= topword(T) num(N) TIES BY label(C). { A = node_with(parse, NODE_TOP, T, N); node_add(A, C); A->flag = true; }
clause(A) ::= topword(T) num(N) BY label(C). { A = node_with(parse, NODE_TOP, T, N); node_add(A, C); }
%type topword {struct token}
topword(A) ::= TOP(T). { A = T; }
topword(A) ::= BOTTOM(T). { A = T; }
/* limit 20: the first rows as they stand */
clause(A) ::= LIMIT(T) num(N). { A = node_with(parse, NODE_LIMIT, T, N); }
/* order by applications desc, year */
clause(A) ::= ORDER(T) BY sorts(S). { A = node_token(parse, NODE_ORDER, T); node_adopt(A, S); }
/* own reports;  consolidated reports;  mixed ok */
clause(A) ::= OWN(T) REPORTS(R). { A = node_token(parse, NODE_CONSOLIDATION, T); node_cover(A, R); }
clause(A) ::= CONSOLIDATED(T) REPORTS(R). { A = node_token(parse, NODE_CONSOLIDATION, T); node_cover(A, R); }
clause(A) ::= MIXED(T) OK(R). { A = node_token(parse, NODE_CONSOLIDATION, T); node_cover(A, R); }
/* within year, region;  within parent: what a share is a part of */
clause(A) ::= WITHIN(T) labels(L). { A = node_token(parse, NODE_WITHIN, T); node_adopt(A, L); }
/* change;  change 2019 to 2021;  change latest-1 to latest */
clause(A) ::= CHANGE(T). { A = node_token(parse, NODE_CHANGE, T); }
clause(A) ::= CHANGE(T) when(B) TO when(C). { A = node_with(parse, NODE_CHANGE, T, B); node_add(A, C); }
/* base 2019: an index, that year is 100 */
clause(A) ::= BASE(T) when(N). { A = node_with(parse, NODE_BASE, T, N); }
/* rank: the place of each row, the largest first */
clause(A) ::= RANK(T). { A = node_token(parse, NODE_RANK, T); }
/* balanced: only agencies that have a report in every year */
clause(A) ::= BALANCED(T). { A = node_token(parse, NODE_BALANCED, T); }
/* with others: what `top` leaves out, in one row */
clause(A) ::= WITH(T) OTHERS(R). { A = node_token(parse, NODE_OTHERS, T); node_cover(A, R); }
/* with doubt: the part of each figure from reports without a failing check, and the rest */
clause(A) ::= WITH(T) DOUBT(R). { A = node_token(parse, NODE_DOUBT, T); node_cover(A, R); }
/* in section 6;  in section 1, 5;  in section "其他需要报告的事项" */
clause(A) ::= IN(T) SECTION sections(S). { A = node_token(parse, NODE_SECTION, T); node_adopt(A, S); }
/* for "X" 2021;  for 2019..2023 */
clause(A) ::= FOR(T) years(Y). { A = node_with(parse, NODE_FOR, T, Y); }
clause(A) ::= FOR(T) subject(S). { A = node_with(parse, NODE_FOR, T, S); }
/* as NAME */
clause(A) ::= AS(T) label(N). { A = node_with(parse, NODE_AS, T, N); }
/* to "file.csv" */
clause(A) ::= to(B). { A = B; }
to(A) ::= TO(T) string(S). { A = node_with(parse, NODE_TO, T, S); }
to(A) ::= TO(T) placeholder(P). { A = node_with(parse, NODE_TO, T, P); }
/* A parameter of a kept query stands where a value may. */
placeholder(A) ::= PARAM(T). { A = node_token(parse, NODE_PARAM, T); }
num(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
num(A) ::= placeholder(B). { A = B; }

sections(A) ::= section(B). { A = node_wrap(parse, NODE_LIST, B); }
sections(A) ::= sections(B) COMMA section(C). { A = B; node_add(A, C); }
section(A) ::= num(B). { A = B; }
section(A) ::= label(B). { A = B; }

dims(A) ::= dim(B). { A = node_wrap(parse, NODE_LIST, B); }
dims(A) ::= dims(B) COMMA dim(C). { A = B; node_add(A, C); }
dim(A) ::= label(B). [LOW] { A = node_wrap(parse, NODE_DIM, B); }
dim(A) ::= label(B) DEPTH INT(N). { A = node_wrap(parse, NODE_DIM, B); node_add(A, node_token(parse, NODE_INT, N)); }
dim(A) ::= label(B) LEAVES(L). { A = node_wrap(parse, NODE_DIM, B); node_add(A, node_token(parse, NODE_LEAVES, L)); }
dim(A) ::= label(B) ASC. { A = node_wrap(parse, NODE_DIM, B); }
dim(A) ::= label(B) DESC. { A = node_wrap(parse, NODE_DIM, B); A->flag = true; }
sorts(A) ::= sort(B). { A = node_wrap(parse, NODE_LIST, B); }
sorts(A) ::= sorts(B) COMMA sort(C). { A = B; node_add(A, C); }
sort(A) ::= column(B). [LOW] { A = node_wrap(parse, NODE_SORT, B); }
sort(A) ::= column(B) ASC. { A = node_wrap(parse, NODE_SORT, B); }
sort(A) ::= column(B) DESC. { A = node_wrap(parse, NODE_SORT, B); A->flag = true; }
column(A) ::= label(B). { A = B; }
column(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }

/* --- Conditions: or, and, not, test; a test never chains ---------------------------------------- */

cond(A) ::= cand(B). { A = B; }
cond(A) ::= cond(B) OR cand(C). { A = node_pair(parse, NODE_OR, B, C); }
cand(A) ::= cnot(B). { A = B; }
cand(A) ::= cand(B) AND cnot(C). { A = node_pair(parse, NODE_AND, B, C); }
cnot(A) ::= NOT(T) cnot(B). { A = node_with(parse, NODE_NOT, T, B); }
cnot(A) ::= LP(L) cond(B) RP(R). { A = B; node_cover(A, L); node_cover(A, R); }
/* where clean: reports without a failing check */
cnot(A) ::= CLEAN(T). { A = node_token(parse, NODE_CLEAN, T); }
cnot(A) ::= test(B). { A = B; }

test(A) ::= sum(B) compare(O) rhs(C). { A = node_pair(parse, NODE_COMPARE, B, C); A->text = token_text(parse, O); }
test(A) ::= sum(B) UNDER set(C). { A = node_pair(parse, NODE_UNDER, B, C); }
test(A) ::= sum(B) NOT UNDER set(C). { A = node_pair(parse, NODE_UNDER, B, C); A->flag = true; }
test(A) ::= sum(B) IN set(C). { A = node_pair(parse, NODE_IN, B, C); }
test(A) ::= sum(B) NOT IN set(C). { A = node_pair(parse, NODE_IN, B, C); A->flag = true; }
test(A) ::= sum(B) BETWEEN sum(C) AND sum(D). { A = node_pair(parse, NODE_BETWEEN, B, C); node_add(A, D); }
test(A) ::= sum(B) NOT BETWEEN sum(C) AND sum(D). { A = node_pair(parse, NODE_BETWEEN, B, C); node_add(A, D); A->flag = true; }
test(A) ::= sum(B) IS name(C). { A = node_pair(parse, NODE_IS, B, C); }
test(A) ::= sum(B) IS NOT name(C). { A = node_pair(parse, NODE_IS, B, C); A->flag = true; }

%type compare {struct token}
compare(A) ::= EQ(T). { A = T; }
compare(A) ::= EQEQ(T). { A = T; }
compare(A) ::= NE(T). { A = T; }
compare(A) ::= LT(T). { A = T; }
compare(A) ::= LE(T). { A = T; }
compare(A) ::= GT(T). { A = T; }
compare(A) ::= GE(T). { A = T; }
compare(A) ::= MATCH(T). { A = T; }
compare(A) ::= NOMATCH(T). { A = T; }

/* = withheld;  = (withheld or unavailable);  = 2019..2021 */
rhs(A) ::= sum(B). { A = B; }
rhs(A) ::= LP(L) ors(B) RP(R). { A = B; node_cover(A, L); node_cover(A, R); }
ors(A) ::= sum(B) OR sum(C). { A = node_pair(parse, NODE_LIST, B, C); }
ors(A) ::= ors(B) OR sum(C). { A = B; node_add(A, C); }

/* in (a, b);  in (a or b);  in 2019..2023;  under X */
set(A) ::= value(B). { A = node_wrap(parse, NODE_LIST, B); }
set(A) ::= range(B). { A = node_wrap(parse, NODE_LIST, B); }
set(A) ::= LP(L) setitems(B) RP(R). { A = B; node_cover(A, L); node_cover(A, R); }
setitems(A) ::= setitem(B). { A = node_wrap(parse, NODE_LIST, B); }
setitems(A) ::= setitems(B) COMMA setitem(C). { A = B; node_add(A, C); }
setitems(A) ::= setitems(B) OR setitem(C). { A = B; node_add(A, C); }
setitem(A) ::= value(B). { A = B; }
setitem(A) ::= range(B). { A = B; }
range(A) ::= end(B) RANGE end(C). { A = node_pair(parse, NODE_RANGE, B, C); }
range(A) ::= end(B) RANGE(R). { A = node_pair(parse, NODE_RANGE, B, node_token(parse, NODE_NOTHING, R)); }
range(A) ::= RANGE(R) end(C). { A = node_pair(parse, NODE_RANGE, node_token(parse, NODE_NOTHING, R), C); }
end(A) ::= limit(B). { A = B; }
end(A) ::= latest(B). { A = B; }
limit(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
limit(A) ::= DEC(T). { A = node_token(parse, NODE_DECIMAL, T); }
limit(A) ::= DATE(T). { A = node_token(parse, NODE_DATE, T); }
limit(A) ::= placeholder(B). { A = B; }
value(A) ::= name(B). { A = B; }
value(A) ::= string(B). { A = B; }
value(A) ::= limit(B). { A = B; }
value(A) ::= latest(B). { A = B; }
value(A) ::= MINUS(M) INT(T). { A = node_with(parse, NODE_NEGATE, M, node_token(parse, NODE_INT, T)); }
value(A) ::= MINUS(M) DEC(T). { A = node_with(parse, NODE_NEGATE, M, node_token(parse, NODE_DECIMAL, T)); }

sum(A) ::= term(B). { A = B; }
sum(A) ::= sum(B) PLUS term(C). { A = node_pair(parse, NODE_ADD, B, C); }
sum(A) ::= sum(B) MINUS term(C). { A = node_pair(parse, NODE_SUBTRACT, B, C); }
term(A) ::= unary(B). { A = B; }
term(A) ::= term(B) STAR unary(C). { A = node_pair(parse, NODE_MULTIPLY, B, C); }
term(A) ::= term(B) SLASH unary(C). { A = node_pair(parse, NODE_DIVIDE, B, C); }
unary(A) ::= operand(B). { A = B; }
unary(A) ::= MINUS(M) unary(B). { A = node_with(parse, NODE_NEGATE, M, B); }
operand(A) ::= name(B). { A = B; }
operand(A) ::= string(B). { A = B; }
operand(A) ::= LATEST(T). { A = node_token(parse, NODE_LATEST, T); } /* latest-1 is a difference here */
operand(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
operand(A) ::= DEC(T). { A = node_token(parse, NODE_DECIMAL, T); }
operand(A) ::= PERCENT(T). { A = node_token(parse, NODE_PERCENT, T); }
operand(A) ::= DATE(T). { A = node_token(parse, NODE_DATE, T); }
operand(A) ::= placeholder(B). { A = B; }
operand(A) ::= LP(L) sum(B) RP(R). { A = B; node_cover(A, L); node_cover(A, R); }
/* of a check: previous(carried_forward), date(year + 1, 3, 31);  pending of reviews */
operand(A) ::= name(N) LP RP(R). { A = node_wrap(parse, NODE_CALL, N); node_cover(A, R); }
operand(A) ::= name(N) LP arguments(L) RP(R). { A = node_wrap(parse, NODE_CALL, N); node_adopt(A, L); node_cover(A, R); }
operand(A) ::= name(N) OF name(M). { A = node_pair(parse, NODE_OF, N, M); }
arguments(A) ::= sum(B). { A = node_wrap(parse, NODE_LIST, B); }
arguments(A) ::= arguments(B) COMMA sum(C). { A = B; node_add(A, C); }

/* --- Who, when, words --------------------------------------------------------------------------- */

subject(A) ::= who(B). { A = node_wrap(parse, NODE_SUBJECT, B); }
subject(A) ::= who(B) years(Y). { A = node_pair(parse, NODE_SUBJECT, B, Y); }
subject(A) ::= who(B) placeholder(Y). { A = node_pair(parse, NODE_SUBJECT, B, Y); }
who(A) ::= label(B). { A = B; }
who(A) ::= placeholder(B). { A = B; } /* `for :x`: what it stands for decides whether it is a year */
years(A) ::= year(B). { A = B; }
years(A) ::= when(B) RANGE when(C). { A = node_pair(parse, NODE_RANGE, B, C); }
when(A) ::= year(B). { A = B; }
when(A) ::= placeholder(B). { A = B; }
year(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
year(A) ::= latest(B). { A = B; }
/* latest;  latest-1: the panel says which year that is */
latest(A) ::= LATEST(T). { A = node_token(parse, NODE_LATEST, T); }
latest(A) ::= LATEST(T) MINUS INT(N). { A = node_with(parse, NODE_LATEST, T, node_token(parse, NODE_INT, N)); }

name(A) ::= NAME(T). { A = node_token(parse, NODE_NAME, T); }
name(A) ::= name(B) DOT NAME(T). { A = node_dotted(parse, B, T); }
name(A) ::= name(B) DOT INT(T). { A = node_dotted(parse, B, T); }
/* A name that is no plain word is written as a string. */
label(A) ::= name(B). { A = B; }
label(A) ::= string(B). { A = B; }
labels(A) ::= label(B). { A = node_wrap(parse, NODE_LIST, B); }
labels(A) ::= labels(B) COMMA label(C). { A = B; node_add(A, C); }
string(A) ::= STRING(T). { A = node_token(parse, NODE_STRING, T); }
strings(A) ::= string(B). { A = node_wrap(parse, NODE_LIST, B); }
strings(A) ::= strings(B) COMMA string(C). { A = B; node_add(A, C); }

words(A) ::= word(B). { A = node_wrap(parse, NODE_LIST, B); }
words(A) ::= words(B) word(C). { A = B; node_add(A, C); }
word(A) ::= NAME(T). { A = node_token(parse, NODE_NAME, T); }
word(A) ::= STRING(T). { A = node_token(parse, NODE_STRING, T); }
word(A) ::= DEC(T). { A = node_token(parse, NODE_DECIMAL, T); }
word(A) ::= PERCENT(T). { A = node_token(parse, NODE_PERCENT, T); }
word(A) ::= INT(T). { A = node_token(parse, NODE_INT, T); }
word(A) ::= num(B) RANGE num(C). { A = node_pair(parse, NODE_RANGE, B, C); }

helpwords(A) ::= helpword(T). { A = node_wrap(parse, NODE_LIST, node_token(parse, NODE_NAME, T)); }
helpwords(A) ::= helpwords(B) MINUS helpword(T). { A = B; node_add(A, node_token(parse, NODE_NAME, T)); } /* help order-by */
helpwords(A) ::= helpwords(B) helpword(T). { A = B; node_add(A, node_token(parse, NODE_NAME, T)); }
%type helpword {struct token}
helpword(A) ::= NAME(T). { A = T; }
helpword(A) ::= AND(T). { A = T; }
helpword(A) ::= OR(T). { A = T; }
helpword(A) ::= NOT(T). { A = T; }
helpword(A) ::= IN(T). { A = T; }
helpword(A) ::= UNDER(T). { A = T; }
helpword(A) ::= BETWEEN(T). { A = T; }
helpword(A) ::= BY(T). { A = T; }
helpword(A) ::= WHERE(T). { A = T; }
helpword(A) ::= HAVING(T). { A = T; }
helpword(A) ::= ACROSS(T). { A = T; }
helpword(A) ::= WITHIN(T). { A = T; }
helpword(A) ::= OF(T). { A = T; }
helpword(A) ::= TO(T). { A = T; }
helpword(A) ::= WITH(T). { A = T; }
helpword(A) ::= FOR(T). { A = T; }
helpword(A) ::= AS(T). { A = T; }

%code {
/* What can come next: shifts and reductions are tried on a copy of the state stack, by the parser's
 * own tables, before a token is fed (inside %syntax_error the default reductions have already run).
 * Without fallback, so that a keyword is only offered where it is one. */
static YYACTIONTYPE action_for(YYACTIONTYPE state, YYCODETYPE token) {
  if (state > YY_MAX_SHIFT)
    return state; /* a reduction that waits on the stack */
  int i = yy_shift_ofst[state] + token;
  if (i >= 0 && i < (int)YY_NLOOKAHEAD && yy_lookahead[i] == token)
    return yy_action[i];
  return yy_default[state];
}

static bool could_take(const yyParser *parser, YYCODETYPE token) {
  YYACTIONTYPE states[YYSTACKDEPTH + 1];
  int top = (int)(parser->yytos - parser->yystack);
  for (int i = 0; i <= top; i++)
    states[i] = parser->yystack[i].stateno;
  for (;;) {
    YYACTIONTYPE action = action_for(states[top], token);
    if (action <= YY_MAX_SHIFTREDUCE || action == YY_ACCEPT_ACTION)
      return true;
    if (action < YY_MIN_REDUCE)
      return false;
    unsigned rule = action - YY_MIN_REDUCE;
    top += yyRuleInfoNRhs[rule];
    YYACTIONTYPE go = yy_find_reduce_action(states[top], (YYCODETYPE)yyRuleInfoLhs[rule]);
    if (++top >= YYSTACKDEPTH)
      return false;
    states[top] = go;
  }
}

_Static_assert(YYNTOKEN < TOKEN_KINDS, "parse->expected has room for every token");

void parse_feed(struct parse *parse, const struct token *tokens, size_t ntokens, bool finish) {
  yyParser parser;
  ogi_parser_Init(&parser, parse);
  struct token end = {0, {0, 0}, 0};
  if (ntokens > 0)
    end.span.start = end.span.end = tokens[ntokens - 1].span.end;
  for (size_t i = 0; i < ntokens && !parse->failed; i++) {
    parse->token = i;
    parse_expected_reset(parse);
    bool fits = could_take(&parser, (YYCODETYPE)tokens[i].kind);
    bool fits_as_name = !fits && yyFallback[tokens[i].kind] != 0 && could_take(&parser, TOK_NAME);
    if (parse->taken != NULL)
      parse->taken[i] = fits ? tokens[i].kind : fits_as_name ? TOK_NAME : 0;
    if (!fits && !fits_as_name)
      for (int k = 1; k < YYNTOKEN; k++)
        parse_expected_add(parse, k, could_take(&parser, (YYCODETYPE)k));
    ogi_parser_(&parser, tokens[i].kind, tokens[i]);
  }
  if (!parse->failed) {
    parse->token = ntokens;
    parse_expected_reset(parse);
    parse->can_end = could_take(&parser, 0);
    for (int k = 1; k < YYNTOKEN && !(finish && parse->can_end); k++) /* else nobody asks */
      parse_expected_add(parse, k, could_take(&parser, (YYCODETYPE)k));
    if (finish)
      ogi_parser_(&parser, 0, end);
  }
  ogi_parser_Finalize(&parser);
}
}
