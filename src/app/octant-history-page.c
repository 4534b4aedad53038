/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-history-page.h"

#include <glib/gi18n.h>

#include "octant-attribution-group.h"
#include "octant-change-item.h"
#include "octant-chart-menu.h"
#include "octant-comparison-rows.h"
#include "octant-history-data.h"
#include "octant-level-pill.h"
#include "octant-tip.h"
#include "octant-trend-chart.h"

/*
 * Changes as they are shown:
 *
 *   GListStore of OctantChangeItem ──► GtkFilterListModel (kind, words) ──► GtkNoSelection ──► list view
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
  FILTER_APPLICABILITY,
  FILTER_MODEL,
  FILTER_CONFIRMED,
  FILTER_NOTES,
  FILTER_EVIDENCE,
} KindFilter;

struct _OctantHistoryPage
{
  AdwBin parent_instance;

  OctantSession *session;     /* (owned) (nullable) */
  GSignalGroup *assessment;   /* (owned) signals of the open assessment */
  GPtrArray *cycles;          /* (owned) (nullable) (element-type OctantCycleItem) oldest first */
  OctantAssessment *a;        /* (owned) (nullable) the earlier one of the comparison */
  OctantAssessment *b;        /* (owned) (nullable) the later one */
  GListStore *changes;        /* (owned) */
  GtkFilterListModel *found;  /* (owned) */
  GtkFilter *filter;          /* (owned) */
  char *needle;               /* (owned) case-folded words of the search */
  guint load_serial;          /* which of several loads under way is wanted */
  guint tick;
  gboolean updating;
  gboolean narrow;

  GtkStack *states;
  AdwViewStack *views;
  GtkWidget *picking;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkCheckButton *alike;
  OctantTrendChart *trend;
  GtkListBox *cycle_list;
  GtkGrid *table;
  GtkStack *comparison_states;
  AdwStatusPage *comparison_none;
  OctantTrendChart *slope;
  GtkListBox *nodes;
  OctantAttributionGroup *why;
  GtkBox *filters;
  GtkBox *pickers;
  GtkDropDown *kind;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkStack *change_states;
  GtkListView *change_list;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
} OctantHistoryPageProperty;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (OctantHistoryPage, octant_history_page, ADW_TYPE_BIN)

static OctantModel *
get_model (OctantHistoryPage *self)
{
  return octant_assessment_get_model (octant_session_get_assessment (self->session));
}

static gboolean
matches_kind (OctantChangeItem *item,
              KindFilter        filter)
{
  OctantChangeKind kind = octant_change_item_get_kind (item);

  switch (filter)
    {
    case FILTER_RATING:
      return kind != OCTANT_CHANGE_CONFIRMED && kind != OCTANT_CHANGE_SAME;
    case FILTER_IMPROVED:
      return kind == OCTANT_CHANGE_IMPROVED;
    case FILTER_WORSE:
      return kind == OCTANT_CHANGE_WORSENED;
    case FILTER_ANSWERED:
      return kind == OCTANT_CHANGE_ANSWERED;
    case FILTER_CLEARED:
      return kind == OCTANT_CHANGE_CLEARED;
    case FILTER_APPLICABILITY:
      return kind == OCTANT_CHANGE_BECAME_NA || kind == OCTANT_CHANGE_NO_LONGER_NA;
    case FILTER_MODEL:
      return kind == OCTANT_CHANGE_NEW || kind == OCTANT_CHANGE_RETIRED;
    case FILTER_CONFIRMED:
      return kind == OCTANT_CHANGE_CONFIRMED;
    case FILTER_NOTES:
      return octant_change_item_has_note (item);
    case FILTER_EVIDENCE:
      return octant_change_item_has_evidence (item);
    case FILTER_ALL:
    default:
      return TRUE;
    }
}

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  OctantHistoryPage *self = user_data;

  return matches_kind (item, (KindFilter) gtk_drop_down_get_selected (self->kind)) &&
         (*self->needle == '\0' || octant_change_item_matches (item, self->needle));
}

static void
show_found (OctantHistoryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->change_states, n > 0 ? "content" : "none");
}

