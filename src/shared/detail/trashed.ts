import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Trash } from '../../domain/records.js';
import { icon } from '../icon.js';
import * as icons from '../icons.js';
import type { AnyDetail } from './model.js';
import { stateBox, trashArt } from './states.js';

/** A deleted record: who deleted it, until when it is kept, and the way back. */
export function trashState(model: AnyDetail, trash: Trash): TemplateResult {
  const { t } = model;
  const ago = model.ago(trash.createdAt);
  const said = model.isMe(trash.userId)
    ? t.detail.trashYou(trash.title, ago)
    : t.detail.trashBy(model.userName(trash.userId) || t.detail.someone, trash.title, ago);
  const locked = model.why('trash-restore', trash);
  const restore = (): void => void model.run('trash-restore', { ids: [trash.id] });
  return stateBox(
    trashArt,
    t.detail.trashTitle,
    [said, t.detail.trashUntil(model.day(trash.expiresAt.slice(0, 10)))],
    locked === undefined
      ? html`<button type="button" class="btn btn--primary" data-restore @click=${restore}>${icon(icons.undo)}${t.detail.restore}</button>`
      : nothing,
  );
}
