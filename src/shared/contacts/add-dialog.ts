import type { TemplateResult } from 'lit';
import { asCrmError } from '../../domain/errors.js';
import { homeCountry } from '../../domain/home-country.js';
import type { Id } from '../../domain/records.js';
import { outcome } from '../../i18n/en/outcome.js';
import { wordsOf } from '../../i18n/words.js';
import type { CommandResult } from '../../store/api.js';
import { Combobox } from '../combobox.js';
import type { Chosen } from '../combobox.js';
import { fieldName } from '../field-name.js';
import { intendFrom } from '../intend.js';
import { openContact } from '../open-contact.js';
import { searchOrganizations } from '../opportunity/choices.js';
import { doneWords, errorWords, reasonWords, vetoWords } from '../outcome-words.js';
import { findAlike } from './alike.js';
import type { Alike } from './alike.js';
import { checkContact, emptyContact, isTouched, organizationInput, personInput } from './draft.js';
import type { ContactDraft, ContactErrors } from './draft.js';
import type { ContactDialogs, ContactPlace } from './place.js';

export interface AddOptions {
  readonly kind: 'person' | 'organization';
  /** What it begins with: words that were searched for and not found. */
  readonly name?: string;
  /** To which organization the new person belongs. */
  readonly organization?: Chosen;
}

/** Until somebody has stopped typing, ms. */
const pause = 200;

/** What is typed stays until it is stored, whatever the page or the storage says to it. */
export class AddContact {
  kind: 'person' | 'organization' = 'person';
  draft: ContactDraft = emptyContact('');
  errors: ContactErrors = {};
  another = false;
  /** Those who may be the one that is typed. */
  alike: readonly Alike[] = [];
  readonly organization: Combobox;
  #empty = this.draft;
  #asked: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly place: ContactPlace,
    readonly opened: ContactDialogs,
    /** How it looks. */
    readonly form: (add: AddContact) => TemplateResult,
  ) {
    const { host, words, crm } = place;
    this.organization = new Combobox(host, words, {
      search: (query, signal) => (crm.store ? searchOrganizations(crm.store, query, signal) : Promise.resolve([])),
      create: (name) => words.t.common.addNew(name, words.t.detail.nameOfNewOrganization),
    });
  }

  open({ kind, name = '', organization }: AddOptions): void {
    const { dialog, returnTo } = this.opened;
    if (!this.place.crm.store || dialog.isOpen) return;
    this.kind = kind;
    this.#begin();
    Object.assign(this.draft, { name, ...(organization && { organization }) });
    this.#look();
    dialog.open({
      width: 520,
      focus: name ? (kind === 'person' ? '#add-email' : '#add-website') : '#add-name',
      content: () => this.form(this),
      mayClose: () => this.#mayClose(),
      returnTo,
      onClose: () => this.#stop(),
    });
  }

  #begin(): void {
    this.#empty = emptyContact(this.place.crm.store?.settings.user.id ?? '');
    this.draft = { ...this.#empty };
    this.errors = {};
    this.alike = [];
  }

  set(part: Partial<ContactDraft>): void {
    Object.assign(this.draft, part);
    for (const field of Object.keys(part) as (keyof ContactDraft)[]) delete this.errors[field];
    if ('name' in part || 'email' in part || 'phone' in part || 'website' in part) this.#look();
    this.opened.dialog.draw();
  }

  #look(): void {
    this.#stop();
    this.#timer = setTimeout(() => void this.#find(), pause);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  async #find(): Promise<void> {
    const { store } = this.place.crm;
    if (!store) return;
    const country = homeCountry(this.place.words.lang, store.settings.currency);
    const { signal } = (this.#asked = new AbortController());
    // A hint that cannot be found is no hint.
    const alike = await findAlike(store, this.kind, this.draft, country, signal).catch(() => []);
    if (signal.aborted) return;
    this.alike = alike;
    this.opened.dialog.draw();
  }

  openAlike(id: Id): void {
    this.opened.dialog.close();
    openContact(this.place.crm, this.kind, id);
  }

  /** Esc with something typed asks first. */
  #mayClose(): boolean {
    if (!isTouched(this.draft, this.#empty) && !this.organization.unfinished) return true;
    const asked = this.opened.question.confirm(() => {
      const { contacts: t } = this.place.words.t;
      return { title: t.discard, text: t.discardText, action: t.discardAction, cancel: t.keepTyping, negative: true };
    });
    void asked.then((yes) => yes && this.opened.dialog.close());
    return false;
  }

  async submit(): Promise<void> {
    const { place, kind } = this;
    const { dialog } = this.opened;
    this.errors = checkContact(kind, this.draft, () => place.words.t.common);
    if (Object.keys(this.errors).length > 0) return this.#showErrors();
    const words = (): typeof outcome => wordsOf('outcome', outcome, place.words.lang);
    let why = (): string => '';
    dialog.busy = true;
    try {
      const onVeto = { onVeto: (veto: Parameters<typeof vetoWords>[0]) => void (why = () => vetoWords(veto, words())) };
      const result: CommandResult | null =
        kind === 'person'
          ? await intendFrom(place.crm, 'person-add', personInput(this.draft), onVeto)
          : await intendFrom(place.crm, 'organization-add', organizationInput(this.draft), onVeto);
      const made = result?.outcomes[0];
      if (result && made?.state === 'done') {
        dialog.busy = false;
        const open = { label: () => place.words.t.common.open, run: () => void openContact(place.crm, kind, made.id) };
        const said = (): string => doneWords(result.plan.name, 1, words());
        place.commands.say(said, result.canUndo ? result : undefined, [open]);
        return this.#after();
      }
      if (made) why = () => reasonWords(made, words(), (field) => this.#fieldName(field));
    } catch (thrown) {
      why = () => errorWords(asCrmError(thrown), words());
    }
    dialog.busy = false;
    const not = (): string => (kind === 'person' ? words().personAddNot(1) : words().organizationAddNot(1));
    this.errors = { all: () => `${not()} ${why() || place.words.t.contacts.nothingLost}`.trim() };
    this.#showErrors();
  }

  #fieldName(field: string): string {
    const { common, detail } = this.place.words.t;
    const own: Readonly<Record<string, string>> = {
      emails: common.email,
      phones: common.phone,
      jobTitle: detail.jobTitle,
      address: detail.address,
      website: common.website,
    };
    return own[field] ?? fieldName(field, common, this.place.crm.store);
  }

  #showErrors(): void {
    const { dialog } = this.opened;
    dialog.draw();
    if (this.errors.all) dialog.element?.querySelector<HTMLElement>('[data-error]')?.focus();
    else dialog.focusFirst();
  }

  #after(): void {
    const { dialog } = this.opened;
    if (!this.another) return dialog.close();
    const { organization } = this.draft;
    this.#begin();
    // The next one of the same organization.
    if (organization?.kind === 'existing') this.draft.organization = organization;
    dialog.draw();
    dialog.focusFirst();
  }
}
