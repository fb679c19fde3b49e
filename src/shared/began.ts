import type { CrmStore } from '../store/api.js';
import { announce, announcerOf } from './facts.js';

/** Remembers which element began a command: its fact comes from there. @returns the end of it */
export function began(store: CrmStore, command: string, origin: Element): () => void {
  const end = announce(store, null);
  const { origins } = announcerOf(store);
  origins.set(command, origin);
  return () => {
    origins.delete(command);
    end();
  };
}
