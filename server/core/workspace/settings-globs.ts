import type { Value } from '../parse/index.js';
import { globFault } from './settings-paths.js';
import { type Report, wordOf, wordsOf } from './settings-values.js';

/** One glob or several; what cannot be used is reported and left out. */
export function globsOf(value: Value, report: Report): readonly string[] {
  const globs = wordsOf(value, 'Write a list of paths, such as [briefs/**/*.md].', report);
  return globs.flatMap(({ text, span }) => {
    const fault = globFault(text);
    if (fault === undefined) return [text];
    report(span, fault);
    return [];
  });
}

/** The path of one file below the folder of the configuration. */
export function pathOf(value: Value, example: string, report: Report): string | undefined {
  const wanted = `Write the path of a file, such as ${example}.`;
  const word = wordOf(value, wanted, report);
  if (word === undefined) return undefined;
  const fault = pathFault(word.text, wanted);
  if (fault === undefined) return word.text.replace(/^(?:\.\/+)+/, '');
  report(word.span, fault);
  return undefined;
}

function pathFault(path: string, wanted: string): string | undefined {
  if (path.includes('\\')) {
    return `'${path}' has a backslash. Write paths with '/' on every system: ${path.replaceAll('\\', '/')}`;
  }
  if (/^(?:\/|~|[a-z]:)/i.test(path)) {
    return `'${path}' is a path on one machine only. Write the path from the folder of this file.`;
  }
  if (path.split('/').includes('..')) {
    return `'${path}' leads out of the folder of this file. Only files below that folder can be named.`;
  }
  return /(?:^|\/)\.?$/.test(path) ? `'${path}' is a folder. ${wanted}` : undefined;
}
