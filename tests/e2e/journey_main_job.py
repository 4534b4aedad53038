#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the real window, in Chinese: start with the sample, open a sub-domain, rate with keys, see the score
change, attach a file by the file dialog, quit, start again, find it kept, compare two years.

usage: journey_main_job.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import gettext
import json
import os
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from driver import Application, Tap, states, wait  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
tr = gettext.translation('octant', locale_dir, ['zh_CN']).gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
home = tempfile.mkdtemp(prefix='octant-journey-')
data = os.path.join(home, 'data')
evidence = os.path.join(home, '威胁情报订阅合同 2026.txt')
with open(evidence, 'w', encoding='utf-8') as file:
    file.write('订阅范围：行业情报、漏洞预警\n有效期：2026-01-01 至 2026-12-31\n')

SUBDOMAIN = 'AP.02'


def start():
    return Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()


def label(app, text):
    return app.find('label', tr(text))


def shown_score(app):
    """What the page says, as text: the label that screen readers hear as the score."""
    for node in app.all('label'):
        if node.get_description() == tr('Score') and node.get_name():
            return node.get_name()
    return None


def rows(app):
    return [row for row in app.all('list item', under=app.find('list', tr('Requirements')))]


def stored(*arguments):
    """What the command line reads from the same data directory once the window is closed."""
    out = subprocess.run([cli, '--data-dir', data, *arguments, '--json'], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def choose_file(app, path):
    dialog = app.find(name=tr('Attach Evidence'))
    wait('the focus of the file dialog', lambda: 'active' in states(dialog) or 'showing' in states(dialog))
    app.keys('slash')
    entry = app.find('text', under=dialog)
    app.write(entry, path)
    app.keys('Return')


# 1. An empty data directory: the first page, and the sample from its button.
app = start()
app.press(app.find('button', tr('_Look Around with Sample Data').replace('_', '')))
app.find(contains='远衡期货', patience=60)
tap.ok(True, 'the sample institution opens from the first page')
app.picture(os.path.join(pictures, 'journey-1-overview.png'))

# 2. Open a sub-domain from the tree and rate its first unanswered requirement with a key.
app.expand(app.find('list item', contains=SUBDOMAIN.split('.')[0] + ' '))
app.select(app.find('list item', contains=SUBDOMAIN + ' '))
before = wait('the score of the sub-domain', lambda: shown_score(app))
tap.ok('…' in before or '–' in before, f'the score of {SUBDOMAIN} is an interval while answers are missing: {before}')
app.action('next-unanswered')
selected = wait('a selected requirement', lambda: next((r for r in rows(app) if 'selected' in states(r)), None))
code = selected.get_name().split()[0]
tap.ok(code.startswith(SUBDOMAIN), f'the next one to answer is selected: {code}')
app.keys('4')
after = wait('another score', lambda: shown_score(app) not in (None, before) and shown_score(app))
tap.ok(after != before, f'rating by key moves the score: {before} → {after}')
label(app, 'Saved')
tap.ok(True, 'the window says that it is saved')

# 3. Undo and redo by keys.
app.keys('ctrl+z')
wait('the old score', lambda: shown_score(app) == before)
app.keys('ctrl+shift+z')
wait('the new score', lambda: shown_score(app) == after)
tap.ok(True, 'undo and redo move the score back and forth')

# 4. Attach a file by the dialog, from the keyboard.
app.keys('e')
choose_file(app, evidence)
app.find(contains='威胁情报订阅合同 2026')
label(app, 'Saved')
tap.ok(True, 'the file is attached and shown in the pane')
app.picture(os.path.join(pictures, 'journey-2-sub-domain.png'))

# 5. Quit, and look at what is on disk with another program.
tap.equal(app.quit(), 0, 'the application ends by itself')
cycle = stored('cycle', 'show', '2026')
score = next(node for node in stored('score', '2026')['subdomains'] if node['code'] == SUBDOMAIN)
tap.ok(score['s_text'] in after, f'the command line reads the same score: {score["s_text"]}')
files = subprocess.run([cli, '--data-dir', data, 'evidence', 'list', '2026', code], check=True, stdout=subprocess.PIPE,
                       text=True).stdout
tap.ok('威胁情报订阅合同 2026' in files, 'and the same evidence')

# 6. Start again: all is kept.
app = start()
app.find(contains='远衡期货', patience=60)
app.action('show-node', GLib.Variant('s', SUBDOMAIN))
tap.equal(wait('the score', lambda: shown_score(app)), after, 'the score is kept')

# 7. Compare two years on the history page.
app.action('show-place', GLib.Variant('s', 'history'))
for year in ('2024', '2025', '2026'):
    app.find(contains=year)
app.find(name=tr('Changes'))
app.picture(os.path.join(pictures, 'journey-3-history.png'))
app.press(app.find(name=tr('Changes')))
changes = wait('the list of changes', lambda: [n for n in app.names('list item', under=app.find('list', tr('Changes'))) if n])
tap.ok(len(changes) > 0, f'the comparison lists changes: {changes[0]}')
app.picture(os.path.join(pictures, 'journey-4-changes.png'))

# 8. Killed at once after an answer: what was said to be saved is there.
app.action('show-node', GLib.Variant('s', SUBDOMAIN))
wait('the score', lambda: shown_score(app))
app.action('next-unanswered')
again = wait('a selected requirement', lambda: next((r for r in rows(app) if 'selected' in states(r)), None)).get_name().split()[0]
app.keys('3')
wait('another score', lambda: shown_score(app) != after)
label(app, 'Saved')
final = shown_score(app)
app.kill()
score = next(node for node in stored('score', '2026')['subdomains'] if node['code'] == SUBDOMAIN)
tap.ok(score['s_text'] in final, f'killed after saved: {again} is kept ({final})')
tap.done()
