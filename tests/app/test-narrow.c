/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-evidence-dialog.h"
#include "octant-help-book.h"
#include "octant-help-reader.h"
#include "octant-interview-dialog.h"
#include "octant-item-row.h"
#include "octant-na-dialog.h"
#include "octant-object-dialog.h"
#include "octant-preferences-dialog.h"
#include "octant-settings.h"
#include "octant-shortcuts-dialog.h"
#include "octant-subdomain-page.h"
#include "octant-verify-dialog.h"

/*
 * Every page and every dialog on the narrowest screen, 360 pixels, with the normal text and with one half as large again: what asks
 * for more would be cut off. Without a window manager GTK keeps ten more pixels for a border of its own.
 */

#define NARROWEST 360
#define LOWEST 294
#define BORDER 10
#define DPI 96

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer scale)
{
  int dpi = DPI * 1024 * GPOINTER_TO_INT (scale) / 100;

  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, "gtk-enable-animations", FALSE, NULL);
  fixture->window = octant_test_open_window (fixture->session, NARROWEST + BORDER, 720);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_test_close_window (fixture->window);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static int
measure (GtkWidget     *widget,
         GtkOrientation orientation)
{
  int minimum, for_size = orientation == GTK_ORIENTATION_VERTICAL ? gtk_widget_get_width (widget) : -1;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The way down to what asks for so much. */
static void
tell_culprits (GtkWidget     *widget,
               GtkOrientation orientation,
               int            limit,
               int            depth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && measure (child, orientation) > limit)
      {
        g_test_message ("%*s%s %s: %d", depth, "", G_OBJECT_TYPE_NAME (child), gtk_widget_get_name (child),
                        measure (child, orientation));
        tell_culprits (child, orientation, limit, depth + 1);
      }
}

/* A bin with breakpoints does not ask for what its child needs: its children on screen are looked at one by one. */
static void
assert_fits (const char *where,
             GtkWidget  *widget)
{
  int minimum = measure (widget, GTK_ORIENTATION_HORIZONTAL);

  if (minimum > NARROWEST)
    {
      g_test_message ("%s asks for %d pixels", where, minimum);
      tell_culprits (widget, GTK_ORIENTATION_HORIZONTAL, NARROWEST * 9 / 10, 1);
      g_test_fail ();
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_SCROLLED_WINDOW (child))
      assert_fits (where, child);
}

/* Nothing says so when a child of such a bin is cut at its lower end but a warning on the terminal. */
static void
assert_low (const char *where,
            GtkWidget  *content,
            GtkWidget  *widget)
{
  if (ADW_IS_BREAKPOINT_BIN (widget))
    {
      GtkWidget *child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (widget));
      graphene_rect_t bounds;
      int minimum = measure (child, GTK_ORIENTATION_VERTICAL);

      g_assert_true (gtk_widget_compute_bounds (widget, content, &bounds));
      if ((int) bounds.origin.y + minimum > LOWEST)
        {
          g_test_message ("%s asks for %d pixels under %d", where, minimum, (int) bounds.origin.y);
          tell_culprits (child, GTK_ORIENTATION_VERTICAL, minimum * 3 / 4, 1);
          g_test_fail ();
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_SCROLLED_WINDOW (child))
      assert_low (where, content, child);
}

static void
assert_page_fits (const char *where,
                  GtkWidget  *content,
                  int         scale)
{
  assert_fits (where, content);
  /* Larger text may take a taller window. */
  if (scale > 100)
    return;
  g_assert_cmpint (measure (content, GTK_ORIENTATION_VERTICAL), <=, LOWEST);
  assert_low (where, content, content);
}

static void
test_pages (Fixture      *fixture,
            gconstpointer user_data)
{
  int scale = GPOINTER_TO_INT (user_data);
  static const char *const places[] = { "overview", "interviews", "evidence", "history", "journal", "attack" };
  static const char *const views[] = { "trend", "years", "comparison", "changes" };
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      octant_test_activate (fixture->window, "show-place", places[i]);
      octant_test_wait_saved (fixture->session);
      octant_test_settle ();
      assert_page_fits (places[i], content, scale);
    }
  octant_test_activate (fixture->window, "show-place", "history");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (octant_test_find (content, ADW_TYPE_VIEW_STACK)), views[i]);
      octant_test_settle ();
      assert_page_fits (views[i], content, scale);
    }
  octant_test_activate (fixture->window, "show-requirement", "AP.02.1.H.01");
  assert_page_fits ("sub-domain", content, scale);
  octant_test_activate (fixture->window, "toggle-details", NULL);
  assert_page_fits ("details", content, scale);
  octant_test_activate (fixture->window, "toggle-details", NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "toggle-matrix", g_variant_new_boolean (TRUE));
  octant_test_settle ();
  assert_page_fits ("matrix", content, scale);
  octant_test_activate (fixture->window, "toggle-sidebar", NULL);
  assert_page_fits ("sidebar", content, scale);
  octant_test_activate (fixture->window, "find-domain", NULL);
  assert_page_fits ("search of the tree", content, scale);
}

