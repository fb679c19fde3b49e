import { contacts } from '../../i18n/en/contacts.js';
import { privacy } from '../../i18n/en/privacy.js';
import { wordsOf } from '../../i18n/words.js';
import { Code } from '../../shared/code.js';
import type { Commands } from '../../shared/commands.js';
import type { ContactPlace } from '../../shared/contacts/place.js';
import { detailAreas } from '../../shared/detail/model.js';
import { mergeItem } from '../../shared/detail/merging.js';
import type { Dialog } from '../../shared/dialog.js';
import * as icons from '../../shared/icons.js';
import type { Localize } from '../../shared/localize.js';
import type { Menu } from '../../shared/menu.js';
import type { StoreController } from '../../shared/store-controller.js';
import { withPart } from '../../shared/with-part.js';
import type { ContactDetailHost } from './host.js';
import type { Part } from './part.js';

export const contactAreas = { ...detailAreas, contacts };
export type ContactWords = typeof contactAreas;

const copyCode = new Code(() => import('./save-copy.js'));
const eraseCode = new Code(() => import('./erase.js'));
const addCode = new Code(() => import('../../shared/contacts/add.js'));

/** What the actions need of the view. */
export interface ActionPlace {
  readonly dialog: Dialog;
  /** Asks over it. */
  readonly question: Dialog;
  /** What is shown. */
  readonly part: () => Part;
  /** After an act whose button may be gone: the focus must not fall off. */
  readonly settle: () => void;
}

/** What is done with the person or organization that is shown. */
export class Actions {
  readonly #place: ContactPlace;

  constructor(
    readonly host: ContactDetailHost,
    crm: StoreController,
    readonly words: Localize<ContactWords>,
    readonly commands: Commands,
    readonly menu: Menu,
    readonly view: ActionPlace,
  ) {
    this.#place = { host, crm, commands, words };
  }

  readonly more = (event: Event): void => {
    const { model } = this.view.part();
    const name = model.kind === 'person' ? 'persons-delete' : 'organizations-delete';
    this.menu.open(event.currentTarget as HTMLElement, () => {
      const t = wordsOf('privacy', privacy, this.words.lang);
      return {
        label: model.t.detail.moreActions,
        align: 'end',
        items: [
          ...(model.kind === 'person'
            ? [{ id: 'copy', label: t.copy, icon: icons.download, run: () => void this.#copy() }, 'separator' as const]
            : []),
          mergeItem(model, this.view.part().merging),
          'separator',
          {
            id: 'delete',
            label: model.t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: model.why(name),
            run: () => void this.#delete(name),
          },
          ...(model.kind === 'person'
            ? [
                {
                  id: 'erase',
                  label: t.erase,
                  icon: icons.warning,
                  negative: true,
                  disabled: model.store?.abilities.erase === true ? model.why('person-erase') : t.notAble,
                  run: () => void this.#erase(),
                },
              ]
            : []),
        ],
      };
    });
  };

  #copy(): Promise<void> {
    const { model } = this.view.part() as Part<'person'>;
    return this.#load(copyCode, ({ saveCopy }) => saveCopy(model));
  }

  /** Asked twice, with all that would go and stay before one's eyes: nothing brings it back. */
  #erase(): Promise<void> {
    const { model } = this.view.part() as Part<'person'>;
    return this.#load(eraseCode, ({ openErase }) => openErase(model, this.view.dialog, () => this.view.settle()));
  }

  #load<M extends object>(code: Code<M>, use: (part: M) => void | Promise<void>): Promise<void> {
    return withPart(this.host, code, () => this.commands.say(() => this.words.t.detail.notLoaded), use);
  }

  /** It is asked first: whoever is deleted waits in the trash, which the detail then shows. */
  async #delete(name: 'persons-delete' | 'organizations-delete'): Promise<void> {
    const { model } = this.view.part();
    const { id, store, title } = model;
    if (id === null) return;
    const days = store?.settings.keepReceipts ?? 30;
    const yes = await this.view.question.confirm(() => {
      const { contacts: t, common } = this.words.t;
      return {
        title: t.deleteOne(title),
        text: t.deleteText(days),
        action: common.delete,
        cancel: common.cancel,
        negative: true,
      };
    });
    if (!yes) return;
    await model.run(name, { ids: [id] });
    await this.host.updateComplete;
    this.view.settle();
  }

  /** Somebody new in the organization that is shown. */
  async add(): Promise<void> {
    const { model } = this.view.part();
    const { record } = model;
    const { host } = this;
    const { dialog, question } = this.view;
    if (!record || model.kind !== 'organization') return;
    await this.#load(addCode, ({ openAdd }) => {
      const returnTo = (): HTMLElement | null | undefined =>
        host.shadowRoot?.querySelector<HTMLElement>('[data-add-person]');
      const organization = { kind: 'existing', id: record.id, label: record.name } as const;
      openAdd(this.#place, { dialog, question, returnTo }, { kind: 'person', organization });
    });
  }
}
