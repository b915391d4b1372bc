import type { Span, TextEdit } from '../text/index.js';
import type { Page, Workspace } from '../workspace/index.js';
import { localDryRun, readsAsBefore } from './dry-run.js';
import { proseAt } from './prose-at.js';

/** Words that a tag can be put around, and how. */
export interface Wrap {
  readonly span: Span;
  /** Their plain text. */
  readonly words: string;
  /** @param braces `{ref=…}`, or nothing */
  around(kind: string, braces: string): readonly TextEdit[];
}

/**
 * How to put a tag around a span of prose; `undefined` where what comes of it would not be read as a
 * tag of those words, or would break something else: that is tried out rather than foreseen.
 */
export function wrapOf(workspace: Workspace, page: Page, span: Span): Wrap | undefined {
  const escapes = escapesIn(page, span);
  const around: Wrap['around'] = (kind, braces) => [
    { span: { start: span.start, end: span.start }, text: `:${kind}[` },
    ...escapes,
    { span: { start: span.end, end: span.end }, text: `]${braces}` },
  ];
  const kind = trialKind(workspace);
  const { before, after, from } = localDryRun(workspace, page, around(kind, ''));
  if (after.facts.role !== 'brief' || !readsAsBefore(before, after, 1)) return undefined;
  const made = after.facts.tags.find(({ span: { start } }) => start + from === span.start);
  const end = span.end - from + kind.length + 3 + escapes.length;
  if (made?.span.end !== end || !/[\p{L}\p{N}]/u.test(made.words) || !made.sound) return undefined;
  return { span, words: made.words, around };
}

/** Any entity will do: what can be around words does not depend on what they are tagged as. */
function trialKind({ vocabulary }: Workspace): string {
  for (const { role, tag } of vocabulary.kinds.values()) if (role === 'entity') return tag;
  return 'person';
}

/** What must be put before brackets without a partner, which would end the words too early or never. */
export function escapesIn(page: Page, span: Span): readonly TextEdit[] {
  if (!/[[\]]/.test(page.text.slice(span.start, span.end))) return [];
  const holes = proseAt(page, span)?.holes ?? [];
  const open: number[] = [];
  const lone: number[] = [];
  let hole = 0;
  for (let at = span.start; at < span.end; at += 1) {
    while ((holes[hole]?.end ?? Number.POSITIVE_INFINITY) <= at) hole += 1;
    if ((holes[hole]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    const character = page.text[at];
    if (character === '\\') at += 1;
    else if (character === '[') open.push(at);
    else if (character === ']' && open.pop() === undefined) lone.push(at);
  }
  return [...lone, ...open]
    .sort((a, b) => a - b)
    .map((at) => ({ span: { start: at, end: at }, text: '\\' }));
}

/** A value as it may stand in the braces of a tag; in quotes where it needs them. */
export function attributeText(text: string): string {
  if (/^[^\s"'=<>{}`,;&[\]“”„‟‘’]+$/u.test(text)) return text;
  return `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replace(/\s+/g, ' ')}"`;
}
