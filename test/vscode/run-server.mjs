// Runs the suite in a real VS Code: the server that runtime.mjs fetches, with a headless Chromium as its
// window. Needs a build.
//   node test/vscode/run-server.mjs [--web] [--vsix FILE] [--grep WORDS] [--verbose] [part of a file name …]
// Ends with exit code 0 if all tests passed, 1 if not, 2 if they could not be run.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuite, suiteNames } from '../../.build/suite.mjs';
import { launchChromium } from './chromium.mjs';
import { copySamples, emptyExtension, SETTINGS } from './samples.mjs';
import { startServer } from './server.mjs';
import { serveFolder } from './static.mjs';
import { runInWorkbench } from './workbench.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const PICTURE = path.join(ROOT, 'out', 'test', 'vscode', 'failure.png');

/**
 * Runs the suite's files of these names (see .build/suite.mjs) and resolves to
 * `{ passed, failed, skipped, fault }`, having printed the report. Rejects where VS Code could not be
 * started. `vsix`: the packaged extension, installed and tested instead of the repository's own.
 */
export async function runInServer({ names, host = 'node', vsix, grep, log = () => {} }) {
  const open = new Closing();
  try {
    const samples = open.add(copySamples(), ({ remove }) => remove());
    const tests = await bundleSuite({ names, host, installed: vsix !== undefined, grep });
    const [server, browser, web] = await open.all([
      [startServer({ vsix: vsix ? [vsix] : [], settings: SETTINGS, log }), ({ stop }) => stop()],
      [launchChromium(), (browser) => browser.close()],
      [host === 'web' ? serveFolder(ROOT) : undefined, (web) => web?.stop()],
    ]);
    const counts = await runInWorkbench(browser, server, {
      ...{ tests, web, log },
      folder: samples.folder,
      extension: vsix ? emptyExtension(path.dirname(samples.folder)) : ROOT,
      picture: PICTURE,
      say: (words) => console.log(words),
    });
    if (counts.fault) console.error(`\n${counts.fault}`);
    if (counts.failed > 0) console.error(`\nThe window at the end: ${path.relative('.', PICTURE)}`);
    return counts;
  } finally {
    await open.close();
  }
}

/** What has to be ended however the run ends, also by Ctrl+C. */
class Closing {
  #ends = [];
  #interrupt = () => this.close().then(() => process.exit(130));

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, this.#interrupt);
  }

  add(value, end) {
    this.#ends.push(() => end(value));
    return value;
  }

  /** Waits for all, also where one fails: what has started must be ended. */
  async all(pairs) {
    const started = pairs.map(async ([value, end]) => this.add(await value, end));
    const settled = await Promise.allSettled(started);
    const failed = settled.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    return settled.map(({ value }) => value);
  }

  async close() {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, this.#interrupt);
    for (const end of this.#ends.splice(0).reverse()) await Promise.resolve(end()).catch(() => {});
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      web: { type: 'boolean' },
      vsix: { type: 'string' },
      grep: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  const counts = await runInServer({
    names: suiteNames(positionals),
    host: values.web ? 'web' : 'node',
    ...(values.vsix ? { vsix: path.resolve(values.vsix) } : {}),
    ...(values.grep ? { grep: values.grep } : {}),
    ...(values.verbose ? { log: (words) => console.error(words) } : {}),
  });
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await main().catch((error) => {
    console.error(`The tests could not be run in VS Code. ${error.message}`);
    return 2;
  });
