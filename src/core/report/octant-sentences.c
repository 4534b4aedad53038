/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/octant-sentences.h"

#include <string.h>

/* A list in a sentence names this many, then says how many there are. */
#define MAX_NAMED 8

typedef struct
{
  OctantAssessment *assessment;
  OctantModel *model;
  OctantScorer *scorer; /* of the object that is shown, else of all */
  guint slot;           /* of that object, G_MAXUINT for all */
  gboolean zh;
  OctantLanguage language;
  GString *out;
} Sentence;

static void
sentence_init (Sentence         *self,
               OctantAssessment *assessment,
               OctantLanguage    language)
{
  self->assessment = assessment;
  self->model = octant_assessment_get_model (assessment);
  self->slot = octant_assessment_get_shown_slot (assessment);
  self->scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  self->zh = language == OCTANT_LANGUAGE_ZH;
  self->language = language;
  self->out = g_string_new (NULL);
}

static const OctantText *
node_name (Sentence *self,
           guint     node)
{
  guint domains = octant_model_domain_node (self->model, 0);
  guint subdomains = octant_model_subdomain_node (self->model, 0);

  return node < subdomains ? &octant_model_get_domain (self->model, node - domains)->name
                           : &octant_model_get_subdomain (self->model, node - subdomains)->name;
}

/* 「攻击预防」, “Attack prevention”; the whole has no name of its own. */
static void
add_node (Sentence *self,
          guint     node)
{
  if (node == OCTANT_NODE_OVERALL)
    g_string_append (self->out, self->zh ? "整体" : "the whole");
  else
    g_string_append_printf (self->out, self->zh ? "「%s」" : "“%s”",
                            octant_text_get (node_name (self, node), self->language));
}

/* 0.83（5/6）, 0.83 (5/6); a whole number has nothing to add in brackets. */
static void
add_value (Sentence             *self,
           const OctantRational *value)
{
  g_autofree char *text = octant_rational_to_text (value, 2);
  g_autofree char *exact = octant_rational_to_string (value);

  g_string_append (self->out, text);
  if (strchr (exact, '/') != NULL)
    g_string_append_printf (self->out, self->zh ? "（%s）" : " (%s)", exact);
}

/* What stands between the entries of a list, before entry @i of @n. */
static void
add_separator (Sentence *self,
               guint     i,
               guint     n)
{
  if (i == 0)
    return;
  if (self->zh)
    g_string_append (self->out, "、");
  else
    g_string_append (self->out, i + 1 == n ? " and " : ", ");
}

/* After the first MAX_NAMED of @n entries. */
static void
add_rest (Sentence *self,
          guint     n)
{
  if (n <= MAX_NAMED)
    return;
  if (self->zh)
    g_string_append_printf (self->out, "等 %u 项", n);
  else
    g_string_append_printf (self->out, " and %u more", n - MAX_NAMED);
}

/* 为 P, 未评, 沿用的 F 尚未确认: what follows "目前"; in English what follows "now". */
static void
add_present (Sentence *self,
             guint     requirement,
             guint     slot)
{
  gboolean by_object = octant_model_get_requirement (self->model, requirement)->scope == OCTANT_SCOPE_OBJECT;
  guint own = !by_object ? 0 : self->slot != G_MAXUINT ? self->slot : slot;
  OctantAnswer answer;

  octant_assessment_get_answer (self->assessment, requirement, own, &answer);
  if (answer.carried)
    g_string_append_printf (self->out, self->zh ? "沿用的 %s 尚未确认" : "%s, carried over and not confirmed",
                            octant_rating_to_string (answer.rating));
  else if (answer.rating == OCTANT_RATING_UNANSWERED)
    g_string_append (self->out, self->zh ? "未评" : "not rated");
  else
    g_string_append_printf (self->out, self->zh ? "为 %s" : "%s", octant_rating_to_string (answer.rating));
}

/* L 或 F */
static void
add_attaining (Sentence *self)
{
  for (guint r = octant_model_get_scoring (self->model)->attain_rating; r <= OCTANT_RATING_F; r++)
    {
      if (r > (guint) octant_model_get_scoring (self->model)->attain_rating)
        g_string_append (self->out, self->zh ? " 或 " : " or ");
      g_string_append (self->out, octant_rating_to_string ((OctantRating) r));
    }
}

