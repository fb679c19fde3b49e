/**
 * What a page loads before its first paint is what its first module asks for at once, and what that asks for, on and on.
 * Here is named what must not be among it; how many bytes it is says `npm run bench -- --only bundle`.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importsOf, parse } from './support/imports.js';
import { kinds } from '../../src/i18n/first/kinds.js';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8');

/** Every file that is fetched with these, each with the way to it. */
function askedForAtOnce(...entries: readonly string[]): Map<string, string> {
  const ways = new Map(entries.map((file) => [file, file]));
  for (const [file, way] of ways)
    for (const { to, outside, kind } of importsOf(file, parse(file, textOf(file))))
      if (!outside && (kind === 'value' || kind === 'side-effect') && !ways.has(to)) ways.set(to, `${way} -> ${to}`);
  return ways;
}

const inbox = ['define/crm-provider.ts', 'define/lead-inbox.ts'];
const board = ['define/crm-provider.ts', 'define/deal-pipeline.ts'];
const kit = ['define.ts'];

/** Not before the first paint, wherever one begins: files, or folders with a slash at the end. */
const late: Readonly<Record<string, readonly string[]>> = {
  'menus and popups': ['shared/menu.ts', 'shared/popup.ts', 'shared/place.ts', 'styles/controls/menu.ts'],
  'what moves a window over its list': [
    'shared/row-moving.ts',
    'shared/row-geometry.ts',
    'shared/row-scale.ts',
    'shared/row-sizes.ts',
    'shared/row-slots.ts',
    'shared/card-moving.ts',
  ],
  dialogs: ['shared/dialog.ts', 'shared/convert/', 'shared/deals/', 'shared/labels/', 'styles/controls/dialog.ts'],
  fields: ['shared/combobox.ts', 'shared/field.ts', 'shared/value-fields.ts', 'shared/inline-edit.ts'],
  'what is told of commands': [
    'shared/told.ts',
    'shared/toast.ts',
    'shared/notice.ts',
    'shared/outcome-words.ts',
    'i18n/en/outcome.ts',
    'i18n/en/notice.ts',
    'shared/tell.ts',
    'events.ts',
  ],
  'the way of a command': [
    'shared/intend.ts',
    'shared/intent.ts',
    'shared/guard.ts',
    'shared/began.ts',
    'shared/commands.ts',
  ],
  'what only keys after it go by': ['shared/keys.ts', 'shared/connection.ts'],
  rules: [
    'domain/commands.ts',
    'domain/convert.ts',
    'domain/convert-draft.ts',
    'domain/validate.ts',
    'domain/undo.ts',
    'domain/trash.ts',
    'domain/duplicates.ts',
    'domain/rank.ts',
    'domain/defaults.ts',
    'domain/import/',
  ],
  'what folds, compares and finds': [
    'domain/change.ts',
    'domain/compare.ts',
    'domain/matches.ts',
    'domain/fold.ts',
    'domain/same.ts',
    'domain/search.ts',
    'store/fold-rows.ts',
    'store/overlay.ts',
    'store/pairs.ts',
    'store/span.ts',
    'store/slice.ts',
    'store/window.ts',
    'store/named.ts',
    'store/persistence.ts',
    'domain/default-order.ts',
    'domain/records.ts',
    'domain/entities.ts',
  ],
  'what keeps that current which is shown': [
    'store/answers.ts',
    'store/busy.ts',
    'store/calls.ts',
    'store/daybreak.ts',
    'store/directory.ts',
    'store/ledger.ts',
    'store/list.ts',
    'store/live.ts',
    'store/pool.ts',
    'store/range.ts',
    'store/reads.ts',
    'store/record.ts',
    'store/rows.ts',
    'store/summaries.ts',
    'store/views.ts',
  ],
  'tokens and controls of later parts': [
    'styles/more-tokens.ts',
    'styles/overlay.ts',
    'styles/base-more.ts',
    'styles/controls/button-more.ts',
    'styles/controls/check-more.ts',
    'styles/controls/chip-more.ts',
    'styles/controls/field-more.ts',
  ],
  'commands of the store': [
    'store/first.ts',
    'store/gather.ts',
    'store/acts.ts',
    'store/run.ts',
    'store/commit.ts',
    'store/undo.ts',
    'store/import.ts',
    'store/backup.ts',
  ],
  'how one goes about in rows': [
    'shared/table/bulk-parts.ts',
    'shared/table/choose.ts',
    'shared/table/columns-panel.ts',
    'shared/table/focus-keeper.ts',
    'shared/table/grid.ts',
    'shared/table/minutes.ts',
    'shared/table/pages.ts',
    'shared/table/row-keys.ts',
    'shared/table/selection.ts',
    'shared/table/stops.ts',
  ],
  'what is done in the inbox': [
    'elements/lead-inbox/hands.ts',
    'elements/lead-inbox/hands.styles.ts',
    'elements/lead-inbox/foot-sums.ts',
    'elements/lead-inbox/instead.ts',
    'elements/lead-inbox/narrowing.ts',
    'elements/lead-inbox/news.ts',
    'elements/lead-inbox/setup-change.ts',
    'elements/lead-inbox/more-columns.ts',
    'elements/lead-inbox/own-setup.ts',
    'elements/lead-inbox/own-toolbar.ts',
    'elements/lead-inbox/condition-name.ts',
    'shared/record-names.ts',
    'shared/field-text.ts',
    'elements/lead-inbox/skeleton.ts',
    'elements/lead-inbox/counts.ts',
    'elements/lead-inbox/lazy.ts',
    'elements/lead-inbox/menus.ts',
    'elements/lead-inbox/actions.ts',
    'elements/lead-inbox/keyboard.ts',
    'elements/lead-inbox/banners.ts',
    'elements/lead-inbox/bulk-bar.ts',
    'elements/lead-inbox/states.ts',
    'elements/lead-inbox/detail.ts',
    'elements/lead-inbox/filter/',
    'elements/lead-inbox/add/',
  ],
  'what is done on the board': [
    'elements/deal-pipeline/hands.ts',
    'elements/deal-pipeline/hands.styles.ts',
    'elements/deal-pipeline/clicks.ts',
    'elements/deal-pipeline/focus.ts',
    'elements/deal-pipeline/held.ts',
    'elements/deal-pipeline/midnight.ts',
    'elements/deal-pipeline/reach.ts',
    'elements/deal-pipeline/skeletons.ts',
    'shared/cross.ts',
    'elements/deal-pipeline/overall.ts',
    'elements/deal-pipeline/lazy.ts',
    'elements/deal-pipeline/menus.ts',
    'elements/deal-pipeline/keyboard.ts',
    'elements/deal-pipeline/moves.ts',
    'elements/deal-pipeline/lift.ts',
    'elements/deal-pipeline/pointer.ts',
    'elements/deal-pipeline/states.ts',
    'shared/drag.ts',
  ],
  'details and importer': [
    'elements/lead-detail/view.ts',
    'elements/deal-detail/view.ts',
    'elements/deal-list/view.ts',
    'elements/lead-import/view.ts',
    'elements/activity-list/view.ts',
    'elements/contact-list/view.ts',
    'elements/contact-detail/view.ts',
    'shared/contacts/',
    'shared/detail/',
  ],
  'what the provider says': ['elements/crm-provider/notice.ts', 'i18n/en/provider.ts', 'shared/first-names.ts'],
  'what keeps a set-up': ['shared/setup-keeping.ts'],
  'other words, languages and formats': [
    'i18n/format-more.ts',
    'i18n/en/common.ts',
    'i18n/en/inbox.ts',
    'i18n/en/filter.ts',
    'i18n/en/pipeline.ts',
    'i18n/en/detail.ts',
    'i18n/en/agenda.ts',
    'i18n/tr/',
  ],
  'what of the storage only writing, sorting, searching and other tabs need': [
    'adapters/indexeddb/indexeddb.ts',
    'adapters/indexeddb/connection.ts',
    'adapters/indexeddb/open.ts',
    'adapters/indexeddb/upgrade.ts',
    'adapters/indexeddb/faults.ts',
    'adapters/indexeddb/tabs.ts',
    'adapters/indexeddb/page-life.ts',
    'adapters/indexeddb/marker.ts',
    'adapters/indexeddb/reader.ts',
    'adapters/indexeddb/relate.ts',
    'adapters/indexeddb/answers.ts',
    'adapters/indexeddb/many.ts',
    'adapters/indexeddb/read.ts',
    'adapters/local/cursor.ts',
    'adapters/local/schema.ts',
    'adapters/indexeddb/write.ts',
    'adapters/indexeddb/tables.ts',
    'adapters/indexeddb/sweep.ts',
    'adapters/indexeddb/erase.ts',
    'adapters/memory/',
    'adapters/local/commit.ts',
    'adapters/local/clean.ts',
    'adapters/local/derived.ts',
    'adapters/local/column.ts',
    'adapters/local/columns.ts',
    'adapters/local/places.ts',
    'adapters/local/select.ts',
    'adapters/local/sorting.ts',
    'adapters/local/table.ts',
    'adapters/local/tests.ts',
    'adapters/indexeddb/revision.ts',
    'adapters/indexeddb/row.ts',
    'adapters/indexeddb/stores.ts',
    'adapters/indexeddb/transact.ts',
    'adapters/indexeddb/rest.ts',
  ],
  files: ['formats/'],
};

