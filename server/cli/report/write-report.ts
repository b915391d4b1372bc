import { createAtomically, writeFaultOf } from '../../host/index.js';
import { escapeControls } from '../terminal/escape-controls.js';
import type { ReportFile } from './report-outputs.js';

/**
 * Writes a report to its file, whole or not at all.
 * @returns why it could not be written
 */
export function writeReport(
  { path, shown }: ReportFile,
  parts: Iterable<string | Uint8Array>,
): string | undefined {
  try {
    createAtomically(path, parts);
    return undefined;
  } catch (error) {
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    return `the report ${escapeControls(shown)} could not be written: ${reason}.`;
  }
}
