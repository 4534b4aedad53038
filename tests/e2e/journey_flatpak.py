#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak in its sandbox, with the portals of the desktop: build-aux/test-flatpak runs it, not meson.

usage: journey_flatpak.py REPOSITORY BUNDLE PICTURES
"""
import atexit
import gettext
import os
import re
import select
import shlex
import socket
import subprocess
import sys
import tempfile

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from driver import APP_ID, Application, Missing, Tap, is_showing, states, wait, walk  # noqa: E402

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'pdf'))
import pdf_files  # noqa: E402

repository, bundle, pictures = sys.argv[1:4]
BRANCH = 'stable'
SUBDOMAIN = 'AP.02'
# What the sandbox may reach, and nothing besides.
PERMISSIONS = {'shared': {'ipc'}, 'sockets': {'x11', 'wayland', 'fallback-x11'}, 'devices': {'dri'}}
tap = Tap()
home = tempfile.mkdtemp(prefix='octant-flatpak-', dir=os.environ['HOME'])
evidence = os.path.join(home, 'contract-2026.txt')
with open(evidence, 'w', encoding='utf-8') as file:
    file.write('A secret of this machine\n')
report = os.path.join(home, 'report-2026.pdf')
with open(report, 'wb') as file:
    file.write(pdf_files.sound(3))
running = []


@atexit.register
def end_all():
    """A journey that failed half-way leaves no window behind."""
    if any(process.poll() is None for process in running):
        subprocess.run(['flatpak', 'kill', APP_ID], check=False)
    flatpak('uninstall', '--noninteractive', APP_ID, check=False)
    flatpak('remote-delete', '--force', 'octant-test', check=False)


def flatpak(command, *arguments, check=True):
    return subprocess.run(['flatpak', '--user', command, *arguments], check=check, stdout=subprocess.PIPE, text=True,
                          stderr=None if check else subprocess.DEVNULL).stdout


def sandboxed(*command, permissions=()):
    """What a command in the sandbox prints, and its exit status."""
    done = subprocess.run(['flatpak', 'run', *permissions, f'--command={command[0]}', APP_ID, *command[1:]],
                          check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout, done.returncode


def in_shell(script, permissions=()):
    return sandboxed('bash', '-c', script, permissions=permissions)


def command_line(*arguments):
    output, status = sandboxed('octant-cli', *arguments)
    if status != 0:
        raise SystemExit(f'octant-cli {" ".join(arguments)}: {output}')
    return output


class Sandboxed(Application):
    """The installed application; its process id is that of the sandbox, so it is known by its window."""

    def __init__(self, arguments=()):
        super().__init__('flatpak', None, 'zh_CN', arguments)

    def start(self):
        environment = dict(os.environ, LC_ALL='zh_CN.UTF-8', LANGUAGE='zh_CN', GTK_A11Y='atspi', GDK_DISABLE='gl,vulkan')
        self.process = subprocess.Popen(['flatpak', 'run', APP_ID, *self.arguments], env=environment)
        running.append(self.process)
        self.root = wait('the application on the accessibility bus', self._find_root)
        return self

    def _find_root(self):
        if self.process.poll() is not None:
            raise SystemExit(f'octant ended with status {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and 'portal' not in child.get_name() and child.get_child_count() > 0:
                return child
        return None

    def score(self, name):
        for node in self.all('label'):
            if node.get_description() == name and node.get_name():
                return node.get_name()
        return None


def double_click(node):
    """With the pointer: the window lies in the corner of the display."""
    box = wait('a place on the display', lambda: (lambda seen: seen if seen.width > 0 else None)(
        Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)))
    subprocess.run(['xdotool', 'mousemove', str(box.x + min(box.width // 2, 120)), str(box.y + box.height // 2),
                    'click', '--repeat', '2', '--delay', '60', '1'], check=True)


def focus_portal_dialog(title):
    """The dialog of the portal, which is another program's window: in front, and with the keys."""
    def find():
        out = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'], check=False,
                             stdout=subprocess.PIPE, text=True).stdout.split()
        return out[-1] if out else None
    window = wait(f'the file dialog “{title}” of the portal', find)
    subprocess.run(['xdotool', 'windowraise', window, 'windowfocus', '--sync', window], check=True)
    return window


