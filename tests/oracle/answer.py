"""answer: what a statement means, worked out from the rows of the view by loops that anybody can check.

The order is that of language.md: scope, rows from leaves, wholes of shares, change, then having, top with
the others, order by and limit.
"""

import math
from decimal import Decimal
from fractions import Fraction

from ask import COUNTED, ENDS, REPORT_DIMENSIONS, compare
from panel import ABSENT, BAD, LEVELS, PLACES, UNKNOWN, Refused, is_stock, members_of, shown_members, stated_of

ADDS = ("sum", "stated", "gap", "rate", "share")


def value_of_key(report, key, confined):
    if key == "year":
        return report.year
    if key == "agency":
        return report.agency.name
    if key == "edition":
        return str(report.edition)
    if key == "region":
        parts, n = report.agency.region.split("/"), confined.count("/") + 1 if confined else 0
        return parts[min(n, len(parts) - 1)] or None
    return getattr(report.agency, key) or None


def aggregate(q, figures):
    """figures: [(report, figure or BAD …)], those of reports that can have it."""
    numbers = [(r, f) for r, f in figures if isinstance(f, Decimal)]
    values = sorted(f for _, f in numbers)
    n = len(values)
    if q.aggregate in ADDS + ENDS:
        if any(f is UNKNOWN for _, f in figures):
            return UNKNOWN
        return sum(values, Decimal(0)) if n > 0 else None
    if n == 0:
        return None
    if q.aggregate == "avg":
        return float(sum(values)) / n
    if q.aggregate in ("min", "max"):
        return values[0 if q.aggregate == "min" else -1]
    if q.aggregate == "stddev":
        spread = n * sum(Fraction(v) ** 2 for v in values) - Fraction(sum(values)) ** 2
        return math.sqrt(spread / (n * (n - 1))) if n > 1 else None
    p = 50 if q.aggregate == "median" else q.percentile
    low, rest = divmod(p * (n - 1), 100)
    high = values[low + 1] if rest else values[low]
    return float(values[low]) + float(high - values[low]) * (rest / 100)


# --- Arithmetic with what is missing

def is_number(x):
    return x is not None and x is not UNKNOWN


def add_all(values):
    """Missing ones do not count, an unknown one makes the sum unknown."""
    if any(v is UNKNOWN for v in values):
        return UNKNOWN
    numbers = [v for v in values if v is not None]
    return sum(numbers[1:], numbers[0]) if numbers else None


def divide(part, whole):
    return float(part) / float(whole) if is_number(part) and is_number(whole) and whole != 0 else None


def minus(a, b):
    return a - b if is_number(a) and is_number(b) else None


# --- Clauses that do not go together

def refuse(condition, reason):
    if condition:
        raise Refused(reason)


def check_clauses(q):
    refuse(q.within and q.aggregate != "share" and not q.rank, "within without share or rank")
    refuse(q.within == ["parent"] and q.aggregate != "share", "only wholes have parents")
    refuse((q.base or q.rank) and q.across, "these go by rows")
    refuse(q.base and (q.is_pair() or "year" not in q.row_keys()), "no years for a base")
    refuse(q.rank and not q.row_keys(), "no rows to rank")
    refuse(q.change and q.across, "change has columns of its own")
    refuse(q.change == "yearly" and "year" not in q.keys(), "change without years")
    refuse(q.is_pair() and q.change[0] == q.change[1], "the same year twice")
    refuse(q.is_pair() and "year" in q.keys(), "the years of change and by year")
    refuse(q.across in q.placed(), "what is ranked stands in rows")
    refuse(q.best and q.top, "top twice")
    refuse((q.top or q.order or q.limit) and not q.row_keys(), "nothing to choose from")
    refuse(q.depth and not [k for k in q.keys() if k not in REPORT_DIMENSIONS and q.depth_of(k)], "no tree for depth")
    refuse(q.total and not (q.keys() or q.is_pair()), "nothing to add up")
    refuse(q.within == ["parent"] and not q.tree_key(), "no tree to have a parent in")
    if q.others:
        merged = q.row_keys()[:1] if q.is_best_apart() else q.row_keys()
        refuse(not q.top and not q.best, "others of what")
        refuse(q.has_deep_rows(), "others are no subtotals")
        ends = q.aggregate in ENDS and not [k for k in merged if k not in REPORT_DIMENSIONS]
        refuse(not (q.aggregate in ADDS or ends or q.counted == "reports"), "others do not add up")
    for key in q.keys():
        refuse(key not in REPORT_DIMENSIONS and q.lacks(key), "no such dimension")
    refuse(q.has_wrong_unit, "units")


