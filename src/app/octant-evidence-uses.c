/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-uses.h"

#include <glib/gi18n.h>

#include "assessment/octant-evidence-state.h"
#include "octant-arrow.h"
#include "octant-session-library.h"
#include "octant-texts.h"
#include "octant-trickle.h"

struct _OctantEvidenceUses
{
  AdwPreferencesGroup parent_instance;

  OctantSession *session;       /* (owned) (nullable) */
  OctantAssessment *assessment; /* (unowned), to be compared alone: whose the uses are */
  GArray *items;                /* (owned) (nullable) (element-type OctantItemRef) */
  guint n_rows;                 /* of these, those that have a row */
  guint filling;                /* source that makes the rows */

  GtkListBox *list;
};

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantEvidenceUses, octant_evidence_uses, ADW_TYPE_PREFERENCES_GROUP)

static void
activated_cb (OctantEvidenceUses *self,
              GtkListBoxRow      *row)
{
  g_autofree char *code = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));
  g_autoptr (OctantEvidenceUses) keep = g_object_ref (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-requirement", "s", code);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static GtkWidget *
make_row (OctantAssessment    *assessment,
          const OctantItemRef *ref)
{
  const OctantRequirement *requirement =
      octant_model_get_requirement (octant_assessment_get_model (assessment), ref->requirement);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  OctantRecord *object = NULL;

  if (octant_assessment_get_item_slots (assessment, ref->requirement) > 1)
    object = octant_assessment_get_object (assessment, ref->slot);
  title = object == NULL
              ? g_strdup (requirement->code)
              : g_strdup_printf ("%s · %s", requirement->code, octant_record_get (object, OCTANT_CYCLE_OBJECT_NAME));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), octant_localise (&requirement->text));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), octant_arrow_new ());
  gtk_widget_set_name (row, requirement->code);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static gboolean
fill_step (gpointer user_data)
{
  OctantEvidenceUses *self = user_data;
  OctantAssessment *assessment = octant_session_get_assessment (self->session);

  /* Another one may have been opened meanwhile. */
  if (self->n_rows >= self->items->len || assessment != self->assessment)
    return FALSE;
  gtk_list_box_append (self->list, make_row (assessment, &g_array_index (self->items, OctantItemRef, self->n_rows)));
  return ++self->n_rows < self->items->len;
}

static void
links_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (OctantEvidenceUses) self = user_data;
  OctantSession *session = OCTANT_SESSION (source);
  g_autoptr (GPtrArray) links = octant_session_list_links_finish (session, result, NULL);
  OctantAssessment *assessment = octant_session_get_assessment (session);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *titles = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; links != NULL && assessment != NULL && i < links->len; i++)
    {
      const char *id = octant_record_get (g_ptr_array_index (links, i), OCTANT_EVIDENCE_LINK_CYCLE);
      OctantCycleItem *cycle = octant_session_find_cycle (session, id);

      if (cycle == NULL || g_strcmp0 (id, octant_assessment_get_id (assessment)) == 0
          || !g_hash_table_add (seen, (gpointer) id))
        continue;
      if (titles->len > 0)
        g_string_append (titles, C_("enumeration", ", "));
      g_string_append (titles, octant_cycle_item_get_title (cycle));
    }
  text = g_string_free (titles, FALSE);
  if (*text != '\0' && self->list != NULL)
    {
      /* Translators: %s lists the titles of other assessments */
      g_autofree char *also = g_strdup_printf (_("Also used in: %s"), text);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), also);
    }
}

static void
octant_evidence_uses_dispose (GObject *object)
{
  OctantEvidenceUses *self = OCTANT_EVIDENCE_USES (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_EVIDENCE_USES);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_evidence_uses_parent_class)->dispose (object);
}

static void
octant_evidence_uses_class_init (OctantEvidenceUsesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_evidence_uses_dispose;
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-evidence-uses.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceUses, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
octant_evidence_uses_init (OctantEvidenceUses *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
octant_evidence_uses_new (OctantSession *session,
                          const char    *evidence_id)
{
  OctantEvidenceUses *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (evidence_id != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_EVIDENCE_USES, NULL);
  self->session = g_object_ref (session);
  self->assessment = octant_session_get_assessment (session);
  if (self->assessment == NULL)
    return GTK_WIDGET (self);
  self->items = octant_assessment_list_evidence_items (self->assessment, evidence_id);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->items->len > 0);
  if (self->items->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("No requirement of this assessment"));
  else
    octant_trickle_queue (&self->filling, fill_step, self);
  octant_session_list_links_async (session, evidence_id, links_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
