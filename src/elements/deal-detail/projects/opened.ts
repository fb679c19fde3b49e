import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { projectReasons } from '../../../domain/projects/checks.js';
import { phasesFor } from '../../../domain/projects/templates.js';
import type { Deal, Id, Project } from '../../../domain/records.js';
import { avatar } from '../../../shared/avatar.js';
import { row } from '../../../shared/detail/details.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { errorLine } from '../../../shared/detail/place-edit.js';
import { save } from '../../../shared/detail/save.js';
import type { Values } from '../../../shared/detail/values.js';
import * as icons from '../../../shared/icons.js';
import type { Menu, MenuItem } from '../../../shared/menu.js';
import { openDeal } from '../../../shared/detail/open-deal.js';
import { rowsOf } from '../../../shared/rows-of.js';
import type { LiveList } from '../../../store/api.js';
import { ownerItems } from './owners.js';
import { Tasks } from './tasks.js';
import type { Templates } from './templates.js';
import { projectWords } from './words.js';

const statuses = ['open', 'completed', 'canceled'] as const satisfies readonly Project['status'][];
/** Other deals of one project that are named. */
const mostDeals = 50;

type Field = 'title' | 'description' | 'phase' | 'startDate' | 'endDate';

/** One project, open in its place: each field edited where it stands, and the other deals it belongs to. */
export class Opened {
  id: Id | null = null;
  readonly #deals: { readonly value: LiveList<'deal'> | null };
  readonly #tasks: Tasks;
  /** Choices that were refused: why, by key. */
  readonly #refused = new Map<string, string>();

  constructor(
    readonly model: DetailModel,
    readonly projects: { readonly all: readonly Project[] },
    readonly values: Values,
    readonly menu: Menu,
    readonly templates: Pick<Templates, 'all'>,
  ) {
    this.#tasks = new Tasks(model, values, menu, () => this.#project);
    this.#deals = model.crm.live<LiveList<'deal'>>(
      (store) => {
        const ids = this.#others;
        if (ids.length === 0) return null;
        const list = store.list({
          kind: 'deal',
          where: { field: 'id', op: 'in', value: ids },
          order: [{ field: 'title' }],
        });
        list.setWindow(0, mostDeals);
        return list;
      },
      { deps: () => [this.#others.join()] },
    );
  }

  get #project(): Project | undefined {
    return this.projects.all.find(({ id }) => id === this.id);
  }

