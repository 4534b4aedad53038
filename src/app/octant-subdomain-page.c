/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-subdomain-page.h"

#include <glib/gi18n.h>

#include "octant-context-menu.h"
#include "octant-detail-pane.h"
#include "octant-evidence-drag.h"
#include "octant-evidence-paste.h"
#include "octant-gradual-list.h"
#include "octant-item-row.h"
#include "octant-list-keyboard.h"
#include "octant-matrix-view.h"
#include "octant-na-dialog.h"
#include "octant-off-screen.h"
#include "octant-rating-keys.h"
#include "octant-requirement-heads.h"
#include "octant-requirement-rows.h"
#include "octant-session-objects.h"
#include "octant-subdomain-header.h"
#include "octant-tree-factory.h"
#include "octant-window-scope.h"

/* As many rows as are made within a part of a frame. */
#define ROWS_AT_ONCE 2

/*
 * The stack of models behind the list:
 *
 *   octant_requirement_rows_new ()    GtkTreeListRow of OctantItem, in sections
 *     └ GtkSingleSelection            the item that the side pane shows
 *        └ OctantGradualList          the first rows at once, the others as time allows
 */
struct _OctantSubdomainPage
{
  AdwBin parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  GtkFilter *filter;             /* (owned) (nullable): the session's, which the list follows when most rows have gone */
  GtkSingleSelection *selection; /* (owned) */
  OctantListKeyboard *keyboard;  /* (owned) of the list */
  GtkWidget *about; /* (owned): what the sub-domain is, in the head of the first section */
  gboolean show_details;
  gboolean narrow;
  gboolean matrix;
  gboolean following; /* the selection is being set by the program */
  guint focus_source;      /* gives the list the keyboard */
  GtkWidget *focus_before; /* (unowned) (nullable): had it when the list was asked for */

  OctantDetailPane *details;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  GtkStack *list_stack;
  GtkListView *view;
  AdwOverlaySplitView *split;
  GtkStack *views;
  OctantMatrixView *matrix_view;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_SHOW_DETAILS,
  PROP_NARROW,
  PROP_MATRIX,
} OctantSubdomainPageProperty;

static GParamSpec *props[PROP_MATRIX + 1];

G_DEFINE_FINAL_TYPE (OctantSubdomainPage, octant_subdomain_page, ADW_TYPE_BIN)

/* Also those that the view has not yet. */
static guint
get_n_rows (OctantSubdomainPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/* (transfer full) */
static OctantItem *
dup_item_at (OctantSubdomainPage *self,
             guint                position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return octant_requirement_rows_dup_item (row);
}

static void
ask_not_applicable (OctantSubdomainPage *self,
                    OctantItem          *item)
{
  if (!octant_session_is_in_scope (self->session, item))
    {
      g_signal_emit_by_name (self->session, "notice", _("It is out of scope, so nothing of it is rated"), FALSE);
      return;
    }
  if (!octant_item_get_requirement (item)->na_allowed)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      g_signal_emit_by_name (self->session, "notice", _("This requirement always applies"), FALSE);
      return;
    }
  adw_dialog_present (octant_na_dialog_new (self->session, item), GTK_WIDGET (self));
}

/* Rates as a key or a press on the toggle does: NA asks for its reason first. */
void
octant_subdomain_page_rate (OctantSubdomainPage *self,
                            OctantItem          *item,
                            OctantRating         rating)
{
  g_return_if_fail (OCTANT_IS_SUBDOMAIN_PAGE (self));
  g_return_if_fail (OCTANT_IS_ITEM (item));

  if (rating == OCTANT_RATING_NA)
    ask_not_applicable (self, item);
  else
    octant_session_rate (self->session, item, rating);
}

static void
row_rate_cb (OctantItemRow       *row,
             int                  rating,
             OctantSubdomainPage *self)
{
  OctantItem *item = octant_item_row_get_item (row);

  octant_subdomain_page_select (self, item);
  octant_subdomain_page_rate (self, item, (OctantRating) rating);
}

