/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-journal-page.h"

#include <glib/gi18n.h>

#include "octant-date-row.h"
#include "octant-drop-down.h"
#include "octant-gradual-list.h"
#include "octant-journal-filter.h"
#include "octant-journal-item.h"
#include "octant-off-screen.h"
#include "octant-session-journal.h"
#include "octant-texts.h"

/*
 * Entries as they are shown:
 *
 *   GListStore of OctantJournalItem ──► GtkFilterListModel ──► OctantGradualList ──► list view
 *
 * The store is filled from its newest end in pages, each one job of the worker: answers that
 * are written meanwhile go between them, and each page is one items-changed.
 */
#define FIRST_PAGE 200
#define NEXT_PAGES 1000
#define ROWS_AT_ONCE 6

/* In the order of the drop-down: how far back the journal is shown. Behind them stand two dates of one's own. */
static const int periods[] = { -1, 0, 7, 30, 365 };

struct _OctantJournalPage
{
  AdwBin parent_instance;

  OctantSession *session;    /* (owned) (nullable) */
  GListStore *entries;       /* (owned) newest first */
  GtkFilterListModel *found; /* (owned) */
  OctantJournalFilter *filter; /* (owned) */
  OctantGradualList *rows;   /* (owned) */
  GPtrArray *people;         /* (owned) (element-type utf8) as in the drop-down, without its first row */
  gboolean loading;
  gboolean again; /* something was written while a page was read */
  gint64 newest;
  gint64 oldest;
  guint serial; /* what was asked for before the data were opened anew is thrown away */

  GtkStack *states; /* the bin's child, which a template must not bind */
  AdwStatusPage *error_page;
  GtkSearchEntry *search;
  GtkDropDown *kind;
  GtkDropDown *person;
  GtkDropDown *period;
  GtkWidget *dates;
  OctantDateRow *first_day;
  OctantDateRow *last_day;
  GtkDropDown *scope;
  GtkLabel *count;
  GtkListView *list;
  GtkStack *found_states;
  GtkStack *chain;
  GtkLabel *chain_text;
  GtkLabel *chain_error;
  GtkButton *verify;
};

typedef enum
{
  PROP_SESSION = 1,
} OctantJournalPageProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantJournalPage, octant_journal_page, ADW_TYPE_BIN)

typedef struct
{
  OctantJournalPage *page; /* (owned) */
  guint serial;
  gboolean newer; /* what was written since, not the next older page */
} Load;

static void load (OctantJournalPage *self,
                  gboolean           newer);

static void
show_found (OctantJournalPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean running = self->loading || gtk_filter_list_model_get_pending (self->found) > 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->found_states, n > 0 || running ? "content" : "none");
}

/* When a day begins here, @n_days after @day, as the journal writes times. (transfer full) */
static char *
dup_midnight (GDateTime *day,
              int        n_days)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                                          g_date_time_get_day_of_month (day), 0, 0, 0);
  g_autoptr (GDateTime) moved = g_date_time_add_days (midnight, n_days);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (moved);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");
}

