/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-fluency.h"

#include "assessment/octant-evidence-state.h"
#include "assessment/octant-item-filter.h"
#include "bench-common.h"
#include "bench-loop.h"
#include "octant-attach-dialog.h"
#include "octant-changes-view.h"
#include "octant-comparison-view.h"
#include "octant-evidence-page.h"
#include "octant-history-page.h"
#include "octant-interviews-page.h"
#include "octant-journal-page.h"
#include "octant-rating-toggle.h"
#include "octant-session-carry.h"
#include "octant-session-interviews.h"
#include "octant-session-library.h"
#include "octant-session-objects.h"
#include "octant-session-scope.h"
#include "octant-years-view.h"
#include "test-utilities.h"

/* In front of the user while she acts. */
#define SHOWN_NODE "SH.05"

static void
activate (OctantBench *bench,
          const char  *name,
          const char  *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (bench->window), name,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
}

static void
show_overview (OctantBench *bench)
{
  activate (bench, "show-place", "overview");
}

static void
set_matrix (OctantBench *bench,
            gboolean     matrix)
{
  GVariant *state = g_action_group_get_action_state (G_ACTION_GROUP (bench->window), "toggle-matrix");

  if (g_variant_get_boolean (state) != matrix)
    activate (bench, "toggle-matrix", NULL);
  g_variant_unref (state);
}

static void
show_list (OctantBench *bench)
{
  set_matrix (bench, FALSE);
  activate (bench, "show-node", SHOWN_NODE);
}

static void
show_matrix (OctantBench *bench)
{
  activate (bench, "show-node", SHOWN_NODE);
  set_matrix (bench, TRUE);
}

static OctantModel *
get_model (OctantBench *bench)
{
  return octant_assessment_get_model (octant_session_get_assessment (bench->session));
}

/* Another requirement of the scope for each run: of the sub-domain on screen when there is one. */
static OctantItem *
pick (OctantBench *bench,
      guint        run,
      gboolean     by_object,
      gboolean     na)
{
  OctantModel *model = get_model (bench);
  GtkWidget *page = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_RATING_TOGGLE);
  gboolean here = page != NULL && gtk_widget_get_mapped (page);
  guint n = octant_model_get_n_requirements (model);
  guint node = 0;

  octant_model_find_node (model, SHOWN_NODE, &node);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint index = (run * 37 + i) % n;
        const OctantRequirement *requirement = octant_model_get_requirement (model, index);

        if (!requirement->active || (requirement->scope == OCTANT_SCOPE_OBJECT) != by_object
            || (na && !requirement->na_allowed)
            || (here && pass == 0 && octant_model_subdomain_node (model, requirement->subdomain) != node))
          continue;
        return octant_session_find_item (bench->session, requirement->code);
      }
  g_error ("the model has no such requirement");
}

static OctantItem *
pick_child (OctantBench *bench,
            guint        run)
{
  GListModel *children = octant_item_get_children (pick (bench, run, TRUE, FALSE));
  /* Its parent keeps it. */
  g_autoptr (OctantItem) child = g_list_model_get_item (children, run % g_list_model_get_n_items (children));

  return child;
}

static OctantRating
other_rating (OctantItem *item)
{
  return octant_item_get_rating (item) == OCTANT_RATING_F ? OCTANT_RATING_N : OCTANT_RATING_F;
}

static void
rate (OctantBench *bench,
      guint        run)
{
  OctantItem *item = pick (bench, run, FALSE, FALSE);

  octant_session_rate (bench->session, item, other_rating (item));
}

static void
rate_objects (OctantBench *bench,
              guint        run)
{
  OctantItem *item = pick (bench, run, TRUE, FALSE);

  octant_session_rate (bench->session, item, other_rating (item));
}

static void
rate_na (OctantBench *bench,
         guint        run)
{
  g_autoptr (GError) error = NULL;

  octant_bench_must (octant_session_rate_na (bench->session, pick (bench, run, FALSE, TRUE), "There is none", "Approver",
                                             &error),
                     error);
}

