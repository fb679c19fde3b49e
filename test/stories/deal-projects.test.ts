import '../../src/define/deal-detail.js';
import * as stories from '../../stories/deal-projects.stories.js';
import { testStories } from './support.js';

testStories('deal-projects', stories);
