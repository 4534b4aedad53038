/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-item.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

struct _OctantEvidenceItem
{
  GObject parent_instance;

  OctantRecord *record;      /* (owned) */
  OctantEvidenceState state;
  OctantEvidenceType type;
  guint used;
  char *folded;              /* (owned) what a search looks at */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_TYPE_NAME,
  PROP_TYPE_ICON,
  PROP_STRENGTH,
  PROP_STRENGTH_NAME,
  PROP_COLLECTED,
  PROP_COLLECTED_TEXT,
  PROP_UNTIL,
  PROP_UNTIL_TEXT,
  PROP_STATE,
  PROP_STATE_NAME,
  PROP_STATE_ICON,
  PROP_CARE,
  PROP_USED,
  PROP_SUBTITLE,
  PROP_SUMMARY,
} OctantEvidenceItemProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (OctantEvidenceItem, octant_evidence_item, G_TYPE_OBJECT)

const char *
octant_evidence_type_get_name (OctantEvidenceType type)
{
  switch (type)
    {
    case OCTANT_EVIDENCE_DOCUMENT:
      return _("Document");
    case OCTANT_EVIDENCE_TABLE:
      return _("Table");
    case OCTANT_EVIDENCE_PICTURE:
      return _("Picture");
    case OCTANT_EVIDENCE_TEXT:
      return _("Text");
    case OCTANT_EVIDENCE_OTHER:
    case OCTANT_N_EVIDENCE_TYPES:
    default:
      /* Translators: a file of another type */
      return C_("file type", "Other");
    }
}

OctantEvidenceType
octant_evidence_type_guess (const char *media_type)
{
  static const char *const tables[] = { "text/csv", "spreadsheet", "ms-excel", "tab-separated" };
  static const char *const documents[] = { "application/pdf", "word", "opendocument", "officedocument", "powerpoint",
                                           "rtf", "message/" };

  if (media_type == NULL)
    return OCTANT_EVIDENCE_OTHER;
  if (g_str_has_prefix (media_type, "image/"))
    return OCTANT_EVIDENCE_PICTURE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strstr (media_type, tables[i]) != NULL)
      return OCTANT_EVIDENCE_TABLE;
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (strstr (media_type, documents[i]) != NULL)
      return OCTANT_EVIDENCE_DOCUMENT;
  if (g_str_has_prefix (media_type, "text/") || g_str_has_suffix (media_type, "/json")
      || g_str_has_suffix (media_type, "xml"))
    return OCTANT_EVIDENCE_TEXT;
  return OCTANT_EVIDENCE_OTHER;
}

const char *
octant_evidence_type_get_icon (OctantEvidenceType type)
{
  static const char *const icons[] = { "x-office-document-symbolic", "x-office-spreadsheet-symbolic",
                                       "image-x-generic-symbolic", "text-x-generic-symbolic",
                                       "package-x-generic-symbolic" };

  return icons[MIN (type, OCTANT_EVIDENCE_OTHER)];
}

const char *
octant_evidence_state_get_name (OctantEvidenceState state)
{
  switch (state)
    {
    case OCTANT_EVIDENCE_FRESH:
      /* Translators: of evidence: young enough to count in full */
      return C_("evidence", "Fresh");
    case OCTANT_EVIDENCE_AGEING:
      /* Translators: of evidence: so old that it counts only in part */
      return C_("evidence", "Ageing");
    case OCTANT_EVIDENCE_STALE:
      /* Translators: of evidence: too old to count */
      return C_("evidence", "Stale");
    case OCTANT_EVIDENCE_EXPIRED:
      /* Translators: of evidence: its validity ended before the assessment */
      return C_("evidence", "Expired");
    case OCTANT_EVIDENCE_LATER:
      /* Translators: of evidence: collected after the date of the assessment */
      return C_("evidence", "Later");
    case OCTANT_EVIDENCE_UNDATED:
    default:
      /* Translators: of evidence: nobody said when it was collected */
      return C_("evidence", "Undated");
    }
}

