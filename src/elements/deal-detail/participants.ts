import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandInputs } from '../../domain/plan.js';
import type { Id, Participant, Person } from '../../domain/records.js';
import { participants as english } from '../../i18n/en/participants.js';
import { wordsOf } from '../../i18n/words.js';
import { avatar } from '../../shared/avatar.js';
import type { Chosen } from '../../shared/combobox.js';
import { isElsewhere } from '../../shared/detail/elsewhere.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { save } from '../../shared/detail/save.js';
import type { Values } from '../../shared/detail/values.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { Menu } from '../../shared/menu.js';
import { openContact, showsContacts } from '../../shared/open-contact.js';
import type { LiveList } from '../../store/api.js';

/** More than can be looked at; the count says how many there are. */
const MOST = 200;

/** The persons who take part in the deal beside the one it is with. */
export class Participants {
  readonly #live: { readonly value: LiveList<'participant'> | null };

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
    readonly menu: Menu,
    readonly settle: () => void,
  ) {
    this.#live = model.crm.live<LiveList<'participant'>>(
      (store) => {
        const { id } = model;
        if (id === null) return null;
        const where = { field: 'dealId', op: 'is', value: id } as const;
        const list = store.list({ kind: 'participant', where, order: [{ field: 'createdAt' }] });
        list.setWindow(0, MOST);
        return list;
      },
      { deps: () => [model.id] },
    );
  }

  render(): TemplateResult {
    const { model } = this;
    const words = this.#words;
    const rows = this.#rows;
    const count = this.#live.value?.total ?? 0;
    const locked = model.why('participant-add');
    const open = (): void => {
      if (locked === undefined) this.values.place.open(this.#key);
    };
    return html`<section class="block people" part="participants" aria-label=${words.participants}>
      <header>
        ${icon(icons.people)}
        <h3>${words.participants}</h3>
        ${count > 0 ? html`<span class="count">${model.format.number(count)}</span>` : nothing}
        <button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="add-participant" data-edit=${rows.length > 0 ? this.#key : nothing} aria-label=${words.add} title=${locked ?? words.add}
          aria-disabled=${locked === undefined ? nothing : 'true'} @click=${open}>${icon(icons.plus)}</button>
      </header>
      ${this.#failed()}
      ${
        rows.length > 0
          ? html`<ul class="participants">${repeat(
              rows,
              ({ id }) => id,
              (row) => html`<li class="who">${this.#row(row)}</li>`,
            )}</ul>`
          : nothing
      }
      ${rows.length === 0 || this.values.place.editing === this.#key ? this.#adding(locked) : nothing}
    </section>`;
  }

  get #words(): typeof english {
    return wordsOf('participants', english, this.model.words.lang);
  }
  /** Where one is added; of this deal, so that what is typed never lands on another. */
  get #key(): string {
    return this.values.key('participant');
  }
  get #rows(): readonly Participant[] {
    const list = this.#live.value;
    const rows: Participant[] = [];
    for (let at = 0; at < MOST; at++) {
      const row = list?.row(at);
      if (!row) break;
      rows.push(row);
    }
    return rows;
  }

  /** undefined while they are read. */
  get known(): readonly Participant[] | undefined {
    return this.#live.value?.state === 'ready' ? this.#rows : undefined;
  }

  #person({ personId }: Participant): Person | undefined {
    return this.#live.value?.related.persons.get(personId);
  }

  #row(row: Participant): TemplateResult {
    const { model, values } = this;
    const words = this.#words;
    const person = this.#person(row);
    // Who has changed places with the primary person is not among what the list has read.
    const name = person?.name ?? (model.nameOf('person', row.personId) || model.t.detail.someone);
    const label = words.actionsFor(name);
    return html`${avatar(name, row.personId)}
      <div>
        <b><bdi>${name}</bdi></b>
        <small class=${person?.jobTitle ? 'says' : ''}>${values.inline.render({
          key: this.#roleKey(row),
          name: words.roleOf(name),
          text: row.role,
          empty: person?.jobTitle || words.addRole,
          shown: row.role || undefined,
          locked: model.why('participant-edit', row),
          changed: values.changed,
          commit: (role) => save(model, 'participant-edit', { id: row.id, role }, words.role),
        })}</small>
      </div>
      <button type="button" class="btn btn--icon btn--quiet btn--sm" data-participant=${row.id} aria-haspopup="menu" aria-label=${label} title=${label}
        @click=${(event: Event) => this.#open(event, row, name)}>${icon(icons.more)}</button>`;
  }

  #roleKey(row: { readonly id: Id }): string {
    return this.values.key(`role-${row.id}`);
  }

  #open(event: Event, row: Participant, name: string): void {
    const { model, values } = this;
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const words = this.#words;
      return {
        label: words.actionsFor(name),
        align: 'end',
        items: [
          ...(showsContacts()
            ? [
                {
                  id: 'open',
                  label: model.t.detail.openPerson,
                  icon: icons.external,
                  run: () => void openContact(model.crm, 'person', row.personId),
                },
                'separator' as const,
              ]
            : []),
          {
            id: 'promote',
            label: words.promote,
            icon: icons.person,
            disabled: model.why('participant-promote', row),
            run: () => void this.#promote(row, name),
          },
          {
            id: 'role',
            label: words.role,
            icon: icons.label,
            disabled: model.why('participant-edit', row),
            run: () => values.inline.edit(this.#roleKey(row), row.role),
          },
          'separator',
          {
            id: 'remove',
            label: words.remove,
            icon: icons.x,
            negative: true,
            disabled: model.why('participant-delete', row),
            run: () => void this.#remove(row),
          },
        ],
      };
    });
  }

  /** @throws Error with the reason */
  async #add(dealId: Id, person: CommandInputs['participant-add']['person']): Promise<void> {
    const { model } = this;
    const result = await save(model, 'participant-add', { dealId, person }, this.#words.participant);
    const made = result?.changes.find(({ op, kind }) => op === 'create' && kind === 'participant');
    await model.host.updateComplete;
    // What they do in the deal comes next.
    if (made && !isElsewhere(model, '[data-act=add-participant]'))
      await model.focus(`[data-edit="${CSS.escape(this.#roleKey(made))}"]`);
  }

  async #promote(row: Participant, name: string): Promise<void> {
    const said = (): string => this.#words.promoted(name);
    await this.model.commands.run('participant-promote', { id: row.id }, { said });
    await this.#home();
  }

  async #remove(row: Participant): Promise<void> {
    await this.model.run('participant-delete', { id: row.id });
    await this.#home();
  }

  /** The row that had the focus may be gone. */
  async #home(): Promise<void> {
    const root = this.model.host.shadowRoot;
    await this.model.host.updateComplete;
    if (root?.activeElement) return;
    await this.model.focus('[data-act="add-participant"]');
    this.settle();
  }

  #failed(): TemplateResult | typeof nothing {
    const list = this.#live.value;
    if (list?.state !== 'error') return nothing;
    const { t } = this.model;
    return html`<p class="error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#words.failed}</span></p>
      <button type="button" class="btn btn--sm" @click=${() => list.retry()}>${t.common.retry}</button>`;
  }

  #adding(locked: string | undefined): TemplateResult {
    const { model, values } = this;
    const words = this.#words;
    const dealId = model.id ?? '';
    return values.place.render<Chosen | null>({
      key: this.#key,
      name: words.participant,
      text: '',
      empty: words.add,
      locked,
      value: null,
      same: (a, b) => a === b,
      commit: (chosen) => {
        if (!chosen) return undefined;
        const person = chosen.kind === 'existing' ? { id: chosen.id } : { name: chosen.text };
        return this.#add(dealId, person);
      },
      editor: (editing) =>
        values.picker('participant', 'person', true).render({
          id: 'find-participant',
          label: words.participant,
          hideLabel: true,
          value: editing.value,
          error: editing.error,
          placeholder: model.t.common.findOf(model.t.common.person),
          icon: icons.person,
          onChange: editing.choose,
        }),
    });
  }
}
