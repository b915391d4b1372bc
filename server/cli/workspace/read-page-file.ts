import {
  isOrdinary,
  type Page,
  type PageId,
  readPage,
  type Settings,
  unreadPage,
  type Vocabulary,
} from '../../core/index.js';
import {
  decode,
  type Host,
  type Reading,
  type Refusal,
  type RegistryBudget,
  refusalOfEncoding,
  refusalOfFault,
  type TextRead,
} from '../../host/index.js';
import type { FactsCache } from '../cache/facts-cache.js';
import type { Target } from './targets.js';

/** Where the pages of a workspace are read from, and as what. */
export interface PageSource {
  readonly host: Pick<Host, 'read'>;
  readonly settings: Settings;
  readonly vocabulary: Vocabulary;
  /** Files that were named one by one, by id; their content may be given. */
  readonly given: ReadonlyMap<PageId, Target>;
  /** Those that are known as ordinary documents, with the number of their UTF-16 code units. */
  readonly ordinary?: ReadonlyMap<PageId, number>;
  /** What files said the last time. */
  readonly cache?: FactsCache | undefined;
}

/** A file that was read; or why it is left out. */
export type PageRead =
  | { readonly type: 'page'; readonly page: Page; readonly characters: number }
  | ({ readonly type: 'left-out' } & Refusal);

/** The text of a file, or of what is given in its place. */
export async function readFile(
  id: PageId,
  { host, given }: Pick<PageSource, 'host' | 'given'>,
): Promise<Reading> {
  const { content } = given.get(id) ?? {};
  return content === undefined ? host.read(id) : decode(content);
}

/** How much is wanted of a file. */
export interface ReadWish {
  /** `stub`: what other pages see of it is enough; more may be given. */
  readonly part: 'whole' | 'stub';
  /** Whether an ordinary document is read: only when something asks what stands in it. */
  readonly documents: 'read' | 'left-unread';
}

/**
 * Reads one file.
 * @param budget asked before the costly part
 */
export async function readPageFile(
  id: PageId,
  source: PageSource,
  wish: ReadWish,
  budget: RegistryBudget = () => undefined,
): Promise<PageRead> {
  const known = wish.documents === 'read' ? undefined : source.ordinary?.get(id);
  if (known !== undefined) return { type: 'page', page: unreadPage(id), characters: known };
  const reading = await readFile(id, source);
  if (reading.type === 'fault') return { type: 'left-out', ...refusalOfFault(id, reading.fault) };
  const tooMuch = budget(id, reading.text);
  if (tooMuch !== undefined) return { type: 'left-out', ...tooMuch };
  const page = pageOf(id, reading, source, wish);
  const refusal = refusalOfEncoding(reading, page);
  if (refusal !== undefined) return { type: 'left-out', ...refusal };
  return { type: 'page', page, characters: reading.text.length };
}

function pageOf(
  id: PageId,
  { text }: TextRead,
  source: PageSource,
  { part, documents }: ReadWish,
): Page {
  const { vocabulary, given, cache } = source;
  // The path of what has no name is made up: it says nothing.
  const isNameless = given.get(id)?.nameless === true;
  const settings = isNameless ? { ...source.settings, briefs: undefined } : source.settings;
  if (documents === 'left-unread' && isOrdinary(id, text, settings, vocabulary))
    return unreadPage(id);
  if (isNameless) return readPage(id, text, settings, vocabulary);
  const known = part === 'stub' ? cache?.getStub(id, text) : cache?.get(id, text);
  if (known !== undefined) return known;
  const page = readPage(id, text, settings, vocabulary);
  cache?.put(page);
  return page;
}
