import '../../src/define/crm-provider.js';
import '../../src/define/deal-detail.js';
import * as stories from '../../stories/formulas.stories.js';
import { testStories } from './support.js';

testStories('formulas', stories);
