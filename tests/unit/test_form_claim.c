/* Claims: the figures that sentences state, in many phrasings. */
#include "form/claim.h"
#include "lang_help.h"

#define YEAR 2021

/* One claim in a line: kind, [what is counted], ?what it may count, number, value, unit, and what
 * is out of the ordinary. */
static void add_claim(struct sbuf *b, struct arena *arena, struct str text,
                      const struct claim *claim) {
  struct str number = str_sub(text, claim->number.start, claim->number.end);
  struct str value = value_plain(arena, claim->value);
  sbuf_addf(b, "%s%s", b->n > 0 ? "; " : "", claim_kind_name(claim->kind));
  if (claim->counts != NULL)
    sbuf_addf(b, " [%.*s]", STR_ARG(claim->counts->text));
  if (claim->perhaps != NULL)
    sbuf_addf(b, " ?%.*s", STR_ARG(claim->perhaps->text));
  sbuf_addf(b, " %.*s", STR_ARG(number));
  if (claim->kind != CLAIM_DIRECTION)
    sbuf_addf(b, "=%.*s%.*s", STR_ARG(value), STR_ARG(claim->unit));
  if (claim->bound != BOUND_EXACT)
    sbuf_addf(b, " %s", claim_bound_name(claim->bound));
  if (claim->kind == CLAIM_CHANGE || claim->kind == CLAIM_DIRECTION)
    sbuf_addf(b, " %+d against %d", claim->direction, claim->against);
  if (claim->year != YEAR)
    sbuf_addf(b, " in %d", claim->year);
  if (claim->kind == CLAIM_PART)
    sbuf_addf(b, " of %d%s", claim->whole, claim->is_all ? " all" : "");
}

static struct claim_reader *reader_of(struct bench *b) {
  return claim_reader_new(&b->arena, b->vocab.forms[0].claims);
}

static const char *claims_of(struct bench *b, struct str heading, const char *z) {
  struct str text = str_from_z(z);
  struct claim_list claims = {0};
  struct sbuf out = {.arena = &b->arena};
  claim_scan(&b->arena, reader_of(b), heading, text, YEAR, &claims);
  for (size_t i = 0; i < claims.n; i++)
    add_claim(&out, &b->arena, text, &claims.at[i]);
  return out.n > 0 ? str_z(&b->arena, sbuf_str(&out)) : "";
}

struct phrasing {
  const char *text, *claims;
};

static void hold(struct bench *b, struct str heading, const struct phrasing *all, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const char *got = claims_of(b, heading, all[i].text);
    if (strcmp(got, all[i].claims) != 0)
      print_error("%s\n", all[i].text);
    assert_string_equal(got, all[i].claims);
  }
}
#define HOLD(state, all)                                                                           \
  hold(bench_of(state), STR("政府信息公开"), all, sizeof(all) / sizeof(all)[0])

