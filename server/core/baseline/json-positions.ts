import { type ArrayNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Span } from '../text/index.js';

/** A member's name, or the place of an element in its list. */
export type Step = string | number;

/** Where a text stops being JSON: JavaScript's own reader does not say. */
export function faultyAt(text: string): Span {
  try {
    parse(text);
  } catch (error) {
    const { offset } = error as { readonly offset?: number };
    return spanAt(text, typeof offset === 'number' ? offset : 0);
  }
  // It bears with raw control characters in strings.
  const control = [...text.matchAll(/"(?:[^"\\]|\\.)*"/gs)].find(({ 0: words }) =>
    CONTROL.test(words),
  );
  return spanAt(text, control === undefined ? 0 : control.index + control[0].search(CONTROL));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
const CONTROL = /[\u0000-\u001f]/;

/** Where a value stands; of a member that is missing, the beginning of the whole. */
export function placeOf(text: string, steps: readonly Step[]): Span {
  try {
    let value: ValueNode = parse(text, { ranges: true }).body;
    for (const step of steps) {
      const inner = typeof step === 'number' ? elementOf(value, step) : memberOf(value, step);
      if (inner === undefined) break;
      value = inner;
    }
    const { start, end } = value.loc;
    return { start: start.offset, end: Math.min(end.offset, lineEndAfter(text, start.offset)) };
  } catch {
    return spanAt(text, 0);
  }
}

function memberOf(value: ValueNode, name: string): ValueNode | undefined {
  if (value.type !== 'Object') return undefined;
  const { members }: ObjectNode = value;
  return members.findLast(({ name: key }) => key.type === 'String' && key.value === name)?.value;
}

function elementOf(value: ValueNode, index: number): ValueNode | undefined {
  if (value.type !== 'Array') return undefined;
  const { elements }: ArrayNode = value;
  return elements[index]?.value;
}

function spanAt(text: string, offset: number): Span {
  const start = Math.min(offset, text.length);
  return { start, end: Math.min(start + 1, text.length) };
}

function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
