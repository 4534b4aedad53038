/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/octant-ratings-csv.h"

#include <string.h>

#include "exchange/octant-csv.h"

/* More faults than anybody mends in one go; the rest would only fill memory. */
#define MAX_FAULTS 10000

typedef enum
{
  COLUMN_CODE,
  COLUMN_OBJECT,
  COLUMN_RATING,
  COLUMN_NOTE,
  COLUMN_REASON,
  COLUMN_APPROVER,
  COLUMN_STATE,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = { "code", "object", "rating", "note", "reason", "approver", "state" };
/* Columns that an export writes for people. */
static const char *const other_names[] = { "level", "aspect", "object_id", "text", "evidence", "rated_by", "rated_at" };

typedef struct
{
  OctantAssessment *assessment;
  const OctantBy *by;
  guint columns[N_COLUMNS];     /* position, G_MAXUINT when absent */
  GHashTable *objects;          /* (owned): name → slot + 1, G_MAXUINT for an ambiguous name */
  GHashTable *seen;             /* (owned): requirement and slot → line */
  GPtrArray *faults;            /* (element-type OctantFault) */
  GArray *rows;                 /* (element-type OctantRateRow) */
} Import;

static void G_GNUC_PRINTF (3, 4)
add_fault (Import     *import,
           guint       line,
           const char *format,
           ...)
{
  OctantFault *fault;
  va_list args;

  if (import->faults->len == MAX_FAULTS)
    return;
  fault = g_new0 (OctantFault, 1);
  fault->line = line;
  va_start (args, format);
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (import->faults, fault);
}

/* A cell in a message: short, and on one line whatever it holds. */
static char *
quote (const char *cell)
{
  g_autofree char *start = g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), 40));
  GString *quoted = g_string_new ("“");

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (quoted, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  g_string_append (quoted, strlen (start) < strlen (cell) ? "…”" : "”");
  return g_string_free (quoted, FALSE);
}

static gboolean
is_other (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (strcmp (other_names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
read_header (Import             *import,
             const OctantCsvRow *header)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    import->columns[c] = G_MAXUINT;
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (header->cells[i]));
      g_autofree char *quoted = quote (name);
      guint c = 0;

      while (c < N_COLUMNS && strcmp (column_names[c], name) != 0)
        c++;
      if (c == N_COLUMNS && !is_other (name))
        add_fault (import, header->line, "There is no column %s; use code, object, rating, note, reason, approver and state.",
                   quoted);
      else if (c < N_COLUMNS && import->columns[c] != G_MAXUINT)
        add_fault (import, header->line, "The column %s is there twice; keep one.", quoted);
      else if (c < N_COLUMNS)
        import->columns[c] = i;
    }
  if (import->columns[COLUMN_CODE] == G_MAXUINT)
    add_fault (import, header->line, "The column “code” is missing; name it in the first row.");
  if (import->columns[COLUMN_RATING] == G_MAXUINT)
    add_fault (import, header->line, "The column “rating” is missing; name it in the first row.");
}

/* (nullable): NULL when the column or the cell is empty; white space around it does not count. */
static char *
get_cell (const Import       *import,
          const OctantCsvRow *row,
          Column              column)
{
  guint position = import->columns[column];
  g_autofree char *cell = NULL;

  if (position == G_MAXUINT || position >= row->n_cells)
    return NULL;
  cell = g_strstrip (g_strdup (row->cells[position]));
  return cell[0] != '\0' ? g_steal_pointer (&cell) : NULL;
}

