/* words: no name of the forms in the code.
 *
 *   words            prints every key, name and printed word of measures, dimensions and members
 *   words FILE...    finds string literals (.c, .h, .def) and tokens (.y) that equal one of them
 *
 * Reads the definitions as ogi does. Prints each breach with its place; status 1 if there is one.
 */
#include "base/utf8.h"
#include "form/define.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The dimensions that every report has are the language's own, and so are the word for a total,
 * which forms print too, and the fields of a finding. */
static const char *const own[] = {"year",    "agency", "region", "level", "function",
                                  "edition", "form",   "total",  "rule",  "status"};

struct word {
  struct str folded, of; /* of: the key of what is called so */
};

struct words {
  struct word *at;
  size_t n, cap;
};

static void add(struct arena *arena, struct words *words, struct str text, struct str of) {
  struct str folded = str_trim(utf8_fold(arena, text));
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
    if (str_eq(folded, str_from_z(own[i])))
      return;
  if (folded.n == 0)
    return;
  struct word word = {folded, of};
  ARENA_PUSH(arena, words, word);
}

static void add_names(struct arena *arena, struct words *words, const struct names *names) {
  add(arena, words, names->key, names->key);
  add(arena, words, names->zh, names->key);
  add(arena, words, names->en, names->key);
  for (size_t i = 0; i < names->nsynonyms; i++)
    add(arena, words, names->synonyms[i], names->key);
}

/* A row or column stands for members and measures, so its words are theirs. */
static void add_lines(struct arena *arena, struct words *words, const struct line *lines, size_t n,
                      struct str of) {
  for (size_t i = 0; i < n; i++) {
    for (int part = 0; part < lines[i].npath; part++)
      add(arena, words, lines[i].path[part], of);
    for (size_t s = 0; s < lines[i].nsynonyms; s++)
      add(arena, words, lines[i].synonyms[s], of);
  }
}

static struct words collect(struct arena *arena, const struct vocab *vocab) {
  struct words words = {0};
  for (size_t i = 0; i < vocab->nmeasures; i++)
    add_names(arena, &words, &vocab->measures[i].names);
  for (size_t i = 0; i < vocab->ndimensions; i++) {
    const struct dimension *dimension = &vocab->dimensions[i];
    add_names(arena, &words, &dimension->names);
    for (size_t m = 1; m < dimension->nmembers; m++)
      add_names(arena, &words, &dimension->members[m].names);
  }
  for (size_t i = 0; i < vocab->neditions; i++) {
    const struct edition *edition = &vocab->editions[i];
    for (size_t t = 0; t < edition->ntables; t++)
      for (size_t b = 0; b < edition->tables[t].nblocks; b++) {
        const struct block *block = &edition->tables[t].blocks[b];
        add_lines(arena, &words, block->rows, block->nrows, edition->names.key);
        add_lines(arena, &words, block->columns, block->ncolumns, edition->names.key);
      }
  }
  return words;
}

static const struct word *find(const struct words *words, struct str folded) {
  for (size_t i = 0; i < words->n; i++)
    if (str_eq(words->at[i].folded, folded))
      return &words->at[i];
  return NULL;
}

struct scan {
  const struct words *words;
  const char *path;
  const char *p;
  int line;
  int breaches;
};

static void judge(struct scan *scan, struct str text, const char *what, int line) {
  struct arena arena = {0};
  const struct word *word = find(scan->words, str_trim(utf8_fold(&arena, text)));
  if (word != NULL) {
    printf("%s:%d: %s \"%.*s\" is a name of the form (%.*s): it belongs in stdlib/ alone\n",
           scan->path, line, what, STR_ARG(text), STR_ARG(word->of));
    scan->breaches++;
  }
  arena_free(&arena);
}

static char next(struct scan *scan) {
  char c = *scan->p;
  if (c == '\n')
    scan->line++;
  if (c != '\0')
    scan->p++;
  return c;
}

static bool skip_comment(struct scan *scan) {
  if (strncmp(scan->p, "//", 2) == 0) {
    while (*scan->p != '\0' && *scan->p != '\n')
      scan->p++;
    return true;
  }
  if (strncmp(scan->p, "/*", 2) != 0)
    return false;
  const char *end = strstr(scan->p + 2, "*/");
  end = end != NULL ? end + 2 : scan->p + strlen(scan->p);
  while (scan->p < end)
    next(scan);
  return true;
}

