import type { TemplateResult } from 'lit';
import type { Id, Project } from '../../../domain/records.js';
import { closest } from '../../../shared/closest.js';
import { Combobox } from '../../../shared/combobox.js';
import type { Choice, Chosen } from '../../../shared/combobox.js';
import { isElsewhere } from '../../../shared/detail/elsewhere.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { save } from '../../../shared/detail/save.js';
import type { Values } from '../../../shared/detail/values.js';
import * as icons from '../../../shared/icons.js';
import { dealWords } from '../words.js';
import { projectWords } from './words.js';

/** Offered at once; words narrow it. */
const most = 8;

/** Links a project that there is: found by its title, among those that the deal does not have. */
export class Link {
  readonly #picker: Combobox;

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
  ) {
    this.#picker = new Combobox(model.host, model.words, { search: (query, signal) => this.#find(query, signal) });
  }

  get #key(): string {
    return this.values.key('link-project');
  }
  get isOpen(): boolean {
    return this.values.place.editing === this.#key;
  }
  open(): void {
    this.values.place.open(this.#key);
  }

  async #find(search: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const { store, id } = this.model;
    if (!store || id === null) return [];
    const where = { field: 'dealIds', op: 'hasNot', value: [id] } as const;
    const words = search.trim();
    const { records } = await closest(
      store,
      {
        kind: 'project',
        where: words === '' ? where : { all: [where, { field: 'title', op: 'contains', value: words }] },
        order: [{ field: 'createdAt', descending: true }],
      },
      most,
      signal,
      words,
    );
    return records.map((project) => this.#choice(project));
  }

  #choice({ id, title, phase, status }: Project): Choice {
    const words = projectWords(this.model);
    return { id, label: title, detail: [phase, words[status]].filter(Boolean).join(', ') };
  }

  render(): TemplateResult {
    const { model, values } = this;
    const words = projectWords(model);
    const dealId = model.id ?? '';
    return values.place.render<Chosen | null>({
      key: this.#key,
      name: dealWords(model).linkProject,
      text: '',
      empty: dealWords(model).linkProject,
      locked: model.why('project-link', null),
      value: null,
      same: (a, b) => a === b,
      commit: (chosen) => (chosen?.kind === 'existing' ? this.#link(chosen.id, dealId) : undefined),
      editor: (editing) =>
        this.#picker.render({
          ...{ id: 'find-project', label: words.find, hideLabel: true, placeholder: words.find, icon: icons.project },
          ...{ value: editing.value, error: editing.error },
          onChange: editing.choose,
        }),
    });
  }

  async #link(id: Id, dealId: Id): Promise<void> {
    await save(this.model, 'project-link', { id, dealId }, projectWords(this.model).project);
    if (isElsewhere(this.model, '[data-act="add-project"]')) return;
    await this.model.focus(`[data-project="${CSS.escape(id)}"] .project-head`);
  }
}
