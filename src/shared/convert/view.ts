import type { TemplateResult } from 'lit';
import type { ConvertDraft } from '../../domain/plan.js';
import type { Id } from '../../domain/records.js';
import type { common } from '../../i18n/en/common.js';
import type { convert } from '../../i18n/en/convert.js';
import type { outcome } from '../../i18n/en/outcome.js';
import type { Format } from '../../i18n/format.js';
import type { ConvertSession } from './session.js';

export interface ConvertWords {
  readonly common: typeof common;
  readonly convert: typeof convert;
  readonly outcome: typeof outcome;
}

export interface AnswerOptions {
  /** In a row of many the label is for ears only, and stands in the field as its placeholder. */
  readonly row?: boolean;
  /** What is wrong with it, beyond what could not be read. */
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** What the templates of the dialog are drawn from. */
export interface ConvertView {
  readonly session: ConvertSession;
  readonly t: ConvertWords;
  readonly format: Format;
  /** The field that answers `field` of this lead. */
  readonly answer: (draft: ConvertDraft, field: string, options?: AnswerOptions) => TemplateResult;
  /** Names of persons and organizations that values point to. */
  readonly nameOf: (id: Id) => string;
  /** Unique within the shadow root. */
  readonly id: string;
  readonly redraw: () => void;
  readonly open: (dealId: Id) => void;
}
