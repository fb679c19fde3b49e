import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Where } from '../../domain/query.js';
import type { Deal, Id, Lead, Person } from '../../domain/records.js';
import { sharedContact, twinReason } from '../../domain/twins.js';
import type { SharedContacts, TwinReason } from '../../domain/twins.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { CrmStore, LiveList } from '../../store/api.js';
import { whenIdle } from '../../code.js';
import type { LiveView } from '../live-view.js';
import type { Popup } from '../popup.js';
import { rowsOf } from '../rows-of.js';
import type { DetailModel } from './model.js';
import { openTwin, twinButton } from './twin-hint.js';
import type { Twin } from './twin-hint.js';

/** Records that are looked at; beyond that nobody compares them one by one. */
const LIMIT = 50;
/** Addresses and numbers of a person that are looked for with others. */
const POINTS = 4;

const none: SharedContacts = new Map();

/**
 * Leads, or deals, that may be the open one once more: of the same person, of one with the same address or number, of the same
 * organization. Looked for by what they name, in an idle moment after the record is shown, and kept current from then on.
 */
export class Twins {
  readonly #list: LiveView<LiveList<'lead'> | LiveList<'deal'>>;
  /** The record, with what it is looked for by, of which somebody has begun to ask. */
  #asked = '';
  /** The one whose answer is here. */
  #ready = '';
  #shared: SharedContacts = none;

  constructor(
    readonly model: DetailModel,
    readonly panel: Popup,
    readonly compare: (other: Lead | Deal) => void,
    readonly settle: () => void,
  ) {
    this.#list = model.crm.live<LiveList<'lead'> | LiveList<'deal'>>((store) => this.#ask(store), {
      deps: () => [this.#ready === this.#key ? this.#ready : ''],
    });
  }

  /** After each drawing: looks for others when the open one is another, or names somebody else. */
  check(): void {
    const key = this.#key;
    if (key === this.#asked || key === '') return;
    this.#asked = key;
    whenIdle(() => {
      const { person, store } = this.model;
      if (store === null || this.#key !== key) return;
      void (person ? sharedOf(store, person) : Promise.resolve(none)).then((shared) => {
        if (this.#key !== key) return;
        this.#shared = shared;
        this.#ready = key;
        this.model.update();
      });
    });
  }

  /** '' = there is nothing to look for. */
  get #key(): string {
    const { record, person, live } = this.model;
    if (!record || live()?.state !== 'ready' || (record.personId === null && record.organizationId === null)) return '';
    const points = person ? [...person.emails, ...person.phones].map(({ value }) => value) : [];
    return JSON.stringify([record.id, record.personId, record.organizationId, ...points]);
  }

  #ask(store: CrmStore): LiveList<'lead'> | LiveList<'deal'> | null {
    const { record, kind } = this.model;
    if (!record || this.#ready === '' || this.#ready !== this.#key) return null;
    const persons = [...(record.personId === null ? [] : [record.personId]), ...this.#shared.keys()];
    const any: Where[] = [
      ...(persons.length > 0 ? [{ field: 'personId', op: 'in' as const, value: persons }] : []),
      ...(record.organizationId === null
        ? []
        : [{ field: 'organizationId', op: 'is' as const, value: record.organizationId }]),
    ];
    const open: Where[] = [
      { field: 'archivedAt', op: 'empty' },
      ...(kind === 'deal' ? [{ field: 'status', op: 'is' as const, value: 'open' }] : []),
    ];
    const where: Where = { all: [...open, { any }] };
    const order = [{ field: 'createdAt', descending: true }] as const;
    const list = kind === 'lead' ? store.list({ kind, where, order }) : store.list({ kind, where, order });
    list.setWindow(0, LIMIT);
    return list;
  }

  get #found(): readonly (readonly [Lead | Deal, TwinReason])[] {
    const { record } = this.model;
    if (!record || this.#ready !== this.#key) return [];
    const rows = rowsOf<Lead | Deal>(this.#list.value, LIMIT);
    return rows.flatMap((other) => {
      const reason = twinReason(record, other, this.#shared);
      return reason === null ? [] : [[other, reason] as const];
    });
  }

  render(): TemplateResult | typeof nothing {
    if (this.#found.length === 0) return nothing;
    const open = (anchor: HTMLElement): void =>
      openTwin(
        this.panel,
        anchor,
        () => this.#words,
        () => this.#twin,
      );
    return twinButton(this.#words, open);
  }

  get #words(): typeof merge {
    return wordsOf('merge', merge, this.model.words.lang);
  }

  get #twin(): Twin | null {
    const found = this.#found;
    const [first] = found;
    if (!first) return null;
    const { model } = this;
    const t = this.#words;
    const [other, reason] = first;
    const { untitledLead, untitledDeal } = model.t.detail;
    const untitled = model.kind === 'lead' ? untitledLead : untitledDeal;
    const why = {
      person: t.samePerson,
      email: t.sameEmail,
      phone: t.samePhone,
      organization: t.sameOrganization,
    }[reason];
    return {
      title: other.title || other.organizationName || other.personName || untitled,
      why,
      more: found.length - 1,
      noMerge: model.why(model.kind === 'lead' ? 'leads-merge' : 'deals-merge'),
      noApart: model.why(model.editName),
      compare: () => this.compare(other),
      apart: () => void this.#isNone(other.id),
    };
  }

  /** Somebody has looked: it is another one. Kept with the record, for everybody. */
  async #isNone(id: Id): Promise<void> {
    const { model } = this;
    const { record } = model;
    if (!record) return;
    const fields = { notDuplicateOf: [...(record.notDuplicateOf ?? []), id] };
    await model.commands.run(model.editName, { id: record.id, fields }, { said: () => this.#words.notDuplicateSaid });
    this.settle();
  }
}

/** Persons with an address or a number of this one's. What cannot be read hints at nothing. */
async function sharedOf(store: CrmStore, person: Person): Promise<SharedContacts> {
  const shared = new Map<Id, 'email' | 'phone'>();
  const points = [...person.emails, ...person.phones].slice(0, POINTS);
  await Promise.all(
    points.map(async ({ value }) => {
      const asked = { kind: 'person', search: value, window: { after: null, limit: 10 } } as const;
      const found = await store.read(asked).catch(() => null);
      for (const other of found?.records ?? []) {
        const contact = other.id === person.id ? null : sharedContact(person, other);
        if (contact !== null) shared.set(other.id, contact);
      }
    }),
  );
  return shared;
}
