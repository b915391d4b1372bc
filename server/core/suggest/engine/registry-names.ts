import { foldName } from '../../text/index.js';
import type { Paragraph } from './reading/paragraph.js';
import { type Token, tokensOf } from './reading/tokens.js';

/** A name that somebody registered. */
export interface RegisteredName {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** Words of a paragraph that are a registered name. */
export interface RegisteredWords {
  readonly kind: string;
  /** More than one: several are called so. */
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Whether no other letter case is needed to read it as the name. */
  readonly exact: boolean;
}

interface Node {
  next: Map<string, Node> | undefined;
  names: RegisteredName[] | undefined;
}

/** The names that begin with one word. */
interface Names {
  /** Those that no text has asked for yet; `undefined`: they are in the automaton. */
  waiting: RegisteredName[] | undefined;
  /** From behind the first word. */
  readonly root: Node;
  readonly described: DescribedName[];
}

interface DescribedName {
  readonly kind: string;
  readonly id: string;
  readonly words: readonly string[];
}

/**
 * All registered names, as an automaton over the words of a text: however many names there are, a text is read
 * once. Of names only the first word is read before a text has it. A word with a capital must have it; one without is
 * found in any case.
 */
export class NameIndex {
  readonly #byFirst = new Map<string, Names>();
  readonly #elisions: ReadonlySet<string>;

  constructor(names: Iterable<RegisteredName>, elisions: readonly string[]) {
    this.#elisions = new Set(elisions);
    for (const name of names) {
      const first = this.#firstWord(name.name);
      if (first === undefined) continue;
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, namesOf(name));
      else known.waiting?.push(name);
    }
  }

  /** As {@link Token.folded} has it; `undefined`: there is no word. */
  #firstWord(name: string): string | undefined {
    const plain = /^[A-Za-z0-9]+(?=$| )/.exec(name)?.[0];
    if (plain !== undefined) return plain.toLowerCase();
    const [first] = tokensOf(name, this.#elisions);
    return first?.folded;
  }

  /** The names that begin with the word of a token. */
  #from(token: Token): Names | undefined {
    const names = this.#byFirst.get(token.folded);
    if (names?.waiting === undefined) return names;
    for (const name of names.waiting) this.#add(names, name);
    names.waiting = undefined;
    return names;
  }

  #add({ root, described }: Names, name: RegisteredName): void {
    const tokens = tokensOf(name.name, this.#elisions);
    let node = root;
    for (const token of tokens.slice(1)) {
      const key = token.folded;
      node.next ??= new Map();
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: undefined, names: undefined };
        node.next.set(key, next);
      }
      node = next;
    }
    node.names ??= [];
    node.names.push(name);
    // `provisional agreement on …`, `French forces in …`: the words before the first small one, if several.
    const joint = tokens.findIndex(({ lower }, at) => at > 0 && JOINTS.test(lower));
    if (joint >= 2)
      described.push({
        kind: name.kind,
        id: name.id,
        words: tokens.slice(0, joint).map(({ folded }) => folded),
      });
  }

  /** What is registered by a longer description that begins with the words at a token: one thing, or nothing. */
  describedAt(
    tokens: readonly Token[],
    at: number,
  ): { readonly kind: string; readonly id: string; readonly words: number } | undefined {
    const token = tokens[at];
    const fits =
      token === undefined
        ? []
        : (this.#from(token)?.described ?? []).filter(({ words }) =>
            words.every((word, index) => isWord(tokens[at + index], word, index)),
          );
    const [one] = fits;
    if (one === undefined || fits.some(({ id }) => id !== one.id)) return undefined;
    return { kind: one.kind, id: one.id, words: one.words.length };
  }

  /** The registered names in a paragraph, longest first at each place, then those of other things inside. */
  namesIn({ text, tokens }: Paragraph): readonly RegisteredWords[] {
    const found: RegisteredWords[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const first = tokens[at] as Token;
      let node: Node | undefined = this.#from(first)?.root;
      if (node === undefined) continue;
      const here: RegisteredWords[] = [];
      for (let next = at; node !== undefined; ) {
        if (node.names !== undefined)
          here.push(...namedBy(node.names, text, first, tokens[next] ?? first));
        next += 1;
        const token = tokens[next];
        node = token && node.next?.get(token.folded);
      }
      found.push(...here.reverse());
    }
    return found.length < 2 ? found : withoutShadowed(found);
  }
}

function namesOf(name: RegisteredName): Names {
  return { waiting: [name], root: { next: undefined, names: undefined }, described: [] };
}

const JOINTS = /^(?:of|on|in|for|to|with|between|from|at|de|du|des|sur|en|pour|à)$/;

function isWord(token: Token | undefined, word: string, index: number): boolean {
  return token !== undefined && token.folded === word && (index === 0 || /^-?$/.test(token.gap));
}

/** The longest of what begins at one place, in each kind; of another thing inside it, too. */
function namedBy(
  names: readonly RegisteredName[],
  text: string,
  first: Token,
  last: Token,
): readonly RegisteredWords[] {
  const byKind = new Map<string, { ids: Set<string>; end: number; exact: boolean }>();
  for (const { kind, id, name } of names) {
    const end = endOf(text, last, name);
    const words = foldName(text.slice(first.start, end).replaceAll('\u00ad', ''));
    const folded = foldName(name);
    if (
      words.length !== folded.length ||
      words.toLowerCase() !== folded.toLowerCase() ||
      !hasItsCapitals(words, folded)
    )
      continue;
    const known = byKind.get(kind) ?? { ids: new Set<string>(), end, exact: false };
    known.ids.add(id);
    if (words === folded) known.exact = true;
    byKind.set(kind, known);
  }
  return [...byKind].map(([kind, { ids, end, exact }]) => {
    return { kind, ids: [...ids].sort(), start: first.start, end, exact };
  });
}

/** A name may end with what is no word: `resolution 1739 (2007)`. */
function endOf(text: string, last: Token, name: string): number {
  const tail = /[^\p{L}\p{N}]+$/u.exec(name)?.[0] ?? '';
  const end = last.text.endsWith('.') ? last.end - 1 : last.end;
  return tail !== '' && text.startsWith(tail, end) ? end + tail.length : last.end;
}

/** A capital of the name is one in the text; a heading may add others. */
function hasItsCapitals(words: string, name: string): boolean {
  if (words === name) return true;
  for (let at = 0; at < name.length; at += 1) {
    const wanted = name[at] ?? '';
    if (wanted !== words[at] && wanted !== wanted.toLowerCase()) return false;
  }
  return true;
}

/** Names that cross a longer one go, and those inside it that mean the same. */
function withoutShadowed(found: readonly RegisteredWords[]): readonly RegisteredWords[] {
  const kept: RegisteredWords[] = [];
  const longest = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const one of longest) {
    const isShadowed = kept.some(
      (other) =>
        other.start < one.end &&
        one.start < other.end &&
        ((other.start === one.start && other.end === one.end) ||
          !(other.start <= one.start && one.end <= other.end) ||
          (other.start === one.start && other.kind === 'office' && one.kind === 'office') ||
          one.ids.every((id) => other.ids.includes(id))),
    );
    if (!isShadowed) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
