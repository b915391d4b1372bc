import { applyEdits, compatibleFixes, type PageEdit } from '../../core/index.js';
import type { Judged } from '../check/judge.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { Found, FoundFix } from '../report/found.js';
import { visiblePath } from '../visible.js';
import { spoiled } from './spoiled.js';

/** The texts that fixing made of those there were, and what is found in them. */
export interface Mended {
  readonly judged: Judged;
  /** By file, in order; those that are other than before. */
  readonly texts: ReadonlyMap<string, MendedText>;
  /** Files that one fix changes together: none of them may be written without the others. */
  readonly bundles: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Files that cannot be fixed, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

export interface MendedText {
  readonly before: string;
  readonly after: string;
  /** How many fixes were applied. */
  readonly fixed: number;
}

export interface Mending {
  /** One look at everything, with these texts in place of files'. */
  look(texts: ReadonlyMap<string, string>): Promise<Judged>;
  /** What is to be done about a finding. */
  wanted(found: Found): FoundFix | undefined;
  /** The text of a file of which no finding has a fix; or why it cannot be written back. */
  textOf(file: string): { readonly text: string } | { readonly refusal: string };
}

/** More rounds than this no text needs; a fix that makes itself necessary again would go on for ever. */
export const MOST_ROUNDS = 10;

/**
 * Applies what is wanted, as often as one fix makes another possible. Nothing is written: each round
 * is a look at the texts as they would be. A file in which a round breaks more than it mends is left
 * out of it, and of the rounds after.
 */
export async function mend(first: Judged, mending: Mending): Promise<Mended> {
  const state: State = {
    judged: first,
    texts: new Map(),
    bundles: [],
    closed: new Set(),
    refused: new Map(),
    notes: [],
    within: new Set(filesOf(first).map(({ file }) => file)),
  };
  let rounds = 0;
  for (let fixes = nextFixes(state, mending); fixes.length > 0; fixes = nextFixes(state, mending)) {
    if (rounds === MOST_ROUNDS) {
      state.notes.push(unsettled(fixes));
      break;
    }
    if (await tryRound(state, fixes, mending)) rounds += 1;
  }
  const changed = [...state.texts].filter(([, { before, after }]) => before !== after);
  return { ...state, texts: new Map(changed.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

interface State {
  judged: Judged;
  readonly texts: Map<string, MendedText>;
  readonly bundles: (readonly string[])[];
  /** Files that are not changed any more. */
  readonly closed: Set<string>;
  readonly refused: Map<string, string>;
  readonly notes: string[];
  /** The files that were asked about; no other is changed. */
  readonly within: ReadonlySet<string>;
}

/** A fix as it is applied: `page` is the file. */
interface Placed {
  readonly rule: string;
  readonly file: string;
  readonly edits: readonly PageEdit[];
}

function nextFixes(state: State, { wanted, textOf }: Mending): readonly Placed[] {
  const fixes: Placed[] = [];
  for (const { file, findings, text } of filesOf(state.judged)) {
    for (const found of findings) {
      const fix = found.state === 'suppressed' ? undefined : wanted(found);
      if (fix === undefined) continue;
      const edits = fix.edits.map((edit) => ({
        page: edit.file,
        span: { start: edit.range.start.offset, end: edit.range.end.offset },
        text: edit.text,
      }));
      if (edits.every(({ page }) => isOpen(page, page === file ? text : undefined, state, textOf)))
        fixes.push({ rule: found.rule, file, edits });
    }
  }
  return compatibleFixes(fixes);
}

/** Whether a file may be changed; its text is taken note of the first time. */
function isOpen(
  file: string,
  judged: string | undefined,
  state: State,
  textOf: Mending['textOf'],
): boolean {
  if (!state.within.has(file) || state.closed.has(file)) return false;
  if (state.texts.has(file)) return true;
  const read = textOf(file);
  if ('refusal' in read) {
    state.closed.add(file);
    state.refused.set(file, read.refusal);
    return false;
  }
  // The text that was judged, whatever is on the disk by now.
  const before = judged ?? read.text;
  state.texts.set(file, { before, after: before, fixed: 0 });
  return true;
}

/** Whether the round stands; if not, it is known now which files to leave out. */
async function tryRound(
  state: State,
  fixes: readonly Placed[],
  { look }: Mending,
): Promise<boolean> {
  const next = applied(state.texts, fixes);
  const files = new Map([...state.texts, ...next]);
  const judged = await look(new Map([...files].map(([file, { after }]) => [file, after])));
  const fixesIn = new Map(
    [...next].map(([file, { fixed }]) => [file, fixed - fixedIn(state, file)]),
  );
  const worse = spoiled(filesOf(state.judged), filesOf(judged), fixesIn);
  for (const file of worse) {
    state.closed.add(file);
    state.notes.push(
      `${visiblePath(file)} was not fixed further: more in it would have been broken than before.`,
    );
  }
  if (worse.length > 0) return false;
  for (const [file, text] of next) state.texts.set(file, text);
  for (const { edits } of fixes) {
    const together = [...new Set(edits.map(({ page }) => page))];
    if (together.length > 1) state.bundles.push(together);
  }
  state.judged = judged;
  return true;
}

function fixedIn({ texts }: State, file: string): number {
  return texts.get(file)?.fixed ?? 0;
}

function applied(
  texts: ReadonlyMap<string, MendedText>,
  fixes: readonly Placed[],
): Map<string, MendedText> {
  const counts = new Map<string, number>();
  for (const { file } of fixes) counts.set(file, (counts.get(file) ?? 0) + 1);
  const next = new Map<string, MendedText>();
  for (const [file, edits] of editsByFile(fixes)) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const fixed = text.fixed + (counts.get(file) ?? 0);
    next.set(file, { before: text.before, after: applyEdits(text.after, edits), fixed });
  }
  return next;
}

function editsByFile(fixes: readonly Placed[]): ReadonlyMap<string, readonly PageEdit[]> {
  const edits = new Map<string, PageEdit[]>();
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const ofFile = edits.get(edit.page);
    if (ofFile === undefined) edits.set(edit.page, [edit]);
    else ofFile.push(edit);
  }
  return edits;
}

function unsettled(fixes: readonly Placed[]): string {
  const rules = [...new Set(fixes.map(({ rule }) => rule))].sort().join(', ');
  const files = [...new Set(fixes.map(({ file }) => file))].sort();
  const first = visiblePath(files[0] ?? '');
  const where = files.length === 1 ? first : `${first} and ${files.length - 1} more`;
  return `fixing stopped after ${MOST_ROUNDS} rounds: ${rules} did not settle in ${where}.`;
}

function filesOf({ linted }: Judged): readonly CheckedFile[] {
  return linted.flatMap(({ files }) => files);
}
