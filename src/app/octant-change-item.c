/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-change-item.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-texts.h"

struct _OctantChangeItem
{
  GObject parent_instance;

  char *code;    /* (owned) (nullable) */
  char *text;    /* (owned) of the requirement, or the name of what it is about */
  char *heading; /* (owned) */
  char *ratings; /* (owned) */
  char *folded;  /* (owned) what a search looks at */
  const char *kind_text; /* translated: never freed */
  OctantChangeSubject subject;
  OctantChangeKind kind;
  gboolean note;
  gboolean evidence;
  gboolean reworded;
  int size;      /* steps between both ratings */
  double effect; /* size of what its sub-domain did to the whole */
};

typedef enum
{
  PROP_HEADING = 1,
  PROP_TEXT,
  PROP_KIND_TEXT,
  PROP_RATINGS,
  PROP_SUMMARY,
} OctantChangeItemProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (OctantChangeItem, octant_change_item, G_TYPE_OBJECT)

const char *
octant_change_kind_get_name (OctantChangeKind kind)
{
  switch (kind)
    {
    case OCTANT_CHANGE_IMPROVED:
      return _("Improved");
    case OCTANT_CHANGE_WORSENED:
      return _("Worse");
    case OCTANT_CHANGE_ANSWERED:
      return _("Answered");
    case OCTANT_CHANGE_CLEARED:
      return _("Not answered any more");
    case OCTANT_CHANGE_BECAME_NA:
      return _("Became not applicable");
    case OCTANT_CHANGE_NO_LONGER_NA:
      return _("No longer not applicable");
    case OCTANT_CHANGE_NEW:
      /* Translators: a requirement that the earlier assessment did not have */
      return C_("change", "New");
    case OCTANT_CHANGE_RETIRED:
      /* Translators: a requirement that the later assessment does not have */
      return C_("change", "Retired");
    case OCTANT_CHANGE_CONFIRMED:
      return _("Confirmed");
    case OCTANT_CHANGE_SAME:
    default:
      return _("Same rating");
    }
}

static char *
dup_summary (OctantChangeItem *self)
{
  return g_strdup_printf ("%s. %s, %s. %s", self->heading, self->kind_text, self->ratings,
                          self->text);
}

