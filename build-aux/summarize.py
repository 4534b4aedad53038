#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson's test logs tell and prints one line: `N passed, N failed[, N skipped]'.

A program that speaks TAP counts with each of its cases; any other counts as one.  A program that ends badly although
none of its cases failed (a crash, a timeout, a sanitizer's finding) counts as one failure more."""

import argparse
import json
import re
import sys
from pathlib import Path

CASE = re.compile(r'^(ok|not ok)\b[^#]*(?:#\s*(skip|todo)\b)?', re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL'}


def count_test(test):
    """(passed, failed, skipped) of one entry of a log"""
    result = test['result']
    passed = failed = skipped = 0
    for line in (test.get('stdout') or '').splitlines():
        case = CASE.match(line)
        if not case:
            continue
        if (case[2] or '').lower() == 'skip':
            skipped += 1
        elif case[1].lower() == 'ok' or (case[2] or '').lower() == 'todo':
            passed += 1
        else:
            failed += 1
    if result == 'SKIP':
        return passed, failed, max(skipped, 1)
    if result in GOOD:
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    return passed, max(failed, 1), skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--failed', type=int, default=0, help='failures that no log tells of')
    parser.add_argument('logs', nargs='*', type=Path)
    args = parser.parse_args()
    total = [0, args.failed, 0]
    bad = []
    for log in args.logs:
        for line in log.read_text(encoding='utf-8', errors='replace').splitlines():
            test = json.loads(line)
            counts = count_test(test)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                bad.append(f'{log.stem}: {test["name"]} ({test["result"].lower()}, {counts[1]} failed)')
    print()
    for line in bad:
        print('FAILED', line)
    print(f'{total[0]} passed, {total[1]} failed' + (f', {total[2]} skipped' if total[2] else ''))
    return 1 if total[1] or not total[0] else 0


if __name__ == '__main__':
    sys.exit(main())
