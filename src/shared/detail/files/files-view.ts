import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AttachedFile } from '../../../domain/records.js';
import { Growing } from '../../growing.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { Menu } from '../../menu.js';
import type { DetailModel } from '../model.js';
import { partsIn } from '../model.js';
import type { Values } from '../values.js';
import { Attach } from './attach.js';
import { filesIn, mostFiles } from './folders.js';
import { FileRows } from './rows.js';
import { filesWords } from './shown.js';
import type { Taken } from './taken.js';
import type { Way } from './taking.js';
import type { Target } from './target.js';
import type { Picked } from './upload.js';
import { uploadRow } from './upload-rows.js';
import { Uploads } from './uploads.js';

export { filesStyles } from './files.styles.js';

/** What is there, and above it what is on its way. */
export class FilesView {
  readonly rows: FileRows;
  readonly uploads: Uploads;
  readonly attach: Attach;
  readonly #growing = new Growing(20, 50);

  constructor(
    readonly model: DetailModel,
    readonly files: { readonly all: readonly AttachedFile[] },
    values: Values,
    menu: Menu,
  ) {
    this.rows = new FileRows(model, values, menu);
    this.uploads = new Uploads(model);
    this.attach = new Attach(model);
  }

  render(): TemplateResult {
    const { model, uploads } = this;
    const { all } = this.files;
    const there = new Set(all.map(({ id }) => id));
    const coming = uploads.list.filter(({ id }) => id === null || !there.has(id));
    return html`<ul class="files">
      ${repeat(
        coming,
        ({ key }) => key,
        (upload) => html`<li data-upload=${upload.key}>${uploadRow(model, uploads, upload)}</li>`,
      )}${this.#growing.rows(model.id, all.length, (upTo) =>
        repeat(
          all.slice(0, upTo),
          ({ id }) => id,
          (file) => html`<li data-file=${file.id}>${this.row(file, 'section')}</li>`,
        ),
      )}
    </ul>`;
  }

  /** Hundreds may be shown: each is drawn anew only where something in it has changed. */
  row(file: AttachedFile, place: string): unknown {
    return guard([file, this.rows.state(file, place), ...this.model.around], () => this.rows.render(file, place));
  }

  /** Over the detail, while files are dragged: where they may be dropped, or why not. */
  zone(why: string | undefined): TemplateResult {
    const { model } = this;
    const words = filesWords(model);
    return html`<div class="crm drop-zone" ?data-refused=${why !== undefined} aria-hidden="true"><div>
      ${icon(why === undefined ? icons.upload : icons.lock)}<b>${why === undefined ? words.dropHere : why}</b>${
        why === undefined ? html`<span><bdi>${words.dropOn(model.title)}</bdi></span>` : nothing
      }
    </div></div>`;
  }

  /** Attaches them, those in folders too, to the record they were meant for: one may have gone on while folders were read. */
  async take({ files, folders }: Taken, way: Way, to: Target): Promise<void> {
    const { model } = this;
    const words = (): ReturnType<typeof filesWords> => filesWords(model);
    const plain = way === 'chosen' || way === 'dropped';
    const picked = files.map((file) => (plain ? { file, name: file.name } : this.named(file)));
    this.uploads.add(picked, '', to);
    if (folders.length === 0) return;
    try {
      const found = await filesIn(folders);
      if (found.files.length === 0) model.commands.say(() => words().noFiles);
      if (found.more) model.commands.say(() => words().tooMany(mostFiles));
      const inside = found.files.map((file) => ({ file, name: file.name }));
      this.uploads.add(inside, '', to);
    } catch {
      model.commands.say(() => words().folderFailed);
    }
  }

  /** A picture of the screen has no name of its own: browsers call every one of them `image.png`. */
  named(file: File): Picked {
    const { model } = this;
    const ending = /^image\.(\w+)$/.exec(file.name)?.[1];
    if (ending === undefined || !file.type.startsWith('image/')) return { file, name: file.name };
    const now = new Date(model.store?.now() ?? Date.now()).toISOString();
    const [day, time] = partsIn(now, model.store?.settings.timeZone);
    return { file, name: `${filesWords(model).screenshot(day, time.replace(':', '.'))}.${ending}` };
  }
}
