#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-blueprints.py ROOT: every Blueprint file is formatted as blueprint-compiler formats it."""

import subprocess
import sys

from tree import Tree, root_argument


def main():
    tree = Tree(root_argument())
    for name in tree.files('.blp'):
        done = subprocess.run(['blueprint-compiler', 'format', str(tree.root / name)],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            tree.fault(name, 0, 'not formatted; run: blueprint-compiler format --fix ' + name)
    return tree.report()


if __name__ == '__main__':
    sys.exit(main())
