import type { Tag } from '../brief/index.js';
import { overlaps, type Span } from '../text/index.js';
import { commitmentOfTag, type Page, partIn, type Workspace } from '../workspace/index.js';
import { commitmentState } from './describe/card.js';
import { isOver, statusName, urgencyWords } from './describe/commitment-words.js';
import type { Token } from './tokens/token.js';
import { semanticTokens } from './tokens/tokens.js';

/** What an editor draws over a text, so that it reads like prose. */
export interface ReadingMarks {
  /** Words that mean something, outside of what is written around the words of tags; in reading order. */
  readonly words: readonly Token[];
  readonly tags: readonly TagMarks[];
}

export interface TagMarks {
  readonly span: Span;
  /** What is written around its words, without `marks`: of `:kind[words]{…}` all but the words. */
  readonly syntax: readonly Span[];
  /** What means something in it: the word after the colon, ids. */
  readonly marks: readonly Token[];
  readonly promise?: PromiseMarks;
}

/** How a promise stands. */
export interface PromiseMarks {
  readonly words: Span;
  readonly standing: 'open' | 'overdue' | 'over';
  /** `overdue by 15 days`, `due in 40 days`, `fulfilled`; empty: there is nothing to say. */
  readonly chip: string;
  /** Where it ends: the chip is shown behind this line. */
  readonly end: number;
}

/** The marks of all that touches a stretch of a page. A record is all syntax, and is left to be read. */
export function readingMarks(workspace: Workspace, page: Page, within: Span): ReadingMarks {
  const tokens = semanticTokens(workspace, page, within);
  if (page.facts.role !== 'brief') return { words: tokens, tags: [] };
  const inSyntax = new Set<Token>();
  const tags = partIn(page, within).facts.tags.flatMap((tag): readonly TagMarks[] => {
    if (tag.span.start > within.end || tag.span.end < within.start) return [];
    const around = syntaxOf(tag);
    const marks = tokens.filter(({ span }) => around.some((each) => overlaps(each, span)));
    for (const token of marks) inSyntax.add(token);
    const syntax = around.flatMap((each) => without(each, marks));
    const promise = promiseOf(workspace, page, tag);
    return [{ span: tag.span, syntax, marks, ...(promise && { promise }) }];
  });
  return { words: tokens.filter((token) => !inSyntax.has(token)), tags };
}

function syntaxOf({ form, span, label, fences }: Tag): readonly Span[] {
  if (fences !== undefined) return [fences.open, ...(fences.close ? [fences.close] : [])];
  if (form !== 'text' || label === undefined) return [];
  return [
    { start: span.start, end: label.start },
    { start: label.end, end: span.end },
  ];
}

function without({ start, end }: Span, tokens: readonly Token[]): readonly Span[] {
  const left: Span[] = [];
  let from = start;
  for (const { span } of tokens) {
    if (span.end <= from || span.start >= end) continue;
    if (span.start > from) left.push({ start: from, end: span.start });
    from = span.end;
  }
  return from < end ? [...left, { start: from, end }] : left;
}

function promiseOf(workspace: Workspace, page: Page, tag: Tag): PromiseMarks | undefined {
  const commitment = commitmentOfTag(workspace, page, tag);
  if (commitment === undefined) return undefined;
  const state = commitmentState(workspace, commitment);
  const standing = state.overdue ? 'overdue' : isOver(state) ? 'over' : 'open';
  const chip = urgencyWords(state) ?? (standing === 'over' ? statusName(state.status) : '');
  const words = tag.label ?? tag.fences?.open ?? tag.span;
  const end = tag.fences?.open.end ?? tag.span.end;
  return { words, standing, chip, end };
}
