import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChangelogFilter } from '../../../domain/changelog.js';
import type { ChangelogRow, Id } from '../../../domain/records.js';
import { changelog } from '../../../i18n/en/changelog.js';
import { instant } from '../../../i18n/format-more.js';
import { wordsOf } from '../../../i18n/words.js';
import { avatar } from '../../avatar.js';
import { selectField } from '../../field.js';
import { Growing } from '../../growing.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { namesIn } from '../../record-names.js';
import type { DetailModel } from '../model.js';
import { partsIn } from '../model.js';
import { diff } from './diff.js';
import { fieldChoices } from './field-choices.js';
import { commands, GivingBack } from './giving-back.js';
import type { BesideNow } from './giving-back.js';
import { There } from './there.js';
import type { Telling } from './values.js';
import { nameOfRow, whoseRow } from './whose.js';

export { changelogStyles as partStyles } from './changelog.styles.js';

/** What is shown, as it is read by the detail. */
export interface Rows {
  readonly rows: readonly ChangelogRow[];
  /** Of those that the filter lets through; undefined = not known yet. */
  readonly total: number | undefined;
  readonly failed: boolean;
  readonly filter: ChangelogFilter;
  readonly beside: BesideNow;
  /** How many come when more is asked for. */
  readonly next: number;
  more(): void;
  narrow(filter: Partial<ChangelogFilter>): void;
  retry(): void;
}

/** Rows that are drawn at once: as many as are read first. */
const first = 50;
/** How many more are drawn in each idle moment. */
const part = 25;

/** Who changed which field, from what to what, when: by day, the newest first. What a field held can be given back. */
export class ChangelogView {
  readonly #there: There;
  readonly #giving: GivingBack;
  readonly #growing = new Growing(first, part);
  readonly #when = new When();
  #drawnFrom: readonly unknown[] = [];

  constructor(
    readonly model: DetailModel,
    readonly log: Rows,
  ) {
    this.#there = new There(model);
    this.#giving = new GivingBack(model, log.beside, this.#there);
  }

