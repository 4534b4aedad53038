/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-changes-view.h"

#include <glib/gi18n.h>

#include "octant-change-item.h"
#include "octant-drop-down.h"
#include "octant-gradual-list.h"
#include "octant-off-screen.h"

#define ROWS_AT_ONCE 4u

/*
 * Changes as they are shown:
 *
 *   GListStore of OctantChangeItem ──► GtkFilterListModel (kind, words) ──► GtkSortListModel ──► OctantGradualList
 *   ──► list view
 *
 * The store is filled anew with one items-changed whenever the comparison is.
 */

/* What the filter of kinds offers. At first what was merely confirmed is left away. */
typedef enum
{
  FILTER_RATING,
  FILTER_ALL,
  FILTER_IMPROVED,
  FILTER_WORSE,
  FILTER_ANSWERED,
  FILTER_CLEARED,
  FILTER_BECAME_NA,
  FILTER_NO_LONGER_NA,
  FILTER_NEW,
  FILTER_RETIRED,
  FILTER_REWORDED,
  FILTER_CONFIRMED,
  FILTER_NOTES,
  FILTER_EVIDENCE,
  FILTER_OBJECTS,
  FILTER_SCOPE,
  FILTER_TARGETS,
  FILTER_MODEL,
  N_FILTERS,
} KindFilter;

struct _OctantChangesView
{
  AdwBin parent_instance;

  GListStore *changes;       /* (owned) */
  GtkFilterListModel *found; /* (owned) */
  GtkFilter *filter;         /* (owned) */
  GtkSorter *sorter;         /* (owned) */
  OctantGradualList *shown;  /* (owned) sorted; its rows are made by and by */
  GPtrArray *next;           /* (owned) (nullable) (element-type OctantChangeItem) to be shown */
  char *needle;              /* (owned) case-folded words of the search */
  guint by;                  /* the order that is shown */
  gboolean leads;            /* rows lead to what they speak of */

  GtkStack *states;
  AdwStatusPage *none;
  GtkBox *filters;
  GtkDropDown *kind;
  GtkDropDown *order;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkStack *change_states;
  GtkListView *change_list;
};

typedef enum
{
  SIGNAL_EXPORT,
  N_SIGNALS,
} OctantChangesViewSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantChangesView, octant_changes_view, ADW_TYPE_BIN)

static const GCompareDataFunc orders[] = {
  octant_change_item_compare_codes,
  octant_change_item_compare_kinds,
  octant_change_item_compare_sizes,
  octant_change_item_compare_effect,
};

/* What a filter wants of requirements. */
static gboolean
matches_requirement (OctantChangeItem *item,
                     KindFilter        filter)
{
  /* Of the kinds that are one filter each. */
  static const OctantChangeKind kinds[N_FILTERS] = {
    [FILTER_IMPROVED] = OCTANT_CHANGE_IMPROVED,         [FILTER_WORSE] = OCTANT_CHANGE_WORSENED,
    [FILTER_ANSWERED] = OCTANT_CHANGE_ANSWERED,         [FILTER_CLEARED] = OCTANT_CHANGE_CLEARED,
    [FILTER_BECAME_NA] = OCTANT_CHANGE_BECAME_NA,       [FILTER_NO_LONGER_NA] = OCTANT_CHANGE_NO_LONGER_NA,
    [FILTER_NEW] = OCTANT_CHANGE_NEW,                   [FILTER_RETIRED] = OCTANT_CHANGE_RETIRED,
    [FILTER_CONFIRMED] = OCTANT_CHANGE_CONFIRMED,
  };
  OctantChangeKind kind = octant_change_item_get_kind (item);

  if (filter == FILTER_RATING)
    return kind != OCTANT_CHANGE_CONFIRMED && kind != OCTANT_CHANGE_SAME;
  if (filter == FILTER_REWORDED)
    return octant_change_item_is_reworded (item);
  if (filter == FILTER_NOTES)
    return octant_change_item_has_note (item);
  if (filter == FILTER_EVIDENCE)
    return octant_change_item_has_evidence (item);
  if (filter == FILTER_OBJECTS || filter == FILTER_SCOPE || filter == FILTER_TARGETS || filter == FILTER_MODEL)
    return FALSE;
  return kind == kinds[filter];
}

static gboolean
matches_kind (OctantChangeItem *item,
              KindFilter        filter)
{
  OctantChangeSubject subject = octant_change_item_get_subject (item);

  if (filter == FILTER_ALL)
    return TRUE;
  if (subject == OCTANT_CHANGE_OF_REQUIREMENT)
    return matches_requirement (item, filter);
  return (filter == FILTER_OBJECTS && subject == OCTANT_CHANGE_OF_OBJECT) ||
         (filter == FILTER_SCOPE && subject == OCTANT_CHANGE_OF_SCOPE) ||
         (filter == FILTER_TARGETS && subject == OCTANT_CHANGE_OF_TARGET) ||
         (filter == FILTER_MODEL && subject == OCTANT_CHANGE_OF_UNIT);
}

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  OctantChangesView *self = user_data;

  return matches_kind (item, (KindFilter) gtk_drop_down_get_selected (self->kind)) &&
         (*self->needle == '\0' || octant_change_item_matches (item, self->needle));
}

static int
sort_func (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  OctantChangesView *self = user_data;

  return orders[MIN (self->by, G_N_ELEMENTS (orders) - 1)] (a, b, NULL);
}

static void
show_found (OctantChangesView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->change_states, n > 0 ? "content" : "none");
}

