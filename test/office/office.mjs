// `npm run test:office`: the Word files and spreadsheets of reports, opened by LibreOffice and made into PDF; its words are
// what the reports say, and its pages are saved in `out/test/office` to be looked at. Needs `soffice` and, for the words and
// pictures, `pdftotext` and `pdftoppm` on the PATH.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from '../../.build/build.mjs';
import { ROOT } from '../../.build/setup.mjs';

const CLI = path.join(ROOT, 'dist', 'cli.js');
const OUT = path.join(ROOT, 'out', 'test', 'office');
const SAMPLES = ['us-india-defense', 'climat-francophone', 'world'];
const DAY = ['--today', '2026-01-15'];

await buildAll();
fs.rmSync(OUT, { recursive: true, force: true });
for (const sample of SAMPLES) {
  const cwd = path.join(ROOT, 'samples', sample);
  const listed = execFileSync(
    process.execPath,
    [CLI, 'list', 'commitments', ...DAY, '--format', 'json'],
    { cwd, encoding: 'utf8' },
  );
  const commitments = JSON.parse(listed);
  for (const format of ['docx', 'xlsx']) {
    const file = path.join(OUT, `${sample}.${format}`);
    execFileSync(process.execPath, [CLI, 'report', ...DAY, '--format', `${format}=${file}`], {
      cwd,
    });
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', OUT, file]);
    const pdf = file.replace(/\w+$/, 'pdf');
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
    for (const { words } of commitments)
      assert.ok(text.includes(words.replace(/\s+/g, '')), `${sample}.${format}: ${words}`);
    execFileSync('pdftoppm', ['-r', '60', '-png', pdf, path.join(OUT, `${sample}-${format}`)]);
    console.log(`${sample}.${format}: ${commitments.length} promises`);
  }
}
