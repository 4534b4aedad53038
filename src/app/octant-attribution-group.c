/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attribution-group.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-change-text.h"
#include "octant-delta-bar.h"
#include "octant-list-box.h"
#include "octant-score-text.h"
#include "octant-texts.h"

/* Rows at first. */
#define FEW 8u

struct _OctantAttributionGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *list;
  OctantAttribution *attribution; /* (nullable) not owned */
  GPtrArray *ranked; /* (owned) (nullable) (element-type OctantAttributionPart) borrowed from the attribution */
  guint n_rows;      /* that are there */
  double largest;
  gboolean leads;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (OctantAttributionGroup, octant_attribution_group, ADW_TYPE_PREFERENCES_GROUP)

static const OctantRational zero = { 0, 1, NULL };

/* "+0.020": three decimals, since one sub-domain of forty moves the whole by little. */
static char *
dup_delta (const OctantRational *value)
{
  int sign = octant_rational_compare (value, &zero);
  g_auto (OctantRational) size = { 0 };
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;

  octant_rational_set (&size, sign < 0 ? &zero : value);
  if (sign < 0)
    octant_rational_subtract (&size, value);
  plain = octant_rational_to_text (&size, 3);
  text = octant_format_score (plain);
  return octant_format_signed (sign, text);
}

static GtkWidget *
make_number (const OctantRational *value)
{
  g_autofree char *text = dup_delta (value);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_widget_add_css_class (label, "numeric");
  octant_score_text_set_exact (label, value, NULL);

  return label;
}

/* "AP.05 · score 2.31 → 2.73, weighs 2.4 %" */
static char *
dup_subtitle (const OctantAttributionPart *part)
{
  g_autofree char *plain_a = octant_rational_to_text (&part->s_a, 2);
  g_autofree char *plain_b = octant_rational_to_text (&part->s_b, 2);
  g_autofree char *a = part->in_a ? octant_format_score (plain_a) : g_strdup ("–");
  g_autofree char *b = part->in_b ? octant_format_score (plain_b) : g_strdup ("–");
  GString *text = g_string_new (part->code);

  /* Translators: the earlier score and the later one */
  g_string_append (text, " · ");
  g_string_append_printf (text, _("%s → %s"), a, b);
  if (!part->in_a)
    g_string_append_printf (text, " · %s", part->known_a ? _("came into scope") : _("new in the model"));
  else if (!part->in_b)
    g_string_append_printf (text, " · %s", part->known_b ? _("went out of scope") : _("retired in the model"));
  else if (octant_rational_compare (&part->weight, &zero) != 0)
    {
      g_autofree char *weight = dup_delta (&part->weight);

      /* Translators: a change of the score */
      g_string_append_printf (text, " · ");
      g_string_append_printf (text, _("%s by weight"), weight);
    }
  if (octant_rational_compare (&part->basis, &zero) != 0)
    {
      g_autofree char *basis = dup_delta (&part->basis);

      g_string_append_printf (text, " · ");
      /* Translators: a change of the score that new or retired requirements brought */
      g_string_append_printf (text, _("%s by model and objects"), basis);
    }

  return g_string_free_and_steal (text);
}

static GtkWidget *
make_row (const OctantAttributionPart *part,
          double                       largest,
          gboolean                     leads,
          gboolean                     narrow)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (part);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_localise (&part->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (!narrow)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               octant_delta_bar_new (octant_rational_to_double (&part->total) / largest));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_number (&part->total));
  if (leads)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", part->code);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-node");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }

  return row;
}

/* Forty rows take their time: the rest of them is made when it is looked at. */
static void
expanded_cb (OctantAttributionGroup *self,
             GParamSpec             *pspec,
             AdwExpanderRow         *row)
{
  /* While rows are being made, this one may be the former one. */
  if (self->attribution != NULL || self->ranked == NULL || !adw_expander_row_get_expanded (row))
    return;
  for (guint i = FEW; i < self->ranked->len; i++)
    adw_expander_row_add_row (row, make_row (g_ptr_array_index (self->ranked, i), self->largest, self->leads, self->narrow));
  g_clear_pointer (&self->ranked, g_ptr_array_unref);
}

