/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-library.h"
#include "model/octant-model-reader-private.h"

#include <string.h>

typedef struct
{
  OctantModel *model;
  OctantFaultList *faults;
  OctantPlace root;
  OctantPlace domains;
  OctantPlace subdomains;
  OctantPlace requirements;
} Check;

static OctantPlace
member_of (const OctantPlace *element,
           const char        *member)
{
  OctantPlace place = octant_place_member (element, member);

  return place.node != NULL ? place : *element;
}

/* Sub-domains stand in the order of their domains, then of their codes; that is what makes ranges of them. */
static void
check_subdomain_order (Check *c)
{
  OctantModel *model = c->model;
  const OctantModelSubdomain *before = NULL;

  for (guint i = 0; i < model->n_subdomains; i++)
    {
      const OctantModelSubdomain *subdomain = &model->subdomains[i];
      OctantPlace element = octant_place_element (&c->subdomains, i);

      if (subdomain->domain == OCTANT_MODEL_NOWHERE || subdomain->code == NULL)
        continue;
      if (before != NULL
          && (subdomain->domain < before->domain
              || (subdomain->domain == before->domain && strcmp (subdomain->code, before->code) < 0)))
        octant_fault_list_add (c->faults, &element, "The sub-domain stands out of order, behind \"%s\".", before->code);
      else
        before = subdomain;
    }
}

/* Level, then aspect in the order of the file, then number; -1, 0 or 1. */
static int
compare_requirements (const OctantRequirement *a,
                      const OctantRequirement *b)
{
  if (a->subdomain != b->subdomain)
    return a->subdomain < b->subdomain ? -1 : 1;
  if (a->level != b->level)
    return a->level < b->level ? -1 : 1;
  if (a->aspect != b->aspect)
    return a->aspect < b->aspect ? -1 : 1;
  return strcmp (a->code, b->code);
}

static gboolean
is_placed (const OctantRequirement *requirement)
{
  return requirement->code != NULL && requirement->subdomain != OCTANT_MODEL_NOWHERE
         && requirement->aspect != OCTANT_MODEL_NOWHERE && requirement->level > 0;
}

static void
check_requirement_order (Check *c)
{
  OctantModel *model = c->model;
  const OctantRequirement *before = NULL;

  for (guint i = 0; i < model->n_requirements; i++)
    {
      const OctantRequirement *requirement = &model->requirements[i];
      OctantPlace element = octant_place_element (&c->requirements, i);

      if (!is_placed (requirement))
        continue;
      if (before != NULL && compare_requirements (requirement, before) < 0)
        octant_fault_list_add (c->faults, &element, "The requirement stands out of order, behind \"%s\".",
                               before->code);
      else
        before = requirement;
    }
}

static void
check_requirement_code (Check                   *c,
                        const OctantPlace       *element,
                        const OctantRequirement *requirement)
{
  OctantModel *model = c->model;
  OctantPlace code = member_of (element, "code");
  g_autofree char *expected = NULL;

  if (!is_placed (requirement) || model->subdomains[requirement->subdomain].code == NULL
      || model->aspects[requirement->aspect].id == NULL)
    return;
  expected = g_strdup_printf ("%s.%u.%s.", model->subdomains[requirement->subdomain].code, requirement->level,
                              model->aspects[requirement->aspect].id);
  if (!g_str_has_prefix (requirement->code, expected))
    octant_fault_list_add (c->faults, &code, "The code does not fit the requirement's own place \"%s\".", expected);
}

/*
 * What takes over from a requirement must have outlived it. This also keeps the links free
 * of circles, so that whoever follows them arrives.
 */
static void
check_order_of_retirement (Check                   *c,
                           const OctantPlace       *link,
                           const OctantRequirement *older,
                           const OctantRequirement *newer)
{
  if (older->retired_in != NULL && newer->retired_in != NULL
      && octant_model_version_compare (newer->retired_in, older->retired_in) <= 0)
    octant_fault_list_add (c->faults, link, "\"%s\" was retired no later than \"%s\", which it supersedes.",
                           newer->code, older->code);
}

static void
check_link (Check                   *c,
            const OctantPlace       *link,
            const OctantRequirement *requirement,
            gboolean                 backwards)
{
  const OctantRequirement *other;
  const char *code;
  guint index;

  if (!JSON_NODE_HOLDS_VALUE (link->node) || json_node_get_value_type (link->node) != G_TYPE_STRING)
    return;
  code = json_node_get_string (link->node);
  if (!octant_syntax_requirement_code (code))
    return;
  if (!octant_model_index_find (c->model->requirement_index, code, &index))
    {
      octant_fault_list_add (c->faults, link, "The model has no requirement \"%s\".", code);
      return;
    }
  other = &c->model->requirements[index];
  if (other == requirement)
    octant_fault_list_add (c->faults, link, "A requirement cannot supersede itself.");
  else if (!backwards)
    check_order_of_retirement (c, link, requirement, other);
  else if (other->active)
    octant_fault_list_add (c->faults, link, "\"%s\" is still active; what is superseded must be retired.", code);
  else
    check_order_of_retirement (c, link, other, requirement);
}