/* Files, or pieces of the library; what took them is what is looked at next. */
static gboolean
row_drop_cb (GtkDropTarget       *target,
             const GValue        *value,
             double               x,
             double               y,
             OctantSubdomainPage *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  OctantItem *item = octant_item_row_get_item (OCTANT_ITEM_ROW (row));

  if (item == NULL || !octant_evidence_drop (self->session, item, value))
    return FALSE;
  octant_subdomain_page_select (self, item);
  return TRUE;
}

static GtkWidget *
make_row (gpointer user_data)
{
  OctantSubdomainPage *self = user_data;
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = octant_item_row_new ();
  GtkEventController *target = octant_evidence_drag_new_target ();

  g_signal_connect_object (target, "drop", G_CALLBACK (row_drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (row, target);

  gtk_tree_expander_set_indent_for_icon (GTK_TREE_EXPANDER (expander), FALSE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "rate", G_CALLBACK (row_rate_cb), self, G_CONNECT_DEFAULT);
  return expander;
}

static void
set_row_item (gpointer   user_data,
              GtkWidget *row,
              gpointer   item)
{
  octant_item_row_set_item (OCTANT_ITEM_ROW (row), item);
}

static char *
describe_row (gpointer user_data,
              gpointer item)
{
  return octant_item_row_describe (item);
}

static const OctantTreeRows list_rows = { make_row, set_row_item, describe_row };

/* How much of the sub-domain is there, while a filter leaves some of it out. */
static void
show_filter (OctantSubdomainPage *self)
{
  OctantNode *node = octant_session_get_node (self->session);
  OctantRequirementFilter *filter = octant_session_get_filter (self->session);
  gboolean active = octant_requirement_filter_is_active (filter) && node != NULL && octant_node_is_subdomain (node);
  guint all = active ? g_list_model_get_n_items (octant_node_get_items (node)) : 0;
  guint shown = active ? octant_requirement_filter_count (filter, node) : 0;
  /* Translators: requirements of a sub-domain that match the filter, and all of them */
  g_autofree char *text = g_strdup_printf (_("Filtered: %u of %u requirements match"), shown, all);

  gtk_label_set_label (self->filter_label, text);
  gtk_widget_set_visible (self->filter_bar, active && get_n_rows (self) > 0);
  gtk_stack_set_visible_child_name (self->list_stack, active && get_n_rows (self) == 0 ? "none" : "list");
}

static gboolean
match_cb (gpointer item,
          gpointer filter)
{
  return gtk_filter_match (filter, item);
}

/* (transfer none) */
static OctantGradualList *
get_rows (OctantSubdomainPage *self)
{
  return OCTANT_GRADUAL_LIST (gtk_list_view_get_model (self->view));
}

/* Something stays selected. */
static void
follow_filter (gpointer page)
{
  OctantSubdomainPage *self = page;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_filter (self);
  if (get_n_rows (self) > 0 && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
}

/* Most rows may go, which at once would take long. Who looks for a row meanwhile has it finished first. */
static void
filter_changed_cb (OctantSubdomainPage *self)
{
  octant_gradual_list_replace (get_rows (self), GTK_SCROLLABLE (self->view), follow_filter, self);
}

/* The matrix is filled only while it is on screen: it has a widget for each rating. */
static void
fill_matrix (OctantSubdomainPage *self)
{
  OctantNode *node = octant_session_get_node (self->session);

  octant_matrix_view_set_node (self->matrix_view,
                               self->matrix && node != NULL && octant_node_is_subdomain (node) ? node : NULL);
}

static void
node_cb (OctantSubdomainPage *self)
{
  OctantNode *node = octant_session_get_node (self->session);
  gboolean shown = node != NULL && octant_node_is_subdomain (node);
  g_autoptr (GListModel) model = NULL;

  if (shown)
    model = octant_requirement_rows_new (octant_node_get_items (node), self->filter);
  self->following = TRUE;
  octant_subdomain_header_set_node (OCTANT_SUBDOMAIN_HEADER (self->about), shown ? node : NULL);
  gtk_single_selection_set_model (self->selection, model);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
  octant_subdomain_page_select (self, octant_session_get_item (self->session));
  show_filter (self);
  fill_matrix (self);
  if (shown && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      octant_list_keyboard_show_top (self->keyboard);
    }
}

static void
selected_cb (OctantSubdomainPage *self)
{
  gpointer row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (OctantItem) item = row != NULL ? octant_requirement_rows_dup_item (row) : NULL;

  if (!self->following)
    octant_session_set_item (self->session, item);
}

static void
item_cb (OctantSubdomainPage *self)
{
  OctantItem *item = octant_session_get_item (self->session);

  octant_detail_pane_set_item (self->details, item);
  octant_subdomain_page_select (self, item);
}

static void
set_show_details (OctantSubdomainPage *self,
                  gboolean             show)
{
  if (self->show_details == show)
    return;
  self->show_details = show;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_DETAILS]);
}

/* Enter: the side pane, and the keyboard in it when it lies over the list. */
static void
activate_cb (OctantSubdomainPage *self)
{
  set_show_details (self, TRUE);
}

/* Selects a row and gives it the keyboard, which a list does by itself only when it has that already. */
static void
go_to_row (OctantSubdomainPage *self,
           guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (self->matrix)
    octant_matrix_view_focus (self->matrix_view, octant_session_get_item (self->session));
  else
    octant_list_keyboard_focus (self->keyboard);
}

static void
move (OctantSubdomainPage *self,
      int                  by)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = get_n_rows (self);
  gint64 target = selected == GTK_INVALID_LIST_POSITION ? 0 : (gint64) selected + by;

  if (target >= 0 && target < n)
    go_to_row (self, (guint) target);
}

