import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { chord } from '../support/commands.js';
import { Dialog } from '../../src/shared/dialog.js';
import { textField } from '../../src/shared/field.js';
import { Menu } from '../../src/shared/menu.js';
import type { Stage } from './stage.js';
import { settled, stage } from './stage.js';

let dialog: Dialog;
let submitted: number;
let error: string | undefined;
let gone: boolean;

async function view(): Promise<Stage> {
  submitted = 0;
  error = undefined;
  gone = false;
  return stage((host) => {
    dialog = new Dialog(host);
    const open = () =>
      dialog.open({
        returnTo: () => host.$('#head'),
        content: () =>
          dialog.frame({
            title: 'Add lead',
            text: 'A person or an organization is enough.',
            close: 'Close',
            body: html`${textField({ id: 'title', label: 'Title', value: '' })}${textField({ id: 'who', label: 'Person', value: '', error })}`,
            foot: html`<button type="button" class="btn">Cancel</button><button type="submit" class="btn btn--primary">Add lead</button>`,
            onSubmit: () => submitted++,
          }),
      });
    return () =>
      html`<h2 tabindex="-1" id="head">Leads</h2>${gone ? '' : html`<button id="opener" @click=${open}>Add</button>`}${dialog.render()}`;
  });
}

describe('Dialog', () => {
  it('is modal and named by its title; the focus goes in and comes back', async () => {
    const host = await view();
    host.$('#opener').focus();
    await sendKeys({ press: 'Enter' });
    const box = host.$('dialog');
    expect(box.matches(':modal')).to.equal(true);
    expect(host.root.getElementById(box.getAttribute('aria-labelledby')!)?.textContent).to.equal('Add lead');
    expect(host.active?.id).to.equal('title');
    await settled(host);
    await expect(host).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(dialog.isOpen).to.equal(false);
    expect(box.matches('[open]')).to.equal(false);
    expect(host.active?.id).to.equal('opener');
  });

  it('leads to the first missing answer', async () => {
    const host = await view();
    host.$('#opener').click();
    error = 'Needs an answer';
    host.requestUpdate();
    await host.updateComplete;
    dialog.focusFirst();
    expect(host.active?.id).to.equal('who');
    expect(host.root.getElementById(host.active!.getAttribute('aria-describedby')!)?.textContent).to.contain(
      'Needs an answer',
    );
  });

  it('is sent by Enter, and by nothing while it is busy', async () => {
    const host = await view();
    host.$('#opener').click();
    await sendKeys({ press: 'Enter' });
    expect(submitted).to.equal(1);
    dialog.busy = true;
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    expect(submitted).to.equal(1);
    expect(dialog.isOpen).to.equal(true);
    expect(host.$('dialog').matches(':modal')).to.equal(true);
    dialog.busy = false;
    host.$('[data-close]').click();
    expect(dialog.isOpen).to.equal(false);
  });

  it('is sent by Ctrl and Enter from any of its fields', async () => {
    const host = await view();
    host.$('#opener').click();
    host.$('#who').focus();
    await chord('Control+Enter');
    expect(submitted).to.equal(1);
  });

  it('gives the focus to a stand-in when what opened it has gone', async () => {
    const host = await view();
    host.$('#opener').focus();
    host.$('#opener').click();
    gone = true;
    host.requestUpdate();
    await host.updateComplete;
    dialog.close();
    expect(host.active?.id).to.equal('head');
  });

  it('asks a question: yes by its button, no by Escape', async () => {
    const host = await view();
    host.$('#opener').focus();
    const question = {
      title: 'Delete 2 leads?',
      text: 'They can be restored for 30 days.',
      action: 'Delete',
      cancel: 'Cancel',
      negative: true,
    };
    const first = dialog.confirm(() => question);
    expect(host.active?.textContent).to.equal('Cancel');
    host.$('dialog [type=submit]').click();
    expect(await first).to.equal(true);
    const second = dialog.confirm(() => question);
    await sendKeys({ press: 'Escape' });
    expect(await second).to.equal(false);
    expect(host.active?.id).to.equal('opener');
  });

  it('stays open, with its text, when the element is moved in the page', async () => {
    const host = await view();
    host.$('#opener').click();
    await sendKeys({ type: 'Depo' });
    const other = document.createElement('div');
    host.parentElement!.append(other);
    other.append(host);
    await host.updateComplete;
    await Promise.resolve();
    expect(host.$('dialog').matches(':modal')).to.equal(true);
    expect(host.$<HTMLInputElement>('#title').value).to.equal('Depo');
    expect(host.active?.id).to.equal('title');
    dialog.close();
  });

  it('closes its own menu first when Escape is pressed', async () => {
    let menu!: Menu;
    const host = await stage((self) => {
      dialog = new Dialog(self);
      menu = new Menu(self);
      return () => dialog.render();
    });
    dialog.open({
      content: () =>
        dialog.frame({
          title: 'Move',
          close: 'Close',
          body: html`<button type="button" id="pick" class="btn">Stage</button>${menu.render()}`,
          foot: html``,
          onSubmit: () => {},
        }),
      focus: '#pick',
    });
    menu.open(host.$('#pick'), { label: 'Stage', items: [{ id: 'a', label: 'Demo' }] });
    expect(host.active?.id).to.equal('menu-a');
    await sendKeys({ press: 'Escape' });
    expect(menu.isOpen).to.equal(false);
    expect(dialog.isOpen).to.equal(true);
    expect(host.active?.id).to.equal('pick');
    dialog.close();
  });
});
