import '../../src/define/crm-provider.js';
import '../../src/define/deal-pipeline.js';
import * as stories from '../../stories/fields.stories.js';
import { testStories } from './support.js';

testStories('fields', stories);
