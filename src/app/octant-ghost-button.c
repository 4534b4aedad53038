/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-ghost-button.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

/* As many as dashes and markers of the radar can tell apart. */
#define MAX_GHOSTS 6

struct _OctantGhostButton
{
  AdwBin parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  char *cycle;            /* (owned) (nullable) id of the open assessment that the choice belongs to */
  GHashTable *chosen;     /* (owned) id → OctantAssessment, NULL while it is read and for the cycle before */
  gboolean touched;       /* the choice is the user's, and no longer the cycle before */
  gboolean updating;

  GtkMenuButton *button;
  GtkBox *rows;
};

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} OctantGhostButtonSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantGhostButton, octant_ghost_button, ADW_TYPE_BIN)

static void
unref_assessment (gpointer data)
{
  g_clear_object (&data);
}

static const char *
get_previous_id (OctantGhostButton *self)
{
  OctantAssessment *previous = octant_session_get_previous (self->session);

  return previous != NULL ? octant_assessment_get_id (previous) : NULL;
}

/* Another open assessment begins with the one before it, which may become known later than itself. */
static void
follow_cycle (OctantGhostButton *self)
{
  OctantAssessment *assessment = self->session != NULL ? octant_session_get_assessment (self->session) : NULL;
  const char *previous;

  if (g_set_str (&self->cycle, assessment != NULL ? octant_assessment_get_id (assessment) : NULL))
    self->touched = FALSE;
  if (self->touched)
    return;
  g_hash_table_remove_all (self->chosen);
  previous = assessment != NULL ? get_previous_id (self) : NULL;
  if (previous != NULL)
    g_hash_table_insert (self->chosen, g_strdup (previous), NULL);
}

/* The other assessments of the same institution, newest first. (transfer container) (element-type OctantCycleItem) */
static GPtrArray *
list_others (OctantGhostButton *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  GListModel *cycles = octant_session_get_cycles (self->session);
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; assessment != NULL && i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);
      const char *owner = octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG);

      if (g_strcmp0 (octant_cycle_item_get_id (item), octant_assessment_get_id (assessment)) != 0 &&
          g_strcmp0 (owner, octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG)) == 0)
        g_ptr_array_add (others, g_steal_pointer (&item));
    }

  return others;
}

/* Whose check a row is. */
static const char *
get_row_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "octant-id");
}

static void
update_rows (OctantGhostButton *self)
{
  gboolean full = g_hash_table_size (self->chosen) >= MAX_GHOSTS;

  self->updating = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean chosen;

      if (!GTK_IS_CHECK_BUTTON (row))
        continue;
      chosen = g_hash_table_contains (self->chosen, get_row_id (row));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (row), chosen);
      gtk_widget_set_sensitive (row, chosen || !full);
    }
  self->updating = FALSE;
}

static void
toggled_cb (OctantGhostButton *self,
            GtkCheckButton    *row)
{
  if (!self->updating)
    octant_ghost_button_choose (self, get_row_id (GTK_WIDGET (row)), gtk_check_button_get_active (row));
}

static void
add_row (OctantGhostButton *self,
         OctantCycleItem   *item)
{
  g_autofree char *date = octant_format_date (octant_cycle_item_get_as_of (item));
  /* Translators: title of an assessment, and the date that it speaks of */
  g_autofree char *text = g_strdup_printf (_("%s · as of %s"), octant_cycle_item_get_title (item), date);
  GtkWidget *row = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "octant-id", g_strdup (octant_cycle_item_get_id (item)), g_free);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
}

static void
show_cb (OctantGhostButton *self)
{
  g_autoptr (GPtrArray) others = NULL;
  GtkWidget *child;

  follow_cycle (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  if (self->session == NULL)
    return;
  others = list_others (self);
  for (guint i = 0; i < others->len; i++)
    add_row (self, g_ptr_array_index (others, i));
  if (others->len == 0)
    {
      child = gtk_label_new (_("There is no other assessment"));
      gtk_widget_add_css_class (child, "dimmed");
      gtk_box_append (self->rows, child);
    }
  update_rows (self);
}

/* One assessment on its way from the disk. */
typedef struct
{
  OctantGhostButton *self; /* (owned) */
  char *id;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->self);
  g_free (loading->id);
  g_free (loading);
}

