import { examine, type Page, type Workspace } from '../../core/index.js';
import type { CheckedFile } from '../formats/lint-run.js';
import { byPlace } from '../report/gather-findings.js';
import { withLineHashes } from '../report/line-hash.js';
import { locateReport } from '../report/locate-report.js';
import type { Places } from '../report/places.js';
import type { LintJob } from './job.js';

/** What is wanted of each page. */
export type Wanted = Pick<LintJob, 'comments' | 'keeps' | 'lineHashes' | 'clocked'>;

export interface LintContext {
  readonly workspace: Workspace;
  readonly places: Places;
  /** Milliseconds of each rule so far, if they are counted. */
  readonly clocks: Map<string, number>;
}

/** All that is found in a page, with places and lines: nothing more is needed to write it. */
export function lintPage(
  { workspace, places, clocks }: LintContext,
  page: Page,
  want: Wanted,
): CheckedFile {
  const { comments, keeps, lineHashes, clocked } = want;
  const ask = clocked === 'rules' ? clockOf(clocks) : undefined;
  const { reports, suppressed } = examine(workspace, page.id, {
    comments,
    documents: 'named',
    ...(ask === undefined ? {} : { ask }),
  });
  const located = [...reports, ...suppressed].map((report) => locateReport(report, page, places));
  const findings = lineHashes === 'wanted' ? withLineHashes(located, page.text) : located;
  return {
    file: places.fileOf(page.id),
    // One that was named, and may become a brief.
    role: page.facts.role === 'document' ? 'brief' : page.facts.role,
    findings: suppressed.length === 0 ? findings : findings.sort(byPlace),
    ...(keeps === 'texts' && findings.some(({ fixes }) => fixes.length > 0)
      ? { text: page.text }
      : {}),
  };
}

/** The first rule to ask for what others ask for as well pays for it. */
function clockOf(clocks: Map<string, number>) {
  return <T>(rule: string, answer: () => T): T => {
    const start = performance.now();
    const found = answer();
    clocks.set(rule, (clocks.get(rule) ?? 0) + performance.now() - start);
    return found;
  };
}
