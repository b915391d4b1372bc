import type { Written } from '../../text/index.js';
import { type Setting, TEXTS_SCHEMA } from './setting.js';
import { choiceOf, wordsOf } from './values.js';

/** Whether a workspace begins in the folder of the configuration. */
export const root: Setting<'root', boolean> = {
  key: 'root',
  description:
    'Whether a workspace begins in this folder. With `false`, the folder belongs to the workspace above. Then only `extends`, `rules`, `overrides` and `ignore` are allowed here, for the files below.',
  default: true,
  read(value, { report }) {
    const what = '`root`, whether a workspace begins in this folder,';
    const choice = choiceOf(value, ['true', 'false'] as const, what, report);
    return choice === undefined ? undefined : choice === 'true';
  },
  schema: () => ({ type: 'boolean' }),
  countsBelow: true,
};

const FILES_WANTED =
  'Write the path of a file, or a list of them, such as ../shared/rapporteur.yaml.';

/** The files that a configuration builds on, as they are written, the last to win. */
export const extended: Setting<'extends', readonly Written[]> = {
  key: 'extends',
  description:
    'Configuration files that this one builds on, as paths from its folder; the last one wins, and this file wins over all of them.',
  default: [],
  read: (value, { report }) =>
    wordsOf(value, FILES_WANTED, report).filter(({ text, span }) => {
      const fault = extendsFault(text);
      if (fault !== undefined) report(span, fault);
      return fault === undefined;
    }),
  schema: () => TEXTS_SCHEMA,
  countsBelow: true,
};

function extendsFault(path: string): string | undefined {
  if (path.trim() === '') return `This is empty. ${FILES_WANTED}`;
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
    return `'${path}' is not a local file. Nothing is fetched from the network: put the file into the repository, or install it and write ./node_modules/….`;
  }
  if (path.includes('\\')) {
    return `'${path}' has a backslash. Write paths with '/' on every system: ${path.replaceAll('\\', '/')}`;
  }
  if (/^(?:\/|~|[a-z]:)/i.test(path)) {
    return `'${path}' is a path on one machine only. Write the path from the folder of this file.`;
  }
  return undefined;
}