/* One escape behind a backslash. */
static void escape(struct scan *scan, struct sbuf *out) {
  char c = next(scan);
  if (c == 'x') {
    sbuf_add_char(out, (char)strtol(scan->p, NULL, 16));
    while (isxdigit((unsigned char)*scan->p))
      scan->p++;
  } else if (c == 'u' || c == 'U') {
    char digits[9] = {0};
    size_t n = c == 'u' ? 4 : 8;
    for (size_t i = 0; i < n && *scan->p != '\0'; i++)
      digits[i] = next(scan);
    utf8_put(out, (uint32_t)strtoul(digits, NULL, 16));
  } else if (c >= '0' && c <= '7') {
    int value = c - '0';
    while (*scan->p >= '0' && *scan->p <= '7')
      value = value * 8 + (next(scan) - '0');
    sbuf_add_char(out, (char)value);
  } else if (c != '\n') {
    sbuf_add_char(out, c == 'n' ? '\n' : c == 't' ? '\t' : c);
  }
}

/* The literal at p and those that follow it directly: each alone and all together. */
static void literals(struct scan *scan) {
  struct arena arena = {0};
  struct sbuf whole = {.arena = &arena};
  int line = scan->line, count = 0;
  while (*scan->p == '"') {
    struct sbuf one = {.arena = &arena};
    int at = scan->line;
    next(scan);
    while (*scan->p != '\0' && *scan->p != '"' && *scan->p != '\n')
      if (next(scan) == '\\')
        escape(scan, &one);
      else
        sbuf_add_char(&one, scan->p[-1]);
    next(scan);
    judge(scan, sbuf_str(&one), "the literal", at);
    sbuf_add(&whole, sbuf_str(&one));
    count++;
    while (isspace((unsigned char)*scan->p) || skip_comment(scan))
      if (isspace((unsigned char)*scan->p))
        next(scan);
  }
  if (count > 1)
    judge(scan, sbuf_str(&whole), "the literal", line);
  arena_free(&arena);
}

static void scan_code(struct scan *scan) {
  while (*scan->p != '\0') {
    if (skip_comment(scan))
      continue;
    if (*scan->p == '#') {
      const char *word = scan->p + 1 + strspn(scan->p + 1, " \t");
      if (strncmp(word, "include", 7) == 0)
        while (*scan->p != '\0' && *scan->p != '\n')
          scan->p++;
      else
        scan->p++;
    } else if (*scan->p == '"') {
      literals(scan);
    } else if (*scan->p == '\'') {
      next(scan);
      while (*scan->p != '\0' && *scan->p != '\'')
        if (next(scan) == '\\')
          next(scan);
      next(scan);
    } else {
      next(scan);
    }
  }
}

/* Terminals are written in capitals; what stands in braces is C. */
static void scan_grammar(struct scan *scan) {
  struct scan code = *scan;
  scan_code(&code);
  scan->breaches = code.breaches;
  for (int depth = 0; *scan->p != '\0';) {
    if (skip_comment(scan))
      continue;
    depth += (*scan->p == '{') - (*scan->p == '}');
    const char *start = scan->p;
    while (isalnum((unsigned char)*scan->p) || *scan->p == '_')
      scan->p++;
    struct str word = {start, (size_t)(scan->p - start)};
    if (word.n == 0)
      next(scan);
    else if (depth == 0 && word.n > 1 && isupper((unsigned char)start[0]))
      judge(scan, word, "the token", scan->line);
  }
}

static int check_file(const struct words *words, const char *path) {
  struct arena arena = {0};
  struct sbuf text = {.arena = &arena};
  FILE *f = fopen(path, "rb");
  if (f == NULL) {
    printf("cannot read %s\n", path);
    return 1;
  }
  char buffer[65536];
  size_t n;
  while ((n = fread(buffer, 1, sizeof buffer, f)) > 0)
    sbuf_add(&text, (struct str){buffer, n});
  fclose(f);
  sbuf_add_char(&text, '\0');
  struct scan scan = {.words = words, .path = path, .p = text.at, .line = 1};
  if (str_ends(str_from_z(path), STR(".y")))
    scan_grammar(&scan);
  else
    scan_code(&scan);
  arena_free(&arena);
  return scan.breaches;
}

int main(int argc, char **argv) {
  struct arena arena = {0};
  struct diags diags = {.arena = &arena};
  struct vocab vocab = {0};
  if (!define_shipped(&arena, &vocab, NULL, &diags)) {
    diags_render(&diags, stdout);
    return 2;
  }
  struct words words = collect(&arena, &vocab);
  int breaches = 0;
  for (size_t i = 0; argc < 2 && i < words.n; i++)
    printf("%.*s\n", STR_ARG(words.at[i].folded));
  for (int i = 1; i < argc; i++)
    breaches += check_file(&words, argv[i]);
  if (argc > 1)
    printf("%zu words of the forms, %d files\n", words.n, argc - 1);
  arena_free(&arena);
  return breaches > 0;
}
