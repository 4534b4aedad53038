/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-result-box.h"

#include <glib/gi18n.h>

#include "assessment/octant-evidence-state.h"
#include "octant-change-text.h"
#include "octant-chart-data.h"
#include "octant-exclusion.h"
#include "octant-level-ring.h"
#include "octant-node-bar.h"
#include "octant-score-text.h"
#include "octant-target-text.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "report/octant-sentences.h"

struct _OctantResultBox
{
  GtkBox parent_instance;

  OctantLevelRing *ring;
  GtkLabel *level;
  GtkLabel *limited;
  GtkLabel *heavy;
  GtkButton *exclusions;
  GtkLabel *exclusions_text;
  GtkLabel *score;
  OctantNodeBar *bar;
  GtkLabel *answered;
  GtkProgressBar *coverage;
  GtkLabel *confidence;
  GtkImage *outdated;
  GtkLabel *change;
  GtkLabel *change_label;
  GtkLabel *claimed;
  GtkLabel *backed_label;
  GtkButton *backed;
  GtkButton *target;
};

G_DEFINE_FINAL_TYPE (OctantResultBox, octant_result_box, GTK_TYPE_BOX)

static void
update_level (OctantResultBox   *self,
              OctantModel       *model,
              const OctantScore *score)
{
  g_autofree char *text = score->applicable ? octant_score_text_dup_level (model, score) : NULL;

  gtk_label_set_label (self->level, text != NULL ? text : _("Nothing to assess"));
  gtk_widget_set_visible (GTK_WIDGET (self->limited), score->limited);
}

static void
update_score (OctantResultBox   *self,
              const OctantScore *score)
{
  g_autofree char *interval = octant_score_text_dup_interval (&score->s, &score->s_hi);
  g_autofree char *answered = g_strdup_printf (_("%u of %u"), score->answered, score->applicable_items);

  gtk_label_set_label (self->score, score->applicable ? interval : "–");
  if (score->applicable)
    octant_score_text_set_exact (GTK_WIDGET (self->score), &score->s, &score->s_hi);
  else
    octant_tip_set (GTK_WIDGET (self->score), NULL);
  gtk_label_set_label (self->answered, answered);
  gtk_progress_bar_set_fraction (self->coverage, score->applicable_items > 0
                                                   ? (double) score->answered / score->applicable_items
                                                   : 0);
}

static gboolean
at_least (const OctantRational *value,
          const OctantFraction *bound)
{
  g_auto (OctantRational) limit = { 0 };

  octant_rational_set_fraction (&limit, bound->num, bound->den);

  return octant_rational_compare (value, &limit) >= 0;
}

/* Evidence that is there and adds nothing lowers the confidence: it is flagged beside it. */
static void
update_outdated (OctantResultBox  *self,
                 OctantAssessment *assessment)
{
  guint n = octant_assessment_count_used_outdated (assessment);
  g_autofree char *text = g_strdup_printf (ngettext ("%u piece of evidence does not count because of its dates",
                                                     "%u pieces of evidence do not count because of their dates", n),
                                           n);

  gtk_widget_set_visible (GTK_WIDGET (self->outdated), n > 0);
  octant_tip_set (GTK_WIDGET (self->outdated), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outdated), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_confidence (OctantResultBox   *self,
                   OctantModel       *model,
                   const OctantScore *score)
{
  const OctantModelScoring *scoring = octant_model_get_scoring (model);
  const char *band = _("very low");
  g_autofree char *plain = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!score->has_confidence)
    {
      gtk_label_set_label (self->confidence, "–");
      return;
    }
  if (at_least (&score->confidence, &scoring->band_high))
    band = _("high");
  else if (at_least (&score->confidence, &scoring->band_medium))
    band = _("medium");
  else if (at_least (&score->confidence, &scoring->band_low))
    band = _("low");
  plain = octant_rational_to_text (&score->confidence, 2);
  number = octant_format_score (plain);
  /* Translators: confidence in the evidence, as a word and as a number from 0 to 1 */
  text = g_strdup_printf (_("%s · %s"), band, number);
  gtk_label_set_label (self->confidence, text);
}

static void
update_change (OctantResultBox  *self,
               OctantNode       *overall,
               OctantAssessment *previous)
{
  g_autofree char *delta = octant_change_dup_delta (overall, previous);
  g_autofree char *sentence = octant_change_dup_sentence (overall, previous);

  if (previous != NULL)
    {
      OctantAssessment *both[] = { octant_node_get_assessment (overall), previous };
      g_auto (GStrv) briefs = octant_chart_dup_briefs (both, G_N_ELEMENTS (both));
      /* Translators: title or year of the earlier assessment; before the change of the score */
      g_autofree char *since = g_strdup_printf (_("Since %s"), briefs[1]);

      gtk_label_set_label (self->change_label, since);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->change), delta != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), delta != NULL);
  gtk_label_set_label (self->change, delta != NULL ? delta : "");
  octant_tip_set (GTK_WIDGET (self->change), sentence);
}

