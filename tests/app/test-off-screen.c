/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-off-screen.h"
#include "test-utilities.h"

#define N_ROWS 150
#define N_CHANGES 100
#define HEIGHT 400

typedef enum
{
  LIST,
  TABLE,
  LIST_AMONG_OTHERS, /* that do the scrolling together */
  N_KINDS,
} Kind;

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *rows; /* whose children the rows are */
  GtkStringList *strings;
  guint n_frames; /* painted */
} Fixture;

/* One to six lines in 300 px. */
static void
append (GtkStringList *strings,
        GRand         *random)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 1, 30); n > 0; n--)
    g_string_append (text, "words and ");
  gtk_string_list_append (strings, text->str);
  g_string_free (text, TRUE);
}

static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "row");
}

static gboolean
is_open (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_get_visible (child))
      return FALSE;
  return gtk_widget_get_first_child (row) != NULL;
}

static gboolean
is_seen (GtkWidget *row)
{
  GtkWidget *port = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, port, &bounds)
         && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (port);
}

static void
painted_cb (Fixture *fixture)
{
  fixture->n_frames++;
  for (GtkWidget *row = gtk_widget_get_first_child (fixture->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (is_row (row) && is_seen (row))
      {
        graphene_rect_t bounds;
        int least;

        g_assert_true (is_open (row));
        /* Neither cut nor with room that another item or width left. */
        g_assert_true (gtk_widget_compute_bounds (row, fixture->rows, &bounds));
        gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, (int) bounds.size.width, &least, NULL, NULL, NULL);
        g_assert_cmpint ((int) bounds.size.height, ==, least);
      }
}

static guint
count_rows (Fixture *fixture,
            guint   *open)
{
  guint n = 0;

  *open = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (fixture->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (is_row (row))
      {
        n++;
        *open += is_open (row);
      }
  return n;
}

/* Three times what is on screen is left, at most. */
static gboolean
is_most_hidden (Fixture *fixture)
{
  guint open, n = count_rows (fixture, &open), seen = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (fixture->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    seen += is_row (row) && is_seen (row);
  return open <= 3 * seen + 8 && open < n;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "width-chars", 20, NULL));
}

/* A list that does not scroll by itself takes its height from the width that it would like: each row has one line. */
static void
setup_line_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL));
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", 20, "min-lines", 2, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *child = gtk_list_item_get_child (item);

  g_object_set (child, GTK_IS_LABEL (child) ? "label" : "text", text, NULL);
}

static GtkListItemFactory *
make_factory (Kind kind)
{
  void (*const setups[N_KINDS]) (GtkSignalListItemFactory *, GtkListItem *) = { setup_cb, setup_cell_cb, setup_line_cb };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setups[kind]), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static GtkWidget *
make_view (Fixture *fixture,
           Kind     kind)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (fixture->strings))));
  GtkWidget *view;

  if (kind != TABLE)
    return gtk_list_view_new (model, make_factory (kind));
  view = gtk_column_view_new (model);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Words", make_factory (kind));

      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  return view;
}

/* @view under another widget, all of one height with it. */
static GtkWidget *
put_among_others (GtkWidget *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *port = gtk_viewport_new (NULL, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_BUTTON, "label", "Above", "height-request", HEIGHT / 3, NULL));
  gtk_box_append (GTK_BOX (box), view);
  gtk_viewport_set_child (GTK_VIEWPORT (port), box);
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (port), GTK_SCROLL_NATURAL);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (port), TRUE);
  return port;
}

