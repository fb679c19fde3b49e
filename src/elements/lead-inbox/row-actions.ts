import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Lead } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { Drawing } from '../../shared/icons.js';
import * as icons from '../../shared/icons.js';
import { icon } from '../../shared/icon.js';
import type { InboxModel } from './model.js';
import type { TrashedLead } from './own-setup.js';
import type { Rights } from './rights.js';
import { titleOf } from './row.js';

/** What can be done with the row under the pointer or the focus. Drawn for that row only. */
export function rowActions(lead: Lead, model: InboxModel, rights: Rights): TemplateResult {
  const { t, segment } = model;
  const title = titleOf(lead, model);
  const { mergedInto, mergedTitle } = lead as Partial<TrashedLead>;
  const merged = wordsOf('merge', merge, model.words.lang);
  if (segment === 'trash')
    return html`<span class="rowacts" role="gridcell">${mergedInto ? action('survivor', icons.external, mergedTitle ? merged.openTitle(mergedTitle) : merged.openSurvivor, null) : nothing}${action('restore', icons.undo, t.inbox.restore, rights.why('trash-restore', lead), true)}</span>`;
  return html`<span class="rowacts" role="gridcell">
    ${
      segment === 'inbox'
        ? html`${action('convert', icons.convert, t.inbox.convert, rights.why('leads-convert', lead), true)}
        ${rights.canArchive ? action('archive', icons.archive, t.inbox.archive, rights.why('leads-archive', lead)) : nothing}`
        : action('restore', icons.undo, t.inbox.restore, rights.why('leads-restore', lead), true)
    }
    ${action('label', icons.label, t.inbox.labelsFor(title), rights.why('leads-label', lead), false, 'dialog')}
    ${action('more', icons.more, t.inbox.moreFor(title), null, false, 'menu')}
  </span>`;
}

function action(
  name: string,
  drawing: Drawing,
  text: string,
  why: string | null,
  worded = false,
  popup?: 'menu' | 'dialog',
): TemplateResult {
  return html`<button
    type="button"
    class="btn btn--sm ${worded ? '' : 'btn--icon'}"
    tabindex="-1"
    data-do=${name}
    aria-label=${worded ? nothing : text}
    title=${why ?? (worded ? nothing : text)}
    aria-disabled=${why === null ? nothing : 'true'}
    aria-haspopup=${popup ?? nothing}
    aria-expanded=${popup ? 'false' : nothing}
  >${icon(drawing)}${worded ? text : nothing}</button>`;
}
