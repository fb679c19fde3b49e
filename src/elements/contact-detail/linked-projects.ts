import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Where } from '../../domain/query.js';
import type { Id, Project } from '../../domain/records.js';
import { projects } from '../../i18n/en/projects.js';
import { wordsOf } from '../../i18n/words.js';
import type { AnyDetail } from '../../shared/detail/model.js';
import type { LiveView } from '../../shared/live-view.js';
import type { LiveList } from '../../store/api.js';

/** The projects of the deals that name the person or the organization, and those that name it themselves. */
export class LinkedProjects {
  readonly list: LiveView<LiveList<'project'>>;
  #deals: readonly Id[] = [];
  /** Of whom, and of which deals, it was asked last. */
  #asked = '';
  #run = 0;

  constructor(
    readonly model: AnyDetail,
    readonly own: () => Where,
    limit: () => number,
  ) {
    this.list = model.crm.live<LiveList<'project'>>(
      (store) => {
        if (model.id === null || !this.shown) return null;
        const ofDeals = { field: 'dealIds', op: 'has', value: this.#deals } as const;
        const where: Where = this.#deals.length === 0 ? own() : { any: [own(), ofDeals] };
        const order = [
          { field: 'status', descending: true },
          { field: 'createdAt', descending: true },
        ];
        const list = store.list({ kind: 'project', where, order, related: false });
        list.setWindow(0, limit());
        return list;
      },
      { deps: () => [model.id, this.shown, this.#deals.join()] },
    );
  }

  /** Do deals have projects on this page? */
  get shown(): boolean {
    return this.model.store?.settings.profile.projectsAndProducts.deal ?? true;
  }

  /** Before each drawing. @param deals how many of each there are: others have other projects */
  check(deals: readonly (number | undefined)[]): void {
    const { model } = this;
    const key = model.id === null || deals.includes(undefined) ? '' : `${model.id} ${deals.join()}`;
    if (key === this.#asked) return;
    if (model.id !== this.#asked.split(' ')[0]) this.#deals = [];
    this.#asked = key;
    if (key !== '') void this.#look(++this.#run);
  }

  async #look(run: number): Promise<void> {
    const { store } = this.model;
    if (!store || !this.shown) return;
    try {
      const ids = await store.ids({ kind: 'deal', where: this.own() });
      if (run !== this.#run) return;
      this.#deals = ids;
    } catch {
      // The lists of deals say that they cannot be read, and lead to another try.
      if (run === this.#run) this.#asked = '';
      return;
    }
    this.model.update();
  }

  /** The deal in which it is shown: one of those that lead here, where there is one. */
  dealOf({ dealIds }: Project): Id | undefined {
    const own = new Set(this.#deals);
    return dealIds.find((id) => own.has(id)) ?? dealIds[0];
  }

  /** What is said below its title: its phase, and how far it is. */
  below({ phase, tasks }: Project): readonly string[] {
    const done = tasks.filter((task) => task.done).length;
    return [phase, tasks.length > 0 ? this.#words.tasksDone(done, tasks.length) : ''];
  }

  end({ status }: Project): TemplateResult | typeof nothing {
    const t = this.#words;
    if (status === 'open') return nothing;
    return html`<span class="tag ${status === 'completed' ? 'tag--positive' : ''}">${status === 'completed' ? t.completed : t.canceled}</span>`;
  }

  get #words(): typeof projects {
    return wordsOf('projects', projects, this.model.words.lang);
  }
}
