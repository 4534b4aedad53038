/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-year-card.h"

#include <glib/gi18n.h>

#include "octant-change-text.h"
#include "octant-level-pill.h"
#include "octant-texts.h"

struct _OctantYearCard
{
  GtkWidget parent_instance;

  char *code; /* (owned) */
  char *name; /* (owned) */

  GtkWidget *box;
  GtkLabel *limited;
  OctantLevelPill *pill;
  GtkLabel *score;
  GtkLabel *delta;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (OctantYearCard, octant_year_card, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
fill (OctantYearCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name, *delta;

  gtk_box_append (GTK_BOX (self->box), head);
  gtk_widget_add_css_class (add_label (head, self->code, "caption"), "dimmed");
  self->limited = GTK_LABEL (add_label (head, _("limited"), "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->limited), "warning");
  gtk_widget_set_hexpand (GTK_WIDGET (self->limited), TRUE);
  gtk_label_set_ellipsize (self->limited, PANGO_ELLIPSIZE_END);
  self->pill = OCTANT_LEVEL_PILL (octant_level_pill_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), "caption-heading");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->pill));
  name = add_label (self->box, self->name, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), figures);
  self->score = GTK_LABEL (add_label (figures, NULL, "title-3"));
  gtk_widget_add_css_class (GTK_WIDGET (self->score), "numeric");
  delta = add_label (figures, NULL, "caption");
  gtk_widget_add_css_class (delta, "numeric");
  gtk_widget_add_css_class (delta, "dimmed");
  gtk_widget_set_hexpand (delta, TRUE);
  gtk_widget_set_halign (delta, GTK_ALIGN_END);
  self->delta = GTK_LABEL (delta);
  /* The figure above says it. */
  self->bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
}

static void
octant_year_card_dispose (GObject *object)
{
  g_clear_pointer (&OCTANT_YEAR_CARD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (octant_year_card_parent_class)->dispose (object);
}

static void
octant_year_card_finalize (GObject *object)
{
  OctantYearCard *self = OCTANT_YEAR_CARD (object);

  g_free (self->code);
  g_free (self->name);

  G_OBJECT_CLASS (octant_year_card_parent_class)->finalize (object);
}

static void
octant_year_card_class_init (OctantYearCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_year_card_dispose;
  object_class->finalize = octant_year_card_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
octant_year_card_init (OctantYearCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
octant_year_card_new (const char *code,
                      const char *name)
{
  OctantYearCard *self = g_object_new (OCTANT_TYPE_YEAR_CARD, NULL);

  self->code = g_strdup (code);
  self->name = g_strdup (name);
  fill (self);

  return GTK_WIDGET (self);
}

static gboolean
get_score (OctantCycleItem *cycle, /* (nullable) */
           const char      *code,
           OctantRational  *s)
{
  OctantScoreRow *row = cycle != NULL ? octant_cycle_item_get_score (cycle, code) : NULL;

  return row != NULL && row->applicable && octant_rational_parse (s, row->s);
}

void
octant_year_card_set_cycle (OctantYearCard  *self,
                            OctantCycleItem *cycle,
                            OctantCycleItem *before)
{
  g_auto (OctantRational) s = { 0 };
  g_auto (OctantRational) s_before = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *delta = NULL;
  g_autofree char *label = NULL;
  gboolean there;
  int level;

  g_return_if_fail (OCTANT_IS_YEAR_CARD (self) && OCTANT_IS_CYCLE_ITEM (cycle));

  there = get_score (cycle, self->code, &s);
  level = there ? octant_cycle_item_get_score (cycle, self->code)->l : -1;
  if (there)
    {
      g_autofree char *plain = octant_rational_to_text (&s, 2);

      text = octant_format_score (plain);
      if (get_score (before, self->code, &s_before))
        delta = octant_change_format_delta (&s_before, &s);
    }
  gtk_label_set_label (self->score, there ? text : "–");
  gtk_label_set_label (self->delta, delta != NULL ? delta : "");
  octant_level_pill_set_level (self->pill, level);
  gtk_widget_set_child_visible (GTK_WIDGET (self->limited), octant_cycle_item_is_limited (cycle, self->code));
  if (there)
    /* Translators: name of a domain, its level, its score, difference to the assessment before (may be empty) */
    label = g_strdup_printf (_("%s: level %d, score %s. %s"), self->name, level, text, delta != NULL ? delta : "");
  else
    label = g_strdup_printf (_("%s: no score"), self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
octant_year_card_set_share (OctantYearCard *self,
                            double          share)
{
  g_return_if_fail (OCTANT_IS_YEAR_CARD (self));

  gtk_progress_bar_set_fraction (self->bar, CLAMP (share, 0, 1));
}
