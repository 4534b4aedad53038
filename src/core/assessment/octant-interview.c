/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-interview.h"

#include <string.h>

#include "assessment/octant-assessment-private.h"
#include "assessment/octant-interview-private.h"

/* What interviews answer: reading only. */

OctantRating
octant_said_rating (const OctantRecord *said)
{
  OctantRating rating;

  return octant_rating_parse (octant_record_get (said, OCTANT_INTERVIEW_ANSWER_RATING), &rating)
           ? rating : OCTANT_RATING_UNANSWERED;
}

void
octant_opinion_add (OctantOpinion *opinion,
                    OctantRating   rating)
{
  if (rating == OCTANT_RATING_UNANSWERED)
    return;
  opinion->differ = opinion->differ || (opinion->n > 0 && rating != opinion->lowest);
  opinion->lowest = opinion->n > 0 ? MIN (opinion->lowest, rating) : rating;
  opinion->n++;
}

OctantOpinion
octant_opinion_of (const OctantAssessmentItem *item)
{
  OctantOpinion opinion = { 0 };

  for (guint i = 0; item->said != NULL && i < item->said->len; i++)
    octant_opinion_add (&opinion, octant_said_rating (item->said->pdata[i]));
  return opinion;
}

OctantRecord *
octant_item_find_said (const OctantAssessmentItem *item,
                       const char                 *interview_id)
{
  for (guint i = 0; item->said != NULL && i < item->said->len; i++)
    if (strcmp (octant_record_get (item->said->pdata[i], OCTANT_INTERVIEW_ANSWER_INTERVIEW), interview_id) == 0)
      return item->said->pdata[i];
  return NULL;
}

static int
compare_interviews (gconstpointer a,
                    gconstpointer b)
{
  const OctantRecord *x = *(const OctantRecord *const *) a;
  const OctantRecord *y = *(const OctantRecord *const *) b;
  int order = strcmp (octant_record_get (x, OCTANT_INTERVIEW_HELD_ON), octant_record_get (y, OCTANT_INTERVIEW_HELD_ON));

  if (order == 0)
    order = strcmp (octant_record_get (x, OCTANT_INTERVIEW_PERSON), octant_record_get (y, OCTANT_INTERVIEW_PERSON));
  return order != 0 ? order : strcmp (octant_record_get (x, OCTANT_INTERVIEW_ID), octant_record_get (y, OCTANT_INTERVIEW_ID));
}

/**
 * octant_assessment_list_interviews:
 *
 * Returns: (transfer full) (element-type OctantRecord): by date, then person
 */
GPtrArray *
octant_assessment_list_interviews (OctantAssessment *self)
{
  GPtrArray *list;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  for (guint i = 0; i < self->interviews->len; i++)
    g_ptr_array_add (list, octant_record_ref (self->interviews->pdata[i]));
  g_ptr_array_sort (list, compare_interviews);
  return list;
}

/**
 * octant_assessment_get_interview:
 *
 * Returns: (transfer none) (nullable): the row of an interview of this cycle
 */
OctantRecord *
octant_assessment_get_interview (OctantAssessment *self,
                                 const char       *interview_id)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (interview_id != NULL, NULL);

  for (guint i = 0; i < self->interviews->len; i++)
    if (strcmp (octant_record_get (self->interviews->pdata[i], OCTANT_INTERVIEW_ID), interview_id) == 0)
      return self->interviews->pdata[i];
  return NULL;
}

/* Which of the model's roles that is; as many as there are where it has none such. */
static guint
find_role (OctantModel *model,
           const char  *role)
{
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);
  guint i = 0;

  while (i < n && strcmp (roles[i].id, role) != 0)
    i++;
  return i;
}

/* Whether a role is asked about this requirement, and it is in scope. */
static gboolean
is_asked (OctantAssessment *self,
          guint             index,
          guint             role)
{
  const OctantRequirement *requirement = octant_model_get_requirement (self->model, index);

  for (guint i = 0; i < requirement->n_roles; i++)
    if (requirement->roles[i] == role)
      return octant_assessment_counts (self, index) &&
             !octant_assessment_is_out (self, octant_model_subdomain_node (self->model, requirement->subdomain));
  return FALSE;
}

/* Domains and sub-domains have the order of the model; within one, levels rise. */
static int
compare_questions (gconstpointer a,
                   gconstpointer b,
                   gpointer      model)
{
  const OctantItemRef *x = a, *y = b;
  const OctantRequirement *r = octant_model_get_requirement (model, x->requirement);
  const OctantRequirement *s = octant_model_get_requirement (model, y->requirement);

  if (r->subdomain != s->subdomain)
    return r->subdomain < s->subdomain ? -1 : 1;
  if (r->level != s->level)
    return r->level < s->level ? -1 : 1;
  if (r != s)
    return strcmp (r->code, s->code);
  return x->slot < y->slot ? -1 : x->slot > y->slot;
}

