import '../../src/define/crm-provider.js';
import '../../src/define/deal-pipeline.js';
import * as stories from '../../stories/deal-pipeline-totals.stories.js';
import { testStories } from './support.js';

testStories('deal-pipeline-totals', stories);
