/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "evidence-fixture.h"

#include <glib/gstdio.h>

#include "octant-date-row.h"
#include "octant-detail-pane.h"
#include "octant-evidence-dialog.h"
#include "octant-evidence-drag.h"
#include "octant-evidence-item.h"
#include "octant-evidence-page.h"
#include "octant-evidence-preview.h"
#include "octant-evidence-row.h"
#include "octant-evidence-uses.h"
#include "octant-item-row.h"
#include "octant-pdf.h"
#include "octant-pick-dialog.h"
#include "octant-result-box.h"
#include "octant-session-library.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "octant-verify-dialog.h"

/* The table shows the library; each filter shows exactly what it says. */
static void
test_filters (EvidenceFixture *fixture,
              gconstpointer    user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  g_autoptr (GPtrArray) library = octant_assessment_list_library (assessment);
  GtkWidget *search = octant_test_find (evidence_get_page (fixture), GTK_TYPE_SEARCH_ENTRY);
  guint stale = 0, tested = 0;

  g_assert_cmpuint (library->len, >, 20);
  g_assert_cmpuint (evidence_count (fixture), ==, library->len);
  for (guint i = 0; i < library->len; i++)
    {
      OctantRecord *record = g_ptr_array_index (library, i);

      stale += !octant_evidence_state_counts (octant_evidence_state (octant_assessment_get_model (assessment), record,
                                                                     octant_assessment_get_as_of (assessment)));
      tested += octant_record_get_int (record, OCTANT_EVIDENCE_STRENGTH) == 3;
    }
  g_assert_cmpuint (stale, >, 0);
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 0), 1);
  g_assert_cmpuint (evidence_count (fixture), ==, stale);
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 0), 0);
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 2), 4);
  g_assert_cmpuint (evidence_count (fixture), ==, tested);
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 2), 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "LINUX");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (evidence_count (fixture), >, 0);
  g_assert_cmpuint (evidence_count (fixture), <, library->len);
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing is called this");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (evidence_count (fixture), ==, 0);
}

/* Every column sorts, up and down. */
static void
test_sorting (EvidenceFixture *fixture,
              gconstpointer    user_data)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (octant_test_find (evidence_get_page (fixture), GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autofree char *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_assert_nonnull (gtk_column_view_column_get_sorter (column));
      gtk_column_view_sort_by_column (table, column, GTK_SORT_DESCENDING);
      octant_test_settle ();
    }
  /* The last one is how often it is used. */
  g_assert_cmpuint (octant_evidence_item_get_used (evidence_get_row (fixture, 0)), >=,
                    octant_evidence_item_get_used (evidence_get_row (fixture, 1)));
  g_assert_cmpuint (octant_evidence_item_get_used (evidence_get_row (fixture, 0)), >,
                    octant_evidence_item_get_used (evidence_get_row (fixture, evidence_count (fixture) - 1)));
  /* Another window, as after another start, has the same order. */
  first = g_strdup (octant_evidence_item_get_id (evidence_get_row (fixture, 0)));
  octant_test_close_window (fixture->window);
  fixture->window = octant_test_open_window (fixture->session, 1200, 700);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("evidence"));
  octant_test_settle ();
  g_assert_cmpstr (octant_evidence_item_get_id (evidence_get_row (fixture, 0)), ==, first);
}

