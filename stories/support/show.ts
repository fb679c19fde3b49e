/** Shows a story without Storybook: loads, decorates, draws and plays it, and waits until it shows what it promises. */
import { html, nothing, render } from 'lit';
import { drawn, until, words } from './hands.js';

type Step = (context: Context) => unknown;
type Decorator = (story: () => unknown, context: Context) => unknown;

interface Parts {
  readonly args?: Readonly<Record<string, unknown>>;
  /** `says`: words of the kit's own, which are others in another language. */
  readonly parameters?: { readonly shows?: readonly string[]; readonly says?: readonly string[] };
  /** Once before the story; what it gives back is called when the story is taken away, or another one comes. */
  readonly beforeEach?: () => (() => void) | undefined;
  readonly loaders?: readonly Step[] | Step;
  readonly decorators?: readonly Decorator[];
  readonly render?: (args: Readonly<Record<string, unknown>>, context: Context) => unknown;
  readonly play?: Step;
}

interface Context {
  readonly args: Readonly<Record<string, unknown>>;
  readonly globals: Globals;
  readonly canvasElement: HTMLElement;
  readonly loaded: Readonly<Record<string, unknown>>;
}

/** A module of stories, as `import * as` gives it. */
export type Stories = Readonly<Record<string, unknown>> & { readonly default: unknown };

/** What the toolbar of Storybook sets. */
export interface Globals {
  readonly scheme?: 'light' | 'dark';
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

export function namesOf(stories: Stories): readonly string[] {
  return Object.keys(stories).filter((name) => name !== 'default');
}

export async function show(stories: Stories, name: string, canvas: HTMLElement, globals: Globals = {}): Promise<void> {
  const meta = stories.default as Parts;
  const story = stories[name] as Parts | undefined;
  if (!story) throw new Error(`There is no story ${name}; there are ${namesOf(stories).join(', ')}.`);
  page(globals);
  end();
  ends = [meta, story].flatMap(({ beforeEach }) => beforeEach?.() ?? []);
  const args = { ...meta.args, ...story.args };
  const before: Context = { args, globals, canvasElement: canvas, loaded: {} };
  const loads = await Promise.all([meta.loaders ?? [], story.loaders ?? []].flat().map((load) => load(before)));
  const context: Context = { ...before, loaded: Object.assign({}, ...loads) as Context['loaded'] };
  const draw = story.render ?? meta.render;
  if (!draw) throw new Error(`${name} has no render function.`);
  const decorators = [...(story.decorators ?? []), ...(meta.decorators ?? [])];
  const whole = decorators.reduce<() => unknown>(
    (inner, decorate) => () => decorate(inner, context),
    () => draw(args, context),
  );
  render(html`${whole()}`, canvas);
  await (story.play ?? meta.play)?.(context);
  const { shows = [], says = [] } = { ...meta.parameters, ...story.parameters };
  for (const text of [...shows, ...((globals.lang ?? 'en') === 'en' ? says : [])])
    await until(() => words(canvas).includes(text), `“${text}” in ${name}`).catch((error: Error) => {
      throw new Error(`${error.message}; it shows: ${words(canvas).slice(0, 900)}`);
    });
  await still(canvas);
}

/** The same story, as if the page had turned light or dark by itself. */
export async function turn(scheme: 'light' | 'dark', canvas: HTMLElement): Promise<void> {
  document.documentElement.style.colorScheme = scheme;
  await still(canvas);
}

/** Takes the story away; its dialogs and listeners go with it. */
export function clear(canvas: HTMLElement): void {
  render(nothing, canvas);
  end();
  page({});
}

let ends: readonly (() => void)[] = [];
function end(): void {
  for (const run of ends) run();
  ends = [];
}

function page({ scheme = 'light', lang = 'en', dir = 'ltr' }: Globals): void {
  const { documentElement: root } = document;
  root.style.colorScheme = scheme;
  root.lang = lang;
  root.dir = dir;
}

/** Nothing is drawn anew and nothing moves: what is measured or photographed stands still. */
async function still(canvas: HTMLElement): Promise<void> {
  await until(() => {
    const elements = [...drawn(canvas)] as (Element & { readonly isUpdatePending?: boolean })[];
    return elements.every((element) => !element.isUpdatePending);
  }, 'elements that are drawn');
  // Changes of style begin their transitions with the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const roots = [document, ...[...drawn(canvas)].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const animation of roots.flatMap((root) => root.getAnimations()))
    if (Number.isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish();
}
