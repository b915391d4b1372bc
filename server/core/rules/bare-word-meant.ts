import {
  type AttributeSpec,
  EACH_OTHER,
  type Fault,
  idFault,
  isFollowUp,
  type Kind,
  meansEachOther,
  type Tag,
} from '../brief/index.js';
import { parseEdtf } from '../dates/index.js';
import { foldCase } from '../text/index.js';
import {
  definitionsOf,
  idsNamed,
  kindsOfId,
  type Page,
  resolve,
  type Workspace,
} from '../workspace/index.js';
import type { Offer } from './fault-rule.js';
import { removalFromBraces, tagAround } from './tag-edits.js';

/**
 * What a word in braces may have been meant as: an id or a value whose name was left out, the rest of the value before
 * it, or nothing.
 */
export function* bareWordOffers(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer> {
  const { span } = fault;
  const tag = tagAround(page, fault);
  const kind = tag && workspace.vocabulary.kinds.get(tag.kind);
  if (tag === undefined || kind === undefined) return;
  const word = page.text.slice(span.start, span.end);
  if (!/\s/.test(word))
    for (const meant of attributesMeant(workspace, kind, tag, word))
      yield { title: `Change to '${meant}'`, edits: [{ span, text: meant }] };
  const value = valueBefore(page, tag, span.start);
  if (value !== undefined && !word.includes('"')) {
    const whole = page.text.slice(value, span.end);
    if (meansEachOther(whole))
      yield {
        title: `Change to '${EACH_OTHER}'`,
        edits: [{ span: { start: value, end: span.end }, text: EACH_OTHER }],
      };
    else if (whole.length <= 60)
      yield {
        title: `Put '${whole}' in quotes`,
        edits: [
          { span: { start: value, end: value }, text: '"' },
          { span: { start: span.end, end: span.end }, text: '"' },
        ],
      };
  }
  // A mention that nothing says whom it means would be the next error.
  const isOpen = tag.role === 'mention' && resolve(workspace, page, tag).type !== 'resolved';
  if (word.length <= 60 && !isOpen)
    yield { title: `Remove '${word}'`, edits: [removalFromBraces(page.text, span)] };
}

/** `name=value`, or `#id`, of all that the word can be the value of. */
function* attributesMeant(
  workspace: Workspace,
  kind: Kind,
  tag: Tag,
  word: string,
): Iterable<string> {
  const isThing = kind.role === 'entity' || kind.role === 'commitment';
  const isOpen = isThing && tag.id === undefined && tag.refs === undefined;
  if (isOpen && tag.form === 'text' && kindsOfId(workspace, word).has(kind.tag))
    yield `ref=${word}`;
  const isNew =
    idFault(word) === undefined &&
    definitionsOf(workspace, word).length === 0 &&
    idsNamed(workspace, kind.tag, tag.words).length === 0;
  if (isOpen && isNew && isIdOf(word, kind, tag.words)) yield `#${word}`;
  for (const spec of kind.attributes) {
    const { name, type, registryOnly } = spec;
    if (registryOnly || tag.attributes.some((attribute) => attribute.name === name)) continue;
    const value = valueMeant(workspace, kind, spec, word);
    if (value !== undefined) yield `${name.replaceAll('_', '-')}=${value}`;
    if (type.type === 'flag' && word === name) yield `${word}=yes`;
  }
}

/** Whether words would be given such an id: it is made of some of them, or says that it is a promise's. */
function isIdOf(id: string, { role }: Kind, words: string): boolean {
  if (role === 'commitment') return /^c-./.test(id);
  const spoken = foldCase(words).split(/[^\p{L}\p{M}\p{N}]+/u);
  return id.split('-').every((part) => spoken.includes(part));
}

/** Only what says by itself which attribute it belongs to: who must act and to whom, ids do not tell. */
function valueMeant(
  workspace: Workspace,
  kind: Kind,
  { type, name }: AttributeSpec,
  word: string,
): string | undefined {
  if (type.type === 'one-of') return type.values.find(({ value }) => value === word)?.value;
  if (type.type === 'date' && kind.role === 'date') return parseEdtf(word) && word;
  const isPointed = type.type === 'id' && isFollowUp(kind.role) && name === 'of';
  if (!isPointed) return undefined;
  const kinds = kindsOfId(workspace, word);
  const fits = type.kinds === 'any' ? kinds.size > 0 : type.kinds.some((each) => kinds.has(each));
  return fits ? word : undefined;
}

/** Where the value begins that a word may go on with: without quotes, and right before it. */
function valueBefore({ text }: Page, { attributes }: Tag, at: number): number | undefined {
  const before = attributes.findLast(({ value }) => value.span.end <= at);
  if (before === undefined) return undefined;
  const { start, end } = before.value.span;
  const isQuoted = /["']/.test(text.charAt(start - 1) + text.charAt(start));
  return !isQuoted && text.slice(end, at).trim() === '' ? start : undefined;
}