/* Presents a dialog, or takes the one that an action presented. */
static void
check_dialog (Fixture    *fixture,
              const char *where,
              AdwDialog  *dialog)
{
  g_test_message ("%s", where);
  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  octant_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  octant_test_wait_saved (fixture->session);
  octant_test_settle ();
  assert_fits (where, adw_dialog_get_child (dialog));
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

static void
test_dialogs_of_actions (Fixture      *fixture,
                         gconstpointer user_data)
{
  static const struct
  {
    const char *action;
    const char *parameter;
  } actions[] = {
    { "new-assessment", NULL },
    { "institutions", NULL },
    { "new-institution", NULL },
    { "assessment-properties", NULL },
    { "model-information", NULL },
    { "answer-history", NULL },
    { "search", NULL },
    { "explain", "overall" },
    { "explain", "AP" },
    { "explain", "AP.02" },
    { "show-backing", NULL },
    { "set-targets", NULL },
    { "save-chart", "radar" },
    { "choose-confirm", "AP.02" },
    { "exclude-requirements", "SH.02" },
    { "take-out-of-scope", "AP.02" },
    { "show-exclusions", NULL },
    { "show-objects", NULL },
  };

  octant_test_activate (fixture->window, "show-requirement", "AP.02.1.H.01");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      octant_test_activate (fixture->window, actions[i].action, actions[i].parameter);
      check_dialog (fixture, actions[i].action, NULL);
    }
}

static void
test_other_dialogs (Fixture      *fixture,
                    gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  g_autoptr (GSettings) settings = octant_settings_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "help", "C", NULL);
  g_autoptr (GHashTable) book = octant_help_book_load (folder, NULL);
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  g_autoptr (GPtrArray) evidence = octant_assessment_list_evidence (assessment, octant_item_get_requirement_index (item), 0);

  check_dialog (fixture, "preferences", octant_preferences_dialog_new (settings, octant_session_get_data_dir (fixture->session)));
  check_dialog (fixture, "evidence", octant_evidence_dialog_new (fixture->session, g_ptr_array_index (evidence, 0)));
  check_dialog (fixture, "verify", octant_verify_dialog_new (fixture->session));
  check_dialog (fixture, "not applicable", octant_na_dialog_new (fixture->session, item));
  check_dialog (fixture, "object", octant_object_dialog_new (fixture->session, NULL));
  check_dialog (fixture, "interview", octant_interview_dialog_new (fixture->session, NULL));
  check_dialog (fixture, "shortcuts", octant_shortcuts_dialog_new ());
  check_dialog (fixture, "help", octant_help_reader_new (book, "index"));
  check_dialog (fixture, "help about keys", octant_help_reader_new (book, "keys"));
}

/* The innermost widget of a type that the keyboard is in. (nullable) */
static GtkWidget *
get_focused (Fixture *fixture,
             GType    type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;
}

/* The first one on screen. (nullable) */
static GtkWidget *
find_mapped (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);

  return found;
}

