import type { CommandInputs, Plan, Reading, RetypeDraft, Retyped } from '../../domain/plan.js';
import type { Field } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import { decimalSign } from '../../i18n/format-more.js';
import type { CommandResult } from '../../store/api.js';

/** Lost values named at first, and with each press of "Show more". */
export const atOnce = 50;

/** A field and its values on their way to another type: looked at, asked about, carried out. */
export class Retyping {
  step: 'looking' | 'ask' | 'running' | 'left' = 'looking';
  plan: Plan<'field-retype'> | null = null;
  /** Why it was not done. */
  why = '';
  /** How many lost values are named. */
  shown = atOnce;
  done = 0;
  of = 0;
  result: CommandResult<'field-retype'> | null = null;
  readonly stop = new AbortController();
  /** Takes the person's answer. */
  answer: (yes: boolean) => void = () => undefined;
  #parted: { readonly plan: Plan; readonly parts: Parted } | null = null;

  constructor(
    readonly field: Field,
    readonly input: CommandInputs['field-retype'],
  ) {}

  /** The drafts by what becomes of their values; made once for a plan. */
  get parted(): Parted {
    const { plan } = this;
    if (plan === null) return { kept: 0, part: new Map<Why<'part'>, number>(), lost: [] };
    if (this.#parted?.plan !== plan) this.#parted = { plan, parts: partedOf(plan.drafts) };
    return this.#parted.parts;
  }
}

type Why<F extends 'part' | 'lost'> = (Retyped & { readonly fate: F })['why'];

interface Parted {
  readonly kept: number;
  /** How many lose what. */
  readonly part: ReadonlyMap<Why<'part'>, number>;
  readonly lost: readonly { readonly draft: RetypeDraft; readonly why: Why<'lost'> }[];
}

function partedOf(drafts: readonly RetypeDraft[]): Parted {
  let kept = 0;
  const part = new Map<Why<'part'>, number>();
  const lost: { draft: RetypeDraft; why: Why<'lost'> }[] = [];
  for (const draft of drafts) {
    const { retyped } = draft;
    if (retyped === null) continue;
    if (retyped.fate === 'kept') kept++;
    else if (retyped.fate === 'part') part.set(retyped.why, (part.get(retyped.why) ?? 0) + 1);
    else lost.push({ draft, why: retyped.why });
  }
  return { kept, part, lost };
}

/** How this reader writes numbers and days, and says yes and no. */
export function readingOf(format: Format, words: { readonly yes: string; readonly no: string }): Reading {
  const parts = new Intl.DateTimeFormat(format.locale).formatToParts(0).map(({ type }) => type);
  return {
    decimal: decimalSign(format) === ',' ? ',' : '.',
    dates:
      parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day') ? 'mdy' : 'dmy',
    yes: words.yes,
    no: words.no,
  };
}
