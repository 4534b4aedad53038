#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-includes.py ROOT: holds the includes of src/ to the arrows of src/README.md.

A new arrow needs a change here first, and a word in src/README.md."""

import re
import sys

from tree import Tree, root_argument

# box → boxes it may include
BOXES = {
    'core': {'core'},
    'charts': {'charts'},
    'output': {'output', 'core', 'charts'},
    'cli': {'cli', 'output', 'core'},
    'pdf': {'pdf'},
    'app': {'app', 'core', 'charts', 'output'},
}

# folder of core → folders of core it may include, itself apart
CORE = {
    'base': set(),
    'model': {'base'},
    'scoring': {'model', 'base'},
    'assessment': {'scoring', 'model', 'base'},
    'history': {'assessment', 'scoring', 'model', 'base'},
    'plan': {'history', 'assessment', 'scoring', 'model', 'base'},
    'report': {'plan', 'history', 'assessment', 'scoring', 'model', 'base'},
    'exchange': {'report', 'plan', 'history', 'assessment', 'scoring', 'model', 'base'},
    'store': {'assessment', 'scoring', 'model', 'base'},
    'search': {'store', 'assessment', 'model', 'base'},
    'evidence': {'store', 'assessment', 'model', 'base'},
    'sample': {'evidence', 'store', 'assessment', 'model', 'base'},
}

# headers from outside → the folders that may include them
WALLS = [
    (re.compile(r'^(gtk|gdk|gsk|adwaita|graphene)'), ('src/app/',), 'GTK and libadwaita stay in src/app'),
    (re.compile(r'^sqlite3'), ('src/core/store/',), 'SQLite stays in core/store'),
    (re.compile(r'^json-glib'), ('src/core/model/', 'src/core/exchange/', 'src/core/store/', 'src/cli/'),
     'JSON stays in core/model, core/exchange, the payloads of core/store and what cli prints'),
    (re.compile(r'^archive'), ('src/core/exchange/',), 'libarchive stays in core/exchange'),
    (re.compile(r'^gcrypt'), ('src/core/base/', 'src/core/evidence/'), 'libgcrypt stays in core/base and core/evidence'),
    (re.compile(r'^gmp'), ('src/core/scoring/',), 'GMP stays in core/scoring'),
    (re.compile(r'^(cairo|pango)'), ('src/charts/', 'src/output/', 'src/app/', 'src/pdf/'), 'core and cli do not paint'),
    (re.compile(r'^poppler'), ('src/pdf/',), 'PDF files are read in a process of their own: src/pdf'),
    (re.compile(r'^(curl|libsoup|sys/socket|netinet|netdb|arpa)'), (), 'Octant has no network code'),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# A statement begins a string literal: prose in a message may speak of an update.
SQL = re.compile(r'"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s'
                 r'|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW)\s|BEGIN\s+IMMEDIATE)')


def place(name):
    """(box, folder of core) of a file under src/"""
    parts = name.split('/')
    return parts[1], parts[2] if parts[1] == 'core' and len(parts) > 3 else None


def find_header(headers, source, included):
    """the file that an include in quotes means, or None when it is generated or foreign"""
    beside = source.rsplit('/', 1)[0] + '/' + included
    if beside in headers:
        return beside
    for top in ('src/core/', 'src/', 'src/charts/', 'src/output/', 'src/cli/', 'src/app/'):
        if top + included in headers:
            return top + included
    same = [header for header in headers if header.endswith('/' + included)]
    return same[0] if len(same) == 1 else None


def check_arrow(tree, name, line, header):
    box, folder = place(name)
    other_box, other_folder = place(header)
    if other_box not in BOXES.get(box, set()):
        tree.fault(name, line, f'{box} may not include {other_box} ({header})')
    elif box == 'core' and other_box == 'core':
        if folder not in CORE:
            tree.fault(name, line, f'core/{folder} is not in the table of {__file__.rsplit("/", 1)[-1]}')
        elif other_folder != folder and other_folder not in CORE[folder]:
            tree.fault(name, line, f'core/{folder} may not include core/{other_folder} ({header})')
    if header.endswith('-private.h') and (box, folder) != (other_box, other_folder):
        tree.fault(name, line, f'{header} is private to its folder')


def check_file(tree, name, headers):
    first = None
    for line, text in tree.lines(name):
        match = INCLUDE.match(text)
        if match:
            quoted, included = match[1] == '"', match[2]
            first = first or included
            for pattern, allowed, sentence in WALLS:
                if not quoted and pattern.match(included) and not name.startswith(allowed or ('-',)):
                    tree.fault(name, line, f'<{included}>: {sentence}')
            header = find_header(headers, name, included) if quoted else None
            if header:
                check_arrow(tree, name, line, header)
            if (included.endswith('octant-window.h') and name.startswith('src/app/')
                    and not re.search(r'/(octant-(window|application)[^/]*|main)\.[ch]$', name)):
                tree.fault(name, line, 'a page knows its session, not its window')
        if SQL.search(text) and not name.startswith('src/core/store/'):
            tree.fault(name, line, 'SQL stays in core/store')
    if name.endswith('.c') and first is not None and first != 'config.h' and 'GETTEXT_PACKAGE' in tree.text(name):
        tree.fault(name, 1, 'config.h comes first')


def main():
    tree = Tree(root_argument())
    headers = set(tree.files('.h', under='src/'))
    for name in tree.files('.c', '.h', under='src/'):
        if name.count('/') >= 2:
            check_file(tree, name, headers)
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
