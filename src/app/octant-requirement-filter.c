/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-requirement-filter.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

struct _OctantRequirementFilter
{
  GtkFilter parent_instance;

  OctantAssessment *assessment; /* (owned) (nullable) */
  GSignalGroup *signals;        /* (owned) of the assessment */
  guint conditions;
  char *facets[OCTANT_N_FACETS]; /* (owned) (nullable) */
  OctantItemFilter core; /* the facets as the core asks for them; its flags are those that narrow */
  gboolean *blocking;    /* (owned) (nullable): what keeps the whole back, explained once between two changes */
  guint *counts;         /* (owned) (nullable): of each node, UNKNOWN before it was asked for; until something changes */
  guint source;         /* says that counts changed, when all that changes together is done */
};

enum
{
  SIGNAL_COUNTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantRequirementFilter, octant_requirement_filter, GTK_TYPE_FILTER)

#define UNKNOWN G_MAXUINT

/* Alternatives: a rating is not there or carried over, evidence is not there or out of date, never both. */
#define RATING_FLAGS ((guint) (OCTANT_ITEM_UNANSWERED | OCTANT_ITEM_TO_CONFIRM))
#define EVIDENCE_FLAGS ((guint) (OCTANT_ITEM_WITHOUT_EVIDENCE | OCTANT_ITEM_STALE_EVIDENCE))

static gboolean
is_out_of_scope (OctantRequirementFilter *self,
                 const OctantRequirement *requirement)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);
  guint domain = octant_model_get_subdomain (model, requirement->subdomain)->domain;

  return octant_assessment_get_tailoring (self->assessment,
                                          octant_model_subdomain_node (model, requirement->subdomain)) != NULL
         || octant_assessment_get_tailoring (self->assessment, octant_model_domain_node (model, domain)) != NULL;
}

static int
find_term (const OctantModelTerm *terms,
           guint                  n,
           const char            *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (terms[i].id, id))
      return (int) i;
  return -1;
}

static int
find_aspect (OctantModel *model,
             const char  *id)
{
  for (guint i = 0; i < octant_model_get_n_aspects (model); i++)
    if (g_str_equal (octant_model_get_aspect (model, i)->id, id))
      return (int) i;
  return -1;
}

