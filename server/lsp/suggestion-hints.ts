import {
  type Level,
  levelsAt,
  levelsToSuggest,
  lint,
  type Page,
  type Report,
  RULES,
  type Workspace,
} from '../core/index.js';
import { suggestHints } from './editor-settings.js';
import type { Session } from './session.js';

/**
 * What could be tagged in an open brief, where an editor is set to show that. A level that is set for one of these rules
 * counts in its place: then the rule has said it already, or is off.
 */
export function hintsIn(
  { settings, suggestions }: Session,
  workspace: Workspace,
  page: Page,
): readonly Report[] {
  if (!settings().get(suggestHints) || !suggestions.isReady() || page.facts.role !== 'brief')
    return [];
  const before = known.get(page);
  if (before?.workspace === workspace) return before.reports;
  const set = levelsAt(workspace.settings, page.id);
  const own = [...levelsToSuggest].filter(([rule]) => !set.has(rule));
  const reports = own.length === 0 ? [] : lint(workspace, page.id, new Map([...ALL_OFF, ...own]));
  known.set(page, { workspace, reports });
  return reports;
}

interface Known {
  readonly workspace: Workspace;
  readonly reports: readonly Report[];
}

const known = new WeakMap<Page, Known>();

const ALL_OFF: readonly (readonly [string, Level])[] = RULES.map(({ name }) => [name, 'off']);
