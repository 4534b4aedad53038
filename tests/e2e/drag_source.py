#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window like a file manager's: what is dragged from it is the files named as arguments."""
import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, Gtk  # noqa: E402

files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])


def activate(application):
    label = Gtk.Label(label='Files to drag', width_request=160, height_request=80)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect('prepare', lambda *_: Gdk.ContentProvider.new_for_value(files))
    label.add_controller(source)
    window = Gtk.ApplicationWindow(application=application, title='Drag source', child=label, decorated=False,
                                   default_width=160, default_height=80)
    window.present()


app = Gtk.Application(application_id='io.github.octantapp.DragSource', flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect('activate', activate)
app.run([])
