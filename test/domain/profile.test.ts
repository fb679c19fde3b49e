import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultProfile, features, profileWith } from '../../src/domain/profile.js';

/** The comparison of leads and deals, as the design has it: feature, lead, deal. */
const TABLE = `
| linked projects and products | no | yes |
| documents created, files uploaded | no | yes |
| created by the capture tools (form, chat, prospector, visitors) | yes | no |
| archive | yes | no |
| invoices | no | yes |
| formula fields | no | yes |
| participants | no | yes |
| pipeline and stage | no | yes |
| changelog | no | yes |`;

const names: Readonly<Record<string, (typeof features)[number]>> = {
  'linked projects and products': 'projectsAndProducts',
  'documents created, files uploaded': 'documentsAndFiles',
  'created by the capture tools (form, chat, prospector, visitors)': 'capture',
  archive: 'archive',
  invoices: 'invoices',
  'formula fields': 'formulas',
  participants: 'participants',
  'pipeline and stage': 'pipeline',
  changelog: 'changelog',
};

test('the default profile is the table of the design, row by row', () => {
  const rows = TABLE.trim()
    .split('\n')
    .map(
      (row) =>
        row
          .split('|')
          .map((cell) => cell.trim())
          .slice(1, 4) as [string, string, string],
    );
  const table = Object.fromEntries<{ lead: boolean; deal: boolean }>(
    rows.map(([feature, lead, deal]) => [names[feature]!, { lead: lead === 'yes', deal: deal === 'yes' }]),
  );
  assert.deepEqual(table, defaultProfile);
  assert.deepEqual(Object.keys(defaultProfile).sort(), [...features].sort());
});

test('a host changes a row, the others stay', () => {
  const profile = profileWith({ archive: { lead: true, deal: true } });
  assert.deepEqual(profile, { ...defaultProfile, archive: { lead: true, deal: true } });
  assert.equal(defaultProfile.archive.deal, false);
});
