import {
  type Page,
  type PageId,
  readPage,
  type Settings,
  type Vocabulary,
} from '../../core/index.js';
import {
  decode,
  type Host,
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
  /** What files said the last time. */
  readonly cache?: FactsCache | undefined;
}

/** A file that was read; or why it is left out. */
export type PageRead =
  | { readonly type: 'page'; readonly page: Page; readonly characters: number }
  | ({ readonly type: 'left-out' } & Refusal);

/**
 * Reads one file.
 * @param part `stub`: what other pages see of it is enough; more may be given
 * @param budget asked before the costly part
 */
export async function readPageFile(
  id: PageId,
  source: PageSource,
  part: 'whole' | 'stub' = 'whole',
  budget: RegistryBudget = () => undefined,
): Promise<PageRead> {
  const { content } = source.given.get(id) ?? {};
  const reading = content === undefined ? await source.host.read(id) : decode(content);
  if (reading.type === 'fault') return { type: 'left-out', ...refusalOfFault(id, reading.fault) };
  const tooMuch = budget(id, reading.text);
  if (tooMuch !== undefined) return { type: 'left-out', ...tooMuch };
  const page = pageOf(id, reading, source, part);
  const refusal = refusalOfEncoding(reading, page);
  if (refusal !== undefined) return { type: 'left-out', ...refusal };
  return { type: 'page', page, characters: reading.text.length };
}

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