# --- Answers

class Row:
    def __init__(self, mark, shown, at, chosen, reports):
        self.mark, self.shown, self.at = mark, shown, at  # by key: what is printed, what tells rows apart
        self.chosen, self.reports = chosen, reports
        self.cells, self.n = [], []  # by head: its figures (of a rate two), the reports behind them
        self.whole, self.whole_id = [], None
        self.change = [None, None, None]
        self.index, self.is_index_small, self.rank = None, False, None
        self.inside, self.before, self.base, self.merged = [], None, None, []  # rows that its figures follow from

    def is_total(self):
        return self.mark == "total"


class Answer:
    def __init__(self, q, panel):
        self.q, self.panel = q, panel
        self.scope = [r for r in panel.reports if all(test(r) for _, test in q.report_conditions)]
        if q.consolidation in ("own reports", "consolidated reports"):
            self.scope = [r for r in self.scope if r.agency.consolidated == (q.consolidation[0] == "c")]
        if q.is_pair():
            self.scope = [r for r in self.scope if r.year in q.change]
        if q.balanced:
            years = {r.year for r in self.scope}
            of = lambda agency: {r.year for r in self.scope if r.agency is agency}  # noqa: E731
            kept = [agency for agency in panel.agencies if of(agency) == years]
            self.scope = [r for r in self.scope if r.agency in kept]
        confines = [region for _, test in q.report_conditions for region in getattr(test, "confines", [])]
        self.confined = max(confines, key=len, default="")  # `by region` shows what is below this node
        self.sets = [[i for i in ids if all(test(i) for _, test in q.cell_conditions)] for ids in q.leaf_sets()]
        self.rows_by = q.row_keys()
        self.across = "year" if q.is_pair() else q.across
        self.keys = self.rows_by + ([self.across] if self.across else [])
        self.form_keys = {k: self.members(k) for k in self.keys if k not in REPORT_DIMENSIONS}
        self.heads = self.make_heads()

    def members(self, key):
        return shown_members(key, {members_of(i)[key] for ids in self.sets for i in ids}, self.q.depth_of(key))

    def key_of(self, report, key):
        return value_of_key(report, key, self.confined)

    def place_of(self, report, key):
        """Where the value stands in the order of rows: regions as in their tree, siblings as in the list."""
        value = self.key_of(report, key)
        if key == "level" and value is not None:
            return (1, list(LEVELS.values()).index(value))
        if key != "region" or value is None:
            return order_of(value)
        parts = report.agency.region.split("/")
        return (1, PLACES.index("/".join(parts[: parts.index(value) + 1])))

    def make_heads(self):
        """[(name, value of the key or Shown, is the total)]"""
        if self.q.is_pair():
            return [(year, year, False) for year in self.q.change]
        if not self.across:
            return [(None, None, False)]
        if self.across in self.form_keys:
            shown = self.form_keys[self.across]
            above = {s.key for s in shown if s.mark == "subtotal"}
            heads = [(s.key + "_undivided" * (s.mark == "leaf" and s.key in above), s, False) for s in shown]
        else:
            values = {self.key_of(r, self.across): self.place_of(r, self.across) for r in self.scope}
            heads = [(v, v, False) for v in sorted(values, key=values.get)]
        return heads + ([("total", None, True)] if self.q.total else [])

    # Figures

    def leaf_sets(self, chosen):
        """The leaves under chosen = {form key: Shown}, for each figure. No rate without both sides."""
        sets = [[i for i in ids if all(members_of(i)[k] in s.members for k, s in chosen.items())] for ids in self.sets]
        return sets if all(sets) else [[] for _ in sets]

    def figures(self, reports, sets):
        """By figure [(report, its number or BAD …)] of the reports that can have it."""
        if not all(sets):
            return [[] for _ in sets]
        q, out = self.q, [[] for _ in sets]
        total = stated_of(sets[0]) if q.prints() else None
        if q.prints() and total is None:
            return out
        for r in reports:
            if q.prints():
                found = [r.figure([] if q.aggregate == "stated" else sets[0], q.blank_unknown, total)]
            else:
                found = [r.figure(ids, q.blank_unknown, None, q.signs()) for ids in sets]
            if ABSENT in found:
                continue
            if BAD in found:  # what spoils one side of a rate spoils the other
                found = [BAD] * len(found)
            for f, one in enumerate(found):
                out[f].append((r, one))
        return out

    def ends(self, reports, sets):
        """Those of `reports` that are their agency's first or last in the whole scope with the figure."""
        best = {}
        for r, f in self.figures(self.scope, sets)[0]:
            old = best.get(r.agency.name)
            if isinstance(f, Decimal) and (old is None or (r.year < old.year) == (self.q.aggregate == "first")):
                best[r.agency.name] = r
        return [r for r in reports if best.get(r.agency.name) is r]

    def count(self, reports):
        if self.q.counted == "reports":
            return Decimal(len(reports))
        value = COUNTED[self.q.counted]
        return Decimal(len({value(r) for r in reports} - {None, ""}))

    def value(self, reports, chosen, drops_year):
        """The figures of one cell of the answer, and the reports behind them."""
        q = self.q
        if q.counted:
            return [self.count(reports)], len(reports)
        sets = self.leaf_sets(chosen)
        is_part = all(k in chosen for k in self.form_keys)
        try:
            stocks = [is_stock(ids) if ids else False for ids in sets]
        except Refused:
            refuse(is_part, "mixed")
            return [None for _ in sets], 0
        if q.aggregate in ENDS:
            reports = self.ends(reports, sets)
        figures = self.figures(reports, sets)
        values = [aggregate(q, f) for f in figures]
        if q.aggregate in ADDS and drops_year and self.several_years():
            values = [None if stock else v for v, stock in zip(values, stocks)]
        return values, sum(isinstance(f, Decimal) for _, f in figures[0])

    def has_cells(self, report, sets):
        return all(report.has(ids) for ids in sets)

    def several_years(self):
        return len({r.year for r in self.scope if self.has_cells(r, self.sets)}) > 1

    # Refusals

    def check(self):
        if not self.q.counted:
            self.check_stocks()
            self.check_wholes()
            self.check_double()

    def check_stocks(self):
        q, groups = self.q, [{}]
        for key, shown in self.form_keys.items():
            groups = [{**g, key: s} for g in groups for s in shown]
        sets = [self.leaf_sets(g) for g in groups]
        kept = [set(), set(self.form_keys) - set(self.rows_by)] if q.total else []
        totals = [self.leaf_sets({k: s for k, s in g.items() if k in keep}) for g in groups for keep in kept]
        if q.prints():
            sets, totals = ([s for s in some if s[0] and stated_of(s[0])] for some in (sets, totals))
            refuse(not sets + totals, "no printed total")
        added = set()  # the years of stocks that are parts of one whole, or of the others
        for pair in sets + totals:
            if not all(pair):
                continue
            years = {r.year for r, _ in self.figures(self.scope, pair)[0]}
            try:
                stock = any([is_stock(ids) for ids in pair])
            except Refused:
                refuse(pair in sets, "mixed")
                continue
            together = q.aggregate == "share" or q.others
            if stock and together:
                added |= years
            several = len(added if together else years) > 1
            refuse(stock and q.adds() and several and "year" not in self.keys, "stock over years")

    def check_wholes(self):
        """A whole is a sum like any other."""
        q = self.q
        if q.aggregate != "share":
            return
        apart, wholes = self.within(), [{}]
        for key in [k for k in self.form_keys if k in apart]:
            wholes = [{**w, key: s} for w in wholes for s in self.form_keys[key]]
        stock = any([is_stock(ids) for ids in (self.leaf_sets(w)[0] for w in wholes) if ids])
        over = "year" in self.keys and "year" not in apart
        refuse(stock and over and self.several_years(), "a whole over years")

    def adds_over(self, key):
        q = self.q
        if q.total or (q.others and (not q.is_best_apart() or key == self.rows_by[0])):
            return True
        return q.aggregate == "share" and key not in self.within()

    def check_double(self):
        if self.q.consolidation:
            return
        keys = [k for k in self.keys if k in REPORT_DIMENSIONS and not self.adds_over(k)]
        for a in self.scope:
            for b in self.scope:
                together = a.year == b.year and all(self.key_of(a, k) == self.key_of(b, k) for k in keys)
                refuse(together and a.agency.covers(b.agency), "consolidated")

    # Rows

    def rows(self):
        rows = [Row("leaf", [], [], {}, self.scope)]
        for key in self.rows_by:
            rows = [r for row in rows for r in self.divide(row, key)]
        rows.sort(key=lambda row: row.at)
        rows = [row for row in rows if self.stays(row)]
        if not self.scope and self.rows_by:
            return []
        if self.q.total and self.rows_by:
            rows.append(Row("total", [None] * len(self.rows_by), [], {}, self.scope))
        for row in rows:
            for h, (_, _, total) in enumerate(self.heads):
                chosen, reports = self.part(row, h)
                drops = (row.is_total() and "year" in self.rows_by) or (total and self.across == "year")
                values, n = self.value(reports, chosen, drops)
                row.cells.append(values)
                row.n.append(n)
        return rows

    def part(self, row, h):
        """What of the form, and which reports, stand in a row under one head."""
        _, at, total = self.heads[h]
        chosen, reports = dict(row.chosen), row.reports
        if self.across in self.form_keys and not total:
            chosen[self.across] = at
        elif self.across and not total:
            reports = [r for r in reports if self.key_of(r, self.across) == at]
        return chosen, reports

    def divide(self, row, key):
        if key in self.form_keys:
            for n, s in enumerate(self.form_keys[key]):
                mark = s.mark if s.mark != "leaf" else row.mark
                yield Row(mark, row.shown + [s.key], row.at + [(1, n)], {**row.chosen, key: s}, row.reports)
            return
        for v, at in {self.key_of(r, key): self.place_of(r, key) for r in row.reports}.items():
            these = [r for r in row.reports if self.key_of(r, key) == v]
            yield Row(row.mark, row.shown + [v], row.at + [at], row.chosen, these)

    def stays(self, row):
        """A row over members of the form stands where some report in scope could have it."""
        if not row.chosen or self.q.prints():
            return True
        heads = [{self.across: s} for s in self.form_keys.get(self.across, [])] or [{}]
        sets = [self.leaf_sets({**row.chosen, **head}) for head in heads]
        return any(all(s) and self.has_cells(r, s) for r in row.reports for s in sets)

    # Shares

    def within(self):
        """The keys on which the whole agrees with its part."""
        q = self.q
        if q.within == ["parent"]:
            return [k for k in self.keys if k != q.tree_key()]
        return (q.within or []) + ["year"] * q.is_pair()

    def whole_of(self, row):
        """What tells the row's whole from others."""
        same = [at for k, at in zip(self.rows_by, row.at) if k in self.within()]
        parent = row.chosen[self.q.tree_key()].parent if self.q.within == ["parent"] else None
        return same, parent

    def set_wholes(self, rows):
        if self.q.aggregate != "share":
            return
        apart = not self.across or self.across in self.within()
        heads = range(len(self.heads))
        parts = [h for h in heads if not self.heads[h][2]]
        leaves = {}  # by what they agree on: [(parent, row)]
        for row in rows:
            if row.mark == "leaf":
                same, parent = self.whole_of(row)
                leaves.setdefault(repr(same), []).append((parent, row))
        known = {}
        for row in rows:
            if row.is_total():
                row.whole = [row.cells[h if apart or not self.q.total else -1][0] for h in heads]
                row.inside = [row]
                continue
            row.whole_id = self.whole_of(row)
            same, above = row.whole_id
            inside = row.inside = [r for parent, r in leaves.get(repr(same), []) if above in (None, parent)]
            if repr(row.whole_id) not in known:
                known[repr(row.whole_id)] = [add_all([r.cells[p][0] for r in inside for p in ([h] if apart else parts)]) for h in heads]
            row.whole = known[repr(row.whole_id)]

    def ratio(self, row, h):
        if self.q.aggregate == "rate":
            return divide(*row.cells[h])
        return divide(row.cells[h][0], row.whole[h])

    def is_small(self, row, h):
        return self.q.aggregate == "rate" and self.ratio(row, h) is not None and row.cells[h][1] < self.panel.min_base

    # Change

    def main(self, row, h=0):
        return self.ratio(row, h) if self.q.aggregate in ("rate", "share") else row.cells[h][0]

    def set_change(self, row, previous, small=False):
        now = self.main(row, len(self.heads) - 1)
        difference = minus(now, previous)
        percent = None if is_number(previous) and previous < 0 else divide(difference, previous)
        row.change = [previous, difference, percent]
        row.is_change_small = [small, small or self.is_small(row, len(self.heads) - 1)]

    def set_changes(self, rows):
        """Against the row of the year before that is the same in all else."""
        if self.q.is_pair():
            for row in rows:
                self.set_change(row, self.main(row, 0), self.is_small(row, 0))
        elif self.q.change:
            y = self.rows_by.index("year")
            for row in rows:
                before = [r for r in rows if self.is_year_before(r, row, y)]
                row.before = before[0] if before else None
                self.set_change(row, self.main(before[0]) if before else None, bool(before) and self.is_small(before[0], 0))

    def is_year_before(self, before, row, y):
        if row.is_total() or before.mark != row.mark or row.at[y] is None or before.at[y] is None:
            return False
        moved = list(before.at)
        moved[y] = (0, before.at[y][1] + 1)
        return moved == list(row.at)

    # Index and rank

    def set_indexes(self, rows):
        if not self.q.base:
            return
        y = self.rows_by.index("year")
        for row in rows:
            row.index, row.is_index_small = None, self.is_small(row, 0)
            same = [r for r in rows if r.mark == row.mark and not r.is_total() and row.at[y] is not None
                    and r.shown[y] == self.q.base and r.at[:y] + r.at[y + 1:] == row.at[:y] + row.at[y + 1:]]  # fmt: skip
            if same:
                row.base = same[0]
                ratio = divide(self.main(row), self.main(same[0]))
                row.index = None if ratio is None else 100 * ratio
                row.is_index_small = row.is_index_small or self.is_small(same[0], 0)

    def set_ranks(self, rows):
        if not self.q.rank:
            return
        h, places = len(self.heads) - 1, [self.rows_by.index(k) for k in self.within() if k in self.rows_by]
        fit = [r for r in rows if r.mark == "leaf" and is_number(self.main(r, h)) and not self.is_small(r, h)]
        for row in fit:
            group = [r for r in fit if all(r.at[p] == row.at[p] for p in places)]
            row.rank = 1 + sum(self.main(r, h) > self.main(row, h) for r in group)

    # Others

    def merge(self, rest, kept_keys):
        """One row for all of `rest`, which agree on kept_keys."""
        keep = [k in kept_keys for k in self.rows_by]
        one = Row("others", [s if k else None for k, s in zip(keep, rest[0].shown)], [a if k else None for k, a in zip(keep, rest[0].at)], {}, [])
        for h in range(len(self.heads)):
            one.cells.append([self.sum_of(rest, h, f) for f in range(len(rest[0].cells[h]))])
        one.merged, one.inside = rest, rest[0].inside
        if self.q.aggregate == "share":
            same = all(r.whole_id == rest[0].whole_id for r in rest)
            one.whole = rest[0].whole if same else [None] * len(self.heads)
        self.set_changes([one])
        return one

    def sum_of(self, rest, h, f):
        rest = [r for r in rest if r.cells[h][f] is not None]
        if not self.q.counted and self.q.adds() and rest:
            at, key = self.heads[h][1], self.across
            own = [{**r.chosen, key: at} if key in self.form_keys and at else r.chosen for r in rest]
            ids = sorted({i for chosen in own for i in self.leaf_sets(chosen)[f]})
            years = {str(r.at[self.rows_by.index("year")]) for r in rest} if "year" in self.rows_by else {None}
            try:
                if is_stock(ids) and len(years) > 1:
                    return None
            except Refused:
                return None
        return add_all([r.cells[h][f] for r in rest])

    # Columns

    def columns(self):
        """[(name, value of a row, is the value of a row too small a rate to rank)]"""
        q, out, heads = self.q, [], range(len(self.heads))
        names = ["unknown" if n is None else str(n) for n, _, _ in self.heads]
        no = lambda row: False  # noqa: E731
        if q.is_pair():
            last = len(self.heads) - 1
            out.append((q.ratio_name() or q.figure_name, lambda row: self.main(row, last), lambda row: self.is_small(row, last)))
        else:
            if q.ratio_name():
                out += [(names[h] if q.across else q.ratio_name(), lambda row, h=h: self.ratio(row, h), lambda row, h=h: self.is_small(row, h)) for h in heads]
            if not (q.ratio_name() and q.across):
                for f, name in enumerate(["numerator", "denominator"] if q.aggregate == "rate" else [q.figure_name]):
                    out += [(names[h] if q.across else name, lambda row, h=h, f=f: row.cells[h][f], no) for h in heads]
            if q.over_reports() and not q.across:
                out.append(("n", lambda row: row.n[0], no))
        if q.change:
            for i, name in enumerate(["previous", "difference", "percent"]):
                out.append((name, lambda row, i=i: row.change[i], lambda row, i=i: row.is_change_small[i > 0]))
        if q.base:
            out.append(("index", lambda row: row.index, lambda row: row.is_index_small))
        if q.rank:
            out.append(("rank", lambda row: row.rank, no))
        return out

    def column(self, name):
        found = [c for c in self.columns() if c[0] == name]
        refuse(not found, "no column " + name)
        return found[0]


