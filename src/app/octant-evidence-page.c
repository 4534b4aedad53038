/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-page.h"

#include <glib/gi18n.h>

#include "octant-attach-dialog.h"
#include "octant-context-menu.h"
#include "octant-evidence-cell.h"
#include "octant-evidence-dialog.h"
#include "octant-evidence-drag.h"
#include "octant-evidence-filter.h"
#include "octant-evidence-item.h"
#include "octant-evidence-paste.h"
#include "octant-gradual-list.h"
#include "octant-off-screen.h"
#include "octant-session-library.h"
#include "octant-settings.h"
#include "octant-texts.h"
#include "octant-verify-dialog.h"

/* Of a cell, at both its sides, and a gap to the next column. */
#define DATE_PADDING 30

/*
 * Evidence as it is shown:
 *
 *   GListStore of OctantEvidenceItem ──► GtkFilterListModel (words, state, type, strength, use)
 *     ──► GtkSortListModel (the table's columns) ──► GtkMultiSelection ──► OctantGradualList
 *     ──► table, or list when narrow
 */

/* Rows at a time; a row of the table is seven cells. */
#define ROWS_AT_ONCE 2
/* Files that were added, or went, at a time. */
#define CHANGES_AT_ONCE 4
/* Longer than OctantGradualList takes for as many rows. */
#define FILL_PAUSE_MS 40

struct _OctantEvidencePage
{
  AdwBin parent_instance;

  OctantSession *session;        /* (owned) (nullable) */
  GSignalGroup *assessment;      /* (owned) signals of the open assessment */
  GListStore *items;             /* (owned) */
  GtkFilterListModel *found;     /* (owned) */
  OctantEvidenceFilter *filter;  /* (owned) */
  GtkMultiSelection *selection;  /* (owned) */
  OctantGradualList *rows;       /* (owned) what is selected, as far as it has rows */
  GSettings *settings;           /* (owned) (nullable) */
  guint fill_source; /* brings the items to the library */
  gboolean stale; /* the library changed while the page was hidden */
  gboolean narrow;

  GtkStack *states;
  GtkWidget *tools;
  GtkStack *views;
  GtkColumnView *table;
  GtkListView *list;
  GtkSearchEntry *search;
  GtkDropDown *state;
  GtkDropDown *type;
  GtkDropDown *strength;
  GtkDropDown *use;
  GtkLabel *count;
  GtkWidget *import_box;
  GtkProgressBar *import_bar;
  GtkWidget *drop_hint;
  GtkActionBar *bar;
  GtkLabel *selected;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
} OctantEvidencePageProperty;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (OctantEvidencePage, octant_evidence_page, ADW_TYPE_BIN)

static void
show_found (OctantEvidencePage *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = n == all ? g_strdup_printf (ngettext ("%u file", "%u files", all), all)
                                   : g_strdup_printf (_("%u of %u files"), n, all);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->states, all == 0 ? "empty" : n == 0 ? "none" : "content");
  /* Nothing to search, to filter or to verify: the page says how to add something. */
  gtk_widget_set_visible (self->tools, all > 0);
}

static gboolean
fill_cb (gpointer user_data);

/* Files that were added come a few at a time, as rows do: where one has scrolled to stays in view. */
static void
update (OctantEvidencePage *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  self->stale = !octant_evidence_items_fill (self->items,
                                             self->session != NULL ? octant_session_get_assessment (self->session) : NULL,
                                             CHANGES_AT_ONCE);
  if (self->stale)
    self->fill_source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FILL_PAUSE_MS, fill_cb, self, NULL);
  /* What changed in a row may let it in or out. */
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static gboolean
fill_cb (gpointer user_data)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (user_data);

  self->fill_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Hidden, the page reads nothing; however much changes at once, it is read once, and not in the frame that shows the rest. */
static void
queue_update (OctantEvidencePage *self)
{
  self->stale = TRUE;
  if (self->fill_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->fill_source = g_idle_add (fill_cb, self);
}

static void
assessment_cb (OctantEvidencePage *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  queue_update (self);
}

/* A tooltip that were set would ask the display server where the pointer is, and wait for the answer, for each row. */
static gboolean
text_tip_cb (GtkInscription *cell,
             int             x,
             int             y,
             gboolean        keyboard,
             GtkTooltip     *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (cell));
  return TRUE;
}

/* Only the view that is shown holds the rows. */
static void
update_views (OctantEvidencePage *self)
{
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (self->rows);

  gtk_column_view_set_model (self->table, self->narrow ? NULL : rows);
  gtk_list_view_set_model (self->list, self->narrow ? rows : NULL);
  gtk_stack_set_visible_child_name (self->views, self->narrow ? "list" : "table");
}

static gboolean
is_list (OctantEvidencePage *self)
{
  return gtk_list_view_get_model (self->list) != NULL;
}

