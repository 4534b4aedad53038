/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-lift-group.h"

#include <glib/gi18n.h>

#include "octant-score-text.h"
#include "octant-texts.h"
#include "scoring/octant-lift.h"

#define ROWS 10u

struct _OctantLiftGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *list;
  char *shown; /* (owned) (nullable) what the rows say: they are filled anew only when that changes */
};

G_DEFINE_FINAL_TYPE (OctantLiftGroup, octant_lift_group, ADW_TYPE_PREFERENCES_GROUP)

/* The rating that counts: the lowest over the objects that are shown. */
static OctantRating
find_rating (OctantAssessment *assessment,
             guint             requirement)
{
  OctantRating lowest = OCTANT_RATING_NA;
  guint n = octant_assessment_get_item_slots (assessment, requirement);
  guint shown = octant_assessment_get_shown_slot (assessment);

  for (guint slot = 0; slot < n; slot++)
    {
      OctantAnswer answer;

      if (n > 1 && shown != G_MAXUINT && slot != shown)
        continue;
      octant_assessment_get_answer (assessment, requirement, slot, &answer);
      lowest = MIN (lowest, answer.rating);
    }

  return lowest;
}

static char *
dup_lift (const OctantLift *lift)
{
  g_autofree char *plain = octant_rational_to_text (&lift->lift, 3);
  g_autofree char *text = octant_format_score (plain);

  return octant_format_signed (1, text);
}

/* "AP.05.3.P.02 · Access control · now P" */
static char *
dup_subtitle (OctantAssessment        *assessment,
              guint                    index,
              const OctantRequirement *requirement)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, requirement->subdomain);

  return g_strdup_printf ("%s · %s · %s", requirement->code, octant_localise (&subdomain->name),
                          octant_rating_get_name (find_rating (assessment, index)));
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  g_object_set_data (G_OBJECT (row), "number", number);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
fill_row (GtkWidget        *row,
          OctantAssessment *assessment,
          const OctantLift *lift)
{
  const OctantRequirement *requirement =
    octant_model_get_requirement (octant_assessment_get_model (assessment), lift->requirement);
  g_autofree char *subtitle = dup_subtitle (assessment, lift->requirement, requirement);
  g_autofree char *text = dup_lift (lift);
  GtkWidget *number = g_object_get_data (G_OBJECT (row), "number");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_localise (&requirement->text));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_label (GTK_LABEL (number), text);
  octant_score_text_set_exact (number, &lift->lift, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", requirement->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-requirement");
}

static char *
describe (OctantAssessment *assessment,
          GPtrArray        *lifts)
{
  GString *out = g_string_new (octant_assessment_get_id (assessment));

  for (guint i = 0; i < lifts->len; i++)
    {
      const OctantLift *lift = g_ptr_array_index (lifts, i);
      g_autofree char *exact = octant_rational_to_string (&lift->lift);

      g_string_append_printf (out, " %u %d %s", lift->requirement, (int) find_rating (assessment, lift->requirement),
                              exact);
    }

  return g_string_free_and_steal (out);
}

static void
octant_lift_group_finalize (GObject *object)
{
  g_free (OCTANT_LIFT_GROUP (object)->shown);

  G_OBJECT_CLASS (octant_lift_group_parent_class)->finalize (object);
}

static void
octant_lift_group_class_init (OctantLiftGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = octant_lift_group_finalize;
}

static void
octant_lift_group_init (OctantLiftGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Where a Better Answer Counts Most"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("How much the overall score would rise if this alone were fully achieved"));
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where a Better Answer Counts Most"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}

void
octant_lift_group_update (OctantLiftGroup  *self,
                          OctantAssessment *assessment)
{
  g_autoptr (GPtrArray) lifts = NULL;
  g_autofree char *shown = NULL;
  GtkListBoxRow *surplus;

  g_return_if_fail (OCTANT_IS_LIFT_GROUP (self) && OCTANT_IS_ASSESSMENT (assessment));

  lifts = octant_lift_list (octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL), ROWS);
  shown = describe (assessment, lifts);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  for (guint i = 0; i < lifts->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (make_row ());
          gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
        }
      fill_row (GTK_WIDGET (row), assessment, g_ptr_array_index (lifts, i));
    }
  while ((surplus = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) lifts->len)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (surplus));
  gtk_widget_set_visible (GTK_WIDGET (self), lifts->len > 0);
}
