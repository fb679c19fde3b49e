import { html } from 'lit';
import { moveChoices } from '../../domain/agenda.js';
import { activityTypes } from '../../domain/records.js';
import type { Activity, ActivityType, Day, Id } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import { activityIcons } from '../../shared/detail/activity-form.js';
import type { Dialog } from '../../shared/dialog.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import { dateField } from '../../shared/value-fields.js';
import type { Forms } from './form.js';
import type { AgendaModel } from './model.js';
import type { Selection } from './selection.js';
import type { Work } from './work.js';

/** The menus of the list, and the question for a day. */
export class Menus {
  constructor(
    readonly model: AgendaModel,
    readonly menu: Menu,
    readonly dialog: Dialog,
    readonly work: Work,
    readonly forms: Forms,
    readonly selection: Selection,
    readonly open: (activity: Activity) => void,
    readonly toCalendar: (activity: Activity) => void,
    /** Where the focus goes when what a menu was about has gone. */
    readonly home: () => HTMLElement | null | undefined,
  ) {}

  moveTo(anchor: HTMLElement, ids: readonly Id[]): void {
    this.menu.open(anchor, () => {
      const { t } = this.model;
      return {
        label: t.agenda.moveTo,
        align: 'end',
        sheet: true,
        items: this.#days(ids),
        returnTo: this.home,
      };
    });
  }

  #days(ids: readonly Id[]): readonly MenuItem[] {
    const { t, format, today } = this.model;
    const { agenda } = t;
    const names = {
      today: agenda.today,
      tomorrow: agenda.tomorrow,
      inTwoDays: t.next.inTwoDays,
      nextMonday: t.next.nextMonday,
      nextWeek: t.next.inAWeek,
      nextMonth: agenda.nextMonth,
    };
    const keys: Readonly<Record<string, string>> = { today: 'T', tomorrow: 'Shift T' };
    const disabled = this.model.why('activities-move');
    return [
      ...moveChoices(today).map(([name, day]): MenuItem => ({
        id: name,
        label: `${names[name]}, ${format.day(day, { today })}`,
        icon: icons.calendar,
        kbd: keys[name],
        disabled,
        run: () => void this.work.move(ids, day),
      })),
      'separator',
      { id: 'choose', label: agenda.chooseDay, icon: icons.calendar, disabled, run: () => this.#choose(ids) },
      { id: 'noday', label: agenda.withoutDay, icon: icons.x, disabled, run: () => void this.work.move(ids, null) },
    ];
  }

