#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says, in Chinese: every page and the dialogs are opened, and everything there that can be operated, is a
picture or is chosen from a list must have a name that is one: not empty, not that of an icon or a class, not English.

usage: journey_names.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import gettext
import os
import re
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from driver import Application, Tap, states, wait, walk  # noqa: E402

octant, cli, locale_dir, pictures = sys.argv[1:5]
translations = gettext.translation('octant', locale_dir, ['zh_CN'])
tr = translations.gettext
tap = Tap()
data = os.path.join(tempfile.mkdtemp(prefix='octant-names-'), 'data')
REQUIREMENT, SUBDOMAIN, OPTIONAL, NOT_ALWAYS = 'AP.02.1.H.01', 'AP.02', 'SH.02', 'SH.02.3.H.02'

# Roles that are heard by their name, whether or not the focus comes to them; so is all that takes the focus.
NAMED = {'button', 'check box', 'combo box', 'dialog', 'entry', 'image', 'level bar', 'link', 'list', 'list item', 'menu button',
         'page tab', 'progress bar', 'radio button', 'slider', 'spin button', 'switch', 'table', 'table row', 'text', 'toggle button',
         'tree', 'tree table'}
# What GTK and libadwaita put between a widget and its parts: only the widget is heard. GTK keeps the names of the items of its menus
# from AT-SPI.
BETWEEN = {'menu item', 'panel', 'scroll pane'}
# What stands in Latin letters in Chinese too: names, formats, keys; and whose map of techniques it is, which has to be said so.
LATIN = re.compile(r'Octant|MITRE ATT&CK.*|ATT&CK|WPDRRC|PDF|PNG|SVG|CSV|JSON|GPL|Ctrl|Shift|Alt|Enter|Esc\w*|Menu|Page (Up|Down)'
                   r'|Linux|/\S+|[0-9a-f]{32,}|sf-ccmm')
ENGLISH = re.compile(r'[A-Za-z][a-z]{2,}')
CHINESE = re.compile(r'[\u4e00-\u9fff]')
ICON = re.compile(r'^[a-z0-9]+(-[a-z0-9]+)+$|-symbolic\b')
MNEMONIC = re.compile(r'\(_\w\)|(^|\s)_\w')
CLASS = re.compile(r'\b(Gtk|Adw|Gdk|Octant)[A-Z]\w+')


def fault_of(name):
    """What is wrong with a name; None when nothing is."""
    bare = LATIN.sub('', name)
    if not name.strip():
        return 'no name'
    if ICON.search(name) and bare:
        return 'the name of an icon'
    if MNEMONIC.search(name):
        return 'with the mark of its mnemonic'
    if CLASS.search(name):
        return 'the name of a class'
    if ENGLISH.search(bare) and not CHINESE.search(bare):
        return 'English'
    return None


def is_part(node):
    """The list of a row that unfolds a choice, the lines of a table below its name, the rows of a group that needs no title."""
    above = [parent.get_role_name() for parent in parents(node, 4)]
    if node.get_role_name() == 'list':
        return 'combo box' in above or above[0] == 'tree table' or above[2] == 'grouping'
    return node.get_role_name() == 'list item' and 'combo box' in above


def parents(node, limit):
    for _ in range(limit):
        node = node.get_parent()
        if node is None:
            return
        yield node


def find_faults(top):
    """How much is heard, and what of it by no name that is one."""
    faults = []
    count = 0
    for node in walk(top):
        try:
            seen, role, name = states(node), node.get_role_name(), node.get_name() or ''
            if 'showing' not in seen:
                continue
            heard = role in NAMED or ('focusable' in seen and role not in BETWEEN)
            count += heard
            fault = fault_of(name) if name or (heard and not is_part(node)) else None
            if fault is not None:
                faults.append(f'{fault}: {role} “{name}” in ' + ' in '.join(
                    f'{parent.get_role_name()} “{parent.get_name()[:20]}”' for parent in parents(node, 4)))
        except GLib.Error:
            # gone meanwhile: what a row was recycled for is another one's
            continue
    return count, faults


