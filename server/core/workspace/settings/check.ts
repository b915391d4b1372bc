import type { Setting } from './setting.js';
import { choiceOf, pathOf, wordOf } from './values.js';

/** From which level on a check fails. */
export const FAIL_LEVELS = ['error', 'warning', 'info', 'hint', 'never'] as const;

const NEVER_WORDS: ReadonlyMap<string, 'never'> = new Map([
  ['off', 'never'],
  ['none', 'never'],
  ['false', 'never'],
]);

export const failOn: Setting<'failOn', (typeof FAIL_LEVELS)[number]> = {
  key: 'failOn',
  description: 'The lowest level at which `rapporteur check` ends with exit code 1.',
  default: 'error',
  read: (value, { report }) =>
    choiceOf(value, FAIL_LEVELS, 'The level that fails a check', report, NEVER_WORDS),
  schema: () => ({ enum: FAIL_LEVELS }),
  otherNames: ['failureseverity'],
};

const NUMBER_WANTED = 'Write a whole number such as 0 or 20; leave the setting out for no limit.';

/** More open warnings than this fail a check. */
export const maxWarnings: Setting<'maxWarnings', number | undefined> = {
  key: 'maxWarnings',
  description:
    'A check fails if there are more warnings than this. If left out, any number is allowed.',
  default: undefined,
  read(value, { report }) {
    const word = wordOf(value, NUMBER_WANTED, report);
    if (word === undefined || /^\d{1,9}$/.test(word.text)) return word && Number(word.text);
    report(word.span, `'${word.text}' is not a number of warnings. ${NUMBER_WANTED}`);
    return undefined;
  },
  schema: () => ({ type: 'integer', minimum: 0 }),
};

/** The file that names the findings which are known and allowed; a path below the root. */
export const baseline: Setting<'baseline', string | undefined> = {
  key: 'baseline',
  description:
    'The file of the known findings, which do not fail a check. `rapporteur check --update-baseline` writes it.',
  default: undefined,
  read: (value, { report }) => pathOf(value, 'rapporteur-baseline.json', report),
  schema: () => ({ type: 'string' }),
};
