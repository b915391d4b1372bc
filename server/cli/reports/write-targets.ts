import { relative, sep } from 'node:path';
import { CONFIG_NAME, isWithin, realPathAt } from '../../host/index.js';
import type { ReportView } from '../../report/index.js';
import type { ReportFile } from '../report/report-outputs.js';
import { writeReport } from '../report/write-report.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { Io } from '../terminal/io.js';
import { writeAll } from '../terminal/write-all.js';
import type { LoadedWorkspace } from '../workspace/load.js';
import { fileIn, type ReportTarget } from './report-targets.js';

/**
 * Writes reports: the files first, so that they are there whoever stops reading. One that cannot be written keeps none
 * of the others back. Says on the standard error what was written, and what is not in it.
 */
export async function writeTargets(
  io: Io,
  view: ReportView,
  {
    targets,
    loaded,
  }: {
    readonly targets: readonly ReportTarget[];
    readonly loaded: readonly LoadedWorkspace[];
  },
): Promise<'written' | 'failed'> {
  let result: 'written' | 'failed' = 'written';
  for (const target of targets) {
    for (const { file, content } of filesOf(target, view)) {
      const source = sourceAt(file.path, loaded);
      const shown = escapePath(file.shown);
      const fault =
        source === undefined
          ? writeReport(file, content)
          : `the report was not written into ${shown}: that is ${source}. Name another file.`;
      if (fault !== undefined) result = 'failed';
      io.stderr.write(fault === undefined ? `${shown} was written.\n` : `rapporteur: ${fault}\n`);
    }
  }
  for (const { format, view: drawn, to } of targets) {
    const asked = { view: drawn };
    if (to === undefined) await writeAll(io.stdout, format.write?.(view, asked) ?? []);
    const left = format.leavesOut(view, asked);
    if (left.length > 0)
      io.stderr.write(`Left out of ${format.name}: ${left.map(escapeControls).join(', ')}.\n`);
  }
  return result;
}

function* filesOf(
  { format, view: drawn, to }: ReportTarget,
  view: ReportView,
): Iterable<{ readonly file: ReportFile; readonly content: Iterable<string | Uint8Array> }> {
  if (to === undefined) return;
  if (to.type === 'file') yield { file: to, content: format.write?.(view, { view: drawn }) ?? [] };
  else
    for (const { name, content } of format.files?.(view, { view: drawn }) ?? [])
      yield { file: fileIn(to, name), content };
}

/** What an author wrote that a report would take the place of, in words; nobody means that. */
function sourceAt(path: string, loaded: readonly LoadedWorkspace[]): string | undefined {
  const real = realPathAt(path);
  if (real === undefined) return undefined;
  if (real.endsWith(sep + CONFIG_NAME)) return 'a configuration';
  for (const { root, workspace } of loaded) {
    if (!isWithin(real, root.folder)) continue;
    const page = workspace.pages.get(relative(root.folder, real).replaceAll(sep, '/'));
    const role = page?.facts.role ?? 'document';
    if (role !== 'document') return `a ${role}`;
  }
  return undefined;
}
