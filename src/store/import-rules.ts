import { CommandDraft } from '../domain/drafts.js';
import type { Draft } from '../domain/plan.js';
import { byIds, type Rule } from '../domain/rule.js';
import { isExpired } from '../domain/trash.js';

/** For the question before an import: the rows themselves go in by `importRows`. */
const leadsImport: Rule<'leads-import'> = {
  optimistic: false,
  bulk: false,
  needs: () => [],
  draft: (input) => [new CommandDraft('import', input.importId, null, {})],
  check: () => undefined,
  changes: () => [],
};

/** Whether an import can be taken back; how is written in import-undo.ts. */
const importUndo: Rule<'import-undo'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => byIds('import', [input.importId]),
  draft: (input, found, env) => {
    const receipt = found.get('import', input.importId);
    const draft = new CommandDraft('import', input.importId, receipt, {}, { title: receipt?.fileName ?? '' }) as Draft;
    importUndo.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const receipt = found.get('import', draft.id);
    const detail =
      receipt === null ? null : receipt.state === 'undone' ? 'undone' : isExpired(receipt, env.now) ? 'expired' : null;
    const problems =
      receipt === null
        ? [{ code: 'not-found' } as const]
        : detail === null
          ? []
          : [{ code: 'changed', detail } as const];
    (draft as CommandDraft).problems = problems;
  },
  changes: () => [],
};

export const importRules = { 'leads-import': leadsImport, 'import-undo': importUndo } as const;
