/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-sidebar.h"

#include <glib/gi18n.h>

#include "octant-context-menu.h"
#include "octant-cycle-switcher.h"
#include "octant-filter-button.h"
#include "octant-filter-pills.h"
#include "octant-gradual-list.h"
#include "octant-off-screen.h"
#include "octant-texts.h"
#include "octant-tree-factory.h"
#include "octant-tree-row.h"
#include "octant-window-scope.h"

/* As many rows as are made within a part of a frame. */
#define ROWS_AT_ONCE 2

/*
 * The stack of models behind the tree:
 *
 *   octant_assessment_get_domains()         OctantNode, domains
 *     └ GtkFilterListModel  root            domains that match or have a sub-domain that does
 *        └ GtkTreeListModel                 GtkTreeListRow, autoexpanded while searching
 *           └ children: GtkFilterListModel  sub-domains that match
 *              └ GtkSingleSelection         the node that is looked at
 *                 └ OctantGradualList       the first rows at once, the others as time allows
 */
struct _OctantSidebar
{
  AdwBin parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  char *needle;           /* (owned) (nullable): folded text searched for */
  GtkCustomFilter *filter; /* (owned) */
  GtkTreeListModel *tree;  /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) */
  OctantGradualList *rows;       /* (owned): what of it the view has by now */
  OctantNode *whole;       /* (owned) (nullable) */
  guint reveal;            /* source that scrolls to the selection */
  guint filter_source;     /* lets the filter of the requirements into the tree */
  gboolean awaited;        /* the row to scroll to is not there yet */
  gboolean following;      /* the selection is being set by the program */
  gboolean hide_out_of_scope;

  OctantFilterButton *filter_button;
  GtkListBox *places;
  GtkListBoxRow *place; /* (nullable): of the place on screen, which alone is highlighted */
  GtkListView *view;
  GtkViewport *viewport;
  GtkStack *tree_stack;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *object_sign;
  GtkLabel *progress;
  GtkProgressBar *progress_bar;
  GtkStack *save_stack;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_HIDE_OUT_OF_SCOPE,
} OctantSidebarProperty;

static GParamSpec *props[PROP_HIDE_OUT_OF_SCOPE + 1];

G_DEFINE_FINAL_TYPE (OctantSidebar, octant_sidebar, ADW_TYPE_BIN)

static gboolean
matches (OctantNode *node,
         const char *needle)
{
  const OctantText *name = octant_node_get_name (node);
  const char *texts[] = { octant_node_get_code (node), name->zh, name->en };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = g_utf8_casefold (texts[i], -1);

      if (strstr (folded, needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A domain stays for one of its sub-domains; all of it stays when the domain itself is meant. */
static gboolean
filter_cb (gpointer object,
           gpointer user_data)
{
  OctantSidebar *self = user_data;
  OctantNode *node = object;
  GListModel *children = octant_node_get_children (node);

  if (self->hide_out_of_scope && !octant_node_get_applicable (node))
    return FALSE;
  if (!gtk_filter_match (GTK_FILTER (octant_session_get_filter (self->session)), node))
    return FALSE;
  if (self->needle == NULL || matches (node, self->needle))
    return TRUE;
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (OctantNode) child = g_list_model_get_item (children, i);

      if (matches (child, self->needle)
          && gtk_filter_match (GTK_FILTER (octant_session_get_filter (self->session)), child))
        return TRUE;
    }
  if (octant_node_is_subdomain (node))
    {
      g_autofree char *prefix = g_strndup (octant_node_get_code (node), strcspn (octant_node_get_code (node), "."));
      OctantNode *domain = octant_session_find_node (self->session, prefix);

      return domain != NULL && matches (domain, self->needle);
    }
  return FALSE;
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  OctantSidebar *self = user_data;
  GListModel *children = octant_node_get_children (item);

  if (children == NULL)
    return NULL;
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (children),
                                                  GTK_FILTER (g_object_ref (self->filter))));
}

