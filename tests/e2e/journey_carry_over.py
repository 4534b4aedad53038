#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was carried over from last year: filtered, confirmed one by one, as a selection and as a sub-domain, changed, taken back;
the official score and the claimed one on the way; at last several requirements that do not apply, as one act.

usage: journey_carry_over.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
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

from driver import Application, Missing, Tap, states, wait  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
translations = gettext.translation('octant', locale_dir, ['zh_CN'])
tr = translations.gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
data = os.path.join(tempfile.mkdtemp(prefix='octant-carry-'), 'data')
SUBDOMAIN = 'SH.02'


def stored(*arguments):
    out = subprocess.run([cli, '--data-dir', data, *arguments, '--json'], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def node_of(title):
    return next(n for n in stored('score', title)['subdomains'] if n['code'] == SUBDOMAIN)


def plain(text):
    """A label as it is shown, without the mark of its mnemonic."""
    return tr(text).replace('_', '')


def pattern(text):
    """A message with numbers as an expression that catches them."""
    return re.compile(re.sub('%[ud]', r'(\\d+)', re.escape(text)))


def entry(app, name):
    """The text that is edited in the row of that title."""
    return wait(f'the entry “{tr(name)}”', lambda: next(
        node for row in app.all(name=tr(name)) for node in app.all(under=row, showing=False)
        if 'EditableText' in node.get_interfaces()))


def number(app, role, text):
    """The first number in the message, None while it is not on screen."""
    return next((int(found.group(1)) for found in map(pattern(tr(text)).match, app.names(role)) if found), None)


def to_confirm(app):
    """Answers of the sub-domain on screen that wait, as its button says."""
    return number(app, 'button', 'Confirm All Here (%u)')


def shown_score(app):
    return next((node.get_name() for node in app.all('label') if node.get_description() == tr('Score')), None)


def rows(app):
    listed = app.find('list', tr('Requirements'))
    return [row for row in map(listed.get_child_at_index, range(listed.get_child_count())) if row is not None]


def selected(app):
    return next((row for row in rows(app) if 'selected' in states(row)), None)


def tick(app, box):
    """By keys, as a box to tick has no action for AT-SPI."""
    for _ in range(12):
        try:
            wait('the focus', lambda: 'focused' in states(box), 0.4)
            app.keys('space')
            return
        except Missing:
            app.keys('Tab')
    raise Missing(f'“{box.get_name()}” cannot be reached by Tab')


def show_subdomain(app):
    """From its top, where the scores stand."""
    app.action('show-node', GLib.Variant('s', 'SH.03'))
    app.action('show-node', GLib.Variant('s', SUBDOMAIN))


subprocess.run([cli, '--data-dir', data, 'demo'], check=True, stdout=subprocess.DEVNULL)
last_year = node_of('2026')
app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='远衡期货')

# 1. A new cycle: nothing counts yet, and what it would bring is said beside the score.
app.action('new-assessment')
app.write(entry(app, 'Title'), '2027')
app.press(app.find('button', plain('C_reate')))
app.find(contains='2027', role='label')
app.action('show-node', GLib.Variant('s', SUBDOMAIN))
carried = wait('the answers to confirm', lambda: to_confirm(app))
before = wait('the score', lambda: shown_score(app))
tap.ok(before.startswith('0.00'), f'{carried} answers wait, and the official score begins at nothing: {before}')
tap.ok(any(last_year['s_text'] in name for name in app.names('label')), f'the claimed one is last year\'s {last_year["s_text"]}')
app.picture(os.path.join(pictures, 'journey-carried-over.png'))

# 2. The filter, and one by one.
app.action('filter')
tick(app, app.find('check box', tr('To confirm')))
app.keys('Escape')
listed = wait('the filter', lambda: number(app, 'label', 'Filtered: %u of %u requirements match'))
app.action('focus-list')
wait('the selected row', lambda: selected(app))
app.keys('c')
wait('one less', lambda: to_confirm(app) == carried - 1)
wait('its row to go', lambda: number(app, 'label', 'Filtered: %u of %u requirements match') == listed - 1)
app.picture(os.path.join(pictures, 'journey-to-confirm.png'))
app.keys('ctrl+z')
wait('it to wait again', lambda: to_confirm(app) == carried)
tap.equal(wait('the filter to follow', lambda: number(app, 'label', 'Filtered: %u of %u requirements match')), listed,
          'confirmed by a key, gone from what is to be confirmed, and back by undo')
