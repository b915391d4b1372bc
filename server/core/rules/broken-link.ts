import type { LinkFact } from '../brief/index.js';
import { groupBy, nearestWord, percentDecoded, percentEncoded, type Span } from '../text/index.js';
import {
  type LinkTarget,
  linkTarget,
  type Page,
  type PageId,
  perPage,
  perWorkspace,
  targetExists,
  type Workspace,
  writtenAnchors,
} from '../workspace/index.js';
import { askedBefore, MAX_SUGGESTED } from './id-suggestions.js';
import type { Finding, Rule } from './rule.js';
import { shortened } from './wording.js';

export const brokenLink: Rule = {
  name: 'broken-link',
  summary: 'A link leads to a local file or a heading that does not exist.',
  reason:
    'Briefs link to each other, to notes and to annexes. When a file is renamed or a heading is reworded, the link leads nowhere. Only files and headings of the workspace are checked, never an address on the web.',
  level: 'warning',
  sees: 'anchors',
  *check(page, workspace) {
    let asked = askedBefore(page, 'broken-link');
    for (const link of page.facts.links) {
      const broken = brokenTarget(page, workspace, link);
      if (broken === undefined) continue;
      asked += 1;
      const meant = asked > MAX_SUGGESTED ? undefined : meantBy(page, workspace, broken);
      yield finding(page, link, broken, meant);
    }
  },
  examples: {
    bad: [
      { brief: 'It was [signed](annex/pact.md) in :date[2025].\n' },
      { brief: '# The pact\n\nSee [above](#the-pakt), in :date[2025].\n' },
      {
        brief: 'See [the terms](pact.md#term), of :date[2025].\n',
        others: { 'pact.md': '# Terms\n' },
      },
    ],
    good: [
      { brief: '# The pact\n\nSee [above](#the-pact), in :date[2025].\n' },
      {
        brief: 'See [the terms](pact.md#terms), of :date[2025].\n',
        others: { 'pact.md': '# Terms\n' },
      },
      { brief: '[Signed](https://example.org/pact.md#no) in :date[2025]. <me@example.org>\n' },
    ],
  },
};

/** A target that is not there: a file, or (`found`) a heading of a page that is. */
interface Broken extends LinkTarget {
  readonly found: Page | undefined;
}

function brokenTarget(page: Page, workspace: Workspace, link: LinkFact): Broken | undefined {
  const target = linkTarget(page, link);
  if (target === undefined) return undefined;
  const found = workspace.pages.get(target.page);
  if (found === undefined) {
    // Not known yet is no reason to speak, and some sites leave the ending out.
    const missing = targetExists(workspace, target.page) === false;
    return missing && !workspace.pages.has(`${target.page}.md`) ? { ...target, found } : undefined;
  }
  const { anchor } = target;
  if (anchor === undefined || found.unread || found.facts.role === 'registry') return undefined;
  return hasAnchor(found, anchor) ? undefined : { ...target, found };
}

function meantBy(page: Page, workspace: Workspace, broken: Broken): string | undefined {
  if (broken.found === undefined)
    return (
      pathLike(workspace, page.id, broken.page) ??
      pathLike(workspace, page.id, broken.page.replace(CODES, asLatin))
    );
  return anchorLike(broken.found, broken.anchor ?? '');
}

function finding(page: Page, link: LinkFact, broken: Broken, meant: string | undefined): Finding {
  const { wrong, next, span } =
    broken.found === undefined
      ? missingFile(page, link, broken)
      : missingHeading(page, link, broken.found, broken.anchor ?? '');
  if (meant === undefined) return { span, message: `${wrong} ${next}` };
  const edits = [{ page: page.id, span, text: meant }];
  const fixes = [{ title: `Change to '${meant}'`, edits, certain: false }];
  return { span, message: `${wrong} Did you mean '${meant}'?`, fixes };
}

interface Words {
  readonly wrong: string;
  readonly next: string;
  readonly span: Span;
}

function missingFile(page: Page, link: LinkFact, target: LinkTarget): Words {
  const strange = [...target.page.matchAll(CODES)].find(
    ([codes]) => percentDecoded(codes) === codes,
  );
  const why = strange === undefined ? '' : `: '${shortened(strange[0])}' is not UTF-8`;
  return {
    wrong: `There is no file '${shortened(target.page)}' here${why}.`,
    next: 'Correct the link, or add the file.',
    span: partOf(page, link, (text) => [0, text.search(/[?#]|$/)]),
  };
}

function missingHeading(page: Page, link: LinkFact, found: Page, anchor: string): Words {
  const where = found.id === page.id ? 'on this page' : `in ${found.id}`;
  return {
    wrong: `There is no heading '#${shortened(anchor)}' ${where}.`,
    next: "The address of a heading is its words in lower case, with hyphens for spaces: '#next-steps'.",
    span: partOf(page, link, (text) => [text.indexOf('#') + 1, text.length]),
  };
}

/** What remains of them in a path is no UTF-8. */
const CODES = /(?:%[0-9a-f]{2})+/gi;

/** Programs of long ago write each byte of Latin-1 as a code: `caf%E9.md`. */
function asLatin(codes: string): string {
  return codes.replace(/%(..)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Part of a link's target as a span, or all of it where it is written with escapes. */
function partOf(
  { text }: Page,
  { target }: LinkFact,
  part: (target: string) => readonly [start: number, end: number],
): Span {
  const { start, end } = target.span;
  if (text.slice(start, end) !== target.text) return target.span;
  const [from, to] = part(target.text);
  return { start: start + from, end: start + to };
}

/**
 * The one page with the file name of a missing one, wherever it lies, as a link from `from` would
 * write it. `undefined` when there is none, or more than one.
 */
function pathLike(workspace: Workspace, from: PageId, missing: PageId): string | undefined {
  const [only, ...others] = pagesByName(workspace).get(nameOf(missing)) ?? [];
  return only === undefined || others.length > 0 ? undefined : relative(from, only);
}

/** By file name in lower case. */
const pagesByName = perWorkspace((workspace): ReadonlyMap<string, readonly PageId[]> => {
  return groupBy(workspace.pages.keys(), nameOf);
});

function nameOf(id: PageId): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

function relative(from: PageId, to: PageId): string {
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === target[shared]) shared += 1;
  const up = folders.slice(shared).map(() => '..');
  return [...up, ...target.slice(shared)].map(percentEncoded).join('/');
}

/** The headings' anchors as GitHub makes them, in lower case. */
const headingsOf = perPage(
  ({ facts }): ReadonlySet<string> => new Set(facts.headings.map(({ slug }) => lower(slug))),
);

/** Looked for only when no heading fits, as it takes a look at the whole text. */
const writtenIn = perPage(
  ({ text }): ReadonlySet<string> =>
    new Set(Array.from(writtenAnchors(text), ({ name }) => lower(name))),
);

/** Anchors that programs make and no page holds: the top, a line of the source, words, footnotes. */
const MADE = /^(?:top|l\d+(?:-l\d+)?|:~:.*|user-content-.*|fn.*)$/i;

/** Letters' case is not certain to matter, so it does not. */
function hasAnchor(page: Page, anchor: string): boolean {
  const wanted = lower(anchor);
  return headingsOf(page).has(wanted) || MADE.test(anchor) || writtenIn(page).has(wanted);
}

/** The heading's anchor that looks most like one that is not there. */
function anchorLike(page: Page, anchor: string): string | undefined {
  return nearestWord(
    anchor,
    page.facts.headings.map(({ slug }) => slug),
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
