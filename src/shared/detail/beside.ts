import type { Id } from '../../domain/records.js';
import type { AnyDetail } from './model.js';

/**
 * Where one goes on when an entry of the history goes: at the next one, else at the one before it, else at the heading. Asked
 * before it goes; what is given back is called when it may be gone.
 */
export function besideEntry(model: AnyDetail, id: Id): () => Promise<void> {
  const root = model.host.shadowRoot;
  const ids = [...(root?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])].map(
    (line) => line.dataset['entry'] ?? '',
  );
  const at = ids.indexOf(id);
  // Itself first: where it was refused, it is there still.
  const near = at < 0 ? [] : [id, ids[at + 1], ids[at - 1]].filter((each) => each !== undefined);
  return async () => {
    await model.host.updateComplete;
    for (const each of near) {
      const button = root?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(each)}"] [aria-haspopup]`);
      if (button) return button.focus({ preventScroll: true });
    }
    await model.focus('[data-history]');
  };
}
