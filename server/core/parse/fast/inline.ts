import type { Span } from '../../text/index.js';
import { matchAt } from '../split/block-openers.js';
import {
  type FastScan,
  hasLinkLabels,
  isNoteDefined,
  linkLabel,
  type ProseRegion,
} from './fast-scan.js';
import { angleReader } from './inline-html.js';

/**
 * Reads the inline marks of a region as CommonMark does, or answers `false` where that takes more
 * than it knows: HTML over lines of a quote, link targets in angle brackets or with escapes. Emphasis has no
 * part in it; the caller asks it only where no label or heading holds an emphasis mark. Linear.
 */
export function readInline(scan: FastScan, region: ProseRegion): boolean {
  const step = stepper(scan, region);
  const { end } = region.span;
  for (let at = nextMark(scan, region.span.start); at < end; ) {
    const next = step(at);
    if (next === undefined || next > end) return false;
    at = nextMark(scan, next);
  }
  return true;
}

/** Does what {@link readInline} does as far as it can, and takes for words what it can not decide. */
export function readInlineRoughly(scan: FastScan, region: ProseRegion): void {
  const step = stepper(scan, region);
  const { end } = region.span;
  for (let at = nextMark(scan, region.span.start); at < end; ) {
    at = nextMark(scan, step(at) ?? at + 1);
  }
}

/** Reads the mark at an offset: gives the offset after what it has decided, if it can. */
function stepper(scan: FastScan, region: ProseRegion): (at: number) => number | undefined {
  const { masked } = scan;
  const brackets: Bracket[] = [];
  const runs = backtickRuns(masked, region);
  return (at) => {
    switch (masked.charCodeAt(at)) {
      case BACKSLASH:
        return readEscape(scan, at, region.span.end);
      case BACKTICK:
        return readCode(scan, region, at, runs);
      case LESS:
        return readAngle(scan, region, at);
      case OPEN:
        return readOpen(scan, region, at, brackets);
      default:
        return readClose(scan, region, at, brackets);
    }
  };
}

interface Bracket {
  readonly at: number;
  /** Where its link would begin: before the `!` of an image. */
  readonly from: number;
  readonly image: boolean;
  /** A link in it is complete, and links hold no links. */
  dead: boolean;
}

const BACKSLASH = 92;
const BACKTICK = 96;
const LESS = 60;
const OPEN = 91;
const MARKS = /[\\`<[\]]/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const NOTE = /\[\^([^\s[\]\\]{1,999})\]/y;
const RESOURCE =
  /\([ \n]*((?:[^\s\p{Cc}<>()\\]|\([^\s\p{Cc}<>()\\]*\))*)(?:[ \n]+"[^"\\\n]*")?[ \n]*\)/uy;
const REFERENCE = /\[([^[\]\\]*)\]/y;

/** Keeps its answer: regions without a mark must not each search the rest of the chunk. */
function nextMark(scan: FastScan, from: number): number {
  if (scan.mark >= from) return scan.mark;
  MARKS.lastIndex = from;
  scan.mark = MARKS.exec(scan.masked)?.index ?? scan.masked.length;
  return scan.mark;
}

function readEscape(scan: FastScan, at: number, end: number): number {
  const next = scan.masked.charAt(at + 1);
  const breaks = next === '\n' || next === '\r';
  if (at + 1 >= end || !(breaks || PUNCTUATION.test(next))) return at + 1;
  scan.markup.push({ start: at, end: at + 1 });
  return at + (breaks ? 1 : 2);
}

function readCode(scan: FastScan, region: ProseRegion, at: number, runs: BacktickRuns): number {
  let after = at;
  while (scan.masked.charCodeAt(after) === BACKTICK) after += 1;
  const close = runs(after - at, after);
  if (close === undefined) return after;
  const end = close + after - at;
  scan.markup.push({ start: at, end: after }, { start: close, end });
  addHole(region, at, end);
  return end;
}

function readAngle(scan: FastScan, region: ProseRegion, at: number): number | undefined {
  scan.angles ??= angleReader(scan.masked);
  const found = scan.angles(at, region.span.end);
  if (found === undefined) return at + 1;
  const { source } = scan;
  const { end } = found;
  // The marks of a quote in it are no part of it: whether it is one then, is not this reader's to judge.
  if (crossesPrefix(region, at, end) && source.slice(at, end).includes('\n')) {
    const crossed = region.prefixes.some(
      (prefix) => prefix.start < end && at < prefix.end && !isBlank(source, prefix),
    );
    if (crossed) return undefined;
  }
  addHole(region, at, end);
  if (found.form === 'html') {
    scan.markup.push({ start: at, end });
    const form = source.startsWith('<!--', at) ? 'comment' : 'inline';
    scan.html.push({ span: { start: at, end }, form });
    return end;
  }
  scan.markup.push({ start: at, end: at + 1 }, { start: end - 1, end });
  const target = { start: at + 1, end: end - 1 };
  scan.links.push({
    span: { start: at, end },
    form: 'autolink',
    target: { text: source.slice(target.start, target.end), span: target },
    label: undefined,
  });
  return end;
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}

/** The first run of just so many backticks from an offset on; ask in order of the offsets. */
type BacktickRuns = (length: number, from: number) => number | undefined;

/** Finds all runs of a region at the first question, so that runs that never meet cost no more. */
function backtickRuns(text: string, { span }: ProseRegion): BacktickRuns {
  let byLength: Map<number, { at: number[]; next: number }> | undefined;
  return (length, from) => {
    byLength ??= runsByLength(text, from - length, span.end);
    const runs = byLength.get(length);
    if (!runs) return undefined;
    while ((runs.at[runs.next] ?? Number.POSITIVE_INFINITY) < from) runs.next += 1;
    return runs.at[runs.next];
  };
}

function runsByLength(
  text: string,
  start: number,
  end: number,
): Map<number, { at: number[]; next: number }> {
  const byLength = new Map<number, { at: number[]; next: number }>();
  for (let at = text.indexOf('`', start); at >= 0 && at < end; ) {
    let after = at;
    while (after < end && text.charCodeAt(after) === BACKTICK) after += 1;
    const runs = byLength.get(after - at);
    if (runs) runs.at.push(at);
    else byLength.set(after - at, { at: [at], next: 0 });
    at = text.indexOf('`', after);
  }
  return byLength;
}

