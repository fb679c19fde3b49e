import * as stories from '../../stories/theming.stories.js';
import { testStories } from './support.js';

testStories('theming', stories);