  get #telling(): Telling {
    const { model } = this;
    const words = wordsOf('changelog', changelog, model.words.lang);
    return { model, words };
  }

  render(): TemplateResult {
    const { log, model } = this;
    const { words } = this.#telling;
    const { t } = model;
    return html`<div data-log>
      ${this.#filters()}
      ${
        log.failed
          ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${words.failed}</span
              ><button type="button" class="btn btn--sm" @click=${() => log.retry()}>${t.common.retry}</button></p>`
          : nothing
      }
      ${log.rows.length > 0 ? this.#days() : log.failed ? nothing : this.#none()}
      ${log.next > 0 ? html`<button type="button" class="btn btn--sm" data-more @click=${this.#more}>${t.detail.showMore(log.next)}</button>` : nothing}
    </div>`;
  }

  readonly #more = (event: Event): void => {
    const { log } = this;
    // With the last of it the button goes: the focus stands before what comes then.
    if (log.total !== undefined && log.rows.length + log.next >= log.total) {
      const rows = (event.currentTarget as HTMLElement).parentElement?.querySelectorAll<HTMLElement>('[data-row]');
      [...(rows ?? [])].at(-1)?.focus({ preventScroll: true });
    }
    log.more();
  };

  #filters(): TemplateResult {
    const { log, model } = this;
    const telling = this.#telling;
    const { words } = telling;
    const { directory } = model.store ?? {};
    return html`<div class="log-filters" role="group" aria-label=${model.t.detail.filterChangelog}>
      ${selectField({
        id: 'log-field',
        label: words.ofField,
        hideLabel: true,
        value: log.filter.field,
        placeholder: words.anyField,
        options: fieldChoices(telling),
        onChange: (field) => log.narrow({ field }),
      })}
      ${selectField({
        id: 'log-user',
        label: words.byPerson,
        hideLabel: true,
        value: log.filter.userId,
        placeholder: words.anyone,
        options: directory?.users.map(({ id }) => ({ value: id, label: model.userName(id) })) ?? [],
        onChange: (userId) => log.narrow({ userId }),
      })}
      <span class="sr" role="status">${log.total === undefined ? nothing : words.changes(log.total)}</span>
    </div>`;
  }

  #none(): TemplateResult {
    const { log } = this;
    const { words } = this.#telling;
    if (log.total === undefined) return html`<p class="subtle" role="status">${words.loading}</p>`;
    const { field, userId } = log.filter;
    if (field === '' && userId === '') return html`<p class="subtle">${words.none}</p>`;
    return html`<p class="subtle row">${words.noneMatch}
      <button type="button" class="btn btn--link btn--sm" @click=${() => log.narrow({ field: '', userId: '' })}>${words.showAll}</button></p>`;
  }

  /** What is drawn from beside the rows: the same array for as long as nothing in it is another one. */
  get #around(): readonly unknown[] {
    const { log, model } = this;
    const { record, store, today, format, t } = model;
    const { directory, settings } = store ?? {};
    const { lines, participants, projects } = log.beside;
    const around = [
      ...[record, today, format, t, settings?.timeZone, this.#there.version, store && namesIn(store).version],
      ...[directory?.users, directory?.labels, directory?.fields],
      ...[lines(), participants(), projects()].flatMap((there) => [there === undefined, ...(there ?? [])]),
      ...commands[model.kind].map((name) => model.why(name)),
    ];
    const before = this.#drawnFrom;
    const same = around.length === before.length && around.every((value, at) => value === before[at]);
    return same ? before : (this.#drawnFrom = around);
  }

  /**
   * Thousands may be shown: more of them come a few at a time, in idle moments, and each is drawn anew only where something
   * about it has changed.
   */
  #days(): unknown {
    const { log, model } = this;
    const { directory, settings } = model.store ?? {};
    const { field, userId } = log.filter;
    this.#there.renew(log.rows);
    const around = this.#around;
    const stageOf = ({ field, after }: ChangelogRow): unknown =>
      field === 'stageId' ? directory?.stage(after as Id) : undefined;
    return this.#growing.rows(`${model.id} ${field} ${userId}`, log.rows.length, (upTo) => {
      const some = log.rows.slice(0, upTo);
      return guard([around, log.rows, upTo, ...some.map(stageOf)], () =>
        repeat(
          this.#when.days(some, settings?.timeZone),
          ({ day }) => day,
          ({ day, rows }) => html`<h4 class="log-day"><bdi>${this.#day(day)}</bdi></h4>
          <ul class="log">
            ${repeat(
              rows,
              ({ row }) => row.id,
              ({ row, time }) => guard([around, row, stageOf(row)], () => this.#row(row, time)),
            )}
          </ul>`,
        ),
      );
    });
  }

  #day(day: string): string {
    const { format, today } = this.model;
    const near = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
    return near === 0 || near === -1 ? format.capital(format.daysAway(near)) : format.day(day, { today });
  }

  #row(row: ChangelogRow, time: string): TemplateResult {
    const { model } = this;
    const { format, store } = model;
    const telling = this.#telling;
    const whose = whoseRow(telling, row);
    return html`<li data-row=${row.id} tabindex="-1">
      ${this.#who(row)}<b>${whose === '' ? nothing : html`<small><bdi>${whose}</bdi><span class="sr"> · </span></small>`}<bdi>${nameOfRow(telling, row)}</bdi></b>
      <span class="diff">${diff(telling, row)}${this.#tags(row)}</span>
      <time datetime=${row.at} title=${instant(format, row.at, store?.settings.timeZone)}><bdi>${format.time(time)}</bdi></time>
      ${this.#giving.button(telling, row)}
    </li>`;
  }

  #who({ userId, from }: ChangelogRow): TemplateResult {
    const { words } = this.#telling;
    if (from === 'import')
      return html`<span class="avatar" data-c="1" role="img" aria-label=${words.import} title=${words.import}>${icon(icons.upload, { size: 'sm' })}</span>`;
    const { t } = this.model;
    return avatar(this.model.userName(userId) || t.detail.someone, userId ?? '');
  }

  /** How it was done, where that is not by hand in one of the kit's own elements. */
  #tags({ from, bulk, recordId, dealIds }: ChangelogRow): TemplateResult {
    const { words } = this.#telling;
    const { record } = this.model;
    // Of a deal that was merged into this one, from before that.
    const merged = record !== null && recordId !== record.id && !dealIds.includes(record.id);
    const said =
      from === 'import' ? words.imported : from === 'undo' ? words.takenBack : from === 'host' ? words.byPage : '';
    const tag = (text: string): TemplateResult => html` <span class="tag">${text}</span>`;
    return html`${said ? tag(said) : nothing}${bulk && from !== 'import' ? tag(words.withOthers) : nothing}${merged ? tag(words.ofMerged) : nothing}`;
  }
}

interface Day {
  readonly day: string;
  readonly rows: { readonly row: ChangelogRow; readonly time: string }[];
}

/** When rows were written, by the clocks of a zone; worked out once for each. */
class When {
  #zone: string | undefined;
  #known = new WeakMap<ChangelogRow, ReturnType<typeof partsIn>>();

  /** By calendar days, in the order of the rows. */
  days(rows: readonly ChangelogRow[], zone: string | undefined): readonly Day[] {
    if (zone !== this.#zone) this.#known = new WeakMap();
    this.#zone = zone;
    const days: Day[] = [];
    for (const row of rows) {
      const [day, time] = this.#of(row);
      const last = days.at(-1);
      if (last?.day === day) last.rows.push({ row, time });
      else days.push({ day, rows: [{ row, time }] });
    }
    return days;
  }

  #of(row: ChangelogRow): ReturnType<typeof partsIn> {
    const known = this.#known.get(row) ?? partsIn(row.at, this.#zone);
    this.#known.set(row, known);
    return known;
  }
}
