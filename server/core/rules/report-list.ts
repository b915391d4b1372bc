import { firstAtLeast, type Span, STEP, shift } from '../text/index.js';
import { SEVERITIES, type Severity } from '../workspace/index.js';
import { byPlace, mergedInOrder } from './lint.js';
import type { Report } from './rule.js';

/** Findings in order of place, some hundred together: an edit above them moves all of these by a number. */
export interface ReportList {
  readonly length: number;
  readonly chunks: readonly PlacedChunk[];
}

/** Findings that follow each other, as they are where nothing was written above them since they were put together. */
export interface ReportChunk {
  readonly reports: readonly Report[];
  /** How many there are of each rule. */
  readonly rules: ReadonlyMap<string, number>;
  /** How many there are of each severity, in the order of SEVERITIES. */
  readonly severities: readonly number[];
  /** Where the first and the last of them begin. */
  readonly first: number;
  readonly last: number;
  /** All places that they name in their own page lie in it. */
  readonly extent: Span;
}

/** Findings, and by how much they have moved. */
export interface PlacedChunk {
  readonly chunk: ReportChunk;
  readonly by: number;
  /** As they stand now, once somebody has asked. */
  moved: readonly Report[] | undefined;
}

export const NO_REPORTS: ReportList = { length: 0, chunks: [] };

/** @param reports in order */
export function reportList(reports: readonly Report[]): ReportList {
  return listOfChunks(chunksOf(reports));
}

export function listOfChunks(chunks: readonly PlacedChunk[]): ReportList {
  let length = 0;
  for (const { chunk } of chunks) length += chunk.reports.length;
  return { length, chunks };
}

/** Findings in order, in chunks of about one size. */
export function chunksOf(reports: readonly Report[]): readonly PlacedChunk[] {
  const count = Math.ceil(reports.length / STEP);
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [at, at + 1].map((part) => Math.floor((part * reports.length) / count));
    return placed(chunkOf(count === 1 ? reports : reports.slice(from, to)), 0);
  });
}

export function placed(chunk: ReportChunk, by: number): PlacedChunk {
  return { chunk, by, moved: undefined };
}

function chunkOf(reports: readonly Report[]): ReportChunk {
  const rules = new Map<string, number>();
  const severities = SEVERITIES.map(() => 0);
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const add = (span: Span): void => {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  };
  for (const { rule, severity, span, page, related, fixes } of reports) {
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
    const level = SEVERITIES.indexOf(severity);
    severities[level] = (severities[level] ?? 0) + 1;
    add(span);
    for (const place of related ?? []) if (place.page === page) add(place.span);
    for (const { edits } of fixes ?? [])
      for (const edit of edits) if (edit.page === page) add(edit.span);
  }
  return {
    reports,
    rules,
    severities,
    first: reports[0]?.span.start ?? 0,
    last: reports.at(-1)?.span.start ?? 0,
    extent: { start, end },
  };
}

/** All of a list, or of some chunks, as they stand now. */
export function reportsOf({ chunks }: ReportList): readonly Report[] {
  const [only] = chunks;
  if (only === undefined) return NONE;
  if (chunks.length === 1) return reportsIn(only);
  const known = flat.get(chunks);
  if (known !== undefined) return known;
  const all = chunks.flatMap(reportsIn);
  flat.set(chunks, all);
  return all;
}

const NONE: readonly Report[] = [];
const flat = new WeakMap<readonly PlacedChunk[], readonly Report[]>();

export function reportsIn(at: PlacedChunk): readonly Report[] {
  if (at.by === 0) return at.chunk.reports;
  at.moved ??= at.chunk.reports.map((report) => reportMoved(report, at.by));
  return at.moved;
}

function reportMoved(report: Report, by: number): Report {
  const { span, related, fixes, rule, severity, page, message } = report;
  // Field by field: of 100,000 findings a copy by `...` would be seen.
  if (related === undefined && fixes === undefined)
    return { span: shift(span, by), message, rule, severity, page };
  const move = <T extends { readonly page: string; readonly span: Span }>(place: T): T =>
    place.page === page ? { ...place, span: shift(place.span, by) } : place;
  return {
    ...report,
    span: shift(span, by),
    ...(related && { related: related.map(move) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })) }),
  };
}

/** Whether there is a finding of a rule that passes a test. */
export function hasRule({ chunks }: ReportList, test: (rule: string) => boolean): boolean {
  return chunks.some(({ chunk }) => chunkHasRule(chunk, test));
}

export function chunkHasRule({ rules }: ReportChunk, test: (rule: string) => boolean): boolean {
  for (const rule of rules.keys()) if (test(rule)) return true;
  return false;
}

/** How many findings of a rule begin before an offset. */
export function countAmong(
  reports: readonly Report[],
  of: string,
  offset: number = Number.POSITIVE_INFINITY,
): number {
  let count = 0;
  for (const { rule, span } of reports) if (rule === of && span.start < offset) count += 1;
  return count;
}

/** As {@link countAmong}, of chunks. */
export function countBefore(
  chunks: readonly PlacedChunk[],
  rule: string,
  offset: number = Number.POSITIVE_INFINITY,
): number {
  let count = 0;
  for (const at of chunks) {
    const { chunk, by } = at;
    if (chunk.first + by >= offset) break;
    if (!chunk.rules.has(rule)) continue;
    if (chunk.last + by < offset) count += chunk.rules.get(rule) ?? 0;
    else count += countAmong(reportsIn(at), rule, offset);
  }
  return count;
}

/** The most serious findings, in order, and of the same level those that come first. */
export function mostSerious({ length, chunks }: ReportList, most: number): readonly Report[] {
  if (length <= most) return reportsOf({ length, chunks });
  let room = most;
  const rooms = SEVERITIES.map((_, level) => {
    const count = chunks.reduce((sum, { chunk }) => sum + (chunk.severities[level] ?? 0), 0);
    const own = Math.min(room, count);
    room -= own;
    return own;
  });
  const chosen: Report[] = [];
  for (const at of chunks) {
    if (chosen.length === most) break;
    if (!at.chunk.severities.some((count, level) => count > 0 && (rooms[level] ?? 0) > 0)) continue;
    for (const report of reportsIn(at)) {
      const level = levelOf(report.severity);
      if ((rooms[level] ?? 0) === 0) continue;
      rooms[level] = (rooms[level] ?? 0) - 1;
      chosen.push(report);
    }
  }
  return chosen;
}

function levelOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/**
 * Chunks in order, with findings put in between theirs, each once; where none comes in, a chunk stays.
 * @param come in order
 */
export function withReports(
  chunks: readonly PlacedChunk[],
  come: readonly Report[],
): readonly PlacedChunk[] {
  if (come.length === 0) return chunks;
  const all: PlacedChunk[] = [];
  let next = 0;
  for (const [index, at] of chunks.entries()) {
    const end = index === chunks.length - 1 ? come.length : upTo(come, chunks[index + 1]);
    if (next >= end) all.push(at);
    else
      for (const each of chunksOf(mergedInOrder(reportsIn(at), come.slice(next, end))))
        all.push(each);
    next = Math.max(next, end);
  }
  return chunks.length === 0 ? chunksOf(come) : all;
}

/** How many of some findings stand before a chunk. */
function upTo(come: readonly Report[], next: PlacedChunk | undefined): number {
  const [begins] = next?.chunk.reports ?? [];
  if (next === undefined || begins === undefined) return come.length;
  const first = reportMoved(begins, next.by);
  let count = firstAtLeast(come, first.span.start, ({ span }) => span.start);
  while (count < come.length && byPlace(come[count] as Report, first) < 0) count += 1;
  return count;
}
