/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-private.h"

#include <glib/gi18n.h>

#include "octant-attack-page.h"
#include "octant-dialog-focus.h"
#include "octant-evidence-page.h"
#include "octant-filter-button.h"
#include "octant-history-page.h"
#include "octant-journal-page.h"
#include "octant-notice.h"
#include "octant-overview-page.h"
#include "octant-settings.h"
#include "octant-window-find.h"
#include "octant-window-insight.h"
#include "octant-window-scope.h"

typedef enum
{
  PROP_SESSION = 1,
} OctantWindowProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantWindow, octant_window, ADW_TYPE_APPLICATION_WINDOW)

static void
notice_cb (OctantWindow *self,
           const char   *message,
           gboolean      undoable)
{
  octant_notice_show (self->toasts, self->session, message, undoable);
}

/* Names the folder: what helps is done with the files in it. The page takes markup, and a path may look like some. */
static void
show_error (OctantWindow *self,
            const char   *message)
{
  g_autofree char *text = g_markup_printf_escaped ("%s\n\n%s", message, octant_session_get_data_dir (self->session));

  adw_status_page_set_description (self->error_page, text);
}

static void
state_cb (OctantWindow *self)
{
  static const char *const names[] = { "loading", "empty", "ready", "error" };
  const char *message = octant_session_get_error_message (self->session);

  gtk_stack_set_visible_child_name (self->state_stack, names[octant_session_get_state (self->session)]);
  if (message != NULL)
    show_error (self, message);
  octant_window_update_actions_private (self);
}

static void
finish_closing (OctantWindow *self)
{
  if (self->closing && octant_session_is_settled (self->session))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_state_cb (OctantWindow *self)
{
  const char *message = octant_session_get_save_error (self->session);
  gboolean failed = octant_session_get_save_state (self->session) == OCTANT_SAVE_STATE_FAILED;
  g_autofree char *title = NULL;

  if (message != NULL && self->banner != NULL)
    {
      /* Translators: %s says why, as in “The disk is full” */
      title = g_strdup_printf (_("Not saved: %s. What you see is kept until saving works."), message);
      adw_banner_set_title (self->banner, title);
    }
  if (self->banner != NULL && failed)
    adw_banner_set_revealed (self->banner, TRUE);
  else if (self->banner != NULL && octant_session_get_save_state (self->session) == OCTANT_SAVE_STATE_SAVED)
    adw_banner_set_revealed (self->banner, FALSE);
  if (failed && self->closing)
    {
      self->closing = FALSE;
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
  octant_window_update_actions_private (self);
  finish_closing (self);
}

static void
discard_response_cb (OctantWindow *self,
                     const char   *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_strcmp0 (response, "retry") == 0)
    {
      self->closing = TRUE;
      octant_session_retry (self->session);
    }
}

static void
ask_to_discard (OctantWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Changes Are Not Saved"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("%s. Closing now loses your latest answers."),
                                octant_session_get_save_error (self->session));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                  "retry", _("_Try Again"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "retry", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "retry");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
save_geometry (OctantWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 1));
  g_settings_set_int (self->settings, "window-height", MAX (height, 1));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->subdomain_page != NULL && octant_subdomain_page_keeps_details (self->subdomain_page))
    {
      gboolean details;

      g_object_get (self->subdomain_page, "show-details", &details, NULL);
      g_settings_set_boolean (self->settings, "show-details", details);
    }
}

/* An answer on its way to the disk is waited for, out of sight; one that cannot get there is asked about. */
static gboolean
octant_window_close_request (GtkWindow *window)
{
  OctantWindow *self = OCTANT_WINDOW (window);

  save_geometry (self);
  octant_session_set_item (self->session, NULL);
  if (self->interviews_page != NULL)
    octant_interviews_page_keep (self->interviews_page);
  if (octant_session_get_save_state (self->session) == OCTANT_SAVE_STATE_FAILED)
    {
      ask_to_discard (self);
      return GDK_EVENT_STOP;
    }
  if (!octant_session_is_settled (self->session))
    {
      self->closing = TRUE;
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (octant_window_parent_class)->close_request (window);
}

/* The menu of the sub-domain on screen is made when it is opened: what it offers depends on what is out of scope. */
static void
fill_more_menu_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  OctantWindow *self = user_data;
  gboolean on_subdomain = g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "subdomain") == 0;
  OctantNode *node = on_subdomain ? octant_session_get_node (self->session) : NULL;
  OctantItem *item = on_subdomain ? octant_session_get_item (self->session) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) answer = item != NULL ? octant_item_menu_new (item) : NULL;
  g_autoptr (GMenuModel) scope = node != NULL ? octant_scope_menu_new (node) : NULL;

  if (on_subdomain)
    {
      g_menu_append (menu, _("_Matrix"), "win.toggle-matrix");
      g_menu_append (menu, _("_Filter Requirements"), "win.filter");
    }
  g_menu_append_submenu (menu, _("Whose _Scores to Show"), octant_object_switch_get_menu (self->object_switch));
  if (answer != NULL)
    g_menu_append_section (menu, NULL, answer);
  if (scope != NULL)
    g_menu_append_section (menu, NULL, scope);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
