/** A host's page with everything of the kit. */
import '../../../src/define.js';
