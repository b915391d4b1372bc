// The page of a report in a browser: what axe says of it, in light and dark, and what it is on paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith, rapporteur } from './support/cli.js';
import { slow } from './support/needs.js';

interface Page {
  goto(address: string): Promise<unknown>;
  on(
    event: 'console' | 'request',
    listener: (what: { text(): string; url(): string }) => void,
  ): void;
  evaluate<T>(script: string): Promise<T>;
  pdf(options: object): Promise<Uint8Array>;
}

interface Browser {
  newPage(options: object): Promise<Page>;
  close(): Promise<void>;
}

const AXE = fs.readFileSync(path.resolve('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const SAMPLES = ['us-india-defense', 'climat-francophone'];

slow(
  'axe finds nothing wrong with the page of a report, in light and dark; it asks for nothing',
  async (context) => {
    const { launchChromium } = (await import(
      pathToFileURL(path.resolve('test', 'vscode', 'chromium.mjs')).href
    )) as { launchChromium(): Promise<Browser> };
    const browser = await launchChromium();
    context.after(() => browser.close());
    const folder = folderWith(context, {
      'a.md':
        '---\nlang: ar\n---\n\nهذا :place[لبنان] :commitment[سوف يدفع]{by=x due=2025-01} و `x`.\n\n| a | |\n|---|---|\n| 1 | 2 |\n',
    });
    for (const cwd of [...SAMPLES.map((name) => path.resolve('samples', name)), folder]) {
      const file = path.join(folder, 'report.html');
      const words = ['report', '--today', '2026-01-15', '--format', `html=${file}`];
      assert.equal((await rapporteur(cwd, words)).status, 0);
      for (const colorScheme of ['light', 'dark']) {
        const page = await browser.newPage({ colorScheme, bypassCSP: true });
        const asked: string[] = [];
        page.on('request', (request) => void asked.push(request.url()));
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(AXE);
        const wrong = await page.evaluate<readonly unknown[]>(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html].join(": ")))',
        );
        assert.deepEqual(wrong, [], `${cwd} ${colorScheme}`);
        assert.deepEqual(asked, [pathToFileURL(file).href]);
      }
      // As a browser opens it: its policy lets its style in.
      const page = await browser.newPage({});
      const said: string[] = [];
      page.on('console', (message) => void said.push(message.text()));
      await page.goto(pathToFileURL(file).href);
      assert.deepEqual(said, []);
      assert.notEqual(
        await page.evaluate<string>('getComputedStyle(document.body).maxWidth'),
        'none',
      );
      const paper = await page.pdf({ preferCSSPageSize: true });
      assert.equal(Buffer.from(paper.subarray(0, 5)).toString(), '%PDF-');
    }
  },
);
