import type { SourceText } from '../language/index.js';
import { parse, type Syntax } from '../parse/index.js';
import { bySpan, type Span, shift, type Written } from '../text/index.js';
import { type PlacedFacts, placedFacts, wholeSumOf } from './block-facts.js';
import { strengthsOf } from './commissive.js';
import { type Definition, type Facts, type Fault, scalars, type Tag, type Use } from './facts.js';
import { excerpt, fault } from './faults.js';
import { type ReadFrontMatter, readFrontMatter } from './front-matter.js';
import { headingWords } from './heading-anchors.js';
import { blockBody, wordsOfTags } from './label-words.js';
import { footnoteFacts, linksIn } from './links.js';
import type { BlockFacts } from './move-facts.js';
import { plainTextOf } from './plain-text.js';
import { readTag } from './read-tag.js';
import { withSafeFixes } from './safe-fixes.js';
import { slipFaults } from './slip-faults.js';
import { commentFaults, commentsIn, yamlComment } from './suppressions.js';
import { type TagCandidate, tagCandidatesOf } from './tag-candidates.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Says what a Markdown text means: LANGUAGE.md without what needs other texts. Any syntax gives facts;
 * what is wrong in it is among them. Linear in the length of the text.
 *
 * @example
 * ```ts
 * import { parse, recognize, vocabularyOf } from 'rapporteur';
 *
 * const text = ':person[Ravi Rao] met :org[the Board]{ref=board}.';
 * const { tags } = recognize(parse(text), vocabularyOf([]));
 * tags.map(({ kind, words, span }) => [kind, words, span.start]); // => [['person', 'Ravi Rao', 0], ['org', 'the Board', 22]]
 * ```
 */
export function recognize(syntax: Syntax, vocabulary: Vocabulary): Facts {
  const front = readFrontMatter(syntax, vocabulary.languages);
  const source = { text: syntax.text, language: front.language };
  const whole = placedFacts(
    undefined,
    0,
    syntax.text.length,
    recognizeBlocks(source, syntax, vocabulary),
  );
  const blocks = [...frontFacts(front), whole];
  return wholeSumOf({ syntax, front: front.front, role: undefined, blocks });
}

/** What front matter says, as the first block of its text; nothing if there is none. */
export function frontFacts({
  front,
  uses,
  faults,
  comments,
}: ReadFrontMatter): readonly PlacedFacts[] {
  if (front.span === undefined) return [];
  const read = comments.map(yamlComment);
  const facts = {
    ...EMPTY_FACTS,
    uses: [...uses].sort((a, b) => bySpan(a.id.span, b.id.span)),
    faults: [...faults, ...commentFaults(read)].sort((a, b) => bySpan(a.span, b.span)),
    comments: read,
  };
  return [placedFacts(undefined, 0, front.span.end, facts)];
}

const EMPTY_FACTS: BlockFacts = {
  speaks: false,
  tags: [],
  definitions: [],
  uses: [],
  headings: [],
  links: [],
  footnotes: [],
  faults: [],
  comments: [],
};

/**
 * What some blocks of a text say, all but its front matter.
 * @param source the text that the blocks' places are places of; it may be a part of the whole
 * @param syntax no `:::` block may reach out of it
 */
export function recognizeBlocks(
  source: SourceText,
  syntax: Pick<Syntax, 'text' | 'blocks' | 'fences'>,
  vocabulary: Vocabulary,
): BlockFacts {
  const read = readBlocks(source, syntax, vocabulary);
  const readAlone = (text: string): BlockFacts =>
    readBlocks({ text, language: source.language }, parse(text), vocabulary);
  const faults = withSafeFixes(source.text, syntax.blocks, read.faults, readAlone);
  return faults === read.faults ? read : { ...read, faults };
}