/* What was asked for meanwhile: other changes, another choice of them, another order. */
static void
show (gpointer object)
{
  OctantChangesView *self = OCTANT_CHANGES_VIEW (object);
  guint by = gtk_drop_down_get_selected (self->order);

  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  if (self->next != NULL)
    {
      g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)),
                           self->next->pdata, self->next->len);
      g_clear_pointer (&self->next, g_ptr_array_unref);
      gtk_stack_set_visible_child_name (self->states, "content");
    }
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (by != self->by)
    {
      self->by = by;
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
    }
  show_found (self);
}

static void
queue_show (OctantChangesView *self)
{
  octant_gradual_list_replace (self->shown, GTK_SCROLLABLE (self->change_list), show, self);
}

static void
filter_cb (OctantChangesView *self)
{
  if (self->shown != NULL)
    queue_show (self);
}

static void
export_cb (OctantChangesView *self)
{
  g_signal_emit (self, signals[SIGNAL_EXPORT], 0);
}

/* Leads to it in the open assessment, if that has it. */
static void
change_activated_cb (OctantChangesView *self,
                     guint              position)
{
  g_autoptr (OctantChangeItem) change = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  gboolean requirement = octant_change_item_get_subject (change) == OCTANT_CHANGE_OF_REQUIREMENT;
  const char *code = octant_change_item_get_code (change);

  if (!self->leads || code == NULL)
    return;
  if (g_str_equal (code, "overall"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "overview");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), requirement ? "win.show-requirement" : "win.show-node", "s", code);
}

static void
octant_changes_view_dispose (GObject *object)
{
  OctantChangesView *self = OCTANT_CHANGES_VIEW (object);

  /* Disposing the template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CHANGES_VIEW);
  g_clear_object (&self->shown);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->next, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_changes_view_parent_class)->dispose (object);
}

static void
octant_changes_view_finalize (GObject *object)
{
  g_free (OCTANT_CHANGES_VIEW (object)->needle);

  G_OBJECT_CLASS (octant_changes_view_parent_class)->finalize (object);
}

static void
octant_changes_view_class_init (OctantChangesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_changes_view_dispose;
  object_class->finalize = octant_changes_view_finalize;

  signals[SIGNAL_EXPORT] =
    g_signal_new ("export", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (OCTANT_TYPE_CHANGE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-changes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, change_list);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, change_states);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, count);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, filters);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, kind);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, none);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, order);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, search);
  gtk_widget_class_bind_template_child (widget_class, OctantChangesView, states);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
}

static void
init_choices (OctantChangesView *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) by = gtk_string_list_new (NULL);
  /* In the order of KindFilter. */
  const char *const names[] = {
    _("Changed Ratings"), _("All Changes"), _("Improved"), _("Worse"), _("Newly Answered"), _("No Longer Answered"),
    _("Became N/A"), _("Applicable Again"), C_("changes", "New"), C_("changes", "Retired"), _("Reworded"),
    _("Confirmed"), _("Notes"), _("Evidence"), _("Protected Objects"), _("Scope"), _("Targets"), _("Model"), NULL,
  };
  /* In the order of orders[]. */
  const char *const by_names[] = { _("By Code"), _("By Kind"), _("By Step"), _("By Effect"), NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_FILTERS + 1);
  G_STATIC_ASSERT (G_N_ELEMENTS (by_names) == G_N_ELEMENTS (orders) + 1);
  gtk_string_list_splice (kinds, 0, 0, names);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_string_list_splice (by, 0, 0, by_names);
  gtk_drop_down_set_model (self->order, G_LIST_MODEL (by));
  octant_drop_down_set_up (self->kind, _("Kind of change"));
  octant_drop_down_set_up (self->order, _("Order"));
}

static void
octant_changes_view_init (OctantChangesView *self)
{
  GListModel *sorted;

  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  init_choices (self);
  self->changes = g_list_store_new (OCTANT_TYPE_CHANGE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_func, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (sort_func, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->changes)), g_object_ref (self->filter));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), g_object_ref (self->sorter)));
  self->shown = octant_gradual_list_new (sorted, ROWS_AT_ONCE);
  octant_gradual_list_heed_end (self->shown, GTK_WIDGET (self->change_list));
  octant_off_screen_hide (GTK_WIDGET (self->change_list));
  gtk_list_view_set_model (self->change_list, GTK_SELECTION_MODEL (self->shown));
}

void
octant_changes_view_set_changes (OctantChangesView *self,
                                 GPtrArray         *changes,
                                 gboolean           leads)
{
  g_return_if_fail (OCTANT_IS_CHANGES_VIEW (self) && changes != NULL);

  g_clear_pointer (&self->next, g_ptr_array_unref);
  self->next = g_ptr_array_ref (changes);
  self->leads = leads;
  gtk_list_view_set_single_click_activate (self->change_list, leads);
  queue_show (self);
}

void
octant_changes_view_show_loading (OctantChangesView *self)
{
  g_return_if_fail (OCTANT_IS_CHANGES_VIEW (self));

  g_clear_pointer (&self->next, g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->states, "loading");
}

void
octant_changes_view_show_none (OctantChangesView *self,
                               const char        *title,
                               const char        *description)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (OCTANT_IS_CHANGES_VIEW (self));

  /* A status page takes markup; a path in a message of an error is none. */
  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, escaped);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  g_list_store_remove_all (self->changes);
  gtk_stack_set_visible_child_name (self->states, "none");
}

void
octant_changes_view_set_narrow (OctantChangesView *self,
                                gboolean           narrow)
{
  g_return_if_fail (OCTANT_IS_CHANGES_VIEW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
