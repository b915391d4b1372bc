import { type Tag, tagOf } from '../../brief/index.js';
import { formatDay } from '../../dates/index.js';
import { addAttributeEdit, type PageEdit, shortened } from '../../rules/index.js';
import {
  dryRun,
  lineBreakOf,
  lineEnd,
  lineStart,
  proseAt,
  readsAsBefore,
} from '../../suggest/index.js';
import type { Span } from '../../text/index.js';
import {
  commitmentOf,
  commitmentsIn,
  languageOfPage,
  mayFollow,
  newCommitmentId,
  type Page,
  partAt,
  type Status,
  statusAsOf,
  syntaxOf,
  type Workspace,
} from '../../workspace/index.js';
import { actOf } from '../describe/commitment-words.js';
import { targetAt } from '../target-at.js';
import { type CodeAction, isWanted, OVERDUE_KIND, UPDATE_KIND } from './code-action.js';

/** Writes down what became of the commitment at the cursor. */
export const update: CodeAction = {
  name: 'update',
  kinds: [UPDATE_KIND, OVERDUE_KIND],
  *offer({ workspace, page, selection, reports, trigger, only }) {
    const overdue = reports.find(({ rule }) => rule === 'overdue-commitment');
    if ((trigger === 'unasked' && overdue === undefined) || page.facts.role !== 'brief') return;
    // What became of it is the next step of what is overdue: a fix, and offered once.
    const mends = overdue !== undefined && isWanted(OVERDUE_KIND, only);
    const found = commitmentAt(workspace, page, selection.start);
    if (found === undefined) return;
    const at = placeAfter(page, selection.start);
    let isTried = false;
    for (const status of likelyNext(found.status)) {
      const edits = [...found.naming, record(page, at, found.id, status, workspace)];
      // Whether a record can stand there does not depend on what it says.
      if (!isTried && !readsAsBefore(page, dryRun(workspace, page, edits), 1)) return;
      isTried = true;
      yield {
        title: `Record that it is ${STATUS_WORDS[status] ?? status}: ${shortened(found.words)}`,
        kind: `${mends ? OVERDUE_KIND : UPDATE_KIND}.${status}`,
        ...(mends && { reports: [overdue] }),
        edits,
      };
    }
  },
};

const STATUS_WORDS: Partial<Record<Status, string>> = {
  'in-progress': 'in progress',
  active: 'agreed',
};

interface CommitmentAtCursor {
  readonly id: string;
  readonly words: string;
  /** As of today. */
  readonly status: Status;
  /** What gives it an id, if it has none. */
  readonly naming: readonly PageEdit[];
}

function commitmentAt(
  workspace: Workspace,
  page: Page,
  offset: number,
): CommitmentAtCursor | undefined {
  const id = idAt(workspace, page, offset);
  const known = id === undefined ? undefined : commitmentOf(workspace, id);
  if (id !== undefined && known !== undefined) {
    const status = statusAsOf(known, workspace.today) ?? 'active';
    return { id, words: actOf(known), status, naming: [] };
  }
  const tag = enclosing(page, offset);
  if (tag === undefined || tag.id !== undefined || !tag.sound) return undefined;
  const nameless = commitmentsIn(workspace, page).find((each) => each.at.tag === tag);
  if (nameless === undefined) return undefined;
  const words = actOf(nameless);
  const fresh = newCommitmentId(workspace, words, languageOfPage(workspace, page));
  const status = statusAsOf(nameless, workspace.today) ?? 'active';
  return { id: fresh, words, status, naming: [addAttributeEdit(page, tag, `#${fresh}`)] };
}

/** Of the innermost thing, if that is a commitment; else of the innermost commitment around it. */
function idAt(workspace: Workspace, page: Page, offset: number): string | undefined {
  const thing = targetAt(workspace, page, offset);
  const isKnown = (id: string | undefined): id is string =>
    id !== undefined && commitmentOf(workspace, id) !== undefined;
  const own =
    thing?.type === 'use'
      ? thing.use.id.text
      : thing?.type === 'definition'
        ? thing.definition.id.text
        : thing?.type === 'mention'
          ? thing.tag.refs?.[0]?.text
          : undefined;
  if (isKnown(own)) return own;
  const { facts } = partAt(page, offset);
  const around = facts.tags.findLast(
    ({ role, kind, span }) =>
      (role === 'update' || kind === 'commitment') && span.start <= offset && offset <= span.end,
  );
  if (around?.role !== 'update') return around?.refs?.[0]?.text ?? around?.id?.text;
  const of = facts.uses.find(
    ({ tag, attribute }) => attribute === 'of' && tagOf(facts, tag) === around,
  );
  return of?.id.text;
}

function enclosing(page: Page, offset: number): Tag | undefined {
  return partAt(page, offset).facts.tags.findLast(
    ({ role, span }) => role === 'commitment' && span.start <= offset && offset <= span.end,
  );
}

const LIKELY: readonly Status[] = ['fulfilled', 'in-progress', 'stalled', 'broken'];

/** What may be said next and would be news. What nobody has taken on yet is first taken on. */
function likelyNext(now: Status): readonly Status[] {
  const open: readonly Status[] = now === 'proposed' || now === 'conditional' ? ['active'] : [];
  return [...open, ...LIKELY].filter((next) => next !== now && mayFollow(now, next));
}

/** Behind the paragraph, with the records that stand there already, outside any fenced block. */
function placeAfter(page: Page, offset: number): number {
  const { blocks, fences } = syntaxOf(page);
  const fence = fences.find(({ span }) => span.start <= offset && offset <= span.end);
  const place = fence?.span ?? paragraphAt(page, offset);
  const inList = fence === undefined && isContained(page, offset);
  let end = lineEnd(page.text, place.end);
  for (const { at, block } of blocks) {
    if (at + block.length <= end) continue;
    const start = Math.max(end, at);
    const words = page.text.slice(start, at + block.length);
    const goesOn = inList && block.prose[0]?.container !== undefined;
    if (!goesOn && !RECORDS.test(words)) break;
    end = lineEnd(page.text, start + words.trimEnd().length);
  }
  return end;
}

const RECORDS = /^\s*(?:::update\{[^\r\n]*\}\s*)+$/;

/** In a list, the items after this one belong together with it. */
function isContained(page: Page, offset: number): boolean {
  return proseAt(page, { start: offset, end: offset })?.container !== undefined;
}

function paragraphAt(page: Page, offset: number): Span {
  const prose = proseAt(page, { start: offset, end: offset });
  if (prose === undefined) return { start: offset, end: offset };
  const isPlain = prose.container === undefined && prose.within !== 'cell';
  const span = isPlain ? prose.span : prose.block;
  const words = page.text.slice(span.start, span.end).trimEnd();
  return { start: span.start, end: span.start + words.length };
}

function record(
  page: Page,
  at: number,
  id: string,
  status: Status,
  { today }: Workspace,
): PageEdit {
  const eol = lineBreakOf(page.text);
  const line = page.text.slice(lineStart(page.text, at), at);
  // Records stand together; from anything else a blank line parts them.
  const gap = line.startsWith('::update') ? eol : eol + eol;
  const text = `${gap}::update{of=${id} status=${status} on=${formatDay(today)}}`;
  return { page: page.id, span: { start: at, end: at }, text };
}
