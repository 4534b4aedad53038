/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-lens.h"

#include <string.h>

#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"

#define CATEGORIES "csf2_categories"

typedef struct
{
  char *id;
  OctantText name;     /* (owned) */
  gboolean has_score;
  OctantRational s;
  OctantRational s_hi;
} Group;

static void
group_free (Group *group)
{
  g_free (group->id);
  g_free (group->name.zh);
  g_free (group->name.en);
  octant_rational_clear (&group->s);
  octant_rational_clear (&group->s_hi);
  g_free (group);
}

static Group *
add_group (GPtrArray        *groups,
           const char       *id,
           const OctantText *name)
{
  Group *group = g_new0 (Group, 1);

  group->id = g_strdup (id);
  group->name.zh = g_strdup (name != NULL ? name->zh : id);
  group->name.en = g_strdup (name != NULL ? name->en : id);
  g_ptr_array_add (groups, group);
  return group;
}

static void
add_aspects (GPtrArray    *groups,
             OctantScorer *scorer)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  const OctantScore *score = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL);

  for (guint a = 0; a < octant_model_get_n_aspects (model); a++)
    {
      const OctantModelAspect *aspect = octant_model_get_aspect (model, a);
      Group *group = add_group (groups, aspect->id, &aspect->name);

      group->has_score = score->applicable && score->has_aspect[a];
      octant_rational_set (&group->s, &score->s_aspect[a]);
      octant_rational_set (&group->s_hi, &score->s_aspect_hi[a]);
    }
}

static void
add_roles (GPtrArray    *groups,
           OctantScorer *scorer)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint n_subdomains = octant_model_get_n_subdomains (model);
  g_autofree gboolean *members = g_new0 (gboolean, n_subdomains);
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);

  for (guint r = 0; r < n; r++)
    {
      Group *group = add_group (groups, roles[r].id, &roles[r].name);

      for (guint s = 0; s < n_subdomains; s++)
        {
          const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, s);

          members[s] = FALSE;
          for (guint i = 0; i < subdomain->n_roles; i++)
            members[s] |= subdomain->roles[i] == r;
        }
      group->has_score = octant_scorer_get_group (scorer, members, &group->s, &group->s_hi);
    }
}

static char **
get_categories (const OctantModelSubdomain *subdomain)
{
  for (guint i = 0; i < subdomain->n_references; i++)
    if (strcmp (subdomain->references[i].id, CATEGORIES) == 0)
      return subdomain->references[i].codes;
  return NULL;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(Group *const *) a)->id, (*(Group *const *) b)->id);
}

static void
add_categories (GPtrArray    *groups,
                OctantScorer *scorer)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint n_subdomains = octant_model_get_n_subdomains (model);
  g_autofree gboolean *members = g_new0 (gboolean, n_subdomains);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < n_subdomains; s++)
    for (char **code = get_categories (octant_model_get_subdomain (model, s)); code != NULL && *code != NULL; code++)
      if (g_hash_table_add (seen, *code))
        add_group (groups, *code, NULL);
  g_ptr_array_sort (groups, compare_groups);

  for (guint g = 0; g < groups->len; g++)
    {
      Group *group = g_ptr_array_index (groups, g);

      for (guint s = 0; s < n_subdomains; s++)
        {
          char **codes = get_categories (octant_model_get_subdomain (model, s));

          members[s] = codes != NULL && g_strv_contains ((const char *const *) codes, group->id);
        }
      group->has_score = octant_scorer_get_group (scorer, members, &group->s, &group->s_hi);
    }
}

static gboolean
add_model_lens (GPtrArray    *groups,
                OctantScorer *scorer,
                const char   *id)
{
  guint n;
  const OctantModelLens *lenses = octant_model_get_lenses (octant_scorer_get_model (scorer), &n);

  for (guint l = 0; l < n; l++)
    {
      if (strcmp (lenses[l].id, id) != 0)
        continue;
      for (guint g = 0; g < lenses[l].n_groups; g++)
        {
          Group *group = add_group (groups, lenses[l].groups[g].id, &lenses[l].groups[g].name);

          group->has_score = octant_scorer_get_lens (scorer, l, group->id, &group->s, &group->s_hi);
        }
      return TRUE;
    }
  return FALSE;
}

GPtrArray *
octant_cli_lens_compute (OctantScorer *scorer,
                         const char   *lens,
                         GError      **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GString) known = NULL;
  guint n;
  const OctantModelLens *lenses;

  if (add_model_lens (groups, scorer, lens))
    return g_steal_pointer (&groups);
  if (strcmp (lens, CATEGORIES) == 0)
    add_categories (groups, scorer);
  else if (strcmp (lens, "aspect") == 0)
    add_aspects (groups, scorer);
  else if (strcmp (lens, "role") == 0)
    add_roles (groups, scorer);
  if (groups->len > 0)
    return g_steal_pointer (&groups);

  known = g_string_new (CATEGORIES ", aspect, role");
  lenses = octant_model_get_lenses (octant_scorer_get_model (scorer), &n);
  for (guint l = 0; l < n; l++)
    g_string_append_printf (known, ", %s", lenses[l].id);
  octant_cli_fail (error, _("The model has no lens “%s”; choose one of %s"), lens, known->str);
  return NULL;
}

void
octant_cli_lens_add_json (JsonBuilder *json,
                          const char  *lens,
                          GPtrArray   *groups)
{
  json_builder_set_member_name (json, "lens");
  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", lens);
  json_builder_set_member_name (json, "groups");
  json_builder_begin_array (json);
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);
      g_autofree char *text = group->has_score ? octant_rational_to_text (&group->s, 2) : NULL;

      json_builder_begin_object (json);
      octant_cli_json_string (json, "id", group->id);
      octant_cli_json_text (json, "name", &group->name);
      octant_cli_json_bool (json, "applicable", group->has_score);
      octant_cli_json_fraction (json, "s", group->has_score, &group->s);
      octant_cli_json_fraction (json, "s_hi", group->has_score, &group->s_hi);
      octant_cli_json_string (json, "s_text", text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

void
octant_cli_lens_print (OctantCli  *cli,
                       const char *lens,
                       GPtrArray  *groups)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (lens, _("Name"), _("Score"), NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);
      g_autofree char *low = octant_rational_to_text (&group->s, 2);
      g_autofree char *high = octant_rational_to_text (&group->s_hi, 2);
      g_autofree char *band = octant_rational_equal (&group->s, &group->s_hi) ? g_strdup (low) : g_strdup_printf ("%s…%s", low, high);

      octant_cli_table_add (table, group->id, octant_text_get (&group->name, cli->language),
                            group->has_score ? band : _("not applicable"));
    }
  octant_cli_table_print (table, cli);
}