/* NULL for a row that is empty or has no date yet. (transfer full) */
static char *
dup_row_midnight (OctantDateRow *row,
                  int            n_days)
{
  g_autofree char *date = octant_date_row_dup_date (row);
  g_autofree char *time = date != NULL && *date != '\0' ? g_strconcat (date, "T00:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = time != NULL ? g_date_time_new_from_iso8601 (time, zone) : NULL;

  return day != NULL ? dup_midnight (day, n_days) : NULL;
}

/* From when and until when; for any time both stay as they are. */
static void
get_period (OctantJournalPage *self,
            char             **since,
            char             **until)
{
  guint period = gtk_drop_down_get_selected (self->period);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (period < G_N_ELEMENTS (periods) && periods[period] >= 0)
    *since = dup_midnight (now, -periods[period]);
  else if (period == G_N_ELEMENTS (periods))
    {
      *since = dup_row_midnight (self->first_day, 0);
      *until = dup_row_midnight (self->last_day, 1);
    }
}

static void
find (gpointer object)
{
  OctantJournalPage *self = OCTANT_JOURNAL_PAGE (object);
  OctantAssessment *assessment = self->session != NULL ? octant_session_get_assessment (self->session) : NULL;
  guint person = gtk_drop_down_get_selected (self->person);
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  OctantJournalCriteria criteria = {
    .words = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .group = gtk_drop_down_get_selected (self->kind),
  };

  if (self->session == NULL)
    return;
  get_period (self, &since, &until);
  gtk_widget_set_visible (self->dates, gtk_drop_down_get_selected (self->period) == G_N_ELEMENTS (periods));
  criteria.since = since;
  criteria.until = until;
  if (person > 0 && person <= self->people->len)
    criteria.person = g_ptr_array_index (self->people, person - 1);
  if (assessment != NULL)
    {
      criteria.model = octant_assessment_get_model (assessment);
      if (gtk_drop_down_get_selected (self->scope) == 1)
        criteria.cycle_id = octant_assessment_get_id (assessment);
    }
  octant_journal_filter_find (self->filter, &criteria);
  show_found (self);
}

static void
filter_cb (OctantJournalPage *self)
{
  if (self->rows != NULL)
    octant_gradual_list_replace (self->rows, GTK_SCROLLABLE (self->list), find, self);
}

/* Where it happened: the object, and the assessment when another one is open. */
static char *
dup_place (OctantJournalPage       *self,
           const OctantJournalLine *line)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantCycleItem *cycle;
  guint slot;

  if (assessment != NULL && g_strcmp0 (line->cycle_id, octant_assessment_get_id (assessment)) == 0)
    {
      if (line->object_id != NULL && octant_assessment_find_object (assessment, line->object_id, &slot))
        return g_strdup (octant_record_get (octant_assessment_get_object (assessment, slot), OCTANT_CYCLE_OBJECT_NAME));
      return NULL;
    }
  cycle = line->cycle_id != NULL ? octant_session_find_cycle (self->session, line->cycle_id) : NULL;
  return cycle != NULL ? g_strdup (octant_cycle_item_get_title (cycle)) : NULL;
}

static void
add_person (OctantJournalPage *self,
            const char        *name)
{
  GListModel *model = gtk_drop_down_get_model (self->person);

  if (g_ptr_array_find_with_equal_func (self->people, name, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->people, g_strdup (name));
  gtk_string_list_append (GTK_STRING_LIST (model), name);
}

/* The callbacks of a frame come before its layout, which gives the new rows their height. */
static gboolean
show_top_cb (GtkWidget     *list,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  guint *frames = user_data;

  if ((*frames)++ == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  return G_SOURCE_REMOVE;
}

static void
add_lines (OctantJournalPage *self,
           GPtrArray         *lines,
           gboolean           newer)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean at_top = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list))) <= 0;
  guint n = lines->len;

  if (n == 0)
    return;
  if (newer || self->newest == 0)
    self->newest = ((OctantJournalLine *) g_ptr_array_index (lines, 0))->seq;
  if (!newer || self->oldest == 0)
    self->oldest = ((OctantJournalLine *) g_ptr_array_index (lines, n - 1))->seq;
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < n; i++)
    {
      OctantJournalLine *line = g_ptr_array_index (lines, i);
      g_autofree char *place = dup_place (self, line);

      add_person (self, line->actor);
      g_ptr_array_add (items, octant_journal_item_new (line, place));
    }
  g_list_store_splice (self->entries, newer ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->entries)), 0,
                       items->pdata, items->len);
  /* The list keeps in its place what it shows, and so what comes above the first row would not be seen. */
  if (newer && at_top)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), show_top_cb, g_new0 (guint, 1), g_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Load *loaded = user_data;
  g_autoptr (OctantJournalPage) self = loaded->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = octant_session_list_journal_finish (OCTANT_SESSION (source), result, &error);
  gboolean newer = loaded->newer;

  if (loaded->serial != self->serial || self->session == NULL)
    return;
  self->loading = FALSE;
  if (lines == NULL)
    {
      g_autofree char *message = octant_describe_store_error (error);

      adw_status_page_set_description (self->error_page, message);
      gtk_stack_set_visible_child_name (self->states, "error");
      return;
    }
  add_lines (self, lines, newer);
  gtk_stack_set_visible_child_name (self->states, "content");
  if (self->again && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self, TRUE);
  else if (self->oldest > 1 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self, FALSE);
  show_found (self);
}

