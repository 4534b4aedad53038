#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of evidence through the real window, in Chinese: files dropped at once, one dated anew until it is flagged, two
dragged by way of the tree onto a requirement, a PDF file leafed through, a file altered on the disk found, all of it undone.

usage: journey_evidence.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import gettext
import hashlib
import os
import stat
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from driver import Application, Tap, states, wait  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'pdf'))
import pdf_files  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
has_pdf = os.path.exists(os.path.join(os.environ['OCTANT_LIBEXECDIR'], 'octant-pdf-page'))
translations = gettext.translation('octant', locale_dir, ['zh_CN'])
tr = translations.gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
home = tempfile.mkdtemp(prefix='octant-evidence-')
data = os.path.join(home, 'data')
PDF, TEXT, TABLE = '旅途 年度渗透测试报告 含复测结论与整改跟踪 第二版.pdf', '旅途 值班记录.txt', '旅途 边界策略.csv'
DOMAIN, SUBDOMAIN = 'SH', 'SH.01'


def write(name, content):
    path = os.path.join(home, name)
    with open(path, 'wb') as file:
        file.write(content)
    return path


def xdotool(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, stdout=subprocess.PIPE, text=True, timeout=20).stdout.split()


def centre(node):
    """Where a widget is on the display: the window lies in its corner."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    if box.width <= 0 or box.height <= 0:
        raise TypeError('not laid out yet')
    return round(box.x + min(box.width / 2, 120)), round(box.y + box.height / 2)


def move(source, target, steps=20):
    """By small steps, as a hand does: a drag begins only after the pointer has moved while pressed."""
    for step in range(1, steps + 1):
        xdotool('mousemove', *(round(a + (b - a) * step / steps) for a, b in zip(source, target)), 'sleep', '0.02')


def row(app, name, role='table row'):
    """The row of a piece of evidence; its name begins with the title."""
    return app.find(role, contains=name)


def label(app, text):
    return app.find('label', tr(text))


def details(app, name):
    """Opens what there is to know of a piece, with the pointer."""
    xdotool('mousemove', *centre(row(app, name)), 'click', '--repeat', 2, '--delay', 60, 1)
    return app.find('dialog')


paths = [write(PDF, pdf_files.sound(3)), write(TEXT, '值班：甲、乙\n'.encode()), write(TABLE, '源,目的\n甲,乙\n'.encode())]
subprocess.run([cli, '--data-dir', data, 'demo'], check=True, stdout=subprocess.DEVNULL)
app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='远衡期货')
app.action('show-place', GLib.Variant('s', 'evidence'))
wait('rows', lambda: len(app.names('table row')) > 9)

# 1. Three files of another application at once.
# pylint: disable-next=consider-using-with
source = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), 'drag_source.py'), *paths])
try:
    window = wait('the other window', lambda: xdotool('search', '--onlyvisible', '--name', '^Drag source$'))[0]
    xdotool('windowmove', window, 60, 640, 'windowraise', window, 'mousemove', 140, 680, 'mousedown', 1)
    move((140, 680), (800, 400))
    xdotool('sleep', '0.2', 'mouseup', 1)
    app.find('label', contains=translations.ngettext('%u file added', '%u files added', 3) % 3)
finally:
    source.terminate()
    source.wait()
tap.ok(True, 'three files are dropped at once')

# 2. Looked for by a word that only they have.
search = wait('the search', lambda: next(node for node in app.all() if 'editable' in states(node) and 'EditableText' in node.get_interfaces()))
app.write(search, '旅途')
wait('three rows', lambda: sum('旅途' in name for name in app.names('table row')) == 3)
app.picture(os.path.join(pictures, 'journey-evidence-1-library.png'))
tap.ok(True, 'a search leaves the three')

# 3. One is dated anew, and flagged.
dialog = details(app, TEXT)


def entry(name):
    """One that is written in; the dates come when the dialog is on screen."""
    return wait(name, lambda: next((node for node in app.all(under=dialog) if 'EditableText' in node.get_interfaces()
                                    and 'editable' in states(node) and tr(name) in (node.get_name() or '')), None))


dated = entry('Collected On')
app.picture(os.path.join(pictures, 'journey-evidence-2-details.png'))
app.write(dated, '1999-01-01')
app.write(entry('Source'), '运行维护部')
app.press(app.find('button', tr('_Save').replace('_', ''), under=dialog))
stale = gettext.translation('octant', locale_dir, ['zh_CN']).pgettext('evidence', 'Stale')
wait('the flag', lambda: any(TEXT in name and stale in name for name in app.names('table row')))
tap.ok(True, 'what is too old is flagged at once')

# 4. Two of them reused: held over the tree, which unfolds and opens, and let go on a requirement.
xdotool('mousemove', *centre(row(app, TEXT)), 'click', 1, 'keydown', 'ctrl', 'mousemove', *centre(row(app, PDF)), 'click', 1,
        'keyup', 'ctrl')
app.find('label', contains=translations.ngettext('%u selected', '%u selected', 2) % 2)
app.picture(os.path.join(pictures, 'journey-evidence-3-selection.png'))
start = centre(row(app, PDF))
xdotool('mousemove', *start, 'mousedown', 1)
domain = centre(app.find('list item', contains=DOMAIN + ' '))
move(start, domain)
subdomain = centre(app.find('list item', contains=SUBDOMAIN + ' '))
move(domain, subdomain, 5)
requirements = app.find('list', tr('Requirements'))
target = wait('a requirement', lambda: [r for r in app.all('list item', under=requirements) if r.get_name().startswith(SUBDOMAIN)][0])
code = target.get_name().split()[0]
place = subdomain
# The list grows while it is shown, and a row may still move.
while place != centre(target):
    move(place, centre(target))
    place = centre(target)
    xdotool('sleep', '0.3')
app.picture(os.path.join(pictures, 'journey-evidence-4-drag.png'))
xdotool('mouseup', 1)
app.find('label', contains=translations.ngettext('%u piece of evidence attached to %s', '%u pieces of evidence attached to %s', 2)
         % (2, code))
wait('both in the pane', lambda: {PDF, TEXT} <= set(app.names('label')))
tap.ok(True, f'two pieces dragged by way of the tree are attached to {code}')
app.picture(os.path.join(pictures, 'journey-evidence-5-attached.png'))

# 5. The pages of a PDF file.
app.action('show-place', GLib.Variant('s', 'evidence'))
if has_pdf:
    dialog = details(app, PDF)
    app.find('label', tr('%u of %u') % (1, 3), under=dialog)
    app.press(app.find('button', tr('Next Page'), under=dialog))
    app.find('label', tr('%u of %u') % (2, 3), under=dialog)
    app.picture(os.path.join(pictures, 'journey-evidence-6-pdf.png'))
    app.press(app.find('button', tr('_Cancel').replace('_', ''), under=dialog))
    app.gone('dialog')
    tap.ok(True, 'the second page of a PDF file is shown')

# 6. A stored file altered behind the application's back is found, and its row leads to it.
content = open(paths[1], 'rb').read()
digest = hashlib.sha256(content).hexdigest()
stored = os.path.join(data, 'evidence', digest[:2], digest)
os.chmod(stored, stat.S_IRUSR | stat.S_IWUSR)
with open(stored, 'wb') as file:
    file.write(content.replace('甲'.encode(), '丙'.encode()))
app.press(app.find('button', tr('_Verify All…').replace('_', '')))
faults = app.find('list', tr('Faults'))
fault = wait('the fault', lambda: next(app.all('list item', under=faults)))
tap.ok(TEXT in fault.get_name(), 'the altered file is named')
app.picture(os.path.join(pictures, 'journey-evidence-7-faults.png'))
xdotool('mousemove', *centre(fault), 'click', 1)
wait('what is known of it', lambda: any(node.get_name() == tr('Source') for node in app.all('text')))
app.keys('Escape')
wait('the end of it', lambda: not any(node.get_name() == tr('Source') for node in app.all('text')))
app.keys('Escape')
app.gone('list', tr('Faults'))
with open(stored, 'wb') as file:
    file.write(content)
tap.ok(True, 'its row leads to the piece')

# 7. Taken from the requirement again, and back by undo.
app.action('show-requirement', GLib.Variant('s', code))
app.find('label', code)
line = wait('the row of a file', lambda: next(r for r in app.all('list item') if any(app.all('label', TEXT, under=r))
                                              and any(app.all('button', tr('Remove from This Requirement'), under=r))))
app.press(app.find('button', tr('Remove from This Requirement'), under=line))
wait('one less', lambda: TEXT not in app.names('label'))
app.action('undo')
wait('both again', lambda: {PDF, TEXT} <= set(app.names('label')))
label(app, 'Saved')
tap.equal(app.quit(), 0, 'one is detached, undo brings it back, and the application ends by itself')
out = subprocess.run([cli, '--data-dir', data, 'evidence', 'list', '2026', code], check=True, stdout=subprocess.PIPE, text=True).stdout
tap.ok(PDF in out and TEXT in out, 'the command line lists both')
out = subprocess.run([cli, '--data-dir', data, 'check'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
tap.equal(out.returncode, 0, 'database, evidence and journal are sound')
tap.done()
