import '../../src/define/crm-provider.js';
import '../../src/define/lead-import.js';
import * as stories from '../../stories/lead-import.stories.js';
import { testStories } from './support.js';

testStories('lead-import', stories);
