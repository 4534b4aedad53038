/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-check-list.h"

#include "octant-paragraph.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "octant-trickle.h"

/* One item. Its row may come later than it is ticked. */
typedef struct
{
  OctantItem *item;      /* (owned) */
  char *refusal;         /* (owned) (nullable): why it cannot be chosen */
  GtkCheckButton *check; /* (owned) (nullable): in its row */
  gboolean ticked;
} Entry;

struct _OctantCheckList
{
  AdwBin parent_instance;

  GPtrArray *entries;  /* (owned) (element-type Entry) */
  guint n_rows;        /* of the entries, those that have theirs */
  guint n_choices;     /* those that can be chosen */
  guint source;        /* makes rows, 0 for none */
  GtkCheckButton *all; /* (owned) (nullable) */
  char *label;         /* (owned) (nullable) */
  gboolean updating;

  GtkListBox *list;
};

typedef enum
{
  PROP_ALL = 1,
  PROP_LABEL,
} OctantCheckListProperty;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_LABEL + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantCheckList, octant_check_list, ADW_TYPE_BIN)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->item);
  g_clear_object (&entry->check);
  g_free (entry->refusal);
  g_free (entry);
}

static void
update (OctantCheckList *self)
{
  guint n = octant_check_list_count_ticked (self);

  if (self->updating)
    return;
  self->updating = TRUE;
  if (self->all != NULL)
    {
      gtk_check_button_set_active (self->all, n > 0 && n == self->n_choices);
      gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->n_choices);
    }
  self->updating = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
all_toggled_cb (OctantCheckList *self)
{
  if (!self->updating)
    octant_check_list_tick_all (self, gtk_check_button_get_active (self->all));
}

static void
set_all (OctantCheckList *self,
         GtkCheckButton  *all)
{
  if (self->all != NULL)
    g_signal_handlers_disconnect_by_func (self->all, all_toggled_cb, self);
  if (!g_set_object (&self->all, all))
    return;
  if (all != NULL)
    g_signal_connect_object (all, "toggled", G_CALLBACK (all_toggled_cb), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALL]);
}

