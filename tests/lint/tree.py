# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint checks share: the files of a tree, and how faults are told."""

import subprocess
import sys
from pathlib import Path

SKIPPED_FOLDERS = ('_build', 'builddir', '.git', '__pycache__', '.flatpak-builder')


class Tree:
    """A checkout.  Files are those that git knows or would add; without git, all that is not a build folder."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.faults = []
        try:
            listed = subprocess.run(
                ['git', '-c', 'safe.directory=*', '-C', str(self.root), 'ls-files', '-z', '--cached', '--others',
                 '--exclude-standard'],
                capture_output=True, check=True).stdout.decode().split('\0')
            names = [name for name in listed if name and (self.root / name).is_file()]
        except (OSError, subprocess.CalledProcessError):
            names = [str(path.relative_to(self.root)) for path in self.root.rglob('*') if path.is_file()]
        self.names = sorted({name for name in names
                             if not any(part.startswith(SKIPPED_FOLDERS) and part != '.gitignore'
                                        and part != '.gitattributes' for part in name.split('/'))})

    def files(self, *suffixes, under=''):
        return [name for name in self.names
                if name.startswith(under) and (not suffixes or name.endswith(suffixes))]

    def text(self, name):
        return (self.root / name).read_text(encoding='utf-8', errors='replace')

    def lines(self, name):
        return enumerate(self.text(name).split('\n'), start=1)

    def fault(self, name, line, sentence):
        self.faults.append(f'{name}:{line}: {sentence}' if line else f'{name}: {sentence}')

    def report(self):
        """prints the faults; the exit status"""
        for fault in self.faults:
            print(fault)
        if self.faults:
            print(f'{len(self.faults)} faults in {self.root}')
        return 1 if self.faults else 0


def root_argument():
    return sys.argv[-1] if len(sys.argv) > 1 and not sys.argv[-1].startswith('-') else '.'
