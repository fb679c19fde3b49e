import '../../src/define/crm-provider.js';
import '../../src/define/contact-detail.js';
import * as stories from '../../stories/contact-linked.stories.js';
import { testStories } from './support.js';

testStories('contact-linked', stories);
