import type { Strength } from '../strength.js';

/** How one commissive word works in a sentence. */
export interface Marker {
  readonly strength: Strength;
  /** The words that may follow and then belong to it ("to"). */
  readonly to?: readonly string[];
  /** Whether it counts without one of them too; `object`: before an article or the like, as a verb does. */
  readonly bare?: boolean | 'object';
  /** How many words may stand between it and its "to": "agreed on Friday to". */
  readonly gap?: number;
  /** A form of "be" before it: belongs to it; is needed; must not stand there ("is anticipated"). */
  readonly be?: 'part' | 'needed' | 'never';
  /** With `be: 'needed'`: whether its "to" alone will do, as in a headline ("India set to sign"). */
  readonly alone?: boolean;
  /** May be a noun, after "the" or "its". */
  readonly noun?: boolean;
  /** Binding in the text of a treaty. */
  readonly treaty?: boolean;
  /** The words of its object, one of which stands before its "to" (of …): "set a goal of". */
  readonly object?: ReadonlySet<string>;
  /** Whether what is done stands right behind, as an "-ing" with an object: "agreed on holding talks". */
  readonly doing?: boolean;
  /** The word that follows has a "to" of its own: "looks forward to". */
  readonly forward?: boolean;
}

const TO = ['to', 'not'];
const NOUN = ['to', 'for', 'of', 'that', 'not'];

const GOALS: ReadonlySet<string> = new Set(
  'goal goals target targets objective objectives aim'.split(' '),
);

/** Of several for one word, the first that fits. */
const list: [words: string, marker: Marker][] = [
  ['shall', { strength: 'binding' }],
  ['must', { strength: 'binding' }],
  ['undertake undertakes', { strength: 'binding', to: TO, bare: true }],
  ['undertook undertaken', { strength: 'binding', to: TO }],
  ['undertaking undertakings', { strength: 'binding', to: [...TO, 'that'], noun: true }],
  ['agree agrees agreed agreeing', { strength: 'pledged', to: ['on'], doing: true }],
  ['agree agrees', { strength: 'pledged', to: TO, gap: 3, treaty: true }],
  ['agreed agreeing', { strength: 'pledged', to: TO, gap: 3 }],
  ['agreement', { strength: 'pledged', to: TO, noun: true }],
  ['commit commits', { strength: 'pledged', to: TO, bare: true }],
  ['recommit recommits recommitted recommitting', { strength: 'pledged', to: TO }],
  ['committed committing', { strength: 'pledged', to: TO, bare: true, be: 'part' }],
  ['commitment commitments', { strength: 'pledged', to: TO, noun: true }],
  ['resolve resolves resolving', { strength: 'pledged', to: TO, noun: true }],
  ['resolved', { strength: 'pledged', to: TO, be: 'part' }],
  ['assurance assurances', { strength: 'pledged', to: ['that', 'to'], noun: true }],
  ['assure assures assured assuring', { strength: 'pledged', to: ['that'], gap: 4, be: 'never' }],
  ['guarantee guarantees', { strength: 'pledged', to: [...TO, 'that'], bare: 'object' }],
  ['guaranteed guaranteeing', { strength: 'pledged', to: [...TO, 'that'], be: 'never' }],
  ['pledge pledges pledged pledging', { strength: 'pledged', to: TO, bare: true, noun: true }],
  ['promise promises promised', { strength: 'pledged', to: TO, bare: true, noun: true }],
  ['vow vows vowed vowing', { strength: 'pledged', to: TO, bare: true, noun: true }],
  ['set sets setting', { strength: 'intended', to: ['of', 'to', 'for'], object: GOALS }],
  ['set', { strength: 'planned', to: ['to'], be: 'needed', alone: true }],
  ['scheduled slated', { strength: 'planned', to: ['to'], be: 'needed', alone: true }],
  ['due', { strength: 'planned', to: ['to'], be: 'needed', alone: false }],
  ['going', { strength: 'planned', to: ['to'], be: 'needed', alone: false }],
  ['decide decides decided deciding', { strength: 'planned', to: TO, gap: 3 }],
  ['decision decisions', { strength: 'planned', to: TO, noun: true }],
  ['plan plans planned', { strength: 'planned', to: TO, be: 'never', noun: true }],
  ['planning', { strength: 'planned', to: TO, be: 'part' }],
  ['intend intends', { strength: 'intended', to: TO, bare: true }],
  ['intended', { strength: 'intended', to: TO, be: 'never' }],
  ['intending', { strength: 'intended', to: TO, be: 'part' }],
  ['intention intentions', { strength: 'intended', to: NOUN, noun: true }],
  ['intent', { strength: 'intended', to: ['to', 'on'], noun: true, be: 'part' }],
  ['aim aims', { strength: 'intended', to: ['to', 'at', 'for', 'of', 'not'], noun: true }],
  ['aimed', { strength: 'intended', to: ['to', 'at', 'for'], be: 'never' }],
  ['aiming', { strength: 'intended', to: ['to', 'at', 'for'], be: 'part' }],
  ['seek seeks', { strength: 'intended', to: TO, bare: true }],
  ['seeking', { strength: 'intended', to: TO, bare: true, be: 'part' }],
  ['sought', { strength: 'intended', to: TO, bare: true, be: 'never' }],
  ['endeavour endeavours endeavor endeavors', { strength: 'intended', to: TO }],
  ['endeavoured endeavouring endeavored endeavoring', { strength: 'intended', to: TO }],
  ['strive strives strove striving', { strength: 'intended', to: ['to', 'for'], be: 'part' }],
  [
    'willing prepared ready determined',
    { strength: 'intended', to: TO, be: 'needed', alone: true },
  ],
  ['willingness readiness determination', { strength: 'intended', to: TO, noun: true }],
  ['hope hopes', { strength: 'aspired', to: NOUN, bare: true, noun: true }],
  ['hoped', { strength: 'aspired', to: NOUN, bare: true, be: 'never' }],
  ['hoping hopeful', { strength: 'aspired', to: NOUN, bare: true, be: 'part' }],
  ['eager keen', { strength: 'aspired', to: ['to', 'for'], bare: true, be: 'part' }],
  ['eagerly', { strength: 'aspired', to: [], bare: true }],
  ['eagerness keenness', { strength: 'aspired', to: NOUN, bare: true, noun: true }],
  ['look looks looked', { strength: 'aspired', to: ['forward'], forward: true }],
  ['looking', { strength: 'aspired', to: ['forward'], forward: true, be: 'part' }],
  ['anticipate anticipates', { strength: 'aspired', to: [], bare: true }],
  ['anticipated', { strength: 'aspired', to: [], bare: true, be: 'never' }],
  ['anticipating', { strength: 'aspired', to: [], bare: true, be: 'part' }],
  ['anticipation', { strength: 'aspired', to: NOUN, bare: true, noun: true }],
  ['aspire aspires aspired aspiring', { strength: 'aspired', to: TO, be: 'never' }],
  ['ambition ambitions', { strength: 'aspired', to: NOUN, noun: true }],
  ['aspiration aspirations', { strength: 'aspired', to: NOUN, noun: true }],
];

