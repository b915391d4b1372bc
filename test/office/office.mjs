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

/** Of these `pdftotext` keeps the words, but not their order on a line with digits. */
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

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
    const text = compact(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }));
    for (const { words } of commitments)
      for (const part of RIGHT_TO_LEFT.test(words) ? words.split(/\s+/) : [words])
        assert.ok(text.includes(compact(part)), `${sample}.${format}: ${words}`);
    execFileSync('pdftoppm', ['-r', '60', '-png', pdf, path.join(OUT, `${sample}-${format}`)]);
    console.log(`${sample}.${format}: ${commitments.length} promises`);
  }
}

/** Without spaces and signs of direction; lam and alef are one letter on the page, which `pdftotext` takes apart the other way. */
function compact(text) {
  return text.replace(/[\s\p{Bidi_Control}]+/gu, '').replace(/ال|لا/g, 'لا');
}
