import { l10n } from 'vscode';

/** Numbers with their words; each pair is written in full, so that it can be translated. */
export const plurals = {
  errors: (n: number): string => (n === 1 ? l10n.t('1 error') : l10n.t('{0} errors', n)),
  warnings: (n: number): string => (n === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', n)),
  notes: (n: number): string => (n === 1 ? l10n.t('1 note') : l10n.t('{0} notes', n)),
  hints: (n: number): string => (n === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', n)),
  files: (n: number): string =>
    n === 1 ? l10n.t('1 brief or registry') : l10n.t('{0} briefs and registries', n),
  places: (n: number): string => (n === 1 ? l10n.t('1 place') : l10n.t('{0} places', n)),
  overdue: (n: number): string => (n === 1 ? l10n.t('1 overdue') : l10n.t('{0} overdue', n)),
  overdueCommitments: (n: number): string =>
    n === 1 ? l10n.t('1 commitment is overdue') : l10n.t('{0} commitments are overdue', n),
  commitments: (n: number): string =>
    n === 1 ? l10n.t('1 commitment') : l10n.t('{0} commitments', n),
  tags: (n: number): string => (n === 1 ? l10n.t('1 tag') : l10n.t('{0} tags', n)),
  entries: (n: number): string =>
    n === 1 ? l10n.t('1 new entry in the registry') : l10n.t('{0} new entries in the registry', n),
  mentions: (n: number): string =>
    n === 0 ? l10n.t('no mention') : n === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', n),
} as const;
