/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-answer-history-dialog.h"
#include "octant-cycle-dialog.h"
#include "octant-institutions-dialog.h"
#include "octant-model-dialog.h"
#include "octant-detail-pane.h"
#include "octant-new-dialog.h"
#include "octant-paragraph.h"
#include "octant-preferences-dialog.h"
#include "octant-session-manage.h"
#include "octant-settings.h"
#include "octant-texts.h"

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
  gboolean done;
  gboolean ok;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static AdwDialog *
get_dialog (Fixture *fixture,
            GType    type)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (dialog, type));
  return dialog;
}

static OctantRecord *
get_institution (Fixture *fixture)
{
  GPtrArray *organisations = octant_session_get_organisations (fixture->session);

  g_assert_cmpuint (organisations->len, ==, 1);
  return g_ptr_array_index (organisations, 0);
}

static void
managed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->ok = octant_session_manage_finish (OCTANT_SESSION (source), result, NULL);
  fixture->done = TRUE;
}

/* The label of a widget whose text is @text. */
static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  if (OCTANT_IS_PARAGRAPH (widget) && g_str_equal (octant_paragraph_get_text (OCTANT_PARAGRAPH (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static void
test_rename (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autofree char *before = g_strdup (octant_session_get_institution (fixture->session));
  const char *id = octant_record_get (get_institution (fixture), OCTANT_ORGANISATION_ID);

  octant_session_edit_institution_async (fixture->session, id, "Another Name", NULL, managed_cb, fixture);
  octant_test_wait_until (fixture->done);
  g_assert_true (fixture->ok);
  octant_test_wait_until (g_strcmp0 (octant_session_get_institution (fixture->session), "Another Name") == 0);
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_strcmp0 (octant_session_get_institution (fixture->session), before) == 0);

  /* A name is not empty; nothing is changed. */
  fixture->done = FALSE;
  id = octant_record_get (get_institution (fixture), OCTANT_ORGANISATION_ID);
  octant_session_edit_institution_async (fixture->session, id, "  ", NULL, managed_cb, fixture);
  octant_test_wait_until (fixture->done);
  g_assert_false (fixture->ok);
  g_assert_cmpstr (octant_session_get_institution (fixture->session), ==, before);
}

/* Everything goes in one act, and everything comes back with one undo. */
static void
test_delete (Fixture      *fixture,
             gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  GListModel *cycles = octant_session_get_cycles (fixture->session);
  g_autofree char *score = NULL;
  g_autofree char *again = NULL;

  g_object_get (octant_assessment_get_node (assessment, OCTANT_NODE_OVERALL), "score-text", &score, NULL);
  octant_session_delete_institution_async (fixture->session,
                                           octant_record_get (get_institution (fixture), OCTANT_ORGANISATION_ID),
                                           managed_cb, fixture);
  octant_test_wait_until (octant_session_get_state (fixture->session) == OCTANT_SESSION_EMPTY);
  g_assert_true (fixture->ok);
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 0);
  octant_session_undo (fixture->session);
  octant_test_wait_until (octant_session_get_state (fixture->session) == OCTANT_SESSION_READY);
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 3);
  assessment = octant_session_get_assessment (fixture->session);
  g_object_get (octant_assessment_get_node (assessment, OCTANT_NODE_OVERALL), "score-text", &again, NULL);
  g_assert_cmpstr (again, ==, score);
}

static void
test_properties (Fixture      *fixture,
                 gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  g_autofree char *title = g_strdup (octant_assessment_get_title (assessment));
  AdwDialog *dialog;
  GtkWidget *row;

  octant_test_activate (fixture->window, "assessment-properties", NULL);
  dialog = get_dialog (fixture, OCTANT_TYPE_CYCLE_DIALOG);
  row = octant_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, title);
  /* A title of its own, and one line. */
  gtk_editable_set_text (GTK_EDITABLE (row), " 2025");
  g_assert_true (shows (GTK_WIDGET (dialog), "The institution has an assessment of this title: choose another title"));
  gtk_editable_set_text (GTK_EDITABLE (row), "20\n25");
  g_assert_true (shows (GTK_WIDGET (dialog),
                        "There is a line break or another control character in it: write it in one line"));
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (row), "Another Title");
  g_signal_emit_by_name (row, "entry-activated");
  octant_test_wait_until (
      g_strcmp0 (octant_assessment_get_title (octant_session_get_assessment (fixture->session)), "Another Title") == 0);
  octant_session_undo (fixture->session);
  octant_test_wait_until (
      g_strcmp0 (octant_assessment_get_title (octant_session_get_assessment (fixture->session)), title) == 0);
}

