/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-rating-toggle.h"

#include <glib/gi18n.h>

#include "octant-rating-button.h"
#include "octant-texts.h"
#include "octant-tip.h"

#define N_RATINGS 5

struct _OctantRatingToggle
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_RATINGS]; /* N P L F NA */
  OctantRating rating;
  OctantRating ghost;
  gboolean carried;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantRatingToggle, octant_rating_toggle, GTK_TYPE_WIDGET)

static void
update (OctantRatingToggle *self)
{
  for (int i = 0; i < N_RATINGS; i++)
    {
      GtkWidget *button = self->buttons[i];
      OctantRating rating = OCTANT_RATING_N + i;
      gboolean active = self->rating == rating;
      g_autofree char *tip = NULL;

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)) != active)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
      if (active && self->carried)
        gtk_widget_add_css_class (button, "carried");
      else
        gtk_widget_remove_css_class (button, "carried");
      if (self->ghost == rating)
        gtk_widget_add_css_class (button, "ghost");
      else
        gtk_widget_remove_css_class (button, "ghost");

      if (self->ghost == rating)
        /* Translators: %s is a rating, as in “Fully achieved (last time)” */
        tip = g_strdup_printf (_("%s (last time)"), octant_rating_get_name (rating));
      octant_tip_set (button, tip != NULL ? tip : octant_rating_get_name (rating));
    }
}

/* “clicked” comes for the user alone, “toggled” also when the model speaks. */
static void
clicked_cb (GtkButton          *button,
            OctantRatingToggle *self)
{
  OctantRating rating = octant_rating_button_get_rating (OCTANT_RATING_BUTTON (button));

  if (rating == self->rating && !self->carried)
    rating = OCTANT_RATING_UNANSWERED;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) rating);
}

static void
octant_rating_toggle_dispose (GObject *object)
{
  OctantRatingToggle *self = OCTANT_RATING_TOGGLE (object);

  for (int i = 0; i < N_RATINGS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (octant_rating_toggle_parent_class)->dispose (object);
}

static void
octant_rating_toggle_class_init (OctantRatingToggleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_rating_toggle_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ratingtoggle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
octant_rating_toggle_init (OctantRatingToggle *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rating"), -1);
  for (int i = 0; i < N_RATINGS; i++)
    {
      GtkWidget *button = octant_rating_button_new (OCTANT_RATING_N + i);

      /* The list has the keyboard and rates by keys; a press of Return or Space must never rate by chance. */
      gtk_widget_set_focusable (button, FALSE);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      self->buttons[i] = button;
    }
  update (self);
}

void
octant_rating_toggle_set_rating (OctantRatingToggle *self,
                                 OctantRating        rating,
                                 gboolean            carried)
{
  g_return_if_fail (OCTANT_IS_RATING_TOGGLE (self));

  self->rating = rating;
  self->carried = carried;
  update (self);
}

void
octant_rating_toggle_set_ghost (OctantRatingToggle *self,
                                OctantRating        rating)
{
  g_return_if_fail (OCTANT_IS_RATING_TOGGLE (self));

  self->ghost = rating;
  update (self);
}

/* NA keeps its room where it is not allowed, so that the columns stand under each other. */
void
octant_rating_toggle_set_na_allowed (OctantRatingToggle *self,
                                   gboolean            allowed)
{
  g_return_if_fail (OCTANT_IS_RATING_TOGGLE (self));

  gtk_widget_set_sensitive (self->buttons[N_RATINGS - 1], allowed);
}
