/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-interviews.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/octant-time.h"
#include "evidence/octant-evidence.h"
#include "octant-session-private.h"
#include "octant-texts.h"
#include "octant-words.h"

/* A person's name is shortened to this in a file name, which file systems limit by bytes. */
#define NAME_CHARS 40

static gboolean
carry_out (OctantSession *self,
           OctantAct     *act)
{
  if (act == NULL)
    return FALSE;
  octant_session_carry_out_private (self, act);
  return TRUE;
}

static gboolean
is_open (OctantSession *self)
{
  return self->queue != NULL && self->assessment != NULL;
}

gboolean
octant_session_add_interview (OctantSession *self,
                              const char    *person,
                              const char    *role,
                              const char    *held_on,
                              const char    *minutes,
                              GError       **error)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *id = NULL;
  OctantBy by = { self->actor, now };

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (is_open (self), FALSE);

  return carry_out (self, octant_act_add_interview (self->assessment, person, role, held_on, minutes, &by, &id, error));
}

gboolean
octant_session_edit_interview (OctantSession *self,
                               const char    *interview_id,
                               const char    *person,
                               const char    *role,
                               const char    *held_on,
                               const char    *minutes,
                               GError       **error)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by = { self->actor, now };

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (is_open (self), FALSE);

  return carry_out (self, octant_act_edit_interview (self->assessment, interview_id, person, role, held_on, minutes,
                                                     &by, error));
}

gboolean
octant_session_delete_interview (OctantSession *self,
                                 const char    *interview_id)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };
  OctantRecord *interview;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  if (!is_open (self))
    return FALSE;
  interview = octant_assessment_get_interview (self->assessment, interview_id);
  if (interview != NULL)
    /* Translators: %s is a person */
    message = g_strdup_printf (_("Interview with %s deleted"), octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
  if (!octant_session_try_private (self, octant_act_delete_interview (self->assessment, interview_id, &by, &error),
                                   &error))
    return FALSE;
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

gboolean
octant_session_interview_rate (OctantSession *self,
                               const char    *interview_id,
                               OctantItemRef  item,
                               OctantRating   rating)
{
  g_autofree char *now = octant_time_now ();
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  return is_open (self)
         && octant_session_try_private (
                self, octant_act_interview_rate (self->assessment, interview_id, item, rating, &by, &error), &error);
}

gboolean
octant_session_interview_same (OctantSession *self,
                               const char    *interview_id,
                               OctantItemRef  item)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };
  guint n;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  if (!is_open (self))
    return FALSE;
  if (!octant_session_try_private (self, octant_act_interview_same (self->assessment, interview_id, item, &by, &error),
                                   &error))
    return FALSE;
  n = octant_assessment_get_item_slots (self->assessment, item.requirement);
  message = g_strdup_printf (ngettext ("Holds for %u object", "Holds for all %u objects", n), n);
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

gboolean
octant_session_interview_minutes (OctantSession *self,
                                  const char    *interview_id,
                                  OctantItemRef  item,
                                  const char    *minutes,
                                  GError       **error)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by = { self->actor, now };

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (is_open (self), FALSE);

  return carry_out (self, octant_act_interview_minutes (self->assessment, interview_id, item, minutes, &by, error));
}

gboolean
octant_session_settle (OctantSession *self,
                       OctantItemRef  item,
                       OctantRating   rating)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };
  const char *code;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  if (!is_open (self))
    return FALSE;
  code = octant_model_get_requirement (octant_assessment_get_model (self->assessment), item.requirement)->code;
  if (!octant_session_try_private (self, octant_act_settle (self->assessment, item, rating, &by, &error), &error))
    return FALSE;
  /* Translators: the code of a requirement, then a rating, as in “AP.01.2.P.01 settled: Largely achieved” */
  message = g_strdup_printf (_("%s settled: %s"), code, octant_rating_get_name (rating));
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

/* What the worker needs to make a piece of evidence of the minutes, and what came of it. */
typedef struct
{
  OctantSession *session;       /* (owned) */
  OctantAssessment *assessment; /* (owned): looked at on the main thread only */
  char *interview_id;           /* (owned) */
} Keeping;

typedef struct
{
  char *data_dir; /* (owned) */
  char *name;     /* (owned): of the file */
  char *text;     /* (owned) */
} Minutes;

