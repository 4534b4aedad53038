#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translations.py ROOT: each language of po/LINGUAS is well formed and lacks nothing that the sources say now."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tree import Tree, root_argument

KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def messages(text):
    """the msgids of a translation file, the header left out"""
    return [m for m in re.findall(r'^msgid ((?:".*"\n)+)', text + '\n', re.MULTILINE)
            if ''.join(re.findall(r'"(.*)"', m))]


def main():
    tree = Tree(root_argument())
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, 'octant.pot')
        done = run('xgettext', '--files-from=po/POTFILES.in', '--from-code=UTF-8', f'--output={template}',
                   '--force-po', *(f'--keyword={k}' for k in KEYWORDS), cwd=tree.root)
        if done.returncode != 0:
            tree.fault('po/POTFILES.in', 0, done.stderr.strip())
            return tree.report()
        languages = [line.strip() for line in (tree.root / 'po/LINGUAS').read_text(encoding='utf-8').split('\n')
                     if line.strip() and not line.startswith('#')]
        for language in languages:
            name = f'po/{language}.po'
            done = run('msgfmt', '--check', '--check-accelerators=_', '-o', '/dev/null', name, cwd=tree.root)
            if done.returncode != 0:
                tree.fault(name, 0, done.stderr.strip())
                continue
            merged = Path(folder, 'merged.po')
            run('msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}', name, str(template),
                cwd=tree.root)
            for kind in ('--untranslated', '--only-fuzzy'):
                found = run('msgattrib', kind, '--no-obsolete', str(merged), cwd=tree.root)
                for message in messages(found.stdout):
                    tree.fault(name, 0, f'{kind.split("-")[-1]}: {message.strip()}')
    if tree.faults:
        print('build-aux/update-po brings the files up to date and lists what is missing')
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
