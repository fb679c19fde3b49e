/** A row of the hand-written inbox: made once, then only its texts change. */
import type { Lead } from '../../../src/domain/records.js';

const money = new Map<string, Intl.NumberFormat>();
const day = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });

function moneyText(lead: Lead): string {
  if (lead.value === null) return '–';
  const { amount, currency } = lead.value;
  let format = money.get(currency);
  if (!format) money.set(currency, (format = new Intl.NumberFormat('en', { style: 'currency', currency })));
  return format.format(Number(amount));
}

export function makeRow(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'row');
  row.tabIndex = -1;
  const pick = document.createElement('input');
  pick.type = 'checkbox';
  const lead = document.createElement('span');
  lead.append(document.createElement('b'), document.createElement('small'));
  row.append(pick, lead);
  for (let i = 0; i < 6; i++) row.append(document.createElement('span'));
  row.children[3]!.append(document.createElement('i'));
  return row;
}

export interface RowState {
  readonly selected: boolean;
  readonly now: number;
  readonly labelName: (id: string) => string;
}

export function drawRow(row: HTMLElement, lead: Lead, index: number, { selected, now, labelName }: RowState): void {
  const [pick, who, next, labels, source, value, owner, age] = row.children;
  row.dataset['id'] = lead.id;
  row.ariaRowIndex = String(index + 2);
  row.ariaSelected = String(selected);
  (pick as HTMLInputElement).checked = selected;
  who!.firstElementChild!.textContent = lead.title;
  who!.lastElementChild!.textContent = `${lead.personName} · ${lead.organizationName}`;
  const activity = lead.nextActivity;
  next!.textContent =
    activity === null ? 'No activity' : activity.due === null ? activity.subject : day.format(Date.parse(activity.due));
  const label = labels!.firstElementChild as HTMLElement;
  const [id] = lead.labelIds;
  label.hidden = id === undefined;
  label.textContent = id === undefined ? '' : labelName(id);
  source!.textContent = lead.sourceName;
  value!.textContent = moneyText(lead);
  owner!.textContent = 'B';
  age!.textContent = `${Math.floor((now - Date.parse(lead.createdAt)) / 86_400_000)}d`;
}
