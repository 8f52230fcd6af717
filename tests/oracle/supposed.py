"""supposed: `what if` against a panel into which the report was loaded with that number in its file."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess

from differ import decode, run
from traced import questions, write

FIELD = re.compile(r"(<td[^>]*>)(.*?)(</td>)", re.DOTALL)


# --- Which cells, and which numbers

def named(cell):
    """How the language calls one cell."""
    measure, members = cell[0], dict(cell[1])
    is_total = None in members.values()
    tests = ["%s %s %s" % (d, "=" if is_total else "==", m) for d, m in members.items() if m is not None]
    return ("stated " if is_total else "") + measure + (" where " + " and ".join(tests) if tests else "")


def random_number(rng, cell, old):
    """In the unit of its column."""
    if cell[0] in ("fees", "procurement_amount"):
        return rng.choice(["0", "12.5", "0.00000001", "9116.36", "300"])
    if cell[0] == "items_change" and rng.random() < 0.3:
        return str(-rng.randint(1, 9))
    near = int(old) + rng.choice([-1, 1]) if old is not None else 3
    return str(max(0, rng.choice([0, near, rng.randint(0, 20), rng.randint(100, 99999)])))


def unread_row(rng, report, printed):
    """All cells of a row that could not be read."""
    told = {i: printed.cells[report.agency.name, report.year, i] for i, (state, _) in report.cells.items() if state == "unread"}
    rows = {(t["table"], t["row"]) for t in told.values()}
    has_place = all(t["place"] for t in told.values())
    if len(rows) != 1 or not has_place:
        return []
    return list(told)


def choose_cells(rng, panel, printed):
    """[(report, cell, number)]: some of one report, or of two."""
    changes = []
    for report in rng.sample(panel.reports, rng.choice([1, 1, 1, 2])):
        states = {state for state, _ in report.cells.values()}
        cells = []
        if "inferred" in states:  # another number might settle the row in another way
            continue
        if "unread" in states:
            cells = unread_row(rng, report, printed)
        else:
            odd = [i for i, (state, _) in report.cells.items() if state != "number"]
            totals = [i for i in report.cells if None in dict(i[1]).values()]
            for _ in range(rng.choice([1, 1, 2, 4])):
                cells.append(rng.choice(rng.choice([list(report.cells), totals, odd or totals])))
        changes += [(report, i, random_number(rng, i, report.cells[i][1])) for i in dict.fromkeys(cells)]
    return changes or choose_cells(rng, panel, printed)


# --- The same in the files

def put_in_text(text, told, number):
    lines = text.split("\n")
    line, cell = (int(n) for n in re.findall(r"\d+", told["place"]))
    fields = lines[line - 1].split("|")
    fields[cell - 1] = " %s " % number
    lines[line - 1] = "|".join(fields)
    return "\n".join(lines)


def put_in_page(text, told, number):
    table, row, cell = (int(n) for n in re.findall(r"\d+", told["place"]))
    tables = text.split("<table>")
    rows = tables[table].split("<tr>")
    seen = 0

    def replaced(found):
        nonlocal seen
        seen += 1
        return found.group(1) + number + found.group(3) if seen == cell else found.group(0)

    rows[row] = FIELD.sub(replaced, rows[row])
    tables[table] = "<tr>".join(rows)
    return "<table>".join(tables)


def put_row(text, told, numbers):
    """A row that could not be read, written anew behind its words."""
    lines = text.split("\n")
    line = int(re.findall(r"\d+", told["place"])[0])
    labels = []
    for field in lines[line - 1].split("|"):
        if re.fullmatch(r"\d*", field.strip()):
            break
        labels.append(field.strip())
    lines[line - 1] = " | ".join(labels + numbers) + " |"
    return "\n".join(lines)


def changed_files(changes, printed):
    """{path: its text with the numbers}"""
    texts = {}
    for report in dict.fromkeys(r for r, _, _ in changes):
        own = [(printed.cells[r.agency.name, r.year, i], number, i) for r, i, number in changes if r is report]
        path = own[0][0]["file"]
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if own[0][0]["state"] == "unread":
            text = put_row(text, own[0][0], [as_printed(i, number) for _, number, i in own])
        else:
            put = put_in_text if path.endswith(".txt") else put_in_page
            for told, number, i in own:
                text = put(text, told, as_printed(i, number))
        texts[path] = text
    return texts


def as_printed(cell, number):
    return number + "万元" if cell[0] == "procurement_amount" else number


def load_changed(ogi, panel, texts, copy, folder, from_nothing):
    """Loads the reports as `texts` into a copy of the panel, or all into a new one; the files stay as they were."""
    old = {}
    for path, text in texts.items():
        with open(path, encoding="utf-8") as f:
            old[path] = f.read()
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    if from_nothing:
        what = [os.path.join(folder, "reports"), "-c", 'load "%s" as agencies' % os.path.join(folder, "agencies.csv"), "-c", "reports where clean"]
    else:
        shutil.copyfile(panel.database, copy)
        what = list(texts)
    done = subprocess.run([ogi, "--no-init", "--quiet", "-d", copy] + what, capture_output=True, text=True, encoding="utf-8", timeout=300)
    for path, text in old.items():
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    return None if done.returncode == 0 else done.stdout + done.stderr


# --- What is asked

def other_questions(rng, report):
    who, year = report.agency.name, report.year
    return [
        "reports where clean", "reports where not clean",
        "sum applications by agency where year = %d mixed ok with doubt" % year,
        "avg received by level where year = %d with doubt" % year,
        'flow of "%s" %d' % (who, year), 'compare "%s" %d with peers' % (who, year), 'show report "%s" %d' % (who, year),
        "reports where received > 20 or blank > 0 or unread > 0",
    ]  # fmt: skip


def checks(rng, report, folder):
    """[(statement, the file it writes)]"""
    kinds = ["check severity error", 'check for "%s" %d' % (report.agency.name, report.year), "check T3, T4, X all where agency = \"%s\"" % report.agency.name]
    return [(text + ' to "%s/%s.csv"' % (folder, "found%d" % i), "%s/found%d.csv" % (folder, i)) for i, text in enumerate(kinds)]


def without(answer, is_new_row):
    """What must be the same: not the words of the question, a unit that is printed, nor how many doubts loading had;
    of a row that was not read before not the places of its cells."""
    left = ("doubts",) + ("place",) * is_new_row
    rows = [{k: v for k, v in row.items() if k not in left} for row in answer["rows"]]
    for row in rows:
        if "printed" in row:
            row["printed"] = row["printed"] and row["printed"].replace("万元", "")
    return {**{k: v for k, v in answer.items() if k not in ("statement", "what_if", "notes")}, "rows": rows}


def contents(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as f:
        text = f.read()
    os.remove(path)
    return text


def ask(ogi, database, lines, path):
    """{statement: [answers]} and what stood in the error stream."""
    write(path, lines)
    done = run(ogi, database, "json", path)
    found = {}
    for answer in decode(done.stdout):
        found.setdefault(answer["statement"], []).append(answer)
    return found, done.stderr


def state_of(database):
    """All that the panel holds."""
    db = sqlite3.connect(database)
    whole = hashlib.sha256("\n".join(db.iterdump()).encode()).hexdigest()
    db.close()
    return whole


def one_trial(rng, ogi, panel, folder, printed, from_nothing):
    """(answers compared, [what differs])"""
    path, copy = folder + "/statements.ogi", folder + "/copy%d.db" % rng.randrange(10**9)
    changes = choose_cells(rng, panel, printed)
    report, is_new_row = changes[0][0], any(r.cells[i][0] == "unread" for r, i, _ in changes)
    supposes = ["%s for \"%s\" %d = %s" % (named(i), r.agency.name, r.year, number) for r, i, number in changes]
    what_if = "what if " + rng.choice([", ", " and "]).join(supposes) + ": "
    cases = questions(rng, panel, ogi, 12, path)
    settings = ["set blank unknown"] * panel.blank_unknown
    definitions = [line for case in cases for line in case[1][:-1]]
    asked = [case[1][-1] for case in cases] + other_questions(rng, report)
    files = checks(rng, report, folder)
    said = load_changed(ogi, panel, changed_files(changes, printed), copy, folder, from_nothing)
    if said:
        return 0, ["%s\n  the changed report does not load: %s" % (what_if, said)]
    lines = settings + definitions + asked + [line for q in asked for line in (what_if + q, q)]
    supposed, messages = ask(ogi, panel.database, lines, path)
    loaded, _ = ask(ogi, copy, settings + definitions + asked, path)
    wrong, n = [], 0
    for q in asked:
        if (what_if + q in supposed) != (q in loaded):
            wrong.append("%s\n  one of two is not answered: %s" % (what_if + q, messages[:600]))
            continue
        if q not in loaded:
            continue
        a, b = (without(found[0], is_new_row) for found in (supposed[what_if + q], loaded[q]))
        n += 1
        if a != b:
            wrong.append("%s\n  %s\n  loaded: %s" % (what_if + q, first_difference(a, b), first_difference(b, a)))
        before, after = supposed[q]
        if before != after:
            wrong.append("%s\n  something stays behind: %s" % (what_if + q, first_difference(after, before)))
    for line, file in files:
        found = []
        for database, statement in ((panel.database, what_if + line), (copy, line)):
            ask(ogi, database, settings + [statement], path)
            found.append(re.sub(r", cell \d+", "", contents(file) or "") if is_new_row else contents(file))
        n += 1
        if found[0] != found[1] or not found[0]:
            a, b = (set((f or "").split("\n")) for f in found)
            wrong.append("%s\n  %s\n  loaded: %s" % (what_if + line, sorted(a - b)[:3], sorted(b - a)[:3]))
    os.remove(copy)
    return n, wrong


def first_difference(a, b):
    for k in a:
        if a[k] != b.get(k):
            if isinstance(a[k], list):
                return "%s %s" % (k, [x for x in a[k] if x not in (b.get(k) or [])][:2])
            return "%s %s" % (k, a[k])
    return "nothing"


def leaves_no_trace(rng, ogi, panel, folder, printed):
    """Of a session that may write the panel stays as it was, too."""
    path, copy = folder + "/statements.ogi", folder + "/written.db"
    shutil.copyfile(panel.database, copy)
    load = [ogi, "--no-init", "--quiet", "-d", copy, "--keep-going", "-f", path]
    write(path, ['check to "%s/all.csv"' % folder])
    subprocess.run(load, capture_output=True, timeout=300)
    before, lines = state_of(copy), []
    for _ in range(6):
        r, i, number = choose_cells(rng, panel, printed)[0]
        what_if = 'what if %s for "%s" %d = %s: ' % (named(i), r.agency.name, r.year, number)
        lines += [what_if + q for q in ("sum received by year mixed ok", "reports where not clean", 'check to "%s/all.csv"' % folder)]
    write(path, lines)
    subprocess.run(load, capture_output=True, timeout=300)
    return (1, []) if state_of(copy) == before else (1, ["\n  ".join(lines) + "\n  the panel has changed"])


def check_supposed(rng, ogi, panel, n, folder, printed):
    compared, wrong = leaves_no_trace(rng, ogi, panel, folder, printed)
    before = state_of(panel.database)
    for trial in range(n):
        k, differences = one_trial(rng, ogi, panel, folder, printed, trial == 0)
        compared, wrong = compared + k, wrong + differences
    if state_of(panel.database) != before:
        wrong.append("the panel has changed")
    return compared, wrong