  /** Deals of the open project beside the one that is shown. */
  get #others(): readonly Id[] {
    return this.#project?.dealIds.filter((id) => id !== this.model.id) ?? [];
  }

  render(project: Project): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const day = (value: string | null): string | undefined => (value === null ? undefined : model.day(value));
    return html`<dl class="fields">
      ${row(words.title, this.#text(project, 'title', words.title, project.title))}
      ${row(
        words.status,
        this.#choice(project, 'status', words[project.status], () => this.#statuses(project)),
      )}
      ${row(words.phase, this.#phase(project))}
      ${row(words.start, this.#text(project, 'startDate', words.start, project.startDate ?? '', day(project.startDate)))}
      ${row(words.end, this.#text(project, 'endDate', words.end, project.endDate ?? '', day(project.endDate)))}
      ${row(words.owner, this.#owner(project))}
      ${row(words.description, this.#text(project, 'description', words.description, project.description, project.description === '' ? undefined : html`<span class="text" dir="auto">${project.description}</span>`))}
      ${this.#otherDeals()}
    </dl>${this.#tasks.render(project)}`;
  }

  #key(project: Project, field: string): string {
    return this.values.key(`${project.id}-${field}`);
  }

  #text(project: Project, field: Field, name: string, text: string, shown?: TemplateResult | string): TemplateResult {
    const { model, values } = this;
    const dated = field === 'startDate' || field === 'endDate';
    const words = projectWords(model);
    return values.inline.render({
      key: this.#key(project, field),
      name: words.fieldOf(project.title, name),
      ...{ text, shown, changed: values.changed, locked: model.why('project-edit', project) },
      ...(dated && { type: 'date' as const, ...(text !== '' && { said: model.day(text) }) }),
      multiline: field === 'description',
      commit: (typed) => {
        const value = dated ? typed || null : typed.trim();
        if (field === 'title' && value === '') return words.titleMissing;
        const [wrong] = projectReasons({ ...project, [field]: value }, project);
        if (wrong !== undefined) return wrong.field === 'endDate' ? words.endBeforeStart : words.startAfterEnd;
        return save(model, 'project-edit', { id: project.id, fields: { [field]: value } }, name);
      },
    });
  }

  /** One of several, by a menu at the value. */
  #choice(
    project: Project,
    field: 'status' | 'phase' | 'ownerId',
    text: string,
    items: () => readonly MenuItem[],
  ): TemplateResult {
    const { model } = this;
    const { common } = model.t;
    const key = this.#key(project, field);
    const locked = model.why('project-edit', project);
    const label = (): string => {
      const words = projectWords(model);
      return words.fieldOf(project.title, words[field === 'ownerId' ? 'owner' : field]);
    };
    const said = label();
    const refused = this.#refused.get(key);
    const open = (event: Event): void => {
      if (locked === undefined) this.menu.open(event.currentTarget as HTMLElement, () => ({ label: label(), items }));
    };
    return html`<button class="edit ${text === '' ? 'add' : ''}" type="button" data-edit=${key} aria-haspopup="menu"
        aria-label=${text === '' ? common.emptyValue(common.addValue, said) : common.editOf(said, text)}
        aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing} @click=${open}
        ><bdi>${text || common.addValue}</bdi></button
      >${refused === undefined ? nothing : errorLine(refused)}`;
  }

  #set(project: Project, field: 'status' | 'phase' | 'ownerId', value: string | null, name: string): void {
    const { model } = this;
    const key = this.#key(project, field);
    this.#refused.delete(key);
    save(model, 'project-edit', { id: project.id, fields: { [field]: value } }, name).catch((error: Error) => {
      this.#refused.set(key, error.message);
      model.update();
    });
  }

  #statuses(project: Project): readonly MenuItem[] {
    const words = projectWords(this.model);
    return statuses.map((status) => ({
      ...{ id: status, label: words[status], checked: status === project.status, radio: true },
      run: () => this.#set(project, 'status', status, words.status),
    }));
  }

  /** Those of the templates to choose from, and any other in words; where there are none, words only. */
  #phase(project: Project): TemplateResult {
    const { values } = this;
    const words = projectWords(this.model);
    const key = this.#key(project, 'phase');
    const phases = phasesFor(project.phase, this.templates.all);
    if (phases.length === 0 || values.inline.editing === key)
      return this.#text(project, 'phase', words.phase, project.phase);
    const item = (phase: string): MenuItem => ({
      ...{ id: `phase-${phase}`, label: phase, checked: phase === project.phase, radio: true },
      run: () => this.#set(project, 'phase', phase, words.phase),
    });
    return this.#choice(project, 'phase', project.phase, () => {
      const { otherPhase, noPhase } = projectWords(this.model);
      return [
        ...phases.map(item),
        'separator',
        { id: 'other', label: otherPhase, icon: icons.label, run: () => values.inline.edit(key, project.phase) },
        { id: 'none', label: noPhase, icon: icons.x, run: () => this.#set(project, 'phase', '', words.phase) },
      ];
    });
  }

  #owner(project: Project): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const { ownerId } = project;
    const text = model.userName(ownerId);
    const items = (): readonly MenuItem[] =>
      ownerItems(model, ownerId, (id) => this.#set(project, 'ownerId', id, words.owner));
    return html`<span class="row own">${
      text === '' || ownerId === null
        ? nothing
        : html`<span aria-hidden="true">${avatar(text, ownerId, { small: true })}</span>`
    }<span class="grow">${this.#choice(project, 'ownerId', text, items)}</span></span>`;
  }

  /** Those that are there: one in the trash is named again when it comes back. */
  #otherDeals(): TemplateResult | typeof nothing {
    const { model } = this;
    const words = projectWords(model);
    const deals = rowsOf(this.#deals.value, mostDeals);
    if (deals.length === 0) return nothing;
    const name = ({ title, organizationName, personName }: Deal): string =>
      title || organizationName || personName || model.t.detail.untitledDeal;
    return row(
      words.otherDeals,
      html`<ul class="project-deals">${deals.map(
        (deal) =>
          html`<li><button type="button" class="link" data-deal=${deal.id} @click=${() => openDeal(model, deal.id)}><bdi>${name(deal)}</bdi></button></li>`,
      )}</ul>`,
    );
  }
}
