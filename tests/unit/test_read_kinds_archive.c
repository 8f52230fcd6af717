/* Archives: each kind gives the reports in it, whatever else it holds; damage, bombs, passwords and
 * odd names cost what they must and no more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_pack.h"

#include <stdlib.h>
#include <unistd.h>

static struct kept kept;

static struct str good_text(const char *year) {
  return report_text(edition_named("cn.2021"), SHAPE_TRAILING, year);
}

static struct str good_page(const char *year) {
  return report_text(edition_named("cn.2021"), SHAPE_HTML, year);
}

static void fill(struct pack *pack) {
  pack_file(pack, "./inner/a.html", good_page("2021"));
  pack_file(pack, "inner/picture.png", STR("\x89PNG\r\n\x1A\n\0\0"));
  pack_file(pack, "b.txt", in_charset(good_text("2022"), "GB18030"));
  pack_file(pack, ".hidden.txt", STR("x"));
  pack_file(pack, "__MACOSX/._b.txt", STR("x"));
}

static void kinds(void **state) {
  (void)state;
  static const char *const all[] = {"zip", "tar", "tar.gz", "tar.xz", "tar.bz2", "7z"};
  struct report page = read_report("a.html", good_page("2021"));
  struct report text = read_report("b.txt", good_text("2022"));
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct pack pack = pack_begin(all[i], NULL);
    fill(&pack);
    struct str bytes = pack_end(&pack);
    const char *path = str_fmt(&arena, "x/all.%s", all[i]).p;
    if (read_kept(path, bytes, &kept) != READ_DONE)
      fail_msg("%s: %s", path, said());
    assert_int_equal(kept.n, 2);
    assert_str(kept.at[0].path, str_fmt(&arena, "%s/inner/a.html", path).p);
    assert_str(kept.at[1].path, str_fmt(&arena, "%s/b.txt", path).p);
    assert_same_report(&kept.at[0], &page);
    assert_same_places(&kept.at[0], &page);
    assert_same_report(&kept.at[1], &text);
    assert_int_equal(diags.n, 0);
  }
}

static void a_bad_entry_costs_itself(void **state) {
  (void)state;
  struct pack pack = pack_begin("zip", NULL);
  pack_file(&pack, "bad.html", STR("<html><p>x</p></html>"));
  pack_file(&pack, "empty.txt", STR(""));
  pack_file(&pack, "good.txt", good_text("2021"));
  pack_file(&pack, "bytes.txt", STR("年\xFF报\n"));
  assert_int_equal(read_kept("a.zip", pack_end(&pack), &kept), READ_FAILED);
  assert_int_equal(kept.n, 1);
  assert_string_equal(said(),
                      "a.zip/bad.html: it holds no table of a known form\n"
                      "a.zip/empty.txt: the file is empty\n"
                      "a.zip/bytes.txt: byte 0xFF is not UTF-8\n");
}

static void nothing_in_it(void **state) {
  (void)state;
  assert_int_equal(read_kept("a.zip", packed("zip", "a.png", STR("\x89PNG\0")), &kept),
                   READ_SKIPPED);
  assert_string_equal(said(), "a.zip: of 1 files in it none is of a kind that can be read\n");
  struct pack pack = pack_begin("zip", NULL);
  assert_int_equal(read_kept("a.zip", pack_end(&pack), &kept), READ_SKIPPED);
}

/* Puts other bytes of the same length in the place of each `old`. */
static void patch(struct str bytes, const char *old, const char *new) {
  size_t n = strlen(old);
  for (size_t i = 0; i + n <= bytes.n; i++)
    if (memcmp(bytes.p + i, old, n) == 0)
      memcpy((char *)(uintptr_t)bytes.p + i, new, n);
}

