/* match_identity: who reports on which year, and when it was signed (see match_parts.h).
 *
 * The title says both. Titles are decorated, broken over lines, have the year in front or behind,
 * or are missing; then the lines around it, the end of the report, the name of the file and last
 * the first sentence are asked, and a remark says so.
 */
#include "base/utf8.h"
#include "read/match_line.h"
#include "read/match_parts.h"
#include "read/match_title.h"

#include <string.h>

#define TITLE_BLOCKS 60 /* a title stands before these many paragraphs, behind menus */
#define SIGNATURE_GLYPHS 45
#define SENTENCE_GLYPHS 24

struct finding {
  struct match *m;
  struct fit *fit;
  const struct index_form *form;
  struct report *report;
};

/* Reads a line as a title; notes where another one stands beside it. */
static bool read_title(const struct finding *id, struct str text, bool decorated,
                       struct str *agency, int *year) {
  struct title title = {0};
  if (!title_read(id->m->arena, id->form, text, decorated, &title))
    return false;
  id->m->is_double = id->m->is_double || title.has_neighbour;
  *agency = title.agency;
  *year = title.year;
  return true;
}

/* --- Lines with a label: 标题: …, 发布机构: … */

/* The text behind `label:` when the line has that label; empty else. `*is_labelled`: it has some.
 */
static struct str labelled(struct str text, const struct str *labels, size_t n, bool *is_labelled) {
  size_t colon = str_find(text, STR(":")), wide = str_find(text, STR("：")), length = 1;
  if (wide < colon) {
    colon = wide;
    length = 3;
  }
  *is_labelled = colon < text.n && colon <= 24;
  if (!*is_labelled)
    return STR("");
  struct str head = str_trim(str_sub(text, 0, colon));
  for (size_t i = 0; i < n; i++)
    if (str_eq(head, labels[i]))
      return str_trim(str_sub(text, colon + length, text.n));
  return STR("");
}

/* --- The title */

/* Names of public bodies and places end in one of these. */
static bool is_body_end(uint32_t c) {
  return utf8_is_one_of(c, "局区市县乡镇府厅委会办处院部省州旗盟所站队心校关社团司行署道室");
}

static bool is_body_name(struct arena *scratch, struct str text) {
  struct line_text line;
  line_read(scratch, text, &line);
  return line.n >= 3 && line.n <= AGENCY_GLYPHS && is_body_end(line.at[line.n - 1].c);
}

/* May this line be one half of a title? */
static bool is_short_line(struct str text) {
  return text.n > 0 && text.n <= TITLE_GLYPHS * 3 && !str_contains(text, STR("。")) &&
         !str_contains(text, STR("：")) && !str_contains(text, STR(":")) &&
         !str_contains(text, STR(">"));
}

static void use_title(const struct finding *id, struct str title, struct str agency, int year) {
  struct report *r = id->report;
  if (r->title.n == 0 || (r->agency.n == 0 && agency.n > 0))
    r->title = title;
  if (r->agency.n == 0)
    r->agency = agency;
  if (r->year == 0)
    r->year = year;
}

/* A title over two lines, or an agency in the line above it. */
static void try_joined(const struct finding *id, size_t block, struct str text, bool has_title) {
  static const struct str none = {"", 0};
  const struct doc *doc = id->m->doc;
  size_t other = has_title ? block - 1 : block + 1;
  if ((has_title && block == 0) || other >= doc->blocks.n)
    return;
  struct str more = paragraph_text(&doc->blocks.at[other]);
  if (!is_short_line(more) || !is_short_line(text))
    return;
  struct str agency = none, first = has_title ? more : text, second = has_title ? text : more;
  int year = 0;
  if (has_title ? !is_body_name(id->m->arena, more) : read_title(id, more, false, &agency, &year))
    return; /* a menu above the title; a title that is whole without this line */
  struct str joined = str_fmt(id->m->arena, "%.*s%.*s", STR_ARG(first), STR_ARG(second));
  if (read_title(id, joined, false, &agency, &year) && agency.n > 0)
    use_title(id, joined, agency, year);
}

