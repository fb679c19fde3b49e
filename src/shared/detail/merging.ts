import type { MergeKind } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import { Code } from '../code.js';
import type { Dialog } from '../dialog.js';
import * as icons from '../icons.js';
import type { MenuItem } from '../menu.js';
import type { MergePlace } from '../merge/merge.js';
import type { CrmHost } from '../store-controller.js';
import { withPart } from '../with-part.js';
import type { AnyDetail } from './model.js';

const mergeCode = new Code(() => import('../merge/merge.js'));

/** The open record and another one become one. */
export class Merging {
  constructor(
    readonly model: AnyDetail,
    readonly host: CrmHost,
    readonly dialog: Dialog,
    readonly settle: () => void,
  ) {}

  get name(): `${MergeKind}s-merge` {
    return `${this.model.kind}s-merge`;
  }

  /** With one that is looked for first. */
  readonly find = (): void => void this.#open(null);
  readonly compare = (other: { readonly id: Id }): void => void this.#open(other.id);

  async #open(other: Id | null): Promise<void> {
    const { model, host, dialog } = this;
    const { record, kind, crm, commands, words, t } = model;
    if (!record || model.why(this.name) !== undefined) return;
    const returnTo = (): HTMLElement | null =>
      host.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup=menu][data-act=more], [aria-haspopup=menu]') ?? null;
    const untitled = kind === 'lead' ? t.detail.untitledLead : t.detail.untitledDeal;
    const place: MergePlace = { host, crm, commands, dialog, words, untitled };
    await withPart(
      host,
      mergeCode,
      () => commands.say(() => model.t.detail.notLoaded),
      ({ openFind, openMerge }) =>
        other === null
          ? openFind(place, { kind, record, returnTo })
          : openMerge(place, { kind, ids: [record.id, other], returnTo }),
    );
    this.settle();
  }
}

/** The entry of the menus at the head and the foot. */
export function mergeItem(model: AnyDetail, merging: Merging): MenuItem {
  return {
    id: 'merge',
    label: wordsOf('merge', merge, model.words.lang).mergeWith,
    icon: icons.merge,
    kbd: 'Shift M',
    disabled: model.why(merging.name),
    run: merging.find,
  };
}
