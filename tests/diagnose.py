"""diagnose.py FOLDER: what was planted (planted.tsv) against what `check` and `diagnose` found.

D.split must find the digits that stand in a neighbouring cell, and of other errors next to none.

Recall: of the reports with an error of the kind, the share of which one of the explanations is that
error: the same cells, each with the number that was there. First: the share in which it is the first
of them; alone: in which it is the only one. Precision: of the reports with one explanation only, the share in which it is the
error. Named: the share of the rightly explained whose slip has the name of the kind.
"""
import collections
import csv
import sys

SINGLE_BAR = 0.99
# Kinds of which several cells are wrong at once: two slips may fit one set of sums.
OTHER_BAR = {"row_shifted": 0.97, "column_shifted": 0.97, "joined": 0.97, "split": 0.97,
             "two_cells": 0.97}
SINGLE = ["digits_swapped", "digit_dropped", "digit_added", "digit_misread", "times_10",
          "times_100", "times_10000", "sign", "left_out", "none_due"]
NAMED = SINGLE + ["row_shifted", "column_shifted", "joined", "split"]
PLANTED_LEAST = 2000
MOVED = ["joined", "split", "row_shifted"]  # what D.split is about
MOVED_BAR = 0.99  # of those joined and split; of a row that moved only what its own sum can tell
OTHERS_BAR = 0.01


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(folder):
    planted = collections.defaultdict(dict)
    kinds = {}
    with open(folder + "/planted.tsv", encoding="utf-8") as file:
        for line in file:
            agency, year, kind, table, row, column, _, true = line.rstrip("\n").split("\t")
            planted[agency, year][table, row, column] = int(true)
            kinds[agency, year] = kind
    found = {(r["agency"], r["year"]) for r in rows(folder + "/found.csv")}
    told = collections.defaultdict(  # report, problem, explanation, cell
        lambda: collections.defaultdict(lambda: collections.defaultdict(dict)))
    slips, alone = collections.defaultdict(set), collections.defaultdict(lambda: True)
    for r in rows(folder + "/diagnosed.csv"):
        key = r["agency"], r["year"]
        if r["cell_year"] != r["year"]:  # the report before or after: it has its own line
            if r["cell_year"] == "" and "X." not in r["equations"]:
                alone[key] = False
            continue
        cell = r["table"], r["row"], r["column"]
        told[key][r["problem"]][r["explanation"]][cell] = int(r["implied"])
        slips[key].update(r["slip"].split(";"))
        alone[key] = alone[key] and r["alternatives"] == "0"
    return planted, kinds, found, told, slips, alone


def matches(problems, cells, first_only):
    """Is what was planted an explanation of each problem?"""
    said = {}
    for explanations in problems.values():
        fits = [e for n, e in explanations.items()
                if e.items() <= cells.items() and (n == "1" or not first_only)]
        if not fits:
            return False
        said.update(fits[0])
    return said == cells


def judge_moved(planted, kinds, path):
    """D.split: what it finds of which kind, and what it says where nothing of the kind is."""
    moved = {(r["agency"], r["year"]) for r in rows(path)}
    total, seen = collections.Counter(kinds.values()), collections.Counter(kinds.get(k) for k in moved)
    others = sum(total[k] for k in total if k not in MOVED)
    wrong = sum(seen[k] for k in total if k not in MOVED)
    print("D.split:", ", ".join(f"{seen[k]} of {total[k]} {k}" for k in MOVED),
          f"and {wrong} of {others} others")
    bad = ["D.split speaks of reports in order"] if moved - set(planted) else []
    if any(seen[k] < MOVED_BAR * total[k] for k in MOVED[:2]):
        bad.append("joined or split numbers that D.split does not find")
    if wrong > OTHERS_BAR * others:
        bad.append("other errors that D.split takes for its own")
    return bad


def main(folder):
    planted, kinds, found, told, slips, alone = read(folder)
    reports = len(rows(folder + "/reports.csv"))
    total, seen, right, first, single, sure, named = (collections.Counter() for _ in range(7))
    misses = []
    for key, cells in planted.items():
        kind = kinds[key]
        total[kind] += 1
        seen[kind] += key in found
        is_right = matches(told[key], cells, False)
        first[kind] += matches(told[key], cells, True)
        right[kind] += is_right
        single[kind] += is_right and alone[key]
        sure[kind] += len(told[key]) > 0 and alone[key]
        named[kind] += is_right and kind in slips[key]
        if not is_right:
            misses.append((kind, key, cells, {n: dict(e) for n, e in told[key].items()}))
    print(f"{'kind':16}{'planted':>8}{'found':>8}{'recall':>8}{'first':>8}{'alone':>8}{'precision':>11}{'named':>8}")

    def share(part, whole):
        return f"{part / whole:.4f}" if whole else "-"
    for kind in SINGLE + list(OTHER_BAR):
        print(f"{kind:16}{total[kind]:8}{share(seen[kind], total[kind]):>8}"
              f"{share(right[kind], total[kind]):>8}{share(first[kind], total[kind]):>8}"
              f"{share(single[kind], total[kind]):>8}"
              f"{share(single[kind], sure[kind]):>11}{share(named[kind], right[kind] if kind in set(NAMED) else 0):>8}")
    false = found - set(planted)
    ones = sum(total[k] for k in SINGLE)
    print(f"one cell: {ones} planted, {sum(seen[k] for k in SINGLE)} found, "
          f"{sum(single[k] for k in SINGLE)} located and rightly explained; "
          f"{reports - len(planted)} reports in order, {len(false)} of them with a finding")
    bad = judge_moved(planted, kinds, folder + "/moved.csv")
    if sum(total.values()) < PLANTED_LEAST:
        bad.append(f"only {sum(total.values())} errors were planted")
    if false:
        bad.append(f"reports in order with findings: {sorted(false)[:5]}")
    if sum(seen[k] for k in SINGLE) < ones:
        bad.append("wrong cells that check does not find")
    if sum(single[k] for k in SINGLE) < SINGLE_BAR * ones:
        bad.append("too few single cells are rightly explained")
    for kind, bar in OTHER_BAR.items():
        if right[kind] < bar * total[kind]:
            bad.append(f"too few of kind {kind} are rightly explained")
    for kind, key, cells, said in misses[:int(sys.argv[2]) if len(sys.argv) > 2 else 0]:
        print(kind, key, "planted", cells, "told", said)
    print("\n".join(bad))
    return 1 if bad else 0


sys.exit(main(sys.argv[1]))
