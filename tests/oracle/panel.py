"""panel: a small invented panel, written as reports and read back as rows of the view `cell`; and the
form as sets of leaves, with what follows from them: which totals it prints, what is a stock.
"""

import csv
import io
import os
import sqlite3
import subprocess
import sys
from decimal import Decimal

import form

# --- The panel

# Of these no list says where they are, of which level and in what field: their names do.
UNLISTED = [
    ("昆明市西山区公安局", "云南省/昆明市/西山区", "县", "公安"), ("云南省财政厅", "云南省", "省", "财政"),
    ("大理州教育局", "云南省/大理白族自治州", "市", "教育"),
    ("上海市黄浦区打浦桥街道办事处", "上海市/黄浦区/打浦桥街道", "乡镇", "政府"),
]  # fmt: skip
# Divisions of the gazetteer come first, in its order.
REAL = ["上海市", "上海市/黄浦区", "上海市/黄浦区/打浦桥街道", "云南省", "云南省/昆明市", "云南省/昆明市/西山区", "云南省/大理白族自治州"]
INVENTED = [
    ("示例省", "省"), ("示例省/甲市", "市"), ("示例省/甲市/丙县", "县"), ("示例省/甲市/丁县", "县"),
    ("示例省/乙市", "市"), ("示例省/乙市/戊县", "县"), ("示例省/乙市/戊县/己镇", "乡镇"),
]  # fmt: skip
PLACES = REAL + [path for path, _ in INVENTED]
# What a list of agencies may say of a level, and the key under which it is answered, highest first.
LEVELS = {"省": "province", "市": "city", "县": "county", "乡镇": "township"}
FUNCTIONS = ["公安", "教育", "财政"]


class Agency:
    def __init__(self, name, region="", level="", function="", parent=None, consolidated=False, listed=True):
        self.listed = listed
        self.name, self.region, self.said_level, self.function = name, region, level, function
        self.level = LEVELS.get(level, "")
        self.parent, self.consolidated = parent, consolidated

    def covers(self, other):
        up = other.parent
        while up is not None and up is not self:
            up = up.parent
        return self.consolidated and up is self


def make_agencies():
    agencies = []
    for region, level in INVENTED:
        place = region.split("/")[-1]
        whole = Agency("示例" + place + "人民政府", region, level, "政府", None, place in ("丙县", "乙市"))
        agencies.append(whole)
        for function in FUNCTIONS[: 1 + len(place) % 3]:
            agencies.append(Agency("示例%s%s局" % (place, function), region, level, function, whole))
    agencies.append(Agency("示例无名单位", listed=False))  # of which nothing is known
    agencies += [Agency(*known, listed=False) for known in UNLISTED]
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


def bend(rng, edition, figures, raw):
    """A row in which the digits of a figure stand in two cells."""
    row = rng.choice(form.rows_three(edition))
    texts = [raw.get(cell[:3], str(figures[cell[:3]])) for cell in form.CELLS[edition] if cell[:2] == ("三", row)]
    long = [i for i, text in enumerate(texts) if text.isdigit() and len(text) == 2]
    if long and row not in raw and rng.random() < 0.5:
        i = rng.choice(long)
        raw[row] = " | ".join(texts[:i] + list(texts[i]) + texts[i + 1 :]) + " |"


def agree(edition, figures, before):
    """Makes the applications of a report agree with each other and with the report before: what is carried
    in, what is received. `before`: what each requester had carried forward, or None."""
    at = {}
    for table, row, column, measure, members in form.CELLS[edition]:
        if "requester" in form.MEASURES[measure][0] and not form.is_total(members):
            at.setdefault(members["requester"], {}).setdefault(measure, []).append((table, row, column))
    for requester, cells in at.items():
        (new,), (carried,), (forward,) = cells["received"], cells["carried_in"], cells["carried_forward"]
        if before is not None:
            figures[carried] = before[requester]
        figures[forward] = max(figures[forward], figures[carried])
        figures[new] = sum(figures[c] for c in cells["applications"]) + figures[forward] - figures[carried]
    return {requester: figures[cells["carried_forward"][0]] for requester, cells in at.items()}


def write_panel(rng, agencies, folder, pages=0):
    """`pages` of them as HTML, the others as text, of which some rows have the digits of a figure in two cells."""
    os.makedirs(folder)
    for agency in agencies:
        before, in_order = None, rng.random() < 0.7
        for year in range(2019, 2024):
            if rng.random() < 0.3 and agency.listed:
                before = None
                continue
            edition = 2019 if year < 2021 else 2021
            if rng.random() < 0.08:
                edition = 4040 - edition
            figures = {cell[:3]: random_figure(rng, *cell[3:]) for cell in form.CELLS[edition] if not form.is_total(cell[4])}
            if in_order and rng.random() < 0.9:
                before = agree(edition, figures, before)
            else:
                before = None
            form.add_totals(edition, figures)
            title = "%s%d年政府信息公开工作年度报告" % (agency.name, year)
            is_page = rng.random() < pages if pages else False
            write, ending = (form.write_html, "html") if is_page else (form.write_text, "txt")
            raw = spoil(rng, edition, figures)
            if pages and not is_page:
                bend(rng, edition, figures, raw)
            text = write(edition, title, [agency.name, "%d年1月20日" % (year + 1)], figures, raw, ("略。",) * 3)
            with open(os.path.join(folder, "%s_%d.%s" % (agency.name, year, ending)), "w", encoding="utf-8") as f:
                f.write(text)


