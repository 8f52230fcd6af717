"""ask: random statements, each as its words and as what they mean in Python."""

import copy
import re
from decimal import Decimal

import form
from panel import ABSENT, LEAVES, LEVELS, PLACES, below, is_tree, members_of

ZH = {
    "received": "新收申请", "carried_in": "上年结转", "applications": "办理结果数", "carried_forward": "结转下年",
    "reviews": "行政复议", "lawsuits": "行政诉讼", "decisions": "处理决定", "requester": "申请人", "outcome": "办理结果",
    "result": "复议诉讼结果", "withheld": "不予公开", "unavailable": "无法提供", "natural_person": "自然人",
    "organisation": "法人或其他组织", "company": "商业企业", "disclosed": "予以公开", "pending": "尚未审结",
    "otherwise_closed": "其他处理", "not_held": "不掌握", "year": "年份", "region": "地区", "level": "层级",
}  # fmt: skip

ENDS = ("first", "last")
OVER_REPORTS = ["avg", "median", "min", "max", "stddev"]
REPORT_DIMENSIONS = ["year", "agency", "region", "level", "function", "edition"]
PLURALS = {"agency": "agencies"}  # the others take an s
COUNTED = {
    "reports": None,
    "agencies": lambda r: r.agency.name,
    "years": lambda r: r.year,
    "regions": lambda r: r.agency.region,
    "levels": lambda r: r.agency.level,
    "functions": lambda r: r.agency.function,
}


