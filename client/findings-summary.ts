import { l10n } from 'vscode';
import { severityWord } from './compact-line.js';
import type { Findings } from './findings.js';
import { plurals } from './plurals.js';

/** `3 briefs and registries: 2 errors, 1 note`. */
export function findingsSummary({ pages, files }: Findings): string {
  const words = files.flatMap(({ findings }) =>
    findings.map(({ severity }) => severityWord(severity)),
  );
  const count = (word: string): number => words.filter((each) => each === word).length;
  const parts = [
    [count('error'), plurals.errors],
    [count('warning'), plurals.warnings],
    [count('note'), plurals.notes],
    [count('hint'), plurals.hints],
  ] as const;
  const found = parts.filter(([number]) => number > 0).map(([number, inWords]) => inWords(number));
  const what = found.length > 0 ? found.join(', ') : l10n.t('nothing to report');
  return l10n.t('{0}: {1}', plurals.files(pages), what);
}
