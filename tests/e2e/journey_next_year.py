#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year's assessment from this year's answers: a new cycle by its dialog, one sub-domain answered to its end by keys alone,
a note, and an answer that does not apply with reason and approver; all of it is there for the command line afterwards.

usage: journey_next_year.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import csv
import gettext
import json
import os
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
data = os.path.join(tempfile.mkdtemp(prefix='octant-year-'), 'data')
SUBDOMAIN = 'SH.02'
MAY_NOT_APPLY = 'SH.02.3.H.02'


def stored(*arguments):
    out = subprocess.run([cli, '--data-dir', data, *arguments, '--json'], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def plain(text):
    """A label as it is shown, without the mark of its mnemonic."""
    return tr(text).replace('_', '')


def entry(app, name):
    """The text that is edited in the row of that title."""
    row = app.find(contains=tr(name))
    return next(node for node in app.all(under=row, showing=False) if 'EditableText' in node.get_interfaces())


def selected(app):
    """The selected row of the requirements; the list is looked up once, since a walk over the whole window is slow."""
    if selected.list is None or 'showing' not in states(selected.list):
        selected.list = app.find('list', tr('Requirements'))
    for i in range(selected.list.get_child_count()):
        row = selected.list.get_child_at_index(i)
        if row is not None and 'selected' in states(row):
            return row
    return None


selected.list = None


def shown_score(app):
    return next((node.get_name() for node in app.all('label') if node.get_description() == tr('Score')), None)


subprocess.run([cli, '--data-dir', data, 'demo'], check=True, stdout=subprocess.DEVNULL)
app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='远衡期货')

# 1. The new cycle, from last year's answers.
app.action('new-assessment')
app.write(entry(app, 'Title'), '2027')
app.picture(os.path.join(pictures, 'journey-new-assessment.png'))
app.press(app.find('button', plain('C_reate')))
app.find(contains='2027', role='label')
app.action('show-node', GLib.Variant('s', SUBDOMAIN))
before = wait('the score', lambda: shown_score(app))
tap.ok(before.startswith('0.00'), f'nothing that is carried over counts before it is confirmed: {before}')

# 2. The whole sub-domain by keys: confirm, and change every third.
keys = ['c', 'c', '4', 'c', '3', 'c']
answered = []


def item_of(row):
    """Code and object, as the row's name begins."""
    return row.get_name().split(',')[0]


app.action('focus-list')
row = wait('the first requirement', lambda: selected(app))
while item_of(row).startswith(SUBDOMAIN) and item_of(row) not in answered and len(answered) < 60:
    answered.append(item_of(row))
    app.keys(keys[len(answered) % len(keys)])
    wait(f'the answer to {answered[-1]}', lambda: tr('carried over, to confirm') not in selected(app).get_name())
    app.keys('ctrl+Down')
    row = wait('the next open question', lambda: selected(app) and item_of(selected(app)) != answered[-1] and selected(app))
app.action('show-node', GLib.Variant('s', SUBDOMAIN))
done = wait('a score without an interval', lambda: shown_score(app) and '–' not in shown_score(app) and shown_score(app))
tap.ok(len(answered) >= 14, f'{len(answered)} answers were given by keys alone, now the score is {done}')
app.picture(os.path.join(pictures, 'journey-sub-domain-done.png'))

# 3. Not applicable: refused with the assessor as approver, accepted with another.
app.action('show-requirement', GLib.Variant('s', MAY_NOT_APPLY))
wait('the requirement', lambda: selected(app) and MAY_NOT_APPLY in selected(app).get_name())
app.action('focus-list')
app.keys('x')
app.write(entry(app, 'Reason'), '本机构不设该岗位，由集团统一承担')
app.write(entry(app, 'Approved by'), '集团信息安全委员会')
app.picture(os.path.join(pictures, 'journey-not-applicable.png'))
app.press(app.find('button', plain('_Apply')))
wait('not applicable', lambda: tr('Not applicable') in selected(app).get_name())
tap.ok(True, 'the requirement does not apply, with reason and approver')

# 4. A note, typed in the pane.
app.action('focus-list')
app.keys('n')
app.type('Reviewed with the network team')
app.action('show-place', GLib.Variant('s', 'overview'))
app.find('label', tr('Saved'))
app.picture(os.path.join(pictures, 'journey-next-year.png'))
tap.equal(app.quit(), 0, 'the application ends by itself')

# 5. The same from outside.
node = next(n for n in stored('score', '2027')['subdomains'] if n['code'] == SUBDOMAIN)
tap.equal(node['coverage']['answered'], node['coverage']['applicable'], 'every requirement of the sub-domain is answered')
tap.equal(node['carried_over'], 0, 'none is left to confirm')
export = os.path.join(os.path.dirname(data), '2027.csv')
subprocess.run([cli, '--data-dir', data, 'export', '2027', '--format', 'csv', '-o', export], check=True,
               stdout=subprocess.DEVNULL)
with open(export, encoding='utf-8-sig', newline='') as file:
    line = next(row for row in csv.DictReader(file) if row['code'] == MAY_NOT_APPLY)
tap.equal((line['rating'], line['approver'], line['note']),
          ('NA', '集团信息安全委员会', 'Reviewed with the network team'), 'rating, approver and note are in the export')
items = stored('compare', '2026', '2027')['items']
tap.ok(any(item['code'] == MAY_NOT_APPLY for item in items), 'and in the comparison of the two years')
check = subprocess.run([cli, '--data-dir', data, 'check'], stdout=subprocess.DEVNULL, check=False)
tap.equal(check.returncode, 0, 'database, evidence and journal are sound')
tap.done()
