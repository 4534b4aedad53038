#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""offline-manifest.py MANIFEST OUTPUT: the manifest without the modules whose sources lie on a server, for a build without a
network against an SDK that has them.

It refuses what it cannot stand for: a module that is neither a build tool (all of it is cleaned up) nor a library that is named
here, or one that the SDK lacks or has in an earlier version.  All else is left as it is."""

import json
import re
import subprocess
import sys


# module → what pkg-config calls the library in the SDK; the platform that is made from the same packages has it too
LIBRARIES = {'poppler': 'poppler-glib'}


def numbers(version):
    return [int(part) for part in re.findall(r'\d+', version)]


def is_local(module):
    return all(source['type'] in ('dir', 'file', 'patch', 'shell', 'script', 'inline') and 'url' not in source
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
    check_pins(module)
    wanted = wanted_version(module)
    if name in LIBRARIES:
        have = answer(name, ['pkg-config', '--modversion', LIBRARIES[name]])
    elif module.get('cleanup') == ['*']:
        have = answer(name, [name, '--version'])
    else:
        sys.exit(f'{name}: its files stay in the application; only a build tool or a named library can come from the SDK')
    if numbers(have) < numbers(wanted):
        sys.exit(f'{name}: the SDK has {have}, the manifest asks for {wanted}')
    print(f'{name} {have} is taken from the SDK; the manifest pins {wanted}')


def main():
    source, output = sys.argv[1:3]
    with open(source, encoding='utf-8') as file:
        manifest = json.load(file)
    for module in manifest['modules']:
        if not is_local(module):
            check_module(module)
    manifest['modules'] = [module for module in manifest['modules'] if is_local(module)]
    with open(output, 'w', encoding='utf-8') as file:
        json.dump(manifest, file, indent=2)


if __name__ == '__main__':
    main()
