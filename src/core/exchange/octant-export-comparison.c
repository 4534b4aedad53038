/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/octant-export.h"

#include "exchange/octant-csv.h"

/* The columns of a comparison, in their order; cells that a row does not have stay empty. */
typedef enum
{
  COLUMN_TYPE,
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_OBJECT,
  COLUMN_KIND,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_DELTA,
  COLUMN_LEVEL_BEFORE,
  COLUMN_LEVEL_AFTER,
  COLUMN_BEFORE_EXACT,
  COLUMN_AFTER_EXACT,
  COLUMN_DELTA_EXACT,
  COLUMN_NOTE_CHANGED,
  COLUMN_EVIDENCE_CHANGED,
  COLUMN_CARRIED,
  COLUMN_REPLACES,
  COLUMN_REPLACED_BY,
  COLUMN_REWORDED,
  COLUMN_EVIDENCE_ADDED,
  COLUMN_EVIDENCE_REMOVED,
  COLUMN_REASON,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  "type", "code", "name", "object", "kind", "before", "after", "delta", "level_before", "level_after",
  "before_exact", "after_exact", "delta_exact", "note_changed", "evidence_changed", "carried",
  "replaces", "replaced_by", "reworded", "evidence_added", "evidence_removed", "reason",
};

/* Empty cells up to, not with, @column. */
static void
skip_to (GString *csv,
         guint   *at,
         Column   column)
{
  for (; *at < column; (*at)++)
    octant_csv_append_text (csv, NULL);
  (*at)++;
}

static void
end_row (GString *csv,
         guint   *at)
{
  skip_to (csv, at, N_COLUMNS);
  octant_csv_end_row (csv);
}

static void
put_text (GString    *csv,
          guint      *at,
          Column      column,
          const char *text)
{
  skip_to (csv, at, column);
  octant_csv_append_text (csv, text);
}

static void
put_number (GString *csv,
            guint   *at,
            Column   column,
            gint64   value)
{
  char number[24];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, value);
  skip_to (csv, at, column);
  octant_csv_append_number (csv, number);
}

/* A result where there is one, in two decimals (@decimals) or exact. */
static void
put_result (GString              *csv,
            guint                *at,
            Column                column,
            gboolean              there,
            const OctantRational *s,
            gboolean              decimals)
{
  g_autofree char *text = NULL;

  if (!there)
    return;
  text = decimals ? octant_rational_to_text (s, 2) : octant_rational_to_string (s);
  skip_to (csv, at, column);
  octant_csv_append_number (csv, text);
}

static const char *
node_kind (const OctantNodeChange *change)
{
  int sign;

  if (!change->known_a || !change->known_b)
    return change->known_b ? "new" : change->known_a ? "retired" : "same";
  if (!change->in_a || !change->in_b)
    return change->in_b ? "into-scope" : change->in_a ? "out-of-scope" : "same";
  sign = octant_rational_compare (&change->s_b, &change->s_a);
  return octant_change_kind_to_string (sign > 0 ? OCTANT_CHANGE_IMPROVED
                                       : sign < 0 ? OCTANT_CHANGE_WORSENED : OCTANT_CHANGE_SAME);
}

static void
append_node_change (GString                *csv,
                    const OctantNodeChange *change,
                    OctantLanguage          language)
{
  gboolean both = change->in_a && change->in_b;
  guint at = 0;

  put_text (csv, &at, COLUMN_TYPE, "node");
  put_text (csv, &at, COLUMN_CODE, change->code);
  put_text (csv, &at, COLUMN_NAME, octant_text_get (&change->name, language));
  put_text (csv, &at, COLUMN_KIND, node_kind (change));
  put_result (csv, &at, COLUMN_BEFORE, change->in_a, &change->s_a, TRUE);
  put_result (csv, &at, COLUMN_AFTER, change->in_b, &change->s_b, TRUE);
  put_result (csv, &at, COLUMN_DELTA, both, &change->delta, TRUE);
  if (change->in_a)
    put_number (csv, &at, COLUMN_LEVEL_BEFORE, change->l_a);
  if (change->in_b)
    put_number (csv, &at, COLUMN_LEVEL_AFTER, change->l_b);
  put_result (csv, &at, COLUMN_BEFORE_EXACT, change->in_a, &change->s_a, FALSE);
  put_result (csv, &at, COLUMN_AFTER_EXACT, change->in_b, &change->s_b, FALSE);
  put_result (csv, &at, COLUMN_DELTA_EXACT, both, &change->delta, FALSE);
  end_row (csv, &at);
}

static const char *
yes_or_no (gboolean value)
{
  return value ? "yes" : "no";
}

