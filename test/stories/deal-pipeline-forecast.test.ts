import '../../src/define/crm-provider.js';
import '../../src/define/deal-pipeline.js';
import * as stories from '../../stories/deal-pipeline-forecast.stories.js';
import { testStories } from './support.js';

testStories('deal-pipeline-forecast', stories);
