// Written by `npm run generate` from the kinds, statuses and settings of the core: the server is not
// loaded yet when these are needed.

/** The files of a workspace that are known by their names: registries and configurations. Globs. */
export const WORKSPACE_FILES: readonly string[] = [
  '**/registry.yaml',
  '**/registry/**/*.yaml',
  '**/*.registry.yaml',
  '**/rapporteur.yaml',
];

/** The built-in kinds, as they are written in a tag. */
export const KIND_NAMES: readonly string[] = [
  'person',
  'org',
  'office',
  'place',
  'agreement',
  'event',
  'topic',
  'source',
  'date',
  'commitment',
  'update',
];

/** What may have happened to a commitment. */
export const STATUSES: readonly string[] = [
  'proposed',
  'conditional',
  'active',
  'in-progress',
  'stalled',
  'fulfilled',
  'partly-fulfilled',
  'broken',
  'withdrawn',
  'released',
  'superseded',
  'expired',
];

/** The statuses after which nothing is open. */
export const END_STATUSES: readonly string[] = [
  'fulfilled',
  'partly-fulfilled',
  'broken',
  'withdrawn',
  'released',
  'superseded',
  'expired',
];