def order_of(value):
    """Numbers; words by their bytes; what is unknown last."""
    if value is None:
        return (2, 0)
    return (0, value) if isinstance(value, int) else (1, value.encode())


def sort_rows(rows, value, descending):
    """Missing ones last, others and totals behind all; equal rows stay as they are."""
    out, others = [], [r for r in rows if r.mark == "others"]
    for body in [r for r in rows if r.mark not in ("others", "total")], others:
        numbers = [r for r in body if is_number(value(r))]
        out += sorted(numbers, key=lambda r: -value(r) if descending else value(r))
        out += [r for r in body if not is_number(value(r))]
    return out + [r for r in rows if r.is_total()]


def take_top(answer, rows, top):
    """The rows that stay, and the others."""
    q, (word, n, ties, column) = answer.q, top
    if not answer.columns():  # across, and no report
        return rows, []
    ranking = column or ("difference" if q.change else answer.columns()[0][0])
    _, value, small = answer.column(ranking)
    size = value
    if q.aggregate == "gap" and not q.change:
        size = lambda row: abs(value(row)) if is_number(value(row)) else None  # noqa: E731
    ranked = [r for r in sort_rows(rows, size, word == "top") if not r.is_total()]
    fit = [r for r in ranked if not small(r)]
    kept = fit[:n]
    while ties and kept and len(kept) < len(fit) and shown_number(size(fit[len(kept)])) == shown_number(size(kept[-1])):
        kept.append(fit[len(kept)])
    rest = [r for r in ranked if r not in kept]
    return kept + [r for r in rows if r.is_total()], rest


