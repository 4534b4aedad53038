/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-history-page.h"

#include <glib/gi18n.h>

#include "octant-change-export.h"
#include "octant-changes-view.h"
#include "octant-chart-menu.h"
#include "octant-comparison-job.h"
#include "octant-comparison-view.h"
#include "octant-cycle-list.h"
#include "octant-drop-down.h"
#include "octant-history-data.h"
#include "octant-history-table.h"
#include "octant-session-objects.h"
#include "octant-trend-chart.h"
#include "octant-trickle.h"
#include "octant-years-view.h"

struct _OctantHistoryPage
{
  AdwBin parent_instance;

  OctantSession *session;     /* (owned) (nullable) */
  GSignalGroup *assessment;   /* (owned) signals of the open assessment */
  GPtrArray *cycles;          /* (owned) (nullable) (element-type OctantCycleItem) oldest first */
  OctantCompared *compared;   /* (owned) (nullable) what is picked, as it was when it was read */
  char *pair[2];              /* (owned) (nullable) ids of what is compared, or is about to be */
  GCancellable *comparing;    /* (owned) (nullable) while it is read and compared */
  guint tick;
  guint source;               /* while rows below the trend are not made yet, else 0 */
  gboolean picks;             /* the drop-downs have all that is in @cycles */
  gboolean updating;
  gboolean narrow;

  GtkStack *states;
  GtkWidget *switcher;
  AdwViewStack *views;
  GtkWidget *picking;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkCheckButton *alike;
  OctantTrendChart *trend;
  GtkLabel *latest; /* which of many the trend shows */
  OctantCycleList *cycle_list;
  OctantHistoryTable *table;
  OctantYearsView *years;
  OctantComparisonView *comparison;
  OctantChangesView *changes;
  GtkBox *pickers;
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

static OctantCycleItem *
get_picked (OctantHistoryPage *self,
            GtkDropDown       *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return self->cycles != NULL && selected < self->cycles->len ? g_ptr_array_index (self->cycles, selected) : NULL;
}

/*
 * Fills the view that is shown; the other is filled when it is. Rows lead to other pages only where these show
 * what is compared: the open assessment, and its scores of all objects together.
 */
static void
show_compared (OctantHistoryPage *self)
{
  const char *open = octant_assessment_get_id (octant_session_get_assessment (self->session));
  gboolean alike = gtk_check_button_get_active (self->alike);
  gboolean leads = g_strcmp0 (self->pair[1], open) == 0;

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "changes") == 0)
    octant_changes_view_set_changes (self->changes, self->compared->changes[alike], leads);
  else
    octant_comparison_view_set_compared (self->comparison, self->compared, alike,
                                         leads && octant_session_get_object (self->session) == NULL, self->narrow);
}

static void
show_none (OctantHistoryPage *self,
           const char        *title,
           const char        *description)
{
  g_clear_pointer (&self->compared, octant_compared_unref);
  octant_comparison_view_show_none (self->comparison, title, description);
  octant_changes_view_show_none (self->changes, title, description);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OctantHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantCompared) compared = octant_compare_finish (result, &error);

  /* Overtaken by another choice, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->comparing);
  if (compared == NULL)
    {
      show_none (self, _("The Assessments Could Not Be Read"), error->message);
      return;
    }
  g_clear_pointer (&self->compared, octant_compared_unref);
  self->compared = g_steal_pointer (&compared);
  show_compared (self);
}

static void
forget_comparison (OctantHistoryPage *self)
{
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_pointer (&self->compared, octant_compared_unref);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->pair[i], g_free);
}

/* What is shown of the same two stays until it is read anew. */
static void
update_comparison (OctantHistoryPage *self)
{
  OctantCycleItem *from = get_picked (self, self->from);
  OctantCycleItem *to = get_picked (self, self->to);
  gboolean changed;

  if (from == NULL || to == NULL || from == to)
    {
      forget_comparison (self);
      if (self->cycles->len < 2)
        show_none (self, _("Nothing to Compare"), _("There is only one assessment yet"));
      else
        show_none (self, _("Nothing to Compare"), _("Choose two different assessments"));
      return;
    }
  changed = g_strcmp0 (self->pair[0], octant_cycle_item_get_id (from)) != 0 ||
            g_strcmp0 (self->pair[1], octant_cycle_item_get_id (to)) != 0;
  if (changed)
    {
      forget_comparison (self);
      self->pair[0] = g_strdup (octant_cycle_item_get_id (from));
      self->pair[1] = g_strdup (octant_cycle_item_get_id (to));
      octant_comparison_view_show_loading (self->comparison);
      octant_changes_view_show_loading (self->changes);
    }
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  self->comparing = g_cancellable_new ();
  octant_compare_async (self->session, self->pair[0], self->pair[1], self->comparing, compared_cb, g_object_ref (self));
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

/* Only who compares picks. */
static void
fill_pickers (OctantHistoryPage *self)
{
  g_autoptr (GtkStringList) from = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) to = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->cycles->len; i++)
    {
      gtk_string_list_append (from, octant_cycle_item_get_title (g_ptr_array_index (self->cycles, i)));
      gtk_string_list_append (to, octant_cycle_item_get_title (g_ptr_array_index (self->cycles, i)));
    }
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (from));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (to));
  self->picks = TRUE;
  pick_default (self);
}

