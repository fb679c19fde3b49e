/** The projects of a person's deals in <contact-detail>. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import type { Change } from '../../../src/domain/change.js';
import type { ContactDetail } from '../../../src/elements/contact-detail/contact-detail.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aProject, creation } from '../../../src/testing/fixtures.js';
import { fetched } from '../../support/code.js';
import { all, click, one, people, settled, storeOf, text, waitUntil } from '../contact-list/support.js';

const deals = [
  creation('deal', aDeal({ id: 'won', title: 'Panels', personId: 'ada', organizationId: 'north', status: 'won' })),
  creation('deal', aDeal({ id: 'theirs', title: 'Depot', personId: 'sule', organizationId: 'acme' })),
];

async function stand(projects: readonly Change[]): Promise<{ el: ContactDetail; store: CrmStore }> {
  await setViewport({ width: 1280, height: 900 });
  await fetched();
  const { store } = await storeOf([...people(), ...deals, ...projects]);
  const frame = await fixture<HTMLElement>(html`<div style="inline-size: 1100px; block-size: 860px"></div>`);
  const el = document.createElement('contact-detail');
  Object.assign(el, { store, theme: 'light', lang: 'en', personId: 'ada' });
  frame.append(el);
  await waitUntil(() => all(el, '.contact-title').length > 0, 'it is drawn');
  await settled(el);
  return { el, store };
}
const part = (el: HTMLElement, name: string): HTMLElement => one(el, `[part=${name}]`);

describe('projects in <contact-detail>', () => {
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('lists the projects of its deals, open ones first, as they come and go, and leads to the deal of each', async () => {
    const tasks = [
      { title: 'Measure', done: true },
      { title: 'Build', done: false },
    ].map((task, at) => ({ id: `t${at}`, due: null, ownerId: null, ...task }));
    const project = (id: string, title: string, rest: object) =>
      creation(
        'project',
        aProject({ id, title, dealIds: [], personId: null, organizationId: null, tasks: [], ...rest }),
      );
    const { el, store } = await stand([
      project('q', 'Older', { status: 'completed', dealIds: ['won'] }),
      project('p', 'Roof works', { dealIds: ['theirs', 'pump'], phase: 'Building', tasks }),
      project('r', 'Not hers', { dealIds: ['theirs'] }),
      project('s', 'Of no deal', { personId: 'ada' }),
    ]);
    const opened: string[] = [];
    el.addEventListener('deal-open', (event) => opened.push(String(event.detail.id)));
    const titles = () =>
      [...(el.shadowRoot!.querySelector('[part=projects]')?.querySelectorAll('.linked-one b') ?? [])].map(text);
    await waitUntil(() => titles().length === 3, 'they are listed');
    expect(titles().at(-1)).to.equal('Older');
    expect(titles()).to.have.members(['Roof works', 'Of no deal', 'Older']);
    expect(text(part(el, 'projects')))
      .to.contain('Building')
      .and.contain('1 of 2 tasks')
      .and.contain('Completed');
    await expect(el).to.be.accessible();
    const row = (title: string) =>
      [...part(el, 'projects').querySelectorAll<HTMLElement>('.linked-one')].find((one) => text(one).includes(title))!;
    expect(row('Of no deal').localName).to.equal('div');
    await click(row('Roof works'));
    expect(opened).to.deep.equal(['pump']);
    await store.execute('project-delete', { id: 'p' });
    await waitUntil(() => titles().length === 2, 'one is gone');
    await store.execute('deals-delete', { ids: ['won'] });
    await waitUntil(() => titles().join() === 'Of no deal', 'with its deal another one');
    await store.undo();
    await waitUntil(() => titles().length === 2, 'which comes back with it');
  });
});