/** As {@link recognizeBlocks}; nobody has looked yet at what comes of the fixes. */
function readBlocks(
  source: SourceText,
  syntax: Pick<Syntax, 'text' | 'blocks' | 'fences'>,
  vocabulary: Vocabulary,
): BlockFacts {
  const { text } = source;
  const candidates = tagCandidatesOf(syntax, vocabulary);
  const words = wordsOfTags(syntax, candidates.tags);
  const plain = plainTextOf(text, words.prose);
  const tags: Tag[] = [];
  const definitions: Definition[] = [];
  const uses: Use[] = [];
  const faults: Fault[] = [...candidates.faults];
  const records = plainTextOf(text, words.records);
  const strengths = spokenStrengths(source, words, candidates.tags);
  for (const candidate of candidates.tags) {
    const index = tags.length;
    const area = areaOf(candidate);
    // A tag in the label of a record stands in no prose either.
    const inProse = candidate.syntax.form === 'record' ? '' : plain.wordsOf(area);
    const said = inProse === '' ? records.wordsOf(area) : inProse;
    const read = readTag(source, candidate, said, strengths.get(index));
    tags.push(read.tag);
    for (const { id, kinds, attribute } of read.uses)
      uses.push({ id, kinds, attribute, tag: index, definition: undefined });
    for (const found of read.faults) faults.push(found);
    const definition = definitionOf(read.tag, index);
    if (definition !== undefined) definitions.push(definition);
  }
  const slips = slipFaults(syntax, vocabulary);
  const comments = commentsIn(syntax);
  // Joined, not pushed: a call with a hundred thousand arguments overflows the stack.
  const all = faults.concat(
    fenceFaults(candidates.tags, text),
    slips.faults,
    commentFaults(comments),
  );
  return {
    speaks: candidates.speaks || slips.speaks,
    tags,
    definitions,
    uses: uses.sort((a, b) => bySpan(a.id.span, b.id.span)),
    headings: headingWords(syntax, plain),
    links: linksIn(syntax),
    footnotes: footnoteFacts(syntax),
    faults: all.sort((a, b) => bySpan(a.span, b.span)),
    comments,
  };
}

/** Where the words of a tag stand; of one without, the empty span at its head's end. */
function areaOf({ syntax, at, fence, kind }: TagCandidate): Span {
  if (fence !== undefined && kind.forms.includes('block')) return blockBody(fence, syntax, at);
  if (syntax.label !== undefined) return shift(syntax.label.span, at);
  const end = at + syntax.kind.span.end;
  return { start: end, end };
}

/** By the index of the tag. */
function spokenStrengths(
  source: SourceText,
  words: ReturnType<typeof wordsOfTags>,
  tags: readonly TagCandidate[],
): ReadonlyMap<number, Tag['read']> {
  const found = new Map<number, Tag['read']>();
  for (const place of ['prose', 'records'] as const) {
    const indices: number[] = [];
    const areas: Span[] = [];
    tags.forEach((candidate, index) => {
      const isHere = (candidate.syntax.form === 'record') === (place === 'records');
      if (candidate.kind.role !== 'commitment' || !isHere) return;
      indices.push(index);
      areas.push(areaOf(candidate));
    });
    if (areas.length === 0) continue;
    const strengths = strengthsOf(source, words[place], areas);
    for (const [at, index] of indices.entries()) found.set(index, strengths[at]);
  }
  return found;
}

/** An entity or commitment that can be pointed at; a faulty tag defines too, or one slip would be many. */
function definitionOf(tag: Tag, index: number): Definition | undefined {
  const { id, role, kind, attributes, span, label, words } = tag;
  if (id === undefined || (role !== 'definition' && role !== 'commitment')) return undefined;
  const called = words === '' ? id : { text: words, span: label ?? id.span };
  const name = filled(scalars(attributes, 'name'))[0] ?? called;
  const otherNames = filled(scalars(attributes, 'other_names'));
  return { kind, id, name, otherNames, attributes, span, tag: index };
}

function filled(written: readonly Written[]): readonly Written[] {
  return written.filter(({ text }) => text !== '').map(({ text, span }) => ({ text, span }));
}

/** A closing line in the colons of a Chinese or Japanese keyboard. */
function wideFence(text: string, kind: string, close: Span): readonly Fault[] {
  const found = text.slice(close.start, close.end);
  if (/^:*$/.test(found)) return [];
  const edits = [{ span: close, text: ':'.repeat(found.length) }];
  return [{ ...fault('full-width-sign', close, { kind, found }), edits }];
}

function fenceFaults(tags: readonly TagCandidate[], text: string): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { kind, syntax, at, fence } of tags) {
    if (fence === undefined || !kind.forms.includes('block')) continue;
    if (fence.close !== undefined) faults.push(...wideFence(text, kind.tag, fence.close));
    if (fence.fault === undefined) continue;
    const opening = { start: at + syntax.span.start, end: at + syntax.kind.span.end };
    const place = shift(syntax.span, at);
    faults.push(fault(fence.fault, place, { kind: kind.tag, found: excerpt(text, opening) }));
  }
  return faults;
}
