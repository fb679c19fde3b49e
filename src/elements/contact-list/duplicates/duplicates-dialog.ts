import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ContactGroup, ContactReason } from '../../../domain/contact-twins.js';
import type { Id } from '../../../domain/records.js';
import { duplicates } from '../../../i18n/en/duplicates.js';
import { merge } from '../../../i18n/en/merge.js';
import { wordsOf } from '../../../i18n/words.js';
import { adopt } from '../../../shared/adopt.js';
import type { Finding } from '../../../shared/contacts/finding.js';
import type { Dialog } from '../../../shared/dialog.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { CommandResult } from '../../../store/api.js';
import type { Contact, ContactListModel } from '../model.js';
import { duplicatesStyles } from './duplicates.styles.js';
import { recordBox } from './record-box.js';

/** What the list of proposals needs of the list over which it lies. */
export interface DuplicatesPlace {
  readonly model: ContactListModel;
  readonly dialog: Dialog;
  readonly finding: Finding;
  readonly merge: (ids: readonly Id[]) => Promise<CommandResult | null>;
  readonly returnTo: () => HTMLElement | null;
}

/** More side by side than these nobody compares. */
const mostMerged = 5;
/** Proposals that are drawn at once. */
const step = 25;

/** Who may be there twice: why, both side by side, and what can be done about it. */
export function openDuplicates(place: DuplicatesPlace): () => void {
  adopt(place.model.host, duplicatesStyles);
  const run = new Proposals(place);
  run.open();
  return () => run.draw();
}

/** What a proposal shows. */
interface Shown {
  readonly records: readonly Contact[];
  readonly picked: readonly Id[];
  /** Why nobody is merged, or told apart, here. */
  readonly noMerge: string | null;
  readonly noApart: string | null;
}

class Proposals {
  #shown = step;
  /** It was opened before anything was known. */
  #waiting = false;
  /** Where each proposal stands, in the order in which they came: nothing moves under the pointer while more are found. */
  readonly #places = new Map<string, number>();
  /** What was done last, and can be taken back here: nothing behind the dialog can be reached. */
  #last: { readonly said: string; readonly result: CommandResult | null } | null = null;
  /** Of those who are more than two: which are meant; all, as many as can be compared, where nobody has chosen. */
  readonly #picked = new Map<string, Set<Id>>();

  constructor(readonly place: DuplicatesPlace) {}

