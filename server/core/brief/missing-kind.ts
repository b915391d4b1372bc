import { narrowSigns, type Slip } from '../parse/index.js';
import { shift } from '../text/index.js';
import type { Fault } from './facts.js';
import { excerpt, fault } from './faults.js';
import { attributeSpec, type Kind, type Vocabulary } from './vocabulary.js';

/**
 * The fault of colons, a label or attributes without a kind: `:[Jane]{ref=x}`, `:::{by=x}`; `undefined` where another tool
 * may have written it. Its kind is certain where only one has the form and all of the attributes.
 */
export function missingKindFault(
  text: string,
  at: number,
  { kind, span, names = [] }: Slip,
  { kinds }: Vocabulary,
): Fault | undefined {
  const place = shift(span, at);
  const found = narrowSigns(text.slice(place.start, place.end));
  const colons = /^[^\w[{]*/.exec(found)?.[0].length ?? 0;
  const form = colons > 2 ? 'block' : colons === 2 ? 'record' : 'text';
  const fitting = [...kinds.values()].filter((each) => mayBe(each, form, names));
  const [only, another] = fitting;
  if (only === undefined) return undefined;
  const isOurs = names.includes('ref') || names.some((name) => isTelling(only, name));
  if (form !== 'text' && !isOurs && !/^::\[/.test(found)) return undefined;
  const detail = { found: excerpt(text, place), reason: form };
  const missing = fault('missing-kind', place, detail);
  if (another !== undefined) return missing;
  const start = at + kind.span.start;
  const gap = /^[^\w[{]*/.exec(found.slice(start - place.start))?.[0].length ?? 0;
  if (found !== text.slice(place.start, place.end)) return missing;
  const edits = [{ span: { start, end: start + gap }, text: only.tag }];
  return { ...missing, edits, fix: `Write its kind, '${only.tag}'` };
}

function mayBe(kind: Kind, form: Kind['forms'][number], names: readonly string[]): boolean {
  if (!kind.forms.includes(form)) return false;
  return names.every((name) => name === '#' || name === 'ref' || attributeSpec(kind, name));
}

/** What no other tool writes in braces: the attributes that a kind cannot do without. */
function isTelling(kind: Kind, name: string): boolean {
  return attributeSpec(kind, name)?.required === true;
}