/* AP.05.3.P.02（目前为 P）、… */
static void
add_requirements (Sentence          *self,
                  const OctantBlock *block)
{
  guint n = block->requirements != NULL ? block->requirements->len : 0;
  guint shown = MIN (n, MAX_NAMED);

  for (guint i = 0; i < shown; i++)
    {
      guint requirement = g_array_index (block->requirements, guint, i);

      add_separator (self, i, n > MAX_NAMED ? G_MAXUINT : shown);
      g_string_append (self->out, octant_model_get_requirement (self->model, requirement)->code);
      g_string_append (self->out, self->zh ? "（目前" : " (now ");
      add_present (self, requirement, block->slot);
      g_string_append (self->out, self->zh ? "）" : ")");
    }
  add_rest (self, n);
}

static void
add_nodes (Sentence          *self,
           const OctantBlock *block)
{
  guint n = block->nodes != NULL ? block->nodes->len : 0;
  guint shown = MIN (n, MAX_NAMED);

  for (guint i = 0; i < shown; i++)
    {
      guint node = g_array_index (block->nodes, guint, i);

      add_separator (self, i, n > MAX_NAMED ? G_MAXUINT : shown);
      add_node (self, node);
      g_string_append_printf (self->out, self->zh ? "（%d 级）" : " (level %d)",
                              octant_scorer_get_score (self->scorer, node)->l);
    }
  add_rest (self, n);
}

/* 「漏洞修复」要达到 3 级，对象「交易系统」的 … */
static void
add_aim (Sentence          *self,
         const OctantBlock *block)
{
  if (!self->zh)
    g_string_append (self->out, "For ");
  add_node (self, block->node);
  g_string_append_printf (self->out, self->zh ? "要达到 %u 级，" : " to reach level %u", block->target);
  if (block->per_object && block->slot < octant_assessment_get_n_objects (self->assessment))
    g_string_append_printf (self->out, self->zh ? "对象「%s」的" : " for the object “%s”",
                            octant_record_get (octant_assessment_get_object (self->assessment, block->slot),
                                               OCTANT_CYCLE_OBJECT_NAME));
  if (!self->zh)
    g_string_append (self->out, ", ");
}

static const char *
aspect_name (Sentence          *self,
             const OctantBlock *block)
{
  return octant_text_get (&octant_model_get_aspect (self->model, block->aspect)->name, self->language);
}

static void
say_item (Sentence          *self,
          const OctantBlock *block)
{
  /* A code stands apart from the Chinese before it. */
  if (self->zh && block->per_object)
    g_string_append_c (self->out, ' ');
  if (block->requirements != NULL && block->requirements->len == 1)
    {
      guint requirement = g_array_index (block->requirements, guint, 0);

      g_string_append (self->out, octant_model_get_requirement (self->model, requirement)->code);
      g_string_append (self->out, self->zh ? " 须评为 " : " must be rated ");
      add_attaining (self);
      g_string_append (self->out, self->zh ? "，目前" : "; now it is ");
      add_present (self, requirement, block->slot);
      return;
    }
  add_requirements (self, block);
  g_string_append (self->out, self->zh ? "均须评为 " : " must be rated ");
  add_attaining (self);
}

static void
say_threshold (Sentence          *self,
               const OctantBlock *block)
{
  if (self->zh)
    g_string_append_printf (self->out, "%s方面第 %u 级的达成度须高于 ", aspect_name (self, block), block->level);
  else
    g_string_append_printf (self->out, "the achievement of level %u in %s must be above ",
                            block->level, aspect_name (self, block));
  add_value (self, &block->need);
  g_string_append (self->out, self->zh ? "，目前为 " : "; now it is ");
  add_value (self, &block->have);
  if (block->requirements != NULL && block->requirements->len > 0)
    {
      g_string_append (self->out, self->zh ? "，尚未评为 F 的有 " : ", not yet F: ");
      add_requirements (self, block);
    }
}

static void
say_no_items (Sentence          *self,
              const OctantBlock *block)
{
  if (self->zh)
    g_string_append_printf (self->out, "%s方面第 %u 级须至少有一条适用的要求，目前没有",
                            aspect_name (self, block), block->level);
  else
    g_string_append_printf (self->out, "level %u needs at least one applicable requirement in %s; now it has none",
                            block->level, aspect_name (self, block));
}

