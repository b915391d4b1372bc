// What a run of the suite in VS Code came to. The workbench hands out everything its extension host
// logs, so the suite marks its own lines (suite/report.ts). Nothing here touches VS Code: see the
// unit tests.

/** Begins every line of the suite. */
const MARK = '##| ';
const RESULT = `${MARK}RESULT `;

/**
 * What a logged line means: `{ result }`, the suite's counts; `{ words }`, a line of its report; or
 * nothing, if another has logged it.
 */
export function readLine(line) {
  if (line.startsWith(RESULT)) return { result: countsOf(line.slice(RESULT.length)) };
  // A blank line of the report has lost its last space on the way.
  if (line.trimEnd() === MARK.trimEnd()) return { words: '' };
  return line.startsWith(MARK) ? { words: line.slice(MARK.length) } : undefined;
}

function countsOf(text) {
  try {
    const { planned, passed, failed, skipped } = JSON.parse(text);
    const all = [planned, passed, failed, skipped];
    return all.every(Number.isSafeInteger) ? { planned, passed, failed, skipped } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The counts to report, from the extension host's exit code and the suite's own result, which is
 * missing if the host did not live to the end. A run that went wrong as a whole counts as one failure
 * more, with `fault` saying why: the exit code alone is 0 for a host that was killed.
 */
export function verdict(exitCode, result) {
  const { passed = 0, failed = 0, skipped = 0 } = result ?? {};
  const fault = faultOf(exitCode, result);
  return fault === undefined
    ? { passed, failed, skipped }
    : { passed, failed: failed + 1, skipped, fault };
}

function faultOf(exitCode, result) {
  if (result === undefined) return 'The extension host ended before the tests did.';
  const ran = result.passed + result.failed + result.skipped;
  if (ran === 0) return 'No test ran in VS Code.';
  // A hook that fails takes the tests after it along; it is counted as a failure itself.
  if (ran < result.planned && result.failed === 0)
    return `Only ${ran} of ${result.planned} tests ran in VS Code.`;
  if (exitCode !== 0 && result.failed === 0)
    return `The extension host ended with exit code ${exitCode}.`;
  return undefined;
}