static void
write_note (OctantBench *bench,
            guint        run)
{
  g_autofree char *note = g_strdup_printf ("防火墙策略每季度复核一次 %u", run);

  octant_session_note (bench->session, pick (bench, run, FALSE, FALSE), note);
}

static void
confirm_subdomain (OctantBench *bench,
                   guint        run)
{
  activate (bench, "confirm-node", SHOWN_NODE);
}

static void
confirm_all (OctantBench *bench,
             guint        run)
{
  octant_session_confirm_node (bench->session,
                               octant_assessment_get_node (octant_session_get_assessment (bench->session),
                                                           OCTANT_NODE_OVERALL));
}

static void
attach_existing (OctantBench *bench,
                 guint        run)
{
  g_autoptr (GPtrArray) library = octant_assessment_list_library (octant_session_get_assessment (bench->session));
  const char *ids[] = { octant_record_get (library->pdata[run * 13 % library->len], OCTANT_EVIDENCE_ID), NULL };

  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, pick (bench, run, FALSE, FALSE));
  octant_session_attach_existing (bench->session, items, ids);
}

static void
remove_evidence (OctantBench *bench,
                 guint        run)
{
  g_autoptr (GPtrArray) library = octant_assessment_list_library (octant_session_get_assessment (bench->session));

  const char *ids[] = { octant_record_get (library->pdata[run * 31 % library->len], OCTANT_EVIDENCE_ID), NULL };

  octant_session_remove_evidence (bench->session, ids);
}

static void
edit_evidence (OctantBench *bench,
               guint        run)
{
  g_autoptr (GPtrArray) library = octant_assessment_list_library (octant_session_get_assessment (bench->session));
  g_autoptr (GError) error = NULL;

  octant_bench_must (octant_session_edit_evidence (bench->session,
                                                   octant_record_get (library->pdata[run * 31 % library->len],
                                                                      OCTANT_EVIDENCE_ID),
                                                   "Another title", NULL, "2026-01-31", NULL, 3, &error),
                     error);
}

static void
copy_to_objects (OctantBench *bench,
                 guint        run)
{
  OctantItem *item = pick_child (bench, run);

  if (octant_item_get_rating (item) == OCTANT_RATING_UNANSWERED)
    octant_session_rate (bench->session, item, OCTANT_RATING_L);
  octant_session_copy_to_objects (bench->session, item);
}

/* One of the objects leaves the scope, and its answers with it. */
static void
set_scope (OctantBench *bench,
           guint        run)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_copy (bench->objects, (GCopyFunc) (GCallback) octant_record_ref, NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_set_free_func (objects, (GDestroyNotify) octant_record_unref);
  g_ptr_array_remove_index (objects, run % objects->len);
  octant_bench_must (octant_session_set_scope (bench->session, objects, &error), error);
}

static void
tailor (OctantBench *bench,
        guint        run)
{
  static const char *const codes[] = { "SH.12", "CA", "DT", "SH.04" };
  g_autoptr (GError) error = NULL;

  octant_bench_must (octant_session_tailor (bench->session,
                                            octant_session_find_node (bench->session, codes[run % G_N_ELEMENTS (codes)]),
                                            TRUE, "There is no such thing here", "Approver", &error),
                     error);
}

static void
switch_cycle (OctantBench *bench,
              guint        run)
{
  g_set_str (&bench->wanted, bench->cycles[(run + 1) % 2]);
  activate (bench, "open-cycle", bench->wanted);
}

static void
next_unanswered (OctantBench *bench,
                 guint        run)
{
  activate (bench, "next-unanswered", NULL);
}

static void
open_subdomain (OctantBench *bench,
                guint        run)
{
  OctantModel *model = get_model (bench);

  activate (bench, "show-node", octant_model_get_subdomain (model, run * 7 % octant_model_get_n_subdomains (model))->code);
}

static void
open_matrix (OctantBench *bench,
             guint        run)
{
  set_matrix (bench, run % 2 == 0);
}

