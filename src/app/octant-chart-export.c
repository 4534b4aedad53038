/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-export.h"

#include <glib/gi18n.h>

#include "octant-chart-request.h"
#include "octant-file-export.h"
#include "octant-session-objects.h"

#define CLIPBOARD_SCALE 2

/* One picture under way. The assessments are its own: nobody else holds them, so they may change threads. */
typedef struct
{
  OctantChartKind kind;
  char *detail;      /* (nullable) lens or code */
  GStrv others;      /* (nullable) ids that a radar or slope asks for; NULL for the cycle before */
  char *cycle;       /* (nullable) id of the cycle that is drawn; NULL for the open one */
  gboolean alike;
  double scale;
  char *path;        /* (nullable) NULL for the clipboard */
  char *institution; /* (nullable) */
  char *object;      /* (nullable) id of the object that is shown */
  GPtrArray *wanted; /* (element-type utf8) cycles yet to be read, the last one first */
  GPtrArray *cycles; /* (element-type OctantAssessment) as they were read: what is drawn first */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->detail);
  g_strfreev (export->others);
  g_free (export->cycle);
  g_free (export->path);
  g_free (export->institution);
  g_free (export->object);
  g_ptr_array_unref (export->wanted);
  g_ptr_array_unref (export->cycles);
  g_free (export);
}

/* A slope has to come from somewhere else. */
static gboolean
has_other (Export *export)
{
  for (guint i = 0; export->others != NULL && export->others[i] != NULL; i++)
    if (*export->others[i] != '\0' && g_strcmp0 (export->others[i], export->cycle) != 0)
      return TRUE;

  return FALSE;
}

/* NULL when the spec names no chart. */
static Export *
export_new (const char *spec)
{
  g_auto (GStrv) words = g_strsplit (spec, ":", 5);
  guint n = g_strv_length (words);
  OctantChartKind kind;
  Export *export;

  if (n == 0 || !octant_chart_kind_parse (words[0], &kind))
    return NULL;
  export = g_new0 (Export, 1);
  export->kind = kind;
  export->detail = n > 1 && *words[1] != '\0' ? g_strdup (words[1]) : NULL;
  export->others = n > 2 ? g_strsplit (words[2], ",", -1) : NULL;
  export->cycle = n > 3 && *words[3] != '\0' ? g_strdup (words[3]) : NULL;
  export->alike = n > 4 && g_str_equal (words[4], "like-for-like");
  export->wanted = g_ptr_array_new_with_free_func (g_free);
  export->cycles = g_ptr_array_new_with_free_func (g_object_unref);
  if (kind == OCTANT_CHART_KIND_SLOPE && !has_other (export))
    g_clear_pointer (&export, export_free);

  return export;
}

gboolean
octant_chart_spec_is_valid (const char *spec)
{
  Export *export = spec != NULL ? export_new (spec) : NULL;

  if (export == NULL)
    return FALSE;
  export_free (export);

  return TRUE;
}

/* Draws into @path, or when @picture is given into memory, by the format of @path. */
static gboolean
draw (Export     *export,
      const char *path,
      GBytes    **picture,
      GError    **error)
{
  OctantAssessment *const *cycles = (OctantAssessment *const *) export->cycles->pdata;
  OctantChartRequest request = { .kind = export->kind, .cycle = cycles[0], .others = cycles + 1,
                                 .n_others = export->cycles->len - 1, .lens = export->detail, .code = export->detail,
                                 .like_for_like = export->alike };
  OctantChartOptions options = { .language = octant_language_from_locale (), .scale = export->scale,
                                 .institution = export->institution, .picture = picture };

  return octant_output_chart_file (&request, &options, path, error);
}

/* The texture is made here too: unpacking a large picture would be felt on the main thread. */
static GdkContentProvider *
make_provider (Export  *export,
               GError **error)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GdkContentProvider *providers[3];

  if (!draw (export, "chart.png", &png, error) || !draw (export, "chart.svg", &svg, error))
    return NULL;
  texture = gdk_texture_new_from_bytes (png, error);
  if (texture == NULL)
    return NULL;
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  providers[2] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  gpointer result;

  if (export->path == NULL)
    result = make_provider (export, &error);
  else
    result = draw (export, export->path, NULL, &error) ? g_strdup (export->path) : NULL;
  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, export->path == NULL ? g_object_unref : g_free);
}