static void
expand_all (OctantSidebar *self)
{
  for (guint i = 0; self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static gboolean
is_filtered (OctantSidebar *self)
{
  return octant_requirement_filter_is_active (octant_session_get_filter (self->session));
}

static void
show_tree_or_none (OctantSidebar *self)
{
  gboolean found = self->tree != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0;

  gtk_stack_set_visible_child_name (self->tree_stack, found || (self->needle == NULL && !is_filtered (self)) ? "tree" : "none");
}

/* A selection that moves because its row is hidden leads nowhere. */
static void
filter_again (OctantSidebar *self)
{
  self->following = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  show_tree_or_none (self);
}

static void
structure_cb (OctantSidebar *self)
{
  if (self->hide_out_of_scope)
    filter_again (self);
}

static void
search_changed_cb (OctantSidebar *self)
{
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);

  g_clear_pointer (&self->needle, g_free);
  if (*g_strstrip (text) != '\0')
    self->needle = g_strdup (text);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (self->needle != NULL)
    expand_all (self);
  show_tree_or_none (self);
}

/* The node that is looked at stays marked, if it is still in the tree. */
static gboolean
filter_tree_cb (gpointer user_data)
{
  OctantSidebar *self = user_data;
  OctantNode *node = octant_session_get_node (self->session);
  gboolean on_node = gtk_list_box_get_selected_row (self->places) == NULL;

  self->filter_source = 0;
  self->following = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (is_filtered (self))
    expand_all (self);
  self->following = FALSE;
  show_tree_or_none (self);
  if (node != NULL && on_node)
    octant_sidebar_show_node (self, node);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not together with the list of the page, which takes as long. */
static void
filter_changed_cb (OctantSidebar *self)
{
  if (self->filter_source == 0)
    self->filter_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, filter_tree_cb, self, NULL);
}

/* Enter in the search goes to the first sub-domain found. */
static void
search_activate_cb (OctantSidebar *self)
{
  for (guint i = 0; self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (OctantNode) node = gtk_tree_list_row_get_item (row);

      if (octant_node_is_subdomain (node))
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", octant_node_get_code (node));
          gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-list", NULL);
          return;
        }
    }
}

static void
selected_cb (OctantSidebar *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (OctantNode) node = NULL;

  if (row == NULL || self->following)
    return;
  node = gtk_tree_list_row_get_item (row);
  if (octant_node_is_subdomain (node))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", octant_node_get_code (node));
}

/* A domain has no page of its own: activating it folds and unfolds it. */
static void
activate_cb (OctantSidebar *self,
             guint          position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (OctantNode) node = gtk_tree_list_row_get_item (row);

  if (!octant_node_is_subdomain (node))
    {
      gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", octant_node_get_code (node));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-list", NULL);
}

/* The keyboard selects each row that it passes; where one is does not change by that. */
static void
place_selected_cb (OctantSidebar *self,
                   GtkListBoxRow *row)
{
  if (row == self->place)
    return;
  if (self->place != NULL)
    gtk_list_box_select_row (self->places, self->place);
  else
    gtk_list_box_unselect_all (self->places);
}

static void
place_activated_cb (OctantSidebar *self,
                    GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s",
                              gtk_widget_get_name (GTK_WIDGET (row)));
}

static GtkWidget *
make_row (gpointer user_data)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_indent_for_icon (GTK_TREE_EXPANDER (expander), FALSE);
  gtk_tree_expander_set_indent_for_depth (GTK_TREE_EXPANDER (expander), FALSE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), octant_tree_row_new ());
  return expander;
}

static void
set_row_node (gpointer   user_data,
              GtkWidget *row,
              gpointer   node)
{
  OctantSidebar *self = user_data;

  if (node != NULL)
    octant_tree_row_set_filter (OCTANT_TREE_ROW (row), octant_session_get_filter (self->session));
  octant_tree_row_set_node (OCTANT_TREE_ROW (row), node);
}

static char *
describe_row (gpointer user_data,
              gpointer node)
{
  OctantSidebar *self = user_data;

  return octant_tree_row_describe (node, octant_session_get_filter (self->session));
}

