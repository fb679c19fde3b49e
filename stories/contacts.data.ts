/** Contacts of the stories about them. */
import { aContactPoint, anOrganization, aPerson, creation } from '../src/testing/fixtures.js';

/** Somebody with several addresses, a job, and nobody's organization. */
export const more = [
  creation(
    'person',
    aPerson({
      id: 'grete',
      name: 'Grete Aldinger',
      jobTitle: 'Head of purchasing',
      organizationId: 'org-verlag',
      ownerId: 'kaya',
      emails: [
        aContactPoint('grete@quittenhof.example'),
        aContactPoint('g.aldinger@post.example', { label: 'home', primary: false }),
      ],
      phones: [aContactPoint('+49 30 5550 1177')],
    }),
  ),
  creation(
    'organization',
    anOrganization({
      id: 'aster',
      name: 'Aster & Sons',
      address: '12 Mill Lane, Bristol',
      website: 'aster-sons.example',
    }),
  ),
];

/** Somebody who is there twice, and a house that is. */
export const twice = [
  ...more,
  creation(
    'person',
    aPerson({
      id: 'grete-2',
      name: 'G. Aldinger',
      jobTitle: 'Purchasing',
      emails: [aContactPoint('GRETE@quittenhof.example')],
      phones: [aContactPoint('0049 30 5550 1177')],
    }),
  ),
  creation(
    'organization',
    anOrganization({ id: 'aster-2', name: 'Aster and Sons Ltd', website: 'https://www.aster-sons.example/en' }),
  ),
];
