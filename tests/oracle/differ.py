#!/usr/bin/env python3
"""differ: random statements, answered by ogi and by an obvious evaluator, must agree.

    python3 tests/oracle/differ.py build/ogi [--seed N] [--statements N] [--show]

A small invented panel (both editions; blanks, text, unread rows, wrong totals, a government's
report beside those of its departments) is written, loaded by ogi and read back from the view
`cell`, with nothing of ogi's but that view. What each statement means is worked out from
the rows of the view by loops that anybody can check; the words of the form come from form.py.
Nothing is random but the seed.
"""

import argparse
import json
import math
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import form  # noqa: E402

ZH = {
    "received": "新收申请", "carried_in": "上年结转", "applications": "办理结果数", "carried_forward": "结转下年",
    "reviews": "行政复议", "lawsuits": "行政诉讼", "decisions": "处理决定", "requester": "申请人", "outcome": "办理结果",
    "result": "复议诉讼结果", "withheld": "不予公开", "unavailable": "无法提供", "natural_person": "自然人",
    "organisation": "法人或其他组织", "company": "商业企业", "disclosed": "予以公开", "pending": "尚未审结",
    "otherwise_closed": "其他处理", "not_held": "不掌握", "year": "年份", "region": "地区", "level": "层级",
}  # fmt: skip

# --- The panel

PLACES = [
    ("示例省", "省"), ("示例省/甲市", "市"), ("示例省/甲市/丙县", "县"), ("示例省/甲市/丁县", "县"),
    ("示例省/乙市", "市"), ("示例省/乙市/戊县", "县"), ("示例省/乙市/戊县/己镇", "乡镇"),
]  # fmt: skip
FUNCTIONS = ["公安", "教育", "财政"]


class Agency:
    def __init__(self, name, region="", level="", function="", parent=None, consolidated=False):
        self.name, self.region, self.level, self.function = name, region, level, function
        self.parent, self.consolidated = parent, consolidated

    def covers(self, other):
        up = other.parent
        while up is not None and up is not self:
            up = up.parent
        return self.consolidated and up is self


def make_agencies():
    agencies = []
    for region, level in PLACES:
        place = region.split("/")[-1]
        whole = Agency("示例" + place + "人民政府", region, level, "政府", None, place in ("丙县", "乙市"))
        agencies.append(whole)
        for function in FUNCTIONS[: 1 + len(place) % 3]:
            agencies.append(Agency("示例%s%s局" % (place, function), region, level, function, whole))
    agencies.append(Agency("示例无名单位"))  # with a report but in no list
    agencies[agencies_index(agencies, "示例己镇人民政府")].parent = agencies[agencies_index(agencies, "示例乙市人民政府")]
    return agencies


def agencies_index(agencies, name):
    return [a.name for a in agencies].index(name)


def random_figure(rng, measure, members):
    if measure == "fees":
        return rng.choice(["0", "0.5", "12.34", "101.07", "4166.241619", "9116.36", "0.000001"])
    if measure == "procurement_amount":
        return rng.choice(["251000元", "63.28万元", "75394.52元", "1200.5元", "0.8万元"])
    if measure == "items_change":
        return rng.choice([0, 0, 3, -2, -11, 7])
    most = {"decisions": 3000, "items": 500, "documents": 40, "procurement": 60}.get(measure, 6)
    return rng.choice([0, 0, rng.randint(0, most)])


def spoil(rng, edition, figures):
    """Wrong totals, blanks, text and rows that cannot be read, as `raw` of form.write_text."""
    raw, cells = {}, form.CELLS[edition]
    for _ in range(rng.choice([0, 0, 1, 4])):
        raw[cells[rng.randrange(len(cells))][:3]] = rng.choice([" ", "/", "-", "—", "无"])
    for _ in range(rng.choice([0, 0, 0, 2])):
        table, row, column, _, members = cells[rng.randrange(len(cells))]
        raw[table, row, column] = rng.choice(["约5件", "减", "见附件"])
    if rng.random() < 0.15:
        raw[rng.choice(form.rows_three(edition))] = "7 | 3 |"
    for table, row, column, _, members in cells:
        if form.is_total(members) and rng.random() < 0.03:
            figures[table, row, column] += rng.choice([-1, 1, 10])
    return raw