static const OctantTreeRows tree_rows = { make_row, set_row_node, describe_row };

static void
progress_cb (OctantSidebar *self)
{
  const OctantScore *score;
  g_autofree char *text = NULL;

  if (self->whole == NULL)
    return;
  score = octant_node_get_score (self->whole);
  text = g_strdup_printf (_("%u of %u answered"), score->answered, score->applicable_items);
  gtk_label_set_label (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress_bar, score->applicable_items > 0
                                                         ? (double) score->answered / score->applicable_items
                                                         : 0.0);
}

static void
save_state_cb (OctantSidebar *self)
{
  static const char *const names[] = { "saved", "saving", "failed" };

  gtk_stack_set_visible_child_name (self->save_stack, names[octant_session_get_save_state (self->session)]);
}

/* The tree has the scores of this object alone. */
static void
object_cb (OctantSidebar *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  const char *name = assessment != NULL ? octant_assessment_get_shown_name (assessment) : NULL;
  g_autofree char *sign = name != NULL ? g_strdup_printf (_("Scores of %s"), name) : NULL;

  gtk_label_set_label (self->object_sign, sign != NULL ? sign : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->object_sign), sign);
  gtk_widget_set_visible (GTK_WIDGET (self->object_sign), sign != NULL);
}

static void
assessment_cb (OctantSidebar *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  GtkFilterListModel *root;

  if (self->whole != NULL)
    g_signal_handlers_disconnect_by_func (self->whole, progress_cb, self);
  g_clear_object (&self->whole);
  self->following = TRUE;
  g_clear_object (&self->tree);
  if (assessment != NULL)
    {
      root = gtk_filter_list_model_new (g_object_ref (octant_assessment_get_domains (assessment)),
                                        GTK_FILTER (g_object_ref (self->filter)));
      self->tree = gtk_tree_list_model_new (G_LIST_MODEL (root), FALSE, FALSE, create_children_cb, self, NULL);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (assessment != NULL)
    {
      self->whole = g_object_ref (octant_assessment_get_node (assessment, OCTANT_NODE_OVERALL));
      g_signal_connect_object (self->whole, "notify", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (assessment, "structure-changed", G_CALLBACK (structure_cb), self, G_CONNECT_SWAPPED);
      progress_cb (self);
    }
  object_cb (self);
  self->following = FALSE;
  show_tree_or_none (self);
}

static void
leaving_cb (OctantSidebar *self)
{
  octant_gradual_list_make_room (OCTANT_GRADUAL_LIST (gtk_list_view_get_model (self->view)), GTK_SCROLLABLE (self->view));
}

static void
set_session (OctantSidebar *self,
             OctantSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "leaving", G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::object", G_CALLBACK (object_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::save-state", G_CALLBACK (save_state_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (octant_session_get_filter (session), "changed", G_CALLBACK (filter_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (octant_session_get_filter (session), "counts-changed",
                               G_CALLBACK (octant_tree_factory_describe), gtk_list_view_get_factory (self->view),
                               G_CONNECT_SWAPPED);
      save_state_cb (self);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
set_hide_out_of_scope (OctantSidebar *self,
                       gboolean       hide)
{
  if (self->hide_out_of_scope == hide)
    return;
  self->hide_out_of_scope = hide;
  filter_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIDE_OUT_OF_SCOPE]);
}

static GMenuModel *
create_menu_cb (GtkWidget *row,
                gpointer   user_data)
{
  OctantNode *node = octant_tree_row_get_node (OCTANT_TREE_ROW (row));

  return node != NULL ? octant_scope_menu_new (node) : NULL;
}

static void
octant_sidebar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_SIDEBAR (object)->session);
  else if (prop_id == PROP_HIDE_OUT_OF_SCOPE)
    g_value_set_boolean (value, OCTANT_SIDEBAR (object)->hide_out_of_scope);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_sidebar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (OCTANT_SIDEBAR (object), g_value_get_object (value));
  else if (prop_id == PROP_HIDE_OUT_OF_SCOPE)
    set_hide_out_of_scope (OCTANT_SIDEBAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_sidebar_dispose (GObject *object)
{
  OctantSidebar *self = OCTANT_SIDEBAR (object);

  g_clear_handle_id (&self->reveal, g_source_remove);
  g_clear_handle_id (&self->filter_source, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->place = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_SIDEBAR);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->filter);
  g_clear_object (&self->whole);
  g_clear_object (&self->session);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (octant_sidebar_parent_class)->dispose (object);
}

static void
octant_sidebar_class_init (OctantSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_sidebar_get_property;
  object_class->set_property = octant_sidebar_set_property;
  object_class->dispose = octant_sidebar_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_HIDE_OUT_OF_SCOPE] = g_param_spec_boolean ("hide-out-of-scope", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                          | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_CYCLE_SWITCHER);
  g_type_ensure (OCTANT_TYPE_FILTER_BUTTON);
  g_type_ensure (OCTANT_TYPE_FILTER_PILLS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, object_sign);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, places);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, progress);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, save_stack);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, tree_stack);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, view);
  gtk_widget_class_bind_template_child (widget_class, OctantSidebar, viewport);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static gboolean