def shown_number(x):
    return x if is_number(x) else None


def take_best(answer, rows, panel):
    """Those chosen over the whole scope, in their order; then the others."""
    q = answer.q
    chooser = q.chooser()
    choosing = Answer(chooser, panel)
    choosing.check()
    all_rows = choosing.rows()
    choosing.set_wholes(all_rows)
    choosing.set_changes(all_rows)
    chosen, _ = take_top(choosing, all_rows, chooser.top)
    places = [r.at[0] for r in chosen]
    out = [r for place in places for r in rows if not r.is_total() and r.at[0] == place]
    if q.others:
        rest, groups = [r for r in rows if not r.is_total() and r.at[0] not in places], {}
        for r in rest:
            groups.setdefault(tuple(r.at[1:]), []).append(r)
        others = [answer.merge(groups[at], answer.rows_by[1:]) for at in sorted(groups)]
        answer.set_changes(others)
        answer.set_indexes(others)
        out += others
    return out + [r for r in rows if r.is_total()]


def expected(q, panel):
    """The answer and its rows; raises Refused."""
    check_clauses(q)
    answer = Answer(q, panel)
    answer.check()
    rows, rest = answer.rows(), []
    answer.set_wholes(rows)
    answer.set_changes(rows)
    answer.set_indexes(rows)
    answer.set_ranks(rows)
    if q.is_best_apart():
        rows = take_best(answer, rows, panel)
    if q.having:
        name, op, number = q.having
        value = answer.column(name)[1]
        holds = [r for r in rows if r.is_total() or (is_number(value(r)) and compare(float(value(r)), op, number))]
        rest, rows = [r for r in rows if r not in holds], holds
    top = q.top or (q.best and not q.is_best_apart() and q.best[:3] + (None,))
    if top:
        rows, more = take_top(answer, rows, top)
        rest += more
    if q.others and rest and not q.is_best_apart():
        totals = [r for r in rows if r.is_total()]
        rows = [r for r in rows if not r.is_total()] + [answer.merge(rest, [])] + totals
    if q.order:
        name, descending = q.order
        rows = sort_rows(rows, answer.column(name)[1], descending)
    if q.limit:
        body = [r for r in rows if not r.is_total()]
        rows = body[: q.limit] + [r for r in rows if r.is_total()]
    return answer, rows