  #choose(ids: readonly Id[]): void {
    const { model } = this;
    let [day, error]: [Day | null, string | undefined] = [model.today, undefined];
    const { dialog } = this;
    const send = (): void => {
      error = day === null ? model.t.common.notDay : undefined;
      if (day === null) return dialog.draw();
      const due = day;
      dialog.close();
      void this.work.move(ids, due);
    };
    dialog.open({
      width: 380,
      returnTo: this.home,
      content: () =>
        dialog.frame({
          title: model.t.agenda.moveTitle,
          body: dateField({
            id: 'move-day',
            label: model.t.detail.due,
            value: day,
            words: model.t.common,
            error,
            onChange: (value) => (day = value),
            onInvalid: (message) => {
              [day, error] = [null, message];
              dialog.draw();
            },
          }),
          foot: html`<span class="grow"></span><button type="button" class="btn" data-close @click=${() => dialog.close()}>${model.t.common.cancel}</button
            ><button type="submit" class="btn btn--primary">${model.t.agenda.moveDay}</button>`,
          close: model.t.common.close,
          onSubmit: send,
        }),
    });
  }

  row(anchor: HTMLElement, activity: Activity): void {
    const { model, work, forms, selection } = this;
    // Fixed now: what is chosen by then may be others.
    const ids = selection.with(activity.id);
    this.menu.open(anchor, () => {
      const { t } = model;
      const moving: readonly MenuItem[] = activity.done
        ? []
        : [
            {
              id: 'edit',
              label: t.common.edit,
              icon: icons.note,
              kbd: 'E',
              disabled: model.why('activity-edit', activity),
              run: () => forms.edit(activity),
            },
            {
              id: 'select',
              label: selection.has(activity.id) ? t.agenda.unselect : t.agenda.selectRow,
              icon: icons.task,
              kbd: 'X',
              run: () => {
                selection.toggle(activity);
                model.say(t.agenda.selected(selection.size));
                model.update();
              },
            },
            { head: t.agenda.moveTo },
            ...this.#days(ids),
          ];
      return {
        label: t.agenda.actions(model.subjectOf(activity)),
        align: 'end',
        sheet: true,
        returnTo: this.home,
        items: [
          {
            id: 'done',
            label: activity.done ? t.agenda.notDone : t.agenda.done,
            icon: activity.done ? icons.undo : icons.check,
            disabled: model.why('activity-done', activity),
            run: () => void work.mark(activity),
          },
          {
            id: 'open',
            label: t.agenda.openRecord,
            icon: icons.external,
            kbd: 'Enter',
            run: () => this.open(activity),
          },
          ...moving,
          ...(activity.due === null
            ? []
            : [
                {
                  id: 'calendar',
                  label: t.detail.toCalendar,
                  icon: icons.download,
                  run: () => this.toCalendar(activity),
                },
              ]),
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: model.why('activity-delete', activity),
            run: () => void work.remove(activity),
          },
        ],
      };
    });
  }

  owners(anchor: HTMLElement): void {
    const { model } = this;
    const users = model.store?.directory.users.filter(({ active }) => active) ?? [];
    const chosen = (id: Id | null): boolean => Array.isArray(model.owner) && model.owner.includes(id);
    const toggle = (id: Id | null) => (): void => {
      const now: readonly (Id | null)[] = typeof model.owner === 'string' ? [] : model.owner;
      const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
      model.arrange({ owner: next.length > 0 ? next : 'all' });
    };
    const items = (t: AgendaModel['t']): readonly MenuItem[] => [
      {
        id: 'me',
        label: t.agenda.mine,
        radio: true,
        checked: model.owner === 'me',
        run: () => model.arrange({ owner: 'me' }),
      },
      {
        id: 'all',
        label: t.agenda.everyone,
        radio: true,
        checked: model.owner === 'all',
        run: () => model.arrange({ owner: 'all' }),
      },
      'separator',
      ...users.map((user): MenuItem => ({
        id: user.id,
        label: user.name || t.common.you,
        lead: avatar(user.name || t.common.you, user.id, { small: true }),
        checked: chosen(user.id),
        run: toggle(user.id),
      })),
      { id: 'nobody', label: t.agenda.noOwner, checked: chosen(null), run: toggle(null) },
    ];
    this.menu.open(anchor, () => {
      const { t } = model;
      const { common } = t;
      const filter = users.length > 12 ? common.findOf(common.owner) : undefined;
      return { label: common.owner, sheet: true, filter, nothing: common.nothingFound, items: () => items(t) };
    });
  }

  kinds(anchor: HTMLElement): void {
    const { model } = this;
    const chosen = (): readonly ActivityType[] => model.filter.types;
    const toggle = (type: ActivityType) => (): void => {
      const now = chosen();
      const types = now.includes(type) ? now.filter((one) => one !== type) : [...now, type];
      model.arrange({ filter: { ...model.host.filter, types } });
    };
    const items = (): readonly MenuItem[] => [
      {
        id: 'all',
        label: model.t.agenda.allKinds,
        radio: true,
        checked: chosen().length === 0,
        run: () => model.arrange({ filter: { ...model.host.filter, types: [] } }),
      },
      'separator',
      ...activityTypes.map((type): MenuItem => ({
        id: type,
        label: model.typeName(type),
        icon: activityIcons[type],
        checked: chosen().includes(type),
        run: toggle(type),
      })),
    ];
    this.menu.open(anchor, () => ({ label: model.t.agenda.kinds, sheet: true, items }));
  }
}
