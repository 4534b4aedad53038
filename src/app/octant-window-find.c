/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-find.h"

#include <glib/gi18n.h>

#include "octant-confirm-dialog.h"
#include "octant-evidence-dialog.h"
#include "octant-search-dialog.h"

/* What is shown once its assessment is open. */
typedef struct
{
  GWeakRef window;
  char *cycle_id;
  char *place;
  char *id;
  char *code;
  char *object_id;
} Found;

static void
found_free (gpointer  data,
            GClosure *closure)
{
  Found *found = data;

  g_weak_ref_clear (&found->window);
  g_free (found->cycle_id);
  g_free (found->place);
  g_free (found->id);
  g_free (found->code);
  g_free (found->object_id);
  g_free (found);
}

static void
show_evidence (OctantWindow *self,
               const char   *id)
{
  OctantSession *session = octant_window_get_session (self);
  OctantRecord *evidence = octant_assessment_get_evidence (octant_session_get_assessment (session), id);

  if (evidence != NULL)
    adw_dialog_present (octant_evidence_dialog_new (session, evidence), GTK_WIDGET (self));
  else
    g_signal_emit_by_name (session, "notice", _("This evidence belongs to another institution"), FALSE);
}

static void
show (OctantWindow *self,
      const Found  *found)
{
  OctantSession *session = octant_window_get_session (self);
  GActionGroup *actions = G_ACTION_GROUP (self);

  if (*found->place != '\0')
    {
      g_action_group_activate_action (actions, "show-place", g_variant_new_string (found->place));
      if (g_str_equal (found->place, "evidence"))
        show_evidence (self, found->id);
      else
        octant_window_show_interview (self, found->id, found->code, found->object_id);
    }
  else if (octant_session_find_item (session, found->code) != NULL)
    g_action_group_activate_action (actions, "show-requirement", g_variant_new_string (found->code));
  else if (octant_session_find_node (session, found->code) != NULL)
    g_action_group_activate_action (actions, "show-node", g_variant_new_string (found->code));
  else
    g_signal_emit_by_name (session, "notice", _("The open assessment does not have this requirement"), FALSE);
}

/* Another one may have been opened meanwhile: then nothing leads there any more. */
static void
assessment_cb (OctantSession *session,
               GParamSpec    *pspec,
               gpointer       user_data)
{
  Found *found = user_data;
  OctantAssessment *assessment = octant_session_get_assessment (session);
  g_autoptr (OctantWindow) window = g_weak_ref_get (&found->window);

  if (window != NULL && assessment != NULL
      && g_strcmp0 (octant_assessment_get_id (assessment), found->cycle_id) == 0)
    show (window, found);
  /* Frees @found. */
  g_signal_handlers_disconnect_by_func (session, assessment_cb, user_data);
}

static void
show_found_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantSession *session = octant_window_get_session (self);
  OctantAssessment *assessment = octant_session_get_assessment (session);
  Found *found;

  if (assessment == NULL)
    return;
  found = g_new0 (Found, 1);
  g_weak_ref_init (&found->window, self);
  g_variant_get (parameter, "(sssss)", &found->cycle_id, &found->place, &found->id, &found->code, &found->object_id);
  if (*found->cycle_id == '\0' || g_str_equal (found->cycle_id, octant_assessment_get_id (assessment)))
    {
      show (self, found);
      found_free (found, NULL);
      return;
    }
  g_signal_connect_data (session, "notify::assessment", G_CALLBACK (assessment_cb), found, found_free,
                         G_CONNECT_AFTER);
  octant_session_open_cycle (session, found->cycle_id);
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
    { "show-found", show_found_action, "(sssss)", NULL, NULL, { 0 } },
  };

  g_return_if_fail (OCTANT_IS_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