static void
test_edit_and_remove (EvidenceFixture *fixture,
                      gconstpointer    user_data)
{
  OctantEvidenceItem *item = evidence_get_row (fixture, 0);
  g_autofree char *id = g_strdup (octant_evidence_item_get_id (item));
  guint n = evidence_count (fixture);
  guint used = octant_evidence_item_get_used (item);
  const char *ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (used, >, 0);
  g_assert_true (octant_session_edit_evidence (fixture->session, id, "Another title", "An archive", "", "", 3, &error));
  g_assert_no_error (error);
  octant_test_settle ();
  /* The row is the same one, and says what it is now. */
  g_assert_true (evidence_get_row (fixture, 0) == item);
  g_assert_cmpstr (octant_record_get (octant_evidence_item_get_record (item), OCTANT_EVIDENCE_TITLE), ==,
                   "Another title");
  g_assert_cmpint (octant_evidence_item_get_state (item), ==, OCTANT_EVIDENCE_UNDATED);
  g_assert_false (octant_session_edit_evidence (fixture->session, id, "", NULL, NULL, NULL, -1, &error));
  g_clear_error (&error);
  g_assert_false (octant_session_edit_evidence (fixture->session, id, NULL, NULL, "2026-02-30", NULL, -1, &error));

  octant_session_remove_evidence (fixture->session, ids);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n - 1);
  g_assert_null (octant_assessment_get_evidence (octant_session_get_assessment (fixture->session), id));
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  octant_test_settle ();
  item = evidence_get_row (fixture, 0);
  g_assert_cmpstr (octant_evidence_item_get_id (item), ==, id);
  g_assert_cmpuint (octant_evidence_item_get_used (item), ==, used);
  g_assert_cmpstr (octant_record_get (octant_evidence_item_get_record (item), OCTANT_EVIDENCE_TITLE), !=,
                   "Another title");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "", "" }, { "  ", "" }, { "2026-03-09", "2026-03-09" }, { "2026/3/9", "2026-03-09" },
    { "2026.3.9", "2026-03-09" }, { "20260309", "2026-03-09" }, { "2026年3月9日", "2026-03-09" },
    { "2026-02-29", NULL }, { "2026-13-01", NULL }, { "soon", NULL }, { "2026-03", NULL },
    { "2026-03-09-01", NULL }, { "99999999999999999999", NULL },
  };
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (OCTANT_TYPE_DATE_ROW, NULL));
  OctantDateRow *row = OCTANT_DATE_ROW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = NULL;

      octant_date_row_set_date (row, cases[i].text);
      date = octant_date_row_dup_date (row);
      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_true (octant_date_row_get_valid (row) == (cases[i].date != NULL));
      g_assert_true (gtk_widget_has_css_class (widget, "error") == (cases[i].date == NULL));
    }
}

static void
show (EvidenceFixture *fixture,
      OctantRecord    *record,
      const char      *expected)
{
  AdwDialog *dialog = octant_evidence_dialog_new (fixture->session, record);
  OctantEvidencePreview *preview;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  octant_test_wait_until (octant_test_find (GTK_WIDGET (dialog), OCTANT_TYPE_EVIDENCE_PREVIEW) != NULL);
  preview = OCTANT_EVIDENCE_PREVIEW (octant_test_find (GTK_WIDGET (dialog), OCTANT_TYPE_EVIDENCE_PREVIEW));
  octant_test_wait_until (g_strcmp0 (octant_evidence_preview_get_shown (preview), "loading") != 0);
  g_assert_cmpstr (octant_evidence_preview_get_shown (preview), ==, expected);
  octant_test_settle ();
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

/* Each type of file shows what can be shown of it; what is gone says so. */
static void
test_preview (EvidenceFixture *fixture,
              gconstpointer    user_data)
{
  guint n = evidence_count (fixture);
  guint shown[OCTANT_N_EVIDENCE_TYPES] = { 0 };
  g_autoptr (OctantRecord) lost = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < n; i++)
    {
      OctantEvidenceItem *item = evidence_get_row (fixture, i);
      OctantEvidenceType type = octant_evidence_item_get_kind (item);
      const char *media_type;
      gboolean paged;

      if (shown[type]++ > 0)
        continue;
      media_type = octant_record_get (octant_evidence_item_get_record (item), OCTANT_EVIDENCE_MEDIA_TYPE);
      paged = strcmp (media_type, "application/pdf") == 0 && octant_pdf_is_available ();
      show (fixture, octant_evidence_item_get_record (item),
            type == OCTANT_EVIDENCE_PICTURE || paged                         ? "picture"
            : type == OCTANT_EVIDENCE_TEXT || type == OCTANT_EVIDENCE_TABLE ? "text"
                                                                             : "other");
    }
  g_assert_cmpuint (shown[OCTANT_EVIDENCE_PICTURE], >, 0);
  g_assert_cmpuint (shown[OCTANT_EVIDENCE_TEXT], >, 0);
  lost = octant_record_ref (octant_evidence_item_get_record (evidence_get_row (fixture, 0)));
  path = octant_evidence_path (fixture->dir, lost);
  g_assert_cmpint (g_unlink (path), ==, 0);
  show (fixture, lost, "missing");
}

