import * as stories from '../../stories/convert.stories.js';
import { testStories } from './support.js';

testStories('convert', stories);
