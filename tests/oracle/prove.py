#!/usr/bin/env python3
"""prove: what an answer promises beside its figures, held against the rows of the view `cell`.

    python3 tests/oracle/prove.py build/ogi [--seed N] [--statements N]

Over a panel of differ.py's kind, partly pages: every figure leads back to its cells (traced.py),
doubt travels with it (doubted.py), `what if` answers as if the report had been loaded with that number
(supposed.py). Nothing is random but the seed.
"""

import argparse
import os
import random
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from panel import make_panel  # noqa: E402
from doubted import check_doubts  # noqa: E402
from supposed import check_supposed  # noqa: E402
from traced import Printed, check_traces  # noqa: E402


def tell(parts, name, result):
    n, wrong = parts.get(name, (0, []))
    parts[name] = (n + result[0], wrong + result[1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ogi", nargs="?", default="build/ogi")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--statements", type=int, default=200)
    parser.add_argument("--most", type=int, default=20, help="differences told in full")
    options = parser.parse_args()
    rng, failed = random.Random(options.seed), False
    with tempfile.TemporaryDirectory() as folder:
        panel = make_panel(rng, options.ogi, folder, pages=0.4)
        printed = Printed(panel.database)
        n, parts = options.statements // 4, {}
        for panel.blank_unknown in (False, True):
            given = (rng, options.ogi, panel, n, folder, printed)
            tell(parts, "figures traced", check_traces(*given))
            tell(parts, "marks of doubt", check_doubts(*given))
            tell(parts, "answers to what if", check_supposed(rng, options.ogi, panel, max(n // 12, 2), folder, printed))
    for name, (n, wrong) in parts.items():
        print("\n".join(wrong[: options.most] + ["%s: %d%s" % (name, n, ", %d differ" % len(wrong) if wrong else "")]))
        failed = failed or bool(wrong) or n == 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
