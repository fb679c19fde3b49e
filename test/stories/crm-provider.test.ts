import { expect } from '@open-wc/testing';
import * as stories from '../../stories/crm-provider.stories.js';
import { clear, namesOf, show } from '../../stories/support/show.js';
import { testStories } from './support.js';

testStories('crm-provider', stories);

describe('the profile', () => {
  it('is printed as the field compares leads and deals', async () => {
    const canvas = document.createElement('main');
    document.body.append(canvas);
    await show(stories, 'Profile', canvas);
    const cells = [...canvas.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(cells).to.deep.equal([
      ['Linked projects and products', 'no', 'yes'],
      ['Documents created, files uploaded', 'no', 'yes'],
      ['Created by the capture tools', 'yes', 'no'],
      ['Archive', 'yes', 'no'],
      ['Invoices', 'no', 'yes'],
      ['Formula fields', 'no', 'yes'],
      ['Participants', 'no', 'yes'],
      ['Pipeline and stage', 'no', 'yes'],
      ['Changelog', 'no', 'yes'],
    ]);
    clear(canvas);
    canvas.remove();
  });

  it('has a story for each row that is turned round', () => {
    expect(namesOf(stories).filter((name) => name.endsWith('Flipped'))).to.have.length(9);
  });
});
