import type { Slip, SlipForm, Syntax } from '../parse/index.js';
import { perObject, shift } from '../text/index.js';
import type { Fault } from './facts.js';
import { excerpt, fault } from './faults.js';
import { missingKindFault } from './missing-kind.js';
import { type UnknownKinds, unknownKinds } from './unknown-kind.js';
import { canonicalName, type Kind, type Vocabulary } from './vocabulary.js';

/** What the slips of a text are, once its kinds are known. */
export interface SlipFaults {
  readonly faults: readonly Fault[];
  /** Whether one is a sign that this text is a brief. */
  readonly speaks: boolean;
}

/** A fault, and whether it tells that the text is a brief. */
type Told = readonly [found: Fault | undefined, speaks: boolean];

/**
 * Slips of unknown kinds are prose, but for those of a misspelt kind, or of another word for one, that look like nothing
 * else, and whether one is a sign that this text is a brief; so is `::: source` of
 * another tool, as only some kinds are blocks.
 */
export function slipFaults(
  { text, blocks }: Pick<Syntax, 'text' | 'blocks'>,
  vocabulary: Vocabulary,
): SlipFaults {
  const unknown = unknownKinds(text, vocabulary);
  const faults: Fault[] = [];
  let speaks = false;
  for (const { at, block } of blocks) {
    for (const slip of block.slips) {
      if (slip.names !== undefined && !areKnown(slip.names, vocabulary)) continue;
      const kind = vocabulary.kinds.get(slip.kind.text);
      const [found, tells] =
        kind === undefined
          ? ofUnknownKind(text, at, slip, unknown, vocabulary)
          : ofKind(text, at, slip, kind);
      if (found === undefined) continue;
      faults.push(found);
      speaks ||= tells;
    }
  }
  return { faults, speaks };
}

const NOTHING: Told = [undefined, false];

function ofKind(text: string, at: number, slip: Slip, kind: Kind): Told {
  const { code, span, edits, about, weak } = slip;
  const place = shift(span, at);
  const isFence = code === 'malformed-fence' || BARE_FENCE.test(text.slice(place.start, place.end));
  if (isFence && !kind.forms.includes('block')) return NOTHING;
  const found = fault(code, place, { kind: kind.tag, found: excerpt(text, place), reason: about });
  const mended = edits?.map((edit) => ({ ...edit, span: shift(edit.span, at) }));
  if (mended === undefined) return [found, weak !== true];
  const fix = about && FIXES[about];
  return [{ ...found, edits: mended, ...(fix !== undefined && { fix }) }, weak !== true];
}

/** What the mending of a slip is called, where the rule's name for it says something else. */
const FIXES: Readonly<Partial<Record<SlipForm, string>>> = {
  attributes: 'Write braces',
  forgotten: 'Write a colon before it',
  semicolon: 'Change the semicolon to a colon',
  second: 'Remove the second colon',
};

/** Of two slips none is certain alone. */
function ofUnknownKind(
  text: string,
  at: number,
  slip: Slip,
  unknown: UnknownKinds,
  vocabulary: Vocabulary,
): Told {
  const { code, kind, span, names } = slip;
  if (code === 'missing-kind') return [missingKindFault(text, at, slip, vocabulary), false];
  const isNear = code === 'wrong-brackets' || slip.about !== undefined;
  if (!/^[a-z]/i.test(kind.text)) return NOTHING;
  const place = shift(kind.span, at);
  if (code === 'tag-in-html') {
    const found = unknown.faultInHtml(kind.text, place);
    return [found, names === undefined && unknown.isMisspelt(kind.text)];
  }
  if (!TWO_SLIPS.has(code) && !isNear) return NOTHING;
  const isRecord = text.startsWith('::', at + span.start) || text.startsWith('::', place.start - 2);
  const form = code === 'malformed-fence' ? 'block' : isRecord ? 'record' : 'text';
  const isMisspelt = unknown.isMisspelt(kind.text);
  if (form === 'block' && !isMisspelt) return NOTHING;
  const found = unknown.faultOf(kind.text, place, form);
  return [found && withoutFix(found), isMisspelt && !isNear];
}

/** Slips that with a misspelt kind look like nothing else: `::: commitemnt {…}`, `:palce [Arcadia]`. */
const TWO_SLIPS: ReadonlySet<string> = new Set([
  'malformed-fence',
  'space-in-tag',
  'text-beside-record',
]);

function withoutFix({ rule, span, detail }: Fault): Fault {
  return { rule, span, detail };
}

/** `:::word` and nothing more: what another tool writes. */
const BARE_FENCE = /^:::+[ \t]*[\w-]+$/;

/** Whether one of the attributes is a tag's. */
function areKnown(names: readonly string[], vocabulary: Vocabulary): boolean {
  const known = knownNames(vocabulary);
  return names.some((name) => known.has(canonicalName(name)));
}

const knownNames = perObject(
  ({ kinds }: Vocabulary): ReadonlySet<string> =>
    new Set([
      '#',
      'ref',
      ...[...kinds.values()].flatMap(({ attributes }) => attributes.map(({ name }) => name)),
    ]),
);