/* What was asked for meanwhile: other rows, another view of them. */
static void
show (gpointer object)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (object);

  if (is_list (self) != self->narrow)
    update_views (self);
  octant_evidence_filter_read (self->filter);
  show_found (self);
}

static void
filter_cb (OctantEvidencePage *self)
{
  if (self->rows != NULL)
    octant_gradual_list_replace (self->rows,
                                 is_list (self) ? GTK_SCROLLABLE (self->list) : GTK_SCROLLABLE (self->table), show, self);
}

static void
open_item (OctantEvidencePage *self,
           GListModel         *list,
           guint               position)
{
  g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (list, position);

  if (item != NULL && self->session != NULL && octant_session_get_assessment (self->session) != NULL)
    adw_dialog_present (octant_evidence_dialog_new (self->session, octant_evidence_item_get_record (item)),
                        GTK_WIDGET (self));
}

/* @position: among the rows */
static void
activate_cb (OctantEvidencePage *self,
             guint               position)
{
  open_item (self, G_LIST_MODEL (self->rows), position);
}

static guint
count_selected (OctantEvidencePage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

/* In the order of the table. (transfer full) */
static char **
list_selected (OctantEvidencePage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                                   gtk_bitset_get_nth (selected, i));

      g_strv_builder_add (ids, octant_evidence_item_get_id (item));
    }
  return g_strv_builder_end (ids);
}

static void
selection_cb (OctantEvidencePage *self)
{
  guint n = count_selected (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->selected, text);
  gtk_action_bar_set_revealed (self->bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.attach-to", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.details", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.remove", n > 0);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  open_item (self, G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, 0));
}

static void
attach_to_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);
  g_auto (GStrv) ids = list_selected (self);

  adw_dialog_present (octant_attach_dialog_new_requirements (self->session, (const char *const *) ids), widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);
  g_auto (GStrv) ids = list_selected (self);

  octant_session_remove_evidence (self->session, (const char *const *) ids);
}

static guint
find_position (OctantEvidencePage *self,
               OctantEvidenceItem *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == wanted)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What is meant by a row under the pointer: all that is selected when it is among that, else the row alone. */
static void
select_under (OctantEvidencePage *self,
              OctantEvidenceItem *item)
{
  guint position = find_position (self, item);

  if (position != GTK_INVALID_LIST_POSITION
      && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static GMenuModel *
create_menu_cb (GtkWidget *cell,
                gpointer   user_data)
{
  OctantEvidenceItem *item = octant_evidence_cell_get_item (OCTANT_EVIDENCE_CELL (cell));
  GMenu *menu;

  if (item == NULL)
    return NULL;
  select_under (user_data, item);
  menu = g_menu_new ();
  g_menu_append (menu, _("_Details…"), "evidence.details");
  g_menu_append (menu, _("_Attach to Requirements…"), "evidence.attach-to");
  g_menu_append (menu, _("_Remove"), "evidence.remove");
  return G_MENU_MODEL (menu);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource      *source,
                 double              x,
                 double              y,
                 OctantEvidencePage *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, OCTANT_TYPE_EVIDENCE_CELL) : NULL;
  g_auto (GStrv) ids = NULL;

  if (cell == NULL || octant_evidence_cell_get_item (OCTANT_EVIDENCE_CELL (cell)) == NULL)
    return NULL;
  select_under (self, octant_evidence_cell_get_item (OCTANT_EVIDENCE_CELL (cell)));
  ids = list_selected (self);
  return octant_evidence_drag_new_content ((const char *const *) ids);
}

static void
drag_begin_cb (GtkDragSource      *source,
               GdkDrag            *drag,
               OctantEvidencePage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                               gtk_bitset_get_nth (selected, 0));
  const char *title =
      item != NULL ? octant_record_get (octant_evidence_item_get_record (item), OCTANT_EVIDENCE_TITLE) : "";

  octant_evidence_drag_set_icon (drag, title, (guint) gtk_bitset_get_size (selected));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);

  octant_evidence_choose (self->session, NULL, widget);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);

  octant_evidence_paste (self->session, NULL, gtk_widget_get_clipboard (widget));
}

static void
verify_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);

  if (self->session != NULL)
    adw_dialog_present (octant_verify_dialog_new (self->session), widget);
}

static void
cancel_import_cb (OctantEvidencePage *self)
{
  octant_session_cancel_import (self->session);
}

static gboolean
drop_cb (OctantEvidencePage *self,
         const GValue       *value)
{
  /* A drop is not followed by a leave. */
  gtk_widget_set_visible (self->drop_hint, FALSE);
  return octant_evidence_drop (self->session, NULL, value);
}

