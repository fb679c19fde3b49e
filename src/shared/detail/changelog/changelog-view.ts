import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { restoring } from '../../../domain/changelog.js';
import type { ChangelogFilter } from '../../../domain/changelog.js';
import type { ChangelogRow, Id, Project } from '../../../domain/records.js';
import { changelog } from '../../../i18n/en/changelog.js';
import { instant } from '../../../i18n/format-more.js';
import { wordsOf } from '../../../i18n/words.js';
import { avatar } from '../../avatar.js';
import { selectField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { DetailModel } from '../model.js';
import { partsIn } from '../model.js';
import { Names } from '../names.js';
import { labelsOf, nameOf, nameOfRow, tasksText, textOf } from './values.js';
import type { Telling } from './values.js';

export { changelogStyles as partStyles } from './changelog.styles.js';

/** What is shown, as it is read by the detail. */
export interface Rows {
  readonly rows: readonly ChangelogRow[];
  /** Of those that the filter lets through; undefined = not known yet. */
  readonly total: number | undefined;
  readonly failed: boolean;
  readonly filter: ChangelogFilter;
  /** What is told of beside the record. */
  also(): readonly Project[];
  /** How many come when more is asked for. */
  readonly next: number;
  more(): void;
  narrow(filter: Partial<ChangelogFilter>): void;
  retry(): void;
}

/** What the rows can be narrowed to; a field of the account's own joins them. */
const both = [
  'title',
  'value',
  'expectedClose',
  'ownerId',
  'labelIds',
  'personId',
  'organizationId',
  'sourceName',
  'channel',
] as const;
const fields = {
  lead: both,
  deal: [...both, 'probability', 'pipelineId', 'stageId', 'status', 'lostReason', 'lostComment', 'waitUntil'],
} as const;

const commands = {
  lead: { edit: 'lead-edit', assign: 'leads-assign', label: 'leads-label' },
  deal: { edit: 'deal-edit', assign: 'deals-assign', label: 'deals-label' },
} as const;

/** Who changed which field, from what to what, when: by day, the newest first. What a field held can be given back. */
export class ChangelogView {
  readonly #names: Names;

  constructor(
    readonly model: DetailModel,
    readonly log: Rows,
  ) {
    this.#names = new Names(model);
  }

  get #telling(): Telling {
    const { model } = this;
    const words = wordsOf('changelog', changelog, model.words.lang);
    return { model, words, names: this.#names, projects: this.log.also() };
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
      ${log.next > 0 ? html`<button type="button" class="btn btn--sm" data-more @click=${() => log.more()}>${t.detail.showMore(log.next)}</button>` : nothing}
    </div>`;
  }

  #filters(): TemplateResult {
    const { log, model } = this;
    const telling = this.#telling;
    const { words } = telling;
    const { directory } = model.store ?? {};
    const custom = directory?.fields.map(({ id }) => `custom.${id}`) ?? [];
    const name = (field: string): string => nameOf(telling, field);
    return html`<div class="log-filters" role="group" aria-label=${model.t.detail.filterChangelog}>
      ${selectField({
        id: 'log-field',
        label: words.ofField,
        hideLabel: true,
        value: log.filter.field,
        placeholder: words.anyField,
        options: [...fields[model.kind], ...custom].map((field) => ({ value: field, label: name(field) })),
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

  /** Hundreds may be shown: they are drawn anew only where something about them has changed. */
  #days(): unknown {
    const { log, model } = this;
    const { record, store, today, format, t } = model;
    const { directory } = store ?? {};
    const stages = log.rows.map(({ field, after }) =>
      field === 'stageId' ? directory?.stage(after as Id) : undefined,
    );
    const { edit, assign, label } = commands[model.kind];
    const refused = [edit, assign, label, 'deals-move' as const].map((name) => model.why(name));
    const around = [
      ...log.also().map(({ title }) => title),
      directory?.users,
      directory?.labels,
      directory?.fields,
      this.#names.known,
      ...stages,
      ...refused,
    ];
    return guard([log.rows, record, today, format, t, ...around], () =>
      repeat(
        byDay(log.rows, store?.settings.timeZone),
        ({ day }) => day,
        ({ day, rows }) => html`<h4 class="log-day">${this.#day(day)}</h4>
          <ul class="log">
            ${repeat(
              rows,
              ({ row }) => row.id,
              ({ row, time }) => this.#row(row, time),
            )}
          </ul>`,
      ),
    );
  }

  #day(day: string): string {
    const { format, today } = this.model;
    const near = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
    return near === 0 || near === -1 ? format.capital(format.daysAway(near)) : format.day(day, { today });
  }

  #row(row: ChangelogRow, time: string): TemplateResult {
    const { model } = this;
    const { format, store } = model;
    return html`<li data-row=${row.id}>
      ${this.#who(row)}<b><bdi>${nameOfRow(this.#telling, row)}</bdi></b>
      <span class="diff">${this.#diff(row)}${this.#tags(row)}</span>
      <time datetime=${row.at} title=${instant(format, row.at, store?.settings.timeZone)}>${format.time(time)}</time>
      ${this.#restore(row)}
    </li>`;
  }

  #who({ userId, from }: ChangelogRow): TemplateResult {
    const { words } = this.#telling;
    if (from === 'import')
      return html`<span class="avatar" data-c="1" role="img" aria-label=${words.import} title=${words.import}>${icon(icons.upload, { size: 'sm' })}</span>`;
    const { t } = this.model;
    return avatar(this.model.userName(userId) || t.detail.someone, userId ?? '');
  }

  #diff({ op, field, before, after }: ChangelogRow): unknown {
    if (op !== 'patch') return nothing;
    const telling = this.#telling;
    const { words } = telling;
    if (field === 'tasks') return html`<ins><bdi>${tasksText(telling, before, after)}</bdi></ins>`;
    if (field === 'labelIds') {
      const had = (before ?? []) as readonly Id[];
      const has = (after ?? []) as readonly Id[];
      const put = labelsOf(
        telling,
        has.filter((id) => !had.includes(id)),
      );
      const off = labelsOf(
        telling,
        had.filter((id) => !has.includes(id)),
      );
      return html`${put.length > 0 ? html`<ins>${words.added}</ins> ${put}` : nothing}${off.length > 0 ? html` <ins>${words.removed}</ins> ${off}` : nothing}`;
    }
    const one = (value: unknown, tag: 'del' | 'ins'): TemplateResult => {
      const text = textOf(telling, field, value);
      if (text === '') return html`<span class="subtle">${words.empty}</span>`;
      return tag === 'del' ? html`<del><bdi>${text}</bdi></del>` : html`<ins><bdi>${text}</bdi></ins>`;
    };
    return html`${one(before, 'del')} <span class="sr">${words.to}</span>${icon(icons.move, { size: 'sm', turn: true })} ${one(after, 'ins')}`;
  }

  /** How it was done, where that is not by hand in one of the kit's own elements. */
  #tags({ from, bulk }: ChangelogRow): TemplateResult {
    const { words } = this.#telling;
    const said =
      from === 'import' ? words.imported : from === 'undo' ? words.takenBack : from === 'host' ? words.byPage : '';
    const tag = (text: string): TemplateResult => html` <span class="tag">${text}</span>`;
    return html`${said ? tag(said) : nothing}${bulk && from !== 'import' ? tag(words.withOthers) : nothing}`;
  }

  #restore(row: ChangelogRow): TemplateResult | typeof nothing {
    const { model } = this;
    const { record, store } = model;
    // What a project held is given back where the project stands.
    if (!record || row.of === 'project') return nothing;
    const labels = new Set(store?.directory.labels.map(({ id }) => id));
    const command = restoring(row, record, model.kind, labels);
    if (!command) return nothing;
    const telling = this.#telling;
    const { words } = telling;
    const name = nameOf(telling, row.field);
    const value =
      row.field === 'labelIds'
        ? model.format.list((row.before as readonly Id[]).flatMap((id) => store?.directory.label(id)?.name ?? []))
        : textOf(telling, row.field, row.before);
    const label = value === '' ? words.restoreEmpty(name) : words.restore(name, value);
    const why = model.why(command.name);
    const run = async (event: Event): Promise<void> => {
      if (why !== undefined) return;
      const pressed = event.currentTarget as HTMLElement;
      await model.run(command.name, command.input);
      await model.host.updateComplete;
      // Where the value is given back, there is nothing more to press.
      if (!pressed.isConnected) await model.focus('[data-history]');
    };
    return html`<button type="button" class="btn btn--icon btn--quiet btn--sm" data-give-back aria-label=${label} title=${why ?? label}
      aria-disabled=${why === undefined ? 'false' : 'true'} @click=${run}>${icon(icons.undo, { size: 'sm', turn: true })}</button>`;
  }
}

interface Day {
  readonly day: string;
  readonly rows: { readonly row: ChangelogRow; readonly time: string }[];
}

/** By the calendar days of a zone, in the order of the rows. */
function byDay(rows: readonly ChangelogRow[], zone: string | undefined): readonly Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const [day, time] = partsIn(row.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push({ row, time });
    else days.push({ day, rows: [{ row, time }] });
  }
  return days;
}
