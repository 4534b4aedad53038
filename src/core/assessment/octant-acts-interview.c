/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-acts-private.h"
#include "assessment/octant-check-private.h"
#include "assessment/octant-interview-private.h"

static OctantAct *
new_act (OctantAssessment *assessment,
         const char       *kind,
         const char       *subject,
         const OctantBy   *by)
{
  return octant_act_new (kind, subject, octant_assessment_get_id (assessment), by->actor, by->time);
}

static const char *
item_code (OctantAssessment *assessment,
           OctantItemRef     item)
{
  return octant_model_get_requirement (octant_assessment_get_model (assessment), item.requirement)->code;
}

static OctantAssessmentItem *
place_of (OctantAssessment *assessment,
          OctantItemRef     item)
{
  return octant_assessment_get_item (assessment, item.requirement, item.slot);
}

static OctantRecord *
find_interview (OctantAssessment *assessment,
                const char       *interview_id,
                GError          **error)
{
  OctantRecord *interview = octant_assessment_get_interview (assessment, interview_id);

  if (interview == NULL)
    octant_refuse (error, "This assessment has no such interview; choose one of its interviews.");
  return interview;
}

void
octant_acts_settle (OctantAct        *act,
                    OctantAssessment *assessment,
                    OctantItemRef     item,
                    gboolean          rated,
                    const OctantBy   *by)
{
  const OctantAssessmentItem *place = place_of (assessment, item);
  const char *values[] = {
    octant_assessment_get_id (assessment),
    item_code (assessment, item),
    octant_assessment_get_object_id (assessment, item.requirement, item.slot),
    by->actor,
    by->time,
  };

  if (place->settlement != NULL && !rated)
    octant_act_add_change (act, octant_record_ref (place->settlement), NULL);
  else if (place->settlement == NULL && rated && octant_opinion_of (place).n > 0)
    octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_SETTLEMENT, values));
}

/* The answer that follows when interviewees say @after of an item where they said @before. */
static void
follow (OctantAct           *act,
        OctantAssessment    *assessment,
        OctantItemRef        item,
        const OctantOpinion *before,
        const OctantOpinion *after,
        const OctantBy      *by)
{
  OctantRecord *answer = place_of (assessment, item)->answer;
  OctantRating rating = octant_answer_record_rating (answer);
  gboolean carried = octant_answer_record_carried (answer);
  g_autoptr (OctantRecord) base = NULL;

  if (place_of (assessment, item)->settlement != NULL)
    octant_act_add_change (act, octant_record_ref (place_of (assessment, item)->settlement), NULL);
  if (rating == OCTANT_RATING_NA && !carried)
    return;
  base = answer != NULL ? octant_record_ref (answer) : octant_acts_new_answer (assessment, item);
  if (after->n > 0 && (carried || rating != after->lowest))
    octant_acts_add_answer (act, assessment, item,
                            octant_record_with (base,
                                                OCTANT_ANSWER_RATING, octant_rating_to_string (after->lowest),
                                                OCTANT_ANSWER_NA_REASON, NULL,
                                                OCTANT_ANSWER_NA_APPROVER, NULL,
                                                OCTANT_ANSWER_STATE, "confirmed",
                                                OCTANT_ANSWER_RATED_BY, by->actor,
                                                OCTANT_ANSWER_RATED_AT, by->time,
                                                G_MAXUINT));
  /* Nobody says anything any more: what stood there only because it was said goes too. */
  if (after->n == 0 && before->n > 0 && place_of (assessment, item)->settlement == NULL &&
      !carried && rating == before->lowest)
    octant_acts_add_answer (act, assessment, item,
                            octant_record_with (base,
                                                OCTANT_ANSWER_RATING, "",
                                                OCTANT_ANSWER_RATED_BY, NULL,
                                                OCTANT_ANSWER_RATED_AT, NULL,
                                                G_MAXUINT));
}

/* One interviewee's row becomes @after (taken); the answer follows when the rating is another. */
static void
add_said (OctantAct        *act,
          OctantAssessment *assessment,
          OctantItemRef     item,
          OctantRecord     *before,
          OctantRecord     *after,
          const OctantBy   *by)
{
  const OctantAssessmentItem *place = place_of (assessment, item);
  OctantRating said = before != NULL ? octant_said_rating (before) : OCTANT_RATING_UNANSWERED;
  OctantRating says = after != NULL ? octant_said_rating (after) : OCTANT_RATING_UNANSWERED;

  if (after != NULL && says == OCTANT_RATING_UNANSWERED &&
      octant_record_get (after, OCTANT_INTERVIEW_ANSWER_MINUTES) == NULL)
    g_clear_pointer (&after, octant_record_unref);
  if (said != says)
    {
      OctantOpinion old = octant_opinion_of (place);
      OctantOpinion now = { 0 };

      for (guint i = 0; place->said != NULL && i < place->said->len; i++)
        if (place->said->pdata[i] != before)
          octant_opinion_add (&now, octant_said_rating (place->said->pdata[i]));
      octant_opinion_add (&now, says);
      follow (act, assessment, item, &old, &now, by);
    }
  octant_act_add_change (act, before != NULL ? octant_record_ref (before) : NULL, after);
}