static void
list_rows (GtkWidget *widget,
           GPtrArray *rows)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);
}

/* (nullable): the row below @widget that has @title */
static GtkWidget *
find_titled (GtkWidget  *widget,
             const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  list_rows (widget, rows);
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (adw_preferences_row_get_title (rows->pdata[i]), title) == 0)
      return rows->pdata[i];
  return NULL;
}

static guint
count_rows (GtkWidget *widget)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  list_rows (widget, rows);
  return rows->len;
}

/* What comes when the dialog is on screen: dates, strength, state, and a row for each answer that the piece serves, which leads there. */
static void
test_later_rows (EvidenceFixture *fixture,
                 gconstpointer    user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantEvidenceItem *item = evidence_get_row (fixture, 0);
  OctantRecord *record = octant_evidence_item_get_record (item);
  AdwDialog *dialog = octant_evidence_dialog_new (fixture->session, record);
  GtkWidget *widget = GTK_WIDGET (dialog);
  g_autoptr (GArray) items = octant_assessment_list_evidence_items (assessment, octant_evidence_item_get_id (item));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const char *code = octant_model_get_requirement (model, g_array_index (items, OctantItemRef, 0).requirement)->code;
  GtkWidget *uses, *row;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  octant_test_wait_until ((uses = octant_test_find (widget, OCTANT_TYPE_EVIDENCE_USES)) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_titled (widget, "Collected On"))), ==,
                   octant_record_get (record, OCTANT_EVIDENCE_COLLECTED_ON));
  row = find_titled (widget, "Strength");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==,
                    octant_record_get_int (record, OCTANT_EVIDENCE_STRENGTH));
  row = find_titled (widget, "State");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   octant_evidence_state_get_name (octant_evidence_item_get_state (item)));

  g_assert_cmpuint (items->len, >, 1);
  octant_test_wait_until (count_rows (uses) == items->len);
  list_rows (uses, rows);
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[0]), code));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (gtk_widget_get_parent (rows->pdata[0]), "row-activated", rows->pdata[0]);
  octant_test_wait_until (dialog == NULL);
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, code);
}

static AdwDialog *
verify (EvidenceFixture *fixture,
        const char      *expected)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (evidence_get_page (fixture), "evidence.verify", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (OCTANT_IS_VERIFY_DIALOG (dialog));
  g_assert_cmpstr (octant_verify_dialog_get_shown (OCTANT_VERIFY_DIALOG (dialog)), ==, "running");
  octant_test_wait_until (strcmp (octant_verify_dialog_get_shown (OCTANT_VERIFY_DIALOG (dialog)), "running") != 0);
  g_assert_cmpstr (octant_verify_dialog_get_shown (OCTANT_VERIFY_DIALOG (dialog)), ==, expected);
  octant_test_settle ();
  return dialog;
}

static char *
stored_path (EvidenceFixture *fixture,
             guint            position)
{
  return octant_evidence_path (fixture->dir, octant_evidence_item_get_record (evidence_get_row (fixture, position)));
}

static void
assert_listed (GListModel *faults,
               const char *name,
               const char *what)
{
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (GtkStringObject) fault = g_list_model_get_item (faults, i);
      const char *text = gtk_string_object_get_string (fault);

      if (strstr (text, name) != NULL && strstr (text, what) != NULL)
        return;
    }
  g_test_message ("%s: %s", name, what);
  g_test_fail ();
}

static const char *
title_of (EvidenceFixture *fixture,
          guint            position)
{
  return octant_record_get (octant_evidence_item_get_record (evidence_get_row (fixture, position)), OCTANT_EVIDENCE_TITLE);
}

/* The row of a fault leads to its piece. */
static void
open_fault (EvidenceFixture *fixture,
            GtkWidget       *list,
            GListModel      *faults,
            const char      *title)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  AdwDialog *verify_dialog = adw_application_window_get_visible_dialog (window);
  AdwDialog *dialog;

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (GtkStringObject) fault = g_list_model_get_item (faults, i);

      if (g_str_has_prefix (gtk_string_object_get_string (fault), title))
        g_signal_emit_by_name (list, "activate", i);
    }
  octant_test_settle ();
  dialog = adw_application_window_get_visible_dialog (window);
  g_assert_true (OCTANT_IS_EVIDENCE_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  octant_test_settle ();
  g_assert_true (adw_application_window_get_visible_dialog (window) == verify_dialog);
}

