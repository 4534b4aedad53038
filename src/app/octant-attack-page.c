/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attack-page.h"

#include <glib/gi18n.h>

#include "octant-attack-export.h"
#include "octant-attack-table.h"
#include "octant-chart-table-dialog.h"
#include "octant-drop-down.h"
#include "octant-level-pill.h"
#include "octant-technique-filter.h"
#include "octant-technique-map.h"
#include "octant-technique-pane.h"
#include "octant-texts.h"

/*
 * As the overview, the page reads everything again at most once for each frame, and only
 * while it is on screen. The map of ATT&CK is read when the page is first shown.
 */

struct _OctantAttackPage
{
  AdwBin parent_instance;

  OctantSession *session;        /* (owned) (nullable) */
  GSignalGroup *assessment;      /* (owned) signals of the session's assessment */
  OctantAttack *attack;          /* (owned) (nullable) until it is read */
  OctantCoverage *coverage;      /* (owned) (nullable) of the model of the assessment */
  OctantTechniqueFilter *filter; /* (owned) (nullable) of the coverage */
  guint chosen;                  /* technique, G_MAXUINT for none */
  guint tick;                    /* tick callback, 0 for none */
  gboolean loading;
  gboolean filling;
  gboolean narrow;
  gboolean name_institution;

  AdwOverlaySplitView *split;
  OctantTechniquePane *pane;
  GtkStack *stack;
  AdwStatusPage *error;
  GtkSearchEntry *search;
  GtkDropDown *tactic;
  GtkDropDown *band;
  GtkDropDown *domain;
  GtkToggleButton *unfold;
  GtkLabel *count;
  GtkStack *results;
  OctantTechniqueMap *map;
  GtkBox *legend;
  GtkLabel *source;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
  PROP_NAME_INSTITUTION,
} OctantAttackPageProperty;

static GParamSpec *props[PROP_NAME_INSTITUTION + 1];

G_DEFINE_FINAL_TYPE (OctantAttackPage, octant_attack_page, ADW_TYPE_BIN)

static void queue_update (OctantAttackPage *self);

static OctantScorer *
get_scorer (OctantAttackPage *self)
{
  return octant_assessment_get_scorer (octant_session_get_assessment (self->session), OCTANT_READING_OFFICIAL);
}

static void
chosen_cb (OctantAttackPage *self,
           guint             technique)
{
  self->chosen = technique;
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  queue_update (self);
}

static void
close_cb (OctantAttackPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
folded_cb (OctantAttackPage *self)
{
  queue_update (self);
}

/* What stands beside follows the keyboard, as it would in a list. */
static void
moved_cb (OctantAttackPage *self,
          guint             technique)
{
  if (adw_overlay_split_view_get_show_sidebar (self->split) && !adw_overlay_split_view_get_collapsed (self->split))
    chosen_cb (self, technique);
}

static void
unfold_cb (OctantAttackPage *self)
{
  octant_technique_map_unfold_all (self->map, gtk_toggle_button_get_active (self->unfold));
  queue_update (self);
}

static void
filter_cb (OctantAttackPage *self)
{
  if (!self->filling)
    queue_update (self);
}

static void
clear_cb (OctantAttackPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->band, 0);
  gtk_drop_down_set_selected (self->domain, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* "2 to below 3"; the last band has both its ends. */
static char *
describe_band (guint band,
               guint n_levels)
{
  if (band + 1 < n_levels)
    /* Translators: a range of scores; the second number is not in it */
    return g_strdup_printf (_("%u to below %u"), band, band + 1);
  /* Translators: a range of scores; both numbers are in it */
  return g_strdup_printf (_("%u to %u"), band, band + 1);
}

static void
make_choices (OctantAttackPage *self,
              OctantModel      *model)
{
  g_autoptr (GtkStringList) tactics = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) bands = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) domains = gtk_string_list_new (NULL);
  guint n_levels = octant_model_get_n_levels (model);

  for (guint i = 0; i < octant_technique_map_get_n_tactics (self->map); i++)
    gtk_string_list_append (tactics, octant_technique_map_get_tactic_name (self->map, i));
  gtk_string_list_append (bands, _("Any Score"));
  for (guint i = 0; i < n_levels; i++)
    gtk_string_list_take (bands, describe_band (i, n_levels));
  gtk_string_list_append (bands, _("Without a Score"));
  gtk_string_list_append (domains, _("All Domains"));
  for (guint i = 0; i < octant_model_get_n_domains (model); i++)
    gtk_string_list_append (domains, octant_localise (&octant_model_get_domain (model, i)->name));
  gtk_drop_down_set_model (self->tactic, G_LIST_MODEL (tactics));
  gtk_drop_down_set_model (self->band, G_LIST_MODEL (bands));
  gtk_drop_down_set_model (self->domain, G_LIST_MODEL (domains));
}

