import { type Sentence, type Spoken, type SpokenParagraph, spokenAt } from '../discourse/model.js';
import { distinct, type PageFacts } from '../discourse/page-facts.js';

/** Who promises. */
export interface Subject {
  readonly by: readonly string[];
  readonly kind: string;
  /** The first token of its words; the marker's where it is implied. */
  readonly first: number;
  /** Whether a named or described actor was found, not only a word for some. */
  readonly known: boolean;
  readonly reason: string;
}

/** A promise is said in a paragraph with its descriptions read. */
export interface PromiseScene {
  readonly paragraph: SpokenParagraph;
  readonly sentence: Sentence;
  readonly facts: PageFacts;
}

/** The outermost of what is spoken of that ends at a token. */
export function endingAt(scene: PromiseScene, at: number): Spoken | undefined {
  const one = spokenAt(scene.paragraph, at);
  const isNobody = one === undefined || /^(?:date|topic|source)$/.test(one.kind);
  return isNobody ? undefined : one;
}

export function covers(scene: PromiseScene, at: number): boolean {
  return endingAt(scene, at) !== undefined;
}

/** How many tokens number a clause: `9.`, `(a)`, `IV.` */
export function numberWords({ paragraph, sentence }: PromiseScene): number {
  const token = paragraph.scene.tokens[sentence.first];
  const next = paragraph.scene.tokens[sentence.first + 1];
  if (token === undefined || next === undefined) return 0;
  return (token.number || /^(?:[a-z]|[ivx]+)$/i.test(token.text)) && /[.)]/.test(next.gap) ? 1 : 0;
}

/** A word for some who can promise: those whom the page lists behind it elsewhere, else nobody who is named. */
export function anyoneAt(scene: PromiseScene, at: number, first: number, kind = 'org'): Subject {
  const { text = '', lower = '' } = scene.paragraph.scene.tokens[at] ?? {};
  const { groups, people } = scene.facts;
  const isThey = lower === 'they' && groups.size > 0;
  const listed = groups.get(lower) ?? (isThey ? [...groups.values()][0] : undefined);
  const meant = people.length > 0 && /^(?:ministers|leaders|they)$/.test(lower) ? people : listed;
  if (meant !== undefined) return { by: meant, kind, first, known: true, reason: 'who acts' };
  return { by: [], kind, first, known: false, reason: `“${text}” can promise` };
}

/** Those who act together, as one subject, and why. */
export function subjectOfAll(members: readonly Spoken[], reason: string): Subject | undefined {
  const [one] = members;
  if (one === undefined) return undefined;
  const keys = distinct(members.flatMap(({ keys: own }) => own));
  return { by: keys, kind: one.kind, first: one.first, known: keys.length > 0, reason };
}
