import { type HeadingFact, headingAttributes } from '../../brief/index.js';
import { contains, foldSpace, type Span } from '../../text/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import { anchorEdits } from './moved-links.js';
import { headingsAfter, newAnchors } from './rename-anchors.js';
import { reword } from './rename-label.js';
import {
  type RenameRefused,
  type RenameStart,
  type Renaming,
  refuse,
  withoutConfirmation,
} from './rename-model.js';

/** The words of a heading; one that runs over several lines is not renamed in a box of one line. */
export function headingWords(page: Page, heading: HeadingFact): RenameStart | RenameRefused {
  const span = contentOf(page, heading);
  if (span === undefined)
    return refuse('A heading of several lines can only be changed in the text.');
  return { span, placeholder: heading.words };
}

/** Other words for a heading; links to it, and to those whose anchors change with its own, follow. */
export function renameHeading(
  workspace: Workspace,
  page: Page,
  heading: HeadingFact,
  to: string,
): Renaming | RenameRefused {
  const span = contentOf(page, heading);
  if (to === '' || /[\p{Cc}\u2028\u2029]/u.test(to))
    return refuse('A heading is one line of words.');
  if (span === undefined) return headingWords(page, heading) as RenameRefused;
  const label = `Rename the heading '${heading.words}' to '${to}'`;
  if (foldSpace(to) === heading.words) return withoutConfirmation(label, []);
  const inner = page.facts.tags.map((tag) => tag.span).filter((tag) => contains(span, tag));
  const reworded = reword({ text: page.text, span, words: heading.words, inner }, to);
  const after = reworded && headingsAfter(workspace, page, [reworded.edit]);
  const index = page.facts.headings.indexOf(heading);
  if (reworded === undefined || after?.[index]?.words !== foldSpace(to)) {
    return refuse(
      'The part of this heading that would change has tags or markup in it. Change it in the text.',
    );
  }
  const edit = { page: page.id, ...reworded.edit };
  return withoutConfirmation(label, [
    edit,
    ...anchorEdits(workspace, page, newAnchors(page, after)),
  ]);
}

/** Where the words of a heading stand, without its marks and `{#id}`; `undefined`: on several lines, or none. */
function contentOf({ text }: Page, { span }: HeadingFact): Span | undefined {
  const lines = text
    .slice(span.start, span.end)
    .trimEnd()
    .split(/\r\n?|\n/);
  const [first = ''] = lines;
  const marks = /^#{1,6}(?:[ \t]+|$)/.exec(first)?.[0].length;
  if (lines.length !== (marks === undefined ? 2 : 1)) return undefined;
  const start = marks ?? 0;
  const end = marks === undefined ? first.trimEnd().length : closingMarks(first);
  const content = { start: span.start + start, end: span.start + end };
  const { words } = headingAttributes(text, content);
  return words.end > words.start ? words : undefined;
}

/** Where `## Terms ##` ends but for the marks at its end, which need a space before them. */
function closingMarks(line: string): number {
  let end = line.length;
  while (line[end - 1] === '#') end -= 1;
  return /[ \t]/.test(line[end - 1] ?? '') ? line.slice(0, end).trimEnd().length : line.length;
}
