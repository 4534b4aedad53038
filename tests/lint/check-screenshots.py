#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-screenshots.py ROOT: every picture that the metainfo shows in stores is in data/screenshots, of the size that it says, in
English and in Chinese, with a caption; and none lies there for nothing."""

import struct
import sys
import xml.etree.ElementTree as ElementTree

from tree import Tree, root_argument

METAINFO = 'data/io.github.octantapp.Octant.metainfo.xml.in.in'
FOLDER = 'data/screenshots/'
BYTES = 300_000
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'


def size_of(path):
    """width and height of a PNG, from its first chunk"""
    with path.open('rb') as file:
        head = file.read(24)
    return struct.unpack('>II', head[16:24]) if head[:8] == b'\x89PNG\r\n\x1a\n' and len(head) == 24 else None


def check_image(tree, image, used):
    url = (image.text or '').strip()
    name = FOLDER + url.rsplit('/', 1)[-1]
    if FOLDER not in url or name not in tree.names:
        tree.fault(METAINFO, 0, f'{url} is not a picture in {FOLDER}')
        return
    used.add(name)
    wanted = tuple(int(image.get(side, 0)) for side in ('width', 'height'))
    if size_of(tree.root / name) != wanted:
        tree.fault(METAINFO, 0, f'{name} is not of {wanted[0]} × {wanted[1]} pixels')
    if (tree.root / name).stat().st_size > BYTES:
        tree.fault(name, 0, f'more than {BYTES} bytes')


def main():
    tree = Tree(root_argument())
    used = set()
    root = ElementTree.fromstring(tree.text(METAINFO)) if METAINFO in tree.names else ElementTree.Element('component')
    for screenshot in root.iter('screenshot'):
        images = screenshot.findall('image')
        if not (screenshot.findtext('caption') or '').strip():
            tree.fault(METAINFO, 0, 'a screenshot has no caption')
        if {image.get(LANGUAGE) for image in images} != {None, 'zh_CN'}:
            tree.fault(METAINFO, 0, 'a screenshot is not there in English and in Chinese')
        for image in images:
            check_image(tree, image, used)
    for name in tree.files(under=FOLDER):
        if name not in used:
            tree.fault(name, 0, 'the metainfo does not show it')
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