def look(app, where, under=None, least=1):
    """Everything on screen, or in a dialog, has its name; rows that are filled a few at a time soon have theirs.

    A dialog is on screen before it is filled: @least is how much is heard in it when it is complete.
    """
    def filled():
        found = find_faults(under or app.root)
        return found if found[0] >= least else None

    count, faults = wait(f'{least} things that are heard in {where}', filled)
    for _ in range(5):
        if not faults:
            break
        count, faults = find_faults(under or app.root)
    tap.ok(not faults and count > 0, f'{where}: {count} things are heard, and by their names')
    for fault in faults[:12]:
        print('# ' + fault)


def plain(text):
    """A label as it is shown, without the mark of its mnemonic."""
    return tr(text).replace('_', '')


def string(text):
    return GLib.Variant('s', text)


def dialogs(node, depth=5):
    """Those that are open; they lie near the top, and a walk through all of the page takes its time."""
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None and child.get_role_name() == 'dialog' and 'showing' in states(child):
            yield child
        elif child is not None and depth > 1:
            yield from dialogs(child, depth - 1)


def dialog(app):
    return wait('a dialog', lambda: next(dialogs(app.root), None))


def close(app, above=None):
    """The dialog above the page, or @above another one; it hears keys from the moment on that it has the keyboard."""
    left = 0 if above is None else 1
    above = above or dialog(app)
    wait('the keyboard in the dialog', lambda: any('focused' in states(node) for node in walk(above)))
    app.keys('Escape')
    wait('the dialog to close', lambda: len(list(dialogs(app.root))) == left)


def look_at_dialog(app, where, least, action, parameter=None, window=True):
    app.action(action, parameter if parameter is None else string(parameter), window)
    look(app, where, dialog(app), least)
    close(app)


def look_at_popover(app, where, button, shown):
    """What a button lets come up over the page; @shown is something in it."""
    app.press(button)
    wait(where, shown)
    look(app, where)
    app.keys('Escape')


def hide_viewers_of_help(home):
    """As in a sandbox, where no viewer of the desktop sees the pages: the window shows them itself."""
    viewers = [viewer.get_id() for viewer in Gio.AppInfo.get_all_for_type('x-scheme-handler/help')]
    os.makedirs(home)
    with open(os.path.join(home, 'mimeapps.list'), 'w', encoding='utf-8') as file:
        file.write('[Removed Associations]\nx-scheme-handler/help=' + ''.join(viewer + ';' for viewer in viewers) + '\n')
    pages = os.path.join(home, 'help', 'zh_CN')
    os.makedirs(pages)
    os.symlink(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'help', 'zh_CN'),
               os.path.join(pages, 'octant'))
    return {'XDG_CONFIG_HOME': home, 'OCTANT_HELPDIR': os.path.dirname(pages)}


subprocess.run([cli, '--data-dir', data, 'demo'], check=True, stdout=subprocess.DEVNULL)
app = Application(octant, data, 'zh_CN', environment={
    'OCTANT_LOCALEDIR': locale_dir, **hide_viewers_of_help(os.path.join(os.path.dirname(data), 'config'))}).start()
app.find(contains='远衡期货')

for place, sign in (('overview', 'Capabilities'), ('interviews', 'Interviews'), ('evidence', 'Evidence'), ('history', 'Trend'),
                    ('journal', 'Journal'), ('attack', 'Technique, mitigation, sub-domain')):
    app.action('show-place', string(place))
    app.find(contains=tr(sign))
    look(app, place)

# what comes up over a page
app.action('show-place', string('overview'))
app.find(contains=tr('Capabilities'))
look_at_popover(app, 'assessments', app.find('toggle button', contains='远衡期货'), lambda: app.find('list item', '2025'))
look_at_popover(app, 'objects to choose from', app.find('toggle button', contains=tr('All Objects')),
                lambda: app.find(contains='核心交易系统'))
app.action('filter')
app.find('check box', tr('Unanswered'))
look(app, 'filter')
app.keys('Escape')
chart = app.find('toggle button', tr('Chart Menu'))
look_at_popover(app, 'menu of a chart', chart, lambda: app.find('menu item'))
app.press(chart)
app.find('menu item')
app.keys('t')
app.find('label', contains='攻击预防', under=dialog(app))
look(app, 'chart as a table', dialog(app), 15)
close(app)
app.action('help')
look(app, 'help', dialog(app), 3)
# first to the table of contents
app.keys('Escape')
close(app)

