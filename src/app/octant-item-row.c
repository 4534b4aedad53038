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

struct _OctantItemRow
{
  AdwBin parent_instance;

  OctantItem *item; /* (owned) (nullable) */
  gboolean narrow;

  GtkBox *box; /* the bin's child, which a template must not bind */
  GtkBox *marks;
  GtkLabel *code;
  GtkLabel *aspect;
  OctantParagraph *text;
  GtkLabel *object;
  GtkLabel *objects;
  GtkLabel *news;
  GtkLabel *carried;
  GtkImage *note;
  GtkBox *evidence;
  GtkLabel *n_evidence;
  GtkImage *outdated;
  OctantRatingToggle *toggle;
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

static void
update_cb (OctantItemRow *self)
{
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
  gtk_widget_set_visible (GTK_WIDGET (self->carried), octant_item_get_carried (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->note), octant_item_get_has_note (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), n_evidence > 0);
  octant_tip_set (GTK_WIDGET (self->evidence), tip);
  gtk_label_set_label (self->n_evidence, count);
  gtk_widget_set_visible (GTK_WIDGET (self->outdated), n_outdated > 0);
  octant_tip_set (GTK_WIDGET (self->outdated), outdated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outdated), GTK_ACCESSIBLE_PROPERTY_LABEL, outdated, -1);
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
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, carried);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, code);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, marks);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, n_evidence);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, news);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, note);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, object);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, objects);
  gtk_widget_class_bind_template_child (widget_class, OctantItemRow, outdated);
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

  gtk_widget_set_visible (GTK_WIDGET (self->news), news != OCTANT_NEWS_SAME);
  if (news == OCTANT_NEWS_NEW)
    {
      /* Translators: of a requirement */
      gtk_label_set_label (self->news, C_("requirement", "New"));
      octant_tip_set (GTK_WIDGET (self->news), _("The model of last time did not have this requirement"));
    }
  else if (news == OCTANT_NEWS_CHANGED)
    {
      /* Translators: of a requirement */
      gtk_label_set_label (self->news, C_("requirement", "Changed"));
      octant_tip_set (GTK_WIDGET (self->news), _("It asks something else than last time"));
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

  gtk_label_set_label (self->code, requirement->code);
  gtk_label_set_label (self->aspect, octant_localise (&octant_model_get_aspect (model, requirement->aspect)->name));
  octant_paragraph_set_text (self->text, text);
  gtk_label_set_label (self->object, object != NULL ? object : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), !child);
  gtk_widget_set_visible (GTK_WIDGET (self->object), child);
  gtk_widget_set_visible (GTK_WIDGET (self->code), !child);
  gtk_widget_set_visible (GTK_WIDGET (self->aspect), !child);
  gtk_widget_set_visible (GTK_WIDGET (self->objects), n > 0 || (object != NULL && !child));
  gtk_label_set_label (self->objects, n > 0 || object == NULL ? objects : object);
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
    g_signal_handlers_disconnect_by_func (self->item, update_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
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
  if (octant_item_get_carried (item))
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
