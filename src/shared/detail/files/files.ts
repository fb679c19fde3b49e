import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AttachedFile } from '../../../domain/records.js';
import type { LiveList } from '../../../store/api.js';
import { adopt } from '../../adopt.js';
import { Code } from '../../code.js';
import { Connection } from '../../connection.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { Menu } from '../../menu.js';
import { rowsOf } from '../../rows-of.js';
import { draftOf, inheritUploads } from '../drafts.js';
import type { DetailModel } from '../model.js';
import { showUpTo } from '../more-rows.js';
import type { Values } from '../values.js';
import { filesWords, showsFiles } from './shown.js';
import type { Taken } from './taken.js';
import { Taking } from './taking.js';
import type { Way } from './taking.js';
import { watching } from './upload.js';

const viewCode = new Code(() => import('./files-view.js'));
type View = InstanceType<Awaited<ReturnType<typeof viewCode.need>>['FilesView']>;

/** So many are read at first, and more each time somebody asks: the count says how many there are. */
const page = 50;

/** The files of the open record. How they are shown, and all that is done with them, comes when there are some, or are to be. */
export class Files {
  readonly #live: { readonly value: LiveList<'file'> | null };
  readonly taking: Taking;
  #view: View | undefined;
  #failed = false;
  #most = page;

  constructor(
    readonly model: DetailModel,
    readonly values: Values,
    readonly menu: Menu,
    /** Shows the part of the detail that they are in, where it is narrow. */
    readonly reveal: () => void,
  ) {
    this.#live = model.crm.live<LiveList<'file'>>(
      (store) => {
        if (model.id === null || !showsFiles(model)) return null;
        const where = { field: `${model.kind}Id`, op: 'is', value: model.id } as const;
        const list = store.list({ kind: 'file', where, order: [{ field: 'createdAt', descending: true }] });
        this.#most = page;
        list.setWindow(0, page);
        return list;
      },
      { deps: () => [model.id, showsFiles(model)] },
    );
    this.taking = new Taking(
      model,
      () => this.why,
      (taken, way) => void this.take(taken, way),
    );
    new Connection(model.host, () => {
      const update = (): void => model.update();
      watching.add(update);
      return () => watching.delete(update);
    });
  }

  /** Why nothing may be attached; undefined = it may. */
  get why(): string | undefined {
    return this.model.why('file-add');
  }
  /** The newest first. */
  get all(): readonly AttachedFile[] {
    return rowsOf(this.#live.value, this.#most);
  }
  get count(): number | undefined {
    return this.#live.value?.total;
  }
  /** Something is on its way, or was not attached. */
  get #pending(): boolean {
    const { store, kind, id, record } = this.model;
    if (!store || id === null) return false;
    inheritUploads(store, kind, id, record?.mergedIds ?? []);
    return draftOf(store, kind, id).uploads.length > 0;
  }

  get view(): View | undefined {
    const code = viewCode.here;
    if (this.#view || !code) return this.#view;
    adopt(this.model.host, [code.filesStyles]);
    return (this.#view = new code.FilesView(this.model, this, this.values, this.menu));
  }

  render(): TemplateResult | typeof nothing {
    const { model, why } = this;
    if (!showsFiles(model)) return nothing;
    const words = filesWords(model);
    const list = this.#live.value;
    const count = list?.total ?? 0;
    const some = count > 0 || this.#pending;
    if (some) this.fetch();
    const view = some ? this.view : undefined;
    const label = why === undefined ? words.upload : `${words.upload}. ${why}`;
    return html`<section class="block people" part="files" id="files" tabindex="-1" aria-label=${words.files}>
      <header>
        ${icon(icons.file)}
        <h3>${words.files}</h3>
        ${count > 0 ? html`<span class="count">${model.format.number(count)}</span>` : nothing}
        <button type="button" class="btn btn--icon btn--quiet btn--sm" data-act="upload" aria-label=${words.upload} title=${label} aria-disabled=${why === undefined ? nothing : 'true'}
          aria-description=${why ?? nothing} @click=${() => this.choose()}>${icon(icons.upload)}</button>
        <input type="file" multiple hidden data-files aria-label=${words.upload} @change=${this.#chosen} />
      </header>
      ${this.#broken()}${view?.render() ?? nothing}${view ? this.#rest(count) : nothing}${
        some && !view && !this.#failed ? html`<p class="subtle" role="status">${model.t.common.loading}</p>` : nothing
      }${list?.state === 'ready' && !some ? html`<p class="subtle">${words.none}</p>` : nothing}
    </section>`;
  }

  /** Shown over the detail while files are dragged over it. */
  layer(): TemplateResult | typeof nothing {
    if (!this.taking.over) return nothing;
    this.fetch();
    return this.view?.zone(this.why) ?? nothing;
  }

  /** There are more than are shown. */
  #rest(count: number): TemplateResult | typeof nothing {
    const left = count - this.#most;
    if (left <= 0) return nothing;
    return html`<div><button type="button" class="btn btn--sm" data-more-files @click=${() => void this.#more()}>${this.model.t.detail.showMore(Math.min(left, page * 3))}</button></div>`;
  }

  async #more(): Promise<void> {
    const first = this.#most;
    this.#most += page * 3;
    await showUpTo(this.model, this.#live.value, this.#most, (root) =>
      root.querySelectorAll('#files [data-file]')[first]?.querySelector<HTMLElement>('[data-download]'),
    );
  }

  /** They, or what shows them, could not be read. */
  #broken(): TemplateResult | typeof nothing {
    const list = this.#live.value;
    if (!this.#failed && list?.state !== 'error') return nothing;
    const { t } = this.model;
    const again = (): void => (list?.state === 'error' ? list.retry() : void this.need());
    return html`<p class="error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#failed ? t.detail.notLoaded : filesWords(this.model).failed}</span></p>
      <div><button type="button" class="btn btn--sm" @click=${again}>${t.common.retry}</button></div>`;
  }

  /** Asks the person for files. */
  choose(): void {
    if (this.why === undefined) this.model.host.shadowRoot?.querySelector<HTMLInputElement>('[data-files]')?.click();
  }

  readonly #chosen = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = '';
    void this.take({ files, folders: [] }, 'chosen');
  };

  /** Attaches what was chosen, dropped or pasted. */
  async take(taken: Taken, way: Way): Promise<void> {
    const { model } = this;
    const { store, kind, id } = model;
    if (this.why !== undefined || !store || id === null) return;
    const to = { store, draft: draftOf(store, kind, id), on: model.on };
    const { draft } = to;
    const gathers = way === 'written' && draft.tab === 'file';
    if (!gathers) this.reveal();
    const view = await this.need();
    if (!view) return;
    if (gathers) draft.chosen.push(...taken.files.map((file) => view.named(file)));
    else await view.take(taken, way, to);
    model.update();
  }

  /** In the background: there is something to show. */
  fetch(): void {
    if (!viewCode.here && !this.#failed) void this.need();
  }

  async need(): Promise<View | undefined> {
    const { model } = this;
    try {
      await viewCode.need();
      this.#failed = false;
    } catch (error) {
      console.warn('crm-elements: the files could not be loaded.', error);
      this.#failed = true;
    }
    model.update();
    return this.view;
  }
}
