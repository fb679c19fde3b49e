import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fileSize } from '../../../i18n/format-more.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { ComposerDraft } from '../drafts.js';
import type { DetailModel } from '../model.js';
import { kindBadge, nameLine } from './kind.js';
import { filesWords } from './shown.js';
import type { Picked } from './upload.js';

/** In the composer: files are chosen, something is written about them, and only then they are attached. */
export class Attach {
  constructor(readonly model: DetailModel) {}

  render(draft: ComposerDraft): TemplateResult {
    const { model } = this;
    const words = filesWords(model);
    const pick = (event: Event): void => {
      const input = event.currentTarget as HTMLInputElement;
      draft.chosen.push(...[...(input.files ?? [])].map((file) => ({ file, name: file.name })));
      // The same file can be chosen once more.
      input.value = '';
      model.update();
    };
    const choose = (event: Event): void =>
      (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
    return html`<div class="attach">
      <div class="attach-choose">
        <button type="button" class="btn btn--sm" data-choose @click=${choose}>${icon(icons.upload)}${words.choose}</button
        ><span class="subtle">${words.orPaste}</span>
        <input type="file" multiple hidden aria-label=${words.choose} @change=${pick} />
      </div>
      ${
        draft.chosen.length > 0
          ? html`<ul class="files" aria-label=${words.chosen}>${repeat(
              draft.chosen,
              (each) => each,
              (each) => html`<li>${this.#row(draft, each)}</li>`,
            )}</ul>`
          : nothing
      }${draft.chosen.length > 0 || draft.about !== '' ? this.#about(draft) : nothing}
    </div>`;
  }

  /** What the button says that attaches them; undefined = there is nothing to attach. */
  label(draft: ComposerDraft): string | undefined {
    const { length } = draft.chosen;
    return length > 0 || draft.about !== '' ? filesWords(this.model).add(length) : undefined;
  }

  #row(draft: ComposerDraft, picked: Picked): TemplateResult {
    const { model } = this;
    const label = filesWords(model).takeOff(picked.name);
    const off = (): void => {
      draft.chosen.splice(draft.chosen.indexOf(picked), 1);
      model.update();
      void model.focus('[data-choose]');
    };
    return html`<div class="file">
      ${kindBadge(picked.name)}
      <div class="grow">${nameLine(picked.name)}<small><bdi>${fileSize(model.format, picked.file.size)}</bdi></small></div>
      <button type="button" class="btn btn--icon btn--quiet btn--sm" aria-label=${label} title=${label} @click=${off}>${icon(icons.x)}</button>
    </div>`;
  }

  #about(draft: ComposerDraft): TemplateResult {
    const { model } = this;
    const words = filesWords(model);
    return html`<div class="field"><label for="new-about">${words.description}</label
      ><textarea class="input" id="new-about" rows="2" dir="auto" .value=${live(draft.about)}
        @input=${(event: InputEvent) => {
          draft.about = (event.target as HTMLTextAreaElement).value;
          model.update();
        }}></textarea></div>`;
  }
}
