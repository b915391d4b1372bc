// Searching symbols as an editor does it while a person types, in workspaces of 100,000 and more.
import { performance } from 'node:perf_hooks';
import { applyChanges, findSymbols, type Workspace } from '../../server/core/index.js';
import { workspaceOf } from '../support/workspace.js';

const BRIEFS = 2500;
const PROMISES = 20;
const PEOPLE = 50_000;

const WORDS =
  'to review progress in joint training logistics and supply with officials from several agencies during spring and compare notes on funding timetables'.split(
    ' ',
  );

/** 50,000 people in a registry; 2,500 briefs with 20 promises each and three headings. */
function makeTexts(): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const people = Array.from({ length: PEOPLE }, (_, at) => {
    const name = `${pick(FIRST, at)} ${pick(LAST, Math.floor(at / 7))} ${at}`;
    return `  p-${at}: { name: ${name}, other_names: [Minister ${name}] }`;
  });
  texts['registry.yaml'] = ['person:', ...people, ''].join('\n');
  for (let brief = 0; brief < BRIEFS; brief += 1) {
    const promises = Array.from({ length: PROMISES }, (_, at) => promise(brief, at));
    texts[`briefs/${brief}.md`] =
      `# Review ${brief}\n\n## Done\n\n${promises.join('\n\n')}\n\n## Left\n`;
  }
  return texts;
}

function promise(brief: number, at: number): string {
  const words = Array.from({ length: 8 }, (_, word) =>
    pick(WORDS, brief * 31 + at * 7 + word * 13),
  );
  return `They :commitment[agreed ${words.join(' ')}]{#c-${brief}-${at} by=p-${at}}.`;
}

const FIRST = 'Amina Bo Carla Dmitri Elena Farid Grace Haruto Ines Jonas Kavya Lea'.split(' ');
const LAST = 'Abadi Berg Castro Diallo Eriksen Fofana Garcia Haddad Ito Jensen Kumar'.split(' ');

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T;
}

function measure(title: string, query: string, workspace: Workspace): void {
  const start = performance.now();
  const found = findSymbols(workspace, query, 256);
  const ms = performance.now() - start;
  console.log(
    `${title.padEnd(36)} ${JSON.stringify(query).padEnd(18)} ${ms.toFixed(1).padStart(7)} ms  ${found.length} found, first ${found[0]?.name}`,
  );
}

const workspace = workspaceOf(makeTexts());
const size = PEOPLE + BRIEFS * (PROMISES + 3);
console.log(`${size.toLocaleString('en')} symbols in ${workspace.pages.size} pages`);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
measure('the first query of all', 'e', workspace);
const QUERIES = [
  'el',
  'ele',
  'elena',
  'elena c',
  'mincas',
  'joint training',
  'c-77-3',
  'review',
  '',
];
for (const query of QUERIES) measure('typing on', query, workspace);
for (const query of ['e', ...QUERIES]) measure('again', query, workspace);
const text = `${workspace.pages.get('briefs/7.md')?.text ?? ''}\nMore.\n`;
const edited = applyChanges(workspace, [{ type: 'text', id: 'briefs/7.md', text }]);
measure('the first query after an edit', 'elena', edited);
measure('the next', 'elena c', edited);
if (globalThis.gc !== undefined) {
  globalThis.gc();
  const kept = (process.memoryUsage().heapUsed - before) / 1e6;
  console.log(`kept in memory for it: ${kept.toFixed(0)} MB`);
}
