/** "What this page may do": each thing a host can do with a conversion, live, and the events as they pass. */
import type { CrmProvider } from '../src/elements/crm-provider/crm-provider.js';
import { factOf, type IntentEvent } from '../src/events.js';
import { box, button, choice, section } from './page.js';
import { loadSample, type LoadView } from './load.js';

export function deskOf(provider: CrmProvider): void {
  const said = status();
  document
    .querySelector('#host')!
    .append(
      heading('What this page may do'),
      columns([conversions(provider, said), look(provider), samples()], [events()]),
    );
  const view = loadView(document.querySelector('#load')!);
  for (const [name, id] of [
    ['deal-open', 'deal'],
    ['contact-open', 'contact'],
    ['lead-open', 'lead'],
  ] as const)
    document.addEventListener(name, (event) => showSection(id, event.detail.id !== null));
  for (const element of document.querySelectorAll<HTMLElement>('[data-sample]'))
    element.addEventListener('click', () => void loadSample(provider, Number(element.dataset['sample']), view));
}

/**
 * The page's own place for what is open: there while something is, and led to from the masthead. Closed by Escape it is hidden
 * while the focus is in it; the kit gives that back to the row, card or link it was opened from.
 */
function showSection(id: string, open: boolean): void {
  const section = document.querySelector<HTMLElement>(`#${id}`);
  if (section === null) return;
  section.hidden = !open;
  const link = document.querySelector<HTMLElement>(`[href="#${id}"]`);
  if (link !== null) link.hidden = !open;
  if (!open) return;
  section.scrollIntoView({ block: 'nearest' });
  // Who opens it by key goes on in it; who goes to the next one within it stays where they are.
  if (!section.contains(document.activeElement))
    section.querySelector<HTMLElement>('deal-detail, lead-detail, contact-detail')?.focus();
}

function status(): HTMLParagraphElement {
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  return said;
}

/** Stands above the inbox, where whoever has pressed "Load a sample" looks. */
function loadView(place: Element): LoadView {
  const said = status();
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', 'Sample loaded');
  const stop = button('Stop', () => undefined);
  bar.hidden = stop.hidden = true;
  place.append(said, bar, stop);
  return { said, bar, stop };
}

function heading(text: string): HTMLHeadingElement {
  const element = document.createElement('h2');
  element.textContent = text;
  return element;
}

function columns(...parts: readonly (readonly Node[])[]): HTMLDivElement {
  const side = document.createElement('div');
  side.className = 'side';
  for (const part of parts) {
    const column = document.createElement('div');
    column.append(...part);
    side.append(column);
  }
  return side;
}

function conversions(provider: CrmProvider, said: HTMLElement): HTMLFieldSetElement {
  const rules = { stop: false, refuse: false, hold: false, edit: false };
  document.addEventListener('leads-convert', (event: IntentEvent<'leads-convert'>) => {
    if (rules.stop) return event.preventDefault();
    for (const draft of event.plan.drafts) {
      if (rules.refuse && draft.fields['value'] === null) draft.refuse('This page wants a value first.');
      if (rules.edit) draft.fields['title'] = `Chandlery: ${String(draft.fields['title'])}`;
    }
    if (rules.hold) event.waitUntil(askOffice(event.plan.drafts.length, event.signal));
  });

  return section('When leads are about to become deals', [
    box('Stop it: preventDefault()', (on) => (rules.stop = on)),
    box('Refuse leads without a value: draft.refuse(reason)', (on) => (rules.refuse = on)),
    box('Change the title: draft.fields.title', (on) => (rules.edit = on)),
    box('Hold it until I decide: event.waitUntil(promise)', (on) => (rules.hold = on)),
    button('Convert the newest lead from here: store.convertLeads()', () => void convertNewest(provider, said)),
    said,
  ]);
}

/**
 * The office decides, in a dialog of the page's own over the one that waits. Put off, it goes on waiting: until the person
 * cancels it, or for 60 seconds.
 */
