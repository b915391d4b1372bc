import { isOrdinary, type PageId, vocabularyOf } from '../../core/index.js';
import type { Host, Reading } from '../../host/index.js';
import type { Progress } from '../terminal/progress.js';
import type { FileListing } from './file-listing.js';
import { readFile } from './read-page-file.js';

/** A listing whose files were looked into, and whether what there is to read is much. */
export interface SiftedFiles {
  /** With its ordinary documents, and with what was read of the others. */
  readonly listing: FileListing;
  /** Whether all but the ordinary documents is larger than it may be: then not all was looked into. */
  readonly isLarge: boolean;
}

/** Of a file of next to no text, in characters. */
const MIN_FILE_SIZE = 2000;

/**
 * Looks into each file, to know the ordinary documents from what must be read: a repository is mostly the
 * former, and only the latter takes time and memory.
 * @param limit how many characters there may be of the latter; no more is looked into than it takes to know
 */
export async function siftFiles(
  listing: FileListing,
  limit: number,
  progress: Progress,
): Promise<SiftedFiles> {
  const { ids, settings } = listing;
  const vocabulary = vocabularyOf(settings.kinds);
  const ordinary = new Map<PageId, number>();
  const readings = new Map<PageId, Reading>();
  let left = limit;
  for (const [index, id] of ids.entries()) {
    progress.update(index, ids.length);
    const reading = await readFile(id, listing);
    const text = reading.type === 'text' ? reading.text : '';
    const isNamed = listing.given.has(id);
    if (!isNamed && reading.type === 'text' && isOrdinary(id, text, settings, vocabulary)) {
      ordinary.set(id, text.length);
      continue;
    }
    readings.set(id, reading);
    left -= Math.max(MIN_FILE_SIZE, text.length);
    if (left < 0) return { listing: { ...listing, ordinary }, isLarge: true };
  }
  const host = withReadings(listing.host, readings);
  return { listing: { ...listing, host, ordinary }, isLarge: false };
}

/** What was read once is not read again; nothing is kept of it afterwards but the page. */
function withReadings(host: Host, readings: Map<PageId, Reading>): Host {
  return {
    ...host,
    async read(id) {
      const known = readings.get(id);
      readings.delete(id);
      return known ?? host.read(id);
    },
  };
}
