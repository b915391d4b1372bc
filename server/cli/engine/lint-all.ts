import { resolve } from 'node:path';
import { examine, type Page } from '../../core/index.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { Io } from '../io.js';
import { type Loaded, load } from '../load.js';
import { withLineHashes } from '../report/line-hash.js';
import { locate } from '../report/locate.js';
import { eachWorkspace } from '../session.js';
import type { Linted, LintJob } from './job.js';
import { NO_PHASES } from './measures.js';

/** Reads every workspace the question touches, and says what is found in the files asked about. */
export async function lintAll(io: Io, job: LintJob): Promise<readonly Linted[]> {
  const { question, cache } = job;
  const loaded = await eachWorkspace(io, question, (root, options) =>
    load(root, { ...options, cache }),
  );
  return loaded.map((one) => ({
    root: one.root,
    settings: one.workspace.settings,
    files: one.asked.map((page) => lintPage(one, page, job)),
    problems: one.problems,
    nested: one.nested,
    notes: one.notes,
    ...(job.keeps === 'links' ? { links: linksOf(one) } : {}),
    measures: {
      files: one.workspace.pages.size,
      characters: 0,
      fromCache: one.fromCache,
      checked: one.asked.length,
      threads: 1,
      phases: NO_PHASES,
      rules: new Map(),
    },
  }));
}

function linksOf({ root, workspace }: Loaded): readonly string[] {
  return [...workspace.files.keys()].map((id) => resolve(root.folder, id));
}

function lintPage({ workspace, places }: Loaded, page: Page, job: LintJob): CheckedFile {
  const { comments, keeps, lineHashes } = job;
  const { reports, suppressed } = examine(workspace, page.id, { comments });
  const located = [...reports, ...suppressed].map((report) => locate(report, page, places));
  const findings = lineHashes === 'wanted' ? withLineHashes(located, page.text) : located;
  return {
    file: places.fileOf(page.id),
    role: page.facts.role,
    findings: suppressed.length === 0 ? findings : findings.sort(byPlace),
    ...(keeps === 'texts' && findings.some(({ fixes }) => fixes.length > 0)
      ? { text: page.text }
      : {}),
  };
}

function byPlace(a: CheckedFile['findings'][0], b: CheckedFile['findings'][0]): number {
  const [one, other] = [a.range, b.range];
  return (
    one.start.offset - other.start.offset ||
    one.end.offset - other.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
