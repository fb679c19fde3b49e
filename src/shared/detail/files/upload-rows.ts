import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fileSize } from '../../../i18n/format-more.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { DetailModel } from '../model.js';
import { kindBadge, nameLine } from './kind.js';
import type { Upload } from './upload.js';
import type { Uploads } from './uploads.js';

/** A file that is not there yet: how far it is, or why it was not attached and what can be done about it. */
export function uploadRow(model: DetailModel, uploads: Uploads, upload: Upload): TemplateResult {
  const { name, state, again, file, together } = upload;
  const { own } = uploads.saying;
  const { common } = model.t;
  const wrong = state === 'wrong' || state === 'empty' || state === 'off';
  const said = wrong ? '' : own[state];
  const all = together.length > 1;
  const cancel = all ? own.cancelAll(together.length) : common.cancel;
  const off = (): void => {
    uploads.remove(upload);
    void model.focus(all ? `[data-upload="${upload.key}"] button` : '[data-act="upload"]');
  };
  const on = (): void => {
    uploads.again(upload);
    void model.focus(`[data-upload="${upload.key}"] button`);
  };
  return html`<div class="file file--new" aria-busy=${wrong ? nothing : 'true'} ?data-wrong=${state === 'wrong'}>
      ${kindBadge(name)}
      <div class="grow">${nameLine(name)}<small><bdi>${[fileSize(model.format, file.size), said].filter(Boolean).join(', ')}</bdi></small></div>
      ${
        wrong
          ? nothing
          : html`<button type="button" class="btn btn--icon btn--quiet btn--sm" aria-label=${all ? cancel : own.cancelOf(name)} title=${cancel} @click=${off}>${icon(icons.x)}</button>`
      }
    </div>
    ${
      wrong
        ? html`<p class=${state === 'wrong' ? 'field-error' : 'file-ask'} ?data-off=${state === 'off'}>${icon(state === 'off' ? icons.x : icons.warning, { size: 'sm' })}<span><bdi>${state === 'off' ? own.calledOff : uploads.why(upload) || own.empty}</bdi></span></p>
            <div class="file-acts">${
              state === 'empty'
                ? html`<button type="button" class="btn btn--sm" aria-label=${own.attachOf(name)} @click=${on}>${own.attach}</button>`
                : again
                  ? html`<button type="button" class="btn btn--sm" aria-label=${own.againOf(name)} @click=${on}>${common.retry}</button>`
                  : nothing
            }<button type="button" class="btn btn--sm btn--quiet" aria-label=${own.removeOf(name)} @click=${off}>${common.remove}</button></div>`
        : nothing
    }`;
}
