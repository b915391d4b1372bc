import { edtfFault, edtfOfWords, parseEdtf } from '../dates/index.js';
import type { Language, SourceText } from '../language/index.js';
import { type Span, shift } from '../text/index.js';
import { NO_ATTRIBUTES, type ReadAttributes, readAttributes } from './attributes.js';
import { type Fault, scalar, type Tag } from './facts.js';
import { fault } from './faults.js';
import { formFault, refInForm } from './form-faults.js';
import { syntaxFaults, type TagCandidate } from './tag-candidates.js';
import { isFollowUp, type Kind } from './vocabulary.js';

/** A tag with what was found on the way. */
export interface ReadTag {
  readonly tag: Tag;
  readonly uses: ReadAttributes['uses'];
  readonly faults: readonly Fault[];
}

/**
 * Reads one tag of a known kind.
 * @param words the plain text of its label, or of what its block holds
 * @param spoken the strength that its words speak of
 */
export function readTag(
  source: SourceText,
  candidate: TagCandidate,
  words: string,
  spoken: Tag['read'],
): ReadTag {
  const { text, language } = source;
  const { kind, syntax, at, fence, parent } = candidate;
  const open = shift(syntax.span, at);
  const shape: Shape = {
    form: syntax.form === 'fence' ? 'block' : syntax.form,
    span: fence?.span ?? open,
    head: shift(syntax.kind.span, at),
    label: syntax.label && shift(syntax.label.span, at),
  };
  const malformed = syntax.faults.length === 0 ? EMPTY_FAULTS : syntaxFaults(text, at, syntax);
  const wrong = formFault(kind, shape);
  const read = wrong ? NO_ATTRIBUTES : attributesOf(source, candidate, malformed);
  const role = roleOf(candidate, read);
  const edtf = role === 'date' ? edtfOf(read, words, language) : undefined;
  let faults = malformed;
  if (wrong !== undefined) faults = [...malformed, wrong];
  else if (read.faults.length > 0) faults = [...malformed, ...read.faults];
  if (faults.length === 0) faults = missing(source, kind, shape, words, role, read, edtf);
  // Written out: a spread costs more than all the rest, and there may be a hundred thousand tags.
  const tag: Tag = {
    kind: kind.tag,
    form: shape.form,
    role,
    span: shape.span,
    head: shape.head,
    label: shape.label,
    words,
    id: read.id,
    refs: read.refs,
    attributes: read.attributes,
    parent,
    sound: faults.length === 0,
    read: role === 'commitment' ? strengthOf(read, spoken, language) : undefined,
    edtf,
  };
  if (fence === undefined) return { tag, uses: read.uses, faults };
  return { tag: { ...tag, fences: { open, close: fence.close } }, uses: read.uses, faults };
}

const EMPTY_FAULTS: readonly Fault[] = [];

function attributesOf(
  source: SourceText,
  { kind, syntax, at }: TagCandidate,
  malformed: readonly Fault[],
): ReadAttributes {
  if (syntax.attributes === undefined) return NO_ATTRIBUTES;
  const { items } = syntax.attributes;
  const isThing = kind.role === 'entity' || kind.role === 'commitment';
  const faulty = malformed.length === 0 ? NO_SPANS : malformed.map(({ span }) => span);
  const ref = items.find(({ name }) => name.text === 'ref');
  const both = malformed.some(({ rule }) => rule === 'ref-with-id');
  if (isThing && ref && !both && syntax.form !== 'text') {
    return { ...NO_ATTRIBUTES, faults: [refInForm(source.text, kind, syntax.form, ref, at)] };
  }
  const isMention = ref !== undefined || !items.some(({ name }) => name.text === '#');
  const bare = isThing && syntax.form === 'text' && isMention;
  const only = bare && (ref !== undefined || kind.role === 'entity');
  return readAttributes({ source, items, at, faulty }, { kind, id: isThing, ref: isThing, only });
}

const NO_SPANS: readonly Span[] = [];

/** LANGUAGE.md, sections 1, 4 and 7: `#id` defines, `ref` points, a commitment without `ref` is one. */
function roleOf({ kind, syntax }: TagCandidate, { id, refs }: ReadAttributes): Tag['role'] {
  if (kind.role === 'date' || isFollowUp(kind.role)) return kind.role;
  if (kind.role === 'commitment') return refs === undefined ? 'commitment' : 'mention';
  if (syntax.form === 'record') return 'definition';
  return id === undefined || refs !== undefined ? 'mention' : 'definition';
}

type Shape = Pick<Tag, 'form' | 'span' | 'head' | 'label'>;

/** What a tag cannot do without. */
function missing(
  source: SourceText,
  { tag: kind }: Kind,
  { form, span, head, label }: Shape,
  words: string,
  role: Tag['role'],
  { id, attributes }: ReadAttributes,
  edtf: string | undefined,
): readonly Fault[] {
  if (label !== undefined && words === '' && form === 'text') {
    return [fault('empty-label', around(label), { kind })];
  }
  if (role === 'definition' && id === undefined) {
    const reason = 'a record defines something, so it needs an id in braces: {#its-id}';
    return [needed(kind, 'id', head, reason)];
  }
  if (isFollowUp(role) && scalar(attributes, 'of') === undefined) {
    const reason = `an ${kind} says which commitment it is about: {of=its-id}`;
    return [needed(kind, 'of', head, reason)];
  }
  if (role === 'assessment' && scalar(attributes, 'score') === undefined) {
    return [needed(kind, 'score', head, 'an assessment says how well it was kept: {score=…}')];
  }
  const undated = role === 'date' && edtf === undefined;
  return undated ? [unreadable(source, kind, span, label, words)] : EMPTY_FAULTS;
}

function needed(kind: string, attribute: string, span: Span, reason: string): Fault {
  return fault('invalid-value', span, { kind, attribute, found: '', reason });
}

/** A label with its brackets. */
function around({ start, end }: Span): Span {
  return { start: start - 1, end: end + 1 };
}

function edtfOf(
  { attributes }: ReadAttributes,
  words: string,
  { dates }: Language,
): string | undefined {
  const written = scalar(attributes, 'edtf')?.text;
  if (written === undefined) return edtfOfWords(words, dates);
  return parseEdtf(written)?.text;
}

function unreadable(
  { text, language }: SourceText,
  kind: string,
  span: Span,
  label: Span | undefined,
  words: string,
): Fault {
  const place = label ?? span;
  const meant = edtfFault(words, language.dates);
  // Words that are EDTF already ("2025-10-31") are no words: they go into the braces.
  const wanted = meant === undefined ? words : meant.offer;
  const detail = {
    kind,
    found: words,
    wanted,
    choices: meant?.offers?.join(' '),
    reason: meant?.reason,
  };
  if (wanted === undefined || text[span.end - 1] !== ']')
    return fault('unreadable-date', place, detail);
  if (meant !== undefined) return fault('unreadable-date', place, detail);
  const end = { start: span.end, end: span.end };
  const edits = [{ span: end, text: `{edtf=${wanted}}` }];
  return fault('unreadable-date', place, detail, { fix: `Add edtf=${wanted}`, edits });
}

/** The commissive words that the author names count alone: the words of the label say the act. */
function strengthOf(
  { attributes }: ReadAttributes,
  spoken: Tag['read'],
  language: Language,
): Tag['read'] {
  const marker = scalar(attributes, 'marker');
  if (marker === undefined) return spoken;
  const strength = language.readStrength(marker.text)?.strength;
  return strength && { strength, words: { text: marker.text, span: marker.span } };
}
