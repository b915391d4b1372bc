import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import { type FileRange, percentEncoded, type Range } from '../../core/index.js';
import type { LintRun } from './lint-run.js';
import type { SourceLine } from './located-finding.js';
import { repositoryPath } from './repository-path.js';

/** What addresses count from: the top of the repository, wherever it is checked out. */
export const SOURCE_ROOT = '%SRCROOT%';

export function physicalLocation(
  { file, range }: FileRange,
  run: LintRun,
  source?: SourceLine,
): PhysicalLocation {
  return { artifactLocation: artifactLocation(file, run), region: regionOf(range, source) };
}

export function artifactLocation(file: string, run: LintRun): ArtifactLocation {
  const path = repositoryPath(file, run);
  const uri = path.split('/').map(percentEncoded).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  // A drive's letter is no part to encode.
  if (DRIVE.test(path)) return { uri: `file:///${path.slice(0, 2)}${uri.slice(4)}` };
  return { uri, uriBaseId: SOURCE_ROOT };
}

const DRIVE = /^[A-Za-z]:\//;

/** Lines and columns count from 1, in UTF-16 units; the last column is the one behind. */
export function regionOf({ start, end }: Range, source?: SourceLine): Region {
  const words = source && wordsIn(source, { start, end });
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(words === undefined ? {} : { snippet: { text: words } }),
  };
}

/** The words of a range, where they stand on one line and are kept. */
function wordsIn({ text, from }: SourceLine, { start, end }: Range): string | undefined {
  const isThere = start.line === end.line && end.offset <= from + text.length;
  const words = isThere ? text.slice(start.offset - from, end.offset - from) : '';
  return words === '' ? undefined : words;
}
