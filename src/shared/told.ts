import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asCrmError } from '../domain/errors.js';
import type { CommandInputs, CommandName, Outcome } from '../domain/plan.js';
import type { Id } from '../domain/records.js';
import { common } from '../i18n/en/common.js';
import { notice } from '../i18n/en/notice.js';
import { outcome } from '../i18n/en/outcome.js';
import type { CommandResult } from '../store/api.js';
import { banner as bannerStyles } from '../styles/controls/banner.js';
import { progress } from '../styles/controls/progress.js';
import { baseMore } from '../styles/base-more.js';
import { moreTokens } from '../styles/more-tokens.js';
import { toast } from '../styles/controls/toast.js';
import { Announcer } from './announce.js';
import { fieldName } from './field-name.js';
import * as icons from './icons.js';
import { intendFrom } from './intend.js';
import type { IntendOptions } from './intend.js';
import { Localize } from './localize.js';
import { banner, storeNotice, watchNotices } from './notice.js';
import type { Veto } from './intent.js';
import { openRecord } from './open-record.js';
import { doneWords, errorWords, notDoneWords, reasonWords, report, vetoWords } from './outcome-words.js';
import type { CrmHost, StoreController } from './store-controller.js';
import { Toasts } from './toast.js';
import type { Said, ToastAction } from './toast.js';
import { Turning } from './turning.js';

export interface RunCommandOptions<N extends CommandName> extends IntendOptions<N> {
  /** Says nothing where all went well: what was done is seen anyway. What went wrong is always said. */
  readonly quiet?: boolean;
  /** Says this instead, where all of it went well: where the card has come to stand. */
  readonly said?: (result: CommandResult<N>) => string;
}

export interface Reporting {
  /** As that of a command. */
  readonly quiet?: boolean;
  /** Says this instead, where all of it went well. */
  readonly said?: (() => string) | undefined;
}

export const toldStyles = [baseMore, moreTokens, bannerStyles, progress, toast];

/** What went wrong, until it is read: said anew with each drawing, for the language may be another one by then. */
interface Trouble {
  readonly head: () => string;
  readonly body: () => string;
  readonly actions: readonly { readonly label: () => string; readonly run: () => void }[];
}

/** What came of a command, told: by toast (with Undo), banner and live region. Its code comes when the first one is begun. */
export class Told {
  readonly #host: CrmHost;
  readonly #crm: StoreController;
  readonly #words: Localize<{ common: typeof common; notice: typeof notice; outcome: typeof outcome }>;
  readonly announcer = new Announcer();
  readonly toasts: Toasts;
  readonly #turning: Turning;
  /** Ids that commands of this element are about, as often as they are. */
  readonly #busy = new Map<Id, number>();
  #waiting: { cancel(): void } | null = null;
  #trouble: Trouble | null = null;

