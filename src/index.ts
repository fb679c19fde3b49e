/**
 * The public API of CRM Elements. Importing it does nothing: `crm-elements/define.js` registers the tags, and a host that
 * wants only some of them takes `crm-elements/define/<tag>.js`, or these classes and names of its own.
 */
export { ActivityList } from './elements/activity-list/activity-list.js';
export type { ActivityFilter, ActivityOwner } from './elements/activity-list/host.js';
export { ContactDetail } from './elements/contact-detail/contact-detail.js';
export { ContactList } from './elements/contact-list/contact-list.js';
export { CrmProvider } from './elements/crm-provider/crm-provider.js';
export type { Rates } from './domain/rates.js';
export { DealDetail } from './elements/deal-detail/deal-detail.js';
export { DealList } from './elements/deal-list/deal-list.js';
export { DealPipeline } from './elements/deal-pipeline/deal-pipeline.js';
export { LeadDetail } from './elements/lead-detail/lead-detail.js';
export { LeadImport } from './elements/lead-import/lead-import.js';
export { LeadInbox } from './elements/lead-inbox/lead-inbox.js';

export { createStore } from './store/store.js';
export type * from './store/api.js';
export { memoryAdapter, type MemoryOptions } from './adapters/memory.js';
export { indexeddbAdapter, type IndexedDbAdapter, type IndexedDbOptions } from './adapters/indexeddb.js';
export type * from './adapters/adapter.js';

export { IntentEvent, factOf } from './events.js';
export type { FactDetail, FactMap, IntentMap, OpenMap } from './events.js';
export type { Current } from './shared/context.js';

export type * from './domain/change.js';
export type * from './domain/plan.js';
export type * from './domain/query.js';
export type * from './domain/filter.js';
export type * from './domain/view-state.js';
export { filterFields, filterOps, type FilterField, type FilterType } from './domain/filter-fields.js';
export { filterProblems, readFilter, type FilterProblem, type FilterWorld } from './domain/filter-check.js';
export { filterWhere, filterWheres } from './domain/filter-where.js';
export { computedName, computedReader } from './domain/formula/computed.js';
export { formulasOf } from './domain/formula/fields.js';
export type { Around } from './domain/formula/inputs.js';
export { filtersFor, isTheirs } from './domain/saved-filters.js';
export { isPeriod, namedPeriods, spanOf, type Period, type Span } from './domain/periods.js';
export type * from './domain/records.js';
export { activityTypes, fieldTypes, kinds, labelColors } from './domain/records.js';
export { CrmError, asCrmError, type CrmErrorCode, type CrmErrorDetail } from './domain/errors.js';
export { defaultProfile, features, profileWith, type Abled, type Feature, type Profile } from './domain/profile.js';
export { defaultChanges, defaultNames, type DefaultNames } from './domain/defaults.js';

export { registerLanguage, registerWords, type Area, type Translation } from './i18n/words.js';
export { formats, plural } from './i18n/plural.js';
export { register } from './define/register.js';
export { version } from './version.js';