/* What was carried over and not confirmed yet does not count; what it would bring is said beside it. */
static void
update_claimed (OctantResultBox *self,
                OctantNode      *overall)
{
  g_autofree char *text = octant_score_text_dup_claimed (overall);

  gtk_widget_set_visible (GTK_WIDGET (self->claimed), text != NULL);
  gtk_label_set_label (self->claimed, text != NULL ? text : "");
}

/* What of the score the evidence bears, beside what is claimed; it leads to where the evidence is too weak. */
static void
update_backed (OctantResultBox  *self,
               OctantAssessment *assessment)
{
  OctantScorer *scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_BACKED);
  const OctantScore *backed = scorer != NULL ? octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL) : NULL;
  gboolean there = backed != NULL && backed->applicable && backed->answered > 0;
  g_autofree char *plain = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->backed), there);
  gtk_widget_set_visible (GTK_WIDGET (self->backed_label), there);
  if (!there)
    return;
  plain = octant_rational_to_text (&backed->s, 2);
  number = octant_format_score (plain);
  /* Translators: a score and a level */
  text = g_strdup_printf (_("%s · level %d"), number, backed->l);
  gtk_button_set_label (self->backed, text);
}

static void
update_target (OctantResultBox *self,
               OctantNode      *overall)
{
  g_autofree char *text = octant_target_dup_text (overall);

  gtk_button_set_label (self->target, text != NULL ? text : _("Set Targets…"));
}

/* What does not count is one press away from the score that it is missing in. */
static void
update_exclusions (OctantResultBox   *self,
                   OctantAssessment  *assessment,
                   const OctantScore *score)
{
  guint n_scopes, n_items;
  g_autofree char *scopes = NULL;
  g_autofree char *items = NULL;
  g_autofree char *text = NULL;

  octant_exclusion_count (assessment, &n_scopes, &n_items);
  scopes = g_strdup_printf (ngettext ("%u branch out of scope", "%u branches out of scope", n_scopes), n_scopes);
  items = g_strdup_printf (ngettext ("%u answer not applicable", "%u answers not applicable", n_items), n_items);
  if (n_scopes > 0 && n_items > 0)
    text = g_strdup_printf ("%s · %s", scopes, items);
  gtk_label_set_label (self->exclusions_text, text != NULL ? text : n_scopes > 0 ? scopes : items);
  gtk_widget_set_visible (GTK_WIDGET (self->exclusions), n_scopes + n_items > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->heavy), score->heavily_tailored);
}

static void
octant_result_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OCTANT_TYPE_RESULT_BOX);

  G_OBJECT_CLASS (octant_result_box_parent_class)->dispose (object);
}

static void
octant_result_box_class_init (OctantResultBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_result_box_dispose;

  g_type_ensure (OCTANT_TYPE_LEVEL_RING);
  g_type_ensure (OCTANT_TYPE_NODE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-result-box.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, answered);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, backed);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, backed_label);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, bar);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, change);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, change_label);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, claimed);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, confidence);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, coverage);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, exclusions);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, exclusions_text);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, heavy);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, level);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, limited);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, outdated);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, ring);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, score);
  gtk_widget_class_bind_template_child (widget_class, OctantResultBox, target);
}

static void
octant_result_box_init (OctantResultBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
octant_result_box_update (OctantResultBox *self,
                          OctantSession   *session)
{
  OctantAssessment *assessment;
  OctantModel *model;
  OctantNode *overall;
  const OctantScore *score;

  g_return_if_fail (OCTANT_IS_RESULT_BOX (self));
  g_return_if_fail (octant_session_get_assessment (session) != NULL);

  assessment = octant_session_get_assessment (session);
  model = octant_assessment_get_model (assessment);
  overall = octant_assessment_get_node (assessment, OCTANT_NODE_OVERALL);
  score = octant_node_get_score (overall);
  octant_level_ring_set_node (self->ring, overall);
  octant_node_bar_set_node (self->bar, overall, -1);
  update_level (self, model, score);
  update_score (self, score);
  update_confidence (self, model, score);
  update_change (self, overall, octant_session_get_previous (session));
  update_claimed (self, overall);
  update_backed (self, assessment);
  update_target (self, overall);
  update_exclusions (self, assessment, score);
}

void
octant_result_box_update_evidence (OctantResultBox  *self,
                                   OctantAssessment *assessment)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (OCTANT_IS_RESULT_BOX (self));

  update_outdated (self, assessment);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->backed)))
    return;
  sentence = octant_sentence_backing (assessment, OCTANT_NODE_OVERALL, octant_language_from_locale ());
  octant_tip_set (GTK_WIDGET (self->backed), sentence);
}
