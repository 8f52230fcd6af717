/* match: documents → reports (see match.h). The steps, each in a file of its own, are listed in
 * match_parts.h.
 */
#include "read/match.h"

#include "read/match_parts.h"

/* Fewer labels say nothing: menus and other tables share words with the form. */
#define LEAST_LABELS 4

static const struct span nowhere = {0, 0};

/* How many of the labels seen in tables name a row or a column of the edition. */
static size_t count_labels(const struct match *m, int edition) {
  size_t count = 0;
  for (size_t i = 0; i < index_label_count(m->index); i++) {
    if (!m->seen[i])
      continue;
    const struct label *label = index_label(m->index, (int)i);
    bool hit = false;
    for (size_t u = 0; u < label->uses.n && !hit; u++)
      hit = label->uses.at[u].edition == edition &&
            (label->uses.at[u].kind == LABEL_ROW || label->uses.at[u].kind == LABEL_COLUMN);
    count += hit;
  }
  return count;
}

static const struct index_form *form_of(const struct match *m, int edition) {
  int form = index_edition(m->index, edition)->edition->form;
  return index_form(m->index, form);
}

/* Fits one edition: tables first, then running text for what they lack. Returns the labels met. */
static size_t fit_edition(struct match *m, int edition, struct fit *fit) {
  fit_init(m, fit, edition);
  heading_find_all(m, form_of(m, edition));
  table_fit(m, fit);
  return flow_fit(m, fit);
}

struct choice {
  int edition; /* -1: none fits better than others */
  int rival;   /* with as many labels; -1 */
  size_t labels;
};

static void weigh(struct choice *choice, int edition, size_t labels) {
  if (labels > choice->labels) {
    *choice = (struct choice){edition, -1, labels};
  } else if (labels == choice->labels && labels > 0) {
    choice->rival = edition;
  }
}

/* The edition with most labels: in tables, and if those do not decide also in running text. */
static struct choice choose_edition(struct match *m) {
  int n = (int)index_vocab(m->index)->neditions;
  struct choice choice = {-1, -1, 0};
  for (int e = 0; e < n; e++)
    weigh(&choice, e, count_labels(m, e));
  if (choice.labels >= LEAST_LABELS && choice.rival < 0)
    return choice;
  choice = (struct choice){-1, -1, 0};
  for (int e = 0; e < n; e++) {
    if (index_edition(m->index, e)->nrows == 0)
      continue;
    struct arena_mark mark = arena_mark(m->arena);
    struct fit fit;
    weigh(&choice, e, count_labels(m, e) + fit_edition(m, e, &fit));
    arena_rewind(m->arena, mark);
  }
  return choice;
}

static bool has_rows(const struct fit *fit) {
  for (int row = 0; row < fit->edition->nrows; row++)
    if (fit->rows[row].how != FOUND_NOT)
      return true;
  return false;
}

/* Says why there is no edition. */
static void refuse_edition(const struct match *m, struct choice choice, struct diags *diags) {
  const struct vocab *vocab = index_vocab(m->index);
  if (choice.labels >= LEAST_LABELS && choice.rival >= 0) {
    diag_add(diags, DIAG_FORM, nowhere,
             "its labels fit the editions \"%.*s\" and \"%.*s\" alike, %zu each",
             STR_ARG(vocab->editions[choice.edition].names.key),
             STR_ARG(vocab->editions[choice.rival].names.key), choice.labels);
    diag_hint(diags, "the table that tells them apart may be missing from the file");
  } else if (choice.labels > 0) {
    diag_add(diags, DIAG_FORM, nowhere,
             "it holds no table of a known form, only %zu of the words of one", choice.labels);
  } else {
    diag_add(diags, DIAG_FORM, nowhere, "it holds no table of a known form");
  }
}

/* Says that it is not known who reports on what year. True when it is. */
static bool refuse_identity(const struct report *report, struct diags *diags) {
  bool has_year = report->year > 0, has_agency = report->agency.n > 0;
  if (has_year && has_agency)
    return true;
  diag_add(diags, DIAG_FORM, nowhere, "no %s is told by its title, its text or its name",
           has_year     ? "agency"
           : has_agency ? "year"
                        : "agency and no year");
  diag_hint(diags, "name the file like AGENCY_%d.txt", has_year ? report->year : 2022);
  return false;
}

/* Reads one document into *report. False after a message. */
static bool match_doc(struct arena *arena, const struct match_index *index, const struct doc *doc,
                      struct report *report, struct diags *diags) {
  struct match *m = ARENA_NEW(arena, struct match);
  m->arena = arena;
  m->index = index;
  m->doc = doc;
  table_survey(m);
  struct choice choice = choose_edition(m);
  if (choice.edition < 0 || choice.rival >= 0 || choice.labels < LEAST_LABELS) {
    refuse_edition(m, choice, diags);
    return false;
  }
  struct fit fit;
  fit_edition(m, choice.edition, &fit);
  const struct edition *edition = fit.edition->edition;
  if (!has_rows(&fit))
    return diag_add(diags, DIAG_FORM, nowhere,
                    "it has headings of the form \"%.*s\" but no row with figures",
                    STR_ARG(edition->names.key));
  *report = (struct report){.edition = choice.edition, .path = doc->path};
  identity_find(m, &fit, form_of(m, choice.edition), report);
  if (m->is_double) {
    diag_add(diags, DIAG_FORM, nowhere, "two reports stand side by side in it");
    diag_hint(diags, "turn it into text column by column");
    return false;
  }
  heading_sections(m, report);
  heading_order(m, form_of(m, choice.edition), report);
  fit_cells(m, &fit, report);
  infer_rows(m, &fit, report);
  report->remarks.at = fit.remarks.at;
  report->remarks.n = fit.remarks.n;
  report->remarks.cap = fit.remarks.cap;
  return refuse_identity(report, diags);
}

bool match_docs(struct arena *arena, const struct match_index *index, const struct doc *docs,
                size_t ndocs, struct report_sink sink, size_t *found, struct diags *diags) {
  *found = 0;
  for (size_t i = 0; i < ndocs; i++) {
    struct report report;
    struct diags silent = {.arena = arena, .source = diags->source};
    enum map_outcome mapped =
        docs[i].is_records ? map_doc(arena, index_maps(index), &docs[i], sink, diags) : MAP_OTHER;
    if (mapped == MAP_STOPPED)
      return false;
    *found += mapped == MAP_DONE;
    if (mapped != MAP_OTHER || /* records of something else are no fault */
        !match_doc(arena, index, &docs[i], &report, docs[i].is_records ? &silent : diags))
      continue;
    ++*found;
    if (!sink.take(sink.context, &report))
      return false;
  }
  return true;
}