get_parts (OctantWindow *self,
           GtkBuilder   *builder)
{
  self->split = ADW_NAVIGATION_SPLIT_VIEW (gtk_builder_get_object (builder, "split"));
  self->content = ADW_NAVIGATION_PAGE (gtk_builder_get_object (builder, "content"));
  self->sidebar = OCTANT_SIDEBAR (gtk_builder_get_object (builder, "sidebar"));
  self->banner = ADW_BANNER (gtk_builder_get_object (builder, "banner"));
  self->places = GTK_STACK (gtk_builder_get_object (builder, "places"));
  self->interviews_page = OCTANT_INTERVIEWS_PAGE (gtk_builder_get_object (builder, "interviews_page"));
  self->subdomain_page = OCTANT_SUBDOMAIN_PAGE (gtk_builder_get_object (builder, "subdomain_page"));
  self->header = ADW_HEADER_BAR (gtk_builder_get_object (builder, "header"));
  self->back_button = GTK_BUTTON (gtk_builder_get_object (builder, "back_button"));
  self->details_button = GTK_TOGGLE_BUTTON (gtk_builder_get_object (builder, "details_button"));
  self->more_button = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "more_button"));
  self->matrix_button = GTK_TOGGLE_BUTTON (gtk_builder_get_object (builder, "matrix_button"));
  self->object_slot = GTK_WIDGET (gtk_builder_get_object (builder, "object_slot"));
  self->object_switch = OCTANT_OBJECT_SWITCH (gtk_builder_get_object (builder, "object_switch"));
  self->object_banner = ADW_BANNER (gtk_builder_get_object (builder, "object_banner"));
}

static void
connect_parts (OctantWindow *self)
{
  g_autoptr (GPropertyAction) hide = g_property_action_new ("hide-out-of-scope", self->sidebar, "hide-out-of-scope");
  g_autoptr (GPropertyAction) matrix = g_property_action_new ("toggle-matrix", self->subdomain_page, "matrix");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (hide));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (matrix));
  gtk_menu_button_set_create_popup_func (self->more_button, fill_more_menu_cb, self, NULL);
  g_signal_connect_object (self->object_slot, "notify::visible", G_CALLBACK (octant_window_update_actions_private), self,
                           G_CONNECT_SWAPPED);
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "hide-out-of-scope", self->sidebar, "hide-out-of-scope", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-details", self->subdomain_page, "show-details", G_SETTINGS_BIND_GET);
}

/* All that works with data, with every page: made when there are some, or while they are read. */
static void
make_workspace (OctantWindow *self)
{
  /* Of those that match, the last one holds. */
  static const char *const breakpoints[] = { "medium", "narrow", "small", "smallest" };
  static const char *const followers[] = {
    "object_switch", "sidebar", "overview_page", "interviews_page", "evidence_page", "filter_button",
    "history_page", "journal_page", "attack_page", "subdomain_page",
  };
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->split != NULL)
    return;
  builder = gtk_builder_new_from_resource ("/io/github/octantapp/Octant/octant-workspace.ui");
  get_parts (self, builder);
  gtk_stack_add_named (self->state_stack, GTK_WIDGET (self->split), "ready");
  for (guint i = 0; i < G_N_ELEMENTS (breakpoints); i++)
    adw_application_window_add_breakpoint (ADW_APPLICATION_WINDOW (self),
                                           ADW_BREAKPOINT (g_object_ref (gtk_builder_get_object (builder, breakpoints[i]))));
  connect_parts (self);
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    g_object_set (gtk_builder_get_object (builder, followers[i]), "session", self->session, NULL);
  save_state_cb (self);
}

