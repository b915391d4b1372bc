import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkGitlab } from '../server/cli/formats/check-gitlab.js';
import { checkRdjson } from '../server/cli/formats/check-rdjson.js';
import { checkSarif } from '../server/cli/formats/check-sarif.js';
import { jsonText } from '../server/cli/formats/json-text.js';
import { folderWith, rapporteur } from './support/cli.js';
import { HOSTILE, hostileText } from './support/hostile-text.js';
import { findingIn, runOf, written } from './support/located-finding.js';
import { property, runs } from './support/needs.js';
import { HANGS } from './support/patience.js';
import { schemaCheck } from './support/schemas.js';

const FORMATS = [
  { format: checkSarif, fits: schemaCheck('sarif-2.1.0.json') },
  { format: checkGitlab, fits: schemaCheck('gitlab-code-quality.json') },
  { format: checkRdjson, fits: schemaCheck('rdjson.json') },
];

/** Signs that act on a terminal, hide, turn the order of words, or end a line for some readers. */
const ACTING = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

function assertHarmless(report: string): void {
  assert.equal(Buffer.from(report).toString(), report, 'valid UTF-8');
  assert.doesNotMatch(report, ACTING);
  assert.doesNotMatch(report, /##\w*\[/);
  for (const line of report.split('\n')) assert.doesNotMatch(line, /^\s*::/);
  assert.ok(report.endsWith('\n'));
}

for (const { format, fits } of FORMATS) {
  property(`${format.name}: hostile words, names, messages and fixes harm nothing`, () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (text, name, said) => {
        const words = `So: ${said}`;
        const start = Math.floor(text.length / 2);
        const span = { start, end: text.length };
        const file = `brief ${name.replaceAll('/', '')}.md`;
        const found = findingIn(text, {
          span,
          file,
          rule: words,
          message: words,
          state: words.length % 5 === 0 && format === checkSarif ? 'suppressed' : 'open',
          reason: text,
          related: [{ message: words, span }],
          fixes: [{ title: words, certain: true, edits: [{ ...span, text: words }] }],
        });
        const report = written(
          format,
          runOf([found], { prefix: `in ${name.replaceAll('/', '')}/` }),
        );
        assertHarmless(report);
        const document: unknown = JSON.parse(report);
        fits(document);
        const whole = words.replace(/\p{Cs}/gu, '\ufffd');
        if (!/[[\]]/.test(whole))
          assert.ok(stringsIn(document).some((held) => held.startsWith(whole)));
      }),
      runs('run'),
    );
  });

  test(`${format.name}: one document on the standard output, whatever a brief and its name hold`, async (context) => {
    const brief = `${HOSTILE.map((one) => `${one} :person[Nobody${one}]{ref=${one}}`).join('\n')}\n`;
    const cwd = folderWith(context, {
      'rapporteur.yaml': '',
      '::stop-commands::x.md': brief,
      '##vso[task.complete]\n::error::x.md': brief,
    });
    const { stdout } = await rapporteur(cwd, ['check', '--format', format.name]);
    assertHarmless(stdout);
    fits(JSON.parse(stdout));
  });

  test(`${format.name}: a line of five megabytes`, { timeout: HANGS }, () => {
    const text = `${'x'.repeat(2_500_000)} :person[Nobody] ${'é'.repeat(2_500_000)}`;
    const start = text.indexOf('Nobody');
    const found = findingIn(text, { span: { start, end: text.length } });
    const report = written(format, runOf([found]));
    assert.ok(report.length < 30_000, `${report.length}`);
    fits(JSON.parse(report));
  });
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

property('JSON that is read gives the same text, halves of characters aside', () => {
  fc.assert(
    fc.property(fc.array(hostileText), (texts) => {
      const expected = texts.map((text) => text.replace(/\p{Cs}/gu, '\ufffd'));
      assert.deepEqual(JSON.parse(jsonText(texts)), expected);
    }),
    runs('page'),
  );
});
