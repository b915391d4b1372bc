import {
  type Annotation,
  counted,
  entityOf,
  foldSpace,
  groupBy,
  kindTitle,
  listOf,
  type ProposedEntity,
  promiseWords,
  SUGGESTION_LEVELS,
} from '../../core/index.js';
import { plainWords } from '../../core/suggest/index.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { DisplayOptions, Paint } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';
import type { WorkspaceAnnotations } from './collect-annotations.js';

/** What would be tagged, as a colleague would propose it: brief by brief, who is spoken of, what is promised. */
export function* annotationsText(
  all: readonly WorkspaceAnnotations[],
  display: DisplayOptions,
): Iterable<string> {
  const { style } = display;
  let total = 0;
  for (const annotations of all) {
    for (const page of annotations.pages) {
      const own = annotations.suggestions.filter((one) => one.page === page.id);
      total += own.length;
      if (own.length === 0) continue;
      yield `${style.path(escapePath(annotations.loaded.places.fileOf(page.id)))}\n`;
      yield* brief(annotations, own, display);
      yield '\n';
    }
  }
  yield total === 0
    ? 'Nothing new to tag.\n'
    : `${style.strong(`${counted(total, 'suggestion')}.`)} ${nextStep(all)}\n`;
}

function nextStep(all: readonly WorkspaceAnnotations[]): string {
  const shown = new Set(all.flatMap(({ suggestions }) => suggestions.map(({ level }) => level)));
  const level = SUGGESTION_LEVELS.findLast((one) => shown.has(one));
  return level === 'certain'
    ? 'Use --write to put in all of this.'
    : `Use --write to put in what is certain, --write --level ${level} for all of this.`;
}

function* brief(
  { loaded: { workspace }, entities }: WorkspaceAnnotations,
  own: readonly Annotation[],
  display: DisplayOptions,
): Iterable<string> {
  const { style } = display;
  const names = groupBy(
    own.filter(({ type, kind }) => type === 'mention' && kind !== 'date'),
    (one) => `${one.kind}\0${one.meaning ?? foldSpace(one.words)}`,
  );
  const promises = own.filter(({ type }) => type === 'commitment');
  const dates = own.filter(({ kind }) => kind === 'date');
  const nameOf = (key: string): string =>
    entityOf(workspace, key)?.definition.name.text ??
    entities.find((entity) => entity.key === key)?.name ??
    key;
  if (names.size > 0) yield `\n  ${style.strong('Who and what')}\n`;
  for (const mentions of names.values()) {
    const [first] = mentions;
    if (first === undefined) continue;
    const meant = (first.meaning ?? foldSpace(first.words)).split(',').map(nameOf);
    const proposed = entities.find(({ key }) => key === first.meaning);
    const kind = `(${kindTitle(workspace, first.kind)}${newId(proposed)})`;
    const name = listOf(meant, 'and');
    yield* indented(`${name} ${kind}, ${timesOf(name, mentions)}`, 2, display);
    yield* indented(reasonsOf(mentions), 6, display, style.quiet);
  }
  if (promises.length > 0) yield `\n  ${style.strong('Promises')}\n`;
  for (const promise of promises) {
    const page = workspace.pages.get(promise.page);
    const said = page === undefined ? promise.words : plainWords(page, promise.span);
    yield* promiseLines(promise, said, nameOf, display);
  }
  if (dates.length > 0) yield `\n  ${style.strong('Dates')}\n`;
  for (const { words, ids } of dates)
    yield* indented(`${foldSpace(words)} = ${ids[0]}`, 2, display);
  yield '\n';
  yield* indented(countsOf(names, own, promises, dates), 2, display, style.quiet);
}

/** What is longer than a line goes on below; what is not quiet, further in. */
function* indented(
  text: string,
  columns: number,
  { width }: DisplayOptions,
  paint: Paint = (words) => words,
): Iterable<string> {
  const further = columns < 6 ? 2 : 0;
  const lines = wrap(escapeControls(text), Math.max(20, width - columns - further));
  for (const [at, line] of lines.entries())
    yield `${' '.repeat(at === 0 ? columns : columns + further)}${paint(line)}\n`;
}

function newId(proposed: ProposedEntity | undefined): string {
  return proposed === undefined ? '' : `, new: ${proposed.id}`;
}

function countsOf(
  names: ReadonlyMap<string, unknown>,
  own: readonly Annotation[],
  promises: readonly Annotation[],
  dates: readonly Annotation[],
): string {
  const mentions = own.length - promises.length - dates.length;
  return `${counted(names.size, 'entity', 'entities')}, ${counted(mentions, 'mention')}, ${counted(promises.length, 'promise')}, ${counted(dates.length, 'date')}`;
}

function* promiseLines(
  { commitment, reason }: Annotation,
  said: string,
  nameOf: (key: string) => string,
  display: DisplayOptions,
): Iterable<string> {
  if (commitment === undefined) return;
  const { who, whom, terms } = promiseWords(commitment, nameOf);
  const parties = `${who || '(who?)'}${whom && ` -> ${whom}`}`;
  yield* indented(`${parties}: ${said}${terms && ` (${terms})`}`, 2, display);
  yield* indented(reason, 6, display, display.style.quiet);
}

/** `3 times, also as He and Minister Singh`: how often, and how it is called where not by its name. */
function timesOf(name: string, mentions: readonly Annotation[]): string {
  const forms = [...new Set(mentions.map(({ words }) => foldSpace(words)))];
  const others = forms.filter((form) => form !== name);
  const times = mentions.length === 1 ? 'once' : `${mentions.length} times`;
  if (others.length === 0) return times;
  return `${times}, ${others.length < forms.length ? 'also ' : ''}as ${listOf(others, 'and')}`;
}

function reasonsOf(mentions: readonly Annotation[]): string {
  return [...new Set(mentions.map(({ reason }) => reason))].slice(0, 2).join(' ');
}
