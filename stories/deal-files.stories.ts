import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { BlobStore, CrmAdapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Change } from '../src/domain/change.js';
import { CrmError } from '../src/domain/errors.js';
import { profileWith } from '../src/domain/profile.js';
import type { AttachedFile } from '../src/domain/records.js';
import type { DealDetail } from '../src/elements/deal-detail/deal-detail.js';
import type { LeadDetail } from '../src/elements/lead-detail/lead-detail.js';
import type { CrmStore, StoreOptions } from '../src/store/api.js';
import { aFile, creation } from '../src/testing/fixtures.js';
import { faultyAdapter } from '../src/testing/faulty.js';
import { at, dealWork, ground, leadWork, storeWith, theDeal, theLead } from './detail.data.js';
import { frame, type Frame } from './support/frame.js';

type Detail = DealDetail | LeadDetail;
interface Args extends Frame {
  readonly files: () => readonly AttachedFile[];
  readonly lead?: boolean;
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
  readonly options?: Partial<StoreOptions>;
  readonly then?: (detail: Detail, store: CrmStore) => Promise<unknown>;
}

const appears = async (detail: Detail, selector: string): Promise<HTMLElement | null> => {
  for (let tries = 0; tries < 200 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
  return detail.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
};
const press = async (detail: Detail, selector: string): Promise<void> => {
  (await appears(detail, selector))?.click();
  await detail.updateComplete;
};
const file = (name: string, bytes = 90_112): File => new File([new Uint8Array(bytes)], name);
const holding = (...files: readonly File[]): DataTransfer => {
  const transfer = new DataTransfer();
  for (const each of files) transfer.items.add(each);
  return transfer;
};
const drag = (detail: Detail, type: string, ...files: readonly File[]): void =>
  void detail.dispatchEvent(
    new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: holding(...files) }),
  );
const drop = async (detail: Detail, files: readonly File[], until: string): Promise<unknown> => {
  drag(detail, 'drop', ...files);
  return appears(detail, until);
};

const some = (): readonly AttachedFile[] =>
  [
    { name: 'Lastenheft_Bestandsverwaltung_v4_final_freigegeben.pdf', size: 2_412_000, createdAt: at(-20) },
    { name: 'Mengengerüst.xlsx', size: 88_100, createdAt: at(-4), authorId: 'jonas' },
    {
      ...{ name: 'عرض الأسعار النهائي.docx', size: 41_000, createdAt: at(-1), authorId: 'maya' },
      description: 'What they asked for in the workshop. Prices: https://berg.example/prices',
    },
  ].map((fields, i) => aFile({ id: `file-${i}`, ref: `file-${i}`, dealId: 'deal', authorId: 'me', ...fields }));
const many = (): readonly AttachedFile[] =>
  Array.from({ length: 200 }, (_, i) =>
    aFile({ id: `many-${i}`, dealId: 'deal', name: `Messprotokoll ${i + 1}.csv`, size: 1_000 * i, createdAt: at(-i) }),
  );

const changes = (files: readonly AttachedFile[]): readonly Change[] => [
  ...ground(),
  ...theDeal(),
  ...dealWork(),
  ...theLead(),
  ...leadWork(),
  ...files.map((one) => creation('file', one)),
];

const show = ({ files, lead = false, wrap = (adapter) => adapter, options, then, ...size }: Args) => {
  const detail = document.createElement(lead ? 'lead-detail' : 'deal-detail');
  detail.style.blockSize = '100%';
  const inner = memoryAdapter();
  void inner
    .commit([...changes(files())])
    .then(() => storeWith([], { adapter: wrap(inner), ...options }))
    .then(async (store) => {
      if (detail.localName === 'lead-detail') (detail as LeadDetail).leadId = 'lead';
      else (detail as DealDetail).dealId = 'deal';
      detail.store = store;
      if (size.width && !lead) await press(detail, '#tab-files');
      await appears(detail, files().length > 0 ? '#files [data-file]' : '#files');
      await then?.(detail, store);
      detail.shadowRoot?.querySelector('#files')?.scrollIntoView({ block: 'nearest' });
    });
  return frame(detail, { height: 1100, ...size });
};

const meta: Meta<Args> = { title: 'Elements/deal-files', component: 'deal-detail', render: show };
export default meta;
type Story = StoryObj<Args>;