static void
filter_cb (OctantHistoryPage *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  if (self->filter == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
fill_changes (OctantHistoryPage      *self,
              const OctantComparison *comparison)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; comparison != NULL && i < comparison->items->len; i++)
    {
      const OctantItemChange *change = g_ptr_array_index (comparison->items, i);

      if (change->kind != OCTANT_CHANGE_SAME || change->note_changed || change->evidence_changed)
        g_ptr_array_add (items, octant_change_item_new (change, self->a, self->b));
    }
  g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)), items->pdata,
                       items->len);
  show_found (self);
}

static OctantCycleItem *
get_picked (OctantHistoryPage *self,
            GtkDropDown       *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return self->cycles != NULL && selected < self->cycles->len ? g_ptr_array_index (self->cycles, selected) : NULL;
}

/* Fills the view that is shown; the other is filled when it is. */
static void
compare (OctantHistoryPage *self)
{
  g_autoptr (OctantComparison) comparison = NULL;
  g_autoptr (OctantAttribution) attribution = NULL;
  g_autoptr (GPtrArray) pair = g_ptr_array_new ();

  if (self->a == NULL || self->b == NULL)
    return;
  comparison = octant_comparison_new (self->a, self->b, gtk_check_button_get_active (self->alike));
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "changes") == 0)
    {
      fill_changes (self, comparison);
      return;
    }
  g_ptr_array_add (pair, get_picked (self, self->from));
  g_ptr_array_add (pair, get_picked (self, self->to));
  octant_history_fill_trend (self->slope, pair, octant_assessment_get_model (self->b), self->narrow);
  octant_comparison_fill_rows (self->nodes, comparison, self->b, self->narrow);
  attribution = octant_attribution_new (self->a, self->b, gtk_check_button_get_active (self->alike));
  octant_attribution_group_update (self->why, attribution, self->narrow);
  gtk_stack_set_visible_child_name (self->comparison_states, "content");
}

static void
show_none (OctantHistoryPage *self,
           const char        *title,
           const char        *description)
{
  adw_status_page_set_title (self->comparison_none, title);
  adw_status_page_set_description (self->comparison_none, description);
  gtk_stack_set_visible_child_name (self->comparison_states, "none");
  fill_changes (self, NULL);
}

/* A load that was overtaken by another choice is thrown away. */
typedef struct
{
  OctantHistoryPage *page; /* (owned) */
  guint serial;
  gboolean later; /* which of both it is */
} Load;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (OctantHistoryPage) self = load->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAssessment) assessment =
    octant_session_load_assessment_finish (OCTANT_SESSION (source), result, &error);

  if (load->serial != self->load_serial || self->session == NULL)
    return;
  if (assessment == NULL)
    {
      show_none (self, _("The Assessment Could Not Be Read"), error->message);
      return;
    }
  g_set_object (load->later ? &self->b : &self->a, assessment);
  compare (self);
}

/* What is open already is taken as it is; anything else is read on the worker's thread. */
static void
want (OctantHistoryPage *self,
      OctantCycleItem   *item,
      gboolean           later)
{
  OctantAssessment **place = later ? &self->b : &self->a;
  OctantAssessment *open[] = { octant_session_get_assessment (self->session),
                               octant_session_get_previous (self->session), *place };
  const char *id = octant_cycle_item_get_id (item);
  Load *load;

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    if (open[i] != NULL && g_strcmp0 (octant_assessment_get_id (open[i]), id) == 0)
      {
        g_set_object (place, open[i]);
        return;
      }
  g_clear_object (place);
  load = g_new0 (Load, 1);
  load->page = g_object_ref (self);
  load->serial = self->load_serial;
  load->later = later;
  gtk_stack_set_visible_child_name (self->comparison_states, "loading");
  octant_session_load_assessment_async (self->session, id, loaded_cb, load);
}

static void
update_comparison (OctantHistoryPage *self)
{
  OctantCycleItem *from = get_picked (self, self->from);
  OctantCycleItem *to = get_picked (self, self->to);

  self->load_serial++;
  if (from == NULL || to == NULL || from == to)
    {
      show_none (self, _("Nothing to Compare"), _("Choose two different assessments"));
      return;
    }
  want (self, from, FALSE);
  want (self, to, TRUE);
  compare (self);
}