static void
open_overview (OctantBench *bench,
               guint        run)
{
  activate (bench, "show-place", "overview");
}

static void
open_interviews (OctantBench *bench,
                 guint        run)
{
  activate (bench, "show-place", "interviews");
}

static void
open_evidence (OctantBench *bench,
               guint        run)
{
  activate (bench, "show-place", "evidence");
}

static void
open_history (OctantBench *bench,
              guint        run)
{
  activate (bench, "show-place", "history");
}

static void
open_journal (OctantBench *bench,
              guint        run)
{
  activate (bench, "show-place", "journal");
}

static void
show_interviews (OctantBench *bench)
{
  activate (bench, "show-place", "interviews");
}

static void
set_interviews_view (OctantBench *bench,
                     const char  *name)
{
  GtkWidget *page = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_INTERVIEWS_PAGE);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (octant_test_find (page, ADW_TYPE_VIEW_STACK)), name);
}

static void
open_unsettled (OctantBench *bench,
                guint        run)
{
  set_interviews_view (bench, run % 2 == 0 ? "unsettled" : "interviews");
}

static void
show_evidence (OctantBench *bench)
{
  activate (bench, "show-place", "evidence");
}

static const char *
get_interview (OctantBench *bench,
               guint        run)
{
  g_autoptr (GPtrArray) interviews = octant_assessment_list_interviews (octant_session_get_assessment (bench->session));

  /* The assessment keeps the row. */
  return octant_record_get (interviews->pdata[run % interviews->len], OCTANT_INTERVIEW_ID);
}

static void
start_interview (OctantBench *bench,
                 guint        run)
{
  gtk_widget_activate_action (octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_INTERVIEWS_PAGE),
                              "interviews.start", "s", get_interview (bench, run));
}

static OctantItemRef
get_question (OctantBench *bench,
              guint        run)
{
  OctantAssessment *assessment = octant_session_get_assessment (bench->session);
  OctantRecord *interview = octant_assessment_get_interview (assessment, get_interview (bench, 0));
  g_autoptr (GArray) questions =
      octant_assessment_list_questions (assessment, octant_record_get (interview, OCTANT_INTERVIEW_ROLE));

  return g_array_index (questions, OctantItemRef, run * 5 % questions->len);
}

static void
rate_in_interview (OctantBench *bench,
                   guint        run)
{
  octant_session_interview_rate (bench->session, get_interview (bench, 0), get_question (bench, run), OCTANT_RATING_P);
}

static void
write_minutes (OctantBench *bench,
               guint        run)
{
  g_autoptr (GError) error = NULL;

  octant_bench_must (octant_session_interview_minutes (bench->session, get_interview (bench, 0),
                                                       get_question (bench, run), "值班表由运维团队维护", &error),
                     error);
}

static void
searched_cb (OctantBench *bench)
{
  bench->pending = FALSE;
}

static void
find_entry (OctantBench *bench,
            GtkWidget   *below)
{
  bench->entry = GTK_EDITABLE (octant_test_find (below, GTK_TYPE_SEARCH_ENTRY));
  g_signal_connect_swapped (bench->entry, "search-changed", G_CALLBACK (searched_cb), bench);
}

static void
prepare_search (OctantBench *bench)
{
  show_overview (bench);
  activate (bench, "search", NULL);
  find_entry (bench,
              GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (bench->window))));
}

static void
close_dialog (OctantBench *bench)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (bench->window));

  bench->entry = NULL;
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

static void
prepare_evidence_search (OctantBench *bench)
{
  close_dialog (bench);
  show_evidence (bench);
  find_entry (bench, octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_EVIDENCE_PAGE));
}

/* Far from its beginning, the table has rows before and after those that are seen. */
static void
prepare_scrolled (OctantBench *bench)
{
  GtkAdjustment *adjustment;

  prepare_evidence_search (bench);
  octant_bench_loop_settle (NULL, NULL, NULL);
  adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (octant_test_find (octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_EVIDENCE_PAGE),
                                        GTK_TYPE_COLUMN_VIEW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * 0.6);
}

