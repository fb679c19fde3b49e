import { css } from 'lit';
import type { Id } from '../../domain/records.js';
import { Combobox } from '../../shared/combobox.js';
import type { Dialog } from '../../shared/dialog.js';
import { commandIn } from '../../shared/dialog-command.js';
import { Menu } from '../../shared/menu.js';
import { searchOrganizations, searchPersons } from '../../shared/opportunity/choices.js';
import { checkOpportunity, emptyOpportunity, isTouched, opportunityInput } from '../../shared/opportunity/draft.js';
import type { OpportunityErrors } from '../../shared/opportunity/draft.js';
import type { CrmHost } from '../../shared/store-controller.js';
import { check } from '../../styles/controls/check.js';
import { addForm } from './add-form.js';
import type { AddView, DealDraft } from './add-view.js';
import type { BoardModel } from './model.js';

/** "Add deal": what is typed stays until it is stored, whatever the page or the storage says to it. */
export class AddDialog implements AddView {
  draft: DealDraft = { ...emptyOpportunity('', ''), stageId: '' };
  errors: OpportunityErrors = {};
  readonly person: Combobox;
  readonly organization: Combobox;
  readonly labels: Menu;
  #empty: DealDraft = this.draft;

  constructor(
    host: CrmHost,
    readonly model: BoardModel,
    readonly dialog: Dialog,
    readonly home: () => HTMLElement | null,
    readonly discard: () => Promise<boolean>,
  ) {
    const { words } = model;
    this.labels = new Menu(host);
    this.person = new Combobox(host, words, {
      search: (query, signal) => (model.store ? searchPersons(model.store, query, signal) : Promise.resolve([])),
      create: (name) => model.t.common.addNew(name, model.t.common.person.toLocaleLowerCase(words.lang)),
    });
    this.organization = new Combobox(host, words, {
      search: (query, signal) => (model.store ? searchOrganizations(model.store, query, signal) : Promise.resolve([])),
      create: (name) => model.t.common.addNew(name, model.t.common.organization.toLocaleLowerCase(words.lang)),
    });
  }

  /** @param stageId where it is to stand; null = the first stage */
  open(stageId: Id | null): void {
    const { model, dialog } = this;
    const { store, stages } = model;
    if (!store || dialog.isOpen) return;
    const stage = stages.find((each) => each.id === stageId) ?? stages[0];
    this.#empty = { ...emptyOpportunity(store.settings.currency, store.settings.user.id), stageId: stage?.id ?? '' };
    this.draft = { ...this.#empty };
    this.errors = {};
    dialog.open({
      width: 520,
      focus: '#deal-person',
      content: () => addForm(this),
      mayClose: () => this.#mayClose(),
      returnTo: this.home,
    });
  }

  set(part: Partial<DealDraft>): void {
    Object.assign(this.draft, part);
    if ('person' in part || 'organization' in part) delete this.errors.person;
    if ('amount' in part) delete this.errors.amount;
    this.dialog.draw();
  }

  /** Esc with something typed asks first. */
  #mayClose(): boolean {
    if (!isTouched(this.draft, this.#empty)) return true;
    void this.discard().then((yes) => yes && this.dialog.close());
    return false;
  }

  async submit(): Promise<void> {
    const { model, dialog, draft } = this;
    const { t, format } = model;
    this.errors = checkOpportunity(draft, format, { nobody: t.pipeline.nobody, notNumber: t.common.notNumber });
    if (Object.keys(this.errors).length > 0) return this.#showErrors();
    const target = draft.stageId ? { stageId: draft.stageId } : undefined;
    const why = await commandIn(
      { dialog, crm: model.crm, commands: model.commands, lang: model.words.lang },
      'deal-add',
      { ...opportunityInput(draft, format), ...(target && { target }) },
    );
    if (why === '') return dialog.close();
    this.errors = { all: why };
    this.#showErrors();
  }

  #showErrors(): void {
    this.dialog.draw();
    if (this.errors.all) this.dialog.element?.querySelector<HTMLElement>('[data-error]')?.focus();
    else this.dialog.focusFirst();
  }
}

export const styles = css`
  ${check}
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
  @container (max-width: 480px) { .pair { grid-template-columns: 1fr; } }
`.styleSheet;
