import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import * as icons from '../../shared/icons.js';
import { banner } from '../../shared/notice.js';
import type { InboxModel } from './model.js';

/**
 * What has to be known before one goes on: storage, connection and conflicts (told by the commands), rights, news. The
 * list below stays where it is.
 * @param readOnly why nothing may be changed here; null = it may
 * @param late what could not be fetched
 */
export function banners(model: InboxModel, readOnly: string | null, late: unknown): TemplateResult {
  const { t, list } = model;
  const waiting = list?.waiting ?? 0;
  const show = html`<button type="button" class="btn btn--sm" data-show-waiting @click=${() => list?.showWaiting()}>${t.inbox.showThem}</button>`;
  return html`<div class="banners" part="banners">
    ${model.commands.banners()}${late}
    ${
      waiting > 0
        ? banner({
            tone: 'info',
            drawing: icons.info,
            head: t.inbox.waiting(waiting),
            body: t.inbox.waitingText,
            actions: show,
          })
        : nothing
    }
    ${
      readOnly === null
        ? nothing
        : banner({
            tone: 'plain',
            drawing: icons.lock,
            head: t.inbox.readOnly,
            body: html`<bdi>${readOnly || t.inbox.readOnlyText}</bdi>`,
          })
    }
  </div>`;
}
