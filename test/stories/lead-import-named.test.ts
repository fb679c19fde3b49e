import * as stories from '../../stories/lead-import-named.stories.js';
import { testStories } from './support.js';

testStories('lead-import-named', stories);
