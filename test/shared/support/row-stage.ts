/** A list in a window over its rows, and what a person sees of it. */
import { nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { Code } from '../../../src/shared/code.js';
import * as rowMoving from '../../../src/shared/row-moving.js';
import { RowWindow } from '../../../src/shared/row-window.js';
import type { RowWindowOptions } from '../../../src/shared/row-window.js';
import type { Stage } from '../stage.js';
import { stage } from '../stage.js';

export let rows: RowWindow;
export let data: { title: (index: number) => string };
export let ranges: [number, number][];

/** What moves a window is here, as it is once a list has been painted. */
export function here(code: Awaited<ReturnType<RowWindowOptions['moving']['need']>>): RowWindowOptions['moving'] {
  const moving = new Code(() => Promise.resolve(code));
  moving.give(code);
  return moving;
}

export async function list(count: number, moving = here(rowMoving)): Promise<Stage> {
  data = { title: (index) => `Lead ${index}` };
  ranges = [];
  return stage((host) => {
    rows = new RowWindow(host, {
      moving,
      row: (index) => html`<div role="row" tabindex="-1" data-index=${index}>${data.title(index)}</div>`,
      onRange: (start, end) => ranges.push([start, end]),
    });
    rows.count = count;
    return () => html`<div class="win" role="grid" aria-label="Leads" ${ref(rows.scroller)}>${rows.render()}</div>`;
  });
}

export const scroller = (host: Stage) => host.$('.win');

/** The rows that a person sees now, from the top, by what is painted where. */
export function seen(host: Stage): string[] {
  const view = scroller(host).getBoundingClientRect();
  return host
    .$$('[role=row]')
    .filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > view.top + 1 && box.top < view.bottom - 1;
    })
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((row) => row.textContent);
}

/** Whether rows fill the view from its upper to its lower edge. */
export function filled(host: Stage): boolean {
  const view = scroller(host).getBoundingClientRect();
  const boxes = host.$$('[role=row]').map((row) => row.getBoundingClientRect());
  const covered = (y: number) => boxes.some((box) => box.top <= y && box.bottom >= y);
  for (let y = view.top + 1; y < view.bottom; y += 10) if (!covered(y)) return false;
  return true;
}

export async function scrollTo(host: Stage, top: number): Promise<void> {
  scroller(host).scrollTop = top;
  await nextFrame();
  await nextFrame();
}
