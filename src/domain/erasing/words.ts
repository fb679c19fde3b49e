/** By what a person is recognised in texts: names, e-mail addresses, phone numbers, in every way in which people write them. */
import { digitsOf, fold } from '../fold.js';
import type { Person, User } from '../records.js';

/** Digits from which on a number is one person's, and how many of its last ones tell it: countries and zeros stand before them. */
const FEWEST = 7;
const TELLING = 9;
/** A part of a name that is looked for by itself. */
const SHORTEST = 3;

const PHONE = /[+\p{Nd}][\p{Nd}\s().\-/]{5,}\p{Nd}/gu;

const spaced = (text: string): string => fold(text).replace(/\s+/gu, ' ').trim();
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Two ways of looking. `near`: in what is about the person anyway, where each part of the name counts (“Zerrin rang”). `far`:
 * anywhere else, where only whole names, addresses and numbers do, and none that another person or user has as well.
 */
export class Words {
  readonly #names = new Map<string, string>();
  readonly #emails = new Set<string>();
  readonly #phones = new Set<string>();
  readonly #shared = new Set<string>();
  #near: Finder | null = null;
  #far: Finder | null = null;

  /** The names as they are written, in the order in which they were learnt. */
  get names(): readonly string[] {
    return [...this.#names.values()];
  }

  name(text: unknown): void {
    if (typeof text !== 'string' || spaced(text) === '') return;
    if (!this.#names.has(spaced(text))) this.#names.set(spaced(text), text.trim());
    this.#near = this.#far = null;
  }

  points(which: 'emails' | 'phones', points: unknown): void {
    if (!Array.isArray(points)) return;
    for (const point of points as readonly { readonly value?: unknown }[]) {
      const value = point?.value;
      if (typeof value !== 'string' || value.trim() === '') continue;
      if (which === 'emails') this.#emails.add(spaced(value));
      else this.#phones.add(numberOf(value));
    }
    this.#near = this.#far = null;
  }

  learn({ name, emails, phones }: Pick<Person, 'name' | 'emails' | 'phones'>): void {
    this.name(name);
    this.points('emails', emails);
    this.points('phones', phones);
  }

  /** Somebody else: what they have in common with the person tells neither. */
  other(record: Pick<Person, 'name'> & Partial<Pick<Person, 'emails' | 'phones'> & Pick<User, 'email'>>): void {
    const { name, emails = [], phones = [], email } = record;
    const values = [spaced(name), ...emails.map(({ value }) => spaced(value)), ...(email ? [spaced(email)] : [])];
    for (const value of [...values, ...phones.map(({ value }) => numberOf(value))])
      if (this.#names.has(value) || this.#emails.has(value) || this.#phones.has(value)) {
        this.#shared.add(value);
        this.#far = null;
      }
  }

  get near(): Finder {
    return (this.#near ??= new Finder([...this.#names.keys(), ...this.#parts()], this.#emails, this.#phones));
  }

  get far(): Finder {
    const own = (value: string): boolean => !this.#shared.has(value);
    const names = [...this.#names.keys()].filter((name) => name.includes(' ') && own(name));
    return (this.#far ??= new Finder(names, [...this.#emails].filter(own), [...this.#phones].filter(own)));
  }

  /** Whole names, whoever else has them, too: what bears one and is nobody's. */
  get whole(): Finder {
    return new Finder(
      [...this.#names.keys()].filter((name) => name.includes(' ')),
      [],
      [],
    );
  }

  #parts(): readonly string[] {
    return [...this.#names.keys()]
      .flatMap((name) => name.split(/[ \p{Pd}]+/u))
      .filter((part) => part.length >= SHORTEST);
  }
}

/** Finds any of them in a text. */
export class Finder {
  readonly #texts: RegExp | null;
  readonly #numbers: readonly string[];

  constructor(names: Iterable<string>, emails: Iterable<string>, phones: Iterable<string>) {
    const ways = [...names].flatMap((name) => {
      const parts = name.split(' ').map(escaped);
      const turned = parts.length > 1 ? [`${parts.at(-1)},? ${parts.slice(0, -1).join(' ')}`] : [];
      return [parts.join(' '), ...turned].map((way) => `(?<![\\p{L}\\p{N}])(?:${way})(?![\\p{L}\\p{N}])`);
    });
    const mails = [...emails].map(
      (mail) => `(?<![\\p{L}\\p{N}._%+-])(?:${escaped(mail)})(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`,
    );
    const all = [...new Set([...mails, ...ways])];
    this.#texts = all.length === 0 ? null : new RegExp(all.join('|'), 'u');
    this.#numbers = [...phones].filter((phone) => phone.length >= FEWEST);
  }

  in(text: string): boolean {
    if (text === '') return false;
    if (this.#texts?.test(spaced(text)) === true) return true;
    if (this.#numbers.length === 0 || !/\p{Nd}/u.test(text)) return false;
    return [...text.matchAll(PHONE)].some(([found]) => this.#isOurs(numberOf(found)));
  }

  #isOurs(number: string): boolean {
    if (number.length < FEWEST) return false;
    return this.#numbers.some((own) => own === number || own.endsWith(number) || number.endsWith(own.slice(-TELLING)));
  }
}

/** A number by its digits, without the zeros that stand before it in one's own country. */
const numberOf = (text: string): string => digitsOf(text).replace(/^0+/, '');