static GtkWidget *
show_history (OctantBench *bench,
              const char  *view)
{
  GtkWidget *page;

  close_dialog (bench);
  activate (bench, "show-place", "history");
  page = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_HISTORY_PAGE);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (octant_test_find (page, ADW_TYPE_VIEW_STACK)), view);
  return page;
}

static void
compared_cb (OctantBench *bench,
             GParamSpec  *pspec,
             GtkStack    *states)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (states), "content") == 0)
    bench->pending = FALSE;
}

/* The act is done when that view shows a comparison again. */
static void
prepare_comparing (OctantBench *bench,
                   const char  *name,
                   GType        type)
{
  GtkWidget *view = octant_test_find (show_history (bench, name), type);
  GtkWidget *states = adw_bin_get_child (ADW_BIN (view));

  g_signal_handlers_disconnect_by_func (states, compared_cb, bench);
  g_signal_connect_swapped (states, "notify::visible-child-name", G_CALLBACK (compared_cb), bench);
}

static void
prepare_comparison (OctantBench *bench)
{
  prepare_comparing (bench, "comparison", OCTANT_TYPE_COMPARISON_VIEW);
}

static void
prepare_changes (OctantBench *bench)
{
  prepare_comparing (bench, "changes", OCTANT_TYPE_CHANGES_VIEW);
}

/* The first drop-down of the page is that of the earlier year. */
static void
compare_others (OctantBench *bench,
                guint        run)
{
  GtkWidget *page = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_HISTORY_PAGE);

  bench->pending = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (octant_test_find (page, GTK_TYPE_DROP_DOWN)), run % 4);
}

static void
read_alike (OctantBench *bench,
            guint        run)
{
  GtkWidget *page = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_HISTORY_PAGE);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (octant_test_find (page, GTK_TYPE_CHECK_BUTTON)), run % 2 == 0);
}

static void
prepare_years (OctantBench *bench)
{
  show_history (bench, "years");
}

static void
move_slider (OctantBench *bench,
             guint        run)
{
  GtkWidget *view = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_YEARS_VIEW);

  gtk_range_set_value (GTK_RANGE (octant_test_find (view, GTK_TYPE_SCALE)), run * 3 % 10);
}

static void
prepare_change_search (OctantBench *bench)
{
  GtkWidget *view = octant_test_find (show_history (bench, "changes"), OCTANT_TYPE_CHANGES_VIEW);
  GtkWidget *choices = gtk_widget_get_parent (octant_test_find (view, GTK_TYPE_DROP_DOWN));

  /* The popovers of the choices have entries too. */
  bench->entry = GTK_EDITABLE (gtk_widget_get_next_sibling (choices));
  g_signal_connect_swapped (bench->entry, "search-changed", G_CALLBACK (searched_cb), bench);
}

/* Emptied on the way the entry says so at once, and of the new words a moment later. */
static void
search_for (OctantBench *bench,
            const char  *text)
{
  gtk_editable_set_text (bench->entry, text);
  bench->pending = *text != '\0';
}

/* A letter more with each run, then from the beginning. */
static void
type (OctantBench *bench,
      guint        run)
{
  static const char *const texts[] = { "防", "防火", "防火墙", "防火墙策", "防火墙策略" };

  search_for (bench, texts[run % G_N_ELEMENTS (texts)]);
}

static void
type_title (OctantBench *bench,
            guint        run)
{
  static const char *const texts[] = { "证", "证据 0", "证据 07", "证据 071", "" };

  search_for (bench, texts[run % G_N_ELEMENTS (texts)]);
}

static void
type_few (OctantBench *bench,
          guint        run)
{
  search_for (bench, "证据 07");
}

static void
prepare_journal_search (OctantBench *bench)
{
  close_dialog (bench);
  activate (bench, "show-place", "journal");
  find_entry (bench, octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_JOURNAL_PAGE));
}

static void
type_change (OctantBench *bench,
             guint        run)
{
  static const char *const texts[] = { "SH", "SH.0", "SH.05", "备份", "" };

  search_for (bench, texts[run % G_N_ELEMENTS (texts)]);
}