/**
 * octant_assessment_list_questions:
 * @role: a role id of the model
 *
 * Returns: (transfer full) (element-type OctantItemRef): the items to ask this role about
 */
GArray *
octant_assessment_list_questions (OctantAssessment *self,
                                  const char       *role)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  guint asked;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), list);
  g_return_val_if_fail (role != NULL, list);

  asked = find_role (self->model, role);
  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    {
      OctantItemRef item = { r, 0 };

      if (!is_asked (self, r, asked))
        continue;
      for (; item.slot < octant_assessment_get_item_slots (self, r); item.slot++)
        g_array_append_val (list, item);
    }
  g_array_sort_with_data (list, compare_questions, self->model);
  return list;
}

static gboolean
has_item (OctantAssessment *self,
          OctantItemRef     item)
{
  return item.requirement < octant_model_get_n_requirements (self->model) &&
         item.slot < octant_assessment_get_item_slots (self, item.requirement);
}

/**
 * octant_assessment_get_interview_answer:
 * @answer: (out caller-allocates): empty when nothing was said
 *
 * Returns: FALSE when nothing was said
 */
gboolean
octant_assessment_get_interview_answer (OctantAssessment      *self,
                                        const char            *interview_id,
                                        OctantItemRef          item,
                                        OctantInterviewAnswer *answer)
{
  const OctantRecord *said;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (interview_id != NULL && answer != NULL, FALSE);
  memset (answer, 0, sizeof *answer);
  g_return_val_if_fail (has_item (self, item), FALSE);

  said = octant_item_find_said (octant_assessment_get_item (self, item.requirement, item.slot), interview_id);
  if (said == NULL)
    return FALSE;
  answer->rating = octant_said_rating (said);
  answer->minutes = octant_record_get (said, OCTANT_INTERVIEW_ANSWER_MINUTES);
  return TRUE;
}

/**
 * octant_assessment_list_said:
 *
 * Returns: (transfer full) (element-type OctantRecord): interview_answer rows of the item
 */
GPtrArray *
octant_assessment_list_said (OctantAssessment *self,
                             OctantItemRef     item)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  const GPtrArray *said;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), list);
  g_return_val_if_fail (has_item (self, item), list);

  said = octant_assessment_get_item (self, item.requirement, item.slot)->said;
  for (guint i = 0; said != NULL && i < said->len; i++)
    g_ptr_array_add (list, octant_record_ref (said->pdata[i]));
  return list;
}

OctantVoices
octant_assessment_get_voices (OctantAssessment *self,
                              OctantItemRef     item)
{
  const OctantAssessmentItem *place;
  OctantOpinion opinion;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), OCTANT_VOICES_NONE);
  g_return_val_if_fail (has_item (self, item), OCTANT_VOICES_NONE);

  place = octant_assessment_get_item (self, item.requirement, item.slot);
  opinion = octant_opinion_of (place);
  if (opinion.n == 0)
    return OCTANT_VOICES_NONE;
  if (place->settlement != NULL)
    return OCTANT_VOICES_SETTLED;
  return opinion.differ ? OCTANT_VOICES_DIFFER : OCTANT_VOICES_AGREE;
}

/**
 * octant_assessment_list_unsettled:
 *
 * Returns: (transfer full) (element-type OctantItemRef): in model order, without what is out of scope
 */
GArray *
octant_assessment_list_unsettled (OctantAssessment *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), list);

  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (self->model, r);
      OctantItemRef item = { r, 0 };

      if (!octant_assessment_counts (self, r) ||
          octant_assessment_is_out (self, octant_model_subdomain_node (self->model, requirement->subdomain)))
        continue;
      for (; item.slot < octant_assessment_get_item_slots (self, r); item.slot++)
        if (octant_assessment_get_voices (self, item) == OCTANT_VOICES_DIFFER)
          g_array_append_val (list, item);
    }
  return list;
}

/**
 * octant_assessment_count_interview:
 * @n_done: (out): questions with a rating or minutes
 * @n_questions: (out): questions of the interviewee's role
 */