static void
octant_change_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OctantChangeItem *self = OCTANT_CHANGE_ITEM (object);

  switch ((OctantChangeItemProperty) prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_KIND_TEXT:
      g_value_set_string (value, self->kind_text);
      break;
    case PROP_RATINGS:
      g_value_set_string (value, self->ratings);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_change_item_finalize (GObject *object)
{
  OctantChangeItem *self = OCTANT_CHANGE_ITEM (object);

  g_free (self->code);
  g_free (self->text);
  g_free (self->heading);
  g_free (self->ratings);
  g_free (self->folded);

  G_OBJECT_CLASS (octant_change_item_parent_class)->finalize (object);
}

static void
octant_change_item_class_init (OctantChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = octant_change_item_get_property;
  object_class->finalize = octant_change_item_finalize;

  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_KIND_TEXT] = g_param_spec_string ("kind-text", NULL, NULL, NULL, flags);
  props[PROP_RATINGS] = g_param_spec_string ("ratings", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_change_item_init (OctantChangeItem *self)
{
}

static char *
dup_ratings (const OctantItemChange *change)
{
  if (change->kind == OCTANT_CHANGE_NEW)
    return g_strdup (octant_rating_get_letter (change->rating_b));
  if (change->kind == OCTANT_CHANGE_RETIRED || change->rating_a == change->rating_b)
    return g_strdup (octant_rating_get_letter (change->rating_a));

  return g_strdup_printf ("%s → %s", octant_rating_get_letter (change->rating_a),
                          octant_rating_get_letter (change->rating_b));
}

static char *
dup_lineage (const OctantItemChange *change)
{
  /* Translators: between the parts of an enumeration */
  g_autofree char *codes = g_strjoinv (C_("enumeration", ", "), change->lineage);

  if (change->kind == OCTANT_CHANGE_NEW)
    return g_strdup_printf (_("Replaces %s"), codes);

  /* Translators: codes of requirements of a later version of the model */
  return g_strdup_printf (_("Replaced by %s"), codes);
}

static char *
dup_evidence (const OctantItemChange *change)
{
  if (change->evidence_removed == 0)
    return g_strdup_printf (ngettext ("%u piece of evidence more", "%u pieces of evidence more", change->evidence_added),
                            change->evidence_added);
  if (change->evidence_added == 0)
    return g_strdup_printf (ngettext ("%u piece of evidence less", "%u pieces of evidence less", change->evidence_removed),
                            change->evidence_removed);

  /* Translators: numbers of pieces that came and went */
  return g_strdup_printf (_("Evidence +%u −%u"), change->evidence_added, change->evidence_removed);
}

static char *
dup_heading (const OctantItemChange *change)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, change->code);
  if (change->object != NULL && *change->object != '\0')
    g_strv_builder_add (builder, change->object);
  if (change->lineage != NULL)
    g_strv_builder_take (builder, dup_lineage (change));
  if (change->by_object)
    g_strv_builder_add (builder, change->kind == OCTANT_CHANGE_NEW ? _("Object came into scope")
                                                                   : _("Object left the scope"));
  if (change->reworded)
    g_strv_builder_add (builder, _("Reworded"));
  if (change->note_changed)
    g_strv_builder_add (builder, _("Note changed"));
  if (change->evidence_changed)
    g_strv_builder_take (builder, dup_evidence (change));
  if (change->carried)
    g_strv_builder_add (builder, _("Carried over, not confirmed"));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/* Takes @heading and @ratings. */
static OctantChangeItem *
new_item (OctantChangeSubject subject,
          const char         *code,
          const char         *text,
          const char         *kind_text,
          char               *heading,
          char               *ratings)
{
  OctantChangeItem *self = g_object_new (OCTANT_TYPE_CHANGE_ITEM, NULL);
  g_autofree char *all = g_strconcat (heading, " ", text, NULL);

  self->subject = subject;
  self->code = g_strdup (code);
  self->text = g_strdup (text);
  self->kind_text = kind_text;
  self->heading = heading;
  self->ratings = ratings;
  self->folded = g_utf8_casefold (all, -1);

  return self;
}

static OctantChangeItem *
new_requirement_item (const OctantItemChange *change)
{
  OctantChangeItem *self = new_item (OCTANT_CHANGE_OF_REQUIREMENT, change->code, octant_localise (&change->requirement->text),
                                     octant_change_kind_get_name (change->kind), dup_heading (change),
                                     dup_ratings (change));

  self->kind = change->kind;
  self->note = change->note_changed;
  self->evidence = change->evidence_changed;
  self->reworded = change->reworded;
  /* From unanswered over N to F and NA the ratings rise one by one. */
  if (change->kind != OCTANT_CHANGE_NEW && change->kind != OCTANT_CHANGE_RETIRED)
    self->size = ABS ((int) change->rating_b - (int) change->rating_a);

  return self;
}

static char *
dup_weights (const OctantNodeChange *node)
{
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];
  const OctantFraction *weights[] = { &node->weight_a, &node->weight_b };
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  for (guint i = 0; i < 2; i++)
    g_ascii_formatd (buffers[i], sizeof buffers[i], "%.4g", (double) weights[i]->num / (double) weights[i]->den);
  a = octant_format_score (buffers[0]);
  b = octant_format_score (buffers[1]);

  return g_strdup_printf ("%s → %s", a, b);
}

/* What the model changed about a domain or sub-domain; NULL when nothing. */
static OctantChangeItem *
new_unit_item (const OctantNodeChange *node)
{
  const char *name = octant_localise (&node->name);
  gboolean reweighed = node->weight_a.num * node->weight_b.den != node->weight_b.num * node->weight_a.den;
  g_autofree char *weights = NULL;

  if (!node->known_a && !node->known_b)
    return NULL;
  if (node->known_a != node->known_b)
    return new_item (OCTANT_CHANGE_OF_UNIT, node->code, name,
                     node->known_b ? _("New in the model") : _("Retired in the model"), g_strdup (node->code), g_strdup (""));
  weights = reweighed ? dup_weights (node) : NULL;
  if (node->name_a.zh != NULL)
    {
      /* Translators: code of a sub-domain, its former name */
      g_autofree char *former = g_strdup_printf (_("%s · Was called “%s”"), node->code, octant_localise (&node->name_a));
      /* Translators: weights of a domain or sub-domain */
      g_autofree char *weight = reweighed ? g_strdup_printf (_("Weight %s"), weights) : NULL;

      return new_item (OCTANT_CHANGE_OF_UNIT, node->code, name, _("Renamed"),
                       weight != NULL ? g_strdup_printf ("%s · %s", former, weight) : g_steal_pointer (&former), g_strdup (""));
    }
  if (!reweighed)
    return NULL;

  return new_item (OCTANT_CHANGE_OF_UNIT, node->code, name, _("Weighs differently"), g_strdup (node->code),
                   g_steal_pointer (&weights));
}