const char *
octant_evidence_state_get_icon (OctantEvidenceState state)
{
  switch (state)
    {
    case OCTANT_EVIDENCE_FRESH:
      return "object-select-symbolic";
    case OCTANT_EVIDENCE_AGEING:
      return "document-open-recent-symbolic";
    case OCTANT_EVIDENCE_STALE:
    case OCTANT_EVIDENCE_EXPIRED:
      return "dialog-warning-symbolic";
    case OCTANT_EVIDENCE_LATER:
      return "go-next-symbolic";
    case OCTANT_EVIDENCE_UNDATED:
    default:
      return "dialog-question-symbolic";
    }
}

const char *
octant_strength_get_name (guint strength)
{
  switch (strength)
    {
    case 0:
      return _("Statement only");
    case 1:
      return _("One document");
    case 2:
      return _("Document and samples");
    default:
      return _("Tested by the assessor");
    }
}

static const char *
get (OctantEvidenceItem *self,
     guint               column)
{
  const char *text = octant_record_get (self->record, column);

  return text != NULL ? text : "";
}

static char *
dup_date (OctantEvidenceItem *self,
          guint               column)
{
  return *get (self, column) != '\0' ? octant_format_date (get (self, column)) : g_strdup ("–");
}

static char *
dup_subtitle (OctantEvidenceItem *self)
{
  g_autofree char *date = dup_date (self, OCTANT_EVIDENCE_COLLECTED_ON);
  g_autofree char *used = g_strdup_printf (ngettext ("used %u time", "used %u times", self->used), self->used);

  return g_strdup_printf ("%s · %s · %s", octant_evidence_state_get_name (self->state), date, used);
}

static char *
dup_summary (OctantEvidenceItem *self)
{
  g_autofree char *subtitle = dup_subtitle (self);

  return g_strdup_printf ("%s. %s, %s, %s", get (self, OCTANT_EVIDENCE_TITLE),
                          octant_evidence_type_get_name (self->type),
                          octant_strength_get_name (octant_evidence_item_get_strength (self)), subtitle);
}

static void
octant_evidence_item_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  OctantEvidenceItem *self = OCTANT_EVIDENCE_ITEM (object);

  switch ((OctantEvidenceItemProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, get (self, OCTANT_EVIDENCE_TITLE));
      break;
    case PROP_TYPE_NAME:
      g_value_set_string (value, octant_evidence_type_get_name (self->type));
      break;
    case PROP_TYPE_ICON:
      g_value_set_string (value, octant_evidence_type_get_icon (self->type));
      break;
    case PROP_STRENGTH:
      g_value_set_uint (value, octant_evidence_item_get_strength (self));
      break;
    case PROP_STRENGTH_NAME:
      g_value_set_string (value, octant_strength_get_name (octant_evidence_item_get_strength (self)));
      break;
    case PROP_COLLECTED:
      g_value_set_string (value, get (self, OCTANT_EVIDENCE_COLLECTED_ON));
      break;
    case PROP_COLLECTED_TEXT:
      g_value_take_string (value, dup_date (self, OCTANT_EVIDENCE_COLLECTED_ON));
      break;
    case PROP_UNTIL:
      g_value_set_string (value, get (self, OCTANT_EVIDENCE_VALID_UNTIL));
      break;
    case PROP_UNTIL_TEXT:
      g_value_take_string (value, dup_date (self, OCTANT_EVIDENCE_VALID_UNTIL));
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_STATE_NAME:
      g_value_set_string (value, octant_evidence_state_get_name (self->state));
      break;
    case PROP_STATE_ICON:
      g_value_set_string (value, octant_evidence_state_get_icon (self->state));
      break;
    case PROP_CARE:
      g_value_set_boolean (value, !octant_evidence_state_counts (self->state));
      break;
    case PROP_USED:
      g_value_set_uint (value, self->used);
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, dup_subtitle (self));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_evidence_item_finalize (GObject *object)
{
  OctantEvidenceItem *self = OCTANT_EVIDENCE_ITEM (object);

  octant_record_unref (self->record);
  g_free (self->folded);

  G_OBJECT_CLASS (octant_evidence_item_parent_class)->finalize (object);
}

