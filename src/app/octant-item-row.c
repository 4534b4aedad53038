/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-item-row.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "octant-paragraph.h"
#include "octant-rating-toggle.h"
#include "octant-texts.h"
#include "octant-tip.h"

/* Behind code and aspect, in this order. */
typedef enum
{
  MARK_OBJECT,  /* the one that the row is of */
  MARK_OBJECTS, /* how many below it, or the one that alone is shown */
  MARK_NEWS,
  MARK_CARRIED,
  MARK_NOTE,
  MARK_EVIDENCE,
  MARK_OUTDATED,
  N_MARKS,
} Mark;

/*
 * Few rows have many marks, and whatever is in a row is styled again with each move of the
 * keyboard, seen or not: a mark is made when it is to be seen, and goes when it is not.
 */
struct _OctantItemRow
{
  AdwBin parent_instance;

  OctantItem *item; /* (owned) (nullable) */
  gboolean narrow;

  GtkBox *box; /* the bin's child, which a template must not bind */
  AdwWrapBox *marks; /* at the narrowest they take a second line */
  GtkLabel *code;
  GtkLabel *aspect;
  OctantParagraph *text;
  OctantRatingToggle *toggle;

  GtkWidget *mark[N_MARKS]; /* (unowned) (nullable): only those that are shown */
};

typedef enum
{
  PROP_NARROW = 1,
} OctantItemRowProperty;

enum
{
  SIGNAL_RATE,
  N_SIGNALS,
};

static GParamSpec *props[PROP_NARROW + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantItemRow, octant_item_row, ADW_TYPE_BIN)

/* What is attached is one thing, what of it counts another: an assessor should see both. */
static char *
describe_outdated (guint n)
{
  return g_strdup_printf (ngettext ("%u piece of evidence does not count because of its dates",
                                    "%u pieces of evidence do not count because of their dates", n),
                          n);
}

static GtkWidget *
make_label_mark (const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "css-classes", classes, NULL);
}

static GtkWidget *
make_image_mark (const char *icon,
                 const char *class)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_add_css_class (image, class);
  return image;
}

static GtkWidget *
make_evidence_mark (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *clip = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "mail-attachment-symbolic", "pixel-size", 12, NULL);

  gtk_widget_add_css_class (box, "dimmed");
  gtk_box_append (GTK_BOX (box), clip);
  gtk_box_append (GTK_BOX (box), make_label_mark ((const char *[]){ "caption", "numeric", NULL }));
  return box;
}

static GtkWidget *
make_mark (Mark mark)
{
  GtkWidget *widget;

  switch (mark)
    {
    case MARK_OBJECT:
      widget = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      return widget;
    case MARK_OBJECTS:
      return make_label_mark ((const char *[]){ "caption", "dimmed", NULL });
    case MARK_NEWS:
      return make_label_mark ((const char *[]){ "caption", "chip", "fresh", NULL });
    case MARK_CARRIED:
      widget = make_label_mark ((const char *[]){ "caption", "chip", "care", NULL });
      gtk_label_set_label (GTK_LABEL (widget), _("To confirm"));
      octant_tip_set (widget, _("Carried over from last time and not confirmed: counts as unanswered"));
      return widget;
    case MARK_NOTE:
      widget = make_image_mark ("document-edit-symbolic", "dimmed");
      octant_tip_set (widget, _("Has a note"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Has a note"), -1);
      return widget;
    case MARK_EVIDENCE:
      return make_evidence_mark ();
    case MARK_OUTDATED:
      return make_image_mark ("dialog-warning-symbolic", "warning");
    case N_MARKS:
    default:
      g_assert_not_reached ();
    }
}

/* (transfer none) (nullable): the mark, when it is to be seen */
static GtkWidget *
show_mark (OctantItemRow *self,
           Mark           mark,
           gboolean       shown)
{
  GtkWidget *before = GTK_WIDGET (self->aspect);

  if (!shown && self->mark[mark] != NULL)
    adw_wrap_box_remove (self->marks, g_steal_pointer (&self->mark[mark]));
  if (!shown || self->mark[mark] != NULL)
    return self->mark[mark];
  for (int i = 0; i < (int) mark; i++)
    if (self->mark[i] != NULL)
      before = self->mark[i];
  self->mark[mark] = make_mark (mark);
  adw_wrap_box_insert_child_after (self->marks, self->mark[mark], before);
  return self->mark[mark];
}

/* What is not rated does not look as if it could be. */
static void
show_scope (OctantItemRow *self)
{
  gboolean out = octant_item_get_out_of_scope (self->item);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->toggle)) == !out)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), !out);
  if (out)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dimmed");
}

