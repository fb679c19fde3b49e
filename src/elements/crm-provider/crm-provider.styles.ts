import { css } from 'lit';

/** The provider has no face of its own: only its notice, in the system's colours, because no element of ours is around it. */
export const styles = css`
  :host {
    display: contents;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 12px 16px;
    border: 1px solid color-mix(in oklab, CanvasText, transparent 60%);
    border-radius: 8px;
    background: Canvas;
    color: CanvasText;
    font: 14px/1.5 system-ui, sans-serif;
    text-align: start;
  }
  p {
    margin: 0;
    flex: 1;
    min-inline-size: 0;
  }
  button {
    font: inherit;
    min-block-size: 32px;
  }
`;
