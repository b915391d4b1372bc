import { type Definition, scalar, type Tag, tagOf } from '../brief/index.js';
import { calendarOf, describeDate, parseEdtf } from '../dates/index.js';
import type { Language } from '../language/index.js';
import { counted, type Span, type Written } from '../text/index.js';
import {
  definitionsOf,
  languageOfPage,
  type Page,
  resolve,
  type Workspace,
} from '../workspace/index.js';
import type { Finding, Fix, Rule } from './rule.js';
import { soundTags } from './sound-tags.js';
import { replacement } from './tag-edits.js';
import { nameOf } from './wording.js';

export const mismatchedPeriod: Rule = {
  name: 'mismatched-period',
  summary: 'An agreement is called "ten-year", but its period has another length.',
  reason:
    'The words and the dates of an agreement must agree. "Ten-year" fits a period whose last year is ten or nine years after its first (2025/2035, or 2025/2034 when both years count in full). Correct the words or the period, or refer to the right agreement.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: 'agreement:\n  framework: { name: Defense framework, period: 2025/2030 }\n',
        brief: 'The :agreement[ten-year framework]{ref=framework} is ready.\n',
      },
      {
        brief:
          '::agreement[10-year defense framework]{#framework period=2025/2030}\n\nThe :agreement[framework]{ref=framework} is ready.\n',
      },
    ],
    good: [
      {
        registry: 'agreement:\n  framework: { name: Ten-year framework, period: 2025/2035 }\n',
        brief: 'The :agreement[10-year framework]{ref=framework} is ready.\n',
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    yield* inNames(page, languageOfPage(workspace, page));
    yield* inMentions(page, workspace);
  },
};

function* inNames(page: Page, language: Language): Iterable<Finding> {
  for (const definition of page.facts.definitions) {
    const { tag, name, otherNames } = definition;
    if (tagOf(page.facts, tag)?.sound === false) continue;
    const period = periodOf(definition);
    if (period === undefined) continue;
    for (const words of [name, ...otherNames]) {
      const found = compared(page, words, period, language);
      if (found === undefined) continue;
      const fixes = longer(page, period, language.yearSpansIn(words.text)[0]?.count);
      yield fixes.length > 0 ? { ...found, fixes } : found;
    }
  }
}

function* inMentions(page: Page, workspace: Workspace): Iterable<Finding> {
  const language = languageOfPage(workspace, page);
  for (const tag of soundTags(page, 'mention')) {
    if (tag.kind !== 'agreement' || tag.label === undefined) continue;
    const at = meant(page, workspace, tag);
    const period = at && periodOf(at.definition);
    if (at === undefined || period === undefined) continue;
    const found = compared(page, { text: tag.words, span: tag.label }, period, language);
    if (found === undefined) continue;
    const name = nameOf(workspace, at.definition.id.text);
    const message = `The period of ${name} is here.`;
    const related = [{ page: at.page, span: period.span, message }];
    const fixes = tag.refs === undefined ? [] : otherLength(page, found.span, period, language);
    yield fixes.length > 0 ? { ...found, related, fixes } : { ...found, related };
  }
}

function meant(
  page: Page,
  workspace: Workspace,
  tag: Tag,
): ReturnType<typeof definitionsOf>[0] | undefined {
  const resolution = resolve(workspace, page, tag);
  if (resolution.type !== 'resolved' || resolution.ids.length !== 1) return undefined;
  const all = definitionsOf(workspace, resolution.ids[0] ?? '');
  return all.find(({ definition }) => definition.kind === 'agreement');
}

function periodOf({ kind, attributes }: Definition): Written | undefined {
  return kind === 'agreement' ? scalar(attributes, 'period') : undefined;
}

function compared(
  page: Page,
  words: Written,
  period: Written,
  { yearSpansIn }: Language,
): Finding | undefined {
  const range = parseEdtf(period.text)?.range;
  if (range === undefined || !Number.isFinite(range.first) || !Number.isFinite(range.last)) {
    return undefined;
  }
  const years = calendarOf(range.last).year - calendarOf(range.first).year;
  const said = yearSpansIn(words.text);
  const first = said[0];
  // "A five-year extension of the ten-year framework": one that fits is enough.
  if (first === undefined || said.some(({ count }) => count === years || count === years + 1)) {
    return undefined;
  }
  return {
    span: narrowed(page, words, first.text),
    message: `'${first.text}' does not fit the period, ${describeDate(period.text)}: that is ${counted(years, 'year')}. Correct the words or the period.`,
  };
}

/** A period of years that ends when the words say. */
function longer(page: Page, period: Written, years: number | undefined): readonly Fix[] {
  const [, first = ''] = /^(\d{4})\/\d{4}$/.exec(period.text) ?? [];
  if (first === '' || years === undefined || page.facts.role === 'registry') return [];
  const meant = `${first}/${String(Number(first) + years).padStart(4, '0')}`;
  const title = `Change the period to '${meant}'`;
  return [{ title, edits: [replacement(page, period, meant)], certain: false, toChoose: true }];
}

/** The words of a mention that has its id: by other words it would no longer be found. */
function otherLength(
  page: Page,
  span: Span,
  { text }: Written,
  { yearSpansIn }: Language,
): readonly Fix[] {
  const range = parseEdtf(text)?.range;
  if (range === undefined) return [];
  const years = calendarOf(range.last).year - calendarOf(range.first).year;
  const said = page.text.slice(span.start, span.end);
  const meant = said.replace(/^.*(?=[^\p{L}\p{N}]\p{L}+$)/u, String(years));
  if (meant === said || yearSpansIn(meant)[0]?.count !== years) return [];
  const edits = [{ page: page.id, span, text: meant }];
  return [{ title: `Change to '${meant}'`, edits, certain: false, toChoose: true }];
}

/** The words themselves, when they stand in the text as they do in the name. */
function narrowed(page: Page, { span }: Written, text: string): Span {
  const at = page.text.slice(span.start, span.end).indexOf(text);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + text.length };
}
