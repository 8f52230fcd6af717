/* Every measure, dimension and member is found by each of its names and by nothing else. */
#include "lang_help.h"

static size_t find(struct bench *b, enum meaning_kind kind, int dimension, const char *word,
                   struct meaning *found) {
  return names_find(&b->vocab, kind, dimension, str_from_z(word), found, 8);
}

static void all_names_lead_back(struct bench *b, const struct names *names,
                                struct meaning meaning) {
  struct meaning found[8];
  struct str words[3] = {names->key, names->zh, names->en};
  for (size_t i = 0; i < 3 + names->nsynonyms; i++) {
    struct str word = i < 3 ? words[i] : names->synonyms[i - 3];
    if (word.n == 0)
      continue;
    size_t n = names_find(&b->vocab, meaning.kind, meaning.dimension, word, found, 8);
    bool is_there = false;
    for (size_t k = 0; k < n && k < 8; k++)
      is_there = is_there || found[k].index == meaning.index;
    if (!is_there)
      fail_msg("%.*s does not lead to %.*s", STR_ARG(word), STR_ARG(names->key));
  }
}

static void every_name_leads_to_its_own(void **state) {
  struct bench *b = bench_of(state);
  for (int i = 0; i < (int)b->vocab.nmeasures; i++)
    all_names_lead_back(b, &b->vocab.measures[i].names, (struct meaning){MEANS_MEASURE, -1, i});
  for (int d = 0; d < (int)b->vocab.ndimensions; d++)
    for (int m = 1; m < (int)b->vocab.dimensions[d].nmembers; m++)
      all_names_lead_back(b, &b->vocab.dimensions[d].members[m].names,
                          (struct meaning){MEANS_MEMBER, d, m});
}

static void every_key_is_alone_in_its_place(void **state) {
  struct bench *b = bench_of(state);
  struct meaning found[8];
  for (size_t i = 0; i < b->vocab.nmeasures; i++)
    assert_int_equal(names_find_of(&b->vocab, (uint64_t)1 << b->vocab.measures[i].form,
                                   MEANS_MEASURE, -1, b->vocab.measures[i].names.key, found, 8),
                     1);
  for (int d = 0; d < (int)b->vocab.ndimensions; d++)
    for (size_t m = 1; m < b->vocab.dimensions[d].nmembers; m++)
      assert_int_equal(names_find(&b->vocab, MEANS_MEMBER, d,
                                  b->vocab.dimensions[d].members[m].names.key, found, 8),
                       1);
}

static void case_width_and_script_do_not_count(void **state) {
  struct bench *b = bench_of(state);
  struct meaning found[8];
  int outcome = dimension_named(b, "outcome"), withheld = member_named(b, outcome, "withheld");
  const char *const words[] = {"WITHHELD",        "ｗｉｔｈｈｅｌｄ", "不予公开",
                               "不予公開",        "（三）不予公开",   "(三)不予公开",
                               "（三） 不予公开", "三、不予公开"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (find(b, MEANS_MEMBER, outcome, words[i], found) != 1)
      fail_msg("%s is not found", words[i]);
    assert_int_equal(found[0].index, withheld);
  }
}

static void printed_words_without_their_marks(void **state) {
  struct bench *b = bench_of(state);
  struct meaning found[8];
  int outcome = dimension_named(b, "outcome");
  int safe = member_named(b, outcome, "security_and_stability");
  const char *const words[] = {"3.危及“三安全一稳定”", "危及\"三安全一稳定\"", "危及三安全一稳定",
                               "3、危及「三安全一稳定」"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (find(b, MEANS_MEMBER, outcome, words[i], found) != 1)
      fail_msg("%s is not found", words[i]);
    assert_int_equal(found[0].index, safe);
  }
}

static void a_name_may_say_its_dimension(void **state) {
  struct bench *b = bench_of(state);
  struct meaning found[8];
  int result = dimension_named(b, "result");
  assert_int_equal(find(b, MEANS_MEMBER, -1, "result.other", found), 1);
  assert_int_equal(found[0].dimension, result);
  assert_int_equal(find(b, MEANS_MEMBER, result, "result.other", found), 1);
  assert_int_equal(find(b, MEANS_MEMBER, dimension_named(b, "outcome"), "result.other", found), 0);
  assert_int_equal(find(b, MEANS_MEMBER, -1, "decision.licence", found), 1);
  assert_int_equal(find(b, MEANS_MEMBER, -1, "licence", found), 2);
}

