import type { Severity } from '../../core/index.js';
import { fingerprintsOf } from './fingerprint.js';
import { jsonText } from './json-text.js';
import type { CheckFormat } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';
import { repositoryPath } from './repository-path.js';

/** GitLab's Code Quality report: an array, an issue a line. */
export const checkGitlab: CheckFormat = {
  name: 'gitlab',
  summary: 'a Code Quality report, for GitLab merge requests',
  *write(run) {
    let parting = '[\n';
    for (const file of run.files) {
      const fingerprints = fingerprintsOf(file, run);
      const path = repositoryPath(file.file, run);
      for (const found of openFindings(file, run)) {
        yield `${parting}${jsonText(issueOf(found, path, fingerprints.get(found) ?? ''))}`;
        parting = ',\n';
      }
    }
    yield parting === '[\n' ? '[]\n' : '\n]\n';
  },
};

function issueOf(
  { rule, message, severity, range }: LocatedFinding,
  path: string,
  id: string,
): object {
  return {
    description: message,
    check_name: rule,
    fingerprint: id,
    severity: SEVERITIES[severity],
    location: { path, lines: { begin: range.start.line } },
  };
}

/** `critical` and `blocker` are for what breaks a running system; no brief does. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};