static void names(void **state) {
  (void)state;
  struct str bytes = packed("zip", "xxxx.html", good_page("2021"));
  patch(bytes, "xxxx", "\xC4\xEA\xB1\xA8"); /* GBK, and no word of it */
  assert_int_equal(read_kept("a.zip", bytes, &kept), READ_DONE);
  assert_str(kept.at[0].path, "a.zip/年报.html");
  bytes = packed("zip", "xxxxxx.html", good_page("2021"));
  patch(bytes, "xxxxxx", "年报");
  assert_int_equal(read_kept("a.zip", bytes, &kept), READ_DONE);
  assert_str(kept.at[0].path, "a.zip/年报.html");
  bytes = packed("tar.gz", "../../etc/a.html", good_page("2021"));
  assert_int_equal(read_kept("a.tgz", bytes, &kept), READ_DONE);
  assert_str(kept.at[0].path, "a.tgz/../../etc/a.html");
  bytes = packed("zip", "xxx.html", good_page("2021"));
  patch(bytes, "xxx", "\x1B[m");
  assert_int_equal(read_kept("a.zip", bytes, &kept), READ_DONE);
  assert_str(kept.at[0].path, "a.zip/?[m.html");
}

/* The agency and the year may stand in the name alone. */
static void names_tell(void **state) {
  (void)state;
  struct str text = replaced(good_text("2021"), "示例县水务局2021年", "");
  text = replaced(text, "示例县水务局\n", "\n");
  assert_int_equal(read_kept("a.zip", packed("zip", "x/示例局_2021.txt", text), &kept), READ_DONE);
  assert_str(kept.at[0].agency, "示例局");
}

static void nesting(void **state) {
  (void)state;
  struct str one = packed("zip", "a.html", good_page("2021"));
  struct str two = packed("tar.gz", "in/one.zip", one);
  struct str three = packed("zip", "two.tar.gz", two);
  assert_int_equal(read_kept("b.tar.gz", two, &kept), READ_DONE);
  assert_str(kept.at[0].path, "b.tar.gz/in/one.zip/a.html");
  assert_int_equal(read_kept("c.zip", three, &kept), READ_FAILED);
  assert_string_equal(
      said(), "c.zip/two.tar.gz/in/one.zip: this archive is too deep in others to be opened\n");
}

static void damage(void **state) {
  (void)state;
  static const char *const all[] = {"zip", "tar", "tar.gz", "tar.xz", "7z"};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct pack pack = pack_begin(all[i], NULL);
    pack_file(&pack, "a.html", good_page("2021"));
    pack_file(&pack, "b.html", good_page("2022"));
    struct str bytes = pack_end(&pack);
    const char *path = str_fmt(&arena, "all.%s", all[i]).p;
    for (size_t cut = 1; cut < bytes.n; cut += 1 + bytes.n / 16) {
      enum read_outcome outcome = read_kept(path, str_sub(bytes, 0, cut), &kept);
      assert_true(outcome == READ_FAILED || (outcome == READ_DONE && kept.n == 2) || cut < 300);
      assert_true(outcome != READ_FAILED || strstr(said(), path) != NULL);
    }
  }
  /* what stands before the cut is read */
  struct pack pack = pack_begin("zip", NULL);
  pack_file(&pack, "a.html", good_page("2021"));
  pack_file(&pack, "b.html", good_page("2022"));
  struct str bytes = pack_end(&pack);
  assert_int_equal(read_kept("a.zip", str_sub(bytes, 0, bytes.n * 3 / 4), &kept), READ_FAILED);
  assert_int_equal(kept.n, 1);
  assert_int_equal(kept.at[0].year, 2021);
  patch(bytes, "PK\1\2", "PK\7\2"); /* the directory is none */
  read_kept("a.zip", bytes, &kept);
  assert_int_equal(kept.n, 2);
  bytes = str_copy(&arena, STR("this is no archive, whatever its name says"));
  assert_int_equal(read_kept("a.zip", bytes, &kept), READ_FAILED);
  assert_non_null(strstr(said(), "a.zip: no archive could be made out in it"));
}