static void
filter_condition (OctantBench *bench,
                  guint        run)
{
  static const OctantItemFlags flags[] = { OCTANT_ITEM_UNANSWERED, OCTANT_ITEM_WITHOUT_EVIDENCE, OCTANT_ITEM_BLOCKING,
                                           OCTANT_ITEM_STALE_EVIDENCE, OCTANT_ITEM_TO_CONFIRM };

  octant_requirement_filter_set_condition (octant_session_get_filter (bench->session),
                                           flags[run / 2 % G_N_ELEMENTS (flags)], run % 2 == 0);
}

static void
filter_role (OctantBench *bench,
             guint        run)
{
  octant_requirement_filter_set_facet (octant_session_get_filter (bench->session), OCTANT_FACET_ROLE,
                                       run % 2 == 0 ? "R4" : NULL);
}

static void
open_objects (OctantBench *bench,
              guint        run)
{
  activate (bench, "show-objects", NULL);
}

static void
open_exclusions (OctantBench *bench,
                 guint        run)
{
  activate (bench, "show-exclusions", NULL);
}

static void
open_why (OctantBench *bench,
          guint        run)
{
  activate (bench, "explain", octant_node_get_code (octant_assessment_get_node (
                                octant_session_get_assessment (bench->session), OCTANT_NODE_OVERALL)));
}

static void
open_confirm (OctantBench *bench,
              guint        run)
{
  activate (bench, "choose-confirm", SHOWN_NODE);
}

static void
prepare_piece (OctantBench *bench)
{
  GtkWidget *page;

  close_dialog (bench);
  show_evidence (bench);
  page = octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_EVIDENCE_PAGE);
  gtk_selection_model_select_item (
      gtk_column_view_get_model (GTK_COLUMN_VIEW (octant_test_find (page, GTK_TYPE_COLUMN_VIEW))), 0, TRUE);
}

static void
act_on_evidence (OctantBench *bench,
                 const char  *action)
{
  gtk_widget_activate_action (octant_test_find (GTK_WIDGET (bench->window), OCTANT_TYPE_EVIDENCE_PAGE), action, NULL);
}

static void
open_piece (OctantBench *bench,
            guint        run)
{
  act_on_evidence (bench, "evidence.details");
}

static void
open_attach_to (OctantBench *bench,
                guint        run)
{
  act_on_evidence (bench, "evidence.attach-to");
}

static void
open_verify (OctantBench *bench,
             guint        run)
{
  act_on_evidence (bench, "evidence.verify");
}

static void
open_attach_existing (OctantBench *bench,
                      guint        run)
{
  adw_dialog_present (octant_attach_dialog_new (bench->session, pick (bench, run, FALSE, FALSE)),
                      GTK_WIDGET (bench->window));
}

