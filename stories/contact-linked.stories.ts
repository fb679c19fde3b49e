import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/contact-detail.js';
import '../src/define/crm-provider.js';
import { aProject } from '../src/testing/deal-work.js';
import { aContactPoint, aPerson, creation } from '../src/testing/fixtures.js';
import { more } from './contact-detail.data.js';
import type { Hands } from './support/hands.js';
import { story } from './support/story.js';

/** Who may be the same one, and the projects of the deals of a contact. */
const meta: Meta = { title: 'contact-detail/linked', component: 'contact-detail' };
export default meta;

const person = () => (): ReturnType<typeof html> =>
  html`<contact-detail person-id="grete" style="block-size: 100%"></contact-detail>`;

/** Somebody who may be the same one: said in the head, compared from there. */
const twin = [
  ...more,
  creation(
    'person',
    aPerson({
      id: 'grete-2',
      name: 'G. Aldinger',
      jobTitle: 'Purchasing',
      organizationId: null,
      emails: [aContactPoint('GRETE@quittenhof.example')],
      phones: [],
    }),
  ),
];
const hinted = async (hands: Hands): Promise<void> => {
  await hands.click('[part=duplicates]');
};
export const Twin = story(person(), {
  more: twin,
  height: 900,
  play: hinted,
  shows: ['G. Aldinger'],
  says: ['Possible duplicate'],
});
export const TwinNarrow = story(person(), {
  more: twin,
  width: 390,
  height: 800,
  play: hinted,
  shows: ['G. Aldinger'],
});

/** What the deals of the person have come to. */
const built = [
  ...more,
  creation(
    'project',
    aProject({
      id: 'set-up',
      title: 'Set up the layout desks',
      dealIds: ['layout'],
      personId: 'grete',
      organizationId: 'quitte',
      ownerId: 'kaya',
    }),
  ),
  creation(
    'project',
    aProject({
      id: 'scans',
      title: 'Scan the plates of 1890',
      dealIds: ['archive'],
      personId: null,
      organizationId: null,
    }),
  ),
];
const toProjects = async (hands: Hands): Promise<void> => {
  const section = await hands.find('[part=projects]');
  section.scrollIntoView({ block: 'center' });
};
export const Projects = story(person(), {
  more: built,
  height: 900,
  play: toProjects,
  shows: ['Set up the layout desks', 'Scan the plates of 1890'],
});
export const ProjectsNarrow = story(person(), {
  more: built,
  width: 390,
  height: 800,
  play: async (hands) => {
    await hands.click('#tab-work');
    await toProjects(hands);
  },
  shows: ['Set up the layout desks'],
});
