"""widths: what a terminal shows of every transcript's answers, measured by another library than
ogi's: all rows of a table, its heading and its rules have the same display width, and none is wider
than the window. See widths.sh.

    python3 widths.py COLUMNS FEWEST_TABLES FEWEST_ROWS <what `run --screen COLUMNS` writes

On a terminal a heading alone is bold, and a rule, not an empty line, parts a total from what it sums:
a table is its heading and all lines up to an empty one, a dim one (a footer), the next heading or the
end of what ogi says.
That none is missed or taken for one is seen from the JSON of the same answer: it has as many rows.
"""

import json
import re
import sys
import unicodedata

try:
    from wcwidth import wcswidth
    library = "wcwidth"
except ImportError:
    library = "unicodedata"

    def wcswidth(text):
        return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else
                   2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
BOLD, DIM = "\x1b[1m", "\x1b[2m"
END_OF_OGI = "\x1c"
JSON = '{"statement": '

# What may stand below a table without an empty line: other formats, files, messages.
OTHERS = re.compile(r"\bformat (jsonl|junit)|\.shell\b|\\n\.mode\b|2>&1")
# Answers that are no tables on the screen, or tables whose headings are not there to be known by.
ELSEWHERE = re.compile(r'\bplot\b|"[^"]*\.csv"|\bformat\b|\.mode\b|\.last\b|\.output\b|\bheaders off')
NARROWEST = 20  # in less, figures reach beyond: they are never cut

columns, fewest_tables, fewest_rows = map(int, sys.argv[1:])
cases = re.findall(r"\x1e(.*?)\x1f(.*?)\x1f(.*?)\x1d", sys.stdin.buffer.read().decode(errors="replace"), re.S)
bad = 0


def wrong(place, *words):
    global bad
    bad += 1
    print(f"{place}:", *words)


def is_rule(line):
    return line.startswith(DIM) and set(COLOURS.sub("", line)) <= set("─ ")


def tables(screen):
    """Of each table its lines with their colours, the heading first."""
    found, inside = [], False
    for line in screen.replace(END_OF_OGI, "\n").split("\n"):
        if line.startswith(BOLD):
            found.append([line])
            inside = True
        elif line == "" or line.startswith(JSON) or (line.startswith(DIM) and not is_rule(line)):
            inside = False
        elif inside:
            found[-1].append(line)
    return found


def answers_in_json(screen):
    """Of each table of the answer that `.last json` wrote behind the others: how many rows."""
    start = screen.find("\n" + JSON) + 1 if not screen.startswith(JSON) else 0
    rest, decoder, counts = screen[start:].strip(), json.JSONDecoder(), []
    while rest.startswith(JSON):
        answer, end = decoder.raw_decode(rest)
        counts.append(len(answer["rows"]))
        rest = rest[end:].strip()
    return counts


measured = rows = compared = left_out = 0
for place, question, screen in cases:
    if OTHERS.search(question):
        left_out += BOLD in screen
        continue
    own = [int(n) for n in re.findall(r"(?:set width|\.width) (\d+)", question)]
    limit = float("inf") if 0 in own else max([NARROWEST] + own) if own else columns
    lengths = []
    for table in tables(screen):
        texts = [COLOURS.sub("", line) for line in table]
        widths = [wcswidth(text) for text in texts]
        lengths.append(sum(not is_rule(line) for line in table[1:]))
        for text, width in zip(texts, widths):
            if width != widths[0] or width > limit:
                wrong(place, f"{width} columns, the heading has {widths[0]}, the window {limit}: {text}")
    measured += len(lengths)
    rows += sum(lengths)
    counts = answers_in_json(screen)
    if counts and question.startswith(">") and not ELSEWHERE.search(question):
        compared += 1
        if lengths[-len(counts):] != counts:
            wrong(place, f"tables of {lengths} rows, in JSON of {counts}: {question}")

print(f"{rows} rows of {measured} tables in {columns} columns, measured by {library}; {compared} answers have as many in JSON; {left_out} cases mix tables with other things")
if measured < fewest_tables or rows < fewest_rows:
    print(f"too few: wanted {fewest_rows} rows of {fewest_tables} tables")
    bad += 1
sys.exit(bad > 0)