static void the_key_to_write_says_the_dimension_where_it_must(void **state) {
  struct bench *b = bench_of(state);
  struct meaning found[8];
  find(b, MEANS_MEMBER, dimension_named(b, "item"), "licence", found);
  assert_text(b, meaning_key(&b->arena, &b->vocab, found[0]), "item.licence");
  find(b, MEANS_MEMBER, dimension_named(b, "outcome"), "withheld", found);
  assert_text(b, meaning_key(&b->arena, &b->vocab, found[0]), "withheld");
}

static void what_is_no_name_is_not_found(void **state) {
  struct bench *b = bench_of(state);
  struct meaning found[8];
  assert_int_equal(find(b, MEANS_MEASURE, -1, "withheld", found), 0);
  assert_int_equal(find(b, MEANS_MEASURE, -1, "", found), 0);
  assert_int_equal(find(b, MEANS_MEASURE, -1, "receive", found), 0);
  assert_int_equal(find(b, MEANS_MEMBER, dimension_named(b, "result"), "withheld", found), 0);
  assert_int_equal(find(b, MEANS_MEMBER, -1, ".", found), 0);
  assert_int_equal(find(b, MEANS_MEMBER, -1, "nothing.licence", found), 0);
}

static void edits(void **state) {
  (void)state;
  assert_int_equal(edit_distance(STR("abc"), STR("abc"), 3), 0);
  assert_int_equal(edit_distance(STR("abc"), STR("abd"), 3), 1);
  assert_int_equal(edit_distance(STR("abc"), STR("acb"), 3), 1); /* neighbours swapped */
  assert_int_equal(edit_distance(STR("abc"), STR("ab"), 3), 1);
  assert_int_equal(edit_distance(STR(""), STR("ab"), 3), 2);
  assert_int_equal(edit_distance(STR("不与公开"), STR("不予公开"), 3),
                   1); /* characters, not bytes */
  assert_true(edit_distance(STR("abcdefgh"), STR("x"), 2) > 2);
}

static void near(struct bench *b, const char *dimension, const char *word, const char *first) {
  struct str names[3];
  int d = dimension_named(b, dimension);
  size_t n = names_near(&b->arena, &b->vocab, MEANS_MEMBER, d, str_from_z(word), names);
  if (first == NULL) {
    assert_int_equal(n, 0);
    return;
  }
  if (n == 0)
    fail_msg("nothing is near to %s", word);
  assert_text(b, names[0], first);
}

static void slips_of_the_keys_are_near(void **state) {
  struct bench *b = bench_of(state);
  near(b, "outcome", "witheld", "withheld");
  near(b, "outcome", "WITHHLED", "withheld");
  near(b, "outcome", "not_hled", "not_held");
  near(b, "outcome", "不与公开", "withheld");
  near(b, "requester", "自然", "natural_person"); /* part of a Chinese name */
  near(b, "requester", "natural", "natural_person");
  near(b, "outcome", "xyz", NULL);
  near(b, "outcome", "", NULL);
  near(b, "requester", "witheld", NULL); /* a member of another dimension */
}

static void words_of_any_kind_are_near_too(void **state) {
  struct bench *b = bench_of(state);
  const struct str words[] = {STR("year"), STR("agency"), STR("region")};
  struct str found[3];
  assert_int_equal(words_near(&b->arena, words, 3, STR("yeer"), found), 1);
  assert_text(b, found[0], "year");
  assert_int_equal(words_near(&b->arena, words, 3, STR("AGENCYS"), found), 1);
  assert_text(b, found[0], "agency");
  assert_int_equal(words_near(&b->arena, words, 3, STR("function"), found), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_name_leads_to_its_own),
      cmocka_unit_test(every_key_is_alone_in_its_place),
      cmocka_unit_test(case_width_and_script_do_not_count),
      cmocka_unit_test(printed_words_without_their_marks),
      cmocka_unit_test(a_name_may_say_its_dimension),
      cmocka_unit_test(the_key_to_write_says_the_dimension_where_it_must),
      cmocka_unit_test(what_is_no_name_is_not_found),
      cmocka_unit_test(edits),
      cmocka_unit_test(slips_of_the_keys_are_near),
      cmocka_unit_test(words_of_any_kind_are_near_too),
  };
  return cmocka_run_group_tests(tests, bench_make, bench_drop);
}
