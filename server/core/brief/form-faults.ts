import type { AttributeSyntax } from '../parse/index.js';
import { type Span, shift } from '../text/index.js';
import type { Fault, Tag } from './facts.js';
import { excerpt, fault } from './faults.js';
import type { Kind } from './vocabulary.js';

const LOOKS = {
  text: (tag: string) => `:${tag}[words]{…} in a sentence`,
  record: (tag: string) => `::${tag}[words]{…} on its own line`,
  block: (tag: string) => `:::${tag}{…} and ::: around blocks`,
};

/** `:person[words]{…} in a sentence or ::person[words]{…} on a line of its own`. */
export function formsInWords({ tag, forms }: Kind): string {
  return forms.map((form) => LOOKS[form](tag)).join(' or ');
}

/** Whether a kind is written in a form it does not have; a block with a label is one too. */
export function formFault(
  kind: Kind,
  { form, span, head, label }: Pick<Tag, 'form' | 'span' | 'head' | 'label'>,
): Fault | undefined {
  if (form === 'block' && label !== undefined && kind.forms.includes('block')) {
    const reason = 'the text in the block is the promise';
    const brackets = { start: label.start - 1, end: label.end + 1 };
    const wanted = `the words on the lines between :::${kind.tag} and :::`;
    return fault('wrong-form', brackets, { kind: kind.tag, found: 'label', reason, wanted });
  }
  if (kind.forms.includes(form)) return undefined;
  const place: Span = { start: span.start, end: head.end };
  const wanted = formsInWords(kind);
  const reason = REASONS[`${kind.role} ${form}`];
  return fault('wrong-form', place, { kind: kind.tag, found: form, reason, wanted });
}

const REASONS: Readonly<Record<string, string>> = {
  'date record': 'a date is always part of a sentence',
  'date block': 'a date is always part of a sentence',
  'update text': 'an update is always a record',
  'update block': 'an update is always a record',
  'entity block': 'only a commitment can be a block',
};

/**
 * `ref` in a record or a block: they define, and only words in a sentence can point.
 * @param at where the block of the tag begins, from which `item` counts
 */
export function refInForm(
  text: string,
  kind: Kind,
  form: 'record' | 'fence',
  item: AttributeSyntax,
  at: number,
): Fault {
  const span = shift(item.value?.span ?? item.span, at);
  const what = form === 'record' ? 'record' : 'block';
  const reason = `a ${what} is a definition and has '#id'; only a tag in a sentence can refer to a definition elsewhere`;
  const detail = {
    kind: kind.tag,
    attribute: 'ref',
    found: item.value?.text ?? excerpt(text, span),
    reason,
  };
  return fault('invalid-value', span, detail);
}
