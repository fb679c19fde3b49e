import { fold } from '../../domain/fold.js';
import type { Field } from '../../domain/records.js';
import { commandIn } from '../dialog-command.js';
import type { FieldsView } from './view.js';

/** Another name, given where it stands. @returns what is wrong with it; a promise is refused with the reason */
export function rename(
  { fields, t }: FieldsView,
  frame: Parameters<typeof commandIn>[0],
  field: Field,
  name: string,
): string | Promise<void> {
  if (name === '') return t.nameMissing;
  if (fields.some((each) => each.id !== field.id && fold(each.name) === fold(name))) return t.nameTaken;
  return commandIn(frame, 'field-edit', { id: field.id, name }).then((why) => {
    if (why !== '') throw new Error(why);
  });
}

/** Another place among the fields; the focus goes with it. @param to from 0 */
export function move(view: FieldsView, field: Field, to: number): void {
  const { fields, place, t } = view;
  if (to < 0 || to >= fields.length || view.why('fields-sort', field) !== null) return;
  const others = fields.filter(({ id }) => id !== field.id);
  const row = place.dialog.element?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field.id)}"]`);
  if (!row?.contains(place.host.shadowRoot?.activeElement ?? null))
    row?.querySelector<HTMLElement>('[data-more-field]')?.focus();
  void place.commands.run('fields-sort', { id: field.id, before: others[to]?.id ?? null }, { quiet: true });
  place.commands.announce(t.nowAt(field.name, to + 1, fields.length));
}
