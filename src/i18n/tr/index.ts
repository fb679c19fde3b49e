/** Every area in Turkish; one line an area. test/i18n holds this list to the files of ../en. */
export { common } from './common.js';
export { provider } from './provider.js';
export { late } from './late.js';
export { notice } from './notice.js';
export { outcome } from './outcome.js';
export { convert } from './convert.js';
export { pipeline } from './pipeline.js';
export { dealList } from './deal-list.js';
export { pipelines } from './pipelines.js';
export { toLead } from './to-lead.js';
export { inbox } from './inbox.js';
export { filter } from './filter.js';
export { inboxMore } from './inbox-more.js';
export { import } from './import.js';
export { importMore } from './import-more.js';
export { detail } from './detail.js';
export { deal } from './deal.js';
