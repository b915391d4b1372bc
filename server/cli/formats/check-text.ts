import { counted } from '../../core/index.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { DisplayOptions } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';
import { fileByFile, nothing } from './file-by-file.js';
import type { CheckFormat, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';
import { filesInWords, fixesInWords, SEVERITY_WORDS, silentInWords, summaryOf } from './summary.js';
import { writeExcerpt } from './write-excerpt.js';

/** For a person: the line, the words underlined, why, and what to do next. */
export const checkText: CheckFormat = fileByFile(
  'text',
  'for people, with the lines of the findings',
  {
    begin: nothing,
    *file(file, run, display) {
      const findings = openFindings(file, run);
      if (findings.length > 0) yield* writeFile(file.file, findings, display);
    },
    end: writeEnd,
  },
);

function* writeFile(
  file: string,
  findings: readonly LocatedFinding[],
  display: DisplayOptions,
): Iterable<string> {
  yield `${display.style.path(escapePath(file))}\n\n`;
  for (const [first, ...others] of groupByRule(findings)) {
    yield* writeFound(first, display);
    if (others.length > 0) yield* writeOthers(first, others, display);
    yield '\n';
  }
}

function* writeFound(found: LocatedFinding, display: DisplayOptions): Iterable<string> {
  const { style, width } = display;
  const { severity, message, rule, source, range } = found;
  const lead = `  ${placeOf(found)}  ${SEVERITY_WORDS[severity]}  `;
  const painted = `  ${placeOf(found)}  ${style[severity](SEVERITY_WORDS[severity])}  `;
  const lines = wrapped(`${escapeControls(message)} `, `(${rule})`, width - lead.length);
  for (const [index, { words, tail }] of lines.entries()) {
    const start = index === 0 ? painted : ' '.repeat(lead.length);
    yield `${start}${words}${style.quiet(tail)}\n`.replace(/ +\n$/, '\n');
  }
  yield* writeExcerpt(source, range, style[severity], display);
  yield* writeRelated(found, display);
  yield* writeFixes(found, display);
}

function* writeRelated({ related }: LocatedFinding, display: DisplayOptions): Iterable<string> {
  const SHOWN = 5;
  for (const { file, range, message } of related.slice(0, SHOWN)) {
    const place = `${escapePath(file)}:${range.start.line}:${range.start.column}`;
    yield `${MARGIN}${display.style.quiet('see')} ${place}  ${escapeControls(message)}\n`;
  }
  if (related.length > SHOWN) yield `${MARGIN}and ${related.length - SHOWN} more places\n`;
}

function* writeFixes({ fixes }: LocatedFinding, { style }: DisplayOptions): Iterable<string> {
  for (const { title, certain } of fixes.slice(0, 3)) {
    const word = certain ? 'fix' : 'perhaps';
    yield `${MARGIN}${style.good(word)} ${escapeControls(title)}\n`;
  }
}

const MARGIN = '        ';

/** What the first of a rule's many findings says goes for the others: only their places are new. */
function* writeOthers(
  first: LocatedFinding,
  others: readonly LocatedFinding[],
  display: DisplayOptions,
): Iterable<string> {
  const same = others.filter(({ message }) => message === first.message);
  if (same.length > 0) {
    const places = same.slice(0, MAX_PLACES).map(placeOf);
    if (same.length > MAX_PLACES) places.push(`and ${same.length - MAX_PLACES} more`);
    for (const { words } of wrapped(
      `also at ${places.join(', ')}`,
      '',
      display.width - MARGIN.length,
    )) {
      yield `${MARGIN}${words}\n`;
    }
  }
  const different = others.filter(({ message }) => message !== first.message);
  for (const found of different.slice(0, MAX_LISTED)) yield* writeShort(found, display);
  if (different.length > MAX_LISTED) {
    const more = counted(different.length - MAX_LISTED, 'more of these', 'more of these');
    yield `${MARGIN}and ${more}; --format json lists them all\n`;
  }
}

/** How many places of findings that say the same are named; nobody reads more. */
const MAX_PLACES = 100;

/** How many findings of one rule in one file are listed one by one. */
const MAX_LISTED = 50;

function* writeShort(found: LocatedFinding, display: DisplayOptions): Iterable<string> {
  const place = `${placeOf(found)}  `;
  const lines = wrapped(
    escapeControls(found.message),
    '',
    display.width - MARGIN.length - place.length,
  );
  for (const [index, { words }] of lines.entries()) {
    yield `${MARGIN}${index === 0 ? place : ' '.repeat(place.length)}${words.trimEnd()}\n`;
  }
}

function placeOf({ range: { start } }: LocatedFinding): string {
  return `${start.line}:${start.column}`;
}

function* writeEnd(run: LintRun, { style }: DisplayOptions): Iterable<string> {
  const summary = summaryOf(run);
  if (run.quiet && summary.errors === 0) return;
  const day = [`as of ${run.today}`, ...silentInWords(summary)].join(', ');
  const hasBrief = run.files.some(({ role }) => role === 'brief');
  const hasAnswer = hasBrief || (run.briefs === 'not-asked' && run.files.length > 0);
  if (!hasAnswer) yield noBrief(run);
  const counts = [
    summary.errors > 0 && style.error(counted(summary.errors, 'error')),
    summary.warnings > 0 && style.warning(counted(summary.warnings, 'warning')),
    summary.infos > 0 && style.info(counted(summary.infos, 'note')),
    summary.hints > 0 && style.hint(counted(summary.hints, 'hint')),
  ].filter((part) => part !== false);
  if (counts.length > 0) {
    yield `${filesInWords(run)}: ${counts.join(', ')} ${style.quiet(`(${day})`)}\n`;
    yield* fixesInWords(run);
    yield style.quiet(`Run 'rapporteur explain ${worstRule(run)}' to read why a finding matters.`);
    yield '\n';
  } else if (hasAnswer) {
    yield `${filesInWords(run)}: nothing to report ${style.quiet(`(${day})`)}\n`;
    yield* fixesInWords(run);
  }
}

function noBrief({ paths, briefs, shard, problems, files }: LintRun): string {
  if (briefs === 'unchanged')
    return 'No brief or registry has changed, and no finding depends on the changes.\n';
  // The other parts may have some.
  if (shard !== undefined && shard.of > 1)
    return `No brief in part ${shard.part} of ${shard.of}.\n`;
  if (problems?.some(({ grave }) => grave)) return 'No brief could be read.\n';
  // What was named was skipped; a note says why.
  if (files.length === 0 && paths.length > 0 && problems?.length) return 'Nothing was checked.\n';
  const isInput = paths[0] === '-';
  const named = isInput ? 'the standard input' : paths.map(escapePath).join(', ');
  const where = paths.length === 0 ? 'here' : `in ${named}`;
  if (briefs === 'named')
    return `No brief ${where}: 'briefs' in rapporteur.yaml matches no Markdown file there.\n`;
  if (isInput) return `No brief ${where}: it has no tag such as :person[…].\n`;
  return `No brief ${where}: no Markdown file has a tag such as :person[…]. 'rapporteur init' writes a first brief.\n`;
}

function worstRule(run: LintRun): string {
  const all = run.files.flatMap((file) => openFindings(file, run));
  for (const severity of ['error', 'warning', 'info', 'hint']) {
    const worst = all.find((found) => found.severity === severity);
    if (worst !== undefined) return worst.rule;
  }
  return '';
}

type Group = readonly [LocatedFinding, ...LocatedFinding[]];

/** In the order of each group's first; a rule's few findings stay single. */
function groupByRule(findings: readonly LocatedFinding[]): readonly Group[] {
  const byRule = new Map<string, [LocatedFinding, ...LocatedFinding[]]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined) byRule.set(finding.rule, [finding]);
    else known.push(finding);
  }
  return findings.flatMap((finding): Group[] => {
    const group = byRule.get(finding.rule);
    if (group === undefined || group.length < MIN_GROUP) return [[finding]];
    return group[0] === finding ? [group] : [];
  });
}

/** From so many findings of one rule in one file on, they are shown as one. */
const MIN_GROUP = 3;

/** A line of a message: its words, and on the last one what is set off from them. */
interface WrappedLine {
  readonly words: string;
  readonly tail: string;
}

/** A message broken to `width`, its tail (the rule's name) at the end of the last line or on its own. */
function wrapped(message: string, tail: string, width: number): readonly WrappedLine[] {
  const room = Math.max(MIN_WIDTH, width);
  const text = message.trimEnd();
  const lines = wrap(tail === '' ? text : `${text} ${tail.replaceAll(' ', '\u00a0')}`, room);
  return lines.map((line, index) => {
    if (index < lines.length - 1 || tail === '' || !line.endsWith(tail)) {
      return { words: line, tail: '' };
    }
    return { words: line.slice(0, line.length - tail.length), tail };
  });
}

/** Narrower than this nothing is readable: then lines may be too long. */
const MIN_WIDTH = 30;
