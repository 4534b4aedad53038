/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "octant-application.h"

int
main (int   argc,
      char *argv[])
{
  const char *localedir = g_getenv ("OCTANT_LOCALEDIR");
  g_autoptr (OctantApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : OCTANT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Octant"));

  application = octant_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
