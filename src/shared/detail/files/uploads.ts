import { asCrmError } from '../../../domain/errors.js';
import { safeName } from '../../../domain/files/names.js';
import type { Outcome } from '../../../domain/plan.js';
import type { Id } from '../../../domain/records.js';
import { same } from '../../../domain/same.js';
import { fileSize } from '../../../i18n/format-more.js';
import { outcome as english } from '../../../i18n/en/outcome.js';
import { wordsOf } from '../../../i18n/words.js';
import type { CommandResult, CrmStore } from '../../../store/api.js';
import { intend } from '../../intend.js';
import type { Veto } from '../../intent.js';
import { doneWords, errorWords, reasonWords, vetoWords } from '../../outcome-words.js';
import { inheritUploads } from '../drafts.js';
import type { ComposerDraft } from '../drafts.js';
import type { DetailModel } from '../model.js';
import { filesWords } from './shown.js';
import { targetOf } from './target.js';
import type { Target } from './target.js';
import { waits, watching } from './upload.js';
import type { On, Picked, Saying, Upload } from './upload.js';

/** Records of which something is on its way: what is chosen meanwhile goes with the next command. */
const running = new WeakSet<ComposerDraft>();
let made = 0;

/** Sends what was chosen to the storage, and keeps what did not arrive, with the reason, until somebody has decided. */
export class Uploads {
  constructor(readonly model: DetailModel) {}

