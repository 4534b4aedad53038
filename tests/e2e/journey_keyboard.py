#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job by keys alone, in Chinese: nothing is pressed, selected or written through AT-SPI, which only tells what
is on screen and where the focus is.

usage: journey_keyboard.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import gettext
import json
import os
import subprocess
import sys
import tempfile

from driver import Application, Missing, Tap, states, wait

octant, cli, locale_dir, pictures = sys.argv[1:5]
tr = gettext.translation('octant', locale_dir, ['zh_CN']).gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
home = tempfile.mkdtemp(prefix='octant-keyboard-')
data = os.path.join(home, 'data')
files = os.path.join(home, 'files')
os.makedirs(files)
evidence = os.path.join(files, 'duty-roster-2026.txt')
with open(evidence, 'w', encoding='utf-8') as file:
    file.write('值班表\n')

# A viewer of help that only writes down what it was asked for.
asked = os.path.join(home, 'asked-for')
share = os.path.join(home, 'share', 'applications')
os.makedirs(share)
viewer = os.path.join(home, 'viewer')
with open(viewer, 'w', encoding='utf-8') as file:
    file.write(f'#!/bin/sh\nprintf %s "$1" >"{asked}.new" && mv "{asked}.new" "{asked}"\n')
os.chmod(viewer, 0o755)
with open(os.path.join(share, 'viewer.desktop'), 'w', encoding='utf-8') as file:
    file.write(f'[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %u\nMimeType=x-scheme-handler/help;\n')
subprocess.run(['update-desktop-database', share], check=True)


def start():
    dirs = os.path.join(home, 'share') + ':' + os.environ.get('XDG_DATA_DIRS', '/usr/local/share:/usr/share')
    return Application(octant, data, 'zh_CN',
                       environment={'OCTANT_LOCALEDIR': locale_dir, 'XDG_DATA_DIRS': dirs, 'HOME': files}).start()


def focused(app):
    """What has the focus, as a screen reader says it."""
    return next((node for node in app.all() if 'focused' in states(node)), None)


def focus_is(app, what, test):
    def look():
        node = focused(app)
        return node if node is not None and test(node) else None
    try:
        return wait(f'the focus on {what}', look)
    except Missing as missing:
        node = focused(app)
        raise Missing(f'{missing}; it is on {node and (node.get_role_name(), node.get_name())}') from None


def tab_to(app, text, role=None, limit=60):
    """Presses Tab until the focus is on what bears this name; each step must have a focus to see."""
    seen = []
    for _ in range(limit):
        node = wait('a focus', lambda: focused(app))
        seen.append((node.get_role_name(), node.get_name()))
        if text in (node.get_name() or '') and role in (None, node.get_role_name()):
            return node
        app.keys('Tab')
        wait('the focus to move', lambda before=node: focused(app) not in (None, before))
    raise Missing(f'Tab never came to “{text}”: {seen}')


def shown_score(app):
    for node in app.all('label'):
        if node.get_description() == tr('Score') and node.get_name():
            return node.get_name()
    return None


def saved(app):
    app.find('label', tr('Saved'))


def selected_row(app):
    requirements = app.find('list', tr('Requirements'))
    return next((row for row in app.all('list item', under=requirements) if 'selected' in states(row)), None)


