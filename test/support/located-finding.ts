import type { CheckedFile, CheckFormat, LintRun } from '../../server/cli/formats/lint-run.js';
import type { LocatedFinding } from '../../server/cli/formats/located-finding.js';
import { withLineHashes } from '../../server/cli/report/line-hash.js';
import { sourceLineAt } from '../../server/cli/report/locate-report.js';
import { type DisplayOptions, styleFor } from '../../server/cli/terminal/style.js';
import { findingWords, linesOf, rangeOf, type Span } from '../../server/core/index.js';

export interface FindingParts extends Partial<Omit<LocatedFinding, 'fixes' | 'related' | 'range'>> {
  readonly span?: Span;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly certain: boolean;
    readonly edits: readonly (Span & { readonly text: string })[];
  }[];
}

/** A finding in a text, located as the engine does it. */
export function findingIn(text: string, parts: FindingParts = {}): LocatedFinding {
  const { span = { start: 0, end: Math.min(3, text.length) }, related, fixes, ...others } = parts;
  const file = others.file ?? 'brief.md';
  const lines = linesOf(text);
  const at = (other: Span): Pick<LocatedFinding, 'file' | 'range'> => ({
    file,
    range: rangeOf(text, lines, other),
  });
  const found: LocatedFinding = {
    rule: 'unresolved-name',
    severity: 'error',
    message: 'Nobody is called so.',
    related: (related ?? []).map((other) => ({ message: other.message, ...at(other.span) })),
    fixes: (fixes ?? []).map(({ title, certain, edits }) => ({
      title,
      certain,
      edits: edits.map((edit) => ({ text: edit.text, ...at(edit) })),
    })),
    source: sourceLineAt(text, lines, span),
    words: findingWords(text, span),
    state: 'open',
    ...others,
    ...at(span),
  };
  return withLineHashes([found], text)[0] ?? found;
}

/** A run that gave these findings, each in its file. */
export function runOf(findings: readonly LocatedFinding[], parts: Partial<LintRun> = {}): LintRun {
  const files = new Map<string, LocatedFinding[]>();
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
export const PLAIN_DISPLAY: DisplayOptions = {
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
  return [...format.write(run, PLAIN_DISPLAY)].join('');
}
