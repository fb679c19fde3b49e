import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Pipeline } from '../../../domain/records.js';
import { pipelines as words } from '../../../i18n/en/pipelines.js';
import { wordsOf } from '../../../i18n/words.js';
import { icon } from '../../../shared/icon.js';
import * as icons from '../../../shared/icons.js';
import { editorStyles } from './editor.styles.js';
import type { EditorPlace } from './editor.js';
import { redraw, step } from './step.js';

/** All pipelines in their order: put in another one, changed, and one more. @param edit null = a new one */
export function openPipelines({ model, dialog, home }: EditorPlace, edit: (pipeline: Pipeline | null) => void): void {
  const { store } = model;
  if (!store || dialog.isOpen) return;
  const t = (): typeof words => wordsOf('pipelines', words, model.words.lang);
  const off = store.directory.subscribe(() => dialog.draw());

  const shift = (pipeline: Pipeline, by: -1 | 1): void => {
    const ids = model.pipelines.map(({ id }) => id);
    const at = ids.indexOf(pipeline.id);
    const to = at + by;
    if (to < 0 || to >= ids.length) return;
    void model.commands.run('pipelines-sort', { ids: ids.with(at, ids[to]!).with(to, pipeline.id) }, { quiet: true });
    redraw(model, () => dialog.draw());
    model.say(t().nowAt(pipeline.name, to + 1, ids.length));
  };

  const row = (pipeline: Pipeline, index: number, of: number): TemplateResult => {
    const { name } = pipeline;
    const why = model.why('pipelines-sort', pipeline);
    const button = (by: -1 | 1, label: string, end: boolean): TemplateResult =>
      step({ by, name: label, end, why, run: () => shift(pipeline, by) });
    return html`<li data-id=${pipeline.id}>
      ${button(-1, t().up(name), index === 0)}${button(1, t().down(name), index === of - 1)}
      <span class="grow"
        ><b><bdi>${name}</bdi></b> <span class="muted">${t().countStages(store.directory.stagesOf(pipeline.id).length)}${index === 0 ? html` · ${t().first}` : nothing}</span></span
      >
      <button type="button" class="btn btn--sm" data-edit aria-label=${t().edit(name)} @click=${() => edit(pipeline)}>${model.t.common.edit}</button>
    </li>`;
  };

  dialog.open({
    width: 520,
    focus: '[data-close]',
    returnTo: home,
    onClose: off,
    content: () =>
      dialog.frame({
        title: t().title,
        text: t().text,
        body: html`<ol class="pipes-list">
          ${repeat(
            model.pipelines,
            ({ id }) => id,
            (pipeline, index) => row(pipeline, index, model.pipelines.length),
          )}
        </ol>`,
        foot: html`<button type="button" class="btn" data-add-pipeline @click=${() => edit(null)}>${icon(icons.plus)}${t().add}</button
          ><span class="grow"></span><button type="submit" class="btn btn--primary">${model.t.common.close}</button>`,
        close: model.t.common.close,
        onSubmit: () => dialog.close(),
      }),
  });
}

export { editorStyles as partStyles };
