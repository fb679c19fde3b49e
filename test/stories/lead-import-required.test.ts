import * as stories from '../../stories/lead-import-required.stories.js';
import { testStories } from './support.js';

testStories('lead-import-required', stories);