static void
octant_evidence_item_class_init (OctantEvidenceItemClass *klass)
{
  static const struct
  {
    OctantEvidenceItemProperty id;
    const char *name;
  } strings[] = {
    { PROP_TITLE, "title" },
    { PROP_TYPE_NAME, "type-name" },
    { PROP_TYPE_ICON, "type-icon" },
    { PROP_STRENGTH_NAME, "strength-name" },
    { PROP_COLLECTED, "collected" },
    { PROP_COLLECTED_TEXT, "collected-text" },
    { PROP_UNTIL, "until" },
    { PROP_UNTIL_TEXT, "until-text" },
    { PROP_STATE_NAME, "state-name" },
    { PROP_STATE_ICON, "state-icon" },
    { PROP_SUBTITLE, "subtitle" },
    { PROP_SUMMARY, "summary" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_evidence_item_get_property;
  object_class->finalize = octant_evidence_item_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    props[strings[i].id] = g_param_spec_string (strings[i].name, NULL, NULL, NULL, flags);
  props[PROP_STRENGTH] = g_param_spec_uint ("strength", NULL, NULL, 0, OCTANT_N_STRENGTHS - 1, 0, flags);
  props[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, OCTANT_N_EVIDENCE_STATES - 1, 0, flags);
  props[PROP_CARE] = g_param_spec_boolean ("care", NULL, NULL, FALSE, flags);
  props[PROP_USED] = g_param_spec_uint ("used", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_evidence_item_init (OctantEvidenceItem *self)
{
}

static void
set_record (OctantEvidenceItem *self,
            OctantRecord       *record)
{
  g_autofree char *all = NULL;

  if (self->record != NULL)
    octant_record_unref (self->record);
  self->record = octant_record_ref (record);
  self->type = octant_evidence_type_guess (octant_record_get (record, OCTANT_EVIDENCE_MEDIA_TYPE));
  all = g_strjoin (" ", get (self, OCTANT_EVIDENCE_TITLE), get (self, OCTANT_EVIDENCE_NAME),
                   get (self, OCTANT_EVIDENCE_SOURCE), NULL);
  g_free (self->folded);
  self->folded = g_utf8_casefold (all, -1);
}

OctantEvidenceItem *
octant_evidence_item_new (OctantRecord *record)
{
  OctantEvidenceItem *self = g_object_new (OCTANT_TYPE_EVIDENCE_ITEM, NULL);

  self->state = OCTANT_EVIDENCE_UNDATED;
  set_record (self, record);
  return self;
}

gboolean
octant_evidence_item_update (OctantEvidenceItem *self,
                             OctantRecord       *record,
                             OctantAssessment   *assessment)
{
  OctantEvidenceState state;
  g_autoptr (GArray) uses = NULL;

  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), FALSE);

  state = octant_evidence_state (octant_assessment_get_model (assessment), record,
                                 octant_assessment_get_as_of (assessment));
  uses = octant_assessment_list_evidence_items (assessment, octant_record_get (record, OCTANT_EVIDENCE_ID));
  if (state == self->state && uses->len == self->used && octant_record_equal (record, self->record))
    return FALSE;
  set_record (self, record);
  self->state = state;
  self->used = uses->len;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < G_N_ELEMENTS (props); i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

OctantRecord *
octant_evidence_item_get_record (OctantEvidenceItem *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), NULL);

  return self->record;
}

const char *
octant_evidence_item_get_id (OctantEvidenceItem *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), NULL);

  return octant_record_get (self->record, OCTANT_EVIDENCE_ID);
}