static void
keeping_free (Keeping *keeping)
{
  g_object_unref (keeping->session);
  g_object_unref (keeping->assessment);
  g_free (keeping->interview_id);
  g_free (keeping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, keeping_free)

static void
minutes_free (Minutes *minutes)
{
  g_free (minutes->data_dir);
  g_free (minutes->name);
  g_free (minutes->text);
  g_free (minutes);
}

/* The evidence store takes in files only, so the text becomes one, under the name that it shall have. */
static gpointer
job_import_minutes (OctantStore  *store,
                    gpointer      data,
                    GCancellable *cancellable,
                    GError      **error)
{
  Minutes *minutes = data;
  g_autofree char *above = g_build_filename (g_get_user_cache_dir (), "octant", NULL);
  g_autofree char *folder = g_build_filename (above, "minutes-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  OctantEvidenceFile *imported = NULL;

  if (g_mkdir_with_parents (above, 0700) != 0 || g_mkdtemp (folder) == NULL)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), "%s: %s", above, g_strerror (saved));
      return NULL;
    }
  path = g_build_filename (folder, minutes->name, NULL);
  file = g_file_new_for_path (path);
  if (g_file_set_contents_full (path, minutes->text, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
    imported = octant_evidence_import (minutes->data_dir, file, NULL, NULL, cancellable, error);
  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("%s stays: %s", path, g_strerror (errno));
  if (g_rmdir (folder) != 0)
    g_debug ("%s stays: %s", folder, g_strerror (errno));
  return imported;
}

static OctantAct *
build_keeping (Keeping            *keeping,
               OctantEvidenceFile *file,
               GError            **error)
{
  OctantSession *self = keeping->session;
  OctantRecord *interview = octant_assessment_get_interview (self->assessment, keeping->interview_id);
  OctantRecord *cycle = octant_assessment_get_cycle (self->assessment);
  g_autofree char *now = octant_time_now ();
  g_autofree char *title = NULL;
  g_autoptr (OctantRecord) evidence = NULL;
  OctantBy by = { self->actor, now };

  if (interview == NULL)
    {
      g_set_error_literal (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED,
                           "The interview was deleted meanwhile.");
      return NULL;
    }
  /* Translators: the title of a piece of evidence; %s is a person */
  title = g_strdup_printf (_("Interview with %s"), octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
  /* A long name is a name all the same; who it is stands in the source. */
  if (g_utf8_strlen (title, -1) > OCTANT_WORDS_NAME)
    g_utf8_offset_to_pointer (title, OCTANT_WORDS_NAME)[0] = '\0';
  /* What one person says is a statement until something else bears it out: strength 0. */
  evidence = octant_evidence_record (octant_record_get (cycle, OCTANT_CYCLE_ORG), file, title,
                                     octant_record_get (interview, OCTANT_INTERVIEW_PERSON),
                                     octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON), NULL, 0,
                                     by.actor, by.time);
  return octant_act_keep_minutes (self->assessment, keeping->interview_id, evidence, &by, error);
}

static void
minutes_imported_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  OctantSession *self = keeping->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantEvidenceFile) file =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  OctantAct *act = NULL;

  if (file != NULL && self->queue != NULL && self->assessment == keeping->assessment)
    act = build_keeping (keeping, file, &error);
  else if (file != NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Another assessment was opened.");
  if (act == NULL)
    {
      g_debug ("The minutes were not kept: %s", error->message);
      octant_session_notice_private (self, _("The minutes could not be kept as evidence"), FALSE);
      return;
    }
  octant_session_carry_out_private (self, act);
  octant_session_notice_private (self, _("Minutes kept as evidence"), TRUE);
}

void
octant_session_keep_minutes (OctantSession *self,
                             const char    *interview_id)
{
  OctantRecord *interview;
  g_autofree char *person = NULL;
  Keeping *keeping;
  Minutes *minutes;

  g_return_if_fail (OCTANT_IS_SESSION (self));

  interview = is_open (self) ? octant_assessment_get_interview (self->assessment, interview_id) : NULL;
  if (interview == NULL)
    return;
  person = g_utf8_substring (octant_record_get (interview, OCTANT_INTERVIEW_PERSON), 0,
                             MIN (g_utf8_strlen (octant_record_get (interview, OCTANT_INTERVIEW_PERSON), -1), NAME_CHARS));
  g_strdelimit (person, "/", '-');
  minutes = g_new0 (Minutes, 1);
  minutes->data_dir = g_strdup (self->data_dir);
  /* Translators: the name of a file; a date, then a person */
  minutes->name = g_strdup_printf (_("Interview %s %s.md"), octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON),
                                   person);
  minutes->text = octant_interview_to_markdown (self->assessment, interview_id, self->institution,
                                                octant_language_from_locale ());
  keeping = g_new0 (Keeping, 1);
  keeping->session = g_object_ref (self);
  keeping->assessment = g_object_ref (self->assessment);
  keeping->interview_id = g_strdup (interview_id);
  octant_write_queue_run_async (self->queue, TRUE, job_import_minutes, minutes, (GDestroyNotify) minutes_free,
                                (GDestroyNotify) octant_evidence_file_free, minutes_imported_cb, keeping);
}