/** @param shows words that have to be read in the end */
const story = (shows: readonly string[], args: Partial<Args> = {}): Story => ({
  args: { files: some, ...args },
  parameters: { shows },
});
/** A storage that has so much room, or that refuses some. */
const blobs =
  (own: Partial<BlobStore>) =>
  (adapter: CrmAdapter): CrmAdapter => ({ ...faultyAdapter(adapter), blobs: { ...adapter.blobs!, ...own } });

/** One that came with the lead, one with a description. */
export const Several = story(['Mengengerüst.xlsx', '2.4 MB', 'from the lead']);
export const SeveralNarrow = story(['Mengengerüst.xlsx', '2.4 MB'], { width: 390 });

export const None = story(['None yet. Drop a file anywhere here.'], { files: () => [] });

/** Files are dragged over the deal. */
export const Dragging = story(['Drop to attach'], {
  then: async (detail) => {
    drag(detail, 'dragenter', file('Angebot.pdf'));
    await appears(detail, '.drop-zone');
  },
});

/** The page is asked, and takes its time. */
export const Waiting = story(['Waiting for approval'], {
  then: (detail) => {
    detail.addEventListener('file-add', (event) => event.waitUntil(new Promise(() => {})));
    return drop(detail, [file('Angebot.pdf'), file('Zeitplan.xlsx')], '[data-upload]');
  },
});

/** One Cancel has called off all that the page was asked about. */
export const CalledOff = story(['Called off. It was not attached.'], {
  then: async (detail) => {
    detail.addEventListener('file-add', (event) => event.waitUntil(new Promise(() => {})));
    await drop(detail, [file('Angebot.pdf'), file('Zeitplan.xlsx')], '[data-upload] [aria-label*="all"]');
    await press(detail, '[data-upload] .file > button');
    await appears(detail, '[data-upload] [data-off]');
  },
});

export const CalledOffNarrow = story(['Called off'], { ...CalledOff.args, width: 390 });

/** What was not attached: too large, empty, refused by the page, no room. */
export const NotAttached = story(
  ['It is larger than 5 MB', 'It is empty', 'No offers here.', 'There is no room left in the storage'],
  {
    wrap: blobs({
      limit: 5_000_000,
      put: async (blob) => Promise.reject(new CrmError('quota', `No room for ${blob.size} bytes.`)),
    }),
    then: async (detail) => {
      detail.addEventListener('file-add', ({ plan }) => {
        for (const draft of plan.drafts) if (draft.title.startsWith('Angebot')) draft.refuse('No offers here.');
      });
      await drop(
        detail,
        [file('Video.mp4', 5_000_001), file('Leer.txt', 0), file('Angebot.pdf'), file('Plan.png')],
        '[data-upload]',
      );
      await appears(detail, '[data-upload]:nth-child(4) .field-error');
    },
  },
);
export const NotAttachedNarrow = story(['It is empty'], { ...NotAttached.args, width: 390 });

/** This user may not attach anything. */
export const ReadOnly = story(['Mengengerüst.xlsx'], {
  options: { can: (action) => (action.startsWith('file-') ? 'Only the owner attaches files.' : true) },
});

/** Its name is edited where it stands. */
export const Renaming = story(['from the lead'], {
  then: async (detail) => {
    await press(detail, '[data-file=file-1] [data-file-menu]');
    await press(detail, '#menu-rename');
    await appears(detail, '[data-file=file-1] input');
  },
});

/** Chosen in the composer, with something written about them. */
export const Composing = story(['Attach 2 files', 'Description'], {
  then: async (detail) => {
    await press(detail, '#composer-file');
    const input = (await appears(detail, '.attach input[type=file]')) as HTMLInputElement | null;
    if (!input) return;
    input.files = holding(file('Angebot_2026-114.pdf'), file('Zeitplan.xlsx', 24_000)).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await appears(detail, '.attach .file');
  },
});

/** In the history. */
export const History = story(['attached a file'], {
  then: async (detail) => {
    const chips = [...(detail.shadowRoot?.querySelectorAll<HTMLElement>('.history .chip') ?? [])];
    chips.find((chip) => chip.textContent.includes('Files'))?.click();
    await appears(detail, '.history .file');
  },
});

/** Two hundred of them. */
export const Many = story(['Messprotokoll 1.csv', 'Show 150 more'], { files: many });

/** A lead, where the page's profile gives leads files. */
export const OfLead = story(['None yet. Drop a file anywhere here.'], {
  lead: true,
  files: () => [],
  options: { profile: profileWith({ documentsAndFiles: { lead: true, deal: true } }) },
});
