#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-help.py ROOT: the pages of help are sound, the same in each language, and call the window's parts what the window
calls them."""

import re
import sys
import xml.etree.ElementTree as ElementTree

from tree import Tree, root_argument

MALLARD = '{http://projectmallard.org/1.0/}'
TRANSLATIONS = {'C': None, 'zh_CN': 'po/zh_CN.po'}


def texts(po, translated):
    """what the window says, without mnemonics: the messages of a translation file, or their translations"""
    pattern = r'^msgid ((?:".*"\n)+)' if not translated else r'^msgstr(?:\[0\])? ((?:".*"\n)+)'
    found = set()
    for match in re.findall(pattern, po, re.MULTILINE):
        text = ''.join(re.findall(r'"(.*)"', match))
        text = re.sub(r'\(_.\)', '', text).replace('_', '')
        found.add(re.sub(r'\s*[(（]%u[^)）]*[)）]', '', text))
    return found


def check_page(tree, name, pages, words):
    try:
        root = ElementTree.fromstring((tree.root / name).read_text(encoding='utf-8'))
    except ElementTree.ParseError as error:
        tree.fault(name, error.position[0], str(error))
        return
    page = root.get('id')
    if not name.endswith(f'/{page}.page'):
        tree.fault(name, 0, f'the id is {page}')
    if root.find(f'{MALLARD}info/{MALLARD}desc') is None:
        tree.fault(name, 0, 'it has no description')
    for link in root.iter(f'{MALLARD}link'):
        target = link.get('xref').split('#')
        if target[0] not in pages:
            tree.fault(name, 0, f'it leads to {target[0]}, which there is not')
    for word in root.iter(f'{MALLARD}gui'):
        if word.text not in words:
            tree.fault(name, 0, f'the window says nothing like “{word.text}”')


def main():
    tree = Tree(root_argument())
    po = (tree.root / 'po/zh_CN.po').read_text(encoding='utf-8')
    languages = {}
    for language in TRANSLATIONS:
        folder = tree.root / 'help' / language
        languages[language] = {path.stem for path in folder.glob('*.page')}
        if 'index' not in languages[language]:
            tree.fault(f'help/{language}', 0, 'it has no page index.page')
    everything = set().union(*languages.values())
    for language, pages in languages.items():
        for missing in sorted(everything - pages):
            other = next(name for name in languages if missing in languages[name])
            tree.fault(f'help/{other}/{missing}.page', 0, f'help/{language} has no such page')
        words = texts(po, TRANSLATIONS[language] is not None)
        for page in sorted(pages):
            check_page(tree, f'help/{language}/{page}.page', pages, words)
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