const OctantBenchAct octant_bench_acts[] = {
  { "Overview: rate", show_overview, rate, 20, OCTANT_BENCH_UNDO },
  { "Overview: rate in 6 objects", show_overview, rate_objects, 10, OCTANT_BENCH_UNDO },
  { "Overview: not applicable", show_overview, rate_na, 10, OCTANT_BENCH_UNDO },
  { "Overview: confirm all", show_overview, confirm_all, 5, OCTANT_BENCH_UNDO },
  { "Overview: tailor", show_overview, tailor, 8, OCTANT_BENCH_UNDO },
  { "Overview: scope of objects", show_overview, set_scope, 6, OCTANT_BENCH_UNDO },
  { "Overview: switch cycle", show_overview, switch_cycle, 8, 0 },
  { "List: rate", show_list, rate, 20, OCTANT_BENCH_UNDO },
  { "List: rate in 6 objects", show_list, rate_objects, 10, OCTANT_BENCH_UNDO },
  { "List: not applicable", show_list, rate_na, 10, OCTANT_BENCH_UNDO },
  { "List: note", show_list, write_note, 10, OCTANT_BENCH_UNDO },
  { "List: attach existing", show_list, attach_existing, 10, OCTANT_BENCH_UNDO },
  { "List: copy to objects", show_list, copy_to_objects, 10, OCTANT_BENCH_UNDO },
  { "List: confirm sub-domain", show_list, confirm_subdomain, 5, OCTANT_BENCH_UNDO },
  { "List: confirm all", show_list, confirm_all, 5, OCTANT_BENCH_UNDO },
  { "List: tailor", show_list, tailor, 8, OCTANT_BENCH_UNDO },
  { "List: scope of objects", show_list, set_scope, 6, OCTANT_BENCH_UNDO },
  { "List: switch cycle", show_list, switch_cycle, 8, 0 },
  { "List: next unanswered", show_list, next_unanswered, 20, 0 },
  { "List: filter", show_list, filter_condition, 10, 0 },
  { "List: filter by role", show_list, filter_role, 6, 0 },
  { "Matrix: open, close", show_list, open_matrix, 6, 0 },
  { "Matrix: rate", show_matrix, rate, 10, OCTANT_BENCH_UNDO },
  { "Matrix: rate in 6 objects", show_matrix, rate_objects, 10, OCTANT_BENCH_UNDO },
  { "Matrix: copy to objects", show_matrix, copy_to_objects, 10, OCTANT_BENCH_UNDO },
  { "Matrix: scope of objects", show_matrix, set_scope, 6, OCTANT_BENCH_UNDO },
  { "Open a sub-domain", show_list, open_subdomain, 12, 0 },
  { "Open the overview", show_list, open_overview, 1, 0 },
  { "Open interviews, first", NULL, open_interviews, 1, 0 },
  { "Open evidence, first", NULL, open_evidence, 1, 0 },
  { "Open history, first", NULL, open_history, 1, 0 },
  { "Open the journal, first", NULL, open_journal, 1, 0 },
  { "Open the overview, again", NULL, open_overview, 1, 0 },
  { "Open interviews, again", NULL, open_interviews, 1, 0 },
  { "Open evidence, again", NULL, open_evidence, 1, 0 },
  { "Open history, again", NULL, open_history, 1, 0 },
  { "Open the journal, again", NULL, open_journal, 1, 0 },
  { "Interviews: unsettled, back", show_interviews, open_unsettled, 4, 0 },
  { "Interviews: start", show_interviews, start_interview, 6, 0 },
  { "Interviews: rate", show_interviews, rate_in_interview, 10, OCTANT_BENCH_UNDO },
  { "Interviews: minutes", show_interviews, write_minutes, 10, OCTANT_BENCH_UNDO },
  { "Evidence: remove", show_evidence, remove_evidence, 8, OCTANT_BENCH_UNDO },
  { "Evidence: edit", show_evidence, edit_evidence, 8, OCTANT_BENCH_UNDO },
  { "Evidence: type in search", prepare_evidence_search, type_title, 10, 0 },
  { "Evidence: search, scrolled", prepare_scrolled, type_few, 1, 0 },
  { "History: compare others", prepare_comparison, compare_others, 8, 0 },
  { "History: like for like", prepare_comparison, read_alike, 4, 0 },
  { "History: move the slider", prepare_years, move_slider, 10, 0 },
  { "History: changes of others", prepare_changes, compare_others, 4, 0 },
  { "History: type in changes", prepare_change_search, type_change, 10, 0 },
  { "Journal: type in search", prepare_journal_search, type_change, 10, 0 },
  { "Dialog: objects", show_overview, open_objects, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: not applicable", show_overview, open_exclusions, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: why", show_overview, open_why, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: confirm", show_list, open_confirm, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: piece of evidence", prepare_piece, open_piece, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: attach to", prepare_piece, open_attach_to, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: attach existing", show_list, open_attach_existing, 4, OCTANT_BENCH_CLOSE },
  { "Dialog: verify evidence", prepare_piece, open_verify, 2, OCTANT_BENCH_CLOSE },
  { "Find: type", prepare_search, type, 10, 0 },
  { NULL },
};
