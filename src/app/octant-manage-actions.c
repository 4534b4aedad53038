/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-manage-actions.h"

#include "octant-answer-history-dialog.h"
#include "octant-cycle-dialog.h"
#include "octant-institutions-dialog.h"
#include "octant-model-dialog.h"
#include "octant-new-dialog.h"

static OctantSession *
dup_session (AdwApplicationWindow *window)
{
  OctantSession *session = NULL;

  g_object_get (window, "session", &session, NULL);
  return session;
}

static void
manage_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  AdwApplicationWindow *window = user_data;
  g_autoptr (OctantSession) session = dup_session (window);
  OctantAssessment *assessment = octant_session_get_assessment (session);
  OctantItem *item = octant_session_get_item (session);
  const char *name = g_action_get_name (G_ACTION (action));
  AdwDialog *dialog = NULL;

  if (g_str_equal (name, "institutions"))
    dialog = octant_institutions_dialog_new (session);
  else if (g_str_equal (name, "new-institution"))
    dialog = octant_new_dialog_new_for_institution (session);
  else if (g_str_equal (name, "assessment-properties") && assessment != NULL)
    dialog = octant_cycle_dialog_new (session);
  else if (g_str_equal (name, "model-information") && assessment != NULL)
    dialog = octant_model_dialog_new (octant_assessment_get_model (assessment));
  else if (g_str_equal (name, "answer-history") && item != NULL)
    dialog = octant_answer_history_dialog_new (session, item);
  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (window));
}

static const GActionEntry entries[] = {
  { "assessment-properties", manage_action, NULL, NULL, NULL, { 0 } },
  { "institutions", manage_action, NULL, NULL, NULL, { 0 } },
  { "new-institution", manage_action, NULL, NULL, NULL, { 0 } },
  { "model-information", manage_action, NULL, NULL, NULL, { 0 } },
  { "answer-history", manage_action, NULL, NULL, NULL, { 0 } },
};

void
octant_manage_actions_add (AdwApplicationWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

void
octant_manage_actions_update (AdwApplicationWindow *window)
{
  g_autoptr (OctantSession) session = dup_session (window);
  gboolean ready = octant_session_get_state (session) == OCTANT_SESSION_READY;
  gboolean there = ready || octant_session_get_state (session) == OCTANT_SESSION_EMPTY;
  gboolean saved = octant_session_get_save_state (session) != OCTANT_SAVE_STATE_FAILED;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name);
      gboolean of_all = g_str_has_suffix (entries[i].name, "institutions") || g_str_equal (entries[i].name, "new-institution");

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), saved && (of_all ? there : ready));
    }
}
