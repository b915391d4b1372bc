import { Composer, type Document, isScalar, type ParsedNode } from 'yaml';
import { shift, type Written } from '../../text/index.js';
import type { Value, YamlSyntax } from './value.js';
import { faultOfError } from './yaml-faults.js';
import { tokensOf } from './yaml-tokens.js';
import { inOrder, readingOf, readNode, report, TOO_DEEP, type YamlReading } from './yaml-values.js';

/**
 * Reads YAML with the place of every part; spans are shifted by `at`. Scalars stay as written (`1.10`,
 * `yes`), quotes and escapes taken off; the span of a quoted one is what stands inside its quotes. What
 * YAML calls nothing (`~`, `null`) is empty.
 * What cannot be read is a fault, and the rest is read. Of a key that stands twice the first counts.
 */
export function parseYaml(text: string, at = 0): YamlSyntax {
  const comments: Written[] = [];
  const reading = readingOf(text, at);
  const value = attempt(reading, () => readFirst(reading, comments));
  return { value, faults: inOrder(reading.faults), comments };
}

function readFirst(reading: YamlReading, comments: Written[]): Value | undefined {
  const [first, second] = composeYaml(reading, comments);
  if (second?.contents && !isNothing(second.contents)) faultOfSecond(reading, second);
  const contents = first?.contents;
  if (contents === null || contents === undefined || isNothing(contents)) return undefined;
  return readNode(reading, contents, 0);
}

/** What throws is a fault of the text. */
export function attempt<T>(reading: YamlReading, read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    const message = thrown instanceof RangeError ? TOO_DEEP : 'This file cannot be read as YAML.';
    const start = thrown instanceof RangeError ? Number(thrown.cause ?? 0) : 0;
    report(reading, { start, end: Math.min(start + 1, reading.text.length) }, message);
    return undefined;
  }
}

/** The documents in a text as the library gives them; its comments are added to `comments`. */
export function composeYaml(reading: YamlReading, comments: Written[]): readonly Document.Parsed[] {
  const { text, faults, at } = reading;
  // The library looks for a key that stands twice by comparing all with all, so that is left to us.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(tokensOf(text, at, comments), true, text.length)];
  let last = -1;
  for (const error of documents[0]?.errors ?? []) {
    // One slip makes the library complain of every token after it: the first on a line is enough.
    if (last >= 0 && !text.slice(last, error.pos[0]).includes('\n')) continue;
    last = error.pos[0];
    const fault = faultOfError(error, text);
    faults.push({ ...fault, span: shift(fault.span, at) });
  }
  return documents;
}

function faultOfSecond(reading: YamlReading, second: Document.Parsed): void {
  const [start] = second.range;
  const end = Math.min(start + 3, reading.text.length);
  const message =
    'A second document begins here and is not read. Remove the line --- or ... that separates it from the first.';
  report(reading, { start: Math.min(start, end), end }, message);
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === '' && !node.anchor;
}
