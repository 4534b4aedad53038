#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop does to an application: it is started twice, told to end while it saves, and loses its display.  Nothing that
was answered may be lost, and the next start must be as usual.

usage: journey_safety.py OCTANT OCTANT_CLI LOCALE_DIR PICTURES
"""
import atexit
import gettext
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import GLib  # noqa: E402

from driver import Application, Tap, states, wait  # noqa: E402

octant, cli, locale_dir = sys.argv[1:4]
tr = gettext.translation('octant', locale_dir, ['zh_CN']).gettext
tap = Tap()
home = tempfile.mkdtemp(prefix='octant-safety-')
data = os.path.join(home, 'data')
SUBDOMAIN = 'AP.02'
CYCLE = '2026'
# Long enough that the signal surely comes while the answer is on its way to the disk.
SLOW_DISK = ('strace', '-D', '-f', '-qqq', '-o', os.path.join(home, 'strace.log'), '-e', 'trace=fsync,fdatasync',
             '-e', 'inject=fsync,fdatasync:delay_enter=2000000')


started = []


@atexit.register
def end_all():
    """A journey that failed half-way leaves nothing running: the test program waits for whoever holds its output."""
    for process in started:
        if process.poll() is None:
            process.kill()
            process.wait()


class Display:
    """A display of its own, to be taken away."""

    def __init__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(['Xvfb', '-displayfd', str(writing), '-screen', '0', '1280x800x24', '-nolisten', 'tcp',
                                        '-noreset'], pass_fds=[writing], stderr=subprocess.DEVNULL)
        started.append(self.server)
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self.name = ':' + numbers.readline().strip()

    def take_away(self):
        self.server.kill()
        self.server.wait()


def fresh(node):
    """The node without what was cached of it."""
    node.clear_cache_single()
    return node


class Wrapped(Application):
    """octant behind another program that keeps its process id, on any display."""

    def __init__(self, wrapper=(), display=None):
        super().__init__(octant, data, 'zh_CN')
        self.environment['OCTANT_LOCALEDIR'] = locale_dir
        self.display = display or os.environ['DISPLAY']
        self.saved = None
        self.environment['DISPLAY'] = self.display
        if wrapper:
            self.arguments = [*wrapper[1:], octant, '--data-dir', data]
            self.binary = wrapper[0]

    def start(self):
        if self.binary == octant:
            super().start()
            started.append(self.process)
            return self
        environment = dict(os.environ, LC_ALL=f'{self.language}.UTF-8', LANGUAGE=self.language, G_DEBUG='fatal-criticals',
                           GTK_A11Y='atspi', **self.environment)
        self.process = subprocess.Popen([self.binary, *self.arguments], env=environment)
        started.append(self.process)
        self.root = wait('the application on the accessibility bus', self._find_root)
        return self

    def keys(self, *names):
        subprocess.run(['xdotool', 'key', '--delay', '20', *names], check=True, env=dict(os.environ, DISPLAY=self.display))

    def open_subdomain(self):
        self.find(contains='远衡期货', patience=60)
        self.action('show-node', GLib.Variant('s', SUBDOMAIN))
        return wait('the score of the sub-domain', self.score)

    def score_label(self):
        for node in self.all('label'):
            if node.get_description() == tr('Score') and node.get_name():
                return node
        return None

    def score(self):
        node = self.score_label()
        return node and node.get_name()

    def rate_next(self):
        """Rates the next unanswered requirement; its code, as soon as the window shows another score."""
        self.action('next-unanswered')
        rows = self.find('list', tr('Requirements'))
        row = wait('a selected requirement',
                   lambda: next((r for r in self.all('list item', under=rows) if 'selected' in states(r)), None))
        code = row.get_name().split()[0]
        # held, for a look that takes no time: whole trees are walked slowly on a busy machine
        score, self.saved = wait('the score', self.score_label), self.find('label', tr('Saved'))
        before = score.get_name()
        self.keys('4')
        wait('another score', lambda: fresh(score).get_name() not in ('', before))
        return code

    def shows_saved(self):
        return fresh(self.saved).get_name() == tr('Saved')


def command_line(*arguments):
    return subprocess.run([cli, '--data-dir', data, *arguments], check=True, stdout=subprocess.PIPE).stdout


def journal():
    """The journal, newest last: what was really written."""
    return json.loads(command_line('journal', CYCLE, '--json'))


def is_kept(code, entries_before):
    """Whether one entry was added to the journal, and it is about this requirement."""
    entries = journal()
    newest = max(entries, key=lambda entry: entry['seq'])
    return len(entries) == entries_before + 1 and code in json.dumps(newest, ensure_ascii=False)


def sound():
    return subprocess.run([cli, '--data-dir', data, 'check'], stdout=subprocess.DEVNULL).returncode == 0


def on_top():
    """The topmost window of the screen, by its title."""
    out = subprocess.run(['xwininfo', '-root', '-children'], check=True, stdout=subprocess.PIPE, text=True).stdout
    return next((line.split('"')[1] for line in out.splitlines() if '"' in line and '+' in line), None)


command_line('demo')

# 1. A second start shows the window of the first and ends; it opens neither another window nor other data.
app = Wrapped().start()
before = app.open_subdomain()
frames = len(list(app.all('frame')))
title = wait('the window on the screen', on_top)
cover = subprocess.Popen(['xev', '-geometry', '1280x800+0+0', '-name', 'cover'], stdout=subprocess.DEVNULL)
started.append(cover)
wait('another window before it', lambda: on_top() == 'cover')
other = os.path.join(home, 'other')
second = subprocess.run([octant, '--data-dir', other], env=dict(os.environ, **app.environment), timeout=60)
tap.equal(second.returncode, 0, 'a second start ends by itself')
tap.ok(wait('the window of the first before the other', lambda: on_top() == title), 'the window of the first comes to the front')
cover.kill()
cover.wait()
tap.equal(len(list(app.all('frame'))), frames, 'there is still one window')
tap.equal(app.score(), before, 'it stays on its page')
tap.ok(not os.path.exists(other), 'no other data directory is made')
tap.ok(app.process.poll() is None, 'the first goes on')
tap.equal(app.quit(), 0, 'and ends by itself when asked to')

# 2. Told to end while an answer is on its way to a slow disk: it is waited for.
if shutil.which(SLOW_DISK[0]) is None:
    raise SystemExit('strace is missing')
entries = len(journal())
app = Wrapped(wrapper=SLOW_DISK).start()
app.open_subdomain()
code = app.rate_next()
saved_at_once = app.shows_saved()
app.process.send_signal(signal.SIGTERM)
tap.ok(not saved_at_once, 'the answer was not on disk yet when the signal came')
tap.equal(app.wait_end(), 0, 'SIGTERM ends the application in order')
tap.ok(is_kept(code, entries), f'the answer to {code} is on disk')
tap.ok(sound(), 'and everything is sound')

# 3. The same with the signal of a terminal that is closed with Ctrl+C.
command_line('rate', CYCLE, code, '-')
entries = len(journal())
app = Wrapped(wrapper=SLOW_DISK).start()
app.open_subdomain()
code = app.rate_next()
app.process.send_signal(signal.SIGINT)
tap.equal(app.wait_end(), 0, 'SIGINT ends the application in order')
tap.ok(is_kept(code, entries), f'the answer to {code} is on disk')

# 4. The display goes away under the window, as when a session is torn down.
command_line('rate', CYCLE, code, '-')
entries = len(journal())
display = Display()
app = Wrapped(display=display.name).start()
app.open_subdomain()
code = app.rate_next()
app.find('label', tr('Saved'))
score = app.score()
display.take_away()
app.wait_end()
tap.ok(is_kept(code, entries), f'the display lost: the answer to {code} is on disk')
tap.ok(sound(), 'and everything is sound')

# 5. The next start finds all of it, without a question.
app = Wrapped().start()
tap.equal(app.open_subdomain(), score, 'the next start shows what was answered')
tap.ok(next(app.all('alert'), None) is None and next(app.all('dialog'), None) is None, 'and asks nothing')
tap.equal(app.quit(), 0, 'the application ends by itself')
shutil.rmtree(home)
tap.done()
