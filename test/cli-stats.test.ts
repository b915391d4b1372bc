import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const FILES = {
  'registry.yaml': 'person:\n  ada: { name: Ada }\nsource:\n  release: { name: Release }\n',
  'a.md': `---
date: 2025-10-31
source: release
---

:person[Ada] met :person[Bo] and :person[Cy].

<!-- rapporteur-disable-next-line unresolved-name -->
:person[Di] left.
`,
};

test('--stats says what was read and how often each rule spoke, and leaves the report alone', async (context) => {
  const cwd = folderWith(context, FILES);
  const plain = await rapporteur(cwd, ['check']);
  const told = await rapporteur(cwd, ['check', '--stats']);
  assert.equal(told.stdout, plain.stdout);
  assert.equal(told.status, plain.status);
  assert.match(
    told.stderr,
    /^Read 2 files, 2\d\d characters; reported on 2 briefs and registries\./,
  );
  assert.match(told.stderr, /\n {2}2 {2}unresolved-name \(and 1 suppressed\)\n/);
});

test('--timing names the steps and the slowest rules', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stderr } = await rapporteur(cwd, ['check', '--timing', '--format', 'json']);
  assert.match(
    stderr,
    /^Took \d+ ms from the start: looking for files \d+ ms, reading them \d+ ms, putting them together \d+ ms, asking the rules \d+ ms \(1 thread\)\.\nSlowest rules:\n/,
  );
  assert.match(stderr, /\n +\d+\.\d ms {2}[a-z-]+\n/);
});