/* Sound, it says so; each kind of damage is listed by the piece that it befell; closed, it stops. */
static void
test_verify (EvidenceFixture *fixture,
             gconstpointer    user_data)
{
  g_autofree char *missing = stored_path (fixture, 0);
  g_autofree char *altered = stored_path (fixture, 1);
  g_autofree char *folder = stored_path (fixture, 2);
  g_autofree char *beside = g_path_get_dirname (missing);
  g_autofree char *orphan = g_build_filename (beside, "stray.txt", NULL);
  g_autofree char *outside = g_build_filename (fixture->dir, "evidence", "outside.txt", NULL);
  AdwDialog *dialog = verify (fixture, "sound");
  GtkWidget *list;
  GListModel *faults;

  adw_dialog_force_close (dialog);
  octant_test_settle ();
  g_assert_cmpint (g_unlink (missing), ==, 0);
  g_chmod (altered, 0600);
  g_assert_true (g_file_set_contents (altered, "something else", -1, NULL));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (orphan, "stray", -1, NULL));
  g_assert_true (g_file_set_contents (outside, "outside", -1, NULL));

  dialog = verify (fixture, "faults");
  list = octant_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  faults = octant_test_get_model (list);
  g_assert_cmpuint (g_list_model_get_n_items (faults), ==, 5);
  assert_listed (faults, title_of (fixture, 0), "is missing");
  assert_listed (faults, title_of (fixture, 1), "was altered");
  assert_listed (faults, title_of (fixture, 2), "not a plain file");
  assert_listed (faults, "stray.txt", "No evidence refers");
  assert_listed (faults, "outside.txt", "No evidence refers");
  open_fault (fixture, list, faults, title_of (fixture, 1));
  adw_dialog_force_close (dialog);

  gtk_widget_activate_action (evidence_get_page (fixture), "evidence.verify", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_force_close (dialog);
  octant_test_wait_until (dialog == NULL);
}

static guint
count_attached (OctantItem *item)
{
  g_autoptr (GPtrArray) attached =
      octant_assessment_list_evidence (octant_item_get_assessment (item), octant_item_get_requirement_index (item),
                                       octant_item_get_slot (item));

  return attached->len;
}

static GListModel *
get_choices (AdwDialog *dialog)
{
  GtkWidget *list;

  g_assert_true (OCTANT_IS_PICK_DIALOG (dialog));
  list = octant_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  /* The dialog is there before what it offers. */
  octant_test_wait_until (g_list_model_get_n_items (octant_test_get_model (list)) > 0);
  return octant_test_get_model (list);
}

static OctantPickItem *
pick (GListModel *choices,
      guint       position)
{
  g_autoptr (OctantPickItem) item = g_list_model_get_item (choices, position);

  g_assert_nonnull (item);
  octant_pick_item_set_picked (item, TRUE);
  return item; /* the list keeps it */
}

/* Pieces of the library, one found by its title, and a picture pasted: all go to the selected requirement. */
static void
test_attach_existing (EvidenceFixture *fixture,
                      gconstpointer    user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "PM.01.1.H.01");
  g_autoptr (GPtrArray) library = octant_assessment_list_library (octant_session_get_assessment (fixture->session));
  g_autoptr (GdkTexture) texture = evidence_make_texture ();
  guint n;
  OctantRecord *wanted;
  OctantPickItem *first, *last;
  GtkWidget *pane, *search;
  AdwDialog *dialog;
  GListModel *rows;

  g_assert_nonnull (item);
  n = count_attached (item);
  octant_session_set_item (fixture->session, item);
  pane = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_DETAIL_PANE);
  octant_detail_pane_set_session (OCTANT_DETAIL_PANE (pane), fixture->session);
  octant_detail_pane_set_item (OCTANT_DETAIL_PANE (pane), item);
  gtk_widget_activate_action (pane, "details.attach-existing", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  rows = get_choices (dialog);
  /* What is attached is not offered. */
  octant_test_wait_until (g_list_model_get_n_items (rows) >= library->len - n);
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, library->len - n);
  first = pick (rows, 0);
  last = pick (rows, library->len - n - 1);
  wanted = octant_evidence_item_get_record (OCTANT_EVIDENCE_ITEM (octant_pick_item_get_subject (last)));
  search = octant_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), octant_record_get (wanted, OCTANT_EVIDENCE_TITLE));
  octant_test_wait_until (g_list_model_get_n_items (rows) < library->len - n);
  {
    g_autoptr (OctantPickItem) found = g_list_model_get_item (rows, 0);

    g_assert_true (found == last);
  }
  /* A search lets go of nothing that is picked. */
  g_assert_true (octant_pick_item_get_picked (first));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "pick.accept", NULL);
  octant_test_wait_saved (fixture->session);
  octant_test_settle ();
  g_assert_cmpuint (count_attached (item), ==, n + 2);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (count_attached (item), ==, n);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (pane), texture);
  gtk_widget_activate_action (pane, "details.paste", NULL);
  octant_test_wait_until (count_attached (item) == n + 1);
  octant_test_wait_saved (fixture->session);
}

