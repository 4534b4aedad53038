/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-private.h"

#include <glib/gi18n.h>

#include "octant-help.h"
#include "octant-manage-actions.h"
#include "octant-new-dialog.h"
#include "octant-notice.h"
#include "octant-session-carry.h"
#include "octant-texts.h"

/* What the window does, as actions of its own group, and which of them can be done just now. */

static void
set_enabled (OctantWindow *self,
             const char   *name,
             gboolean      enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What is about the open assessment; of its places too, since without one there is nothing to show in them. */
static void
update_assessment_actions (OctantWindow *self,
                           gboolean      open)
{
  static const char *const names[] = {
    "attach", "choose-confirm", "clear-filter", "confirm-node", "copy-chart", "copy-to-objects", "exclude-requirements",
    "bring-back-in-scope", "explain", "filter", "find-domain", "focus-list", "next-unanswered", "open-cycle", "save-chart",
    "search", "set-targets", "show-backing", "show-exclusions", "show-found", "show-node", "show-objects", "show-place",
    "show-requirement", "take-out-of-scope", "toggle-sidebar",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_enabled (self, names[i], open);
}

void
octant_window_update_actions_private (OctantWindow *self)
{
  const char *place = self->places != NULL ? gtk_stack_get_visible_child_name (self->places) : NULL;
  gboolean on_subdomain = g_strcmp0 (place, "subdomain") == 0;
  gboolean on_attack = g_strcmp0 (place, "attack") == 0;
  gboolean on_scores = on_subdomain || g_strcmp0 (place, "overview") == 0;
  OctantSessionState state;
  gboolean open, saved;

  if (self->session == NULL)
    return;
  state = octant_session_get_state (self->session);
  open = state == OCTANT_SESSION_READY;
  saved = octant_session_get_save_state (self->session) != OCTANT_SAVE_STATE_FAILED;
  set_enabled (self, "create-sample", state == OCTANT_SESSION_EMPTY);
  set_enabled (self, "reopen", state == OCTANT_SESSION_ERROR);
  set_enabled (self, "retry", !saved);
  set_enabled (self, "undo", saved && octant_session_get_can_undo (self->session));
  set_enabled (self, "redo", saved && octant_session_get_can_redo (self->session));
  set_enabled (self, "delete-assessment", open && saved);
  set_enabled (self, "new-assessment", saved && (open || state == OCTANT_SESSION_EMPTY));
  octant_manage_actions_update (ADW_APPLICATION_WINDOW (self));
  update_assessment_actions (self, open);
  set_enabled (self, "rate", open && on_subdomain);
  set_enabled (self, "toggle-details", open && on_subdomain);
  if (self->places == NULL)
    return;
  /* One way back is enough. */
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), on_attack);
  adw_header_bar_set_show_back_button (self->header, !on_attack);
  gtk_widget_set_visible (GTK_WIDGET (self->details_button), on_subdomain);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          on_subdomain || (on_scores && !gtk_widget_get_visible (self->object_slot)));
  gtk_widget_set_visible (GTK_WIDGET (self->matrix_button), on_subdomain);
  gtk_widget_set_visible (GTK_WIDGET (self->object_switch), on_scores);
  gtk_widget_set_visible (GTK_WIDGET (self->object_banner), on_scores);
}

void
octant_window_show_place_private (OctantWindow *self,
                                  const char   *place)
{
  static const struct
  {
    const char *name;
    const char *title;
  } places[] = {
    { "overview", N_ ("Overview") },
    { "interviews", N_ ("Interviews") },
    { "evidence", N_ ("Evidence") },
    { "history", N_ ("History") },
    { "journal", N_ ("Journal") },
    { "attack", N_ ("ATT&CK Techniques") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].name, place) == 0)
      {
        octant_window_show_page_private (self, place);
        adw_navigation_page_set_title (self->content, _(places[i].title));
        /* The map of ATT&CK belongs to the overview. */
        octant_sidebar_show_place (self->sidebar, g_str_equal (place, "attack") ? "overview" : place);
        adw_navigation_split_view_set_show_content (self->split, TRUE);
        octant_window_update_actions_private (self);
      }
}

