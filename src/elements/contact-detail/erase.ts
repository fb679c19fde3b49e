import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ErasureReport } from '../../domain/erasing/erasure.js';
import type { Id, Kind } from '../../domain/records.js';
import { privacy } from '../../i18n/en/privacy.js';
import { wordsOf } from '../../i18n/words.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Dialog } from '../../shared/dialog.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import { banner } from '../../shared/notice.js';
import { banner as bannerStyles } from '../../styles/controls/banner.js';
import { check } from '../../styles/controls/check.js';
import { checkMore } from '../../styles/controls/check-more.js';

type Words = typeof privacy;

/** Titles and texts that are shown one by one; the rest is counted. */
const FEW = 5;

/** Shows what would go and what would stay, lets texts be kept, and asks twice: nothing brings it back. */
export function openErase(model: DetailModel<'person'>, dialog: Dialog, done: () => void): void {
  const { store, id, title, words } = model;
  if (!store || id === null) return;
  // Asked for anew: a language may come while the dialog is open.
  const own = (): Words => wordsOf('privacy', privacy, words.lang);
  const keep = new Set<Id>();
  const looking = new AbortController();
  let report: ErasureReport | null = null;
  let failed = false;
  let sure = false;

  const look = async (): Promise<void> => {
    failed = false;
    dialog.draw();
    try {
      report = await store.erasure(id, { signal: looking.signal });
    } catch {
      failed = true;
    }
    if (!looking.signal.aborted) dialog.draw();
  };

  const submit = async (): Promise<void> => {
    if (failed) return look();
    if (report === null) return;
    if (!sure) {
      sure = true;
      dialog.draw();
      // What cannot be undone is not one Enter away.
      dialog.element?.querySelector<HTMLElement>('[data-cancel]')?.focus();
      return;
    }
    dialog.busy = true;
    const t = own();
    const called = { lead: t.calledLead, deal: t.calledDeal, other: t.calledOther };
    await model.run('person-erase', { id, keep: [...keep], called });
    dialog.busy = false;
    dialog.close();
    await model.host.updateComplete;
    done();
  };

  const toggle = (text: Id, goes: boolean): void => {
    if (goes) keep.delete(text);
    else keep.add(text);
    dialog.draw();
  };

  const foot = (t: Words): TemplateResult => {
    const { cancel, retry } = model.t.common;
    const label = dialog.busy
      ? html`<span class="spin"></span>${t.running}`
      : failed
        ? retry
        : sure
          ? t.sure
          : t.action;
    const waits = report === null && !failed;
    return html`<span class="grow"></span
      ><button type="button" class="btn" data-cancel ?disabled=${dialog.busy} @click=${() => dialog.close()}>${cancel}</button
      ><button type="submit" class="btn ${failed ? '' : 'btn--negative'}" ?disabled=${waits} aria-busy=${dialog.busy ? 'true' : nothing}>${label}</button>`;
  };

  dialog.open({
    width: 520,
    focus: '[data-cancel]',
    onClose: () => looking.abort(),
    content: () => {
      const t = own();
      return dialog.frame({
        title: t.title(title),
        text: t.text,
        body: failed
          ? banner({ tone: 'negative', drawing: icons.warning, head: t.lookFailed, alert: true })
          : report === null
            ? html`<p role="status" class="row"><span class="spin"></span>${t.looking}</p>`
            : html`${preview(report, t, keep, toggle, dialog.busy)}${
                sure
                  ? banner({ tone: 'warning', drawing: icons.warning, head: t.sureHead, body: t.sureText, alert: true })
                  : nothing
              }`,
        foot: foot(t),
        close: model.t.common.cancel,
        onSubmit: () => void submit(),
      });
    },
  });
  void look();
}

function preview(
  report: ErasureReport,
  t: Words,
  keep: ReadonlySet<Id>,
  toggle: (id: Id, goes: boolean) => void,
  busy: boolean,
): TemplateResult {
  const { retitled, texts, textCount, remaining } = report;
  const called: Partial<Record<Kind, string>> = { lead: t.calledLead, deal: t.calledDeal };
  const rest = retitled.length - FEW;
  return html`<div class="erase-lists">
      ${counts(t.goes, goes(report, t), 'gone', t)}${counts(t.stays, stays(report, t), 'kept', t)}
    </div>
    ${
      retitled.length === 0
        ? nothing
        : html`<section class="erase-part" data-erase="renamed"><h3>${t.renamed}</h3>
            <ul>${retitled.slice(0, FEW).map(({ kind, title }) => html`<li dir="auto">${t.becomes(title, called[kind] ?? t.calledOther)}</li>`)}${
              rest > 0 ? html`<li class="subtle">${t.andMore(rest)}</li>` : nothing
            }</ul></section>`
    }
    ${
      textCount === 0
        ? nothing
        : html`<fieldset class="erase-part" data-erase="texts" ?disabled=${busy}><legend><h3>${t.texts}</h3></legend>
            <p class="subtle">${t.textsHow}</p>
            <div class="erase-texts">${texts.map(
              ({ id, text }) => html`<label class="row"><input
                type="checkbox"
                class="check"
                data-text=${id}
                .checked=${!keep.has(id)}
                @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}
              /><span dir="auto">${text}</span></label>`,
            )}</div>
            ${textCount > texts.length ? html`<p class="subtle">${t.moreTexts(textCount - texts.length)}</p>` : nothing}</fieldset>`
    }
    ${remains(
      remaining.filter(({ kind }) => kind !== 'file'),
      t.remains,
      'remains',
      t,
    )}
    ${remains(
      remaining.filter(({ kind }) => kind === 'file'),
      t.filesRemain,
      'files',
      t,
    )}<p class="subtle" data-erase="alone">${t.alone}</p>`;
}

