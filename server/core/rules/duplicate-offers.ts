import type { Fault } from '../brief/index.js';
import type { Page, Workspace } from '../workspace/index.js';
import type { Offer } from './fault-rule.js';
import { removalFromBraces, tagAround } from './tag-edits.js';
import { shortened } from './wording.js';

/** Which of two equal attributes is kept, or both in one list where the attribute has one. */
export function* duplicateOffers(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer> {
  const { text } = page;
  const tag = tagAround(page, fault);
  const name = canonical(fault.detail.attribute ?? '');
  const first = tag?.attributes.find((attribute) => attribute.name === name);
  if (tag === undefined || first === undefined) return;
  const second = text.slice(fault.span.start, fault.span.end);
  const value = VALUE.exec(second)?.[1];
  const kind = workspace.vocabulary.kinds.get(tag.kind);
  const spec = kind?.attributes.find((each) => each.name === name);
  const { start, end } = first.value.span;
  const isPlain = !/["'\s]/.test(text.charAt(start - 1) + text.slice(start, end));
  if (spec?.type.type === 'ids' && value !== undefined && isPlain) {
    const both = `${text.slice(start, end)},${value}`;
    yield {
      title: `Join both in a list: ${first.key.text}=${shortened(both)}`,
      edits: [{ span: { start, end }, text: both }, removalFromBraces(text, fault.span)],
      toChoose: true,
    };
  }
  yield {
    title: `Remove '${shortened(second)}'`,
    edits: [removalFromBraces(text, fault.span)],
    toChoose: true,
  };
  const isQuoted = /["']/.test(text.charAt(end)) && text.charAt(start - 1) === text.charAt(end);
  const whole = { start: first.key.span.start, end: isQuoted ? end + 1 : end };
  yield {
    title: `Remove '${shortened(text.slice(whole.start, whole.end))}'`,
    edits: [removalFromBraces(text, whole)],
    toChoose: true,
  };
}

/** A value of ids without quotes. */
const VALUE = /^[\w-]+=([\w.,-]+)$/;

function canonical(name: string): string {
  return name.replaceAll('-', '_');
}
