// What npm would hand out, unpacked into an empty folder: it must work with nothing beside it.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { slow } from './support/needs.js';

slow('the npm package checks briefs and answers editors by itself', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-package-'));
  try {
    const make = `import('./.build/tarball.mjs').then((made) => made.makeTarball(${JSON.stringify(folder)}))`;
    execFileSync(process.execPath, ['--input-type=module', '-e', `await ${make}`]);
    const [name = ''] = fs.readdirSync(folder);
    execFileSync('tar', ['-xzf', name], { cwd: folder });
    const manifest = fs.readFileSync(path.join(folder, 'package', 'package.json'), 'utf8');
    const { engines, ...keys } = JSON.parse(manifest) as Readonly<Record<string, unknown>>;
    assert.deepEqual(Object.keys(keys), [
      'name',
      'version',
      'description',
      'keywords',
      'license',
      'type',
      'sideEffects',
      'bin',
      'man',
      'exports',
      'files',
    ]);
    assert.deepEqual(engines, { node: '>=20.19' });
    const cli = path.join(folder, 'package', 'dist', 'cli.js');
    const brief = path.join(folder, 'brief.md');
    fs.writeFileSync(brief, ':person[Nobody]\n');
    const check = spawnSync(process.execPath, [cli, 'check', brief], { encoding: 'utf8' });
    assert.equal(check.status, 1, check.stderr);
    assert.match(check.stdout, /unresolved-name/);

    assert.match(await firstAnswer(cli), /"hoverProvider":true/);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

/** What the server says to `initialize`. It leaves with its client, so the client stays till then. */
async function firstAnswer(cli: string): Promise<string> {
  const params = { processId: null, rootUri: null, capabilities: {} };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  const server = spawn(process.execPath, [cli, 'lsp', '--stdio']);
  try {
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let said = '';
    for await (const chunk of server.stdout) {
      said += String(chunk);
      if (said.trimEnd().endsWith('}}')) break;
    }
    return said;
  } finally {
    server.kill();
  }
}
