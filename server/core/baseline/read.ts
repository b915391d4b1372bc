import type { Span } from '../text/index.js';
import { faultyAt, placeOf, type Step } from './json-positions.js';
import { type Baseline, EMPTY_BASELINE, foldPath, keyOf } from './model.js';

export interface BaselineFault {
  readonly span: Span;
  readonly message: string;
}

/**
 * Reads a baseline's file. A fault anywhere leaves nothing of it: half a baseline would call known
 * findings new, and a file that is then written anew would forget the other half.
 */
export function readBaseline(text: string): {
  readonly baseline: Baseline;
  readonly fault: BaselineFault | undefined;
} {
  const json = jsonIn(text);
  if ('fault' in json) return { baseline: EMPTY_BASELINE, fault: json.fault };
  const wrong = wrongIn(json.value);
  if (wrong === undefined) return { baseline: baselineOf(json.value as File), fault: undefined };
  const { steps, message } = wrong;
  return { baseline: EMPTY_BASELINE, fault: { span: placeOf(text, steps), message } };
}

interface File {
  readonly findings: readonly Entry[];
}

interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly words: string;
  readonly nth?: number;
}

function jsonIn(text: string): { readonly value: unknown } | { readonly fault: BaselineFault } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const marks = /^(?:<{7}|>{7}|={7}|\|{7})(?=\s|$)/m.exec(text);
    if (marks === null) return { fault: { span: faultyAt(text), message: NO_JSON } };
    const span = { start: marks.index, end: marks.index + marks[0].length };
    return { fault: { span, message: MERGING } };
  }
}

const NO_JSON =
  'From here on this cannot be read as JSON. A comma, a quote or a bracket may be missing, or there is one too many.';
const MERGING =
  'A merge left its conflict marks here. Keep the entries of both sides, with a comma between them, and remove the marks.';

interface Wrong {
  readonly steps: readonly Step[];
  readonly message: string;
}

function wrongIn(file: unknown): Wrong | undefined {
  if (!isObject(file)) return { steps: [], message: NO_BASELINE };
  if (file.tool !== 'rapporteur') return { steps: ['tool'], message: NO_BASELINE };
  if (file.version !== 1) return { steps: ['version'], message: OTHER_VERSION };
  const unknown = unknownIn(file, ['tool', 'version', 'findings']);
  if (unknown !== undefined) return { steps: [unknown], message: notPart(unknown, 'a baseline') };
  const { findings } = file;
  if (!Array.isArray(findings)) return { steps: ['findings'], message: NO_LIST };
  for (const [index, entry] of findings.entries()) {
    const wrong = wrongInEntry(entry);
    if (wrong !== undefined) return { ...wrong, steps: ['findings', index, ...wrong.steps] };
  }
  return undefined;
}

const NO_BASELINE =
  'This is not a baseline of Rapporteur, which begins with { "tool": "rapporteur", "version": 1, "findings": [ … ] }.';
const OTHER_VERSION =
  'Only baselines of version 1 can be read. If a newer Rapporteur wrote this one, install that version.';
const NO_LIST = 'The findings must be a list: "findings": [ … ].';
const NO_ENTRY =
  'An entry has this form: { "path": "briefs/a.md", "rule": "unresolved-reference", "words": "…" }.';

function wrongInEntry(entry: unknown): Wrong | undefined {
  if (!isObject(entry)) return { steps: [], message: NO_ENTRY };
  for (const name of ['path', 'rule', 'words']) {
    if (typeof entry[name] !== 'string') return { steps: [name], message: NO_ENTRY };
  }
  if (!/^\S+$/.test(entry.rule as string)) {
    return { steps: ['rule'], message: 'The name of a rule is one word, such as unresolved-name.' };
  }
  const { nth = 1 } = entry;
  if (typeof nth !== 'number' || !Number.isInteger(nth) || nth < 1) {
    return { steps: ['nth'], message: 'For findings that are alike, "nth" counts from 1.' };
  }
  const unknown = unknownIn(entry, ['path', 'rule', 'words', 'nth']);
  return unknown === undefined
    ? undefined
    : { steps: [unknown], message: notPart(unknown, 'an entry') };
}

function unknownIn(value: object, names: readonly string[]): string | undefined {
  return Object.keys(value).find((name) => !names.includes(name));
}

function notPart(name: string, whole: string): string {
  return `'${name}' is not part of ${whole}.`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An entry that stands there twice, after a merge, counts once; one in the middle may be taken out. */
function baselineOf({ findings }: File): Baseline {
  const seen = new Map<string, Set<string>>();
  const baseline = new Map<string, Map<string, number>>();
  for (const { path: written, rule, words, nth = 1 } of findings) {
    const path = foldPath(written);
    const tally = baseline.get(path) ?? new Map<string, number>();
    const ids = seen.get(path) ?? new Set<string>();
    const key = keyOf({ rule, words });
    if (ids.has(`${nth} ${key}`)) continue;
    seen.set(path, ids.add(`${nth} ${key}`));
    baseline.set(path, tally.set(key, (tally.get(key) ?? 0) + 1));
  }
  return baseline;
}
