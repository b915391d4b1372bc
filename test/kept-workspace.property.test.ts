import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { dayOf } from '../server/core/index.js';
import { keptFiles } from '../server/lsp/kept/kept-files.js';
import { longText, workspaceTexts } from './support/edits.js';
import { allOf, openSession } from './support/kept-session.js';
import { property, runs } from './support/needs.js';

/** What happens to a file between two sessions; `touched`: it is written again as it was. */
const fate = fc.constantFrom('same', 'same', 'same', 'touched', 'changed', 'gone', 'lately');

const IDS = ['a.md', 'b.md', 'c.md', 'd.md', 'plain.md', 'registry.yaml'];

property('what was kept of a workspace, and reading all of it again, say the same', async () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-kept-'));
  const check = async (
    texts: Readonly<Record<string, string>>,
    more: readonly [string, string],
    later: Readonly<Record<string, string>>,
    fates: readonly string[],
    { open, edits, nextDay, unchecked, target }: Between,
  ): Promise<void> => {
    fs.rmSync(path.join(home, 'rapporteur'), { recursive: true, force: true });
    const kept = keptFiles('file:///briefs', home);
    const before: Record<string, string> = {
      ...texts,
      'c.md': more[0],
      'd.md': more[1],
      'plain.md': '# One\n\n# Two\n\nSee [a](a.md).\n',
      ...(target === 'before' && { 'none.pdf': '' }),
    };
    const first = await openSession(
      { files: before, stamp: (id) => `1 ${id}`, kept },
      (id) => !unchecked.includes(id),
    );
    await first.keep();
    const after: Record<string, string> = { ...(target === 'after' && { 'none.pdf': '' }) };
    for (const [index, id] of IDS.entries()) {
      const text = before[id] ?? '';
      if (fates[index] === 'changed') after[id] = later[id] ?? `${text}\n\n${more[1]}`;
      else if (fates[index] !== 'gone') after[id] = text;
    }
    const stamp = (id: string): string | undefined => {
      const found = fates[IDS.indexOf(id)];
      if (found === 'lately') return undefined;
      return found === 'same' ? `1 ${id}` : `2 ${id}`;
    };
    const opened = open.flatMap((id) => {
      const text = after[id];
      return text === undefined ? [] : [[id, edits ? `${text}\n\n:person[Ann] came.` : text]];
    });
    const session = {
      files: after,
      stamp,
      open: Object.fromEntries(opened) as Record<string, string>,
      today: dayOf(2025, 11, nextDay ? 2 : 1),
    };
    const scratch = allOf(await openSession(session));
    const second = await openSession({ ...session, kept });
    assert.deepEqual(allOf(second), scratch);
    // And what is kept of what was kept.
    await second.keep();
    assert.deepEqual(allOf(await openSession({ ...session, kept })), scratch);
  };
  try {
    await fc.assert(
      fc.asyncProperty(
        workspaceTexts,
        fc.tuple(longText, longText),
        workspaceTexts,
        fc.array(fate, { minLength: IDS.length, maxLength: IDS.length }),
        between,
        check,
      ),
      runs('run'),
    );
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
});

interface Between {
  readonly open: readonly string[];
  /** Whether what is open has been edited and not saved. */
  readonly edits: boolean;
  readonly nextDay: boolean;
  readonly unchecked: readonly string[];
  /** When there is something that briefs link to. */
  readonly target: 'never' | 'before' | 'after';
}

const between: fc.Arbitrary<Between> = fc.record({
  open: fc.subarray(IDS, { maxLength: 2 }),
  edits: fc.boolean(),
  nextDay: fc.boolean(),
  unchecked: fc.subarray(IDS),
  target: fc.constantFrom('never', 'before', 'after'),
});
