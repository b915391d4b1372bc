import { relative, sep } from 'node:path';
import { isPagePath, readPage, vocabularyOf } from '../../core/index.js';
import { CONFIG_NAME, isWithin, readPath, realPathAt } from '../../host/index.js';
import { placeOfBaseline } from '../baseline/baseline-place.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { BaselineChoice } from '../plan/baseline-options.js';

/**
 * What of a workspace a report would take the place of, in words; nobody means that. Reports of ours
 * that lie among the briefs are no texts of an author.
 */
export function sourceInPlace(
  path: string,
  linted: readonly LintedWorkspace[],
  baselines: BaselineChoice,
  cwd: string,
): string | undefined {
  const real = realPathAt(path);
  if (real === undefined) return undefined;
  for (const one of linted) {
    const baseline = placeOfBaseline(one, baselines, cwd)?.path;
    if (baseline !== undefined && realPathAt(baseline) === real) return 'the baseline';
    if (
      real.endsWith(sep + CONFIG_NAME) ||
      one.configs?.some((file) => realPathAt(file) === real)
    ) {
      return 'a configuration';
    }
    const role = isWithin(real, one.root.folder) ? roleOf(real, one) : 'document';
    if (role !== 'document') return `a ${role}`;
  }
  return undefined;
}

function roleOf(
  path: string,
  { root, settings }: LintedWorkspace,
): ReturnType<typeof readPage>['facts']['role'] {
  const id = relative(root.folder, path).replaceAll(sep, '/');
  if (!isPagePath(settings, id)) return 'document';
  const reading = readPath(path);
  if (reading.type === 'fault' || reading.text.startsWith(MARKDOWN_REPORT)) return 'document';
  return readPage(id, reading.text, settings, vocabularyOf(settings.kinds)).facts.role;
}

const MARKDOWN_REPORT = '## Rapporteur: ';