/* Puts a facet into the core's terms; FALSE when this assessment has no such thing. */
static gboolean
resolve (OctantRequirementFilter *self,
         OctantFacet              facet)
{
  const char *value = self->facets[facet];
  OctantModel *model = self->assessment != NULL ? octant_assessment_get_model (self->assessment) : NULL;
  const OctantModelTerm *roles;
  guint n = 0;

  switch (facet)
    {
    case OCTANT_FACET_ROLE:
      roles = model != NULL ? octant_model_get_roles (model, &n) : NULL;
      self->core.role = value != NULL ? find_term (roles, n, value) : -1;
      return value == NULL || self->core.role >= 0;
    case OCTANT_FACET_ASPECT:
      self->core.aspect = value != NULL && model != NULL ? find_aspect (model, value) : -1;
      return value == NULL || self->core.aspect >= 0;
    case OCTANT_FACET_LEVEL:
      self->core.level = value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;
      return value == NULL || (model != NULL && self->core.level > 0 && self->core.level <= octant_model_get_n_levels (model));
    case OCTANT_FACET_OBJECT:
      self->core.slot = self->assessment != NULL ? octant_assessment_get_shown_slot (self->assessment) : G_MAXUINT;
      return value == NULL
             || (self->assessment != NULL && octant_assessment_find_object (self->assessment, value, &self->core.slot));
    case OCTANT_N_FACETS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
resolve_or_drop (OctantRequirementFilter *self,
                 OctantFacet              facet)
{
  if (resolve (self, facet))
    return;
  g_clear_pointer (&self->facets[facet], g_free);
  resolve (self, facet);
}

static gboolean
octant_requirement_filter_match (GtkFilter *filter,
                                 gpointer   object)
{
  OctantRequirementFilter *self = OCTANT_REQUIREMENT_FILTER (filter);

  if (!octant_requirement_filter_is_active (self))
    return TRUE;
  if (OCTANT_IS_NODE (object))
    return octant_requirement_filter_count (self, object) > 0;
  return octant_requirement_filter_matches (self, object);
}

static GtkFilterMatch
octant_requirement_filter_get_strictness (GtkFilter *filter)
{
  return octant_requirement_filter_is_active (OCTANT_REQUIREMENT_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                                                  : GTK_FILTER_MATCH_ALL;
}

static gboolean
counts_changed_cb (gpointer user_data)
{
  OctantRequirementFilter *self = user_data;

  self->source = 0;
  g_signal_emit (self, signals[SIGNAL_COUNTS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* What was found out of the assessment. */
static void
forget (OctantRequirementFilter *self)
{
  g_clear_pointer (&self->blocking, g_free);
  g_clear_pointer (&self->counts, g_free);
}

static void
assessment_changed_cb (OctantRequirementFilter *self)
{
  forget (self);
  if (self->source == 0 && octant_requirement_filter_is_active (self))
    self->source = g_idle_add (counts_changed_cb, self);
}

static void
changed (OctantRequirementFilter *self)
{
  g_clear_pointer (&self->counts, g_free);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[SIGNAL_COUNTS_CHANGED], 0);
}

/* Objects came, went or changed places. */
static void
structure_changed_cb (OctantRequirementFilter *self)
{
  gboolean active = octant_requirement_filter_is_active (self);

  forget (self);
  resolve_or_drop (self, OCTANT_FACET_OBJECT);
  if (active)
    changed (self);
}

static void
octant_requirement_filter_dispose (GObject *object)
{
  OctantRequirementFilter *self = OCTANT_REQUIREMENT_FILTER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->assessment);
  forget (self);
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], g_free);

  G_OBJECT_CLASS (octant_requirement_filter_parent_class)->dispose (object);
}

static void
octant_requirement_filter_class_init (OctantRequirementFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_requirement_filter_dispose;
  GTK_FILTER_CLASS (klass)->match = octant_requirement_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = octant_requirement_filter_get_strictness;
  signals[SIGNAL_COUNTS_CHANGED] = g_signal_new ("counts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_requirement_filter_init (OctantRequirementFilter *self)
{
  static const char *const names[] = { "item-changed", "scores-changed", "evidence-changed", "interviews-changed" };

  self->core = (OctantItemFilter) OCTANT_ITEM_FILTER_NONE;
  self->signals = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_group_connect_swapped (self->signals, names[i], G_CALLBACK (assessment_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "structure-changed", G_CALLBACK (structure_changed_cb), self);
}

OctantRequirementFilter *
octant_requirement_filter_new (void)
{
  return g_object_new (OCTANT_TYPE_REQUIREMENT_FILTER, NULL);
}

void
octant_requirement_filter_set_assessment (OctantRequirementFilter *self,
                                          OctantAssessment        *assessment)
{
  g_return_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self));

  if (!g_set_object (&self->assessment, assessment))
    return;
  g_signal_group_set_target (self->signals, assessment);
  forget (self);
  /* Between two assessments there is none for a moment: what is asked for outlasts that. */
  if (assessment == NULL)
    return;
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    resolve_or_drop (self, (OctantFacet) i);
}

guint
octant_requirement_filter_get_conditions (OctantRequirementFilter *self)
{
  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), 0);

  return self->conditions;
}

void
octant_requirement_filter_set_condition (OctantRequirementFilter *self,
                                         OctantItemFlags          condition,
                                         gboolean                 wanted)
{
  guint conditions;

  g_return_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self));

  conditions = wanted ? self->conditions | condition : self->conditions & ~(guint) condition;
  if (self->conditions == conditions)
    return;
  self->conditions = conditions;
  changed (self);
}

const char *
octant_requirement_filter_get_facet (OctantRequirementFilter *self,
                                     OctantFacet              facet)
{
  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), NULL);
  g_return_val_if_fail (facet < OCTANT_N_FACETS, NULL);

  return self->facets[facet];
}

void
octant_requirement_filter_set_facet (OctantRequirementFilter *self,
                                     OctantFacet              facet,
                                     const char              *value)
{
  g_return_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self));
  g_return_if_fail (facet < OCTANT_N_FACETS);

  if (!g_set_str (&self->facets[facet], value))
    return;
  resolve_or_drop (self, facet);
  changed (self);
}

