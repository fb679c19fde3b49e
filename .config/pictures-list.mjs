/**
 * Which story is taken for which picture: name, file of stories, story, width, height, and what the page is set to.
 * The names are those of the drafts that the elements were built to, so that two pictures can be laid side by side.
 */
const both = (name, file, story, width, height, globals = {}) =>
  ['light', 'dark'].map((scheme) => ({ name: `${name}-${scheme}`, file, story, width, height, ...globals, scheme }));
const light = (name, file, story, width, height, globals = {}) => [
  { name: `${name}-light`, file, story, width, height, ...globals, scheme: 'light' },
];
const forced = (name, file, story, width, height) => [
  { name: `${name}-light-forced`, file, story, width, height, scheme: 'light', forced: true },
];

const inbox = 'lead-inbox';
const panels = 'lead-inbox-panels';
const importing = 'lead-import';
export const list = [
  ...both('inbox-main', inbox, 'Rows', 1296, 666),
  ...forced('inbox-main', inbox, 'Rows', 1296, 666),
  ...both('inbox-selection', inbox, 'Selection', 1296, 562),
  ...forced('inbox-selection', inbox, 'Selection', 1296, 562),
  ...both('inbox-detail', inbox, 'OpenLead', 1296, 874),
  ...light('inbox-narrow-detail', inbox, 'NarrowOpen', 406, 828),
  ...both('inbox-empty', inbox, 'Empty', 916, 376),
  ...light('inbox-no-results', inbox, 'NoResults', 916, 416),
  ...light('inbox-loading', inbox, 'Loading', 916, 387),
  ...light('inbox-error', inbox, 'Failed', 916, 416),
  ...both('inbox-offline', inbox, 'Offline', 916, 375),
  ...light('inbox-banners-conflict', inbox, 'Conflict', 916, 375),
  ...light('inbox-banners-news', inbox, 'News', 916, 375),
  ...light('inbox-banners-read-only', inbox, 'ReadOnly', 916, 375),
  ...light('inbox-toasts', inbox, 'Toast', 1016, 480),
  ...both('inbox-menus-add', panels, 'AddMenu', 1016, 420),
  ...both('inbox-menus-labels', panels, 'LabelFilter', 1016, 520),
  ...light('inbox-menus-activity', panels, 'ActivityFilter', 1016, 420),
  ...light('inbox-menus-field', panels, 'FieldFilter', 1016, 420),
  ...light('inbox-menus-columns', panels, 'Columns', 1016, 620),
  ...light('inbox-menus-sort', panels, 'SortMenu', 1016, 620),
  ...light('inbox-menus-row', panels, 'RowMenu', 1016, 520),
  ...both('inbox-labels', panels, 'Labels', 1016, 560),
  ...light('inbox-add', panels, 'AddLead', 776, 820),
  ...light('inbox-keys', panels, 'Keys', 1016, 660),
  ...light('inbox-delete', inbox, 'Delete', 1016, 520),
  ...light('inbox-filtered', inbox, 'Filtered', 1040, 420),
  ...light('inbox-own-columns', inbox, 'OwnColumns', 1296, 420),
  ...light('inbox-trash', inbox, 'Trash', 916, 340),
  ...both('inbox-narrow', inbox, 'Narrow', 406, 828),
  ...light('inbox-narrow-selection', inbox, 'NarrowSelection', 406, 828),
  ...light('inbox-medium', inbox, 'Medium', 736, 560),
  ...both('inbox-rtl', inbox, 'RightToLeft', 1116, 480),
  ...light('inbox-turkish', inbox, 'Turkish', 1296, 560),
  ...light('inbox-comfortable', inbox, 'Comfortable', 1296, 560),
  ...both('inbox-themed', 'theming', 'Hosts', 1296, 460),
  ...both('convert-one', 'convert', 'One', 736, 860),
  ...both('convert-existing', 'convert', 'Existing', 776, 800),
  ...both('convert-many', 'convert', 'Many', 856, 900),
  ...both('convert-progress', 'convert', 'Progress', 696, 620),
  ...both('convert-result', 'convert', 'Result', 656, 560),
  ...light('convert-rejected', 'convert', 'Refused', 776, 800),
  ...light('convert-waiting', 'convert', 'Waiting', 776, 800),
  ...light('convert-already', 'convert', 'Already', 776, 560),
  ...light('convert-done', 'convert', 'Done', 1016, 480),
  ...light('convert-narrow', 'convert', 'Narrow', 390, 812),
  ...both('import-file', importing, 'AFile', 876, 500),
  ...light('import-file-over', importing, 'AFileHeld', 876, 500),
  ...light('import-file-error', importing, 'AWrongFile', 876, 580),
  ...both('import-map', importing, 'Clash', 1056, 900),
  ...light('import-columns', importing, 'Columns', 1056, 800),
  ...light('import-kept', importing, 'Kept', 1056, 860),
  ...light('import-question', importing, 'AQuestion', 1056, 420),
  ...both('import-check', importing, 'Check', 1176, 700),
  ...light('import-nobody', importing, 'Nobody', 1056, 760),
  ...light('import-progress', importing, 'Progress', 876, 340),
  ...both('import-report', importing, 'Report', 876, 470),
  ...light('import-undone', importing, 'Undone', 876, 360),
  ...light('import-closing', importing, 'Closing', 1056, 760),
  ...light('import-narrow', importing, 'Narrow', 406, 1440),
  ...light('import-narrow-check', importing, 'NarrowCheck', 406, 920),
  ...light('import-rtl', importing, 'RightToLeft', 1056, 800),
  ...light('import-turkish', importing, 'Turkish', 1056, 800),
];

/** For the README: as a visitor sees it first. */
export const readme = { file: inbox, story: 'Inbox', width: 1280, height: 660, scheme: 'light', bare: true };
