/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../assessment/fixture.h"
#include "report/octant-sentences.h"

static OctantModel *model;

static void
rate_all (OctantAssessment *a,
          OctantRating      rating)
{
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
      rate (a, octant_model_get_requirement (model, r)->code, slot, rating);
}

static void
assert_block (OctantAssessment *a,
              const char       *node,
              guint             index,
              const char       *zh,
              const char       *en)
{
  g_autoptr (GPtrArray) blocks = octant_explain (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), node_of (a, node));
  g_autofree char *in_zh = NULL;
  g_autofree char *in_en = NULL;

  g_assert_cmpuint (index, <, blocks->len);
  in_zh = octant_sentence_block (a, blocks->pdata[index], OCTANT_LANGUAGE_ZH);
  in_en = octant_sentence_block (a, blocks->pdata[index], OCTANT_LANGUAGE_EN);
  g_assert_cmpstr (in_zh, ==, zh);
  g_assert_cmpstr (in_en, ==, en);
}

static void
assert_node (OctantAssessment *a,
             const char       *node,
             const char       *zh,
             const char       *en)
{
  g_autofree char *in_zh = octant_sentence_node (a, node_of (a, node), OCTANT_LANGUAGE_ZH);
  g_autofree char *in_en = octant_sentence_node (a, node_of (a, node), OCTANT_LANGUAGE_EN);

  g_assert_cmpstr (in_zh, ==, zh);
  g_assert_cmpstr (in_en, ==, en);
}

static void
test_item (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);

  rate_all (a, OCTANT_RATING_F);
  rate (a, "AP.05.3.P.02", 0, OCTANT_RATING_P);
  assert_block (a, "AP.05", 0,
                "「漏洞修复推送与闭环」要达到 3 级，AP.05.3.P.02 须评为 L 或 F，目前为 P。",
                "For “Vulnerability fix, push and closure” to reach level 3, AP.05.3.P.02 must be rated L or F; now it is P.");
  rate (a, "AP.05.3.P.03", 0, OCTANT_RATING_UNANSWERED);
  assert_block (a, "AP.05", 0,
                "「漏洞修复推送与闭环」要达到 3 级，AP.05.3.P.02（目前为 P）、AP.05.3.P.03（目前未评）均须评为 L 或 F。",
                "For “Vulnerability fix, push and closure” to reach level 3, AP.05.3.P.02 (now P) and "
                "AP.05.3.P.03 (now not rated) must be rated L or F.");
}

static void
test_threshold (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);

  rate_all (a, OCTANT_RATING_F);
  rate (a, "AP.05.2.P.01", 0, OCTANT_RATING_L);
  rate (a, "AP.05.2.P.02", 0, OCTANT_RATING_L);
  assert_block (a, "AP.05", 0,
                "「漏洞修复推送与闭环」要达到 3 级，机制流程方面第 2 级的达成度须高于 0.85（17/20），目前为 0.78（7/9），"
                "尚未评为 F 的有 AP.05.2.P.01（目前为 L）、AP.05.2.P.02（目前为 L）。",
                "For “Vulnerability fix, push and closure” to reach level 3, the achievement of level 2 in Process must be "
                "above 0.85 (17/20); now it is 0.78 (7/9), not yet F: AP.05.2.P.01 (now L) and AP.05.2.P.02 (now L).");
}

static void
test_object (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);

  rate_all (a, OCTANT_RATING_F);
  rate (a, "AP.05.3.P.02", 1, OCTANT_RATING_N);
  assert_block (a, "AP.05", 0,
                "「漏洞修复推送与闭环」要达到 3 级，对象「Settlement」的 AP.05.3.P.02 须评为 L 或 F，目前为 N。",
                "For “Vulnerability fix, push and closure” to reach level 3 for the object “Settlement”, "
                "AP.05.3.P.02 must be rated L or F; now it is N.");
  rate (a, "AP.05.3.P.02", 1, OCTANT_RATING_F);
  rate (a, "AP.05.1.P.01", 0, OCTANT_RATING_L);
  assert_block (a, "AP.05", 0,
                "「漏洞修复推送与闭环」要达到 2 级，对象「Trading」的机制流程方面第 1 级的达成度须高于 0.85（17/20），"
                "目前为 0.67（2/3），尚未评为 F 的有 AP.05.1.P.01（目前为 L）。",
                "For “Vulnerability fix, push and closure” to reach level 2 for the object “Trading”, the achievement of "
                "level 1 in Process must be above 0.85 (17/20); now it is 0.67 (2/3), not yet F: AP.05.1.P.01 (now L).");
}