gboolean
octant_requirement_filter_is_active (OctantRequirementFilter *self)
{
  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), FALSE);

  if (self->conditions != 0)
    return TRUE;
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    if (self->facets[i] != NULL)
      return TRUE;
  return FALSE;
}

void
octant_requirement_filter_object_changed (OctantRequirementFilter *self)
{
  g_return_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self));

  forget (self);
  resolve_or_drop (self, OCTANT_FACET_OBJECT);
  if (octant_requirement_filter_is_active (self))
    changed (self);
}

void
octant_requirement_filter_clear (OctantRequirementFilter *self)
{
  g_return_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self));

  if (!octant_requirement_filter_is_active (self))
    return;
  self->conditions = 0;
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    {
      g_clear_pointer (&self->facets[i], g_free);
      resolve (self, (OctantFacet) i);
    }
  changed (self);
}

/* One alternative after the other, for each way to fulfil the first with each to fulfil the second. */
static gboolean
matches_conditions (OctantRequirementFilter *self,
                    guint                    requirement,
                    OctantItem              *item)
{
  guint ratings[] = { OCTANT_ITEM_UNANSWERED, OCTANT_ITEM_TO_CONFIRM };
  guint evidence[] = { OCTANT_ITEM_WITHOUT_EVIDENCE, OCTANT_ITEM_STALE_EVIDENCE };
  gboolean any_rating = (self->conditions & RATING_FLAGS) == 0;
  gboolean any_evidence = (self->conditions & EVIDENCE_FLAGS) == 0;

  for (guint i = 0; i < (any_rating ? 1 : G_N_ELEMENTS (ratings)); i++)
    for (guint k = 0; k < (any_evidence ? 1 : G_N_ELEMENTS (evidence)); k++)
      {
        guint flags = (any_rating ? 0 : ratings[i]) | (any_evidence ? 0 : evidence[k]);

        if ((flags & self->conditions) != flags)
          continue;
        self->core.flags = (OctantItemFlags) (flags | (self->conditions & ~(RATING_FLAGS | EVIDENCE_FLAGS)));
        if (item != NULL ? octant_item_matches (item, &self->core)
                         : octant_assessment_requirement_matches (self->assessment, requirement, &self->core))
          return TRUE;
      }
  return FALSE;
}

/* @item: (nullable): one that is rated, or NULL for the requirement as a whole, whose items need not be there */
static gboolean
matches (OctantRequirementFilter *self,
         guint                    requirement,
         OctantItem              *item)
{
  /* Of what is out of scope nothing is open, stale or in the way. */
  if (self->conditions != 0
      && is_out_of_scope (self, octant_model_get_requirement (octant_assessment_get_model (self->assessment), requirement)))
    return FALSE;
  if (self->blocking == NULL && (self->conditions & OCTANT_ITEM_BLOCKING) != 0)
    self->blocking = octant_assessment_dup_blocking (self->assessment);
  self->core.blocking = self->blocking;
  return matches_conditions (self, requirement, item);
}

gboolean
octant_requirement_filter_matches (OctantRequirementFilter *self,
                                   OctantItem              *item)
{
  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), FALSE);
  g_return_val_if_fail (OCTANT_IS_ITEM (item), FALSE);

  if (!octant_requirement_filter_is_active (self))
    return TRUE;
  if (self->assessment == NULL || octant_item_get_assessment (item) != self->assessment)
    return FALSE;
  return matches (self, octant_item_get_requirement_index (item), item);
}

static guint
count_below (OctantRequirementFilter *self,
             OctantNode              *node)
{
  GListModel *children = octant_node_get_children (node);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (OctantNode) child = g_list_model_get_item (children, i);

      n += octant_requirement_filter_count (self, child);
    }
  return n;
}

/* Makes no items: most sub-domains are never opened. */
static guint
count_requirements (OctantRequirementFilter *self,
                    OctantNode              *node)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);
  const OctantModelSubdomain *subdomain =
    octant_model_get_subdomain (model, octant_node_get_index (node) - octant_model_subdomain_node (model, 0));
  guint n = 0;

  for (guint r = subdomain->first_requirement; r < subdomain->first_requirement + subdomain->n_requirements; r++)
    if (matches (self, r, NULL))
      n++;
  return n;
}

