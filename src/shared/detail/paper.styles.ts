import { css } from 'lit';

/**
 * A detail on paper: all of it, one part below the other, dark on white. Whatever the page has given it for a height and whatever
 * it scrolls is the screen's; so is what can only be pressed; a value that stands for one that is missing (`says`) is read on paper, too. Last of a detail's styles.
 * The page's own colours go where they would be ink (`initial` leaves ours); its accent stays.
 */
export const paper = css`
  @media print {
    :host {
      color-scheme: light !important; --crm-surface: initial !important; --crm-text: initial !important; --crm-border: initial !important;
      block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important; overflow: visible !important; background: var(--crm-surface-base) !important;
    }
    :is(.deal-detail, .lead-detail, .contact-detail), :is(.detail-body, .deal-cols, .contact-cols, .lone) { display: block !important; block-size: auto; overflow: visible !important; background: none; }
    :is(.deal-cols, .contact-cols, .detail-body) > :is(.side, .work) { display: block !important; overflow: visible !important; background: none; border: 0; padding-inline: 0; }
    .deal-cols > .side > section { display: grid !important; } .deal-cols > .side > slot { display: contents !important; }
    :is(.deal-head, .detail-head, .contact-head) { padding-inline: 0; }
    .banners, .closed, .quiet { break-inside: avoid; }
    .btn, .edit.add:not(.says > *), .composer, .proposal, .bar, .ways, .acts, .detail-foot, .narrow-tabs, .filters, .log-filters, .plan, .focus-form, .field-note, .toast, .pop, dialog, dt:has(+ dd > .edit.add), dd:has(> .edit.add) { display: none !important; }
    .side { columns: 2; column-gap: 32px; margin-block-end: 8px; }
    .side > *, .side .block { break-inside: avoid; padding-inline: 0; }
    .work > * + * { margin-block-start: 20px; }
    .work > section > header, .block > header, h2, h3, h4, .tl-head, .log-day { break-after: avoid; }
    .tl-line, .focus-item, .linked-one, .task, .project > .row, .log > li, .prod tr, .sum { break-inside: avoid; }
    .tl-line:has(.tl-card) { break-inside: auto; }
    :is(.tl-part, .log > li) { content-visibility: visible !important; contain-intrinsic-block-size: none !important; }
    .tl-card, .focus-item, .linked-one, .composer, .sheet-card { box-shadow: none; background: none; }
    .cut, .who b, .who small, .crumb > *, .link > bdi { overflow: visible; white-space: normal; overflow-wrap: anywhere; }
    .points .row { flex-wrap: wrap; gap: 0 8px; }
    .btn[data-more] { display: block !important; border: 0; padding: 0; background: none; color: var(--crm-text-muted); }
    .log .diff > :is(del, ins) { display: inline; overflow: visible; }
    .sheet-card { overflow: visible; } .prod thead { display: table-header-group; }
    .stages, .avatar, .progress, .label, .tag, .tl-dot, .next { print-color-adjust: exact; }
  }
`;