class Query:
    def __init__(self):
        self.aggregate, self.measure, self.percentile, self.counted = "sum", "received", None, None
        self.report_conditions, self.cell_conditions = [], []  # (text, test)
        self.by, self.across, self.depth, self.total = [], None, None, False
        self.consolidation, self.having, self.order, self.limit = "", None, None, None
        self.top = None  # (top or bottom, N, ties, column or None)
        self.best = None  # (top or bottom, N, ties, dimension)
        self.within, self.change, self.others = None, None, False
        self.base, self.rank, self.balanced = None, False, False
        self.blank_unknown, self.min_base = False, 30
        self.of = None  # members before `of`, as text
        self.terms = None  # [(sign, measure)] of measures joined by + and -
        self.rate = None  # the sides of a rate: (text, leaves, measures, unit) each
        self.has_wrong_unit = False
        self.figure_name = "received"
        self.defined = None  # the name of a definition that stands for the measure or the rate

    def adds(self):
        return self.aggregate in ("sum", "stated", "gap", "rate", "share")

    def prints(self):
        return self.aggregate in ("stated", "gap")

    def over_reports(self):
        return self.aggregate in OVER_REPORTS or self.percentile is not None

    def ratio_name(self):
        if self.rate and self.defined:
            return self.defined
        return self.aggregate if self.aggregate in ("rate", "share") else None

    def is_pair(self):
        return isinstance(self.change, tuple)

    def is_best_apart(self):
        """Are the best chosen first, or are they the rows themselves?"""
        return self.best is not None and (len(self.row_keys()) > 1 or self.across is not None)

    def placed(self):
        """The keys that come before those of `by`."""
        first = [self.best[3]] if self.best else []
        skip = ("parent", "year") if self.is_pair() else ("parent",)
        return first + [k for k in self.within or [] if k not in skip and k not in self.by + [self.across] + first]

    def row_keys(self):
        return self.placed() + [k for k in self.by if k not in self.placed()]

    def keys(self):
        return self.row_keys() + ([self.across] if self.across else [])

    def depth_of(self, key):
        return None if self.best and key == self.best[3] else self.depth

    def has_deep_rows(self):
        return self.depth in (1, 2) and any(k not in REPORT_DIMENSIONS and self.depth_of(k) for k in self.row_keys())

    def tree_key(self):
        trees = [k for k in self.row_keys() if k not in REPORT_DIMENSIONS and is_tree(k)]
        return trees[-1] if trees else None

    def measures(self):
        if self.terms:
            return [m for _, m in self.terms]
        return [m for _, _, measures, _ in self.rate for m in measures] if self.rate else [self.measure]

    def signs(self):
        return {m: sign for sign, m in self.terms or []}

    def lacks(self, key):
        return self.counted is not None or any(key not in form.MEASURES[m][0] for m in self.measures())

    def leaf_sets(self):
        """The leaves of each figure."""
        if self.counted:
            return []
        if self.rate:
            return [leaves for _, leaves, _, _ in self.rate]
        return [[i for m in self.measures() for i in LEAVES[m]]]

    def chooser(self):
        """Of `top 10 agencies by …`: the query that chooses the ten, over the whole scope."""
        q = copy.copy(self)
        q.by, q.top, q.best = [self.best[3]], self.best[:3] + (None,), None
        q.across = q.depth = q.within = q.having = q.order = q.limit = None
        q.total = q.others = q.rank = False
        q.base = None
        q.change = self.change if self.is_pair() else None
        return q

    def head(self, rng):
        if self.counted:
            self.figure_name = self.counted
            return "count " + self.counted
        if self.defined:
            self.figure_name = self.defined
            return ("rate " if self.rate else self.aggregate + " ") + self.defined
        if self.rate:
            return "rate %s of %s" % (self.rate[0][0], self.rate[1][0])
        measure = self.formula(rng)
        whole = (self.of or "").strip("()") + measure[len(self.of or ""):]  # columns are named without brackets around all
        self.figure_name = self.aggregate if self.prints() else whole if self.of or self.terms else self.measure
        return self.aggregate + " " + measure

    def formula(self, rng):
        """withheld of applications; received - carried_in + …"""
        if not self.terms:
            return (self.of + " of " if self.of else "") + spelled(rng, self.measure)
        (_, first), rest = self.terms[0], self.terms[1:]
        return spelled(rng, first) + "".join(" %s %s" % ("-" if sign < 0 else "+", spelled(rng, m)) for sign, m in rest)

    def definition(self, rng):
        """Its line, where a name stands for the formula."""
        if self.rate:
            return "define rate %s = %s of %s" % (self.defined, self.rate[0][0], self.rate[1][0])
        return "define measure %s = %s" % (self.defined, self.formula(rng))

    def text(self, rng):
        clauses = []
        conditions = [c for c, _ in self.report_conditions + self.cell_conditions if c is not None]
        rng.shuffle(conditions)
        if conditions and rng.random() < 0.3:
            clauses += ["where " + c for c in conditions]
        elif conditions:
            clauses.append("where " + " and ".join(guarded(c) for c in conditions))
        depth = "" if self.depth is None else self.depth if self.depth == "leaves" else "depth %d" % self.depth
        deep = [d for d in self.by if d not in REPORT_DIMENSIONS]
        apart = not deep or rng.random() < 0.5  # a clause of its own, not behind the dimension
        if self.by:
            names = [(d, spelled(rng, d)) for d in self.by]
            clauses.append("by " + ", ".join(n if apart or d in REPORT_DIMENSIONS else (n + " " + depth).strip() for d, n in names))
        if self.across:
            clauses.append("across " + spelled(rng, self.across))
        if self.within:
            clauses.append("within " + ", ".join(d if d == "parent" else spelled(rng, d) for d in self.within))
        if self.change:
            clauses.append("change" if self.change == "yearly" else "change %d to %d" % self.change)
        if self.base:
            clauses.append("base %d" % self.base)
        if self.rank:
            clauses.append("rank")
        if self.balanced:
            clauses.append("balanced")
        if self.total:
            clauses.append("total")
        if self.consolidation:
            clauses.append(self.consolidation)
        if self.having:
            clauses.append("having %s %s %s" % self.having)
        if self.others:
            clauses.append("with others")
        if self.order:
            clauses.append("order by %s%s" % (self.order[0], rng.choice([" desc", " DESC"]) if self.order[1] else rng.choice(["", " asc"])))
        if self.limit:
            clauses.append("limit %d" % self.limit)
        if self.top:
            word, n, ties, column = self.top
            clauses.append("%s %d%s%s" % (word, n, " ties" if ties else "", " by " + column if column else ""))
        rng.shuffle(clauses)
        if self.top and not self.top[3]:  # a `by` behind it would name the column
            clauses.sort(key=lambda clause: clause.startswith(self.top[0]))
        if depth and apart:  # first, since behind a dimension it would belong to that one
            clauses.insert(0, depth)
        best = ""
        if self.best:
            word, n, ties, d = self.best
            best = "%s %d%s %s by " % (word, n, " ties" if ties else "", PLURALS.get(d, d + "s"))
        return best + " ".join([self.head(rng)] + clauses)


