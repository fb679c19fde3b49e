import { plural } from '../plural.js';

/** What the storage and the connection have to tell, above every view. */
export const notice = {
  blocked: 'Another tab holds an older version.',
  blockedHow: 'Close the other tabs of this page to go on here.',
  memory: 'Nothing is kept.',
  memoryHow: 'This browser does not let the page store anything. What you enter is gone when you close the page.',
  outdated: 'A newer version is open.',
  outdatedHow: 'Reload this page. Until then you can read, and nothing is changed.',
  lost: 'The records are gone.',
  lostHow: 'This browser has emptied its storage. Restore a backup if you have one.',
  retrying: 'The storage does not answer.',
  retryingHow: (n: number) =>
    plural(n, {
      zero: 'It is asked again and again.',
      one: '# change is not saved yet. It is tried again.',
      other: '# changes are not saved yet. They are tried again.',
    }),
  late: 'Still saving.',
  lateHow: (n: number) =>
    plural(n, {
      zero: 'The storage is slow.',
      one: '# change waits for the storage.',
      other: '# changes wait for the storage.',
    }),
  offline: 'You are offline.',
  offlineHow: (n: number) =>
    plural(n, {
      zero: 'Changes will be sent when the connection is back.',
      one: '# change will be sent when the connection is back.',
      other: '# changes will be sent when the connection is back.',
    }),
  failed: 'The records could not be opened. Nothing is lost.',
  mismatch: 'Two versions of CRM Elements are on this page.',
  mismatchHow: (here: string) =>
    `This element is version ${here}, its provider is of another major version. Load both from the same one.`,
  waiting: 'Waiting for approval.',
  waitingHow: 'This page looks at it before it is done.',
  anyway: 'Do it anyway',
  showTheirs: 'Show theirs',
  retry: 'Try again',
  reload: 'Reload',
  dismiss: 'Dismiss',
};
