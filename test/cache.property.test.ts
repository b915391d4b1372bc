// Whatever is edited, renamed, configured or broken between two checks: with a cache they say what a
// check without one says, byte for byte.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { rapporteur } from './support/cli.js';
import { property, runs } from './support/needs.js';

const NAMES = ['a.md', 'b.md', 'deep/a.md', 'notes.md', 'registry.yaml', 'deep/x.registry.yaml'];

/** Parts that depend on one another across files, and slips. */
const PARTS = [
  '---\ndate: 2025-10-31\nsource: review\n---\n\n',
  ':person[Mo] met :person[Jo] and :person[Nobody].\n\n',
  ':person[Mo Haddad]{#mo other-names="Mo"} speaks.\n\n',
  ':place[India] :commitment[agreed to pay]{#c-pay by=india to=mo due=2025-09}.\n\n',
  ':commitment[will build a road]{#c-road by=india depends-on=c-pay}.\n\n',
  ':update[It was paid]{of=c-pay status=fulfilled on=2025-10-01}.\n\n',
  ':vessel[Argo]{#argo} and :vessel[Argo].\n\n',
  'See [there](b.md#a-heading), [here](deep/a.md) and [nowhere](none.pdf).[^1]\n\n',
  '# A heading\n\n',
  '<!-- rapporteur-disable-next-line unresolved-name -- known -->\n\n',
  ':person[Mo{#broken and : person[Jo] ::: commitment\n\n',
  '\u2028😀 ﬁ \ud7ff ```\n:person[Code]\n```\n\n',
] as const;
const ENTRIES = [
  'person:\n  mo: { name: Mo, other_names: [Jo] }\n',
  'place:\n  india: { name: India }\n',
  'person:\n  jo: { name: Jo, memberships: [ { org: un, start: 2020 } ] }\nplace: [',
  'source:\n  review: { name: Review }\nship:\n  argo: { name: Argo }\n',
] as const;
const CONFIGS = [
  '{}\n',
  'kinds: { vessel: { title: Vessel } }\n',
  'briefs: "*.md"\n',
  'briefs: deep/**\nregistries: "**/x.registry.yaml"\n',
  'rules: { unresolved-name: hint, unused-entity: off }\nfailOn: hint\n',
  'ignore: deep\n',
  'registries: "**/*.md"\n',
] as const;

type Step =
  | { readonly type: 'write'; readonly name: string; readonly parts: readonly string[] }
  | { readonly type: 'remove'; readonly name: string }
  | { readonly type: 'rename'; readonly name: string; readonly to: string }
  | { readonly type: 'configure'; readonly text: string }
  | { readonly type: 'harm'; readonly how: Harm; readonly pack: number; readonly at: number };

const HARMS = ['flip', 'cut', 'empty', 'foreign', 'remove', 'swap', 'folder', 'litter'] as const;
type Harm = (typeof HARMS)[number];
/** Those which leave a pack that can be read, or none. */
const QUIET: readonly Harm[] = ['remove', 'swap', 'litter'];

const name = fc.constantFrom(...NAMES);
const parts = (name: string): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.constantFrom<string>(...(name.endsWith('.yaml') ? ENTRIES : PARTS)), {
    maxLength: 4,
  });
const write: fc.Arbitrary<Step> = name.chain((name) =>
  parts(name).map((parts) => ({ type: 'write' as const, name, parts })),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: write },
  fc.record({ type: fc.constant('remove' as const), name }),
  fc.record({ type: fc.constant('rename' as const), name, to: name }),
  fc.record({ type: fc.constant('configure' as const), text: fc.constantFrom<string>(...CONFIGS) }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('harm' as const),
      how: fc.constantFrom(...HARMS),
      pack: fc.nat(),
      at: fc.nat(),
    }),
  },
);

property('a warm check says what a cold one says, byte for byte', async () => {
  const first = fc.array(write, { minLength: 2, maxLength: 6 });
  const later = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(first, later, async (first, later) => {
      const cwd = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-cache-')));
      try {
        fs.mkdirSync(path.join(cwd, '.git'));
        let harmed = false;
        for (const steps of [first, ...later]) {
          for (const one of steps) take(cwd, one);
          // It is noticed when a file is there again whose pack it is.
          harmed ||= steps.some((one) => one.type === 'harm' && !QUIET.includes(one.how));
          await same(cwd, harmed);
        }
      } finally {
        fs.rmSync(cwd, { recursive: true, force: true });
      }
    }),
    runs('run'),
  );
});

const CHECK = ['check', '--format', 'json', '--allow-empty'];

async function same(cwd: string, harmed: boolean): Promise<void> {
  const cold = await rapporteur(cwd, CHECK);
  assert.match(cold.stdout, /^\{/, cold.stderr);
  const warm = await rapporteur(cwd, [...CHECK, '--cache-location', 'kept']);
  assert.equal(warm.stdout, cold.stdout);
  assert.equal(warm.status, cold.status);
  const notes = warm.stderr.replace(cold.stderr, '').split('\n').slice(0, -1);
  assert.ok(notes.length <= (harmed ? 1 : 0), warm.stderr);
  for (const note of notes) assert.match(note, /^rapporteur: the cache in \S+kept (?:was|could)/);
}

function take(cwd: string, step: Step): void {
  const at = (name: string): string => path.join(cwd, name);
  switch (step.type) {
    case 'harm':
      harm(cwd, step);
      break;
    case 'configure':
      fs.writeFileSync(at('rapporteur.yaml'), step.text);
      break;
    case 'remove':
      fs.rmSync(at(step.name), { force: true });
      break;
    case 'write':
      fs.mkdirSync(path.dirname(at(step.name)), { recursive: true });
      fs.writeFileSync(at(step.name), step.parts.join(''));
      break;
    case 'rename':
      if (fs.existsSync(at(step.name)) && fs.existsSync(path.dirname(at(step.to))))
        fs.renameSync(at(step.name), at(step.to));
  }
}

function harm(cwd: string, { how, pack, at }: Step & { readonly type: 'harm' }): void {
  const kept = path.join(cwd, 'kept');
  if (!fs.existsSync(kept)) return;
  const all = fs.readdirSync(kept, { recursive: true, encoding: 'utf8' });
  const packs = all.filter((each) => each.endsWith('.pack')).map((each) => path.join(kept, each));
  const [chosen, other] = [packs[pack % packs.length], packs[at % packs.length]];
  if (chosen === undefined || other === undefined || fs.statSync(chosen).isDirectory()) return;
  const bytes = fs.readFileSync(chosen);
  const place = at % Math.max(1, bytes.length);
  if (how === 'flip' && bytes.length > 0) bytes[place] = (bytes[place] ?? 0) ^ (1 << (pack % 8));
  if (how === 'flip') fs.writeFileSync(chosen, bytes);
  if (how === 'cut') fs.truncateSync(chosen, place);
  if (how === 'empty') fs.truncateSync(chosen);
  if (how === 'foreign') fs.writeFileSync(chosen, 'GIF89a');
  if (how === 'swap' && fs.statSync(other).isFile()) fs.copyFileSync(other, chosen);
  if (how === 'remove' || how === 'folder') fs.rmSync(chosen);
  if (how === 'folder') fs.mkdirSync(chosen);
  if (how === 'litter')
    fs.writeFileSync(path.join(path.dirname(chosen), 'a.md'), ':person[Litter]');
}