void
octant_window_show_node_private (OctantWindow *self,
                                 OctantNode   *node)
{
  octant_session_set_node (self->session, node);
  octant_window_show_page_private (self, "subdomain");
  adw_navigation_page_set_title (self->content, octant_localise (octant_node_get_name (node)));
  octant_sidebar_show_node (self->sidebar, node);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  octant_window_update_actions_private (self);
}

static void
show_place_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  octant_window_show_place_private (user_data, g_variant_get_string (parameter, NULL));
}

/* A domain leads to its first sub-domain. */
static void
show_node_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantNode *node = octant_session_find_node (self->session, g_variant_get_string (parameter, NULL));
  g_autoptr (OctantNode) first = NULL;

  if (node == NULL)
    return;
  if (!octant_node_is_subdomain (node))
    {
      GListModel *children = octant_node_get_children (node);

      first = g_list_model_get_item (children, 0);
      node = first;
    }
  if (node != NULL && octant_node_is_subdomain (node))
    octant_window_show_node_private (self, node);
}

static void
show_requirement_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantItem *item = octant_session_find_item (self->session, g_variant_get_string (parameter, NULL));
  OctantModel *model;
  OctantAssessment *assessment;

  if (item == NULL)
    return;
  /* What is asked for by its name is shown, whatever the filter says. */
  if (!octant_requirement_filter_matches (octant_session_get_filter (self->session), item))
    octant_requirement_filter_clear (octant_session_get_filter (self->session));
  assessment = octant_item_get_assessment (item);
  model = octant_assessment_get_model (assessment);
  octant_window_show_node_private (self, octant_assessment_get_node (
                       assessment, octant_model_subdomain_node (model, octant_item_get_requirement (item)->subdomain)));
  octant_session_set_item (self->session, item);
  octant_subdomain_page_focus_list (self->subdomain_page);
}

static void
open_cycle_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  OctantWindow *self = user_data;

  octant_session_open_cycle (self->session, g_variant_get_string (parameter, NULL));
}

static void
new_assessment_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  OctantWindow *self = user_data;

  adw_dialog_present (octant_new_dialog_new (self->session), GTK_WIDGET (self));
}

/* Nothing is lost for good, so nothing is asked: the toast takes it back. */
static void
delete_assessment_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantAssessment *assessment = octant_session_get_assessment (self->session);

  if (assessment != NULL)
    octant_session_delete_cycle (self->session, octant_assessment_get_id (assessment));
}

static void
session_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  OctantWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "undo"))
    octant_session_undo (self->session);
  else if (g_str_equal (name, "redo"))
    octant_session_redo (self->session);
  else if (g_str_equal (name, "retry"))
    octant_session_retry (self->session);
  else if (g_str_equal (name, "create-sample"))
    octant_session_create_sample (self->session);
  else if (g_str_equal (name, "reopen"))
    octant_session_open (self->session);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  OctantWindow *self = user_data;
  gboolean ready = octant_session_get_state (self->session) == OCTANT_SESSION_READY;

  octant_help_show (GTK_WINDOW (self), ready ? gtk_stack_get_visible_child_name (self->places) : NULL);
}

static void
rate_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantItem *item = octant_session_get_item (self->session);
  OctantRating rating;

  if (item != NULL && octant_rating_parse (g_variant_get_string (parameter, NULL), &rating))
    octant_subdomain_page_rate (self->subdomain_page, item, rating);
}

/* A file named from outside the window goes to the selected requirement, as if it were dropped there. */
static void
attach_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantItem *item = octant_session_get_item (self->session);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (item == NULL)
    return;
  g_ptr_array_add (files, g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL)));
  octant_session_attach (self->session, item, files);
}

