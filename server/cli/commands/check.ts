import { checkOnce } from '../check/check-once.js';
import type { Command, ExitStatus, Invocation, Option } from '../invocation/command.js';
import { todayOption } from '../invocation/shared-options.js';
import { baselineOptions } from '../plan/baseline-options.js';
import { cacheOptions } from '../plan/cache-options.js';
import { configAsked, configOptions } from '../plan/config-options.js';
import { failOptions } from '../plan/fail-options.js';
import { fixOptions } from '../plan/fix-options.js';
import { levelOptions } from '../plan/level-options.js';
import { outputOptions } from '../plan/output-options.js';
import { planOf } from '../plan/plan.js';
import { selectionOptions } from '../plan/selection-options.js';
import { sinceOptions } from '../plan/since-options.js';
import { statsOptions } from '../plan/stats-options.js';
import { threadOptions } from '../plan/thread-options.js';
import { watchChoiceOf, watchOptions } from '../plan/watch-options.js';

export const check: Command = {
  name: 'check',
  arguments: [
    {
      syntax: '[paths...]',
      summary: "briefs, registries, folders or patterns of paths; '-' reads standard input",
    },
  ],
  summary: 'check briefs and registries, and report what is wrong',
  description:
    'Reads the briefs and registries of the workspace and reports what is unknown, ambiguous, overdue, without a source or contradictory. The paths choose the files to report on; without paths it is the whole workspace. A brief is a Markdown file with tagged names and promises; a registry says who and what they are.\n\nExits with 0 if nothing fails, 1 if something fails, 2 if the check could not be done.',
  options: [
    ...under('The report', outputOptions),
    ...under('What is checked', [...selectionOptions, todayOption]),
    ...under('How strict the check is', [...failOptions, ...levelOptions, ...configOptions]),
    ...under('Fixing and watching', [...fixOptions, ...watchOptions]),
    ...under('Known findings, and changes only', [...baselineOptions, ...sinceOptions]),
    ...under('Many briefs', [...cacheOptions, ...threadOptions, ...statsOptions]),
  ],
  examples: [
    { line: 'rapporteur check', summary: 'the whole workspace' },
    {
      line: 'rapporteur check briefs/2025-10-31.md',
      summary: 'one brief, and everything it refers to',
    },
    {
      line: "rapporteur check 'briefs/2025-*.md'",
      summary: 'the briefs of a year; with quotes, for any shell',
    },
    { line: 'rapporteur check --today 2026-01-15', summary: 'what is overdue on that day' },
    { line: 'rapporteur check --fix', summary: 'apply all certain fixes' },
    { line: 'rapporteur check --format json', summary: 'for programs' },
    {
      line: 'rapporteur check --update-baseline',
      summary: 'from now on, fail only for new findings',
    },
    { line: 'rapporteur check --since main', summary: 'what your branch changed' },
  ],
  run: runCheck,
};

/** So many options are found by what they are about. */
function under(group: string, options: readonly Option[]): readonly Option[] {
  return options.map((option) => ({ ...option, group }));
}

/** What few checks do is read when it is done: see docs/scale.md, "Start". */
async function runCheck(invocation: Invocation): Promise<ExitStatus> {
  const requested = configAsked(invocation);
  if (requested !== undefined) {
    const { printConfig } = await import('../check/print-config.js');
    return printConfig(invocation, requested);
  }
  const watching = watchChoiceOf(invocation);
  const plan = await planOf(invocation);
  if (watching === 'once') return checkOnce(invocation, plan);
  const { watch } = await import('../watch/watch.js');
  return watch(invocation, plan);
}