static void
load (OctantJournalPage *self,
      gboolean           newer)
{
  Load *loaded = g_new0 (Load, 1);

  newer = newer && self->newest > 0;
  loaded->page = g_object_ref (self);
  loaded->serial = self->serial;
  loaded->newer = newer;
  self->loading = TRUE;
  if (newer)
    self->again = FALSE;
  octant_session_list_journal_async (self->session, newer ? self->newest : 0, newer ? 0 : self->oldest, NULL,
                                     newer ? 0 : (self->oldest == 0 ? FIRST_PAGE : NEXT_PAGES), loaded_cb, loaded);
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantJournalPage) self = user_data;
  g_auto (GStrv) people = octant_session_list_journal_people_finish (OCTANT_SESSION (source), result, NULL);

  for (guint i = 0; self->session != NULL && people != NULL && people[i] != NULL; i++)
    add_person (self, people[i]);
}

/* As long as an act cannot be written nothing is read, which must not look as if it were. */
static void
show_unsaved (OctantJournalPage *self)
{
  if (self->session == NULL || self->newest > 0
      || octant_session_get_save_state (self->session) != OCTANT_SAVE_STATE_FAILED)
    return;
  adw_status_page_set_description (self->error_page, octant_session_get_save_error (self->session));
  gtk_stack_set_visible_child_name (self->states, "error");
}

/* What is on its way to the disk is not in the journal yet: it is read when all is saved. */
static void
refresh (OctantJournalPage *self)
{
  show_unsaved (self);
  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || octant_session_get_state (self->session) != OCTANT_SESSION_READY
      || octant_session_get_save_state (self->session) != OCTANT_SAVE_STATE_SAVED)
    return;
  self->again = TRUE;
  if (self->people->len == 0)
    octant_session_list_journal_people_async (self->session, people_cb, g_object_ref (self));
  if (!self->loading)
    load (self, TRUE);
}

static void
start_anew (OctantJournalPage *self)
{
  g_autoptr (GtkStringList) people = gtk_string_list_new (NULL);

  self->serial++;
  self->loading = FALSE;
  self->newest = 0;
  self->oldest = 0;
  g_ptr_array_set_size (self->people, 0);
  gtk_string_list_append (people, _("Everybody"));
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (people));
  g_list_store_remove_all (self->entries);
  gtk_stack_set_visible_child_name (self->states, "loading");
}

/* The names of objects and assessments depend on which one is open. */
static void
assessment_cb (OctantJournalPage *self)
{
  start_anew (self);
  refresh (self);
  filter_cb (self);
}

static void
show_code (OctantJournalPage *self,
           const char        *code)
{
  if (octant_session_find_item (self->session, code) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-requirement", "s", code);
  else if (octant_session_find_node (self->session, code) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", code);
}

/* A row leads to its requirement, through its own assessment when another one is open. */
static void
activate_cb (OctantJournalPage *self,
             guint              position)
{
  g_autoptr (OctantJournalItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const OctantJournalLine *line = octant_journal_item_get_line (item);
  OctantAssessment *assessment = octant_session_get_assessment (self->session);

  if (assessment == NULL)
    return;
  if (line->cycle_id == NULL || g_strcmp0 (line->cycle_id, octant_assessment_get_id (assessment)) == 0)
    {
      if (line->code != NULL)
        show_code (self, line->code);
    }
  else if (octant_session_find_cycle (self->session, line->cycle_id) == NULL)
    return;
  else if (line->code != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(sssss)", line->cycle_id, "", "", line->code, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cycle", "s", line->cycle_id);
}

/* For the rows: to set a text would ask the display server for the pointer, row by row. */
static gboolean
details_tip_cb (GtkListItem *row,
                int          x,
                int          y,
                gboolean     keyboard,
                GtkTooltip  *tooltip)
{
  OctantJournalItem *item = gtk_list_item_get_item (row);
  g_autofree char *details = item != NULL ? octant_journal_line_dup_details (octant_journal_item_get_line (item)) : NULL;

  gtk_tooltip_set_text (tooltip, details);
  return details != NULL && *details != '\0';
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OctantJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  gboolean sound = octant_session_verify_journal_finish (OCTANT_SESSION (source), result, &n, &error);
  g_autofree char *text = NULL;

  /* The window was closed meanwhile. */
  if (self->chain == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->verify), TRUE);
  if (sound)
    {
      text = g_strdup_printf (ngettext ("Verified: the chain of %u entry is unbroken",
                                        "Verified: the chain of %u entries is unbroken", (gulong) n),
                              (guint) n);
      gtk_label_set_label (self->chain_text, text);
    }
  else
    {
      /* Translators: %s says which entry, in English */
      text = g_strdup_printf (_("The journal was altered from outside: %s"), error->message);
      gtk_label_set_label (self->chain_error, text);
    }
  gtk_stack_set_visible_child_name (self->chain, sound ? "sound" : "broken");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
verify_cb (OctantJournalPage *self)
{
  if (octant_session_get_state (self->session) != OCTANT_SESSION_READY)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->verify), FALSE);
  gtk_stack_set_visible_child_name (self->chain, "running");
  octant_session_verify_journal_async (self->session, verified_cb, g_object_ref (self));
}

static void
octant_journal_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (octant_journal_page_parent_class)->map (widget);
  refresh (OCTANT_JOURNAL_PAGE (widget));
}