def portal_entry():
    """The entry for a path in the dialog of the portal, which speaks to screen readers as a program of its own."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program is not None and 'portal' in program.get_name():
            return next((node for node in walk(program) if node.get_role_name() == 'text' and is_showing(node)), None)
    return None


def choose_file(app, title, path):
    window = focus_portal_dialog(title)
    # a slash opens the entry for a path
    app.keys('slash')
    app.write(wait('the entry for a path', portal_entry), path)
    app.picture(os.path.join(pictures, 'flatpak-2-portal.png'))
    app.keys('Return')

    def closed():
        out = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'], check=False,
                             stdout=subprocess.PIPE, text=True).stdout.split()
        return window not in out
    wait('the end of the file dialog', closed)


def check_permissions():
    wanted = {key: set(values) for key, values in PERMISSIONS.items()}
    seen, section = {}, None
    for line in flatpak('info', '--show-permissions', APP_ID).splitlines():
        if line.startswith('['):
            section = line
        elif '=' in line and section == '[Context]':
            key, values = line.split('=', 1)
            seen[key] = {value for value in values.split(';') if value}
        elif line.strip():
            seen[line] = section
    tap.equal(seen, wanted, 'the permissions are the display and nothing else')


def check_network():
    """A server on this machine is reached with the permission for the network, and not without: so the check can fail."""
    with socket.create_server(('127.0.0.1', 0)) as server:
        script = f'exec 3<>/dev/tcp/127.0.0.1/{server.getsockname()[1]}'
        _, with_network = in_shell(script, permissions=['--share=network'])
        _, without = in_shell(script)
    tap.equal(with_network, 0, 'with the permission for the network, a server of the machine would be reached')
    tap.ok(without != 0, 'without it, none is')
    devices, _ = in_shell('while IFS=: read -r name rest; do echo $name; done </proc/net/dev')
    names = {line for line in devices.split('\n') if line and '|' not in line}
    tap.equal(names, {'lo'}, 'the sandbox has no network device')


def check_files():
    script = f'cat {shlex.quote(evidence)}'
    text, status = in_shell(script, permissions=[f'--filesystem={home}'])
    tap.ok(status == 0 and 'secret' in text, 'with a permission for files, one of the machine would be read')
    text, status = in_shell(script)
    tap.ok(status != 0 and 'secret' not in text, 'without it, none is')
    _, status = in_shell(f'ls {shlex.quote(os.path.dirname(os.path.abspath(__file__)))}')
    tap.ok(status != 0, 'nor are the sources that it was built from')
    in_shell(f'echo x >{shlex.quote(os.path.join(home, "written"))}')
    tap.ok(not os.path.exists(os.path.join(home, 'written')), 'nothing is written outside')


def translations():
    location = flatpak('info', '--show-location', APP_ID).strip()
    return gettext.translation('octant', os.path.join(location, 'files', 'share', 'locale'), ['zh_CN']).gettext


def check_exports():
    """What the desktop sees: the launcher, the icon and the description of the store."""
    exports = os.path.join(os.environ['FLATPAK_USER_DIR'], 'exports', 'share')
    for name in (f'applications/{APP_ID}.desktop', f'icons/hicolor/scalable/apps/{APP_ID}.svg',
                 f'icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg', f'metainfo/{APP_ID}.metainfo.xml'):
        tap.ok(os.path.exists(os.path.join(exports, name)), f'the desktop sees {name}')


def walk_main_job(tr):
    """Rates and attaches; the requirement and the score that is then shown."""
    app = Sandboxed().start()
    app.press(app.find('button', tr('_Look Around with Sample Data').replace('_', '')))
    app.find(contains='远衡期货')
    app.action('show-node', GLib.Variant('s', SUBDOMAIN))
    before = wait('the score', lambda: app.score(tr('Score')))
    app.picture(os.path.join(pictures, 'flatpak-1-sub-domain.png'))
    app.action('next-unanswered')
    rows = app.find('list', tr('Requirements'))
    row = wait('a selected requirement',
               lambda: next((r for r in app.all('list item', under=rows) if 'selected' in states(r)), None))
    code = row.get_name().split()[0]
    app.keys('4')
    after = wait('another score', lambda: app.score(tr('Score')) not in (None, before) and app.score(tr('Score')))
    tap.ok(True, f'{code} is rated by key: {before} → {after}')
    app.keys('e')
    choose_file(app, tr('Attach Evidence'), evidence)
    # the name alone: a toast that says that it could not be read has more to say
    wait('the evidence in the pane', lambda: set(app.names()) & {'contract-2026', 'contract-2026.txt'})
    app.find('label', tr('Saved'))
    tap.ok(True, 'a file is attached by the file dialog of the portal')
    app.picture(os.path.join(pictures, 'flatpak-3-attached.png'))
    read_pdf(app, tr)
    read_help(app)
    tap.equal(app.quit(), 0, 'the application ends by itself')
    return code, after


def read_pdf(app, tr):
    """A PDF file, from the file dialog of the portal to the picture of its second page."""
    app.keys('e')
    choose_file(app, tr('Attach Evidence'), report)
    wait('the file in the pane', lambda: set(app.names()) & {'report-2026', 'report-2026.pdf'})
    app.find('label', tr('Saved'))
    app.action('show-place', GLib.Variant('s', 'evidence'))
    # the newest stands at the end of the list: rows that are not on screen are not told to screen readers
    app.write(wait('the search', lambda: next(node for node in app.all() if 'editable' in states(node)
                                              and 'EditableText' in node.get_interfaces())), 'report-2026')
    double_click(app.find('table row', contains='report-2026'))
    dialog = app.find('dialog')
    app.find('label', tr('%u of %u') % (1, 3), under=dialog)
    app.press(app.find('button', tr('Next Page'), under=dialog))
    app.find('label', tr('%u of %u') % (2, 3), under=dialog)
    app.picture(os.path.join(pictures, 'flatpak-4-pdf.png'))
    app.press(app.find('button', tr('_Cancel').replace('_', ''), under=dialog))
    app.gone('dialog')
    tap.ok(True, 'the pages of a PDF file are drawn in the sandbox')


def read_help(app):
    """No viewer of help is in the sandbox: F1 shows the page about the place in the window itself, and asks no portal."""
    with subprocess.Popen(['dbus-monitor', '--session', "interface='org.freedesktop.portal.OpenURI'"], stdout=subprocess.PIPE,
                          text=True) as monitor:
        # it tells its own name when it listens
        select.select([monitor.stdout], [], [], 10)
        app.keys('F1')
        dialog = app.find('dialog')
        app.find(name=help_title('evidence'), under=dialog)
        app.picture(os.path.join(pictures, 'flatpak-5-help.png'))
        # to the list of pages, and out
        app.keys('Escape', 'Escape')
        app.gone('dialog')
        monitor.terminate()
        asked = [line for line in monitor.stdout if 'member=Open' in line]
    tap.equal(asked, [], 'the portal is not asked for it')
    tap.ok(True, 'F1 shows the page of help about the place')


def help_title(page):
    """The title of a page as it lies in the sandbox."""
    text, status = sandboxed('cat', f'/app/share/help/zh_CN/octant/{page}.page')
    if status != 0:
        raise Missing(f'there is no page of help “{page}”: {text}')
    return re.search('<title>(.*)</title>', text)[1]


def check_portal_path():
    """What the portal lends is no place for the data, by whichever program."""
    lent = f'/run/user/{os.getuid()}/doc/4af3c1/octant'
    text, status = sandboxed('octant-cli', '--data-dir', lent, 'cycle', 'list')
    tap.ok(status == 1 and 'lent by a portal' in text and text.count('\n') == 1, f'octant-cli refuses it: {text.strip()}')
    app = Sandboxed(['--data-dir', lent]).start()
    app.find(contains=translations()('The data cannot be kept in a folder that a portal shares; start Octant without --data-dir'))
    app.picture(os.path.join(pictures, 'flatpak-6-portal-path.png'))
    tap.equal(app.quit(), 0, 'the window refuses it in a sentence and ends by itself')


def check_libraries():
    """The program that draws PDF files uses the library that the manifest builds, if it was built here."""
    # what ldd does, which is no part of the runtime
    text, _ = in_shell('ls /app/lib/libpoppler-glib.so.* && LD_TRACE_LOADED_OBJECTS=1 /app/libexec/octant-pdf-page')
    built = text.startswith('/app/lib/libpoppler-glib')
    tap.ok('=> /app/lib/libpoppler-glib' in text or not built, f'PDF files are drawn by the library of the {"application" if built else "local runtime"}')
    for language in ('C', 'zh_CN'):
        text, _ = sandboxed('ls', f'/app/share/help/{language}/octant')
        tap.ok({'index.page', 'rate.page', 'attack.page'} <= set(text.split()), f'the pages of help are there: {language}')


def check_kept(tr, code, score, when):
    app = Sandboxed().start()
    app.find(contains='远衡期货')
    app.action('show-node', GLib.Variant('s', SUBDOMAIN))
    tap.equal(wait('the score', lambda: app.score(tr('Score'))), score, f'{when}: the score is kept')
    tap.equal(app.quit(), 0, f'{when}: the application ends by itself')
    tap.ok('contract-2026' in command_line('evidence', 'list', '2026', code), f'{when}: the evidence is kept')
    command_line('evidence', 'verify')
    command_line('check')
    tap.ok(True, f'{when}: database, evidence and journal are sound')


def check_update():
    """A newer commit in the repository, of the same content, is what a newer version is to flatpak."""
    before = flatpak('info', '--show-commit', APP_ID)
    ref = flatpak('info', '--show-ref', APP_ID).strip()
    subprocess.run(['flatpak', 'build-commit-from', '--force', f'--src-ref={ref}', repository, ref], check=True,
                   stdout=subprocess.DEVNULL)
    flatpak('update', '--noninteractive', APP_ID)
    tap.ok(flatpak('info', '--show-commit', APP_ID) != before, 'an update from the repository is installed')


def main():
    flatpak('remote-add', '--if-not-exists', '--no-gpg-verify', 'octant-test', repository)
    flatpak('install', '--noninteractive', 'octant-test', f'{APP_ID}//{BRANCH}')
    tr = translations()
    check_permissions()
    check_network()
    check_files()
    check_exports()
    check_libraries()
    check_portal_path()
    code, score = walk_main_job(tr)
    check_kept(tr, code, score, 'started again')
    check_update()
    check_kept(tr, code, score, 'updated')
    data = os.path.join(os.environ['HOME'], '.var', 'app', APP_ID, 'data', 'octant')
    tap.ok(os.path.exists(os.path.join(data, 'octant.db')), 'the data lie in the data folder of the application')
    os.unlink(evidence)
    flatpak('uninstall', '--noninteractive', APP_ID)
    flatpak('remote-delete', '--force', 'octant-test')
    tap.ok(os.path.exists(os.path.join(data, 'octant.db')), 'taking the application away leaves the data')
    flatpak('install', '--noninteractive', '--bundle', bundle)
    check_kept(tr, code, score, 'installed again from the bundle')


try:
    main()
except (Missing, GLib.Error, subprocess.CalledProcessError) as error:
    subprocess.run(['import', '-window', 'root', os.path.join(pictures, 'flatpak-failed.png')], check=False)
    tap.ok(False, str(error))
tap.done()
