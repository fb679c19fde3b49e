/** Registers `<deal-pipeline>`. Importing this file is what does it; the class alone is in `crm-elements/deal-pipeline.js`. */
import { DealPipeline } from '../elements/deal-pipeline/deal-pipeline.js';
import { version } from '../version.js';
import { register } from './register.js';

register(version, [['deal-pipeline', DealPipeline]]);
