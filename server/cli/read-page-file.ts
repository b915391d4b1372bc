import { type Page, type PageId, readPage, type Settings, type Vocabulary } from '../core/index.js';
import { decode, type Host, type TextRead } from '../host/index.js';
import type { FactsCache } from './cache/facts-cache.js';
import type { Target } from './targets.js';

/** Where the pages of a workspace are read from, and as what. */
export interface PageSource {
  readonly host: Pick<Host, 'read'>;
  readonly settings: Settings;
  readonly vocabulary: Vocabulary;
  /** Files that were named one by one, by id; their content may be given. */
  readonly given: ReadonlyMap<PageId, Target>;
  /** What files said the last time. */
  readonly cache?: FactsCache | undefined;
}

/** A file that was read; or why it is left out. */
export type PageRead =
  | { readonly type: 'page'; readonly page: Page; readonly characters: number }
  | { readonly type: 'left-out'; readonly reason: string; readonly grave: boolean };

/**
 * Reads one file.
 * @param part `stub`: what other pages see of it is enough; more may be given
 * @param refusal why a text is not wanted, known before the costly part
 */
export async function readPageFile(
  id: PageId,
  source: PageSource,
  part: 'whole' | 'stub' = 'whole',
  refusal: (text: string) => string | undefined = () => undefined,
): Promise<PageRead> {
  const { content } = source.given.get(id) ?? {};
  const reading = content === undefined ? await source.host.read(id) : decode(content);
  if (reading.type === 'fault') {
    const { code, reason } = reading.fault;
    if (code === 'gone' && id.includes('\ufffd')) return { type: 'left-out', ...UNREADABLE_NAME };
    // Who takes a file away while we read means it to be gone.
    return { type: 'left-out', reason, grave: code !== 'gone' };
  }
  const refused = refusal(reading.text);
  if (refused !== undefined) return { type: 'left-out', reason: refused, grave: true };
  const page = pageOf(id, reading, source, part);
  if (reading.encoding?.found === 'UTF-16' && page.facts.role !== 'document') {
    return { type: 'left-out', reason: 'it is in UTF-16. Save it as UTF-8', grave: true };
  }
  return { type: 'page', page, characters: reading.text.length };
}

/** Node reads the bytes of such a name as signs that stand for none, and finds no file by them. */
const UNREADABLE_NAME = { reason: 'its name is not in UTF-8. Rename it', grave: true } as const;

function pageOf(id: PageId, { text }: TextRead, source: PageSource, part: 'whole' | 'stub'): Page {
  const { settings, vocabulary, given, cache } = source;
  // The path of what has no name is made up: it says nothing.
  if (given.get(id)?.nameless)
    return readPage(id, text, { ...settings, briefs: undefined }, vocabulary);
  const known = part === 'stub' ? cache?.getStub(id, text) : cache?.get(id, text);
  if (known !== undefined) return known;
  const page = readPage(id, text, settings, vocabulary);
  cache?.put(page);
  return page;
}
