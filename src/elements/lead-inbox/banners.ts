import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/icons.js';
import { banner } from '../../shared/notice.js';
import type { InboxModel } from './model.js';
import type { Rights } from './rights.js';

/** What has to be known before one goes on besides storage, connection and conflicts, which the commands tell: news, rights. */
export function banners(model: InboxModel, rights: Rights): TemplateResult {
  const { t, list } = model;
  const readOnly = whyReadOnly(model, rights);
  const waiting = list?.waiting ?? 0;
  const show = html`<button type="button" class="btn btn--sm" data-show-waiting @click=${() => list?.showWaiting()}>${t.inbox.showThem(waiting)}</button>`;
  return html`${
    waiting > 0
      ? banner({
          tone: 'info',
          drawing: icons.info,
          head: t.inbox.waiting(waiting),
          body: t.inbox.waitingText,
          actions: show,
        })
      : nothing
  }${
    readOnly === null
      ? nothing
      : banner({
          tone: 'plain',
          drawing: icons.lock,
          head: t.inbox.readOnly,
          body: html`<bdi>${readOnly || t.inbox.readOnlyText}</bdi>`,
        })
  }`;
}

/** Nothing may be changed here at all: said once, above, instead of on every button. null = something may. */
function whyReadOnly(model: InboxModel, rights: Rights): string | null {
  const names = ['lead-add', 'lead-edit', 'leads-convert', 'leads-archive', 'leads-delete'] as const;
  const reasons = names.map((name) => rights.why(name, null));
  return model.store && reasons.every((reason) => reason !== null) ? (reasons[0] ?? '') : null;
}
