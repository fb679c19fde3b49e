/**
 * What is read by those who have set up the inbox themselves, and in its trash: they may come before all words do. Parts of the
 * areas `common` and `inbox`.
 */
export const ownCommon = {
  title: 'Title',
  expectedClose: 'Expected close',
  yes: 'Yes',
  no: 'No',
  person: 'Person',
  organization: 'Organization',
  channel: 'Channel',
  created: 'Created',
};

export const ownInbox = {
  columnTouched: 'Last touched',
  columnUpdated: 'Last changed',
  columnDeleted: 'Deleted',
  columnKept: 'Kept until',
  columnMerged: 'Merged into',
};