static void
update_cb (OctantItemRow *self)
{
  GtkWidget *mark;
  guint n_evidence = octant_item_get_n_evidence (self->item);
  g_autofree char *count = g_strdup_printf ("%u", n_evidence);
  g_autofree char *tip = g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n_evidence),
                                          n_evidence);
  guint n_outdated = octant_item_get_n_outdated (self->item);
  g_autofree char *outdated = describe_outdated (n_outdated);
  OctantRating previous = OCTANT_RATING_UNANSWERED;

  if (!octant_item_get_previous_rating (self->item, &previous))
    previous = OCTANT_RATING_UNANSWERED;
  octant_rating_toggle_set_rating (self->toggle, octant_item_get_rating (self->item),
                                   octant_item_get_carried (self->item));
  octant_rating_toggle_set_ghost (self->toggle, previous);
  show_scope (self);
  show_mark (self, MARK_CARRIED, octant_item_get_carried (self->item) && !octant_item_get_out_of_scope (self->item));
  show_mark (self, MARK_NOTE, octant_item_get_has_note (self->item));
  if ((mark = show_mark (self, MARK_EVIDENCE, n_evidence > 0)) != NULL)
    {
      octant_tip_set (mark, tip);
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (mark)), count);
    }
  if ((mark = show_mark (self, MARK_OUTDATED, n_outdated > 0)) != NULL)
    {
      octant_tip_set (mark, outdated);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, outdated, -1);
    }
}

static void
chosen_cb (OctantItemRow *self,
           int            rating)
{
  g_signal_emit (self, signals[SIGNAL_RATE], 0, rating);
}

static void
set_narrow (OctantItemRow *self,
            gboolean       narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->toggle), narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_box_set_spacing (self->box, narrow ? 6 : 12);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
octant_item_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, OCTANT_ITEM_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_item_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_NARROW)
    set_narrow (OCTANT_ITEM_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_item_row_dispose (GObject *object)
{
  OctantItemRow *self = OCTANT_ITEM_ROW (object);

  octant_item_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_ITEM_ROW);

  G_OBJECT_CLASS (octant_item_row_parent_class)->dispose (object);
}

static void
octant_item_row_class_init (OctantItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_item_row_get_property;
  object_class->set_property = octant_item_row_set_property;
  object_class->dispose = octant_item_row_dispose;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_RATE] = g_signal_new ("rate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  g_type_ensure (OCTANT_TYPE_RATING_TOGGLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, aspect);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, code);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, marks);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, text);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
octant_item_row_init (OctantItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->box = GTK_BOX (adw_bin_get_child (ADW_BIN (self)));
}

GtkWidget *
octant_item_row_new (void)
{
  return g_object_new (OCTANT_TYPE_ITEM_ROW, NULL);
}

OctantItem *
octant_item_row_get_item (OctantItemRow *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM_ROW (self), NULL);

  return self->item;
}

/* TRUE for the row of an object below that of its requirement; while one object is shown its rows stand alone. */
static gboolean
is_child (OctantItem *item)
{
  OctantAssessment *assessment = octant_item_get_assessment (item);

  return octant_item_get_object_name (item) != NULL
         && (assessment == NULL || octant_assessment_get_shown_slot (assessment) != octant_item_get_slot (item));
}

/* A requirement tells it, the rows of its objects need not. */
static OctantNews
get_news (OctantItem *item)
{
  OctantAssessment *assessment = octant_item_get_assessment (item);

  if (assessment == NULL || is_child (item))
    return OCTANT_NEWS_SAME;
  return octant_assessment_get_requirement_news (assessment, octant_item_get_requirement_index (item));
}

