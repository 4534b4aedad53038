/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-exclusion.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "octant-texts.h"

struct _OctantExclusion
{
  GObject parent_instance;

  OctantExclusionKind kind;
  char *code;
  char *text;
  char *object; /* (nullable) */
  char *reason;
  char *decision;
  char *mark; /* (nullable) */
};

typedef enum
{
  PROP_KIND = 1,
  PROP_CODE,
  PROP_TEXT,
  PROP_OBJECT,
  PROP_REASON,
  PROP_DECISION,
  PROP_MARK,
} OctantExclusionProperty;

static GParamSpec *props[PROP_MARK + 1];

G_DEFINE_FINAL_TYPE (OctantExclusion, octant_exclusion, G_TYPE_OBJECT)

static void
octant_exclusion_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OctantExclusion *self = OCTANT_EXCLUSION (object);

  switch ((OctantExclusionProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_OBJECT:
      g_value_set_string (value, self->object);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_DECISION:
      g_value_set_string (value, self->decision);
      break;
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_exclusion_finalize (GObject *object)
{
  OctantExclusion *self = OCTANT_EXCLUSION (object);

  g_free (self->code);
  g_free (self->text);
  g_free (self->object);
  g_free (self->reason);
  g_free (self->decision);
  g_free (self->mark);

  G_OBJECT_CLASS (octant_exclusion_parent_class)->finalize (object);
}

static void
octant_exclusion_class_init (OctantExclusionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = octant_exclusion_get_property;
  object_class->finalize = octant_exclusion_finalize;

  props[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, OCTANT_EXCLUSION_ITEM, 0, flags);
  props[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_OBJECT] = g_param_spec_string ("object", NULL, NULL, NULL, flags);
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  props[PROP_DECISION] = g_param_spec_string ("decision", NULL, NULL, NULL, flags);
  props[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_exclusion_init (OctantExclusion *self)
{
}

OctantExclusionKind
octant_exclusion_get_kind (OctantExclusion *self)
{
  g_return_val_if_fail (OCTANT_IS_EXCLUSION (self), OCTANT_EXCLUSION_SCOPE);

  return self->kind;
}

const char *
octant_exclusion_get_code (OctantExclusion *self)
{
  g_return_val_if_fail (OCTANT_IS_EXCLUSION (self), NULL);

  return self->code;
}

/* Who approved it, who entered it, and when. */
static char *
dup_decision (const char *approver,
              const char *decided_by,
              const char *decided_at)
{
  g_autofree char *date = decided_at != NULL ? g_strndup (decided_at, 10) : NULL;
  g_autofree char *shown = date != NULL ? octant_format_date (date) : NULL;

  if (decided_by == NULL || shown == NULL)
    return g_strdup_printf (_("Approved by %s"), approver != NULL ? approver : "–");
  /* Translators: who approved it, who entered it, and the date of that */
  return g_strdup_printf (_("Approved by %s · entered by %s, %s"), approver != NULL ? approver : "–", decided_by, shown);
}

static const char *
get_mark (const OctantNotApplicable *what)
{
  if (what->gate && what->kind == OCTANT_NOT_APPLICABLE_NODE)
    return _("Limits the level of the whole");
  if (what->carried)
    return _("To confirm");
  if (what->hidden)
    return _("Out of scope anyway");
  return NULL;
}

static OctantExclusion *
new_exclusion (OctantModel               *model,
               const OctantNotApplicable *what)
{
  OctantExclusion *self = g_object_new (OCTANT_TYPE_EXCLUSION, NULL);
  guint first = octant_model_subdomain_node (model, 0);
  const OctantText *text;

  if (what->kind == OCTANT_NOT_APPLICABLE_ITEM)
    text = &octant_model_get_requirement (model, what->requirement)->text;
  else if (what->node >= first)
    text = &octant_model_get_subdomain (model, what->node - first)->name;
  else
    text = &octant_model_get_domain (model, what->node - octant_model_domain_node (model, 0))->name;
  self->kind = what->kind == OCTANT_NOT_APPLICABLE_ITEM ? OCTANT_EXCLUSION_ITEM : OCTANT_EXCLUSION_SCOPE;
  self->code = g_strdup (what->code);
  self->text = g_strdup (octant_localise (text));
  self->object = g_strdup (what->object_name);
  self->reason = g_strdup (what->reason != NULL ? what->reason : "–");
  self->decision = dup_decision (what->approver, what->by, what->time);
  self->mark = g_strdup (get_mark (what));
  return self;
}

GListModel *
octant_exclusion_list (OctantAssessment *assessment)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list = g_list_store_new (OCTANT_TYPE_EXCLUSION);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), G_LIST_MODEL (list));

  found = octant_assessment_list_not_applicable (assessment);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, new_exclusion (octant_assessment_get_model (assessment), g_ptr_array_index (found, i)));
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (list);
}

void
octant_exclusion_count (OctantAssessment *assessment,
                        guint            *n_scopes,
                        guint            *n_items)
{
  OctantModel *model;
  OctantScorer *scorer;

  g_return_if_fail (OCTANT_IS_ASSESSMENT (assessment));
  g_return_if_fail (n_scopes != NULL && n_items != NULL);

  model = octant_assessment_get_model (assessment);
  scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  *n_scopes = 0;
  for (guint node = 1; node < octant_model_get_n_nodes (model); node++)
    *n_scopes += octant_assessment_get_tailoring (assessment, node) != NULL;
  *n_items = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->na_items;
}