reveal_cb (gpointer user_data)
{
  OctantSidebar *self = user_data;
  GtkTreeListRow *selected = gtk_single_selection_get_selected_item (self->selection);

  self->reveal = 0;
  self->awaited = selected != NULL
                  && gtk_single_selection_get_selected (self->selection) >= g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *expander = gtk_widget_get_first_child (row);

      if (selected != NULL && GTK_IS_TREE_EXPANDER (expander)
          && gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) == selected)
        gtk_viewport_scroll_to (self->viewport, row, NULL);
    }
  return G_SOURCE_REMOVE;
}

/* The rows that were unfolded just now have their places after the next layout. */
static void
queue_reveal (OctantSidebar *self)
{
  if (self->reveal == 0)
    self->reveal = g_idle_add_full (G_PRIORITY_LOW, reveal_cb, self, NULL);
}

static void
rows_changed_cb (OctantSidebar *self)
{
  if (self->awaited)
    queue_reveal (self);
}

static void
octant_sidebar_init (OctantSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = octant_tree_factory_new (&tree_rows, self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  self->rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->selection)), ROWS_AT_ONCE);
  octant_off_screen_hide (GTK_WIDGET (self->view));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  octant_context_menu_install (GTK_WIDGET (self->view), GTK_WIDGET (self), OCTANT_TYPE_TREE_ROW, create_menu_cb, NULL);
}

/* Marks a place as the one that is looked at. */
void
octant_sidebar_show_place (OctantSidebar *self,
                           const char    *place)
{
  GtkListBoxRow *row;

  g_return_if_fail (OCTANT_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), place) == 0)
      {
        self->place = row;
        gtk_list_box_select_row (self->places, row);
      }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
}

/* Unfolds the tree down to @node and marks it. */
void
octant_sidebar_show_node (OctantSidebar *self,
                          OctantNode    *node)
{
  g_return_if_fail (OCTANT_IS_SIDEBAR (self));

  self->place = NULL;
  gtk_list_box_unselect_all (self->places);
  self->following = TRUE;
  for (guint i = 0; self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (OctantNode) candidate = gtk_tree_list_row_get_item (row);
      const char *code = octant_node_get_code (candidate);

      if (candidate == node)
        {
          gtk_single_selection_set_selected (self->selection, i);
          queue_reveal (self);
          break;
        }
      if (!octant_node_is_subdomain (candidate) && g_str_has_prefix (octant_node_get_code (node), code)
          && octant_node_get_code (node)[strlen (code)] == '.')
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
  self->following = FALSE;
}

void
octant_sidebar_start_search (OctantSidebar *self)
{
  g_return_if_fail (OCTANT_IS_SIDEBAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
octant_sidebar_start_filter (OctantSidebar *self)
{
  g_return_if_fail (OCTANT_IS_SIDEBAR (self));

  octant_filter_button_popup (self->filter_button);
}