def spelled(rng, key):
    if rng.random() < 0.2 and key in ZH:
        return ZH[key]
    return key.upper() if rng.random() < 0.05 else key


def one_report_condition(rng, panel):
    agencies, kind = panel.agencies, rng.randrange(13)
    year, other = sorted([rng.randint(2019, 2023), rng.randint(2019, 2023)])
    agency = rng.choice(agencies)
    region = rng.choice(PLACES)
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
        said, op = rng.choice(["省", "市", "县"]), rng.choice(["=", "!="])
        key = LEVELS[said]
        return 'level %s "%s"' % (op, rng.choice([said, key])), lambda r: (r.agency.level == key) == (op == "=")
    if kind == 8:
        edition = rng.choice([2019, 2021])
        return "edition = %d" % edition, lambda r: r.edition == edition
    if kind == 11:
        wanted = rng.random() < 0.7
        return "clean" if wanted else "not clean", lambda r: ((r.agency.name, r.year) not in panel.failing[panel.blank_unknown]) == wanted
    if kind == 12:
        return measures_compared(rng, panel)
    measure = rng.choice(["received", "applications", "decisions", "carried_in", "fees", "items", "items_change"])
    ids = LEAVES[measure]
    if kind == 9:
        word, no = rng.choice(["blank", "text", "unread", "missing"]), rng.random() < 0.4

        def holds(r):
            return r.figure(ids) is ABSENT if word == "missing" else r.has_state(ids, word)

        return "%s is %s%s" % (measure, "not " if no else "", word), lambda r: holds(r) != no
    op, number = rng.choice(["=", "!=", "<", "<=", ">", ">="]), rng.choice([0, 5, 12, 30, 12.34, -2])
    return "%s %s %s" % (measure, op, number), lambda r: compare_figure(r.figure(ids, panel.blank_unknown), op, Decimal(str(number)))


def measures_compared(rng, panel):
    """received - withheld of applications > 3;  fees >= procurement_amount"""
    a, b = rng.choice([s[:2] for s in SUMS] + [("applications", "applications")] * 3)
    right, ids = spelled(rng, b), LEAVES[b]
    if form.MEASURES[b][0] and rng.random() < 0.6:
        d = rng.choice(form.MEASURES[b][0])
        member = rng.choice([g for g, _ in form.TREES[d]])
        right, ids = member + " of " + right, [i for i in ids if members_of(i)[d] in below(d, member)]
    op, is_less = rng.choice(["=", "!=", "<", "<=", ">", ">="]), rng.random() < 0.5
    number = rng.choice([0, 3, 12, -2]) if is_less else 0

    def holds(r):
        x, y = r.figure(LEAVES[a], panel.blank_unknown), r.figure(ids, panel.blank_unknown)
        return isinstance(x, Decimal) and isinstance(y, Decimal) and compare(x - y, op, Decimal(number))

    left = spelled(rng, a)
    return ("%s - %s %s %d" % (left, right, op, number) if is_less else "%s %s %s" % (left, op, right)), holds


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


# --- Whole statements

# Measures of one unit; of some only one edition, of others different tables.
SUMS = [
    ("received", "carried_in"), ("received", "applications"), ("applications", "carried_forward"), ("received", "reviews"),
    ("reviews", "lawsuits"), ("fees", "procurement_amount"), ("decisions", "lawsuits", "received"), ("items", "items_change"),
]  # fmt: skip
UNITS = {"fees": "money", "procurement_amount": "money", "items": "items", "items_change": "items", "procurement": "times"}


def side(rng, measures):
    text = " + ".join(measures)
    return text, [i for m in measures for i in LEAVES[m]], measures, UNITS.get(measures[0], "cases")