  get #draft(): ComposerDraft | undefined {
    return targetOf(this.model)?.draft;
  }

  /** Those of the open record, the newest first. */
  get list(): readonly Upload[] {
    return this.#draft?.uploads.filter(({ dropped }) => !dropped) ?? [];
  }

  /** What a reason is said with. */
  get saying(): Saying {
    const { model } = this;
    return {
      own: filesWords(model),
      outcome: wordsOf('outcome', english, model.words.lang),
      format: model.format,
    };
  }

  /** Why it was not attached, as it is to be read at the open record. */
  why({ lost, on, why }: Upload): string {
    const { model, saying } = this;
    const merged = model.record?.mergedIds ?? [];
    if (lost && Object.values(on).some((id: Id) => merged.includes(id))) return saying.own.mergedAway;
    return why?.(saying) ?? '';
  }

  /** @param to left out: the open record */
  add(picked: readonly Picked[], description = '', to: Target | null = targetOf(this.model)): void {
    if (!to || picked.length === 0) return;
    const { model } = this;
    const { store, draft, on } = to;
    const limit = store.fileLimit ?? Infinity;
    const uploads = picked.map(({ file, name }): Upload => {
      const upload: Upload = {
        ...{ key: `upload-${++made}`, file, name: safeName(name) || name, description, on },
        ...{
          state: 'waiting',
          id: null,
          why: null,
          lost: false,
          again: true,
          cancel: null,
          together: [],
          dropped: false,
        },
      };
      if (file.size > limit) {
        this.#wrong(upload, ({ own, format }) => own.tooLarge(fileSize(format, limit)), false);
      } else if (file.size === 0) upload.state = 'empty';
      return upload;
    });
    draft.uploads.unshift(...uploads);
    const begun = uploads.filter(({ state }) => state === 'waiting').length;
    if (begun > 0) model.say(this.saying.own.begun(begun));
    this.#told(uploads);
    this.#go(store, draft);
  }

  /** Another try, or one after all. */
  again(upload: Upload): void {
    const to = targetOf(this.model);
    if (!to || !waits(upload)) return;
    Object.assign(upload, { on: to.on, state: 'waiting', why: null, lost: false, id: null, dropped: false });
    this.#go(to.store, to.draft);
  }

  /** It is let go: taken off where it waits, given up where it is on its way. */
  remove(upload: Upload): void {
    const draft = this.#draft;
    if (!draft) return;
    const { cancel, together } = upload;
    if (together.length > 1) return this.#callOff(together, cancel);
    upload.dropped = true;
    if (cancel) cancel();
    else this.#off(draft, upload);
    this.#changed();
  }

  /** The page is asked about them together, and would be asked once more about those that are left: none goes on by itself. */
  #callOff(together: readonly Upload[], cancel: Upload['cancel']): void {
    for (const upload of together) Object.assign(upload, { state: 'off', cancel: null, together: [] });
    cancel?.();
    this.model.say(this.saying.own.calledOffAll(together.length));
    this.#changed();
  }

  #go(store: CrmStore, draft: ComposerDraft): void {
    this.#changed();
    void this.#run(store, draft);
  }

  async #run(store: CrmStore, draft: ComposerDraft): Promise<void> {
    if (running.has(draft)) return;
    running.add(draft);
    try {
      for (;;) {
        // The newest stand first, and what was chosen first is stored first.
        const waiting = draft.uploads.filter(({ state }) => state === 'waiting').reverse();
        const [first] = waiting;
        if (!first) break;
        // Since a lead became a deal, or a record another one, some may go elsewhere.
        const batch = waiting.filter(({ on }) => same(on, first.on));
        await this.#batch(store, draft, first.on, batch);
      }
    } finally {
      running.delete(draft);
    }
  }

  async #batch(store: CrmStore, draft: ComposerDraft, on: On, batch: readonly Upload[]): Promise<void> {
    const { model } = this;
    const ending = new AbortController();
    const under = (state: 'asking' | 'storing'): void => {
      // What was called off is that, or goes with the next command by now.
      if (ending.signal.aborted) return;
      for (const upload of batch) upload.state = state;
      this.#changed();
    };
    const cancel = (): void => ending.abort();
    for (const upload of batch) Object.assign(upload, { cancel, together: batch });
    under('storing');
    let veto: Veto | null = null;
    try {
      const files = batch.map(({ file, name, description }) => ({ blob: file, name, description }));
      const result = await intend(
        model.host,
        store,
        'file-add',
        { on, files },
        {
          ...{ signal: ending.signal, stop: ending.signal },
          onWaiting: (waiting) => under(waiting ? 'asking' : 'storing'),
          onVeto: (said) => (veto = said),
          onCommit: ({ drafts }) =>
            drafts.forEach(({ id }, at) => Object.assign(batch[at] ?? {}, { id, together: [] })),
          onProgress: (_done, _of, outcomes) => {
            for (const upload of batch)
              if (upload.id !== null && outcomes.get(upload.id)?.state === 'done') this.#off(draft, upload);
            this.#changed();
          },
        },
      );
      if (result) this.#settle(draft, batch, result);
      else this.#stopped(draft, batch, veto);
    } catch (thrown) {
      const error = asCrmError(thrown);
      for (const upload of batch)
        if (ending.signal.aborted) this.#given(draft, upload);
        else if (draft.uploads.includes(upload)) this.#wrong(upload, ({ outcome }) => errorWords(error, outcome));
    }
    for (const upload of batch) {
      upload.cancel = null;
      if (upload.dropped) this.#off(draft, upload);
    }
    const { kind, id, record } = model;
    if (id !== null) inheritUploads(store, kind, id, record?.mergedIds ?? []);
    this.#told(batch.filter(({ dropped }) => !dropped));
    this.#changed();
  }

  #settle(draft: ComposerDraft, batch: readonly Upload[], result: CommandResult<'file-add'>): void {
    const { model } = this;
    const of = new Map(result.outcomes.map((outcome) => [outcome.id, outcome]));
    let done = 0;
    result.plan.drafts.forEach(({ id }, at) => {
      const upload = batch[at];
      const outcome = of.get(id);
      if (!upload) return;
      if (outcome?.state === 'done') {
        done++;
        this.#off(draft, upload);
      } else if (!outcome || outcome.state === 'stopped') this.#given(draft, upload);
      else this.#left(upload, outcome);
    });
    if (done > 0)
      model.commands.say(() => doneWords('file-add', done, this.saying.outcome), result.canUndo ? result : undefined);
  }

  /** The page did not agree, or somebody gave it up before it did. */
  #stopped(draft: ComposerDraft, batch: readonly Upload[], veto: Veto | null): void {
    for (const upload of batch) {
      if (veto === null || veto.by === 'person' || !isUnderWay(upload)) this.#given(draft, upload);
      else this.#wrong(upload, ({ outcome }) => vetoWords(veto, outcome));
    }
  }

  /** Somebody gave one of them up: that one goes, those beside it begin anew, unless all were called off. */
  #given(draft: ComposerDraft, upload: Upload): void {
    if (upload.dropped) this.#off(draft, upload);
    else if (isUnderWay(upload)) Object.assign(upload, { state: 'waiting', id: null });
  }

  #left(upload: Upload, outcome: Outcome): void {
    const { problem } = outcome;
    upload.lost = problem?.code === 'not-found';
    if (problem?.detail === 'too-large') {
      const limit = this.model.store?.fileLimit ?? 0;
      this.#wrong(upload, ({ own, format }) => own.tooLarge(fileSize(format, limit)), false);
    } else if (problem?.detail === 'unreadable') this.#wrong(upload, ({ own }) => own.unreadable);
    else this.#wrong(upload, (say) => reasonWords(outcome, say.outcome, (field) => fieldWord(field, say)));
  }

  #wrong(upload: Upload, why: NonNullable<Upload['why']>, again = true): void {
    Object.assign(upload, { state: 'wrong', why, again });
  }

  #off(draft: ComposerDraft, upload: Upload): void {
    const at = draft.uploads.indexOf(upload);
    if (at >= 0) draft.uploads.splice(at, 1);
  }

  /**
   * What did not arrive stands at its row; to people who listen it is said, once for all of them, and to everybody where another
   * record is open by now.
   */
  #told(uploads: readonly Upload[]): void {
    const { model, saying } = this;
    const wrong = uploads.filter(({ state }) => state === 'wrong');
    const [first] = wrong;
    if (!first) return;
    const said = (): string => `${saying.own.notAttached(wrong.length)}. ${first.name}: ${this.why(first)}`;
    if (this.list.includes(first)) model.say(said());
    else model.commands.say(said);
  }

  #changed(): void {
    for (const update of watching) update();
  }
}

function isUnderWay({ state }: Upload): boolean {
  return state === 'asking' || state === 'storing';
}

function fieldWord(field: string, { own }: Saying): string {
  return field === 'name' ? own.name : field === 'description' ? own.description : own.file;
}
