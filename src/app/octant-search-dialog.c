/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-search-dialog.h"

#include <glib/gi18n.h>

#include "octant-gradual-list.h"
#include "octant-search-item.h"
#include "octant-session-search.h"
#include "octant-texts.h"

/* More than these nobody reads; the heads say how many there are. */
#define MAX_HITS 50
/* As many rows as are made within a part of a frame. */
#define ROWS_AT_ONCE 6u

struct _OctantSearchDialog
{
  AdwDialog parent_instance;

  OctantSession *session;   /* (owned) */
  GListStore *items;        /* (owned) */
  OctantGradualList *rows;  /* (owned) */
  GtkNoSelection *model;    /* (owned) */
  GPtrArray *found;         /* (owned) (nullable) (element-type OctantSearchItem): put in when the rows from before are gone */
  gboolean asked; /* for anything */
  guint serial;   /* which of several searches under way is wanted */

  GtkSearchEntry *entry;
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (OctantSearchDialog, octant_search_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  OctantSearchDialog *dialog; /* (owned) */
  guint serial;
} Search;

/* Newer assessments first, in the order of the switcher; what belongs to none before all. */
static guint
rank_of (OctantSearchDialog *self,
         const char         *cycle_id)
{
  GListModel *cycles = octant_session_get_cycles (self->session);
  guint i = 0;

  if (cycle_id == NULL)
    return 0;
  for (; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (cycles, i);

      if (g_strcmp0 (octant_cycle_item_get_id (cycle), cycle_id) == 0)
        break;
    }
  return i + 1;
}

/* A code says nothing to who does not know it by heart. (nullable) */
static const char *
find_about (OctantSearchDialog    *self,
            const OctantSearchHit *hit)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantModel *model = assessment != NULL ? octant_assessment_get_model (assessment) : NULL;
  guint requirement;

  if (hit->place != OCTANT_SEARCH_CODE || model == NULL || !octant_model_find_requirement (model, hit->code, &requirement))
    return NULL;
  return octant_localise (&octant_model_get_requirement (model, requirement)->text);
}

static void
put_found (gpointer object)
{
  OctantSearchDialog *self = OCTANT_SEARCH_DIALOG (object);
  g_autoptr (GPtrArray) found = g_steal_pointer (&self->found);

  /* The dialog may be on its way out. */
  if (found == NULL || self->view == NULL)
    return;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), found->pdata, found->len);
  if (self->asked)
    gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");
  if (found->len > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

/* Takes @found. Rows go a few at a time, as they come. */
static void
replace_found (OctantSearchDialog *self,
               GPtrArray          *found)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  octant_gradual_list_replace (self->rows, GTK_SCROLLABLE (self->view), put_found, self);
}

static void
show_hits (OctantSearchDialog *self,
           GPtrArray          *hits,
           const guint        *n_found)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  /* The hits change owner. */
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      OctantSearchHit *hit = hits->pdata[i];

      g_ptr_array_add (items, octant_search_item_new (hit, rank_of (self, hit->cycle_id), n_found[hit->place],
                                                      find_about (self, hit)));
    }
  replace_found (self, items);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Search *search = user_data;
  g_autoptr (OctantSearchDialog) self = search->dialog;
  guint serial = search->serial;
  guint n_found[OCTANT_SEARCH_N_PLACES];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = octant_session_search_finish (OCTANT_SESSION (source), result, n_found, &error);

  g_free (search);
  if (serial != self->serial || self->view == NULL)
    return;
  if (hits == NULL)
    {
      g_autofree char *reason = octant_describe_store_error (error);

      adw_status_page_set_description (self->error_page, reason);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  show_hits (self, hits, n_found);
}

static void
search_changed_cb (OctantSearchDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  Search *search;

  self->serial++;
  self->asked = *text != '\0';
  if (!self->asked)
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      replace_found (self, g_ptr_array_new ());
      return;
    }
  search = g_new0 (Search, 1);
  search->dialog = g_object_ref (self);
  search->serial = self->serial;
  octant_session_search_async (self->session, text, MAX_HITS, found_cb, search);
}

