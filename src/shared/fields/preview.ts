import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { LostReason, PartReason, RetypeDraft } from '../../domain/plan.js';
import type { Field, Lead } from '../../domain/records.js';
import { errorBox } from '../deals/error-box.js';
import { fieldText } from '../field-text.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { viewIcons } from '../view-icons.js';
import type { FieldWords } from './place.js';
import { atOnce } from './retyping.js';
import { typeForms } from './types.js';
import type { PreviewView } from './view.js';

/** What becomes of the values of a field, before anything is done; how far it is; and what was left. */
export function preview(view: PreviewView): TemplateResult {
  const { retyping, t } = view;
  const { field, input, step } = retyping;
  const title =
    input.type === undefined ? t.optionsTitle(field.name) : t.retypeTitle(field.name, typeForms[input.type].word(t));
  const body =
    step === 'looking'
      ? looking(view)
      : step === 'ask'
        ? asking(view)
        : step === 'running'
          ? running(view)
          : left(view);
  const { dialog, words } = view.place;
  return dialog.frame({
    title: step === 'left' ? t.stoppedTitle : title,
    text: step === 'ask' ? t.everywhere : undefined,
    body,
    foot: foot(view),
    close: words.t.common.close,
    onSubmit: () => {
      if (step === 'ask') retyping.answer(true);
    },
  });
}

function looking({ t }: PreviewView): TemplateResult {
  return html`<p class="row" role="status"><span class="spin" aria-hidden="true"></span>${t.looking}</p>`;
}

function asking(view: PreviewView): TemplateResult {
  const { retyping, t } = view;
  const { kept, part, lost } = retyping.parted;
  const parts = [...part].reduce((sum, [, count]) => sum + count, 0);
  const tag = (tone: string, drawing: icons.Drawing, text: string): TemplateResult =>
    html`<span class="tag tag--${tone}">${icon(drawing, { size: 'sm' })}${text}</span>`;
  if (kept + parts + lost.length === 0) return html`${errorBox(retyping.why)}<p>${t.noValues}</p>`;
  const rest = lost.length - retyping.shown;
  return html`${errorBox(retyping.why)}
    <div class="tally" role="status">${tag('positive', icons.check, t.kept(kept))}${
      parts > 0 ? tag('warning', icons.info, t.part(parts)) : nothing
    }${lost.length > 0 ? tag('negative', icons.warning, t.lost(lost.length)) : nothing}</div>
    ${parts + lost.length === 0 ? html`<p>${t.allKept}</p>` : nothing}
    ${
      parts > 0
        ? html`<section class="fates"><h3>${t.partHead}</h3><ul>${[...part].map(([why, count]) => html`<li>${partWords(why, count, t)}</li>`)}</ul></section>`
        : nothing
    }
    ${
      lost.length > 0
        ? html`<section class="fates"><h3 id="lost-head">${t.lostHead}</h3>
            <ul class="lost-list" tabindex="0" aria-labelledby="lost-head">${lost.slice(0, retyping.shown).map(({ draft, why }) => lostRow(draft, why, view))}</ul>
            ${
              rest > 0
                ? html`<button type="button" class="btn btn--link btn--sm" data-more-lost @click=${() => {
                    retyping.shown += atOnce * 4;
                    view.place.dialog.draw();
                  }}>${t.showMore(Math.min(rest, atOnce * 4))}</button>`
                : nothing
            }</section>`
        : nothing
    }`;
}

function lostRow(draft: RetypeDraft, why: LostReason, view: PreviewView): TemplateResult {
  const { t, retyping } = view;
  const drawings = {
    lead: icons.tray,
    deal: viewIcons.board,
    person: icons.person,
    organization: icons.org,
    field: icons.columns,
  };
  const { personName = '', organizationName = '' } = draft.record as Partial<Lead>;
  return html`<li>${icon(drawings[draft.kind])}<span class="grow"
      ><b><bdi>${draft.title || organizationName || personName || t.untitled}</bdi></b> <small><bdi>${valueText(draft, retyping.field, view)}</bdi> ${lostWords(why, t)}</small></span
    ></li>`;
}

function valueText(draft: RetypeDraft, field: Field, { place }: PreviewView): string {
  const { format, t } = place.words;
  const text = fieldText(draft.before, field, {
    format,
    words: t.common,
    nameOf: (id) => place.crm.store?.directory.user(id)?.name ?? id,
  });
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function partWords(why: PartReason, count: number, t: FieldWords): string {
  const said: Readonly<Record<PartReason, (count: number) => string>> = {
    currency: t.partCurrency,
    end: t.partEnd,
    others: t.partOthers,
    breaks: t.partBreaks,
    spelling: t.partSpelling,
  };
  return said[why](count);
}

function lostWords(why: LostReason, t: FieldWords): string {
  const said: Readonly<Record<LostReason, string>> = {
    none: t.lostNone,
    gone: t.lostGone,
    many: t.lostMany,
    number: t.lostNumber,
    money: t.lostMoney,
    currency: t.lostCurrency,
    day: t.lostDay,
    time: t.lostTime,
    'yes-no': t.lostYesNo,
    phone: t.lostPhone,
    email: t.lostEmail,
    link: t.lostLink,
    user: t.lostUser,
    'too-long': t.lostTooLong,
  };
  return said[why];
}

function running({ retyping, t }: PreviewView): TemplateResult {
  const { done, of } = retyping;
  // Widths come from code: a strict content policy blocks style attributes.
  const wide = (element?: Element): void => {
    if (element instanceof HTMLElement) element.style.inlineSize = `${of > 0 ? (100 * done) / of : 0}%`;
  };
  return html`<div class="fates"><b class="num">${t.turning(done, of)}</b>
    <div class="progress" role="progressbar" aria-valuemin="0" aria-valuenow=${done} aria-valuemax=${of} aria-label=${t.looking}><i ${ref(wide)}></i></div></div>`;
}

function left({ retyping, t }: PreviewView): TemplateResult {
  return html`${errorBox(retyping.why)}<p>${t.stoppedText(retyping.done, retyping.of)}</p>`;
}

function foot(view: PreviewView): TemplateResult {
  const { retyping, t, place } = view;
  const { common } = place.words.t;
  const { busy } = place.dialog;
  const { lost } = retyping.parted;
  switch (retyping.step) {
    case 'looking':
      return html`<span class="grow"></span>`;
    case 'ask':
      return html`<span class="grow"></span
        ><button type="button" class="btn" data-cancel ?disabled=${busy} @click=${() => retyping.answer(false)}>${common.cancel}</button
        ><button type="submit" class="btn ${lost.length > 0 ? 'btn--negative' : 'btn--primary'}" aria-busy=${busy ? 'true' : nothing}>${busy ? html`<span class="spin"></span>` : nothing}${lost.length > 0 ? t.retypeLosing(lost.length) : t.retype}</button>`;
    case 'running':
      return html`<span class="grow"></span><button type="button" class="btn" data-stop @click=${() => retyping.stop.abort()}>${t.stop}</button>`;
    case 'left':
      return html`<button type="button" class="btn" data-take-back @click=${() => view.takeBack()}>${icon(icons.undo)}${t.takeBack}</button
        ><span class="grow"></span><button type="button" class="btn" data-close-left @click=${() => view.back()}>${common.close}</button
        ><button type="button" class="btn btn--primary" data-carry-on @click=${() => view.carryOn()}>${t.carryOn}</button>`;
  }
}