function askOffice(leads: number, signal: AbortSignal): Promise<void> {
  const office = document.createElement('dialog');
  office.className = 'office';
  const question = document.createElement('p');
  question.textContent = `The office is asked: may ${leads === 1 ? 'this lead become a deal' : `these ${leads} leads become deals`}?`;
  return new Promise<void>((yes, no) => {
    office.append(
      question,
      button('Approve', yes),
      button('Reject', () => no(new Error('The office says: not before Monday.'))),
      button('Later', () => office.close()),
    );
    signal.addEventListener('abort', () => no(signal.reason as Error), { once: true });
    document.body.append(office);
    office.showModal();
  }).finally(() => office.remove());
}

async function convertNewest(provider: CrmProvider, said: HTMLElement): Promise<void> {
  const store = provider.store;
  if (store === null) return;
  const { records } = await store.read({
    kind: 'lead',
    where: { field: 'archivedAt', op: 'empty' },
    order: [{ field: 'createdAt', descending: true }],
    window: { offset: 0, limit: 1 },
  });
  const lead = records[0];
  if (lead === undefined) {
    said.textContent = 'There is no lead to convert.';
    return;
  }
  const { outcomes } = await store.convertLeads([lead.id]);
  said.textContent = `${lead.title}: ${outcomes[0]?.state ?? 'nothing'}${outcomes[0]?.reason === undefined ? '' : `, ${outcomes[0].reason}`}`;
}

/** Intents and facts as they pass the document, the last one first. */
function events(): HTMLElement {
  const log = document.createElement('ol');
  log.className = 'log';
  log.tabIndex = 0;
  log.setAttribute('aria-label', 'Events');
  const write = (kind: 'intent' | 'fact', text: string): void => {
    const line = document.createElement('li');
    line.className = kind;
    line.textContent = text;
    log.prepend(line);
    while (log.childElementCount > 200) log.lastElementChild!.remove();
  };
  for (const [intent, fact] of Object.entries(factOf)) {
    document.addEventListener(intent, (event) => {
      const drafts = (event as IntentEvent).plan.drafts;
      write(
        'intent',
        `${intent}  ${drafts.length} ${drafts.length === 1 ? 'draft' : 'drafts'}${drafts[0] === undefined ? '' : `: ${drafts[0].title}`}`,
      );
    });
    document.addEventListener(fact, (event) => {
      const { outcomes } = (event as CustomEvent<{ outcomes: readonly { state: string }[] }>).detail;
      write(
        'fact',
        `${fact}  ${outcomes
          .map((outcome) => outcome.state)
          .slice(0, 8)
          .join(', ')}`,
      );
    });
  }
  for (const name of ['lead-open', 'deal-open', 'contact-open'] as const)
    document.addEventListener(name, (event) => write('intent', `${name}  ${event.detail.id ?? 'none'}`));
  document.addEventListener('store-changed', (event) => write('fact', `store-changed  ${event.detail.count}`));

  return section('Events as they pass', [log]);
}

function look(provider: CrmProvider): HTMLElement {
  const root = document.documentElement;
  return section('Look and words', [
    choice(
      'Language',
      [
        ['', 'of the page'],
        ['tr', 'Türkçe'],
        ['de', 'numbers as in German'],
        ['ar', 'right to left, numbers as in Arabic'],
      ],
      (lang) => {
        provider.lang = lang;
        provider.dir = lang === 'ar' ? 'rtl' : '';
      },
    ),
    choice(
      'Scheme',
      [
        ['light', 'light'],
        ['dark', 'dark'],
      ],
      (scheme) => (root.dataset['scheme'] = scheme),
    ),
    choice(
      'Accent',
      [
        ['', 'the kit’s'],
        ['#9a6b1f', 'brass'],
        ['#0f766e', 'sea'],
        ['#b91c4b', 'signal red'],
      ],
      (accent) =>
        accent === '' ? root.style.removeProperty('--crm-accent') : root.style.setProperty('--crm-accent', accent),
    ),
  ]);
}

function samples(): HTMLElement {
  return section(
    'A sample to try it on',
    [100, 1000, 10_000, 100_000].map((count) => {
      const load = button(`Load ${count.toLocaleString('en')} leads`, () => undefined);
      load.dataset['sample'] = String(count);
      return load;
    }),
  );
}
