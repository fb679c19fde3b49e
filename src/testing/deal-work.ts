/** What belongs to the work on a deal. As the builders of `fixtures.ts`, which has these for everybody. */
import type { AttachedFile, DealProduct, Participant, Product, Project, ProjectTemplate } from '../domain/records.js';

const base = { rev: 0, createdAt: '2026-11-02T09:00:00.000Z', updatedAt: '2026-11-02T09:00:00.000Z' };

/** An entry of the catalogue with a price in euros. */
export function aProduct(fields: Partial<Product> = {}): Product {
  return {
    ...base,
    id: 'product-1',
    name: 'Platform licence',
    code: 'PL-1',
    description: '',
    unit: 'per seat and year',
    tax: '19',
    category: '',
    active: true,
    prices: [{ currency: 'EUR', price: '1200', cost: null }],
    variations: [],
    frequency: 'oneTime',
    cycles: null,
    ...fields,
  };
}

/** A line of `deal-1`. */
export function aDealProduct(fields: Partial<DealProduct> = {}): DealProduct {
  return {
    ...base,
    id: 'line-1',
    dealId: 'deal-1',
    productId: 'product-1',
    variationId: null,
    name: 'Platform licence',
    unit: 'per seat and year',
    price: '1200',
    quantity: '1',
    tax: '19',
    discount: '0',
    discountType: 'percentage',
    enabled: true,
    comment: '',
    rank: 'a0',
    currency: 'EUR',
    frequency: 'oneTime',
    cycles: null,
    billingStart: null,
    ...fields,
  };
}

/** A file on `deal-1`; what it holds lies nowhere. */
export function aFile(fields: Partial<AttachedFile> = {}): AttachedFile {
  return {
    ...base,
    id: 'file-1',
    ...{ leadId: null, dealId: 'deal-1', personId: null, organizationId: null },
    name: 'Offer.pdf',
    description: '',
    size: 90_112,
    type: 'application/pdf',
    ref: 'file-1',
    authorId: 'user-1',
    ...fields,
  };
}

/** `person-1`, who takes part in `deal-1`. */
export function aParticipant(fields: Partial<Participant> = {}): Participant {
  return { ...base, id: 'participant-1', dealId: 'deal-1', personId: 'person-1', role: 'Decides', ...fields };
}

/** A project of `deal-1` with one task. */
export function aProject(fields: Partial<Project> = {}): Project {
  return {
    ...base,
    id: 'project-1',
    title: 'Roll-out',
    description: '',
    status: 'open',
    phase: 'Kick-off',
    startDate: '2026-12-01',
    endDate: null,
    dealIds: ['deal-1'],
    personId: 'person-1',
    organizationId: null,
    ownerId: 'user-1',
    tasks: [{ id: 'task-1', title: 'Invite everybody', done: false, due: '2026-12-02', ownerId: 'user-1' }],
    ...fields,
  };
}

export function aProjectTemplate(fields: Partial<ProjectTemplate> = {}): ProjectTemplate {
  return {
    ...base,
    id: 'template-1',
    name: 'Roll-out',
    phases: ['Kick-off', 'Training'],
    tasks: [{ title: 'Invite everybody', days: 1 }],
    ...fields,
  };
}
