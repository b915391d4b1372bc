import type { LinkFact } from '../brief/index.js';
import type { LinkTarget, Page, Workspace } from '../workspace/index.js';
import { linkTarget, targetExists } from '../workspace/index.js';
import { anchorsOf, hasAnchor } from './anchors.js';
import { pathLike } from './moved-page.js';
import { nearest } from './nearest.js';
import type { Finding, Rule } from './rule.js';

export const brokenLink: Rule = {
  name: 'broken-link',
  summary: 'A link leads to a local file or a heading that is not there.',
  reason:
    'Briefs point to each other, to notes and to annexes; files get renamed and headings reworded, and the link then leads nowhere. Only files and headings of the workspace are looked at, never an address on the web.',
  level: 'warning',
  *check(page, workspace) {
    for (const link of page.facts.links) {
      const target = linkTarget(page, link);
      const finding = target && judge(page, workspace, link, target);
      if (finding !== undefined) yield finding;
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

function judge(
  page: Page,
  workspace: Workspace,
  link: LinkFact,
  target: LinkTarget,
): Finding | undefined {
  const found = workspace.pages.get(target.page);
  if (found === undefined) {
    // Not known yet is no reason to speak, and some sites leave the ending out.
    const missing = targetExists(workspace, target.page) === false;
    return missing && !workspace.pages.has(`${target.page}.md`)
      ? missingFile(page, workspace, link, target)
      : undefined;
  }
  const { anchor } = target;
  if (anchor === undefined || found.facts.role === 'registry' || hasAnchor(found, anchor))
    return undefined;
  return missingHeading(page, link, found, anchor);
}

function missingFile(
  page: Page,
  workspace: Workspace,
  link: LinkFact,
  target: LinkTarget,
): Finding {
  const wrong = `There is no file '${target.page}' here.`;
  const part = partOf(page, link, (text) => [0, text.search(/[?#]|$/)]);
  const moved = pathLike(workspace, page.id, target.page);
  if (moved === undefined)
    return { span: part, message: `${wrong} Correct the link, or add the file.` };
  return offered(page, part, `${wrong} Did you mean '${moved}'?`, moved);
}

function missingHeading(page: Page, link: LinkFact, found: Page, anchor: string): Finding {
  const where = found.id === page.id ? 'here' : `in ${found.id}`;
  const part = partOf(page, link, (text) => [text.indexOf('#') + 1, text.length]);
  const wanted = nearest(anchor, anchorsOf(found).headings);
  const wrong = `No heading ${where} is reached by '#${anchor}'.`;
  if (wanted === undefined) {
    const message = `${wrong} A heading's words in small letters, with hyphens for spaces, are its address.`;
    return { span: part, message };
  }
  return offered(page, part, `${wrong} Did you mean '#${wanted}'?`, wanted);
}

function offered(page: Page, part: Finding['span'], message: string, text: string): Finding {
  const edits = [{ page: page.id, span: part, text }];
  return { span: part, message, fixes: [{ title: `Change to '${text}'`, edits, certain: false }] };
}

/** Part of a link's target as a span, or all of it where it is written with escapes. */
function partOf(
  { text }: Page,
  { target }: LinkFact,
  part: (target: string) => readonly [start: number, end: number],
): Finding['span'] {
  const { start, end } = target.span;
  if (text.slice(start, end) !== target.text) return target.span;
  const [from, to] = part(target.text);
  return { start: start + from, end: start + to };
}
