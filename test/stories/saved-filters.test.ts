import '../../src/define/crm-provider.js';
import '../../src/define/deal-pipeline.js';
import * as stories from '../../stories/saved-filters.stories.js';
import { testStories } from './support.js';

testStories('saved-filters', stories);