OctantEvidenceState
octant_evidence_item_get_state (OctantEvidenceItem *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), OCTANT_EVIDENCE_UNDATED);

  return self->state;
}

OctantEvidenceType
octant_evidence_item_get_kind (OctantEvidenceItem *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), OCTANT_EVIDENCE_OTHER);

  return self->type;
}

guint
octant_evidence_item_get_strength (OctantEvidenceItem *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), 0);

  return (guint) CLAMP (octant_record_get_int (self->record, OCTANT_EVIDENCE_STRENGTH), 0, OCTANT_N_STRENGTHS - 1);
}

guint
octant_evidence_item_get_used (OctantEvidenceItem *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self), 0);

  return self->used;
}

gboolean
octant_evidence_item_matches (OctantEvidenceItem *self,
                              const char         *needle)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_ITEM (self) && needle != NULL, FALSE);

  return strstr (self->folded, needle) != NULL;
}

/* As many changes as come one by one, so that the rows around them stay where they are. */
#define MOST_CHANGES 64

/* What @store has too much and what it lacks. FALSE when it shares nothing with @places, or in another order. */
static gboolean
count_changes (GListStore *store,
               GHashTable *places,
               guint      *n_changes)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint shared = 0, last = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OctantEvidenceItem) there = g_list_model_get_item (G_LIST_MODEL (store), i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, there));

      if (place > 0 && place < last)
        return FALSE;
      shared += place > 0;
      last = MAX (last, place);
    }
  *n_changes = n - shared + g_hash_table_size (places) - shared;
  return shared > 0;
}

/* FALSE: there is more to change than @most. */
static gboolean
change_one_by_one (GListStore *store,
                   GPtrArray  *items,
                   GHashTable *places,
                   guint       most)
{
  guint position = 0;

  while (position < MAX (items->len, g_list_model_get_n_items (G_LIST_MODEL (store))))
    {
      g_autoptr (OctantEvidenceItem) there = g_list_model_get_item (G_LIST_MODEL (store), position);

      if (there != NULL && position < items->len && there == items->pdata[position])
        {
          position++;
          continue;
        }
      if (most-- == 0)
        return FALSE;
      if (there != NULL && !g_hash_table_contains (places, there))
        g_list_store_remove (store, position);
      else
        g_list_store_insert (store, position, items->pdata[position]);
    }
  return TRUE;
}

/* A row that stays keeps its selection and its place on screen. */
static gboolean
change (GListStore *store,
        GPtrArray  *items,
        guint       most)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL); /* item → position + 1 */
  guint n_changes;

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (places, items->pdata[i], GUINT_TO_POINTER (i + 1));
  if (count_changes (store, places, &n_changes) && n_changes <= MOST_CHANGES)
    return change_one_by_one (store, items, places, most);
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
  return TRUE;
}

gboolean
octant_evidence_items_fill (GListStore       *store,
                            OctantAssessment *assessment,
                            guint             most)
{
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = assessment != NULL ? octant_assessment_list_library (assessment) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  g_return_val_if_fail (G_IS_LIST_STORE (store), TRUE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_hash_table_insert (old, (gpointer) octant_evidence_item_get_id (item), item);
    }
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      OctantRecord *record = g_ptr_array_index (records, i);
      OctantEvidenceItem *item = g_hash_table_lookup (old, octant_record_get (record, OCTANT_EVIDENCE_ID));

      g_ptr_array_add (items, item != NULL ? g_object_ref (item) : octant_evidence_item_new (record));
    }
  /* The ids in the table belong to records that an update lets go. */
  g_hash_table_remove_all (old);
  for (guint i = 0; i < items->len; i++)
    octant_evidence_item_update (g_ptr_array_index (items, i), g_ptr_array_index (records, i), assessment);
  return change (store, items, most);
}