static void wrong_sums(void **state) {
  (void)state;
  struct pack pack = pack_begin("zip", "zip:compression=store");
  pack_file(&pack, "a.html", good_page("2021"));
  pack_file(&pack, "b.html", good_page("2022"));
  struct str bytes = pack_end(&pack);
  patch(bytes, "2021年", "2020年");
  assert_int_equal(read_kept("a.zip", bytes, &kept), READ_FAILED);
  assert_int_equal(kept.n, 1);
  assert_int_equal(kept.at[0].year, 2022);
  assert_non_null(strstr(said(), "a.zip/a.html: cannot be unpacked: "));
}

static void passwords(void **state) {
  (void)state;
  struct pack pack = pack_begin("zip", "zip:encryption=traditional");
  pack_file(&pack, "a.html", good_page("2021"));
  pack_file(&pack, "b.html", good_page("2022"));
  pack_file(&pack, "c.png", STR("\x89PNG\0"));
  assert_int_equal(read_kept("a.zip", pack_end(&pack), &kept), READ_FAILED);
  assert_string_equal(said(),
                      "a.zip/a.html: it is encrypted\n"
                      "a.zip: 2 of its entries are encrypted\n");
}

static struct str blanks(size_t n) {
  char *bytes = arena_alloc(&arena, n);
  memset(bytes, ' ', n);
  return (struct str){bytes, n};
}

static void bombs(void **state) {
  (void)state;
  static const char *const all[] = {"zip", "tar.gz", "7z"};
  struct str much = blanks(READ_LIMIT + 1);
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct pack pack = pack_begin(all[i], NULL);
    pack_file(&pack, "bomb.txt", much);
    pack_file(&pack, "film.mp4", much); /* nobody's business */
    pack_file(&pack, "good.txt", good_text("2021"));
    assert_int_equal(read_kept(str_fmt(&arena, "a.%s", all[i]).p, pack_end(&pack), &kept),
                     READ_FAILED);
    assert_int_equal(kept.n, 1);
    assert_string_equal(said(), str_fmt(&arena,
                                        "a.%s/bomb.txt: more than 32 MB are too much for a "
                                        "report\n",
                                        all[i])
                                    .p);
  }
  /* a size that lies */
  struct str bytes = packed("zip", "bomb.txt", much);
  patch(bytes, "\1\0\0\2", "\1\0\0\0");
  assert_int_equal(read_kept("a.zip", bytes, &kept), READ_FAILED);
  assert_int_equal(kept.n, 0);
}

static bool wants_all(void *context, const struct archive_entry_at *entry) {
  (void)context;
  (void)entry;
  return true;
}

static bool wants_none(void *context, const struct archive_entry_at *entry) {
  (void)context;
  (void)entry;
  return false;
}

static bool count_bytes(void *context, struct arena *own, const struct archive_entry_at *entry,
                        struct str bytes) {
  (void)entry;
  assert_true(own != &arena);
  *(size_t *)context += bytes.n;
  return true;
}

/* What is skipped costs too, where it is unpacked all the same. */
static void budgets(void **state) {
  (void)state;
  static const char *const all[] = {"zip", "tar.gz", "7z"};
  for (size_t i = 0; i < 3; i++) {
    for (int wanted = 0; wanted < 2; wanted++) {
      struct pack pack = pack_begin(all[i], NULL);
      for (int n = 0; n < 10; n++)
        pack_file(&pack, str_fmt(&arena, "%d.txt", n).p, blanks(100000));
      struct archive_input input = {STR("x"), -1, pack_end(&pack)};
      size_t taken = 0;
      struct archive_budget budget = {450000, 100};
      struct archive_taker taker = {wanted ? wants_all : wants_none, count_bytes, NULL, &taken};
      diags.n = diags.errors = 0;
      enum archive_end end = archive_each(&input, 1000000, &budget, taker, &diags);
      assert_int_equal(taken, wanted ? 400000 : 0);
      assert_int_equal(end, i == 0 && !wanted ? ARCHIVE_WHOLE : ARCHIVE_BROKEN);
      budget = (struct archive_budget){10000000, 3};
      diags.n = diags.errors = 0;
      assert_int_equal(archive_each(&input, 1000000, &budget, taker, &diags), ARCHIVE_BROKEN);
      assert_non_null(strstr(said(), "more than 1000000 entries"));
    }
  }
}

