/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-export.h"

#include <glib/gi18n.h>

#include "octant-chart-file.h"
#include "octant-session-objects.h"

gboolean
octant_export_kind_parse (const char       *word,
                          OctantExportKind *kind)
{
  static const char *const words[] = { "radar", "trend", "heatmap" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i], word) == 0)
      {
        *kind = (OctantExportKind) i;
        return TRUE;
      }

  return FALSE;
}

/* One export under way. The assessments are its own: nobody else holds them, so they may change threads. */
typedef struct
{
  OctantExportKind kind;
  char *lens; /* (nullable) */
  char *path;
  char *institution; /* (nullable) */
  char *object;      /* (nullable) id of the object that is shown */
  GPtrArray *wanted; /* (element-type utf8) cycles yet to be read, the last one first */
  GPtrArray *cycles; /* (element-type OctantAssessment) as they were read: the open one first */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->lens);
  g_free (export->path);
  g_free (export->institution);
  g_free (export->object);
  g_ptr_array_unref (export->wanted);
  g_ptr_array_unref (export->cycles);
  g_free (export);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Export *export = task_data;
  OctantAssessment *const *cycles = (OctantAssessment *const *) export->cycles->pdata;
  OctantChartOptions options = { .language = octant_language_from_locale (), .scale = 2 };
  GError *error = NULL;
  gboolean done = FALSE;

  options.institution = export->institution;
  if (export->kind == OCTANT_EXPORT_RADAR)
    done = octant_output_radar_file (cycles[0], cycles + 1, export->cycles->len - 1, export->lens, &options, export->path,
                                     &error);
  else if (export->kind == OCTANT_EXPORT_TREND)
    done = octant_output_trend_file (cycles, export->cycles->len, &options, export->path, &error);
  else
    done = octant_output_heatmap_file (cycles[0], &options, export->path, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void read_next (GTask *task);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;
  OctantAssessment *assessment = octant_session_load_assessment_finish (OCTANT_SESSION (source), result, &error);

  if (assessment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* A trend is that of the whole: the objects of the years differ. */
  if (export->kind != OCTANT_EXPORT_TREND)
    octant_assessment_set_shown_object (assessment, export->object);
  /* An earlier one that does not have the object would show the whole. */
  if (export->cycles->len > 0 && export->kind != OCTANT_EXPORT_TREND
      && g_strcmp0 (octant_assessment_get_shown_object (assessment),
                    octant_assessment_get_shown_object (export->cycles->pdata[0])) != 0)
    g_object_unref (assessment);
  else
    g_ptr_array_add (export->cycles, assessment);
  read_next (task);
}

/* One after the other; when all are there they are drawn. */
static void
read_next (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  g_autofree char *id = NULL;

  if (export->wanted->len == 0)
    {
      g_task_run_in_thread (task, draw_thread);
      return;
    }
  id = g_ptr_array_steal_index (export->wanted, export->wanted->len - 1);
  octant_session_load_assessment_async (g_task_get_source_object (task), id, loaded_cb, g_object_ref (task));
}

static void
list_wanted (Export        *export,
             OctantSession *session)
{
  OctantAssessment *assessment = octant_session_get_assessment (session);
  OctantAssessment *previous = octant_session_get_previous (session);
  GListModel *cycles = octant_session_get_cycles (session);
  const char *org = octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG);
  const char *id = octant_assessment_get_id (assessment);

  for (guint i = 0; export->kind == OCTANT_EXPORT_TREND && i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);
      const char *owner = octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG);

      if (g_strcmp0 (owner, org) == 0 && g_strcmp0 (octant_cycle_item_get_id (item), id) != 0)
        g_ptr_array_add (export->wanted, g_strdup (octant_cycle_item_get_id (item)));
    }
  if (export->kind == OCTANT_EXPORT_RADAR && previous != NULL)
    g_ptr_array_add (export->wanted, g_strdup (octant_assessment_get_id (previous)));
  g_ptr_array_add (export->wanted, g_strdup (id));
}

/* Whose chart it is: the institution, and the object if only that is shown. */
static char *
dup_owner (OctantSession   *session,
           OctantExportKind kind)
{
  const char *institution = octant_session_get_institution (session);
  const char *object = octant_assessment_get_shown_name (octant_session_get_assessment (session));

  return kind != OCTANT_EXPORT_TREND && institution != NULL && object != NULL
             ? g_strdup_printf ("%s · %s", institution, object) : g_strdup (institution);
}

void
octant_chart_export_async (OctantSession      *session,
                           OctantExportKind    kind,
                           const char         *lens,
                           const char         *path,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (OCTANT_IS_SESSION (session) && path != NULL);
  g_return_if_fail (octant_session_get_assessment (session) != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_chart_export_async);
  export = g_new0 (Export, 1);
  export->kind = kind;
  export->lens = g_strdup (lens);
  export->path = g_strdup (path);
  export->object = g_strdup (octant_session_get_object (session));
  export->institution = dup_owner (session, kind);
  export->wanted = g_ptr_array_new_with_free_func (g_free);
  export->cycles = g_ptr_array_new_with_free_func (g_object_unref);
  list_wanted (export, session);
  g_task_set_task_data (task, export, export_free);
  read_next (task);
}

gboolean
octant_chart_export_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree char *name = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (octant_chart_export_finish (result, &error))
    /* Translators: name of a file */
    text = g_strdup_printf (_("Saved as %s"), name);
  else
    text = g_strdup_printf (_("The chart could not be saved: %s"), error->message);
  g_signal_emit_by_name (source, "notice", text, FALSE);
}

/* What is asked for while a name is chosen. */
typedef struct
{
  OctantSession *session; /* (owned) */
  OctantExportKind kind;
  char *lens; /* (nullable) */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->session);
  g_free (question->lens);
  g_free (question);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && octant_session_get_assessment (question->session) != NULL)
    octant_chart_export_async (question->session, question->kind, question->lens, path, exported_cb,
                               g_path_get_basename (path));
  question_free (question);
}

void
octant_chart_export_ask (OctantSession   *session,
                         OctantExportKind kind,
                         const char      *lens,
                         GtkWindow       *parent)
{
  static const char *const names[] = { N_("Radar"), N_("Trend"), N_("Heat Map") };
  static const char *const endings[] = { "svg", "png", "pdf" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  Question *question;

  g_return_if_fail (OCTANT_IS_SESSION (session));

  if (octant_session_get_assessment (session) == NULL)
    return;
  name = g_strdup_printf ("%s %s.svg", _(names[kind]),
                          octant_assessment_get_title (octant_session_get_assessment (session)));
  g_strdelimit (name, "/\\", '-');
  gtk_file_filter_set_name (filter, _("Pictures (SVG, PNG, PDF)"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Save Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->kind = kind;
  question->lens = g_strdup (lens);
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, question);
}
