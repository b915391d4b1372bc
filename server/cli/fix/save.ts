import { resolve } from 'node:path';
import { pause, readPath, writeAtomically, writeFaultOf } from '../../host/index.js';
import type { Mended, MendedText } from './mend.js';

/** What came of writing: the files written, and why others were not. */
export interface Saved {
  readonly written: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, string>;
}

/**
 * Writes the texts, each file whole or not at all, one after the other. One that is not any more what
 * was read is left alone, and so is what belongs together with it.
 */
export async function save({ texts, bundles }: Mended, cwd: string): Promise<Saved> {
  const failed = new Map<string, string>();
  for (const [file, text] of texts) {
    const reason = obstacle(resolve(cwd, file), text);
    if (reason !== undefined) failed.set(file, reason);
  }
  const written = new Set<string>();
  for (const [file, text] of texts) {
    await pause();
    const waits = failed.get(file) ?? missingPartner(file, bundles, failed);
    const reason = waits ?? saveOne(resolve(cwd, file), text);
    if (reason === undefined) written.add(file);
    else failed.set(file, reason);
  }
  return { written, failed };
}

function obstacle(path: string, { before }: MendedText): string | undefined {
  const reading = readPath(path);
  if (reading.type === 'fault') return reading.fault.reason;
  return reading.encoding === undefined && reading.text === before ? undefined : CHANGED;
}

const CHANGED = 'it was changed by someone else meanwhile';

function missingPartner(
  file: string,
  bundles: Mended['bundles'],
  failed: ReadonlyMap<string, string>,
): string | undefined {
  const partner = bundles
    .filter((bundle) => bundle.includes(file))
    .flat()
    .find((other) => failed.has(other));
  return partner === undefined ? undefined : `${partner}, which belongs to the fix, was not either`;
}

/** Looks once more right before: between the first look and here many files may have been written. */
function saveOne(path: string, { before, after }: MendedText): string | undefined {
  const reading = readPath(path);
  if (reading.type === 'fault') return reading.fault.reason;
  // Another name of a file that was written a moment ago.
  if (reading.text === after && reading.encoding === undefined) return undefined;
  if (reading.text !== before || reading.encoding !== undefined) return CHANGED;
  try {
    writeAtomically(path, `${reading.bom ? '\ufeff' : ''}${after}`);
    return undefined;
  } catch (error) {
    return writeFaultOf(error as NodeJS.ErrnoException);
  }
}