def make_rate(rng, q):
    """A set of the leaves of a measure, or a measure of its own, over a measure."""
    q.aggregate = "rate"
    kind = rng.random()
    if kind < 0.6:
        m = rng.choice(["applications"] * 5 + ["received", "reviews", "lawsuits", "documents", "decisions", "carried_in"])
        text, test = members_before_of(rng, m)
        whole = side(rng, [m])
        q.rate = [(text, [i for i in LEAVES[m] if test(i)], [m], whole[3]), whole]
    elif kind < 0.75:
        part = rng.choice([["received", "carried_in"], ["carried_forward"], ["applications"]])
        q.rate = [side(rng, part), side(rng, rng.choice([["received", "carried_in"], ["applications", "carried_forward"]]))]
    else:
        pairs = [("reviews", "applications"), ("lawsuits", "applications"), ("lawsuits", "reviews"), ("carried_forward", "received"), ("applications", "received"), ("fees", "procurement_amount"), ("decisions", "received")]
        wrong = [("fees", "received"), ("items", "applications")]
        part, whole = rng.choice(pairs + pairs + wrong)
        q.rate = [side(rng, [part]), side(rng, [whole])]
    q.has_wrong_unit = q.rate[0][3] != q.rate[1][3]
    q.measure = q.rate[1][2][0]


def choose_head(rng, q):
    kind = rng.random()
    if kind < 0.24:
        make_rate(rng, q)
    elif kind < 0.46:
        q.aggregate = "share"
    elif kind < 0.51:
        q.aggregate, q.counted = "count", rng.choice(["reports", "reports"] + list(COUNTED))
    elif kind < 0.61:
        q.aggregate = rng.choice(OVER_REPORTS)
    elif kind < 0.66:
        q.aggregate = rng.choice(ENDS)
    elif kind < 0.69:
        q.percentile = rng.choice([1, 10, 25, 33, 75, 90, 99])
        q.aggregate = "p%d" % q.percentile
    elif kind < 0.78:
        q.aggregate = rng.choice(["stated", "gap"])
    if not q.rate and not q.counted and not q.prints() and rng.random() < 0.12:
        measures = rng.choice(SUMS)
        q.terms = [(1, measures[0])] + [(rng.choice([1, -1]), m) for m in measures[1:]]
        q.measure = measures[0]


def choose_conditions(rng, panel, q, dimensions):
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        q.report_conditions.append(tree_of(rng, lambda: one_report_condition(rng, panel), 2))
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2]) if dimensions else 0):
        d = rng.choice(dimensions)
        q.cell_conditions.append(tree_of(rng, lambda d=d: one_cell_condition(rng, d), 1))
    if dimensions and not q.rate and not q.terms and rng.random() < 0.15:
        q.of, members = members_before_of(rng, q.measure)
        q.cell_conditions.append((None, members))


def choose_keys(rng, q, dimensions):
    choices = REPORT_DIMENSIONS + ["year", "agency"] + dimensions * 3
    keys = list(dict.fromkeys(rng.sample(choices, rng.choice([0, 1, 1, 1, 2, 2, 3]))))
    if keys and rng.random() < 0.25:
        q.across = keys.pop(rng.randrange(len(keys)))
    q.by = keys
    if q.by and rng.random() < 0.2:
        d = q.by.pop(rng.randrange(len(q.by)))
        q.best = (rng.choice(["top", "top", "bottom"]), rng.choice([1, 2, 3]), rng.random() < 0.3, d)
    if q.aggregate == "share" and rng.random() < 0.7:
        q.within = rng.choice([["parent"], ["parent"], ["year"], ["agency"], ["year", "level"]] + [[k] for k in q.keys()] * 2 + [q.keys()] * (q.keys() != []))
        for d in dimensions:
            if rng.random() < 0.06:
                q.within = [d]
    forms = [k for k in q.keys() if k not in REPORT_DIMENSIONS]
    deep = len(forms) == 1 and q.across not in forms and "region" not in q.keys() and q.depth_of("none") is None
    if deep and not (q.best and q.best[3] in forms) and rng.random() < (0.5 if q.within == ["parent"] else 0.3):
        q.depth = rng.choice([1, 2, 2, "leaves"])


def choose_change(rng, q):
    if rng.random() < 0.3:
        a, b = rng.sample(range(2019, 2024), 2)
        if rng.random() < 0.5:
            q.change = (a, b)
            if "year" in q.by and rng.random() < 0.9:
                q.by.remove("year")
        else:
            q.change = "yearly"
            if "year" not in q.keys() and rng.random() < 0.9:
                q.by.append("year")
        if rng.random() < 0.95:
            q.across = None
        if rng.random() < 0.03:
            q.change = (a, a)


