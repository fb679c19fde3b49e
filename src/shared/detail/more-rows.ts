import type { LiveList } from '../../store/api.js';
import type { DetailModel } from './model.js';

/**
 * Reads that many rows of a list in a section, because somebody asked for more.
 * The focus goes to the first of those that come: the button it was on may be gone.
 * @param first where it is, once it is drawn
 */
export async function showUpTo(
  model: DetailModel,
  list: Pick<LiveList<'file' | 'project'>, 'setWindow' | 'subscribe'> | null,
  most: number,
  first: (root: ShadowRoot) => HTMLElement | null | undefined,
): Promise<void> {
  list?.setWindow(0, most);
  const stop = list?.subscribe(() => void there());
  const there = async (): Promise<void> => {
    model.update();
    await model.host.updateComplete;
    const root = model.host.shadowRoot;
    const next = root && first(root);
    if (!next) return;
    stop?.();
    // Whoever went elsewhere meanwhile stays there.
    if (!root.activeElement) next.focus({ preventScroll: true });
  };
  await there();
}
