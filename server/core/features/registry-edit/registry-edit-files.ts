import { isRegistryPath, type Page, type PageId, type Workspace } from '../../workspace/index.js';

/**
 * The registries in which a new thing of a kind may be defined, the best first: those that have things of
 * that kind, then the nearest by folder. At most three; without any, the one that would be made.
 */
export function registriesFor(workspace: Workspace, from: PageId, kind: string): readonly PageId[] {
  const usable = [...workspace.pages.values()].filter(
    ({ facts }) => facts.role === 'registry' && !facts.faults.some(isBreak),
  );
  if (usable.length === 0) {
    const path = newRegistry(workspace);
    return path === undefined ? [] : [path];
  }
  return usable
    .map((page) => ({ page, has: hasKind(page, kind), far: distance(from, page.id) }))
    .sort(
      (a, b) => Number(b.has) - Number(a.has) || a.far - b.far || (a.page.id < b.page.id ? -1 : 1),
    )
    .slice(0, MAX_REGISTRIES)
    .map(({ page }) => page.id);
}

const MAX_REGISTRIES = 3;

function isBreak({ rule }: { readonly rule: string }): boolean {
  return rule === 'invalid-yaml' || rule === 'invalid-encoding';
}

function hasKind({ facts }: Page, kind: string): boolean {
  return facts.definitions.some((definition) => definition.kind === kind);
}

/** How many steps from the folder of one page to that of another. */
function distance(one: PageId, other: PageId): number {
  const [from, to] = [foldersOf(one), foldersOf(other)];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared] && shared < to.length) shared += 1;
  return from.length + to.length - 2 * shared;
}

function foldersOf(page: PageId): readonly string[] {
  return page.split('/').slice(0, -1);
}

/** `registry.yaml` at the root, or where the settings would see it. */
function newRegistry({ settings, pages }: Workspace): PageId | undefined {
  const named = settings.registries.map((glob) => {
    const path = glob.replace(/^(?:\.?\/)+/, '');
    if (!/[*?[\]{}()!]/.test(path)) return path;
    const folder = path.slice(0, path.search(/[^/]*[*?[\]{}()!]/));
    return `${folder}registry.yaml`;
  });
  const paths = ['registry.yaml', ...named];
  return paths.find((path) => isRegistryPath(settings, path) && !pages.has(path));
}