static void numbers(void **state) {
  static const struct phrasing all[] = {
      {"制作展板12块。", "count 12=12块"},
      {"制作展板１２块。", "count １２=12块"},
      {"制作展板1,234块。", "count 1,234=1234块"},
      {"制作展板1，234块。", "count 1，234=1234块"},
      {"制作展板十二块。", "count 十二=12块"},
      {"制作展板二十块。", "count 二十=20块"},
      {"制作展板一百二十块。", "count 一百二十=120块"},
      {"制作展板一百零三块。", "count 一百零三=103块"},
      {"制作展板一万二千三百块。", "count 一万二千三百=12300块"},
      {"制作展板两千块。", "count 两千=2000块"},
      {"制作展板1.2万块。", "count 1.2万=12000块"},
      {"制作展板3千块。", "count 3千=3000块"},
      {"制作展板2.5亿块。", "count 2.5亿=250000000块"},
      {"收费1.2万元。", "count 1.2=1.2万元"},
      {"收费12000元。", "count 12000=12000元"},
      {"收费14万余元。", "count 14万余=140000元 at_least"},
      {"收费63.28万元。", "count 63.28=63.28万元"},
      {"发布14万余条。", "count 14万余=140000条 at_least"},
      {"发布10余万条。", "count 10余万=100000条 at_least"},
      {"发布7700余条。", "count 7700余=7700条 at_least"},
      {"发布120多条。", "count 120多=120条 at_least"},
      {"发布260余", "count 260余=260 at_least"},
      {"发布近300条。", "count 300=300条 at_most"},
      {"发布约300条。", "count 300=300条 about"},
      {"发布超过300条。", "count 300=300条 at_least"},
      {"发布300条以上。", "count 300=300条 at_least"},
      {"发布300条左右。", "count 300=300条 about"},
      {"发布不足300条。", "count 300=300条 at_most"},
      {"每期3-5条。", "count 3-5=条 range"},
      {"每期3至5条。", "count 3至5=条 range"},
      {"满意率为百分之三十。", "share 百分之三十=30%"},
      {"满意率为百分之三十点五。", "share 百分之三十点五=30.5%"},
      {"满意率为百分之98.5。", "share 百分之98.5=98.5%"},
      {"满意率为百分之百。", "share 百分之百=100%"},
      {"满意率30%。", "share 30=30%"},
      {"满意率３０％。", "share ３０=30%"},
      {"发布 7 条 。", "count 7=7条"},
      {"全年通过政府网站和政务新媒体等渠道主动公开的各类信息共30\n0条。", "count 30\n0=300条"},
      {"發佈信息7條。", "count 7=7条"},
      {"公(gong)開(kai)信息7條(tiáo)。", "count 7=7条"},
      {"发布99999999999999999999条。", "count 99999999999999999999=条"},
  };
  HOLD(state, all);
}

/* What looks like a figure and is none. */
static void no_figures(void **state) {
  static const char *const all[] = {"",
                                    "。",
                                    "2021年1月27日",
                                    "〔2021〕51号",
                                    "国务院令第711号",
                                    "第二十条第（五）项",
                                    "《2021年要点33条》",
                                    "12345热线",
                                    "电话0591-23165370",
                                    "“三公经费”",
                                    "“三审三校”制度",
                                    "第一时间回复",
                                    "进一步加强",
                                    "统一部署",
                                    "同一个平台",
                                    "一是加强领导",
                                    "H5作品",
                                    "1.2.3条",
                                    "一个平台",
                                    "十九届二中全会",
                                    "百件",
                                    "万件",
                                    "三四件",
                                    "百分之"};
  struct bench *b = bench_of(state);
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    const char *got = claims_of(b, STR(""), all[i]);
    if (*got != '\0')
      print_error("%s\n", all[i]);
    assert_string_equal(got, "");
  }
}

/* Without a word of the matter, in the sentence or a heading above it, only none is certain. */
static void context(void **state) {
  static const struct phrasing all[] = {
      {"收到申请12件。", "count ?received 12=12件"},
      {"收到申请0件。", "count [received] 0=0件"},
      {"申请数量比2019年减少了12件。", "change 12=12件 -1 against 2019"},
      {"收到低保申请12件。", "count ?received 12=12件"},
      {"审理行政复议120件。", "count ?reviews 120=120件"},
      {"未发生行政复议。", "none [reviews] 未发生=0"},
      {"上年结转2件，本年新收47件，到年底还有3件在办。",
       "count [carried_in] 2=2件; count [received] 47=47件; count [carried_forward] 3=3件"},
      {"全年新收申请17件，办结16件，结转下一年1件。",
       "count [received] 17=17件; count [applications] 16=16件; count [carried_forward] 1=1件"},
      {"收到申请1200件，办结1180件。",
       "count ?received 1200=1200件; count ?applications 1180=1180件"},
      {"（二）依申请公开方面。\n收到申请12件。", "count [received] 12=12件"},
      {"（二）依申请公开方面。\n收到申请12件。\n（三）社会救助。\n收到申请13件。",
       "count [received] 12=12件; count ?received 13=13件"},
  };
  hold(bench_of(state), STR(""), all, sizeof all / sizeof all[0]);
}

