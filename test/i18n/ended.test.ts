/** Names that end in a full stop, as those of Turkish companies do: no sentence puts a second one behind it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ended } from '../../src/i18n/ended.js';
import { agenda } from '../../src/i18n/en/agenda.js';
import { common } from '../../src/i18n/en/common.js';
import { deal } from '../../src/i18n/en/deal.js';
import { detail } from '../../src/i18n/en/detail.js';
import { importMore } from '../../src/i18n/en/import-more.js';
import { inbox } from '../../src/i18n/en/inbox.js';
import { pipeline } from '../../src/i18n/en/pipeline.js';
import * as turkish from '../../src/i18n/tr/index.js';

const name = 'Kordon A.Ş.';

describe('a sentence that ends in a name', () => {
  test('ends once', () => {
    assert.equal(ended('Kordon'), 'Kordon.');
    for (const whole of ['Kordon A.Ş.', 'Yahoo!', 'Why?', 'and so on…']) assert.equal(ended(whole), whole);
  });

  test('so a value that can be edited is called what it is', () => {
    assert.equal(common.editOf('Name', name), 'Name: Kordon A.Ş. Edit');
    assert.equal(common.editOf('Name', 'Kordon'), 'Name: Kordon. Edit');
    assert.equal(turkish.common.editOf('Ad', name), 'Ad: Kordon A.Ş. Düzenle');
    assert.equal(turkish.common.editOf('Ad', 'Kordon'), 'Ad: Kordon. Düzenle');
  });

  for (const [lang, areas] of [
    ['en', { agenda, common, deal, detail, importMore, inbox, pipeline }],
    ['tr', turkish],
  ] as const)
    test(`and so is what is said of it: ${lang}`, () => {
      const said = [
        areas.agenda.lifted(name),
        areas.deal.faces(name, [name]),
        areas.deal.moveHere(name),
        areas.deal.stageNow(name),
        areas.detail.errorOther(name),
        areas.detail.setOwner(name),
        areas.importMore.requiredNow(name),
        areas.importMore.keptValues(name),
        areas.importMore.noSuchPerson(name),
        areas.inbox.noResultsFilter(name),
        areas.pipeline.onlyByHand(name),
        areas.pipeline.errorOther(name),
      ];
      for (const text of said) assert.doesNotMatch(text, /\.\./);
    });
});