# what stands beside each other on the page of history
app.action('show-place', string('history'))
for view in (translations.pgettext('history', 'Years'), translations.pgettext('history', 'Compare'), tr('Changes')):
    app.press(app.find(name=view))
    wait('the view', lambda title=view: any({'checked', 'selected', 'pressed'} & states(tab) for tab in app.all(name=title)))
    look(app, f'history: {view}')

app.action('show-requirement', string(REQUIREMENT))
app.find('list', tr('Requirements'))
app.find(contains=tr('What to Check'))
look(app, 'sub-domain and details')
app.action('toggle-matrix')
app.find(contains=tr('Matrix'))
look(app, 'matrix')
app.action('toggle-matrix')
app.find('list', tr('Requirements'))
app.action('find-domain')
look(app, 'search of the tree')
app.keys('Escape')

for where, least, action, parameter in (
        ('search', 3, 'search', None), ('institutions', 8, 'institutions', None), ('new institution', 20, 'new-institution', None),
        ('new assessment', 25, 'new-assessment', None), ('properties', 20, 'assessment-properties', None),
        ('model', 21, 'model-information', None), ('history of an answer', 5, 'answer-history', None),
        ('why overall', 71, 'explain', 'overall'), ('why a domain', 14, 'explain', 'AP'), ('why a sub-domain', 5, 'explain', SUBDOMAIN),
        ('evidence behind ratings', 63, 'show-backing', None), ('targets', 40, 'set-targets', None),
        ('save a chart', 7, 'save-chart', 'radar'), ('confirm', 13, 'choose-confirm', SUBDOMAIN),
        ('several not applicable', 36, 'exclude-requirements', OPTIONAL), ('out of scope', 8, 'take-out-of-scope', SUBDOMAIN),
        ('not applicable', 7, 'show-exclusions', None), ('objects', 20, 'show-objects', None)):
    look_at_dialog(app, where, least, action, parameter)
for where, least in (('preferences', 13), ('shortcuts', 40), ('about', 8)):
    look_at_dialog(app, where, least, where, window=False)

app.action('show-objects')
app.press(app.find('button', contains=tr('Edit'), under=dialog(app)))
above = wait('the object above them', lambda: list(dialogs(app.root))[1])
look(app, 'an object', above, 12)
close(app, above)
close(app)
app.action('show-requirement', string(NOT_ALWAYS))
rows = app.find('list', tr('Requirements'))
wait('its row', lambda: any('selected' in states(row) and NOT_ALWAYS in row.get_name() for row in app.all('list item', under=rows)))
app.action('focus-list')
wait('the keyboard in the list', lambda: any('focused' in states(row) for row in walk(rows)))
app.keys('x')
look(app, 'not applicable, with a reason', dialog(app), 8)
close(app)

app.action('show-place', string('evidence'))
row = app.find('table row', contains='核心保护对象资产台账')
box = wait('a row', lambda: (lambda seen: seen if seen.width > 0 else None)(Atspi.Component.get_extents(row, Atspi.CoordType.WINDOW)))
subprocess.run(['xdotool', 'mousemove', str(box.x + 60), str(box.y + box.height // 2), 'click', '--repeat', '2', '--delay', '60', '1'],
               check=True)
look(app, 'a piece of evidence', dialog(app), 37)
close(app)
app.press(app.find('button', plain('_Attach to Requirements…')))
look(app, 'requirements to attach to', dialog(app), 11)
close(app)
app.press(app.find('button', plain('_Verify All…')))
look(app, 'verify', dialog(app), 2)
close(app)
app.action('show-place', string('interviews'))
app.keys('alt+n')
look(app, 'new interview', dialog(app), 12)
close(app)
app.kill()

# nothing stored yet
app = Application(octant, os.path.join(data, '..', 'empty'), 'zh_CN', environment={'OCTANT_LOCALEDIR': locale_dir}).start()
app.find('button', plain('_Look Around with Sample Data'))
app.action('new-assessment')
look(app, 'first assessment', dialog(app), 17)
app.kill()
tap.done()
