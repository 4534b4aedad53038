#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pictures.py --bin DIR --output DIR [--quick]: opens the application on the sample institution and saves a picture of each
main page, in both languages, light and dark, wide and narrow.

It runs on a private display (see with-display).  The pages are reached by the window's own actions over the session bus, and a
picture is taken when two looks at the screen in a row are equal, so that no time is guessed."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

WIDE = (1280, 800)
# A phone's 360 × 720 and the frame of 5 pixels that GTK draws where nothing composites.
NARROW = (370, 730)
START_LIMIT = 30
SETTLE_LIMIT = 10


@dataclass
class Look:
    name: str
    language: str
    scheme: str = 'prefer-light'
    size: tuple = WIDE


LOOKS = [
    Look('zh', 'zh_CN'),
    Look('en', 'en_US'),
    Look('zh-dark', 'zh_CN', scheme='prefer-dark'),
    Look('zh-narrow', 'zh_CN', size=NARROW),
]

# file name → the actions that lead there: (action, parameter)
PAGES = [
    ('overview', [('win.show-place', 'overview')]),
    ('sub-domain', [('win.show-node', 'AP.01')]),
    ('history', [('win.show-place', 'history')]),
    ('attack', [('win.show-place', 'attack')]),
    ('new-assessment', [('win.show-place', 'overview'), ('win.new-assessment', None)]),
]
# what a new user sees: nothing stored yet
FIRST_RUN = [('first-run', [])]


class Application:
    """One running application, reached over the session bus."""

    def __init__(self, program, app_id, environment):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.app_id = app_id
        self.path = '/' + app_id.replace('.', '/')
        self.process = subprocess.Popen([program], env=environment)  # pylint: disable=consider-using-with
        self.window = self.wait_for_window()

    def call(self, path, method, arguments, reply=None):
        return self.bus.call_sync(self.app_id, path, 'org.gtk.Actions', method, arguments,
                                  GLib.VariantType(reply) if reply else None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None)

    def actions(self, path):
        return self.call(path, 'DescribeAll', None, '(a{s(bgav)})').unpack()[0]

    def wait_for_window(self):
        """the path of the first window; windows are numbered from 1"""
        end = time.monotonic() + START_LIMIT
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f'the application ended at once with status {self.process.returncode}')
            for number in range(1, 4):
                try:
                    if self.actions(f'{self.path}/window/{number}'):
                        return f'{self.path}/window/{number}'
                except GLib.Error:
                    pass
            time.sleep(0.05)
        raise RuntimeError('the application shows no window')

    def activate(self, action, parameter):
        scope, name = action.split('.', 1)
        path = self.window if scope == 'win' else self.path
        # what is about an assessment can be done once one is open
        end = time.monotonic() + START_LIMIT
        enabled, signature, _ = self.actions(path)[name]
        while not enabled:
            if time.monotonic() > end:
                raise RuntimeError(f'the action {action} is not enabled')
            time.sleep(0.05)
            enabled, signature, _ = self.actions(path)[name]
        values = []
        if signature:
            values = [GLib.Variant(signature, parameter)]
        self.call(path, 'Activate', GLib.Variant('(sava{sv})', (name, values, {})))

    def quit(self):
        try:
            self.call(self.path, 'Activate', GLib.Variant('(sava{sv})', ('quit', [], {})))
        except GLib.Error:
            self.process.terminate()
        try:
            return self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def take(path, size):
    """saves what the screen shows once it has come to rest; whether it is more than an empty screen"""
    end = time.monotonic() + SETTLE_LIMIT
    before = None
    while True:
        subprocess.run(['import', '-window', 'root', '-crop', f'{size[0]}x{size[1]}+0+0', '+repage', str(path)],
                       check=True)
        pixels = subprocess.run(['convert', str(path), 'rgb:-'], check=True, capture_output=True).stdout
        now = hashlib.sha256(pixels).digest()
        if now == before or time.monotonic() > end:
            return len(set(pixels[i:i + 3] for i in range(0, len(pixels), 3 * 97))) > 8
        before = now
        time.sleep(0.25)


def write_settings(config, app_id, size):
    """the window's size, where the keyfile backend of GSettings looks for it; and the typeface that GNOME's own is drawn from"""
    folder = Path(config, 'glib-2.0', 'settings')
    folder.mkdir(parents=True, exist_ok=True)
    Path(folder, 'keyfile').write_text(
        f'[{app_id.replace(".", "/")}]\nwindow-width={size[0]}\nwindow-height={size[1]}\nwindow-maximized=false\n',
        encoding='utf-8')
    folder = Path(config, 'gtk-4.0')
    folder.mkdir(exist_ok=True)
    Path(folder, 'settings.ini').write_text('[Settings]\ngtk-font-name=Inter 11\n', encoding='utf-8')


def photograph(args, look, sample, pages):
    """the pictures of one look, on a copy of the sample or, without one, on nothing; the paths saved"""
    saved = []
    with tempfile.TemporaryDirectory() as home:
        data = Path(home, 'data')
        if sample:
            shutil.copytree(sample, data)
        config = Path(home, 'config')
        write_settings(config, args.app_id, look.size)
        environment = dict(os.environ, OCTANT_DATA_DIR=str(data), XDG_CONFIG_HOME=str(config),
                           GSETTINGS_BACKEND='keyfile', ADW_DEBUG_COLOR_SCHEME=look.scheme,
                           LC_ALL=f'{look.language}.UTF-8', LANGUAGE=look.language)
        # away from everything that answers to a pointer with a tooltip or a highlight
        subprocess.run(['xdotool', 'mousemove', '4000', '4000'], check=True)
        application = Application(str(Path(args.bin, 'octant')), args.app_id, environment)
        try:
            for name, steps in pages:
                for action, parameter in steps:
                    application.activate(action, parameter)
                path = Path(args.output, f'{name}-{look.name}.png')
                if not take(path, look.size):
                    raise RuntimeError(f'{path.name}: the screen is empty')
                saved.append(path)
        finally:
            status = application.quit()
        if status != 0:
            raise RuntimeError(f'the application ended with status {status}')
    return saved


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--bin', required=True, help='folder with octant and octant-cli')
    parser.add_argument('--output', required=True, type=Path)
    parser.add_argument('--app-id', default='io.github.octantapp.Octant')
    parser.add_argument('--quick', action='store_true', help='one look only')
    args = parser.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    saved = []
    with tempfile.TemporaryDirectory() as sample:
        subprocess.run([str(Path(args.bin, 'octant-cli')), '--data-dir', sample, 'demo'], check=True,
                       stdout=subprocess.DEVNULL)
        for look in LOOKS[:1] if args.quick else LOOKS:
            saved += photograph(args, look, sample, PAGES)
        saved += photograph(args, LOOKS[0], None, FIRST_RUN)
    print(f'{len(saved)} pictures are in {args.output}:')
    for path in saved:
        print(f'  {path.name}')
    return 0


if __name__ == '__main__':
    try:
        sys.exit(main())
    except (RuntimeError, GLib.Error, KeyError, subprocess.CalledProcessError) as error:
        print(f'pictures.py: {error}', file=sys.stderr)
        sys.exit(1)
