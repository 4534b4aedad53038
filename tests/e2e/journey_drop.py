#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two files dragged with the pointer from another application's window onto the pane of a requirement; removed with undo.

usage: journey_drop.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import gettext
import os
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import GLib  # noqa: E402

from driver import Application, Tap, wait  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
tr = gettext.translation('octant', locale_dir, ['zh_CN']).gettext
tap = Tap()
os.makedirs(pictures, exist_ok=True)
home = tempfile.mkdtemp(prefix='octant-drop-')
data = os.path.join(home, 'data')
paths = [os.path.join(home, name) for name in ('边界策略复核 第三季度.csv', '=cmd 公式开头的名称.txt')]
for path in paths:
    with open(path, 'w', encoding='utf-8') as file:
        file.write(f'{path}\n')
CODE = 'SH.01.3.H.01'


def xdotool(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, stdout=subprocess.PIPE, text=True, timeout=20).stdout.split()


def drag(source, target):
    """By small steps, as a hand does: a drag begins only after the pointer has moved while pressed."""
    xdotool('mousemove', *source, 'mousedown', 1)
    for step in range(1, 21):
        xdotool('mousemove', *(round(a + (b - a) * step / 20) for a, b in zip(source, target)), 'sleep', '0.02')
    xdotool('sleep', '0.2', 'mouseup', 1)


def titles(app):
    return [name for name in app.names('label') if name in ('边界策略复核 第三季度.csv', '=cmd 公式开头的名称.txt')]


subprocess.run([cli, '--data-dir', data, 'demo'], check=True, stdout=subprocess.DEVNULL)
app = Application(octant, data, 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find(contains='远衡期货')
app.action('show-requirement', GLib.Variant('s', CODE))
app.find('label', CODE)
# pylint: disable-next=consider-using-with
source = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), 'drag_source.py'), *paths])
try:
    window = wait('the other window', lambda: xdotool('search', '--onlyvisible', '--name', '^Drag source$'))[0]
    xdotool('windowmove', window, 400, 600, 'windowraise', window)
    drag((480, 640), (1100, 500))
    seen = wait('both files in the pane', lambda: len(set(titles(app))) == 2 and sorted(set(titles(app))))
finally:
    app.picture(os.path.join(pictures, 'journey-drop.png'))
    source.terminate()
    source.wait()
tap.equal(seen, sorted(os.path.basename(path) for path in paths), 'both dropped files are attached')
app.find('label', tr('Saved'))

title = os.path.basename(paths[0])
row = wait('the row of a file', lambda: next(r for r in app.all('list item') if any(app.all('label', title, under=r))))
app.press(app.find('button', tr('Remove from This Requirement'), under=row))
wait('one file less', lambda: len(set(titles(app))) == 1)
app.action('undo')
wait('both again', lambda: len(set(titles(app))) == 2)
tap.ok(True, 'one is removed, and undo brings it back')
app.find('label', tr('Saved'))
tap.equal(app.quit(), 0, 'the application ends by itself')
out = subprocess.run([cli, '--data-dir', data, 'evidence', 'list', '2026', CODE], check=True, stdout=subprocess.PIPE,
                     text=True).stdout
tap.ok(all(os.path.basename(path) in out for path in paths), 'the command line lists both')
out = subprocess.run([cli, '--data-dir', data, 'check'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
tap.equal(out.returncode, 0, 'database, evidence and journal are sound')
tap.done()