static void
test_rollups (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);

  rate_all (a, OCTANT_RATING_F);
  rate (a, "AP.05.3.P.02", 0, OCTANT_RATING_P);
  /* One gate at 2: the whole stops at 2, its domain at 3. */
  assert_block (a, "overall", 0,
                "整体要达到 3 级，每个适用的关键子域都须达到 3 级，尚未达到的有「漏洞修复推送与闭环」（2 级）。",
                "For the whole to reach level 3, every applicable gate sub-domain must be at level 3 or above; "
                "short of it: “Vulnerability fix, push and closure” (level 2).");
  assert_block (a, "AP", 0,
                "「攻击预防」要达到 4 级，每个适用的子域都须至少达到 3 级，尚未达到的有「漏洞修复推送与闭环」（2 级）。",
                "For “Attack prevention” to reach level 4, every applicable sub-domain must be at level 3 or above; "
                "short of it: “Vulnerability fix, push and closure” (level 2).");
  rate (a, "AP.05.3.P.02", 0, OCTANT_RATING_L);
  rate (a, "AP.05.4.P.01", 0, OCTANT_RATING_P);
  rate (a, "AP.01.4.P.01", 0, OCTANT_RATING_P);
  assert_block (a, "AP", 0,
                "「攻击预防」要达到 4 级，达到 4 级的子域须至少占权重的 0.75（3/4），目前占 0.60（3/5），"
                "尚未达到的有「资产与攻击面管理」（3 级）、「漏洞修复推送与闭环」（3 级）。",
                "For “Attack prevention” to reach level 4, sub-domains at level 4 or above must hold at least this share of "
                "the weight: 0.75 (3/4); now they hold 0.60 (3/5), short of it: “Asset and attack-surface management” "
                "(level 3) and “Vulnerability fix, push and closure” (level 3).");
}

static void
test_carried (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) a = NULL;

  rate_all (from, OCTANT_RATING_F);
  a = new_cycle (model, 0, from);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    if (strcmp (octant_model_get_requirement (model, r)->code, "AP.05.3.P.02") != 0)
      rate (a, octant_model_get_requirement (model, r)->code, 0, OCTANT_RATING_F);
  assert_block (a, "AP.05", 0,
                "「漏洞修复推送与闭环」要达到 3 级，AP.05.3.P.02 须评为 L 或 F，目前沿用的 F 尚未确认。",
                "For “Vulnerability fix, push and closure” to reach level 3, AP.05.3.P.02 must be rated L or F; "
                "now it is F, carried over and not confirmed.");
}

static void
test_nodes (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  GError *error = NULL;

  rate_all (a, OCTANT_RATING_F);
  rate (a, "AP.05.3.P.02", 0, OCTANT_RATING_UNANSWERED);
  assert_node (a, "AP.05",
               "「漏洞修复推送与闭环」得分 4.50（9/2）、等级 2：得分是各方面（人员 5.00、5 级，机制流程 4.00、2 级）按权重的平均，"
               "等级取其中最低者；未评的要求若全部评为 F，可达 5.00、5 级。",
               "“Vulnerability fix, push and closure” has score 4.50 (9/2) and level 2: the score is the weighted mean of its "
               "aspects (People 5.00 at level 5 and Process 4.00 at level 2), the level is the lowest among them; "
               "with F for all that is not rated it would be 5.00 at level 5.");
  rate (a, "AP.05.3.P.02", 0, OCTANT_RATING_F);
  assert_node (a, "AP",
               "「攻击预防」得分 5.00、等级 5：得分是 5 个适用的子域按权重的平均，等级由它们的等级决定：5 个 5 级。",
               "“Attack prevention” has score 5.00 and level 5: the score is the weighted mean of 5 applicable sub-domains, "
               "the level follows from theirs: 5 at level 5.");
  assert_node (a, "overall",
               "整体得分 5.00、等级 5：得分是 8 个适用的能力域按权重的平均，等级由它们的等级和关键子域决定：8 个 5 级。",
               "The whole has score 5.00 and level 5: the score is the weighted mean of 8 applicable domains, "
               "the level follows from theirs and from the gate sub-domains: 8 at level 5.");
  apply_ok (a, octant_act_tailor (a, node_of (a, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);
  assert_node (a, "SH.12",
               "「云与虚拟化、容器平台加固」没有适用的要求，不计分也不定级。",
               "“Cloud, virtualisation and container hardening” has no applicable requirement, so it has neither score nor level.");
}

static void
attach (OctantAssessment *a,
        const char       *code,
        guint             slot,
        const char       *id,
        const char       *strength)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  GError *error = NULL;

  g_ptr_array_add (evidence, make_evidence (id, strength, "2026-02-01", NULL));
  apply_ok (a, octant_act_attach (a, item_of (a, code, slot), evidence, &by, &error), error);
}

static void
assert_backing (OctantAssessment *a,
                const char       *node,
                const char       *zh,
                const char       *en)
{
  g_autofree char *in_zh = octant_sentence_backing (a, node_of (a, node), OCTANT_LANGUAGE_ZH);
  g_autofree char *in_en = octant_sentence_backing (a, node_of (a, node), OCTANT_LANGUAGE_EN);

  g_assert_cmpstr (in_zh, ==, zh);
  g_assert_cmpstr (in_en, ==, en);
}

static void
assert_unbacked (OctantAssessment *a,
                 guint             index,
                 const char       *zh,
                 const char       *en)
{
  g_autoptr (GArray) items = octant_assessment_list_unbacked (a, OCTANT_NODE_OVERALL);
  const OctantUnbacked *item = &g_array_index (items, OctantUnbacked, index);
  g_autofree char *in_zh = octant_sentence_unbacked (a, item, OCTANT_LANGUAGE_ZH);
  g_autofree char *in_en = octant_sentence_unbacked (a, item, OCTANT_LANGUAGE_EN);

  g_assert_cmpuint (index, <, items->len);
  g_assert_cmpstr (in_zh, ==, zh);
  g_assert_cmpstr (in_en, ==, en);
}

static void
test_backing (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);

  assert_backing (a, "overall", "还没有已确认的评级，暂无需要证据支撑的得分。",
                  "No rating is confirmed yet, so there is no score for the evidence to bear.");
  rate (a, "PM.01.1.P.01", 0, OCTANT_RATING_P);
  assert_backing (a, "overall", "证据足以支撑全部得分。", "The evidence bears the whole score.");
  rate (a, "PM.01.1.H.01", 0, OCTANT_RATING_F);
  attach (a, "PM.01.1.H.01", 0, "ev-1", "1");
  /* H of level 1 is 1 or, borne, 2/3: the sub-domain loses 1/6. */
  assert_backing (a, "PM.01",
                  "证据所能支撑的得分为 0.50、0 级，比正式得分低 0.17：有 1 项评级高于其证据所能支撑的。",
                  "What the evidence bears is score 0.50 at level 0, 0.17 less than the official one: "
                  "1 rating is higher than the evidence bears.");
  rate (a, "AP.05.1.P.01", 1, OCTANT_RATING_L);
  assert_unbacked (a, 0,
                   "AP.05.1.P.01（Settlement） 评为 L，但没有证据或只有口头陈述，只能按 P 计；评为 L 需要一份文件。",
                   "AP.05.1.P.01 (Settlement) is rated L, but with no evidence beyond a statement it counts as P; L needs a document.");
  assert_unbacked (a, 1,
                   "PM.01.1.H.01 评为 F，但只有一份文件为证，只能按 L 计；评为 F 需要文件和抽样记录。",
                   "PM.01.1.H.01 is rated F, but with a document alone it counts as L; F needs a document with sampled records.");
}

