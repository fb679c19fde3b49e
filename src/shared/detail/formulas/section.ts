import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { adopt } from '../../adopt.js';
import { Code } from '../../code.js';
import { fieldsFor, isFormula } from '../../formula/here.js';
import type { Popup } from '../../popup.js';
import type { DetailModel } from '../model.js';

const viewCode = new Code(() => import('./view.js'));

/** The section "Formula fields": there where the account has some. What works them out, and draws them, comes then. */
export class FormulaSection {
  failed = false;

  constructor(
    readonly model: DetailModel,
    readonly panel: Popup,
  ) {}

  render(): TemplateResult | typeof nothing {
    const { model } = this;
    const { record, store } = model;
    const fields = fieldsFor(store, model.kind).filter(isFormula);
    if (!record || !store || fields.length === 0) return nothing;
    const code = viewCode.here;
    if (!code) this.#need();
    else adopt(model.host, [code.partStyles]);
    return code ? code.drawn(this, fields) : html`${nothing}`;
  }

  #need(): void {
    if (this.failed) return;
    viewCode.need().then(
      () => this.model.update(),
      () => {
        this.failed = true;
        this.model.say(this.model.t.detail.notLoaded);
      },
    );
  }
}
