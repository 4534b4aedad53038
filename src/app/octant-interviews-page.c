/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interviews-page.h"

#include <glib/gi18n.h>

#include "octant-gradual-list.h"
#include "octant-interview-dialog.h"
#include "octant-interview-item.h"
#include "octant-interview-row.h"
#include "octant-interview-view.h"
#include "octant-off-screen.h"
#include "octant-session-interviews.h"
#include "octant-unsettled-row.h"

/* As many rows as are made within a part of a frame. */
#define ROWS_AT_ONCE 1u
#define UNSETTLED_AT_ONCE 1u

/*
 *   interviews: GListStore of OctantInterviewItem ─► GtkSingleSelection ─► OctantGradualList ─► list
 *   unsettled_items: GListStore of OctantUnsettledItem ─► OctantGradualList ─► unsettled
 *
 * Both are brought up to date only while they can be seen: during an interview every key
 * would change them.
 */
struct _OctantInterviewsPage
{
  AdwBin parent_instance;

  OctantSession *session;       /* (owned) (nullable) */
  OctantAssessment *assessment; /* (owned) (nullable): whose changes are followed */
  GListStore *interviews;       /* (owned) */
  GListStore *unsettled_items;  /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  gboolean stale;

  GtkStack *states; /* the bin's child, which a template must not bind */
  AdwViewStackPage *unsettled_page;
  GtkListView *list;
  GtkListView *unsettled;
  GtkStack *unsettled_states;
  OctantInterviewView *view;
};

typedef enum
{
  PROP_SESSION = 1,
} OctantInterviewsPageProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantInterviewsPage, octant_interviews_page, ADW_TYPE_BIN)

static gboolean
is_held (OctantInterviewsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "interview") == 0;
}

/* Replaces only what is different, so that scrolling, selection and focus stay. */
static void
splice (GListStore *store,
        GPtrArray  *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint first = 0, last = 0;

  for (; first < MIN (n, items->len); first++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), first);

      if (item != g_ptr_array_index (items, first))
        break;
    }
  for (; last < MIN (n, items->len) - first; last++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), n - 1 - last);

      if (item != g_ptr_array_index (items, items->len - 1 - last))
        break;
    }
  if (first + last < n || first + last < items->len)
    g_list_store_splice (store, first, n - first - last, items->pdata + first, items->len - first - last);
}

static void
refresh_interviews (OctantInterviewsPage *self)
{
  g_autoptr (GPtrArray) records = octant_assessment_list_interviews (self->assessment);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->interviews)); i++)
    {
      OctantInterviewItem *item = g_list_model_get_item (G_LIST_MODEL (self->interviews), i);

      g_hash_table_insert (known, (gpointer) octant_interview_item_get_id (item), item);
    }
  for (guint i = 0; i < records->len; i++)
    {
      OctantRecord *record = g_ptr_array_index (records, i);
      OctantInterviewItem *item = g_hash_table_lookup (known, octant_record_get (record, OCTANT_INTERVIEW_ID));

      if (item != NULL)
        {
          octant_interview_item_update (item, self->assessment, record);
          g_object_ref (item);
        }
      else
        item = octant_interview_item_new (self->assessment, record);
      g_ptr_array_add (items, item);
    }
  splice (self->interviews, items);
}

static void
refresh_unsettled (OctantInterviewsPage *self)
{
  g_autoptr (GArray) refs = octant_assessment_list_unsettled (self->assessment);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->unsettled_items));
  guint old = 0;

  /* Both are in the order of the model: what is the same is found by going along both. */
  for (guint i = 0; i < refs->len; i++)
    {
      OctantUnsettledItem *item = octant_unsettled_item_new (self->assessment, g_array_index (refs, OctantItemRef, i));

      for (guint k = old; k < n_old; k++)
        {
          g_autoptr (OctantUnsettledItem) candidate = g_list_model_get_item (G_LIST_MODEL (self->unsettled_items), k);

          if (octant_unsettled_item_equal (candidate, item))
            {
              g_set_object (&item, candidate);
              old = k + 1;
              break;
            }
        }
      g_ptr_array_add (items, item);
    }
  splice (self->unsettled_items, items);
  adw_view_stack_page_set_badge_number (self->unsettled_page, items->len);
  adw_view_stack_page_set_needs_attention (self->unsettled_page, items->len > 0);
  gtk_stack_set_visible_child_name (self->unsettled_states, items->len > 0 ? "content" : "none");
}

static void
refresh (OctantInterviewsPage *self)
{
  if (!self->stale || is_held (self))
    return;
  self->stale = FALSE;
  if (self->assessment == NULL)
    {
      g_list_store_remove_all (self->interviews);
      g_list_store_remove_all (self->unsettled_items);
      return;
    }
  refresh_interviews (self);
  refresh_unsettled (self);
  gtk_stack_set_visible_child_name (self->states,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->interviews)) > 0 ? "list" : "empty");
}

