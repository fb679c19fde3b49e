import type { ColumnMapping, Target } from '../../domain/import/index.js';
import { fold } from '../../domain/fold.js';
import type { TemplateResult } from 'lit';
import { Combobox } from '../../shared/combobox.js';
import type { Choice } from '../../shared/combobox.js';
import type { ImportHost, ImportModel } from './model.js';
import { groupOf, mappingName, targetName } from './target-names.js';

type Host = ConstructorParameters<typeof Combobox>[0] & ImportHost;

/** The fields in which one chooses what a column becomes: one for each column, made when it is first drawn. */
export class ColumnFields {
  readonly #fields = new Map<number, Combobox>();

  constructor(
    private readonly host: Host,
    private readonly model: ImportModel,
  ) {}

  render(mapping: ColumnMapping, wrong: string | undefined): TemplateResult {
    const { column } = mapping;
    const t = this.model.t.import;
    let field = this.#fields.get(column);
    if (!field) {
      field = new Combobox(this.host, this.model.words, {
        search: (query) => Promise.resolve(this.#search(column, query)),
      });
      this.#fields.set(column, field);
    }
    return field.render({
      id: `to-${column}`,
      label: t.fieldFor(this.model.columnName(column)),
      hideLabel: true,
      value: { kind: 'existing', id: idOf(mapping), label: mappingName(mapping, t) },
      error: wrong,
      onChange: (value) => this.#choose(column, value?.kind === 'existing' ? value.id : 'none'),
    });
  }

  #search(column: number, query: string): readonly Choice[] {
    const { model } = this;
    const { tools, store } = model;
    const t = model.t.import;
    if (!tools) return [];
    const { importableTypes, targets } = tools.rules;
    const choices: Choice[] = targets
      .filter((target): target is Exclude<Target, 'custom'> => target !== 'custom')
      .map((target) => ({
        id: target,
        label: targetName(target, t),
        detail: target === 'none' ? undefined : groupOf(target, t),
      }));
    for (const field of store?.directory.fields ?? []) {
      if (importableTypes.has(field.type))
        choices.push({ id: `custom.${field.id}`, label: field.name, detail: t.groupCustom });
    }
    const own = tools.rules.mapColumn(model.sheet!.table.headings[column]!, model.sheet!.profiles[column]!, 'custom');
    choices.splice(1, 0, { id: 'custom', label: t.toNewField(own.field?.name ?? ''), detail: t.groupCustom });
    const wanted = fold(query);
    return choices.filter(({ label, detail }) => fold(`${label} ${detail ?? ''}`).includes(wanted));
  }

  #choose(column: number, id: string): void {
    const { model } = this;
    const { tools, sheet, store } = model;
    const [heading, profile] = [sheet?.table.headings[column], sheet?.profiles[column]];
    if (!tools || !heading || !profile) return;
    const { mapColumn } = tools.rules;
    const known = store?.directory.fields.find((field) => id === `custom.${field.id}`);
    if (known) model.setMapping(mapColumn(heading, profile, 'custom', { field: known }));
    else if (id === 'custom') model.setMapping(mapColumn(heading, profile, 'custom'));
    else model.setMapping(mapColumn(heading, profile, id as Target));
  }
}

function idOf({ target, field }: ColumnMapping): string {
  return target === 'custom' && field?.id != null ? `custom.${field.id}` : target;
}
