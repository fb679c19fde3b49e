import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Stage } from '../../domain/records.js';
import { activeIn } from '../../shared/active.js';
import type { DetailModel } from '../../shared/detail/model.js';
import { daysInStages } from './stays.js';
import { dealWords } from './words.js';

/** One segment for each stage of the pipeline, with the days spent in it; a press moves the deal there. */
export function stageBar(model: DetailModel, move: (stage: Stage) => void): TemplateResult | typeof nothing {
  const { deal, store } = model;
  if (!deal || !store?.directory.ready) return nothing;
  const t = dealWords(model);
  const stages = store.directory.stagesOf(deal.pipelineId);
  const here = stages.findIndex(({ id }) => id === deal.stageId);
  const days = daysInStages(deal, Date.parse(store.now()));
  const closed = deal.status !== 'open';
  const locked = closed ? t.closedDoesNotMove : model.why('deal-move');
  return html`<ol class="stages" part="stages" aria-label=${t.stages} data-closed=${closed ? deal.status : nothing} @keydown=${arrows}>
    ${stages.map((stage, at) => {
      const spent = days.get(stage.id);
      const place = at === here ? 'here' : at < here ? 'done' : '';
      const said = spent === undefined ? t.stageNotReached(stage.name) : t.stageDays(stage.name, spent);
      return html`<li class=${place}><button
        type="button" class=${place} data-stage=${stage.id} tabindex=${at === Math.max(here, 0) ? 0 : -1}
        aria-current=${at === here ? 'step' : nothing} aria-disabled=${locked === undefined ? nothing : 'true'}
        aria-label=${at === here ? t.stageNow(said) : locked === undefined ? t.moveHere(said) : said} title=${locked ?? said}
        @click=${() => locked === undefined && at !== here && move(stage)}
        ><span class="cut"><bdi>${stage.name}</bdi></span>${spent === undefined ? nothing : html`<small data-days=${t.days(spent)}></small>`}</button></li>`;
    })}
  </ol>`;
}

/** Arrows go along the bar, in the direction it runs; Enter and Space move the deal. */
function arrows(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLElement>('button')];
  const active = activeIn(list.getRootNode());
  const at = buttons.findIndex((button) => button === active);
  const turned = list.matches(':dir(rtl)');
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? buttons.length - 1
        : event.key === 'ArrowRight'
          ? at + (turned ? -1 : 1)
          : event.key === 'ArrowLeft'
            ? at + (turned ? 1 : -1)
            : -1;
  if (at < 0 || !buttons[to]) return;
  event.preventDefault();
  buttons[to].focus();
}