static void
make_legend (OctantAttackPage *self,
             guint             n_levels)
{
  GtkWidget *child;
  GtkWidget *title = gtk_label_new (_("Score"));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_box_remove (self->legend, child);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_set_margin_end (title, 3);
  gtk_box_append (self->legend, title);
  for (guint level = 0; level <= n_levels; level++)
    {
      GtkWidget *pill = octant_level_pill_new ();
      g_autofree char *band = level < n_levels ? g_strdup_printf (_("%u to below %u"), level, level + 1) : g_strdup_printf ("%u", level);

      g_object_set (pill, "n-levels", (int) n_levels, "level", (int) level, NULL);
      gtk_widget_add_css_class (pill, "caption");
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (pill, band);
      gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, band, -1);
      gtk_box_append (self->legend, pill);
    }
}

/* What depends on the model alone. */
static void
set_model (OctantAttackPage *self,
           OctantModel      *model)
{
  self->filling = TRUE;
  octant_technique_map_set_coverage (self->map, NULL, NULL);
  g_clear_pointer (&self->filter, octant_technique_filter_free);
  g_clear_pointer (&self->coverage, octant_coverage_free);
  self->chosen = G_MAXUINT;
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_toggle_button_set_active (self->unfold, FALSE);
  self->coverage = octant_coverage_new (model, self->attack);
  self->filter = octant_technique_filter_new (self->coverage);
  octant_technique_map_set_coverage (self->map, self->coverage, self->filter);
  make_choices (self, model);
  make_legend (self, octant_model_get_n_levels (model));
  gtk_label_set_label (self->source, octant_attack_get_source (self->attack));
  self->filling = FALSE;
}

static void
read_filter (OctantAttackPage *self)
{
  guint band = gtk_drop_down_get_selected (self->band);
  guint domain = gtk_drop_down_get_selected (self->domain);
  guint n_levels = octant_model_get_n_levels (octant_coverage_get_model (self->coverage));

  octant_technique_filter_set_words (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  octant_technique_filter_set_band (self->filter, band == 0           ? OCTANT_TECHNIQUE_BAND_ANY
                                                  : band <= n_levels ? (int) band - 1
                                                                     : OCTANT_TECHNIQUE_BAND_NONE);
  octant_technique_filter_set_domain (self->filter, domain == 0 ? OCTANT_TECHNIQUE_ANY_DOMAIN : (int) domain - 1);
}

/* How many techniques match under any of their tactics. */
static guint
count_matching (OctantAttackPage *self,
                guint            *all)
{
  const OctantAttackTechnique *techniques = octant_attack_get_techniques (self->attack, all);
  guint n = 0;

  for (guint t = 0; t < *all; t++)
    for (guint i = 0; i < techniques[t].n_tactics; i++)
      if (octant_technique_filter_matches (self->filter, t, techniques[t].tactics[i]))
        {
          n++;
          break;
        }
  return n;
}

static void
update_map (OctantAttackPage *self)
{
  guint all;
  guint n = count_matching (self, &all);
  g_autofree char *text = n == all ? g_strdup_printf (ngettext ("%u technique", "%u techniques", all), all)
                                   : g_strdup_printf (_("%u of %u techniques"), n, all);

  octant_technique_map_set_chosen (self->map, self->chosen);
  octant_technique_map_set_tactic (self->map, self->narrow ? (int) gtk_drop_down_get_selected (self->tactic)
                                                           : OCTANT_TECHNIQUE_MAP_ALL);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->results, octant_technique_map_update (self->map, get_scorer (self)) ? "map" : "none");
}

static void
update_actions (OctantAttackPage *self)
{
  gboolean open = self->session != NULL && octant_session_get_assessment (self->session) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attack.export", open && self->attack != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attack.show-table", open && self->coverage != NULL);
}

