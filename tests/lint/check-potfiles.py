#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py [--write] ROOT: po/POTFILES.in names every file with strings for the user, in order.

With --write it mends the list."""

import re
import sys

from tree import Tree, root_argument

HEAD = '# Files with strings for the user, in alphabetical order; tests/lint/check-potfiles.py holds this list complete.\n'
MARKED = re.compile(r'(?<![\w])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|gettext)\s*\(\s*N?_?\(?\s*"')


def wants_translation(tree, name):
    if name.startswith('data/'):
        return name.endswith(('.desktop.in.in', '.metainfo.xml.in.in', '.gschema.xml.in'))
    if name.startswith(('src/', 'ui/')) and name.endswith(('.c', '.h', '.blp', '.ui')):
        text = tree.text(name)
        if name.endswith('.ui'):
            return 'translatable="yes"' in text
        return bool(MARKED.search(text)) and (not name.endswith('.h') or '#define _' not in text)
    return False


def main():
    tree = Tree(root_argument())
    wanted = [name for name in tree.files() if wants_translation(tree, name)]
    path = tree.root / 'po/POTFILES.in'
    listed = [line for line in path.read_text(encoding='utf-8').split('\n') if line and not line.startswith('#')]
    if '--write' in sys.argv:
        path.write_text(HEAD + ''.join(name + '\n' for name in wanted), encoding='utf-8')
        return 0
    for name in wanted:
        if name not in listed:
            tree.fault('po/POTFILES.in', 0, f'{name} is missing')
    for name in listed:
        if name not in wanted:
            tree.fault('po/POTFILES.in', 0, f'{name} has no strings, or is not there')
    if listed != sorted(set(listed)):
        tree.fault('po/POTFILES.in', 0, 'the list is not in order, or names a file twice')
    if tree.faults:
        print('build-aux/update-po mends the list')
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
