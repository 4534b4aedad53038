/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-unsettled-row.h"

#include <glib/gi18n.h>

#include "octant-paragraph.h"
#include "octant-texts.h"
#include "octant-tip.h"

/* Two stand side by side in the narrowest window, however long they spoke. */
#define VOICE_WIDTH 128
#define VOICE_CHARS 12

struct _OctantUnsettledRow
{
  AdwBin parent_instance;

  OctantUnsettledItem *item; /* (owned) (nullable) */

  GtkLabel *heading;
  OctantParagraph *text;
  AdwWrapBox *voices;
  GtkLabel *lowest;
  GtkBox *buttons;
  GtkWidget *show;
};

typedef enum
{
  PROP_ITEM = 1,
} OctantUnsettledRowProperty;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (OctantUnsettledRow, octant_unsettled_row, ADW_TYPE_BIN)

/* Laid out once for each: a label would find out, too, how narrow and how wide its text can be. */
static GtkWidget *
add_text (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *paragraph = octant_paragraph_new (text);

  g_object_set (paragraph, "max-width-chars", VOICE_CHARS, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (paragraph, style);
  gtk_box_append (GTK_BOX (box), paragraph);
  return paragraph;
}

static GtkWidget *
new_voice (const OctantVoice *voice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *rating = g_strdup_printf ("%s · %s", octant_rating_get_letter (voice->rating),
                                             octant_rating_get_name (voice->rating));

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "voice");
  gtk_widget_set_size_request (box, VOICE_WIDTH, -1);
  add_text (box, rating, "heading");
  add_text (box, voice->person, NULL);
  gtk_widget_add_css_class (add_text (box, voice->role, "caption"), "dimmed");
  if (voice->minutes != NULL)
    add_text (box, voice->minutes, NULL);
  return box;
}

static void
fill (OctantUnsettledRow *self)
{
  GPtrArray *voices = octant_unsettled_item_get_voices (self->item);
  GtkWidget *child;
  g_autofree char *lowest = NULL;

  /* Translators: %s is a rating */
  lowest = g_strdup_printf (_("Until then counts: %s"),
                            octant_rating_get_name (octant_unsettled_item_get_lowest (self->item)));
  gtk_label_set_label (self->heading, octant_unsettled_item_get_heading (self->item));
  octant_paragraph_set_text (self->text, octant_unsettled_item_get_text (self->item));
  gtk_label_set_label (self->lowest, lowest);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->voices))) != NULL)
    adw_wrap_box_remove (self->voices, child);
  for (guint i = 0; i < voices->len; i++)
    adw_wrap_box_append (self->voices, new_voice (g_ptr_array_index (voices, i)));
}

static void
settle_cb (GtkButton          *button,
           OctantUnsettledRow *self)
{
  guint rating = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rating"));
  OctantItemRef ref;

  if (self->item == NULL)
    return;
  ref = octant_unsettled_item_get_ref (self->item);
  gtk_widget_activate_action (GTK_WIDGET (self), "interviews.settle", "(uuu)", ref.requirement, ref.slot, rating);
}

static void
show_cb (OctantUnsettledRow *self)
{
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-requirement", "s",
                                octant_unsettled_item_get_code (self->item));
}

static void
octant_unsettled_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    g_value_set_object (value, OCTANT_UNSETTLED_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_unsettled_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  OctantUnsettledRow *self = OCTANT_UNSETTLED_ROW (object);

  if (prop_id != PROP_ITEM)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (!g_set_object (&self->item, g_value_get_object (value)))
    return;
  if (self->item != NULL)
    fill (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
octant_unsettled_row_dispose (GObject *object)
{
  OctantUnsettledRow *self = OCTANT_UNSETTLED_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_UNSETTLED_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (octant_unsettled_row_parent_class)->dispose (object);
}

static void
octant_unsettled_row_class_init (OctantUnsettledRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_unsettled_row_get_property;
  object_class->set_property = octant_unsettled_row_set_property;
  object_class->dispose = octant_unsettled_row_dispose;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, OCTANT_TYPE_UNSETTLED_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-unsettled-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantUnsettledRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, OctantUnsettledRow, heading);
  gtk_widget_class_bind_template_child (widget_class, OctantUnsettledRow, lowest);
  gtk_widget_class_bind_template_child (widget_class, OctantUnsettledRow, show);
  gtk_widget_class_bind_template_child (widget_class, OctantUnsettledRow, text);
  gtk_widget_class_bind_template_child (widget_class, OctantUnsettledRow, voices);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
name_button (GtkWidget  *button,
             const char *name)
{
  octant_tip_set (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
octant_unsettled_row_init (OctantUnsettledRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (self->show, _("Show Requirement"));
  for (guint rating = OCTANT_RATING_N; rating <= OCTANT_RATING_F; rating++)
    {
      GtkWidget *button = gtk_button_new_with_label (octant_rating_get_letter (rating));
      /* Translators: %s is a rating */
      g_autofree char *label = g_strdup_printf (_("Settle as: %s"), octant_rating_get_name (rating));

      g_object_set_data (G_OBJECT (button), "rating", GUINT_TO_POINTER (rating));
      name_button (button, label);
      g_signal_connect_object (button, "clicked", G_CALLBACK (settle_cb), self, G_CONNECT_DEFAULT);
      gtk_box_append (self->buttons, button);
    }
}