/* After the last requirement of a sub-domain the search goes on in the next ones. */
static void
next_unanswered_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantRequirementFilter *filter = octant_session_get_filter (self->session);
  OctantNode *node;

  if (octant_session_get_assessment (self->session) == NULL)
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "subdomain") == 0
      && octant_subdomain_page_next_unanswered (self->subdomain_page))
    return;
  node = octant_requirement_filter_find_unanswered (filter, octant_session_get_node (self->session));
  if (node != NULL)
    {
      octant_window_show_node_private (self, node);
      /* From before the first row on. */
      octant_session_set_item (self->session, NULL);
      octant_subdomain_page_next_unanswered (self->subdomain_page);
      return;
    }
  if (octant_requirement_filter_is_active (filter))
    octant_notice_show (self->toasts, self->session, _("Every requirement that matches the filter is answered"), FALSE);
  else
    octant_notice_show (self->toasts, self->session, _("Every requirement is answered"), FALSE);
}

static void
clear_filter_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  OctantWindow *self = user_data;

  octant_requirement_filter_clear (octant_session_get_filter (self->session));
}

/* All that was carried over in a domain or sub-domain, or everywhere ("overall"). */
static void
confirm_node_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  OctantWindow *self = user_data;
  OctantNode *node = octant_session_find_node (self->session, g_variant_get_string (parameter, NULL));

  if (node != NULL)
    octant_session_confirm_node (self->session, node);
}

static void
view_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  OctantWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "find-domain"))
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      octant_sidebar_start_search (self->sidebar);
    }
  else if (g_str_equal (name, "filter"))
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      octant_sidebar_start_filter (self->sidebar);
    }
  else if (g_str_equal (name, "focus-list"))
    octant_subdomain_page_focus_list (self->subdomain_page);
  else if (g_str_equal (name, "toggle-sidebar"))
    adw_navigation_split_view_set_show_content (self->split,
                                                !adw_navigation_split_view_get_show_content (self->split));
  else if (g_str_equal (name, "toggle-details"))
    gtk_toggle_button_set_active (self->details_button, !gtk_toggle_button_get_active (self->details_button));
}

/* Of the window's own group, so that they can be reached over D-Bus as well. */
void
octant_window_add_actions_private (OctantWindow *self)
{
  static const GActionEntry entries[] = {
    { "undo", session_action, NULL, NULL, NULL, { 0 } },
    { "redo", session_action, NULL, NULL, NULL, { 0 } },
    { "retry", session_action, NULL, NULL, NULL, { 0 } },
    { "create-sample", session_action, NULL, NULL, NULL, { 0 } },
    { "reopen", session_action, NULL, NULL, NULL, { 0 } },
    { "find-domain", view_action, NULL, NULL, NULL, { 0 } },
    { "filter", view_action, NULL, NULL, NULL, { 0 } },
    { "focus-list", view_action, NULL, NULL, NULL, { 0 } },
    { "toggle-sidebar", view_action, NULL, NULL, NULL, { 0 } },
    { "toggle-details", view_action, NULL, NULL, NULL, { 0 } },
    { "show-place", show_place_action, "s", NULL, NULL, { 0 } },
    { "show-node", show_node_action, "s", NULL, NULL, { 0 } },
    { "show-requirement", show_requirement_action, "s", NULL, NULL, { 0 } },
    { "open-cycle", open_cycle_action, "s", NULL, NULL, { 0 } },
    { "new-assessment", new_assessment_action, NULL, NULL, NULL, { 0 } },
    { "delete-assessment", delete_assessment_action, NULL, NULL, NULL, { 0 } },
    { "rate", rate_action, "s", NULL, NULL, { 0 } },
    { "attach", attach_action, "s", NULL, NULL, { 0 } },
    { "next-unanswered", next_unanswered_action, NULL, NULL, NULL, { 0 } },
    { "confirm-node", confirm_node_action, "s", NULL, NULL, { 0 } },
    { "clear-filter", clear_filter_action, NULL, NULL, NULL, { 0 } },
    { "help", help_action, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  octant_manage_actions_add (ADW_APPLICATION_WINDOW (self));
}