/* What the figures count. */
static void keys(void **state) {
  static const struct phrasing all[] = {
      {"收到政府信息公开申请75件。", "count [received] 75=75件"},
      {"2021年,全区共收到政府信息公开申请75件。", "count [received] 75=75件"},
      {"全区共收到70件申请,办结69件,1件结转下年度继续办理。",
       "count [received] 70=70件; count [applications] 69=69件; count [carried_forward] 1=1件"},
      {"共收到政府信息公开申请154件，共办结148件，结转至2022年6件。",
       "count [received] 154=154件; count [applications] 148=148件; count [carried_forward] 6=6件"},
      {"全年新收政府信息公开申请数量0件,上年结转政府信息公开申请数量0件。",
       "count [received] 0=0件; count [carried_in] 0=0件"},
      {"受理政府信息公开申请约1.2万件。", "count [received] 1.2万=12000件 about"},
      {"收到依申请公开三件。", "count [received] 三=3件"},
      {"收到申请一件。", "count [received] 一=1件"},
      {"收到政府信息公开申请75件（含上年度结转2件）。",
       "count [received] 75=75件; part [carried_in] 2=2件 of 0"},
      {"收到政府信息公开申请（不含咨询）75件。", "count ?received 75=75件"},
      {"通过网络收到政府信息公开申请20件。", "count ?received 20=20件"},
      {"受理政府信息咨询372人次。", "count 372=372人次"},
      {"办理政府信息公开申请12件。", "count ?applications 12=12件"},
      {"热线办结55件。", "count 55=55件"},
      {"收到低保申请12件。", "count ?received 12=12件"},
      {"全年制发规范性文件5件，废止2件。",
       "count [normative_document and issued of documents] 5=5件; "
       "count [normative_document and repealed of documents] 2=2件"},
      {"收到依申请公开件8件，较上年减少3件。",
       "count [received] 8=8件; change [received] 3=3件 -1 against 2020"},
      {"收到政府信息公开申请5件，热线办结55件。", "count [received] 5=5件; count 55=55件"},
      {"收到政府信息公开申请5件，本机关及时答复4件。",
       "count [received] 5=5件; count [applications] 4=4件"},
      {"收到政府信息公开申请5次。", "count 5=5次"},
      {"全年新收申请17件，办结17件，结转下一年1件。",
       "count [received] 17=17件; count [applications] 17=17件; count [carried_forward] 1=1件"},
      {"到年底还有5件在办。", "count [carried_forward] 5=5件"},
      {"2021年1月至6月收到政府信息公开申请5件，7月至12月收到政府信息公开申请7件。",
       "count ?received 5=5件; count ?received 7=7件"},
      {"2021年1月至12月收到政府信息公开申请12件。", "count [received] 12=12件"},
      {"截至2021年12月31日，收到政府信息公开申请12件。", "count [received] 12=12件"},
      {"收到政府信息公开行政复议申请3件。", "count [reviews] 3=3件"},
      {"新收行政复议2件。", "count ?reviews 2=2件"},
      {"依法公开行政许可决定219条。", "count ?licence of decisions 219=219条"},
      {"办理行政许可事项33项。", "count ?licence of decisions 33=33项"},
      {"去年结转3件。", "count [carried_in] 3=3件"},
      {"2020年收到政府信息公开申请12件。", "count [received] 12=12件 in 2020"},
      {"去年，我局收到政府信息公开申请5件。", "count [received] 5=5件 in 2020"},
      {"行政诉讼案件为零。", "count [lawsuits] 零=0"},
      {"实现零距离服务，一切从零开始。", ""},
      {"本年度收到政府信息公开申请5件，2021年度答复4件。",
       "count [received] 5=5件; count [applications] 4=4件"},
      {"公开申请数量为5件。", "count ?received 5=5件"},
      {"新公开规范性文件5件。",
       "count [normative_document and newly_published of documents] 5=5件"},
      {"收到政府信息公开申请：5。", "count [received] 5=5"},
      {"收到政府信息公开申请5。", "count [received] 5=5"},
      {"予以公开258件，占33.9%；不予公开35件，占4.34%；无法提供265件。",
       "count [disclosed of applications] 258=258件; share [disclosed of applications] 33.9=33.9%; "
       "count [withheld of applications] 35=35件; share [withheld of applications] 4.34=4.34%; "
       "count [unavailable of applications] 265=265件"},
      {"予以公开及部分公开258件。",
       "count [disclosed or partly_disclosed of applications] 258=258件"},
      {"信息公开类行政复议7件，诉讼9件。", "count [reviews] 7=7件; count [lawsuits] 9=9件"},
      {"诉讼9件。", "count 9=9件"},
      {"行政诉讼案件1件、行政复议案件2件。", "count [lawsuits] 1=1件; count [reviews] 2=2件"},
      {"现行有效行政规范性文件698件，本年度制发的规范性文件88件。",
       "count [normative_document and in_force of documents] 698=698件; "
       "count [normative_document and issued of documents] 88=88件"},
      {"作出行政许可决定219件。", "count [licence of decisions] 219=219件"},
      {"公开219条行政许可事项。", "count ?licence of decisions 219=219条"},
      {"收取信息处理费380元。", "count [processing_fee] 380=380元"},
  };
  HOLD(state, all);
}

