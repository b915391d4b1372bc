import { globMatcher, globSyntaxFault } from '../../text/index.js';

export type Matcher = (path: string) => boolean;

/** Of no glob: nothing matches. A glob that cannot be compiled is a fault of the settings already. */
export function matcherOf(globs: readonly string[]): Matcher {
  const usable = globs.map(relativeGlob).filter((glob) => globFault(glob) === undefined);
  if (usable.length === 0) return () => false;
  return globMatcher(usable);
}

/** `./briefs` and `/briefs` mean the same as `briefs`: everything starts at the workspace root. */
function relativeGlob(glob: string): string {
  return glob.replace(/^(?:\.?\/)+/, '');
}

/** Why a glob cannot be used; `undefined` when it can. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'A pattern of paths is empty. Write one such as briefs/**/*.md.';
  if (glob.includes('\\')) {
    return `'${glob}' has a backslash. Write paths with '/' on every system: ${glob.replaceAll('\\', '/')}`;
  }
  // What is taken is the sum of all patterns: one that says what not to take would take all the rest.
  if (/^!(?!\()/.test(glob)) {
    return `'${glob}' excludes files. Remove the '!', and list the files to exclude under 'ignore', or in an override under 'except'.`;
  }
  if (glob.split('/').includes('..')) {
    return `'${glob}' leads out of the folder of this file. Only files below that folder can be named.`;
  }
  const fault = globSyntaxFault(glob);
  return fault && `'${glob}' cannot be read as a pattern of paths. ${fault}`;
}
