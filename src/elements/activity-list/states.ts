import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { errorState, stateBox } from '../../shared/detail/states.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { AgendaModel } from './model.js';
import { skeletonRow } from './row.js';
import type { Sections } from './sections.js';

const dayArt = svg`<rect class="tint" x="18" y="12" width="60" height="52" rx="8"/><rect class="face" x="18" y="24" width="60" height="40" rx="6"/><path d="M32 6v12M64 6v12M18 24h60"/><path class="ink" d="m38 44 7 7 14-14"/>`;
const searchArt = svg`<rect class="tint" x="12" y="14" width="60" height="44" rx="8"/><path class="face" d="M16 16h52M16 30h34M16 44h26"/><circle class="face" cx="60" cy="40" r="15"/><path class="ink" d="m71 51 11 11M55 36l10 9M65 36l-10 9"/>`;

/** What stands in the list's place: it could not be read, nothing is there, nothing matches. null = the list. */
export function instead(
  model: AgendaModel,
  sections: Sections,
  empty: boolean,
  { plan, clear }: { readonly plan: () => void; readonly clear: () => void },
): TemplateResult | null {
  const { t, crm } = model;
  if (crm.state === 'failed') return errorState(model, crm.crm?.error ?? null, () => crm.crm?.retry());
  const failed = sections.failed;
  if (failed) return errorState(model, failed.list.error, () => sections.retry());
  if (!empty) return null;
  if (model.narrowed)
    return stateBox(
      searchArt,
      t.agenda.noMatchTitle,
      [t.agenda.noMatchText],
      html`<button type="button" class="btn" @click=${clear}>${t.agenda.clearFilters}</button>`,
    );
  const mine = model.owner !== 'all';
  const locked = model.why('activity-add');
  return stateBox(
    dayArt,
    mine ? t.agenda.noneOfMine : t.agenda.emptyTitle,
    [t.agenda.emptyText],
    html`${
      locked === undefined
        ? html`<button type="button" class="btn btn--primary" @click=${plan}>${icon(icons.plus)}${t.agenda.planOne}</button>`
        : nothing
    }${mine ? html`<button type="button" class="btn" @click=${() => model.arrange({ owner: 'all' })}>${t.agenda.showEveryone}</button>` : nothing}`,
  );
}

/** Rows at their final height. */
export function loading({ t }: AgendaModel): TemplateResult {
  return html`<div class="agenda-loading" role="status"><span class="sr">${t.agenda.loading}</span>${[...Array(8).keys()].map(skeletonRow)}</div>`;
}
