import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Order, Where } from '../../domain/query.js';
import type { Deal, Id, Lead, Person, Project } from '../../domain/records.js';
import type { contact } from '../../i18n/en/contact.js';
import { avatar } from '../../shared/avatar.js';
import type { AnyDetail } from '../../shared/detail/model.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { LiveView } from '../../shared/live-view.js';
import { openContact } from '../../shared/open-contact.js';
import { openRecord } from '../../shared/open-record.js';
import { rowsOf } from '../../shared/rows-of.js';
import type { LiveList } from '../../store/api.js';
import { LinkedProjects } from './linked-projects.js';

type Kind = 'lead' | 'deal' | 'person' | 'participant' | 'project';

/** So many are shown at first, and each time one asks for more. */
const page = 20;
const newest: Order = { field: 'createdAt', descending: true };

/** Everything that names the person or the organization: leads, deals, those they take part in, projects, persons. */
export class Linked {
  readonly #shown = new Map<string, number>();
  readonly #leads: LiveView<LiveList<'lead'>>;
  readonly #open: LiveView<LiveList<'deal'>>;
  readonly #closed: LiveView<LiveList<'deal'>>;
  readonly #persons: LiveView<LiveList<'person'>>;
  readonly #parts: LiveView<LiveList<'participant'>>;
  readonly #taken: LiveView<LiveList<'deal'>>;
  readonly #projects: LinkedProjects;
  #of: Id | null = null;

  constructor(
    readonly model: AnyDetail,
    readonly words: () => typeof contact,
    /** Adds a person of the organization that is shown. */
    readonly add: () => void,
  ) {
    const { crm } = model;
    const own = (): Where => ({ field: `${model.kind}Id`, op: 'is', value: model.id ?? '' });
    const list = <K extends Kind>(
      name: string,
      kind: K,
      where: () => Where | null,
      order: readonly Order[],
      deps: () => readonly unknown[] = () => [],
    ): LiveView<LiveList<K>> =>
      crm.live(
        (store) => {
          const asked = model.id === null ? null : where();
          if (asked === null) return null;
          const made = store.list<K>({ kind, where: asked, order, related: false });
          made.setWindow(0, this.#limit(name));
          return made;
        },
        { deps: () => [model.id, ...deps()] },
      );
    const open: Where = { field: 'status', op: 'is', value: 'open' };
    const closed: Where = { field: 'status', op: 'in', value: ['won', 'lost'] };
    this.#leads = list('leads', 'lead', own, [{ field: 'archivedAt', emptyFirst: true }, newest]);
    this.#open = list('open', 'deal', () => ({ all: [own(), open] }), [newest]);
    this.#closed = list('closed', 'deal', () => ({ all: [own(), closed] }), [{ field: 'closedAt', descending: true }]);
    this.#persons = list('persons', 'person', () => (model.kind === 'organization' ? own() : null), [
      { field: 'name' },
    ]);
    this.#parts = list('parts', 'participant', () => (model.kind === 'person' ? own() : null), [newest]);
    this.#taken = list(
      'taken',
      'deal',
      () => (this.#dealIds.length === 0 ? null : { field: 'id', op: 'in', value: this.#dealIds }),
      [newest],
      () => [this.#dealIds.join()],
    );
    this.#projects = new LinkedProjects(model, own, () => this.#limit('projects'));
  }

  get #dealIds(): readonly Id[] {
    return rowsOf(this.#parts.value, this.#limit('parts')).map(({ dealId }) => dealId);
  }

