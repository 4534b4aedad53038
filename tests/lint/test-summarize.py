#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-summarize.py SCRIPT: the line that build-aux/test ends with counts right, above all what went wrong."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

# title, entries of the log as (result, output), failures from elsewhere, last line, exit status
CASES = [
    ('cases of a program count each', [('OK', '1..2\nok 1 /a\nok 2 /b\n')], 0, '2 passed, 0 failed', 0),
    ('a program without cases counts once', [('OK', 'nothing special\n')], 0, '1 passed, 0 failed', 0),
    ('a skipped case is skipped', [('OK', 'ok 1 /a\nok 2 /b # SKIP no display\n')], 0,
     '1 passed, 0 failed, 1 skipped', 0),
    ('a skipped program is skipped', [('OK', ''), ('SKIP', '')], 0, '1 passed, 0 failed, 1 skipped', 0),
    ('a failed case fails', [('FAIL', 'ok 1 /a\nnot ok 2 /b\n')], 0, '1 passed, 1 failed', 1),
    ('a crash after good cases fails', [('FAIL', 'ok 1 /a\n')], 0, '1 passed, 1 failed', 1),
    ('a finding of a sanitizer fails', [('ERROR', 'ok 1 /a\nok 2 /b\n')], 0, '2 passed, 1 failed', 1),
    ('a timeout fails', [('TIMEOUT', '')], 0, '0 passed, 1 failed', 1),
    ('a test that should fail and does passes', [('EXPECTEDFAIL', '')], 0, '1 passed, 0 failed', 0),
    ('one that should fail and does not fails', [('UNEXPECTEDPASS', '')], 0, '0 passed, 1 failed', 1),
    ('a broken build fails', [('OK', 'ok 1 /a\n')], 1, '1 passed, 1 failed', 1),
    ('no test at all is not a success', [], 0, '0 passed, 0 failed', 1),
]


def summarize(script, entries, failed):
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, 'log.json')
        log.write_text(''.join(json.dumps({'name': 'unit', 'result': result, 'stdout': output}) + '\n'
                               for result, output in entries), encoding='utf-8')
        done = subprocess.run([sys.executable, script, '--failed', str(failed), str(log)],
                              capture_output=True, text=True, check=False)
        return done.stdout.rstrip('\n').split('\n')[-1], done.returncode


def main():
    print(f'1..{len(CASES)}')
    good = True
    for number, (title, entries, failed, line, status) in enumerate(CASES, start=1):
        found = summarize(sys.argv[1], entries, failed)
        print(f'{"ok" if found == (line, status) else "not ok"} {number} - {title}')
        if found != (line, status):
            good = False
            print(f'# wanted {(line, status)}, got {found}')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
