/** Registers every element of the kit, the provider first: what stands inside it finds its store at once. */
import './define/expect.js';
import './define/order.js';
import { CrmProvider } from './elements/crm-provider/crm-provider.js';
import { LeadInbox } from './elements/lead-inbox/lead-inbox.js';
import { DealPipeline } from './elements/deal-pipeline/deal-pipeline.js';
import { DealList } from './elements/deal-list/deal-list.js';
import { DealDetail } from './elements/deal-detail/deal-detail.js';
import { ActivityList } from './elements/activity-list/activity-list.js';
import { ContactList } from './elements/contact-list/contact-list.js';
import { ContactDetail } from './elements/contact-detail/contact-detail.js';
import { LeadDetail } from './elements/lead-detail/lead-detail.js';
import { LeadImport } from './elements/lead-import/lead-import.js';
import { register } from './define/register.js';
import { version } from './version.js';

register(version, [
  ['crm-provider', CrmProvider],
  ['lead-inbox', LeadInbox],
  ['lead-detail', LeadDetail],
  ['deal-pipeline', DealPipeline],
  ['deal-list', DealList],
  ['deal-detail', DealDetail],
  ['activity-list', ActivityList],
  ['contact-list', ContactList],
  ['contact-detail', ContactDetail],
  ['lead-import', LeadImport],
]);