/* What last time's answer, if there is one, was not given to. */
static void
show_news (OctantItemRow *self)
{
  OctantNews news = get_news (self->item);
  GtkWidget *mark = show_mark (self, MARK_NEWS, news != OCTANT_NEWS_SAME);

  if (news == OCTANT_NEWS_NEW)
    {
      /* Translators: of a requirement */
      gtk_label_set_label (GTK_LABEL (mark), C_("requirement", "New"));
      octant_tip_set (mark, _("The model of last time did not have this requirement"));
    }
  else if (news == OCTANT_NEWS_CHANGED)
    {
      /* Translators: of a requirement */
      gtk_label_set_label (GTK_LABEL (mark), C_("requirement", "Changed"));
      octant_tip_set (mark, _("It asks something else than last time"));
    }
}

static void
show_requirement (OctantItemRow *self)
{
  const OctantRequirement *requirement = octant_item_get_requirement (self->item);
  OctantModel *model = octant_assessment_get_model (octant_item_get_assessment (self->item));
  const char *object = octant_item_get_object_name (self->item);
  GListModel *children = octant_item_get_children (self->item);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 0;
  gboolean child = is_child (self->item);
  g_autofree char *objects = g_strdup_printf (ngettext ("%u object", "%u objects", n), n);
  g_autofree char *text = octant_localise_full (&requirement->text);
  GtkWidget *mark;

  gtk_label_set_label (self->code, requirement->code);
  gtk_label_set_label (self->aspect, octant_localise (&octant_model_get_aspect (model, requirement->aspect)->name));
  octant_paragraph_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), !child);
  gtk_widget_set_visible (GTK_WIDGET (self->code), !child);
  gtk_widget_set_visible (GTK_WIDGET (self->aspect), !child);
  if ((mark = show_mark (self, MARK_OBJECT, child)) != NULL)
    gtk_label_set_label (GTK_LABEL (mark), object);
  if ((mark = show_mark (self, MARK_OBJECTS, n > 0 || (object != NULL && !child))) != NULL)
    gtk_label_set_label (GTK_LABEL (mark), n > 0 ? objects : object);
  octant_rating_toggle_set_na_allowed (self->toggle, requirement->na_allowed);
  show_news (self);
}

void
octant_item_row_set_item (OctantItemRow *self,
                          OctantItem    *item)
{
  g_return_if_fail (OCTANT_IS_ITEM_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, update_cb, self);
      g_signal_handlers_disconnect_by_func (self->item, show_requirement, self);
    }
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::n-objects", G_CALLBACK (show_requirement), self, G_CONNECT_SWAPPED);
  show_requirement (self);
  update_cb (self);
}

char *
octant_item_row_describe (OctantItem *item)
{
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  const char *object = octant_item_get_object_name (item);
  GString *text = g_string_new (requirement->code);
  guint n_evidence = octant_item_get_n_evidence (item);

  if (!is_child (item))
    g_string_append_printf (text, " %s%s", octant_localise (&requirement->text), object != NULL ? "," : "");
  if (object != NULL)
    g_string_append_printf (text, " %s", object);
  g_string_append_printf (text, ", %s", octant_rating_get_name (octant_item_get_rating (item)));
  if (get_news (item) == OCTANT_NEWS_NEW)
    g_string_append_printf (text, ", %s", _("new in the model"));
  else if (get_news (item) == OCTANT_NEWS_CHANGED)
    g_string_append_printf (text, ", %s", _("revised in the model"));
  if (octant_item_get_out_of_scope (item))
    g_string_append_printf (text, ", %s", _("out of scope"));
  else if (octant_item_get_carried (item))
    g_string_append_printf (text, ", %s", _("carried over, to confirm"));
  if (octant_item_get_has_note (item))
    g_string_append_printf (text, ", %s", _("has a note"));
  if (n_evidence > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u piece of evidence", "%u pieces of evidence", n_evidence),
                              n_evidence);
    }
  if (octant_item_get_n_outdated (item) > 0)
    {
      g_autofree char *outdated = describe_outdated (octant_item_get_n_outdated (item));

      g_string_append_printf (text, ", %s", outdated);
    }
  return g_string_free (text, FALSE);
}
