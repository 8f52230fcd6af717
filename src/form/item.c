/* item: reading the parts of a definition (see item.h). */
#include "form/item.h"

void item_strings(struct arena *arena, const struct node *item, size_t from, struct str **strings,
                  size_t *n) {
  size_t seen = 0;
  *strings = ARENA_ARRAY(arena, struct str, node_count(item));
  *n = 0;
  bool is_property = false; /* strings behind `article` and the like belong to that word */
  for (const struct node *atom = item->first; atom != NULL; atom = atom->next) {
    if (atom->kind == NODE_STRING && !is_property && seen++ >= from)
      (*strings)[(*n)++] = atom->text;
    bool is_word = atom->kind == NODE_NAME && atom != item->first;
    bool has_words =
        is_word && (str_eq(atom->text, STR("article")) || str_eq(atom->text, STR("corner")) ||
                    str_eq(atom->text, STR("file")));
    is_property = has_words || (is_property && atom->kind == NODE_STRING);
  }
}

void item_names(struct arena *arena, const struct node *item, struct names *names) {
  struct str *strings;
  size_t n;
  item_strings(arena, item, 0, &strings, &n);
  *names = (struct names){0};
  if (item->first->kind == NODE_NAME)
    names->key = item->first->text;
  if (n > 0)
    names->zh = strings[0];
  if (n > 1)
    names->en = strings[1];
  if (n > 2) {
    names->synonyms = strings + 2;
    names->nsynonyms = n - 2;
  }
}

/* The word behind the key, NULL when it is not there. */
static const struct node *find_word(const struct node *item, const char *word) {
  for (const struct node *atom = item->first->next; atom != NULL; atom = atom->next)
    if (atom->kind == NODE_NAME && str_eq(atom->text, str_from_z(word)))
      return atom;
  return NULL;
}

bool item_has(const struct node *item, const char *word) {
  return find_word(item, word) != NULL;
}

int64_t item_number(const struct node *item, const char *word, int64_t otherwise) {
  const struct node *atom = find_word(item, word);
  bool is_followed = atom != NULL && atom->next != NULL && atom->next->kind == NODE_INT;
  return is_followed ? atom->next->number : otherwise;
}

static struct str text_after(const struct node *item, const char *word, enum node_kind kind) {
  const struct node *atom = find_word(item, word);
  bool is_followed = atom != NULL && atom->next != NULL && atom->next->kind == kind;
  return is_followed ? atom->next->text : STR("");
}

struct str item_word_after(const struct node *item, const char *word) {
  return text_after(item, word, NODE_NAME);
}

struct str item_string_after(const struct node *item, const char *word) {
  return text_after(item, word, NODE_STRING);
}

void item_strings_after(struct arena *arena, const struct node *item, const char *word,
                        struct str **strings, size_t *n) {
  const struct node *atom = find_word(item, word);
  *strings = ARENA_ARRAY(arena, struct str, node_count(item));
  *n = 0;
  for (atom = atom != NULL ? atom->next : NULL; atom != NULL && atom->kind == NODE_STRING;
       atom = atom->next)
    (*strings)[(*n)++] = atom->text;
}

const struct node *item_child(const struct node *item, enum node_kind kind) {
  for (const struct node *child = item->first; child != NULL; child = child->next)
    if (child->kind == kind)
      return child;
  return NULL;
}