/* Since it was asked for, it may have been let go of, or another assessment opened. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Loading *loading = user_data;
  OctantGhostButton *self = loading->self;
  g_autoptr (GError) error = NULL;
  OctantAssessment *ghost = octant_session_load_assessment_finish (OCTANT_SESSION (source), result, &error);

  if (ghost == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The assessment could not be read: %s"), error->message);

      octant_ghost_button_choose (self, loading->id, FALSE);
      g_signal_emit_by_name (source, "notice", text, FALSE);
    }
  else if (g_hash_table_contains (self->chosen, loading->id))
    {
      g_hash_table_insert (self->chosen, g_strdup (loading->id), g_steal_pointer (&ghost));
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  g_clear_object (&ghost);
  loading_free (loading);
}

static void
read_ghost (OctantGhostButton *self,
            const char        *id)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->self = g_object_ref (self);
  loading->id = g_strdup (id);
  octant_session_load_assessment_async (self->session, id, loaded_cb, loading);
}

static void
octant_ghost_button_dispose (GObject *object)
{
  OctantGhostButton *self = OCTANT_GHOST_BUTTON (object);

  g_hash_table_remove_all (self->chosen);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_ghost_button_parent_class)->dispose (object);
}

static void
octant_ghost_button_finalize (GObject *object)
{
  OctantGhostButton *self = OCTANT_GHOST_BUTTON (object);

  g_hash_table_unref (self->chosen);
  g_free (self->cycle);

  G_OBJECT_CLASS (octant_ghost_button_parent_class)->finalize (object);
}

static void
octant_ghost_button_class_init (OctantGhostButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_ghost_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_ghost_button_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_ghost_button_init (OctantGhostButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_assessment);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "document-open-recent-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Assessments to Compare With"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
octant_ghost_button_set_session (OctantGhostButton *self,
                                 OctantSession     *session)
{
  g_return_if_fail (OCTANT_IS_GHOST_BUTTON (self));

  g_set_object (&self->session, session);
}

GPtrArray *
octant_ghost_button_list_ghosts (OctantGhostButton *self)
{
  GPtrArray *ghosts = g_ptr_array_new ();
  OctantAssessment *previous;
  const char *shown;
  g_autoptr (GPtrArray) others = NULL;

  g_return_val_if_fail (OCTANT_IS_GHOST_BUTTON (self), ghosts);

  follow_cycle (self);
  if (self->cycle == NULL)
    return ghosts;
  previous = octant_session_get_previous (self->session);
  shown = octant_assessment_get_shown_object (octant_session_get_assessment (self->session));
  others = list_others (self);
  for (guint i = 0; i < others->len; i++)
    {
      const char *id = octant_cycle_item_get_id (g_ptr_array_index (others, i));
      OctantAssessment *ghost = g_hash_table_lookup (self->chosen, id);

      /* The session keeps the cycle before up to date itself. */
      if (previous != NULL && g_str_equal (id, octant_assessment_get_id (previous)))
        ghost = g_hash_table_contains (self->chosen, id) ? previous : NULL;
      else if (ghost != NULL)
        octant_assessment_set_shown_object (ghost, shown);
      /* One that does not have the object would show the whole. */
      if (ghost != NULL && g_strcmp0 (octant_assessment_get_shown_object (ghost), shown) == 0)
        g_ptr_array_add (ghosts, ghost);
    }

  return ghosts;
}

void
octant_ghost_button_choose (OctantGhostButton *self,
                            const char        *id,
                            gboolean           chosen)
{
  g_return_if_fail (OCTANT_IS_GHOST_BUTTON (self) && id != NULL);

  follow_cycle (self);
  if (self->cycle == NULL ||
      g_hash_table_contains (self->chosen, id) == chosen ||
      (chosen && g_hash_table_size (self->chosen) >= MAX_GHOSTS))
    return;
  self->touched = TRUE;
  if (chosen)
    g_hash_table_insert (self->chosen, g_strdup (id), NULL);
  else
    g_hash_table_remove (self->chosen, id);
  update_rows (self);
  if (chosen && g_strcmp0 (id, get_previous_id (self)) != 0)
    read_ghost (self, id);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
