import type { TemplateResult } from 'lit';
import { asCrmError } from '../../../domain/errors.js';
import type { Id } from '../../../domain/records.js';
import { outcome } from '../../../i18n/en/outcome.js';
import { wordsOf } from '../../../i18n/words.js';
import { Combobox } from '../../../shared/combobox.js';
import type { Dialog } from '../../../shared/dialog.js';
import { intendFrom } from '../../../shared/intend.js';
import { Menu } from '../../../shared/menu.js';
import { openRecord } from '../../../shared/open-record.js';
import { OwnAnswers } from '../../../shared/opportunity/own-answers.js';
import { doneWords, errorWords, reasonWords, vetoWords } from '../../../shared/outcome-words.js';
import type { CrmHost } from '../../../shared/store-controller.js';
import type { CommandResult } from '../../../store/api.js';
import type { InboxModel } from '../model.js';
import { moreWords } from '../more-words.js';
import { checkDraft, emptyDraft, inputOf, isTouched } from './draft.js';
import type { DraftErrors, LeadDraft } from './draft.js';
import { findOrganizations, findPersons, findTwins } from './who.js';

/** "Add lead": what is typed stays until it is stored, whatever the page or the storage says to it. */
export class AddDialog {
  draft: LeadDraft = emptyDraft('', '', '');
  errors: DraftErrors = {};
  another = false;
  /** Leads that are there already for the same name. */
  twins: readonly { readonly id: string; readonly title: string }[] = [];
  readonly person: Combobox;
  readonly organization: Combobox;
  readonly labels: Menu;
  readonly own: OwnAnswers;
  #empty: LeadDraft = this.draft;
  #asked: AbortController | undefined;

  constructor(
    readonly host: CrmHost,
    readonly model: InboxModel,
    readonly dialog: Dialog,
    readonly question: Dialog,
    /** How it looks. */
    readonly form: (add: AddDialog) => TemplateResult,
  ) {
    this.labels = new Menu(host);
    this.own = new OwnAnswers({ host, words: model.words, store: () => model.store, draw: () => dialog.draw() });
    this.person = new Combobox(host, model.words, {
      search: (query, signal) => (model.store ? findPersons(model.store, query, signal, this.t) : Promise.resolve([])),
      create: (name) => this.t.addPerson(name),
    });
    this.organization = new Combobox(host, model.words, {
      search: (query, signal) =>
        model.store ? findOrganizations(model.store, query, signal, this.t) : Promise.resolve([]),
      create: (name) => this.t.addOrganization(name),
    });
  }

  get t(): ReturnType<typeof moreWords> {
    return moreWords(this.model);
  }

  /** @param name words that were searched for: the name of the new person */
  open(name: string): void {
    const { model, dialog } = this;
    if (!model.store || dialog.isOpen) return;
    this.#begin();
    if (name) this.draft.person = { kind: 'new', text: name };
    dialog.open({
      width: 520,
      focus: name ? '#add-title' : '#add-person',
      content: () => this.form(this),
      mayClose: () => this.#mayClose(),
      returnTo: () => this.host.shadowRoot?.querySelector<HTMLElement>('.inbox-head .btn--primary'),
      onClose: () => {
        this.#asked?.abort();
        this.own.answers.close();
      },
    });
  }

  #begin(): void {
    const { store } = this.model;
    this.#empty = emptyDraft(store?.settings.currency ?? 'EUR', store?.settings.user.id ?? '', this.t.sourceManual);
    this.draft = { ...this.#empty };
    this.errors = {};
    this.twins = [];
    this.own.begin();
  }

  set(part: Partial<LeadDraft>): void {
    Object.assign(this.draft, part);
    if ('person' in part || 'organization' in part) {
      delete this.errors.person;
      void this.#lookForTwins();
    }
    this.dialog.draw();
  }

  /** What the title becomes where nobody writes one. */
  get titleHint(): string {
    const who = this.draft.organization ?? this.draft.person;
    return who === null ? this.t.titleHint : who.kind === 'new' ? who.text : who.label;
  }

  async #lookForTwins(): Promise<void> {
    const { store } = this.model;
    this.#asked?.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.twins = [];
    if (!store) return;
    try {
      const twins = await findTwins(store, this.draft.person, this.draft.organization, signal);
      if (signal.aborted) return;
      this.twins = twins;
      this.dialog.draw();
    } catch {
      // A hint that cannot be found is no hint; the receiving side looks for duplicates in any case.
    }
  }

  openTwin(id: string): void {
    this.dialog.close();
    openRecord(this.model.stores, 'lead', id);
  }

  /** Esc with something typed asks first. */
  #mayClose(): boolean {
    const isOpen = this.person.unfinished || this.organization.unfinished;
    if (!isTouched(this.draft, this.#empty) && !this.own.touched && !isOpen) return true;
    const asked = this.question.confirm(() => {
      const { t } = this;
      return { title: t.discard, text: t.discardText, action: t.discardAction, cancel: t.keepTyping, negative: true };
    });
    void asked.then((yes) => yes && this.dialog.close());
    return false;
  }

  async submit(): Promise<void> {
    const { model, dialog } = this;
    this.errors = checkDraft(this.draft, model.format, () => {
      const { notNumber, notEmail } = model.t.common;
      return { nobody: this.t.nobody, notNumber: notNumber(model.format.number('1234.5')), notEmail };
    });
    const answered = this.own.check();
    if (Object.keys(this.errors).length > 0 || !answered) return this.#showErrors();
    const words = (): typeof outcome => wordsOf('outcome', outcome, model.words.lang);
    let why = (): string => '';
    dialog.busy = true;
    try {
      const custom = this.own.input;
      const input = { ...inputOf(this.draft, model.format), ...(custom && { custom }) };
      const result = await intendFrom(model.stores, 'lead-add', input, {
        onVeto: (veto) => (why = () => vetoWords(veto, words())),
      });
      const made = result?.outcomes[0];
      if (result && made?.state === 'done') {
        dialog.busy = false;
        this.#tell(result, made.id, words);
        return this.#after();
      }
      if (made) why = () => reasonWords(made, words(), (field) => model.commands.fieldName(field));
    } catch (thrown) {
      why = () => errorWords(asCrmError(thrown), words());
    }
    dialog.busy = false;
    this.errors = { all: () => `${this.t.notAdded} ${why()}`.trim() };
    this.#showErrors();
  }

  /** Where the list is sorted or narrowed the new lead may stand out of sight: the toast leads to it. */
  #tell(result: CommandResult, id: Id, words: () => typeof outcome): void {
    const { model } = this;
    const open = { label: () => this.t.openAdded, run: () => void openRecord(model.stores, 'lead', id) };
    model.commands.say(() => doneWords('lead-add', 1, words()), result.canUndo ? result : undefined, [open]);
  }

  #showErrors(): void {
    this.dialog.draw();
    if (this.errors.all) this.dialog.element?.querySelector<HTMLElement>('[data-error]')?.focus();
    else this.dialog.focusFirst();
  }

  #after(): void {
    if (!this.another) return this.dialog.close();
    this.#begin();
    this.dialog.draw();
    this.dialog.focusFirst();
  }
}
