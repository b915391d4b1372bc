import {
  type Annotation,
  counted,
  entityOf,
  groupBy,
  type ProposedEntity,
  promiseWords,
  SUGGESTION_LEVELS,
} from '../../core/index.js';
import { plainWords } from '../../core/suggest/index.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { DisplayOptions } from '../terminal/style.js';
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
  { loaded, entities }: WorkspaceAnnotations,
  own: readonly Annotation[],
  { style }: DisplayOptions,
): Iterable<string> {
  const names = groupBy(
    own.filter(({ type, kind }) => type === 'mention' && kind !== 'date'),
    (one) => meaningOf(one),
  );
  const promises = own.filter(({ type }) => type === 'commitment');
  const dates = own.filter(({ kind }) => kind === 'date');
  const nameOf = (key: string): string =>
    entityOf(loaded.workspace, key)?.definition.name.text ??
    entities.find((entity) => entity.key === key)?.name ??
    key;
  if (names.size > 0) yield `\n  ${style.strong('Who and what')}\n`;
  for (const [meaning, mentions] of names) {
    const [first] = mentions;
    if (first === undefined) continue;
    const proposed = entities.find(({ key }) => key === first.entity);
    yield `  ${shown(
      meaning
        .split(/,(?! )/)
        .map(nameOf)
        .join(' and '),
    )} ${style.quiet(`(${first.kind}${newId(proposed)})`)} ${style.quiet(timesOf(mentions))}\n`;
    yield `      ${style.quiet(shown(reasonsOf(mentions)))}\n`;
  }
  if (promises.length > 0) yield `\n  ${style.strong('Promises')}\n`;
  for (const promise of promises) {
    const page = loaded.workspace.pages.get(promise.page);
    const said = page === undefined ? promise.words : plainWords(page, promise.span);
    yield* promiseLines(promise, said, nameOf, style.quiet);
  }
  if (dates.length > 0) yield `\n  ${style.strong('Dates')}\n`;
  for (const { words, ids } of dates) yield `  ${shown(words)} ${style.quiet(`= ${ids[0]}`)}\n`;
  yield `\n  ${style.quiet(countsOf(names, own, promises, dates))}\n`;
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
  quiet: (text: string) => string,
): Iterable<string> {
  if (commitment === undefined) return;
  const { who, whom, terms } = promiseWords(commitment, nameOf);
  const parties = `${who || '(who?)'}${whom && ` -> ${whom}`}`;
  yield `  ${shown(`${parties}: ${said}`)} ${quiet(`(${terms})`)}\n`;
  yield `      ${quiet(shown(reason))}\n`;
}

function meaningOf({ ids, entity, words }: Annotation): string {
  return ids.length > 0 ? ids.join(',') : (entity ?? words);
}

function timesOf(mentions: readonly Annotation[]): string {
  const forms = [...new Set(mentions.map(({ words }) => words.replace(/\s+/g, ' ')))];
  const times = mentions.length === 1 ? 'once' : `${mentions.length} times`;
  return `${times}: ${forms.join(', ')}`;
}

function reasonsOf(mentions: readonly Annotation[]): string {
  return [...new Set(mentions.map(({ reason }) => reason))].slice(0, 2).join(' ');
}

function shown(text: string): string {
  return escapeControls(text);
}
