import type { CSSResult } from 'lit';
import { adopt } from './adopt.js';
import type { Code } from './code.js';

/** Styles that come with a part that is loaded later. */
interface Styled {
  readonly partStyles?: CSSResult;
}

/**
 * Uses a part of an element that is fetched when somebody asks for it, with the styles that it brings.
 * @param missing tells that it cannot be fetched (the connection is gone); nothing else happens then
 * @returns undefined also where the element has left the page meanwhile
 */
export async function withPart<M extends object, R>(
  host: HTMLElement,
  code: Code<M>,
  missing: () => void,
  use: (part: M) => R | Promise<R>,
): Promise<R | undefined> {
  let part: M;
  try {
    part = code.here ?? (await code.need());
  } catch (error) {
    console.warn(`crm-elements: a part of <${host.localName}> could not be loaded.`, error);
    missing();
    return undefined;
  }
  if (!host.isConnected) return undefined;
  const { partStyles } = part as Styled;
  if (partStyles) adopt(host, [partStyles]);
  return use(part);
}
