import type { CheckedFile, CheckFormat, LintRun, Look } from '../../server/cli/formats/lint-run.js';
import type { Found } from '../../server/cli/report/found.js';
import { withLineHashes } from '../../server/cli/report/line-hash.js';
import { sourceAt } from '../../server/cli/report/locate.js';
import { styleFor } from '../../server/cli/style.js';
import { findingWords, linesOf, rangeOf, type Span } from '../../server/core/index.js';

export interface FoundParts extends Partial<Omit<Found, 'fixes' | 'related' | 'range'>> {
  readonly span?: Span;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly certain: boolean;
    readonly edits: readonly (Span & { readonly text: string })[];
  }[];
}

/** A finding in a text, located as the engine does it. */
export function foundIn(text: string, parts: FoundParts = {}): Found {
  const { span = { start: 0, end: Math.min(3, text.length) }, related, fixes, ...others } = parts;
  const file = others.file ?? 'brief.md';
  const lines = linesOf(text);
  const at = (other: Span): Pick<Found, 'file' | 'range'> => ({
    file,
    range: rangeOf(text, lines, other),
  });
  const found: Found = {
    rule: 'unresolved-name',
    severity: 'error',
    message: 'Nobody is called so.',
    related: (related ?? []).map((other) => ({ message: other.message, ...at(other.span) })),
    fixes: (fixes ?? []).map(({ title, certain, edits }) => ({
      title,
      certain,
      edits: edits.map((edit) => ({ text: edit.text, ...at(edit) })),
    })),
    source: sourceAt(text, lines, span),
    words: findingWords(text, span),
    state: 'open',
    ...others,
    ...at(span),
  };
  return withLineHashes([found], text)[0] ?? found;
}

/** A run that gave these findings, each in its file. */
export function runOf(findings: readonly Found[], parts: Partial<LintRun> = {}): LintRun {
  const files = new Map<string, Found[]>();
  for (const found of findings) {
    const known = files.get(found.file);
    if (known === undefined) files.set(found.file, [found]);
    else known.push(found);
  }
  return {
    version: '1.2.3',
    today: '2025-11-01',
    files: [...files].map(([file, held]): CheckedFile => ({ file, role: 'brief', findings: held })),
    paths: [],
    briefs: 'tagged',
    quiet: false,
    prefix: '',
    ...parts,
  };
}

const silent = { write: (): void => {}, isTTY: false, columns: undefined };

/** As wide as unasked, without colours. */
export const PLAIN_LOOK: Look = {
  width: 100,
  style: styleFor(
    'never',
    {
      cwd: '/',
      env: {},
      stdout: silent,
      stderr: silent,
      stdin: async () => new Uint8Array(),
      now: () => new Date(0),
    },
    silent,
  ),
};

/** A whole report, without colours. */
export function written(format: CheckFormat, run: LintRun): string {
  return [...format.write(run, PLAIN_LOOK)].join('');
}
