#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews by keyboard alone: a new one, questions answered with ratings and minutes, words that are still being typed when
the process is killed, going on where it stopped; another role says something else, both stand side by side until it is
settled; minutes are kept as evidence, and found by what was said.

usage: journey_interviews.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
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
data = os.path.join(tempfile.mkdtemp(prefix='octant-interviews-'), 'data')
# Typed with keys that every keyboard has.
WORDS = 'drill held in may'
LAST_WORDS = 'the night shift decides alone'
OTHER_WORDS = 'forgot where it hangs'


def run(*arguments):
    return subprocess.run([cli, '--data-dir', data, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def exported():
    path = os.path.join(os.path.dirname(data), 'cycle.json')
    run('export', '2026', '--format', 'json', '-o', path)
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def start():
    app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
    app.find(contains='远衡期货', patience=60)
    app.action('show-place', GLib.Variant('s', 'interviews'))
    app.find('list', tr('Interviews'))
    return app


def minutes(app):
    """The text that minutes are typed into, once it has the keyboard."""
    return wait('the minutes with the keyboard',
                lambda: next((n for n in app.all('text', tr('Minutes')) if 'focused' in states(n)), None))


def typed(app):
    node = minutes(app)
    return Atspi.Text.get_text(node, 0, -1)


def code(app):
    """The code of the question at hand: code, aspect, level and sub-domain stand in one line."""
    return wait('a question', lambda: next((n for n in app.names('label') if n.count(' · ') == 3), None)).split(' · ')[0]


def answered(app, n):
    """The button of the sub-domains says how many are answered."""
    app.find('toggle button', contains=tr('%u answered').replace('%u', str(n)))


def add(app, person, role):
    """A new interview: all by keys."""
    app.find('list', tr('Interviews'))
    app.gone('text', tr('Minutes'))
    app.keys('alt+n')
    dialog = app.find(name=tr('New Interview'))
    row = app.find(contains=tr('Person'), under=dialog)
    wait('the name with the keyboard', lambda: any('focused' in states(n) for n in app.all(under=row, showing=False)))
    app.type(person)
    if role > 0:
        app.keys('Tab', 'space')
        app.find('list item', contains=roles[role])
        app.keys(*['Down'] * role, 'Return')
        # The list of roles is gone: a key would go to it else.
        wait('the role with the keyboard', lambda: any('focused' in states(n) and tr('Role') in (n.get_name() or '')
                                                       for n in app.all(under=dialog)))
    app.keys('alt+s')
    return app.find('list item', contains=person)


def hold(app, person):
    """Opens the interview with the key that opens a row."""
    row = app.find('list item', contains=person)
    wait('the keyboard in the list', lambda: 'focused' in states(row) or app.keys('Tab'))
    app.keys('Return')
    minutes(app)


def go_to(app, wanted):
    for _ in range(80):
        if code(app) == wanted:
            return
        before = code(app)
        app.keys('Page_Down')
        wait('the next question', lambda: code(app) != before or typed(app) == '')
    raise SystemExit(f'{wanted} is not asked')


# 1. The sample, and a question that two roles are asked.
run('demo')
model = json.loads(run('model', 'show', 'sf-ccmm', '--json'))
roles = [role['name']['zh'] for role in model['roles']]
both = {model['roles'][0]['id'], model['roles'][4]['id']}
shared = sorted(r['code'] for r in model['requirements'] if both <= set(r['roles']) and r['scope'] == 'org')[0]
app = start()
add(app, 'Xu', 0)
tap.ok(True, 'a new interview is made by keys')

# 2. Rate and write down, and be killed while words are still being typed.
hold(app, 'Xu')
go_to(app, shared)
app.type(WORDS)
app.keys('alt+4')
answered(app, 1)
app.picture(os.path.join(pictures, 'journey-interview-1.png'))
app.keys('Page_Down')
second = wait('another question', lambda: code(app) != shared and code(app))
app.type(LAST_WORDS)
answered(app, 2)
app.find('label', tr('Saved'))
app.kill()
said = {(s['code'], s['rating'], s['minutes']) for s in exported()['said']}
tap.ok((shared, 'F', WORDS) in said, 'rating and minutes are kept')
tap.ok((second, None, LAST_WORDS) in said, 'killed while typing: the words are kept')

# 3. Another day: it goes on behind the last answer.
app = start()
hold(app, 'Xu')
wait('a question that is not answered', lambda: typed(app) == '' and code(app) not in (shared,))
app.keys('Page_Up')
wait('the last question', lambda: typed(app) == LAST_WORDS)
tap.ok(True, 'the interview goes on where it stopped')
app.keys('Escape')

# 4. Another role says something else: both stand side by side until it is settled.
add(app, 'Gao', 4)
hold(app, 'Gao')
go_to(app, shared)
app.type(OTHER_WORDS)
app.keys('alt+2')
app.find('label', contains=WORDS)
tap.ok(True, 'what the other said stands beside the question')
app.keys('Escape')
tab = next(n for n in app.all(contains=tr('Unsettled')) if 'Action' in n.get_interfaces() or n.get_role_name() == 'radio button')
app.press(tab)
row = app.find('list item', contains=shared)
tap.ok(all(next(app.all('label', contains=words, under=row), None) for words in (WORDS, OTHER_WORDS)),
       'both stand side by side')
app.picture(os.path.join(pictures, 'journey-interview-2.png'))
app.press(next(app.all('button', contains='L', under=row)))
app.gone('list item', contains=shared)
tap.ok(True, 'settled, it is gone from the list')

# 5. Found by what was said; the result leads to the question.
app.keys('ctrl+f')
app.find(name=tr('Find'))
app.type('forgot where')
app.find('list item', contains=OTHER_WORDS)
app.picture(os.path.join(pictures, 'journey-interview-3.png'))
app.keys('Return')
wait('the question that was found', lambda: code(app) == shared and typed(app) == OTHER_WORDS)
tap.ok(True, 'the minutes are found and lead to their question')

# 6. Kept as evidence.
app.press(app.find('button', tr('Keep Minutes as Evidence')))
app.find(contains=tr('Minutes kept as evidence'))
app.find('label', tr('Saved'))
tap.equal(app.quit(), 0, 'the application ends by itself')
out = exported()
person = next(i['id'] for i in out['interviews'] if i['person'] == 'Gao')
answer = next(a for a in out['answers'] if a['code'] == shared)
tap.equal(answer['rating'], 'L', 'the assessor\'s decision counts')
tap.ok(person in answer['evidence'], 'and the minutes are its evidence')
tap.ok(any(s['code'] == shared for s in out['settlements']), 'the settlement is exported')
tap.done()
