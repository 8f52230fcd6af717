/* PDF pages: the report of a page of the web, drawn with ruled lines, gives the same cells; what is
 * not between lines is text. What poppler's programs would print is written here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/pdf_page.h"
#include "read_office.h"

#define WIDE 90 /* of a column, in points */
#define HIGH 20 /* of a line */

/* A document being drawn on one long page. */
struct drawing {
  struct sbuf words, paths;
  int top;
  bool is_filled; /* lines are thin filled boxes */
};

static void draw_word(struct drawing *d, int left, int top, int right, struct str text) {
  sbuf_addf(&d->words, "    <word xMin=\"%d.5\" yMin=\"%d.25\" xMax=\"%d.5\" yMax=\"%d.25\">", left,
            top + 2, right, top + 16);
  add_escaped(&d->words, text);
  sbuf_add_z(&d->words, "</word>\n");
}

/* In a drawing that stands on its head, as poppler's do. */
static void draw_line(struct drawing *d, int left, int top, int right, int bottom) {
  if (d->is_filled) {
    sbuf_addf(
        &d->paths,
        "<path style=\"stroke:none;fill-rule:nonzero;\" d=\"M %d %d L %d %d L %d %d L %d %d Z "
        "M %d %d \"/>",
        left, top, right + 1, top, right + 1, bottom + 1, left, bottom + 1, left, top);
    return;
  }
  sbuf_addf(&d->paths,
            "<path style=\"fill:none;stroke-width:0.25;\" d=\"M %d.25 %d L %d %d \" "
            "transform=\"matrix(1,0,0,-1,0,100000)\"/>",
            left, 100000 - top, right, 100000 - bottom);
}

static void draw_table(struct drawing *d, const struct doc_block *block) {
  for (size_t r = 0; r < block->nrows; r++) {
    int left = 50, top = d->top + (int)r * HIGH;
    for (size_t c = 0; c < block->rows[r].ncells; c++) {
      const struct doc_cell *cell = &block->rows[r].cells[c];
      int right = left + WIDE * cell->colspan, bottom = top + HIGH * cell->rowspan;
      if (!cell->is_copy) {
        if (cell->text.n > 0)
          draw_word(d, left + 5, (top + bottom - HIGH) / 2, right - 5, cell->text);
        draw_line(d, left, top, right, top);
        draw_line(d, left, bottom, right, bottom);
        draw_line(d, left, top, left, bottom);
        draw_line(d, right, top, right, bottom);
      }
      left = right;
    }
  }
  d->top += (int)block->nrows * HIGH + HIGH / 2;
}

static struct doc *laid_out(const struct drawing *d) {
  struct doc *doc = ARENA_NEW(&arena, struct doc);
  struct pdf_pages pages = {0};
  pdf_words(&arena,
            str_fmt(&arena, "<doc>\n  <page width=\"1\" height=\"2\">\n%.*s</page>\n",
                    STR_ARG(sbuf_str(&d->words))),
            &pages);
  assert_int_equal(pages.n, 1);
  struct str svg =
      str_fmt(&arena,
              "<svg xmlns=\"http://www.w3.org/2000/svg\"><defs><path style=\"fill:none\" "
              "d=\"M 0 0 L 100 0\"/></defs><g>%.*s</g></svg>",
              STR_ARG(sbuf_str(&d->paths)));
  assert_true(pdf_rules(&arena, svg, &pages));
  doc->path = STR("a.pdf");
  pdf_lay_out(&arena, &pages.at[0], 2, doc);
  return doc;
}

static void same_cells(void **state) {
  (void)state;
  static const char *const editions[] = {"cn.2019", "cn.2021"};
  for (int i = 0; i < 4; i++) {
    struct str page = report_text(edition_named(editions[i % 2]), SHAPE_HTML, "2021");
    struct report want = read_report("a.html", page), got = {0};
    const struct doc *doc = doc_of_page(page);
    struct drawing d = {.words.arena = &arena, .paths.arena = &arena, .is_filled = i > 1};
    for (size_t b = 0; b < doc->blocks.n; b++) {
      const struct doc_block *block = &doc->blocks.at[b];
      if (block->kind == DOC_TABLE) {
        draw_table(&d, block);
      } else {
        draw_word(&d, 50, d.top, 400, block->rows[0].cells[0].text);
        d.top += HIGH * 3;
      }
    }
    size_t found;
    assert_true(match_docs(&arena, match_index, laid_out(&d), 1,
                           (struct report_sink){keep_report, &got}, &found, &diags));
    assert_int_equal(found, 1);
    assert_same_report(&got, &want);
    assert_same_places(&got, &want);
  }
}

static void words(void **state) {
  (void)state;
  struct drawing d = {.words.arena = &arena, .paths.arena = &arena};
  draw_word(&d, 50, 0, 440, STR("一行到边的文字，"));
  draw_word(&d, 50, 20, 120, STR("下一行"));
  draw_word(&d, 123, 20, 140, STR("7")); /* a quarter of a character apart */
  draw_word(&d, 150, 20, 200, STR("a&b"));
  draw_word(&d, 50, 60, 440, STR("label"));
  draw_word(&d, 300, 61, 310, STR("0"));
  draw_word(&d, 420, 61, 440, STR("12"));
  draw_word(&d, 50, 80, 100, STR("next"));
  assert_string_equal(shown_doc(laid_out(&d)),
                      "¶一行到边的文字，下一行7 a&b\n¶label 0 12\n¶next\n");
  struct place place = laid_out(&d)->blocks.at[1].rows[0].cells[0].place;
  assert_str(place_text(&arena, place), "page 2, line 3");
}

static void cells(void **state) {
  (void)state;
  struct drawing d = {.words.arena = &arena, .paths.arena = &arena};
  /* two rows of two cells, and a narrower third */
  for (int i = 0; i < 3; i++)
    draw_line(&d, 50, i * HIGH, 250, i * HIGH);
  draw_line(&d, 50, 3 * HIGH, 150, 3 * HIGH);
  draw_line(&d, 50, 0, 50, 3 * HIGH);
  draw_line(&d, 150, 0, 150, 3 * HIGH);
  draw_line(&d, 250, 0, 250, 2 * HIGH);
  draw_line(&d, 251, 0, 251, 2 * HIGH); /* a double border */
  draw_word(&d, 60, 0, 100, STR("a"));
  draw_word(&d, 140, 0, 200, STR("12")); /* begins in the cell before */
  draw_word(&d, 60, HIGH, 100, STR("b"));
  draw_word(&d, 60, 2 * HIGH, 100, STR("c"));
  draw_word(&d, 160, 2 * HIGH, 200, STR("beside"));
  assert_string_equal(shown_doc(laid_out(&d)), "a|12…\nb|\nc\n¶beside\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_cells),
      cmocka_unit_test(words),
      cmocka_unit_test(cells),
  };
  read_setup();
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
