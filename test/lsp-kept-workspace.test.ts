import assert from 'node:assert/strict';
import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { makeWorkspace } from './support/briefs.js';
import { folderWith } from './support/cli.js';
import { type Editor, startEditor } from './support/editor.js';
import { slow } from './support/needs.js';
import { HANGS } from './support/patience.js';

/** All findings of the folder that is open. */
async function findingsIn(editor: Editor): Promise<ReadonlyMap<string, unknown>> {
  const { items } = await editor.connection.sendRequest<{
    items: { uri: string; items: unknown }[];
  }>('workspace/diagnostic', { previousResultIds: [] });
  const root = editor.uri('');
  return new Map(items.map(({ uri, items: found }) => [uri.slice(root.length), found]));
}

slow(
  'a large folder is kept when nothing happens, and opened from that the next time',
  async (context) => {
    const home = folderWith(context, {});
    const env = { XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home };
    const { registry, briefs } = makeWorkspace(200);
    const files = { ...Object.fromEntries(briefs), 'registry.yaml': registry };
    const editor = await startEditor(files, { env });
    const keptIn = (): readonly string[] =>
      fs
        .readdirSync(home, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('workspace'));
    const first = await findingsIn(editor);
    for (const until = Date.now() + HANGS; keptIn().length === 0; await setTimeout(50))
      assert.ok(Date.now() < until, 'it was not kept');
    const again = await startEditor({}, { env, root: editor.root });
    assert.deepEqual(await findingsIn(again), first);
    assert.ok(first.size >= 200);
    // Who wants nothing to be copied has it taken away.
    const without = await startEditor(
      {},
      { env, root: editor.root, configuration: { cache: false } },
    );
    assert.deepEqual(await findingsIn(without), first);
    for (const until = Date.now() + HANGS; keptIn().length > 0; await setTimeout(50))
      assert.ok(Date.now() < until, 'it was not taken away');
    for (const each of [without, again, editor]) await each.close();
  },
);