static gboolean
act_on_key (OctantSubdomainPage *self,
            OctantItem          *item,
            guint                key)
{
  OctantRating rating;

  if (octant_rating_find_key (key, &rating))
    {
      octant_subdomain_page_rate (self, item, rating);
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_c:
      octant_session_confirm (self->session, item);
      return TRUE;
    case GDK_KEY_e:
      set_show_details (self, TRUE);
      octant_detail_pane_attach (self->details);
      return TRUE;
    case GDK_KEY_n:
      set_show_details (self, TRUE);
      octant_detail_pane_focus_note (self->details);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (OctantSubdomainPage *self,
                guint                key,
                guint                code,
                GdkModifierType      modifiers)
{
  gpointer row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (OctantItem) item = row != NULL ? octant_requirement_rows_dup_item (row) : NULL;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || item == NULL)
    return GDK_EVENT_PROPAGATE;
  key = gdk_keyval_to_lower (key);
  if (key == GDK_KEY_x && (modifiers & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE; /* the page's own: exclude_cb */
  if (key == GDK_KEY_j || key == GDK_KEY_k)
    {
      move (self, key == GDK_KEY_j ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  return act_on_key (self, item, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Several requirements at once, from the list and from the matrix. */
static gboolean
exclude_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  OctantSubdomainPage *self = OCTANT_SUBDOMAIN_PAGE (widget);
  OctantNode *node = self->session != NULL ? octant_session_get_node (self->session) : NULL;

  return node != NULL && octant_node_is_subdomain (node)
         && gtk_widget_activate_action (widget, "win.exclude-requirements", "s", octant_node_get_code (node));
}

static void
set_matrix (OctantSubdomainPage *self,
            gboolean             matrix)
{
  if (self->matrix == matrix)
    return;
  self->matrix = matrix;
  octant_gradual_list_set_resting (get_rows (self), GTK_SCROLLABLE (self->view), matrix);
  octant_list_keyboard_set_active (self->keyboard, !matrix);
  /* The matrix is of all objects. */
  if (matrix && self->session != NULL)
    octant_session_set_object (self->session, NULL);
  if (self->session != NULL)
    fill_matrix (self);
  gtk_stack_set_visible_child_name (self->views, matrix ? "matrix" : "list");
  if (self->session != NULL)
    octant_subdomain_page_focus_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MATRIX]);
}

/* One object alone has rows, all of them may have a matrix. */
static void
object_cb (OctantSubdomainPage *self)
{
  if (octant_session_get_object (self->session) != NULL)
    set_matrix (self, FALSE);
  node_cb (self);
}

static void
matrix_selected_cb (OctantSubdomainPage *self,
                    OctantItem          *item)
{
  octant_session_set_item (self->session, item);
}

static void
matrix_rate_cb (OctantSubdomainPage *self,
                OctantItem          *item,
                int                  rating)
{
  octant_subdomain_page_rate (self, item, (OctantRating) rating);
}

/* The menu speaks of the row under the pointer, which is therefore selected first. */
static GMenuModel *
create_menu_cb (GtkWidget *row,
                gpointer   user_data)
{
  OctantSubdomainPage *self = user_data;
  OctantItem *item = octant_item_row_get_item (OCTANT_ITEM_ROW (row));

  if (item == NULL)
    return NULL;
  octant_subdomain_page_select (self, item);
  return octant_item_menu_new (item);
}

static void
leaving_cb (OctantSubdomainPage *self)
{
  octant_gradual_list_make_room (get_rows (self), GTK_SCROLLABLE (self->view));
}

static void
set_session (OctantSubdomainPage *self,
             OctantSession       *session)
{
  if (!g_set_object (&self->session, session))
    return;
  octant_detail_pane_set_session (self->details, session);
  g_clear_object (&self->filter);
  if (session != NULL)
    {
      self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, g_object_ref (octant_session_get_filter (session)),
                                                        g_object_unref));
      g_signal_connect_object (session, "leaving", G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::node", G_CALLBACK (node_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::object", G_CALLBACK (object_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::item", G_CALLBACK (item_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (octant_session_get_filter (session), "changed", G_CALLBACK (filter_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (octant_session_get_filter (session), "counts-changed", G_CALLBACK (show_filter), self,
                               G_CONNECT_SWAPPED);
      node_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
octant_subdomain_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  OctantSubdomainPage *self = OCTANT_SUBDOMAIN_PAGE (object);

  switch ((OctantSubdomainPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_DETAILS:
      g_value_set_boolean (value, self->show_details);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_MATRIX:
      g_value_set_boolean (value, self->matrix);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_subdomain_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  OctantSubdomainPage *self = OCTANT_SUBDOMAIN_PAGE (object);

  switch ((OctantSubdomainPageProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_DETAILS:
      set_show_details (self, g_value_get_boolean (value));
      break;
    case PROP_MATRIX:
      set_matrix (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = !self->narrow;
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Where a text is being written the key belongs to the text. */
static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  OctantSubdomainPage *self = OCTANT_SUBDOMAIN_PAGE (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->details), "details.paste", NULL);
}

static void
octant_subdomain_page_dispose (GObject *object)
{
  OctantSubdomainPage *self = OCTANT_SUBDOMAIN_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->keyboard);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_SUBDOMAIN_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->about);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_subdomain_page_parent_class)->dispose (object);
}

static void
octant_subdomain_page_class_init (OctantSubdomainPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_subdomain_page_get_property;
  object_class->set_property = octant_subdomain_page_set_property;
  object_class->dispose = octant_subdomain_page_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION, flags);
  props[PROP_SHOW_DETAILS] = g_param_spec_boolean ("show-details", NULL, NULL, TRUE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_MATRIX] = g_param_spec_boolean ("matrix", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_DETAIL_PANE);
  g_type_ensure (OCTANT_TYPE_MATRIX_VIEW);
  g_type_ensure (OCTANT_TYPE_SUBDOMAIN_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-subdomain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, details);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, matrix_view);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, split);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, view);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainPage, views);
  gtk_widget_class_install_action (widget_class, "requirements.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "requirements.paste", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_x, GDK_SHIFT_MASK, exclude_cb, NULL);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_rate_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_selected_cb);
}

static void
octant_subdomain_page_init (OctantSubdomainPage *self)
{
  g_autoptr (GtkListItemFactory) factory = octant_tree_factory_new (&list_rows, self);
  g_autoptr (GtkListItemFactory) heads = NULL;
  g_autoptr (OctantGradualList) rows = NULL;

  self->show_details = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  /* Else Space in the list would take the selection away, and with it what the pane shows. */
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->about = g_object_ref_sink (g_object_new (OCTANT_TYPE_SUBDOMAIN_HEADER, NULL));
  heads = octant_requirement_heads_new (self->about);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_header_factory (self->view, heads);
  rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->selection)), ROWS_AT_ONCE);
  octant_gradual_list_heed_end (rows, GTK_WIDGET (self->view));
  octant_off_screen_hide (GTK_WIDGET (self->view));
  self->keyboard = octant_list_keyboard_new (self->view, rows, GTK_WIDGET (self->details));
  octant_context_menu_install (GTK_WIDGET (self->view), GTK_WIDGET (self), OCTANT_TYPE_ITEM_ROW, create_menu_cb, self);
}

