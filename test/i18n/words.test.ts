import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { percent } from '../../src/i18n/format-more.js';
import { formats, plural } from '../../src/i18n/plural.js';
import {
  fallbacks,
  loadLanguage,
  onWordsChanged,
  registerLanguage,
  registerWords,
  wordsOf,
} from '../../src/i18n/words.js';

const english = {
  title: 'Leads',
  empty: 'No leads yet',
  count: (n: number) => plural(n, { zero: 'No leads', one: '# lead', other: '# leads' }),
  share: (part: number) => `${percent(formats(), part)} done`,
};

describe('words', () => {
  test('fall back from region to language to English', () => {
    assert.deepEqual(fallbacks('zh-Hant-TW'), ['zh-hant-tw', 'zh-hant', 'zh']);
    assert.deepEqual(fallbacks('tr_TR'), ['tr-tr', 'tr']);
    assert.deepEqual(fallbacks(''), []);
    registerWords('pt', { demo: { title: 'Oportunidades' } });
    registerWords('pt-BR', { demo: { empty: 'Nenhuma' } });
    const words = wordsOf('demo', english, 'pt-BR');
    assert.deepEqual([words.title, words.empty], ['Oportunidades', 'Nenhuma']);
    assert.equal(wordsOf('demo', english, 'pt-PT').empty, 'No leads yet');
  });

  test('count by the rules of their own language, in the reader’s numbers', () => {
    assert.deepEqual([0, 1, 2].map(wordsOf('demo', english, 'en').count), ['No leads', '1 lead', '2 leads']);
    registerWords('pl', {
      demo: {
        count: (n: number) => plural(n, { one: '# szansa', few: '# szanse', many: '# szans', other: '# szansy' }),
      },
    });
    assert.deepEqual(
      [1, 3, 5, 12_345].map((n) => wordsOf('demo', english, 'pl').count(n).replace(/\s/gu, ' ')),
      ['1 szansa', '3 szanse', '5 szans', '12 345 szans'],
    );
    // German numbers, English words and English plural
    assert.equal(wordsOf('demo', english, 'de').count(1234), '1.234 leads');
    assert.equal(wordsOf('demo', english, 'fr').count(0), 'No leads');
    assert.equal(wordsOf('demo', english, 'tr').share(0.5).replace(/\s/gu, ''), '%50done');
  });

  test('of a host replace ours, in English too, the newest first', () => {
    registerWords('en', { demo: { title: 'Enquiries' } });
    assert.equal(wordsOf('demo', english, 'en-GB').title, 'Enquiries');
    registerWords('en', { demo: { title: 'Requests' } });
    assert.equal(wordsOf('demo', english, 'en').title, 'Requests');
    assert.equal(wordsOf('demo', english, 'en').empty, 'No leads yet');
  });

  test('are made once per language', () => {
    assert.equal(wordsOf('demo', english, 'de'), wordsOf('demo', english, 'de'));
  });

  test('of another language are fetched once, on demand, and told', async () => {
    let fetched = 0;
    let told = 0;
    const stop = onWordsChanged(() => told++);
    registerLanguage('eo', async () => {
      fetched++;
      return { demo: { title: 'Ebloj' } };
    });
    assert.equal(wordsOf('demo', english, 'eo').title, 'Requests');
    const before = told;
    await Promise.all([loadLanguage('eo'), loadLanguage('eo-001')]);
    assert.equal(fetched, 1);
    assert.equal(told, before + 1);
    assert.equal(wordsOf('demo', english, 'eo').title, 'Ebloj');
    stop();
    registerWords('eo', {});
    assert.equal(told, before + 1);
  });

  test('that cannot be fetched leave English, say so, and are tried again', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    let tries = 0;
    registerLanguage('la', async () => {
      if (++tries === 1) throw new Error('no net');
      return { demo: { title: 'Occasiones' } };
    });
    await loadLanguage('la');
    assert.equal(wordsOf('demo', english, 'la').title, 'Requests');
    assert.equal(warn.mock.callCount(), 1);
    await loadLanguage('la');
    assert.equal(wordsOf('demo', english, 'la').title, 'Occasiones');
  });

  test('of Turkish come with the kit', async () => {
    const { common } = await import('../../src/i18n/en/common.js');
    await loadLanguage('tr-TR');
    const words = wordsOf('common', common, 'tr-TR');
    assert.equal(words.lead, 'Fırsat');
    assert.equal(words.countLeads(1234), '1.234 fırsat');
  });
});
