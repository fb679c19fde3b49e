import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../src/define/crm-provider.js';
import '../src/define/lead-inbox.js';
import { defaultProfile, features, profileWith, type Feature } from '../src/domain/profile.js';
import type { Hands } from './support/hands.js';
import { until, words } from './support/hands.js';
import { story, type Story } from './support/story.js';

const meta: Meta = { title: 'crm-provider', component: 'crm-provider' };
export default meta;

/** One store for everything inside: what is archived in one list is gone from the other. */
export const OneStore = story(
  () => html`<div style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px; block-size: 100%">
    <lead-inbox style="block-size: 100%" heading="Inbox"></lead-inbox>
    <lead-inbox style="block-size: 100%" heading="Put aside" segment="archived"></lead-inbox>
  </div>`,
  { shows: ['Put aside', '1 lead archived', '3 leads'], play: archiveOne },
);

async function archiveOne(hands: Hands): Promise<void> {
  await hands.click('.lrow[data-id="rollout"] .check');
  await hands.click('[data-bulk="archive"]');
}

/** A provider that was given nothing to read from says so after three seconds. */
export const Nothing: Story = {
  parameters: { shows: ['adapter'] },
  render: () => html`<crm-provider><lead-inbox style="block-size: 320px"></lead-inbox></crm-provider>`,
};

/** A right that is refused: the control stays, dashed, and says why. */
export const Rights = story(() => html`<lead-inbox style="block-size: 100%"></lead-inbox>`, {
  can: (action) => (action === 'leads-convert' ? 'Only the sales lead converts.' : true),
  shows: ['1 selected', 'Convert leads'],
  play: async (hands) => {
    await hands.click('.lrow[data-id="rollout"] .check');
    await hands.find('[data-bulk="convert"][aria-disabled="true"][title="Only the sales lead converts."]');
  },
});

const featureNames: Readonly<Record<Feature, string>> = {
  projectsAndProducts: 'Linked projects and products',
  documentsAndFiles: 'Documents created, files uploaded',
  capture: 'Created by the capture tools',
  archive: 'Archive',
  invoices: 'Invoices',
  formulas: 'Formula fields',
  participants: 'Participants',
  pipeline: 'Pipeline and stage',
  changelog: 'Changelog',
};

/** What leads and deals can do is a table, and the table is data. This is the default. */
export const Profile: Story = {
  parameters: { shows: Object.values(featureNames) },
  render: () => html`<table style="border-collapse: collapse; font: 14px/2 system-ui, sans-serif; text-align: start">
    <caption style="text-align: start; padding-block-end: 8px">What leads and deals can do</caption>
    <thead>
      <tr><th scope="col">Feature</th><th scope="col">Lead</th><th scope="col">Deal</th></tr>
    </thead>
    <tbody>
      ${features.map(
        (name) => html`<tr data-feature=${name}>
          <th scope="row" style="font-weight: 400; text-align: start; padding-inline-end: 32px">${featureNames[name]}</th>
          <td style="padding-inline-end: 32px">${defaultProfile[name].lead ? 'yes' : 'no'}</td>
          <td>${defaultProfile[name].deal ? 'yes' : 'no'}</td>
        </tr>`,
      )}
    </tbody>
  </table>`,
};

/** The inbox with one row of the table turned round, for leads and for deals. */
function flipped(feature: Feature, look: (hands: Hands) => Promise<void>): Story {
  const { lead, deal } = defaultProfile[feature];
  return story((): TemplateResult => html`<lead-inbox style="block-size: 100%"></lead-inbox>`, {
    profile: profileWith({ [feature]: { lead: !lead, deal: !deal } }),
    height: 440,
    description: `${featureNames[feature]}: lead ${lead ? 'no' : 'yes'}, deal ${deal ? 'no' : 'yes'}.`,
    shows: ['24 leads'],
    play: look,
  });
}

/** Nothing of this row has a control in the inbox: it works as before. */
async function asBefore(hands: Hands): Promise<void> {
  await hands.click('.lrow[data-id="rollout"] .check');
  await hands.find('[data-bulk="convert"]');
  await hands.find('[data-bulk="archive"]');
  await hands.find('[data-segment="archived"]');
}

async function withoutArchive(hands: Hands): Promise<void> {
  await hands.click('.lrow[data-id="rollout"] .check');
  await hands.find('[data-bulk="convert"]');
  await until(() => !/Archive/.test(words(hands.canvas)), 'an inbox without Archive');
}

export const ProjectsAndProductsFlipped = flipped('projectsAndProducts', asBefore);
export const DocumentsAndFilesFlipped = flipped('documentsAndFiles', asBefore);
export const CaptureFlipped = flipped('capture', asBefore);
/** Leads are not archived here: the segment, the button and the key are gone. */
export const ArchiveFlipped = flipped('archive', withoutArchive);
export const InvoicesFlipped = flipped('invoices', asBefore);
export const FormulasFlipped = flipped('formulas', asBefore);
export const ParticipantsFlipped = flipped('participants', asBefore);
export const PipelineFlipped = flipped('pipeline', asBefore);
export const ChangelogFlipped = flipped('changelog', asBefore);