static GtkWidget *
find_drop_target_of (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return (GtkWidget *) controller;
    }
  return NULL;
}

/* Drops what a drag of @ids would, without a pointer. */
static gboolean
drop_on (GtkWidget         *widget,
         const char *const *ids)
{
  g_autoptr (GdkContentProvider) content = octant_evidence_drag_new_content (ids);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, OCTANT_TYPE_EVIDENCE_DRAG);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (find_drop_target_of (widget));
  g_signal_emit_by_name (find_drop_target_of (widget), "drop", &value, 1.0, 1.0, &taken);
  return taken;
}

static void
select_rows (EvidenceFixture *fixture,
             guint            n)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (evidence_get_rows (fixture)), 0, n, TRUE);
  octant_test_settle ();
}

/* What is selected in the library goes to several requirements in one act, and all of it is removed in one. */
static void
test_attach_to (EvidenceFixture *fixture,
                gconstpointer    user_data)
{
  guint n = evidence_count (fixture);
  GListModel *choices;
  GtkWidget *search;
  AdwDialog *dialog;
  OctantItem *items[2];
  guint before[2];

  select_rows (fixture, 3);
  gtk_widget_activate_action (evidence_get_page (fixture), "evidence.attach-to", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  choices = get_choices (dialog);
  octant_test_wait_until (g_list_model_get_n_items (choices) > 400);
  search = octant_test_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  /* Full width, lower case, and a word of the other language. */
  gtk_editable_set_text (GTK_EDITABLE (search), "\357\275\220m.01 pm");
  octant_test_wait_until (g_list_model_get_n_items (choices) < 40);
  g_assert_cmpuint (g_list_model_get_n_items (choices), >=, 2);
  for (guint i = 0; i < 2; i++)
    {
      items[i] = OCTANT_ITEM (octant_pick_item_get_subject (pick (choices, i)));
      g_assert_true (g_str_has_prefix (octant_item_get_requirement (items[i])->code, "PM.01"));
      before[i] = count_attached (items[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (dialog), "pick.accept", NULL);
  octant_test_wait_saved (fixture->session);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (count_attached (items[i]), ==, before[i] + 3);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (count_attached (items[i]), ==, before[i]);

  select_rows (fixture, 3);
  gtk_widget_activate_action (evidence_get_page (fixture), "evidence.remove", NULL);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n - 3);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n);
}

/* The drop-downs have lists as well: the one that is meant has a style of its own. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "requirements"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* Selects a requirement with evidence of its own; the first piece of it. (transfer full) */
static OctantRecord *
show_some_requirement (EvidenceFixture *fixture)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const char *code = octant_model_get_requirement (model, i)->code;
      OctantItem *item;
      g_autoptr (GPtrArray) records = NULL;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-requirement", g_variant_new_string (code));
      item = octant_session_get_item (fixture->session);
      if (octant_item_get_children (item) != NULL || octant_item_get_n_evidence (item) != 1)
        continue;
      records = octant_assessment_list_evidence (assessment, i, octant_item_get_slot (item));
      octant_test_settle ();
      return octant_record_ref (records->pdata[0]);
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_item_row (GtkWidget  *widget,
               OctantItem *item)
{
  GtkWidget *found = NULL;

  if (OCTANT_IS_ITEM_ROW (widget) && octant_item_row_get_item (OCTANT_ITEM_ROW (widget)) == item)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item_row (child, item);
  return found;
}

/* A picture that is seen and has @name. */
static gboolean
has_icon (GtkWidget  *widget,
          const char *name)
{
  if (GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), name) == 0)
    return octant_tip_get (widget) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_icon (child, name))
      return TRUE;
  return FALSE;
}

