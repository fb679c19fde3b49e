import '../../src/define/crm-provider.js';
import '../../src/define/contact-list.js';
import * as stories from '../../stories/contact-list.stories.js';
import { testStories } from './support.js';

testStories('contact-list', stories);
