import { dateOfFrontMatter, edtfFault } from '../dates/index.js';
import { type Language, type Languages, languageOf } from '../language/index.js';
import { type Mapping, parseYaml, type Syntax, type Value } from '../parse/index.js';
import type { Span, Written } from '../text/index.js';
import type { Fault, FrontMatter, Use } from './facts.js';
import { readFrontMatterFast } from './fast-front-matter.js';
import { fault } from './faults.js';
import { sourcesOf } from './front-matter-sources.js';

export interface ReadFrontMatter {
  /** That of the text. */
  readonly language: Language;
  readonly front: FrontMatter;
  readonly uses: readonly Use[];
  readonly faults: readonly Fault[];
  /** Comments of its YAML, which may suppress. */
  readonly comments: readonly Written[];
}

/** `title`, `date`, `source` and `lang` of the front matter; other keys belong to other tools. */
export function readFrontMatter(
  { text, frontMatter }: Syntax,
  languages: Languages,
): ReadFrontMatter {
  const [language] = languages;
  if (frontMatter === undefined) {
    const front = { span: undefined, source: [] };
    return { language, front, uses: [], faults: [], comments: [] };
  }
  const { span, body } = frontMatter;
  const written = text.slice(body.start, body.end);
  const yaml = readFrontMatterFast(written, body.start) ?? parseYaml(written, body.start);
  const { value, comments } = yaml;
  const read = readValue(text, span, value, languages);
  const [broken] = yaml.faults;
  if (broken === undefined) return { ...read, comments };
  // One finding: what else is wrong may well follow from the break.
  const repeated = broken.code === 'duplicate-key' ? 'yes' : undefined;
  const found = fault('invalid-front-matter', broken.span, { reason: broken.message, repeated });
  return { ...read, comments, uses: [], faults: [found] };
}

function readValue(
  text: string,
  span: Span,
  value: Value | undefined,
  languages: Languages,
): Omit<ReadFrontMatter, 'comments'> {
  const [unnamed] = languages;
  const faults: Fault[] = [];
  if (value?.type !== 'mapping') {
    const reason = 'the front matter must consist of lines such as date: 2025-10-31';
    if (value !== undefined && !isEmpty(value))
      faults.push(fault('invalid-front-matter', value.span, { reason }));
    return { language: unnamed, front: { span, source: [] }, uses: [], faults };
  }
  const title = oneOf(value, 'title', faults);
  const lang = langOf(value);
  const language = languageOf(languages, lang?.text);
  const date = dateOf(oneOf(value, 'date', faults), [language, unnamed], faults);
  const source = entryOf(value, 'source');
  const uses = source === undefined ? [] : sourcesOf({ text, language }, source, faults);
  const front = {
    span,
    source: uses.map(({ id }) => id),
    ...(title && { title }),
    ...(lang && { lang }),
    ...(date && { date }),
  };
  return { language, front, uses, faults };
}

function entryOf(mapping: Mapping, name: string): Value | undefined {
  const value = mapping.entries.find(({ key }) => key.text === name)?.value;
  return value === undefined || isEmpty(value) ? undefined : value;
}

function isEmpty(value: Value): boolean {
  return value.type === 'scalar' && value.text === '';
}

function oneOf(mapping: Mapping, name: string, faults: Fault[]): Written | undefined {
  const value = entryOf(mapping, name);
  if (value === undefined) return undefined;
  if (value.type === 'scalar') return { text: value.text, span: value.span };
  const reason = `'${name}' takes one value here, not several`;
  faults.push(fault('invalid-front-matter', value.span, { attribute: name, reason }));
  return undefined;
}

/** A language that is not known, or no single one, is no fault: then the text is read as if it named none. */
function langOf(mapping: Mapping): Written | undefined {
  const value = entryOf(mapping, 'lang');
  return value?.type === 'scalar' ? { text: value.text, span: value.span } : undefined;
}

/** In the text's own language or in the usual one: front matter is often written by other tools. */
function dateOf(
  written: Written | undefined,
  languages: readonly Language[],
  faults: Fault[],
): FrontMatter['date'] {
  if (written === undefined) return undefined;
  const edtf = firstOf(languages, ({ dates }) => dateOfFrontMatter(written.text, dates));
  if (edtf === undefined) {
    const meant = firstOf(languages, ({ dates }) => {
      const found = edtfFault(written.text, dates);
      return [found?.offer, found?.offers, found?.reason].some((each) => each !== undefined)
        ? found
        : undefined;
    });
    const detail = {
      attribute: 'date',
      found: written.text,
      wanted: meant?.offer,
      choices: meant?.offers?.join(' '),
      reason: meant?.reason,
    };
    faults.push(fault('unreadable-date', written.span, detail));
  }
  return { text: written.text, span: written.span, edtf };
}

function firstOf<T>(
  languages: readonly Language[],
  read: (language: Language) => T | undefined,
): T | undefined {
  for (const language of languages) {
    const found = read(language);
    if (found !== undefined) return found;
  }
  return undefined;
}
