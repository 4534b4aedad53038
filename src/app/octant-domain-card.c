/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-domain-card.h"

#include <glib/gi18n.h>

#include "octant-change-text.h"
#include "octant-level-pill.h"
#include "octant-node-bar.h"
#include "octant-target-text.h"
#include "octant-texts.h"
#include "octant-tip.h"

struct _OctantDomainCard
{
  GtkButton parent_instance;

  OctantNode *node; /* (owned) (nullable) */

  GtkLabel *code;
  GtkLabel *blocked;
  GtkLabel *heavy;
  OctantLevelPill *pill;
  GtkLabel *name;
  GtkLabel *score;
  GtkLabel *delta;
  OctantNodeBar *bar;
  GtkLabel *target;
};

G_DEFINE_FINAL_TYPE (OctantDomainCard, octant_domain_card, GTK_TYPE_BUTTON)

static void
octant_domain_card_dispose (GObject *object)
{
  OctantDomainCard *self = OCTANT_DOMAIN_CARD (object);

  g_clear_object (&self->node);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_DOMAIN_CARD);

  G_OBJECT_CLASS (octant_domain_card_parent_class)->dispose (object);
}

static void
octant_domain_card_class_init (OctantDomainCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_domain_card_dispose;

  g_type_ensure (OCTANT_TYPE_LEVEL_PILL);
  g_type_ensure (OCTANT_TYPE_NODE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-domain-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, bar);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, blocked);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, code);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, delta);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, heavy);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, name);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, pill);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, score);
  gtk_widget_class_bind_template_child (widget_class, OctantDomainCard, target);
}

static void
octant_domain_card_init (OctantDomainCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
octant_domain_card_new (void)
{
  return g_object_new (OCTANT_TYPE_DOMAIN_CARD, NULL);
}

OctantNode *
octant_domain_card_get_node (OctantDomainCard *self)
{
  g_return_val_if_fail (OCTANT_IS_DOMAIN_CARD (self), NULL);

  return self->node;
}

void
octant_domain_card_update (OctantDomainCard *self,
                           OctantNode       *node,
                           OctantAssessment *previous)
{
  const OctantScore *score;
  const char *name;
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;
  g_autofree char *delta = NULL;
  g_autofree char *change = NULL;
  g_autofree char *target = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (OCTANT_IS_DOMAIN_CARD (self) && OCTANT_IS_NODE (node));

  g_set_object (&self->node, node);
  octant_node_bar_set_node (self->bar, node, -1);
  score = octant_node_get_score (node);
  name = octant_localise (octant_node_get_name (node));
  plain = octant_rational_to_text (&score->s, 2);
  text = score->applicable ? octant_format_score (plain) : g_strdup (_("Out of scope"));
  delta = octant_change_dup_delta (node, previous);
  change = octant_change_dup_sentence (node, previous);
  target = octant_target_dup_text (node);

  gtk_label_set_label (self->target, target != NULL ? target : "");
  gtk_widget_set_visible (GTK_WIDGET (self->target), target != NULL);
  gtk_label_set_label (self->code, octant_node_get_code (node));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->score, text);
  gtk_label_set_label (self->delta, delta != NULL ? delta : "");
  octant_level_pill_set_level (self->pill, score->applicable ? score->l : -1);
  gtk_widget_set_visible (GTK_WIDGET (self->blocked), score->limited);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pill), !score->limited);
  gtk_widget_set_visible (GTK_WIDGET (self->heavy), score->heavily_tailored);
  octant_tip_set (GTK_WIDGET (self->delta), change);
  if (score->applicable)
    /* Translators: name of a domain, its level, its score, and how it changed (may be empty) */
    label = g_strdup_printf (_("%s: level %d, score %s. %s"), name, score->l, text, change != NULL ? change : "");
  else
    label = g_strdup_printf (_("%s: out of scope"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  score->heavily_tailored ? gtk_label_get_label (self->heavy)
                                                          : target != NULL ? target : "",
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
