import { svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { FieldType } from '../../domain/records.js';
import type { Drawing } from '../first-icons.js';
import * as icons from '../icons.js';
import { formulaForm } from '../formula/editor.js';
import { optionsEditor } from './options.js';
import type { FieldWords } from './place.js';
import type { FormView } from './view.js';

/** What the editor knows of one type: how it is drawn and called, and what its form asks for beside what every field has. */
export interface TypeForm {
  readonly icon: Drawing;
  readonly word: (t: FieldWords) => string;
  readonly form?: (view: FormView) => TemplateResult;
  /** Nothing is kept of its values: it is turned into no other type, and no other into it. */
  readonly fixed?: boolean;
}

const text: Drawing = () => svg`<path d="M3 4.5h10M8 4.5V13M6 13h4"/>`;
const longText: Drawing = () => svg`<path d="M2.5 4h11M2.5 7h11M2.5 10h11M2.5 13h6"/>`;
const number: Drawing = () => svg`<path d="M6.5 2.5 5 13.5M11 2.5 9.5 13.5M3 6h10.5M2.5 10H13"/>`;
const money: Drawing = () => svg`<rect x="2" y="4" width="12" height="8" rx="1.5"/><circle cx="8" cy="8" r="1.75"/>`;
const option: Drawing = () => svg`<circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="1.5" fill="currentColor"/>`;
const options: Drawing = () => svg`<path d="m2.5 4.5 1.25 1.25L6 3.5M2.5 11l1.25 1.25L6 10M8.5 4.75h5M8.5 11.25h5"/>`;
const yesNo: Drawing = () =>
  svg`<rect x="1.75" y="4.5" width="12.5" height="7" rx="3.5"/><circle cx="10.75" cy="8" r="1.75"/>`;
const range: Drawing = () => svg`<path d="M2 8h12M2 8l2.5-2.5M2 8l2.5 2.5M14 8l-2.5-2.5M14 8l-2.5 2.5"/>`;
const place: Drawing = () =>
  svg`<path d="M8 14s4.5-4 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14Z"/><circle cx="8" cy="6.5" r="1.5"/>`;

/** Every type, in the order in which it is offered. */
export const typeForms: Readonly<Record<FieldType, TypeForm>> = {
  text: { icon: text, word: (t) => t.typeText },
  longText: { icon: longText, word: (t) => t.typeLongText },
  number: { icon: number, word: (t) => t.typeNumber },
  money: { icon: money, word: (t) => t.typeMoney },
  date: { icon: icons.calendar, word: (t) => t.typeDate },
  dateRange: { icon: range, word: (t) => t.typeDateRange },
  time: { icon: icons.clock, word: (t) => t.typeTime },
  option: { icon: option, word: (t) => t.typeOption, form: optionsEditor },
  options: { icon: options, word: (t) => t.typeOptions, form: optionsEditor },
  yesNo: { icon: yesNo, word: (t) => t.typeYesNo },
  person: { icon: icons.person, word: (t) => t.typePerson },
  organization: { icon: icons.org, word: (t) => t.typeOrganization },
  user: { icon: icons.people, word: (t) => t.typeUser },
  phone: { icon: icons.phone, word: (t) => t.typePhone },
  email: { icon: icons.mail, word: (t) => t.typeEmail },
  link: { icon: icons.globe, word: (t) => t.typeLink },
  address: { icon: place, word: (t) => t.typeAddress },
  formula: { icon: icons.formula, word: (t) => t.typeFormula, form: formulaForm, fixed: true },
};
