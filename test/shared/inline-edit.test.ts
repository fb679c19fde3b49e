import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { common } from '../../src/i18n/en/common.js';
import { InlineEdit } from '../../src/shared/inline-edit.js';
import { Localize } from '../../src/shared/localize.js';
import { skip } from '../support/commands.js';
import type { Stage } from './stage.js';
import { stage } from './stage.js';

let title: string;
let commits: string[];
let day: boolean;
let commit: (text: string) => string | void | Promise<unknown>;

async function view(): Promise<Stage> {
  title = 'Depo';
  commits = [];
  day = false;
  commit = (text) => void (title = text);
  return stage((host) => {
    const edit = new InlineEdit(host, new Localize(host, { common }));
    const take = (text: string) => {
      commits.push(text);
      const answer = commit(text);
      host.requestUpdate();
      return answer;
    };
    return () => html`<dl class="fields">
        <dt>Title</dt>
        <dd>${edit.render({ key: 'title', name: 'Title', text: title, ...(day && { type: 'date' as const }), commit: take })}</dd>
        <dt>Phone</dt>
        <dd>${edit.render({ key: 'phone', name: 'Phone', text: '', type: 'tel', commit: take })}</dd>
        <dt>Source</dt>
        <dd>${edit.render({ key: 'source', name: 'Source', text: 'Web form', locked: 'Only the form sets it', commit: take })}</dd>
      </dl>
      <button id="after">After</button>`;
  });
}

const value = (host: Stage, key = 'title') => host.$(`[data-edit=${key}]`);
const input = (host: Stage) => host.$<HTMLInputElement>('dd input');

async function open(host: Stage): Promise<void> {
  value(host).focus();
  await sendKeys({ press: 'Enter' });
  await host.updateComplete;
}

describe('InlineEdit', () => {
  it('edits in place: Enter commits once, and the focus stays where it was', async () => {
    const host = await view();
    await expect(host).to.be.accessible();
    expect(value(host).getAttribute('aria-label')).to.equal('Title: Depo. Edit');
    expect(value(host, 'phone').textContent.trim()).to.equal('Add value');
    expect(value(host, 'phone').ariaLabel).to.equal('Add value: Phone');
    await open(host);
    expect(host.active).to.have.property('tagName', 'INPUT');
    expect(input(host).selectionEnd).to.equal(4);
    await expect(host).to.be.accessible();
    await sendKeys({ type: 'Depo 2 ' });
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(commits).to.deep.equal(['Depo 2']);
    expect(value(host).textContent.trim()).to.equal('Depo 2');
    expect(host.active?.dataset['edit']).to.equal('title');
  });

  it('restores on Escape, and does not write what has not changed', async () => {
    const host = await view();
    await open(host);
    await sendKeys({ type: 'Nothing' });
    await sendKeys({ press: 'Escape' });
    await host.updateComplete;
    expect(value(host).textContent.trim()).to.equal('Depo');
    await open(host);
    await sendKeys({ press: 'Enter' });
    expect(commits).to.deep.equal([]);
  });

  it('commits when it is left', async () => {
    const host = await view();
    await open(host);
    await sendKeys({ type: 'Left' });
    host.$('#after').focus();
    await host.updateComplete;
    expect(commits).to.deep.equal(['Left']);
    expect(host.active?.id).to.equal('after');
  });

  it('stays open with what is wrong', async () => {
    const host = await view();
    commit = () => 'That name is taken. Choose another.';
    await open(host);
    await sendKeys({ type: 'Taken' });
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(input(host).value).to.equal('Taken');
    expect(input(host).getAttribute('aria-invalid')).to.equal('true');
    expect(host.$('.field-error').textContent).to.contain('Choose another');
  });

  it('keeps half a day with what is wrong, and empties nothing by it', async function () {
    const host = await view();
    title = '2026-12-05';
    day = true;
    host.requestUpdate();
    await host.updateComplete;
    await open(host);
    commits = [];
    await sendKeys({ press: 'Delete' });
    // Where the browser has no such control a day is typed as text.
    if (!input(host).validity.badInput) skip(this, 'A day is typed as text here');
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(host.$('.field-error').textContent).to.contain('Choose a day, or write it in full');
    expect(input(host).validity.badInput, 'what was typed of it is there').to.equal(true);
    host.$('#after').focus();
    await host.updateComplete;
    expect(commits).to.deep.equal([]);
    value(host, 'phone').click();
    await host.updateComplete;
    expect(host.$('dd').textContent, 'it is told where the day stands').to.contain('write it in full');
    expect(value(host).textContent.trim()).to.equal('2026-12-05');
    expect(commits).to.deep.equal([]);
  });

  it('tells what is wrong once, and not for ever, where its element is taken out of the page with it', async () => {
    const host = await view();
    commit = () => 'Too long';
    await open(host);
    await sendKeys({ type: 'Far too much' });
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    const before = commits.length;
    host.remove();
    await new Promise((resolve) => setTimeout(resolve));
    await host.updateComplete;
    expect(commits.length - before).to.be.at.most(1);
  });

  it('brings the typed text back when the write is refused later', async () => {
    const host = await view();
    let refuse!: (error: Error) => void;
    commit = () => new Promise((_, reject) => (refuse = reject));
    await open(host);
    await sendKeys({ type: 'Typed with care' });
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(host.$$('dd input')).to.have.length(0);
    refuse(new Error('Someone else changed it'));
    await waitUntil(() => host.$$('dd input').length === 1);
    expect(input(host).value).to.equal('Typed with care');
    expect(host.$('.field-error').textContent).to.contain('Someone else changed it');
    // Left as it is, it waits; Enter tries again.
    const before = commits.length;
    host.$('#after').focus();
    await host.updateComplete;
    expect(input(host).value).to.equal('Typed with care');
    expect(commits).to.have.length(before);
    commit = (text) => void (title = text);
    input(host).focus();
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(value(host).textContent.trim()).to.equal('Typed with care');
  });

  it('keeps what may not be edited readable, and says why', async () => {
    const host = await view();
    value(host, 'source').click();
    await host.updateComplete;
    expect(host.$$('dd input')).to.have.length(0);
    expect(value(host, 'source').title).to.equal('Only the form sets it');
    expect(value(host, 'source').textContent.trim()).to.equal('Web form');
  });

  it('goes on where it was when its element is moved in the page (R34)', async () => {
    const host = await view();
    const elsewhere = document.createElement('div');
    host.parentElement!.append(elsewhere);
    await open(host);
    await sendKeys({ type: 'Half a wo' });
    elsewhere.append(host);
    await host.updateComplete;
    await waitUntil(() => host.active === input(host), 'the editor has the focus again');
    await sendKeys({ type: 'rd' });
    expect(commits).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    await host.updateComplete;
    expect(commits).to.deep.equal(['Half a word']);
  });

  it('brings what is wrong into sight where the value stands at the lower edge', async () => {
    const host = await view();
    const list = host.$('dl');
    list.style.cssText = 'block-size: 60px; overflow: auto';
    commit = () => 'Write a title';
    await open(host);
    list.scrollTop = 0;
    list.style.blockSize = `${input(host).getBoundingClientRect().bottom - list.getBoundingClientRect().top}px`;
    await sendKeys({ type: 'x' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => host.$('.field-error') !== null);
    const [error, box] = [host.$('.field-error').getBoundingClientRect(), list.getBoundingClientRect()];
    expect(error.bottom).to.be.at.most(box.bottom + 1);
    expect(error.height).to.be.greaterThan(0);
  });
});
