import type { Connection } from 'vscode-languageserver';
import { type Day, dayOf, type Level, parseDay } from '../core/index.js';
import type { Desk } from './desk.js';
import type { Outlook, Root } from './root.js';
import { type EditorSettings, ruleLevels, today as todaySetting } from './settings.js';

/** How long to wait for a client's settings, in milliseconds: one that says nothing is served too. */
const PATIENCE = 3000;

/** What the client answers for the section `rapporteur`; `undefined`: nothing, or not in time. */
export function askSettings(
  connection: Connection,
  late: (value: unknown) => void,
): Promise<unknown> {
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, PATIENCE);
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
export function lookOutBy(desk: Desk, settings: EditorSettings): void {
  const levels = new Map(Object.entries(settings.get(ruleLevels))) as ReadonlyMap<string, Level>;
  const next = { today: parseDay(settings.get(todaySetting)) ?? localDay(), levels };
  if (isSame(desk.outlook, next)) return;
  desk.outlook = next;
  for (const root of desk.roots.values()) reconsider(root, next);
}

function isSame(one: Outlook, other: Outlook): boolean {
  const written = ({ levels }: Outlook): string => JSON.stringify([...levels]);
  return one.today === other.today && written(one) === written(other);
}

/** The levels and the day are no part of what was read. */
function reconsider(root: Root, { levels, today }: Outlook): void {
  const { workspace, named } = root;
  const settings = { ...workspace.settings, levels: new Map([...levels, ...named]) };
  root.workspace = { ...workspace, settings, today };
}

function localDay(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** "Overdue" changes with the day. Once an hour: a computer that sleeps keeps no longer appointment. */
export function tellMidnight(tell: () => void): void {
  const timer: unknown = setInterval(tell, 3_600_000);
  // In Node alone a timer is an object, and would keep the process from ending.
  (timer as { unref?: () => void }).unref?.();
}
