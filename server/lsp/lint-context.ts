import type { Connection } from 'vscode-languageserver';
import { type Day, dayOf, type Level, loadParts, parseDay, type Settings } from '../core/index.js';
import { suggestionsPart } from '../core/suggest/index.js';
import { type EditorSettings, ruleLevels, suggestHints, today } from './editor-settings.js';
import type { LintContext, OpenRoot } from './root.js';
import type { ServerState } from './server-state.js';

/** How long to wait for a client's settings, in milliseconds: one that says nothing is served too. */
const SETTINGS_TIMEOUT_MS = 3000;

/** What the client answers for the section `rapporteur`; `undefined`: nothing, or not in time. */
export function requestSettings(
  connection: Connection,
  late: (value: unknown) => void,
): Promise<unknown> {
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, SETTINGS_TIMEOUT_MS);
    connection.workspace.getConfiguration('rapporteur').then(
      (value: unknown) => {
        clearTimeout(timer);
        if (isLate) late(value);
        else resolve(value);
      },
      () => resolve(undefined),
    );
  });
}

/** Judges all workspaces by those settings and the day of now. */
export async function updateLintContext(
  state: ServerState,
  settings: EditorSettings,
): Promise<void> {
  // What makes the hints is read before they are asked for.
  if (settings.get(suggestHints)) await suggestionsPart.load();
  const levels = new Map(Object.entries(settings.get(ruleLevels))) as ReadonlyMap<string, Level>;
  const next = { today: parseDay(settings.get(today)) ?? localDay(), levels };
  if (isSame(state.lintContext, next)) return;
  state.lintContext = next;
  for (const root of state.roots.values()) {
    // All that a rule needs is there before it is on.
    await loadParts(settingsWith(root, next));
    applyToWorkspace(root, next);
  }
}

function isSame(one: LintContext, other: LintContext): boolean {
  const written = ({ levels }: LintContext): string => JSON.stringify([...levels]);
  return one.today === other.today && written(one) === written(other);
}

/** The levels and the day are no part of what was read. */
function applyToWorkspace(root: OpenRoot, context: LintContext): void {
  const settings = settingsWith(root, context);
  root.workspace = { ...root.workspace, settings, today: context.today };
}

function settingsWith(
  { workspace, configuredLevels }: OpenRoot,
  { levels }: LintContext,
): Settings {
  return { ...workspace.settings, levels: new Map([...levels, ...configuredLevels]) };
}

function localDay(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** "Overdue" changes with the day. Once an hour: a computer that sleeps keeps no longer appointment. */
export function everyHour(tell: () => void): void {
  const timer: unknown = setInterval(tell, 3_600_000);
  // In Node alone a timer is an object, and would keep the process from ending.
  (timer as { unref?: () => void }).unref?.();
}
