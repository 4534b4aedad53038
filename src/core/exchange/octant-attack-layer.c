/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/octant-attack-layer.h"

#include <json-glib/json-glib.h>

#include "scoring/octant-coverage.h"

typedef struct
{
  JsonBuilder *json;
  OctantAssessment *assessment;
  OctantModel *model;
  OctantScorer *scorer;
  OctantAttack *attack;
  OctantCoverage *coverage;
  const OctantAttackLayerOptions *options;
  gboolean zh;
  guint n_levels;
} Layer;

static void
add_string (Layer      *self,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_string_value (self->json, value);
}

static void
add_boolean (Layer      *self,
             const char *name,
             gboolean    value)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_boolean_value (self->json, value);
}

static void
add_int (Layer      *self,
         const char *name,
         gint64      value)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_int_value (self->json, value);
}

/* The Navigator drops metadata without a value. */
static void
add_metadata (Layer      *self,
              const char *name,
              const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_begin_object (self->json);
  add_string (self, "name", name);
  add_string (self, "value", value);
  json_builder_end_object (self->json);
}

static void
add_head (Layer *self)
{
  const char *title = octant_assessment_get_title (self->assessment);
  g_autofree char *name = g_strdup_printf (self->zh ? "%s%s%s ATT&CK 覆盖" : "%s%s%s: coverage of ATT&CK",
                                           self->options->institution != NULL ? self->options->institution : "",
                                           self->options->institution != NULL ? " " : "", title);
  g_autoptr (GString) description = g_string_new (NULL);

  g_string_append_printf (description,
                          self->zh ? "得分为 0 到 %u：由针对该技术的缓解措施所对应的能力子域的得分加权平均而得，未回答的要求按未达到计。"
                                     "得分说明防护与管理能力的成熟程度，不证明某项技术已被检测或阻止。%s"
                                   : "Scores run from 0 to %u: the weighted mean of the capability sub-domains that stand for the "
                                     "mitigations against a technique; requirements not answered yet count as not achieved. They "
                                     "tell how mature these capabilities are, not that a technique is detected or stopped. %s",
                          self->n_levels, octant_attack_get_source (self->attack));
  add_string (self, "name", name);
  json_builder_set_member_name (self->json, "versions");
  json_builder_begin_object (self->json);
  add_string (self, "attack", octant_attack_get_version (self->attack));
  add_string (self, "navigator", OCTANT_ATTACK_LAYER_NAVIGATOR);
  add_string (self, "layer", OCTANT_ATTACK_LAYER_FORMAT);
  json_builder_end_object (self->json);
  add_string (self, "domain", octant_attack_get_domain (self->attack));
  add_string (self, "description", description->str);
  add_int (self, "sorting", 0);
  json_builder_set_member_name (self->json, "layout");
  json_builder_begin_object (self->json);
  add_string (self, "layout", "side");
  add_boolean (self, "showID", TRUE);
  add_boolean (self, "showName", TRUE);
  json_builder_end_object (self->json);
  add_boolean (self, "hideDisabled", FALSE);
}

/* "lateral-movement": how the Navigator names the tactic "Lateral Movement". */
static char *
make_tactic_name (const OctantAttackTerm *tactic)
{
  char *name = g_ascii_strdown (tactic->name, -1);

  return g_strdelimit (name, " ", '-');
}

static const char *
describe_kind (Layer             *self,
               OctantCoverageKind kind)
{
  switch (kind)
    {
    case OCTANT_COVERAGE_OUT_OF_SCOPE:
      return self->zh ? "无得分：覆盖该技术的能力子域均不适用。"
                      : "No score: the sub-domains that cover this technique are not applicable.";
    case OCTANT_COVERAGE_UNMAPPED:
      return self->zh ? "无得分：没有能力子域对应该技术的缓解措施。"
                      : "No score: no sub-domain stands for a mitigation against this technique.";
    case OCTANT_COVERAGE_NO_MITIGATION:
      return self->zh ? "无得分：ATT&CK 未给出该技术的缓解措施。" : "No score: ATT&CK knows no mitigation against this technique.";
    case OCTANT_COVERAGE_SCORED:
    case OCTANT_N_COVERAGE_KINDS:
    default:
      return "";
    }
}

static const OctantScore *
get_part_score (Layer                    *self,
                const OctantCoveragePart *part)
{
  return octant_scorer_get_score (self->scorer, octant_model_subdomain_node (self->model, part->subdomain));
}

/* The weakest first, of equal ones the heaviest; what does not apply last. */
static int
compare_parts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const OctantCoveragePart *x = *(OctantCoveragePart *const *) a;
  const OctantCoveragePart *y = *(OctantCoveragePart *const *) b;
  int order = x->applicable && y->applicable
                ? octant_rational_compare (&get_part_score (user_data, x)->s, &get_part_score (user_data, y)->s)
                : y->applicable - x->applicable;

  if (order == 0)
    order = octant_rational_compare (&y->weight, &x->weight);
  return order != 0 ? order : (x->subdomain > y->subdomain) - (x->subdomain < y->subdomain);
}

