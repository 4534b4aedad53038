/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-schema-private.h"

#include "store/octant-store.h"

/*
 * A migration that was released is never changed again: files in the field were made by
 * it. Mistakes are mended by the next number. Each sets user_version itself, so that the
 * number changes in the same transaction as what it stands for.
 *
 * Foreign keys are deferred: an act lists every row that it touches, in any order, and only
 * the whole has to be sound. None cascades: a row that vanishes without standing in the
 * journal could not be undone. `object` in answers is '' for the institution, and
 * cycle_object keeps its own copy of an object, so neither refers to the register; nor does
 * from_cycle, since the earlier cycle may be deleted while the later one lives on.
 */
static const char version_1[] =
  "CREATE TABLE organisation ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  name TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  created_at TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE object ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  org TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,"
  "  name TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  criticality INTEGER NOT NULL,"
  "  created_at TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX object_org ON object (org);"

  "CREATE TABLE model ("
  "  hash TEXT NOT NULL PRIMARY KEY,"
  "  bytes BLOB NOT NULL"
  ") STRICT;"

  "CREATE TABLE cycle ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  org TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,"
  "  title TEXT NOT NULL,"
  "  as_of TEXT NOT NULL,"
  "  model_hash TEXT NOT NULL REFERENCES model (hash) DEFERRABLE INITIALLY DEFERRED,"
  "  model_id TEXT NOT NULL,"
  "  model_version TEXT NOT NULL,"
  "  from_cycle TEXT,"
  "  assessor TEXT,"
  "  created_at TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX cycle_org ON cycle (org);"

  "CREATE TABLE cycle_object ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  object TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  level INTEGER NOT NULL,"
  "  criticality INTEGER NOT NULL,"
  "  position INTEGER NOT NULL,"
  "  PRIMARY KEY (cycle, object)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE tailoring ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  reason TEXT NOT NULL,"
  "  approver TEXT NOT NULL,"
  "  decided_by TEXT NOT NULL,"
  "  decided_at TEXT NOT NULL,"
  "  PRIMARY KEY (cycle, code)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE answer ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  object TEXT NOT NULL,"
  "  rating TEXT NOT NULL CHECK (rating IN ('', 'N', 'P', 'L', 'F', 'NA')),"
  "  note TEXT,"
  "  na_reason TEXT,"
  "  na_approver TEXT,"
  "  state TEXT NOT NULL CHECK (state IN ('confirmed', 'carried')),"
  "  rated_by TEXT,"
  "  rated_at TEXT,"
  "  PRIMARY KEY (cycle, code, object)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE evidence ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  org TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,"
  "  title TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  media_type TEXT NOT NULL,"
  "  size INTEGER NOT NULL,"
  "  sha256 TEXT NOT NULL,"
  "  source TEXT,"
  "  collected_on TEXT,"
  "  valid_until TEXT,"
  "  strength INTEGER NOT NULL,"
  "  added_by TEXT NOT NULL,"
  "  added_at TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX evidence_org ON evidence (org);"

  "CREATE TABLE evidence_link ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  object TEXT NOT NULL,"
  "  evidence TEXT NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,"
  "  added_at TEXT NOT NULL,"
  "  PRIMARY KEY (cycle, code, object, evidence)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX evidence_link_evidence ON evidence_link (evidence);"

  "CREATE TABLE interview ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  person TEXT NOT NULL,"
  "  role TEXT NOT NULL,"
  "  held_on TEXT NOT NULL,"
  "  minutes TEXT"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX interview_cycle ON interview (cycle);"

  /* Derived, never journalled. Either every node of a cycle is here or none. */
  "CREATE TABLE score ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  applicable INTEGER NOT NULL,"
  "  s TEXT NOT NULL,"
  "  s_hi TEXT NOT NULL,"
  "  l INTEGER NOT NULL,"
  "  l_hi INTEGER NOT NULL,"
  "  answered INTEGER NOT NULL,"
  "  applicable_items INTEGER NOT NULL,"
  "  PRIMARY KEY (cycle, code)"
  ") STRICT, WITHOUT ROWID;"

  /* undo_top and redo_top: what undo and redo would take after this entry, see octant-journal.c. */
  "CREATE TABLE journal ("
  "  seq INTEGER NOT NULL PRIMARY KEY,"
  "  time TEXT NOT NULL,"
  "  actor TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  subject TEXT NOT NULL,"
  "  cycle TEXT,"
  "  before TEXT NOT NULL,"
  "  after TEXT NOT NULL,"
  "  reverts INTEGER NOT NULL,"
  "  undo_top INTEGER NOT NULL,"
  "  redo_top INTEGER NOT NULL,"
  "  prev_hash TEXT NOT NULL,"
  "  hash TEXT NOT NULL"
  ") STRICT;"

  "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN"
  "  SELECT RAISE (ABORT, 'the journal is append-only'); END;"
  "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN"
  "  SELECT RAISE (ABORT, 'the journal is append-only'); END;"
  "CREATE TRIGGER journal_only_append BEFORE INSERT ON journal"
  "  WHEN NEW.seq <= (SELECT max (seq) FROM journal) BEGIN"
  "  SELECT RAISE (ABORT, 'the journal is append-only'); END;"
  "CREATE TRIGGER model_no_update BEFORE UPDATE ON model BEGIN"
  "  SELECT RAISE (ABORT, 'a kept model never changes'); END;"

  "PRAGMA application_id = 0x4f63746e;"
  "PRAGMA user_version = 1;";

