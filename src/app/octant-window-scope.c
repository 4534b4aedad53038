/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-scope.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "octant-exclude-dialog.h"
#include "octant-exclusions-dialog.h"
#include "octant-objects-dialog.h"
#include "octant-scope-dialog.h"
#include "octant-session-objects.h"
#include "octant-session-scope.h"

static OctantNode *
find_node (OctantWindow *self,
           GVariant     *parameter)
{
  return octant_session_find_node (octant_window_get_session (self), g_variant_get_string (parameter, NULL));
}

static void
take_out_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  OctantNode *node = find_node (user_data, parameter);

  if (node != NULL && octant_node_get_index (node) != OCTANT_NODE_OVERALL)
    adw_dialog_present (octant_scope_dialog_new (octant_window_get_session (user_data), node), user_data);
}

static void
bring_back_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);
  OctantNode *node = find_node (user_data, parameter);
  g_autoptr (GError) error = NULL;

  if (node == NULL
      || octant_assessment_get_tailoring (octant_node_get_assessment (node), octant_node_get_index (node)) == NULL)
    return;
  if (!octant_session_tailor (session, node, FALSE, NULL, NULL, &error))
    g_signal_emit_by_name (session, "notice", error->message, FALSE);
}

/* TRUE when something below @node may be NA. */
static gboolean
has_optional (OctantNode *node)
{
  gboolean leaf = octant_node_is_subdomain (node);
  GListModel *list = leaf ? octant_node_get_items (node) : octant_node_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);

      if (leaf ? octant_item_get_requirement (OCTANT_ITEM (object))->na_allowed : has_optional (OCTANT_NODE (object)))
        return TRUE;
    }
  return FALSE;
}

static void
exclude_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);
  OctantNode *node = find_node (user_data, parameter);

  if (node == NULL)
    return;
  if (octant_assessment_is_node_out (octant_node_get_assessment (node), octant_node_get_index (node)))
    g_signal_emit_by_name (session, "notice", _("It is out of scope, so nothing of it is rated"), FALSE);
  else if (!has_optional (node))
    g_signal_emit_by_name (session, "notice", _("Every requirement here applies to every institution"), FALSE);
  else
    adw_dialog_present (octant_exclude_dialog_new (session, node), user_data);
}

static void
show_exclusions_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  adw_dialog_present (octant_exclusions_dialog_new (octant_window_get_session (user_data)), user_data);
}

static void
show_objects_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  adw_dialog_present (octant_objects_dialog_new (octant_window_get_session (user_data)), user_data);
}

static void
copy_to_objects_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  OctantSession *session = octant_window_get_session (user_data);
  OctantItem *item = octant_session_get_item (session);

  if (item == NULL || !octant_session_can_copy_to_objects (item))
    g_signal_emit_by_name (session, "notice", _("Choose the rated answer of one object first"), FALSE);
  else
    octant_session_copy_to_objects (session, item);
}

static const GActionEntry entries[] = {
  { "show-objects", show_objects_action, NULL, NULL, NULL, { 0 } },
  { "copy-to-objects", copy_to_objects_action, NULL, NULL, NULL, { 0 } },
  { "exclude-requirements", exclude_action, "s", NULL, NULL, { 0 } },
  { "take-out-of-scope", take_out_action, "s", NULL, NULL, { 0 } },
  { "bring-back-in-scope", bring_back_action, "s", NULL, NULL, { 0 } },
  { "show-exclusions", show_exclusions_action, NULL, NULL, NULL, { 0 } },
};

void
octant_window_add_scope_actions (OctantWindow *self)
{
  g_return_if_fail (OCTANT_IS_WINDOW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
append_node (GMenu            *menu,
             OctantAssessment *assessment,
             guint             node)
{
  const char *code = octant_model_get_node_code (octant_assessment_get_model (assessment), node);
  gboolean out = octant_assessment_get_tailoring (assessment, node) != NULL;
  /* Translators: %s is the code of a domain or sub-domain */
  g_autofree char *label = g_strdup_printf (out ? _("%s Back in Scope") : _("%s Out of Scope…"), code);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, out ? "win.bring-back-in-scope" : "win.take-out-of-scope", "s", code);
  g_menu_append_item (menu, item);
  if (out)
    {
      g_autoptr (GMenuItem) edit = g_menu_item_new (_("Reason and Approver…"), NULL);

      g_menu_item_set_action_and_target (edit, "win.take-out-of-scope", "s", code);
      g_menu_append_item (menu, edit);
    }
}

GMenuModel *
octant_item_menu_new (OctantItem *item)
{
  GMenu *menu;

  g_return_val_if_fail (OCTANT_IS_ITEM (item), NULL);

  if (!octant_session_can_copy_to_objects (item))
    return NULL;
  menu = g_menu_new ();
  g_menu_append (menu, _("_Copy to Other Objects"), "win.copy-to-objects");
  return G_MENU_MODEL (menu);
}

GMenuModel *
octant_scope_menu_new (OctantNode *node)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) explain = NULL;
  g_autoptr (GMenuItem) exclude = NULL;
  OctantAssessment *assessment;
  OctantModel *model;

  g_return_val_if_fail (OCTANT_IS_NODE (node), G_MENU_MODEL (menu));

  assessment = octant_node_get_assessment (node);
  if (assessment == NULL)
    return G_MENU_MODEL (menu);
  model = octant_assessment_get_model (assessment);
  explain = g_menu_item_new (_("Why This Level?"), NULL);
  g_menu_item_set_action_and_target (explain, "win.explain", "s", octant_node_get_code (node));
  g_menu_append_item (menu, explain);
  if (has_optional (node) && !octant_assessment_is_node_out (assessment, octant_node_get_index (node)))
    {
      exclude = g_menu_item_new (_("Requirements _Not Applicable…"), NULL);
      g_menu_item_set_action_and_target (exclude, "win.exclude-requirements", "s", octant_node_get_code (node));
      g_menu_append_item (menu, exclude);
    }
  append_node (menu, assessment, octant_node_get_index (node));
  if (octant_node_is_subdomain (node))
    {
      guint subdomain = octant_node_get_index (node) - octant_model_subdomain_node (model, 0);

      append_node (menu, assessment,
                   octant_model_domain_node (model, octant_model_get_subdomain (model, subdomain)->domain));
    }
  return G_MENU_MODEL (menu);
}