/* "AP.05 Vulnerability management: 3.20, 25 %" */
static void
append_part (Layer                    *self,
             const OctantCoveragePart *part,
             GString                  *out)
{
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (self->model, part->subdomain);
  const OctantRational hundred = { 100, 1, NULL };
  g_auto (OctantRational) share = { 0 };
  g_autofree char *score = NULL;
  g_autofree char *percent = NULL;

  g_string_append_printf (out, "\n%s %s", subdomain->code, octant_text_get (&subdomain->name, self->options->language));
  if (!part->applicable)
    {
      g_string_append (out, self->zh ? "：不适用" : ": not applicable");
      return;
    }
  octant_rational_set (&share, &part->weight);
  octant_rational_multiply (&share, &hundred);
  percent = octant_rational_to_text (&share, 1);
  score = octant_rational_to_text (&get_part_score (self, part)->s, 2);
  g_string_append_printf (out, self->zh ? "：%s，占 %s%%" : ": %s, %s %% of the score", score, percent);
}

static char *
make_comment (Layer                      *self,
              const OctantTechniqueScore *score,
              GPtrArray                  *parts)
{
  GString *comment = g_string_new (describe_kind (self, score->kind));

  if (score->kind == OCTANT_COVERAGE_SCORED)
    {
      g_autofree char *low = octant_rational_to_text (&score->s, 2);
      g_autofree char *high = octant_rational_to_text (&score->s_hi, 2);

      if (octant_rational_equal (&score->s, &score->s_hi))
        g_string_append_printf (comment, self->zh ? "得分 %s。覆盖该技术的能力子域：" : "Score %s. Covered by:", low);
      else
        g_string_append_printf (comment, self->zh ? "得分 %s，补全回答后最高可达 %s。覆盖该技术的能力子域："
                                                  : "Score %s, up to %s when all is answered. Covered by:",
                                low, high);
    }
  for (guint i = 0; i < parts->len; i++)
    append_part (self, g_ptr_array_index (parts, i), comment);
  return g_string_free_and_steal (comment);
}

/* "M1031 Network Intrusion Prevention, …": those of the technique that some sub-domain names, or those that none does. */
static char *
list_mitigations (Layer                       *self,
                  const OctantAttackTechnique *technique,
                  GPtrArray                   *parts,
                  gboolean                     named)
{
  GString *text = g_string_new (NULL);
  guint n;
  const OctantAttackTerm *mitigations = octant_attack_get_mitigations (self->attack, &n);

  for (guint m = 0; m < technique->n_mitigations; m++)
    {
      const OctantAttackTerm *mitigation = &mitigations[technique->mitigations[m]];
      gboolean found = FALSE;

      for (guint i = 0; i < parts->len && !found; i++)
        {
          const OctantCoveragePart *part = g_ptr_array_index (parts, i);

          for (guint j = 0; j < part->mitigations->len; j++)
            found |= g_array_index (part->mitigations, guint, j) == technique->mitigations[m];
        }
      if (found == named)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", mitigation->id, mitigation->name);
    }
  return g_string_free_and_steal (text);
}

static void
add_technique_metadata (Layer                       *self,
                        const OctantAttackTechnique *technique,
                        const OctantTechniqueScore  *score,
                        GPtrArray                   *parts)
{
  gboolean scored = score->kind == OCTANT_COVERAGE_SCORED;
  g_autofree char *low = scored ? octant_rational_to_string (&score->s) : NULL;
  g_autofree char *high = scored ? octant_rational_to_string (&score->s_hi) : NULL;
  g_autofree char *named = list_mitigations (self, technique, parts, TRUE);
  g_autofree char *missing = list_mitigations (self, technique, parts, FALSE);

  json_builder_set_member_name (self->json, "metadata");
  json_builder_begin_array (self->json);
  add_metadata (self, self->zh ? "精确得分" : "Exact score", low);
  add_metadata (self, self->zh ? "最高可能得分" : "Highest possible score", high);
  add_metadata (self, self->zh ? "有能力子域对应的缓解措施" : "Mitigations that a sub-domain stands for", named);
  add_metadata (self, self->zh ? "无能力子域对应的缓解措施" : "Mitigations that no sub-domain stands for", missing);
  json_builder_end_array (self->json);
}

static const char *
get_color (Layer                      *self,
           const OctantTechniqueScore *score)
{
  if (score->kind != OCTANT_COVERAGE_SCORED)
    return self->options->no_score_color;
  return self->options->colors[octant_rational_floor (&score->s)];
}

