import * as stories from '../../stories/lead-inbox.stories.js';
import { testStories } from './support.js';

testStories('lead-inbox', stories);