  get #t(): typeof duplicates {
    return wordsOf('duplicates', duplicates, this.place.model.words.lang);
  }
  get #m(): typeof merge {
    return wordsOf('merge', merge, this.place.model.words.lang);
  }

  open(): void {
    const { dialog, finding, returnTo } = this.place;
    finding.ask();
    this.#waiting = this.#groups === undefined;
    dialog.open({
      width: 720,
      returnTo,
      focus: '[data-merge-group], [data-reload], .dialog-foot button',
      content: () => this.#frame(),
    });
  }

  draw(): void {
    const { dialog } = this.place;
    if (!dialog.isOpen) return;
    const lost = dialog.element?.contains(this.#active()) !== true || this.#active() === dialog.element;
    dialog.draw();
    const came = this.#waiting && this.#groups !== undefined;
    if (came) this.#waiting = false;
    if (lost || came) this.#focus(0);
  }

  #active(): Element | null {
    return (this.place.dialog.element?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
  }

  /** What one did last may have taken its button away: the proposal that stands there now has the focus. */
  #focus(at: number): void {
    const { element } = this.place.dialog;
    const buttons = [...(element?.querySelectorAll<HTMLElement>('[data-merge-group]') ?? [])];
    (buttons[Math.min(at, buttons.length - 1)] ?? element?.querySelector<HTMLElement>('.dialog-foot button'))?.focus();
  }

  /** undefined = none is known yet. Those who are being compared anew are left out where one has gone. */
  get #groups(): readonly ContactGroup[] | undefined {
    const { finding } = this.place;
    const { groups, heard } = finding;
    if (groups === undefined) return undefined;
    // Thousands, and the dialog is drawn with everything that changes behind it: sorted once.
    if (this.#sorted?.groups !== groups || this.#sorted.heard !== heard) {
      const placed = groups
        .filter(({ ids }) => ids.every((id) => finding.of(id) !== undefined))
        .map((group) => ({ group, at: this.#placeOf(group) }));
      this.#sorted = { groups, heard, known: placed.sort((a, b) => a.at - b.at).map(({ group }) => group) };
    }
    const { known } = this.#sorted;
    return known.length === 0 && finding.state === 'reading' ? undefined : known;
  }
  #sorted:
    | {
        readonly groups: readonly ContactGroup[];
        readonly heard: number;
        readonly known: readonly ContactGroup[];
      }
    | undefined;

  #placeOf({ ids }: ContactGroup): number {
    const key = ids.join();
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    return place;
  }

  /** How many have been compared, as long as that goes on. */
  #progress(): TemplateResult | typeof nothing {
    const { finding, model } = this.place;
    if (finding.state !== 'reading') return nothing;
    const { at, of } = finding.looked;
    const t = this.#t;
    const known = of !== undefined && of > 0;
    return html`<div class="dups-looking">
      <span class="subtle">${known ? t.compared(model.format.number(at), model.format.number(of)) : t.looking}</span>
      <div class="progress" role="progressbar" aria-label=${t.looking} aria-valuemin="0" aria-valuemax=${known ? of : nothing} aria-valuenow=${known ? at : nothing}
        ><i ${ref((bar) => bar && ((bar as HTMLElement).style.inlineSize = `${known ? Math.round((100 * at) / of) : 0}%`))}></i></div>
    </div>`;
  }

  #frame(): TemplateResult {
    const { dialog, model, finding } = this.place;
    const t = this.#t;
    const groups = this.#groups;
    return dialog.frame({
      title: t.title,
      text: model.kind === 'person' ? t.textPersons : t.textOrganizations,
      close: model.t.common.close,
      onSubmit: () => dialog.close(),
      body: html`<div class="dups">
        <div class="dups-said"><span role="status">${this.#last?.said ?? nothing}</span>${this.#undoLast()}</div>
        ${this.#progress()}${
          finding.state === 'failed'
            ? html`<p>${t.failed}</p><button type="button" class="btn btn--sm" data-reload @click=${() => this.#again()}>${t.again}</button>`
            : groups === undefined
              ? nothing
              : groups.length === 0
                ? html`<p data-none>${model.kind === 'person' ? t.nonePersons : t.noneOrganizations}</p>`
                : this.#list(groups)
        }
      </div>`,
      foot: html`<span class="subtle">${groups && groups.length > 0 ? (finding.state === 'reading' ? t.soFar(groups.length) : t.count(groups.length)) : nothing}</span
        ><span class="grow"></span
        ><button type="submit" class="btn btn--primary">${model.t.common.close}</button>`,
    });
  }

  #again(): void {
    this.place.finding.ask();
    this.draw();
  }

  #undoLast(): TemplateResult | typeof nothing {
    return this.#last?.result?.canUndo === true
      ? html`<button type="button" class="btn btn--sm" data-undo-last @click=${() => void this.#undo()}>${icon(icons.undo)}${this.place.model.t.common.undo}</button>`
      : nothing;
  }

  #list(groups: readonly ContactGroup[]): TemplateResult {
    const t = this.#t;
    const rest = groups.length - this.#shown;
    const { model, finding } = this.place;
    const noMerge = model.why(model.kind === 'person' ? 'persons-merge' : 'organizations-merge', null);
    const noApart = model.why(model.kind === 'person' ? 'persons-distinguish' : 'organizations-distinguish', null);
    return html`<ul class="dups-list">
        ${repeat(
          groups.slice(0, this.#shown),
          ({ ids }) => ids.join(),
          (group, at) => {
            const records = group.ids.flatMap((id) => finding.of(id) ?? []);
            const picked = this.#of(group);
            // All that it says and does rests on these: a hundred of them are drawn anew with nothing else.
            return guard([group, at, model.words.lang, noMerge, noApart, ...picked, ...records], () =>
              this.#group(group, at, { records, picked, noMerge, noApart }),
            );
          },
        )}
      </ul>
      ${rest > 0 ? html`<button type="button" class="btn btn--sm" data-more-groups @click=${() => this.#more()}>${t.more(rest)}</button>` : nothing}`;
  }

  #more(): void {
    const before = this.#shown;
    this.#shown += step;
    this.place.dialog.draw();
    this.#focus(before);
  }

  #group(group: ContactGroup, at: number, { records, picked, noMerge, noApart }: Shown): TemplateResult {
    const { model } = this.place;
    const { format } = model;
    const many = records.length > 2;
    const why = format.capital(format.list(group.reasons.map((reason) => this.#why(reason))));
    const names = format.list(records.map((one) => model.nameOf(one)).slice(0, 3));
    const few = picked.length < 2 || picked.length > mostMerged ? this.#m.two(mostMerged) : null;
    const stopMerge = noMerge ?? few;
    const stopApart = noApart ?? (picked.length < 2 ? this.#t.twoAtLeast : null);
    return html`<li class="dup" data-group=${group.ids.join()}>
      <b>${why}</b>
      <div class="dup-records">${records.map((one) => recordBox(model, one, many ? { picked: picked.includes(one.id), toggle: () => this.#pick(group, one.id) } : null))}</div>
      <div class="row wrap">
        <button type="button" class="btn btn--sm" data-merge-group aria-haspopup="dialog" aria-label=${this.#t.mergeOf(names)} aria-disabled=${stopMerge === null ? 'false' : 'true'} title=${stopMerge ?? nothing}
          @click=${() => stopMerge === null && void this.#merge(picked, at)}>${icon(icons.merge)}${this.#t.merge}</button
        ><button type="button" class="btn btn--sm btn--quiet" data-apart aria-label=${this.#t.apartOf(names)} aria-disabled=${stopApart === null ? 'false' : 'true'} title=${stopApart ?? nothing}
          @click=${() => stopApart === null && void this.#apart(picked, at)}>${this.#t.apart}</button>
      </div>
    </li>`;
  }

  #why(reason: ContactReason): string {
    const t = this.#m;
    return { email: t.sameEmail, phone: t.samePhone, address: t.sameAddress, domain: t.sameDomain, name: t.sameName }[
      reason
    ];
  }

  #of({ ids }: ContactGroup): readonly Id[] {
    const picked = this.#picked.get(ids.join());
    return picked ? ids.filter((id) => picked.has(id)) : ids.slice(0, mostMerged);
  }

  #pick(group: ContactGroup, id: Id): void {
    const picked = new Set(this.#of(group));
    if (!picked.delete(id)) picked.add(id);
    this.#picked.set(group.ids.join(), picked);
    this.place.dialog.draw();
  }

  async #merge(ids: readonly Id[], at: number): Promise<void> {
    const result = await this.place.merge(ids);
    const done = result?.outcomes[0]?.state === 'done';
    if (result && done) {
      const n = ids.length;
      const { title } = result.outcomes[0]!;
      const said =
        this.place.model.kind === 'person' ? this.#m.donePersons(n, title) : this.#m.doneOrganizations(n, title);
      this.#last = { said, result };
    }
    this.place.dialog.draw();
    if (done) this.#focus(at);
  }

  async #apart(ids: readonly Id[], at: number): Promise<void> {
    const { model } = this.place;
    const name = model.kind === 'person' ? 'persons-distinguish' : 'organizations-distinguish';
    // It is said, and taken back, where one looks: a toast would lie over the dialog.
    const result = await model.commands.run(name, { ids }, { quiet: true });
    const done = result?.outcomes.some(({ state }) => state === 'done') === true;
    this.#last = { said: done ? this.#t.apartSaid : this.#t.notSaid, result: done ? result : null };
    this.place.dialog.draw();
    this.#focus(at);
  }

  async #undo(): Promise<void> {
    const { result } = this.#last ?? {};
    let said = this.#t.undone;
    try {
      await result?.undo();
    } catch {
      said = this.#t.notUndone;
    }
    this.#last = { said, result: null };
    this.place.dialog.draw();
    this.#focus(0);
  }
}
