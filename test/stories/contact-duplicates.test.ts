import '../../src/define/crm-provider.js';
import '../../src/define/contact-list.js';
import * as stories from '../../stories/contact-duplicates.stories.js';
import { testStories } from './support.js';

testStories('contact-duplicates', stories);