/* @zh, @en: what the nodes are called. */
static void
say_floor (Sentence          *self,
           const OctantBlock *block,
           const char        *zh,
           const char        *en)
{
  if (self->zh)
    g_string_append_printf (self->out, "每个适用的%s都须至少达到 %u 级，尚未达到的有", zh, block->level);
  else
    g_string_append_printf (self->out, "every applicable %s must be at level %u or above; short of it: ", en, block->level);
  add_nodes (self, block);
}

static void
say_quorum (Sentence          *self,
            const OctantBlock *block,
            const char        *zh,
            const char        *en)
{
  if (self->zh)
    g_string_append_printf (self->out, "达到 %u 级的%s须至少占权重的 ", block->level, zh);
  else
    g_string_append_printf (self->out, "%s at level %u or above must hold at least this share of the weight: ", en, block->level);
  add_value (self, &block->need);
  g_string_append (self->out, self->zh ? "，目前占 " : "; now they hold ");
  add_value (self, &block->have);
  g_string_append (self->out, self->zh ? "，尚未达到的有" : ", short of it: ");
  add_nodes (self, block);
}

static void
say_gate (Sentence          *self,
          const OctantBlock *block)
{
  if (self->zh)
    g_string_append_printf (self->out, "每个适用的关键子域都须达到 %u 级，尚未达到的有", block->level);
  else
    g_string_append_printf (self->out, "every applicable gate sub-domain must be at level %u or above; short of it: ",
                            block->level);
  add_nodes (self, block);
}

static char *
finish (Sentence *self)
{
  g_string_append (self->out, self->zh ? "。" : ".");
  return g_string_free (g_steal_pointer (&self->out), FALSE);
}

char *
octant_sentence_block (OctantAssessment  *assessment,
                       const OctantBlock *block,
                       OctantLanguage     language)
{
  Sentence self;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  sentence_init (&self, assessment, language);
  add_aim (&self, block);
  switch (block->kind)
    {
    case OCTANT_BLOCK_ITEM:
      say_item (&self, block);
      break;
    case OCTANT_BLOCK_THRESHOLD:
      say_threshold (&self, block);
      break;
    case OCTANT_BLOCK_NO_ITEMS:
      say_no_items (&self, block);
      break;
    case OCTANT_BLOCK_DOMAIN_QUORUM:
      say_quorum (&self, block, "子域", "sub-domains");
      break;
    case OCTANT_BLOCK_DOMAIN_FLOOR:
      say_floor (&self, block, "子域", "sub-domain");
      break;
    case OCTANT_BLOCK_OVERALL_FLOOR:
      say_floor (&self, block, "能力域", "domain");
      break;
    case OCTANT_BLOCK_OVERALL_QUORUM:
      say_quorum (&self, block, "能力域", "domains");
      break;
    case OCTANT_BLOCK_GATE:
      say_gate (&self, block);
      break;
    default:
      g_assert_not_reached ();
    }
  return finish (&self);
}

/* The parts of a sub-domain: 人员 3.00、3 级，机制流程 3.17（19/6）、3 级 */
static void
say_aspects (Sentence          *self,
             const OctantScore *score)
{
  guint n = 0, i = 0;

  for (guint a = 0; a < octant_model_get_n_aspects (self->model); a++)
    n += score->has_aspect[a] ? 1 : 0;
  for (guint a = 0; a < octant_model_get_n_aspects (self->model); a++)
    {
      const char *name = octant_text_get (&octant_model_get_aspect (self->model, a)->name, self->language);

      if (!score->has_aspect[a])
        continue;
      if (self->zh && i > 0)
        g_string_append (self->out, "，");
      else if (!self->zh)
        add_separator (self, i, n);
      i++;
      g_string_append_printf (self->out, "%s ", name);
      add_value (self, &score->s_aspect[a]);
      g_string_append_printf (self->out, self->zh ? "、%d 级" : " at level %d", score->l_aspect[a]);
    }
}

