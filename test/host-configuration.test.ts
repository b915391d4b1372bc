// The configuration of a workspace with all that it extends, read until nothing new turns up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Host,
  memoryHost,
  type Reading,
  readConfigFiles,
  readConfigFilesSync,
} from '../server/host/index.js';

const FILES = {
  'rapporteur.yaml': 'extends: shared/a.yaml\nfailOn: warning\n',
  'shared/a.yaml': 'extends: [b.yaml, ../gone.yaml]\nfailOn: error\n',
  'shared/b.yaml': 'rules: { overdue-commitment: off }\n',
  'old/rapporteur.yaml': 'root: false\nextends: ../shared/c.yaml\n',
  'shared/c.yaml': 'ignore: [drafts]\n',
};

/** Says of what it was asked. */
function asked(host: Pick<Host, 'read'>): { host: Pick<Host, 'read'>; paths: string[] } {
  const paths: string[] = [];
  const read = (id: string): Promise<Reading> => {
    paths.push(id);
    return host.read(id);
  };
  return { host: { read }, paths };
}

test('each file that is extended is read once, also one that is not there', async () => {
  const { host, paths } = asked(memoryHost(FILES));
  const { reading, files } = await readConfigFiles(host, 'rapporteur.yaml', []);
  assert.deepEqual(paths, ['rapporteur.yaml', 'shared/a.yaml', 'shared/b.yaml', 'gone.yaml']);
  assert.deepEqual([...files.keys()], paths);
  assert.equal(reading.settings.failOn, 'warning');
  assert.equal(reading.settings.levels.get('overdue-commitment'), 'off');
  assert.deepEqual([...reading.faults.keys()], ['shared/a.yaml']);
});

test('what a folder below extends counts there', async () => {
  const host = memoryHost(FILES);
  const { reading } = await readConfigFiles(host, undefined, ['old/rapporteur.yaml']);
  assert.deepEqual(reading.settings.ignoredBelow, [{ below: 'old', globs: ['drafts'] }]);
});

test('read at once it is the same, and what is known is not read again', async () => {
  const texts = new Map(Object.entries(FILES));
  const paths: string[] = [];
  const read = (path: string): Reading => {
    paths.push(path);
    const text = texts.get(path);
    return text === undefined
      ? { type: 'fault', fault: { code: 'gone', reason: 'there is no such file' } }
      : { type: 'text', text, bom: false };
  };
  const own = readConfigFilesSync(read, 'rapporteur.yaml', []);
  assert.deepEqual(
    own.reading,
    (await readConfigFiles(memoryHost(FILES), 'rapporteur.yaml', [])).reading,
  );
  paths.length = 0;
  const below = ['old/rapporteur.yaml'];
  const whole = readConfigFilesSync(read, 'rapporteur.yaml', below, own.files);
  assert.deepEqual(paths, ['old/rapporteur.yaml', 'shared/c.yaml']);
  const again = await readConfigFiles(memoryHost(FILES), 'rapporteur.yaml', below);
  assert.deepEqual(whole.reading, again.reading);
  assert.equal(own.files.size + 2, whole.files.size, 'what was known stays as it was');
});

test('a configuration that is not in UTF-8 does not count, and that is a fault', async () => {
  const host = memoryHost({ 'rapporteur.yaml': Buffer.from([0x66, 0xe9, 0x0a]) });
  const { reading } = await readConfigFiles(host, 'rapporteur.yaml', []);
  assert.match(reading.faults.get('rapporteur.yaml')?.[0]?.message ?? '', /not in UTF-8/);
});
