import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { notice as english } from '../i18n/en/notice.js';
import type { CrmStore } from '../store/api.js';
import { version } from '../version.js';
import { icon } from './icon.js';
import * as icons from './icons.js';
import type { StoreController } from './store-controller.js';

export type NoticeWords = typeof english;
type Tone = 'info' | 'warning' | 'negative';

export interface BannerOptions {
  readonly tone: Tone | 'positive' | 'plain';
  readonly drawing: icons.Drawing;
  /** In bold: what happened. */
  readonly head: string;
  /** What it means, what to do. */
  readonly body?: unknown;
  /** Buttons, at the end. */
  readonly actions?: unknown;
  /** Interrupts a screen reader; for what went wrong just now. */
  readonly alert?: boolean;
  /** Over a corner of the view instead of above it: it comes and goes while one works, and nothing moves under a pointer. */
  readonly afloat?: boolean;
}

/** A banner as it stands above a list, or afloat. Its styles are `styles/controls/banner.ts`. */
export function banner({ tone, drawing, head, body, actions, alert = false, afloat }: BannerOptions): TemplateResult {
  return html`<div class="banner${tone === 'plain' ? '' : ` banner--${tone}`}${afloat ? ' banner--afloat' : ''}" role=${alert ? 'alert' : 'status'}>
    ${icon(drawing)}
    <div class="grow"><b>${head}</b> ${body ?? nothing}</div>
    ${actions ?? nothing}
  </div>`;
}

/**
 * What the storage and the connection have to tell, above a view (that it takes long: over its corner); nothing where all
 * is well. Needs the area `notice`, the styles of banner and button, and a {@link watchNotices} in the element's constructor.
 */
export function storeNotice(crm: StoreController, words: NoticeWords): TemplateResult | typeof nothing {
  if (crm.state === 'mismatch') {
    const body = words.mismatchHow(version);
    return banner({ tone: 'negative', drawing: icons.warning, head: words.mismatch, body, alert: true });
  }
  if (crm.state === 'failed') {
    const again = html`<button type="button" class="btn btn--sm" @click=${() => crm.crm?.retry()}>${words.retry}</button>`;
    const body = html`<bdi>${crm.crm?.error?.reason ?? ''}</bdi>`;
    return banner({ tone: 'negative', drawing: icons.warning, head: words.failed, body, actions: again, alert: true });
  }
  return crm.store ? ofStore(crm.store, words) : nothing;
}

/** What was read and put away: it does not come back before the storage has something else to tell. */
const putAway = new WeakMap<CrmStore, CrmStore['notice']>();
/** Every element over a store shows its notice, so all of them are drawn again when it is put away at one. */
const redraws = new WeakMap<CrmStore, Set<() => void>>();

function noticeOf(store: CrmStore): CrmStore['notice'] {
  return putAway.get(store) === store.notice ? null : store.notice;
}

function dismiss(store: CrmStore): void {
  putAway.set(store, store.notice);
  for (const look of redraws.get(store) ?? []) look();
}

function ofStore(store: CrmStore, words: NoticeWords): TemplateResult | typeof nothing {
  const { busy } = store;
  const notice = noticeOf(store);
  const say = (tone: Tone, drawing: icons.Drawing, head: string, body: string, actions?: unknown) =>
    banner({ tone, drawing, head, body, actions });
  switch (notice?.state) {
    case 'blocked':
      return say('warning', icons.info, words.blocked, words.blockedHow);
    case 'memory':
      return say('warning', icons.warning, words.memory, words.memoryHow);
    case 'outdated': {
      const reload = html`<button type="button" class="btn btn--sm" @click=${() => location.reload()}>${words.reload}</button>`;
      return say('info', icons.info, words.outdated, words.outdatedHow, reload);
    }
    case 'lost': {
      const read = html`<button type="button" class="btn btn--sm" @click=${() => dismiss(store)}>${words.dismiss}</button>`;
      return say('negative', icons.warning, words.lost, words.lostHow, read);
    }
    case 'retrying':
      return navigator.onLine
        ? say('warning', icons.offline, words.retrying, words.retryingHow(busy.unsaved))
        : say('warning', icons.offline, words.offline, words.offlineHow(busy.unsaved));
    case undefined:
      return busy.late
        ? banner({
            tone: 'info',
            drawing: icons.clock,
            head: words.late,
            body: words.lateHow(busy.unsaved),
            afloat: true,
          })
        : nothing;
  }
}

/** Draws the element again when what {@link storeNotice} says changes. Once, in the constructor. */
export function watchNotices(crm: StoreController, redraw: () => void): void {
  let shown = '';
  const look = (): void => {
    const store = crm.store;
    const notice = store && noticeOf(store);
    const busy = store?.busy;
    // How many are unsaved is said only where something is wrong: a count that changes all day draws nothing.
    const count = notice?.state === 'retrying' || busy?.late ? busy?.unsaved : '';
    const next = `${notice?.state} ${busy?.late} ${count}`;
    if (next === shown) return;
    shown = next;
    redraw();
  };
  crm.listen('notice', look);
  crm.listen('busy', look);
  crm.hold((store) => {
    const all = redraws.get(store) ?? new Set();
    redraws.set(store, all.add(look));
    return () => void all.delete(look);
  });
}
