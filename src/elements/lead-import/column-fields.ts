import type { ColumnMapping, FieldChoice, Target } from '../../domain/import/index.js';
import { fold } from '../../domain/fold.js';
import type { FieldType, Id } from '../../domain/records.js';
import type { TemplateResult } from 'lit';
import { Combobox } from '../../shared/combobox.js';
import type { Choice } from '../../shared/combobox.js';
import type { ImportHost, ImportModel } from './model.js';
import { groupOf, mappingName, partName, targetName } from './target-names.js';

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
      value: { kind: 'existing', id: idOf(mapping), label: mappingName(mapping, this.model.t) },
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
      if (!importableTypes.has(field.type)) continue;
      for (const part of partsOf(field))
        choices.push({ id: idOfField(field, part), label: partName(field.name, part, model.t), detail: t.groupCustom });
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
    for (const { id: own, name, type } of store?.directory.fields ?? [])
      for (const part of partsOf({ type }))
        if (id === idOfField({ id: own }, part))
          return model.setMapping(mapColumn(heading, profile, 'custom', { field: { id: own, name, type, part } }));
    if (id === 'custom') model.setMapping(mapColumn(heading, profile, 'custom'));
    else model.setMapping(mapColumn(heading, profile, id as Target));
  }
}

function idOf({ target, field }: ColumnMapping): string {
  return target === 'custom' && field?.id != null ? idOfField({ id: field.id }, field.part) : target;
}

const idOfField = ({ id }: { readonly id: Id }, part: Part): string =>
  part === undefined ? `custom.${id}` : `${part}.${id}`;

type Part = FieldChoice['part'];
const whole: readonly Part[] = [undefined];
const wholeOrHalf: readonly Part[] = [undefined, 'first', 'last'];

/** A column may have both days of a field, or one of them. */
const partsOf = ({ type }: { readonly type: FieldType }): readonly Part[] =>
  type === 'dateRange' ? wholeOrHalf : whole;