function reached(entries: readonly string[], names: readonly string[]): string[] {
  const ways = askedForAtOnce(...entries);
  return names.flatMap((name) => {
    assert.ok(existsSync(join(src, name)), `${name} is there`);
    return [...ways]
      .filter(([file]) => (name.endsWith('/') ? file.startsWith(name) : file === name))
      .map(([, way]) => way);
  });
}

/** The board shows which stage is looked at, and a filter, from the first. */
const lateInInbox: readonly string[] = ['styles/accent-tokens.ts', 'styles/controls/chip-on.ts'];

describe('the first paint', () => {
  for (const [name, entries] of Object.entries({ 'the inbox': inbox, 'the board': board, 'the whole kit': kit }))
    for (const [what, files] of Object.entries(late))
      test(`${name} is painted without ${what}`, () => assert.deepEqual(reached(entries, files), []));

  test('the inbox is painted without the looks of what is on', () => assert.deepEqual(reached(inbox, lateInInbox), []));

  for (const [area, folder] of Object.entries({
    inbox: 'lead-inbox',
    filter: 'lead-inbox',
    common: '',
    pipeline: 'deal-pipeline',
  }))
    test(`says nothing of the area ${area} but what i18n/first/${area}.ts has`, async () => {
      const words = (await import(`../../src/i18n/first/${area}.js`)) as Record<string, Record<string, unknown>>;
      const said = [...askedForAtOnce(...inbox, ...board).keys()]
        .filter((file) => file.startsWith(`elements/${folder}`))
        .flatMap((file) =>
          [...textOf(file).matchAll(RegExp(`\\bt\\.${area}\\.(\\w+)`, 'g'))].map(([, word = '']) => ({ file, word })),
        );
      assert.ok(said.length > 0, 'some are said');
      // The board has a part of the common ones that the inbox does without.
      const more = (file: string): object =>
        area === 'common' && file.startsWith('elements/deal-pipeline/') ? kinds : {};
      assert.deepEqual(
        said.filter(({ file, word }) => !Object.hasOwn({ ...words[area], ...more(file) }, word)),
        [],
      );
    });

  test('the walk finds what there is', () => {
    const ways = askedForAtOnce(...inbox);
    assert.ok(ways.has('elements/lead-inbox/list.ts') && ways.has('store/coming-list.ts'), 'the list is among it');
    assert.ok(ways.size > 80, String(ways.size));
    assert.equal(reached(['elements/lead-inbox/hands.ts'], ['shared/menu.ts']).length, 1);
  });
});
