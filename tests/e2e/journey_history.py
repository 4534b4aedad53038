#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed over the years, by keyboard: the slider goes back through them, any two are compared, as scored and like for
like; the change of the score is read part by part and adds up; the list of changes is filtered, ordered, searched and exported,
and says what the command line says.

usage: journey_history.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import csv
import fractions
import gettext
import json
import os
import re
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from driver import Application, Tap, states, wait  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
translation = gettext.translation('octant', locale_dir, ['zh_CN'])
tr = translation.gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
home = tempfile.mkdtemp(prefix='octant-history-')
data = os.path.join(home, 'data')
exported = os.path.join(home, 'changes.csv')


def run(*arguments):
    return subprocess.run([cli, '--data-dir', data, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def two_decimals(fraction):
    """As the window writes it: half up."""
    return f'{int(fractions.Fraction(fraction) * 100 + fractions.Fraction(1, 2)) / 100:.2f}'


def number(text):
    """A change as it is written on screen, in thousandths."""
    return round(float(text.replace('−', '-').replace('±', '')) * 1000)


def tab(name):
    app.press(app.find('page tab', translation.pgettext('history', name) if name in ('Years', 'Compare') else tr(name)))


def labels_of(row):
    return [node.get_name() for node in app.all('label', under=row, showing=False) if node.get_name()]


def overall(nodes):
    return next(node for node in nodes if node['code'] == 'overall')


def thousandths(fraction):
    value = fractions.Fraction(fraction)
    size = int(abs(value) * 1000 + fractions.Fraction(1, 2))
    return size if value >= 0 else -size


def step(name):
    """How far apart both ratings of a row stand: "…, P → F. …"."""
    before, after = re.search(r'([NPLF]) → ([NPLF])', name).groups()
    return abs('NPLF'.index(before) - 'NPLF'.index(after))


def step_of(item):
    return abs('NPLF'.index(item['rating_a']) - 'NPLF'.index(item['rating_b']))


def changes():
    return [row for row in app.all('list item', under=app.find('list', tr('Changes'))) if row.get_name()]


def counted():
    """What the page says that there are."""
    unit = translation.ngettext('%u change', '%u changes', 2).replace('%u', '').strip()
    return int(app.find('label', contains=unit).get_name().split()[0])


run('demo')
# What the command line says, before the window keeps the data for itself.
told = json.loads(run('compare', '2024', '2026', '--like-for-like', '--json'))
app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='远衡期货', patience=60)
app.action('show-place', GLib.Variant('s', 'history'))

# 1. The slider, by keys: head and radar follow.
tab('Years')
slider = app.find('slider', tr('Assessment'))
app.reach(slider)
for year, key in (('2025', 'Left'), ('2024', 'Left'), ('2025', 'Right'), ('2024', 'Home')):
    app.keys(key)
    app.find('label', year)
    # An axis says its score, then those of the other years: each of them but the one that is shown.
    wait(f'{year} in the radar', lambda: [f'\n{other}：' in name for other in ('2024', '2025', '2026')
                                         for name in app.names('list item', under=app.find('list', tr('Scores by domain')))[:1]]
         == [other != year for other in ('2024', '2025', '2026')])
tap.ok(Atspi.Value.get_current_value(slider) == 0, 'the slider goes through the years by keys')
app.picture(os.path.join(pictures, 'journey-history-1-years.png'))

# 2. Any two are chosen by keys, and read.
tab('Compare')
tap.equal(app.choose(tr('Earlier assessment'), '2024'), '2024', 'the earlier one is chosen and read')
tap.equal(app.find('toggle button', tr('Later assessment')).get_description(), '2026', 'the later one is the open one')
scored, alike = overall(told['nodes']), overall(told['nodes_like_for_like'])
for name, node in (('As Scored', scored), ('Like for Like', alike)):
    row = wait(name, lambda: next((r for r in app.all('list item', tr(name)) if two_decimals(node['s_a']) in labels_of(r)), None))
    tap.ok(two_decimals(node['s_b']) in labels_of(row), f'{name}: the scores of the command line')

# 3. Why: the parts add up to the whole, in both readings.
for name, wanted in (('as scored', told['attribution']), ('like for like', told['attribution_like_for_like'])):
    if name == 'like for like':
        app.reach(app.find('check box', tr('Like for Like')))
        app.keys('space')
    parts = sorted((part['total'] for part in wanted['subdomains']), key=lambda t: -abs(fractions.Fraction(t)))
    tap.equal(sum(map(fractions.Fraction, parts)), fractions.Fraction(wanted['total']), f'{name}: exactly, on the command line')
    whole = wait('the change of the whole', lambda: next(
        (row for row in app.all('list item', tr('Sum: Change of the Overall Score'), showing=False)
         if number(labels_of(row)[-1]) == thousandths(wanted['total'])), None))
    rows = [whole.get_parent().get_child_at_index(i) for i in range(whole.get_parent().get_child_count())]
    shown = [number(labels_of(row)[-1]) for row in rows]
    tap.equal(shown[:8], [thousandths(part) for part in parts[:8]], f'{name}: the largest parts are on screen, in order')
    # Each is rounded by itself: by half a thousandth at most.
    tap.ok(abs(sum(shown[:-1]) - shown[-1]) <= (len(shown) + 1) / 2, f'{name}: what is on screen adds up: {shown}')
app.picture(os.path.join(pictures, 'journey-history-2-comparison.png'))

# 4. The list of changes: filtered, ordered and searched by keys.
app.reach(app.find('check box', tr('Like for Like')))
app.keys('space')
tab('Changes')
items = told['items']
tap.equal(app.choose(tr('Kind of change'), tr('Improved')), tr('Improved'), 'a kind is chosen and read')
improved = [item for item in items if item['kind'] == 'improved']
wait('all that improved', lambda: counted() == len(improved))
wait('their rows', lambda: all(tr('Improved') in row.get_name() for row in changes()))
tap.ok(len(changes()) > 0, f'{len(improved)} improved, and nothing else')
tap.equal(app.choose(tr('Order'), tr('By Step')), tr('By Step'), 'an order is chosen and read')
longest = max(step_of(item) for item in improved)
steps = wait('the rows', lambda: [step(row.get_name()) for row in changes()][0] == longest
             and [step(row.get_name()) for row in changes()])
tap.equal(steps, sorted(steps, reverse=True), f'the longest steps come first: {steps[:5]}')
search = app.find('entry', tr('Search changes'))
app.reach(search)
app.type('SH.05')
found = sum('SH.05' in item['code'] for item in improved)
wait('what was searched for', lambda: counted() == found)
wait('their rows', lambda: all(row.get_name().startswith('SH.05') for row in changes()))
tap.ok(found > 0, f'{found} are found by their code')
app.picture(os.path.join(pictures, 'journey-history-3-changes.png'))
tap.equal(app.choose(tr('Kind of change'), tr('Targets')), tr('Targets'), 'targets are a kind of their own')
app.reach(search)
app.keys('ctrl+a', 'BackSpace')
wait('the targets', lambda: counted() == len(told['targets']))
tap.ok(wait('a new target', lambda: any(tr('Target set') in row.get_name() and '– → 3' in row.get_name() for row in changes())), 'a new target is in the list')

# 5. Exported by the dialog for files: the whole of the comparison, whatever is filtered.
app.press(app.find('button', tr('Save Changes…')))
# A name without an ending gets the right one.
app.save_as(tr('Save Changes'), exported.removesuffix('.csv'))
app.find(contains=tr('Saved as %s').replace('%s', 'changes.csv'), under=app.window)
with open(exported, encoding='utf-8-sig', newline='') as file:
    rows = list(csv.DictReader(file))
kinds = {}
for row in rows:
    kinds.setdefault(row['type'], []).append(row)
tap.equal(len(kinds['target']), len(told['targets']), 'the file has the targets')
tap.equal([row['code'] for row in kinds['item'] if row['kind'] == 'improved'], [item['code'] for item in improved],
          'and all that improved')
tap.equal(fractions.Fraction(next(row for row in kinds['node'] if row['code'] == 'overall')['delta_exact']),
          fractions.Fraction(scored['delta']), 'and the exact change of the score')

# 6. From the list to the requirement.
app.choose(tr('Kind of change'), tr('Improved'))
row = wait('a change', changes)[0]
code = row.get_name().split()[0].rstrip('.')
app.reach(row)
app.keys('Return')
wait('its requirement', lambda: next((r for r in app.all('list item') if 'selected' in states(r)
                                      and r.get_name().startswith(code)), None))
tap.ok(True, f'a change leads to its requirement: {code}')
tap.equal(app.quit(), 0, 'the application ends by itself')
tap.done()
