import {
  encodeFacts,
  FAMILIES,
  type FamilyData,
  familyData,
  type Graph,
  type Page,
  type PageId,
  pageKey,
  type Report,
} from '../../core/index.js';
import type { OpenRoot } from '../root.js';
import type { YieldIfDue } from '../yielding.js';
import type { BytePlace, KeptFiles, KeptPage, PageBytes } from './kept-workspace.js';
import { meaningOfFacts, meaningOfFindings } from './meanings.js';

/** What is found in a workspace as of now. */
export interface FindingsNow {
  readonly reports: ReadonlyMap<PageId, readonly Report[]>;
  readonly unchecked: readonly PageId[];
}

/** Keeps a workspace as it is now, a slice at a time: it may change meanwhile, what is kept is one moment. */
export async function keepWorkspace(
  root: OpenRoot,
  found: FindingsNow,
  pause: YieldIfDue,
): Promise<void> {
  const files = root.host.kept;
  const { workspace } = root;
  const pages = [...workspace.pages.values()];
  if (files === undefined) return;
  const places = await writePages(root, files, pages, pause);
  if (places === undefined) return;
  const indices = new Map(pages.map((page, index) => [pageKey(page), index] as const));
  const graph: Partial<Record<keyof Graph, FamilyData>> = {};
  for (const name of FAMILIES) {
    graph[name] = familyData(workspace.graph[name], indices);
    await pause();
  }
  files.write({
    meaning: meaningOfFacts(workspace.settings),
    pages: pages.map((page) => keptPage(root, page, places.get(page))),
    graph: graph as Readonly<Record<keyof Graph, FamilyData>>,
    files: [...workspace.files].filter(([id]) => workspace.graph.links.has(id)),
    found: {
      meaning: meaningOfFindings(workspace),
      reports: [...found.reports],
      unchecked: found.unchecked,
    },
  });
}

function keptPage({ stampOfPage }: OpenRoot, page: Page, at: BytePlace | undefined): KeptPage {
  const role = page.unread ? 'unread' : page.facts.role;
  return { id: page.id, stamp: stampOfPage.get(page) ?? '', role, at };
}

/** So many characters go into one file: what is written at once stops an edit for as long as that takes. */
const FILE_CHARACTERS = 4_000_000;

/** Where the bytes of each page are; `undefined`: they cannot be written. */
async function writePages(
  { placeOfPage }: OpenRoot,
  files: KeptFiles,
  pages: readonly Page[],
  pause: YieldIfDue,
): Promise<ReadonlyMap<Page, BytePlace> | undefined> {
  const places = placesOf(placeOfPage, files, pages);
  const fresh = pages.filter((page) => !page.unread && !places.has(page));
  let batch: Page[] = [];
  let bytes: PageBytes[] = [];
  let size = 0;
  const flush = (): boolean => {
    const written = batch.length === 0 ? [] : files.writePages(bytes);
    if (written === undefined) return false;
    for (const [index, place] of written.entries()) {
      const page = batch[index] as Page;
      places.set(page, place);
      placeOfPage.set(page, place);
    }
    batch = [];
    bytes = [];
    size = 0;
    return true;
  };
  for (const page of fresh) {
    batch.push(page);
    bytes.push({ text: page.text, facts: encodeFacts(page.facts) });
    size += page.text.length;
    if (size >= FILE_CHARACTERS && !flush()) return undefined;
    await pause();
  }
  return flush() ? places : undefined;
}

/** Where pages are that were written before; none, where most of what was written is of no use any more. */
function placesOf(
  placeOfPage: OpenRoot['placeOfPage'],
  files: KeptFiles,
  pages: readonly Page[],
): Map<Page, BytePlace> {
  const places = new Map<Page, BytePlace>();
  const sizes = new Map<string, number>();
  let used = 0;
  for (const page of pages) {
    const place = placeOfPage.get(page);
    if (place === undefined) continue;
    const [file, , textBytes, factsBytes] = place;
    const size = sizes.get(file) ?? files.sizeOf(file);
    sizes.set(file, size);
    // Another window with the same folder may have taken a file away.
    if (size === 0) continue;
    used += textBytes + factsBytes;
    places.set(page, place);
  }
  const written = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return written > 2 * used ? new Map() : places;
}