/* Of the object that is shown, its own numbers and its own answers. */
static void
test_one_object (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *sentence = NULL;

  rate_all (a, OCTANT_RATING_F);
  rate (a, "AP.05.1.P.01", 1, OCTANT_RATING_P);
  octant_assessment_set_shown_object (a, "obj-1");
  assert_node (a, "AP.05",
               "「漏洞修复推送与闭环」得分 5.00、等级 5：得分是各方面（人员 5.00、5 级，机制流程 5.00、5 级）按权重的平均，等级取其中最低者。",
               "“Vulnerability fix, push and closure” has score 5.00 and level 5: the score is the weighted mean of its "
               "aspects (People 5.00 at level 5 and Process 5.00 at level 5), the level is the lowest among them.");
  octant_assessment_set_shown_object (a, "obj-2");
  blocks = octant_explain (octant_assessment_get_shown_scorer (a, OCTANT_READING_OFFICIAL), node_of (a, "AP.05"));
  g_assert_cmpuint (blocks->len, >, 0);
  sentence = octant_sentence_block (a, blocks->pdata[0], OCTANT_LANGUAGE_EN);
  g_assert_cmpstr (sentence, ==, "For “Vulnerability fix, push and closure” to reach level 1, AP.05.1.P.01 must be rated L or F; "
                                 "now it is P.");
}

/* Every condition of many different assessments is one sentence in each language. */
static void
test_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (OctantAssessment) a = new_cycle (model, round % 3, NULL);
      g_autoptr (GPtrArray) blocks = NULL;

      for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
        for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
          rate (a, octant_model_get_requirement (model, r)->code, slot,
                g_rand_int_range (random, 0, 40) > (gint32) round * 4 ? OCTANT_RATING_F
                  : (OctantRating) g_rand_int_range (random, 0, OCTANT_RATING_NA));
      blocks = octant_explain (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), OCTANT_NODE_OVERALL);
      for (guint i = 0; i < blocks->len; i++)
        {
          g_autofree char *zh = octant_sentence_block (a, blocks->pdata[i], OCTANT_LANGUAGE_ZH);
          g_autofree char *en = octant_sentence_block (a, blocks->pdata[i], OCTANT_LANGUAGE_EN);

          g_assert_true (g_utf8_validate (zh, -1, NULL));
          g_assert_true (g_str_has_suffix (zh, "。"));
          g_assert_true (g_str_has_prefix (en, "For "));
          g_assert_true (g_str_has_suffix (en, "."));
          g_assert_null (strchr (en, '\n'));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/sentences/item", test_item);
  g_test_add_func ("/sentences/threshold", test_threshold);
  g_test_add_func ("/sentences/object", test_object);
  g_test_add_func ("/sentences/rollups", test_rollups);
  g_test_add_func ("/sentences/carried", test_carried);
  g_test_add_func ("/sentences/nodes", test_nodes);
  g_test_add_func ("/sentences/backing", test_backing);
  g_test_add_func ("/sentences/one-object", test_one_object);
  g_test_add_func ("/sentences/all", test_all);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
