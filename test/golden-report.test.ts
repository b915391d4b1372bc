// The reports of the samples, whole; what is packed is unpacked. `UPDATE=1 npm test golden` rewrites them: read the diff.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { loadReportFormat, REPORT_FORMATS } from '../server/report/index.js';
import { rapporteur } from './support/cli.js';

const GOLDEN = path.resolve('test', 'golden');
const SAMPLES = ['us-india-defense', 'climat-francophone'];
/** Held to another reader, with the bytes of a library, in test/report-parquet.test.ts. */
const ELSEWHERE = ['parquet'];

for (const sample of SAMPLES)
  for (const name of REPORT_FORMATS.filter((each) => !ELSEWHERE.includes(each)))
    test(`${sample}: rapporteur report --format ${name}`, async () => {
      const format = await loadReportFormat(name);
      if (format?.write === undefined) return;
      const words = ['report', '--today', '2026-01-15', '--format', name];
      const { status, stdout } = await rapporteur(path.resolve('samples', sample), words);
      assert.equal(status, 0);
      const whole = format.isBinary ? unpacked(Buffer.from(stdout, 'latin1')) : stdout;
      // Git has no other ends of lines.
      const shown = whole.replaceAll('\r\n', '\n');
      const golden = path.join(GOLDEN, `${sample}.report.${name}${format.isBinary ? '.xml' : ''}`);
      if (process.env.UPDATE) fs.writeFileSync(golden, shown);
      else assert.ok(shown === fs.readFileSync(golden, 'utf8'), `${golden} is another one`);
    });

/** Part by part, a line each. */
function unpacked(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}\n`)
    .join('\n');
}
