import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Column } from './columns.js';

/** A row on its way, at its final height. */
export function skeletonRow(columns: readonly Column[]): TemplateResult {
  return html`<div class="lrow is-skeleton" role="row" aria-hidden="true">
    <span class="pick"><span class="skel skel--check"></span></span>
    ${columns.map((column) => html`<span class=${skeletonClass(column)}><span class="skel"></span>${column.cell === 'lead' ? html`<span class="skel skel--small"></span>` : nothing}</span>`)}
  </div>`;
}

function skeletonClass(column: Column): string {
  switch (column.cell) {
    case 'lead':
      return 'lead';
    case 'activity':
      return 'when';
    case 'labels':
      return 'labels';
    case 'money':
      return 'value end-edge';
    case 'age':
      return 'age end-edge';
    case 'user':
      return 'own leaves';
    case 'text':
    case 'day':
    case 'instant':
    case 'custom':
      return 'leaves';
  }
}