static void find_title_lines(const struct finding *id) {
  static const struct str labels[] = {{"标题", 6}, {"名称", 6}, {"信息名称", 12}, {"公文标题", 12}};
  const struct doc *doc = id->m->doc;
  size_t end = id->m->headings[0].is_found ? id->m->headings[0].block : doc->blocks.n;
  for (size_t i = 0; i < end && i < TITLE_BLOCKS && id->report->agency.n == 0; i++) {
    struct str text = paragraph_text(&doc->blocks.at[i]), agency = {"", 0};
    int year = 0;
    bool is_labelled = false;
    struct str value = labelled(text, labels, sizeof labels / sizeof labels[0], &is_labelled);
    if (value.n > 0 && read_title(id, value, true, &agency, &year)) {
      use_title(id, value, agency, year);
      continue;
    }
    if (is_labelled || text.n == 0)
      continue;
    bool is_title = read_title(id, text, false, &agency, &year);
    if (is_title)
      use_title(id, text, agency, year);
    if (is_title && agency.n == 0 && doc->blocks.at[i].kind == DOC_PARAGRAPH)
      try_joined(id, i, text, true);
    if (!is_title)
      try_joined(id, i, text, false);
  }
}

/* --- Sender and date at the end */

static bool has_mark(const struct line_text *line, size_t n) {
  for (size_t i = 0; i < n && i < line->n; i++)
    if (utf8_is_one_of(line->at[i].c, "。,;:、!?()《》") || line->at[i].c == 0xFF1A)
      return true;
  return false;
}

static void find_signature(const struct finding *id) {
  struct match *m = id->m;
  const struct doc *doc = m->doc;
  size_t last = m->nsections;
  while (last > 0 && !m->headings[last - 1].is_found)
    last--;
  if (last == 0)
    return;
  const struct heading *heading = &m->headings[last - 1];
  for (size_t i = doc->blocks.n; i-- > heading->block;) {
    struct str text = paragraph_text(&doc->blocks.at[i]);
    struct line_text line;
    size_t at;
    int date[3];
    if (i == heading->block) /* text without lines: the date may end it */
      text = str_sub(text, text.n > 40 ? text.n - 40 : 0, text.n);
    while (text.n > 0 && ((unsigned char)text.p[0] & 0xC0) == 0x80)
      text = str_sub(text, 1, text.n);
    line_read(m->arena, text, &line);
    if (line.n > SIGNATURE_GLYPHS || !line_date(&line, &at, date))
      continue;
    if (has_mark(&line, at) && i != heading->block)
      continue;
    id->report->signed_on = str_fmt(m->arena, "%04d-%02d-%02d", date[0], date[1], date[2]);
    if (i == heading->block)
      return;
    m->signature = i;
    if (at == 0 && i > heading->block + 1) { /* the sender has a line of its own */
      text = paragraph_text(&doc->blocks.at[i - 1]);
      line_read(m->arena, text, &line);
      at = line.n;
      if (line.n == 0 || line.n > AGENCY_GLYPHS || has_mark(&line, line.n))
        return;
      m->signature = i - 1;
    }
    struct str sender = title_name(m->arena, &line, 0, at);
    if (sender.n > 0)
      id->report->sender = sender;
    if (id->report->agency.n == 0)
      id->report->agency = sender;
    return;
  }
}

/* --- When the title is silent */

