import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Day, Id } from '../../../domain/records.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { save } from '../../../shared/detail/save.js';
import type { Dialog } from '../../../shared/dialog.js';
import { textField } from '../../../shared/field.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { dateField } from '../../../shared/value-fields.js';
import { dealWords } from '../words.js';
import { projectWords } from './words.js';

type Errors = Partial<Record<'title' | 'start' | 'end' | 'all', string | undefined>>;

/** What a new project of the open deal is made of; what was typed stays until it is stored. */
export class CreateProject {
  #title: string;
  #start: Day | null;
  #end: Day | null = null;
  #phase = '';
  #errors: Errors = {};

  /** @param made told the id of what was made, when the dialog is closed */
  constructor(
    readonly model: DetailModel,
    readonly dialog: Dialog,
    readonly made: (id: Id) => void,
  ) {
    this.#title = model.title;
    this.#start = model.today;
  }

  open(): void {
    const { model, dialog } = this;
    const words = projectWords(model);
    dialog.open({
      width: 560,
      focus: '#project-title',
      returnTo: () => model.host.shadowRoot?.querySelector<HTMLElement>('[data-act="add-project"]'),
      content: () =>
        dialog.frame({
          title: words.createTitle,
          text: html`<bdi>${model.title}</bdi>`,
          body: this.#body(),
          foot: html`<span class="grow"></span><button type="button" class="btn" data-cancel @click=${() => dialog.close()}>${model.t.common.cancel}</button
            ><button type="submit" class="btn btn--primary" aria-busy=${dialog.busy ? 'true' : nothing}>${dealWords(model).createProject}</button>`,
          close: model.t.common.close,
          onSubmit: () => void this.#submit(),
        }),
    });
    const title = dialog.element?.querySelector<HTMLInputElement>('#project-title');
    title?.select();
  }

  #body(): TemplateResult {
    const { model } = this;
    const words = projectWords(model);
    const day = (
      id: 'start' | 'end',
      label: string,
      value: Day | null,
      set: (to: Day | null) => void,
    ): TemplateResult =>
      dateField({
        ...{ id: `project-${id}`, label, value, error: this.#errors[id], words: model.t.common },
        onChange: (to) => {
          set(to);
          this.#wrong({ ...this.#errors, [id]: undefined });
        },
        onInvalid: (why) => this.#wrong({ ...this.#errors, [id]: why }),
      });
    return html`<div class="stack">
      ${this.#errors.all ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#errors.all}</span></p>` : nothing}
      ${textField({
        ...{ id: 'project-title', label: words.title, value: this.#title, required: true, error: this.#errors.title },
        onInput: (text) => (this.#title = text),
      })}
      <div class="pair">${day('start', words.start, this.#start, (to) => (this.#start = to))}${day('end', words.end, this.#end, (to) => (this.#end = to))}</div>
      ${textField({ id: 'project-phase', label: words.phase, value: this.#phase, onInput: (text) => (this.#phase = text) })}
    </div>`;
  }

  #wrong(errors: Errors): void {
    this.#errors = errors;
    this.dialog.draw();
  }

  #check(): boolean {
    const words = projectWords(this.model);
    const { start, end } = this.#errors;
    this.#errors = { ...(start && { start }), ...(end && { end }) };
    if (this.#title.trim() === '') this.#errors.title = words.titleMissing;
    if (this.#start !== null && this.#end !== null && this.#end < this.#start) this.#errors.end = words.endBeforeStart;
    return Object.keys(this.#errors).length === 0;
  }

  async #submit(): Promise<void> {
    const { model, dialog } = this;
    const words = projectWords(model);
    if (!this.#check()) {
      dialog.draw();
      return dialog.focusFirst();
    }
    dialog.busy = true;
    try {
      const id = await this.#store();
      dialog.busy = false;
      dialog.close({ refocus: false });
      model.say(words.created(this.#title.trim()));
      this.made(id);
    } catch (error) {
      dialog.busy = false;
      this.#wrong({ all: (error as Error).message });
    }
  }

  /** @throws Error with the reason */
  async #store(): Promise<Id> {
    const { model } = this;
    const input = {
      ...{ title: this.#title.trim(), startDate: this.#start, endDate: this.#end, phase: this.#phase.trim() },
      dealIds: model.id === null ? [] : [model.id],
    };
    const result = await save(model, 'project-add', input, projectWords(model).project);
    return result?.outcomes[0]?.id ?? '';
  }
}