def stored(*arguments):
    out = subprocess.run([cli, '--data-dir', data, *arguments, '--json'], check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def answer(code):
    """The answers to one requirement, as the export of the command line has them."""
    exported_to = os.path.join(home, 'out.json')
    subprocess.run([cli, '--data-dir', data, 'export', '2026', '--format', 'json', '-o', exported_to], check=True)
    with open(exported_to, encoding='utf-8') as exported:
        return [one for one in json.load(exported)['answers'] if one['code'] == code]


def look_closer(kind, value, trace):
    """A picture of where a journey that fails came to."""
    subprocess.run(['import', '-window', 'root', os.path.join(pictures, 'keyboard-fault.png')], check=False)
    sys.__excepthook__(kind, value, trace)


sys.excepthook = look_closer

# 1. The first page: the sample by its mnemonic.
app = start()
app.find('button', tr('_Look Around with Sample Data').replace('_', ''))
app.keys('alt+l')
app.find(contains='远衡期货', patience=60)
saved(app)
tap.ok(True, 'the sample opens from the first page')

# 2. A sub-domain by its code.
app.keys('ctrl+shift+f')
focus_is(app, 'the search of the tree', lambda node: node.get_role_name() in ('text', 'entry'))
app.type('AP.02')
app.find('list item', contains='AP.02 ')
app.keys('Return')
before = wait('the score of the sub-domain', lambda: shown_score(app))
focus_is(app, 'the first requirement', lambda node: node.get_name().startswith('AP.02.'))
tap.ok(True, f'AP.02 opens by its code: {before}')

# 3. The next unanswered one: rate, undo, redo.
app.keys('ctrl+Down')
row = wait('a selected requirement', lambda: selected_row(app))
code = row.get_name().split()[0]
focus_is(app, 'the row', lambda node: code in node.get_name())
app.keys('4')
after = wait('another score', lambda: shown_score(app) not in (None, before) and shown_score(app))
app.keys('ctrl+z')
wait('the old score', lambda: shown_score(app) == before)
app.keys('ctrl+shift+z')
wait('the new score', lambda: shown_score(app) == after)
saved(app)
tap.ok(True, f'{code} rated by a key, undone and done again: {before} → {after}')

# 4. A note, and back to the list.
app.keys('n')
focus_is(app, 'the note', lambda node: node.get_role_name() == 'text')
app.type('checked with the duty roster')
app.keys('Escape')
focus_is(app, 'the row', lambda node: code in node.get_name())
saved(app)
tap.ok(True, 'a note, and Escape leads back to its requirement')

# 5. Evidence by the file dialog.
app.keys('e')
dialog = app.find(name=tr('Attach Evidence'))
wait('the file dialog', lambda: 'active' in states(dialog) or 'showing' in states(dialog))
app.keys('alt+Home')
app.find(contains='duty-roster-2026', under=dialog)
app.keys('alt+a')
app.back_to_window()
app.find(contains='duty-roster-2026')
saved(app)
tap.ok(True, 'evidence by the file dialog')

# 6. Help about this page.
app.keys('F1')
wait('the help', lambda: os.path.exists(asked))
with open(asked, encoding='utf-8') as file:
    tap.equal(file.read(), 'help:octant/rate', 'F1 opens the page about rating')

# 7. Why this level, from the overview.
app.keys('ctrl+1')
app.find(contains=tr('Capabilities'))
tab_to(app, tr('Why This Level?'))
app.picture(os.path.join(pictures, 'keyboard-1-focus.png'))
app.keys('Return')
app.find(contains=tr('How the Score Comes About'))
app.keys('Escape')
focus_is(app, 'the button again', lambda node: tr('Why This Level?') in node.get_name())
tap.ok(True, 'why this level, by Tab and Return, and the focus comes back')

# 8. The radar, axis by axis.
axis = tab_to(app, '攻击预防', role='list item').get_name()
app.keys('Right')
other = focus_is(app, 'another axis', lambda node: node.get_role_name() == 'list item' and node.get_name() != axis).get_name()
app.picture(os.path.join(pictures, 'keyboard-2-radar.png'))
tap.ok(other.startswith('安全加固'), 'the axes of the radar speak: ' + f'{axis} · {other}'.replace(chr(10), ', '))

# 9. The other places, the menu, the shortcuts.
for key, title in (('ctrl+2', 'Interviews'), ('ctrl+3', 'Evidence'), ('ctrl+4', 'History'), ('ctrl+5', 'Journal')):
    app.keys(key)
    app.find(role='label', name=tr(title))
tap.ok(True, 'the places of the sidebar by number')

# 10. A new assessment from this one.
app.keys('ctrl+n')
app.find(name=tr('New Assessment'))
tab_to(app, tr('Title'))
app.keys('ctrl+a')
app.type('2027')
app.keys('alt+r')
app.find(contains='2027', patience=60)
saved(app)
tap.ok(True, 'a new assessment from the last one')

# 11. Quit by keys; what is on disk.
app.keys('ctrl+q')
tap.equal(app.wait_end(), 0, 'Ctrl+Q ends the application')
kept = answer(code)
tap.equal([(one['rating'], one['note']) for one in kept], [('F', 'checked with the duty roster')], 'the answer is on disk')
tap.ok('2027' in [cycle['title'] for cycle in stored('cycle', 'list')], 'and so is the new assessment')
tap.done()