static void
assert_flag (EvidenceFixture    *fixture,
             OctantEvidenceState state,
             const char         *title)
{
  GtkWidget *pane = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_DETAIL_PANE);
  GtkWidget *row = octant_test_find (pane, OCTANT_TYPE_EVIDENCE_ROW);
  OctantItem *item = octant_session_get_item (fixture->session);
  gboolean flagged = !octant_evidence_state_counts (state);
  GtkWidget *item_row = find_item_row (GTK_WIDGET (fixture->window), item);
  g_autofree char *described = octant_item_row_describe (item);

  g_assert_nonnull (row);
  g_assert_nonnull (item_row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_cmpint (octant_evidence_row_get_state (OCTANT_EVIDENCE_ROW (row)), ==, state);
  g_assert_true (has_icon (row, octant_evidence_state_get_icon (state)) == flagged);
  g_assert_true ((strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), octant_evidence_state_get_name (state))
                  != NULL)
                 == flagged);
  g_assert_true (has_icon (item_row, "dialog-warning-symbolic") == flagged);
  g_assert_true ((strstr (described, "does not count") != NULL) == flagged);
}

/* What the overview says beside the confidence: how many pieces do not count. */
static guint
count_on_overview (EvidenceFixture *fixture)
{
  GtkWidget *box;
  GtkWidget *flag;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("overview"));
  octant_test_settle ();
  box = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_RESULT_BOX);
  flag = GTK_WIDGET (gtk_widget_get_template_child (box, OCTANT_TYPE_RESULT_BOX, "outdated"));
  return gtk_widget_get_visible (flag)
             ? (guint) g_ascii_strtoull (octant_tip_get (flag), NULL, 10)
             : 0;
}

/* The overview follows what is edited in the library. */
static void
test_overview_flag (EvidenceFixture *fixture,
                    gconstpointer    user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  g_autoptr (OctantRecord) record = show_some_requirement (fixture);
  const char *as_of = octant_assessment_get_as_of (assessment);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (octant_session_edit_evidence (fixture->session, octant_record_get (record, OCTANT_EVIDENCE_ID), NULL,
                                               NULL, as_of, "", -1, &error));
  n = count_on_overview (fixture);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, octant_assessment_count_used_outdated (assessment));
  g_assert_true (octant_session_edit_evidence (fixture->session, octant_record_get (record, OCTANT_EVIDENCE_ID), NULL,
                                               NULL, "1999-01-01", "", -1, &error));
  g_assert_cmpuint (count_on_overview (fixture), ==, n + 1);
  octant_test_wait_saved (fixture->session);
}

/* Where a piece counts it says when it does not; edits in the library show at once. */
static void
test_flags (EvidenceFixture *fixture,
            gconstpointer    user_data)
{
  g_autoptr (OctantRecord) record = show_some_requirement (fixture);
  const char *id = octant_record_get (record, OCTANT_EVIDENCE_ID);
  const char *as_of = octant_assessment_get_as_of (octant_session_get_assessment (fixture->session));
  const struct
  {
    const char *title, *collected, *until;
    OctantEvidenceState state;
  } cases[] = {
    { "Young", as_of, "", OCTANT_EVIDENCE_FRESH },
    { "Old", "1999-01-01", "", OCTANT_EVIDENCE_STALE },
    { "Over", "1999-01-01", "1999-12-31", OCTANT_EVIDENCE_EXPIRED },
    { "Unknown", "", "", OCTANT_EVIDENCE_UNDATED },
    { "To come", "2999-01-01", "", OCTANT_EVIDENCE_LATER },
    { "Another title", "2999-01-01", "", OCTANT_EVIDENCE_LATER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (octant_session_edit_evidence (fixture->session, id, cases[i].title, NULL, cases[i].collected,
                                                   cases[i].until, -1, &error));
      g_assert_no_error (error);
      octant_test_settle ();
      assert_flag (fixture, cases[i].state, cases[i].title);
    }
  octant_test_wait_saved (fixture->session);
}

/* The row of a requirement and the pane take what is dragged from the library. */
static void
test_drop_pieces (EvidenceFixture *fixture,
                  gconstpointer    user_data)
{
  g_autofree char *first = g_strdup (octant_evidence_item_get_id (evidence_get_row (fixture, 0)));
  g_autofree char *second = g_strdup (octant_evidence_item_get_id (evidence_get_row (fixture, 1)));
  const char *ids[] = { first, second, NULL };
  OctantItem *item = octant_session_find_item (fixture->session, "PM.01.1.H.01");
  GtkWidget *row, *pane;
  guint n = count_attached (item);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-requirement",
                                  g_variant_new_string ("PM.01.1.H.01"));
  octant_test_settle ();
  row = find_item_row (GTK_WIDGET (fixture->window), item);
  g_assert_nonnull (row);
  g_assert_true (drop_on (row, ids));
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (count_attached (item), ==, n + 2);
  pane = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_DETAIL_PANE);
  /* There already. */
  g_assert_false (drop_on (pane, ids));
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (count_attached (item), ==, n);
  g_assert_true (drop_on (pane, ids));
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (count_attached (item), ==, n + 2);
}

