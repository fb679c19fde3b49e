import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';

export interface Frame {
  /** Size in CSS px; the width never exceeds the page's. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly lang?: string | undefined;
  readonly dir?: 'rtl' | 'ltr' | undefined;
}

/** A box as a page gives one, with what stands in it. */
export function frame(view: unknown, { width, height = 640, lang, dir }: Frame): TemplateResult {
  const size = { blockSize: `${height}px`, inlineSize: width ? `min(100%, ${width}px)` : '100%' };
  return html`<div lang=${ifDefined(lang)} dir=${ifDefined(dir)} style=${styleMap(size)}>${view}</div>`;
}