static OctantChangeItem *
new_object_item (const OctantObjectChange *change)
{
  static const char *const kinds[] = { N_("Object came into scope"), N_("Object left the scope"), N_("Object changed") };
  const char *name = change->name_b != NULL ? change->name_b : change->name_a;
  gboolean renamed = change->kind == OCTANT_OBJECT_CHANGED && g_strcmp0 (change->name_a, change->name_b) != 0;
  g_autofree char *former = renamed ? g_strdup_printf (_("Protected object · Was called “%s”"), change->name_a) : NULL;
  g_autofree char *ratings = NULL;

  if (change->kind != OCTANT_OBJECT_CHANGED)
    ratings = g_strdup_printf ("%d", change->kind == OCTANT_OBJECT_ADDED ? change->criticality_b : change->criticality_a);
  else if (change->criticality_a != change->criticality_b)
    ratings = g_strdup_printf ("%d → %d", change->criticality_a, change->criticality_b);
  else if (change->level_a != change->level_b)
    ratings = g_strdup_printf ("%d → %d", change->level_a, change->level_b);

  return new_item (OCTANT_CHANGE_OF_OBJECT, NULL, name, _(kinds[change->kind]),
                   former != NULL ? g_steal_pointer (&former) : g_strdup (_("Protected object")),
                   ratings != NULL ? g_steal_pointer (&ratings) : g_strdup (""));
}

static OctantChangeItem *
new_scope_item (const OctantScopeChange *change)
{
  return new_item (OCTANT_CHANGE_OF_SCOPE, change->code, octant_localise (&change->name),
                   change->out ? _("Out of scope now") : _("In scope again"),
                   g_strdup_printf ("%s · %s", change->code, change->reason), g_strdup (""));
}

static char *
dup_target (int level)
{
  return level > 0 ? g_strdup_printf ("%d", level) : g_strdup ("–");
}

static OctantChangeItem *
new_target_item (const OctantTargetChange *change)
{
  gboolean whole = g_str_equal (change->code, "overall");
  const char *kind = _("Target changed");
  g_autofree char *before = dup_target (change->target_a);
  g_autofree char *after = dup_target (change->target_b);
  OctantChangeItem *self;

  if (change->target_a == 0)
    kind = _("Target set");
  else if (change->target_b == 0)
    kind = _("Target withdrawn");
  self = new_item (OCTANT_CHANGE_OF_TARGET, change->code, whole ? _("Overall") : octant_localise (&change->name), kind,
                   whole ? g_strdup (_("Target level")) : g_strdup_printf ("%s · %s", change->code, _("Target level")),
                   g_strdup_printf ("%s → %s", before, after));
  self->size = ABS (change->target_b - change->target_a);

  return self;
}

/* Size of what each sub-domain did to the whole, by code. */
static GHashTable *
list_effects (const OctantAttribution *attribution)
{
  GHashTable *effects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; attribution != NULL && i < attribution->parts->len; i++)
    {
      const OctantAttributionPart *part = g_ptr_array_index (attribution->parts, i);
      double *effect = g_new (double, 1);

      *effect = fabs (octant_rational_to_double (&part->total));
      g_hash_table_insert (effects, g_strdup (part->code), effect);
    }

  return effects;
}

