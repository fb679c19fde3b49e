import { agenda } from '../../i18n/en/agenda.js';
import { common } from '../../i18n/en/common.js';
import { detail } from '../../i18n/en/detail.js';

/** The areas it brings along. */
export const areas = { common, detail, agenda };
export type AgendaWords = typeof areas;
