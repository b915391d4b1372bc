import {
  type Facts,
  type FootnoteFact,
  type HeadingFact,
  type LinkFact,
  stripEdits,
} from '../../brief/index.js';
import { describeDate } from '../../dates/index.js';
import { applyEdits, contains, counted, type Span } from '../../text/index.js';
import {
  commitmentsIn,
  isOverdue,
  linkTarget,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import {
  code,
  joined,
  type Line,
  lines,
  MAX_LONG,
  MAX_SHORT,
  placed,
  type RichText,
  strong,
  truncate,
} from './rich-text.js';

/** Where a local link leads: the title of the page, and of the section if it names one. */
export function describeLink(
  workspace: Workspace,
  page: Page,
  link: LinkFact,
): RichText | undefined {
  const target = linkTarget(page, link);
  const there = target && workspace.pages.get(target.page);
  if (target === undefined || there === undefined) return undefined;
  const { headings } = there.facts;
  const heading = headings.find(({ slug }) => slug === target.anchor);
  const title = pageLine(there);
  if (heading === undefined) return lines(title);
  return [
    ...lines([strong(truncate(heading.words, MAX_SHORT))], ['in ', ...title]),
    ...lines(opening(there, heading)),
  ];
}

/** `India and the United States · 31 October 2025 · briefs/framework.md`. */
function pageLine(page: Page): Line {
  const { front, headings } = page.facts;
  const title = front.title?.text || headings[0]?.words || '';
  const edtf = front.date?.edtf;
  return joined([
    title === '' ? undefined : strong(truncate(title, MAX_SHORT)),
    edtf && describeDate(edtf),
    placed(page.id, { page: page.id, span: { start: 0, end: 0 } }),
  ]);
}

/** What a section holds, and the words to link to it by. */
export function describeHeading(workspace: Workspace, page: Page, heading: HeadingFact): RichText {
  const section = sectionOf(page, heading);
  const inIt = commitmentsIn(workspace, page).filter(({ at }) => contains(section, at.tag.span));
  const overdue = inIt.filter((one) => isOverdue(one, workspace.today)).length;
  const mentions = page.facts.tags.filter(
    ({ role, span }) => role === 'mention' && contains(section, span),
  );
  return lines(
    joined([
      strong(truncate(heading.words, MAX_SHORT)),
      code(`#${truncate(heading.slug, MAX_SHORT)}`),
    ]),
    joined([
      inIt.length > 0 ? counted(inIt.length, 'commitment') : undefined,
      overdue > 0 ? `${overdue} overdue` : undefined,
      mentions.length > 0 ? counted(mentions.length, 'mention') : undefined,
    ]),
  );
}

/** Up to the next heading that is not deeper. */
function sectionOf({ text, facts }: Page, { span, depth }: HeadingFact): Span {
  const next = facts.headings.find((each) => each.span.start > span.start && each.depth <= depth);
  return { start: span.start, end: next?.span.start ?? text.length };
}

/** The first words below a heading, up to the next. */
function opening(page: Page, { span }: HeadingFact): Line {
  const next = page.facts.headings.find((each) => each.span.start > span.start);
  const words = plainWords(page, { start: span.end, end: next?.span.start ?? page.text.length });
  return words === '' ? [] : [words];
}

/** What a footnote says; on its own mark, how often it is referred to. */
export function describeFootnote(page: Page, footnote: FootnoteFact): RichText | undefined {
  const { footnotes } = page.facts;
  const label = labelOf(footnote);
  const alike = footnotes.filter((each) => labelOf(each) === label);
  if (footnote.form === 'definition') {
    const uses = alike.filter(({ form }) => form === 'reference');
    if (uses.length === 0) return lines(['Nothing refers to this footnote.']);
    const [first] = uses;
    const here = first && { page: page.id, span: first.span };
    const times = uses.length === 1 ? 'once' : counted(uses.length, 'time');
    return lines(['Referred to ', placed(times, here), '.']);
  }
  const definition = alike.find(({ form }) => form === 'definition');
  if (definition === undefined) return undefined;
  const words = plainWords(page, { start: definition.label.span.end, end: definition.span.end });
  return lines([words.replace(/^\]:\s*/, '')]);
}

function labelOf({ label }: FootnoteFact): string {
  return label.text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A part of a page as it is read: without tags, links by their words, cut. */
function plainWords({ text, facts }: Page, whole: Span): string {
  const part = { start: whole.start, end: Math.min(whole.end, whole.start + 8 * MAX_LONG) };
  const inside = facts.tags.filter(({ span }) => contains(part, span));
  const edits = stripEdits(text, { ...facts, tags: inside } satisfies Facts)
    .filter(({ span }) => contains(part, span))
    .map(({ span, text: put }) => ({
      span: { start: span.start - part.start, end: span.end - part.start },
      text: put,
    }));
  const words = applyEdits(text.slice(part.start, part.end), edits);
  return truncate(words.replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1'), MAX_LONG);
}
