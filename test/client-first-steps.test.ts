// The ticks of the walkthrough, with a VS Code of a few lines.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Memento } from 'vscode';
import { loadClientModule } from './support/client-module.js';

type FirstSteps = typeof import('../client/first-steps.js');

/** A window: the module as it is loaded there, and what was ticked in it. */
async function openWindow(): Promise<{ steps: FirstSteps; ticked: string[] }> {
  const ticked: string[] = [];
  const commands = {
    executeCommand: async (command: string, key: string, value: unknown) => {
      assert.deepEqual([command, value], ['setContext', true]);
      ticked.push(key);
    },
  };
  const steps = await loadClientModule<FirstSteps>('client/first-steps.ts', {
    vscode: { commands },
  });
  return { steps, ticked };
}

/** What VS Code remembers in all windows. */
function memoryOf(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: async (key: string, value: unknown) => void values.set(key, value),
  } as Memento;
}

test('what was done in one window is ticked in the next one as soon as it opens', async () => {
  const memory = memoryOf();
  const first = await openWindow();
  await first.steps.rememberSteps(memory);
  assert.deepEqual(first.ticked, []);
  await first.steps.didStep('sample');
  await first.steps.didStep('tag');
  await first.steps.didStep('sample');
  assert.deepEqual(new Set(first.ticked), new Set(['rapporteur.did.sample', 'rapporteur.did.tag']));
  const second = await openWindow();
  await second.steps.rememberSteps(memory);
  assert.deepEqual(second.ticked, ['rapporteur.did.sample', 'rapporteur.did.tag']);
});

test('a step is ticked before the sample opens another window', async () => {
  const calls: string[] = [];
  const commands = {
    executeCommand: async (command: string) => {
      await new Promise((resolve) => setImmediate(resolve));
      calls.push(command);
    },
  };
  const vscode = {
    commands,
    Uri: { joinPath: (...parts: readonly string[]) => parts.join('/') },
    workspace: { fs: { stat: async () => ({}) } },
  };
  const { openSample } = await loadClientModule<typeof import('../client/commands/open-sample.js')>(
    'client/commands/open-sample.ts',
    { vscode },
  );
  const folders = { extension: '/extension', storage: '/storage' };
  await openSample.run({ folders } as never);
  assert.deepEqual(calls, ['setContext', 'vscode.openFolder']);
});
