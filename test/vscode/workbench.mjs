// The suite in one workbench: opens the page and listens to what the tests in it report.
import path from 'node:path';
import { readLine, verdict } from './result.mjs';
import { onServer, workbenchUrl } from './server.mjs';

/** A run that takes so long hangs, on a machine however busy: in milliseconds. */
const LIMIT = 30 * 60_000;
/** How many of VS Code's own errors are printed where a run went wrong as a whole. */
const SHOWN = 20;
const VIEWPORT = { width: 1400, height: 900 };

/**
 * Runs the module `tests` with `extension` (a folder) on `folder`, and resolves to its verdict. `web` is
 * a server of the extension's files: then both run in the browser's own extension host. `say` is given
 * each line of the report, `log` everything else. `picture`: a file for a screenshot where a test failed.
 */
export async function runInWorkbench(browser, server, options) {
  const { web, picture, say, log } = options;
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: web !== undefined });
  const page = await context.newPage();
  try {
    if (web) await page.addInitScript(developOver, web.address);
    page.on('console', (message) => log(`[page] ${message.text()}`));
    const { exitCode, result, errors } = await ending(
      page,
      workbenchUrl(server, places(server, options)),
      {
        say,
        log,
      },
    );
    const counts = verdict(exitCode, result);
    if (counts.fault) for (const line of errors.slice(-SHOWN)) say(line);
    if (counts.failed > 0) await page.screenshot({ path: picture }).catch(() => {});
    return counts;
  } catch (error) {
    await page.screenshot({ path: picture }).catch(() => {});
    throw error;
  } finally {
    await context.close().catch(() => {});
  }
}

function places(server, { folder, extension, tests, web }) {
  const uri = (file) => {
    if (!web) return onServer(server, file);
    return `http://${web.address}/${path.relative(extension, file).replaceAll('\\', '/')}`;
  };
  return { folder, extension: uri(extension), tests: uri(tests) };
}

/** The workbench calls two functions of the page: with each line that is logged, and with the end. */
async function ending(page, url, { say, log }) {
  let result;
  let timer;
  const errors = [];
  const read = (type, values) => {
    const words = values.map(String).join(' ');
    const line = readLine(words);
    if (line === undefined) log(`[${type}] ${words}`);
    if (line === undefined && type === 'error') errors.push(words);
    if (line === undefined) return;
    if ('words' in line) say(line.words);
    else result = line.result;
  };
  await page.exposeFunction('codeAutomationLog', read);
  const ended = new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('The page of the workbench crashed.')));
    page.on('close', () => reject(new Error('The page of the workbench was closed.')));
    const late = new Error(`The tests in VS Code did not end within ${LIMIT / 1000} seconds.`);
    timer = setTimeout(reject, LIMIT, late);
    page
      .exposeFunction('codeAutomationExit', resolve)
      .then(() => page.goto(url))
      .catch(reject);
  });
  const exitCode = await ended.finally(() => clearTimeout(timer));
  return { exitCode, result, errors };
}

/**
 * Runs in the page: which extensions a browser's extension host develops is no part of the address, it
 * stands in the page's own configuration.
 */
function developOver(authority) {
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = read.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: [{ scheme: 'http', authority, path: '/' }],
    };
    return JSON.stringify(configuration);
  };
}