void
octant_assessment_count_interview (OctantAssessment *self,
                                   const char       *interview_id,
                                   guint            *n_done,
                                   guint            *n_questions)
{
  OctantRecord *interview;
  guint role;

  g_return_if_fail (OCTANT_IS_ASSESSMENT (self));
  g_return_if_fail (interview_id != NULL && n_done != NULL && n_questions != NULL);

  *n_done = *n_questions = 0;
  interview = octant_assessment_get_interview (self, interview_id);
  if (interview == NULL)
    return;
  /* A page has one for each interview: no list is made, and nothing sorted, to count. */
  role = find_role (self->model, octant_record_get (interview, OCTANT_INTERVIEW_ROLE));
  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    {
      guint n_slots = is_asked (self, r, role) ? octant_assessment_get_item_slots (self, r) : 0;

      *n_questions += n_slots;
      for (guint slot = 0; slot < n_slots; slot++)
        *n_done += octant_item_find_said (octant_assessment_get_item (self, r, slot), interview_id) != NULL;
    }
}

GArray *
octant_interview_list_items (OctantAssessment *self,
                             const char       *interview_id)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));

  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (self, r); slot++)
      if (octant_item_find_said (octant_assessment_get_item (self, r, slot), interview_id) != NULL)
        {
          OctantItemRef item = { r, slot };

          g_array_append_val (list, item);
        }
  g_array_sort_with_data (list, compare_questions, self->model);
  return list;
}

/* Text of the user inside Markdown: what could be taken for markup at the start of a line is not. */
static void
append_quoted (GString    *out,
               const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "> %s\n", g_strchomp (lines[i]));
  g_string_append_c (out, '\n');
}

static const char *
say (OctantLanguage language,
     const char    *zh,
     const char    *en)
{
  return language == OCTANT_LANGUAGE_ZH ? zh : en;
}

static void
append_item (GString          *out,
             OctantAssessment *self,
             const char       *interview_id,
             OctantItemRef     item,
             OctantLanguage    language)
{
  const OctantRequirement *requirement = octant_model_get_requirement (self->model, item.requirement);
  OctantInterviewAnswer answer;

  octant_assessment_get_interview_answer (self, interview_id, item, &answer);
  g_string_append_printf (out, "## %s", requirement->code);
  if (octant_assessment_get_object_id (self, item.requirement, item.slot)[0] != '\0')
    g_string_append_printf (out, " · %s",
                            octant_record_get (self->objects->pdata[item.slot], OCTANT_CYCLE_OBJECT_NAME));
  g_string_append_printf (out, "\n\n%s\n\n", octant_text_get (&requirement->question, language));
  if (answer.rating != OCTANT_RATING_UNANSWERED)
    g_string_append_printf (out, "- %s: %s\n\n", say (language, "评级", "Rating"),
                            octant_rating_to_string (answer.rating));
  if (answer.minutes != NULL)
    append_quoted (out, answer.minutes);
}

static const char *
role_name (OctantModel   *model,
           const char    *role,
           OctantLanguage language)
{
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (roles[i].id, role) == 0)
      return octant_text_get (&roles[i].name, language);
  return role;
}

/**
 * octant_interview_to_markdown:
 * @organisation: (nullable): name of the institution
 *
 * The same interview gives the same bytes, so that keeping unchanged minutes again stores
 * nothing new.
 *
 * Returns: (transfer full) (nullable): UTF-8 text, NULL when there is no such interview
 */
char *
octant_interview_to_markdown (OctantAssessment *self,
                              const char       *interview_id,
                              const char       *organisation,
                              OctantLanguage    language)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) items = NULL;
  OctantRecord *interview;
  const char *minutes;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (interview_id != NULL, NULL);

  interview = octant_assessment_get_interview (self, interview_id);
  if (interview == NULL)
    return NULL;
  g_string_append_printf (out, "# %s: %s\n\n", say (language, "访谈记录", "Interview"),
                          octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
  if (organisation != NULL)
    g_string_append_printf (out, "- %s: %s\n", say (language, "机构", "Institution"), organisation);
  g_string_append_printf (out, "- %s: %s\n", say (language, "评估", "Assessment"), octant_assessment_get_title (self));
  g_string_append_printf (out, "- %s: %s\n", say (language, "角色", "Role"),
                          role_name (self->model, octant_record_get (interview, OCTANT_INTERVIEW_ROLE), language));
  g_string_append_printf (out, "- %s: %s\n\n", say (language, "日期", "Date"),
                          octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON));
  minutes = octant_record_get (interview, OCTANT_INTERVIEW_MINUTES);
  if (minutes != NULL)
    append_quoted (out, minutes);
  items = octant_interview_list_items (self, interview_id);
  for (guint i = 0; i < items->len; i++)
    append_item (out, self, interview_id, g_array_index (items, OctantItemRef, i), language);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
