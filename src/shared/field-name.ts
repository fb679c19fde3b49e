import type { common } from '../i18n/en/common.js';
import type { CrmStore } from '../store/api.js';

const CUSTOM = 'custom.';

/** A record's field as people know it: the kit's word, or the own name of a custom field. */
export function fieldName(field: string, words: typeof common, store: CrmStore | null): string {
  if (field.startsWith(CUSTOM)) {
    const id = field.slice(CUSTOM.length);
    return store?.directory.fields.find((each) => each.id === id)?.name ?? id;
  }
  switch (field) {
    case 'title':
    case 'value':
    case 'expectedClose':
    case 'channel':
    case 'lostReason':
    case 'lostComment':
    case 'name':
      return words[field];
    case 'ownerId':
      return words.owner;
    case 'personId':
    case 'person':
      return words.person;
    case 'organizationId':
    case 'organization':
      return words.organization;
    case 'labelIds':
      return words.labels;
    case 'sourceName':
      return words.source;
    default:
      return field;
  }
}