function readOpen(
  scan: FastScan,
  region: ProseRegion,
  at: number,
  brackets: Bracket[],
): number | undefined {
  const { masked } = scan;
  const image =
    at > region.span.start && masked.charAt(at - 1) === '!' && !isEscaped(masked, at - 1);
  if (masked.charAt(at + 1) === '^') {
    const note = matchAt(NOTE, masked, at);
    if (note && isNoteDefined(scan, note[1] ?? '')) {
      const end = at + note[0].length;
      const label = { start: at + 2, end: end - 1 };
      scan.footnotes.push({
        form: 'reference',
        span: { start: at, end },
        label: { text: scan.source.slice(label.start, label.end), span: label },
        defined: true,
      });
      scan.markup.push({ start: at, end });
      addHole(region, at, end);
      return end;
    }
    if (image || masked.startsWith('\\', at + 2) || !note) return undefined;
  }
  brackets.push({ at, from: image ? at - 1 : at, image, dead: false });
  return at + 1;
}

function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charCodeAt(from - 1) === BACKSLASH) from -= 1;
  return (at - from) % 2 === 1;
}

function readClose(
  scan: FastScan,
  region: ProseRegion,
  at: number,
  brackets: Bracket[],
): number | undefined {
  const bracket = brackets.pop();
  if (!bracket || bracket.dead) return at + 1;
  const { masked, source } = scan;
  const text = masked.slice(bracket.at + 1, at);
  const own = linkLabel(scan, text);
  let end = at + 1;
  let label = own;
  let target = { text: '', span: { start: end, end } };
  const next = end < region.span.end ? masked.charAt(end) : '';
  if (next === '(') {
    const resource = matchAt(RESOURCE, masked, end);
    // Maybe a link of a harder kind, maybe words in parentheses.
    if (!resource || crossesPrefix(region, end, end + resource[0].length)) return undefined;
    const from = end + resource[0].indexOf(resource[1] ?? '', 1);
    const to = from + (resource[1]?.length ?? 0);
    label = undefined;
    end += resource[0].length;
    target = { text: source.slice(from, to), span: { start: from, end: to } };
  } else if (next === '[' && hasLinkLabels(scan)) {
    const reference = matchAt(REFERENCE, masked, end);
    if (!reference) return undefined;
    const full = reference[1] ?? '';
    label = linkLabel(scan, full) ?? (full === '' ? own : undefined);
    if (label === undefined) return at + 1;
    end += reference[0].length;
    target = { text: '', span: { start: end, end } };
  } else if (label === undefined) {
    return at + 1;
  }
  if (end > region.span.end) return undefined;
  if (!bracket.image) killOuter(brackets);
  scan.markup.push({ start: bracket.from, end: bracket.at + 1 }, { start: at, end });
  if (end > at + 1) addHole(region, at + 1, end);
  const form = label !== undefined ? 'reference' : bracket.image ? 'image' : 'link';
  scan.links.push({ span: { start: bracket.from, end }, form, target, label });
  return end;
}

/** Links hold no links: the brackets still open begin none. Once dead, so are those further out. */
function killOuter(brackets: readonly Bracket[]): void {
  for (let index = brackets.length - 1; index >= 0; index--) {
    const outer = brackets[index];
    if (!outer || outer.dead) return;
    outer.dead = !outer.image;
  }
}

/** Whether a line break with a prefix stands between: then it is not this reader's to judge. */
function crossesPrefix(region: ProseRegion, start: number, end: number): boolean {
  return region.prefixes.some((prefix) => prefix.start < end && start < prefix.end);
}

/** The prefixes of lines in a code span are part of its hole. */
function addHole(region: ProseRegion, start: number, end: number): void {
  region.holes.push({ start, end });
}
