/* In one file with the drawings of the first paint; see icon.ts. */
export { activityMark, activityMarks } from './first-icons.js';
