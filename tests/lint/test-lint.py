#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lint.py: the lint checks find what they are for.  Each case plants one fault in a small clean tree."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEAD = '/* SPDX-FileCopyrightText: 2026 The Octant contributors */\n/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
C = HEAD + '#include "config.h"\n'
H = HEAD + '#pragma once\n'

CLEAN = {
    'src/core/base/octant-base.h': H,
    'src/core/base/octant-base.c': C + '#include "octant-base.h"\n',
    'src/core/model/octant-model.h': H + '#include "base/octant-base.h"\n',
    'src/core/model/octant-model.c': C + '#include <json-glib/json-glib.h>\n#include "octant-model.h"\n',
    'src/core/store/octant-store.h': H + '#include <glib.h>\n',
    'src/core/store/octant-store.c': C + '#include <sqlite3.h>\nconst char *q = "SELECT 1";\n',
    'src/core/evidence/octant-evidence.c': C + '#include "store/octant-store.h"\n',
    'src/charts/octant-radar.h': H + '#include <cairo.h>\n',
    'src/cli/main.c': C + '#include "model/octant-model.h"\nconst char *s = _("Update your data");\n',
    'src/app/octant-window.h': H + '#include <adwaita.h>\n',
    'src/app/octant-window.c': C + '#include "octant-window.h"\n',
    'src/app/octant-page.c': C + '#include <gtk/gtk.h>\n#include "octant-radar.h"\n',
    'po/POTFILES.in': 'src/cli/main.c\n',
    'po/zh_CN.po': 'msgid "_Open…"\nmsgstr "打开(_O)…"\n',
}
MALLARD = '<page xmlns="http://projectmallard.org/1.0/" id="%s"><info><link type="guide" xref="%s#work"/>' \
    '<desc>d</desc></info><title>t</title><p><gui>%s</gui></p></page>\n'
CLEAN.update({'help/C/index.page': MALLARD % ('index', 'index', 'Open…'),
              'help/zh_CN/index.page': MALLARD % ('index', 'index', '打开…')})

PATH = '/' + 'ho' + 'me/somebody/x'
HOST = 'https:' + '//deb' + '.debian.org/debian'
METAINFO = 'data/io.github.octantapp.Octant.metainfo.xml.in.in'
SHOT = '<component><screenshots><screenshot>%s</screenshot></screenshots></component>'
LONG = C + 'int\nlong_one (void)\n{\n' + '  call ();\n' * 61 + '}\n'