static OctantRecord *
new_said (OctantAssessment *assessment,
          const char       *interview_id,
          OctantItemRef     item)
{
  const char *values[] = {
    interview_id,
    item_code (assessment, item),
    octant_assessment_get_object_id (assessment, item.requirement, item.slot),
    octant_assessment_get_id (assessment),
    "",
    NULL,
  };

  return octant_record_new (OCTANT_TABLE_INTERVIEW_ANSWER, values);
}

static void
refuse_na (OctantAssessment *assessment,
           OctantItemRef     item,
           GError          **error)
{
  octant_refuse (error, "An interview cannot rate %s NA: that is a decision with a reason and an approver; "
                        "write what was said into the minutes and rate it NA afterwards.",
                 item_code (assessment, item));
}

/**
 * octant_act_interview_rate:
 * @rating: N to F, or UNANSWERED to take it back
 *
 * What the interviewee says of one item, and the answer that follows from it.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_interview_rate (OctantAssessment *assessment,
                           const char       *interview_id,
                           OctantItemRef     item,
                           OctantRating      rating,
                           const OctantBy   *by,
                           GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantRecord) base = NULL;
  OctantRecord *before;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);
  g_return_val_if_fail (rating <= OCTANT_RATING_NA, NULL);

  if (!octant_check_by (by, error) || find_interview (assessment, interview_id, error) == NULL ||
      !octant_acts_check_item (assessment, item, error) || !octant_acts_check_in_scope (assessment, item, error))
    return NULL;
  if (rating == OCTANT_RATING_NA)
    {
      refuse_na (assessment, item, error);
      return NULL;
    }
  act = new_act (assessment, "interview-answer", item_code (assessment, item), by);
  before = octant_item_find_said (place_of (assessment, item), interview_id);
  base = before != NULL ? octant_record_ref (before) : new_said (assessment, interview_id, item);
  add_said (act, assessment, item, before,
            octant_record_with (base, OCTANT_INTERVIEW_ANSWER_RATING, octant_rating_to_string (rating), G_MAXUINT),
            by);
  return g_steal_pointer (&act);
}

/**
 * octant_act_interview_minutes:
 * @minutes: (nullable): NULL or "" removes them
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_interview_minutes (OctantAssessment *assessment,
                              const char       *interview_id,
                              OctantItemRef     item,
                              const char       *minutes,
                              const OctantBy   *by,
                              GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantRecord) base = NULL;
  g_autofree char *text = NULL;
  OctantRecord *before;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || find_interview (assessment, interview_id, error) == NULL ||
      !octant_acts_check_item (assessment, item, error) ||
      !octant_check_text ("The minutes", minutes, OCTANT_MAX_NOTE, &text, error))
    return NULL;
  act = new_act (assessment, "interview-answer", item_code (assessment, item), by);
  before = octant_item_find_said (place_of (assessment, item), interview_id);
  base = before != NULL ? octant_record_ref (before) : new_said (assessment, interview_id, item);
  add_said (act, assessment, item, before,
            octant_record_with (base, OCTANT_INTERVIEW_ANSWER_MINUTES, text, G_MAXUINT), by);
  return g_steal_pointer (&act);
}

static gboolean
check_said (OctantAssessment    *assessment,
            const OctantSaidRow *row,
            char               **minutes,
            GError             **error)
{
  if (!octant_acts_check_item (assessment, row->item, error) ||
      !octant_acts_check_in_scope (assessment, row->item, error))
    return FALSE;
  if (row->rating == OCTANT_RATING_NA)
    {
      refuse_na (assessment, row->item, error);
      return FALSE;
    }
  return octant_check_text ("The minutes", row->minutes, OCTANT_MAX_NOTE, minutes, error);
}

/**
 * octant_act_interview_say:
 * @rows: (array length=n_rows): what the interviewee says, an item once at most
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_interview_say (OctantAssessment    *assessment,
                          const char          *interview_id,
                          const OctantSaidRow *rows,
                          gsize                n_rows,
                          const OctantBy      *by,
                          GError             **error)
{
  g_autoptr (OctantAct) act = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);
  g_return_val_if_fail (rows != NULL && n_rows > 0, NULL);

  if (!octant_check_by (by, error) || find_interview (assessment, interview_id, error) == NULL)
    return NULL;
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *minutes = NULL;
      g_autoptr (OctantRecord) base = NULL;
      OctantRecord *before;

      if (!check_said (assessment, &rows[i], &minutes, error))
        return NULL;
      if (act == NULL)
        act = new_act (assessment, "interview-answer", item_code (assessment, rows[i].item), by);
      before = octant_item_find_said (place_of (assessment, rows[i].item), interview_id);
      base = before != NULL ? octant_record_ref (before) : new_said (assessment, interview_id, rows[i].item);
      add_said (act, assessment, rows[i].item, before,
                octant_record_with (base,
                                    OCTANT_INTERVIEW_ANSWER_RATING, octant_rating_to_string (rows[i].rating),
                                    OCTANT_INTERVIEW_ANSWER_MINUTES, minutes,
                                    G_MAXUINT),
                by);
    }
  return g_steal_pointer (&act);
}

/**
 * octant_act_interview_same:
 * @item: of which the interviewee has spoken
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_interview_same (OctantAssessment *assessment,
                           const char       *interview_id,
                           OctantItemRef     item,
                           const OctantBy   *by,
                           GError          **error)
{
  g_autofree OctantSaidRow *rows = NULL;
  OctantInterviewAnswer answer;
  guint n_slots, n = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);

  if (!octant_acts_check_item (assessment, item, error))
    return NULL;
  n_slots = octant_assessment_get_item_slots (assessment, item.requirement);
  if (!octant_assessment_get_interview_answer (assessment, interview_id, item, &answer) || n_slots < 2)
    {
      octant_refuse (error, "There is nothing of %s to take over for other objects; answer it for one object first.",
                     item_code (assessment, item));
      return NULL;
    }
  rows = g_new0 (OctantSaidRow, n_slots);
  for (guint slot = 0; slot < n_slots; slot++)
    if (slot != item.slot)
      rows[n++] = (OctantSaidRow) { { item.requirement, slot }, answer.rating, answer.minutes };
  return octant_act_interview_say (assessment, interview_id, rows, n, by, error);
}

/**
 * octant_act_settle:
 * @rating: N to F: what counts from now on
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_settle (OctantAssessment *assessment,
                   OctantItemRef     item,
                   OctantRating      rating,
                   const OctantBy   *by,
                   GError          **error)
{
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (by != NULL, NULL);
  g_return_val_if_fail (rating <= OCTANT_RATING_NA, NULL);

  if (!octant_check_by (by, error) || !octant_acts_check_item (assessment, item, error))
    return NULL;
  if (octant_opinion_of (place_of (assessment, item)).n == 0)
    {
      octant_refuse (error, "Nobody was asked about %s, so there is nothing to settle; rate it instead.",
                     item_code (assessment, item));
      return NULL;
    }
  if (rating == OCTANT_RATING_UNANSWERED)
    {
      octant_refuse (error, "Settling %s needs a rating; choose N, P, L or F.", item_code (assessment, item));
      return NULL;
    }
  act = octant_act_rate (assessment, item, rating, NULL, NULL, NULL, by, error);
  if (act != NULL)
    g_set_str (&act->kind, "settle");
  return act;
}

static gboolean
is_role (OctantModel *model,
         const char  *role)
{
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (roles[i].id, role) == 0)
      return TRUE;
  return FALSE;
}

/**
 * octant_act_edit_interview:
 * @person: (nullable): NULL keeps it
 * @role: (nullable): a role id of the model; NULL keeps it
 * @held_on: (nullable): NULL keeps it
 * @minutes: (nullable): the general minutes; NULL keeps them, "" removes them
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_edit_interview (OctantAssessment *assessment,
                           const char       *interview_id,
                           const char       *person,
                           const char       *role,
                           const char       *held_on,
                           const char       *minutes,
                           const OctantBy   *by,
                           GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_person = NULL;
  g_autofree char *checked_minutes = NULL;
  OctantRecord *before;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || (before = find_interview (assessment, interview_id, error)) == NULL)
    return NULL;
  checked_person = octant_check_name ("The name of the person",
                                      person != NULL ? person : octant_record_get (before, OCTANT_INTERVIEW_PERSON),
                                      error);
  if (checked_person == NULL)
    return NULL;
  if (role != NULL && !is_role (octant_assessment_get_model (assessment), role))
    {
      octant_refuse (error, "The model has no such role; choose one of its roles.");
      return NULL;
    }
  if ((held_on != NULL && !octant_check_date ("The date of the interview", held_on, error)) ||
      !octant_check_text ("The minutes",
                          minutes != NULL ? minutes : octant_record_get (before, OCTANT_INTERVIEW_MINUTES),
                          OCTANT_MAX_MINUTES, &checked_minutes, error))
    return NULL;

  act = new_act (assessment, "edit-interview", interview_id, by);
  octant_act_add_change (
    act, octant_record_ref (before),
    octant_record_with (before,
                        OCTANT_INTERVIEW_PERSON, checked_person,
                        OCTANT_INTERVIEW_ROLE, role != NULL ? role : octant_record_get (before, OCTANT_INTERVIEW_ROLE),
                        OCTANT_INTERVIEW_HELD_ON,
                        held_on != NULL ? held_on : octant_record_get (before, OCTANT_INTERVIEW_HELD_ON),
                        OCTANT_INTERVIEW_MINUTES, checked_minutes,
                        G_MAXUINT));
  return g_steal_pointer (&act);
}

/**
 * octant_act_delete_interview:
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_delete_interview (OctantAssessment *assessment,
                             const char       *interview_id,
                             const OctantBy   *by,
                             GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GArray) items = NULL;
  OctantRecord *interview;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || (interview = find_interview (assessment, interview_id, error)) == NULL)
    return NULL;
  act = new_act (assessment, "delete-interview", interview_id, by);
  items = octant_interview_list_items (assessment, interview_id);
  for (guint i = 0; i < items->len; i++)
    {
      OctantItemRef item = g_array_index (items, OctantItemRef, i);

      add_said (act, assessment, item, octant_item_find_said (place_of (assessment, item), interview_id), NULL, by);
    }
  for (guint i = 0; i < assessment->loose->len; i++)
    {
      OctantRecord *row = assessment->loose->pdata[i];

      if (octant_record_get_table (row) == OCTANT_TABLE_INTERVIEW_ANSWER &&
          strcmp (octant_record_get (row, OCTANT_INTERVIEW_ANSWER_INTERVIEW), interview_id) == 0)
        octant_act_add_change (act, octant_record_ref (row), NULL);
    }
  octant_act_add_change (act, octant_record_ref (interview), NULL);
  return g_steal_pointer (&act);
}

/* Links of the minutes: every item that was spoken of, and no other. */
static void
add_minutes_links (OctantAct        *act,
                   OctantAssessment *assessment,
                   const char       *interview_id,
                   const OctantBy   *by)
{
  OctantModel *model = octant_assessment_get_model (assessment);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, r); slot++)
      {
        OctantItemRef item = { r, slot };
        OctantRecord *link = octant_acts_find_link (assessment, item, interview_id);
        gboolean spoken = octant_item_find_said (place_of (assessment, item), interview_id) != NULL;
        const char *values[] = {
          octant_assessment_get_id (assessment),
          item_code (assessment, item),
          octant_assessment_get_object_id (assessment, r, slot),
          interview_id,
          by->time,
        };

        if (spoken && link == NULL)
          octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_EVIDENCE_LINK, values));
        else if (!spoken && link != NULL)
          octant_act_add_change (act, octant_record_ref (link), NULL);
      }
}

