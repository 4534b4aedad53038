/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "evidence/octant-evidence.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/octant-digest.h"
#include "evidence/octant-evidence-private.h"

typedef struct
{
  GPtrArray *faults;    /* (owned) OctantEvidenceFault */
  GHashTable *checked;  /* (owned) set of hashes whose file was looked at */
  const char *dir;
  struct timespec begun; /* what is stored after this is not asked about */
  guchar *buffer;       /* (owned) */
  gint64 done;
  gint64 total;
  OctantProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->faults, g_ptr_array_unref);
  g_clear_pointer (&run->checked, g_hash_table_unref);
  g_clear_pointer (&run->buffer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

void
octant_evidence_fault_free (OctantEvidenceFault *fault)
{
  g_clear_pointer (&fault->evidence, octant_record_unref);
  g_free (fault->name);
  g_free (fault);
}

static void
add_fault (Run                    *run,
           OctantEvidenceFaultKind kind,
           const OctantRecord     *evidence,
           char                   *name)
{
  OctantEvidenceFault *fault = g_new0 (OctantEvidenceFault, 1);

  fault->kind = kind;
  fault->evidence = evidence != NULL ? octant_record_ref ((OctantRecord *) evidence) : NULL;
  fault->name = name;
  g_ptr_array_add (run->faults, fault);
}

/* @fault stays as it is when the file is as it must be, else it is what is wrong. FALSE only when cancelled. */
static gboolean
check_content (Run                      *run,
               int                       fd,
               const char               *hash,
               OctantEvidenceFaultKind  *fault,
               GError                  **error)
{
  g_autoptr (OctantDigest) digest = octant_digest_new ();
  g_autofree char *found = NULL;
  ssize_t n;

  for (;;)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      n = read (fd, run->buffer, OCTANT_EVIDENCE_CHUNK);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      octant_digest_update (digest, run->buffer, (gsize) n);
      run->done += n;
      if (run->progress != NULL)
        run->progress (run->done, run->total, run->progress_data);
    }
  found = octant_digest_finish (digest);
  if (n < 0)
    *fault = OCTANT_EVIDENCE_FAULT_UNREADABLE;
  else if (strcmp (found, hash) != 0)
    *fault = OCTANT_EVIDENCE_FAULT_ALTERED;
  return TRUE;
}

static gboolean
check_file (Run                      *run,
            const char               *hash,
            gint64                    size,
            OctantEvidenceFaultKind  *fault,
            GError                  **error)
{
  g_autofree char *path = octant_evidence_hash_path (run->dir, hash);
  struct stat info;
  gboolean going = TRUE;
  int fd;

  /* A FIFO must not make the check wait, nor a link lead it elsewhere. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        *fault = OCTANT_EVIDENCE_FAULT_MISSING;
      else if (errno == ELOOP || errno == ENXIO)
        *fault = OCTANT_EVIDENCE_FAULT_NOT_PLAIN;
      else
        *fault = OCTANT_EVIDENCE_FAULT_LOCKED;
      return TRUE;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    *fault = OCTANT_EVIDENCE_FAULT_NOT_PLAIN;
  else if (size >= 0 && info.st_size != size)
    *fault = OCTANT_EVIDENCE_FAULT_OTHER_SIZE;
  else
    going = check_content (run, fd, hash, fault, error);
  close (fd);
  return going;
}

static gboolean
check_evidence (Run                 *run,
                const OctantRecord  *evidence,
                GError             **error)
{
  const char *hash = octant_record_get (evidence, OCTANT_EVIDENCE_SHA256);
  OctantEvidenceFaultKind fault = OCTANT_EVIDENCE_FAULT_NONE;

  if (!octant_evidence_is_hash (hash))
    fault = OCTANT_EVIDENCE_FAULT_NO_HASH;
  else if (!g_hash_table_add (run->checked, g_strdup (hash)))
    return TRUE;
  else if (!check_file (run, hash, octant_record_get_int (evidence, OCTANT_EVIDENCE_SIZE), &fault, error))
    return FALSE;
  if (fault != OCTANT_EVIDENCE_FAULT_NONE)
    add_fault (run, fault, evidence, g_strdup (hash));
  return TRUE;
}

/* What was attached and undone: redo brings its row back, so the file has to stay, and stay whole. */
static gboolean
check_undone (Run         *run,
              GHashTable  *known,
              GError     **error)
{
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      OctantEvidenceFaultKind fault = OCTANT_EVIDENCE_FAULT_NONE;

      if (!octant_evidence_is_hash (hash) || !g_hash_table_add (run->checked, g_strdup (hash)))
        continue;
      if (!check_file (run, hash, -1, &fault, error))
        return FALSE;
      if (fault != OCTANT_EVIDENCE_FAULT_NONE)
        add_fault (run, fault, NULL, g_strdup (hash));
    }
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder in a stable order; none when it cannot be read, which its files' own check says. */
static GPtrArray *
list_names (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
add_orphan (Run        *run,
            const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename ("evidence", folder, name, NULL);
  g_autofree char *whole = g_build_filename (run->dir, path, NULL);
  struct stat info;

  /* Stored while the check ran: its row is younger than the rows that are known here. */
  if (lstat (whole, &info) == 0 &&
      (info.st_ctim.tv_sec > run->begun.tv_sec ||
       (info.st_ctim.tv_sec == run->begun.tv_sec && info.st_ctim.tv_nsec > run->begun.tv_nsec)))
    return;
  add_fault (run, OCTANT_EVIDENCE_FAULT_ORPHAN, NULL, g_filename_display_name (path));
}

static void
find_orphans (Run *run)
{
  g_autofree char *root = g_build_filename (run->dir, "evidence", NULL);
  g_autoptr (GPtrArray) folders = list_names (root);

  for (guint i = 0; i < folders->len; i++)
    {
      const char *folder = g_ptr_array_index (folders, i);
      g_autofree char *path = g_build_filename (root, folder, NULL);
      g_autoptr (GPtrArray) names = NULL;

      /* An import that is under way, or one that was killed: the next start removes it. */
      if (g_str_has_prefix (folder, OCTANT_STORE_TEMPORARY_PREFIX))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || !g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          add_orphan (run, "", folder);
          continue;
        }
      names = list_names (path);
      for (guint k = 0; k < names->len; k++)
        {
          const char *name = g_ptr_array_index (names, k);

          if (!g_hash_table_contains (run->checked, name) || strncmp (name, folder, 2) != 0 || folder[2] != '\0')
            add_orphan (run, folder, name);
        }
    }
}

/**
 * octant_evidence_verify_rows:
 * @rows: (element-type OctantRecord): every row of evidence
 * @known: the set of octant_store_list_evidence_hashes()
 *
 * octant_evidence_verify() without the store, which stays free for others: the rows are read
 * first, the files beside whatever happens. May run on any thread; @progress is called there.
 *
 * Returns: (transfer full) (element-type OctantEvidenceFault): NULL with @error set only when
 *   cancelled
 */
GPtrArray *
octant_evidence_verify_rows (const char      *data_dir,
                             GPtrArray       *rows,
                             GHashTable      *known,
                             OctantProgress   progress,
                             gpointer         user_data,
                             GCancellable    *cancellable,
                             GError         **error)
{
  g_auto (Run) run = { 0 };

  g_return_val_if_fail (data_dir != NULL && rows != NULL && known != NULL, NULL);

  clock_gettime (CLOCK_REALTIME, &run.begun);
  run.faults = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_evidence_fault_free);
  run.checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.buffer = g_malloc (OCTANT_EVIDENCE_CHUNK);
  run.dir = data_dir;
  run.progress = progress;
  run.progress_data = user_data;
  run.cancellable = cancellable;
  for (guint i = 0; i < rows->len; i++)
    run.total += octant_record_get_int (g_ptr_array_index (rows, i), OCTANT_EVIDENCE_SIZE);

  for (guint i = 0; i < rows->len; i++)
    if (!check_evidence (&run, g_ptr_array_index (rows, i), error))
      return NULL;
  if (!check_undone (&run, known, error))
    return NULL;
  find_orphans (&run);
  return g_steal_pointer (&run.faults);
}

