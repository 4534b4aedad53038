#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-sources.py ROOT: heads, sizes and leftovers of every file that somebody writes by hand."""

import re
import sys

from tree import Tree, root_argument

CODE = ('.c', '.h', '.py', '.sh', '.blp', '.css')
SCRIPT_FOLDERS = ('build-aux/', '.ci/')
LINES = 1000
FUNCTION_LINES = 60
COPYRIGHT = 'SPDX-FileCopyrightText:'
LICENSE = 'SPDX-License-Identifier:'

# Spelled in pieces, so that this file does not find itself.
LEFTOVER = re.compile(r'\b(' + '|'.join(('TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK')) + r')\b')
ISSUE = re.compile(r'#\d+')
MACHINE_PATH = re.compile(r'(?<![\w.$}-])/(' + '|'.join(('wor' + 'k', 'far' + 'm', 'roo' + 't', 'home/' + r'\w+',
                                                       'tmp/' + 'env')) + r')/')
REGISTRY = re.compile(r'https?://[^\s"\'<>]*(' + '|'.join((
    'deb' + r'\.debian\.org', 'security' + r'\.debian', 'archive' + r'\.ubuntu', 'registry' + r'\.npmjs',
    'pypi' + r'\.org', 'mirrors?' + r'\.')) + ')')
DEPRECATED = re.compile(r'\bg(char|int|double)\b(?=\s+\*?\w)')
NETWORK = re.compile(r'\b(g_socket_\w+|g_network_\w+|g_resolver_\w+|soup_\w+)\s*\(')


def is_code(name):
    return name.endswith(CODE) or (name.startswith(SCRIPT_FOLDERS) and '.' not in name.rsplit('/', 1)[-1])


def check_head(tree, name):
    head = '\n'.join(tree.text(name).split('\n')[:6])
    if COPYRIGHT not in head or LICENSE not in head:
        tree.fault(name, 1, 'the two SPDX lines are missing from its head')


def check_functions(tree, name):
    """GNU style: a function's braces stand in the first column"""
    start = None
    for line, text in tree.lines(name):
        if text == '{':
            start = line
        elif text == '}' and start is not None:
            if line - start - 1 > FUNCTION_LINES:
                tree.fault(name, start, f'a function of {line - start - 1} lines; {FUNCTION_LINES} is the limit')
            start = None


def check_text(tree, name):
    ours = name.startswith(('src/', 'ui/', 'tests/', 'build-aux/', 'data/', 'meson'))
    for line, text in tree.lines(name):
        if ours and LEFTOVER.search(text) and not ISSUE.search(text):
            tree.fault(name, line, 'left behind without an issue number')
        if MACHINE_PATH.search(text):
            tree.fault(name, line, 'a path of one machine')
        if REGISTRY.search(text):
            tree.fault(name, line, 'names the host of a package registry')
        if name.startswith('src/') and NETWORK.search(text):
            tree.fault(name, line, 'Octant has no network code')
        if name.startswith('src/') and name.endswith(('.c', '.h')) and DEPRECATED.search(text):
            tree.fault(name, line, 'char, int and double go without a g')


def main():
    tree = Tree(root_argument())
    for name in tree.files():
        if name.endswith(('.svg', '.png', '.pdf', '.po', '.json', '.csv')) or name == 'COPYING':
            continue
        if is_code(name):
            check_head(tree, name)
            count = tree.text(name).count('\n')
            if count > LINES:
                tree.fault(name, 0, f'{count} lines; {LINES} is the limit')
        if name.endswith('.c') and name.startswith('src/'):
            check_functions(tree, name)
        if name.endswith('.h') and '#pragma once' not in tree.text(name):
            tree.fault(name, 1, '#pragma once is missing')
        check_text(tree, name)
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