/* What is there already is not made again under the same name. */
static void
test_same_name (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *name = g_utf8_strup (octant_session_get_institution (fixture->session), -1);
  AdwDialog *dialog;
  GtkWidget *row;

  octant_test_activate (fixture->window, "new-institution", NULL);
  dialog = get_dialog (fixture, octant_new_dialog_get_type ());
  row = octant_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  octant_test_wait_until (
      shows (GTK_WIDGET (dialog), "There is an institution of this name: choose it above, or another name"));
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (row), "Another Name");
  octant_test_wait_until (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

/* Each dialog comes up and goes away without a word of warning. */
static void
test_dialogs (Fixture      *fixture,
              gconstpointer user_data)
{
  static const struct
  {
    const char *action;
    GType (*type) (void);
  } dialogs[] = {
    { "institutions", octant_institutions_dialog_get_type },
    { "new-institution", octant_new_dialog_get_type },
    { "model-information", octant_model_dialog_get_type },
    { "assessment-properties", octant_cycle_dialog_get_type },
    { "answer-history", octant_answer_history_dialog_get_type },
  };

  octant_test_activate (fixture->window, "show-requirement", "AP.02.1.H.01");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog;

      octant_test_activate (fixture->window, dialogs[i].action, NULL);
      dialog = get_dialog (fixture, dialogs[i].type ());
      adw_dialog_force_close (dialog);
      octant_test_settle ();
    }
}

/* The sample was made answer by answer: each has a history, newest first. */
static void
test_answer_history (Fixture      *fixture,
                     gconstpointer user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  GListModel *entries;
  GtkWidget *list;
  g_autoptr (GObject) newest = NULL;
  g_autofree char *details = NULL;
  AdwDialog *dialog;

  octant_session_note (fixture->session, item, "Seen on site");
  octant_test_activate (fixture->window, "show-requirement", "AP.02.1.H.01");
  octant_test_activate (fixture->window, "answer-history", NULL);
  dialog = get_dialog (fixture, OCTANT_TYPE_ANSWER_HISTORY_DIALOG);
  list = octant_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  entries = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  octant_test_wait_until (g_list_model_get_n_items (entries) > 1);
  newest = g_list_model_get_item (entries, 0);
  g_object_get (newest, "details", &details, NULL);
  g_assert_true (g_str_has_suffix (details, "→ Seen on site"));
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

/* What is on screen follows the language that is chosen. */
static void
test_language (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autofree char *both = NULL;
  const OctantText *text;
  GtkWidget *pane;

  octant_test_activate (fixture->window, "show-requirement", "AP.02.1.H.01");
  pane = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_DETAIL_PANE);
  text = &octant_item_get_requirement (octant_session_get_item (fixture->session))->text;
  both = g_strdup_printf ("%s\n%s", text->en, text->zh);
  octant_test_wait_until (shows (pane, text->en));
  octant_texts_set_language (OCTANT_TEXTS_CHINESE);
  octant_session_refresh (fixture->session);
  octant_test_wait_until (shows (pane, text->zh));
  octant_texts_set_language (OCTANT_TEXTS_BOTH);
  octant_session_refresh (fixture->session);
  octant_test_wait_until (shows (pane, both));
  octant_texts_set_language (OCTANT_TEXTS_INTERFACE);
}

static void
test_preferences (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (GSettings) settings = octant_settings_new ();
  AdwDialog *dialog = octant_preferences_dialog_new (settings, fixture->dir);
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *assessor = NULL;
  GtkWidget *combo, *row;

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  octant_test_settle ();
  combo = octant_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==, OCTANT_TEXTS_INTERFACE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), OCTANT_TEXTS_BOTH);
  g_assert_cmpint (g_settings_get_enum (settings, "text-language"), ==, OCTANT_TEXTS_BOTH);
  g_assert_true (shows (GTK_WIDGET (dialog), fixture->dir));
  g_settings_reset (settings, "text-language");

  /* A name that the journal would refuse is said, and does not become the assessor's. */
  row = octant_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), long_name);
  assessor = g_settings_get_string (settings, "assessor");
  g_assert_cmpstr (assessor, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (row), "Chen");
  g_assert_false (shows (GTK_WIDGET (dialog), "Too long: shorten it to 200 characters"));
  g_set_str (&assessor, NULL);
  assessor = g_settings_get_string (settings, "assessor");
  g_assert_cmpstr (assessor, ==, "Chen");
  gtk_editable_set_text (GTK_EDITABLE (row), long_name);
  g_assert_true (shows (GTK_WIDGET (dialog), "Too long: shorten it to 200 characters"));
  g_settings_reset (settings, "assessor");
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);

#define add(name, func) g_test_add ("/manage/" name, Fixture, NULL, set_up, func, tear_down)
  add ("rename", test_rename);
  add ("delete", test_delete);
  add ("properties", test_properties);
  add ("dialogs", test_dialogs);
  add ("answer-history", test_answer_history);
  add ("language", test_language);
  add ("same-name", test_same_name);
  add ("preferences", test_preferences);
#undef add
  return g_test_run ();
}