static bool refuse(void *context, const struct report *report) {
  (void)context;
  (void)report;
  return false;
}

static void the_sink_may_stop(void **state) {
  (void)state;
  struct arena own = {0};
  struct pack pack = pack_begin("zip", NULL);
  fill(&pack);
  assert_int_equal(read_bytes(&own, match_index, pack_end(&pack), STR("a.zip"),
                              (struct report_sink){refuse, NULL}, &diags),
                   READ_STOPPED);
  arena_free(&own);
}

static void note(void *context, struct str path, enum read_outcome outcome, const struct diags *all,
                 size_t first) {
  sbuf_addf(context, "%.*s %d %s\n", STR_ARG(path), (int)outcome,
            first < all->n ? str_z(&arena, all->at[first].text) : "");
}

/* From a file, larger than what is read of any other kind; each entry is told of. */
static void files(void **state) {
  (void)state;
  char path[] = "/tmp/ogi-kinds-XXXXXX.zip";
  int file = mkstemps(path, 4);
  struct pack pack = pack_begin("zip", NULL);
  pack_file(&pack, "bad.html", STR("<html><p>x</p></html>"));
  fill(&pack);
  struct str bytes = pack_end(&pack), said_of = {0};
  assert_int_equal(pwrite(file, "PK\3\4", 4, 0), 4);
  assert_int_equal(pwrite(file, bytes.p, bytes.n, READ_LIMIT), (ssize_t)bytes.n); /* a long lead */
  close(file);
  struct arena own = {0};
  struct sbuf notes = {.arena = &arena};
  kept.n = diags.n = diags.errors = 0;
  assert_int_equal(read_file_noted(&own, match_index, str_from_z(path),
                                   (struct report_sink){keep_copy, &kept},
                                   (struct read_notes){.entry = note, .context = &notes}, &diags),
                   READ_FAILED);
  arena_free(&own);
  unlink(path);
  assert_int_equal(kept.n, 2);
  said_of = str_fmt(&arena,
                    "%s/bad.html 2 it holds no table of a known form\n"
                    "%s/inner/a.html 0 \n%s/inner/picture.png 1 \n%s/b.txt 0 \n",
                    path, path, path, path);
  assert_str(sbuf_str(&notes), said_of.p);
}

static void sniffing(void **state) {
  (void)state;
  struct str zip = packed("zip", "a.html", STR("<p>"));
  assert_true(archive_sniff(zip, STR("a.zip")) > 90);
  assert_true(archive_sniff(zip, STR("A.ZIP")) > 90);
  assert_true(archive_sniff(zip, STR("x.y/a")) > 50);
  assert_int_equal(archive_sniff(zip, STR("a.pptx")), 0);
  assert_int_equal(archive_sniff(STR("<html>"), STR("a.html")), 0);
  assert_string_equal(reader_for(STR("<html>"), STR("a.zip"))->name, "html");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kinds),         cmocka_unit_test(a_bad_entry_costs_itself),
      cmocka_unit_test(nothing_in_it), cmocka_unit_test(names),
      cmocka_unit_test(names_tell),    cmocka_unit_test(nesting),
      cmocka_unit_test(damage),        cmocka_unit_test(wrong_sums),
      cmocka_unit_test(passwords),     cmocka_unit_test(bombs),
      cmocka_unit_test(budgets),       cmocka_unit_test(the_sink_may_stop),
      cmocka_unit_test(files),         cmocka_unit_test(sniffing),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