/* Selects the row of @item and shows it, or none; a requirement with objects leads to its own row. */
void
octant_subdomain_page_select (OctantSubdomainPage *self,
                              OctantItem          *item)
{
  g_return_if_fail (OCTANT_IS_SUBDOMAIN_PAGE (self));

  if (item == NULL)
    {
      self->following = TRUE;
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      self->following = FALSE;
    }
  else
    octant_gradual_list_finish (get_rows (self));
  for (guint i = 0; item != NULL && i < get_n_rows (self); i++)
    {
      g_autoptr (OctantItem) candidate = dup_item_at (self, i);

      if (candidate != item)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return;
    }
}

gboolean
octant_subdomain_page_keeps_details (OctantSubdomainPage *self)
{
  g_return_val_if_fail (OCTANT_IS_SUBDOMAIN_PAGE (self), FALSE);

  return !adw_overlay_split_view_get_collapsed (self->split);
}

gboolean
octant_subdomain_page_next_unanswered (OctantSubdomainPage *self)
{
  guint selected, n;

  g_return_val_if_fail (OCTANT_IS_SUBDOMAIN_PAGE (self), FALSE);

  octant_gradual_list_finish (get_rows (self));
  selected = gtk_single_selection_get_selected (self->selection);
  n = get_n_rows (self);
  for (guint i = selected == GTK_INVALID_LIST_POSITION ? 0 : selected + 1; i < n; i++)
    {
      g_autoptr (OctantItem) item = dup_item_at (self, i);

      if (octant_item_get_children (item) != NULL || !octant_session_is_in_scope (self->session, item))
        continue;
      if (octant_item_get_rating (item) == OCTANT_RATING_UNANSWERED || octant_item_get_carried (item))
        {
          go_to_row (self, i);
          return TRUE;
        }
    }
  return FALSE;
}

