import type { Report } from '../../core/index.js';
import { visible, visiblePath } from '../visible.js';
import { groupByRule } from './check-groups.js';
import { writeExcerpt } from './excerpt-text.js';
import type { CheckedFile, CheckFormat, LintRun, Look } from './lint-run.js';
import { SEVERITY_WORDS } from './severity-words.js';
import { counted, filesInWords, summaryOf } from './summary.js';
import { wrapped } from './wrapped.js';

/** For a person: the line, the words underlined, why, and what to do next. */
export const checkText: CheckFormat = {
  name: 'text',
  summary: 'for reading, with the lines in question',
  *write(run, look) {
    for (const file of run.files) if (file.reports.length > 0) yield* writeFile(file, look);
    yield* writeEnd(run, look);
  },
};

function* writeFile(file: CheckedFile, look: Look): Iterable<string> {
  yield `${look.style.path(visiblePath(file.file))}\n\n`;
  for (const [first, ...others] of groupByRule(file.reports)) {
    yield* writeReport(first, file, look);
    if (others.length > 0) yield* writeOthers(first, others, file, look);
    yield '\n';
  }
}

function* writeReport(report: Report, file: CheckedFile, look: Look): Iterable<string> {
  const { style, width } = look;
  const { severity, message, rule, span } = report;
  const lead = `  ${placeIn(file, report)}  ${SEVERITY_WORDS[severity]}  `;
  const painted = `  ${placeIn(file, report)}  ${style[severity](SEVERITY_WORDS[severity])}  `;
  const lines = wrapped(`${visible(message)} `, `(${rule})`, width - lead.length);
  for (const [index, { words, tail }] of lines.entries()) {
    const start = index === 0 ? painted : ' '.repeat(lead.length);
    yield `${start}${words}${style.quiet(tail)}\n`.replace(/ +\n$/, '\n');
  }
  const { places, page } = file;
  yield* writeExcerpt(places.textOf(page), places.linesOf(page), span, style[severity], look);
  yield* writeRelated(report, file, look);
  yield* writeFixes(report, look);
}

function* writeRelated({ related = [] }: Report, file: CheckedFile, look: Look): Iterable<string> {
  const SHOWN = 5;
  for (const other of related.slice(0, SHOWN)) {
    const { file: path, range } = file.places.locate(other);
    const place = `${visiblePath(path)}:${range.start.line}:${range.start.column}`;
    yield `${MARGIN}${look.style.quiet('see')} ${place}  ${visible(other.message)}\n`;
  }
  if (related.length > SHOWN) yield `${MARGIN}and ${related.length - SHOWN} more places\n`;
}

function* writeFixes({ fixes = [] }: Report, { style }: Look): Iterable<string> {
  for (const { title, certain } of fixes.slice(0, 3)) {
    const word = certain ? 'fix' : 'perhaps';
    yield `${MARGIN}${style.good(word)} ${visible(title)}\n`;
  }
}

const MARGIN = '        ';

/** What the first of a rule's many findings says goes for the others: only their places are new. */
function* writeOthers(
  first: Report,
  others: readonly Report[],
  file: CheckedFile,
  look: Look,
): Iterable<string> {
  const same = others.filter(({ message }) => message === first.message);
  if (same.length > 0) {
    const places = same.slice(0, PLACES).map((report) => placeIn(file, report));
    if (same.length > PLACES) places.push(`and ${same.length - PLACES} more`);
    for (const { words } of wrapped(
      `also at ${places.join(', ')}`,
      '',
      look.width - MARGIN.length,
    )) {
      yield `${MARGIN}${words}\n`;
    }
  }
  const different = others.filter(({ message }) => message !== first.message);
  for (const report of different.slice(0, LISTED)) yield* writeShort(report, file, look);
  if (different.length > LISTED) {
    const more = counted(different.length - LISTED, 'more of these', 'more of these');
    yield `${MARGIN}and ${more}; --format json lists them all\n`;
  }
}

/** How many places of findings that say the same are named; nobody reads more. */
const PLACES = 100;

/** How many findings of one rule in one file are listed one by one. */
const LISTED = 50;

function* writeShort(report: Report, file: CheckedFile, look: Look): Iterable<string> {
  const place = `${placeIn(file, report)}  `;
  const lines = wrapped(visible(report.message), '', look.width - MARGIN.length - place.length);
  for (const [index, { words }] of lines.entries()) {
    yield `${MARGIN}${index === 0 ? place : ' '.repeat(place.length)}${words.trimEnd()}\n`;
  }
}

function placeIn({ places }: CheckedFile, { page, span }: Report): string {
  const { start } = places.locate({ page, span }).range;
  return `${start.line}:${start.column}`;
}

function* writeEnd(run: LintRun, { style }: Look): Iterable<string> {
  if (run.quiet && run.files.every(({ reports }) => reports.length === 0)) return;
  const summary = summaryOf(run);
  const day = `as of ${run.today}`;
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
    yield style.quiet(`Run 'rapporteur explain ${worstRule(run)}' to read why a finding matters.`);
    yield '\n';
  } else if (hasAnswer) {
    yield `${filesInWords(run)}: nothing to report ${style.quiet(`(${day})`)}\n`;
  }
}

function noBrief({ paths, briefs }: LintRun): string {
  const isInput = paths[0] === '-';
  const named = isInput ? 'the standard input' : paths.map(visiblePath).join(', ');
  const where = paths.length === 0 ? 'here' : `in ${named}`;
  if (briefs === 'named')
    return `No brief ${where}: 'briefs' in rapporteur.yaml names no Markdown file there.\n`;
  if (isInput) return `No brief ${where}: it holds no tag such as :person[…].\n`;
  return `No brief ${where}: no Markdown file holds a tag such as :person[…]. 'rapporteur init' makes a first one.\n`;
}

function worstRule({ files }: LintRun): string {
  const reports = files.flatMap((file) => file.reports);
  for (const severity of ['error', 'warning', 'info', 'hint']) {
    const worst = reports.find((report) => report.severity === severity);
    if (worst !== undefined) return worst.rule;
  }
  return '';
}
