/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-row.h"

#include <glib/gi18n.h>

#include "octant-evidence-item.h"
#include "octant-open-evidence.h"
#include "octant-texts.h"
#include "octant-tip.h"

struct _OctantEvidenceRow
{
  AdwActionRow parent_instance;

  OctantSession *session; /* (owned) */
  OctantRecord *evidence; /* (owned) */
  OctantEvidenceState state;
};

enum
{
  SIGNAL_DETACH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantEvidenceRow, octant_evidence_row, ADW_TYPE_ACTION_ROW)

static void
activated_cb (OctantEvidenceRow *self)
{
  octant_open_evidence (self->session, self->evidence, GTK_WIDGET (self));
}

static void
detach_clicked_cb (OctantEvidenceRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DETACH], 0);
}

static void
octant_evidence_row_dispose (GObject *object)
{
  OctantEvidenceRow *self = OCTANT_EVIDENCE_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->evidence, octant_record_unref);

  G_OBJECT_CLASS (octant_evidence_row_parent_class)->dispose (object);
}

static void
octant_evidence_row_class_init (OctantEvidenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_evidence_row_dispose;
  signals[SIGNAL_DETACH] = g_signal_new ("detach", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_evidence_row_init (OctantEvidenceRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  octant_tip_set (button, _("Remove from This Requirement"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove from This Requirement"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (detach_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}

/* Why a piece adds nothing to the confidence. */
static const char *
get_reason (OctantEvidenceState state)
{
  switch (state)
    {
    case OCTANT_EVIDENCE_STALE:
      return _("Too old at the date of the assessment: does not count");
    case OCTANT_EVIDENCE_EXPIRED:
      return _("Its validity ended before the date of the assessment: does not count");
    case OCTANT_EVIDENCE_LATER:
      return _("Collected after the date of the assessment: does not count");
    case OCTANT_EVIDENCE_FRESH:
    case OCTANT_EVIDENCE_AGEING:
    case OCTANT_EVIDENCE_UNDATED:
    default:
      return _("Nobody said when it was collected: does not count");
    }
}

static void
add_flag (OctantEvidenceRow *self)
{
  GtkWidget *flag = gtk_image_new_from_icon_name (octant_evidence_state_get_icon (self->state));
  const char *reason = get_reason (self->state);

  octant_tip_set (flag, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flag), GTK_ACCESSIBLE_PROPERTY_LABEL, reason, -1);
  gtk_widget_add_css_class (flag, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), flag);
}

GtkWidget *
octant_evidence_row_new (OctantSession      *session,
                         OctantRecord       *evidence,
                         OctantEvidenceState state)
{
  OctantEvidenceRow *self = g_object_new (OCTANT_TYPE_EVIDENCE_ROW, NULL);
  gint64 bytes = octant_record_get_int (evidence, OCTANT_EVIDENCE_SIZE);
  const char *collected = octant_record_get (evidence, OCTANT_EVIDENCE_COLLECTED_ON);
  g_autofree char *size = g_format_size ((guint64) MAX (bytes, 0));
  g_autofree char *date = octant_format_date (collected);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  self->session = g_object_ref (session);
  self->evidence = octant_record_ref (evidence);
  self->state = state;
  if (!octant_evidence_state_counts (state))
    {
      add_flag (self);
      g_string_append_printf (subtitle, "%s · ", octant_evidence_state_get_name (state));
    }
  g_string_append (subtitle, size);
  if (*date != '\0')
    g_string_append_printf (subtitle, " · %s", date);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), octant_record_get (evidence, OCTANT_EVIDENCE_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle->str);
  return GTK_WIDGET (self);
}

OctantRecord *
octant_evidence_row_get_evidence (OctantEvidenceRow *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ROW (self), NULL);

  return self->evidence;
}

OctantEvidenceState
octant_evidence_row_get_state (OctantEvidenceRow *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ROW (self), OCTANT_EVIDENCE_UNDATED);

  return self->state;
}
