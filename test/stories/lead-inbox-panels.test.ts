import * as stories from '../../stories/lead-inbox-panels.stories.js';
import { testStories } from './support.js';

testStories('lead-inbox-panels', stories);