static const char *
describe (OctantEvidenceFaultKind kind)
{
  switch (kind)
    {
    case OCTANT_EVIDENCE_FAULT_MISSING:
      return "the stored file is missing; attach the original again";
    case OCTANT_EVIDENCE_FAULT_ALTERED:
      return "the stored file was altered; attach the original again";
    case OCTANT_EVIDENCE_FAULT_OTHER_SIZE:
      return "the stored file has another size, so it was altered; attach the original again";
    case OCTANT_EVIDENCE_FAULT_UNREADABLE:
      return "the stored file cannot be read; see to the disk, or attach the file again";
    case OCTANT_EVIDENCE_FAULT_LOCKED:
      return "the stored file cannot be opened; see to its permissions";
    case OCTANT_EVIDENCE_FAULT_NOT_PLAIN:
      return "what is stored is not a plain file; remove it and attach the original again";
    case OCTANT_EVIDENCE_FAULT_NO_HASH:
      return "its hash is none; check the database";
    case OCTANT_EVIDENCE_FAULT_ORPHAN:
      return "no evidence refers to this; it does no harm and may be removed";
    case OCTANT_EVIDENCE_FAULT_NONE:
    default:
      g_return_val_if_reached ("");
    }
}

static OctantFinding *
finding_of (const OctantEvidenceFault *fault)
{
  OctantFinding *finding = g_new0 (OctantFinding, 1);

  if (fault->evidence != NULL)
    finding->where = g_strdup_printf ("evidence %s “%s”", octant_record_get (fault->evidence, OCTANT_EVIDENCE_ID),
                                      octant_record_get (fault->evidence, OCTANT_EVIDENCE_TITLE));
  else if (fault->kind == OCTANT_EVIDENCE_FAULT_ORPHAN)
    finding->where = g_strdup (fault->name);
  else
    finding->where = g_strdup_printf ("evidence %s (taken back by undo)", fault->name);
  finding->message = g_strdup (describe (fault->kind));
  return finding;
}

GPtrArray *
octant_evidence_verify (OctantStore     *store,
                        OctantProgress   progress,
                        gpointer         user_data,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (store), NULL);

  rows = octant_store_list (store, OCTANT_TABLE_EVIDENCE, OCTANT_STORE_ALL, NULL, error);
  known = rows != NULL ? octant_store_list_evidence_hashes (store, error) : NULL;
  if (known == NULL)
    return NULL;
  faults = octant_evidence_verify_rows (octant_store_get_dir (store), rows, known, progress, user_data, cancellable,
                                        error);
  if (faults == NULL)
    return NULL;
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_finding_free);
  for (guint i = 0; i < faults->len; i++)
    g_ptr_array_add (findings, finding_of (g_ptr_array_index (faults, i)));
  return g_steal_pointer (&findings);
}
