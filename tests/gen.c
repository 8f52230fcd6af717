/* gen: synthetic annual reports, for tests and benchmarks. The same seed gives the same bytes.
 *
 *   gen --out DIR [--seed N] [--reports N] [--errors RATE] [--html] [--cells FILE] [--agencies
 * FILE] [--planted FILE]
 *
 * Writes one file per agency and year (six years of each agency, the first two in the older
 * edition), 1,000 to a folder. Agencies are invented and say so. The form comes from the
 * definitions, so a new edition needs no change here; the figures are consistent (parts add to
 * totals, what was carried forward comes back the year after, opening + new = results + closing)
 * except in a share RATE of the reports, which have a wrong total, blank cells or a stroke in place
 * of a figure.
 * --cells writes a line per cell: agency, year, table, row, column, figure, parted by tabs.
 * --planted puts an error into every third report, of each kind in turn (gen_plant.c), and writes a
 * line per cell that is wrong: agency, year, kind, table, row, column, what it holds, what it
 * should.
 * --agencies writes the list that `load "…" as agencies` takes.
 */
#include "gen.h"

#include "form/define.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FIRST_YEAR 2019
#define YEARS 6
#define PER_FOLDER 1000

static FILE *open_or_die(const char *path) {
  FILE *f = fopen(path, "wb");
  if (f == NULL) {
    fprintf(stderr, "gen: cannot write %s: %s\n", path, strerror(errno));
    exit(2);
  }
  return f;
}

static struct str joined(struct arena *arena, struct str title, const struct line *line) {
  struct str text = title;
  for (int i = 0; i < line->npath; i++)
    text = text.n == 0 ? line->path[i]
                       : str_fmt(arena, "%.*s/%.*s", STR_ARG(text), STR_ARG(line->path[i]));
  return text;
}

static void write_cells(struct arena *arena, const struct gen *gen, const struct sheet *sheet) {
  const struct edition *edition = sheet->plan->edition;
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct form_cell *cell = &edition->cells[slot];
    const struct form_table *table = &edition->tables[cell->table];
    const struct block *block = &table->blocks[cell->block];
    fprintf(gen->cells, "%.*s\t%d\t%.*s\t%.*s\t%.*s\t%.*s\n", STR_ARG(sheet->agency), sheet->year,
            STR_ARG(table->key), STR_ARG(joined(arena, block->title, &block->rows[cell->row])),
            STR_ARG(joined(arena, (struct str){0}, &block->columns[cell->column])),
            STR_ARG(gen_printed(arena, gen, sheet, slot)));
  }
}

static void write_report(struct gen *gen, const struct sheet *sheet, const char *out, size_t n) {
  struct arena arena = {0};
  struct str text = gen_page(&arena, gen, sheet);
  if (out != NULL) {
    struct str folder = str_fmt(&arena, "%s/%03zu", out, n / PER_FOLDER);
    if (n % PER_FOLDER == 0 && mkdir(folder.p, 0777) != 0 && errno != EEXIST) {
      fprintf(stderr, "gen: cannot make %s: %s\n", folder.p, strerror(errno));
      exit(2);
    }
    FILE *f = open_or_die(
        str_fmt(&arena, "%.*s/r%06zu.%s", STR_ARG(folder), n, gen->html ? "html" : "txt").p);
    if (fwrite(text.p, 1, text.n, f) != text.n || fclose(f) != 0) {
      fprintf(stderr, "gen: cannot write in %s\n", folder.p);
      exit(2);
    }
  }
  if (gen->cells != NULL)
    write_cells(&arena, gen, sheet);
  arena_free(&arena);
}