/* Whether what is shown compares two assessments. */
static gboolean
compares (OctantHistoryPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  return g_strcmp0 (name, "comparison") == 0 || g_strcmp0 (name, "changes") == 0;
}

/* The next row of what stands below the trend. */
static gboolean
make_row (gpointer data)
{
  OctantHistoryPage *self = OCTANT_HISTORY_PAGE (data);

  return octant_cycle_list_make_row (self->cycle_list) || octant_history_table_make_row (self->table);
}

/* Of more assessments than a trend can be read of, the latest matter; it says so. */
static void
fill_trend (OctantHistoryPage *self)
{
  g_autoptr (GPtrArray) latest = octant_history_list_latest (self->cycles, OCTANT_TREND_MAX_CYCLES);
  /* Translators: how many assessments a chart shows, and how many there are */
  g_autofree char *text = g_strdup_printf (_("The latest %u of %u assessments"), latest->len, self->cycles->len);

  octant_history_fill_trend (self->trend, latest, get_model (self), self->narrow);
  octant_cycle_list_update (self->cycle_list, self->cycles,
                            octant_assessment_get_id (octant_session_get_assessment (self->session)));
  octant_history_table_update (self->table, self->cycles, get_model (self));
  octant_trickle_queue (&self->source, make_row, self);
  gtk_label_set_label (self->latest, text);
  gtk_widget_set_visible (GTK_WIDGET (self->latest), latest->len < self->cycles->len);
}

/* The view that is shown; each of the others is filled when it is. */
static void
fill_view (OctantHistoryPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  octant_changes_view_set_narrow (self->changes, self->narrow);
  octant_years_view_set_narrow (self->years, self->narrow);
  if (compares (self) && !self->picks)
    fill_pickers (self);
  if (compares (self))
    update_comparison (self);
  else if (g_strcmp0 (name, "years") == 0)
    octant_years_view_set_cycles (self->years, self->cycles, get_model (self),
                                  octant_assessment_get_id (octant_session_get_assessment (self->session)));
  else
    fill_trend (self);
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
    {
      g_clear_pointer (&self->cycles, g_ptr_array_unref);
      self->cycles = g_ptr_array_ref (cycles);
      self->picks = FALSE;
    }
  fill_view (self);
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

/* Another reading of the same comparison is there already. */
static void
alike_cb (OctantHistoryPage *self)
{
  if (self->compared != NULL)
    show_compared (self);
}

static void
view_cb (OctantHistoryPage *self)
{
  gtk_widget_set_visible (self->picking, compares (self));
  if (compares (self) && self->picks && self->compared != NULL)
    show_compared (self);
  else
    queue_update (self);
}

static void
export_cb (OctantHistoryPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->compared != NULL)
    octant_change_export_ask (self->session, self->compared, gtk_check_button_get_active (self->alike),
                              GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
cycle_activated_cb (OctantHistoryPage *self,
                    guint              cycle)
{
  guint first;

  /* Between another assessment and the next frame, what is on screen stands for nothing. */
  if (self->cycles == NULL)
    return;
  first = self->cycles->len - MIN (self->cycles->len, OCTANT_TREND_MAX_CYCLES);
  if (first + cycle < self->cycles->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cycle", "s",
                                octant_cycle_item_get_id (g_ptr_array_index (self->cycles, first + cycle)));
}

static void
assessment_cb (OctantHistoryPage *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  octant_cycle_list_update (self->cycle_list, NULL, NULL);
  forget_comparison (self);
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
      if (self->narrow)
        gtk_widget_add_css_class (self->switcher, "tight");
      else
        gtk_widget_remove_css_class (self->switcher, "tight");
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
  g_clear_handle_id (&self->source, g_source_remove);
  forget_comparison (self);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_HISTORY_PAGE);

  G_OBJECT_CLASS (octant_history_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, alike);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, changes);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, cycle_list);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, from);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, latest);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, pickers);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, picking);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, states);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, table);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, to);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, trend);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, views);
  gtk_widget_class_bind_template_child (widget_class, OctantHistoryPage, years);
  gtk_widget_class_bind_template_callback (widget_class, alike_cb);
  gtk_widget_class_bind_template_callback (widget_class, cycle_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
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
  widget_class->map = octant_history_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_CHANGES_VIEW);
  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_COMPARISON_VIEW);
  g_type_ensure (OCTANT_TYPE_CYCLE_LIST);
  g_type_ensure (OCTANT_TYPE_HISTORY_TABLE);
  g_type_ensure (OCTANT_TYPE_TREND_CHART);
  g_type_ensure (OCTANT_TYPE_YEARS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-history-page.ui");
  bind_template (widget_class);
}

static void
octant_history_page_init (OctantHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_drop_down_set_up (self->from, _("Earlier assessment"));
  octant_drop_down_set_up (self->to, _("Later assessment"));
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
      g_signal_connect_object (session, "notify::object", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::previous", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (octant_session_get_cycles (session), "items-changed", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
