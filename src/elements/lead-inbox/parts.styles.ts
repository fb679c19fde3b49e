import { css } from 'lit';
import { keysStyles } from '../../shared/keys-table.js';
import { picker } from '../../styles/controls/picker.js';

/** What the parts that come later add: column list, keys, the pairs of the add form; builder and label editor are in `picker`. */
export const partStyles = css`
  ${picker}
  ${keysStyles}
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
  .import-host { overflow: auto; min-block-size: 0; flex: 1 1 auto; }
  @container (max-width: 480px) { .pair { grid-template-columns: 1fr; } }
`;
