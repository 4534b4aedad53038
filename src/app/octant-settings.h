/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The application's settings, or NULL where its schema is not installed: then every default holds. (transfer full) */
GSettings *octant_settings_new (void);

G_END_DECLS
