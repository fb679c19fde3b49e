import { common } from '../../i18n/en/common.js';
import { dealList } from '../../i18n/en/deal-list.js';
import { pipeline } from '../../i18n/en/pipeline.js';

export const areas = { common, dealList, pipeline };
export type DealListWords = typeof areas;