static GdkDragAction
drop_enter_cb (OctantEvidencePage *self)
{
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (OctantEvidencePage *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

/* A date is as long as its language writes it; the room that is left is the title's. Widths of the user's own stay. */
static void
fit_dates (OctantEvidencePage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  g_autofree char *longest = octant_format_date ("2028-12-28");
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->table), longest);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);

      if ((g_strcmp0 (id, "collected") == 0 || g_strcmp0 (id, "until") == 0)
          && gtk_column_view_column_get_fixed_width (column) < 0)
        gtk_column_view_column_set_fixed_width (column, width + DATE_PADDING);
    }
}

static void
octant_evidence_page_map (GtkWidget *widget)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (widget);

  fit_dates (self);
  if (self->stale)
    update (self);
  GTK_WIDGET_CLASS (octant_evidence_page_parent_class)->map (widget);
}

static void
octant_evidence_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (object);

  switch ((OctantEvidencePageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_evidence_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (object);

  switch ((OctantEvidencePageProperty) prop_id)
    {
    case PROP_SESSION:
      octant_evidence_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      filter_cb (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sorter_changed_cb (OctantEvidencePage *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  g_settings_set_string (self->settings, "evidence-sort-column",
                         column != NULL ? gtk_column_view_column_get_id (column) : "");
  g_settings_set_boolean (self->settings, "evidence-sort-descending",
                          gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING);
}

static void
octant_evidence_page_dispose (GObject *object)
{
  OctantEvidencePage *self = OCTANT_EVIDENCE_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  /* A table that goes away forgets its order and its rows, which is no wish of the user's. */
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->table), sorter_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->selection, selection_cb, self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_EVIDENCE_PAGE);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (octant_evidence_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, bar);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, count);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, import_bar);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, import_box);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, list);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, search);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, selected);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, state);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, states);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, strength);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, table);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, tools);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, type);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, use);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePage, views);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_tip_cb);
}

static void
octant_evidence_page_class_init (OctantEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_evidence_page_get_property;
  object_class->set_property = octant_evidence_page_set_property;
  object_class->dispose = octant_evidence_page_dispose;
  widget_class->map = octant_evidence_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_EVIDENCE_CELL);
  g_type_ensure (OCTANT_TYPE_EVIDENCE_ITEM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "evidence.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "evidence.attach-to", NULL, attach_to_action);
  gtk_widget_class_install_action (widget_class, "evidence.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "evidence.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "evidence.verify", NULL, verify_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "evidence.paste", NULL);
}

static void
init_models (OctantEvidencePage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  GtkSortListModel *sorted;

  self->items = g_list_store_new (OCTANT_TYPE_EVIDENCE_ITEM);
  self->filter = octant_evidence_filter_new (self->search, self->state, self->type, self->strength, self->use);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                           g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), g_object_ref (sorter));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  self->rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->selection)), ROWS_AT_ONCE);
  octant_gradual_list_heed_end (self->rows, GTK_WIDGET (self->table));
  octant_gradual_list_heed_end (self->rows, GTK_WIDGET (self->list));
  octant_off_screen_hide (GTK_WIDGET (self->table));
  octant_off_screen_hide (GTK_WIDGET (self->list));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
  update_views (self);
}

static GtkColumnViewColumn *
find_column (OctantEvidencePage *self,
             const char         *id)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column; /* the table keeps it */
    }
  return NULL;
}

/* The order of the table is kept from one start to the next. */
static void
init_order (OctantEvidencePage *self)
{
  g_autofree char *id = NULL;
  GtkColumnViewColumn *column;

  self->settings = octant_settings_new ();
  if (self->settings == NULL)
    return;
  id = g_settings_get_string (self->settings, "evidence-sort-column");
  column = find_column (self, id);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->table, column,
                                    g_settings_get_boolean (self->settings, "evidence-sort-descending")
                                        ? GTK_SORT_DESCENDING
                                        : GTK_SORT_ASCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
set_up_view (OctantEvidencePage *self,
             GtkWidget          *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0), gtk_named_action_new ("evidence.remove")));
  gtk_widget_add_controller (view, keys);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (source));
  octant_context_menu_install (view, GTK_WIDGET (self), OCTANT_TYPE_EVIDENCE_CELL, create_menu_cb, self);
}

static void
octant_evidence_page_init (OctantEvidencePage *self)
{
  GtkEventController *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  init_models (self);
  init_order (self);
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "evidence-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (queue_update), self);

  set_up_view (self, GTK_WIDGET (self->table));
  set_up_view (self, GTK_WIDGET (self->list));
  target = GTK_EVENT_CONTROLLER (gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), target);
}

void
octant_evidence_page_set_session (OctantEvidencePage *self,
                                  OctantSession      *session)
{
  g_return_if_fail (OCTANT_IS_EVIDENCE_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->assessment, NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      g_object_bind_property (session, "importing", self->import_box, "visible", G_BINDING_SYNC_CREATE);
      g_object_bind_property (session, "import-progress", self->import_bar, "fraction", G_BINDING_SYNC_CREATE);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
