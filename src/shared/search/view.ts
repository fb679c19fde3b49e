import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../icon.js';
import type { Drawing } from '../icons.js';
import * as icons from '../icons.js';
import { groupName, idOf, moreOf, SHOWN } from './entries.js';
import type { Entry, Group, Line, Sought } from './entries.js';
import { markedText } from '../marked.js';
import type { Palette } from './palette.js';

const kinds: Readonly<Record<Sought, Drawing>> = {
  lead: icons.tray,
  deal: icons.columns,
  person: icons.person,
  organization: icons.org,
};
const list = 'crm-found';

/** The dialog's content: where one writes, what was found, or what stands in its place. */
export function paletteView(palette: Palette): TemplateResult {
  palette.check();
  const { level, lines, place, t } = palette;
  const { common } = place.words.t;
  const active = lines[level.active];
  const keydown = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // A button keeps its own Enter; Escape is everywhere the same.
    if (event.key !== 'Escape' && !(target instanceof HTMLInputElement)) return;
    if (!palette.press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="search-all" @keydown=${keydown}>
    <h2 class="sr" id=${place.dialog.titleId}>${t.everywhere}</h2>
    <div class="search-head">
      ${
        level.of
          ? html`<button type="button" class="btn btn--quiet btn--icon" data-back aria-label=${t.back} title=${t.back} @click=${() => palette.back()}>${icon(icons.back, { turn: true })}</button>`
          : nothing
      }
      <div class="input">
        ${icon(icons.search)}
        <input
          type="search"
          role="combobox"
          aria-label=${level.of ? t.of(level.of.label) : t.everywhere}
          aria-autocomplete="list"
          aria-expanded=${lines.length > 0 ? 'true' : 'false'}
          aria-controls=${lines.length > 0 ? list : nothing}
          aria-activedescendant=${active && level.state === 'ready' ? idOf(active) : nothing}
          placeholder=${level.of ? t.placeholderOf : t.placeholder}
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="go"
          .value=${live(level.words)}
          @input=${(event: InputEvent) => palette.type((event.target as HTMLInputElement).value)}
        />
        ${level.state === 'pending' ? html`<span class="spin" aria-hidden="true"></span>` : nothing}
      </div>
      <button type="button" class="btn btn--quiet btn--icon" data-close aria-label=${common.close} title=${common.close} @click=${() => place.dialog.requestClose()}>${icon(icons.x)}</button>
    </div>
    ${level.of ? html`<h3 class="search-of" dir="auto">${t.of(level.of.label)}</h3>` : nothing}
    <div class="search-body">${lines.length > 0 ? found(palette, active) : instead(palette)}</div>
    <span class="sr" role="status">${palette.said}</span>
  </div>`;
}

function found(palette: Palette, active: Line | undefined): TemplateResult {
  const { level, t } = palette;
  const keep = (event: Event): void => event.preventDefault();
  const { contact } = palette;
  return html`<div class="found" role="listbox" id=${list} aria-label=${t.results} aria-busy=${level.state === 'pending' ? 'true' : 'false'} @mousedown=${keep}>
    ${
      contact
        ? option(
            palette,
            { contact },
            active && 'contact' in active,
            html`<span class="menu-lead" aria-hidden="true">${contact.lead}</span><span class="grow">${contact.kind === 'person' ? t.openPerson : t.openOrganization}</span>${icon(icons.external)}`,
          )
        : nothing
    }
    ${level.groups?.map((group) => groupView(palette, group, active))}
  </div>${level.groups?.length === 0 ? html`<p class="search-none" dir="auto">${palette.nothing}</p>` : nothing}`;
}

function groupView(palette: Palette, { kind, entries, more }: Group, active: Line | undefined): TemplateResult {
  const { level, t, place } = palette;
  const all = level.open.has(kind);
  const shown = all ? entries : entries.slice(0, SHOWN);
  const id = `${list}-head-${kind}`;
  const hidden = shown.length < entries.length;
  return html`<div role="group" aria-labelledby=${id}>
    <div class="menu-head" role="presentation" id=${id}>${icon(kinds[kind], { size: 'sm' })}${groupName(kind, { t, common: place.words.t.common })}</div>
    ${shown.map((entry) => entryView(palette, entry, active))}
    ${
      hidden
        ? option(
            palette,
            { more: kind },
            active && 'more' in active && active.more === kind,
            html`${icon(icons.down)}<span class="grow">${moreOf(kind, t)}</span>`,
          )
        : more
          ? html`<div class="menu-none" role="presentation">${t.stillMore}</div>`
          : nothing
    }
  </div>`;
}

function entryView(palette: Palette, entry: Entry, active: Line | undefined): TemplateResult {
  const { asked } = palette.level;
  const { kind, label, detail, lead, state } = entry;
  const on = active && 'entry' in active && active.entry === entry;
  const into = kind === 'person' || kind === 'organization';
  return option(
    palette,
    { entry },
    on,
    html`<span class="menu-lead" aria-hidden="true">${into ? lead : icon(kinds[kind])}</span
      ><span class="grow"><bdi>${markedText(label, asked)}</bdi>${detail ? html`<small class="why"><bdi>${markedText(detail, asked)}</bdi></small>` : nothing}</span
      >${state ? html`<span class="found-state">${state}</span>` : nothing}${into ? icon(icons.right, { turn: true }) : nothing}`,
  );
}

function option(palette: Palette, line: Line, on: boolean | undefined, content: TemplateResult): TemplateResult {
  return html`<button type="button" class="menu-item ${on ? 'is-active' : ''}" role="option" tabindex="-1" id=${idOf(line)} aria-selected=${on ? 'true' : 'false'}
    @click=${() => palette.pick(line)}>${content}</button>`;
}

/** In the place of what was found. */
function instead(palette: Palette): TemplateResult {
  const { level, t, place } = palette;
  const { retry } = place.words.t.common;
  if (level.state === 'failed')
    return html`<div class="search-none">${icon(icons.offline)}<p>${t.failed}</p><button type="button" class="btn btn--sm" data-again @click=${() => palette.again()}>${icon(icons.refresh)}${retry}</button></div>`;
  if (level.state === 'pending') return html`<div class="search-none"><p>${t.searching}</p></div>`;
  if (level.state === 'idle') return html`<div class="search-none"><p>${t.hint}</p></div>`;
  const wordless = level.asked === '';
  return html`<div class="search-none">
    <h3 dir="auto">${palette.nothing}</h3>
    ${wordless ? nothing : html`<p>${t.nothingHow}</p>`}
    ${
      wordless
        ? html`<button type="button" class="btn btn--sm" data-back-none @click=${() => palette.back()}>${t.back}</button>`
        : html`<button type="button" class="btn btn--sm" data-clear @click=${() => palette.clear()}>${t.clear}</button>`
    }
  </div>`;
}