# check, file, its text, what the check must say
CASES = [
    ('includes', 'src/core/base/octant-bad.c', C + '#include "model/octant-model.h"\n', 'core/base may not include core/model'),
    ('includes', 'src/core/model/octant-bad.c', C + '#include "octant-store.h"\n', 'core/model may not include core/store'),
    ('includes', 'src/core/store/octant-bad.c', C + '#include "../../charts/octant-radar.h"\n#include "octant-radar.h"\n',
     'core may not include charts'),
    ('includes', 'src/charts/octant-bad.c', C + '#include "octant-model.h"\n', 'charts may not include core'),
    ('includes', 'src/cli/octant-bad.c', C + '#include "octant-window.h"\n', 'cli may not include app'),
    ('includes', 'src/core/odd/octant-bad.c', C + '#include "base/octant-base.h"\n', 'core/odd is not in the table'),
    ('includes', 'src/core/model/octant-bad.c', C + '#include <gtk/gtk.h>\n', 'GTK and libadwaita stay'),
    ('includes', 'src/core/evidence/octant-bad.c', C + '#include <sqlite3.h>\n', 'SQLite stays'),
    ('includes', 'src/app/octant-bad.c', C + '#include <json-glib/json-glib.h>\n', 'JSON stays'),
    ('includes', 'src/core/store/octant-bad.c', C + '#include <archive.h>\n', 'libarchive stays'),
    ('includes', 'src/core/model/octant-bad.c', C + '#include <cairo.h>\n', 'do not paint'),
    ('includes', 'src/cli/octant-bad.c', C + '#include <libsoup/soup.h>\n', 'no network'),
    ('includes', 'src/cli/octant-bad.c', C + 'const char *q = "INSERT INTO answers VALUES (1)";\n', 'SQL stays'),
    ('includes', 'src/app/octant-bad-page.c', C + '#include "octant-window.h"\n', 'knows its session'),
    ('sources', 'src/cli/octant-bad.c', '#include "config.h"\n', 'SPDX'),
    ('sources', 'build-aux/bad', '#!/bin/sh\n', 'SPDX'),
    ('sources', 'src/cli/octant-bad.c', C + '\n' * 1000, '1000 is the limit'),
    ('sources', 'src/cli/octant-bad.c', LONG, 'a function of 61 lines'),
    ('sources', 'src/cli/octant-bad.h', HEAD, 'pragma once'),
    ('sources', 'src/cli/octant-bad.c', C + '/* TO' + 'DO: later */\n', 'left behind'),
    ('sources', 'src/cli/octant-bad.c', C + f'const char *p = "{PATH}";\n', 'path of one machine'),
    ('sources', 'build-aux/bad.sh', HEAD + f'fetch {HOST}\n', 'package registry'),
    ('sources', 'src/cli/octant-bad.c', C + 'static gchar *name;\n', 'without a g'),
    ('sources', 'src/cli/octant-bad.c', C + 'g_socket_client_new ();\n', 'no network'),
    ('potfiles', 'src/cli/octant-bad.c', C + 'const char *s = _("Text");\n', 'src/cli/octant-bad.c is missing'),
    ('potfiles', 'ui/bad.blp', 'label: C_("a", "Text");\n', 'ui/bad.blp is missing'),
    ('potfiles', 'po/POTFILES.in', 'src/cli/main.c\nsrc/cli/gone.c\n', 'src/cli/gone.c has no strings'),
    ('potfiles', 'po/POTFILES.in', 'src/cli/main.c\nsrc/cli/main.c\n', 'names a file twice'),
    ('help', 'help/C/index.page', '<page>', 'no element found'),
    ('help', 'help/C/index.page', MALLARD % ('other', 'index', 'Open…'), 'the id is other'),
    ('help', 'help/C/index.page', MALLARD % ('index', 'gone', 'Open…'), 'leads to gone'),
    ('help', 'help/zh_CN/index.page', MALLARD % ('index', 'index', 'Open…'), 'says nothing like “Open…”'),
    ('help', 'help/C/extra.page', MALLARD % ('extra', 'index', 'Open…'), 'help/zh_CN has no such page'),
    ('screenshots', METAINFO, SHOT % '<caption>a</caption><image>data/screenshots/gone.png</image>', 'is not a picture in'),
    ('screenshots', METAINFO, SHOT % '<caption>a</caption><image>a.png</image>', 'in English and in Chinese'),
    ('screenshots', METAINFO, SHOT % '<image>a.png</image>', 'no caption'),
    ('screenshots', 'data/screenshots/odd.png', 'x', 'does not show it'),
]


def run(check, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        done = subprocess.run([sys.executable, str(HERE / f'check-{check}.py'), folder],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


def main():
    results = []
    for check in ('includes', 'sources', 'potfiles', 'screenshots', 'help'):
        status, output = run(check, CLEAN)
        results.append((status == 0 and not output, f'{check}: a clean tree passes', output))
    for check, name, text, sentence in CASES:
        status, output = run(check, {**CLEAN, name: text})
        results.append((status == 1 and sentence in output and name in output, f'{check}: {sentence}', output))
    print(f'1..{len(results)}')
    for number, (good, title, output) in enumerate(results, start=1):
        print(f'{"ok" if good else "not ok"} {number} - {title}')
        if not good:
            for line in output.split('\n'):
                print('#', line)
    return 0 if all(good for good, _, _ in results) else 1


if __name__ == '__main__':
    sys.exit(main())