static gboolean
migrate_to_1 (OctantDb  *db,
              GError   **error)
{
  return octant_db_run (db, version_1, error);
}

/*
 * Interviews question by question. Tables that the journal knows keep their columns: an
 * entry lists those that there were when it was written, and is read by that list.
 */
static const char version_2[] =
  "CREATE TABLE interview_answer ("
  "  interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  object TEXT NOT NULL,"
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  rating TEXT NOT NULL CHECK (rating IN ('', 'N', 'P', 'L', 'F', 'NA')),"
  "  minutes TEXT,"
  "  PRIMARY KEY (interview, code, object)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX interview_answer_cycle ON interview_answer (cycle);"

  "CREATE TABLE settlement ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  object TEXT NOT NULL,"
  "  settled_by TEXT NOT NULL,"
  "  settled_at TEXT NOT NULL,"
  "  PRIMARY KEY (cycle, code, object)"
  ") STRICT, WITHOUT ROWID;"

  "PRAGMA user_version = 2;";

static gboolean
migrate_to_2 (OctantDb  *db,
              GError   **error)
{
  return octant_db_run (db, version_2, error);
}

/* The levels that a cycle aims at. 9 is the most that any model may have, see OCTANT_MODEL_MAX_LEVELS. */
static const char version_3[] =
  "CREATE TABLE target ("
  "  cycle TEXT NOT NULL REFERENCES cycle (id) DEFERRABLE INITIALLY DEFERRED,"
  "  code TEXT NOT NULL,"
  "  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 9),"
  "  PRIMARY KEY (cycle, code)"
  ") STRICT, WITHOUT ROWID;"

  "PRAGMA user_version = 3;";

static gboolean
migrate_to_3 (OctantDb  *db,
              GError   **error)
{
  return octant_db_run (db, version_3, error);
}

static const OctantMigration migrations[] = {
  migrate_to_1,
  migrate_to_2,
  migrate_to_3,
};

const OctantSchema *
octant_schema_get_current (void)
{
  static const OctantSchema schema = { migrations, G_N_ELEMENTS (migrations) };

  return &schema;
}

/* PRAGMA foreign_key_check gives a row for each broken reference. */
static gboolean
check_references (OctantDb  *db,
                  GError   **error)
{
  OctantStatement *statement = octant_db_prepare (db, "PRAGMA foreign_key_check", error);
  OctantStep step;

  if (statement == NULL)
    return FALSE;
  step = octant_statement_step (statement, error);
  if (step == OCTANT_STEP_ROW)
    g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED,
                 "a row of %s refers to one that is not there", octant_statement_text (statement, 0));
  octant_statement_reset (statement);
  return step == OCTANT_STEP_DONE;
}

static gboolean
migrate_step (const OctantSchema *schema,
              OctantDb           *db,
              guint               from,
              GError            **error)
{
  gint64 version;

  if (!octant_db_begin (db, error))
    return FALSE;
  if (!schema->migrations[from](db, error) ||
      !check_references (db, error) ||
      !octant_db_query_int (db, "PRAGMA user_version", &version, error))
    {
      octant_db_rollback (db);
      return FALSE;
    }
  if (version != (gint64) from + 1)
    {
      octant_db_rollback (db);
      g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO,
                   "migration %u left version %" G_GINT64_FORMAT, from + 1, version);
      return FALSE;
    }
  return octant_db_commit (db, error);
}

/**
 * octant_schema_migrate:
 * @from: the version that @db has
 *
 * Runs what is missing, each migration in its own transaction: killed in between, the next
 * start goes on where this one ended.
 */
gboolean
octant_schema_migrate (const OctantSchema *schema,
                       OctantDb           *db,
                       guint               from,
                       GError            **error)
{
  /* References may be broken while a table is made anew; the switch works only outside a transaction. */
  if (!octant_db_run (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (guint i = from; i < schema->version; i++)
    if (!migrate_step (schema, db, i, error))
      {
        g_prefix_error (error, "Cannot bring the database to version %u: ", i + 1);
        return FALSE;
      }
  return octant_db_run (db, "PRAGMA foreign_keys = ON", error);
}
