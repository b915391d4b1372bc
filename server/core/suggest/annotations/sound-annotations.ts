import { strip, type Vocabulary } from '../../brief/index.js';
import type { Block } from '../../parse/index.js';
import { contains, perObject, type Span } from '../../text/index.js';
import {
  languageOfPage,
  type Page,
  type Settings,
  syntaxOf,
  type Workspace,
} from '../../workspace/index.js';
import { dryRun, localDryRun, readsAsBefore } from '../dry-run.js';
import type { Annotation } from './annotation.js';
import { annotationEdits } from './annotation-edits.js';

/**
 * Those that are read as tags of these words when they are put in, and leave all else as it was. What came of it is kept by
 * top-level block, so that a key costs its own block at most.
 * @param isLong whether each block is tried by itself alone, and not with what other blocks say of it
 */
export function soundIn(
  workspace: Workspace,
  page: Page,
  annotations: readonly Annotation[],
  isLong = false,
): readonly Annotation[] {
  const known = partsOf(page, annotations).map((part) => {
    const isSound = isPlain(page, part);
    return { part, isSound, trial: isSound ? undefined : trialOf(workspace, page, part) };
  });
  const untried = known.filter(({ isSound, trial }) => !isSound && trial === undefined);
  if (untried.length > 0)
    tryOut(
      workspace,
      page,
      untried.map(({ part }) => part),
      isLong,
    );
  return known.flatMap(({ part, isSound, trial = trials(part.block).last }) => {
    const { inside } = part;
    return isSound ? inside : (trial?.sound.map((at) => inside[at] as Annotation) ?? []);
  });
}

/** A top-level block and the tags that are to be put in it. */
interface Part {
  readonly block: Block;
  readonly span: Span;
  readonly inside: readonly Annotation[];
}

function partsOf(page: Page, annotations: readonly Annotation[]): readonly Part[] {
  if (annotations.length === 0) return [];
  let next = 0;
  return syntaxOf(page).blocks.flatMap(({ at, block }) => {
    const span = { start: at, end: at + block.length };
    const inside: Annotation[] = [];
    for (; (annotations[next]?.span.start ?? span.end) < span.end; next += 1) {
      const one = annotations[next] as Annotation;
      if (contains(span, one.span)) inside.push(one);
    }
    return inside.length === 0 ? [] : [{ block, span, inside }];
  });
}

/** What came of it when tags were put into a block. */
interface Trial {
  readonly settings: Settings;
  readonly vocabulary: Vocabulary;
  /** The language, and the tags. */
  readonly of: string;
  /** By the place in the list of tags. */
  readonly sound: readonly number[];
}

/** A block is another one when what is said of it elsewhere is. */
const trials = perObject((_: Block): { last?: Trial; isWords?: boolean } => ({}));

function trialOf(workspace: Workspace, page: Page, part: Part): Trial | undefined {
  const { last } = trials(part.block);
  const isSame =
    last?.settings === workspace.settings &&
    last.vocabulary === workspace.vocabulary &&
    last.of === editsIn(workspace, page, part);
  return isSame ? last : undefined;
}

function editsIn(workspace: Workspace, page: Page, { inside, span }: Part): string {
  const { tag } = languageOfPage(workspace, page);
  const edits = annotationEdits(inside).map((one) => `${one.span.start - span.start} ${one.text}`);
  return `${tag} ${edits.join(' ')}`;
}

/** All at once, as nearly always all are sound; else block by block. */
function tryOut(workspace: Workspace, page: Page, parts: readonly Part[], isLong: boolean): void {
  const fits = (some: readonly Annotation[]): boolean => {
    if (some.length === 0) return true;
    const edits = annotationEdits(some);
    const { before, after } = isLong
      ? localDryRun(workspace, page, edits)
      : { before: page, after: dryRun(workspace, page, edits) };
    return (
      readsAsBefore(before, after, some.length) &&
      strip(after.text, after.facts) === strip(before.text, before.facts)
    );
  };
  const all = parts.flatMap(({ inside }) => inside);
  const isAllSound = fits(all);
  const kept = parts.map(({ inside }) =>
    isAllSound || (parts.length > 1 && fits(inside)) ? inside : oneByOne(inside, fits),
  );
  // What fits in each block alone may not fit together.
  const isSound = isAllSound || fits(kept.flat());
  for (const [at, part] of parts.entries()) {
    const { settings, vocabulary } = workspace;
    const sound = isSound ? (kept[at] ?? []).map((one) => part.inside.indexOf(one)) : [];
    trials(part.block).last = { settings, vocabulary, of: editsIn(workspace, page, part), sound };
  }
}

/**
 * Whether a block is words and simple punctuation alone, and its tags begin and end at words: then they are sound, and
 * nothing has to be tried. What somebody types in is such a block nearly always.
 */
function isPlain({ text }: Page, { block, span, inside }: Part): boolean {
  const memory = trials(block);
  const [prose, ...others] = block.prose;
  memory.isWords ??=
    prose?.within === 'paragraph' &&
    others.length === 0 &&
    block.slips.length === 0 &&
    PLAIN.test(text.slice(span.start, span.end));
  if (!memory.isWords) return false;
  return inside.every(
    ({ span: { start, end } }) =>
      (start === span.start || /[\s(“‘"-]/.test(text.charAt(start - 1))) &&
      /[\p{L}\p{N}]/u.test(text.charAt(start)) &&
      /[\p{L}\p{N}.]/u.test(text.charAt(end - 1)) &&
      (end === span.end || /[^\p{L}\p{N}]/u.test(text.charAt(end))),
  );
}

/** No character of it can be one of Markdown or of a tag. */
const PLAIN = /^[\p{L}\p{N} \n,.;?'’‘“”"()–—%/-]*$/u;

/** All that fit alone; or, where they do not fit together, one after the other each that fits beside those before. */
function oneByOne(
  annotations: readonly Annotation[],
  fits: (some: readonly Annotation[]) => boolean,
): readonly Annotation[] {
  const alone = annotations.filter((one) => fits([one]));
  if (fits(alone)) return alone;
  const kept: Annotation[] = [];
  for (const one of alone) if (fits([...kept, one])) kept.push(one);
  return kept;
}
