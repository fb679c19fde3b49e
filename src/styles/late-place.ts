import { css } from 'lit';

/**
 * Holds the place, in an element's list of styles, of controls that come with code fetched later: behind the controls that
 * are there, before what the element says of its own.
 */
export const latePlace = css``;
