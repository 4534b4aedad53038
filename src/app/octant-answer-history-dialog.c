/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-answer-history-dialog.h"

#include <glib/gi18n.h>

#include "octant-journal-item.h"
#include "octant-session-journal.h"
#include "octant-texts.h"

struct _OctantAnswerHistoryDialog
{
  AdwDialog parent_instance;

  GListStore *entries; /* (owned) */
  OctantItem *item;    /* (owned) (nullable) */

  GtkStack *states;
  AdwWindowTitle *heading;
  AdwStatusPage *error_page;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (OctantAnswerHistoryDialog, octant_answer_history_dialog, ADW_TYPE_DIALOG)

/* An object has a history of its own; what was done to all of them belongs to each. */
static gboolean
is_about (OctantAnswerHistoryDialog *self,
          const OctantJournalLine   *line)
{
  OctantAssessment *assessment = octant_item_get_assessment (self->item);
  guint slot;

  if (line->object_id == NULL || octant_item_get_object_name (self->item) == NULL)
    return TRUE;
  return octant_assessment_find_object (assessment, line->object_id, &slot)
         && slot == octant_item_get_slot (self->item);
}

static const char *
find_place (OctantAnswerHistoryDialog *self,
            const OctantJournalLine   *line)
{
  OctantAssessment *assessment = octant_item_get_assessment (self->item);
  guint slot;

  if (line->object_id == NULL || !octant_assessment_find_object (assessment, line->object_id, &slot))
    return NULL;
  return octant_record_get (octant_assessment_get_object (assessment, slot), OCTANT_CYCLE_OBJECT_NAME);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantAnswerHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = octant_session_list_journal_finish (OCTANT_SESSION (source), result, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  /* Closed meanwhile. */
  if (self->states == NULL)
    return;
  if (lines == NULL)
    {
      g_autofree char *message = octant_describe_store_error (error);

      adw_status_page_set_description (self->error_page, message);
      gtk_stack_set_visible_child_name (self->states, "error");
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      OctantJournalLine *line = g_ptr_array_index (lines, i);

      if (!is_about (self, line))
        continue;
      lines->pdata[i] = NULL;
      g_ptr_array_add (items, octant_journal_item_new (line, find_place (self, line)));
    }
  g_list_store_splice (self->entries, 0, 0, items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->states, items->len > 0 ? "content" : "none");
}

static void
octant_answer_history_dialog_dispose (GObject *object)
{
  OctantAnswerHistoryDialog *self = OCTANT_ANSWER_HISTORY_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_ANSWER_HISTORY_DIALOG);
  g_clear_object (&self->entries);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (octant_answer_history_dialog_parent_class)->dispose (object);
}

static void
octant_answer_history_dialog_class_init (OctantAnswerHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_answer_history_dialog_dispose;
  g_type_ensure (OCTANT_TYPE_JOURNAL_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-answer-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantAnswerHistoryDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctantAnswerHistoryDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, OctantAnswerHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OctantAnswerHistoryDialog, states);
}

static void
octant_answer_history_dialog_init (OctantAnswerHistoryDialog *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_list_store_new (OCTANT_TYPE_JOURNAL_ITEM);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

AdwDialog *
octant_answer_history_dialog_new (OctantSession *session,
                                  OctantItem    *item)
{
  OctantAnswerHistoryDialog *self = g_object_new (OCTANT_TYPE_ANSWER_HISTORY_DIALOG, NULL);
  const char *code = octant_item_get_requirement (item)->code;
  const char *object = octant_item_get_object_name (item);
  g_autofree char *subtitle = object != NULL ? g_strdup_printf ("%s · %s", code, object) : g_strdup (code);

  self->item = g_object_ref (item);
  adw_window_title_set_subtitle (self->heading, subtitle);
  octant_session_list_journal_async (session, 0, 0, code, 0, listed_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