static void nothing(void **state) {
  static const struct phrasing all[] = {
      {"2021年,我局未收到依申请公开政府信息的申请。", "none [received] 未收到=0"},
      {"未接到政府信息公开申请。", "none [received] 未接到=0"},
      {"政府信息公开工作不涉及行政复议和行政诉讼。",
       "none [reviews] 不涉及=0; none [lawsuits] 不涉及=0"},
      {"未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
       "none [reviews] 未发生=0; none [lawsuits] 未发生=0"},
      {"没有发生因政府信息公开涉及的投诉、行政复议、行政诉讼事件。",
       "none [reviews] 没有发生=0; none [lawsuits] 没有发生=0"},
      {"未发生因政府信息公开申请引发的行政复议。", "none [reviews] 未发生=0"},
      {"无行政复议、行政诉讼案件。", "none [reviews] 无=0; none [lawsuits] 无=0"},
      {"未发生行政复议败诉案件。", "none 未发生=0"},
      {"未发生被纠正的行政复议。", "none ?reviews 未发生=0"},
      {"无收取信息处理费的情况。", "none [processing_fee] 无收取=0"},
      {"没有收取信息处理费。", "none [processing_fee] 没有收取=0"},
      {"未发生安全事故。", "none 未发生=0"},
      {"去年，我局未收到政府信息公开申请。", "none [received] 未收到=0 in 2020"},
      {"工作没有止境。", ""},
      {"网上未收到政府信息公开申请。", "none ?received 未收到=0"},
      {"上半年未收到政府信息公开申请。", "none ?received 未收到=0"},
      {"未收到超期答复的政府信息公开申请。", "none ?received 未收到=0"},
  };
  HOLD(state, all);
}

static void changes(void **state) {
  static const struct phrasing all[] = {
      {"收到政府信息公开申请75件，同比增长12.3%。",
       "count [received] 75=75件; change [received] 12.3=12.3% +1 against 2020"},
      {"受理政府信息公开申请859件，申请数量较去年回落12.3%。",
       "count [received] 859=859件; change [received] 12.3=12.3% -1 against 2020"},
      {"公开申请数量比2019年减少了12件。", "change [received] 12=12件 -1 against 2019"},
      {"收到政府信息公开申请50件，结转下年度4件；申请数量较上年增长15%。",
       "count [received] 50=50件; count [carried_forward] 4=4件; "
       "change [received] 15=15% +1 against 2020"},
      {"收到政府信息公开申请50件，均已办结；同比增长15%。",
       "count [received] 50=50件; change 15=15% +1 against 2020"},
      {"与2020年相比，公开申请数量增加12件，增幅为20%。",
       "change [received] 12=12件 +1 against 2020; change [received] 20=20% +1 against 2020"},
      {"收到政府信息公开申请75件，较2020年上升29.3%。",
       "count [received] 75=75件; change [received] 29.3=29.3% +1 against 2020"},
      {"较2020年主动公开信息发布总数有所上升。", "direction 有所上升 +1 against 2020"},
      {"公开申请数量较上年有所下降。", "direction [received] 有所下降 -1 against 2020"},
      {"公开申请数量与上年持平。", "direction [received] 持平 +0 against 2020"},
      {"办结率提高到95%。", "share 95=95%"},
      {"访问量增长1.2倍。", "change 1.2=1.2倍 +1 against 0"},
      {"能力有所提升。", ""},
  };
  HOLD(state, all);
}

