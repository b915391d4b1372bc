import {
  describeDate,
  type Tag,
  tagKey,
  type Value,
  type Vocabulary,
} from '../../server/core/index.js';

/** What the preview must know of a tag to show it: plain data, as tokens travel between processes. */
export interface TagMark {
  readonly kind: string;
  /** The kind for a person to read: `Person`. */
  readonly title: string;
  /** One of the built-in kinds, which the style sheet knows. */
  readonly known: boolean;
  readonly form: Tag['form'];
  readonly role: Tag['role'];
  /** What to call it where it has no words of its own. */
  readonly name: string;
  readonly wordless: boolean;
  readonly id: string | undefined;
  /** With `nth`, which of the server's tags it is: see {@link tagKey}. */
  readonly key: string;
  /** How many tags of the same key stand before it. */
  readonly nth: number;
  readonly sound: boolean;
  /** What its attributes say, for people: `Other names`, `Hegseth`. Of a mention: nothing. */
  readonly terms: readonly Term[];
  /** Of a date, in words. */
  readonly date: string | undefined;
}

export interface Term {
  readonly name: string;
  readonly label: string;
  readonly words: string;
}

/** @param seen counts the keys so far; gets one more */
export function markOf(tag: Tag, vocabulary: Vocabulary, seen: Map<string, number>): TagMark {
  const kind = vocabulary.kinds.get(tag.kind);
  const key = tagKey(tag);
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  const terms = tag.role === 'mention' || tag.role === 'date' ? [] : termsOf(tag);
  const name = terms.find((term) => term.name === 'name')?.words;
  return {
    kind: tag.kind,
    title: kind?.title ?? tag.kind,
    known: kind !== undefined && kind.custom !== true,
    form: tag.form,
    role: tag.role,
    name: tag.words || name || (tag.id ? idWords(tag.id.text) : (kind?.title ?? tag.kind)),
    wordless: tag.words === '',
    id: tag.id?.text,
    key,
    nth,
    // What attributes a workspace's own kind may have, the server knows.
    sound: tag.sound || kind?.custom === true,
    terms,
    date: tag.edtf === undefined ? undefined : describeDate(tag.edtf),
  };
}

/** The class of a kind; those of a workspace's own share one. */
export function kindClass({ kind, known }: TagMark): string {
  return `rapporteur-${known ? kind : 'own-kind'}`;
}

function termsOf({ attributes }: Tag): readonly Term[] {
  return attributes.flatMap(({ name, value }) => {
    const words = wordsOf(name, value);
    if (words === '') return [];
    const label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
    return [{ name, label, words }];
  });
}

function wordsOf(name: string, value: Value): string {
  if (value.type === 'mapping') return '';
  const items = value.type === 'list' ? value.items : [value];
  const texts = items.flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  if (DATES.has(name)) return texts.map(describeDate).join(', ');
  return (IDS.has(name) ? texts.map(idWords) : texts).join(', ');
}

const DATES: ReadonlySet<string> = new Set(
  'due on made period signed in_force start_date end_date date founding_date dissolution_date'.split(
    ' ',
  ),
);
const IDS: ReadonlySet<string> = new Set(
  'by for to said_by under at source sources of part_of depends_on supersedes fulfils parties attendees place parent org broader status progress'.split(
    ' ',
  ),
);

/** An id as words, for as long as the server has not said what is called so. */
function idWords(id: string): string {
  return id.replaceAll('-', ' ');
}
