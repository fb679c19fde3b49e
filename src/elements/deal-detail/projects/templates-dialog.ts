import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ProjectTemplateInput } from '../../../domain/plan.js';
import type { ProjectTemplate } from '../../../domain/records.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import type { Dialog } from '../../../shared/dialog.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { TemplateForm } from './template-form.js';
import type { Templates } from './templates.js';
import { projectWords } from './words.js';

/** What projects can begin with: added, changed, deleted. */
export class TemplatesDialog {
  #form: TemplateForm | null = null;

  constructor(
    readonly model: DetailModel,
    readonly dialog: Dialog,
    readonly templates: Pick<Templates, 'all'>,
  ) {}

  /** @param begun a new one that begins with this is opened at once */
  open(begun?: ProjectTemplateInput): void {
    const { model, dialog } = this;
    const words = projectWords(model);
    const { common } = model.t;
    if (begun !== undefined) this.#form = new TemplateForm(model, null, () => dialog.draw(), begun);
    dialog.open({
      width: 560,
      focus: begun === undefined ? '[data-act=new-template]' : '#template-name',
      returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-act="add-project"]'),
      mayClose: () => {
        if (this.#form === null) return true;
        this.#leave();
        return false;
      },
      content: () =>
        this.#form === null
          ? dialog.frame({
              title: words.templates,
              body: this.#list(),
              foot: html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => dialog.close()}>${common.close}</button>`,
              close: common.close,
              onSubmit: () => undefined,
            })
          : dialog.frame({
              title: this.#form.template?.name ?? words.newTemplate,
              body: this.#form.render(),
              foot: html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => this.#leave()}>${common.cancel}</button
                ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : 'false'}>${common.save}</button>`,
              close: common.close,
              onSubmit: () => void this.#save(),
            }),
    });
    if (begun !== undefined) this.#toName();
  }

  #list(): TemplateResult {
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
        @click=${() => edit === undefined && this.#edit(template)}><bdi class="nm">${name}</bdi> <small><bdi>${words.templateSize(phases.length, tasks.length)}</bdi></small></button>
      <button type="button" class="btn btn--quiet btn--icon btn--sm" aria-label=${words.deleteTemplate(name)} aria-disabled=${remove === undefined ? 'false' : 'true'} title=${remove ?? words.deleteTemplate(name)}
        @click=${() => remove === undefined && void this.#delete(template)}>${icon(icons.trash)}</button>
    </li>`;
  }

  #edit(template: ProjectTemplate | null): void {
    this.#form = new TemplateForm(this.model, template, () => this.dialog.draw());
    this.dialog.draw();
    this.#toName();
  }

  #toName(): void {
    const name = this.dialog.element?.querySelector<HTMLInputElement>('#template-name');
    name?.focus();
    name?.select();
  }

  /** Back to the list, to what one came from. */
  #leave(): void {
    const id = this.#form?.template?.id;
    this.#form = null;
    this.dialog.draw();
    this.#focus(id === undefined ? undefined : `[data-template="${CSS.escape(id)}"]`);
  }

  #focus(selector = '[data-act=new-template]'): void {
    const { element } = this.dialog;
    (
      element?.querySelector<HTMLElement>(selector) ?? element?.querySelector<HTMLElement>('[data-act=new-template]')
    )?.focus();
  }

  async #save(): Promise<void> {
    const { dialog } = this;
    const form = this.#form;
    if (form === null || !form.check()) {
      dialog.draw();
      return dialog.focusFirst();
    }
    dialog.busy = true;
    const why = await form.save();
    dialog.busy = false;
    if (why === '') this.#leave();
    else dialog.draw();
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
