/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-filter.h"

#include <glib/gi18n.h>

#include "octant-drop-down.h"
#include "octant-evidence-item.h"

/* What the choice of states offers before the states themselves. */
enum
{
  STATE_ALL,
  STATE_CARE, /* whatever does not count */
  STATE_FIRST,
};

enum
{
  USE_ALL,
  USE_USED,
  USE_UNUSED,
};

typedef enum
{
  CHOICE_STATE,
  CHOICE_TYPE,
  CHOICE_STRENGTH,
  CHOICE_USE,
  N_CHOICES,
} Choice;

struct _OctantEvidenceFilter
{
  GtkFilter parent_instance;

  GtkSearchEntry *search;             /* (nullable) weak */
  GtkDropDown *drop_downs[N_CHOICES]; /* (nullable) weak */
  char *needle;                       /* (owned) case-folded words */
  guint chosen[N_CHOICES];
};

G_DEFINE_FINAL_TYPE (OctantEvidenceFilter, octant_evidence_filter, GTK_TYPE_FILTER)

static gboolean
matches_state (OctantEvidenceFilter *self,
               OctantEvidenceItem   *item)
{
  guint wanted = self->chosen[CHOICE_STATE];
  OctantEvidenceState state = octant_evidence_item_get_state (item);

  if (wanted == STATE_CARE)
    return !octant_evidence_state_counts (state);
  return wanted == STATE_ALL || (guint) state == wanted - STATE_FIRST;
}

static gboolean
matches_use (OctantEvidenceFilter *self,
             OctantEvidenceItem   *item)
{
  guint wanted = self->chosen[CHOICE_USE];

  return wanted == USE_ALL || (wanted == USE_USED) == (octant_evidence_item_get_used (item) > 0);
}

static gboolean
octant_evidence_filter_match (GtkFilter *filter,
                              gpointer   object)
{
  OctantEvidenceFilter *self = OCTANT_EVIDENCE_FILTER (filter);
  OctantEvidenceItem *item = OCTANT_EVIDENCE_ITEM (object);
  guint type = self->chosen[CHOICE_TYPE];
  guint strength = self->chosen[CHOICE_STRENGTH];

  return matches_state (self, item) && matches_use (self, item)
         && (type == 0 || type - 1 == (guint) octant_evidence_item_get_kind (item))
         && (strength == 0 || strength - 1 == octant_evidence_item_get_strength (item))
         && (*self->needle == '\0' || octant_evidence_item_matches (item, self->needle));
}

static GtkFilterMatch
octant_evidence_filter_get_strictness (GtkFilter *filter)
{
  OctantEvidenceFilter *self = OCTANT_EVIDENCE_FILTER (filter);

  for (guint i = 0; i < N_CHOICES; i++)
    if (self->chosen[i] != 0)
      return GTK_FILTER_MATCH_SOME;
  return *self->needle == '\0' ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
octant_evidence_filter_dispose (GObject *object)
{
  OctantEvidenceFilter *self = OCTANT_EVIDENCE_FILTER (object);

  g_clear_weak_pointer (&self->search);
  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_weak_pointer (&self->drop_downs[i]);

  G_OBJECT_CLASS (octant_evidence_filter_parent_class)->dispose (object);
}

static void
octant_evidence_filter_finalize (GObject *object)
{
  g_free (OCTANT_EVIDENCE_FILTER (object)->needle);

  G_OBJECT_CLASS (octant_evidence_filter_parent_class)->finalize (object);
}

static void
octant_evidence_filter_class_init (OctantEvidenceFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_evidence_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_evidence_filter_finalize;
  filter_class->match = octant_evidence_filter_match;
  filter_class->get_strictness = octant_evidence_filter_get_strictness;
}

static void
octant_evidence_filter_init (OctantEvidenceFilter *self)
{
  self->needle = g_strdup ("");
}

static void
offer (OctantEvidenceFilter *self,
       Choice                choice,
       GtkDropDown          *drop_down,
       const char           *what,
       const char *const    *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  g_set_weak_pointer (&self->drop_downs[choice], drop_down);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  octant_drop_down_set_up (drop_down, what);
}

OctantEvidenceFilter *
octant_evidence_filter_new (GtkSearchEntry *search,
                            GtkDropDown    *state,
                            GtkDropDown    *type,
                            GtkDropDown    *strength,
                            GtkDropDown    *use)
{
  OctantEvidenceFilter *self = g_object_new (OCTANT_TYPE_EVIDENCE_FILTER, NULL);
  const char *states[STATE_FIRST + OCTANT_N_EVIDENCE_STATES + 1] = { _("All States"), _("Does Not Count") };
  const char *types[OCTANT_N_EVIDENCE_TYPES + 2] = { _("All Types") };
  const char *strengths[OCTANT_N_STRENGTHS + 2] = { _("Any Strength") };
  /* Translators: whether evidence is linked to a requirement of the assessment */
  const char *uses[] = { _("Used or Not"), _("Used"), _("Not Used"), NULL };

  for (guint i = 0; i < OCTANT_N_EVIDENCE_STATES; i++)
    states[STATE_FIRST + i] = octant_evidence_state_get_name (i);
  for (guint i = 0; i < OCTANT_N_EVIDENCE_TYPES; i++)
    types[1 + i] = octant_evidence_type_get_name (i);
  for (guint i = 0; i < OCTANT_N_STRENGTHS; i++)
    strengths[1 + i] = octant_strength_get_name (i);
  g_set_weak_pointer (&self->search, search);
  offer (self, CHOICE_STATE, state, _("State"), states);
  offer (self, CHOICE_TYPE, type, _("Type"), types);
  offer (self, CHOICE_STRENGTH, strength, _("Strength"), strengths);
  offer (self, CHOICE_USE, use, _("Use"), uses);
  return self;
}

void
octant_evidence_filter_read (OctantEvidenceFilter *self)
{
  g_return_if_fail (OCTANT_IS_EVIDENCE_FILTER (self));

  if (self->search == NULL)
    return;
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  for (guint i = 0; i < N_CHOICES; i++)
    self->chosen[i] = self->drop_downs[i] != NULL ? gtk_drop_down_get_selected (self->drop_downs[i]) : 0;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
