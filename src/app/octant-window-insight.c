/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-insight.h"

#include "octant-backing-dialog.h"
#include "octant-chart-export.h"
#include "octant-chart-save-dialog.h"
#include "octant-targets-dialog.h"
#include "octant-why-dialog.h"

static void
explain_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);
  OctantNode *node = session != NULL ? octant_session_find_node (session, g_variant_get_string (parameter, NULL)) : NULL;

  if (node != NULL)
    adw_dialog_present (octant_why_dialog_new (node), user_data);
}

static void
show_backing_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);

  if (session != NULL && octant_session_get_assessment (session) != NULL)
    adw_dialog_present (octant_backing_dialog_new (session), user_data);
}

static void
set_targets_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);

  if (session != NULL && octant_session_get_assessment (session) != NULL)
    adw_dialog_present (octant_targets_dialog_new (session), user_data);
}

static void
save_chart_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);
  const char *spec = g_variant_get_string (parameter, NULL);

  if (session != NULL && octant_session_get_assessment (session) != NULL && octant_chart_spec_is_valid (spec))
    adw_dialog_present (octant_chart_save_dialog_new (session, spec), user_data);
}

static void
copy_chart_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);
  const char *spec = g_variant_get_string (parameter, NULL);

  if (session != NULL && octant_chart_spec_is_valid (spec))
    octant_chart_copy (session, spec, gtk_widget_get_clipboard (user_data));
}

static const GActionEntry entries[] = {
  { "explain", explain_action, "s", NULL, NULL, { 0 } },
  { "show-backing", show_backing_action, NULL, NULL, NULL, { 0 } },
  { "set-targets", set_targets_action, NULL, NULL, NULL, { 0 } },
  { "save-chart", save_chart_action, "s", NULL, NULL, { 0 } },
  { "copy-chart", copy_chart_action, "s", NULL, NULL, { 0 } },
};

void
octant_window_add_insight_actions (OctantWindow *self)
{
  g_return_if_fail (OCTANT_IS_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