static void
changed_cb (OctantInterviewsPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
show_list (OctantInterviewsPage *self)
{
  octant_interview_view_stop (self->view);
  gtk_stack_set_visible_child_name (self->states, "list");
  refresh (self);
}

static void
left_cb (OctantInterviewsPage *self)
{
  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
assessment_cb (OctantInterviewsPage *self)
{
  if (is_held (self))
    show_list (self);
  if (self->assessment != NULL)
    g_signal_handlers_disconnect_by_func (self->assessment, changed_cb, self);
  g_set_object (&self->assessment, octant_session_get_assessment (self->session));
  if (self->assessment != NULL)
    {
      g_signal_connect_object (self->assessment, "interviews-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->assessment, "structure-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  OctantInterviewsPage *self = OCTANT_INTERVIEWS_PAGE (widget);

  if (self->assessment != NULL)
    adw_dialog_present (octant_interview_dialog_new (self->session, NULL), widget);
}

static void
interview_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  OctantInterviewsPage *self = OCTANT_INTERVIEWS_PAGE (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  if (self->assessment == NULL || octant_assessment_get_interview (self->assessment, id) == NULL)
    return;
  if (g_str_equal (name, "interviews.edit"))
    adw_dialog_present (octant_interview_dialog_new (self->session, id), widget);
  else if (g_str_equal (name, "interviews.keep"))
    octant_session_keep_minutes (self->session, id);
  else if (g_str_equal (name, "interviews.delete"))
    octant_session_delete_interview (self->session, id);
  else if (g_str_equal (name, "interviews.start") && octant_interview_view_start (self->view, id))
    {
      gtk_stack_set_visible_child_name (self->states, "interview");
      octant_interview_view_focus (self->view);
    }
}

static void
settle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  OctantInterviewsPage *self = OCTANT_INTERVIEWS_PAGE (widget);
  OctantItemRef ref;
  guint rating;

  g_variant_get (parameter, "(uuu)", &ref.requirement, &ref.slot, &rating);
  octant_session_settle (self->session, ref, rating);
}

static void
activate_cb (OctantInterviewsPage *self,
             guint                 position)
{
  g_autoptr (OctantInterviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "interviews.start", "s", octant_interview_item_get_id (item));
}

static gboolean
list_key_cb (OctantInterviewsPage *self,
             guint                 key,
             guint                 code,
             GdkModifierType       modifiers)
{
  OctantInterviewItem *item = gtk_single_selection_get_selected_item (self->selection);
  const char *action = NULL;

  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    action = "interviews.delete";
  else if (key == GDK_KEY_F2)
    action = "interviews.edit";
  if (action == NULL || item == NULL || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", octant_interview_item_get_id (item));
  return GDK_EVENT_STOP;
}

/* Its rows are dear, and most of the time nobody looks at them: without a model it makes none. */
static void
unsettled_map_cb (OctantInterviewsPage *self)
{
  g_autoptr (OctantGradualList) rows = NULL;

  if (gtk_list_view_get_model (self->unsettled) != NULL)
    return;
  rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->unsettled_items)), UNSETTLED_AT_ONCE);
  octant_gradual_list_heed_end (rows, GTK_WIDGET (self->unsettled));
  octant_off_screen_hide (GTK_WIDGET (self->unsettled));
  gtk_list_view_set_model (self->unsettled, GTK_SELECTION_MODEL (rows));
}

static void
octant_interviews_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (octant_interviews_page_parent_class)->map (widget);
  refresh (OCTANT_INTERVIEWS_PAGE (widget));
}

static void
set_session (OctantInterviewsPage *self,
             OctantSession        *session)
{
  if (!g_set_object (&self->session, session))
    return;
  octant_interview_view_set_session (self->view, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
octant_interviews_page_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_INTERVIEWS_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_interviews_page_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (OCTANT_INTERVIEWS_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_interviews_page_dispose (GObject *object)
{
  OctantInterviewsPage *self = OCTANT_INTERVIEWS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INTERVIEWS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->interviews);
  g_clear_object (&self->unsettled_items);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_interviews_page_parent_class)->dispose (object);
}

static void
octant_interviews_page_class_init (OctantInterviewsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_interviews_page_get_property;
  object_class->set_property = octant_interviews_page_set_property;
  object_class->dispose = octant_interviews_page_dispose;
  widget_class->map = octant_interviews_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_INTERVIEW_ITEM);
  g_type_ensure (OCTANT_TYPE_INTERVIEW_ROW);
  g_type_ensure (OCTANT_TYPE_INTERVIEW_VIEW);
  g_type_ensure (OCTANT_TYPE_UNSETTLED_ITEM);
  g_type_ensure (OCTANT_TYPE_UNSETTLED_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-interviews-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewsPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewsPage, unsettled);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewsPage, unsettled_page);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewsPage, unsettled_states);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, unsettled_map_cb);

  gtk_widget_class_install_action (widget_class, "interviews.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "interviews.start", "s", interview_action);
  gtk_widget_class_install_action (widget_class, "interviews.edit", "s", interview_action);
  gtk_widget_class_install_action (widget_class, "interviews.keep", "s", interview_action);
  gtk_widget_class_install_action (widget_class, "interviews.delete", "s", interview_action);
  gtk_widget_class_install_action (widget_class, "interviews.settle", "(uuu)", settle_action);
}

static void
octant_interviews_page_init (OctantInterviewsPage *self)
{
  g_autoptr (OctantGradualList) rows = NULL;

  self->interviews = g_list_store_new (OCTANT_TYPE_INTERVIEW_ITEM);
  self->unsettled_items = g_list_store_new (OCTANT_TYPE_UNSETTLED_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->states = GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->interviews)));
  rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->selection)), ROWS_AT_ONCE);
  octant_gradual_list_heed_end (rows, GTK_WIDGET (self->list));
  octant_off_screen_hide (GTK_WIDGET (self->list));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
}

void
octant_interviews_page_show (OctantInterviewsPage *self,
                             const char           *interview_id,
                             const char           *code,
                             const char           *object_id)
{
  g_return_if_fail (OCTANT_IS_INTERVIEWS_PAGE (self));

  /* What was said of the whole stands beside person and date. */
  if (*code == '\0')
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "interviews.edit", "s", interview_id);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "interviews.start", "s", interview_id);
  if (is_held (self))
    octant_interview_view_go_to (self->view, code, object_id);
}

void
octant_interviews_page_keep (OctantInterviewsPage *self)
{
  g_return_if_fail (OCTANT_IS_INTERVIEWS_PAGE (self));

  octant_interview_view_keep (self->view);
}
