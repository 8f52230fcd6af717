#!/usr/bin/env bash
# Rows of the tables in all transcripts, measured by another library than ogi's, python3's
# unicodedata: where `set width` limits them every row is as wide as the heading and no wider than
# was asked for; elsewhere rows that end in a figure end where the heading does.
set -u
cd "$(dirname "$0")/.." || exit 1
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 0; }
exec python3 - tests/*/*.t <<'PY'
import re, sys, unicodedata

bad = limited = figures = 0

def width(text):
    marks = ("Mn", "Me", "Cf")
    return sum(0 if unicodedata.category(c) in marks else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

def cases(path):
    """Line number, question and answer of each case of a transcript."""
    question, answer, first = [], [], 0
    for number, line in enumerate(open(path, encoding="utf-8", errors="replace"), 1):
        line = line.rstrip("\n")
        if line[:2] in ("> ", "$ ") or line.startswith(("%", "#")):
            yield first, "\n".join(question), answer
            question, answer, first = [line[2:]], [], number
        elif line[:2] == ". " and not answer:
            question.append(line[2:])
        else:
            answer.append(line)
    yield first, "\n".join(question), answer

def tables(answer):
    """Each table of an answer: its heading, then the lines up to an empty one or its footer."""
    table = []
    for line in answer + [""]:
        is_footer = re.match(r"loaded |declared |reports \d+ of|! |~ |the edition|\d+ of \d+ columns", line)
        if line.strip() == "" or is_footer:
            if table:
                yield table
            table = []
        elif table or re.search(r"\S  +\S", line):
            table.append(line)

def check_limited(where, limit, table):
    global bad, limited
    if not table[0].startswith(("year", "agency", "what", "三")):
        return
    for row in table[1:]:
        limited += 1
        if width(row) != width(table[0]) or width(row) > limit:
            print(f"{where}: {width(row)} columns, the heading has {width(table[0])}, the window {limit}: {row}")
            bad = 1

def check_figures(where, table):
    global bad, figures
    heads = r"(received|applications|carried_forward|reports|total|reviews|lawsuits|percent|rate)$"
    if not re.match(r"(year|agency|requester|outcome|region|level)  ", table[0]):
        return
    if not re.search(heads, table[0]):
        return
    for row in table[1:]:
        figures += 1
        if width(row) != width(table[0]):
            print(f"{where}: {width(row)} columns, the heading has {width(table[0])}: {row}")
            bad = 1

for path in sys.argv[1:]:
    for number, question, answer in cases(path):
        where = f"{path}:{number}"
        limits = [int(n) for n in re.findall(r"^set width (\d+)$", question, re.M)]
        if re.search(r"format|mode|null|headers| to \"|colour", question):
            continue
        for table in tables(answer):
            if limits and 20 <= max(limits) and "auto" not in question:
                check_limited(where, limits[-1], table)
            elif not limits and not question.startswith("ogi"):
                check_figures(where, table)
print(f"{limited} rows in a window, {figures} rows that end in a figure")
if limited < 60 or figures < 500:
    print("too few rows were measured")
    bad = 1
sys.exit(bad)
PY
