import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id, Label, LabelColor } from '../../domain/records.js';
import { labelColors } from '../../domain/records.js';
import { textField } from '../field.js';
import * as icons from '../icons.js';
import { icon } from '../icon.js';
import type { Popup } from '../popup.js';
import { labelWords } from './place.js';
import type { LabelPlace } from './place.js';

/** One label: name and colour, or a new one; and its end, which asks first. */
export class LabelEditor {
  #label: Label | null = null;
  #open = false;
  #name = '';
  #color: LabelColor = 'blue';
  #error = '';
  #asks = false;

  constructor(
    readonly popup: Popup,
    readonly model: LabelPlace,
    readonly back: () => void,
    /** A label was made. */
    readonly made: (id: Id) => void,
  ) {}

  get isOpen(): boolean {
    return this.#open;
  }

  /** @param label null = a new one */
  open(label: Label | null, name: string): void {
    this.#open = true;
    this.#label = label;
    this.#name = name;
    this.#color = label?.color ?? this.#freeColor();
    this.#error = '';
    this.#asks = false;
    this.#draw('#label-name');
  }

  /** Through the element's own update: the panel is put in its place again for its new size. */
  #draw(focus?: string): void {
    this.model.update();
    if (focus === undefined) return;
    void this.model.host.updateComplete.then(() => {
      const target = this.popup.element?.querySelector<HTMLElement>(focus);
      target?.focus();
      if (target instanceof HTMLInputElement) target.select();
    });
  }

  close(): void {
    this.#open = false;
  }

  /** The colour that the fewest labels have. */
  #freeColor(): LabelColor {
    const labels = this.model.store?.directory.labels ?? [];
    const uses = (color: LabelColor): number => labels.filter((label) => label.color === color).length;
    return labelColors.reduce((best, color) => (uses(color) < uses(best) ? color : best), labelColors[0]);
  }

  render(): TemplateResult {
    const t = labelWords(this.model);
    if (this.#asks && this.#label) return this.#question(this.#label);
    const { common } = this.model.t;
    return html`<form class="builder" novalidate @submit=${this.#save}>
      <div class="row">
        <button type="button" class="btn btn--icon btn--quiet btn--sm" aria-label=${t.backToLabels} title=${t.backToLabels} @click=${this.back}
          >${icon(icons.back, { turn: true })}</button
        ><b class="grow">${this.#label ? t.editLabel(this.#label.name) : t.makeLabel(this.#name)}</b>
      </div>
      ${textField({
        id: 'label-name',
        label: t.labelName,
        value: this.#name,
        error: this.#error || undefined,
        maxLength: 60,
        onInput: (value) => (this.#name = value),
      })}
      <div class="swatches" role="radiogroup" aria-label=${t.labelColor}>
        ${labelColors.map((color) => this.#swatch(color, common))}
      </div>
      <div class="row">
        ${
          this.#label
            ? html`<button type="button" class="btn btn--sm btn--negative-quiet" data-delete @click=${this.#ask}>${icon(icons.trash)}${common.delete}</button>`
            : nothing
        }
        <span class="grow"></span>
        <button type="submit" class="btn btn--primary btn--sm">${t.saveLabel}</button>
      </div>
    </form>`;
  }

  #swatch(color: LabelColor, common: LabelPlace['t']['common']): TemplateResult {
    const name = common[color === 'dark-gray' ? 'darkGray' : color];
    return html`<label class="swatch" title=${name}
      ><input
        type="radio"
        name="label-color"
        value=${color}
        aria-label=${name}
        .checked=${color === this.#color}
        @change=${() => {
          this.#color = color;
          this.#draw();
        }}
      /><span class="label" data-c=${color}><span>${name}</span></span></label
    >`;
  }

  #question(label: Label): TemplateResult {
    const t = labelWords(this.model);
    const { common } = this.model.t;
    const cancel = (): void => {
      this.#asks = false;
      this.#draw('[data-delete]');
    };
    return html`<div class="builder" role="alertdialog" aria-label=${t.deleteLabel}>
      <b dir="auto">${t.deleteLabelAsk(label.name)}</b>
      <p><bdi>${t.deleteLabelText}</bdi></p>
      <div class="row">
        <span class="grow"></span
        ><button type="button" class="btn btn--sm" data-cancel @click=${cancel}>${common.cancel}</button
        ><button type="button" class="btn btn--sm btn--negative" data-confirm @click=${() => void this.#delete(label)}>${t.deleteLabel}</button>
      </div>
    </div>`;
  }

  readonly #ask = (): void => {
    this.#asks = true;
    this.#draw('[data-cancel]');
  };

  async #delete(label: Label): Promise<void> {
    await this.model.commands.run('label-delete', { id: label.id });
    this.back();
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    void this.#store();
  };

  async #store(): Promise<void> {
    const { model } = this;
    const t = labelWords(model);
    const name = this.#name.trim();
    const same = (other: Label): boolean =>
      other.id !== this.#label?.id && other.name.toLocaleLowerCase() === name.toLocaleLowerCase();
    this.#error = name === '' ? t.labelNameMissing : model.store?.directory.labels.some(same) ? t.labelTaken : '';
    if (this.#error) {
      this.#draw('#label-name');
      return;
    }
    const color = this.#color;
    const result = this.#label
      ? await model.commands.run('label-edit', { id: this.#label.id, name, color }, { quiet: true })
      : await model.commands.run('label-add', { name, color }, { quiet: true });
    const done = result?.outcomes.find(({ state }) => state === 'done');
    if (!done) return this.#draw();
    if (!this.#label) this.made(done.id);
    this.back();
  }
}
