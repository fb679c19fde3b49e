import type { TemplateResult } from 'lit';
import type { CommandName } from '../../domain/plan.js';
import type { AnyRecord, Lead } from '../../domain/records.js';
import type { InboxModel } from './model.js';
import { segments, type InboxSegment } from './setup.js';

/** What may be done to leads here; what is refused stays in sight, with the reason. */
export class Rights {
  /** Draws the buttons of a row; undefined = the code for what they do is on its way. */
  rowActions: ((lead: Lead, model: InboxModel, rights: Rights) => TemplateResult) | undefined;

  constructor(readonly model: InboxModel) {}

  /** The host's profile lets leads be archived. */
  get canArchive(): boolean {
    return this.model.store?.settings.profile.archive.lead ?? true;
  }

  get segments(): readonly InboxSegment[] {
    return this.canArchive ? segments : segments.filter((name) => name !== 'archived');
  }

  /** Why the command is refused, for this record or at all; null = it is not. */
  why(name: CommandName, record: AnyRecord | null): string | null {
    const allowed = this.model.store?.settings.can(name, record) ?? true;
    if (allowed === true) return null;
    return typeof allowed === 'string' && allowed !== '' ? allowed : this.model.t.inbox.readOnlyText;
  }
}
