import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { whenIdle } from '../../code.js';
import { whyAlike } from '../../domain/contact-twins.js';
import type { ContactReason } from '../../domain/contact-twins.js';
import { homeCountry } from '../../domain/home-country.js';
import { soughtNumber } from '../../domain/phone.js';
import type { Query } from '../../domain/query.js';
import type { Id, Organization, Person } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { AnyDetail } from '../detail/model.js';
import type { Merging } from '../detail/merging.js';
import { openTwin, twinButton } from '../detail/twin-hint.js';
import type { Twin } from '../detail/twin-hint.js';
import type { Popup } from '../popup.js';
import type { CrmStore } from '../../store/api.js';

type Contact = Person | Organization;

/** Of each thing they are looked for by. */
const LIMIT = 20;
/** Addresses and numbers that are looked for. */
const POINTS = 6;

/**
 * Who may be the open person or organization once more, by what each of them has: looked for in an idle moment after it is shown,
 * and again when one of its kind has changed. The list of contacts compares all of them with each other.
 */
export class ContactTwins {
  #asked = '';
  #found: readonly (readonly [Contact, ContactReason])[] = [];
  #of: Id | null = null;
  /** Raised with each change of one of the kind. */
  #changes = 0;

  constructor(
    readonly model: AnyDetail,
    readonly panel: Popup,
    readonly merging: Merging,
    readonly settle: () => void,
  ) {
    const heard = ({ changes }: { changes: readonly { readonly kind: string }[] | 'resync' }): void => {
      if (changes !== 'resync' && !changes.some(({ kind }) => kind === model.kind)) return;
      this.#changes++;
      model.update();
    };
    model.crm.listen('done', heard);
    model.crm.listen('changed', heard);
  }

  /** After each drawing. */
  check(): void {
    const { record } = this.model;
    const key = record ? `${record.id} ${record.rev} ${this.#changes}` : '';
    if (key === this.#asked) return;
    this.#asked = key;
    if (record && key !== '') whenIdle(() => void this.#look(key));
  }

  async #look(key: string): Promise<void> {
    const { record, store } = this.model;
    if (!record || !store || this.#asked !== key) return;
    const found = await alikes(store, record as Contact, homeCountry(this.model.words.lang, store.settings.currency));
    if (this.#asked !== key) return;
    const same = this.#of === record.id && found.length === 0 && this.#found.length === 0;
    this.#of = record.id;
    this.#found = found;
    if (!same) this.model.update();
  }

  render(): TemplateResult | typeof nothing {
    if (this.#twin === null) return nothing;
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
    const { model } = this;
    const [first] = model.id === this.#of ? this.#found : [];
    if (!first) return null;
    const t = this.#words;
    const [other, reason] = first;
    const why = {
      email: t.sameEmail,
      phone: t.samePhone,
      address: t.sameAddress,
      domain: t.sameDomain,
      name: t.sameName,
    }[reason];
    return {
      title: other.name,
      why,
      more: this.#found.length - 1,
      noMerge: model.why(this.merging.name),
      noApart: model.why(this.#apartName),
      compare: () => this.merging.compare(other),
      apart: () => void this.#apart(other.id),
    };
  }

  get #apartName(): 'persons-distinguish' | 'organizations-distinguish' {
    return this.model.kind === 'person' ? 'persons-distinguish' : 'organizations-distinguish';
  }

  async #apart(other: Id): Promise<void> {
    const { model } = this;
    if (model.id === null) return;
    await model.commands.run(this.#apartName, { ids: [model.id, other] }, { said: () => this.#words.notDuplicateSaid });
    this.settle();
  }
}

/** The most certain first. What cannot be read hints at nothing. */
async function alikes(
  store: CrmStore,
  record: Contact,
  country: string | null,
): Promise<readonly (readonly [Contact, ContactReason])[]> {
  const person = 'emails' in record;
  const points = person
    ? [...record.emails, ...record.phones.map(({ value }) => ({ value: soughtNumber(value, country) }))]
        .slice(0, POINTS)
        .map(({ value }) => value)
    : [];
  const website = person ? '' : hostOf(record.website);
  const asked: readonly Pick<Query, 'search' | 'where'>[] = [
    ...[record.name, ...points].map((search) => ({ search })),
    ...(website === '' ? [] : [{ where: { field: 'website', op: 'contains', value: website } as const }]),
  ];
  const kind = person ? 'person' : 'organization';
  const others = new Map<Id, Contact>();
  await Promise.all(
    asked.map(async (one) => {
      const found = await store
        .read({ kind, ...one, window: { offset: 0, limit: LIMIT }, related: false })
        .catch(() => null);
      for (const other of found?.records ?? []) others.set(other.id, other);
    }),
  );
  const order = ['email', 'phone', 'address', 'domain', 'name'];
  return [...others.values()]
    .flatMap((other) => {
      const [reason] = whyAlike(record, other, country);
      return reason === undefined ? [] : [[other, reason] as const];
    })
    .sort(([, a], [, b]) => order.indexOf(a) - order.indexOf(b));
}

/** What a website is found by, however it is written. */
function hostOf(website: string): string {
  return website
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\./i, '')
    .split(/[/?#]/)[0]!;
}
