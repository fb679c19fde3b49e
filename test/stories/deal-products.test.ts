import '../../src/define/deal-detail.js';
import * as stories from '../../stories/deal-products.stories.js';
import { testStories } from './support.js';

testStories('deal-products', stories);
