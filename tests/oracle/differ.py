#!/usr/bin/env python3
"""differ: random statements, answered by ogi and by an obvious evaluator, must agree.

    python3 tests/oracle/differ.py build/ogi [--seed N] [--statements N] [--show]

A small invented panel (both editions; blanks, text, unread rows, wrong totals, a government's
report beside those of its departments) is written, loaded by ogi and read back from the view
`cell`, with nothing of ogi's but that view and, for `where clean`, what `check` finds. What each statement means is worked out from
the rows of the view by loops that anybody can check (answer.py), statements come from ask.py, the
panel and the words of the form from panel.py and form.py. Statements that must be refused count too.
The statements in the form in which `ogi fmt` writes them must have the same answers. Nothing is random but
the seed.
"""

import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from answer import expected  # noqa: E402
from ask import REPORT_DIMENSIONS, random_query, with_latest  # noqa: E402
from panel import UNKNOWN, Refused, make_panel  # noqa: E402

# --- Comparison

def same_number(a, b):
    if a is None or b is None:
        return a is None and b is None
    if isinstance(b, Decimal):
        return Decimal(str(a)) == b
    return math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-9)


def compare_answer(q, answer, rows, got):
    """None, or what differs."""
    names, head = [c["name"] for c in got["columns"]], len(answer.rows_by)
    columns, has_row = answer.columns(), bool(answer.rows_by) and (q.total or q.others or q.has_deep_rows())
    if q.across in REPORT_DIMENSIONS:  # columns without any figure need not be there
        columns = [c for c in columns if c[0] in names or any(value_of(c, r) is not None for r in rows)]
    wanted = answer.rows_by + ["row"] * has_row + [c[0] for c in columns]
    if names != wanted:
        return "columns %s, expected %s" % (names, wanted)
    mine = [(r.shown + [r.mark] * has_row, [value_of(c, r) for c in columns]) for r in rows]
    head += has_row
    theirs = [([row[n] for n in names[:head]], [row[n] for n in names[head:]]) for row in got["rows"]]
    if answer.rows_by:
        mine, theirs = ([r for r in some if any(v is not None for v in r[1])] for some in (mine, theirs))
    if len(mine) != len(theirs):
        return "%d rows, expected %d:\n  got %s\n  expected %s" % (len(theirs), len(mine), show(theirs), show(mine))
    for (ka, va), (kb, vb) in zip(mine, theirs):
        same = [str(x) for x in ka] == [str(x) for x in kb] and len(va) == len(vb)
        if not same or not all(same_number(y, x) for x, y in zip(va, vb)):
            return "row %s, expected %s" % (show([(kb, vb)]), show([(ka, va)]))
    return None


def value_of(column, row):
    value = column[1](row)
    return None if value is UNKNOWN else value


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


def compare_formatted(ogi, database, script, answers):
    """The canonical form of a script means the same."""
    formatted = script + ".fmt"
    with open(formatted, "w", encoding="utf-8") as f:
        subprocess.run([ogi, "fmt", script], stdout=f, check=True)
    again = decode(run(ogi, database, "json", formatted).stdout)
    if len(again) != len(answers):
        return "fmt: %d answers instead of %d" % (len(again), len(answers))
    for a, b in zip(answers, again):
        if {**a, "statement": None} != {**b, "statement": None}:
            return "fmt: another answer to %s, written %s" % (a["statement"], b["statement"])
    return None


def kept(rng, text, name):
    """The lines by which a statement is kept under a name, its years as parameters, and run."""
    outside = re.split(r'("[^"]*"|“[^”]*”)', text)
    years = sorted({y for part in outside[::2] for y in re.findall(r"\b20\d\d\b", part)})
    years = [y for y in years if rng.random() < 0.7]
    for year in years:
        outside[::2] = [re.sub(r"\b%s\b" % year, ":y" + year, part) for part in outside[::2]]
    params = ["y" + y for y in years]
    declared = "(%s)" % ", ".join(":" + p for p in params) if params else ""
    args = ["%s=%s" % (p, y) for p, y in zip(params, years)]
    rng.shuffle(args)
    run = "run " + name + ("(%s)" % ", ".join(args) if args else "")
    return "define query %s%s = %s" % (name, declared, "".join(outside)), run