static gboolean
find_slot (Import             *import,
           const OctantCsvRow *row,
           guint               requirement,
           guint              *slot)
{
  const OctantRequirement *r = octant_model_get_requirement (octant_assessment_get_model (import->assessment), requirement);
  gboolean by_object = r->scope == OCTANT_SCOPE_OBJECT && octant_assessment_get_n_objects (import->assessment) > 0;
  g_autofree char *object = get_cell (import, row, COLUMN_OBJECT);
  g_autofree char *quoted = object != NULL ? quote (object) : NULL;
  guint found;

  *slot = 0;
  if (!by_object)
    {
      if (object == NULL)
        return TRUE;
      add_fault (import, row->line, "%s is rated once for the institution; leave the object empty.", r->code);
      return FALSE;
    }
  if (object == NULL)
    {
      add_fault (import, row->line, "%s is rated for each object; name the object.", r->code);
      return FALSE;
    }
  if (octant_assessment_find_object (import->assessment, object, slot))
    return TRUE;
  found = GPOINTER_TO_UINT (g_hash_table_lookup (import->objects, object));
  if (found == 0)
    add_fault (import, row->line, "There is no object %s in the scope of this assessment; correct the name.", quoted);
  else if (found == G_MAXUINT)
    add_fault (import, row->line, "Several objects are named %s; write the id of one of them.", quoted);
  else
    *slot = found - 1;
  return found != 0 && found != G_MAXUINT;
}

static gboolean
read_rating (Import             *import,
             const OctantCsvRow *row,
             OctantRateRow      *out)
{
  g_autofree char *rating = get_cell (import, row, COLUMN_RATING);
  g_autofree char *quoted = NULL;

  out->keep_rating = rating == NULL;
  if (rating == NULL || octant_rating_parse (rating, &out->rating))
    return TRUE;
  quoted = quote (rating);
  add_fault (import, row->line, "%s is no rating; use N, P, L, F, NA or -.", quoted);
  return FALSE;
}

/* TRUE when the row says nothing: carried over and not confirmed, as an export writes it. */
static gboolean
is_left_out (Import             *import,
             const OctantCsvRow *row)
{
  g_autofree char *state = get_cell (import, row, COLUMN_STATE);
  g_autofree char *quoted = NULL;

  if (state == NULL || strcmp (state, "confirmed") == 0 || strcmp (state, "unanswered") == 0)
    return FALSE;
  if (strcmp (state, "carried") == 0)
    return TRUE;
  quoted = quote (state);
  add_fault (import, row->line, "%s is no state; use confirmed, carried or unanswered, or leave it empty.", quoted);
  return TRUE;
}

static gboolean
check_once (Import             *import,
            const OctantCsvRow *row,
            OctantItemRef       item,
            const char         *code)
{
  gint64 key = ((gint64) item.requirement << 32) | item.slot;
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (import->seen, &key));

  if (line != 0)
    {
      add_fault (import, row->line, "%s is already rated in line %u; keep one of the rows.", code, line);
      return FALSE;
    }
  g_hash_table_insert (import->seen, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (row->line));
  return TRUE;
}

/* What the act itself would refuse, found row by row so that all of it can be told at once. */
static gboolean
check_alone (Import              *import,
             const OctantCsvRow  *row,
             const OctantRateRow *rating)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = NULL;

  if (rating->keep_rating)
    act = octant_act_note (import->assessment, rating->item, rating->note, import->by, &error);
  else
    act = octant_act_rate (import->assessment, rating->item, rating->rating,
                           rating->note, rating->reason, rating->approver, import->by, &error);
  if (act == NULL)
    add_fault (import, row->line, "%s", error->message);
  return act != NULL;
}

static void
rate_row_clear (OctantRateRow *row)
{
  g_free ((char *) row->note);
  g_free ((char *) row->reason);
  g_free ((char *) row->approver);
}

