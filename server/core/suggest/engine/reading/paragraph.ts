import type { Language } from '../../../language/index.js';
import { perObject } from '../../../text/index.js';
import { type Token, tokensOf } from './tokens.js';

/** What a paragraph is read from: its words as they stand, all else (marks, code, tags, targets) blank. */
export interface ParagraphText {
  /** Where it begins in the page. */
  readonly start: number;
  /** As long as in the page. What is no prose is a space, or `\ufffc` where a thing stands among the words. */
  readonly text: string;
  readonly form: 'paragraph' | 'heading' | 'cell';
}

/** A paragraph read into words and sentences. */
export interface Paragraph {
  readonly text: string;
  readonly form: ParagraphText['form'];
  readonly tokens: readonly Token[];
  /** By the token: whether a sentence begins with it. */
  readonly begins: readonly boolean[];
  /** Whether nearly all its words have capitals: these say nothing then. */
  readonly titled: boolean;
}

export function readParagraph({ text, form }: ParagraphText, language: Language): Paragraph {
  const { elisions, abbreviations } = wordsOf(language);
  const tokens = tokensOf(text, elisions);
  const begins: boolean[] = [];
  for (let at = 0; at < tokens.length; at += 1)
    begins.push(beginsSentence(tokens, tokens[at] as Token, at, abbreviations));
  return { text, form, tokens, begins, titled: isTitled(text, tokens, form) };
}

const wordsOf = perObject((language: Language) => {
  return {
    elisions: new Set(language.names.elisions),
    abbreviations: new Set([...language.sentences.titles, ...language.sentences.abbreviations]),
  };
});

/** Small words that hardly follow an abbreviation with a capital but begin a sentence. */
const OPENERS = new Set(
  'the this that these those a an in on at it he she they we his her its their our as if when while after before but and however for from by with both all there i you to'.split(
    ' ',
  ),
);

function beginsSentence(
  tokens: readonly Token[],
  token: Token,
  at: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (!token.spaced) return false;
  const { gap } = token;
  if (gap === '' && !(token.capital && before.text.endsWith('.'))) return false;
  if (gap === '') return OPENERS.has(token.lower);
  if (gap === ',') return false;
  if (/[.!?…]/.test(gap)) {
    if (!token.capital && !token.number && !/[“"«]/.test(gap)) return false;
    if (gap.startsWith('.') && gap.length <= 2) {
      if (abbreviations.has(before.text)) return false;
      if (before.text.length === 1 && before.capital) return false;
    }
    return true;
  }
  // A list on lines of its own, or a bullet: `• Item`.
  return /[•▪●◦·‣]/.test(gap);
}

function isTitled(text: string, tokens: readonly Token[], form: ParagraphText['form']): boolean {
  let capitals = 0;
  let long = 0;
  for (const token of tokens) {
    if (token.number || token.text.length < 4) continue;
    long += 1;
    if (token.capital) capitals += 1;
  }
  if (form === 'heading') return capitals * 2 > long;
  return long > 3 && capitals * 5 >= long * 4 && !/[.,;:!?]\s*$/.test(text);
}
