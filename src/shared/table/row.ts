import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Id } from '../../domain/records.js';
import type { RowState } from './parts.js';

export interface RowLook {
  readonly id: Id;
  readonly state: RowState;
  /** The name of the box that selects it. */
  readonly select: string;
  /** How long nothing has happened to it, and how it stands: looks of deals. */
  readonly rot?: number | undefined;
  readonly status?: string;
}

/** A row around its cells, with the box that selects it. @param acts its buttons, where they are drawn now */
export function tableRow(look: RowLook, cells: readonly unknown[], acts: TemplateResult | undefined): TemplateResult {
  const { id, state, select, rot, status } = look;
  const { index, selected, stop, open, pending } = state;
  return html`<div
    class="lrow${open ? ' is-open' : ''}${pending ? ' is-pending' : ''}${acts ? ' is-hot' : ''}"
    part="row"
    role="row"
    tabindex=${stop ? '0' : '-1'}
    data-id=${id}
    data-rot=${rot ?? nothing}
    data-status=${status ?? nothing}
    aria-rowindex=${index + 2}
    aria-selected=${selected ? 'true' : 'false'}
    aria-current=${open ? 'true' : nothing}
  >
    <span class="pick" role="gridcell"
      ><input type="checkbox" class="check" tabindex="-1" data-do="select" aria-label=${select} .checked=${selected}
    /></span>
    ${cells}${acts ?? nothing}
  </div>`;
}
