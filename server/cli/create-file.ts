import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders, writeFaultOf } from '../host/index.js';
import { Failure } from './failure.js';
import { visiblePath } from './visible.js';

/** Whether it was written: what is there is left alone, even if it came this very moment. */
export function createFile(path: string, text: string): boolean {
  try {
    makeFolders(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.code === 'EEXIST' && existsSync(path)) return false;
    throw new Failure(`${visiblePath(path)} could not be written: ${writeFaultOf(fault)}.`);
  }
}