/* @code: of a sub-domain, or of a requirement within one */
static double
find_effect (GHashTable *effects,
             const char *code)
{
  const char *point = code != NULL ? strchr (code, '.') : NULL;
  const char *end = point != NULL ? strchr (point + 1, '.') : NULL;
  g_autofree char *subdomain = end != NULL ? g_strndup (code, (gsize) (end - code)) : g_strdup (code);
  const double *effect = subdomain != NULL ? g_hash_table_lookup (effects, subdomain) : NULL;

  return effect != NULL ? *effect : 0;
}

static void
add (GPtrArray        *items,
     OctantChangeItem *item, /* (nullable): taken */
     GHashTable       *effects)
{
  if (item == NULL)
    return;
  item->effect = find_effect (effects, item->code);
  g_ptr_array_add (items, item);
}

GPtrArray *
octant_change_list_items (const OctantComparison  *comparison,
                          const OctantAttribution *attribution)
{
  g_autoptr (GHashTable) effects = list_effects (attribution);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (comparison != NULL, items);

  for (guint i = 0; i < comparison->nodes->len; i++)
    add (items, new_unit_item (g_ptr_array_index (comparison->nodes, i)), effects);
  for (guint i = 0; i < comparison->objects->len; i++)
    add (items, new_object_item (g_ptr_array_index (comparison->objects, i)), effects);
  for (guint i = 0; i < comparison->scope->len; i++)
    add (items, new_scope_item (g_ptr_array_index (comparison->scope, i)), effects);
  for (guint i = 0; i < comparison->targets->len; i++)
    add (items, new_target_item (g_ptr_array_index (comparison->targets, i)), effects);
  for (guint i = 0; i < comparison->items->len; i++)
    {
      const OctantItemChange *change = g_ptr_array_index (comparison->items, i);

      if (change->kind != OCTANT_CHANGE_SAME || change->note_changed || change->evidence_changed || change->reworded)
        add (items, new_requirement_item (change), effects);
    }

  return items;
}

const char *
octant_change_item_get_code (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), NULL);

  return self->code;
}

OctantChangeKind
octant_change_item_get_kind (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), OCTANT_CHANGE_SAME);

  return self->kind;
}

gboolean
octant_change_item_has_note (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), FALSE);

  return self->note;
}

gboolean
octant_change_item_has_evidence (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), FALSE);

  return self->evidence;
}

gboolean
octant_change_item_is_reworded (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), FALSE);

  return self->reworded;
}

OctantChangeSubject
octant_change_item_get_subject (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), OCTANT_CHANGE_OF_REQUIREMENT);

  return self->subject;
}

gboolean
octant_change_item_matches (OctantChangeItem *self,
                            const char       *needle)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self) && needle != NULL, FALSE);

  return strstr (self->folded, needle) != NULL;
}

/* The whole stands before its parts. */
static const char *
get_sort_code (const OctantChangeItem *self)
{
  return g_strcmp0 (self->code, "overall") == 0 ? "" : self->code;
}

int
octant_change_item_compare_codes (gconstpointer a,
                                  gconstpointer b,
                                  gpointer      user_data)
{
  const OctantChangeItem *x = a;
  const OctantChangeItem *y = b;
  int order = g_strcmp0 (get_sort_code (x), get_sort_code (y));

  return order != 0 ? order : g_strcmp0 (x->heading, y->heading);
}

int
octant_change_item_compare_kinds (gconstpointer a,
                                  gconstpointer b,
                                  gpointer      user_data)
{
  const OctantChangeItem *x = a;
  const OctantChangeItem *y = b;

  if (x->subject != y->subject)
    return (int) x->subject - (int) y->subject;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;

  return octant_change_item_compare_codes (a, b, user_data);
}

int
octant_change_item_compare_sizes (gconstpointer a,
                                  gconstpointer b,
                                  gpointer      user_data)
{
  const OctantChangeItem *x = a;
  const OctantChangeItem *y = b;

  return x->size != y->size ? y->size - x->size : octant_change_item_compare_codes (a, b, user_data);
}

int
octant_change_item_compare_effect (gconstpointer a,
                                   gconstpointer b,
                                   gpointer      user_data)
{
  const OctantChangeItem *x = a;
  const OctantChangeItem *y = b;

  if (x->effect != y->effect)
    return x->effect > y->effect ? -1 : 1;

  return octant_change_item_compare_sizes (a, b, user_data);
}
