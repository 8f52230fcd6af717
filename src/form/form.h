/* form: what the definitions in stdlib/ say: measures, dimensions with their member trees, and the
 * editions of a form with the cells that each prints. Nothing here knows one form from another.
 *
 * Built once at start by define.c from stdlib/ (or `--stdlib DIR`), read-only afterwards; all
 * memory is the session's arena.
 */
#ifndef OGI_FORM_FORM_H
#define OGI_FORM_FORM_H

#include "base/diag.h"
#include "base/str.h"

#define MAX_DIMS 4   /* dimensions of one measure; the forms known have two */
#define MAX_FORMS 63 /* sets of them are 64 bits */
#define MAX_PARTS 4  /* words in the path of a row or a column: 三…/（三）…/1.… */

/* Flows add over years; a stock is a state at the start or the end of a year and does not. */
enum flow { FLOW_INHERITED, FLOW_FLOW, FLOW_OPENING, FLOW_CLOSING };

/* The names of a thing: its key and every other word by which it is called. */
struct names {
  struct str key;       /* natural_person */
  struct str zh, en;    /* may be empty */
  struct str *synonyms; /* also the words as printed */
  size_t nsynonyms;
};

/* Words that mean the same. */
struct wording {
  struct str *at;
  size_t n;
};

struct member {
  struct names names;
  int parent; /* index in dimension->members; -1 for the root, which is index 0 */
  int depth;  /* 0 for the root, 1 for the top level */
  int low,
      high; /* its positions: low .. high-1 are the leaves below and, first, itself if recorded */
  bool is_inner;    /* it has members below */
  bool is_recorded; /* a form prints a figure for it: every leaf, and some inner members */
  enum flow flow;   /* overrides the measure's for this member and those below */
};

struct dimension {
  struct names names;
  int form;               /* index in vocab->forms; -1: any form may use it */
  struct member *members; /* in the order of the form, a parent before its children */
  size_t nmembers;
  int npositions;       /* leaves and recorded inner members, numbered along the tree */
  int *position_member; /* position → member */
  int usual;            /* the level `by` shows: a depth, 0 = the leaves */
};

struct unit {
  struct names names; /* 件, 万元, 元 */
  int decimals;       /* digits kept behind the point: counts 0 */
  int base;           /* index of the unit it is a multiple of, -1 = none */
  int64_t factor;     /* 1 of this = factor of base */
};

struct measure {
  struct names names;
  int form;              /* index in vocab->forms */
  struct str total_name; /* of the printed total over its last dimension, for formulas; may be
                            empty */
  enum flow flow;
  int unit;           /* index in vocab->units */
  bool needs_unit;    /* a bare number says nothing: the unit must be printed */
  bool is_signed;     /* negative figures are in order */
  int dims[MAX_DIMS]; /* indexes in vocab->dimensions, the first varies slowest */
  int ndims;
  int first_cell; /* cell number of its first leaf; leaf (p0,p1) = first_cell + p0*n1 + p1 */
  int ncells;     /* product of its dimensions' positions */
};

/* A row or a column as the form prints it. */
struct line {
  struct str path[MAX_PARTS]; /* outermost first; a row without any words has npath 1 and a name */
  int npath;
  bool is_unlabelled;   /* the form prints no words beside it (the figures of table 4) */
  struct str *synonyms; /* other words seen for the last part */
  size_t nsynonyms;
};

/* Part of a table with its own column heads. */
struct block {
  struct str title; /* first part of every row's path when not empty: 第二十条第（一）项 */
  struct str *title_synonyms;
  size_t ntitle_synonyms;
  struct str *heads; /* words in the head that name no column: 信息内容, 申请人情况 */
  size_t nheads;
  struct line *columns;
  size_t ncolumns;
  struct line *rows;
  size_t nrows;
  int first_slot; /* slot of its first cell; slots run along its rows */
};

struct form_table {
  struct str key;       /* 二 */
  struct str title;     /* the section heading's words, without the numeral */
  struct str article;   /* of the regulation or the form; may be empty */
  int section;          /* number of the section in which it stands, from 1; 0 = none */
  struct wording files; /* words in the name of the file that holds it; none: any file may */
  struct block *blocks;
  size_t nblocks;
  int first_slot, nslots;
};

/* A printed cell of an edition. Slots number them in printed order, table by table, row by row. */
struct form_cell {
  int table, block, row, column; /* indexes */
  int cell; /* its number, see vocab: below vocab->nleaves a leaf, else a printed total */
  int measure;
  int member[MAX_DIMS]; /* by the measure's dimensions */
  bool is_total;
};

