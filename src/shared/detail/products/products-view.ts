import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { currencyOf } from '../../../domain/products/deal-value.js';
import { taxings, type DealProduct, type Taxing } from '../../../domain/records.js';
import type { Dialog } from '../../dialog.js';
import { Growing } from '../../growing.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { Menu } from '../../menu.js';
import { currencyChoices } from '../../opportunity/choices.js';
import type { DetailModel } from '../model.js';
import { AddLine } from './add-line.js';
import { Cells } from './cells.js';
import { changeCurrency } from './currency-dialog.js';
import { openDiscounts } from './discounts-dialog.js';
import { columns, type Column } from './fields.js';
import { editComment, editTerm } from './line-dialogs.js';
import { Sorting } from './sorting.js';
import { table } from './rows.js';
import { totals } from './totals.js';
import { productWords, type ProductsWords } from './words.js';

export { productsStyles } from './products.styles.js';

/** The products of a deal: the table, what is above it and what they come to. */
export class ProductsView {
  readonly #cells: Cells;
  readonly #adding: AddLine;
  readonly #sorting: Sorting;
  readonly #rows: Growing;

  constructor(
    readonly model: DetailModel,
    readonly products: { readonly lines: readonly DealProduct[] },
    readonly menu: Menu,
    readonly dialog: Dialog,
  ) {
    const lines = (): readonly DealProduct[] => products.lines;
    this.#sorting = new Sorting(model, lines);
    this.#rows = new Growing(12, 10);
    this.#cells = new Cells(
      model,
      lines,
      () => this.#currency,
      () => this.#shown,
      (line, by) => void this.#move(line, by),
      () => this.#rows.all(),
    );
    this.#adding = new AddLine(
      model,
      () => this.#currency,
      (id) => void this.#cells.focus(id, 'quantity'),
    );
  }

  /** Opens the row that a product is looked for in. */
  add(): void {
    this.#adding.open();
  }

  get #currency(): string {
    const { deal, store } = this.model;
    return currencyOf(deal ?? { value: null }, store?.settings.currency ?? 'EUR');
  }

  get #shown(): readonly Column[] {
    return this.model.deal?.taxing === 'none' ? columns.filter((column) => column !== 'tax') : columns;
  }

  render(): TemplateResult {
    const { model, products } = this;
    const { deal } = model;
    if (!deal) return html``;
    const { lines } = products;
    const currency = this.#currency;
    const view = {
      ...{ model, cells: this.#cells, currency, shown: this.#shown },
      openMenu: (line: DealProduct, anchor: HTMLElement) => this.#menu(line, anchor),
    };
    return html`${this.#head(currency)}
      <div class="sheet-card">
        ${lines.length > 0 ? table(view, lines, this.#rows) : nothing}
        ${this.#adding.render()}
        ${lines.length > 0 ? totals(model, deal, lines, currency, (event) => this.#discounts(event)) : this.#adding.isOpen ? nothing : html`<p class="subtle none">${productWords(model).noneOnDeal}</p>`}
      </div>`;
  }

  #head(currency: string): TemplateResult {
    const { model } = this;
    const { deal } = model;
    const words = productWords(model);
    const pricing = model.why('deal-pricing');
    const adding = model.why('deal-products-add');
    const how = taxNames(words);
    const taxing = deal?.taxing ?? 'exclusive';
    const button = (name: string, text: string, said: string, open: (anchor: HTMLElement) => void): TemplateResult =>
      html`<button type="button" class="btn btn--sm" data-act=${name} aria-haspopup="menu" aria-label=${said} aria-disabled=${pricing === undefined ? nothing : 'true'} title=${pricing ?? nothing}
        @click=${(event: Event) => pricing === undefined && open(event.currentTarget as HTMLElement)}>${text}${icon(icons.down, { size: 'sm' })}</button>`;
    return html`<header class="prod-head">
      <h3 class="grow">${words.catalogueTitle}</h3>
      <span class="muted" aria-hidden="true">${words.pricesIn}</span>
      ${button('currency', currency, words.pricesInOf(currency), (anchor) => this.#currencies(anchor, currency))}
      ${button('taxing', how[taxing], words.taxOf(how[taxing]), (anchor) =>
        this.menu.open(anchor, () => {
          const now = productWords(model);
          const names = taxNames(now);
          return {
            label: now.tax,
            items: taxings.map((each) => ({
              ...{ id: each, label: names[each], checked: each === taxing, radio: true },
              run: () => void this.#price({ taxing: each }),
            })),
          };
        }),
      )}
      <button type="button" class="btn btn--sm" data-add-product aria-disabled=${adding === undefined ? nothing : 'true'} title=${adding ?? nothing}
        @click=${() => adding === undefined && this.add()}>${icon(icons.plus)}${words.add}</button>
      <button type="button" class="btn btn--quiet btn--sm btn--icon" data-act="products-more" aria-haspopup="menu" aria-label=${words.more}
        @click=${(event: Event) => this.#more(event.currentTarget as HTMLElement)}>${icon(icons.more)}</button>
    </header>`;
  }

  #currencies(anchor: HTMLElement, currency: string): void {
    const { model } = this;
    this.menu.open(anchor, () => {
      const words = productWords(model);
      return {
        label: words.pricesIn,
        filter: words.findCurrency,
        nothing: model.t.common.nothingFound,
        items: currencyChoices(model.format, currency, model.store?.settings.currency ?? currency).map(
          ({ value, label }) => ({
            ...{ id: value, label, checked: value === currency, radio: true },
            run: () => void changeCurrency(model, this.dialog, this.products.lines, currency, value),
          }),
        ),
      };
    });
  }

  #more(anchor: HTMLElement): void {
    const { model } = this;
    this.menu.open(anchor, () => {
      const words = productWords(model);
      return {
        label: words.more,
        align: 'end',
        items: [
          {
            ...{ id: 'discount', label: words.addDiscount, icon: icons.scales, disabled: model.why('deal-pricing') },
            run: () => openDiscounts(model, this.dialog, this.#currency, true),
          },
          { id: 'catalogue', label: words.catalogue, icon: icons.file, run: () => void this.#catalogue() },
        ],
      };
    });
  }

  #discounts(_event: Event): void {
    openDiscounts(this.model, this.dialog, this.#currency, false);
  }

  /** The catalogue is fetched when somebody first asks for it. */
  async #catalogue(): Promise<void> {
    const { model } = this;
    try {
      const { Catalogue } = await import('./catalogue.js');
      new Catalogue(model, this.dialog).open();
    } catch (error) {
      console.warn('crm-elements: the catalogue could not be loaded.', error);
      model.commands.say(() => model.t.detail.notLoaded);
    }
  }

  async #price(fields: { readonly taxing: Taxing }): Promise<void> {
    const { model } = this;
    if (model.id !== null) await model.run('deal-pricing', { id: model.id, ...fields });
  }

  async #move(line: DealProduct, by: -1 | 1): Promise<void> {
    const { stop } = this.#cells.active ?? { stop: 'name' as const };
    if (await this.#sorting.move(line, by)) await this.#cells.focus(line.id, stop);
  }

  #menu(line: DealProduct, anchor: HTMLElement): void {
    const { model, dialog } = this;
    this.menu.open(anchor, () => {
      const words = productWords(model);
      const edit = model.why('deal-product-edit', line);
      const { lines } = this.products;
      const at = lines.findIndex(({ id }) => id === line.id);
      const sort = model.why('deal-products-sort');
      return {
        label: words.menuOf(line.name),
        align: 'end',
        items: [
          {
            ...{
              id: 'enabled',
              label: line.enabled ? words.dontCount : words.count,
              icon: line.enabled ? icons.pause : icons.check,
              disabled: edit,
            },
            run: () => void model.run('deal-product-edit', { id: line.id, fields: { enabled: !line.enabled } }),
          },
          {
            id: 'comment',
            label: words.comment,
            icon: icons.note,
            disabled: edit,
            run: () => editComment(model, dialog, line),
          },
          {
            id: 'recurring',
            label: words.recurring,
            icon: icons.refresh,
            disabled: edit,
            run: () => editTerm(model, dialog, line),
          },
          'separator',
          ...(at > 0
            ? [
                {
                  id: 'up',
                  label: words.moveUp,
                  icon: icons.up,
                  kbd: 'Alt ↑',
                  disabled: sort,
                  run: () => void this.#move(line, -1),
                },
              ]
            : []),
          ...(at < lines.length - 1
            ? [
                {
                  id: 'down',
                  label: words.moveDown,
                  icon: icons.down,
                  kbd: 'Alt ↓',
                  disabled: sort,
                  run: () => void this.#move(line, 1),
                },
              ]
            : []),
          'separator',
          {
            ...{ id: 'delete', label: model.t.common.delete, icon: icons.trash, negative: true },
            disabled: model.why('deal-products-delete'),
            run: () => void this.#delete(line, lines[at + 1] ?? lines[at - 1]),
          },
        ],
      };
    });
  }

  async #delete(line: DealProduct, next: DealProduct | undefined): Promise<void> {
    const { model } = this;
    if (model.id === null) return;
    const result = await model.run('deal-products-delete', { dealId: model.id, ids: [line.id] });
    if (result?.outcomes[0]?.state !== 'done') return;
    if (next) await this.#cells.focus(next.id, 'menu');
    else await model.focus('[data-add-product]');
  }
}

/** How prices stand to the tax, in words. */
function taxNames({ taxOnTop, taxIncluded, taxNone }: ProductsWords): Readonly<Record<Taxing, string>> {
  return { exclusive: taxOnTop, inclusive: taxIncluded, none: taxNone };
}
