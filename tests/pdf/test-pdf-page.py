#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-pdf-page.py OCTANT_PDF_PAGE: the helper draws pages of sound files, refuses the rest, and always ends."""
import os
import random
import struct
import subprocess
import sys
import tempfile

import pdf_files

helper = sys.argv[1]
folder = tempfile.mkdtemp(prefix='octant-pdf-')
count = failed = 0


def ok(condition, what):
    global count, failed
    count += 1
    failed += not condition
    print(f'{"ok" if condition else "not ok"} {count} - {what}', flush=True)


def run(content, page=1, width=600):
    path = os.path.join(folder, 'file.pdf')
    with open(path, 'wb') as file:
        file.write(content)
    return subprocess.run([helper, path, str(page), str(width)], capture_output=True, timeout=120, check=False)


def picture(result):
    """(pages, width, height) of what was written"""
    pages, png = result.stdout.split(b'\n', 1)
    if png[:8] != b'\x89PNG\r\n\x1a\n':
        raise ValueError('no PNG')
    return (int(pages), *struct.unpack('>II', png[16:24]))


def is_drawn(result, pages, width, height):
    return result.returncode == 0 and picture(result) == (pages, width, height)


def is_refused(result, status=1):
    return result.returncode == status and result.stdout == b'' and result.stderr.count(b'octant-pdf-page:') == 1


first, third = run(pdf_files.sound(), 1), run(pdf_files.sound(), 3)
ok(is_drawn(first, 3, 600, 800) and is_drawn(third, 3, 600, 800), 'pages of a sound file, as wide as asked')
ok(first.stdout != third.stdout, 'each page is itself')
ok(is_refused(run(pdf_files.sound(), 4), 4), 'no page behind the last')
ok(is_refused(run(pdf_files.locked()), 3), 'a password is asked for')
ok(is_refused(run(b'')) and is_refused(run(b'%PDF-1.7\n')) and is_refused(run(b'not a PDF at all' * 99)), 'no PDF')
ok(is_refused(run(pdf_files.document([]))), 'no page at all')
# A page without a size has the size that its library gives it: some picture, or none.
ok(run(pdf_files.document([b''], size=(0, 0))).returncode in (0, 1), 'a page without a size')
for size in ((1e7, 1e7), (1, 1e6), (1e6, 1), (14400, 14400)):
    huge = run(pdf_files.document([b'0 g 0 0 9 9 re f'], size=size))
    ok(is_refused(huge) or max(picture(huge)[1:]) <= 4096, f'a page of {size} is small on screen, or refused')
ok(run(pdf_files.document([b'0 g'] * 2000), 2000, 40).returncode == 0, 'the last of many pages')

hang = run(pdf_files.forms_within_forms())
ok(hang.returncode != 0 and hang.stdout == b'', f'what never ends is ended (status {hang.returncode})')
bomb = run(pdf_files.picture_of(200000, 200000))
ok(bomb.returncode != 0 or picture(bomb)[1:] == (600, 800), 'a picture larger than memory does no harm')

ok(all(subprocess.run([helper, *words], capture_output=True, check=False).returncode == 2
       for words in ([], ['x'], ['x', '0', '9'], ['x', '1', '99999'], ['x', '1', '-1'], ['x', '1', '9', '9'])), 'wrong usage')
os.mkfifo(os.path.join(folder, 'pipe'))
os.symlink('/etc/passwd', os.path.join(folder, 'link'))
ok(all(subprocess.run([helper, os.path.join(folder, name), '1', '9'], capture_output=True, timeout=60,
                      check=False).returncode == 1 for name in ('pipe', 'link', '', 'not there')), 'only plain files')

# Damage at every kind of place: it ends by itself or by the kernel, and says nothing that is no picture.
rng = random.Random(20260301)
strange = []
for sample in (pdf_files.sound(), pdf_files.locked(), pdf_files.forms_within_forms(3, 3)):
    for turn in range(25):
        damaged = bytearray(sample)
        if turn % 5 == 0:
            del damaged[rng.randrange(len(damaged)):]
        else:
            for _ in range(rng.choice((1, 3, 20))):
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        result = run(bytes(damaged), 1, 60)
        if result.returncode == 0:
            picture(result)
        elif result.stdout:
            strange.append(result)
ok(not strange, 'damaged files give a picture or nothing')
print(f'1..{count}')
sys.exit(failed > 0)
