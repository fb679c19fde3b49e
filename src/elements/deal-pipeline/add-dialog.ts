import { css } from 'lit';
import type { CustomValue, Day, Id } from '../../domain/records.js';
import { AnswerFields } from '../../shared/answer-fields.js';
import { Combobox } from '../../shared/combobox.js';
import type { Dialog } from '../../shared/dialog.js';
import { commandIn } from '../../shared/dialog-command.js';
import { Menu } from '../../shared/menu.js';
import { searchOrganizations, searchPersons } from '../../shared/opportunity/choices.js';
import { checkOpportunity, emptyOpportunity, isTouched, opportunityInput } from '../../shared/opportunity/draft.js';
import type { OpportunityErrors } from '../../shared/opportunity/draft.js';
import { askedToAdd, isBlank } from '../../shared/opportunity/own-answers.js';
import type { CrmHost } from '../../shared/store-controller.js';
import { check } from '../../styles/controls/check.js';
import { addForm } from './add-form.js';
import type { AddView, DealDraft } from './add-view.js';
import type { BoardModel } from './model.js';

/** "Add deal": what is typed stays until it is stored, whatever the page or the storage says to it. */
export class AddDialog implements AddView {
  draft: DealDraft = { ...emptyOpportunity('', ''), stageId: '', custom: {} };
  errors: OpportunityErrors = {};
  wrong: ReadonlyMap<string, () => string> = new Map();
  readonly answers: AnswerFields;
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
    this.answers = new AnswerFields(host, words, () => model.store);
    this.person = new Combobox(host, words, {
      search: (query, signal) => (model.store ? searchPersons(model.store, query, signal) : Promise.resolve([])),
      create: (name) => model.t.common.addNew(name, model.t.common.person.toLocaleLowerCase(words.lang)),
    });
    this.organization = new Combobox(host, words, {
      search: (query, signal) => (model.store ? searchOrganizations(model.store, query, signal) : Promise.resolve([])),
      create: (name) => model.t.common.addNew(name, model.t.common.organization.toLocaleLowerCase(words.lang)),
    });
  }

  /**
   * @param stageId where it is to stand; null = the first stage
   * @param expectedClose the day that is proposed
   */
  open(stageId: Id | null, expectedClose: Day | null = null): void {
    const { model, dialog } = this;
    const { store, stages } = model;
    if (!store || dialog.isOpen) return;
    const stage = stages.find((each) => each.id === stageId) ?? stages[0];
    this.#empty = {
      ...emptyOpportunity(store.settings.currency, store.settings.user.id),
      stageId: stage?.id ?? '',
      expectedClose: expectedClose ?? '',
      custom: {},
    };
    this.draft = { ...this.#empty };
    this.errors = {};
    this.wrong = new Map();
    dialog.open({
      width: 520,
      focus: '#deal-person',
      content: () => addForm(this),
      mayClose: () => this.#mayClose(),
      onClose: () => this.answers.close(),
      returnTo: this.home,
    });
  }

  set(part: Partial<DealDraft>): void {
    Object.assign(this.draft, part);
    if ('person' in part || 'organization' in part) delete this.errors.person;
    if ('amount' in part) delete this.errors.amount;
    if ('stageId' in part) this.wrong = new Map();
    else
      for (const field of this.asked)
        if (this.wrong.has(field) && fieldsOf[field]?.some((own) => own in part)) this.#right(field);
    this.dialog.draw();
  }

  get asked(): readonly string[] {
    const always = askedToAdd(this.model.store).filter(({ required }) => required);
    const stage = this.model.stage(this.draft.stageId)?.requiredFields ?? [];
    return [...new Set([...stage, ...always.map(({ id }) => `custom.${id}`)])];
  }

  get offered(): readonly string[] {
    const { asked } = this;
    const offered = askedToAdd(this.model.store).map(({ id }) => `custom.${id}`);
    return offered.filter((field) => !asked.includes(field));
  }

  typed(field: string, value: unknown): void {
    this.draft.custom = { ...this.draft.custom, [field.slice('custom.'.length)]: value };
  }

  answer(field: string, value: unknown): void {
    this.typed(field, value);
    this.#right(field);
    this.dialog.draw();
  }

  invalid(field: string, message: string): void {
    this.wrong = new Map([...this.wrong, [field, () => message]]);
    this.dialog.draw();
  }

  #right(field: string): void {
    this.wrong = new Map([...this.wrong].filter(([each]) => each !== field));
  }

  /** What the stage asks for and is not there, said at its field. */
  #missing(): ReadonlyMap<string, () => string> {
    const { draft } = this;
    const unread = [...this.wrong].filter(([field]) => field.startsWith('custom.'));
    const held = (field: string): unknown =>
      field.startsWith('custom.') ? draft.custom[field.slice('custom.'.length)] : given[field]?.(draft);
    const empty = this.asked.filter((field) => {
      return isBlank(held(field));
    });
    return new Map([...empty.map((field) => [field, (): string => this.model.t.common.required] as const), ...unread]);
  }

  /** Esc with something typed asks first. */
  #mayClose(): boolean {
    const parts = [this.answers, this.person, this.organization];
    if (!isTouched(this.draft, this.#empty) && !parts.some(({ unfinished }) => unfinished)) return true;
    void this.discard().then((yes) => yes && this.dialog.close());
    return false;
  }

  async submit(): Promise<void> {
    const { model, dialog, draft } = this;
    const { format } = model;
    this.errors = checkOpportunity(draft, format, () => {
      const { pipeline, common } = model.t;
      return { nobody: pipeline.nobody, notNumber: common.notNumber(model.format.number('1234.5')) };
    });
    this.wrong = this.#missing();
    if (Object.keys(this.errors).length > 0 || this.wrong.size > 0) return this.#showErrors();
    const target = draft.stageId ? { stageId: draft.stageId } : undefined;
    // Only what this stage asks for: another one was chosen before, perhaps.
    const asked = [...this.asked, ...this.offered]
      .filter((field) => field.startsWith('custom.'))
      .map((field) => field.slice('custom.'.length))
      .filter((id) => !isBlank(draft.custom[id]));
    const custom =
      asked.length > 0 && (Object.fromEntries(asked.map((id) => [id, draft.custom[id]])) as Record<Id, CustomValue>);
    const { crm, commands, words } = model;
    const input = { ...opportunityInput(draft, format), ...(custom && { custom }), ...(target && { target }) };
    const frame = {
      ...{ dialog, crm, commands },
      get lang() {
        return words.lang;
      },
    };
    const refused = (said: () => string): void => void (this.errors = { all: said });
    if ((await commandIn(frame, 'deal-add', input, { refused })) === '') return dialog.close();
    this.#showErrors();
  }

  #showErrors(): void {
    this.dialog.draw();
    if (this.errors.all) this.dialog.element?.querySelector<HTMLElement>('[data-error]')?.focus();
    else this.dialog.focusFirst();
  }
}

/** What of the form answers which field. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  value: ['amount'],
  expectedClose: ['expectedClose'],
  ownerId: ['ownerId'],
  personId: ['person'],
  organizationId: ['organization'],
};
const given: Readonly<Record<string, (draft: DealDraft) => unknown>> = {
  value: ({ amount }) => amount,
  expectedClose: ({ expectedClose }) => expectedClose,
  ownerId: ({ ownerId }) => ownerId,
  personId: ({ person }) => person,
  organizationId: ({ organization }) => organization,
};

export const partStyles = css`
  ${check}
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
  @container (max-width: 480px) { .pair { grid-template-columns: 1fr; } }
`;