def write_script(rng, panel, n, path):
    """[(query, its text, the line that messages about it name)]"""
    lines, cases = [], []
    settings = {n // 4: "set min base 5", n // 2: "set min base 1", n * 5 // 8: "set min base 30", n * 3 // 4: "set blank unknown"}
    for i in range(n):
        if i in settings:
            lines.append(settings[i])
            panel.blank_unknown = panel.blank_unknown or "blank" in lines[-1]
            panel.min_base = int(lines[-1].split()[-1]) if "base" in lines[-1] else panel.min_base
        q = random_query(rng, panel)
        if q.defined:
            lines.append(q.definition(rng))
        lines.append(q.text(rng))
        if rng.random() < 0.3:
            lines[-1] = with_latest(rng, panel, q, lines[-1])
        cases.append((q, lines[-1], len(lines)))
        if rng.random() < 0.15:
            lines[-1:] = kept(rng, lines[-1], "kept_%d" % i)
            cases[-1] = (q, lines[-1], len(lines) - 1)
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    return cases


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
        panel, script = make_panel(rng, options.ogi, folder), os.path.join(folder, "statements.ogi")
        cases = write_script(rng, panel, options.statements, script)
        done = run(options.ogi, panel.database, "json", script)
        csv = run(options.ogi, panel.database, "csv", script)
        formatted = compare_formatted(options.ogi, panel.database, script, decode(done.stdout))
        rows, wrong = check_doubt(rng, options.ogi, panel.database, max(options.statements // 10, 20))
    print("\n".join(wrong[: options.most] + ["with doubt: %d rows%s" % (rows, ", %d differ" % len(wrong) if wrong else "")]))
    if formatted:
        print(formatted)
    return judge(options, panel, cases, done, csv) or (1 if wrong or formatted or rows == 0 else 0)


HALVED = ["sum applications", "sum received", "stated applications", "gap applications", "avg received", "median applications",
          "rate disclosed of applications", "count reports", "last carried_forward", "sum fees", "max decisions"]  # fmt: skip


def check_doubt(rng, ogi, database, n):
    """`with doubt` against the same question where clean and where not clean; how many rows agree, and what does not."""
    lines, cases = [], []
    for _ in range(n):
        head, keys = rng.choice(HALVED), rng.choice(["year", "agency", "level, year", "region", "edition, year"])
        if rng.random() < 0.3 and "applications" in head and "rate" not in head:
            keys += ", outcome"
        where = rng.choice(["TRUE", "year = 2022", "year >= 2021", "received > 3"])
        asked = "%s by %s mixed ok" % (head, keys)
        parts = [where + " and " + c if where != "TRUE" else c for c in ("clean", "not clean")]
        whole = " where " + where if where != "TRUE" else ""
        lines += [asked + whole + " with doubt"] + [asked + " where " + part for part in parts]
        cases.append((lines[-3], keys.count(",") + 1, head.split()[0] in ("sum", "stated", "gap", "count")))
    answers = decode(run_lines(ogi, database, lines))
    wrong, rows = [], 0
    answers = {a["statement"]: a for a in answers}
    for i, (text, nkeys, adds) in enumerate(cases):
        three = [answers.get(line) for line in lines[3 * i : 3 * i + 3]]
        if None in three:
            if three != [None] * 3:
                wrong.append("%s: one of three is not answered" % text)
            continue
        halves = [{tuple(v for v in list(r.values())[:nkeys]): list(r.values())[nkeys] for r in a["rows"]} for a in three[1:]]
        for row in three[0]["rows"]:
            values = list(row.values())
            key, whole = tuple(values[:nkeys]), values[nkeys]
            told = [exact(row["clean"]), exact(row["doubtful"])]
            due = [exact(half.get(key)) for half in halves]
            due = [Decimal(0) if adds and d is None and whole is not None else d for d in due]
            rows += 1
            if told != due:
                wrong.append("%s: row %s tells %s, expected %s" % (text, key, told, due))
            elif adds and whole is not None and sum(told) != exact(whole):
                wrong.append("%s: row %s: %s do not add up to %s" % (text, key, told, whole))
    return rows, wrong


def exact(value):
    return None if value is None else Decimal(value)


def run_lines(ogi, database, lines):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "doubt.ogi")
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
        return run(ogi, database, "json", path).stdout


def judge_one(panel, q, got, message):
    """What is expected, as text, whether it is an answer, and what differs or None."""
    panel.blank_unknown, panel.min_base = q.blank_unknown, q.min_base
    try:
        answer, rows = expected(q, panel)
    except Refused as reason:
        wrong = None
        if got is not None:
            wrong = "an answer, though it should be refused: %s" % reason
        elif not message or "syntax" in message:
            wrong = "should be refused (%s), but: %s" % (reason, message or "no message")
        return "refused: %s" % reason, False, wrong
    wrong = "no answer: " + message if got is None else compare_answer(q, answer, rows, got)
    columns = answer.columns()
    return show([(r.shown + [r.mark], [value_of(c, r) for c in columns]) for r in rows[:4]]), True, wrong


def judge(options, panel, cases, done, csv):
    answers, failed, answered, at = decode(done.stdout), 0, 0, 0
    for q, text, line in cases:
        got = answers[at] if at < len(answers) and answers[at]["statement"] == text else None
        at += got is not None
        told, is_answer, wrong = judge_one(panel, q, got, said(done.stderr, line))
        answered += is_answer
        if options.show:
            print(text, "→", told)
        failed += wrong is not None
        if wrong and failed <= options.most:
            state = "(blank unknown) " if q.blank_unknown else ""
            print("%s(min base %d) %s\n  %s" % (state, q.min_base, text, wrong))
    wrong = compare_csv(csv.stdout, answers)
    if wrong:
        failed += 1
        print(wrong)
    print("%d statements on %d reports, %d answered%s" % (len(cases), len(panel.reports), answered, ", %d differ" % failed if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