static void
read_row (Import             *import,
          const OctantCsvRow *row)
{
  OctantModel *model = octant_assessment_get_model (import->assessment);
  g_autofree char *code = get_cell (import, row, COLUMN_CODE);
  g_autofree char *quoted = quote (code != NULL ? code : "");
  OctantRateRow rating = { 0 };
  gboolean sound;

  if (code == NULL)
    {
      add_fault (import, row->line, "The code is missing; write the code of a requirement.");
      return;
    }
  if (!octant_model_find_requirement (model, code, &rating.item.requirement))
    {
      add_fault (import, row->line, "The model of this assessment has no requirement %s; correct the code.", quoted);
      return;
    }
  if (is_left_out (import, row))
    return;
  sound = find_slot (import, row, rating.item.requirement, &rating.item.slot);
  if (!read_rating (import, row, &rating) || !sound || !check_once (import, row, rating.item, code))
    return;

  rating.note = get_cell (import, row, COLUMN_NOTE);
  rating.reason = get_cell (import, row, COLUMN_REASON);
  rating.approver = get_cell (import, row, COLUMN_APPROVER);
  if ((rating.keep_rating && rating.note == NULL) || !check_alone (import, row, &rating))
    rate_row_clear (&rating);
  else
    g_array_append_val (import->rows, rating);
}

static void
index_objects (Import *import)
{
  for (guint slot = 0; slot < octant_assessment_get_n_objects (import->assessment); slot++)
    {
      const char *name = octant_record_get (octant_assessment_get_object (import->assessment, slot),
                                            OCTANT_CYCLE_OBJECT_NAME);
      gboolean known = g_hash_table_contains (import->objects, name);

      g_hash_table_insert (import->objects, (gpointer) name, GUINT_TO_POINTER (known ? G_MAXUINT : slot + 1));
    }
}

static void
read_rows (Import          *import,
           const GPtrArray *rows)
{
  index_objects (import);
  if (rows->len == 0)
    add_fault (import, 0, "The file is empty; its first row names the columns.");
  else
    read_header (import, rows->pdata[0]);
  for (guint i = 1; i < rows->len && import->columns[COLUMN_CODE] != G_MAXUINT &&
                    import->columns[COLUMN_RATING] != G_MAXUINT; i++)
    read_row (import, rows->pdata[i]);
}

static OctantAct *
finish (Import  *import,
        GError **error)
{
  if (import->faults->len > 0)
    {
      const OctantFault *first = g_ptr_array_index (import->faults, 0);

      g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID,
                   "Nothing was imported, since the file has %u fault(s); the first is in line %u: %s",
                   import->faults->len, first->line, first->message);
      return NULL;
    }
  return octant_act_rate_many (import->assessment, "import",
                               (const OctantRateRow *) (gpointer) import->rows->data, import->rows->len,
                               import->by, error);
}

/* A file that is no CSV has one fault: where reading stopped, "Line 7: …". */
static GPtrArray *
parse (Import  *import,
       GBytes  *data,
       GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text = g_bytes_get_data (data, &length);
  g_autoptr (GPtrArray) rows = octant_csv_parse (text, length, &local);
  const char *message;
  guint64 line = 0;
  char *end;

  if (rows != NULL)
    return g_steal_pointer (&rows);
  message = local->message;
  if (g_str_has_prefix (message, "Line "))
    {
      line = g_ascii_strtoull (message + strlen ("Line "), &end, 10);
      message = end + strspn (end, ": ");
    }
  add_fault (import, (guint) line, "%s", message);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

OctantAct *
octant_ratings_csv_import (OctantAssessment *assessment,
                           GBytes           *data,
                           const OctantBy   *by,
                           GPtrArray       **faults,
                           GError          **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_fault_free);
  g_autoptr (GHashTable) objects = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (OctantRateRow));
  g_autoptr (GPtrArray) rows = NULL;
  Import import = { assessment, by, { 0 }, objects, seen, found, ratings };
  OctantAct *act = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (data != NULL && by != NULL, NULL);

  g_array_set_clear_func (ratings, (GDestroyNotify) rate_row_clear);
  rows = parse (&import, data, error);
  if (rows != NULL)
    {
      read_rows (&import, rows);
      act = finish (&import, error);
    }
  if (faults != NULL)
    *faults = g_steal_pointer (&found);
  return act;
}
