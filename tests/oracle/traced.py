"""traced: `trace ROW,COLUMN` of random answers against the cells that the evaluator puts behind the figure."""

import re
import sqlite3
from collections import Counter
from decimal import Decimal
from html.parser import HTMLParser

import form
from answer import expected
from differ import decode, run, said, same_number, value_of
from panel import Refused, cell_id
from rests import behind_columns, held
from ask import random_query

PARTS = ["numerator", "denominator"]


class Pages(HTMLParser):
    """The cells of the tables of a page, as rows of texts."""

    def __init__(self):
        super().__init__()
        self.tables, self.is_cell = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag == "td":
            self.tables[-1][-1].append("")
        self.is_cell = tag == "td"

    def handle_endtag(self, tag):
        self.is_cell = False

    def handle_data(self, data):
        if self.is_cell:
            self.tables[-1][-1][-1] += data


class Files:
    """What stands where in the files of the reports, found without ogi."""

    def __init__(self):
        self.read = {}

    def holds(self, told):
        """Does what the view says was printed stand at its place? Of a row that cannot be read a part of it does,
        of one that was not found nothing."""
        if told["place"] is None:
            return told["state"] == "unread" and told["printed"] in (None, "")
        text, line = self.text(told["file"], told["place"])
        if told["state"] != "unread":
            return text == told["printed"].strip()
        words, around = (" ".join(text.replace("|", " ").split()) for text in (told["printed"], line))
        return words in around

    def text(self, path, place):
        """What stands in the cell, and in the line around it."""
        if path not in self.read:
            with open(path, encoding="utf-8") as f:
                text = f.read()
            self.read[path] = text.split("\n") if path.endswith(".txt") else Pages()
            if path.endswith(".html"):
                self.read[path].feed(text)
        at = [int(n) for n in re.findall(r"\d+", place)]
        if path.endswith(".txt"):  # line 31, cell 6
            line = self.read[path][at[0] - 1]
            return line.split("|")[at[1] - 1].strip(), line
        row = self.read[path].tables[at[0] - 1][at[1] - 1]
        return row[at[2] - 1].strip(), "|".join(row)


class Printed:
    """The view `cell`, by report and cell."""

    def __init__(self, database):
        self.cells, self.files = {}, Files()
        words = {e: {cell[:3]: cell_id(*cell[3:]) for cell in cells} for e, cells in form.CELLS.items()}
        db = sqlite3.connect(database)
        paths = {(a, y): path for a, y, path in db.execute("select agency, year, path from report_list where counts = 1")}
        for agency, year, edition, table, row, column, printed, value, state, place in db.execute(
            'select agency, year, edition, "table", "row", "column", printed, value, state, place from cell'
        ):
            told = {"agency": agency, "year": year, "table": table, "row": row, "column": column, "printed": printed}
            told.update(value=None if value is None else Decimal(repr(value)), state=state, file=paths[agency, year], place=place)
            self.cells[agency, year, words[int(edition)][table, row, column]] = told
        db.close()

    def of(self, one):
        return self.cells[one.report.agency.name, one.report.year, one.cell]


def due(answer, printed, parts):
    """What the listing must hold: [(part, row of the view)]. Left out are zeros; of a report that does not count
    stands there what made it so."""
    q, out = answer.q, []
    has_minus = q.aggregate == "gap" or -1 in q.signs().values()
    for row, h, figures in parts:
        for one in held(answer, row, h, figures):
            state, value = one.state(), one.value()
            blank_spoils = None in dict(one.cell[1]).values() or (q.blank_unknown and not q.adds())
            if one.is_left_out and not (state in ("text", "unread") or (state == "blank" and blank_spoils)):
                continue
            if not one.is_left_out and value == 0 and state == "number":
                continue
            part = None
            if q.aggregate == "rate":
                part = PARTS[one.figure]
            elif has_minus:
                part = "less" if one.weight < 0 else "plus"
            out.append((part, printed.of(one)))
    return out


def listed(got):
    rows = []
    for row in got["rows"]:
        told = dict(row)
        part = told.pop("part", None)
        told["value"] = None if told["value"] is None else Decimal(str(told["value"]))
        rows.append((part, told))
    return rows


def key(item):
    part, told = item
    return (str(part),) + tuple(str(told[k]) for k in ("agency", "year", "table", "row", "column"))


def compare_listing(wanted, got, printed):
    """None, or what differs."""
    twice = [k for k, n in Counter(map(key, got)).items() if n > 1]
    if twice:
        return "listed twice: %s" % " ".join(twice[0])
    mine, theirs = {key(w): w[1] for w in wanted}, {key(g): g[1] for g in got}
    for k in theirs:
        if k not in mine:
            return "listed, though not behind the figure: %s = %s" % (" ".join(k), theirs[k]["printed"])
    for k in mine:
        if k not in theirs:
            return "not listed: %s = %s" % (" ".join(k), mine[k]["printed"])
        if mine[k] != theirs[k]:
            return "listed as %s, in the view %s" % (theirs[k], mine[k])
        if not printed.files.holds(mine[k]):
            return "another text stands at %s of %s than %s" % (mine[k]["place"], mine[k]["file"], mine[k]["printed"])
    return None