static void
say_subdomain (Sentence          *self,
               const OctantScore *score)
{
  guint n_objects = octant_scorer_get_n_slots (self->scorer);

  if (self->zh)
    {
      g_string_append (self->out, "得分是各方面（");
      say_aspects (self, score);
      g_string_append (self->out, "）按权重的平均");
      if (n_objects > 1)
        g_string_append_printf (self->out, "，再对 %u 个对象按重要程度平均", n_objects);
      g_string_append_printf (self->out, "，等级取其中最低者");
    }
  else
    {
      g_string_append (self->out, "the score is the weighted mean of its aspects (");
      say_aspects (self, score);
      g_string_append_c (self->out, ')');
      if (n_objects > 1)
        g_string_append_printf (self->out, " over %u objects by criticality", n_objects);
      g_string_append (self->out, ", the level is the lowest among them");
    }
}

/* Children of a domain or of the whole that count, by level. */
static void
say_rollup (Sentence *self,
            guint     node)
{
  guint first, n, counted = 0;
  gboolean whole = node == OCTANT_NODE_OVERALL;
  guint by_level[OCTANT_MODEL_MAX_LEVELS + 1] = { 0 };
  guint groups = 0, i = 0;

  if (whole)
    {
      first = octant_model_domain_node (self->model, 0);
      n = octant_model_get_n_domains (self->model);
    }
  else
    {
      const OctantModelDomain *domain =
        octant_model_get_domain (self->model, node - octant_model_domain_node (self->model, 0));

      first = octant_model_subdomain_node (self->model, domain->first_subdomain);
      n = domain->n_subdomains;
    }
  for (guint child = first; child < first + n; child++)
    {
      const OctantScore *score = octant_scorer_get_score (self->scorer, child);

      if (!score->applicable)
        continue;
      counted++;
      groups += by_level[score->l]++ == 0 ? 1 : 0;
    }

  if (self->zh)
    g_string_append_printf (self->out, "得分是 %u 个适用的%s按权重的平均，等级由它们的等级%s决定：",
                            counted, whole ? "能力域" : "子域", whole ? "和关键子域" : "");
  else
    g_string_append_printf (self->out, "the score is the weighted mean of %u applicable %s, the level follows from theirs%s: ",
                            counted, whole ? "domains" : "sub-domains", whole ? " and from the gate sub-domains" : "");
  for (int level = OCTANT_MODEL_MAX_LEVELS; level >= 0; level--)
    if (by_level[level] > 0)
      {
        add_separator (self, i++, groups);
        g_string_append_printf (self->out, self->zh ? "%u 个 %d 级" : "%u at level %d", by_level[level], level);
      }
}

static void
say_band (Sentence          *self,
          const OctantScore *score)
{
  if (octant_rational_equal (&score->s, &score->s_hi) && score->l == score->l_hi)
    return;
  g_string_append (self->out, self->zh ? "；未评的要求若全部评为 F，可达 " : "; with F for all that is not rated it would be ");
  add_value (self, &score->s_hi);
  g_string_append_printf (self->out, self->zh ? "、%d 级" : " at level %d", score->l_hi);
}

char *
octant_sentence_node (OctantAssessment *assessment,
                      guint             node,
                      OctantLanguage    language)
{
  Sentence self;
  const OctantScore *score;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (octant_assessment_get_model (assessment)), NULL);

  sentence_init (&self, assessment, language);
  score = octant_scorer_get_score (self.scorer, node);
  add_node (&self, node);
  if (!score->applicable)
    {
      g_string_append (self.out, self.zh ? "没有适用的要求，不计分也不定级" : " has no applicable requirement, so it has neither score nor level");
      return finish (&self);
    }

  g_string_append (self.out, self.zh ? "得分 " : " has score ");
  add_value (&self, &score->s);
  g_string_append_printf (self.out, self.zh ? "、等级 %d：" : " and level %d: ", score->l);
  if (node >= octant_model_subdomain_node (self.model, 0))
    say_subdomain (&self, score);
  else
    say_rollup (&self, node);
  say_band (&self, score);
  /* A sentence begins with a capital; a name in quotes is left as it is. */
  if (!self.zh && g_ascii_islower (self.out->str[0]))
    self.out->str[0] = g_ascii_toupper (self.out->str[0]);
  return finish (&self);
}