/* The sidebar asks for the same several times: to show a row, to write it, and to say it. */
guint
octant_requirement_filter_count (OctantRequirementFilter *self,
                                 OctantNode              *node)
{
  guint index;

  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), 0);
  g_return_val_if_fail (OCTANT_IS_NODE (node), 0);

  /* A row of an earlier assessment may still be there. */
  if (self->assessment == NULL || octant_node_get_assessment (node) != self->assessment)
    return 0;
  index = octant_node_get_index (node);
  if (self->counts == NULL)
    {
      guint n_nodes = octant_model_get_n_nodes (octant_assessment_get_model (self->assessment));

      self->counts = g_new (guint, n_nodes);
      for (guint i = 0; i < n_nodes; i++)
        self->counts[i] = UNKNOWN;
    }
  if (self->counts[index] == UNKNOWN)
    self->counts[index] = octant_node_is_subdomain (node) ? count_requirements (self, node) : count_below (self, node);
  return self->counts[index];
}

static gboolean
waits_in (OctantRequirementFilter *self,
          OctantNode              *node)
{
  GListModel *items = octant_node_get_items (node);
  const OctantScore *score = octant_node_get_score (node);

  if (!score->applicable || score->answered >= score->applicable_items)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) parent = g_list_model_get_item (items, i);
      OctantItem *item = octant_item_get_shown (parent);

      /* A parent has the rating of its weakest object, which is none while one of them has none. */
      if ((octant_item_get_rating (item) == OCTANT_RATING_UNANSWERED || octant_item_get_carried (item))
          && octant_requirement_filter_matches (self, item))
        return TRUE;
    }
  return FALSE;
}

OctantNode *
octant_requirement_filter_find_unanswered (OctantRequirementFilter *self,
                                           OctantNode              *after)
{
  OctantModel *model;
  guint n, first, start;

  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), NULL);

  if (self->assessment == NULL)
    return NULL;
  model = octant_assessment_get_model (self->assessment);
  n = octant_model_get_n_subdomains (model);
  first = octant_model_subdomain_node (model, 0);
  start = after != NULL && octant_node_is_subdomain (after) ? octant_node_get_index (after) - first + 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      OctantNode *node = octant_assessment_get_node (self->assessment, first + (start + i) % n);

      if (waits_in (self, node))
        return node;
    }
  return NULL;
}

const char *
octant_condition_get_name (OctantItemFlags condition)
{
  switch (condition)
    {
    case OCTANT_ITEM_UNANSWERED:
      return _("Unanswered");
    case OCTANT_ITEM_TO_CONFIRM:
      return _("To confirm");
    case OCTANT_ITEM_WITHOUT_EVIDENCE:
      return _("Without evidence");
    case OCTANT_ITEM_STALE_EVIDENCE:
      return _("Stale evidence");
    case OCTANT_ITEM_BLOCKING:
      return _("Keeps the next level away");
    case OCTANT_ITEM_UNSETTLED:
      return _("Interviews differ");
    case OCTANT_ITEM_NEWS:
      return _("New or changed");
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
octant_requirement_filter_describe_facet (OctantRequirementFilter *self,
                                          OctantFacet              facet)
{
  OctantModel *model;
  guint n;

  g_return_val_if_fail (OCTANT_IS_REQUIREMENT_FILTER (self), NULL);
  g_return_val_if_fail (facet < OCTANT_N_FACETS, NULL);

  if (self->facets[facet] == NULL || self->assessment == NULL)
    return NULL;
  model = octant_assessment_get_model (self->assessment);
  switch (facet)
    {
    case OCTANT_FACET_ROLE:
      return g_strdup (octant_localise (&octant_model_get_roles (model, &n)[self->core.role].name));
    case OCTANT_FACET_OBJECT:
      return g_strdup (octant_record_get (octant_assessment_get_object (self->assessment, self->core.slot),
                                          OCTANT_CYCLE_OBJECT_NAME));
    case OCTANT_FACET_ASPECT:
      return g_strdup (octant_localise (&octant_model_get_aspect (model, (guint) self->core.aspect)->name));
    case OCTANT_FACET_LEVEL:
      return g_strdup_printf (_("Level %u"), self->core.level);
    case OCTANT_N_FACETS:
    default:
      g_return_val_if_reached (NULL);
    }
}