static void
add_technique (Layer    *self,
               guint     index,
               gboolean  has_children,
               char    **tactic_names)
{
  guint n;
  const OctantAttackTechnique *technique = &octant_attack_get_techniques (self->attack, &n)[index];
  const OctantTechniqueScore *score = octant_coverage_get_score (self->coverage, index);
  g_autoptr (GPtrArray) parts = octant_coverage_list_parts (self->coverage, self->scorer, index);
  g_autofree char *comment = NULL;
  g_autofree char *text = octant_rational_to_text (&score->s, 2);

  g_ptr_array_sort_with_data (parts, compare_parts, self);
  comment = make_comment (self, score, parts);
  for (guint i = 0; i < technique->n_tactics; i++)
    {
      json_builder_begin_object (self->json);
      add_string (self, "techniqueID", technique->id);
      add_string (self, "tactic", tactic_names[technique->tactics[i]]);
      if (score->kind == OCTANT_COVERAGE_SCORED)
        {
          json_builder_set_member_name (self->json, "score");
          json_builder_add_double_value (self->json, g_ascii_strtod (text, NULL));
        }
      add_string (self, "color", get_color (self, score));
      add_string (self, "comment", comment);
      add_boolean (self, "enabled", TRUE);
      add_technique_metadata (self, technique, score, parts);
      if (has_children)
        add_boolean (self, "showSubtechniques", FALSE);
      json_builder_end_object (self->json);
    }
}

static void
add_techniques (Layer *self)
{
  guint n_tactics, n;
  const OctantAttackTerm *tactics = octant_attack_get_tactics (self->attack, &n_tactics);
  const OctantAttackTechnique *techniques = octant_attack_get_techniques (self->attack, &n);
  g_autofree gboolean *has_children = g_new0 (gboolean, n);
  g_auto (GStrv) names = g_new0 (char *, n_tactics + 1);

  for (guint t = 0; t < n_tactics; t++)
    names[t] = make_tactic_name (&tactics[t]);
  for (guint i = 0; i < n; i++)
    if (techniques[i].parent != OCTANT_ATTACK_NO_PARENT)
      has_children[techniques[i].parent] = TRUE;
  json_builder_set_member_name (self->json, "techniques");
  json_builder_begin_array (self->json);
  for (guint i = 0; i < n; i++)
    add_technique (self, i, has_children[i], names);
  json_builder_end_array (self->json);
}

static void
add_legend_item (Layer      *self,
                 const char *label,
                 const char *color)
{
  json_builder_begin_object (self->json);
  add_string (self, "label", label);
  add_string (self, "color", color);
  json_builder_end_object (self->json);
}

static void
add_colors (Layer *self)
{
  json_builder_set_member_name (self->json, "gradient");
  json_builder_begin_object (self->json);
  json_builder_set_member_name (self->json, "colors");
  json_builder_begin_array (self->json);
  for (guint i = 0; i <= self->n_levels; i++)
    json_builder_add_string_value (self->json, self->options->colors[i]);
  json_builder_end_array (self->json);
  add_int (self, "minValue", 0);
  add_int (self, "maxValue", self->n_levels);
  json_builder_end_object (self->json);

  json_builder_set_member_name (self->json, "legendItems");
  json_builder_begin_array (self->json);
  for (guint i = 0; i <= self->n_levels; i++)
    {
      g_autofree char *label = i < self->n_levels ? g_strdup_printf (self->zh ? "得分 %u 至不足 %u" : "Score %u to below %u", i, i + 1)
                                                  : g_strdup_printf (self->zh ? "得分 %u" : "Score %u", i);

      add_legend_item (self, label, self->options->colors[i]);
    }
  add_legend_item (self, self->zh ? "无得分" : "No score", self->options->no_score_color);
  json_builder_end_array (self->json);
}

static void
add_cycle_metadata (Layer *self)
{
  g_autofree char *model = g_strdup_printf ("%s %s", octant_model_get_id (self->model), octant_model_get_version (self->model));

  json_builder_set_member_name (self->json, "metadata");
  json_builder_begin_array (self->json);
  add_metadata (self, self->zh ? "机构" : "Institution", self->options->institution);
  add_metadata (self, self->zh ? "评估" : "Assessment", octant_assessment_get_title (self->assessment));
  add_metadata (self, self->zh ? "评估基准日" : "As of", octant_assessment_get_as_of (self->assessment));
  add_metadata (self, self->zh ? "能力成熟度模型" : "Maturity model", model);
  add_metadata (self, self->zh ? "评分规则版本" : "Version of the scoring rules", OCTANT_ENGINE_VERSION);
  json_builder_end_array (self->json);
}

GBytes *
octant_attack_layer_export (OctantAssessment               *assessment,
                            OctantAttack                   *attack,
                            const OctantAttackLayerOptions *options)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (OctantCoverage) coverage = NULL;
  Layer self;
  char *text;
  gsize length;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment) && OCTANT_IS_ATTACK (attack) && options != NULL, NULL);
  g_return_val_if_fail (options->colors != NULL && options->no_score_color != NULL, NULL);

  self = (Layer) { .assessment = assessment, .attack = attack, .options = options };
  self.model = octant_assessment_get_model (assessment);
  self.scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  self.zh = options->language == OCTANT_LANGUAGE_ZH;
  self.n_levels = octant_model_get_n_levels (self.model);
  g_return_val_if_fail (g_strv_length ((char **) options->colors) == self.n_levels + 1, NULL);

  self.coverage = coverage = octant_coverage_new (self.model, attack);
  octant_coverage_update (coverage, self.scorer);
  self.json = builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  add_head (&self);
  add_techniques (&self);
  add_colors (&self);
  add_cycle_metadata (&self);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
