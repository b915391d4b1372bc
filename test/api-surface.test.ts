// The declared surface of the public API, name by name: a change of it is a decision. `UPDATE=1 npm test api-surface`
// rewrites the snapshot; read the diff. API Extractor, since it follows re-exports as the compiler does.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const SNAPSHOT = path.resolve('test', 'golden', 'api.md');
const MAX_NAMES = 46;

test('the surface is the one agreed on', () => {
  const report = surface();
  if (process.env.UPDATE) fs.writeFileSync(SNAPSHOT, report);
  assert.equal(report, fs.readFileSync(SNAPSHOT, 'utf8'));
});

test('every name has its docstring, and there are not too many', () => {
  const report = surface();
  assert.deepEqual(report.match(/@public \(undocumented\)\n.*/g) ?? [], []);
  const names = report.match(/^export /gm) ?? [];
  assert.ok(names.length <= MAX_NAMES, `${names.length} names`);
});

let made: string | undefined;

function surface(): string {
  made ??= extract();
  return made;
}

function extract(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-api-'));
  const entry = path.resolve('out', 'server', 'core', 'api', 'index.d.ts');
  const none = { default: { logLevel: 'none' as never } };
  try {
    const config = ExtractorConfig.prepare({
      configObjectFullPath: path.resolve('api-extractor.json'),
      packageJsonFullPath: path.resolve('package.json'),
      configObject: {
        projectFolder: process.cwd(),
        mainEntryPointFilePath: entry,
        compiler: { overrideTsconfig: { compilerOptions: COMPILER, files: [entry] } },
        apiReport: {
          enabled: true,
          reportFileName: 'api',
          reportFolder: folder,
          reportTempFolder: folder,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          compilerMessageReporting: none,
          tsdocMessageReporting: none,
          extractorMessageReporting: {
            ...none,
            'ae-undocumented': { logLevel: 'none' as never, addToApiReportFile: true },
          },
        },
      },
    });
    const messageCallback = (message: { handled: boolean }): void => {
      message.handled = true;
    };
    assert.ok(Extractor.invoke(config, { localBuild: true, messageCallback }).succeeded);
    const report = fs
      .readFileSync(path.join(folder, 'api.api.md'), 'utf8')
      .replaceAll('\r\n', '\n');
    // With lines of generated files, which change with every comment.
    return report.replace(/\n\/\/ Warnings were encountered[\s\S]*?(?=\n```)/, '');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const COMPILER = {
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  types: [],
  skipLibCheck: true,
};
