/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attack-export.h"

#include <glib/gi18n.h>

#include "octant-attack-file.h"
#include "octant-file-export.h"

/* What is asked for, while a name is chosen and while it is written. */
typedef struct
{
  OctantSession *session; /* (owned) (nullable): while a name is chosen */
  OctantAttack *attack;   /* (owned) */
  gboolean name_institution;
  char *institution; /* (owned) (nullable) */
  char *path;        /* (owned) (nullable) */
  OctantAssessment *assessment; /* (owned) (nullable): read for this alone */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->session);
  g_object_unref (export->attack);
  g_clear_object (&export->assessment);
  g_free (export->institution);
  g_free (export->path);
  g_free (export);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;

  if (octant_output_attack_layer_file (export->assessment, export->attack, octant_language_from_locale (),
                                       export->institution, export->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  export->assessment = octant_session_load_assessment_finish (OCTANT_SESSION (source), result, &error);
  if (export->assessment == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, write_thread);
}

void
octant_attack_export_async (OctantSession      *session,
                            OctantAttack       *attack,
                            gboolean            name_institution,
                            const char         *path,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (OCTANT_IS_SESSION (session) && OCTANT_IS_ATTACK (attack) && path != NULL);
  g_return_if_fail (octant_session_get_assessment (session) != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_attack_export_async);
  export = g_new0 (Export, 1);
  export->attack = g_object_ref (attack);
  export->path = g_strdup (path);
  export->institution = name_institution ? g_strdup (octant_session_get_institution (session)) : NULL;
  g_task_set_task_data (task, export, export_free);
  octant_session_load_assessment_async (session, octant_assessment_get_id (octant_session_get_assessment (session)), loaded_cb,
                                        g_object_ref (task));
}

gboolean
octant_attack_export_finish (GAsyncResult *result,
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
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  char *failure = NULL;

  if (!octant_attack_export_finish (result, &error))
    {
      reason = octant_file_export_describe (error);
      failure = g_strdup_printf (_("The layer could not be saved: %s"), reason);
    }
  octant_file_export_tell (OCTANT_SESSION (source), path, failure);
}

static void
chosen_cb (const char *path,
           gpointer    user_data)
{
  Export *export = user_data;

  if (octant_session_get_assessment (export->session) != NULL)
    octant_attack_export_async (export->session, export->attack, export->name_institution, path, exported_cb, g_strdup (path));
}

void
octant_attack_export_ask (OctantSession *session,
                          OctantAttack  *attack,
                          gboolean       name_institution,
                          GtkWindow     *parent)
{
  static const char *const suffixes[] = { "json", NULL };
  OctantFileQuestion question = { _("Export Navigator Layer"), NULL, _("Layers of the ATT&CK Navigator (JSON)"), suffixes,
                                  suffixes[0] };
  g_autofree char *name = NULL;
  Export *export;

  g_return_if_fail (OCTANT_IS_SESSION (session) && OCTANT_IS_ATTACK (attack));

  if (octant_session_get_assessment (session) == NULL)
    return;
  name = g_strdup_printf ("ATT&CK %s.json", octant_assessment_get_title (octant_session_get_assessment (session)));
  question.name = name;
  export = g_new0 (Export, 1);
  export->session = g_object_ref (session);
  export->attack = g_object_ref (attack);
  export->name_institution = name_institution;
  octant_file_export_ask (parent, &question, chosen_cb, export, export_free);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  OctantAttack *attack = octant_attack_new_shipped (&error);

  if (attack != NULL)
    g_task_return_pointer (task, attack, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
octant_attack_load_async (GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, octant_attack_load_async);
  g_task_run_in_thread (task, load_thread);
}

OctantAttack *
octant_attack_load_finish (GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
