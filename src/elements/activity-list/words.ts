import { agenda } from '../../i18n/en/agenda.js';
import { common } from '../../i18n/en/common.js';
import { detail } from '../../i18n/en/detail.js';
import { next } from '../../i18n/en/next.js';

/** The areas it brings along. */
export const areas = { common, detail, agenda, next };
export type AgendaWords = typeof areas;
