// Briefs given as texts, and all there is to say about them.
import {
  applyChanges,
  type Change,
  DEFAULT_SETTINGS,
  emptyWorkspace,
  type Level,
  linksToAsk,
  lint,
  parseDay,
  type Report,
  type Rule,
  type Settings,
  vocabularyOf,
  type Workspace,
} from '../../server/core/index.js';

/** The workspace of some files, which are all there are. */
export function workspaceWith(
  texts: Readonly<Record<string, string>>,
  today = '2025-11-01',
  settings: Settings = DEFAULT_SETTINGS,
): Workspace {
  const day = parseDay(today);
  if (day === undefined) throw new Error(`no day: ${today}`);
  const empty = emptyWorkspace(settings, vocabularyOf(settings.kinds), day);
  const changes = Object.entries(texts).map(([id, text]): Change => ({ type: 'text', id, text }));
  const read = applyChanges(empty, changes);
  const exist = new Map(linksToAsk(read).map((id) => [id, false]));
  return applyChanges(read, [{ type: 'files', exist }]);
}

/** Levels that switch a rule on, where it is usually off. */
export function switchedOn({ name, levelToSuggest }: Rule): ReadonlyMap<string, Level> {
  return new Map(levelToSuggest === undefined ? [] : [[name, levelToSuggest]]);
}

/** The findings of every page, in order of the pages. */
export function lintAll(
  workspace: Workspace,
  levels: ReadonlyMap<string, Level> = new Map(),
): readonly Report[] {
  return [...workspace.pages.values()].flatMap((page) => lint(workspace, page.id, levels));
}

/** The findings of one brief that stands alone. */
export function lintText(
  text: string,
  levels: ReadonlyMap<string, Level> = new Map(),
): readonly Report[] {
  return lint(workspaceWith({ 'brief.md': text }), 'brief.md', levels);
}

/** `rule: the words it is about`, to compare at a glance. */
export function told(reports: readonly Report[], text: string): readonly string[] {
  return reports.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}
