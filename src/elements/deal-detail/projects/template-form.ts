import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { toJson } from '../../../domain/json.js';
import { daysReason } from '../../../domain/projects/checks.js';
import type { ProjectTemplateInput } from '../../../domain/plan.js';
import type { ProjectTemplate } from '../../../domain/records.js';
import type { EntryForm } from '../../../shared/detail/list-form.js';
import type { DetailModel } from '../../../shared/detail/model.js';
import { save } from '../../../shared/detail/save.js';
import { textField } from '../../../shared/field.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { projectWords } from './words.js';

/** One template as it is being typed. */
export class TemplateForm implements EntryForm {
  #name: string;
  readonly #phases: string[];
  /** `days` as it is typed. */
  readonly #tasks: { title: string; days: string }[];
  #errors: Readonly<Record<string, string>> = {};

  /** @param template null = a new one @param begun what a new one begins with */
  constructor(
    readonly model: DetailModel,
    readonly template: ProjectTemplate | null,
    readonly draw: () => void,
    begun: ProjectTemplateInput = { name: '' },
  ) {
    const { name, phases = [], tasks = [] } = template ?? begun;
    this.#name = name;
    this.#phases = [...phases];
    this.#tasks = tasks.map(({ title, days }) => ({ title, days: days === null ? '' : String(days) }));
  }