/* What is removed or edited is so in the assessment that the open one is compared with, too. */
static void
test_previous_follows (EvidenceFixture *fixture,
                       gconstpointer    user_data)
{
  OctantAssessment *previous = octant_session_get_previous (fixture->session);
  g_autofree char *id = g_strdup (octant_evidence_item_get_id (evidence_get_row (fixture, 0)));
  const char *ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (previous);
  g_assert_nonnull (octant_assessment_get_evidence (previous, id));
  g_assert_true (octant_session_edit_evidence (fixture->session, id, "New", NULL, NULL, NULL, -1, &error));
  g_assert_cmpstr (octant_record_get (octant_assessment_get_evidence (previous, id), OCTANT_EVIDENCE_TITLE), ==, "New");
  octant_session_remove_evidence (fixture->session, ids);
  octant_test_wait_saved (fixture->session);
  g_assert_null (octant_assessment_get_evidence (previous, id));
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_nonnull (octant_assessment_get_evidence (previous, id));
}

/* Narrow, the table is a list of the same rows. */
static void
test_narrow (EvidenceFixture *fixture,
             gconstpointer    user_data)
{
  GtkWidget *page = evidence_get_page (fixture);
  GtkListView *list;

  g_object_set (page, "narrow", TRUE, NULL);
  octant_test_settle ();
  list = GTK_LIST_VIEW (find_list (page));
  g_assert_nonnull (gtk_list_view_get_model (list));
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) > 20);
  g_object_set (page, "narrow", FALSE, NULL);
  octant_test_settle ();
  g_assert_cmpuint (evidence_count (fixture), >, 20);
}

/* All is selected at once, and each kept, however many rows there are yet. */
static void
test_select_all (EvidenceFixture *fixture,
                 gconstpointer    user_data)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (octant_test_find (evidence_get_page (fixture), GTK_TYPE_COLUMN_VIEW));
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (evidence_get_rows (fixture));
  guint n = evidence_count (fixture);
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) later = NULL;

  /* Rows begin anew. */
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 0), 1);
  g_assert_cmpuint (evidence_count (fixture), <, n);
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 0), 0);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) == n);
  g_assert_true (gtk_widget_activate_action (octant_test_find (GTK_WIDGET (table), GTK_TYPE_LIST_VIEW),
                                             "list.select-all", NULL));
  selected = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, n);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))) == n);
  later = gtk_selection_model_get_selection (gtk_column_view_get_model (table));
  g_assert_true (gtk_bitset_equals (selected, later));
}

static void
gone_cb (GListModel *rows,
         guint       position,
         guint       removed,
         guint       added,
         guint      *n_gone)
{
  *n_gone += removed;
}

/* A date is longer in one language than in another, and never cut. */
static void
test_room_for_dates (EvidenceFixture *fixture,
                     gconstpointer    user_data)
{
  GtkWidget *table = octant_test_find (evidence_get_page (fixture), GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (table));
  g_autofree char *date = octant_format_date ("2028-12-28");
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (table, date);
  guint n = 0;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);

      if (g_strcmp0 (id, "collected") != 0 && g_strcmp0 (id, "until") != 0)
        continue;
      g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), >, width);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Many files that are added come between the rows that are there, none of which goes for it. */
