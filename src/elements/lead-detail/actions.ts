import type { Dialog } from '../../shared/dialog.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Merging } from '../../shared/detail/merging.js';
import { mergeItem } from '../../shared/detail/merging.js';
import type { Labels } from '../../shared/detail/labels.js';
import type { Values } from '../../shared/detail/values.js';

/** What is done to the open lead: from the foot, the menu or a key. */
export class Actions {
  constructor(
    readonly model: DetailModel,
    readonly menu: Menu,
    readonly question: Dialog,
    readonly values: Values,
    readonly labels: Labels,
    readonly merging: Merging,
    readonly convertDialog: (id: string) => Promise<unknown>,
    /** The lead is gone or has changed its place: the focus must not fall off. */
    readonly settle: () => void,
  ) {}

  get canArchive(): boolean {
    return this.model.store?.settings.profile.archive.lead ?? true;
  }

  readonly convert = async (): Promise<void> => {
    const { lead } = this.model;
    if (!lead || this.model.why('leads-convert') !== undefined) return;
    await this.convertDialog(lead.id);
    this.settle();
  };

  readonly archive = async (): Promise<void> => {
    const { model } = this;
    const { lead } = model;
    if (!lead || !this.canArchive) return;
    const name = lead.archivedAt === null ? 'leads-archive' : 'leads-restore';
    if (model.why(name) !== undefined) return;
    await model.run(name, { ids: [lead.id] });
    this.settle();
  };

  readonly remove = async (): Promise<void> => {
    const { model } = this;
    const { lead } = model;
    if (!lead) return;
    const days = model.store?.settings.keepReceipts ?? 30;
    const yes = await this.question.confirm(() => ({
      title: model.t.detail.deleteLeadAsk,
      text: model.t.detail.deleteText(days),
      action: model.t.detail.deleteLead,
      cancel: model.t.common.cancel,
      negative: true,
    }));
    if (!yes) return;
    await model.run('leads-delete', { ids: [lead.id] });
    this.settle();
  };

  /** The same menu at the head and at the foot. */
  readonly more = (event: Event): void => {
    const { model } = this;
    const { lead } = model;
    const anchor = event.currentTarget as HTMLElement;
    if (!lead) return;
    this.menu.open(anchor, () => {
      const { t } = model;
      const archived = lead.archivedAt !== null;
      const items: MenuItem[] = [
        {
          id: 'labels',
          label: t.common.labels,
          icon: icons.label,
          disabled: model.why('leads-label'),
          run: () => this.labels.open(anchor),
        },
        {
          id: 'owner',
          label: t.common.owner,
          icon: icons.person,
          disabled: model.why('leads-assign'),
          run: () => this.#owner(anchor),
        },
        ...(this.canArchive
          ? [
              {
                id: 'archive',
                label: archived ? t.detail.restore : t.detail.archive,
                icon: archived ? icons.undo : icons.archive,
                kbd: 'E',
                disabled: model.why(archived ? 'leads-restore' : 'leads-archive'),
                run: () => void this.archive(),
              },
            ]
          : []),
        ...(lead.seen
          ? [
              {
                id: 'unseen',
                label: t.detail.markUnseen,
                icon: icons.history,
                disabled: model.why('leads-see'),
                run: () => void model.run('leads-see', { ids: [lead.id], seen: false }, true),
              },
            ]
          : []),
        mergeItem(model, this.merging),
        'separator',
        {
          id: 'delete',
          label: t.common.delete,
          icon: icons.trash,
          negative: true,
          disabled: model.why('leads-delete'),
          run: () => void this.remove(),
        },
      ];
      return { label: t.detail.moreActions, items, align: 'end' };
    });
  };

  #owner(anchor: HTMLElement): void {
    const { model } = this;
    this.menu.open(anchor, () => {
      const items = this.values.owners(model.record?.ownerId ?? null);
      return {
        label: model.t.common.owner,
        items,
        align: 'end',
        filter: items.length > 9 ? model.t.detail.findOwner : undefined,
        nothing: model.t.common.nothingFound,
      };
    });
  }
}