/* Years that are compared are compared as a whole: their objects differ. So is the map of ATT&CK on screen. */
static gboolean
shows_whole (Export *export)
{
  return export->kind == OCTANT_CHART_KIND_TREND || export->kind == OCTANT_CHART_KIND_SLOPE ||
         export->kind == OCTANT_CHART_KIND_ATTACK || export->cycle != NULL;
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
  if (!shows_whole (export))
    octant_assessment_set_shown_object (assessment, export->object);
  /* An earlier one that does not have the object would show the whole. */
  if (export->cycles->len > 0 && !shows_whole (export)
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

/* Every other cycle of the institution. */
static void
list_siblings (Export        *export,
               OctantSession *session)
{
  OctantAssessment *assessment = octant_session_get_assessment (session);
  GListModel *cycles = octant_session_get_cycles (session);
  const char *org = octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);
      const char *owner = octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG);

      if (g_strcmp0 (owner, org) == 0 &&
          g_strcmp0 (octant_cycle_item_get_id (item), octant_assessment_get_id (assessment)) != 0)
        g_ptr_array_add (export->wanted, g_strdup (octant_cycle_item_get_id (item)));
    }
}

/* The last one is read first: what is drawn. */
static void
list_wanted (Export        *export,
             OctantSession *session)
{
  OctantAssessment *previous = octant_session_get_previous (session);
  const char *open = octant_assessment_get_id (octant_session_get_assessment (session));

  if (export->kind == OCTANT_CHART_KIND_TREND)
    list_siblings (export, session);
  if (export->kind == OCTANT_CHART_KIND_RADAR && export->others == NULL && previous != NULL)
    g_ptr_array_add (export->wanted, g_strdup (octant_assessment_get_id (previous)));
  for (guint i = export->others != NULL ? g_strv_length (export->others) : 0; i-- > 0;)
    if ((export->kind == OCTANT_CHART_KIND_RADAR || export->kind == OCTANT_CHART_KIND_SLOPE) && *export->others[i] != '\0')
      g_ptr_array_add (export->wanted, g_strdup (export->others[i]));
  g_ptr_array_add (export->wanted, g_strdup (export->cycle != NULL ? export->cycle : open));
}

static void
start (OctantSession      *session,
       const char         *spec,
       double              scale,
       const char         *path,
       GAsyncReadyCallback callback,
       gpointer            user_data,
       gpointer            tag)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  Export *export = export_new (spec);

  g_task_set_source_tag (task, tag);
  if (export == NULL)
    {
      g_task_return_new_error (task, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_FAILED, "There is no chart “%s”", spec);
      return;
    }
  export->scale = scale;
  export->path = g_strdup (path);
  export->object = g_strdup (octant_session_get_object (session));
  export->institution = g_strdup (octant_session_get_institution (session));
  list_wanted (export, session);
  g_task_set_task_data (task, export, export_free);
  read_next (task);
}

void
octant_chart_export_async (OctantSession      *session,
                           const char         *spec,
                           double              scale,
                           const char         *path,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (OCTANT_IS_SESSION (session) && spec != NULL && path != NULL);
  g_return_if_fail (octant_session_get_assessment (session) != NULL);

  start (session, spec, scale, path, callback, user_data, octant_chart_export_async);
}

gboolean
octant_chart_export_finish (GAsyncResult *result,
                            GError      **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, octant_chart_export_async), FALSE);

  path = g_task_propagate_pointer (G_TASK (result), error);

  return path != NULL;
}

void
octant_chart_picture_async (OctantSession      *session,
                            const char         *spec,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (OCTANT_IS_SESSION (session) && spec != NULL);
  g_return_if_fail (octant_session_get_assessment (session) != NULL);

  start (session, spec, CLIPBOARD_SCALE, NULL, callback, user_data, octant_chart_picture_async);
}

GdkContentProvider *
octant_chart_picture_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, octant_chart_picture_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  char *failure = NULL;

  if (!octant_chart_export_finish (result, &error))
    {
      reason = octant_file_export_describe (error);
      failure = g_strdup_printf (_("The chart could not be saved: %s"), reason);
    }
  octant_file_export_tell (OCTANT_SESSION (source), path, failure);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GdkClipboard) clipboard = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) picture = octant_chart_picture_finish (result, &error);
  g_autofree char *text = NULL;

  if (picture != NULL && gdk_clipboard_set_content (clipboard, picture))
    text = g_strdup (_("Picture copied"));
  else
    text = g_strdup_printf (_("The chart could not be copied: %s"),
                            error != NULL ? error->message : _("the clipboard does not take it"));
  g_signal_emit_by_name (source, "notice", text, FALSE);
}

void
octant_chart_export (OctantSession *session,
                     const char    *spec,
                     double         scale,
                     const char    *path)
{
  g_return_if_fail (OCTANT_IS_SESSION (session));

  if (octant_session_get_assessment (session) != NULL)
    octant_chart_export_async (session, spec, scale, path, exported_cb, g_strdup (path));
}

void
octant_chart_copy (OctantSession *session,
                   const char    *spec,
                   GdkClipboard  *clipboard)
{
  g_return_if_fail (OCTANT_IS_SESSION (session) && GDK_IS_CLIPBOARD (clipboard));

  if (octant_session_get_assessment (session) != NULL)
    octant_chart_picture_async (session, spec, copied_cb, g_object_ref (clipboard));
}
