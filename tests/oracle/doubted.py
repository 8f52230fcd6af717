"""doubted: the marks ! and ~ of figures, and which reports are clean, from equations over the raw cells."""

import csv
import io
import re
from collections import Counter
from decimal import Decimal

import form
from differ import decode, run, value_of
from panel import cell_id
from rests import held
from traced import own_row, questions, write

REQUESTERS = [key for key, _ in form.REQUESTERS] + [None]
OTHER_ROWS = ["received", "carried_in", "carried_forward"]
BLOCKS = [("reviews", {}), ("lawsuits", {"route": "direct"}), ("lawsuits", {"route": "after_review"})]


# --- Equations of one report: (rule, [cells on the left], [cells on the right])

def outcomes(edition):
    return [key for key, _ in form.OUTCOMES + form.OTHERWISE[edition]]


def equations(edition):
    cell = lambda measure, **members: cell_id(measure, members)  # noqa: E731
    for r in REQUESTERS:
        closed = cell("applications", requester=r, outcome=None)
        known = [cell(m, requester=r) for m in OTHER_ROWS]
        yield "T3.balance", known[:2], [closed, known[2]]
        yield "T3.closed", [cell("applications", requester=r, outcome=o) for o in outcomes(edition)], [closed]
    for o in outcomes(edition) + [None]:
        parts = [cell("applications", requester=r, outcome=o) for r in REQUESTERS]
        yield "T3.cross", parts[:-1], parts[-1:]
    for m in OTHER_ROWS:
        parts = [cell(m, requester=r) for r in REQUESTERS]
        yield "T3.cross", parts[:-1], parts[-1:]
    for measure, members in BLOCKS:
        parts = [cell(measure, result=word, **members) for word, _ in form.RESULTS + [(None, None)]]
        yield "T4.sum", parts[:-1], parts[-1:]


def is_wrong(left, right, blank_unknown):
    """Sides as [(is it a printed total, state, value)]: is there no number for the blanks that makes them equal?"""
    both = left + right
    if any(state in ("text", "unread", "inferred") or (state == "blank" and (total or blank_unknown)) for total, state, _ in both):
        return False
    a, b = (sum((v for _, s, v in side if s != "blank"), Decimal(0)) for side in (left, right))
    smaller = left if a < b else right
    return a != b and not any(state == "blank" for _, state, _ in smaller)


def side(report, ids):
    return [(None in dict(i[1]).values(),) + report.cells[i] for i in ids]


def failing(panel, printed, blank_unknown):
    """[(rule, report, [(report, cell)])] of the instances that fail."""
    at = {(r.agency.name, r.year): r for r in panel.reports}
    for r in panel.reports:
        for rule, left, right in equations(r.edition):
            if is_wrong(side(r, left), side(r, right), blank_unknown):
                yield rule, r, [(r, i) for i in left + right]
        before = at.get((r.agency.name, r.year - 1))
        for requester in REQUESTERS if before else []:
            now, then = (cell_id(m, {"requester": requester}) for m in ("carried_in", "carried_forward"))
            if is_wrong(side(r, [now]), side(before, [then]), blank_unknown):
                yield "X.carry", r, [(r, now), (before, then)]
        for i, (state, value) in r.cells.items():
            if state == "number" and value < 0 and i[0] != "items_change":
                yield "D.int", r, [(r, i)]
            if state == "unread" and printed.cells[r.agency.name, r.year, i]["printed"]:
                yield "D.split", r, [(r, i)]


# --- What is doubtful of an answer

class Doubts:
    def __init__(self, panel, printed, blank_unknown):
        found = list(failing(panel, printed, blank_unknown))
        self.counts = Counter((rule, r.agency.name, r.year) for rule, r, _ in found)
        self.cells = {(r.agency.name, r.year, i) for _, _, cells in found for r, i in cells}
        self.reports = {(r.agency.name, r.year) for _, r, _ in found}

    def of(self, answer, row, h, f):
        """"!" and "~" of one figure."""
        if row.mark == "others":
            parts = [self.of(answer, r, h, f) for r in row.merged if r.cells[h][f] is not None]
            return "".join(m for m in "!~" if any(m in p for p in parts))
        cells = [c for c in held(answer, row, h, [f]) if not c.is_left_out]
        is_failing = any((c.report.agency.name, c.report.year, c.cell) in self.cells for c in cells)
        return "!" * is_failing + "~" * any(c.state() == "inferred" for c in cells)

    def main(self, answer, row, h):
        q = answer.q
        if q.aggregate == "rate":
            return joined(self.of(answer, row, h, 0), self.of(answer, row, h, 1))
        marks = self.of(answer, row, h, 0)
        if q.aggregate == "share":
            apart = not answer.across or answer.across in answer.within()
            heads = [h] if apart else [i for i, head in enumerate(answer.heads) if not head[2]]
            marks = joined(marks, *[self.of(answer, r, i, 0) for r in row.inside for i in heads])
        return marks

    def columns(self, answer):
        """For each of answer.columns() its marks of a row."""
        q, heads, last = answer.q, range(len(answer.heads)), len(answer.heads) - 1
        none = lambda row: ""  # noqa: E731
        out = []
        if q.is_pair():
            out.append(lambda row: self.main(answer, row, last))
        else:
            if q.ratio_name():
                out += [lambda row, h=h: self.main(answer, row, h) for h in heads]
            if not (q.ratio_name() and q.across):
                out += [lambda row, f=f, h=h: self.of(answer, row, h, f) for f in range(2 if q.aggregate == "rate" else 1) for h in heads]
            if q.over_reports() and not q.across:
                out.append(none)
        if q.change:
            before = lambda row: self.main(answer, row, 0) if q.is_pair() else self.main(answer, row.before, 0) if row.before else ""  # noqa: E731
            both = lambda row: joined(before(row), self.main(answer, row, last))  # noqa: E731
            out += [before, both, both]
        if q.base:
            out.append(lambda row: joined(self.main(answer, row, 0), self.main(answer, row.base, 0) if row.base else ""))
        if q.rank:
            out.append(lambda row: self.main(answer, row, last))
        return out


