/* gen_page: a synthetic report as flattened text or as a page, with heads and spans as they are
 * seen. */
#include "gen.h"

#include <string.h>

/* A table as rows of cells with spans; text and HTML are two ways to write it. */
struct box {
  struct str text;
  size_t wide, high;
  bool is_figure;
};

struct page {
  struct arena *arena;
  struct sbuf out;
  bool html;
  size_t width; /* columns of the table at hand */
};

/* Old extractors write brackets and colons half width. */
static void add_text(struct page *page, struct str text) {
  static const struct {
    struct str wide;
    const char *narrow;
  } twin[] = {{{"（", 3}, "("}, {{"）", 3}, ")"}, {{"：", 3}, ":"}};
  for (size_t i = 0; i < text.n;) {
    struct str rest = {text.p + i, text.n - i};
    size_t t = 0;
    while (t < 3 && (page->html || !str_starts(rest, twin[t].wide)))
      t++;
    if (t < 3) {
      sbuf_add_z(&page->out, twin[t].narrow);
      i += 3;
    } else {
      sbuf_add_char(&page->out, text.p[i++]);
    }
  }
}

static void add_row(struct page *page, const struct box *boxes, size_t n) {
  if (n == 0)
    return;
  if (!page->html) {
    for (size_t i = 0; i < n; i++) {
      add_text(page, boxes[i].text);
      sbuf_add_z(&page->out, i + 1 < n ? " | " : " |");
    }
    for (size_t i = n; i < page->width; i++)
      sbuf_add_z(&page->out, i == n ? " |" : "|");
    sbuf_add_char(&page->out, '\n');
    return;
  }
  sbuf_add_z(&page->out, "<tr>");
  for (size_t i = 0; i < n; i++) {
    sbuf_add_z(&page->out, "<td");
    if (boxes[i].wide > 1)
      sbuf_addf(&page->out, " colspan=\"%zu\"", boxes[i].wide);
    if (boxes[i].high > 1)
      sbuf_addf(&page->out, " rowspan=\"%zu\"", boxes[i].high);
    sbuf_add_z(&page->out, boxes[i].is_figure ? "><p><span>" : ">");
    add_text(page, boxes[i].text.n > 0 ? boxes[i].text : STR("&nbsp;"));
    sbuf_add_z(&page->out, boxes[i].is_figure ? "</span></p></td>" : "</td>");
  }
  sbuf_add_z(&page->out, "</tr>\n");
}

static void add_paragraph(struct page *page, struct str text) {
  sbuf_add_z(&page->out, page->html ? "<p>" : "");
  add_text(page, text);
  sbuf_add_z(&page->out, page->html ? "</p>\n" : "\n");
}

/* Do two lines agree in their words down to, and including, part `level`? */
static bool same_head(const struct line *a, const struct line *b, int level) {
  if (a->npath <= level || b->npath <= level)
    return false;
  for (int i = 0; i <= level; i++)
    if (!str_eq(a->path[i], b->path[i]))
      return false;
  return true;
}

static int deepest(const struct line *lines, size_t n) {
  int deep = 0;
  for (size_t i = 0; i < n; i++)
    if (lines[i].npath > deep)
      deep = lines[i].npath;
  return deep;
}

/* The label columns of a block: none where the form prints no words beside the figures. */
static size_t label_width(const struct block *block) {
  if (block->nrows > 0 && block->rows[0].is_unlabelled)
    return 0;
  int deep = deepest(block->rows, block->nrows);
  return (size_t)(deep > 0 ? deep : 1);
}

static void add_heads(struct page *page, const struct block *block, size_t labels) {
  int levels = deepest(block->columns, block->ncolumns);
  struct box boxes[MAX_SLOTS];
  /* The first word that names no column stands above the labels, a second above the columns. */
  size_t above = block->nheads > 1 ? 1 : 0;
  for (int level = -(int)above; level < levels; level++) {
    size_t n = 0;
    if (labels > 0 && level == -(int)above)
      boxes[n++] = (struct box){block->nheads > 0 ? block->heads[0] : STR(""), labels,
                                (size_t)levels + above, false};
    if (level < 0)
      boxes[n++] = (struct box){block->heads[1], block->ncolumns, 1, false};
    for (size_t c = 0; level >= 0 && c < block->ncolumns; c++) {
      const struct line *column = &block->columns[c];
      if (column->npath <= level || (c > 0 && same_head(column, column - 1, level)))
        continue;
      struct box *box = &boxes[n++];
      *box = (struct box){column->path[level], 1, 1, false};
      while (c + box->wide < block->ncolumns && same_head(column, column + box->wide, level))
        box->wide++;
      if (column->npath == level + 1)
        box->high = (size_t)(levels - level);
      if (block->ncolumns == 1 && page->width > labels + 1)
        box->wide = page->width - labels;
    }
    add_row(page, boxes, n);
  }
}

