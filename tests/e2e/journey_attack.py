#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The techniques of ATT&CK by keyboard: the map from the overview, filtered by score and domain and searched; what covers a
technique and how strongly, as the command line says; from there to the sub-domain; the layer for the Navigator by its dialog,
checked against its format.

usage: journey_attack.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import fractions
import gettext
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import gi
import jsonschema

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402,F401

from driver import Application, Tap, states, wait  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
schema = json.loads((Path(__file__).parents[1] / 'data/navigator/layer-4.5.schema.json').read_text())
translation = gettext.translation('octant', locale_dir, ['zh_CN'])
tr = translation.gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
home = tempfile.mkdtemp(prefix='octant-attack-')
data = os.path.join(home, 'data')
layer_path = os.path.join(home, 'layer.json')
TECHNIQUE = 'T1190'


def run(*arguments):
    return subprocess.run([cli, '--data-dir', data, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def two_decimals(fraction):
    """As the window writes it: half up."""
    return f'{int(fractions.Fraction(fraction) * 100 + fractions.Fraction(1, 2)) / 100:.2f}'


def percent(fraction):
    return f'{int(fractions.Fraction(fraction) * 1000 + fractions.Fraction(1, 2)) / 10:.1f}'


def open_map():
    """As the overview offers it."""
    app.keys('ctrl+1')
    app.reach(app.find('list item', tr('ATT&CK Techniques'), showing=False))
    app.keys('Return')


def counted(n):
    """Waits until the page says that so many techniques match."""
    pattern = tr('%u of %u techniques').replace('%u', '{}').format(n, len(techniques))
    return app.find('label', pattern)


def cells():
    return [node.get_name().split()[0] for node in app.all('list item') if re.match(r'T\d{4}', node.get_name() or '')]


def rows(title):
    return [row for row in app.all('list item', under=app.find('list', tr(title)), showing=False) if row.get_name()]


run('demo')
techniques = json.loads(run('attack', '2026', '--json'))['techniques']
model = json.loads(run('model', 'show', 'sf-ccmm', '--json'))
names = {unit['code']: unit['name']['zh'] for unit in model['subdomains']}
app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='远衡期货', patience=60)

# 1. From the overview to the map.
open_map()
entry = app.find('entry', tr('Technique, mitigation, sub-domain'))
wait('the map', lambda: len(cells()) > 50)
tap.ok(all(any(t['id'] == cell.rstrip('：:') for t in techniques) for cell in cells()), 'the map shows techniques')
app.picture(os.path.join(pictures, 'journey-attack-1-map.png'))

# 2. Filtered by score, by domain, and searched; each says how many match.
bare = sum(t['s'] is None for t in techniques)
app.choose(tr('Score'), tr('Without a Score'))
counted(bare)
band = tr('%u to below %u').replace('%u', '{}').format(2, 3)
tap.equal(app.choose(tr('Score'), band), band, 'a band of scores is chosen and read')
counted(sum(t['s'] is not None and 2 <= fractions.Fraction(t['s']) < 3 for t in techniques))
app.choose(tr('Score'), tr('Any Score'))
app.choose(tr('Covered by domain'), next(domain['name']['zh'] for domain in model['domains'] if domain['code'] == 'DT'))
covered = sum(any(part['code'].startswith('DT.') and part['applicable'] for part in t['covered_by']) for t in techniques)
counted(covered)
tap.ok(0 < covered < len(techniques), f'{covered} techniques are covered by one domain')
app.choose(tr('Covered by domain'), tr('All Domains'))
app.reach(entry)
app.type(TECHNIQUE)
counted(1)
wait('its cell alone', lambda: {cell.rstrip('：:') for cell in cells()} == {TECHNIQUE})
tap.ok(True, 'a technique is found by its number')

# 3. What covers it, and how strongly.
app.reach(app.find('list item', contains=TECHNIQUE))
app.keys('Return')
wanted = next(t for t in techniques if t['id'] == TECHNIQUE)
parts = {part['code']: part for part in wanted['covered_by']}
app.find('heading', contains='Exploit Public-Facing Application')
app.find('label', f'{two_decimals(wanted["s"])} – {two_decimals(wanted["s_hi"])}')
shown = wait('what covers it', lambda: rows('Covered By'))
app.picture(os.path.join(pictures, 'journey-attack-2-technique.png'))
tap.equal({row.get_name() for row in shown}, {f'{code} {names[code]}' for code in parts}, 'each sub-domain that covers it is there')
seen = {row.get_name().split()[0]: [node.get_name() for node in app.all('label', under=row, showing=False)] for row in shown}
tap.ok(all(two_decimals(parts[code]['s']) in texts[-1] and f'{percent(parts[code]["weight"])}%' in texts[1].replace(' ', '')
           for code, texts in seen.items() if parts[code]['applicable']), 'with its score and its share')
tap.ok(all(tr('Not applicable') in texts[1] for code, texts in seen.items() if not parts[code]['applicable']),
       'and what is out of scope is said to be')
scores = [float(texts[-1].split()[0]) for code, texts in seen.items() if parts[code]['applicable']]
tap.equal(scores, sorted(scores), f'the weakest comes first: {scores[:3]}')

# 4. From there to the requirements of the weakest.
weakest = shown[0].get_name().split()[0]
app.reach(shown[0])
app.keys('Return')
wait('its requirements', lambda: any(row.get_name().startswith(weakest)
                                     for row in app.all('list item', under=app.find('list', tr('Requirements')))))
tap.ok(True, f'the weakest leads to its requirements: {weakest}')

# 5. The layer, from the menu of the map.
open_map()
menu = app.find('toggle button', tr('Export'))
app.reach(menu)
app.keys('space')
wait('the menu', lambda: 'focused' not in states(menu))
app.keys('Down', 'Down', 'Down', 'Return')
app.save_as(tr('Export Navigator Layer'), layer_path)
app.find(contains=tr('Saved as %s').replace('%s', 'layer.json'), under=app.window)
app.picture(os.path.join(pictures, 'journey-attack-3-exported.png'))
with open(layer_path, encoding='utf-8') as file:
    layer = json.load(file)
jsonschema.Draft202012Validator(schema).validate(layer)
tap.equal(layer['versions'], {'attack': '18.1', 'navigator': '4.9.0', 'layer': '4.5'}, 'the layer follows its format')
tap.equal({entry['techniqueID']: entry.get('score') for entry in layer['techniques']},
          {t['id']: None if t['s'] is None else float(two_decimals(t['s'])) for t in techniques}, 'and has each score')
tap.ok('远衡期货' not in json.dumps(layer, ensure_ascii=False), 'and does not say whose it is')
tap.equal(app.quit(), 0, 'the application ends by itself')
tap.done()
