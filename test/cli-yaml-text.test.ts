import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { CI_SYSTEMS } from '../server/cli/init/list.js';
import { shellWord } from '../server/cli/init/system.js';
import { yamlScalar } from '../server/core/index.js';
import { property, runs } from './support/needs.js';

const ODD = 'it\'s a: b $HOME #1 `x` "y"';

property('a text of one line means itself in YAML, alone and in a list', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[\w ./*#:,'"[\]{}&!|>%@`~?-]+$/),
    fc.constantFrom('true', 'No', 'null', '~', '1', '1e3', '0x1f', '2025-10-31', '.5', '- a', ODD),
  );
  fc.assert(
    fc.property(word, (text) => {
      assert.deepEqual(parse(`a: ${yamlScalar(text)}`), { a: text });
      assert.deepEqual(parse(`[${yamlScalar(text, 'flow')}, x]`), [text, 'x']);
    }),
    runs('workspace'),
  );
});

test('a text is one word of a shell', { skip: process.platform === 'win32' }, () => {
  const words = [ODD, 'a\\b', '-n', '*', 'plain/path.md'];
  const line = `printf '%s\\n' ${words.map(shellWord).join(' ')}`;
  assert.equal(spawnSync('sh', ['-c', line], { encoding: 'utf8' }).stdout, `${words.join('\n')}\n`);
});

test('a workspace in an oddly named folder is named right on every platform', () => {
  for (const { name, text } of CI_SYSTEMS) {
    const file = text({ version: '1.2.3', folder: ODD, branch: 'main' });
    const said = JSON.stringify(parse(file));
    const meant = [ODD, shellWord(ODD)].map((each) => JSON.stringify(each).slice(1, -1));
    assert.ok(
      meant.some((each) => said.includes(each)),
      `${name}\n${file}`,
    );
  }
});