static void
check_links (Check                   *c,
             const OctantPlace       *element,
             const OctantRequirement *requirement,
             const char              *member)
{
  OctantPlace list = octant_place_member (element, member);
  gboolean backwards = strcmp (member, "supersedes") == 0;
  guint n;

  if (list.node == NULL || requirement->code == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (list.node))
    {
      check_link (c, &list, requirement, backwards);
      return;
    }
  n = MIN (json_array_get_length (json_node_get_array (list.node)), OCTANT_MODEL_MAX_LIST);
  for (guint i = 0; i < n; i++)
    {
      OctantPlace link = octant_place_element (&list, i);

      check_link (c, &link, requirement, backwards);
    }
}

static void
check_requirements (Check *c)
{
  OctantModel *model = c->model;

  for (guint i = 0; i < model->n_requirements; i++)
    {
      const OctantRequirement *requirement = &model->requirements[i];
      OctantPlace element = octant_place_element (&c->requirements, i);

      check_requirement_code (c, &element, requirement);
      check_links (c, &element, requirement, "superseded_by");
      check_links (c, &element, requirement, "supersedes");
      if (requirement->active && requirement->subdomain != OCTANT_MODEL_NOWHERE
          && !model->subdomains[requirement->subdomain].active)
        {
          OctantPlace status = member_of (&element, "status");

          octant_fault_list_add (c->faults, &status, "An active requirement stands in a retired sub-domain.");
        }
    }
}

typedef struct
{
  guint active;    /* requirements */
  guint mandatory; /* of them without leave to be not applicable */
  guint first;     /* index of the first active one */
} Cell;

static void
check_cells_of (Check      *c,
                guint       i,
                const Cell *cells)
{
  OctantModel *model = c->model;
  OctantPlace element = octant_place_element (&c->subdomains, i);

  for (guint j = 0; j < model->n_levels * model->n_aspects; j++)
    {
      const char *aspect = model->aspects[j % model->n_aspects].id;
      guint level = j / model->n_aspects + 1;

      if (cells[j].active == 0)
        octant_fault_list_add (c->faults, &element, "Level %u of aspect \"%s\" has no active requirement.", level,
                               aspect != NULL ? aspect : "?");
      else if (cells[j].mandatory == 0)
        {
          OctantPlace first = octant_place_element (&c->requirements, cells[j].first);
          OctantPlace na_allowed = member_of (&first, "na_allowed");

          octant_fault_list_add (c->faults, &na_allowed,
                                 "Every requirement of level %u of aspect \"%s\" may be not applicable.", level,
                                 aspect != NULL ? aspect : "?");
        }
    }
}

/* Every cell (sub-domain × level × aspect) must be rateable, and none may vanish by ratings alone. */
static void
check_cells (Check *c)
{
  OctantModel *model = c->model;
  guint per_subdomain = model->n_levels * model->n_aspects;
  g_autofree Cell *cells = g_new0 (Cell, MAX (1, (gsize) per_subdomain * model->n_subdomains));

  for (guint i = 0; i < model->n_requirements; i++)
    {
      const OctantRequirement *requirement = &model->requirements[i];
      Cell *cell;

      if (!requirement->active || requirement->subdomain == OCTANT_MODEL_NOWHERE
          || requirement->aspect == OCTANT_MODEL_NOWHERE || requirement->level == 0
          || requirement->level > model->n_levels)
        continue;
      cell = &cells[requirement->subdomain * per_subdomain + (requirement->level - 1) * model->n_aspects
                    + requirement->aspect];
      if (cell->active++ == 0)
        cell->first = i;
      if (!requirement->na_allowed)
        cell->mandatory++;
    }
  for (guint i = 0; i < model->n_subdomains; i++)
    {
      if (model->subdomains[i].active)
        check_cells_of (c, i, &cells[i * per_subdomain]);
    }
}

static void
check_domains (Check *c)
{
  OctantModel *model = c->model;
  gboolean any = FALSE;

  for (guint i = 0; i < model->n_subdomains; i++)
    {
      OctantModelSubdomain *subdomain = &model->subdomains[i];

      any |= subdomain->active;
      if (subdomain->domain == OCTANT_MODEL_NOWHERE)
        continue;
      if (model->domains[subdomain->domain].n_subdomains++ == 0)
        model->domains[subdomain->domain].first_subdomain = i;
    }
  for (guint i = 0; i < model->n_domains; i++)
    {
      OctantPlace element = octant_place_element (&c->domains, i);

      if (model->domains[i].n_subdomains == 0)
        octant_fault_list_add (c->faults, &element, "The domain has no sub-domain.");
    }
  if (!any && model->n_subdomains > 0)
    octant_fault_list_add (c->faults, &c->subdomains, "Every sub-domain is retired.");
  for (guint i = 0; i < model->n_requirements; i++)
    {
      OctantModelSubdomain *subdomain;

      if (model->requirements[i].subdomain == OCTANT_MODEL_NOWHERE)
        continue;
      subdomain = &model->subdomains[model->requirements[i].subdomain];
      if (subdomain->n_requirements++ == 0)
        subdomain->first_requirement = i;
    }
}

void
octant_model_check (OctantModel     *self,
                    JsonNode        *root,
                    OctantFaultList *faults)
{
  Check c = { .model = self, .faults = faults, .root = { .node = root } };

  c.domains = octant_place_member (&c.root, "domains");
  c.subdomains = octant_place_member (&c.root, "subdomains");
  c.requirements = octant_place_member (&c.root, "requirements");
  check_domains (&c);
  check_subdomain_order (&c);
  check_requirement_order (&c);
  check_requirements (&c);
  check_cells (&c);
}
