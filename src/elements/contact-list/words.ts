import { common } from '../../i18n/en/common.js';
import { contacts } from '../../i18n/en/contacts.js';
import { dealList } from '../../i18n/en/deal-list.js';
import { detail } from '../../i18n/en/detail.js';
import { duplicates } from '../../i18n/en/duplicates.js';

/** Of tables (order, keys, selection) what the list of deals says; of records that cannot be read what details say. */
export const areas = { common, contacts, dealList, detail, duplicates };
export type ContactListWords = typeof areas;
