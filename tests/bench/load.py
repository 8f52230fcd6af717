#!/usr/bin/env python3
"""What a person writes in an afternoon: splits the lines of text reports on `|` and fills sqlite3.

load.py DATABASE FOLDER [figures]: a row per line of a table, its fields as they are; with `figures` a
row per figure: agency, year, label, column, value. No form, no checks, no blanks, no places. It is the
measure for `make bench`, so it is as plain and as quick as plain Python gets.
"""
import os
import re
import sqlite3
import sys

TITLE = re.compile(r"(.+?)(20\d\d)年")
WIDTH = 16


def lines_of(path):
    with open(path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    agency, year = TITLE.match(lines[0]).groups()
    return agency, int(year), [line for line in lines if "|" in line]


def whole_lines(path):
    agency, year, lines = lines_of(path)
    for line in lines:
        fields = line.split(" | ")
        yield [agency, year] + fields[:WIDTH] + [None] * (WIDTH - len(fields))


def figures(path):
    agency, year, lines = lines_of(path)
    for line in lines:
        label, column = "", 0
        for field in line.split("|"):
            field = field.strip()
            if field.isdigit():
                yield agency, year, label, column, int(field)
                column += 1
            elif field:
                label = field


def main():
    database, folder = sys.argv[1:3]
    db = sqlite3.connect(database)
    if sys.argv[3:] == ["figures"]:
        rows, width = figures, 5
        db.execute("create table cell (agency, year, label, column, value)")
    else:
        rows, width = whole_lines, WIDTH + 2
        db.execute("create table line (agency, year, %s)" % ", ".join("f%d" % i for i in range(WIDTH)))
    insert = "insert into %s values (%s)" % ("cell" if width == 5 else "line", ", ".join("?" * width))
    reports = 0
    for place, _, names in os.walk(folder):
        for name in names:
            db.executemany(insert, rows(os.path.join(place, name)))
            reports += 1
            if reports % 1000 == 0:
                db.commit()
    db.commit()
    db.close()


main()