static void
saved_cb (OctantSearchDialog *self)
{
  if (octant_session_get_save_state (self->session) == OCTANT_SAVE_STATE_SAVED)
    search_changed_cb (self);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
activate_cb (OctantSearchDialog *self,
             guint               position)
{
  g_autoptr (OctantSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const OctantSearchHit *hit;
  GtkWidget *window;

  if (item == NULL)
    return;
  hit = octant_search_item_get_hit (item);
  window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  /* Closing gives the keyboard back to where it was; what is shown then takes it. */
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-found", "(sssss)", or_empty (hit->cycle_id),
                              hit->place == OCTANT_SEARCH_MINUTES    ? "interviews"
                              : hit->place == OCTANT_SEARCH_EVIDENCE ? "evidence"
                                                                     : "",
                              or_empty (hit->id), or_empty (hit->code), or_empty (hit->object_id));
}

static void
entry_activate_cb (OctantSearchDialog *self)
{
  put_found (self);
  activate_cb (self, 0);
}

static void
stop_search_cb (OctantSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
entry_key_cb (OctantSearchDialog *self,
              guint               key,
              guint               code,
              GdkModifierType     modifiers)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

static char *
describe_place_cb (gpointer    object,
                   int         place,
                   const char *cycle,
                   guint       total,
                   guint       n_shown)
{
  static const char *const names[] = { N_ ("Codes"), N_ ("Requirements"), N_ ("Notes"), N_ ("Evidence"),
                                       N_ ("Interviews") };

  if (place < 0 || place >= (int) G_N_ELEMENTS (names))
    return NULL;
  if (cycle != NULL && *cycle != '\0' && total <= MAX_HITS)
    return g_strdup_printf ("%s · %s · %u", _(names[place]), cycle, n_shown);
  if (cycle != NULL && *cycle != '\0')
    /* Translators: where something was found, the assessment, how much of it is shown, how much there is in all assessments */
    return g_strdup_printf (_("%s · %s · %u (of %u in all)"), _(names[place]), cycle, n_shown, total);
  if (total <= n_shown)
    return g_strdup_printf ("%s · %u", _(names[place]), n_shown);
  /* Translators: where something was found, how much of it is shown, how much there is */
  return g_strdup_printf (_("%s · the first %u of %u"), _(names[place]), n_shown, total);
}

static gboolean
is_given_cb (gpointer    object,
             const char *text)
{
  return text != NULL && *text != '\0';
}

static int
compare_places_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  OctantSearchItem *x = (OctantSearchItem *) a, *y = (OctantSearchItem *) b;
  int order = (int) octant_search_item_get_hit (x)->place - (int) octant_search_item_get_hit (y)->place;

  if (order != 0)
    return order;
  return octant_search_item_get_rank (x) < octant_search_item_get_rank (y) ? -1
         : octant_search_item_get_rank (x) > octant_search_item_get_rank (y);
}

static void
octant_search_dialog_dispose (GObject *object)
{
  OctantSearchDialog *self = OCTANT_SEARCH_DIALOG (object);

  self->serial++;
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->model);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_search_dialog_parent_class)->dispose (object);
}

static void
octant_search_dialog_class_init (OctantSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_search_dialog_dispose;

  g_type_ensure (OCTANT_TYPE_SEARCH_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, OctantSearchDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctantSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantSearchDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
octant_search_dialog_init (OctantSearchDialog *self)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_places_cb, NULL, NULL));
  g_autoptr (GtkSortListModel) sorted = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (OCTANT_TYPE_SEARCH_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, sorter);
  self->rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (sorted)), ROWS_AT_ONCE);
  self->model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
}

AdwDialog *
octant_search_dialog_new (OctantSession *session)
{
  OctantSearchDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);

  self = g_object_new (OCTANT_TYPE_SEARCH_DIALOG, NULL);
  self->session = g_object_ref (session);
  /* What is written meanwhile, as minutes that were still being typed, changes what is found. */
  g_signal_connect_object (session, "notify::save-state", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
