import type { Syntax } from '../parse/index.js';
import { nearestWord, type Span, shift, type Written } from '../text/index.js';
import type { Fault, Suppression } from './facts.js';
import { changeTo, fault } from './faults.js';
import { followingBlocksOf, type PlacedComment } from './following-blocks.js';

/** A comment: where it stands with its marks, and what stands between them. */
export interface Comment extends PlacedComment {
  readonly body: Written;
}

/** The comments in the HTML of some blocks. */
export function commentsIn({ text, blocks }: Pick<Syntax, 'text' | 'blocks'>): readonly Comment[] {
  const comments: Comment[] = [];
  for (const { at, block } of blocks) {
    for (const { span } of block.html) {
      const { start, end } = shift(span, at);
      for (const comment of htmlComments(text.slice(start, end), start)) comments.push(comment);
    }
  }
  return comments;
}

/** A YAML comment as the parse gives it, from its `#` to the end of its line. */
export function yamlComment({ text, span }: Written): Comment {
  const body = { text: text.slice(1), span: { start: span.start + 1, end: span.end } };
  return { span, body, language: 'yaml' };
}

/** The comments in a piece of HTML that stands at `place`; searched no further than it reaches. */
function htmlComments(html: string, place: number): readonly Comment[] {
  const found: Comment[] = [];
  for (let at = 0; ; ) {
    const open = html.indexOf('<!--', at);
    if (open < 0) return found;
    const close = html.indexOf('-->', open + 4);
    if (close < 0) return found;
    at = close + 3;
    const span = { start: place + open, end: place + at };
    const body = { start: span.start + 4, end: place + close };
    found.push({
      span,
      body: { text: html.slice(open + 4, close), span: body },
      language: 'markdown',
    });
  }
}

const FORMS: ReadonlyMap<string, Suppression['form']> = new Map([
  ['rapporteur-disable-next-line', 'next-line'],
  ['rapporteur-disable', 'disable'],
  ['rapporteur-enable', 'enable'],
  ['rapporteur-disable-file', 'file'],
]);

interface Instruction extends PlacedComment {
  readonly form: Suppression['form'];
  readonly rules: readonly Written[];
  readonly reason: string | undefined;
}

/** What is wrong in comments that are meant to suppress. */
export function commentFaults(comments: readonly Comment[]): readonly Fault[] {
  return comments.flatMap((comment) => {
    const { word, end } = headOf(comment);
    if (word === undefined || FORMS.has(word)) return [];
    return [unknown({ start: end - word.length, end }, word)];
  });
}

/**
 * Reads `rapporteur-…` comments (LANGUAGE.md, section 8), in order of place. One that disables several
 * rules which are enabled again at different places becomes one suppression a rule.
 * @param comments of the whole text
 */
export function rangedSuppressions(
  { text, fences }: Pick<Syntax, 'text' | 'fences'>,
  comments: readonly Comment[],
): readonly Suppression[] {
  if (comments.length === 0) return [];
  const instructions = comments.flatMap((comment): Instruction[] => {
    const { word, end } = headOf(comment);
    const form = word === undefined ? undefined : FORMS.get(word);
    if (form === undefined) return [];
    const { span, language, body } = comment;
    return [{ form, span, language, ...rulesAndReason(body, end - body.span.start) }];
  });
  const closed = fences.filter(({ close }) => close !== undefined).map(({ span }) => span);
  return ranged(text, instructions, closed);
}

/** The word that a comment of ours begins with, and where it ends. */
function headOf({ body }: Comment): { readonly word: string | undefined; readonly end: number } {
  const head = /^\s*(rapporteur-[^\s,]*)/.exec(body.text);
  return { word: head?.[1], end: body.span.start + (head?.[0].length ?? 0) };
}

function unknown(span: Span, word: string): Fault {
  const wanted = nearestWord(word, FORMS.keys(), 3);
  const correction = wanted === undefined ? undefined : changeTo(span, wanted);
  return fault('unknown-suppression', span, { found: word, wanted }, correction);
}

function rulesAndReason(
  { text, span }: Written,
  from: number,
): Pick<Instruction, 'rules' | 'reason'> {
  const dashes = /[\s,]--(?=\s|$)/.exec(text.slice(from));
  const end = dashes === null ? text.length : from + dashes.index;
  const rules: Written[] = [];
  for (const { index, 0: name } of text.slice(from, end).matchAll(/[^\s,]+/g)) {
    const start = span.start + from + index;
    rules.push({ text: name, span: { start, end: start + name.length } });
  }
  const reason = dashes === null ? '' : text.slice(end + dashes[0].length).trim();
  return { rules, reason: reason === '' ? undefined : reason };
}

function ranged(
  text: string,
  instructions: readonly Instruction[],
  fences: readonly Span[],
): readonly Suppression[] {
  const nextBlocks = followingBlocksOf(text, instructions, fences);
  const enabled = new Map<string, number>();
  const found: Suppression[] = [];
  // From the last to the first, so that the next `enable` of a rule is known.
  for (let index = instructions.length - 1; index >= 0; index -= 1) {
    const { language: _, ...instruction } = instructions[index] as Instruction;
    const { form, span, rules } = instruction;
    const nothing = { start: span.end, end: span.end };
    if (form === 'next-line') found.push({ ...instruction, range: nextBlocks[index] ?? nothing });
    if (form === 'file') found.push({ ...instruction, range: { start: 0, end: text.length } });
    if (form === 'enable') {
      found.push({ ...instruction, range: nothing });
      for (const rule of rules) enabled.set(rule.text, span.start);
    }
    if (form !== 'disable') continue;
    const ends = rules.map(({ text: name }) => enabled.get(name) ?? text.length);
    const together = rules.length > 0 && ends.every((end) => end === ends[0]);
    if (rules.length === 0) found.push({ ...instruction, range: nothing });
    else if (together) found.push({ ...instruction, range: { ...nothing, end: ends[0] ?? 0 } });
    else
      for (let at = rules.length - 1; at >= 0; at -= 1)
        found.push({
          ...instruction,
          rules: rules.slice(at, at + 1),
          range: { ...nothing, end: ends[at] ?? text.length },
        });
  }
  return found.reverse();
}
