# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real application as a person and a screen reader do: AT-SPI, keys, window actions.

Every wait is for something that is seen, bounded in time; there is no sleep that hopes.
"""
import atexit
import os
import signal
import subprocess
import sys
import time
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter('ignore', DeprecationWarning)
APP_ID = os.environ.get('OCTANT_APP_ID', 'io.github.octantapp.Octant')
OBJECT_PATH = '/' + APP_ID.replace('.', '/')
PATIENCE = float(os.environ.get('OCTANT_E2E_PATIENCE', '20'))


class Missing(Exception):
    """Something that should be on screen is not."""


def wait(what, function, patience=None):
    """The first true value of function; errors count as not yet, since objects vanish while a tree changes."""
    end = time.monotonic() + (patience or PATIENCE)
    last = None
    while True:
        try:
            value = function()
            if value:
                return value
        except (GLib.Error, Missing, AttributeError, TypeError, IndexError, subprocess.CalledProcessError) as error:
            last = error
        if time.monotonic() > end:
            raise Missing(f'{what} did not come ({last!r})')
        # An event source would be finer; AT-SPI's cache makes its own events lag behind the state.
        GLib.MainContext.default().iteration(False)
        time.sleep(0.03)


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def is_showing(node):
    return 'showing' in states(node)


class Application:
    """One run of octant with its own data directory."""

    def __init__(self, binary, data_dir, language='zh_CN', arguments=(), environment=None):
        self.binary = binary
        self.data_dir = data_dir
        self.language = language
        self.arguments = list(arguments)
        self.environment = environment or {}
        self.process = None
        self.root = None

    def start(self):
        environment = dict(os.environ, LC_ALL=f'{self.language}.UTF-8', LANGUAGE=self.language,
                           G_DEBUG='fatal-criticals', GTK_A11Y='atspi', **self.environment)
        self.process = subprocess.Popen([self.binary, '--data-dir', self.data_dir] + self.arguments, env=environment)
        # A journey that fails must not leave a window behind that keeps the display and the bus.
        atexit.register(lambda process: process.poll() is None and process.kill(), self.process)
        self.root = wait('the application on the accessibility bus', self._find_root)
        return self

    def _find_root(self):
        if self.process.poll() is not None:
            raise SystemExit(f'octant ended with status {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    # --- looking

    def all(self, role=None, name=None, contains=None, under=None, showing=True):
        for node in walk(under or self.root):
            if role is not None and node.get_role_name() != role:
                continue
            if name is not None and node.get_name() != name:
                continue
            if contains is not None and contains not in (node.get_name() or ''):
                continue
            if showing and not is_showing(node):
                continue
            yield node

    def find(self, role=None, name=None, contains=None, under=None, showing=True, patience=None):
        return wait(f'{role or "anything"} “{name or contains or ""}”',
                    lambda: next(self.all(role, name, contains, under, showing), None), patience)

    def gone(self, role=None, name=None, contains=None):
        wait(f'the end of {role} “{name or contains}”', lambda: next(self.all(role, name, contains), None) is None)

    def names(self, role=None, under=None):
        return [node.get_name() for node in self.all(role, under=under)]

    def dump(self, out=sys.stderr, under=None):
        """The tree as a screen reader meets it: the first help when a journey fails."""
        def show(node, depth):
            if is_showing(node) or depth < 2:
                print('  ' * depth + f'{node.get_role_name()} “{node.get_name()}”', file=out)
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child is not None:
                    show(child, depth + 1)
        show(under or self.root, 0)

    # --- doing

    @staticmethod
    def press(node):
        for part in walk(node):
            if 'Action' not in part.get_interfaces():
                continue
            actions = [Atspi.Action.get_action_name(part, i) for i in range(Atspi.Action.get_n_actions(part))]
            for wanted in ('click', 'toggle', 'activate'):
                if wanted in actions:
                    Atspi.Action.do_action(part, actions.index(wanted))
                    return
        raise Missing(f'nothing to press in “{node.get_name()}”')

    @staticmethod
    def expand(row):
        """Opens a row of a tree."""
        for part in walk(row):
            if 'Action' not in part.get_interfaces():
                continue
            actions = [Atspi.Action.get_action_name(part, i) for i in range(Atspi.Action.get_n_actions(part))]
            if 'listitem.expand' in actions:
                Atspi.Action.do_action(part, actions.index('listitem.expand'))
                return
        raise Missing(f'nothing to expand in “{row.get_name()}”')

    @staticmethod
    def select(row):
        """Selects a row of a list."""
        if not Atspi.Selection.select_child(row.get_parent(), row.get_index_in_parent()):
            raise Missing(f'“{row.get_name()}” cannot be selected')

    @staticmethod
    def write(node, text):
        if not Atspi.EditableText.set_text_contents(node, text):
            raise Missing(f'“{node.get_name()}” takes no text')

    @staticmethod
    def keys(*names):
        subprocess.run(['xdotool', 'key', '--delay', '20', *names], check=True)

    @property
    def window(self):
        """The main window alone: a dialog that goes away must not be looked into."""
        return self.root.get_child_at_index(0)

    def save_as(self, title, path):
        """Answers a dialog that asks where to save."""
        dialog = self.find(name=title)
        self.write(self.find('text', under=dialog), path)
        self.keys('Return')
        self.back_to_window()

    def back_to_window(self):
        """Waits for the end of every other window, and does what a window manager does then: gives the keyboard back.

        Asked of the display: what looks through a window that is going away may make GTK stumble. A search that meets such a
        one fails, and says nothing.
        """
        def left():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)], check=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.split()
            return found if len(found) == 1 else None
        subprocess.run(['xdotool', 'windowfocus', *wait('the end of the dialog', left)], check=True)

    @staticmethod
    def type(text):
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def reach(self, node, patience=None):
        """Moves the keyboard from one control to the next until it is there."""
        def there():
            if 'focused' in states(node):
                return True
            self.keys('Tab')
            return False
        return wait(f'the keyboard at “{node.get_name()}”', there, patience)

    def choose(self, name, wanted):
        """Opens a list of choices by keys and takes one; returns what is read of it then."""
        button = self.find('toggle button', name)
        self.reach(button)
        self.keys('space')

        # A list that comes up may have the keyboard at its first row while another one is chosen; Return takes what is chosen, and
        # moving chooses. So one key at a time, each upon what is seen then.
        def at_wanted():
            rows = [node for node in walk(button.get_parent()) if node.get_role_name() == 'list item']
            names = [row.get_name() for row in rows]
            at = next((i for i, row in enumerate(rows) if 'focused' in states(row)), None)
            if at is None:
                return False
            if names[at] == wanted and 'selected' in states(rows[at]):
                return True
            self.keys('Up' if wanted in names[:at] or at == len(rows) - 1 else 'Down')
            return False

        wait(f'the keyboard at “{wanted}”', at_wanted)
        self.keys('Return')
        wait('the keyboard back at its button', lambda: 'focused' in states(button))
        return button.get_description()

    def action(self, name, parameter=None, window=True):
        """Activates a GAction as a menu item does; menu items themselves have no names for AT-SPI."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        value = [] if parameter is None else [parameter]
        bus.call_sync(APP_ID, OBJECT_PATH + ('/window/1' if window else ''), 'org.gtk.Actions', 'Activate',
                      GLib.Variant('(sava{sv})', (name, value, {})), None, Gio.DBusCallFlags.NONE, 10000)

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    # --- ending

    def quit(self):
        self.action('quit', window=False)
        return self.wait_end()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def wait_end(self):
        try:
            return self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Missing('octant did not end')


class Tap:
    """A journey's steps as TAP."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, condition, what):
        self.count += 1
        self.failed += not condition
        print(f'{"ok" if condition else "not ok"} {self.count} - {what}', flush=True)
        return bool(condition)

    def equal(self, seen, wanted, what):
        if not self.ok(seen == wanted, what):
            print(f'# seen {seen!r}, wanted {wanted!r}', flush=True)

    def done(self):
        print(f'1..{self.count}', flush=True)
        sys.exit(1 if self.failed else 0)
