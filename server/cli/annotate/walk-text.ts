import {
  type Annotation,
  agreedTo,
  choicesOf,
  currentOf,
  entityOf,
  foldSpace,
  kindTitle,
  languageOfPage,
  linesOf,
  type Page,
  promiseWords,
  type Span,
  sameAs,
  type WalkScene,
  type WalkState,
} from '../../core/index.js';
import { sentenceAround } from '../../core/suggest/index.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { DisplayOptions } from '../terminal/style.js';
import { wrap } from '../terminal/wrap.js';

/**
 * What somebody reads who is asked about suggestions: lines that follow each other, nothing is drawn over, so that a
 * screen reader and a log have all of it.
 * @param fileOf how a page is named
 */
export function walkText(
  scene: WalkScene,
  state: WalkState,
  fileOf: (page: string) => string,
  display: DisplayOptions,
): string {
  const { style } = display;
  const one = currentOf(state);
  const note = state.note === '' ? [] : state.note.split('\n').map(escapeControls);
  const lines =
    state.mode === 'ask'
      ? one === undefined
        ? [...note, ...endLines(state)]
        : [...note, ...(note.length > 0 ? [] : suggestionLines(scene, state, one, fileOf, display))]
      : [...choiceLines(scene, state, display.width), ...note];
  const keys = state.mode === 'ask' && one !== undefined ? keysLine(sameAs(state, one).length) : '';
  return `${[...lines, ...(keys === '' ? [] : wrap(keys, display.width).map(style.quiet))].join('\n')}\n`;
}

function endLines(state: WalkState): readonly string[] {
  const { length } = agreedTo(state);
  return [`All is decided: ${length} to tag. Press q to save and quit, u to undo the last answer.`];
}

function keysLine(same: number): string {
  const all = same > 1 ? `a all ${same}` : 'a all';
  return `y yes, ${all}, k kind, e entity, n no, N never, u undo, q save and quit, ? help`;
}

function suggestionLines(
  scene: WalkScene,
  state: WalkState,
  one: Annotation,
  fileOf: (page: string) => string,
  display: DisplayOptions,
): readonly string[] {
  const { width, style } = display;
  const page = scene.workspace.pages.get(one.page);
  if (page === undefined) return [];
  const { line } = linesOf(page.text).positionAt(one.span.start);
  const at = state.decided.size + 1;
  const total = state.annotations.suggestions.length;
  const place = `${escapePath(fileOf(one.page))}:${line + 1}`;
  return [
    '',
    style.strong(`${at} of ${total}, ${place}`),
    ...sentenceLines(scene, page, one, display),
    ...wrap(escapeControls(meaningWords(scene, state, one)), width - 2).map((each) => `  ${each}`),
    ...wrap(escapeControls(one.reason), width - 2).map((each) => `  ${style.quiet(each)}`),
  ];
}

/** So much of a long sentence is shown on each side. */
const MOST_AROUND = 240;

/** The sentence with the words set off; without colours they stand between `>>` and `<<`. */
function sentenceLines(
  { workspace }: WalkScene,
  page: Page,
  { span }: Annotation,
  { width, style }: DisplayOptions,
): readonly string[] {
  const sentence = sentenceAround(page, span, languageOfPage(workspace, page));
  const around: Span = {
    start: Math.max(sentence.start, span.start - MOST_AROUND),
    end: Math.min(sentence.end, span.end + MOST_AROUND),
  };
  const text = (start: number, end: number): string =>
    escapeControls(page.text.slice(start, end).replace(/\s+/g, ' '));
  const words = text(span.start, span.end);
  const before = `${around.start > sentence.start ? '…' : ''}${text(around.start, span.start)}`;
  const after = `${text(span.end, around.end)}${around.end < sentence.end ? '…' : ''}`;
  const isColored = style.strong('x') !== 'x';
  const [open, close] = isColored ? [OPEN, CLOSE] : ['>>', '<<'];
  const lines = wrap(`${before.trimStart()}${open}${words}${close}${after.trimEnd()}`, width - 2);
  return (isColored ? painted(lines, style.warning) : lines).map((each) => `  ${each}`);
}

/** Marks that take no column; no text has them left, as control characters are shown as signs. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

/** What lies between the marks in colour, line by line. */
function painted(lines: readonly string[], paint: (text: string) => string): readonly string[] {
  let isInside = false;
  return lines.map((line) => {
    let made = '';
    for (const [at, part] of line.split(OPEN).entries()) {
      if (at > 0) isInside = true;
      const [inside = '', ...outside] = part.split(CLOSE);
      made += isInside && inside !== '' ? paint(inside) : inside;
      if (outside.length > 0) isInside = false;
      made += outside.join('');
    }
    return made;
  });
}

function meaningWords(
  { workspace }: WalkScene,
  { annotations }: WalkState,
  one: Annotation,
): string {
  const nameOf = (key: string): string =>
    entityOf(workspace, key)?.definition.name.text ??
    annotations.entities.find((entity) => entity.key === key)?.name ??
    key;
  const kind = kindTitle(workspace, one.kind);
  if (one.commitment !== undefined) {
    const { who, whom, terms } = promiseWords(one.commitment, nameOf);
    const parties = `${who || '(who?)'}${whom && ` -> ${whom}`}`;
    return `${kind}: ${parties}${terms && ` (${terms})`}`;
  }
  if (one.kind === 'date') return `${kind}: ${one.ids[0] ?? ''}`;
  const proposed = annotations.entities.find(({ key }) => key === one.entity);
  if (proposed !== undefined) return `${kind}: ${proposed.name} (new: ${proposed.id})`;
  if (one.ids.length === 0 && one.via === 'name')
    return `${kind}: ${one.candidates.map(({ ids }) => ids.map(nameOf).join(' and ')).join(' or ')}?`;
  return `${kind}: ${(one.meaning ?? foldSpace(one.words)).split(',').map(nameOf).join(' and ')}`;
}

function choiceLines(scene: WalkScene, state: WalkState, width: number): readonly string[] {
  const ask =
    state.mode === 'kind'
      ? 'Which kind is it? Press a digit, or Esc to go back.'
      : 'Who or what is it? Press a digit, or type a part of a name. Enter takes the first, or a new name; Esc goes back.';
  return [
    ...wrap(ask, width),
    ...choicesOf(scene, state).flatMap(({ key, title }) =>
      wrap(escapeControls(`${key}  ${title}`), width),
    ),
    ...(state.typed === '' ? [] : [`> ${escapeControls(state.typed)}`]),
  ];
}