static void
append_item_change (GString                *csv,
                    const OctantItemChange *change,
                    OctantLanguage          language)
{
  g_autofree char *lineage = change->lineage != NULL ? g_strjoinv (" ", change->lineage) : NULL;
  guint at = 0;

  put_text (csv, &at, COLUMN_TYPE, "item");
  put_text (csv, &at, COLUMN_CODE, change->code);
  put_text (csv, &at, COLUMN_NAME, octant_text_get (&change->requirement->text, language));
  put_text (csv, &at, COLUMN_OBJECT, change->object);
  put_text (csv, &at, COLUMN_KIND, octant_change_kind_to_string (change->kind));
  put_text (csv, &at, COLUMN_BEFORE, octant_rating_to_string (change->rating_a));
  put_text (csv, &at, COLUMN_AFTER, octant_rating_to_string (change->rating_b));
  put_text (csv, &at, COLUMN_NOTE_CHANGED, yes_or_no (change->note_changed));
  put_text (csv, &at, COLUMN_EVIDENCE_CHANGED, yes_or_no (change->evidence_changed));
  put_text (csv, &at, COLUMN_CARRIED, yes_or_no (change->carried));
  put_text (csv, &at, COLUMN_REPLACES, change->kind == OCTANT_CHANGE_NEW ? lineage : NULL);
  put_text (csv, &at, COLUMN_REPLACED_BY, change->kind == OCTANT_CHANGE_RETIRED ? lineage : NULL);
  put_text (csv, &at, COLUMN_REWORDED, yes_or_no (change->reworded));
  put_number (csv, &at, COLUMN_EVIDENCE_ADDED, change->evidence_added);
  put_number (csv, &at, COLUMN_EVIDENCE_REMOVED, change->evidence_removed);
  end_row (csv, &at);
}

/* The criticality, by which an object counts, as before and after; its level as level. */
static void
append_object_change (GString                  *csv,
                      const OctantObjectChange *change)
{
  gboolean in_a = change->kind != OCTANT_OBJECT_ADDED;
  gboolean in_b = change->kind != OCTANT_OBJECT_REMOVED;
  guint at = 0;

  put_text (csv, &at, COLUMN_TYPE, "object");
  put_text (csv, &at, COLUMN_OBJECT, in_b ? change->name_b : change->name_a);
  put_text (csv, &at, COLUMN_KIND, octant_object_change_kind_to_string (change->kind));
  if (in_a)
    put_number (csv, &at, COLUMN_BEFORE, change->criticality_a);
  if (in_b)
    put_number (csv, &at, COLUMN_AFTER, change->criticality_b);
  if (in_a)
    put_number (csv, &at, COLUMN_LEVEL_BEFORE, change->level_a);
  if (in_b)
    put_number (csv, &at, COLUMN_LEVEL_AFTER, change->level_b);
  end_row (csv, &at);
}

static void
append_scope_change (GString                 *csv,
                     const OctantScopeChange *change,
                     OctantLanguage           language)
{
  guint at = 0;

  put_text (csv, &at, COLUMN_TYPE, "scope");
  put_text (csv, &at, COLUMN_CODE, change->code);
  put_text (csv, &at, COLUMN_NAME, octant_text_get (&change->name, language));
  put_text (csv, &at, COLUMN_KIND, change->out ? "out-of-scope" : "into-scope");
  put_text (csv, &at, COLUMN_REASON, change->reason);
  end_row (csv, &at);
}

/* The levels aimed at as before and after; empty where none is set. */
static void
append_target_change (GString                  *csv,
                      const OctantTargetChange *change,
                      OctantLanguage            language)
{
  guint at = 0;

  put_text (csv, &at, COLUMN_TYPE, "target");
  put_text (csv, &at, COLUMN_CODE, change->code);
  put_text (csv, &at, COLUMN_NAME, octant_text_get (&change->name, language));
  put_text (csv, &at, COLUMN_KIND, "target-changed");
  if (change->target_a > 0)
    put_number (csv, &at, COLUMN_BEFORE, change->target_a);
  if (change->target_b > 0)
    put_number (csv, &at, COLUMN_AFTER, change->target_b);
  end_row (csv, &at);
}

GBytes *
octant_export_comparison_csv (const OctantComparison *comparison,
                              OctantLanguage          language,
                              gboolean                mark)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  g_return_val_if_fail (comparison != NULL, NULL);

  if (mark)
    octant_csv_append_mark (csv);
  for (guint i = 0; i < N_COLUMNS; i++)
    octant_csv_append_text (csv, column_names[i]);
  octant_csv_end_row (csv);
  for (guint i = 0; i < comparison->nodes->len; i++)
    append_node_change (csv, g_ptr_array_index (comparison->nodes, i), language);
  for (guint i = 0; i < comparison->objects->len; i++)
    append_object_change (csv, g_ptr_array_index (comparison->objects, i));
  for (guint i = 0; i < comparison->scope->len; i++)
    append_scope_change (csv, g_ptr_array_index (comparison->scope, i), language);
  for (guint i = 0; i < comparison->targets->len; i++)
    append_target_change (csv, g_ptr_array_index (comparison->targets, i), language);
  for (guint i = 0; i < comparison->items->len; i++)
    append_item_change (csv, g_ptr_array_index (comparison->items, i), language);
  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
