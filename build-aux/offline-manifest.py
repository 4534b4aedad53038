#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""offline-manifest.py MANIFEST OUTPUT: the manifest without the modules whose sources lie on a server, for a build without a
network against an SDK that has them.

It refuses what it cannot stand for: a module that is not a build tool (all of it is cleaned up), or one that the SDK lacks or has
in an earlier version.  All else is left as it is."""

import json
import re
import subprocess
import sys


def numbers(version):
    return [int(part) for part in re.findall(r'\d+', version)]


def is_local(module):
    return all(source['type'] in ('dir', 'file', 'patch', 'shell', 'script', 'inline') and 'url' not in source
               for source in module.get('sources', []))


def check_tool(module):
    """exits unless the SDK's own may take this module's place"""
    name = module['name']
    if module.get('cleanup') != ['*']:
        sys.exit(f'{name}: its files stay in the application; only a build tool can come from the SDK')
    for source in module['sources']:
        if not (re.fullmatch(r'[0-9a-f]{40}', source.get('commit', '')) or re.fullmatch(r'[0-9a-f]{64}', source.get('sha256', ''))):
            sys.exit(f'{name}: a source is not pinned by commit or checksum')
    wanted = next(source['tag'] for source in module['sources'] if 'tag' in source)
    try:
        have = subprocess.run([name, '--version'], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        sys.exit(f'{name}: the SDK has no such program')
    if numbers(have) < numbers(wanted):
        sys.exit(f'{name}: the SDK has {have}, the manifest asks for {wanted}')
    print(f'{name} {have} is taken from the SDK; the manifest pins {wanted}')


def main():
    source, output = sys.argv[1:3]
    with open(source, encoding='utf-8') as file:
        manifest = json.load(file)
    for module in manifest['modules']:
        if not is_local(module):
            check_tool(module)
    manifest['modules'] = [module for module in manifest['modules'] if is_local(module)]
    with open(output, 'w', encoding='utf-8') as file:
        json.dump(manifest, file, indent=2)


if __name__ == '__main__':
    main()
