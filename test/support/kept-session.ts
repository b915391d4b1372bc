// A workspace that an editor opens, keeps and opens again, its files in memory.
import { dayOf, dumpGraph, type PageId, type Report } from '../../server/core/index.js';
import { memoryHost } from '../../server/host/index.js';
import { createFindingsCache } from '../../server/lsp/findings-cache.js';
import { keepWorkspace } from '../../server/lsp/kept/keep-workspace.js';
import type { KeptFiles } from '../../server/lsp/kept/kept-workspace.js';
import { applyToRoot, type OpenRoot, openRoot, readRoot } from '../../server/lsp/root.js';
import { MEMORY_PLACE, memoryPlatform } from './memory-platform.js';

export interface KeptSession {
  readonly files: Readonly<Record<string, string>>;
  /** What the disk says of a file; `undefined`: it was changed just now. */
  stamp(id: string): string | undefined;
  readonly kept?: KeptFiles;
  /** Texts that lie open in the editor before anything is read. */
  readonly open?: Readonly<Record<string, string>>;
  readonly today?: number;
}

export interface OpenedSession {
  readonly root: OpenRoot;
  /** The pages that were read from the disk. */
  readonly read: readonly string[];
  /** How many pages had to be looked into for all findings. */
  readonly checked: number;
  readonly findings: ReadonlyMap<PageId, readonly Report[]>;
  keep(): Promise<void>;
}

export async function openSession(
  { files, stamp, kept, open = {}, today = dayOf(2025, 11, 1) }: KeptSession,
  check: (id: PageId) => boolean = () => true,
): Promise<OpenedSession> {
  const read: string[] = [];
  const memory = memoryHost(files);
  const platform = memoryPlatform(files);
  const root = await openRoot(
    {
      ...platform,
      hostOf: (place, skips) => ({
        ...platform.hostOf(place, skips),
        async read(id) {
          if (/\.(?:md|yaml)$/.test(id) && id !== 'rapporteur.yaml') read.push(id);
          return memory.read(id);
        },
        settledStampOf: async (id) => stamp(id),
        ...(kept && { kept }),
      }),
    },
    MEMORY_PLACE,
    { today, levels: new Map() },
  );
  for (const [id, text] of Object.entries(open))
    await applyToRoot(root, [{ type: 'text', id, text, isOpen: true }]);
  await readRoot(root, async () => 'continued', {
    onProgress: () => true,
    onLeftOut: () => undefined,
    openText: (id) => (Object.hasOwn(open, id) ? open[id] : undefined),
    takesKept: kept !== undefined,
  });
  const findings = createFindingsCache();
  const { unchecked } = findings.snapshot(root);
  for (const id of root.workspace.pages.keys()) if (check(id)) findings.of(root, id);
  return {
    root,
    read,
    checked: unchecked.length,
    findings: findings.all(root),
    keep: () => keepWorkspace(root, findings.snapshot(root), async () => 'continued'),
  };
}

/** All that a session knows, to compare two. */
export function allOf({ root: { workspace }, findings }: OpenedSession): object {
  const pages = [...workspace.pages.values()].map(({ id, text, facts }) =>
    // An ordinary document that was read once stays read.
    facts.role === 'document' ? { id } : { id, text, facts: structuredClone({ ...facts }) },
  );
  return {
    pages,
    graph: dumpGraph(workspace.graph),
    // What nothing links to any more may still be known.
    files: [...workspace.files].filter(([id]) => workspace.graph.links.has(id)).sort(),
    findings: [...findings].sort(([one], [other]) => (one < other ? -1 : 1)),
  };
}