function remains(
  left: ErasureReport['remaining'],
  head: string,
  name: string,
  t: Words,
): TemplateResult | typeof nothing {
  if (left.length === 0) return nothing;
  return html`<section class="erase-part" data-erase=${name}><h3>${head}</h3>
    <ul>${left.slice(0, FEW).map(({ title }) => html`<li dir="auto">${title}</li>`)}${
      left.length > FEW ? html`<li class="subtle">${t.andMore(left.length - FEW)}</li>` : nothing
    }</ul></section>`;
}

function counts(head: string, lines: readonly string[], name: string, t: Words): TemplateResult {
  const all = lines.length === 0 ? [t.nothing] : lines;
  return html`<section data-erase=${name}><h3>${head}</h3>
    <ul>${all.map((line) => html`<li>${icon(name === 'gone' ? icons.trash : icons.check, { size: 'sm' })}<span>${line}</span></li>`)}</ul></section>`;
}

type Line = readonly [count: number | undefined, words: (n: number) => string];
const linesOf = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(([count = 0, words]) => (count > 0 ? [words(count)] : []));

/** Texts that name the person stand in a list of their own. */
function goes({ deleted, texts }: ErasureReport, t: Words): readonly string[] {
  const named = (kind: 'note' | 'activity' | 'file'): number => texts.filter((one) => one.kind === kind).length;
  return linesOf([
    [Math.max(1, deleted.person ?? 0), t.persons],
    [deleted.lead, t.leads],
    [(deleted.note ?? 0) - named('note'), t.notes],
    [(deleted.activity ?? 0) - named('activity'), t.activities],
    [(deleted.file ?? 0) - named('file'), t.files],
    [deleted.participant, t.parts],
    [deleted.filter, t.filters],
    [deleted.conversion, t.receipts],
    [deleted.trash, t.trash],
    [deleted.changelog, t.history],
  ]);
}

function stays({ changed }: ErasureReport, t: Words): readonly string[] {
  const { deal, lead, project, changelog: _history, ...others } = changed;
  return linesOf([
    [deal, t.deals],
    [lead, t.leadsToo],
    [project, t.projects],
    [Object.values(others).reduce((sum, count) => sum + count, 0), t.others],
  ]);
}

const styles = css`
  .erase-lists { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--crm-border-base); border-radius: var(--crm-radius-lg); overflow: hidden; }
  .erase-lists > section { padding: 10px 12px; min-inline-size: 0; }
  .erase-lists > section + section { border-inline-start: 1px solid var(--crm-border-base); background: var(--crm-surface-inset); }
  :is(.erase-lists, .erase-part) h3 { font-size: var(--crm-text-xs); color: var(--crm-text-muted); font-weight: var(--crm-weight-medium); margin-block-end: 5px; }
  :is(.erase-lists, .erase-part) ul { list-style: none; margin: 0; padding: 0; font-size: var(--crm-text-sm); }
  .erase-lists li { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 8px; padding-block: 3px; overflow-wrap: anywhere; }
  .erase-lists li .i { margin-block-start: 2px; color: var(--crm-text-subtle); }
  .erase-part { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
  .erase-part legend { padding: 0; }
  .erase-part li { padding-block: 2px; overflow-wrap: anywhere; }
  .erase-part p { font-size: var(--crm-text-xs); }
  .erase-texts { display: grid; gap: 4px; max-block-size: 180px; overflow: auto; margin-block-start: 6px; font-size: var(--crm-text-sm); }
  .erase-texts .row { align-items: start; min-inline-size: 0; min-block-size: 24px; } .erase-texts span { padding-block-start: 2px; min-inline-size: 0; overflow-wrap: anywhere; }
  .dialog-body > .banner { border-width: 1px; border-style: solid; border-radius: var(--crm-radius-lg); padding-inline: 12px; }
  @container (inline-size < 620px) {
    .erase-lists { grid-template-columns: minmax(0, 1fr); }
    .erase-lists > section + section { border-inline-start: 0; border-block-start: 1px solid var(--crm-border-base); }
  }
`;

export const partStyles = css`${bannerStyles} ${check} ${checkMore} ${styles}`;
