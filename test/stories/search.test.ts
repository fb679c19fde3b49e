import * as stories from '../../stories/search.stories.js';
import { testStories } from './support.js';

testStories('search', stories);
