import * as stories from '../../stories/merge.stories.js';
import { testStories } from './support.js';

testStories('merge', stories);