static GtkWidget *
make_cycle_row (OctantCycleItem *cycle,
                gboolean         open)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = octant_level_pill_new ();
  GtkWidget *score = gtk_label_new (NULL);
  GtkWidget *limited = gtk_label_new (_("limited"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_bind_property (cycle, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (cycle, "subtitle", row, "subtitle", G_BINDING_SYNC_CREATE);
  g_object_bind_property (cycle, "score-text", score, "label", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (limited, "caption");
  gtk_widget_add_css_class (limited, "warning");
  g_object_bind_property (cycle, "limited", limited, "visible", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), limited);
  g_object_bind_property (cycle, "level", pill, "level", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (score, "numeric");
  gtk_widget_add_css_class (score, "heading");
  gtk_widget_add_css_class (pill, "caption-heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), score);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  if (open)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      octant_tip_set (mark, _("Open"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open"), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static gboolean
same_cycles (GPtrArray *a,
             GPtrArray *b)
{
  gboolean same = a != NULL && a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_ptr_array_index (a, i) == g_ptr_array_index (b, i);

  return same;
}

/* By default the open assessment is compared with the one before it. */
static void
pick_default (OctantHistoryPage *self)
{
  const char *id = octant_assessment_get_id (octant_session_get_assessment (self->session));
  OctantAssessment *previous = octant_session_get_previous (self->session);
  guint from = 0, to = 0;

  for (guint i = 0; i < self->cycles->len; i++)
    {
      const char *here = octant_cycle_item_get_id (g_ptr_array_index (self->cycles, i));

      if (g_strcmp0 (here, id) == 0)
        to = i;
      if (previous != NULL && g_strcmp0 (here, octant_assessment_get_id (previous)) == 0)
        from = i;
    }
  if (previous == NULL && to > 0)
    from = to - 1;
  gtk_drop_down_set_selected (self->from, from);
  gtk_drop_down_set_selected (self->to, to);
}

static void
set_cycles (OctantHistoryPage *self,
            GPtrArray         *cycles)
{
  g_autoptr (GtkStringList) from = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) to = gtk_string_list_new (NULL);
  const char *open = octant_assessment_get_id (octant_session_get_assessment (self->session));

  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  self->cycles = g_ptr_array_ref (cycles);
  gtk_list_box_remove_all (self->cycle_list);
  for (guint i = cycles->len; i-- > 0;)
    {
      OctantCycleItem *item = g_ptr_array_index (cycles, i);

      gtk_list_box_append (self->cycle_list, make_cycle_row (item, g_str_equal (octant_cycle_item_get_id (item), open)));
    }
  for (guint i = 0; i < cycles->len; i++)
    {
      gtk_string_list_append (from, octant_cycle_item_get_title (g_ptr_array_index (cycles, i)));
      gtk_string_list_append (to, octant_cycle_item_get_title (g_ptr_array_index (cycles, i)));
    }
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (from));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (to));
  pick_default (self);
}

static void
update (OctantHistoryPage *self)
{
  g_autoptr (GPtrArray) cycles = NULL;

  if (octant_session_get_assessment (self->session) == NULL)
    {
      gtk_stack_set_visible_child_name (self->states,
                                        octant_session_get_state (self->session) == OCTANT_SESSION_LOADING ? "loading"
                                                                                                            : "empty");
      return;
    }
  self->updating = TRUE;
  cycles = octant_history_list_cycles (self->session);
  if (!same_cycles (self->cycles, cycles))
    set_cycles (self, cycles);
  octant_history_fill_trend (self->trend, cycles, get_model (self), self->narrow);
  octant_history_fill_table (self->table, cycles, get_model (self));
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "trend") != 0)
    update_comparison (self);
  self->updating = FALSE;
  gtk_stack_set_visible_child_name (self->states, "content");
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantHistoryPage *self = OCTANT_HISTORY_PAGE (widget);

  self->tick = 0;
  if (self->session != NULL)
    update (self);

  return G_SOURCE_REMOVE;
}

