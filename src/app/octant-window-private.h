/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-interviews-page.h"
#include "octant-object-switch.h"
#include "octant-sidebar.h"
#include "octant-subdomain-page.h"
#include "octant-window.h"

G_BEGIN_DECLS

struct _OctantWindow
{
  AdwApplicationWindow parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  GSettings *settings;    /* (owned) (nullable) */
  gboolean closing;       /* the user closed it, and what is not on disk is waited for */

  AdwToastOverlay *toasts;
  GtkStack *state_stack;
  AdwStatusPage *error_page;
  gboolean painted;       /* a first frame */

  /* All of these NULL until the workspace is made. */
  AdwNavigationSplitView *split;
  AdwNavigationPage *content;
  OctantSidebar *sidebar;
  AdwBanner *banner;
  GtkStack *places;
  guint hide_source;      /* hides the pages that are not on screen, 0 for none */
  gulong keyboard_handler; /* one of them still has the keyboard, 0: none has */
  OctantInterviewsPage *interviews_page;
  OctantSubdomainPage *subdomain_page;
  AdwHeaderBar *header;
  GtkButton *back_button;
  GtkToggleButton *details_button;
  GtkMenuButton *more_button;
  GtkToggleButton *matrix_button;
  GtkWidget *object_slot; /* hidden where the header has no room: the menu offers the same */
  OctantObjectSwitch *object_switch;
  AdwBanner *object_banner;
};

void octant_window_add_actions_private    (OctantWindow *self);
/* After whatever decides what can be done: the state of the data, what is on screen. */
void octant_window_update_actions_private (OctantWindow *self);
/* @place: the name of a page that is no sub-domain */
void octant_window_show_place_private     (OctantWindow *self,
                                           const char   *place);
/* @node: a sub-domain */
void octant_window_show_node_private      (OctantWindow *self,
                                           OctantNode   *node);
/* @name: of a page of the stack, which is on screen afterwards */
void octant_window_show_page_private      (OctantWindow *self,
                                           const char   *name);

G_END_DECLS