static void
set_session (OctantJournalPage *self,
             OctantSession     *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::state", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::save-state", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      start_anew (self);
      refresh (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
octant_journal_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_JOURNAL_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_journal_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (OCTANT_JOURNAL_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_journal_page_dispose (GObject *object)
{
  OctantJournalPage *self = OCTANT_JOURNAL_PAGE (object);

  /* Without a session nothing that the parts say on their way out is listened to. */
  self->serial++;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->rows);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (octant_journal_page_parent_class)->dispose (object);
}

static void
octant_journal_page_finalize (GObject *object)
{
  OctantJournalPage *self = OCTANT_JOURNAL_PAGE (object);

  g_ptr_array_unref (self->people);

  G_OBJECT_CLASS (octant_journal_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, chain);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, chain_error);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, chain_text);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, dates);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, first_day);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, found_states);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, kind);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, last_day);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, period);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, person);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, scope);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, search);
  gtk_widget_class_bind_template_child (widget_class, OctantJournalPage, verify);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_tip_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
}

static void
octant_journal_page_class_init (OctantJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_journal_page_get_property;
  object_class->set_property = octant_journal_page_set_property;
  object_class->dispose = octant_journal_page_dispose;
  object_class->finalize = octant_journal_page_finalize;
  widget_class->map = octant_journal_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_DATE_ROW);
  g_type_ensure (OCTANT_TYPE_JOURNAL_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-journal-page.ui");
  bind_template (widget_class);
}

static void
fill_choices (OctantJournalPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  const char *const times[] = { _("Any Time"), _("Today"), _("Last 7 Days"), _("Last 30 Days"), _("Last Year"),
                                _("Choose Dates"), NULL };
  const char *const scopes[] = { _("Everything"), _("This Assessment"), NULL };
  g_autoptr (GtkStringList) periods_model = gtk_string_list_new (times);
  g_autoptr (GtkStringList) scopes_model = gtk_string_list_new (scopes);

  for (guint i = 0; i < OCTANT_N_JOURNAL_GROUPS; i++)
    gtk_string_list_append (kinds, octant_journal_group_get_name (i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (periods_model));
  gtk_drop_down_set_model (self->scope, G_LIST_MODEL (scopes_model));
  octant_drop_down_set_up (self->kind, _("Kind of entry"));
  octant_drop_down_set_up (self->person, _("Person"));
  octant_drop_down_set_up (self->period, _("Period"));
  octant_drop_down_set_up (self->scope, _("Assessment"));
}

static void
octant_journal_page_init (OctantJournalPage *self)
{
  self->people = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->states = GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
  fill_choices (self);
  self->entries = g_list_store_new (OCTANT_TYPE_JOURNAL_ITEM);
  self->filter = octant_journal_filter_new ();
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)), g_object_ref (GTK_FILTER (self->filter)));
  /* Each entry is put into words for it, and there may be many thousands. */
  gtk_filter_list_model_set_incremental (self->found, TRUE);
  g_signal_connect_object (self->found, "notify::pending", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  self->rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->found)), ROWS_AT_ONCE);
  octant_gradual_list_heed_end (self->rows, GTK_WIDGET (self->list));
  octant_off_screen_hide (GTK_WIDGET (self->list));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->rows));
}