/* Agency `i`: a department of a county of a city, all invented. */
static void name_agency(struct arena *arena, struct sheet *sheet, size_t i) {
  static const char *const one[] = {"云", "青", "白", "东", "安", "永", "长", "金", "清", "临"};
  static const char *const two[] = {"河", "山", "林", "湖", "原", "泉", "岭", "川", "溪", "江"};
  static const char *const functions[] = {
      "教育", "公安",     "民政",     "财政", "自然资源", "生态环境", "交通运输",
      "水务", "农业农村", "卫生健康", "应急", "审计",     "统计",     "市场监督管理",
      "体育", "医疗保障", "信访",     "林业", "城市管理", "司法"};
  size_t county = i / 20 % 12, city = i / 240;
  sheet->city = str_fmt(arena, "%s%s市", one[city % 10], two[city / 10 % 10]);
  if (city >= 100)
    sheet->city = str_fmt(arena, "%zu%.*s", city / 100, STR_ARG(sheet->city));
  sheet->county =
      str_fmt(arena, "%s%s县", one[(county + 3) % 10], two[(county * 7 + county / 10 + 1) % 10]);
  sheet->function = str_from_z(functions[i % 20]);
  sheet->agency = str_fmt(arena, "示例省%.*s%.*s%.*s局", STR_ARG(sheet->city),
                          STR_ARG(sheet->county), STR_ARG(sheet->function));
}

static void generate(struct gen *gen, const char *out, uint64_t seed, size_t reports) {
  if (gen->agencies != NULL)
    fprintf(gen->agencies, "agency,region,level,function\n");
  for (size_t i = 0; i * YEARS < reports; i++) {
    struct arena arena = {0};
    struct sheet *sheet = ARENA_NEW(&arena, struct sheet);
    int64_t carried[MAX_CARRIED] = {0};
    name_agency(&arena, sheet, i);
    if (gen->agencies != NULL)
      fprintf(gen->agencies, "%.*s,示例省/%.*s/%.*s,county,%.*s\n", STR_ARG(sheet->agency),
              STR_ARG(sheet->city), STR_ARG(sheet->county), STR_ARG(sheet->function));
    for (size_t y = 0; y < YEARS && i * YEARS + y < reports; y++) {
      gen->state = seed * 1000003 + i * YEARS + y;
      sheet->year = FIRST_YEAR + (int)y;
      sheet->plan = y < 2 ? &gen->older : &gen->newer;
      gen_fill(gen, sheet, carried);
      if (gen_chance(gen, gen->errors))
        gen_spoil(gen, sheet);
      if (gen->planted != NULL && (i + y) % 3 == 0)
        gen_plant(gen, sheet, (i * YEARS + y) / 3);
      write_report(gen, sheet, out, i * YEARS + y);
    }
    arena_free(&arena);
  }
}

int main(int argc, char **argv) {
  struct arena arena = {0};
  struct diags diags = {.arena = &arena};
  struct vocab vocab = {0};
  struct gen gen = {.vocab = &vocab};
  const char *out = NULL;
  uint64_t seed = 1;
  size_t reports = 100;
  for (int i = 1; i < argc; i++) {
    const char *value = i + 1 < argc ? argv[i + 1] : "";
    if (strcmp(argv[i], "--html") == 0) {
      gen.html = true;
      continue;
    }
    if (strcmp(argv[i], "--out") == 0)
      out = value;
    else if (strcmp(argv[i], "--seed") == 0)
      seed = strtoull(value, NULL, 10);
    else if (strcmp(argv[i], "--reports") == 0)
      reports = strtoull(value, NULL, 10);
    else if (strcmp(argv[i], "--errors") == 0)
      gen.errors = strtod(value, NULL);
    else if (strcmp(argv[i], "--cells") == 0)
      gen.cells = strcmp(value, "-") == 0 ? stdout : open_or_die(value);
    else if (strcmp(argv[i], "--agencies") == 0)
      gen.agencies = open_or_die(value);
    else if (strcmp(argv[i], "--planted") == 0)
      gen.planted = open_or_die(value);
    else {
      fprintf(stderr, "gen: unknown option %s; see the head of tests/gen.c\n", argv[i]);
      return 2;
    }
    i++;
  }
  if (!define_shipped(&arena, &vocab, NULL, &diags)) {
    diags_render(&diags, stderr);
    return 2;
  }
  if (out != NULL && mkdir(out, 0777) != 0 && errno != EEXIST) {
    fprintf(stderr, "gen: cannot make %s: %s\n", out, strerror(errno));
    return 2;
  }
  gen_prepare(&arena, &gen);
  generate(&gen, out, seed, reports);
  bool written = (gen.cells == NULL || fclose(gen.cells) == 0) &&
                 (gen.agencies == NULL || fclose(gen.agencies) == 0) &&
                 (gen.planted == NULL || fclose(gen.planted) == 0);
  arena_free(&arena);
  return written ? 0 : 2;
}