/**
 * octant_act_keep_minutes:
 * @evidence: a row for the imported text of octant_interview_to_markdown()
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_keep_minutes (OctantAssessment *assessment,
                         const char       *interview_id,
                         OctantRecord     *evidence,
                         const OctantBy   *by,
                         GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantRecord) row = NULL;
  OctantRecord *before;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (interview_id != NULL && by != NULL, NULL);
  g_return_val_if_fail (evidence != NULL && octant_record_get_table (evidence) == OCTANT_TABLE_EVIDENCE, NULL);

  if (!octant_check_by (by, error) || find_interview (assessment, interview_id, error) == NULL ||
      !octant_acts_check_evidence (assessment, evidence, error))
    return NULL;
  act = new_act (assessment, "keep-minutes", interview_id, by);
  before = octant_assessment_get_evidence (assessment, interview_id);
  row = octant_record_with (evidence, OCTANT_EVIDENCE_ID, interview_id, G_MAXUINT);
  /* The same text again is no change, whoever keeps it when. */
  if (before == NULL ||
      strcmp (octant_record_get (before, OCTANT_EVIDENCE_SHA256), octant_record_get (row, OCTANT_EVIDENCE_SHA256)) != 0)
    octant_act_add_change (act, before != NULL ? octant_record_ref (before) : NULL, octant_record_ref (row));
  add_minutes_links (act, assessment, interview_id, by);
  return g_steal_pointer (&act);
}
