import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id, Trash } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import { isKept } from '../merge/survivor.js';
import { openAny } from '../open-any.js';
import { inheritDraft } from './drafts.js';
import type { AnyDetail } from './model.js';
import { dealArt, stateBox } from './states.js';
import type { Values } from './values.js';

/** A record that was merged into another one: who did it, and the way to that. */
export function mergedState(model: AnyDetail, trash: Trash, into: Id): TemplateResult {
  const words = (): typeof merge => wordsOf('merge', merge, model.words.lang);
  const t = words();
  const ago = model.ago(trash.createdAt);
  const said = model.isMe(trash.userId)
    ? t.goneYou(trash.title, ago)
    : t.goneBy(model.userName(trash.userId) || model.t.detail.someone, trash.title, ago);
  const open = async (): Promise<void> => {
    if (await isKept(model.store, model.kind, into)) openAny(model.crm, model.kind, into);
    else model.commands.say(() => words().survivorGone);
  };
  return stateBox(
    dealArt,
    { lead: t.goneLead, deal: t.goneDeal, person: t.gonePerson, organization: t.goneOrganization }[model.kind],
    [said],
    html`<button type="button" class="btn btn--primary" data-open-survivor @click=${open}>${icon(icons.external)}<bdi>${trash.mergedTitle ? t.openTitle(trash.mergedTitle) : t.openSurvivor}</bdi></button>
      ${
        model.why('trash-restore', trash) === undefined
          ? html`<button type="button" class="btn" data-restore @click=${() => void model.run('trash-restore', { ids: [trash.id] })}>${icon(icons.undo)}${model.t.detail.restore}</button>`
          : nothing
      }`,
  );
}

/** Leads on from a merged record to the one that stayed, once, where the page follows what is open; and says so. */
export class Following {
  #from: Id | null = null;

  #led: Id | null = null;

  constructor(
    readonly model: AnyDetail,
    readonly values: Values,
  ) {}

  /** This one is shown as what became of it: somebody wants to see that. */
  stay(id: Id): void {
    this.#from = id;
  }

  /** @param trash of the record that is to be shown and is not there */
  check(trash: Trash | null | undefined): void {
    const { model } = this;
    const into = trash?.mergedInto;
    const { id, kind, crm } = model;
    if (!trash || !into || trash.id !== id || this.#from === id) return;
    if (model.store) inheritDraft(model.store, kind, id, into);
    if (this.#led !== id) this.values.leadOn((this.#led = id), into);
    if (crm.current[kind] !== id) return;
    this.#from = id;
    const followed = (): string => wordsOf('merge', merge, model.words.lang).followed(trash.title);
    queueMicrotask(() => {
      if (crm.current[kind] === trash.id && openAny(crm, kind, into)) model.commands.say(followed);
    });
  }
}
