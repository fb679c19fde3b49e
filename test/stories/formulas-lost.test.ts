import '../../src/define/crm-provider.js';
import '../../src/define/deal-list.js';
import '../../src/define/deal-pipeline.js';
import '../../src/define/lead-inbox.js';
import * as stories from '../../stories/formulas-lost.stories.js';
import { testStories } from './support.js';

testStories('formulas-lost', stories);
