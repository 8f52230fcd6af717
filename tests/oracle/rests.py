"""rests: the cells on which each figure of an answer rests, as loops that anybody can check."""

from answer import Row
from ask import ENDS, REPORT_DIMENSIONS
from panel import BAD, UNKNOWN, stated_of


class Held:
    """One cell of one report in one of the figures behind a number: of a rate two, of others one."""

    def __init__(self, figure, report, cell, weight, is_left_out):
        self.figure, self.report, self.cell, self.weight = figure, report, cell, weight
        self.is_left_out = is_left_out  # the report has text or what is unread there, and does not count

    def state(self):
        return self.report.cells[self.cell][0]

    def value(self):
        return self.report.cells[self.cell][1]


def weights(answer, ids):
    """The cells of one figure with what each counts: of a gap the printed total, less its parts."""
    q = answer.q
    if not q.prints():
        return {i: q.signs().get(i[0], 1) for i in ids}
    total = stated_of(ids)
    return {total: 1, **({i: -1 for i in ids} if q.aggregate == "gap" else {})}


def passed_over(answer, reports, sets):
    """Reports that would be their agency's first or last if they had a number there."""
    ends = {r.agency.name: r.year for r in answer.ends(answer.scope, sets)}
    is_last = answer.q.aggregate == "last"
    bad = [r for r, number in answer.figures(reports, sets)[0] if number in (BAD, UNKNOWN)]
    return [r for r in bad if r.agency.name not in ends or (r.year > ends[r.agency.name]) == is_last]


def held(answer, row, h, figures):
    """Every cell behind the figures of a row under one head, those of reports that do not count too."""
    chosen, reports = answer.part(row, h)
    sets = answer.leaf_sets(chosen)
    if answer.q.aggregate in ENDS:
        reports = answer.ends(reports, sets) + passed_over(answer, reports, sets)
    found = []
    for f, numbers in enumerate(answer.figures(reports, sets)):
        for report, number in numbers if f in figures else []:
            is_left_out = number is BAD or (number is UNKNOWN and not answer.q.adds())
            for cell, weight in weights(answer, sets[f]).items():
                if cell in report.cells:
                    found.append(Held(f, report, cell, weight, is_left_out))
    return found


def year_before(answer, row):
    """The same row a year earlier, whether it is shown or not."""
    shown = [s - 1 if k == "year" else s for k, s in zip(answer.rows_by, row.shown)]
    same = [(k, s) for k, s in zip(answer.rows_by, shown) if k in REPORT_DIMENSIONS]
    return Row(row.mark, shown, row.at, row.chosen, [r for r in answer.scope if all(answer.key_of(r, k) == s for k, s in same)])


def behind_columns(answer):
    """For each of answer.columns() how to find the (row, head, figures) behind it; None: it follows from other rows."""
    q, heads = answer.q, range(len(answer.heads))
    last = len(answer.heads) - 1
    sides = [0, 1] if q.aggregate == "rate" else [0]
    out = []
    if q.is_pair():
        out.append(lambda row: [(row, last, sides)])
    else:
        if q.ratio_name():
            out += [lambda row, h=h: [(row, h, sides)] for h in heads]
        if not (q.ratio_name() and q.across):
            out += [lambda row, h=h, f=f: [(row, h, [f])] for f in sides for h in heads]
        if q.over_reports() and not q.across:
            out.append(lambda row: [(row, 0, [0])])
    if q.is_pair():
        both = lambda row: [(row, 0, sides), (row, 1, sides)]  # noqa: E731
        out += [lambda row: [(row, 0, sides)], both, both]
    elif q.change:
        both = lambda row: [(year_before(answer, row), last, sides), (row, last, sides)]  # noqa: E731
        out += [lambda row: [(year_before(answer, row), last, sides)], both, both]
    return out + [None] * ((q.base is not None) + q.rank)