def write_list(agencies, path):
    with open(path, "w", encoding="utf-8") as f:
        f.write("agency,region,level,function,parent,consolidated\n")
        for a in agencies:
            if a.listed:
                f.write(",".join([a.name, a.region, a.said_level, a.function, a.parent.name if a.parent else "", "yes" if a.consolidated else "no"]) + "\n")


# --- Rows of the view → reports

ABSENT, BAD, UNKNOWN = "absent", "bad", "unknown"


def cell_id(measure, members):
    return measure, tuple(sorted(members.items(), key=lambda item: item[0]))


class Report:
    def __init__(self, agency, year, edition):
        self.agency, self.year, self.edition, self.cells = agency, year, edition, {}

    def has(self, ids):
        """Is some leaf there of every measure among them?"""
        return bool(ids) and {i[0] for i in ids} == {i[0] for i in ids if i in self.cells}

    def figure(self, ids, blank_unknown=False, stated=None, signs=None):
        """The sum over leaves `ids`, of the measures in `signs` (measure → -1) with that sign; with `stated` that
        printed total less the sum, or without leaves itself."""
        here = [self.cells[i] for i in ids if i in self.cells]
        if (stated is not None and stated not in self.cells) or (stated is None and not self.has(ids)):
            return ABSENT
        if stated is not None and self.cells[stated][0] not in ("number", "inferred"):
            return BAD
        if any(state in ("text", "unread") for state, _ in here):
            return BAD
        if blank_unknown and any(state == "blank" for state, _ in here):
            return UNKNOWN
        signed = [(self.cells[i], (signs or {}).get(i[0], 1)) for i in ids if i in self.cells]
        total = sum((sign * value for (state, value), sign in signed if state != "blank"), Decimal(0))
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

    def __init__(self, key, members, mark="leaf", parent=None):
        self.key, self.members, self.mark, self.parent = key, members, mark, parent


def shown_members(dimension, admitted, depth):
    tree = form.TREES[dimension]
    nested = any(len(leaves) > 1 for _, leaves in tree)
    usual_groups = dimension == "outcome"
    if depth is None and usual_groups:
        if len(admitted) == 1:
            return [Shown(leaf, [leaf]) for leaf in admitted]
        for group, leaves in tree:
            if len(leaves) > 1 and admitted == set(leaves):
                return [Shown(leaf, [leaf], parent=group) for leaf in leaves if leaf in admitted]
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
        out += [Shown(leaf, [leaf], parent=group) for leaf in here]
    return out


def is_tree(dimension):
    return any(len(leaves) > 1 for _, leaves in form.TREES[dimension])


def stated_of(ids):
    for total, inside in TOTALS[ids[0][0]] if ids else []:
        if inside == frozenset(ids):
            return total
    return None


def is_stock(ids):
    """Is a set of leaves a stock? Refuses mixes that the form does not add itself. Measures joined by + are
    the user's own sum: a stock when one of them is."""
    measures = {i[0] for i in ids}
    if len(measures) > 1:
        return any([is_stock([i for i in ids if i[0] == m]) for m in measures])
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


# --- Loading

class Panel:
    pass


def failing_reports(ogi, database, blank_unknown):
    """(agency, year) of those in which a check of severity error fails, as `check` tells them."""
    script = ("set blank unknown; " if blank_unknown else "") + "check severity error format csv"
    done = subprocess.run([ogi, "--no-init", "-d", database, "-c", script], capture_output=True, text=True, encoding="utf-8", timeout=300)
    if done.returncode > 1:
        sys.exit("differ: check does not run:\n" + done.stdout + done.stderr)
    rows = csv.DictReader(io.StringIO(done.stdout))
    return {(r["agency"], int(r["year"])) for r in rows if r["file"]}


def make_panel(rng, ogi, folder, pages=0):
    panel = Panel()
    panel.blank_unknown, panel.min_base = False, 30
    panel.agencies = make_agencies()
    reports, database, listed = (os.path.join(folder, n) for n in ("reports", "panel.db", "agencies.csv"))
    write_panel(rng, panel.agencies, reports, pages)
    write_list(panel.agencies, listed)
    load = [ogi, "--no-init", "--quiet", "-d", database, reports, "-c", 'load "%s" as agencies' % listed]
    done = subprocess.run(load, capture_output=True, text=True, encoding="utf-8", timeout=300)
    if done.returncode != 0:
        sys.exit("differ: the panel does not load:\n" + done.stdout + done.stderr)
    panel.database = database
    panel.reports = read_reports(database, panel.agencies)
    panel.failing = {unknown: failing_reports(ogi, database, unknown) for unknown in (False, True)}
    panel.agencies = [a for a in panel.agencies if any(r.agency is a for r in panel.reports)]
    return panel