  #limit(name: string): number {
    return this.#shown.get(name) ?? page;
  }

  /** Before each drawing: another one begins with the first of each. */
  check(): void {
    this.#projects.check([this.#open.value?.total, this.#closed.value?.total]);
    if (this.#of === this.model.id) return;
    this.#of = this.model.id;
    this.#shown.clear();
  }

  persons(): TemplateResult | typeof nothing {
    const { model } = this;
    const list = this.#persons.value;
    if (model.kind !== 'organization' || !list) return nothing;
    const t = this.words();
    const why = model.why('person-add', null);
    const add =
      why === undefined
        ? html`<button type="button" class="btn btn--quiet btn--sm" data-add-person @click=${this.add}>${icon(icons.plus)}${t.addPerson}</button>`
        : nothing;
    return this.#section(
      'persons',
      t.persons,
      list,
      rowsOf(list, this.#limit('persons')),
      (one) => this.#person(one),
      t.noPersons,
      add,
    );
  }

  deals(): TemplateResult {
    const t = this.words();
    const [open, closed] = [this.#open.value, this.#closed.value];
    const rows = [...rowsOf(open, this.#limit('open')), ...rowsOf(closed, this.#limit('closed'))];
    return html`${this.#section('deals', t.deals, joined(open, closed), rows, (one) => this.#deal(one), t.noDeals)}${this.#takesPart()}`;
  }

  /** A place of their own only where there are some: they begin with a deal. */
  projects(): TemplateResult | typeof nothing {
    const list = this.#projects.list.value;
    if (!list?.total && list?.state !== 'error') return nothing;
    const rows = rowsOf(list, this.#limit('projects'));
    return this.#section('projects', this.words().projects, list, rows, (one) => this.#project(one), '');
  }

  leads(): TemplateResult {
    const t = this.words();
    const list = this.#leads.value;
    return this.#section(
      'leads',
      t.leads,
      list,
      rowsOf(list, this.#limit('leads')),
      (one) => this.#lead(one),
      t.noLeads,
    );
  }

  #takesPart(): TemplateResult | typeof nothing {
    const list = this.#parts.value;
    if (!list?.total) return nothing;
    const deals = new Map(rowsOf(this.#taken.value, this.#limit('taken')).map((deal) => [deal.id, deal]));
    const rows = rowsOf(list, this.#limit('parts')).flatMap(({ dealId, role }) => {
      const deal = deals.get(dealId);
      return deal ? [{ deal, role }] : [];
    });
    return this.#section('parts', this.words().takesPart, list, rows, ({ deal, role }) => this.#deal(deal, role), '');
  }

  #section<R>(
    name: string,
    title: string,
    list: Pick<LiveList<'lead'>, 'state' | 'total' | 'retry'> | null,
    rows: readonly R[],
    draw: (row: R) => TemplateResult,
    none: string,
    action: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const { model } = this;
    const { detail, common } = model.t;
    const total = list?.total;
    const left = Math.max(0, (total ?? rows.length) - rows.length);
    const body =
      list?.state === 'error'
        ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${detail.notLoaded}</span
            ><button type="button" class="btn btn--sm" @click=${() => list.retry()}>${common.retry}</button></p>`
        : rows.length > 0
          ? html`<ul>${rows.map((row) => html`<li>${draw(row)}</li>`)}</ul>`
          : html`<p class="subtle" role=${list?.state === 'ready' ? nothing : 'status'}>${list?.state === 'ready' ? none : common.loading}</p>`;
    return html`<section class="linked-ones" part=${name} aria-label=${title}>
      <header><h3>${title}</h3>${total ? html`<span class="count">${model.format.number(total)}</span>` : nothing}<span class="grow"></span>${action}</header>
      ${body}
      ${left > 0 && rows.length > 0 ? html`<button type="button" class="btn btn--sm" data-more=${name} @click=${() => this.#more(name)}>${detail.showMore(Math.min(left, page))}</button>` : nothing}
    </section>`;
  }

  #more(name: string): void {
    const lists: Readonly<Record<string, readonly (readonly [string, LiveList<Kind> | null])[]>> = {
      leads: [['leads', this.#leads.value]],
      deals: [
        ['open', this.#open.value],
        ['closed', this.#closed.value],
      ],
      persons: [['persons', this.#persons.value]],
      projects: [['projects', this.#projects.list.value]],
      parts: [
        ['parts', this.#parts.value],
        ['taken', this.#taken.value],
      ],
    };
    for (const [each, list] of lists[name] ?? []) {
      this.#shown.set(each, this.#limit(each) + page);
      list?.setWindow(0, this.#limit(each));
    }
    this.model.update();
  }

  #row(
    drawing: TemplateResult,
    title: string,
    below: readonly (string | TemplateResult | undefined)[],
    end: TemplateResult | typeof nothing,
    open?: () => void,
  ): TemplateResult {
    const parts = below.filter((part) => part !== '' && part !== undefined);
    const inside = html`${drawing}
      <span class="grow"><b dir="auto">${title}</b>${
        parts.length > 0
          ? html`<small>${parts.map((part, at) => html`${at > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}</small>`
          : nothing
      }</span>${end}`;
    return open
      ? html`<button type="button" class="linked-one" @click=${open}>${inside}</button>`
      : html`<div class="linked-one is-still">${inside}</div>`;
  }

  #deal(deal: Deal, role = ''): TemplateResult {
    const { model } = this;
    const { directory } = model.store ?? {};
    const t = this.words();
    const stage = directory?.stage(deal.stageId)?.name;
    const day = deal.closedAt ? model.when(deal.closedAt) : '';
    const end = html`${
      deal.status === 'open'
        ? nothing
        : html`<span class="tag ${deal.status === 'won' ? 'tag--positive' : 'tag--negative'}">${deal.status === 'won' ? t.won : t.lost}</span>`
    }${deal.value ? html`<bdi class="num">${model.format.money(deal.value)}</bdi>` : nothing}`;
    const below = [role, deal.status === 'open' ? stage : day, this.#other(deal)];
    return this.#row(icon(icons.won), deal.title || model.t.detail.untitledDeal, below, end, () =>
      openRecord(model.crm, 'deal', deal.id),
    );
  }

  #lead(lead: Lead): TemplateResult {
    const { model } = this;
    const archived = lead.archivedAt !== null;
    const end = html`${archived ? html`<span class="tag">${model.t.detail.archived}</span>` : nothing}${
      lead.value ? html`<bdi class="num">${model.format.money(lead.value)}</bdi>` : nothing
    }`;
    const below = [model.t.detail.addedAt(model.ago(lead.createdAt), '').trim(), this.#other(lead)];
    return this.#row(icon(icons.tray), lead.title || model.t.detail.untitledLead, below, end, () =>
      openRecord(model.crm, 'lead', lead.id),
    );
  }

  /** It is shown in its deal: one that belongs to none leads nowhere. */
  #project(project: Project): TemplateResult {
    const { model } = this;
    const deal = this.#projects.dealOf(project);
    const open = deal === undefined ? undefined : (): void => void openRecord(model.crm, 'deal', deal);
    return this.#row(
      icon(icons.project),
      project.title,
      this.#projects.below(project),
      this.#projects.end(project),
      open,
    );
  }

  /** Whom it names beside the one that is shown. */
  #other({ personName, organizationName }: Lead | Deal): string {
    return this.model.kind === 'person' ? organizationName : personName;
  }

  #person(person: Person): TemplateResult {
    const { model } = this;
    const reach = (person.emails[0] ?? person.phones[0])?.value ?? '';
    const face = html`<span aria-hidden="true">${avatar(person.name, person.id)}</span>`;
    return this.#row(face, person.name, [person.jobTitle, reach], nothing, () =>
      openContact(model.crm, 'person', person.id),
    );
  }
}

/** Two lists told as one. */
function joined(
  a: LiveList<'deal'> | null,
  b: LiveList<'deal'> | null,
): Pick<LiveList<'lead'>, 'state' | 'total' | 'retry'> | null {
  if (!a || !b) return a ?? b;
  const state = [a.state, b.state].includes('error')
    ? 'error'
    : a.state === 'ready' && b.state === 'ready'
      ? 'ready'
      : 'loading';
  const total = a.total === undefined || b.total === undefined ? undefined : a.total + b.total;
  return { state, total, retry: () => [a, b].forEach((list) => list.retry()) };
}