/* Hidden, the page reads nothing; shown again, it reads everything. */
static void
queue_update (OctantHistoryPage *self)
{
  if (self->tick == 0 && !self->updating && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
picked_cb (OctantHistoryPage *self)
{
  queue_update (self);
}

static void
view_cb (OctantHistoryPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  gtk_widget_set_visible (self->picking, g_strcmp0 (name, "trend") != 0);
  queue_update (self);
}

static void
open_cycle (OctantHistoryPage *self,
            guint              index)
{
  if (self->cycles != NULL && index < self->cycles->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cycle", "s",
                                octant_cycle_item_get_id (g_ptr_array_index (self->cycles, index)));
}

static void
cycle_activated_cb (OctantHistoryPage *self,
                    guint              cycle)
{
  open_cycle (self, cycle);
}

/* The list runs from the newest to the oldest. */
static void
cycle_row_cb (OctantHistoryPage *self,
              GtkListBoxRow     *row)
{
  open_cycle (self, self->cycles->len - 1 - (guint) gtk_list_box_row_get_index (row));
}

/* Leads to the requirement in the open assessment, if it has it. */
static void
change_activated_cb (OctantHistoryPage *self,
                     guint              position)
{
  g_autoptr (OctantChangeItem) change = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  OctantModel *model = get_model (self);
  OctantItem *item;
  guint index;

  if (!octant_model_find_requirement (model, octant_change_item_get_code (change), &index))
    return;
  index = octant_model_get_requirement (model, index)->subdomain;
  item = octant_session_find_item (self->session, octant_change_item_get_code (change));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", octant_model_get_subdomain (model, index)->code);
  if (item != NULL)
    octant_session_set_item (self->session, item);
}

static void
assessment_cb (OctantHistoryPage *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  queue_update (self);
}

static void
octant_history_page_map (GtkWidget *widget)
{
  OctantHistoryPage *self = OCTANT_HISTORY_PAGE (widget);

  if (self->session != NULL)
    update (self);
  GTK_WIDGET_CLASS (octant_history_page_parent_class)->map (widget);
}

static void
octant_history_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OctantHistoryPage *self = OCTANT_HISTORY_PAGE (object);

  switch ((OctantHistoryPageProperty) prop_id)
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
octant_history_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OctantHistoryPage *self = OCTANT_HISTORY_PAGE (object);

  switch ((OctantHistoryPageProperty) prop_id)
    {
    case PROP_SESSION:
      octant_history_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      queue_update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_history_page_dispose (GObject *object)
{
  OctantHistoryPage *self = OCTANT_HISTORY_PAGE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->load_serial++;
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_object (&self->a);
  g_clear_object (&self->b);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_HISTORY_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (octant_history_page_parent_class)->dispose (object);
}

static void
octant_history_page_finalize (GObject *object)
{
  g_free (OCTANT_HISTORY_PAGE (object)->needle);

  G_OBJECT_CLASS (octant_history_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, alike);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, change_list);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, change_states);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, comparison_none);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, comparison_states);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, cycle_list);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, from);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, kind);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, nodes);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, pickers);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, picking);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, slope);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, states);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, table);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, to);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, trend);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, views);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, why);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cycle_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cycle_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
}

static void
octant_history_page_class_init (OctantHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_history_page_get_property;
  object_class->set_property = octant_history_page_set_property;
  object_class->dispose = octant_history_page_dispose;
  object_class->finalize = octant_history_page_finalize;
  widget_class->map = octant_history_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_ATTRIBUTION_GROUP);
  g_type_ensure (OCTANT_TYPE_CHANGE_ITEM);
  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_TREND_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-history-page.ui");
  bind_template (widget_class);
}

static void
init_changes (OctantHistoryPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  /* In the order of KindFilter. */
  const char *const names[] = {
    _("Changed Ratings"), _("All Changes"), _("Improved"), _("Worse"), _("Newly Answered"), _("No Longer Answered"),
    _("Applicability"), _("New or Retired"), _("Confirmed"), _("Notes"), _("Evidence"), NULL,
  };

  gtk_string_list_splice (kinds, 0, 0, names);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->changes = g_list_store_new (OCTANT_TYPE_CHANGE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_func, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->changes)), g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->change_list, GTK_SELECTION_MODEL (selection));
}

static void
octant_history_page_init (OctantHistoryPage *self)
{
  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  init_changes (self);
  gtk_widget_set_visible (self->picking, FALSE);
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "item-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (queue_update), self);
}

void
octant_history_page_set_session (OctantHistoryPage *self,
                                 OctantSession     *session)
{
  g_return_if_fail (OCTANT_IS_HISTORY_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (octant_session_get_cycles (self->session), self);
    }
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->assessment, NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::state", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::previous", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (octant_session_get_cycles (session), "items-changed", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
