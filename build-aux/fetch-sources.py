#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fetch-sources.py MANIFEST FOLDER MIRROR: brings the archives that the manifest pins to FOLDER, from their own servers or, where
those are out of reach, from a mirror of Debian, which keeps the same files under other names.

Only what has the pinned checksum is kept.  An archive that is nowhere to be had is told and left out: what that means is decided
by offline-manifest.py."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

HELPER = '/usr/lib/apt/apt-helper'


def checksum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def places(url, mirror):
    """where the archive may be: as the manifest says, and in the pool of Debian"""
    yield url
    name, version, ending = re.fullmatch(r'(.+)-([0-9.]+)\.(tar\.\w+)', url.rsplit('/', 1)[-1]).groups()
    yield f'{mirror.rstrip("/")}/pool/main/{name[0]}/{name}/{name}_{version}.orig.{ending}'


def fetch(source, folder, mirror):
    path = folder / source['url'].rsplit('/', 1)[-1]
    part = folder / (path.name + '.part')
    if checksum(path) == source['sha256']:
        return
    for place in places(source['url'], mirror):
        part.unlink(missing_ok=True)
        done = subprocess.run([HELPER, '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20', '-o', 'APT::Sandbox::User=root',
                               'download-file', place, str(part), f'SHA256:{source["sha256"]}'], check=False, capture_output=True)
        if done.returncode == 0 and checksum(part) == source['sha256']:
            part.rename(path)
            print(f'{path.name} is here, with the pinned checksum')
            return
    part.unlink(missing_ok=True)
    print(f'{path.name} is nowhere to be had; put it into {folder} to have it built', file=sys.stderr)


def main():
    manifest, folder, mirror = sys.argv[1:4]
    Path(folder).mkdir(parents=True, exist_ok=True)
    for module in json.loads(Path(manifest).read_text(encoding='utf-8'))['modules']:
        for source in module['sources']:
            if source['type'] == 'archive':
                fetch(source, Path(folder), mirror)


if __name__ == '__main__':
    main()
