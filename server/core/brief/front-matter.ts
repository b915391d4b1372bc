import { dateOfFrontMatter, edtfFault } from '../dates/index.js';
import { type Mapping, parseYaml, type Syntax, type Value } from '../parse/index.js';
import type { Span, Written } from '../text/index.js';
import { checkValue } from './check-value.js';
import type { Fault, FrontMatter, Use } from './facts.js';
import { readFrontMatterFast } from './fast-front-matter.js';
import { fault } from './faults.js';
import type { ValueFault } from './value-fault.js';

export interface ReadFrontMatter {
  readonly front: FrontMatter;
  readonly uses: readonly Use[];
  readonly faults: readonly Fault[];
  /** Comments of its YAML, which may suppress. */
  readonly comments: readonly Written[];
}

/** `title`, `date`, `source` and `lang` of the front matter; other keys belong to other tools. */
export function readFrontMatter({ text, frontMatter }: Syntax): ReadFrontMatter {
  if (frontMatter === undefined) {
    return { front: { span: undefined, source: [] }, uses: [], faults: [], comments: [] };
  }
  const { span, body } = frontMatter;
  const written = text.slice(body.start, body.end);
  const yaml = readFrontMatterFast(written, body.start) ?? parseYaml(written, body.start);
  const { value, comments } = yaml;
  const read = readValue(text, span, value);
  const [broken] = yaml.faults;
  if (broken === undefined) return { ...read, comments };
  // One finding: what else is wrong may well follow from the break.
  const found = fault('invalid-front-matter', broken.span, { reason: broken.message });
  return { ...read, comments, faults: [found] };
}

function readValue(
  text: string,
  span: Span,
  value: Value | undefined,
): Omit<ReadFrontMatter, 'comments'> {
  const faults: Fault[] = [];
  if (value?.type !== 'mapping') {
    const reason = 'the front matter must consist of lines such as date: 2025-10-31';
    if (value !== undefined && !isEmpty(value))
      faults.push(fault('invalid-front-matter', value.span, { reason }));
    return { front: { span, source: [] }, uses: [], faults };
  }
  const title = oneOf(value, 'title', faults);
  const lang = oneOf(value, 'lang', faults);
  const date = dateOf(oneOf(value, 'date', faults), faults);
  const uses = sourcesOf(text, value, faults);
  const front = {
    span,
    source: uses.map(({ id }) => id),
    ...(title && { title }),
    ...(lang && { lang }),
    ...(date && { date }),
  };
  return { front, uses, faults };
}

function entryOf(mapping: Mapping, name: string): Value | undefined {
  const value = mapping.entries.find(({ key }) => key.text === name)?.value;
  return value === undefined || isEmpty(value) ? undefined : value;
}

function isEmpty(value: Value): boolean {
  return value.type === 'scalar' && /^(?:|~|null)$/.test(value.text);
}

function oneOf(mapping: Mapping, name: string, faults: Fault[]): Written | undefined {
  const value = entryOf(mapping, name);
  if (value === undefined) return undefined;
  if (value.type === 'scalar') return { text: value.text, span: value.span };
  const reason = `'${name}' takes one value here, not several`;
  faults.push(fault('invalid-front-matter', value.span, { attribute: name, reason }));
  return undefined;
}

function dateOf(written: Written | undefined, faults: Fault[]): FrontMatter['date'] {
  if (written === undefined) return undefined;
  const edtf = dateOfFrontMatter(written.text);
  if (edtf === undefined) {
    const wanted = edtfFault(written.text)?.offer;
    const detail = { attribute: 'date', found: written.text, wanted };
    faults.push(fault('unreadable-date', written.span, detail));
  }
  return { text: written.text, span: written.span, edtf };
}

/** An id, several between commas (spaces allowed: it is YAML), or a YAML list of ids. */
function sourcesOf(text: string, mapping: Mapping, faults: Fault[]): readonly Use[] {
  const value = entryOf(mapping, 'source');
  if (value === undefined) return [];
  const type = { type: 'ids', kinds: ['source'] } as const;
  const checked = checkValue(text, { name: 'source', summary: '', type }, value);
  for (const found of checked.faults) faults.push(sourceFault(found));
  return checked.uses.map(({ id, kinds, attribute }) => {
    return { id, kinds, attribute, tag: undefined, definition: undefined };
  });
}

function sourceFault({ rule, span, found, reason, wanted, correction }: ValueFault): Fault {
  return fault(rule, span, { attribute: 'source', found, reason, wanted }, correction);
}
