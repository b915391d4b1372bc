import { nearestWord, type Span } from '../text/index.js';
import type { Fault } from './facts.js';
import { changeTo, excerpt, fault } from './faults.js';
import { formsInWords } from './form-faults.js';
import type { Kind, Vocabulary } from './vocabulary.js';

/** Says of words that are no kinds which kind was meant; the same word is looked up once. */
export interface UnknownKinds {
  /**
   * The fault of a tag with such a word; `undefined` when no kind comes near: then it is prose.
   * @param span the word's place in the text
   * @param form the form of the tag that uses it
   */
  faultOf(word: string, span: Span, form: Kind['forms'][number]): Fault | undefined;
  /** The same of a tag in HTML. It has no fix: of a known kind, a tag there is not read either. */
  faultInHtml(word: string, span: Span): Fault | undefined;
  /** Whether a kind is misspelt so: a sign that the text is a brief, as another word for it is not. */
  isMisspelt(word: string): boolean;
}

export function unknownKinds(text: string, vocabulary: Vocabulary): UnknownKinds {
  const known = new Map<string, MeantKind | undefined>();
  const meantBy = (word: string): MeantKind | undefined => {
    if (!known.has(word)) known.set(word, kindMeant(word, vocabulary));
    return known.get(word);
  };
  return {
    isMisspelt: (word) => meantBy(word)?.isSlip === true && !isAlias(word, vocabulary),
    faultInHtml(word, span) {
      const meant = meantBy(word);
      if (meant === undefined) return undefined;
      const reason = `the kind for it is '${meant.kind.tag}', and no tag is read inside HTML`;
      return fault('unknown-kind', span, { found: excerpt(text, span), reason });
    },
    faultOf(word, span, form) {
      const meant = meantBy(word);
      if (meant === undefined) return undefined;
      const { kind, isSlip, other } = meant;
      if (other !== undefined) {
        const reason = `the kind for it is '${kind.tag}' or '${other}'`;
        return fault('unknown-kind', span, { found: excerpt(text, span), reason });
      }
      const found = excerpt(text, span);
      const fits = kind.forms.includes(form);
      // A slip of the finger is corrected for certain, another word for the kind at the author's wish.
      if (isSlip && fits)
        return fault('unknown-kind', span, { found, wanted: kind.tag }, changeTo(span, kind.tag));
      const how = fits ? '' : `, which is written ${formsInWords(kind)}`;
      const reason = `the kind for it is '${kind.tag}'${how}`;
      return fault('unknown-kind', span, { found, wanted: fits ? kind.tag : undefined, reason });
    },
  };
}

function isAlias(word: string, { aliases }: Vocabulary): boolean {
  return aliases.has(word.toLowerCase());
}

interface MeantKind {
  readonly kind: Kind;
  /** Misspelled; else it is another word for the kind. */
  readonly isSlip: boolean;
  /** A second kind that is as near: then nobody knows which one was meant. */
  readonly other?: string | undefined;
}

/**
 * The kind itself, one in other case (`:Person[…]`), one that is one slip away, or one for which the word is
 * an alias.
 */
export function kindMeant(word: string, { kinds, aliases }: Vocabulary): MeantKind | undefined {
  const lower = word.toLowerCase();
  const near = [...kinds.keys()].filter((kind) => kind.length >= 4 || hasItsLetters(word, kind));
  const slip =
    kinds.get(lower) ?? kinds.get(nearestWord(word, near, 1) ?? nearestWord(lower, near, 1) ?? '');
  const alias = aliases.get(lower);
  if (slip !== undefined && (alias === undefined || alias === slip)) {
    return { kind: slip, isSlip: true };
  }
  if (alias !== undefined) return { kind: alias, isSlip: false };
  const [first = '', other] = near.filter((tag) => nearestWord(word, [tag], 1) !== undefined);
  const kind = kinds.get(first);
  return kind && { kind, isSlip: false, other };
}

/**
 * Whether a word has the letters of a short kind in another order or one of them doubled (`ogr`, `orgg`): of
 * three letters, one missing or wrong makes another word (`or`, `arg`).
 */
function hasItsLetters(word: string, kind: string): boolean {
  if (word.length < kind.length || word.length > kind.length + 1) return false;
  const letters = (of: string): string => [...new Set(of)].sort().join('');
  return letters(word) === letters(kind);
}
