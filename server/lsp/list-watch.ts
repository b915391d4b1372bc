import type { Connection } from 'vscode-languageserver';
import { onQuiet } from './lint-all-pages.js';
import { prepareLists } from './prepare-lists.js';
import { type ListChangedParams, type ListParams, NOTIFICATIONS } from './protocol.js';
import type { Session } from './session.js';
import type { WorkspaceView } from './workspace-view.js';

/** What a client was given of a list, so that it is told when that has changed. */
export interface ListWatch<Params> {
  /** To be called with what is asked and with all that is shown of the answer. */
  given(params: Params, shown: unknown): void;
  /** Of what was given, nothing is shown any more. */
  forget(): void;
  /** Another number when the list may be another one. */
  revision(views: readonly WorkspaceView[]): number;
}

/** More pages than a person has open. */
const MOST_PAGES = 200;
/** How long nothing changes before what is shown is looked at, in milliseconds. */
const QUIET_MS = 300;

/**
 * @param stamps objects that are the same for as long as nothing that the list shows can differ
 * @param shownIn all that is shown of an answer to some params, now; asked once for all the pages that are looked at
 */
export function watchList<Params extends ListParams>(
  { connection, session }: { readonly connection: Connection; readonly session: Session },
  { list }: ListChangedParams,
  stamps: (views: readonly WorkspaceView[]) => readonly unknown[],
  shownIn: (views: readonly WorkspaceView[]) => (params: Params) => unknown,
): ListWatch<Params> {
  const pages = new Map<string, { readonly params: Params; readonly answer: unknown }>();
  let revision = 0;
  let known: readonly unknown[] = [];
  /** The revision that was looked at last: whoever asks for a page in the meantime may find a newer one first. */
  let lookedAt = revision;
  const update = (views: readonly WorkspaceView[]): number => {
    const now = stamps(views);
    if (now.length !== known.length || now.some((each, at) => each !== known[at])) revision += 1;
    known = now;
    return revision;
  };
  let changes = 0;
  session.onChange(() => {
    changes += 1;
  });
  const look = async (): Promise<void> => {
    if (pages.size === 0) return;
    const before = changes;
    await prepareLists(session, { isSearched: false });
    if (changes !== before) return;
    const views = session.workspaceViews();
    const now = update(views);
    if (now === lookedAt) return;
    const begun = changes;
    const shown = shownIn(views);
    for (const { params, answer } of [...pages.values()]) {
      if (saysTheSame(shown(params), answer)) {
        // Whoever goes on writing is not kept waiting: what is left is looked at once all is quiet again.
        await session.platform.yieldTurn();
        if (changes !== begun) return;
        continue;
      }
      lookedAt = now;
      pages.clear();
      const told: ListChangedParams = { list };
      void connection.sendNotification(NOTIFICATIONS.listChanged, told);
      return;
    }
    lookedAt = now;
  };
  onQuiet(session, QUIET_MS, () => void look());
  return {
    given(params, answer) {
      const key = JSON.stringify(params);
      pages.delete(key);
      pages.set(key, { params, answer });
      const [oldest] = pages.keys();
      if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest);
    },
    forget: () => pages.clear(),
    revision: update,
  };
}

/** Of plain data; quick where parts are the same objects or texts as before. */
function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false;
  const [a, b] = [Object.entries(one), other as Readonly<Record<string, unknown>>];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    a.length === Object.keys(other).length &&
    a.every(([key, value]) => key in b && saysTheSame(value, b[key]))
  );
}
