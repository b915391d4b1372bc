import {
  applyEdits,
  type Facts,
  type Fault,
  parse,
  recognize,
  type Span,
  type Syntax,
  strip,
  type TextEdit,
  type Vocabulary,
} from '../../server/core/index.js';
import { type MaskedText, maskTags } from './mask-tags.js';

/** Reads one brief after another: an edit to the one read last costs what it changed. */
export function briefReader(): (text: string, vocabulary: Vocabulary) => MaskedText | undefined {
  let last: Syntax | undefined;
  return (text, vocabulary) => {
    if (!MAY_BE_BRIEF.test(text)) return undefined;
    last = parse(text, last);
    const facts = recognize(last, vocabulary);
    if (facts.role !== 'brief' && facts.suppressions.length === 0) return undefined;
    const edits = slipFixes(text, facts, vocabulary);
    if (edits.length === 0) {
      const isPlain = facts.tags.length === 0 && facts.suppressions.length === 0;
      return isPlain ? undefined : maskTags(text, facts, vocabulary);
    }
    const fixed = applyEdits(text, edits);
    return maskTags(fixed, recognize(parse(fixed, last), vocabulary), vocabulary);
  };
}

/** A colon beside a letter or a bracket, a fence, a suppression: what any tag or slip of one has. */
const MAY_BE_BRIEF = /:[A-Za-z[]|:::[ \t]*[A-Za-z{]|<!--\s*rapporteur-/;

/**
 * Slips that are no tags to the engine: the preview shows what was meant, so that no half of a tag is
 * read as words. Their lines stay where they are.
 */
function slipFixes(text: string, { faults }: Facts, vocabulary: Vocabulary): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  for (const fault of faults) {
    const fixed = [...editsOf(text, fault, vocabulary)].sort((a, b) => a.span.start - b.span.start);
    const [first] = fixed;
    if (first === undefined || first.span.start < done || !keepsLines(text, fixed)) continue;
    edits.push(...fixed);
    done = Math.max(...fixed.map(({ span }) => span.end));
  }
  return edits;
}

function editsOf(
  text: string,
  { rule, span, edits }: Fault,
  vocabulary: Vocabulary,
): readonly TextEdit[] {
  if (rule === 'unclosed-label') return [{ span, text: '' }];
  if (MISPLACED.has(rule) && edits === undefined) return fixMisplaced(text, span, vocabulary);
  if (rule === 'tag-in-html') {
    const tag = text.slice(span.start, span.end);
    return [{ span, text: strip(tag, recognize(parse(tag), vocabulary)) }];
  }
  return FIXED_SLIPS.has(rule) ? (edits ?? []) : [];
}

/** A record or a fence amid a line is shown as words there. */
function fixMisplaced(
  text: string,
  { start, end }: Span,
  { kinds }: Vocabulary,
): readonly TextEdit[] {
  const [, colons = '', word = ''] = /^(:{2,})([\w-]+)$/.exec(text.slice(start, end)) ?? [];
  const kind = kinds.get(word);
  if (kind === undefined) return [];
  const extra = { span: { start, end: start + colons.length - 1 }, text: '' };
  if (text[end] === '[') return [extra];
  return text[end] === '{' ? [extra, { span: { start: end, end }, text: `[${kind.title}]` }] : [];
}

const MISPLACED: ReadonlySet<string> = new Set(['text-beside-record', 'malformed-fence']);

const FIXED_SLIPS: ReadonlySet<string> = new Set([
  'unknown-kind',
  'space-in-tag',
  'missing-colon',
  'wrong-brackets',
  'glued-tag',
  'malformed-fence',
  'text-beside-record',
]);

function keepsLines(text: string, edits: readonly TextEdit[]): boolean {
  return edits.every(
    ({ span, text: by }) => breaks(by) === breaks(text.slice(span.start, span.end)),
  );
}

function breaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