static gboolean
covers_nothing (OctantAttackPage *self)
{
  guint counts[OCTANT_N_COVERAGE_KINDS];

  octant_coverage_count (self->coverage, counts);
  return counts[OCTANT_COVERAGE_SCORED] + counts[OCTANT_COVERAGE_OUT_OF_SCOPE] == 0;
}

static void
update (OctantAttackPage *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);

  if (assessment == NULL || self->attack == NULL)
    return;
  if (self->coverage == NULL || octant_coverage_get_model (self->coverage) != octant_assessment_get_model (assessment))
    set_model (self, octant_assessment_get_model (assessment));
  update_actions (self);
  octant_coverage_update (self->coverage, get_scorer (self));
  read_filter (self);
  update_map (self);
  if (self->chosen != G_MAXUINT)
    octant_technique_pane_update (self->pane, self->coverage, get_scorer (self), self->chosen);
  gtk_stack_set_visible_child_name (self->stack, covers_nothing (self) ? "unrelated" : "content");
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (widget);

  self->tick = 0;
  if (self->session != NULL)
    update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (OctantAttackPage *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantAttackPage) self = user_data;
  g_autoptr (GError) error = NULL;

  self->loading = FALSE;
  self->attack = octant_attack_load_finish (result, &error);
  if (self->stack == NULL)
    return;
  if (self->attack == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error, escaped);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  update_actions (self);
  queue_update (self);
}

static void
load (OctantAttackPage *self)
{
  if (self->loading || self->attack != NULL)
    return;
  self->loading = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  octant_attack_load_async (loaded_cb, g_object_ref (self));
}

static void
retry_cb (OctantAttackPage *self)
{
  load (self);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (widget);

  octant_attack_export_ask (self->session, self->attack, self->name_institution, GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
show_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (widget);

  if (self->coverage != NULL)
    adw_dialog_present (octant_chart_table_dialog_new (_("Techniques"), octant_attack_table_new (self->coverage)), widget);
}

static void
assessment_cb (OctantAttackPage *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  update_actions (self);
  queue_update (self);
}

static void
set_session (OctantAttackPage *self,
             OctantSession    *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->assessment, NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
set_narrow (OctantAttackPage *self,
            gboolean          narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
octant_attack_page_map (GtkWidget *widget)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (widget);

  if (self->session != NULL)
    update (self);
  GTK_WIDGET_CLASS (octant_attack_page_parent_class)->map (widget);
  load (self);
}

static void
octant_attack_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (object);

  switch ((OctantAttackPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_NAME_INSTITUTION:
      g_value_set_boolean (value, self->name_institution);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_attack_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (object);

  switch ((OctantAttackPageProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_NAME_INSTITUTION:
      if (self->name_institution == g_value_get_boolean (value))
        return;
      self->name_institution = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_attack_page_dispose (GObject *object)
{
  OctantAttackPage *self = OCTANT_ATTACK_PAGE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  /* The bin has to let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_ATTACK_PAGE);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->filter, octant_technique_filter_free);
  g_clear_pointer (&self->coverage, octant_coverage_free);
  g_clear_object (&self->attack);

  G_OBJECT_CLASS (octant_attack_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-attack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, band);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, domain);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, error);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, legend);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, map);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, pane);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, results);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, search);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, source);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, split);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, tactic);
  gtk_widget_class_bind_template_child (widget_class, OctantAttackPage, unfold);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
}

static void
octant_attack_page_class_init (OctantAttackPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_attack_page_get_property;
  object_class->set_property = octant_attack_page_set_property;
  object_class->dispose = octant_attack_page_dispose;
  widget_class->map = octant_attack_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_NAME_INSTITUTION] =
    g_param_spec_boolean ("name-institution", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_TECHNIQUE_MAP);
  g_type_ensure (OCTANT_TYPE_TECHNIQUE_PANE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "attack.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "attack.show-table", NULL, show_table_action);
  gtk_widget_class_install_property_action (widget_class, "attack.name-institution", "name-institution");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.show-place", "s", "overview");
}

static void
octant_attack_page_init (OctantAttackPage *self)
{
  self->chosen = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_drop_down_set_up (self->tactic, _("Tactic"));
  octant_drop_down_set_up (self->band, _("Score"));
  octant_drop_down_set_up (self->domain, _("Covered by domain"));
  update_actions (self);
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "scores-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (queue_update), self);
}
