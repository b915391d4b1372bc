import { createNew, makeFolders, writeFaultOf } from '../../host/index.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';

/** Whether it was written: what is there is left alone, even if it came this very moment. */
export function createFile(path: string, text: string): boolean {
  try {
    return createNew(path, text);
  } catch (error) {
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    throw new Failure(`${escapePath(path)} could not be written: ${reason}.`);
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
