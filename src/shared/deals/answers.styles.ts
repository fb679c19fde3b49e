import { css } from 'lit';

/** Fields that answer what is missing; of several deals each under its title. */
export const answerStyles = css`
  .dialog .select { min-inline-size: 0; }
  .asked { display: grid; gap: 10px; min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  .asked > legend { padding: 0; margin-block-end: 8px; font-weight: var(--crm-weight-medium); overflow-wrap: anywhere; }
`;
