import { applyEdits, compatibleFixes, type PageEdit } from '../../core/index.js';
import type { Collected } from '../baseline/apply-baseline.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { LocatedFinding, LocatedFix } from '../formats/located-finding.js';
import { escapePath } from '../terminal/escape-controls.js';

/** The texts that fixing made of those there were, and what is found in them. */
export interface FixResult {
  readonly collected: Collected;
  /** By file, in order; those that are other than before. */
  readonly texts: ReadonlyMap<string, FixedText>;
  /** Files that one fix changes together: none of them may be written without the others. */
  readonly bundles: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Files that cannot be fixed, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

export interface FixedText {
  readonly before: string;
  readonly after: string;
  /** How many fixes were applied. */
  readonly fixed: number;
}

export interface FixContext {
  /** What is found in everything, with these texts in place of files'. */
  collectWith(texts: ReadonlyMap<string, string>): Promise<Collected>;
  /** What is to be done about a finding. */
  chooseFix(found: LocatedFinding): LocatedFix | undefined;
  /** The text of a file of which no finding has a fix; or why it cannot be written back. */
  textOf(file: string): { readonly text: string } | { readonly refusal: string };
}

/** More rounds than this no text needs; a fix that makes itself necessary again would go on for ever. */
const MAX_ROUNDS = 10;

/**
 * Applies what is wanted, as often as one fix makes another possible. Nothing is written: each round
 * checks the texts as they would be. A file in which a round breaks more than it fixes is left
 * out of it, and of the rounds after.
 */
export async function runFixLoop(first: Collected, context: FixContext): Promise<FixResult> {
  const state: LoopState = {
    collected: first,
    texts: new Map(),
    bundles: [],
    closed: new Set(),
    refused: new Map(),
    notes: [],
    within: new Set(filesOf(first).map(({ file }) => file)),
  };
  let rounds = 0;
  for (let fixes = nextFixes(state, context); fixes.length > 0; fixes = nextFixes(state, context)) {
    if (rounds === MAX_ROUNDS) {
      state.notes.push(unsettledNote(fixes));
      break;
    }
    if (await tryRound(state, fixes, context)) rounds += 1;
  }
  const changed = [...state.texts].filter(([, { before, after }]) => before !== after);
  return { ...state, texts: new Map(changed.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

interface LoopState {
  collected: Collected;
  readonly texts: Map<string, FixedText>;
  readonly bundles: (readonly string[])[];
  /** Files that are not changed any more. */
  readonly closed: Set<string>;
  readonly refused: Map<string, string>;
  readonly notes: string[];
  /** The files that were asked about; no other is changed. */
  readonly within: ReadonlySet<string>;
}

/** A fix as it is applied: `page` is the file. */
interface PlacedFix {
  readonly rule: string;
  readonly file: string;
  readonly edits: readonly PageEdit[];
}

function nextFixes(state: LoopState, { chooseFix, textOf }: FixContext): readonly PlacedFix[] {
  const fixes: PlacedFix[] = [];
  for (const { file, findings, text } of filesOf(state.collected)) {
    for (const found of findings) {
      const fix = found.state === 'suppressed' ? undefined : chooseFix(found);
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
  state: LoopState,
  textOf: FixContext['textOf'],
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
  state: LoopState,
  fixes: readonly PlacedFix[],
  { collectWith }: FixContext,
): Promise<boolean> {
  const next = applyFixes(state.texts, fixes);
  const files = new Map([...state.texts, ...next]);
  const judged = await collectWith(new Map([...files].map(([file, { after }]) => [file, after])));
  const fixesIn = new Map(
    [...next].map(([file, { fixed }]) => [file, fixed - fixedIn(state, file)]),
  );
  const worse = filesWithRegressions(filesOf(state.collected), filesOf(judged), fixesIn);
  for (const file of worse) {
    state.closed.add(file);
    state.notes.push(
      `${escapePath(file)} was not fixed further, because a fix would have caused new errors.`,
    );
  }
  if (worse.length > 0) return false;
  for (const [file, text] of next) state.texts.set(file, text);
  for (const { edits } of fixes) {
    const together = [...new Set(edits.map(({ page }) => page))];
    if (together.length > 1) state.bundles.push(together);
  }
  state.collected = judged;
  return true;
}

function fixedIn({ texts }: LoopState, file: string): number {
  return texts.get(file)?.fixed ?? 0;
}

function applyFixes(
  texts: ReadonlyMap<string, FixedText>,
  fixes: readonly PlacedFix[],
): Map<string, FixedText> {
  const counts = new Map<string, number>();
  for (const { file } of fixes) counts.set(file, (counts.get(file) ?? 0) + 1);
  const next = new Map<string, FixedText>();
  for (const [file, edits] of editsByFile(fixes)) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const fixed = text.fixed + (counts.get(file) ?? 0);
    next.set(file, { before: text.before, after: applyEdits(text.after, edits), fixed });
  }
  return next;
}

function editsByFile(fixes: readonly PlacedFix[]): ReadonlyMap<string, readonly PageEdit[]> {
  const edits = new Map<string, PageEdit[]>();
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const ofFile = edits.get(edit.page);
    if (ofFile === undefined) edits.set(edit.page, [edit]);
    else ofFile.push(edit);
  }
  return edits;
}

function unsettledNote(fixes: readonly PlacedFix[]): string {
  const rules = [...new Set(fixes.map(({ rule }) => rule))].sort().join(', ');
  const files = [...new Set(fixes.map(({ file }) => file))].sort();
  const first = escapePath(files[0] ?? '');
  const where = files.length === 1 ? first : `${first} and ${files.length - 1} more`;
  return `fixing stopped after ${MAX_ROUNDS} rounds: ${rules} still had fixes in ${where}.`;
}

function filesOf({ linted }: Collected): readonly CheckedFile[] {
  return linted.flatMap(({ files }) => files);
}

/**
 * Files in which a round breaks more than it fixes. A tag that is read at last may itself be broken: so
 * much each fix may bring to light, no more.
 */
function filesWithRegressions(
  before: readonly CheckedFile[],
  after: readonly CheckedFile[],
  fixesIn: ReadonlyMap<string, number>,
): readonly string[] {
  const counts = new Map(before.map((file) => [file.file, countBroken(file)]));
  return after
    .filter((file) => {
      const fixes = fixesIn.get(file.file);
      return fixes !== undefined && countBroken(file) > (counts.get(file.file) ?? 0) + fixes;
    })
    .map(({ file }) => file);
}

/** Rules about text in which nobody can say where something ends. */
export const BROKEN_TEXT_RULES: ReadonlySet<string> = new Set([
  'invalid-front-matter',
  'invalid-yaml',
  'malformed-attribute',
  'malformed-fence',
  'unclosed-attributes',
  'unclosed-block',
  'unclosed-label',
  'unclosed-quote',
]);

function countBroken({ findings }: CheckedFile): number {
  return findings.filter(({ rule }) => BROKEN_TEXT_RULES.has(rule)).length;
}
