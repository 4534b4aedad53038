/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-search-dialog.h"

#include <glib/gi18n.h>

#include "assessment/octant-evidence-state.h"
#include "octant-search-item.h"
#include "octant-session-search.h"
#include "octant-texts.h"

/* More than these nobody reads; the heads say how many there are. */
#define MAX_HITS 50

struct _OctantSearchDialog
{
  AdwDialog parent_instance;

  OctantSession *session;   /* (owned) */
  OctantSearcher *searcher; /* (owned) */
  GListStore *items;        /* (owned) */
  GtkNoSelection *model;    /* (owned) */
  guint serial; /* which of several searches under way is wanted */

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

static void
show_hits (OctantSearchDialog *self,
           GPtrArray          *hits,
           const guint        *n_found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  /* The hits change owner. */
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      OctantSearchHit *hit = hits->pdata[i];

      g_ptr_array_add (items, octant_search_item_new (hit, n_found[hit->place]));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "none");
  if (items->len > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
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
  if (*text == '\0')
    {
      g_list_store_remove_all (self->items);
      gtk_stack_set_visible_child_name (self->stack, "start");
      return;
    }
  search = g_new0 (Search, 1);
  search->dialog = g_object_ref (self);
  search->serial = self->serial;
  octant_session_search_async (self->session, self->searcher, text, MAX_HITS, found_cb, search);
}

/* Evidence has no requirement of its own: the first that it serves in the open assessment. (nullable) */
static const char *
find_user_of (OctantSearchDialog *self,
              const char         *evidence_id)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  g_autoptr (GArray) refs = NULL;

  if (assessment == NULL || octant_assessment_get_evidence (assessment, evidence_id) == NULL)
    return NULL;
  refs = octant_assessment_list_evidence_items (assessment, evidence_id);
  if (refs->len == 0)
    return NULL;
  return octant_model_get_requirement (octant_assessment_get_model (assessment),
                                       g_array_index (refs, OctantItemRef, 0).requirement)->code;
}

static void
activate_cb (OctantSearchDialog *self,
             guint               position)
{
  g_autoptr (OctantSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const OctantSearchHit *hit;
  const char *code;

  if (item == NULL)
    return;
  hit = octant_search_item_get_hit (item);
  code = hit->code;
  if (code == NULL && hit->place == OCTANT_SEARCH_EVIDENCE && hit->id != NULL)
    code = find_user_of (self, hit->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(sss)",
                              hit->cycle_id != NULL ? hit->cycle_id : "", code != NULL ? code : "",
                              hit->place == OCTANT_SEARCH_MINUTES ? "interviews"
                              : hit->place == OCTANT_SEARCH_EVIDENCE ? "evidence"
                                                                     : "");
  adw_dialog_close (ADW_DIALOG (self));
}

static void
entry_activate_cb (OctantSearchDialog *self)
{
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
describe_place_cb (gpointer object,
                   int      place,
                   guint    total,
                   guint    n_shown)
{
  static const char *const names[] = { N_ ("Codes"), N_ ("Requirements"), N_ ("Notes"), N_ ("Evidence"),
                                       N_ ("Interviews") };

  if (place < 0 || place >= (int) G_N_ELEMENTS (names))
    return NULL;
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
  return (int) octant_search_item_get_hit ((OctantSearchItem *) a)->place
         - (int) octant_search_item_get_hit ((OctantSearchItem *) b)->place;
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
  g_clear_object (&self->items);
  g_clear_pointer (&self->searcher, octant_searcher_unref);
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
  self->searcher = octant_searcher_new ();
  self->items = g_list_store_new (OCTANT_TYPE_SEARCH_ITEM);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, sorter);
  self->model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (sorted)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
}

AdwDialog *
octant_search_dialog_new (OctantSession *session)
{
  OctantSearchDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);

  self = g_object_new (OCTANT_TYPE_SEARCH_DIALOG, NULL);
  self->session = g_object_ref (session);
  return ADW_DIALOG (self);
}
