// Each report on a sample, whole; what is packed is unpacked. `UPDATE=1 npm test report-golden` rewrites them: read the diff.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { parseDay } from '../server/core/index.js';
import {
  loadReportFormat,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportView,
  reportView,
} from '../server/report/index.js';
import { workspaceOf } from './support/workspace.js';

const SAMPLE = path.resolve('samples', 'climat-francophone');
const GOLDEN = path.resolve('test', 'golden', 'reports');
/** Read back in test/report-parquet.test.ts: its bytes are those of a library. */
const ELSEWHERE = 'parquet';

function viewOfSample(): ReportView {
  const names = fs
    .readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^registry\.yaml$|^briefs\/.*\.md$/.test(name));
  const texts = names.map((name) => [name, fs.readFileSync(path.join(SAMPLE, name), 'utf8')]);
  const workspace = {
    ...workspaceOf(Object.fromEntries(texts)),
    today: parseDay('2026-05-01') ?? 0,
  };
  return reportView([{ workspace, pages: names, fileOf: (page) => page }], workspace.today);
}

/** All files that a format writes, by name; git keeps line ends as it likes. */
function filesOf(format: ReportFormat, view: ReportView): ReadonlyMap<string, string> {
  const asked = { view: format.views[0] ?? 'timeline' } as const;
  const whole = format.write?.(view, asked);
  const files = [
    ...(format.files?.(view, asked) ?? []),
    ...(whole === undefined ? [] : [{ name: `report.${format.extension}`, content: whole }]),
  ];
  return new Map(
    files.map(({ name, content }) => {
      const parts = [...content];
      const text = format.isBinary ? unpacked(parts) : parts.join('');
      const shown = `${format.name}-${name}${format.isBinary ? '.xml' : ''}`;
      return [shown, text.replaceAll('\r\n', '\n')];
    }),
  );
}

/** Part by part. */
function unpacked(chunks: readonly (string | Uint8Array)[]): string {
  const bytes = Buffer.concat(
    chunks.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)),
  );
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}\n`)
    .join('\n');
}

for (const name of REPORT_FORMATS.filter((each) => each !== ELSEWHERE))
  test(`the sample as ${name}`, async () => {
    const format = (await loadReportFormat(name)) ?? assert.fail();
    const files = filesOf(format, viewOfSample());
    assert.ok(files.size > 0);
    const known = fs.readdirSync(GOLDEN).filter((each) => each.startsWith(`${name}-`));
    if (process.env.UPDATE) {
      for (const each of known) fs.rmSync(path.join(GOLDEN, each));
      for (const [each, text] of files) fs.writeFileSync(path.join(GOLDEN, each), text);
    } else {
      assert.deepEqual([...files.keys()].sort(), known.sort());
      for (const [each, text] of files)
        assert.equal(text, fs.readFileSync(path.join(GOLDEN, each), 'utf8'), each);
    }
  });

test('every report that is written is made of known parts, and says what it is', async () => {
  const { REPORT_PARTS } = await import('../server/report/frame/report-format.js');
  for (const name of REPORT_FORMATS) {
    const format = (await loadReportFormat(name)) ?? assert.fail();
    assert.equal(format.name, name);
    for (const part of format.holds) assert.ok(REPORT_PARTS.includes(part));
  }
});
