import '../../src/define/crm-provider.js';
import '../../src/define/deal-detail.js';
import * as stories from '../../stories/deal-detail.stories.js';
import { testStories } from './support.js';

testStories('deal-detail', stories);
