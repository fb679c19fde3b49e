import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { progressOf } from '../../../domain/projects/tasks.js';
import { templateFrom } from '../../../domain/projects/templates.js';
import type { Id, Project } from '../../../domain/records.js';
import { avatar } from '../../../shared/avatar.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import type { Values } from '../../../shared/detail/values.js';
import type { Dialog } from '../../../shared/dialog.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { Menu, MenuItem } from '../../../shared/menu.js';
import { CreateProject } from './create-dialog.js';
import { Link } from './link.js';
import { Opened } from './opened.js';
import { Templates } from './templates.js';
import { projectWords } from './words.js';

export { projectsStyles } from './projects.styles.js';

/** The projects of a deal, one below the other; one of them open in its place. */
export class ProjectsView {
  readonly #link: Link;
  readonly #opened: Opened;
  readonly #templates: Templates;

  constructor(
    readonly model: DetailModel,
    readonly projects: { readonly all: readonly Project[] },
    readonly values: Values,
    readonly menu: Menu,
    readonly dialog: Dialog,
  ) {
    this.#link = new Link(model, values);
    this.#templates = new Templates(model);
    this.#opened = new Opened(model, projects, values, menu, this.#templates);
  }

  get linking(): boolean {
    return this.#link.isOpen;
  }
  link(): void {
    this.#link.open();
  }
  create(): void {
    new CreateProject(this.model, this.dialog, this.#templates, (id) => void this.#show(id)).open();
  }

  /** What projects begin with is managed in a dialog, fetched when somebody first asks for it. @param of a project that is to be one */
  async manage(of?: Project): Promise<void> {
    const { model } = this;
    try {
      const { TemplatesDialog } = await import('./templates-dialog.js');
      const { all } = this.#templates;
      const phases = of && (all.find((each) => each.phases.includes(of.phase))?.phases ?? []);
      new TemplatesDialog(model, this.dialog, this.#templates).open(of && templateFrom(of, phases ?? []));
    } catch (error) {
      console.warn('crm-elements: the templates could not be loaded.', error);
      model.commands.say(() => model.t.detail.notLoaded);
    }
  }

  /** Opens it with the focus on it, once it is there. */
  async #show(id: Id): Promise<void> {
    this.#opened.id = id;
    this.model.update();
    await this.model.focus(`[data-project="${CSS.escape(id)}"] .project-head`);
  }

  render(): TemplateResult {
    const { all } = this.projects;
    return html`${this.linking ? this.#link.render() : nothing}
      ${
        all.length > 0
          ? html`<ul class="projects">${repeat(
              all,
              ({ id }) => id,
              (project) =>
                html`<li class="project" data-project=${project.id} data-status=${project.status}>${this.#row(project)}</li>`,
            )}</ul>`
          : nothing
      }`;
  }

  #row(project: Project): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const { id, title } = project;
    const open = this.#opened.id === id;
    const label = words.actionsFor(title);
    const toggle = (): void => {
      this.#opened.id = open ? null : id;
      model.update();
    };
    return html`<div class="row">
        <button type="button" class="project-head" aria-expanded=${open ? 'true' : 'false'} aria-controls="project-${id}" @click=${toggle}>
          ${icon(open ? icons.down : icons.right, { size: 'sm', ...(open ? {} : { turn: true }) })}<span class="grow"><b><bdi>${title}</bdi></b> ${this.#facts(project)}</span>${this.#owner(project)}
        </button>
        <button type="button" class="btn btn--icon btn--quiet btn--sm" data-project-menu aria-haspopup="menu" aria-label=${label} title=${label}
          @click=${(event: Event) => this.#menuOf(project, event.currentTarget as HTMLElement)}>${icon(icons.more)}</button>
      </div>
      <div id="project-${id}" class="project-body" ?hidden=${!open}>${open ? this.#opened.render(project) : nothing}</div>`;
  }

  /** Phase and status, dates, and how far it is. */
  #facts(project: Project): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const { phase, status } = project;
    const { done, of, next, overdue } = progressOf(project, model.today);
    const late = status === 'open' && overdue > 0;
    const state = [phase, status === 'open' ? '' : words[status], this.#dates(project)].filter(Boolean).join(', ');
    const width = (bar: Element | undefined): void =>
      (bar as HTMLElement | undefined)?.style.setProperty('inline-size', `${of === 0 ? 0 : (100 * done) / of}%`);
    return html`${state ? html`<small><bdi>${state}</bdi></small> ` : nothing}${
      of === 0
        ? nothing
        : html`<small class="project-facts"><span class="progress" aria-hidden="true"><i ${ref(width)}></i></span><bdi>${words.tasksDone(done, of)}</bdi> ${
            late
              ? html`<span class="is-late">${icon(icons.warning, { size: 'sm' })}<bdi>${words.overdue(overdue)}</bdi></span>`
              : status === 'open' && next !== null
                ? html`<bdi>${words.nextDue(model.format.day(next, { today: model.today }))}</bdi>`
                : nothing
          }</small>`
    }`;
  }

  #owner({ ownerId }: Project): TemplateResult | typeof nothing {
    const name = this.model.userName(ownerId);
    return name === '' || ownerId === null ? nothing : html` ${avatar(name, ownerId, { small: true })}`;
  }

  /** "1 Dec – 24 Dec", "from 1 Dec" */
  #dates({ startDate, endDate }: Project): string {
    const { model } = this;
    const words = projectWords(model);
    const day = (value: string): string => model.format.day(value, { weekday: false, today: model.today });
    if (startDate !== null && endDate !== null) return words.span(day(startDate), day(endDate));
    return startDate !== null ? words.from(day(startDate)) : endDate !== null ? words.until(day(endDate)) : '';
  }

  #menuOf(project: Project, anchor: HTMLElement): void {
    const { model } = this;
    this.menu.open(anchor, () => {
      const words = projectWords(model);
      const { id, status } = project;
      const edit = model.why('project-edit', project);
      const mark = (to: Project['status'], label: string, drawing: icons.Drawing): MenuItem => ({
        ...{ id: to, label, icon: drawing, disabled: edit },
        run: () => void model.run('project-edit', { id, fields: { status: to } }),
      });
      return {
        label: words.actionsFor(project.title),
        align: 'end',
        items: [
          ...(status === 'open'
            ? [mark('completed', words.markCompleted, icons.check), mark('canceled', words.markCanceled, icons.x)]
            : [mark('open', words.reopen, icons.undo)]),
          {
            ...{ id: 'save-template', label: words.saveAsTemplate, icon: icons.copy },
            disabled: model.why('project-template-add', null),
            run: () => void this.manage(project),
          },
          'separator',
          {
            ...{ id: 'unlink', label: words.unlink, icon: icons.x, disabled: model.why('project-unlink', project) },
            run: () => void this.#unlink(project),
          },
          {
            ...{ id: 'delete', label: words.deleteProject, icon: icons.trash, negative: true },
            disabled: model.why('project-delete', project),
            run: () => void this.#delete(project),
          },
        ],
      };
    });
  }

  async #unlink({ id }: Project): Promise<void> {
    const { model } = this;
    if (model.id === null) return;
    await model.run('project-unlink', { id, dealId: model.id });
    await this.#home();
  }

  async #delete({ id }: Project): Promise<void> {
    await this.model.run('project-delete', { id });
    await this.#home();
  }

  /** The row that had the focus may be gone. */
  async #home(): Promise<void> {
    const { host } = this.model;
    await host.updateComplete;
    if (!host.shadowRoot?.activeElement) await this.model.focus('[data-act="add-project"]');
  }
}
