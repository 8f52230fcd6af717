#!/usr/bin/env python3
"""postgres: `explain sql for postgres` against PostgreSQL itself.

    python3 tests/postgres.py build/ogi

The tables of a panel are copied into a PostgreSQL that lives in a temporary folder, listens on no
network, and ends with this program. Every question of the help and of the transcripts is written out
for both databases, each asks its own, and the rows must agree: figures in any order, sentences and
lists in theirs. Says so and passes where PostgreSQL (12 or later) is not installed.
"""

import csv
import decimal
import glob
import io
import math
import os
import pwd
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

TYPES = {"INTEGER": "bigint", "REAL": "double precision", "TEXT": "text", "NUMERIC": "numeric", "": "text"}
# What the questions are asked of; the rest serves the loader and SQLite's own search.
LEFT_OUT = re.compile("^(sqlite_|search|load_)")


def find_server():
    """The folder of initdb, or None."""
    folders = [os.path.dirname(os.path.realpath(p)) for p in [shutil.which("initdb")] if p]
    folders += sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)
    return next((f for f in folders if all(os.path.exists(os.path.join(f, p)) for p in ("initdb", "postgres", "psql"))), None)


class Server:
    """A PostgreSQL of our own, under another name where we are root: it refuses to run as root."""

    def __init__(self, bin_folder, place):
        self.place, self.user = place, None
        if os.getuid() == 0:
            self.user = next(pwd.getpwnam(n) for n in ("postgres", "nobody") if known(n))
        data = os.path.join(place, "data")
        os.makedirs(data)
        if self.user:
            os.chmod(place, 0o755)
            os.chown(data, self.user.pw_uid, self.user.pw_gid)
            os.chown(place, self.user.pw_uid, self.user.pw_gid)
        done = subprocess.run(
            [os.path.join(bin_folder, "initdb"), "-D", data, "-U", "ogi", "-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
            preexec_fn=self.become, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            sys.exit("initdb: " + done.stdout.decode())
        self.process = subprocess.Popen(
            [os.path.join(bin_folder, "postgres"), "-D", data, "-k", place, "-c", "listen_addresses=", "-c", "fsync=off"],
            preexec_fn=self.become, env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.psql = os.path.join(bin_folder, "psql")
        for _ in range(100):
            if self.run("select 1")[0] == 0:
                return
            time.sleep(0.1)
        self.stop()
        sys.exit("PostgreSQL did not start")

    def become(self):
        if self.user:
            os.setgroups([])
            os.setgid(self.user.pw_gid)
            os.setuid(self.user.pw_uid)

    def environment(self):
        return {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": self.place, "PGTZ": "UTC"}

    def run(self, sql):
        done = subprocess.run(
            [self.psql, "-X", "-q", "-h", self.place, "-U", "ogi", "-d", "postgres", "--csv", "-t", "-v", "ON_ERROR_STOP=1",
             "-P", "null=\\N", "-f", "-"],
            input=sql.encode(), env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def stop(self):
        self.process.send_signal(signal.SIGINT)  # the fast way down
        self.process.wait()


def known(name):
    try:
        return bool(pwd.getpwnam(name))
    except KeyError:
        return False


def copy_tables(panel, server):
    script = []
    for (table,) in panel.execute("select name from sqlite_schema where type = 'table' order by name").fetchall():
        if LEFT_OUT.match(table):
            continue
        columns = panel.execute("select name, type from pragma_table_info(?)", (table,)).fetchall()
        script.append('create table "%s"(%s);' % (table, ", ".join('"%s" %s' % (n, TYPES[t]) for n, t in columns)))
        script.append('copy "%s" from stdin;' % table)
        for row in panel.execute('select * from "%s"' % table):
            script.append("\t".join("\\N" if v is None else re.sub(r"[\\\t\n\r]", escaped, str(v)) for v in row))
        script.append("\\.")
    # The list of reports as the panel's own view has it, without what only SQLite can say.
    script.append("analyze;")
    status, _, said = server.run("\n".join(script) + "\n")
    if status:
        sys.exit("copying: " + said)


def escaped(match):
    return {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}[match.group()]


# --- Questions

def questions(root):
    """Statements of the help and of the transcripts that `explain` takes; what is refused falls out later."""
    found = {}
    for path in sorted(glob.glob(root + "/stdlib/help/*.txt")):
        for line in open(path, encoding="utf-8"):
            if line.startswith("  "):
                found[re.sub(r"\s+#.*", "", line.strip())] = True
    for path in sorted(glob.glob(root + "/tests/*/*.t")):
        for line in open(path, encoding="utf-8", errors="replace"):
            if line.startswith("> "):
                found[line[2:].strip()] = True
    first = re.compile(r"(sum|avg|median|min|max|stddev|p\d+|first|last|stated|gap|share|rate|count|reports|missing|find|top|bottom)\b", re.I)
    clean = (q.rstrip(";") for q in found)
    return [re.sub(r' to "[^"]*"', "", q) for q in clean if first.match(q) and not re.search("[;；]", q)]


def explained(ogi, db, asked):
    """Per question the text and the binds for SQLite and for PostgreSQL; None where it is refused."""
    script = ""
    for i, question in enumerate(asked):
        for dialect in ("sqlite", "postgres"):
            script += "explain sql for %s %s\nexplain tokens sum mark%d_%s\n" % (dialect, question, i, dialect)
    done = subprocess.run([ogi, "--no-init", "--keep-going", "--quiet", "-d", db, "-f", "-"], input=script.encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    texts, text = {}, []
    for line in done.stdout.decode().split("\n"):
        mark = re.search(r"mark(\d+)_(\w+)  ", line)
        if mark:
            texts[int(mark.group(1)), mark.group(2)] = "\n".join(text[:-1] if text and " sum  keyword" in text[-1] else text)
            text = []
        else:
            text.append(line)
    for i, question in enumerate(asked):
        pair = [texts.get((i, d), "").strip() for d in ("sqlite", "postgres")]
        if all(pair):
            yield (question, *pair)
        elif any(pair):
            sys.exit("for one database only: " + question)


def parted(text):
    """SQL and its binds, which stand behind it as comments: `-- ?1 = 局`."""
    lines = text.split("\n")
    binds = [re.match(r"-- [?$]\d+ = (.*)", line) for line in lines]
    sql = "\n".join(line for line, bind in zip(lines, binds) if not bind)
    return sql, [b.group(1) for b in binds if b]


def as_value(text):
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else int(text) if re.fullmatch(r"-?\d+", text) else text


def of_postgres(server, text):
    sql, binds = parted(text)
    if binds:
        arguments = ", ".join("'" + b.replace("'", "''") + "'" for b in binds)
        sql = "prepare q as %s;\nexecute q(%s);" % (sql, arguments)
    status, out, said = server.run(sql if binds else sql + ";")
    if status:
        raise RuntimeError(said)
    return [[None if v == "\\N" else v for v in row] for row in csv.reader(io.StringIO(out, newline=""))]


def same(a, b):
    if a is None or b is None:
        return a is None and b is None
    try:
        x, y = decimal.Decimal(str(a)), decimal.Decimal(str(b))
    except decimal.InvalidOperation:
        return str(a) == str(b)
    return x == y or math.isclose(x, y, rel_tol=1e-12)


def order_of(row):
    """Some order in which both sides stand alike; rounded, as quotients differ in their last digits."""
    out = []
    for value in row:
        try:
            out.append((1, "%.9g" % float(value), ""))
        except (TypeError, ValueError):
            out.append((0 if value is None else 2, "", str(value)))
    return out


def main():
    ogi = os.path.abspath(sys.argv[1])
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folder = find_server()
    if not folder:
        print("skipped: PostgreSQL is not installed")
        return 0
    place = tempfile.mkdtemp(prefix="ogi-pg-")
    db = os.path.join(place, "panel.db")
    bad = n = rows_seen = 0
    server = None
    try:
        os.chdir(root)
        subprocess.run([ogi, "--no-init", "-d", db, "tests/data/panel", "tests/data/runon", "-c", 'load "tests/data/agencies.csv" as agencies', "-c", "check severity error"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        panel = sqlite3.connect(db)
        panel.create_function("regexp", 2, lambda pattern, text: text is not None and re.search(pattern, text) is not None)
        panel.create_function("sqrt", 1, lambda x: None if x is None else math.sqrt(x))
        server = Server(folder, place)
        copy_tables(panel, server)
        for question, mine, theirs in explained(ogi, db, questions(root)):
            n += 1
            sql, binds = parted(mine)
            try:
                left = [list(row) for row in panel.execute(sql, [as_value(b) for b in binds])]
                right = of_postgres(server, theirs)
            except (RuntimeError, sqlite3.Error) as error:
                print("%s\n  %s" % (question, str(error).strip()[:600]))
                bad += 1
                continue
            rows_seen += len(left)
            if not question.lower().startswith(("find", "reports", "missing")):
                left.sort(key=order_of)
                right.sort(key=order_of)
            if len(left) != len(right) or not all(len(a) == len(b) and all(map(same, a, b)) for a, b in zip(left, right)):
                different = [(a, b) for a, b in zip(left, right) if not all(map(same, a, b))][:2]
                print("%s\n  %d rows, PostgreSQL %d; %s" % (question, len(left), len(right), different))
                bad += 1
    finally:
        if server:
            server.stop()
        shutil.rmtree(place)
    print("%d questions, %d rows, %d differ" % (n, rows_seen, bad))
    return 1 if bad or n < 100 else 0


sys.exit(main())
