import type { TemplateResult } from 'lit';

export interface InlineWords {
  readonly t: {
    readonly common: {
      readonly addValue: string;
      readonly emptyValue: (shown: string, name: string) => string;
      readonly editOf: (name: string, value: string) => string;
      readonly couldNotSave: string;
      readonly notDay: string;
      readonly notTime: string;
    };
  };
}

export interface InlineOptions {
  /** Names the value within its view: one is edited at a time. */
  readonly key: string;
  readonly name: string;
  /** What is shown where there is none; default "Add value". */
  readonly empty?: string | undefined;
  /** What the editor begins with. */
  readonly text: string;
  /** What is shown; default: the text. */
  readonly shown?: TemplateResult | string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | undefined;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'url' | undefined;
  readonly multiline?: boolean | undefined;
  /** How much of what the editor begins with is selected, from its beginning; default: all of it. Not for days and times. */
  readonly selected?: ((text: string) => number) | undefined;
  /** How the value is read aloud, where its text is not what people say (a day), or where none stands for something; default: the text. */
  readonly said?: string | undefined;
  /** What to say below the editor when somebody else has changed the value while one was typing. */
  readonly changed?: ((now: string) => string) | undefined;
  /** Selects what takes the focus where nothing is left in the editor's place: a value that was only about to be added. */
  readonly instead?: string | undefined;
  /** Why it may not be edited; the value stays readable and says so. */
  readonly locked?: string | undefined;
  /**
   * Takes the new text. A string is what is wrong with it: the editor stays open with both. A promise may be refused
   * later: the typed text comes back then, with the reason (its rejection's message).
   */
  readonly commit: (text: string) => string | void | Promise<unknown>;
}