def joined(*marks):
    return "".join(m for m in "!~" if any(m in one for one in marks))


# --- Against ogi

def tables(text):
    """The tables of answers written for people, in order: rows of texts without the headings."""
    found = []
    for line in text.split("\n"):
        if re.match(r"\| [-: |]+\|$", line):
            found.append([])
        elif line.startswith("|") and found:
            found[-1].append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def heading_lines(text):
    """Without what stands above each separator: the headings."""
    lines = text.split("\n")
    return "\n".join(line for i, line in enumerate(lines) if not (i + 1 < len(lines) and re.match(r"\| [-: |]+\|$", lines[i + 1])))


def compare_marks(doubts, answer, rows, whole, shown):
    """(marks compared, None or what differs)"""
    names = [c["name"] for c in whole["columns"] if not (c["name"] == "row" and answer.rows_by)]
    columns, marks, n = answer.columns(), doubts.columns(answer), 0
    shown = [row for row in shown if any(row)]
    if len(shown) != len(whole["rows"]):
        return 0, "%d rows in md, %d in json" % (len(shown), len(whole["rows"]))
    for told, texts in zip(whole["rows"], shown):
        row = own_row(answer, rows, told)
        for c, column in enumerate(columns):
            if row is None or column[0] not in names or names.count(column[0]) != 1 or value_of(column, row) is None:
                continue
            text = texts[names.index(column[0])].strip("*")
            got, want = "".join(m for m in "!~" if m in text[:2]), marks[c](row)
            n += 1
            if got != want:
                key = " ".join(map(str, row.shown))
                return n, "row %s, column %s: %s, expected the marks \"%s\"" % (key, column[0], text, want)
    return n, None


def compare_checks(doubts, ogi, database, blank_unknown, path):
    """What the rules find, and which reports are clean."""
    settings = ["set blank unknown"] * blank_unknown
    write(path, settings + ["check severity error format csv"])
    found = [(r["rule"], r["agency"], int(r["year"])) for r in csv.DictReader(io.StringIO(run(ogi, database, "json", path).stdout))]
    doubts.reports |= {key[1:] for key in found if key[0] == "S.tables"}  # the view cannot say what it has not
    theirs = Counter(key for key in found if key[0] != "S.tables")
    wrong = ["%s: %d places fail, expected %d" % (" ".join(map(str, k)), theirs[k], doubts.counts[k])
             for k in sorted(theirs | doubts.counts) if theirs[k] != doubts.counts[k]]  # fmt: skip
    write(path, settings + ["reports where clean", "reports where not clean", "count reports where clean"])
    clean, doubtful, count = decode(run(ogi, database, "json", path).stdout)
    got = [{(r["agency"], r["year"]) for r in a["rows"]} for a in (clean, doubtful)]
    for k in sorted((got[1] ^ doubts.reports) | (got[0] & got[1])):
        wrong.append("%s %d is %sclean" % (k + ("not " if k in got[1] else "",)))
    if count["rows"][0]["reports"] != len(got[0]):
        wrong.append("%d reports are clean, %d are listed" % (count["rows"][0]["reports"], len(got[0])))
    return wrong


def check_doubts(rng, ogi, panel, n, folder, printed):
    """(marks compared, [what differs])"""
    path, compared = folder + "/statements.ogi", 0
    doubts = Doubts(panel, printed, panel.blank_unknown)
    wrong = compare_checks(doubts, ogi, panel.database, panel.blank_unknown, path)
    cases = questions(rng, panel, ogi, n, path)
    for (q, own, answer, rows, whole), shown in zip(cases, tables(heading_lines(run(ogi, panel.database, "md", path).stdout))):
        k, difference = compare_marks(doubts, answer, rows, whole, shown)
        compared += k
        if not difference and whole["coverage"]["failing"] != sum((r.agency.name, r.year) in doubts.reports for r in answer.scope):
            difference = "failing: %s" % whole["coverage"]["failing"]
        if difference:
            wrong.append("%s\n  %s" % (own[-1], difference))
    return compared, wrong