  get title(): string {
    return this.template?.name ?? projectWords(this.model).newTemplate;
  }
  get typed(): string {
    return toJson([this.#name, this.#phases, this.#tasks]);
  }
  get name(): string {
    return this.#name.trim();
  }

  render(): TemplateResult {
    const words = projectWords(this.model);
    return html`<div class="stack template-form">
      ${this.#errors['all'] ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#errors['all']}</span></p>` : nothing}
      ${textField({
        ...{ id: 'template-name', label: this.model.t.common.name, value: this.#name, required: true },
        ...{ error: this.#errors['name'], maxLength: 255 },
        onInput: (text) => {
          this.#name = text;
          this.#mended('name');
        },
      })}
      <fieldset><legend>${words.phases}</legend>
        ${this.#phases.map((phase, i) => this.#phase(phase, i))}
        <div>${this.#adding(
          'phase',
          words.addPhase,
          () => this.#phases.push(''),
          () => `template-phase-${this.#phases.length - 1}`,
        )}</div>
      </fieldset>
      <fieldset><legend>${words.tasks}</legend>
        ${this.#tasks.map((task, i) => this.#task(task, i))}
        <div>${this.#adding(
          'task',
          words.addTask,
          () => this.#tasks.push({ title: '', days: '' }),
          () => `template-task-${this.#tasks.length - 1}`,
        )}</div>
      </fieldset>
    </div>`;
  }

  #phase(phase: string, i: number): TemplateResult {
    const words = projectWords(this.model);
    const below = (): boolean => this.#phases[i]?.trim() !== '' && this.#below(this.#phases, i, '');
    return html`<div class="template-row" @keydown=${this.#enter(below, `template-phase-${i + 1}`)}>
      ${textField({
        ...{ id: `template-phase-${i}`, label: words.phaseAt(i + 1), hideLabel: true, value: phase, maxLength: 255 },
        onInput: (text) => (this.#phases[i] = text),
      })}
      ${this.#button(words.phaseUp(i + 1), icons.up, `phase-up-${i}`, i > 0, () => this.#swap(i))}
      ${this.#button(words.removePhase(i + 1), icons.x, `phase-off-${i}`, true, () => this.#off(this.#phases, i, 'phase'))}
    </div>`;
  }

  #task(task: { title: string; days: string }, i: number): TemplateResult {
    const words = projectWords(this.model);
    const below = (): boolean => task.title.trim() !== '' && this.#below(this.#tasks, i, { title: '', days: '' });
    return html`<div class="template-row template-row--task" @keydown=${this.#enter(below, `template-task-${i + 1}`)}>
      ${textField({
        ...{ id: `template-task-${i}`, label: words.taskAt(i + 1), value: task.title, maxLength: 1000 },
        error: this.#errors[`task-${i}`],
        onInput: (text) => {
          task.title = text;
          this.#mended(`task-${i}`);
        },
      })}
      ${textField({
        ...{ id: `template-days-${i}`, label: words.days, value: task.days, error: this.#errors[`days-${i}`] },
        onInput: (text) => {
          task.days = text;
          this.#mended(`days-${i}`);
        },
      })}
      ${this.#button(words.removeTask(i + 1), icons.x, `task-off-${i}`, true, () => this.#off(this.#tasks, i, 'task'))}
    </div>`;
  }

  /** What was wrong there is being put right: it is not said any longer. */
  #mended(id: string): void {
    if (this.#errors[id] === undefined) return;
    const { [id]: _said, ...rest } = this.#errors;
    this.#errors = rest;
    this.draw();
  }

  #below<T>(list: T[], i: number, empty: T): true {
    list.splice(i + 1, 0, empty);
    // What is wrong is said by the place of its row, which is another one now; it is said again where that is stored.
    this.#errors = {};
    return true;
  }

  /** Enter in a field begins the next one below it; Ctrl/Cmd+Enter and the button save. */
  #enter(add: () => boolean, id: string): (event: KeyboardEvent) => void {
    return (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      if (!event.repeat && add()) this.#then(`#${id}`);
    };
  }

  #button(label: string, drawing: icons.Drawing, act: string, there: boolean, run: () => void): TemplateResult {
    return html`<button type="button" class="btn btn--quiet btn--icon btn--sm" data-act=${act} aria-label=${label} title=${label} ?disabled=${!there} @click=${run}>${icon(drawing)}</button>`;
  }

  #adding(what: string, label: string, add: () => void, id: () => string): TemplateResult {
    const run = (event: Event): void => {
      const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
      add();
      this.draw();
      root.getElementById(id())?.focus();
    };
    return html`<button type="button" class="btn btn--sm" data-act="add-${what}" @click=${run}>${icon(icons.plus)}${label}</button>`;
  }

  #swap(i: number): void {
    const [above, own] = [this.#phases[i - 1]!, this.#phases[i]!];
    this.#phases[i - 1] = own;
    this.#phases[i] = above;
    this.#then(`[data-act="phase-up-${i - 1}"]:not([disabled]), #template-phase-${i - 1}`);
  }

  /** The focus goes to the next one, or to what adds one. */
  #off(list: unknown[], i: number, what: 'phase' | 'task'): void {
    list.splice(i, 1);
    this.#errors = {};
    const next = Math.min(i, list.length - 1);
    this.#then(next < 0 ? `[data-act="add-${what}"]` : `#template-${what}-${next}`);
  }

  #then(selector: string): void {
    this.draw();
    this.model.host.shadowRoot?.querySelector<HTMLElement>(`.template-form :is(${selector})`)?.focus();
  }

  /** @returns whether it can be stored */
  check(): boolean {
    const words = projectWords(this.model);
    const errors: Record<string, string> = {};
    if (this.name === '') errors['name'] = words.nameMissing;
    this.#tasks.forEach(({ title, days }, i) => {
      if (title.trim() === '' && days.trim() !== '') errors[`task-${i}`] = words.taskMissing;
      if (daysReason(read(days)) !== null) errors[`days-${i}`] = words.notDays;
    });
    this.#errors = errors;
    return Object.keys(errors).length === 0;
  }

  /** Rows that were left empty are none. @returns why not; '' = it is stored */
  async save(): Promise<string> {
    const { model, template } = this;
    const fields = {
      name: this.name,
      phases: this.#phases.map((phase) => phase.trim()).filter((phase) => phase !== ''),
      tasks: this.#tasks
        .filter(({ title }) => title.trim() !== '')
        .map(({ title, days }) => ({ title: title.trim(), days: read(days) })),
    };
    const words = projectWords(model);
    try {
      if (template === null) await save(model, 'project-template-add', fields, words.template);
      else await save(model, 'project-template-edit', { id: template.id, fields }, words.template);
      model.say(words.templateSaved(this.name));
      return '';
    } catch (error) {
      const why = (error as Error).message;
      this.#errors = { all: why };
      return why;
    }
  }
}

/** Days as a number; null = none, NaN = no number. */
function read(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}
