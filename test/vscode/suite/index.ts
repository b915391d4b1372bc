// What VS Code runs in its extension host: the chosen files of this folder, by Mocha.

import { grep, load } from 'rapporteur:run';
import Mocha from 'mocha';
import { report, say } from './report.js';
import { rememberSamples, restoreSamples } from './restore.js';

/** Longer than `eventually` waits, so that it says what it waited for: in milliseconds. */
const TIMEOUT = 180_000;
const NOTHING: Mocha.Stats = { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 };

/** Resolves once every test has passed; VS Code wants a promise that is rejected where one has not. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: TIMEOUT, ...(grep ? { grep } : {}) });
  mocha.rootHooks({ beforeAll: rememberSamples, afterEach: restoreSamples });
  // What Mocha does for each file it loads itself: the words `suite` and `test` become known.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const planned = grep ? 0 : mocha.suite.total();
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? NOTHING));
  });
  await report(planned, stats);
  if (stats.tests === 0 || stats.failures > 0) throw new Error(`${stats.failures} failed`);
}