static void
test_rows_stay (EvidenceFixture *fixture,
                gconstpointer    user_data)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (octant_test_find (evidence_get_page (fixture), GTK_TYPE_COLUMN_VIEW));
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (table));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = evidence_count (fixture), n_gone = 0;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u %c.txt", i, 'a' + (i * 7) % 26);
      g_autofree char *content = g_strdup_printf ("content %u", i);

      g_ptr_array_add (files, evidence_make_file (fixture, name, content));
    }
  octant_test_wait_until (g_list_model_get_n_items (rows) == n);
  g_signal_connect (rows, "items-changed", G_CALLBACK (gone_cb), &n_gone);
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (g_list_model_get_n_items (rows) == n + 30);
  g_assert_cmpuint (n_gone, ==, 0);
  octant_test_wait_saved (fixture->session);
  /* And go again, alone. */
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (rows) == n);
  g_assert_cmpuint (n_gone, ==, 30);
  octant_test_wait_saved (fixture->session);
  g_signal_handlers_disconnect_by_func (rows, gone_cb, &n_gone);
}

static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_INSCRIPTION (widget) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

/* A strength that is cut off in its column is said in full where the pointer rests. */
static void
test_tip (EvidenceFixture *fixture,
          gconstpointer    user_data)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autofree char *name = NULL;
  GtkWidget *cell;
  gboolean shown = FALSE;

  g_object_get (evidence_get_row (fixture, 0), "strength-name", &name, NULL);
  octant_test_wait_until (find_text (evidence_get_page (fixture), name) != NULL);
  cell = find_text (evidence_get_page (fixture), name);
  g_assert_true (gtk_widget_get_has_tooltip (cell));
  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  g_assert_true (shown);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/evidence/filters", EvidenceFixture, NULL, evidence_set_up, test_filters, evidence_tear_down);
  g_test_add ("/evidence/sorting", EvidenceFixture, NULL, evidence_set_up, test_sorting, evidence_tear_down);
  g_test_add ("/evidence/edit-and-remove", EvidenceFixture, NULL, evidence_set_up, test_edit_and_remove, evidence_tear_down);
  g_test_add ("/evidence/preview", EvidenceFixture, NULL, evidence_set_up, test_preview, evidence_tear_down);
  g_test_add ("/evidence/later-rows", EvidenceFixture, NULL, evidence_set_up, test_later_rows, evidence_tear_down);
  g_test_add ("/evidence/verify", EvidenceFixture, NULL, evidence_set_up, test_verify, evidence_tear_down);
  g_test_add ("/evidence/flags", EvidenceFixture, NULL, evidence_set_up, test_flags, evidence_tear_down);
  g_test_add ("/evidence/overview-flag", EvidenceFixture, NULL, evidence_set_up, test_overview_flag, evidence_tear_down);
  g_test_add ("/evidence/attach-existing", EvidenceFixture, NULL, evidence_set_up, test_attach_existing, evidence_tear_down);
  g_test_add ("/evidence/attach-to", EvidenceFixture, NULL, evidence_set_up, test_attach_to, evidence_tear_down);
  g_test_add ("/evidence/drop-pieces", EvidenceFixture, NULL, evidence_set_up, test_drop_pieces, evidence_tear_down);
  g_test_add ("/evidence/previous-follows", EvidenceFixture, NULL, evidence_set_up, test_previous_follows, evidence_tear_down);
  g_test_add ("/evidence/narrow", EvidenceFixture, NULL, evidence_set_up, test_narrow, evidence_tear_down);
  g_test_add ("/evidence/rows-stay", EvidenceFixture, NULL, evidence_set_up, test_rows_stay, evidence_tear_down);
  g_test_add ("/evidence/room-for-dates", EvidenceFixture, NULL, evidence_set_up, test_room_for_dates, evidence_tear_down);
  g_test_add ("/evidence/tip", EvidenceFixture, NULL, evidence_set_up, test_tip, evidence_tear_down);
  g_test_add ("/evidence/select-all", EvidenceFixture, NULL, evidence_set_up, test_select_all, evidence_tear_down);
  g_test_add_func ("/evidence/dates", test_dates);
  return g_test_run ();
}
