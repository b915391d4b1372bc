import { type DocumentsAsked, mayLinkTo, unreadAmong } from '../core/index.js';
import { readDocuments } from './disk-page.js';
import type { OpenRoot } from './root.js';
import type { YieldIfDue } from './yielding.js';

/** Reads the ordinary documents that an answer looks into, each once. */
export async function readAsked(
  root: OpenRoot,
  { named, linkedTo }: DocumentsAsked,
  pause: YieldIfDue,
): Promise<void> {
  await readDocuments(root, unreadAmong(root.workspace, named), pause);
  if (linkedTo.length === 0) return;
  const others = unreadAmong(root.workspace, root.workspace.pages.keys());
  await readDocuments(root, others, pause, mayLinkTo(linkedTo));
}
