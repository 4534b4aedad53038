#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""offline-manifest.py MANIFEST OUTPUT ARCHIVES: the manifest for a build without a network.

An archive that lies in the folder ARCHIVES is taken from there: its module is built as the manifest says, checksum included.  Of
the modules that are left, the SDK's own takes the place of a build tool (all of it is cleaned up), of at least the same version, and
of a library that is named here, of a version that Octant works with.  All else is refused, or left as it is."""

import json
import re
import subprocess
import sys
from pathlib import Path


# module → what pkg-config calls the library in the SDK, and the earliest version; the platform of the same packages has it too
LIBRARIES = {'poppler': ('poppler-glib', '25.03.0')}


def numbers(version):
    return [int(part) for part in re.findall(r'\d+', version)]


def is_local(module):
    return all(source['type'] in ('archive', 'dir', 'file', 'patch', 'shell', 'script', 'inline') and 'url' not in source
               for source in module.get('sources', []))


def check_pins(module):
    for source in module['sources']:
        if not (re.fullmatch(r'[0-9a-f]{40}', source.get('commit', '')) or re.fullmatch(r'[0-9a-f]{64}', source.get('sha256', ''))):
            sys.exit(f'{module["name"]}: a source is not pinned by commit or checksum')


def wanted_version(module):
    """what the manifest asks for: a tag, or the version in the name of an archive"""
    for source in module['sources']:
        match = re.search(r'-([0-9.]+)\.tar\.', source.get('url', ''))
        if 'tag' in source or match:
            return source.get('tag') or match[1]
    return sys.exit(f'{module["name"]}: no version is to be seen in its sources')


def answer(name, command):
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return sys.exit(f'{name}: the SDK does not have it')


def check_module(module):
    """exits unless the SDK's own may take this module's place"""
    name = module['name']
    wanted = wanted_version(module)
    if name in LIBRARIES:
        library, wanted = LIBRARIES[name]
        have = answer(name, ['pkg-config', '--modversion', library])
    elif module.get('cleanup') == ['*']:
        have = answer(name, [name, '--version'])
    else:
        sys.exit(f'{name}: its files stay in the application; only a build tool or a named library can come from the SDK')
    if numbers(have) < numbers(wanted):
        sys.exit(f'{name}: the SDK has {have}, needed is {wanted}')
    print(f'{name}: NOT built; {have} of the SDK takes its place')


def take_archives(module, folder):
    """has the module built from the archives that are here; whether all of its sources are"""
    for source in module['sources']:
        path = folder / source.get('url', '').rsplit('/', 1)[-1]
        if source['type'] == 'archive' and 'url' in source and path.is_file():
            print(f'{module["name"]}: built from {path.name}, sha256 {source["sha256"]}')
            source['path'] = str(path)
            del source['url']
    return is_local(module)


def main():
    source, output, folder = sys.argv[1:4]
    with open(source, encoding='utf-8') as file:
        manifest = json.load(file)
    kept = []
    for module in manifest['modules']:
        if not is_local(module):
            check_pins(module)
        if take_archives(module, Path(folder)):
            kept.append(module)
        else:
            check_module(module)
    manifest['modules'] = kept
    with open(output, 'w', encoding='utf-8') as file:
        json.dump(manifest, file, indent=2)


if __name__ == '__main__':
    main()
