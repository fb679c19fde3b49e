import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DetailModel } from '../../../shared/detail/model.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { MenuItem } from '../../../shared/menu.js';
import { dealWords } from '../words.js';

/** The projects of the deal, as far as a new one is begun elsewhere than in their section. */
export interface Starting {
  readonly shown: boolean;
  /** It is known that there are none. */
  readonly none: boolean;
  create(): Promise<void>;
}

/** In the menu of a won deal. */
export function projectItems(model: DetailModel, projects: Starting): readonly MenuItem[] {
  if (model.deal?.status !== 'won' || !projects.shown) return [];
  return [
    {
      id: 'create-project',
      label: dealWords(model).createProject,
      icon: icons.project,
      disabled: model.why('project-add'),
      run: () => void projects.create(),
    },
  ];
}

/** What a won deal leads on to, as long as nothing has come of it. */
export function startProject(model: DetailModel, projects: Starting): TemplateResult | typeof nothing {
  if (!projects.shown || !projects.none || model.why('project-add') !== undefined) return nothing;
  return html`<button type="button" class="btn btn--sm" data-act="start-project" @click=${() => void projects.create()}>${icon(icons.project)}${dealWords(model).startProject}</button>`;
}
