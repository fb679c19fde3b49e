import '../../src/define/crm-provider.js';
import '../../src/define/lead-detail.js';
import * as stories from '../../stories/lead-detail.stories.js';
import { testStories } from './support.js';

testStories('lead-detail', stories);
