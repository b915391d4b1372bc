import { type Setting, TEXTS_SCHEMA } from './setting.js';
import { globsOf } from './values.js';

export const briefs: Setting<'briefs', readonly string[] | undefined> = {
  key: 'briefs',
  description: 'The files that are briefs. If left out: every Markdown file with a tag.',
  default: undefined,
  read: (value, { report }) => globsOf(value, report),
  schema: () => TEXTS_SCHEMA,
  otherNames: ['files', 'include'],
};

export const registries: Setting<'registries', readonly string[]> = {
  key: 'registries',
  description: 'The files that are registries.',
  default: ['**/registry.yaml', '**/registry/**/*.yaml', '**/*.registry.yaml'],
  read: (value, { report }) => globsOf(value, report),
  schema: () => TEXTS_SCHEMA,
};

export const ignore: Setting<'ignore', readonly string[]> = {
  key: 'ignore',
  description: 'Files that are not read, in addition to those in .gitignore.',
  default: [],
  read: (value, { report }) => globsOf(value, report),
  schema: () => TEXTS_SCHEMA,
  countsBelow: true,
  otherNames: ['exclude', 'excludes', 'ignores', 'ignorepatterns'],
};