static void note(const struct finding *id, enum severity severity, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void note(const struct finding *id, enum severity severity, const char *format, ...) {
  va_list args;
  va_start(args, format);
  struct str text = str_vfmt(id->m->arena, format, args);
  va_end(args);
  fit_remark(id->m, id->fit, severity, (struct place){0, 0, 0}, "%.*s", STR_ARG(text));
}

/* Who publishes the page, by its label. */
static void find_sender(const struct finding *id) {
  static const struct str labels[] = {{"发布机构", 12}, {"发布机关", 12}, {"发布单位", 12}};
  for (size_t i = 0; i < id->m->doc->blocks.n && i < TITLE_BLOCKS; i++) {
    bool is_labelled;
    struct str value = labelled(paragraph_text(&id->m->doc->blocks.at[i]), labels,
                                sizeof labels / sizeof labels[0], &is_labelled);
    struct line_text line;
    if (value.n == 0)
      continue;
    line_read(id->m->arena, value, &line);
    id->report->sender = title_name(id->m->arena, &line, 0, line.n);
    if (id->report->sender.n > 0)
      return;
  }
}

/* The year that `find` sees in a paragraph; 0. */
static int year_in_text(const struct finding *id, int (*find)(const struct line_text *)) {
  size_t tries = 0;
  for (size_t i = 0; i < id->m->doc->blocks.n; i++) {
    struct str text = paragraph_text(&id->m->doc->blocks.at[i]);
    for (size_t at = 0; at < text.n && tries < MAX_TRIES; at++, tries++) {
      at += str_find(str_sub(text, at, text.n), STR("20"));
      struct line_text line;
      line_read(id->m->arena, str_sub(text, at < 9 ? 0 : at - 9, at + 160), &line);
      int year = find(&line);
      if (year > 0)
        return year;
    }
  }
  return 0;
}

static void find_period(const struct finding *id) {
  struct report *r = id->report;
  r->year = year_in_text(id, line_period);
  if (r->year > 0)
    return;
  r->year = year_in_text(id, line_closing);
  if (r->year > 0)
    note(id, SEV_WARNING,
         "no title says on what year it reports: %d is the year at whose end it "
         "closes its figures",
         r->year);
}

/* `…/示例局_2022.txt`, or a whole title as the name of the file. */
static void ask_file_name(const struct finding *id) {
  struct report *r = id->report;
  struct str path = id->m->doc->path, agency = {"", 0};
  const char *slash = path.n > 0 ? memrchr(path.p, '/', path.n) : NULL;
  struct str name = slash != NULL ? str_sub(path, (size_t)(slash - path.p) + 1, path.n) : path;
  const char *dot = name.n > 0 ? memrchr(name.p, '.', name.n) : NULL;
  if (dot != NULL)
    name = str_sub(name, 0, (size_t)(dot - name.p));
  int year = 0;
  if (!read_title(id, name, true, &agency, &year)) {
    struct line_text line;
    size_t at = 0, end;
    line_read(id->m->arena, name, &line);
    year = title_year(&line, 0, line.n, &at, &end);
    agency = year > 0 ? title_name(id->m->arena, &line, 0, at) : agency;
  }
  if (r->agency.n == 0 && agency.n > 0) {
    r->agency = agency;
    note(id, SEV_NOTE, "the agency is taken from the name of the file");
  }
  if (r->year == 0 && year > 0 && agency.n > 0) {
    r->year = year;
    note(id, SEV_NOTE, "the year is taken from the name of the file");
  }
}

/* The subject of a sentence that begins `2025年，示例局坚持…`: up to the first of these words. */
static struct str sentence_subject(struct arena *arena, struct str text, int year) {
  static const char *const verbs[] = {"坚持", "认真", "严格", "深入", "始终", "全面", "积极",
                                      "切实", "持续", "紧紧", "围绕", "按照", "根据", "以",
                                      "不断", "着力", "依法", "高度", "贯彻", "主动", "进一步",
                                      "大力", "继续", "扎实", "共",   "在",   NULL};
  static const char pronouns[] = "我本全各该在通一";
  struct line_text line;
  line_read(arena, str_sub(text, 0, 240), &line);
  if (line_year_at(&line, 0) != year || line.n < 8)
    return STR("");
  size_t from = 4, to = line.n;
  while (from < line.n &&
         (line.at[from].c == 0x5E74 || line.at[from].c == 0x5EA6 || line.at[from].c == ','))
    from++;
  for (size_t i = 0; verbs[i] != NULL; i++) {
    size_t at = line_find(&line, str_from_z(verbs[i]), from + 2);
    if (at < to)
      to = at;
  }
  if (to - from > SENTENCE_GLYPHS || to == line.n || to - from < 3 ||
      utf8_is_one_of(line.at[from].c, pronouns) || !is_body_end(line.at[to - 1].c))
    return STR("");
  for (size_t i = from; i < to; i++)
    if (!utf8_is_han(line.at[i].c))
      return STR("");
  return title_name(arena, &line, from, to);
}

/* A sentence that names the report: …现公布示例局2023年政府信息公开工作年度报告。 */
static bool title_in_sentence(const struct finding *id, struct str text, struct str *agency,
                              int *year) {
  static const char *const verbs[] = {"公布", "发布", "编制",   "形成",
                                      "制作", "现将", "公开为", NULL};
  struct line_text line;
  size_t at = 0, from = 0;
  line_read(id->m->arena, text, &line);
  if (title_find(id->form, &line, &at) == 0)
    return false;
  for (size_t i = 0; i < at; i++)
    if (line.at[i].c == 0x3002 || utf8_is_one_of(line.at[i].c, ",;:()《》"))
      from = i + 1;
  for (size_t i = 0; verbs[i] != NULL; i++) {
    size_t verb = line_find(&line, str_from_z(verbs[i]), from);
    if (verb < at)
      from = verb + str_from_z(verbs[i]).n / 3;
  }
  title_parts(id->m->arena, &line, from, at, agency, year);
  return *year > 0 && agency->n > 0 && is_body_name(id->m->arena, *agency);
}

/* The first paragraphs, read for who reports on what year. */
static void ask_introduction(const struct finding *id) {
  struct report *r = id->report;
  for (size_t i = 0; i < id->m->doc->blocks.n && i < TITLE_BLOCKS; i++) {
    struct str agency = {"", 0};
    int year = 0;
    struct str text = paragraph_text(&id->m->doc->blocks.at[i]);
    if (text.n == 0 || !title_in_sentence(id, text, &agency, &year) ||
        (r->year > 0 && r->year != year))
      continue;
    if (r->year == 0)
      r->year = year;
    if (r->agency.n == 0)
      r->agency = agency;
    fit_remark(id->m, id->fit, SEV_WARNING, id->m->doc->blocks.at[i].rows[0].cells[0].place,
               "no title says who reports on what year, this sentence does");
    return;
  }
}

static void ask_sentences(const struct finding *id) {
  struct match *m = id->m;
  for (size_t i = 0; i < m->doc->blocks.n && id->report->agency.n == 0; i++) {
    struct str text = paragraph_text(&m->doc->blocks.at[i]);
    if (m->headings[0].is_found && m->headings[0].block == i)
      text = str_trim(str_sub(text, m->headings[0].to, text.n));
    id->report->agency = sentence_subject(m->arena, text, id->report->year);
    if (id->report->agency.n > 0)
      fit_remark(m, id->fit, SEV_WARNING, m->doc->blocks.at[i].rows[0].cells[0].place,
                 "no title names the agency, \"%.*s\" is the subject of this sentence",
                 STR_ARG(id->report->agency));
  }
}

/* 区统计局, 市水务局: a name that is complete only on its own site. 市中区 is a place. */
static bool lacks_place(struct arena *scratch, struct str agency) {
  struct line_text line;
  line_read(scratch, agency, &line);
  if (line.n < 3)
    return false;
  return utf8_is_one_of(line.at[0].c, "区县省") ||
         (utf8_is_one_of(line.at[0].c, "市") && !utf8_is_one_of(line.at[2].c, "区"));
}

/* The user knows better than the title, which is quoted where it says something else. */
static void use_said(const struct finding *id, const struct said *said) {
  struct report *r = id->report;
  bool is_other = r->agency.n > 0 && !str_eq(r->agency, said->agency);
  if (is_other && r->year > 0 && r->year != said->year)
    note(id, SEV_NOTE, "the file itself says \"%.*s\" and %d", STR_ARG(r->agency), r->year);
  else if (is_other)
    note(id, SEV_NOTE, "the file itself says \"%.*s\"", STR_ARG(r->agency));
  else if (r->year > 0 && r->year != said->year)
    note(id, SEV_NOTE, "the file itself says %d", r->year);
  r->agency = said->agency;
  r->year = said->year;
  r->is_said = true;
}

void identity_find(struct match *m, struct fit *fit, const struct index_form *form,
                   struct report *report) {
  struct finding id = {m, fit, form, report};
  struct str agency = {"", 0};
  int year = 0;
  m->signature = m->doc->blocks.n;
  report->title = report->agency = report->signed_on = report->sender = STR("");
  find_title_lines(&id);
  if ((report->agency.n == 0 || report->year == 0) &&
      read_title(&id, m->doc->title, true, &agency, &year))
    use_title(&id, m->doc->title, agency, year);
  find_sender(&id);
  if (report->agency.n == 0)
    report->agency = report->sender;
  find_signature(&id);
  if (m->doc->said != NULL) {
    use_said(&id, m->doc->said);
    return;
  }
  if (report->year == 0)
    find_period(&id);
  if (report->agency.n == 0 || report->year == 0)
    ask_file_name(&id);
  if (report->agency.n == 0 || report->year == 0)
    ask_introduction(&id);
  if (report->agency.n == 0 && report->year > 0)
    ask_sentences(&id);
  if (lacks_place(m->arena, report->agency))
    note(&id, SEV_WARNING, "\"%.*s\" does not say of what place: others may go by the same name",
         STR_ARG(report->agency));
}
