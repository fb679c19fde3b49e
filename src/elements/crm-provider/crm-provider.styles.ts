import { css } from '../../styles/css.js';

/** The provider has no face of its own. */
export const styles = css`
  :host {
    display: contents;
  }
`;