static void parts(void **state) {
  static const struct phrasing all[] = {
      {"招标项目214个(工程类项目162个,政府采购37个,综合交易15个)。",
       "count 214=214个; part 162=162个 of 0 all; part 37=37个 of 0 all; part 15=15个 of 0 all"},
      {"共收件55件,其中12345来电共54件,其他(网络工单)共1件。",
       "count 55=55件; part 54=54件 of 0; part 1=1件 of 0"},
      {"公开信息419条。较2020年有所上升。其中,网站152条,公众号267条。",
       "count 419=419条; direction 有所上升 +1 against 2020; part 152=152条 of 0; "
       "part 267=267条 of 0"},
      {"收到政府信息公开申请75件，涉及自然人72件、商业企业3件，办结率100%。",
       "count [received] 75=75件; part [natural_person of received] 72=72件 of 0; "
       "part [company of received] 3=3件 of 0; share 100=100%"},
      {"收到政府信息公开申请75件，其中网上收到申请30件，办结70件，其中予以公开60件。",
       "count [received] 75=75件; part ?received 30=30件 of 0; count [applications] 70=70件; "
       "part [disclosed of applications] 60=60件 of 2"},
      {"收到政府信息公开申请5件(自然人申请3件、法人或其他组织2件)。",
       "count [received] 5=5件; part [natural_person of received] 3=3件 of 0 all; "
       "part [organisation of received] 2=2件 of 0 all"},
      {"收到政府信息公开申请5件，其中本地自然人3件。", "count [received] 5=5件; part 3=3件 of 0"},
      {"共发布信息59条(其中,领导信息1条,工作进展等58条)。",
       "count 59=59条; part 1=1条 of 0; part 58=58条 of 0"},
      {"其中A类3件。", "count 3=3件"},
      {"办理5件，其中3次。", "count 5=5件; count 3=3次"},
  };
  HOLD(state, all);
}

/* Random text of the letters that claims are made of: whatever comes, the scanner ends, and every
 * place lies inside the text. */
static void any_text(void **state) {
  static const char *const pieces[] = {
      "收到", "申请",   "0",      "1",        "9",    "一",     "十", "百",     "千",   "万",
      "亿",   "两",     "件",     "条",       "%",    "百分之", "点", "余",     "近",   "约",
      "，",   "。",     "、",     "（",       "）",   "(",      ")",  "《",     "》",   "“",
      "”",    "其中",   "未收到", "行政复议", "同比", "增长",   "较", "2020年", "去年", "有所",
      "下降", "结转至", "\n",     " ",        "\xE4", "\xFF",   "a",  "-",      ".",    ","};
  struct bench *b = bench_of(state);
  struct claim_reader *reader = reader_of(b);
  uint64_t seed = 20211231;
  for (int round = 0; round < 4000; round++) {
    struct arena scratch = {0};
    struct sbuf text = {.arena = &scratch};
    struct claim_list claims = {0};
    for (int i = 0; i < 60; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      sbuf_add_z(&text, pieces[(seed >> 33) % (sizeof pieces / sizeof pieces[0])]);
    }
    struct str all = sbuf_str(&text);
    claim_scan(&scratch, reader, STR(""), all, YEAR, &claims);
    for (size_t i = 0; i < claims.n; i++) {
      const struct claim *claim = &claims.at[i];
      assert_true(claim->sentence.start <= claim->figure.start);
      assert_true(claim->figure.start <= claim->number.start);
      assert_true(claim->number.start < claim->number.end);
      assert_true(claim->number.end <= claim->figure.end && claim->figure.end <= all.n);
      assert_true(claim->sentence.end <= all.n && claim->figure.end <= claim->sentence.end);
      assert_true(claim->whole < (int)claims.n && claim->whole != (int)i);
      assert_int_equal(claim->kind == CLAIM_PART, claim->whole >= 0);
    }
    arena_free(&scratch);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(numbers), cmocka_unit_test(no_figures),
                                     cmocka_unit_test(context), cmocka_unit_test(keys),
                                     cmocka_unit_test(nothing), cmocka_unit_test(changes),
                                     cmocka_unit_test(parts),   cmocka_unit_test(any_text)};
  return cmocka_run_group_tests(tests, bench_make, bench_drop);
}