static void
set_up (Fixture      *fixture,
        gconstpointer kind)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->strings = gtk_string_list_new (NULL);
  for (guint i = 0; i < N_ROWS; i++)
    append (fixture->strings, random);
  fixture->view = make_view (fixture, GPOINTER_TO_INT (kind));
  fixture->rows = GPOINTER_TO_INT (kind) == TABLE ? gtk_widget_get_last_child (fixture->view) : fixture->view;
  g_assert_true (GTK_IS_LIST_VIEW (fixture->rows));
  octant_off_screen_hide (fixture->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GPOINTER_TO_INT (kind) == LIST_AMONG_OTHERS ? put_among_others (fixture->view)
                                                                             : fixture->view);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  octant_test_settle ();
  g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture->window), "after-paint", G_CALLBACK (painted_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer kind)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (fixture->window), fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->strings);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (fixture->rows, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* What a row holds goes, its height stays; what comes into view is there when it is painted. */
static void
test_scroll (Fixture      *fixture,
             gconstpointer kind)
{
  double upper;
  octant_test_wait_until (is_most_hidden (fixture));
  upper = gtk_adjustment_get_upper (get_adjustment (fixture));
  g_assert_cmpfloat (upper, >, 7 * HEIGHT);
  for (double at = 0; at < upper; at += 0.7 * HEIGHT)
    {
      gtk_adjustment_set_value (get_adjustment (fixture), at);
      octant_test_settle ();
    }
  octant_test_wait_until (is_most_hidden (fixture));
  g_assert_cmpfloat (gtk_adjustment_get_upper (get_adjustment (fixture)), ==, upper);
  /* Both ends, far from each other. */
  gtk_adjustment_set_value (get_adjustment (fixture), 0);
  octant_test_settle ();
  gtk_adjustment_set_value (get_adjustment (fixture), upper);
  octant_test_settle ();
  g_assert_cmpuint (fixture->n_frames, >, 10);
}

/* The keyboard goes where it does without this, one row after the other. */
static void
test_keyboard (Fixture      *fixture,
               gconstpointer kind)
{
  octant_test_wait_until (is_most_hidden (fixture));
  gtk_widget_grab_focus (fixture->view);
  for (guint i = 0; i < N_ROWS; i += 7)
    {
      GtkWidget *focus;

      if (GPOINTER_TO_INT (kind) == TABLE)
        gtk_column_view_scroll_to (GTK_COLUMN_VIEW (fixture->view), i, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
      else
        gtk_list_view_scroll_to (GTK_LIST_VIEW (fixture->view), i, GTK_LIST_SCROLL_FOCUS, NULL);
      octant_test_settle ();
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, fixture->rows));
      for (; !is_row (focus); focus = gtk_widget_get_parent (focus))
        ;
      /* There are steps on the way, where it is not the list that scrolls. */
      if (GPOINTER_TO_INT (kind) == LIST_AMONG_OTHERS)
        octant_test_wait_until (is_seen (focus));
      g_assert_true (is_open (focus));
      g_assert_true (gtk_widget_get_mapped (focus));
    }
}

/* Rows get other items, and another width, while they are hidden. */
static void
test_changes (Fixture      *fixture,
              gconstpointer kind)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->strings));

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          gtk_string_list_splice (fixture->strings, (guint) g_rand_int_range (random, 0, (int) n / 2),
                                  (guint) g_rand_int_range (random, 0, (int) n / 2), NULL);
          break;
        case 1:
          for (int more = g_rand_int_range (random, 0, 40); more > 0; more--)
            append (fixture->strings, random);
          break;
        case 2:
          gtk_window_set_default_size (GTK_WINDOW (fixture->window), g_rand_int_range (random, 200, 1400), HEIGHT);
          break;
        default:
          gtk_adjustment_set_value (get_adjustment (fixture),
                                    g_rand_double_range (random, 0, gtk_adjustment_get_upper (get_adjustment (fixture))));
          break;
        }
      octant_test_settle ();
    }
  for (guint i = 0; i < N_ROWS; i++)
    append (fixture->strings, random);
  octant_test_settle ();
  octant_test_wait_until (is_most_hidden (fixture));
}

/* Not on screen, nothing is to be done; what comes back is there. */
static void
test_away (Fixture      *fixture,
           gconstpointer kind)
{
  octant_test_wait_until (is_most_hidden (fixture));
  gtk_widget_set_visible (gtk_window_get_child (GTK_WINDOW (fixture->window)), FALSE);
  gtk_adjustment_set_value (get_adjustment (fixture), 5 * HEIGHT);
  octant_test_settle ();
  gtk_widget_set_visible (gtk_window_get_child (GTK_WINDOW (fixture->window)), TRUE);
  octant_test_settle ();
  octant_test_wait_until (is_most_hidden (fixture));
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      static const char *const kinds[N_KINDS] = { "list", "table", "list-among-others" };
      static const struct
      {
        const char *name;
        void (*func) (Fixture *, gconstpointer);
      } tests[] = {
        { "scroll", test_scroll },
        { "keyboard", test_keyboard },
        { "changes", test_changes },
        { "away", test_away },
      };

      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        {
          g_autofree char *path = g_strdup_printf ("/off-screen/%s/%s", kinds[kind], tests[i].name);

          g_test_add (path, Fixture, GINT_TO_POINTER (kind), set_up, tests[i].func, tear_down);
        }
    }
  return g_test_run ();
}
