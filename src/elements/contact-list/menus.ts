import { merge } from '../../i18n/en/merge.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import type { Id } from '../../domain/records.js';
import { mailHref, telHref, webHref } from '../../shared/detail/linkify.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { Grid } from '../../shared/table/grid.js';
import type { Actions } from './actions.js';
import type { Lazy } from './lazy.js';
import type { Contact, ContactListModel } from './model.js';

/** What can be done with the list, and with a row of it. */
export class Menus {
  constructor(
    readonly menu: Menu,
    readonly model: ContactListModel,
    readonly actions: Actions,
    readonly lazy: Lazy,
    readonly grid: () => Grid<Contact>,
  ) {}

  readonly more = (anchor: Element): void => {
    this.menu.open(anchor, () => {
      const { dealList: t } = this.model.t;
      return {
        label: t.more,
        align: 'end',
        items: [
          {
            id: 'search',
            label: wordsOf('search', search, this.model.words.lang).everywhere,
            icon: icons.search,
            kbd: 'Ctrl K',
            run: this.lazy.search,
          },
          {
            id: 'duplicates',
            label: this.model.t.duplicates.open,
            icon: icons.merge,
            run: this.lazy.duplicates,
          },
          'separator',
          { id: 'export', label: t.exportCsv, icon: icons.download, run: this.lazy.exportCsv },
          'separator',
          { id: 'keys', label: t.keys, icon: icons.info, kbd: '?', run: this.lazy.keys },
        ],
      };
    });
  };

  readonly row = (anchor: HTMLElement, id: Id): void => {
    const { model, actions } = this;
    const grid = this.grid();
    const record = model.byId(id);
    if (!record) return;
    grid.pinned = true;
    this.menu.open(anchor, () => {
      const { t } = model;
      return {
        label: t.dealList.moreFor(model.nameOf(record)),
        align: 'end',
        items: [
          { id: 'open', label: t.common.open, icon: icons.external, kbd: 'Enter', run: () => actions.open(id) },
          ...this.#reach(record),
          'separator',
          {
            id: 'merge',
            label: wordsOf('merge', merge, model.words.lang).mergeWith,
            icon: icons.merge,
            kbd: 'Shift M',
            disabled: actions.why(actions.merging, record) ?? undefined,
            run: () => void actions.merge(id),
          },
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            kbd: 'Del',
            negative: true,
            disabled: actions.why(actions.deletion, record) ?? undefined,
            run: () => void actions.remove(id),
          },
        ],
        onClose: () => (grid.pinned = false),
        returnTo: () => grid.stop,
      };
    });
  };

  /** Calls, writes, shows the website: as the links in the detail do. */
  #reach(record: Contact): readonly MenuItem[] {
    const { t, host } = this.model;
    const go = (href: string, target = '_self'): void => {
      const link = host.ownerDocument.createElement('a');
      Object.assign(link, { href, target, rel: 'noopener noreferrer' });
      link.click();
    };
    if ('website' in record) {
      const href = record.website ? webHref(record.website) : null;
      const label = t.detail.openLink(record.website);
      return href === null ? [] : [{ id: 'web', label, icon: icons.globe, run: () => go(href, '_blank') }];
    }
    const [phone, email] = [record.phones[0]?.value, record.emails[0]?.value];
    return [
      ...(phone ? [{ id: 'call', label: t.detail.call(phone), icon: icons.phone, run: () => go(telHref(phone)) }] : []),
      ...(email
        ? [{ id: 'mail', label: t.detail.writeTo(email), icon: icons.mail, run: () => go(mailHref(email)) }]
        : []),
    ];
  }
}
