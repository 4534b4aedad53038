/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-cell.h"

struct _OctantEvidenceCell
{
  AdwBin parent_instance;

  OctantEvidenceItem *item; /* (owned) (nullable) */
};

typedef enum
{
  PROP_ITEM = 1,
} OctantEvidenceCellProperty;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (OctantEvidenceCell, octant_evidence_cell, ADW_TYPE_BIN)

static void
octant_evidence_cell_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    g_value_set_object (value, OCTANT_EVIDENCE_CELL (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_evidence_cell_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id != PROP_ITEM)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&OCTANT_EVIDENCE_CELL (object)->item, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
octant_evidence_cell_dispose (GObject *object)
{
  g_clear_object (&OCTANT_EVIDENCE_CELL (object)->item);

  G_OBJECT_CLASS (octant_evidence_cell_parent_class)->dispose (object);
}

static void
octant_evidence_cell_class_init (OctantEvidenceCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_evidence_cell_get_property;
  object_class->set_property = octant_evidence_cell_set_property;
  object_class->dispose = octant_evidence_cell_dispose;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, OCTANT_TYPE_EVIDENCE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "evidencecell");
}

static void
octant_evidence_cell_init (OctantEvidenceCell *self)
{
}

OctantEvidenceItem *
octant_evidence_cell_get_item (OctantEvidenceCell *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_CELL (self), NULL);

  return self->item;
}
