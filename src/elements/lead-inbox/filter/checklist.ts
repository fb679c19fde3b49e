import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { conditionOn } from '../../../domain/filter-on.js';
import { fold } from '../../../domain/fold.js';
import type { FilterCondition } from '../../../domain/filter.js';
import type { ActivityState, Condition } from '../../../domain/query.js';
import { activityMarks } from '../../../shared/first-icons.js';
import { avatar } from '../../../shared/avatar.js';
import * as icons from '../../../shared/icons.js';
import { icon } from '../../../shared/icon.js';
import type { Popup } from '../../../shared/popup.js';
import { conditionName } from '../condition-name.js';
import type { InboxModel } from '../model.js';
import { setFilter, withCondition } from '../setup-change.js';
import { moveInList, moveIntoList } from '../../../shared/list-keys.js';
import { FacetCounts } from './facet-counts.js';
import type { ChecklistField } from './facet-counts.js';

const ops: Readonly<Record<ChecklistField, Condition['op']>> = {
  labelIds: 'has',
  ownerId: 'in',
  sourceName: 'in',
  nextActivity: 'activity',
};
/** With more than these a field to find one helps. */
const long = 6;

interface Entry {
  /** null = has none. */
  readonly value: string | null;
  readonly name: string;
  readonly drawn: TemplateResult;
}

export interface ChecklistOptions {
  readonly popup: Popup;
  readonly anchor: HTMLElement;
  readonly field: ChecklistField;
  readonly model: InboxModel;
  readonly editLabels: () => void;
}

/** Boxes for what a field can hold, with how many leads have it; each click filters at once. */
export function openChecklist({ popup, anchor, field, model, editLabels }: ChecklistOptions): void {
  const named = (): string => conditionName(field, model);
  let find = '';
  let sources: readonly string[] | null = null;
  const draw = (): void => model.update();
  const counts = new FacetCounts(model, field, draw);

  const content = (): TemplateResult => {
    const t = model.t.filter;
    const name = named();
    const all = entries(field, model, sources);
    const shown = find === '' ? all : all.filter((entry) => fold(entry.name).includes(fold(find)));
    const findName = field === 'labelIds' ? t.findLabel : field === 'ownerId' ? t.findOwner : t.findSource;
    return html`${
      field !== 'nextActivity' && all.length > long
        ? html`<div class="menu-find input"
            >${icon(icons.search)}<input
              aria-label=${findName}
              placeholder=${findName}
              autocomplete="off"
              .value=${find}
              @keydown=${moveIntoList}
              @input=${(event: InputEvent) => {
                find = (event.target as HTMLInputElement).value;
                draw();
              }}
          /></div>`
        : html`<div class="menu-head">${field === 'nextActivity' ? model.t.common.nextActivity : name}</div>`
    }
      <div class="checklist" role="group" aria-label=${name} @keydown=${moveInList}>
        ${shown.map((entry) => box(entry, counts.of(entry.value), field, model, draw))}
        ${
          shown.length === 0
            ? html`<p class="menu-none" role="status">${field === 'sourceName' && sources === null ? t.loading : find ? t.nothingFound : field === 'sourceName' ? t.noSources : t.noLabels}</p>`
            : nothing
        }
      </div>
      ${
        field === 'labelIds'
          ? html`<hr /><button
              type="button"
              class="menu-item"
              data-edit-labels
              @click=${() => {
                popup.close();
                editLabels();
              }}
            >${icon(icons.label)}${t.editLabels}</button>`
          : nothing
      }`;
  };

  popup.show(anchor, {
    label: () => model.t.filter.by(named()),
    content,
    focus: 'input',
    onClose: () => counts.close(),
  });
  if (field === 'sourceName')
    void model.store?.directory
      .sources()
      .catch(() => [])
      .then((found) => {
        sources = found;
        draw();
      });
}

function box(
  entry: Entry,
  count: number | undefined,
  field: ChecklistField,
  model: InboxModel,
  draw: () => void,
): TemplateResult {
  const now = chosen(field, model);
  const toggle = (): void => {
    const next = now.includes(entry.value) ? now.filter((value) => value !== entry.value) : [...now, entry.value];
    const condition = next.length === 0 ? null : { field, op: ops[field], value: next };
    setFilter(model, withCondition(model.setup.filter, field, condition));
    draw();
  };
  return html`<label class="menu-item"
    ><input type="checkbox" class="check" .checked=${now.includes(entry.value)} @change=${toggle} />${entry.drawn}${
      count === undefined ? nothing : html` <span class="count end">${model.format.number(count)}</span>`
    }</label
  >`;
}

/** Boxes can say it. */
export function isTicked({ field, op, value }: FilterCondition): boolean {
  return op === 'empty' || op === ops[field as ChecklistField] || (op === 'is' && !Array.isArray(value));
}

/** What is ticked: also where a page or an older set-up asked for one value only. */
function chosen(field: ChecklistField, model: InboxModel): readonly (string | null)[] {
  const condition = conditionOn(model.setup.filter, field);
  if (!condition) return [];
  if (condition.op === 'empty') return [null];
  const { value } = condition;
  return (Array.isArray(value) ? value : [value ?? null]) as readonly (string | null)[];
}

function entries(field: ChecklistField, model: InboxModel, sources: readonly string[] | null): readonly Entry[] {
  const { filter: t, common } = model.t;
  const { directory } = model.store ?? {};
  const none = (name: string): Entry => ({ value: null, name, drawn: html`<span class="muted">${name}</span>` });
  switch (field) {
    case 'labelIds':
      return [
        ...(directory?.labels ?? []).map(({ id, name, color }) => ({
          value: id,
          name,
          drawn: html`<span class="label label--dot" data-c=${color}><span dir="auto">${name}</span></span>`,
        })),
        none(t.noLabel),
      ];
    case 'ownerId':
      return [
        ...(directory?.users ?? []).map((user) => {
          const name = user.name || common.you;
          return {
            value: user.id,
            name,
            drawn: html`<span class="menu-lead" aria-hidden="true">${avatar(name, user.id, { small: true })}</span><bdi>${name}</bdi>`,
          };
        }),
        none(t.noOwner),
      ];
    case 'sourceName':
      return sources === null
        ? []
        : [...sources.map((name) => ({ value: name, name, drawn: html`<bdi>${name}</bdi>` })), none(t.noSource)];
    case 'nextActivity': {
      const states: readonly (readonly [ActivityState, string])[] = [
        ['overdue', t.overdue],
        ['today', t.dueToday],
        ['planned', t.planned],
        ['none', t.nonePlanned],
      ];
      return states.map(([value, name]) => ({
        value,
        name,
        drawn: html`<span class="act" data-a=${value}>${icon(activityMarks[value])}<span class="cut">${name}</span></span>`,
      }));
    }
  }
}
