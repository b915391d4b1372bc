import { DEFAULT_SETTINGS } from '../../core/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { Part } from './read-report.js';

/** The files by the limits of their workspaces, for the exit status. */
export function groupByWorkspace(
  parts: readonly Part[],
  files: readonly CheckedFile[],
): readonly Pick<LintedWorkspace, 'files' | 'settings'>[] {
  const limits = new Map<string, { readonly folder: string; readonly maxWarnings?: number }>();
  for (const { shard } of parts) {
    for (const { files: some, ...limit } of shard.workspaces) {
      for (const file of some) limits.set(file, limit);
    }
  }
  const groups = new Map<string, { limit: number | undefined; files: CheckedFile[] }>();
  for (const file of files) {
    const { folder = '', maxWarnings } = limits.get(file.file) ?? {};
    const key = `${folder}\0${file.failOn}`;
    const group = groups.get(key) ?? { limit: maxWarnings, files: [] };
    group.files.push(file);
    groups.set(key, group);
  }
  return Array.from(groups.values(), ({ limit, files: some }) => ({
    files: some,
    settings: {
      ...DEFAULT_SETTINGS,
      failOn: some[0]?.failOn ?? DEFAULT_SETTINGS.failOn,
      maxWarnings: limit,
    },
  }));
}