def adds_up(q, column, shown, got):
    """Do the listed cells give the figure, by themselves?"""
    adds = q.aggregate in ("sum", "stated", "gap", "rate", "share", "first", "last")
    if not adds or q.change or shown is None:
        return None
    spoilt = {(part, told["agency"], told["year"]) for part, told in got if told["value"] is None and told["state"] != "blank"}
    if q.prints():
        spoilt = {(p, a, y) for _, a, y in spoilt for p in ("plus", "less", None)}
    sums = {}
    for part, told in got:
        if (part, told["agency"], told["year"]) not in spoilt and told["value"] is not None:
            sign = -1 if part == "less" else 1
            side = part if q.aggregate == "rate" else None
            sums[side] = sums.get(side, Decimal(0)) + sign * told["value"]
    if q.aggregate == "rate":
        n, d = (sums.get(p, Decimal(0)) for p in PARTS)
        want = float(n) / float(d) if column == "ratio" and d else d if column == "denominator" else n
    elif q.aggregate == "share" and column == "ratio":
        return None  # its whole is no part of the listing
    else:
        want = sums.get(None, Decimal(0))
    return None if same_number(shown, want) else "the listed cells give %s, the answer has %s" % (want, shown)


def column_kind(answer, c):
    q, n = answer.q, len(answer.heads)
    if q.ratio_name() and c < n and not q.is_pair():
        return "ratio"
    return answer.columns()[c][0]


def own_row(answer, rows, told):
    """The evaluator's row that ogi shows as this one; None: one without any figure."""
    has_row = bool(answer.rows_by) and "row" in told
    for row in rows:
        if [str(s) for s in row.shown] == [str(told[k]) for k in answer.rows_by] and (not has_row or told["row"] == row.mark):
            return row
    return None


def try_one(answer, rows, whole, at, got, printed, message):
    """What differs, and whether cells were compared. at: row and column from 0, without `row`."""
    r, c = at
    told = whole["rows"][r]
    names = [col["name"] for col in whole["columns"] if not (col["name"] == "row" and answer.rows_by)]
    columns, behind = answer.columns(), behind_columns(answer)
    if c < len(answer.rows_by):
        return (None if "names the row" in message else "a key is traced"), False
    name = names[c]
    place = [i for i, col in enumerate(columns) if col[0] == name]
    row = own_row(answer, rows, told)
    if row is None or len(place) != 1:
        return None, False
    source = behind[place[0]]
    if source is None or row.mark == "others":
        word = "follows from other rows" if source is None else "puts many rows together"
        return (None if word in message else "traced, though it %s" % word), False
    if got is None:
        return "not traced: " + message, False
    mine, shown = value_of(columns[place[0]], row), told[name]
    if mine is None and (answer.q.change or answer.q.ratio_name()):
        return None, False
    parts = source(row)
    if mine is None and not any(h.is_left_out for p in parts for h in held(answer, *p)):
        return None, False
    wrong = compare_listing(due(answer, printed, parts), listed(got), printed)
    return wrong or adds_up(answer.q, column_kind(answer, place[0]), None if name == "n" else shown, listed(got)), True


def choose(rng, answer_json, answer):
    """A random figure of an answer, and now and then a name."""
    n = sum(not (c["name"] == "row" and answer.rows_by) for c in answer_json["columns"])
    low = len(answer.rows_by) if rng.random() < 0.95 else 0
    if not answer_json["rows"] or low >= n:
        return None
    return rng.randrange(len(answer_json["rows"])), rng.randrange(low, n)


def questions(rng, panel, ogi, n, path):
    """n random questions that are answered: [(query, lines, evaluator's answer, its rows, ogi's answer)]"""
    cases, lines = [], []
    while len(cases) < n:
        q = random_query(rng, panel)
        try:
            answer, rows = expected(q, panel)
        except Refused:
            continue
        if q.counted or not rows or not answer.columns():
            continue
        own = ([q.definition(rng)] if q.defined else []) + [q.text(rng)]
        lines += own
        cases.append((q, own, answer, rows))
    write(path, ["set min base %d" % panel.min_base] + ["set blank unknown"] * panel.blank_unknown + lines)
    by_text = {a["statement"]: a for a in decode(run(ogi, panel.database, "json", path).stdout)}
    return [case + (by_text.get(case[1][-1]),) for case in cases]


def write(path, lines):
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")


def check_traces(rng, ogi, panel, n, folder, printed):
    """(figures compared, [what differs])"""
    path = folder + "/statements.ogi"
    lines, tries, wrong = ["set blank unknown"] * panel.blank_unknown, [], []
    for q, own, answer, rows, whole in questions(rng, panel, ogi, n, path):
        if whole is None:
            wrong.append("%s\n  no answer" % own[-1])
            continue
        lines += own
        for at in filter(None, [choose(rng, whole, answer) for _ in range(2)]):
            lines.append("trace %d,%d" % (at[0] + 1, at[1] + 1))
            tries.append((answer, rows, whole, at, len(lines)))
    write(path, lines)
    done = run(ogi, panel.database, "json", path)
    answers, at, compared = [a for a in decode(done.stdout)], 0, 0
    traced = {}
    for a in answers:  # in the order of the script: a trace that is refused has none
        if not a["statement"].startswith("trace"):
            question = a["statement"]
        else:
            traced.setdefault((question, a["statement"]), a)
    for answer, rows, whole, at, line in tries:
        got = traced.get((whole["statement"], lines[line - 1]))
        difference, is_compared = try_one(answer, rows, whole, at, got, printed, said(done.stderr, line))
        compared += is_compared
        if difference:
            wrong.append("%s; %s\n  %s" % (whole["statement"], lines[line - 1], difference))
    return compared, wrong
