import '../../src/define/deal-detail.js';
import '../../src/define/lead-detail.js';
import * as stories from '../../stories/deal-files.stories.js';
import { testStories } from './support.js';

testStories('deal-files', stories);