/** The words that speak of strength, each inflection its own key; "will" and "would" are read apart. */
export const MARKERS: ReadonlyMap<string, readonly Marker[]> = byWord();

function byWord(): ReadonlyMap<string, readonly Marker[]> {
  const markers = new Map<string, Marker[]>();
  for (const [words, marker] of list)
    for (const word of words.split(' ')) markers.set(word, [...(markers.get(word) ?? []), marker]);
  return markers;
}

/** After these a "would" is a "will" told in the past: "said it would take part". */
export const SAYING: ReadonlySet<string> = new Set(
  'said says saying agreed determined decided pledged promised undertook vowed announced announces confirmed confirms declared declares stated states assured assures added told replied replies responded indicated indicates'.split(
    ' ',
  ),
);

/** The verbs that make a "will" softer: what one will only try. */
export const WILL_TO: ReadonlyMap<string, Strength> = new Map<string, Strength>([
  ['commit', 'pledged'],
  ['pledge', 'pledged'],
  ['resolve', 'pledged'],
  ['endeavour', 'intended'],
  ['endeavor', 'intended'],
  ['seek', 'intended'],
  ['aim', 'intended'],
  ['strive', 'intended'],
  ['try', 'intended'],
  ['attempt', 'intended'],
  ['hope', 'aspired'],
  ['look', 'aspired'],
]);

/** The words of treaty text, before "agree". A political party is none, so "party" needs an {@link EACH_PARTY}. */
export const TREATY: ReadonlySet<string> = new Set([
  'parties',
  'contracting',
  'hereby',
  'signatories',
]);
export const EACH_PARTY: ReadonlySet<string> = new Set([
  'each',
  'either',
  'every',
  'neither',
  'any',
]);

const ADVERBS = new Set(
  'also both jointly further then each all soon now just still yet again together very quite more first always once even respectively'.split(
    ' ',
  ),
);

/** Words that may stand between the parts of a marker without changing what it says. */
export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly'));
}
