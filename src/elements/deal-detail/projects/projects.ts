import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Project } from '../../../domain/records.js';
import { adopt } from '../../../shared/adopt.js';
import { Code } from '../../../shared/code.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { showUpTo } from '../../../shared/detail/more-rows.js';
import type { Values } from '../../../shared/detail/values.js';
import type { Dialog } from '../../../shared/dialog.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import type { Menu } from '../../../shared/menu.js';
import { rowsOf } from '../../../shared/rows-of.js';
import type { LiveList } from '../../../store/api.js';
import { dealWords } from '../words.js';

const viewCode = new Code(() => import('./projects-view.js'));
type View = InstanceType<Awaited<ReturnType<typeof viewCode.need>>['ProjectsView']>;

/** So many are read at first, and more each time somebody asks: the count says how many there are. */
const page = 200;

/** The projects of the open deal. How they are shown, and all that is done with them, comes when there are some, or are to be. */
export class Projects {
  readonly #live: { readonly value: LiveList<'project'> | null };
  #view: View | undefined;
  #asked = false;
  #failed = false;
  #most = page;

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
    readonly menu: Menu,
    readonly dialog: Dialog,
    /** Shows the part of the detail that they are in, where it is narrow. */
    readonly reveal: () => void,
  ) {
    this.#live = model.crm.live<LiveList<'project'>>(
      (store) => {
        if (model.id === null || !this.shown) return null;
        const where = { field: 'dealIds', op: 'has', value: [model.id] } as const;
        const list = store.list({ kind: 'project', where, order: [{ field: 'createdAt' }] });
        this.#most = page;
        list.setWindow(0, page);
        return list;
      },
      { deps: () => [model.id, this.shown] },
    );
  }

  /** Does the host's profile have them on this kind of record? */
  get shown(): boolean {
    return this.model.store?.settings.profile.projectsAndProducts[this.model.kind] ?? true;
  }
  /** The oldest first. */
  get all(): readonly Project[] {
    return rowsOf(this.#live.value, this.#most);
  }
  /** undefined while they are read; none where they are not shown. */
  get known(): readonly Project[] | undefined {
    return !this.shown || this.#live.value?.state === 'ready' ? this.all : undefined;
  }
  /** It is known that there are none. */
  get none(): boolean {
    return this.#live.value?.state === 'ready' && this.#live.value.total === 0;
  }

  get view(): View | undefined {
    const code = viewCode.here;
    if (this.#view || !code) return this.#view;
    adopt(this.model.host, code.projectsStyles);
    return (this.#view = new code.ProjectsView(this.model, this, this.values, this.menu, this.dialog));
  }

  render(): TemplateResult {
    const { model } = this;
    const words = dealWords(model);
    const list = this.#live.value;
    const count = list?.total ?? 0;
    if (count > 0 && !viewCode.here && !this.#failed) void this.#need();
    const view = count > 0 || this.#asked ? this.view : undefined;
    return html`<section class="block people" part="projects" id="projects" tabindex="-1" aria-label=${words.projects}>
      <header>
        ${icon(icons.project)}
        <h3>${words.projects}</h3>
        ${count > 0 ? html`<span class="count">${model.format.number(count)}</span>` : nothing}
        <button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="add-project" aria-haspopup="menu" aria-label=${words.addProject} title=${words.addProject}
          @click=${(event: Event) => this.#open(event.currentTarget as HTMLElement)}>${icon(icons.plus)}</button>
      </header>
      ${this.#broken()}${view?.render() ?? nothing}${view ? this.#rest(count) : nothing}${
        count > 0 && !view && !this.#failed
          ? html`<p class="subtle" role="status">${model.t.common.loading}</p>`
          : nothing
      }${this.none && !view?.linking ? this.#empty() : nothing}
    </section>`;
  }

  /** There are more than are shown. */
  #rest(count: number): TemplateResult | typeof nothing {
    const left = count - this.#most;
    if (left <= 0) return nothing;
    return html`<div><button type="button" class="btn btn--sm" data-more-projects @click=${() => void this.#more()}>${this.model.t.detail.showMore(Math.min(left, page))}</button></div>`;
  }

  async #more(): Promise<void> {
    const first = this.#most;
    this.#most += page;
    await showUpTo(
      this.model,
      this.#live.value,
      this.#most,
      (root) => root.querySelectorAll<HTMLElement>('#projects .project-head')[first],
    );
  }

  #empty(): TemplateResult {
    const { model } = this;
    const words = dealWords(model);
    if (model.deal?.status !== 'won') return html`<p class="subtle">${words.noProjects}</p>`;
    const why = model.why('project-add');
    return html`<p class="subtle">${words.noProjects}</p>
      <div><button type="button" class="btn btn--sm" data-act="create-project" aria-disabled=${why === undefined ? nothing : 'true'} title=${why ?? nothing}
        @click=${() => void this.create()}>${icon(icons.plus)}${words.createProject}</button></div>`;
  }

  /** They, or what shows them, could not be read. */
  #broken(): TemplateResult | typeof nothing {
    const list = this.#live.value;
    if (!this.#failed && list?.state !== 'error') return nothing;
    const { t } = this.model;
    const again = (): void => (list?.state === 'error' ? list.retry() : void this.#need());
    return html`<p class="error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${t.detail.notLoaded}</span></p>
      <div><button type="button" class="btn btn--sm" @click=${again}>${t.common.retry}</button></div>`;
  }

  #open(anchor: HTMLElement): void {
    const { model } = this;
    this.menu.open(anchor, () => {
      const words = dealWords(model);
      return {
        label: words.addProject,
        align: 'end',
        items: [
          {
            ...{ id: 'create-project', label: words.createProject, icon: icons.plus },
            disabled: model.why('project-add'),
            run: () => void this.create(),
          },
          {
            ...{ id: 'link-project', label: words.linkProject, icon: icons.project },
            disabled: model.why('project-link', null),
            run: () => void this.#with((view) => view.link()),
          },
          'separator',
          {
            ...{ id: 'templates', label: words.projectTemplates, icon: icons.copy },
            run: () => void this.#with((view) => void view.manage()),
          },
        ],
      };
    });
  }

  /** Asks for what a new one is made of. */
  async create(): Promise<void> {
    if (this.model.why('project-add') !== undefined) return;
    await this.#with((view) => view.create());
  }

  async #with(run: (view: View) => void): Promise<void> {
    this.#asked = true;
    this.reveal();
    await this.#need();
    await this.model.host.updateComplete;
    if (this.view) run(this.view);
  }

  async #need(): Promise<void> {
    try {
      await viewCode.need();
      this.#failed = false;
    } catch (error) {
      console.warn('crm-elements: the projects could not be loaded.', error);
      this.#failed = true;
    }
    this.model.update();
  }
}
