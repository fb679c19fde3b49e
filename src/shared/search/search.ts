/** One search over leads, deals, persons and organizations: fetched when somebody first asks for it. */
import { adopt } from '../adopt.js';
import { Palette } from './palette.js';
import type { SearchPlace } from './place.js';
import { searchStyles } from './search.styles.js';
import { paletteView } from './view.js';

export type { SearchPlace } from './place.js';

/** Opens it over the view, unless something else is open there. */
export function openSearch(place: SearchPlace): void {
  const { dialog, host, returnTo } = place;
  if (dialog.isOpen) return;
  adopt(host, searchStyles);
  const palette = new Palette(place);
  dialog.open({
    width: 600,
    focus: 'input',
    returnTo,
    content: () => paletteView(palette),
    onClose: () => palette.end(),
  });
}