def write_panel(rng, agencies, folder):
    os.makedirs(folder)
    for agency in agencies:
        for year in range(2019, 2024):
            if rng.random() < 0.3:
                continue
            edition = 2019 if year < 2021 else 2021
            if rng.random() < 0.08:
                edition = 4040 - edition
            figures = {cell[:3]: random_figure(rng, *cell[3:]) for cell in form.CELLS[edition] if not form.is_total(cell[4])}
            form.add_totals(edition, figures)
            title = "%s%d年政府信息公开工作年度报告" % (agency.name, year)
            text = form.write_text(edition, title, [agency.name, "%d年1月20日" % (year + 1)], figures, spoil(rng, edition, figures), ("略。",) * 3)
            with open(os.path.join(folder, "%s_%d.txt" % (agency.name, year)), "w", encoding="utf-8") as f:
                f.write(text)


def write_list(agencies, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write("agency,region,level,function,parent,consolidated\n")
        for a in agencies:
            if a.region:
                f.write(",".join([a.name, a.region, a.level, a.function, a.parent.name if a.parent else "", "yes" if a.consolidated else "no"]) + "\n")


# --- Rows of the view → reports

ABSENT, BAD, UNKNOWN = "absent", "bad", "unknown"


def cell_id(measure, members):
    return measure, tuple(sorted(members.items(), key=lambda item: item[0]))


class Report:
    def __init__(self, agency, year, edition):
        self.agency, self.year, self.edition, self.cells = agency, year, edition, {}

    def figure(self, ids, blank_unknown=False, stated=None):
        """The sum over leaves `ids`; with `stated` that printed total less the sum, or without leaves itself."""
        here = [self.cells[i] for i in ids if i in self.cells]
        if (stated is not None and stated not in self.cells) or (stated is None and not here):
            return ABSENT
        if stated is not None and self.cells[stated][0] not in ("number", "inferred"):
            return BAD
        if any(state in ("text", "unread") for state, _ in here):
            return BAD
        if blank_unknown and any(state == "blank" for state, _ in here):
            return UNKNOWN
        total = sum((value for state, value in here if state != "blank"), Decimal(0))
        return total if stated is None else self.cells[stated][1] - total

    def has_state(self, ids, state):
        return any(self.cells[i][0] == state for i in ids if i in self.cells)


def read_reports(database, agencies):
    words = {e: {cell[:3]: cell_id(*cell[3:]) for cell in cells} for e, cells in form.CELLS.items()}
    by_name, reports = {a.name: a for a in agencies}, {}
    db = sqlite3.connect(database)
    for agency, year, edition, table, row, column, value, state in db.execute(
        'select agency, year, edition, "table", "row", "column", value, state from cell'
    ):
        report = reports.setdefault((agency, year), Report(by_name[agency], year, int(edition)))
        number = None if value is None else Decimal(repr(value))
        report.cells[words[int(edition)][table, row, column]] = (state, number)
    db.close()
    return [reports[key] for key in sorted(reports)]


# --- The form as sets of leaves

def leaves_of(measure):
    ids = []
    for edition in (2021, 2019):
        for _, _, _, m, members in form.CELLS[edition]:
            if m == measure and not form.is_total(members) and cell_id(m, members) not in ids:
                ids.append(cell_id(m, members))
    return ids


LEAVES = {measure: leaves_of(measure) for measure in form.MEASURES}


def members_of(leaf):
    return dict(leaf[1])


def below(dimension, node):
    """The leaves that a member of a dimension stands for."""
    return dict(form.TREES[dimension]).get(node, [node])


def totals_of(measure):
    """[(id of the printed total, the leaves that it sums)]"""
    found = []
    for edition in (2019, 2021):
        for _, _, _, m, members in form.CELLS[edition]:
            total = cell_id(m, members)
            if m == measure and form.is_total(members) and total not in [t for t, _ in found]:
                inside = {d: below(d, v) for d, v in members.items() if v is not None}
                found.append((total, frozenset(i for i in LEAVES[m] if all(members_of(i)[d] in inside[d] for d in inside))))
    return found


TOTALS = {measure: totals_of(measure) for measure in form.MEASURES}


class Refused(Exception):
    """The language refuses the statement."""


class Shown:
    """A member that `by` or `across` shows: its key, the leaf members behind it, its mark."""

    def __init__(self, key, members, mark="leaf"):
        self.key, self.members, self.mark = key, members, mark


def shown_members(dimension, admitted, depth):
    tree = form.TREES[dimension]
    nested = any(len(leaves) > 1 for _, leaves in tree)
    usual_groups = dimension == "outcome"
    if depth is None and usual_groups:
        if len(admitted) == 1:
            return [Shown(leaf, [leaf]) for leaf in admitted]
        for group, leaves in tree:
            if len(leaves) > 1 and admitted == set(leaves):
                return [Shown(leaf, [leaf]) for leaf in leaves if leaf in admitted]
    out = []
    for group, leaves in tree:
        here = [leaf for leaf in leaves if leaf in admitted]
        if not here:
            continue
        if depth == 1 or (depth is None and usual_groups) or not nested or leaves == [group]:
            out.append(Shown(group, here))
            continue
        if depth is not None and depth != "leaves":
            out.append(Shown(group, here, "subtotal"))
        out += [Shown(leaf, [leaf]) for leaf in here]
    return out


def stated_of(ids):
    for total, inside in TOTALS[ids[0][0]] if ids else []:
        if inside == frozenset(ids):
            return total
    return None


def is_stock(ids):
    """Is a set of leaves a stock? Refuses mixes that the form does not add itself."""
    flows = {form.flow_of(i[0], members_of(i)) for i in ids}
    if len(flows) <= 1:
        return bool(flows - {"flow"})
    covered = set()
    for _, inside in TOTALS[ids[0][0]]:
        if inside <= frozenset(ids):
            covered |= inside
    if covered != set(ids):
        raise Refused("mixed")
    return True


# --- Statements

class Query:
    def __init__(self):
        self.aggregate, self.measure, self.percentile = "sum", "received", None
        self.report_conditions, self.cell_conditions = [], []  # (text, test)
        self.by, self.across, self.depth, self.total = [], None, None, False
        self.consolidation, self.top, self.having = "", None, None
        self.blank_unknown = False
        self.of = None  # members before `of`, as text

    def text(self, rng):
        words = [self.aggregate, (self.of + " of " if self.of else "") + spelled(rng, self.measure)]
        clauses = []
        conditions = [c for c, _ in self.report_conditions + self.cell_conditions if c is not None]
        rng.shuffle(conditions)
        if conditions and rng.random() < 0.3:
            clauses += ["where " + c for c in conditions]
        elif conditions:
            clauses.append("where " + " and ".join("(%s)" % c if " or " in c else c for c in conditions))
        depth = "" if self.depth is None else self.depth if self.depth == "leaves" else "depth %d" % self.depth
        apart = rng.random() < 0.5  # a clause of its own, not behind the dimension
        if self.by:
            names = [(d, spelled(rng, d)) for d in self.by]
            clauses.append("by " + ", ".join(n if apart or d in REPORT_DIMENSIONS else (n + " " + depth).strip() for d, n in names))
        if self.across:
            clauses.append("across " + spelled(rng, self.across))
        if self.total:
            clauses.append("total")
        if self.consolidation:
            clauses.append(self.consolidation)
        if self.having:
            clauses.append("having %s %s %s" % self.having)
        rng.shuffle(clauses)
        if depth and apart:  # first, since behind a dimension it would belong to that one
            clauses.insert(0, depth)
        if self.top:
            clauses.append("%s %d" % self.top)
        return " ".join(words + clauses)


def spelled(rng, key):
    if rng.random() < 0.2 and key in ZH:
        return ZH[key]
    return key.upper() if rng.random() < 0.05 else key


OVER_REPORTS = ["avg", "median", "min", "max", "stddev", "first", "last"]
REPORT_DIMENSIONS = ["year", "agency", "region", "level", "function", "edition"]


def one_report_condition(rng, panel):
    agencies, kind = panel.agencies, rng.randrange(11)
    year, other = sorted([rng.randint(2019, 2023), rng.randint(2019, 2023)])
    agency = rng.choice(agencies)
    region = rng.choice(PLACES)[0]
    if kind == 0:
        op = rng.choice(["=", "!=", "<", "<=", ">", ">="])
        return "year %s %d" % (op, year), lambda r: compare(r.year, op, year)
    if kind == 1:
        return "year in %d..%d" % (year, other), lambda r: year <= r.year <= other
    if kind == 2:
        return "year in (%d, %d)" % (year, other), lambda r: r.year in (year, other)
    if kind == 3:
        return "year not between %d and %d" % (year, other), lambda r: not year <= r.year <= other
    if kind == 4:
        return 'agency = "%s"' % agency.name, lambda r: r.agency is agency
    if kind == 5:
        word = rng.choice(["局$", "政府", "^示例甲", "[丙丁]县"])
        op = rng.choice(["~", "!~"])
        return 'agency %s "%s"' % (op, word), lambda r: bool(re.search(word, r.agency.name)) == (op == "~")
    if kind == 6:
        op = rng.choice(["=", "under", "!=", "not under", "=="])
        alone = op == "=="

        def inside(r):
            at = r.agency.region
            return at == region or (not alone and at.startswith(region + "/"))

        def test(r):
            return inside(r) == (op in ("=", "under", "=="))

        test.confines = [region] if op in ("=", "under", "==") else []
        return 'region %s "%s"' % (op, region.split("/")[-1]), test
    if kind == 7:
        level, op = rng.choice(["省", "市", "县"]), rng.choice(["=", "!="])
        return 'level %s "%s"' % (op, level), lambda r: (r.agency.level == level) == (op == "=")
    if kind == 8:
        edition = rng.choice([2019, 2021])
        return "edition = %d" % edition, lambda r: r.edition == edition
    measure = rng.choice(["received", "applications", "decisions", "carried_in", "fees", "items", "items_change"])
    ids = LEAVES[measure]
    if kind == 9:
        word, no = rng.choice(["blank", "text", "unread", "missing"]), rng.random() < 0.4

        def holds(r):
            return r.figure(ids) is ABSENT if word == "missing" else r.has_state(ids, word)

        return "%s is %s%s" % (measure, "not " if no else "", word), lambda r: holds(r) != no
    op, number = rng.choice(["=", "!=", "<", "<=", ">", ">="]), rng.choice([0, 5, 12, 30, 12.34, -2])
    return "%s %s %s" % (measure, op, number), lambda r: compare_figure(r.figure(ids, panel.blank_unknown), op, Decimal(str(number)))


def compare(a, op, b):
    return {"=": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[op]


def compare_figure(figure, op, number):
    return isinstance(figure, Decimal) and compare(figure, op, number)


def one_cell_condition(rng, dimension):
    nodes = [group for group, _ in form.TREES[dimension]]
    nodes += [leaf for _, leaves in form.TREES[dimension] for leaf in leaves]
    a, b = rng.choice(nodes), rng.choice(nodes)
    name, kind = spelled(rng, dimension), rng.randrange(7)
    one, two = set(below(dimension, a)), set(below(dimension, a)) | set(below(dimension, b))
    sa, sb = qualified(rng, dimension, a), qualified(rng, dimension, b)
    texts = [
        ("%s = %s" % (name, sa), one, True), ("%s != %s" % (name, sa), one, False),
        ("%s in (%s, %s)" % (name, sa, sb), two, True), ("%s not in (%s, %s)" % (name, sa, sb), two, False),
        ("%s = (%s or %s)" % (name, sa, sb), two, True), ("%s under %s" % (name, sa), one, True),
        ("%s == %s" % (name, sa), {a}, True),
    ]  # fmt: skip
    if kind == 6 and len(below(dimension, a)) > 1 and a != "otherwise_closed":
        kind = 0
    text, members, inside = texts[kind]
    return text, lambda leaf: (members_of(leaf)[dimension] in members) == inside


def qualified(rng, dimension, member):
    if rng.random() < 0.15:
        return "%s.%s" % (dimension, member)
    return '"%s"' % member if rng.random() < 0.1 else spelled(rng, member)


def members_before_of(rng, measure):
    """withheld of applications;  (a or not b) of …"""
    d = rng.choice(form.MEASURES[measure][0])
    a, b = (rng.choice([g for g, _ in form.TREES[d]]) for _ in range(2))
    one, two = set(below(d, a)), set(below(d, b))
    kind = rng.randrange(4)
    texts = ["%s" % a, "(%s or %s)" % (a, b), "not %s" % a, "(%s and not %s)" % (a, b)]
    tests = [lambda m: m in one, lambda m: m in one or m in two, lambda m: m not in one, lambda m: m in one and m not in two]
    return texts[kind], lambda leaf: tests[kind](members_of(leaf)[d])


def tree_of(rng, one, levels):
    """A condition of up to 2^levels tests."""
    if levels == 0 or rng.random() < 0.5:
        return one()
    (a, f), (b, g) = tree_of(rng, one, levels - 1), tree_of(rng, one, levels - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return "not (%s)" % a, lambda x: not f(x)
    if kind == 1:
        both = lambda x: f(x) and g(x)  # noqa: E731
        both.confines = getattr(f, "confines", []) + getattr(g, "confines", [])
        return "(%s) and %s" % (a, guarded(b)), both
    return "%s or %s" % (a, b), lambda x: f(x) or g(x)


def guarded(text):
    return "(%s)" % text if " or " in text else text


def random_query(rng, panel):
    q = Query()
    q.blank_unknown = panel.blank_unknown
    q.measure = rng.choice(list(form.MEASURES) + ["applications"] * 6 + ["received"] * 2)
    dimensions = form.MEASURES[q.measure][0]
    kind = rng.random()
    if kind < 0.3:
        q.aggregate = rng.choice(OVER_REPORTS)
    elif kind < 0.38:
        q.percentile = rng.choice([1, 10, 25, 33, 75, 90, 99])
        q.aggregate = "p%d" % q.percentile
    elif kind < 0.55:
        q.aggregate = rng.choice(["stated", "gap"])
    for _ in range(rng.choice([0, 1, 1, 2])):
        q.report_conditions.append(tree_of(rng, lambda: one_report_condition(rng, panel), 2))
    for _ in range(rng.choice([0, 0, 1, 1, 2]) if dimensions else 0):
        d = rng.choice(dimensions)
        q.cell_conditions.append(tree_of(rng, lambda d=d: one_cell_condition(rng, d), 1))
    if dimensions and rng.random() < 0.15:
        q.of, members = members_before_of(rng, q.measure)
        q.cell_conditions.append((None, members))
    choices = REPORT_DIMENSIONS + dimensions * 3
    keys = rng.sample(sorted(set(choices)), rng.choice([0, 1, 1, 2, 2, 3]))
    form_keys = [k for k in keys if k not in REPORT_DIMENSIONS]
    if keys and rng.random() < 0.3:
        q.across = keys.pop(rng.randrange(len(keys)))
    q.by = keys
    if len(form_keys) == 1 and q.across not in form_keys and "region" not in keys + [q.across] and rng.random() < 0.3:
        q.depth = rng.choice([1, 2, "leaves"])
    q.total = bool(q.by or q.across) and rng.random() < 0.35
    q.consolidation = rng.choice(["mixed ok"] * 4 + ["own reports", "consolidated reports", ""])
    if not q.total and q.depth is None and not q.across and q.by and rng.random() < 0.25:
        q.top = (rng.choice(["top", "bottom"]), rng.choice([1, 3, 10]))
    if q.by and not q.across and q.aggregate not in ("stated", "gap") and not q.total and not q.of and rng.random() < 0.15:
        q.having = (q.measure, rng.choice([">", "<=", "=", "!="]), rng.choice([0, 5, 40]))
    return q


# --- Evaluation

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
    if q.aggregate in ("sum", "stated", "gap", "first", "last"):
        if any(f is UNKNOWN for _, f in figures) or n == 0:
            return None
        return sum(values, Decimal(0))
    if n == 0:
        return None
    if q.aggregate == "avg":
        return float(sum(values)) / n
    if q.aggregate in ("min", "max"):
        return values[0 if q.aggregate == "min" else -1]
    if q.aggregate == "stddev":
        mean = sum(values) / n
        return math.sqrt(sum(float(v - mean) ** 2 for v in values) / (n - 1)) if n > 1 else None
    p = 50 if q.aggregate == "median" else q.percentile
    low, rest = divmod(p * (n - 1), 100)
    high = values[low + 1] if rest else values[low]
    return float(values[low]) + float(high - values[low]) * rest / 100


class Answer:
    def __init__(self, q, panel):
        self.q, self.panel = q, panel
        self.scope = [r for r in panel.reports if all(test(r) for _, test in q.report_conditions)]
        if q.consolidation in ("own reports", "consolidated reports"):
            self.scope = [r for r in self.scope if r.agency.consolidated == (q.consolidation[0] == "c")]
        confines = [region for _, test in q.report_conditions for region in getattr(test, "confines", [])]
        self.confined = max(confines, key=len, default="")  # `by region` shows what is below this node
        self.leaves = [i for i in LEAVES[q.measure] if all(test(i) for _, test in q.cell_conditions)]
        self.keys = q.by + ([q.across] if q.across else [])
        self.shown = {k: self.members(k) for k in self.keys if k not in REPORT_DIMENSIONS}

    def members(self, key):
        admitted = {members_of(i)[key] for i in self.leaves}
        return shown_members(key, admitted, self.q.depth)

    def key_of(self, report, key):
        return value_of_key(report, key, self.confined)

    def place_of(self, report, key):
        """Where the value stands in the order of rows: regions as in their tree, siblings as in the list."""
        value = self.key_of(report, key)
        if key != "region" or value is None:
            return order_of(value)
        parts = report.agency.region.split("/")
        return (1, [path for path, _ in PLACES].index("/".join(parts[: parts.index(value) + 1])))

    def leafset(self, chosen):
        """The leaves under chosen = {form key: Shown}."""
        return [i for i in self.leaves if all(members_of(i)[k] in s.members for k, s in chosen.items())]

    def figures(self, reports, ids):
        prints = self.q.aggregate in ("stated", "gap")
        total = stated_of(ids) if prints else None
        if not ids or (prints and total is None):
            return []
        out = []
        for r in reports:
            if self.q.aggregate == "stated":
                f = r.figure([], False, total)
            elif prints:
                f = r.figure(ids, self.q.blank_unknown, total)
            else:
                f = r.figure(ids, self.q.blank_unknown)
            if f is not ABSENT:
                out.append((r, f))
        return out

    def ends(self, reports, ids):
        """Those of `reports` that are their agency's first or last in the whole scope with the figure."""
        best = {}
        for r, f in self.figures(self.scope, ids):
            old = best.get(r.agency.name)
            if isinstance(f, Decimal) and (old is None or (r.year < old.year) == (self.q.aggregate == "first")):
                best[r.agency.name] = r
        return [r for r in reports if best.get(r.agency.name) is r]

    def value(self, reports, chosen, drops_year):
        ids = self.leafset(chosen)
        total = any(k not in chosen for k in self.shown)
        try:
            stock = is_stock(ids) if ids else False
        except Refused:
            if not total:
                raise
            return None, 0
        if self.q.aggregate in ("first", "last"):
            reports = self.ends(reports, ids)
        figures = self.figures(reports, ids)
        adds = self.q.aggregate in ("sum", "stated", "gap")
        if stock and adds and drops_year and self.several_years():
            return None, 0
        return aggregate(self.q, figures), sum(isinstance(f, Decimal) for _, f in figures)

    def several_years(self):
        return len({r.year for r in self.scope if any(i in r.cells for i in self.leaves)}) > 1

    def check(self):
        """What the language refuses before any figure is computed."""
        q = self.q
        groups = [{}]
        for key, shown in self.shown.items():
            groups = [{**g, key: s} for g in groups for s in shown]
        sets = [self.leafset(g) for g in groups]
        adds = q.aggregate in ("sum", "stated", "gap")
        if q.aggregate in ("stated", "gap"):
            whole = [self.leafset({k: s for k, s in g.items() if k in keep}) for g in groups for keep in self.cuts()]
            if not any(stated_of(ids) for ids in sets + whole if ids):
                raise Refused("no printed total")
            sets = [ids for ids in sets + whole if ids and stated_of(ids)]
        for ids in sets:
            if not ids:
                continue
            years = {r.year for r, _ in self.figures(self.scope, ids)}
            if is_stock(ids) and adds and len(years) > 1 and "year" not in self.keys:
                raise Refused("stock over years")
        if q.consolidation:
            return
        for a in self.scope:
            for b in self.scope:
                together = q.total or all(self.key_of(a, k) == self.key_of(b, k) for k in self.keys if k in REPORT_DIMENSIONS)
                if a.year == b.year and together and a.agency.covers(b.agency):
                    raise Refused("consolidated")

    def cuts(self):
        """The form keys kept by the rows themselves and by totals."""
        return [set(self.shown)] + ([set(), set(self.shown) - set(self.q.by)] if self.q.total else [])

    def columns(self):
        """[(name, key's value, Shown or None, is the total)]"""
        q = self.q
        if not q.across:
            return [(None, None, False)]
        if q.across in self.shown:
            columns = [(s.key, s, False) for s in self.shown[q.across]]
        else:
            values = {self.key_of(r, q.across): self.place_of(r, q.across) for r in self.scope}
            columns = [(v, v, False) for v in sorted(values, key=values.get)]
        return columns + ([("total", None, True)] if q.total else [])

    def rows(self):
        """[(keys, mark, [values], [n])], without rows in which every value is missing."""
        q, out = self.q, []
        combos = [((), "leaf", {}, self.scope)]
        for key in q.by:
            combos = [c for combo in combos for c in self.divide(combo, key)]
        combos.sort(key=lambda c: c[4] if len(c) > 4 else ())
        if q.total and q.by:
            combos.append((tuple(None for _ in q.by), "total", {}, self.scope, ()))
        for keys, mark, chosen, reports, *_ in combos:
            values = []
            for name, at, total in self.columns():
                own, these = dict(chosen), reports
                if q.across in self.shown and not total:
                    own[q.across] = at
                elif q.across and not total:
                    these = [r for r in reports if self.key_of(r, q.across) == at]
                drops = (mark == "total" and "year" in q.by) or (total and q.across == "year")
                values.append(self.value(these, own, drops))
            out.append((keys, mark, values))
        return out

    def divide(self, combo, key):
        keys, mark, chosen, reports, *places = combo
        place = places[0] if places else ()
        if key in self.shown:
            for n, s in enumerate(self.shown[key]):
                yield keys + (s.key,), s.mark if s.mark != "leaf" else mark, {**chosen, key: s}, reports, place + ((1, n),)
            return
        for v, at in {self.key_of(r, key): self.place_of(r, key) for r in reports}.items():
            these = [r for r in reports if self.key_of(r, key) == v]
            yield keys + (v,), mark, chosen, these, place + (at,)


def order_of(value):
    """Numbers; words by their bytes; what is unknown last."""
    if value is None:
        return (2, 0)
    return (0, value) if isinstance(value, int) else (1, value.encode())


def expected(q, panel):
    answer = Answer(q, panel)
    answer.check()
    rows = answer.rows()
    if q.having:
        name, op, number = q.having
        rows = [r for r in rows if r[2][0][0] is not None and compare(float(r[2][0][0]), op, number)]
    if q.by:
        rows = [r for r in rows if any(v is not None for v, _ in r[2])]
    if q.top:
        word, n = q.top
        size = (lambda v: abs(v)) if q.aggregate == "gap" else (lambda v: v)
        rows = [r for r in rows if r[2][0][0] is not None]
        rows = sorted(rows, key=lambda r: size(r[2][0][0]) * (-1 if word == "top" else 1))[:n]
    return answer, rows


# --- Comparison

def same_number(a, b):
    if a is None or b is None:
        return a is None and b is None
    if isinstance(b, Decimal):
        return Decimal(str(a)) == b
    return math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-9)


def compare_answer(q, answer, rows, got):
    """None, or what differs."""
    names = [c["name"] for c in got["columns"]]
    has_row = bool(q.by) and (q.total or (q.depth is not None and q.depth != "leaves"))
    head = len(q.by)
    if has_row != ("row" in names[head : head + 1]):
        return "column row: %s" % names
    head += has_row
    wanted = ["unknown" if n is None else str(n) for n, _, _ in answer.columns()]
    figures = names[head:]
    over = q.aggregate in OVER_REPORTS[:5] or q.percentile is not None
    if q.across in REPORT_DIMENSIONS:  # columns without any figure need not be there
        used = [i for i, n in enumerate(wanted) if n in figures or any(r[2][i][0] is not None for r in rows)]
        rows = [(k, m, [values[i] for i in used]) for k, m, values in rows]
        wanted = [wanted[i] for i in used]
    if q.across:
        if figures != wanted:
            return "columns %s, expected %s" % (figures, wanted)
    elif figures[1:] != (["n"] if over else []):
        return "columns %s" % names
    mine = [
        (list(r[0]) + ([r[1]] if has_row else []), [v for v, _ in r[2]] + ([r[2][0][1]] if over and not q.across else []))
        for r in rows
    ]
    theirs = [([row[n] for n in names[:head]], [row[n] for n in figures]) for row in got["rows"]]
    if q.by:
        theirs = [t for t in theirs if any(v is not None for v in t[1][: len(wanted)])]
    if len(mine) != len(theirs):
        return "%d rows, expected %d:\n  got %s\n  expected %s" % (len(theirs), len(mine), show(theirs), show(mine))
    for (ka, va), (kb, vb) in zip(mine, theirs):
        same = [str(x) for x in ka] == [str(x) for x in kb] and len(va) == len(vb)
        if not same or not all(same_number(y, x) for x, y in zip(va, vb)):
            return "row %s, expected %s" % (show([(kb, vb)]), show([(ka, va)]))
    return None


def show(rows):
    return "; ".join("%s = %s" % (" ".join(map(str, k)), ", ".join(map(str, v))) for k, v in rows[:12])


def said(messages, line):
    """The first message about a line of the script."""
    found = re.search(r"statements\.ogi:%d:\d+: (.*(\n  .*)*)" % line, messages)
    return found.group(1) if found else ""


def decode(text):
    """The answers by their statement: one JSON object after the other."""
    decoder, at, found = json.JSONDecoder(parse_float=str), 0, []
    while at < len(text):
        answer, end = decoder.raw_decode(text, at)
        found.append(answer)
        at = end
        while at < len(text) and text[at].isspace():
            at += 1
    return found


def run(ogi, database, format, script):
    options = [ogi, "--no-init", "--readonly", "-d", database, "--format", format, "--keep-going", "-f", script]
    return subprocess.run(options, capture_output=True, text=True, encoding="utf-8", timeout=300)


def compare_csv(text, answers):
    """Csv says the same as JSON."""
    parts = []
    for answer in answers:
        names = [c["name"] for c in answer["columns"]]
        empty = '""' if len(names) == 1 else ""  # a lone missing value is no empty line
        rows = [",".join(empty if row[n] is None else str(row[n]) for n in names) for row in answer["rows"]]
        parts.append("".join(line + "\n" for line in [",".join(names)] + rows))
    wanted = "\n".join(parts).split("\n")
    for i, (a, b) in enumerate(zip(text.split("\n") + [None], wanted + [None])):
        if a != b:
            return "csv, line %d: %s, json: %s" % (i + 1, a, b)
    return None


class Panel:
    pass


def make_panel(rng, ogi, folder):
    panel = Panel()
    panel.blank_unknown = False
    panel.agencies = make_agencies()
    reports, database, listed = (os.path.join(folder, n) for n in ("reports", "panel.db", "agencies.csv"))
    write_panel(rng, panel.agencies, reports)
    write_list(panel.agencies, listed)
    load = [ogi, "--no-init", "--quiet", "-d", database, reports, "-c", 'load "%s" as agencies' % listed]
    done = subprocess.run(load, capture_output=True, text=True, encoding="utf-8", timeout=300)
    if done.returncode != 0:
        sys.exit("differ: the panel does not load:\n" + done.stdout + done.stderr)
    panel.database = database
    panel.reports = read_reports(database, panel.agencies)
    panel.agencies = [a for a in panel.agencies if any(r.agency is a for r in panel.reports)]
    return panel


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ogi", nargs="?", default="build/ogi")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--statements", type=int, default=600)
    parser.add_argument("--most", type=int, default=20, help="differences told in full")
    parser.add_argument("--show", action="store_true", help="every statement with what is expected")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        panel = make_panel(rng, options.ogi, folder)
        script, cases = os.path.join(folder, "statements.ogi"), []
        with open(script, "w", encoding="utf-8") as f:
            for i in range(options.statements):
                if i == options.statements * 3 // 4:
                    panel.blank_unknown = True
                    f.write("set blank unknown\n")
                q = random_query(rng, panel)
                cases.append((q, q.text(rng)))
                f.write(cases[-1][1] + "\n")
        panel.blank_unknown = False
        done = run(options.ogi, panel.database, "json", script)
        csv = run(options.ogi, panel.database, "csv", script)
    return judge(options, panel, cases, done, csv)


def judge(options, panel, cases, done, csv):
    answers, failed, answered, at, line = decode(done.stdout), 0, 0, 0, 0
    for q, text in cases:
        got = answers[at] if at < len(answers) and answers[at]["statement"] == text else None
        at += got is not None
        line += 1
        line += q.blank_unknown and not panel.blank_unknown  # the line `set blank unknown`
        panel.blank_unknown = q.blank_unknown
        try:
            answer, rows = expected(q, panel)
            wrong = "no answer: " + said(done.stderr, line) if got is None else compare_answer(q, answer, rows, got)
            answered += 1
            if options.show:
                print(text, [(k, m, [v for v, _ in vs]) for k, m, vs in rows][:4])
        except Refused as reason:
            wrong = None if got is None else "an answer, though it should be refused: %s" % reason
            if options.show:
                print(text, "→ refused:", reason)
        if wrong:
            failed += 1
            if failed <= options.most:
                print("%s%s\n  %s" % ("(blank unknown) " if q.blank_unknown else "", text, wrong))
    wrong = compare_csv(csv.stdout, answers)
    if wrong:
        failed += 1
        print(wrong)
    print("%d statements on %d reports, %d answered%s" % (len(cases), len(panel.reports), answered, ", %d differ" % failed if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
