#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Six protected objects: answers of one of them by keys in its rows and in the matrix, copied to the others and taken back;
the pages switched to the scores of one object, which are those of the command line.

usage: journey_objects.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import gettext
import json
import os
import re
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import GLib  # noqa: E402

from driver import Application, Tap, states, wait  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
tr = gettext.translation('octant', locale_dir, ['zh_CN']).gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
data = os.path.join(tempfile.mkdtemp(prefix='octant-objects-'), 'data')
SUBDOMAIN = 'SH.05'
CODE = SUBDOMAIN + '.1.P.01'


def run(*arguments):
    return subprocess.run([cli, '--data-dir', data, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def shown_score(app):
    """The first score of the page; in the tree before it stand none."""
    return next((name for name in app.names('label') if re.match(r'\d\.\d\d', name or '')), None)


def selected(app):
    rows = app.find('list', tr('Requirements'))
    for i in range(rows.get_child_count()):
        row = rows.get_child_at_index(i)
        if row is not None and 'selected' in states(row):
            return row
    return None


def answered(app, number):
    """Waits for that many answers in the count below the tree."""
    app.find('label', contains=(tr('%u of %u answered') % (number, 0)).removesuffix('0'))


def is_selected(app, thing):
    """Over the cells stands every name once; the pane of details names the one that is selected."""
    return len(list(app.all('label', thing['name']))) > 1


run('demo')
org = json.loads(run('org', 'list', '--json'))[0]['id']
kind = json.loads(run('object', 'list', org, '--json'))[0]['kind']
for name in ('行情_系统', '风控系统'):
    run('object', 'add', org, name, '--kind', kind, '--level', '3')
objects = json.loads(run('object', 'list', org, '--json'))
tap.equal(len(objects), 6, 'six objects are registered')
run('cycle', 'new', '2027', '--org', org, '--from', '2026', *sum((['--object', o['id']] for o in objects), []))
last = objects[-1]
listing = run('cycle', 'list', '--json')

app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='2027', role='label')

# 1. One object alone: its row stands for the requirement, and takes the rating.
app.action('show-scores-of', GLib.Variant('s', last['id']))
app.find('label', contains=tr('Scores of %s') % last['name'])
app.action('show-requirement', GLib.Variant('s', CODE))
wait('its row', lambda: CODE in selected(app).get_name() and last['name'] in selected(app).get_name())
app.action('focus-list')
app.keys('4')
wait('the rating', lambda: tr('Fully achieved') in selected(app).get_name())
app.picture(os.path.join(pictures, 'journey-objects-one.png'))
tap.ok(True, 'the row of one object is rated by a key')

# 2. The matrix, by keys; it is of all objects.
app.action('toggle-matrix')
wait('the cell of that object', lambda: is_selected(app, last))
app.keys('Left')
wait('the cell beside it', lambda: is_selected(app, objects[-2]))
app.keys('3')
answered(app, 2)
app.picture(os.path.join(pictures, 'journey-objects-matrix.png'))
app.action('copy-to-objects')
answered(app, 6)
app.keys('ctrl+z')
answered(app, 2)
tap.ok(True, 'copied to five others in one act, and taken back in one')

# 3. The pages of the year before, for two objects.
seen = {}
year = next(c['id'] for c in json.loads(listing) if c['title'] == '2026')
app.action('open-cycle', GLib.Variant('s', year))
app.find(contains='2026', role='label')
# From its top, where the score stands.
app.action('toggle-matrix')
app.action('show-node', GLib.Variant('s', 'SH.06'))
app.action('show-node', GLib.Variant('s', SUBDOMAIN))
wait('the score of all', lambda: shown_score(app))
for thing in objects[:2]:
    app.action('show-scores-of', GLib.Variant('s', thing['id']))
    app.find('label', contains=tr('Scores of %s') % thing['name'])
    seen[thing['id']] = wait('the score', lambda: shown_score(app) not in (None, *seen.values()) and shown_score(app))
app.action('show-place', GLib.Variant('s', 'overview'))
app.find('label', contains=tr('Capabilities'))
app.picture(os.path.join(pictures, 'journey-objects-overview.png'))
app.action('show-scores-of', GLib.Variant('s', ''))
app.gone('label', contains=tr('Scores of %s') % objects[1]['name'])
app.find('label', tr('Saved'))
tap.equal(app.quit(), 0, 'the application ends by itself')

# 4. The same from outside.
for thing in objects[:2]:
    node = next(n for n in json.loads(run('score', '2026', '--object', thing['id'], '--json'))['subdomains'] if n['code'] == SUBDOMAIN)
    tap.ok(seen[thing['id']].startswith(node['s_text']),
           f'{thing["name"]}: {seen[thing["id"]]} on screen, {node["s_text"]} by the command line')
check = subprocess.run([cli, '--data-dir', data, 'check'], stdout=subprocess.DEVNULL, check=False)
tap.equal(check.returncode, 0, 'database, evidence and journal are sound')
tap.done()
