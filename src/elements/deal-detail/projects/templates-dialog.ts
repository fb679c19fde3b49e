import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ProjectTemplateInput } from '../../../domain/plan.js';
import type { ProjectTemplate } from '../../../domain/records.js';
import { ListForm } from '../../../shared/detail/list-form.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import type { Dialog } from '../../../shared/dialog.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { TemplateForm } from './template-form.js';
import type { Templates } from './templates.js';
import { projectWords } from './words.js';

/** What projects can begin with: added, changed, deleted. */
export class TemplatesDialog extends ListForm<TemplateForm> {
  constructor(
    model: DetailModel,
    dialog: Dialog,
    readonly templates: Pick<Templates, 'all'>,
  ) {
    super(model, dialog);
  }

  protected override get title(): string {
    return projectWords(this.model).templates;
  }
  protected override get action(): string {
    return this.model.t.common.save;
  }

  /** @param begun a new one that begins with this is opened at once */
  open(begun?: ProjectTemplateInput): void {
    const { model } = this;
    this.show({
      width: 560,
      focus: '[data-act=new-template]',
      returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-act="add-project"]'),
    });
    if (begun !== undefined) this.#edit(null, begun);
  }

  protected override list(): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const { all } = this.templates;
    const why = model.why('project-template-add', null);
    return html`<div class="stack">
      <div><button type="button" class="btn btn--sm" data-act="new-template" aria-disabled=${why === undefined ? 'false' : 'true'} title=${why ?? ''}
        @click=${() => why === undefined && this.#edit(null)}>${icon(icons.plus)}${words.newTemplate}</button></div>
      ${
        all.length === 0
          ? html`<p class="subtle" role="status">${words.noTemplates}</p>`
          : html`<ul class="template-list" aria-label=${words.templates}>${all.map((template) => this.#row(template))}</ul>`
      }
    </div>`;
  }

  #row(template: ProjectTemplate): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const { id, name, phases, tasks } = template;
    const [edit, remove] = (['project-template-edit', 'project-template-delete'] as const).map((what) =>
      model.why(what, template),
    );
    return html`<li>
      <button type="button" class="template-open" data-template=${id} aria-description=${words.editTemplate(name)} aria-disabled=${edit === undefined ? 'false' : 'true'} title=${edit ?? ''}
        @click=${() => edit === undefined && this.#edit(template)}><span class="nm"><bdi>${name}</bdi></span> <small><bdi>${words.templateSize(phases.length, tasks.length)}</bdi></small></button>
      <button type="button" class="btn btn--quiet btn--icon btn--sm" aria-label=${words.deleteTemplate(name)} aria-disabled=${remove === undefined ? 'false' : 'true'} title=${remove ?? words.deleteTemplate(name)}
        @click=${() => remove === undefined && void this.#delete(template)}>${icon(icons.trash)}</button>
    </li>`;
  }

  #edit(template: ProjectTemplate | null, begun?: ProjectTemplateInput): void {
    this.edit(new TemplateForm(this.model, template, () => this.dialog.draw(), begun), '#template-name');
  }

  protected override back(from: TemplateForm | null): void {
    const id = from?.template?.id;
    this.#focus(id === undefined ? undefined : `[data-template="${CSS.escape(id)}"]`);
  }

  #focus(selector = '[data-act=new-template]'): void {
    const { element } = this.dialog;
    (
      element?.querySelector<HTMLElement>(selector) ?? element?.querySelector<HTMLElement>('[data-act=new-template]')
    )?.focus();
  }

  async #delete({ id }: ProjectTemplate): Promise<void> {
    const { all } = this.templates;
    const at = all.findIndex((each) => each.id === id);
    const next = all[at + 1] ?? all[at - 1];
    await this.model.run('project-template-delete', { id });
    this.dialog.draw();
    this.#focus(next && `[data-template="${CSS.escape(next.id)}"]`);
  }
}