app.action('clear-filter')

# 3. The sub-domain as one act, and taken back.
show_subdomain(app)
app.press(wait('the button', lambda: next(node for node in app.all('button') if pattern(tr('Confirm All Here (%u)')).match(node.get_name()))))
wait('none to be left', lambda: to_confirm(app) is None)
whole = wait('last year\'s score', lambda: last_year['s_text'] in shown_score(app) and shown_score(app))
app.keys('ctrl+z')
wait('all to wait again', lambda: to_confirm(app) == carried)
app.gone('button', plain('_Undo'))
tap.ok(True, f'confirmed as a whole the official score is {whole}; taken back, no toast offers that again')

# 4. A selection: all but one.
app.action('choose-confirm', GLib.Variant('s', SUBDOMAIN))
app.find('list', tr('Answers carried over'))
app.keys('ctrl+a')
ticked = [node for node in app.all('check box', under=app.find('list', tr('Answers carried over')))]
tap.equal(len(ticked), carried, 'every answer that was carried over can be chosen')
tick(app, ticked[0])
app.picture(os.path.join(pictures, 'journey-choose-confirm.png'))
app.press(wait('the button', lambda: next(node for node in app.all('button') if str(carried - 1) in node.get_name() and
                                         pattern(plain('_Confirm Selected (%u)')).match(node.get_name()))))
wait('one to be left', lambda: to_confirm(app) == 1)
tap.ok(True, 'the chosen ones are confirmed as one act')

# 5. That one is changed, which confirms it as well.
show_subdomain(app)
app.action('focus-list')
wait('the first row', lambda: SUBDOMAIN in selected(app).get_name())
if tr('carried over, to confirm') not in selected(app).get_name():
    app.action('next-unanswered')
wait('the row that waits', lambda: tr('carried over, to confirm') in selected(app).get_name())
app.keys('1')
wait('none to be left', lambda: to_confirm(app) is None)
changed = wait('the official score', lambda: shown_score(app))
tap.ok('–' not in changed, f'nothing waits any more, the official score is {changed}')
app.picture(os.path.join(pictures, 'journey-carry-over-done.png'))

# 6. Several requirements that do not apply, with one reason; those that apply to everybody cannot be chosen.
app.action('show-node', GLib.Variant('s', 'SH.10'))
app.action('focus-list')
wait('its first row', lambda: 'SH.10' in selected(app).get_name())
app.keys('shift+x')
app.write(entry(app, 'Reason'), '本机构无此业务，由集团统一承担')
app.write(entry(app, 'Approved by'), '集团信息安全委员会')
tick(app, next(app.all('check box')))
app.picture(os.path.join(pictures, 'journey-several-not-applicable.png'))
button = wait('the button', lambda: next(node for node in app.all('button') if pattern(plain('_Apply (%u)')).match(node.get_name())))
excluded = int(pattern(plain('_Apply (%u)')).match(button.get_name()).group(1))
app.press(button)
app.find(contains=translations.ngettext('%u requirement is not applicable', '%u requirements are not applicable', excluded) % excluded)
app.find('label', tr('Saved'))
tap.equal(app.quit(), 0, 'the application ends by itself')

# 7. The same from outside.
node = node_of('2027')
tap.equal(node['carried_over'], 0, 'none is left to confirm')
entries = stored('journal', '2027')
tap.equal(sum(act['kind'] == 'not-applicable' for act in entries), 1, 'one act made several requirements NA')
check = subprocess.run([cli, '--data-dir', data, 'check'], stdout=subprocess.DEVNULL, check=False)
tap.equal(check.returncode, 0, 'database, evidence and journal are sound')
tap.done()
