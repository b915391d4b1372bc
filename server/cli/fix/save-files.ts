import { resolve } from 'node:path';
import { letSignalsThrough, readPath, writeAtomically, writeFaultOf } from '../../host/index.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { FixedText, FixResult } from './fix-loop.js';

/** What came of writing: the files written, and why others were not. */
export interface SaveResult {
  readonly written: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, string>;
}

/**
 * Writes the texts, each file whole or not at all, one after the other. One that is not any more what
 * was read is left alone, and so is what belongs together with it.
 */
export async function saveFiles({ texts, bundles }: FixResult, cwd: string): Promise<SaveResult> {
  const failed = new Map<string, string>();
  const written = new Set<string>();
  const partnersOf = partnersIn(bundles);
  const fail = (file: string, reason: string): void => {
    failed.set(file, reason);
    const lost = [file];
    for (const one of lost) {
      for (const partner of partnersOf(one)) {
        if (!texts.has(partner) || failed.has(partner) || written.has(partner)) continue;
        failed.set(
          partner,
          `${escapePath(one)}, which belongs to the same fix, was not changed either`,
        );
        lost.push(partner);
      }
    }
  };
  for (const [file, text] of texts) {
    const reason = failed.has(file) ? undefined : refusalToSave(resolve(cwd, file), text);
    if (reason !== undefined) fail(file, reason);
  }
  for (const [file, text] of texts) {
    if (failed.has(file)) continue;
    await letSignalsThrough();
    const reason = saveOne(resolve(cwd, file), text, cwd);
    if (reason === undefined) written.add(file);
    else fail(file, reason);
  }
  return { written, failed };
}

function refusalToSave(path: string, { before }: FixedText): string | undefined {
  const reading = readPath(path);
  if (reading.type === 'fault') return reading.fault.reason;
  return reading.encoding === undefined && reading.text === before ? undefined : CHANGED;
}

const CHANGED = 'somebody else changed it in the meantime';

/** Gives the files that one fix changes with another; those of each fix once, as it is lost only once. */
function partnersIn(bundles: FixResult['bundles']): (file: string) => readonly string[] {
  const waiting = new Map<string, Set<readonly string[]>>();
  for (const bundle of bundles) {
    for (const file of bundle) waiting.set(file, (waiting.get(file) ?? new Set()).add(bundle));
  }
  return (file) => {
    const lost = [...(waiting.get(file) ?? [])];
    for (const bundle of lost) for (const other of bundle) waiting.get(other)?.delete(bundle);
    return lost.flat();
  };
}

/** Reads once more right before: since the first reading many other files may have been written. */
function saveOne(path: string, { before, after }: FixedText, cwd: string): string | undefined {
  const reading = readPath(path);
  if (reading.type === 'fault') return reading.fault.reason;
  // Another name of a file that was written a moment ago.
  if (reading.text === after && reading.encoding === undefined) return undefined;
  if (reading.text !== before || reading.encoding !== undefined) return CHANGED;
  try {
    writeAtomically(path, `${reading.bom ? '\ufeff' : ''}${after}`, cwd);
    return undefined;
  } catch (error) {
    return writeFaultOf(error as NodeJS.ErrnoException);
  }
}
