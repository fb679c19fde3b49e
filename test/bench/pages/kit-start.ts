/** A host's page with our inbox and nothing else. */
import '../../../src/define/crm-provider.js';
import '../../../src/define/lead-inbox.js';
