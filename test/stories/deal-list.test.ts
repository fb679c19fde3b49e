import '../../src/define/crm-provider.js';
import '../../src/define/deal-list.js';
import * as stories from '../../stories/deal-list.stories.js';
import { testStories } from './support.js';

testStories('deal-list', stories);