def choose_places(rng, q):
    """A base year, ranks, agencies of every year."""
    if rng.random() < (0.25 if "year" in q.row_keys() and not q.across else 0.01):
        q.base = rng.randint(2019, 2023)
    if rng.random() < (0.15 if q.row_keys() and not q.across else 0.01):
        q.rank = True
        if not q.within and rng.random() < 0.5:
            q.within = rng.choice([["year"], ["agency"], q.row_keys()[:1] or ["level"], ["parent"]])
    q.balanced = rng.random() < 0.08


def column_names(q):
    """Names that a statement may call columns by; across they are those of members."""
    if q.across or q.of or (q.terms and not q.defined):
        return []
    names = {"rate": [q.ratio_name()], "share": ["share"]}.get(q.aggregate, [])
    if not q.is_pair():
        names = names + (["numerator", "denominator"] if q.rate else [q.figure_name])
        names += ["n"] if q.over_reports() else []
    elif not names:
        names = [q.figure_name]
    names = names + (["previous", "difference", "percent"] if q.change else [])
    return names + ["index"] * (q.base is not None) + ["rank"] * q.rank


def choose_rows(rng, q):
    names = column_names(q)
    if q.row_keys() and not q.best and rng.random() < 0.35:
        column = rng.choice(names) if names and rng.random() < 0.4 else None
        q.top = (rng.choice(["top", "top", "bottom"]), rng.choice([1, 2, 3, 10]), rng.random() < 0.25, column)
    if (q.top or q.best) and rng.random() < 0.5 or rng.random() < 0.01:
        q.others = not (q.has_deep_rows() and rng.random() < 0.8)
    if q.by and names and rng.random() < 0.12:
        numbers = [0, 0.1, 0.25, 0.5] if q.ratio_name() or rng.random() < 0.2 else [0, 5, 40]
        q.having = (rng.choice(names), rng.choice([">", "<=", "=", "!=", ">="]), rng.choice(numbers))
    if q.row_keys() and names and rng.random() < 0.15:
        q.order = (rng.choice(names), rng.random() < 0.5)
    if q.row_keys() and rng.random() < 0.1:
        q.limit = rng.choice([1, 2, 5])


def with_latest(rng, panel, q, text):
    """Some of its years as `latest` or so many before: of the agency that one of the conditions names, else of all."""
    named = [re.fullmatch(r'agency = "([^"]*)"', c) for c, _ in q.report_conditions]
    who = {m.group(1) for m in named if m}
    if len(who) > 1 or text.count('agency = "') > len(who):  # one inside a condition may confine it or not
        return text
    years = [r.year for r in panel.reports if not who or r.agency.name in who]

    def said(found):
        before = max(years) - int(found.group())
        if before < 0 or rng.random() < 0.3:
            return found.group()
        return rng.choice(["latest", "Latest"]) if before == 0 else "latest%s%d" % (rng.choice(["-", " - "]), before)

    outside = re.split(r'("[^"]*"|“[^”]*”)', text)
    outside[::2] = [re.sub(r"(?<!edition = )\b20\d\d\b", said, part) for part in outside[::2]]
    return "".join(outside) if years else text


def random_query(rng, panel):
    q = Query()
    q.blank_unknown, q.min_base = panel.blank_unknown, panel.min_base
    q.measure = rng.choice(list(form.MEASURES) + ["applications"] * 6 + ["received"] * 2)
    choose_head(rng, q)
    dimensions = [d for d in form.MEASURES[q.measure][0] if not q.lacks(d)]
    choose_conditions(rng, panel, q, dimensions)
    choose_keys(rng, q, dimensions)
    choose_change(rng, q)
    choose_places(rng, q)
    q.total = bool(q.keys() or q.is_pair()) and rng.random() < 0.3
    q.consolidation = rng.choice(["mixed ok"] * 4 + ["own reports", "own reports", "consolidated reports", ""])
    if not q.counted and not q.prints() and rng.random() < 0.15:
        q.defined = "defined_%d" % rng.randrange(10**6)
    q.head(rng)  # names the figure
    choose_rows(rng, q)
    return q
