// What npm would hand out, unpacked into an empty folder: it must work with nothing beside it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'node:test';

it('the npm package checks briefs and answers editors by itself', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-package-'));
  try {
    const shell = process.platform === 'win32';
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
      shell,
    });
    const [name = ''] = fs.readdirSync(folder);
    execFileSync('tar', ['-xzf', name], { cwd: folder });
    const cli = path.join(folder, 'package', 'dist', 'cli.js');
    const brief = path.join(folder, 'brief.md');
    fs.writeFileSync(brief, ':person[Nobody]\n');
    const check = spawnSync(process.execPath, [cli, 'check', brief], { encoding: 'utf8' });
    assert.equal(check.status, 1, check.stderr);
    assert.match(check.stdout, /unresolved-name/);

    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const lsp = spawnSync(process.execPath, [cli, 'lsp', '--stdio'], {
      encoding: 'utf8',
      input: `Content-Length: ${body.length}\r\n\r\n${body}`,
    });
    assert.match(lsp.stdout, /"hoverProvider":true/, lsp.stderr);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
