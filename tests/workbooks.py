#!/usr/bin/env python3
"""workbooks: what ogi writes as .xlsx, read by openpyxl and held against the JSON of the same answer.

    python3 tests/workbooks.py build/ogi

Every figure is a number and the same, every text the same; then what a person sees beside them: how
numbers are shown, what stands still when the sheet is scrolled, marks and their comments, and the
second sheet, which says what was asked, on what it rests and where it comes from.
"""

import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl

ogi = os.path.realpath(sys.argv[1])
root = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
bad = []
cells_read = 0


def check(what, is_so, found=""):
    if not is_so:
        bad.append(f"{what}: {found}")


def run(place, *words):
    done = subprocess.run([ogi, "--no-init", "--quiet", "-d", os.path.join(place, "panel.db"), *words], cwd=root,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    if done.returncode > 1:  # 1: a check found something
        sys.exit(f"{words}: {done.stdout.decode()}")
    return done.stdout.decode()


def same(cell, wanted):
    if wanted is None:
        return cell.value is None
    if isinstance(wanted, str):
        return cell.data_type == "s" and cell.value == wanted
    return cell.data_type == "n" and abs(Decimal(repr(cell.value)) - wanted) <= abs(wanted) * Decimal("1e-14")


def opened(place, statement):
    """The workbook of an answer, after each cell was held against the JSON: sheets, and rows by name."""
    global cells_read
    path = os.path.join(place, "answer.xlsx")
    run(place, "-c", f'{statement} to "{path}"')
    answer = json.loads(run(place, "--format", "json", "-c", statement), parse_float=Decimal, parse_int=Decimal)
    book = openpyxl.load_workbook(path)
    check(f"{statement}: sheets", book.sheetnames == ["answer", "source"], book.sheetnames)
    sheet = book["answer"]
    heads = [cell.value for cell in sheet[1]]
    names = [c["name"] if c["unit"] is None else f'{c["name"]} ({c["unit"]})' for c in answer["columns"]]
    check(f"{statement}: heads", heads == names, (heads, names))
    check(f"{statement}: rows", sheet.max_row == 1 + len(answer["rows"]), sheet.max_row)
    for wanted, row in zip(answer["rows"], sheet.iter_rows(min_row=2)):
        if wanted.get("row") == "total":
            wanted = {**wanted, next(iter(wanted)): "total"}  # said in the first key's place
        for cell, value in zip(row, wanted.values()):
            cells_read += 1
            check(f"{statement}: {cell.coordinate}", same(cell, value), (cell.value, value))
    check(f"{statement}: heads are bold", all(cell.font.bold for cell in sheet[1]))
    facts = [[cell.value for cell in row] for row in book["source"].iter_rows()]
    check(f"{statement}: its text", facts[0][:2] == ["statement", f'{statement} to "{path}"'], facts[0])
    return sheet, facts


def column(sheet, head):
    place = [cell.value for cell in sheet[1]].index(head)
    return [row[place] for row in sheet.iter_rows(min_row=2)]


def look_through(place):
    sheet, facts = opened(place, "sum received, fees by agency, year total own reports where year >= 2021")
    check("what stands still", sheet.freeze_panes == "C2", sheet.freeze_panes)
    check("years", {c.number_format for c in column(sheet, "year")} <= {"0", "General"}, column(sheet, "year")[0].number_format)
    check("numbers in groups", column(sheet, "received (件)")[0].number_format == "#,##0")
    check("money", {c.number_format for c in column(sheet, "fees (万元)") if c.value is not None} == {"#,##0.000000"},
          {c.number_format for c in column(sheet, "fees (万元)")})
    check("Chinese names", "示例县教育局" in [c.value for c in column(sheet, "agency")])
    total = sheet[sheet.max_row]
    check("the total is bold", all(cell.font.bold for cell in total if cell.value is not None))
    coverage = [fact[1] for fact in facts if fact[0] == "coverage"]
    check("coverage", len(coverage) == 1 and coverage[0].startswith("reports "), coverage)
    files = [fact for fact in facts if fact[2] and os.path.exists(os.path.join(root, str(fact[2])))]
    check("sources", coverage and len(files) == int(coverage[0].split()[1]), len(files))

    opened(place, "sum received by agency, year across requester total own reports")

    sheet, _ = opened(place, "rate withheld of applications by agency own reports where year = 2022")
    formats = {c.number_format for c in column(sheet, "rate") if c.value is not None}
    check("percents", formats <= {"0.0%", '"!"0.0%;"!"-0.0%'} and "0.0%" in formats, formats)

    sheet, facts = opened(place, "sum received where agency = 示例县教育局 and year = 2022 by requester")
    marked = [c for c in column(sheet, "received (件)") if '"!"' in c.number_format]
    check("figures in doubt are marked", marked)
    check("and say why", all(c.comment and "failing check" in c.comment.text for c in marked))
    check("others say nothing", not [c.coordinate for row in sheet.iter_rows() for c in row if c.comment and c not in marked])
    check("what the mark means", any("failing check" in str(fact[1]) for fact in facts), facts)

    run(place, "-c", 'waive T3.balance for "示例县教育局" 2022 because "=1+1"')
    sheet, _ = opened(place, "waivers")
    check("no text is a formula", "=1+1" in [c.value for c in column(sheet, "because")])


with tempfile.TemporaryDirectory() as place:
    run(place, "tests/data/panel", "-c", "check")
    look_through(place)
for line in bad:
    print(line)
print(f"{cells_read} cells read by openpyxl {openpyxl.__version__}")
if cells_read < 200:
    sys.exit("too few cells were read")
sys.exit(1 if bad else 0)
