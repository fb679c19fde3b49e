import { css } from 'lit';

/** The provider has no face of its own. */
export const styles = css`
  :host {
    display: contents;
  }
`;
