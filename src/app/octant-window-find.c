/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-find.h"

#include <glib/gi18n.h>

#include "octant-confirm-dialog.h"
#include "octant-search-dialog.h"

/* What is shown once its assessment is open. */
typedef struct
{
  GWeakRef window;
  char *cycle_id;
  char *code;
  char *place;
} Found;

static void
found_free (gpointer  data,
            GClosure *closure)
{
  Found *found = data;

  g_weak_ref_clear (&found->window);
  g_free (found->cycle_id);
  g_free (found->code);
  g_free (found->place);
  g_free (found);
}

static void
show (OctantWindow *self,
      const char   *code,
      const char   *place)
{
  OctantSession *session = octant_window_get_session (self);
  GActionGroup *actions = G_ACTION_GROUP (self);

  if (*code != '\0' && octant_session_find_item (session, code) != NULL)
    g_action_group_activate_action (actions, "show-requirement", g_variant_new_string (code));
  else if (*code != '\0')
    g_signal_emit_by_name (session, "notice", _("The open assessment does not have this requirement"), FALSE);
  else if (*place != '\0')
    g_action_group_activate_action (actions, "show-place", g_variant_new_string (place));
}

/* Another one may have been opened meanwhile: then nothing leads there any more. */
static void
assessment_cb (OctantSession *session,
               GParamSpec    *pspec,
               gpointer       user_data)
{
  Found *found = user_data;
  OctantAssessment *assessment = octant_session_get_assessment (session);
  g_autofree char *code = g_strdup (found->code);
  g_autofree char *place = g_strdup (found->place);
  gboolean there = assessment != NULL
                   && g_strcmp0 (octant_assessment_get_id (assessment), found->cycle_id) == 0;
  g_autoptr (OctantWindow) window = g_weak_ref_get (&found->window);

  /* Frees @found. */
  g_signal_handlers_disconnect_by_func (session, assessment_cb, user_data);
  if (there && window != NULL)
    show (window, code, place);
}

static void
show_found_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantSession *session = octant_window_get_session (self);
  OctantAssessment *assessment = octant_session_get_assessment (session);
  const char *cycle_id, *code, *place;
  Found *found;

  g_variant_get (parameter, "(&s&s&s)", &cycle_id, &code, &place);
  if (assessment == NULL)
    return;
  if (*cycle_id == '\0' || g_str_equal (cycle_id, octant_assessment_get_id (assessment)))
    {
      show (self, code, place);
      return;
    }
  if (octant_session_find_cycle (session, cycle_id) == NULL)
    return;
  found = g_new0 (Found, 1);
  g_weak_ref_init (&found->window, self);
  found->cycle_id = g_strdup (cycle_id);
  found->code = g_strdup (code);
  found->place = g_strdup (place);
  g_signal_connect_data (session, "notify::assessment", G_CALLBACK (assessment_cb), found, found_free,
                         G_CONNECT_AFTER);
  octant_session_open_cycle (session, cycle_id);
}

static void
choose_confirm_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantSession *session = octant_window_get_session (self);
  OctantNode *node = octant_session_find_node (session, g_variant_get_string (parameter, NULL));

  if (node != NULL && octant_node_is_subdomain (node))
    adw_dialog_present (octant_confirm_dialog_new (session, node), GTK_WIDGET (self));
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  OctantWindow *self = user_data;
  AdwDialog *visible = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (visible == NULL && octant_session_get_assessment (octant_window_get_session (self)) != NULL)
    adw_dialog_present (octant_search_dialog_new (octant_window_get_session (self)), GTK_WIDGET (self));
}

void
octant_window_add_find_actions (OctantWindow *self)
{
  static const GActionEntry entries[] = {
    { "search", search_action, NULL, NULL, NULL, { 0 } },
    { "choose-confirm", choose_confirm_action, "s", NULL, NULL, { 0 } },
    { "show-found", show_found_action, "(sss)", NULL, NULL, { 0 } },
  };

  g_return_if_fail (OCTANT_IS_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
