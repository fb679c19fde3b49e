/** The same page, with the host's own backend: one adapter of a hundred lines. */
import '../src/define.js';
import { deskOf } from './desk.js';
import { hostAdapter } from './host.js';
import { service } from './service.js';
import { serviceDesk } from './service-desk.js';

const provider = document.querySelector('crm-provider')!;
provider.adapter = hostAdapter(service.fetch, service.events);
provider.user = service.session.user;
serviceDesk(document.querySelector('#service')!, service);
deskOf(provider);
