// Written by `npm run generate` from the kinds, statuses and settings of the core: the server is not
// loaded yet when these are needed.

/** The files of a workspace that are known by their names: registries and configurations. Globs. */
export const WORKSPACE_FILES: readonly string[] = [
  '**/registry.yaml',
  '**/registry/**/*.yaml',
  '**/*.registry.yaml',
  '**/rapporteur.yaml',
];

/** The rules that say what could be tagged. */
export const RULES_TO_SUGGEST: ReadonlySet<string> = new Set([
  'untagged-commitment',
  'untagged-mention',
]);

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
  'assessment',
];

/** The built-in kinds of what has a name, with their titles and product icons. */
export const ENTITY_KINDS: readonly {
  readonly kind: string;
  readonly name: string;
  readonly icon: string;
}[] = [
  { kind: 'person', name: 'Person', icon: 'person' },
  { kind: 'org', name: 'Organization', icon: 'organization' },
  { kind: 'office', name: 'Office', icon: 'briefcase' },
  { kind: 'place', name: 'Place', icon: 'location' },
  { kind: 'agreement', name: 'Agreement', icon: 'law' },
  { kind: 'event', name: 'Event', icon: 'calendar' },
  { kind: 'topic', name: 'Topic', icon: 'tag' },
  { kind: 'source', name: 'Source', icon: 'book' },
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

/** By status, what may be reported next. */
export const NEXT_STATUSES: Readonly<Record<string, readonly string[]>> = {
  proposed: [
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
  ],
  conditional: [
    'proposed',
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
  ],
  active: [
    'proposed',
    'conditional',
    'in-progress',
    'stalled',
    'fulfilled',
    'partly-fulfilled',
    'broken',
    'withdrawn',
    'released',
    'superseded',
    'expired',
  ],
  'in-progress': [
    'proposed',
    'conditional',
    'active',
    'stalled',
    'fulfilled',
    'partly-fulfilled',
    'broken',
    'withdrawn',
    'released',
    'superseded',
    'expired',
  ],
  stalled: [
    'proposed',
    'conditional',
    'active',
    'in-progress',
    'fulfilled',
    'partly-fulfilled',
    'broken',
    'withdrawn',
    'released',
    'superseded',
    'expired',
  ],
  fulfilled: [],
  'partly-fulfilled': ['fulfilled', 'superseded'],
  broken: ['fulfilled'],
  withdrawn: [],
  released: [],
  superseded: [],
  expired: [],
};