/* While the data are read the window is painted once, and the time until they come is used. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantWindow *self = OCTANT_WINDOW (widget);

  if (!self->painted)
    {
      self->painted = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (octant_session_get_state (self->session) == OCTANT_SESSION_LOADING)
    make_workspace (self);
  return G_SOURCE_REMOVE;
}

/* Another assessment: what was looked at is shown of that one, if it has it. */
static void
assessment_cb (OctantWindow *self)
{
  OctantNode *node = octant_session_get_node (self->session);

  if (octant_session_get_assessment (self->session) == NULL)
    return;
  make_workspace (self);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "last-cycle",
                           octant_assessment_get_id (octant_session_get_assessment (self->session)));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "subdomain") != 0)
    octant_window_show_place_private (self, gtk_stack_get_visible_child_name (self->places));
  else if (node != NULL)
    octant_window_show_node_private (self, node);
  else
    octant_window_show_place_private (self, "overview");
}

static void
set_session (OctantWindow  *self,
             OctantSession *session)
{
  g_autoptr (GPropertyAction) object = NULL;

  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  object = g_property_action_new ("show-scores-of", session, "object");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (object));
  g_signal_connect_object (session, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::error-message", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::save-state", G_CALLBACK (save_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::importing", G_CALLBACK (finish_closing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-undo", G_CALLBACK (octant_window_update_actions_private), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-redo", G_CALLBACK (octant_window_update_actions_private), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  /* Before the state, which shows the workspace that this makes. */
  assessment_cb (self);
  state_cb (self);
}

static void
octant_window_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_WINDOW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_window_dispose (GObject *object)
{
  OctantWindow *self = OCTANT_WINDOW (object);

  /* A property's action holds its object, which would hold the window's actions. */
  g_action_map_remove_action (G_ACTION_MAP (self), "hide-out-of-scope");
  g_action_map_remove_action (G_ACTION_MAP (self), "toggle-matrix");
  g_action_map_remove_action (G_ACTION_MAP (self), "show-scores-of");
  g_clear_signal_handler (&self->keyboard_handler, self);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (octant_window_parent_class)->dispose (object);
}

/*
 * Ctrl+Down before the widgets see it: every list has a use of its own for the key, and the journey from one open question
 * to the next must not depend on which of them has the keyboard. Where text is edited it moves by paragraphs.
 */
static gboolean
key_pressed_cb (OctantWindow   *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
      || (modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK
      || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (self), "next-unanswered", NULL);
  return GDK_EVENT_STOP;
}

static void
install_bindings (GtkWidgetClass *widget_class)
{
  static const char *const places[] = { "overview", "interviews", "evidence", "history", "journal" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK, "win.show-place", "s",
                                         places[i]);
}

static void
octant_window_class_init (OctantWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_window_get_property;
  object_class->dispose = octant_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = octant_window_close_request;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_FILTER_BUTTON);
  g_type_ensure (OCTANT_TYPE_ATTACK_PAGE);
  g_type_ensure (OCTANT_TYPE_OVERVIEW_PAGE);
  g_type_ensure (OCTANT_TYPE_EVIDENCE_PAGE);
  g_type_ensure (OCTANT_TYPE_HISTORY_PAGE);
  g_type_ensure (OCTANT_TYPE_INTERVIEWS_PAGE);
  g_type_ensure (OCTANT_TYPE_JOURNAL_PAGE);
  g_type_ensure (OCTANT_TYPE_OBJECT_SWITCH);
  g_type_ensure (OCTANT_TYPE_SIDEBAR);
  g_type_ensure (OCTANT_TYPE_SUBDOMAIN_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctantWindow, state_stack);
  gtk_widget_class_bind_template_child (widget_class, OctantWindow, toasts);
  install_bindings (widget_class);
}

static void
octant_window_init (OctantWindow *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  octant_window_add_actions_private (self);
  octant_window_add_insight_actions (self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  octant_window_add_scope_actions (self);
  octant_window_add_find_actions (self);
  octant_dialog_focus_watch (ADW_APPLICATION_WINDOW (self));
  gtk_window_set_icon_name (GTK_WINDOW (self), OCTANT_APP_ID);
  if (g_str_equal (OCTANT_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  self->settings = octant_settings_new ();
  if (self->settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

GtkWidget *
octant_window_new (GtkApplication *application,
                   OctantSession  *session)
{
  OctantWindow *self = g_object_new (OCTANT_TYPE_WINDOW, "application", application, NULL);

  set_session (self, session);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  return GTK_WIDGET (self);
}

OctantSession *
octant_window_get_session (OctantWindow *self)
{
  g_return_val_if_fail (OCTANT_IS_WINDOW (self), NULL);

  return self->session;
}

void
octant_window_show_interview (OctantWindow *self,
                              const char   *interview_id,
                              const char   *code,
                              const char   *object_id)
{
  g_return_if_fail (OCTANT_IS_WINDOW (self));

  octant_interviews_page_show (self->interviews_page, interview_id, code, object_id);
}
