// A workspace of small texts, for tests of what follows from them.
import type { Kind } from '../../server/core/brief/index.js';
import { dayOf } from '../../server/core/dates/index.js';
import { vocabularyOf } from '../../server/core/kinds/index.js';
import {
  applyChanges,
  DEFAULT_SETTINGS,
  emptyWorkspace,
  type Workspace,
} from '../../server/core/workspace/index.js';

/** Today is 1 November 2025 in it, as in the rules' examples. */
export function workspaceOf(
  texts: Readonly<Record<string, string>>,
  kinds: readonly Kind[] = [],
): Workspace {
  const settings = { ...DEFAULT_SETTINGS, kinds };
  const empty = emptyWorkspace(settings, vocabularyOf(kinds), dayOf(2025, 11, 1));
  const changes = Object.entries(texts).map(([id, text]) => ({ type: 'text', id, text }) as const);
  return applyChanges(empty, changes);
}
