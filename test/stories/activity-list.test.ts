import * as stories from '../../stories/activity-list.stories.js';
import { testStories } from './support.js';

testStories('activity-list', stories);
