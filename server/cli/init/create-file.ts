import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders, writeFaultOf } from '../../host/index.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';

/** Whether it was written: what is there is left alone, even if it came this very moment. */
export function createFile(path: string, text: string): boolean {
  try {
    makeFolders(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.code === 'EEXIST' && existsSync(path)) return false;
    throw new Failure(`${escapePath(path)} could not be written: ${writeFaultOf(fault)}.`);
  }
}

/** Makes a folder where there is none. @throws Failure where there cannot be one. */
export function makeFolder(folder: string, cwd: string): void {
  try {
    makeFolders(folder);
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    const reason = fault.code === 'EEXIST' ? 'it is a file' : writeFaultOf(fault);
    const shown = escapePath(shownPath(folder, cwd));
    throw new Failure(`${shown} cannot be used: ${reason}. Name a folder.`);
  }
}