static void add_block(struct page *page, const struct gen *gen, const struct sheet *sheet,
                      const struct block *block) {
  size_t labels = label_width(block);
  struct box boxes[MAX_SLOTS];
  if (block->title.n > 0)
    add_row(page, &(struct box){block->title, page->width, 1, false}, 1);
  add_heads(page, block, labels);
  for (size_t r = 0; r < block->nrows; r++) {
    const struct line *row = &block->rows[r];
    size_t n = 0;
    for (int part = 0; labels > 0 && part < row->npath; part++) {
      if (r > 0 && part + 1 < row->npath && same_head(row, row - 1, part))
        continue;
      struct box *box = &boxes[n++];
      *box = (struct box){row->path[part], 1, 1, false};
      while (part + 1 < row->npath && r + box->high < block->nrows &&
             same_head(row, row + box->high, part))
        box->high++;
      if (part + 1 == row->npath)
        box->wide = labels - (size_t)part;
    }
    for (size_t c = 0; c < block->ncolumns; c++) {
      size_t slot = (size_t)block->first_slot + r * block->ncolumns + c;
      size_t wide = block->ncolumns == 1 && page->width > labels + 1 ? page->width - labels : 1;
      boxes[n++] = (struct box){gen_printed(page->arena, gen, sheet, slot), wide, 1, true};
    }
    add_row(page, boxes, n);
  }
}

static void add_table(struct page *page, const struct gen *gen, const struct sheet *sheet,
                      const struct form_table *table) {
  page->width = 0;
  for (size_t b = 0; b < table->nblocks; b++) {
    size_t width = label_width(&table->blocks[b]) + table->blocks[b].ncolumns;
    if (width > page->width)
      page->width = width;
  }
  sbuf_add_z(&page->out, page->html ? "<table border=\"1\">\n" : "");
  for (size_t b = 0; b < table->nblocks; b++)
    add_block(page, gen, sheet, &table->blocks[b]);
  sbuf_add_z(&page->out, page->html ? "</table>\n" : "");
}

/* Narrative of the length that real reports have; it says nothing. */
static void add_narrative(struct page *page, struct gen *gen, const struct sheet *sheet, int n) {
  static const char *const sentences[] = {
      "%d年,本单位把公开工作列入年度计划,由一名负责人分管,办公室承担日常事务,各科室指定专人收集、"
      "核对和报送材料,每季度开会讨论一次进展,并把没有完成的事项逐条记录下来。",
      "网站栏目在%d年重新整理,过期的链接被删除,常用的文件移到首页,并且补上了目录、索引和联系方式,"
      "群众反映查找材料的时间明显缩短,来电咨询的数量也随之减少。",
      "对收到的来信,本单位在收到当天登记编号,由承办人提出意见,法律顾问审看后答复;答复文书统一格式,"
      "写明依据、理由和救济途径,送达情况存入案卷,便于以后查对。",
      "%d年全年举办培训两次,参加的人员来自各科室和下属单位,内容包括条例的要求、常见的错误、"
      "答复文书的写法以及如何保护个人信息,培训之后进行了测验。",
      "政务新媒体账号由专人管理,发布之前经过三次校对,发布以后有人值守评论;全年没有发生差错,"
      "也没有出现长期不更新的情况,每月底检查一次并留下记录。",
      "在制定文件的过程中,草案通过网站和公告栏征求意见,收到的意见逐条整理,采纳与否都说明理由;"
      "文件印发后二十个工作日内上网,同时附上解读材料和办事指南。",
      "监督方面,本单位接受社会评议,设立意见箱和电话,由纪检人员定期抽查;%d年抽查四次,"
      "发现的小问题当场改正,需要时间的列入清单,指定完成的日期。",
      "档案室保存了历年的材料,%d年完成了其中一半的扫描,方便群众当场查看;查看的人可以自行复印,"
      "不收取任何费用,工作人员协助查找并记录使用情况。",
  };
  int64_t first = gen_below(gen, 8);
  for (int i = 0; i < n; i++) {
    const char *sentence = sentences[(first + i) % 8];
    const char *mark = strstr(sentence, "%d");
    struct str text = str_from_z(sentence);
    if (mark != NULL)
      text =
          str_fmt(page->arena, "%.*s%d%s", (int)(mark - sentence), sentence, sheet->year, mark + 2);
    add_paragraph(page, text);
  }
}

struct str gen_page(struct arena *arena, struct gen *gen, const struct sheet *sheet) {
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  struct page page = {arena, {.arena = arena}, gen->html, 0};
  const struct edition *edition = sheet->plan->edition;
  const struct form *form = &gen->vocab->forms[edition->form];
  struct str title =
      str_fmt(arena, "%.*s%d年%.*s", STR_ARG(sheet->agency), sheet->year, STR_ARG(form->titles[0]));
  if (gen->html)
    sbuf_addf(
        &page.out,
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%.*s</title></head><body>\n"
        "<div class=\"nav\">首页 &gt; 公开</div>\n<h1>%.*s</h1>\n<div class=\"text\">\n",
        STR_ARG(title), STR_ARG(title));
  else
    add_paragraph(&page, title);
  for (size_t s = 0; s < form->nsections && s < 9; s++) {
    add_paragraph(&page,
                  str_fmt(arena, "%s、%.*s", numerals[s], STR_ARG(form->sections[s].heading)));
    bool has_table = false;
    for (size_t t = 0; t < edition->ntables; t++)
      if (edition->tables[t].section == (int)s + 1) {
        add_table(&page, gen, sheet, &edition->tables[t]);
        has_table = true;
      }
    if (!has_table)
      add_narrative(&page, gen, sheet, s == 0 ? 14 : 3);
  }
  add_paragraph(&page, sheet->agency);
  add_paragraph(&page, str_fmt(arena, "%d年1月%d日", sheet->year + 1, (int)gen_below(gen, 20) + 8));
  if (gen->html)
    sbuf_add_z(&page.out, "</div></body></html>\n");
  return sbuf_str(&page.out);
}
