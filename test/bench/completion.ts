// How long completion takes in a brief of 1 MB, in a workspace of 100,000 entities: each time after a
// keystroke, so that nothing is known of the new snapshot.
import {
  applyChanges,
  type Change,
  complete,
  type Page,
  type Workspace,
} from '../../server/core/index.js';
import { makeWorkspace } from '../support/briefs.js';
import { workspaceOf } from '../support/workspace.js';

const ENTITIES = 100_000;
const KINDS = ['person', 'org', 'place', 'topic'] as const;

function registry(): string {
  const lines: string[] = [];
  for (const kind of KINDS) {
    lines.push(`${kind}:`);
    for (let index = 0; index < ENTITIES / KINDS.length; index += 1) {
      const name = `${syllables(index)} ${syllables(index * 7 + 3)}`;
      lines.push(`  ${kind}-${index}: { name: ${name}, other_names: [${name} the ${kind}] }`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const PARTS = 'ka ra mi to ne su wo li pa du he zi'.split(' ');

function syllables(index: number): string {
  const parts = [0, 1, 2, 3].map((at) => PARTS[Math.floor(index / 12 ** at) % 12]);
  const word = parts.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function brief(): string {
  const { briefs } = makeWorkspace(1, 1_000_000);
  return [...briefs.values()][0] ?? '';
}

const PATH = 'brief.md';

/** The workspace after the brief was typed in, as an editor has it. */
function typed(workspace: Workspace, text: string): { workspace: Workspace; page: Page } {
  const change: Change = { type: 'text', id: PATH, text };
  const next = applyChanges(workspace, [change]);
  const page = next.pages.get(PATH);
  if (page === undefined) throw new Error('no brief');
  return { workspace: next, page };
}

const text = brief();
let workspace = workspaceOf({ 'big.registry.yaml': registry(), [PATH]: text });
const middle = text.indexOf('\n\n', text.length / 2) + 2;

const CASES: readonly (readonly [string, string, string])[] = [
  ['kinds', 'A word :', ''],
  ['names, nothing typed', 'A word :person[', '] more.'],
  ['names, one letter', 'A word :person[K', '] more.'],
  ['names, a few letters', 'A word :person[Kara', '] more.'],
  ['names, within', 'A word :person[the', '] more.'],
  ['ids of any party', 'A :commitment[word]{by=', '} more.'],
  ['ids, typed', 'A :commitment[word]{by=ka', '} more.'],
  ['attributes', 'A :commitment[word]{', '} more.'],
  ['new id', 'A :commitment[word]{#', '} more.'],
  ['prose', 'A word and ', 'more.'],
];

for (const [name, before, after] of CASES) {
  const times: number[] = [];
  let count = 0;
  for (let turn = 0; turn < 7; turn += 1) {
    const start = `${'x'.repeat(turn)} ${before}`;
    const now = typed(
      workspace,
      `${text.slice(0, middle)}${start}${after}\n\n${text.slice(middle)}`,
    );
    workspace = now.workspace;
    const from = performance.now();
    const found = complete(workspace, now.page, middle + start.length, { trigger: undefined });
    times.push(performance.now() - from);
    count = found?.items.length ?? 0;
  }
  const [first = 0, ...rest] = times;
  const sorted = rest.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(
    `${name.padEnd(22)} ${String(count).padStart(4)} items  first ${first.toFixed(1)} ms, then ${median.toFixed(1)} ms, at most ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
  );
}
