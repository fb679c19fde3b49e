import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/icons.js';
import { banner } from '../../shared/notice.js';
import type { InboxModel } from './model.js';

/**
 * What has to be known before one goes on besides storage, connection and conflicts, which the commands tell: news, rights.
 * @param readOnly why nothing may be changed here; null = it may
 */
export function banners(model: InboxModel, readOnly: string | null): TemplateResult {
  const { t, list } = model;
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
