import { pagesDiffering, type Workspace } from '../../core/index.js';
import { keepsWorkspaces } from '../editor-settings.js';
import { onQuiet } from '../lint-all-pages.js';
import type { OpenRoot } from '../root.js';
import type { Session } from '../session.js';
import { createYielder } from '../yielding.js';
import { type FindingsNow, keepWorkspace } from './keep-workspace.js';
import { meaningOfFindings } from './meanings.js';

/** How long nobody does anything before a workspace is kept, in milliseconds. */
const QUIET_MS = 3000;

/** How long to wait before it is kept again, in milliseconds: that costs as much as reading a hundred briefs. */
const BETWEEN_MS = 10 * 60 * 1000;

/** Characters. A smaller workspace is read again as soon as what was kept of it. */
const LEAST_KEPT = 1_000_000;
/** What is larger would fill the disk of somebody who only had a look at it. */
const MOST_KEPT = 512_000_000;

/** Of one file, in characters: what is larger would stop whoever types in it while it is put into bytes. */
const MOST_OF_ONE = 2_000_000;

/** What was kept last of a workspace. */
interface LastKept {
  readonly workspace: Workspace;
  readonly unchecked: number;
  readonly at: number;
}

/** Keeps the workspaces that are open for the next session, when there is something new and nothing else to do. */
export function startKeeping(session: Session): void {
  const last = new WeakMap<OpenRoot, LastKept>();
  const unchecked = new WeakMap<OpenRoot, number>();
  let isKeeping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepAll = async (): Promise<void> => {
    if (isKeeping) return;
    isKeeping = true;
    let isChecking = false;
    for (const root of [...session.state.roots.values()]) {
      if (!root.complete || root.host.kept === undefined) continue;
      const found = session.findings.snapshot(root);
      const left = found.unchecked.length;
      // While more and more is found, it is too early.
      if (left < (unchecked.get(root) ?? root.workspace.pages.size) && left > 0) isChecking = true;
      else await keep(session, root, found, last);
      unchecked.set(root, left);
    }
    isKeeping = false;
    clearTimeout(timer);
    if (isChecking) timer = setTimeout(() => void keepAll(), QUIET_MS);
  };
  onQuiet(session, QUIET_MS, () => void keepAll());
}

async function keep(
  { platform, state, settings }: Session,
  root: OpenRoot,
  found: FindingsNow,
  last: WeakMap<OpenRoot, LastKept>,
): Promise<void> {
  if (!settings().get(keepsWorkspaces)) {
    root.host.kept?.remove();
    return;
  }
  const { workspace } = root;
  const unchecked = found.unchecked.length;
  const before = last.get(root);
  const isRecent = before !== undefined && Date.now() - before.at < BETWEEN_MS;
  if (isRecent && (unchecked > 0 || before.unchecked === 0)) return;
  if (isKnown(before ?? root.takenFrom, workspace, unchecked) || !isWorthKeeping(root)) return;
  last.set(root, { workspace, unchecked, at: Date.now() });
  await keepWorkspace(root, found, createYielder(platform, state));
}

/** Whether all of this was kept before. */
function isKnown(
  before: Pick<LastKept, 'workspace' | 'unchecked'> | undefined,
  workspace: Workspace,
  unchecked: number,
): boolean {
  if (before === undefined || unchecked < before.unchecked) return false;
  for (const _id of pagesDiffering(before.workspace.pages, workspace.pages)) return false;
  return (
    before.workspace.files === workspace.files &&
    meaningOfFindings(before.workspace) === meaningOfFindings(workspace)
  );
}

/** Whether there is enough of it, not too much, and no file that takes long at once. */
export function isWorthKeeping({
  placeOfPage,
  workspace,
}: Pick<OpenRoot, 'placeOfPage' | 'workspace'>): boolean {
  let size = 0;
  for (const page of workspace.pages.values()) {
    const own = placeOfPage.get(page)?.[2] ?? page.text.length;
    if (own > MOST_OF_ONE) return false;
    size += own;
  }
  return size >= LEAST_KEPT && size <= MOST_KEPT;
}
