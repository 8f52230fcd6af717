#!/usr/bin/env python3
"""documents: pages and workbooks, opened by readers that are not ours.

    python3 tests/documents.py build/ogi

A workbook is unpacked and its XML read: numbers, what they are shown as, panes, widths, comments. A
page is opened in Chromium, where that is installed, in a window as narrow as a telephone's and in a
wide one: nothing may reach beyond it. Says so and goes on where Chromium is not there.
"""

import html.parser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
ogi = os.path.realpath(sys.argv[1])
root = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
bad = []


def check(what, found, wanted):
    if found != wanted:
        bad.append(f"{what}: {found!r}, wanted {wanted!r}")


def run(place, *statements):
    words = [w for s in statements for w in ("-c", s)]
    return subprocess.run([ogi, "--no-init", "-d", os.path.join(place, "panel.db"), *words], cwd=root,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)


class Book:
    """What a reader of workbooks sees: of each sheet its cells by name, with type and format."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as z:
            self.names = z.namelist()
            self.xml = {n: z.read(n) for n in self.names}
        strings = ET.fromstring(self.xml["xl/sharedStrings.xml"])
        self.strings = ["".join(t.text or "" for t in s.iter("{%s}t" % NS["m"])) for s in strings]
        styles = ET.fromstring(self.xml["xl/styles.xml"])
        formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter("{%s}numFmt" % NS["m"])}
        formats["0"] = "General"
        self.looks = [formats.get(x.get("numFmtId"), x.get("numFmtId")) for x in styles.find("m:cellXfs", NS)]
        self.sheets = [s.get("name") for s in ET.fromstring(self.xml["xl/workbook.xml"]).iter("{%s}sheet" % NS["m"])]

    def sheet(self, i):
        return ET.fromstring(self.xml[f"xl/worksheets/sheet{i}.xml"])

    def cells(self, i):
        found = {}
        for c in self.sheet(i).iter("{%s}c" % NS["m"]):
            v = c.find("m:v", NS)
            look = self.looks[int(c.get("s", 0))]
            if v is None:
                found[c.get("r")] = (None, look)
            elif c.get("t") == "s":
                found[c.get("r")] = (self.strings[int(v.text)], "text")
            else:
                found[c.get("r")] = (float(v.text), look)
            if c.find("m:f", NS) is not None:
                bad.append(f"{c.get('r')} is a formula")
        return found

    def comments(self):
        if "xl/comments1.xml" not in self.xml:
            return {}
        of = ET.fromstring(self.xml["xl/comments1.xml"]).iter("{%s}comment" % NS["m"])
        return {c.get("ref"): "".join(t.text for t in c.iter("{%s}t" % NS["m"])) for c in of}


def workbooks(place):
    def book(name, statement):
        path = os.path.join(place, name)
        done = run(place, f'{statement} to "{path}"')
        if done.returncode != 0:
            sys.exit(f"{statement}: {done.stdout.decode()}")
        return Book(path)

    b = book("sum.xlsx", "sum received, fees by agency, year total own reports where year >= 2021")
    check("sheets", b.sheets, ["answer", "source"])
    cells = b.cells(1)
    check("heads", [cells[c + "1"][0] for c in "ABCDE"], ["agency", "year", "row", "received (件)", "fees (万元)"])
    check("a year", cells["B2"], (2021.0, "0"))
    last = max(int(re.sub("[A-Z]", "", r)) for r in cells)
    check("a total", cells[f"A{last}"], ("total", "text"))
    check("its mark", cells[f"C{last}"], ("total", "text"))
    sums = sum(cells[f"D{r}"][0] for r in range(2, last))
    check("a total's number", cells[f"D{last}"][0], sums)
    check("numbers are in groups", cells["D2"][1], "#,##0")
    if not re.fullmatch(r"#,##0\.0+", cells["E2"][1]):
        bad.append(f"money is shown as {cells['E2']}")
    pane = b.sheet(1).find(".//m:pane", NS)
    check("panes", [pane.get(k) for k in ("xSplit", "ySplit", "state")], ["2", "1", "frozen"])
    widths = [float(c.get("width")) for c in b.sheet(1).iter("{%s}col" % NS["m"])]
    names = [cells[f"A{r}"][0] for r in range(2, last)]
    if widths[0] < max(2 * len(n) for n in names):
        bad.append(f"Chinese names do not fit into {widths[0]}")
    source = b.cells(2)
    text = [v[0] for v in source.values()]
    for wanted in ("statement", "coverage", "agency", "year", "file"):
        if wanted not in text:
            bad.append(f"source lacks {wanted}")
    paths = [t for t in text if isinstance(t, str) and t.startswith("tests/data/panel/")]
    if len(paths) < 5 or not all(os.path.exists(os.path.join(root, p)) for p in paths):
        bad.append(f"files behind the figures: {paths}")
    counted = re.search(r"reports (\d+) of", " ".join(t for t in text if isinstance(t, str)))
    check("as many files as reports", len(paths), int(counted.group(1)))

    b = book("rate.xlsx", "rate withheld of applications by agency own reports where year = 2022")
    cells = b.cells(1)
    check("a percent", cells["B2"][1] in ("0.0%", '"!"0.0%;"!"-0.0%'), True)
    check("a rate is its fraction", abs(cells["B2"][0] - cells["C2"][0] / cells["D2"][0]) < 1e-12, True)

    b = book("change.xlsx", "rate withheld of applications by year own reports change")
    looks = {v[1] for r, v in b.cells(1).items() if v[1] != "text"}
    check("points", any('" pp"' in look for look in looks), True)
    check("what is missing is empty", (None, "General") in b.cells(1).values(), True)

    # A report that fails a check: marked, and still a number.
    b = book("doubt.xlsx", "sum received where agency = 示例县教育局 and year = 2022 by requester")
    cells, comments = b.cells(1), b.comments()
    marked = [r for r, v in cells.items() if '"!"' in v[1]]
    if not marked or not all(isinstance(cells[r][0], float) and "failing check" in comments[r] for r in marked):
        bad.append(f"marks: {marked} {comments}")

    # What begins as a formula does is words.
    run(place, 'waive T3.balance for "示例县教育局" 2022 because "=1+1"')
    path = os.path.join(place, "waivers.xlsx")
    done = run(place, f'waivers to "{path}"')
    if done.returncode != 0:
        sys.exit(done.stdout.decode())
    check("=1+1", ("=1+1", "text") in Book(path).cells(1).values(), True)


class Reader(html.parser.HTMLParser):
    """Whatever is opened is closed, in order; what a page takes from elsewhere."""

    VOID = {"meta", "wbr", "br", "hr", "img", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.from_elsewhere, self.ids, self.links, self.heads = [], [], [], [], 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if tag in ("link", "script", "img", "iframe", "object") or "src" in attrs:
            self.from_elsewhere.append(tag)
        if tag == "th" and "scope" not in attrs:
            bad.append("a th has no scope")
        self.heads += tag == "th"
        self.ids.append(attrs.get("id"))
        if tag == "a":
            self.links.append(attrs["href"])
        if tag == "html" and attrs.get("lang") not in ("en", "zh"):
            bad.append("a page says no language")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            bad.append(f"</{tag}> closes something else")


def page(path):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    reader = Reader()
    reader.feed(text)
    left = [t for t in reader.open if t not in ("html", "body", "main")]
    check(f"{path}: left open", left, [])
    check(f"{path}: from elsewhere", reader.from_elsewhere + re.findall(r"url\((?!#)|@import|https?://(?!www\.w3\.org/)", text), [])
    ids = [i for i in reader.ids if i]
    check(f"{path}: names that two have", sorted({i for i in ids if ids.count(i) > 1}), [])
    check(f"{path}: links lead nowhere", [l for l in reader.links if l[1:] not in reader.ids], [])
    if reader.heads < 3:
        bad.append(f"{path}: no table")
    return text


def in_chromium(chromium, place, name, text):
    """The widths of the page in windows of 390 and 1200, and of the frames in it."""
    shown = text.replace("&", "&amp;").replace('"', "&quot;")
    frames = "".join(f'<iframe width="{w}" height="800" srcdoc="{shown}"></iframe>' for w in (390, 1200))
    script = """<script>addEventListener("load", () => {
      const seen = [...document.querySelectorAll("iframe")].map(f => {
        const d = f.contentDocument, w = Number(f.width);
        const out = [...d.querySelectorAll("main > *, figure > *")].filter(e => e.getBoundingClientRect().right > w + 1);
        return [w, d.documentElement.scrollWidth <= w, out.length, d.querySelectorAll("table").length].join(" ");
      });
      const p = document.createElement("pre"); p.id = "seen"; p.textContent = seen.join(";"); document.body.append(p);
    });</script>"""
    path = os.path.join(place, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(f'<!DOCTYPE html><meta charset="utf-8"><body>{frames}{script}')
    command = [chromium, "--headless", "--disable-gpu", f"--user-data-dir={place}/profile", "--dump-dom", "file://" + path]
    if os.getuid() == 0:
        command.insert(1, "--no-sandbox")
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
    seen = re.search(r'<pre id="seen">(.*?)</pre>', done.stdout.decode())
    if not seen:
        return f"{name}: Chromium says nothing"
    tables = text.count("<table")
    wanted = f"390 true 0 {tables};1200 true 0 {tables}"
    return None if seen.group(1) == wanted else f"{name}: {seen.group(1)}, wanted {wanted}"


def pages(place):
    wide = os.path.join(place, "wide.html")
    done = run(place, f'sum applications by agency, year across outcome total own reports to "{wide}"')
    check("wide", done.returncode, 0)
    found = os.path.join(place, "find.html")
    run(place, f'find "信息" to "{found}"')
    brief = os.path.join(place, "brief.html")
    done = subprocess.run([ogi, "--no-init", "examples/reports", "-c", f'report "examples/brief.ogi" to "{brief}"'], cwd=root,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    check("the brief's status: a check fails", done.returncode, 1)
    texts = {os.path.basename(p): page(p) for p in (wide, found, brief)}
    chromium = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    if chromium is None:
        print("skipped the look of pages: Chromium is not installed")
        return
    # It must see what it looks for: a page with something too wide.
    broken = texts["brief.html"].replace("<main>", '<main><p style="width:1300px;max-width:none">x</p>')
    if in_chromium(chromium, place, "broken.html", broken) is None:
        bad.append("a page that is too wide goes unseen")
    for name, text in texts.items():
        said = in_chromium(chromium, place, "in_" + name, text)
        if said:
            bad.append(said)
    print(f"{len(texts)} pages in Chromium")


with tempfile.TemporaryDirectory() as place:
    run(place, 'load "tests/data/panel"', 'load "tests/data/agencies.csv" as agencies', "check")
    workbooks(place)
    pages(place)
for line in bad:
    print(line)
sys.exit(1 if bad else 0)