static void
set_label (OctantCheckList *self,
           const char      *label)
{
  if (!g_set_str (&self->label, label))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

/* Code, object, and why it cannot be chosen, as far as there is such a thing. */
static char *
describe (OctantItem *item,
          const char *refusal)
{
  const char *object = octant_item_get_object_name (item);
  g_autoptr (GString) text = g_string_new (octant_item_get_requirement (item)->code);

  if (object != NULL)
    g_string_append_printf (text, " · %s", object);
  if (refusal != NULL)
    g_string_append_printf (text, " · %s", refusal);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
toggled_cb (GtkCheckButton  *check,
            OctantCheckList *self)
{
  Entry *entry = g_object_get_data (G_OBJECT (check), "entry");

  entry->ticked = gtk_check_button_get_active (check);
  update (self);
}

/* As an AdwActionRow has it, but with texts that are laid out once. */
static GtkWidget *
make_header (const char *title,
             const char *subtitle,
             GtkWidget  *prefix,
             GtkWidget  *suffix)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = octant_paragraph_new (title);
  GtkWidget *second = octant_paragraph_new (subtitle);

  gtk_widget_add_css_class (header, "header");
  gtk_widget_add_css_class (texts, "title");
  gtk_widget_add_css_class (first, "title");
  gtk_widget_add_css_class (second, "subtitle");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (prefix, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (prefix, 6);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_box_append (GTK_BOX (texts), second);
  gtk_box_append (GTK_BOX (header), prefix);
  gtk_box_append (GTK_BOX (header), texts);
  gtk_box_append (GTK_BOX (header), suffix);
  return header;
}

static void
make_row (OctantCheckList *self,
          Entry           *entry)
{
  const char *title = octant_localise (&octant_item_get_requirement (entry->item)->text);
  OctantRating rating = octant_item_get_rating (entry->item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (octant_rating_get_letter (rating));
  g_autofree char *subtitle = describe (entry->item, entry->refusal);

  octant_tip_set (label, octant_rating_get_name (rating));
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_header (title, subtitle, check, label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  gtk_list_box_append (self->list, row);
  if (entry->refusal != NULL)
    {
      gtk_widget_set_sensitive (row, FALSE);
      return;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), entry->ticked);
  g_object_set_data (G_OBJECT (check), "entry", entry);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
  entry->check = g_object_ref (GTK_CHECK_BUTTON (check));
}

static void
row_activated_cb (OctantCheckList *self,
                  GtkListBoxRow   *row)
{
  Entry *entry = self->entries->pdata[gtk_list_box_row_get_index (row)];

  if (entry->check != NULL)
    gtk_check_button_set_active (entry->check, !entry->ticked);
}

static gboolean
make_rows_step (gpointer data)
{
  OctantCheckList *self = data;

  if (self->n_rows < self->entries->len)
    make_row (self, self->entries->pdata[self->n_rows++]);
  return self->n_rows < self->entries->len;
}

static void
octant_check_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OctantCheckList *self = OCTANT_CHECK_LIST (object);

  switch ((OctantCheckListProperty) prop_id)
    {
    case PROP_ALL:
      g_value_set_object (value, self->all);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_check_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  OctantCheckList *self = OCTANT_CHECK_LIST (object);

  switch ((OctantCheckListProperty) prop_id)
    {
    case PROP_ALL:
      set_all (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_check_list_dispose (GObject *object)
{
  OctantCheckList *self = OCTANT_CHECK_LIST (object);

  if (self->all != NULL)
    g_signal_handlers_disconnect_by_func (self->all, all_toggled_cb, self);
  g_clear_object (&self->all);
  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (octant_check_list_parent_class)->dispose (object);
}

static void
octant_check_list_finalize (GObject *object)
{
  OctantCheckList *self = OCTANT_CHECK_LIST (object);

  g_ptr_array_unref (self->entries);
  g_free (self->label);

  G_OBJECT_CLASS (octant_check_list_parent_class)->finalize (object);
}

static void
octant_check_list_class_init (OctantCheckListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_check_list_get_property;
  object_class->set_property = octant_check_list_set_property;
  object_class->dispose = octant_check_list_dispose;
  object_class->finalize = octant_check_list_finalize;

  props[PROP_ALL] = g_param_spec_object ("all", NULL, NULL, GTK_TYPE_CHECK_BUTTON, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_check_list_init (OctantCheckList *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
octant_check_list_add (OctantCheckList *self,
                       OctantItem      *item,
                       const char      *refusal)
{
  Entry *entry;

  g_return_if_fail (OCTANT_IS_CHECK_LIST (self));
  g_return_if_fail (OCTANT_IS_ITEM (item));

  entry = g_new0 (Entry, 1);
  entry->item = g_object_ref (item);
  entry->refusal = g_strdup (refusal);
  g_ptr_array_add (self->entries, entry);
  self->n_choices += refusal == NULL ? 1 : 0;
  octant_trickle_queue_dialog (&self->source, make_rows_step, self);
}

void
octant_check_list_tick_all (OctantCheckList *self,
                            gboolean         ticked)
{
  g_return_if_fail (OCTANT_IS_CHECK_LIST (self));

  self->updating = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      entry->ticked = ticked && entry->refusal == NULL;
      if (entry->check != NULL)
        gtk_check_button_set_active (entry->check, entry->ticked);
    }
  self->updating = FALSE;
  update (self);
}

guint
octant_check_list_count_ticked (OctantCheckList *self)
{
  guint n = 0;

  g_return_val_if_fail (OCTANT_IS_CHECK_LIST (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += ((Entry *) self->entries->pdata[i])->ticked ? 1 : 0;
  return n;
}

GPtrArray *
octant_check_list_list_ticked (OctantCheckList *self)
{
  GPtrArray *ticked = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (OCTANT_IS_CHECK_LIST (self), ticked);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (entry->ticked)
        g_ptr_array_add (ticked, g_object_ref (entry->item));
    }
  return ticked;
}
