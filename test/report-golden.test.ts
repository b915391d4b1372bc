// Each report that is text, on a sample, whole. `UPDATE=1 npm test report-golden` rewrites them: read the diff.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseDay } from '../server/core/index.js';
import {
  loadReportFormat,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportView,
  reportView,
} from '../server/report/index.js';
import { slow } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const SAMPLE = path.resolve('samples', 'climat-francophone');
const GOLDEN = path.resolve('test', 'golden', 'reports');

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
    files.map(({ name, content }) => [
      `${format.name}-${name}`,
      [...content].join('').replaceAll('\r\n', '\n'),
    ]),
  );
}

for (const name of REPORT_FORMATS)
  slow(`the sample as ${name}`, async () => {
    const format = (await loadReportFormat(name)) ?? assert.fail();
    if (format.isBinary) return;
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
