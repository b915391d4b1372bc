import {
  type AttributeType,
  attributeSpec,
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
  /** How many tags of the same key come before it. */
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
  const terms = tag.role === 'mention' || tag.role === 'date' ? [] : termsOf(tag, vocabulary);
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

function termsOf({ kind, attributes }: Tag, vocabulary: Vocabulary): readonly Term[] {
  return attributes.flatMap(({ name, value }) => {
    const words = wordsOf(name, typeOf(kind, name, vocabulary), value);
    if (words === '') return [];
    const label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
    return [{ name, label, words }];
  });
}

/** What kinds of a workspace's own have, the preview is not told: there a name means what it means elsewhere. */
function typeOf(tag: string, name: string, { kinds }: Vocabulary): AttributeType | undefined {
  const specs = [kinds.get(tag), ...kinds.values()].map(
    (kind) => kind && attributeSpec(kind, name),
  );
  return specs.find((spec) => spec !== undefined)?.type;
}

/** States are a few words joined by hyphens, as ids are. */
const STATES: ReadonlySet<string> = new Set(['status', 'progress']);

function wordsOf(name: string, type: AttributeType | undefined, value: Value): string {
  if (value.type === 'mapping') return '';
  const items = value.type === 'list' ? value.items : [value];
  const texts = items.flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  if (type?.type === 'date') return texts.map(describeDate).join(', ');
  const isId = type?.type === 'id' || type?.type === 'ids' || STATES.has(name);
  return (isId ? texts.map(idWords) : texts).join(', ');
}

/** An id as words, for as long as the server has not said what is called so. */
function idWords(id: string): string {
  return id.replaceAll('-', ' ');
}