  constructor(host: CrmHost, crm: StoreController) {
    this.#host = host;
    this.#crm = crm;
    this.#words = new Localize(host, { common, notice, outcome });
    this.toasts = new Toasts(host, this.#words);
    watchNotices(crm, () => host.requestUpdate());
    // What was told may name somebody.
    crm.listen('forgotten', () => {
      this.#clear();
      this.announcer.hush();
      this.toasts.clear();
    });
    this.#turning = new Turning(crm, this.#words, this.toasts, {
      say: (text, back) => this.say(text, back),
      trouble: (head, body) => this.#tell(head, body),
      reasons: (missed) => this.#reasons(missed),
      clear: () => this.#clear(),
    });
  }

  /** Is a command of this element about this record under way? */
  busy(id: Id): boolean {
    return this.#busy.has(id);
  }

  /**
   * Asks, carries out and tells. Never rejects: what went wrong stands in a banner with its reason.
   * @returns null where nothing was done: vetoed, failed before the first write, or being done already
   */
  async run<N extends CommandName>(
    name: N,
    input: CommandInputs[N],
    { quiet = false, said, ...options }: RunCommandOptions<N> = {},
  ): Promise<CommandResult<N> | null> {
    const ids = idsOf(input);
    this.#mark(ids, 1);
    this.#clear();
    try {
      const result = await intendFrom(this.#crm, name, input, {
        onWaiting: (waiting) => {
          this.#waiting = waiting;
          this.#host.requestUpdate();
        },
        onVeto: (veto) => this.stopped(name, ids.length || 1, veto),
        ...options,
      });
      if (result) this.report(result, { quiet, said: said && (() => said(result)) });
      return result;
    } catch (thrown) {
      this.fail(name, ids.length || 1, thrown, () => void this.run(name, input, { quiet, said, ...options }));
      return null;
    } finally {
      this.#mark(ids, -1);
    }
  }

  /** Tells what became of a command: what was done as a toast with Undo, what was not as a banner with its reason. */
  report(result: CommandResult, { quiet = false, said }: Reporting = {}): void {
    const words = (): typeof outcome => this.#words.t.outcome;
    const { name } = result.plan;
    const { done, left } = report(result, words(), (field) => this.fieldName(field));
    const all = left === 0 ? said : undefined;
    if (done > 0 && !quiet)
      this.say(all ?? (() => doneWords(name, done, words())), result.canUndo ? result : undefined);
    if (left === 0) return;
    const missed = result.outcomes.filter((each) => each.state !== 'done');
    this.#tell(
      () => notDoneWords(name, left, this.#words.t.outcome),
      () => this.#reasons(missed, result.outcomes.length),
      this.#cures(result, missed),
    );
  }

  /** Tells that the page did not agree, and why; nothing where the person did not. */
  stopped(name: CommandName, n: number, veto: Veto): void {
    const why = (): string => vetoWords(veto, this.#words.t.outcome);
    if (why()) this.#tell(() => notDoneWords(name, n, this.#words.t.outcome), why);
  }

  /** Tells that a command could not be begun, with its reason and, where it helps, another try. */
  fail(name: CommandName, n: number, thrown: unknown, again?: () => void): void {
    const actions = again ? [{ label: () => this.#words.t.notice.retry, run: again }] : [];
    this.#tell(
      () => notDoneWords(name, n, this.#words.t.outcome),
      () => errorWords(asCrmError(thrown), this.#words.t.outcome),
      actions,
    );
  }

  /** Takes the last command of this tab back. */
  undo(): Promise<CommandResult | null> {
    return this.#turning.undo();
  }

  /** Does again what was taken back last. */
  redo(): Promise<CommandResult | null> {
    return this.#turning.redo();
  }

  /** A toast; with what can be taken back, its button, as long as it can. @param ahead ways on, before the way back */
  say(text: Said, back?: CommandResult, ahead: readonly ToastAction[] = []): void {
    const label = (): string => this.#words.t.common.undo;
    const undo = { label, icon: icons.undo, run: () => void (back && this.takeBack(back)) };
    this.toasts.show({ text, icon: icons.check, actions: back ? [...ahead, undo] : ahead, about: back?.plan.id });
  }

  /** A field's name as people know it, custom fields by their own. */
  fieldName(field: string): string {
    return fieldName(field, this.#words.t.common, this.#crm.store);
  }

  /** Above the view: what the storage has to tell, what waits for approval, what went wrong. */
  banners(): TemplateResult {
    const t = this.#words.t;
    const cancel = html`<button type="button" class="btn btn--sm" @click=${() => this.#waiting?.cancel()}>${t.common.cancel}</button>`;
    return html`${storeNotice(this.#crm, t.notice)}${
      this.#waiting
        ? banner({
            tone: 'warning',
            drawing: icons.lock,
            head: t.notice.waiting,
            body: t.notice.waitingHow,
            actions: cancel,
          })
        : nothing
    }${this.#trouble ? this.#troubleBanner(this.#trouble) : nothing}`;
  }

  /** At the end of the view: live regions and toast. */
  render(): TemplateResult {
    return html`${this.announcer.render()}${this.toasts.render()}`;
  }

  #troubleBanner({ head, body, actions }: Trouble): TemplateResult {
    const buttons = html`${actions.map(
      ({ label, run }) =>
        html`<button type="button" class="btn btn--sm" @click=${() => {
          this.#clear();
          run();
        }}>${label()}</button>`,
    )}<button type="button" class="btn btn--sm" @click=${() => this.#clear()}>${this.#words.t.common.dismiss}</button>`;
    return banner({
      tone: 'negative',
      drawing: icons.warning,
      head: head(),
      body: html`<bdi>${body()}</bdi>`,
      actions: buttons,
      alert: true,
    });
  }

  /** Why, each reason once; of a few among others with their names. @param of how many it was tried with */
  #reasons(missed: readonly Outcome[], of = 1): string {
    const words = this.#words.t.outcome;
    const why = (each: Outcome): string => reasonWords(each, words, (field) => this.fieldName(field));
    if (of > 1 && missed.length <= mostNamed)
      return missed.map((each) => (each.title ? words.ofRecord(each.title, why(each)) : why(each))).join(' ');
    return [...new Set(missed.map(why))].slice(0, 3).join(' ');
  }

  /** Another try where the storage did not take it; both ways out of a conflict: see theirs, or do it to what stands there now. */
  #cures(result: CommandResult, missed: readonly Outcome[]): Trouble['actions'] {
    const lost = missed.filter((each) => each.state === 'conflict');
    const [first] = lost;
    const { name, input } = result.plan;
    const t = (): typeof notice => this.#words.t.notice;
    // Not what makes something new: where only the answer was lost, there would be two.
    const known = 'ids' in input || 'id' in input;
    if (known && missed.every((each) => each.state === 'failed' && passes.has(each.code))) {
      const rest = 'ids' in input ? { ...input, ids: missed.map((each) => each.id) } : input;
      return [{ label: () => t().retry, run: () => void this.run(name, rest) }];
    }
    if (!first || lost.length < missed.length) return [];
    const { kind, id, dealId } = first;
    const show =
      dealId !== undefined
        ? { kind: 'deal' as const, id: dealId }
        : kind === 'lead' || kind === 'deal'
          ? { kind, id }
          : null;
    const ids = lost.map((each) => each.id);
    return [
      ...(show && lost.length === 1
        ? [{ label: () => t().showTheirs, run: () => void openRecord(this.#crm, show.kind, show.id) }]
        : []),
      ...('ids' in input && dealId === undefined
        ? [{ label: () => t().anyway, run: () => void this.run(name, { ...input, ids }) }]
        : []),
    ];
  }

  /** Takes exactly this command back: the Undo of its toast. */
  takeBack(result: CommandResult): Promise<CommandResult | null> {
    return this.#turning.takeBack(result);
  }

  #tell(head: () => string, body: () => string, actions: Trouble['actions'] = []): void {
    this.#trouble = { head, body, actions };
    this.#host.requestUpdate();
    void this.#show();
  }

  /** Above a long view it may be out of sight: whoever has pressed something further down sees why nothing came of it. */
  async #show(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector('.banner--negative[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }

  #clear(): void {
    if (!this.#trouble) return;
    this.#trouble = null;
    this.#host.requestUpdate();
  }

  #mark(ids: readonly Id[], step: 1 | -1): void {
    for (const id of ids) {
      const count = (this.#busy.get(id) ?? 0) + step;
      if (count > 0) this.#busy.set(id, count);
      else this.#busy.delete(id);
    }
    if (ids.length > 0) this.#host.requestUpdate();
  }
}

/** So many records that were left out are named, each with its reason. */
const mostNamed = 5;

/** What the storage refuses for now only: the same may well be stored a moment later. undefined = it did not say. */
const passes: ReadonlySet<Outcome['code']> = new Set(['unavailable', 'quota', 'auth', 'aborted', undefined]);

function idsOf(input: unknown): readonly Id[] {
  const { ids, id } = input as { ids?: readonly Id[]; id?: Id };
  return ids ?? (id === undefined ? [] : [id]);
}
