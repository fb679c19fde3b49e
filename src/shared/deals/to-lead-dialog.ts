import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Plan, ToLeadDraft } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import { toLead } from '../../i18n/en/to-lead.js';
import { wordsOf } from '../../i18n/words.js';
import type { Dialog } from '../dialog.js';
import { icon } from '../icon.js';
import type { Again } from '../intend.js';
import * as icons from '../icons.js';
import type { DealPlace } from './place.js';

/** More are shown on their way, and can be stopped. */
const many = 20;

/** Moves deals back to the leads: says first what that means, then how far it has come. */
export async function backToLeads(
  ids: readonly Id[],
  place: DealPlace,
  dialog: Dialog,
  home: () => HTMLElement | null,
): Promise<void> {
  const own = (): typeof toLead => wordsOf('toLead', toLead, place.words.lang);
  const stop = new AbortController();
  const way = { done: 0, of: 0 };
  const wide = (bar: Element | undefined): void => {
    if (bar instanceof HTMLElement) bar.style.inlineSize = `${(100 * way.done) / way.of}%`;
  };
  const show = (): void => {
    const frame = (): TemplateResult =>
      dialog.frame({
        title: own().moving(way.of),
        body: html`<div class="progress" role="progressbar" aria-label=${own().moved} aria-valuemin="0" aria-valuemax=${way.of} aria-valuenow=${way.done}><i ${ref((bar) => wide(bar))}></i></div>
          <p class="subtle small num">${own().movedOf(way.done, way.of)}</p>`,
        foot: html`<p class="subtle small">${own().stopKeeps}</p><span class="grow"></span
          ><button type="button" class="btn" data-stop ?disabled=${stop.signal.aborted} @click=${halt}>${stop.signal.aborted ? own().stopping : own().stop}</button>`,
        close: place.t.common.close,
        onSubmit: () => undefined,
      });
    dialog.open({ width: 420, focus: '[data-stop]', returnTo: home, content: frame });
  };
  const halt = (): void => {
    stop.abort();
    dialog.draw();
  };
  await place.commands.run(
    'deals-convert',
    { ids },
    {
      dialog: (plan, again) => askToLead(plan, again, place, dialog, home),
      onCommit: ({ drafts }) => {
        way.of = drafts.filter(({ problems }) => problems.length === 0).length;
        if (way.of > many) show();
      },
      onProgress: (done, of) => {
        Object.assign(way, { done, of });
        dialog.draw();
      },
      stop: stop.signal,
    },
  );
  if (way.of > many) dialog.close();
}

/**
 * Says what goes along to the inbox and what waits with the receipt, before anything is written.
 * @param again why it is asked again: there is nothing to correct here, so it is told, and that is the end of it
 * @returns whether it is meant
 */
export function askToLead(
  plan: Plan<'deals-convert'>,
  again: Again,
  place: DealPlace,
  dialog: Dialog,
  home: () => HTMLElement | null,
): boolean | Promise<boolean> {
  const own = (): typeof toLead => wordsOf('toLead', toLead, place.words.lang);
  const going = plan.drafts.filter(({ problems }) => problems.length === 0);
  const [only] = going;
  if (again?.veto) {
    place.commands.stopped('deals-convert', going.length, again.veto);
    return false;
  }
  // None of them can go: why not is told as what came of it.
  if (again?.gap || going.length === 0) return true;
  const left = plan.drafts.length - going.length;
  const waiting = new Set(going.flatMap(({ stays }) => stays));
  const keeps = (['dealProducts', 'participants', 'projects'] as const).map((what) =>
    going.reduce((sum, one) => sum + (one.keeps[what] ?? 0), 0),
  );
  const [products = 0, participants = 0, projects = 0] = keeps;
  const kept = (): string[] => [
    ...(products > 0 ? [own().products(products)] : []),
    ...(participants > 0 ? [own().participants(participants)] : []),
    ...(projects > 0 ? [own().projects(projects)] : []),
  ];
  const names = (): Readonly<Record<string, string>> => ({
    stageId: own().stage,
    probability: own().chance,
    waitUntil: own().wait,
    followerIds: own().followers,
  });

  const body = (): TemplateResult => html`<div class="to-lead">
    <div>
      <h3>${own().goesAlong}</h3>
      <ul>
        ${line(own().values)}${count(going, 'notes', own().notes)}${count(going, 'activities', own().activities)}${count(going, 'files', own().files)}
      </ul>
    </div>
    <div>
      <h3>${own().waits}</h3>
      <ul>${[...[...waiting].map((field) => names()[field] ?? field), ...kept()].map((what) => html`<li>${icon(icons.lock)}<span>${what}</span></li>`)}</ul>
      <p class="subtle small">${own().again}</p>
    </div>
    ${left > 0 ? html`<p class="left">${icon(icons.warning)}<span>${own().left(left)}</span></p>` : nothing}
  </div>`;

  return new Promise((resolve) => {
    let yes = false;
    dialog.open({
      width: 480,
      focus: '[type=submit]',
      returnTo: home,
      onClose: () => resolve(yes),
      content: () =>
        dialog.frame({
          title: own().title(going.length),
          text: going.length === 1 && only?.record ? html`<bdi>${place.titleOf(only.record)}</bdi>` : undefined,
          body: body(),
          foot: html`<span class="grow"></span
            ><button type="button" class="btn" data-cancel @click=${() => dialog.close()}>${place.t.common.cancel}</button
            ><button type="submit" class="btn btn--primary">${own().actions(going.length)}</button>`,
          close: place.t.common.close,
          onSubmit: () => {
            yes = true;
            dialog.close();
          },
        }),
    });
  });
}

function line(words: string): TemplateResult {
  return html`<li class="yes">${icon(icons.check)}<span>${words}</span></li>`;
}

function count(
  drafts: readonly ToLeadDraft[],
  what: keyof ToLeadDraft['moves'],
  words: (n: number) => string,
): TemplateResult | typeof nothing {
  const n = drafts.reduce((sum, { moves }) => sum + (moves[what] ?? 0), 0);
  return n === 0 ? nothing : line(words(n));
}

export const partStyles = css`
  .to-lead { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr)); gap: 16px; font-size: var(--crm-text-sm); }
  .to-lead h3 { font-size: var(--crm-text-sm); font-weight: 600; margin-block-end: 6px; }
  .to-lead ul { display: grid; gap: 4px; list-style: none; margin: 0; padding: 0; }
  .to-lead li, .to-lead .left { display: flex; gap: 6px; align-items: start; }
  .to-lead .yes .i { color: var(--crm-positive-text); }
  .to-lead li > .i, .to-lead .left > .i { flex: none; margin-block-start: 1px; }
  .to-lead .left { grid-column: 1 / -1; }
  .to-lead .left .i { color: var(--crm-warning-text); }
  .to-lead .small { margin-block-start: 6px; }
`;