/* An equation that the form states between measures, whatever members of the dimensions that all of
 * them have it is asked for: the terms on the left add up to those on the right. See sums.h. */
struct identity {
  int table; /* under which it stands */
  struct identity_term {
    int measure;
    bool is_stated; /* the total that is printed, not the sum of the leaves */
    bool is_right;
  } * terms;
  size_t nterms;
};

struct section {
  struct str heading; /* without its numeral */
  struct str *synonyms;
  size_t nsynonyms;
};

/* How the tables of an edition stand in comma-separated values: a record is a row of one report,
 * and the head of a column of the form heads its figures. A table has one row then. */
struct record_map {
  bool is_declared;
  struct wording agency, year; /* heads of the columns that tell the reports apart */
  struct wording part, whole;  /* the column that divides an agency, and what stands in it where
                                the  record is about all of it; none: every record is */
  struct wording blank;        /* what stands in a cell without a figure, besides the usual marks */
};

struct edition {
  struct names names; /* key cn.2021 */
  int form;
  struct record_map map;
  struct form_table *tables;
  size_t ntables;
  struct form_cell *cells; /* by slot */
  size_t ncells;           /* 200 in the 2021 edition, 198 in that of 2019 */
  int *slots;              /* by cell number: its first slot, -1: not printed (edition_slot) */
  int nslots;              /* numbers of cells in all */
  struct identity *identities;
  size_t nidentities;
};

struct form {
  struct names names; /* key cn */
  struct section *sections;
  size_t nsections;
  struct str *titles; /* words that end the title of a report: 政府信息公开工作年度报告 */
  size_t ntitles;
  struct wording totals;      /* what stands instead of an agency where a total over all of them is
                               printed; none: the form prints no such total */
  struct claim_words *claims; /* words of its narratives (claim.h); NULL: none declared */
};

/* A printed total: which members it sums, over all editions that print it. */
struct stated {
  int cell; /* its number */
  int measure;
  int member[MAX_DIMS]; /* by the measure's dimensions: the node whose subtree it sums */
};

struct vocab {
  struct form *forms;
  size_t nforms;
  struct unit *units;
  size_t nunits;
  struct dimension *dimensions;
  size_t ndimensions;
  struct measure *measures;
  size_t nmeasures;
  struct edition *editions;
  size_t neditions;
  struct stated *stated;
  size_t nstated;
  int nleaves;          /* leaf cells have the numbers 0 .. nleaves-1 */
  int ncells;           /* printed totals the numbers nleaves .. ncells-1 */
  uint64_t fingerprint; /* of all cell numbers and what they mean; a database keeps it */
  enum flow *flows;     /* by cell number; a printed total over any stock is one */
  struct names *levels; /* of government, highest first, by enum level (gazetteer.h) */
  size_t nlevels;
  struct name_index *names; /* see names.h */
};

/* Which dimension slot of `measure` is dimension `dim`: 0 …, or -1 when the measure lacks it. */
int measure_slot(const struct measure *measure, int dim);

/* The position along dimension slot `slot` at which leaf cell `cell` of `measure` stands. */
int cell_position(const struct vocab *vocab, const struct measure *measure, int cell, int slot);

/* The member of dimension slot `slot` on which leaf cell `cell` of `measure` stands. */
int cell_member(const struct vocab *vocab, const struct measure *measure, int cell, int slot);

/* The measure to which leaf cell `cell` belongs. */
int cell_measure(const struct vocab *vocab, int cell);

/* The flow type of a leaf: that of a member on it which overrides, else the measure's. Asked once
 * for each cell when the vocabulary is made; vocab->flows keeps the answers. */
enum flow cell_flow(const struct vocab *vocab, const struct measure *measure, int cell);

/* Is leaf cell `cell` among those that a printed total sums? */
bool stated_holds(const struct vocab *vocab, const struct stated *stated, int cell);

/* Is the position that of `member` itself or of one below it? */
bool member_holds(const struct dimension *dimension, int member, int position);

/* Is member `inner` the member `outer` or below it? */
bool member_within(const struct dimension *dimension, int inner, int outer);

/* A stable text for a cell, the same in every database: "cn.applications(outcome=…, requester=…)".
 */
struct str cell_key(struct arena *arena, const struct vocab *vocab, int cell);

/* The part of an edition's key behind that of its form: 2021. */
struct str edition_short_key(const struct edition *edition);

/* Is it called so: by its key, the part behind the form's, its name? */
bool edition_is_called(const struct edition *edition, struct str word);
bool form_is_called(const struct form *form, struct str word);

/* Does the edition print a leaf or total with this cell number? Its slot, or -1. */
int edition_slot(const struct edition *edition, int cell);

#endif