/* A sheet from the bottom starts where the same dialog starts that floats: at what is asked for, not at Cancel. */
static void
check_focus (Fixture    *fixture,
             const char *where,
             AdwDialog  *dialog,
             GType       type)
{
  g_test_message ("%s", where);
  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  octant_test_wait_until (gtk_widget_has_css_class (GTK_WIDGET (dialog), "bottom-sheet"));
  octant_test_wait_until (get_focused (fixture, type) != NULL
                          && get_focused (fixture, type) == find_mapped (GTK_WIDGET (dialog), type));
  octant_test_settle ();
  g_assert_true (get_focused (fixture, type) == find_mapped (GTK_WIDGET (dialog), type));
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

static void
test_focus (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (GSettings) settings = octant_settings_new ();

  check_focus (fixture, "preferences", octant_preferences_dialog_new (settings, "/data"), ADW_TYPE_ENTRY_ROW);
  check_focus (fixture, "shortcuts", octant_shortcuts_dialog_new (), GTK_TYPE_TOGGLE_BUTTON);
  check_focus (fixture, "interview", octant_interview_dialog_new (fixture->session, NULL), ADW_TYPE_ENTRY_ROW);
  check_focus (fixture, "object", octant_object_dialog_new (fixture->session, NULL), ADW_TYPE_ENTRY_ROW);
  octant_test_activate (fixture->window, "set-targets", NULL);
  check_focus (fixture, "targets", NULL, GTK_TYPE_DROP_DOWN);
  octant_test_activate (fixture->window, "explain", "overall");
  check_focus (fixture, "why", NULL, ADW_TYPE_EXPANDER_ROW);
}

/* What a notice says is there to its end. */
static void
test_notice (Fixture      *fixture,
             gconstpointer scale)
{
  const char *text = "The changes could not be saved: Nothing can be written in this folder; choose another one";
  GtkWidget *toast, *label;

  g_signal_emit_by_name (fixture->session, "notice", text, TRUE);
  octant_test_settle ();
  toast = octant_test_find (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  label = octant_test_find (toast, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (gtk_widget_get_width (toast), <=, NARROWEST);
}

static void
models_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      models)
{
  *(GPtrArray **) models = octant_session_list_models_finish (OCTANT_SESSION (source), result, NULL);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      created)
{
  *(gboolean *) created = octant_session_new_cycle_finish (OCTANT_SESSION (source), result, NULL);
}

/* Marks of every kind in one row: what is rated for each object and was carried over, with evidence that is too old by now. */
static void
test_marks (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (GPtrArray) models = NULL;
  OctantNewCycleRequest *request = g_new0 (OctantNewCycleRequest, 1);
  OctantRecord *organisation = g_ptr_array_index (octant_session_get_organisations (fixture->session), 0);
  gboolean created = FALSE;
  GtkWidget *page;

  octant_session_list_models_async (fixture->session, models_cb, &models);
  octant_test_wait_until (models != NULL);
  request->organisation_id = g_strdup (octant_record_get (organisation, OCTANT_ORGANISATION_ID));
  request->title = g_strdup ("2029");
  request->as_of = g_strdup ("2029-06-30");
  request->from_cycle = g_strdup (octant_assessment_get_id (octant_session_get_assessment (fixture->session)));
  request->model = g_object_ref (g_ptr_array_index (models, 0));
  octant_session_new_cycle_async (fixture->session, request, created_cb, &created);
  octant_test_wait_until (created);
  octant_test_wait_until (strcmp (octant_assessment_get_title (octant_session_get_assessment (fixture->session)), "2029") == 0);
  octant_test_activate (fixture->window, "show-requirement", "AP.01.1.P.01");
  page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_PAGE);
  octant_test_wait_until (octant_test_find (page, OCTANT_TYPE_ITEM_ROW) != NULL);
  octant_test_settle ();
  assert_fits ("rows", octant_test_find (page, GTK_TYPE_LIST_VIEW));
  octant_test_wait_saved (fixture->session);
}

int
main (int   argc,
      char *argv[])
{
  static const int scales[] = { 100, 150 };

  octant_test_init (&argc, &argv);
  /* Adwaita warns of what is too wide; here that is told with its culprits. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *pages = g_strdup_printf ("/narrow/%d/pages", scales[i]);
      g_autofree char *of_actions = g_strdup_printf ("/narrow/%d/dialogs-of-actions", scales[i]);
      g_autofree char *others = g_strdup_printf ("/narrow/%d/other-dialogs", scales[i]);
      g_autofree char *marks = g_strdup_printf ("/narrow/%d/marks", scales[i]);
      g_autofree char *notice = g_strdup_printf ("/narrow/%d/notice", scales[i]);

      g_test_add (marks, Fixture, GINT_TO_POINTER (scales[i]), set_up, test_marks, tear_down);
      g_test_add (notice, Fixture, GINT_TO_POINTER (scales[i]), set_up, test_notice, tear_down);
      g_test_add (pages, Fixture, GINT_TO_POINTER (scales[i]), set_up, test_pages, tear_down);
      g_test_add (of_actions, Fixture, GINT_TO_POINTER (scales[i]), set_up, test_dialogs_of_actions, tear_down);
      g_test_add (others, Fixture, GINT_TO_POINTER (scales[i]), set_up, test_other_dialogs, tear_down);
    }
  g_test_add ("/narrow/focus", Fixture, GINT_TO_POINTER (100), set_up, test_focus, tear_down);
  return g_test_run ();
}