/* The smaller contributions in one row, which unfolds to them. */
static GtkWidget *
make_rest (OctantAttributionGroup *self)
{
  GtkWidget *row = adw_expander_row_new ();
  guint n = self->ranked->len - FEW;
  g_auto (OctantRational) sum = { 0 };
  g_autofree char *title = g_strdup_printf (ngettext ("%u more sub-domain", "%u more sub-domains", n), n);

  for (guint i = FEW; i < self->ranked->len; i++)
    octant_rational_add (&sum, &((OctantAttributionPart *) g_ptr_array_index (self->ranked, i))->total);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_number (&sum));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What everything above adds up to. */
static GtkWidget *
make_total (OctantAttributionGroup *self)
{
  const OctantAttribution *attribution = self->attribution;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = make_number (&attribution->total);
  g_autofree char *plain_a = octant_rational_to_text (&attribution->s_a, 2);
  g_autofree char *plain_b = octant_rational_to_text (&attribution->s_b, 2);
  g_autofree char *a = octant_format_score (plain_a);
  g_autofree char *b = octant_format_score (plain_b);
  g_autofree char *subtitle = g_strdup_printf (_("%s → %s"), a, b);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Sum: Change of the Overall Score"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (number, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  return row;
}

static void
set_causes (OctantAttributionGroup *self,
            OctantAttribution      *attribution)
{
  g_autofree char *answers = dup_delta (&attribution->answers);
  g_autofree char *basis = dup_delta (&attribution->basis);
  g_autofree char *weight = dup_delta (&attribution->weight);
  g_autofree char *text = NULL;

  if (octant_rational_compare (&attribution->basis, &zero) == 0 &&
      octant_rational_compare (&attribution->weight, &zero) == 0)
    text = g_strdup (_("All of it comes from answers"));
  else
    /* Translators: three changes of the score that add up to the whole change */
    text = g_strdup_printf (_("By answers %s, by model and objects %s, by scope and weights %s"), answers, basis, weight);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

static void
octant_attribution_group_dispose (GObject *object)
{
  g_clear_pointer (&OCTANT_ATTRIBUTION_GROUP (object)->ranked, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_attribution_group_parent_class)->dispose (object);
}

static void
octant_attribution_group_class_init (OctantAttributionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_attribution_group_dispose;
}

static void
octant_attribution_group_init (OctantAttributionGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Why Did the Score Change?"));
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why Did the Score Change?"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
octant_attribution_group_update (OctantAttributionGroup *self,
                                 OctantAttribution      *attribution,
                                 gboolean                leads,
                                 gboolean                narrow)
{
  GPtrArray *ranked;

  g_return_if_fail (OCTANT_IS_ATTRIBUTION_GROUP (self));

  g_clear_pointer (&self->ranked, g_ptr_array_unref);
  self->attribution = attribution;
  self->n_rows = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), attribution != NULL);
  if (attribution == NULL)
    return;
  self->ranked = ranked = octant_attribution_rank (attribution);
  self->leads = leads;
  self->narrow = narrow;
  while (ranked->len > 0 &&
         octant_rational_compare (&((OctantAttributionPart *) g_ptr_array_index (ranked, ranked->len - 1))->total,
                                  &zero) == 0)
    g_ptr_array_set_size (ranked, (int) ranked->len - 1);
  self->largest = ranked->len > 0
                    ? fabs (octant_rational_to_double (&((OctantAttributionPart *) g_ptr_array_index (ranked, 0))->total))
                    : 1;
  set_causes (self, attribution);
}

gboolean
octant_attribution_group_make_row (OctantAttributionGroup *self)
{
  GtkListBox *list;
  guint n_few, n;

  g_return_val_if_fail (OCTANT_IS_ATTRIBUTION_GROUP (self), FALSE);

  if (self->attribution == NULL)
    return FALSE;
  /* The first few, one for all others if there are any, and the sum. */
  list = GTK_LIST_BOX (self->list);
  n_few = MIN (self->ranked->len, FEW);
  n = self->n_rows++;
  if (n < n_few)
    octant_list_box_put (list, n, make_row (g_ptr_array_index (self->ranked, n), self->largest, self->leads, self->narrow));
  else if (n == n_few && self->ranked->len > FEW)
    octant_list_box_put (list, n, make_rest (self));
  else
    {
      octant_list_box_put (list, n, make_total (self));
      octant_list_box_cut (list, n + 1);
      self->attribution = NULL;
    }
  return TRUE;
}
