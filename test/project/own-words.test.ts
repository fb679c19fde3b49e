/** Who has set up the inbox may see it before all words are here: what shows it says only those that come with it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { common } from '../../src/i18n/first/common.js';
import { filter } from '../../src/i18n/first/filter.js';
import { inbox } from '../../src/i18n/first/inbox.js';
import { ownCommon, ownInbox } from '../../src/i18n/first/own.js';

const text = ['own-setup', 'own-toolbar', 'more-columns', 'condition-name']
  .map((name) => readFileSync(new URL(`../../src/elements/lead-inbox/${name}.ts`, import.meta.url), 'utf8'))
  .join('');

for (const [area, words] of Object.entries({
  common: { ...common, ...ownCommon },
  inbox: { ...inbox, ...ownInbox },
  filter,
}))
  test(`set-ups of one's own say nothing of the area ${area} but what comes with them`, () => {
    const said = [...text.matchAll(RegExp(`(?:\\bt\\.|\\breturn |[?:] )${area}\\.(\\w+)`, 'g'))].map(
      ([, word]) => word!,
    );
    assert.ok(said.length > 0);
    assert.deepEqual(
      said.filter((word) => !(word in words)),
      [],
    );
  });