static GtkWidget *
get_keyboard_focus (OctantSubdomainPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
focus_list_cb (gpointer user_data)
{
  OctantSubdomainPage *self = user_data;
  guint selected = gtk_single_selection_get_selected (self->selection);
  GtkWidget *focus = get_keyboard_focus (self);

  self->focus_source = 0;
  /* While much is drawn this comes late: who writes elsewhere by then is not called back, or what is written would rate. */
  if (focus != self->focus_before && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    return G_SOURCE_REMOVE;
  /* Where the pane lies over the list, the list cannot have the keyboard. */
  if (adw_overlay_split_view_get_collapsed (self->split))
    set_show_details (self, FALSE);
  if (self->matrix)
    octant_matrix_view_focus (self->matrix_view, octant_session_get_item (self->session));
  else if (get_n_rows (self) > 0)
    go_to_row (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
  return G_SOURCE_REMOVE;
}

/* Gives the keyboard to the selected row, as soon as the list is laid out. */
void
octant_subdomain_page_focus_list (OctantSubdomainPage *self)
{
  g_return_if_fail (OCTANT_IS_SUBDOMAIN_PAGE (self));

  g_set_weak_pointer (&self->focus_before, get_keyboard_focus (self));
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_LOW, focus_list_cb, self, NULL);
}
