import { counted } from '../../core/index.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { CiSystem } from './system.js';
import { shellWord } from './system.js';

/** A file that was to be written. */
export interface WrittenFile {
  readonly path: string;
  readonly isNew: boolean;
}

export interface Adoption {
  readonly files: readonly WrittenFile[];
  /** How many findings it knows; `undefined`: it was there before. */
  readonly baseline: WrittenFile & { readonly findings: number | undefined };
  readonly system: CiSystem;
  /** The file that runs the check; whether the platform's own one was there before, about other things. */
  readonly platform: WrittenFile & { readonly isTaken: boolean };
  readonly isRepository: boolean;
  isIgnored(path: string): boolean;
}

/** What was done, and what is left to do. */
export function describeAdoption(steps: Adoption, cwd: string): string {
  const { files, baseline, system, platform } = steps;
  const shown = (path: string): string => escapePath(shownPath(path, cwd));
  const written = files.filter(({ isNew }) => isNew).map(({ path }) => path);
  const parts = [
    files
      .map(({ path, isNew }) => `  ${isNew ? 'written ' : 'there   '}  ${shown(path)}`)
      .join('\n'),
    baselineInWords(baseline, shown(baseline.path)),
    // The workspace is a new one: what runs the check may know others only.
    ...(!platform.isNew && !platform.isTaken && written.length > 0
      ? [
          `${shown(platform.path)} already exists and was not changed. Make sure that it runs the check here too.`,
        ]
      : []),
    ...(platform.isTaken && system.beside !== undefined ? [system.beside.next] : []),
    written.length === 0
      ? 'Everything already exists; nothing was changed.'
      : `Next:\n${commands(written, steps, shown).join('\n')}`,
    ...(system.once === undefined ? [] : [system.once]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function baselineInWords({ findings }: Adoption['baseline'], shown: string): string {
  if (findings === undefined)
    return `${shown} already has the earlier findings; it was not changed.`;
  if (findings === 0) return 'There are no findings now. New ones will be reported.';
  const are = findings === 1 ? 'is' : 'are';
  return `${counted(findings, 'current finding')} ${are} in ${shown} and will not fail the check;
new ones will. 'rapporteur check --no-baseline' shows them.`;
}

function commands(
  paths: readonly string[],
  { isRepository, isIgnored }: Adoption,
  shown: (path: string) => string,
): readonly string[] {
  // Without it the platform would never see the file, and fail by all that is found.
  const force = paths.some(isIgnored) ? ' --force' : '';
  return [
    ...(isRepository ? [] : ['  git init']),
    `  git add${force} ${paths.map((path) => shellWord(shown(path))).join(' ')}`,
    "  git commit -m 'Check the briefs'",
  ];
}
