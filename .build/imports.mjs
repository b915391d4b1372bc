// Which folder may import which, and that no file reaches itself by its imports, types included. The
// compiler's project references refuse some of it; this table says all of it, and also watches over
// packages and Node's modules. `node .build/imports.mjs [folder]` checks the tree in that folder.
//
// Why not dependency-cruiser: its newest version that runs on Node 20 reads no TypeScript 7 without a
// second compiler beside it, and takes ten times as long.
import fs from 'node:fs';
import path from 'node:path';
import { circlesIn } from './circles.mjs';
import { ROOT } from './setup.mjs';

/**
 * The floors of each part, from the top down: folders, `.` for the files beside them, `*` for all else. A
 * file may import what is in its own folder and on floors below, and nothing of a neighbour on its floor.
 */
const FLOORS = {
  'server/core': [
    ['.', 'api'],
    ['features', 'output', 'kinds', 'baseline'],
    ['rules'],
    ['suggest'],
    ['workspace'],
    ['brief'],
    ['language'],
    ['dates', 'parse'],
    ['text'],
  ],
  'server/host': [['*']],
  'server/import': [['*']],
  'server/report': [['.'], ['formats'], ['tables', 'reading'], ['frame']],
  'server/lsp': [['*']],
  'server/cli': [
    ['app'],
    ['commands'],
    ['watch', 'init', 'merge', 'completion', 'man', 'annotate', 'reports'],
    ['check'],
    ['fix'],
    ['collect'],
    ['baseline'],
    ['plan'],
    ['engine'],
    ['workspace'],
    ['compiled'],
    ['cache'],
    ['cards'],
    ['lists', 'platforms'],
    ['report'],
    ['formats'],
    ['invocation'],
    ['terminal'],
  ],
  client: [['*'], ['preview']],
};

/** Part, or floor of one -> other parts that it may import from. */
const OTHERS = {
  'server/host': ['server/core'],
  'server/import': ['server/core'],
  'server/report': ['server/core'],
  'server/lsp': ['server/core', 'server/host', 'server/import', 'server/report'],
  'server/cli': ['server/core', 'server/host', 'server/import', 'server/report'],
  'client/preview': ['server/core'],
};

/** Parts and folders of the core are entered by these; folders of the other parts by any file. */
const FRONT = /^(?:index|portable)\.ts$/;
/** What the client may know of the server: the one file that both sides share. */
const PROTOCOL = 'server/lsp/protocol.ts';
/** Only this file of the core may know the Markdown parser, and parts that make other documents or come of them. */
const REMARK = 'server/core/parse/remark/remark-reader.ts';
const MARKDOWN = new Set(['server/import', 'server/report']);
/**
 * Only the host may know the disk and other programs: what it reads and writes stays inside a repository,
 * and the one program that it runs is git.
 */
const OUTSIDE = /^(?:node:)?(?:fs(?:\/promises)?|child_process)$/;

/** What runs wherever there is JavaScript. */
const PURE = new Set(['server/core', 'server/report']);

/** All that is wrong in a tree, a line each. */
function importFaults(root) {
  const files = ['server', 'client'].flatMap((folder) => sourcesIn(root, folder));
  const imports = new Map(files.map((file) => [file, importsOf(root, file)]));
  const graph = new Map(
    [...imports].map(([file, targets]) => [file, targets.filter((each) => imports.has(each))]),
  );
  return [
    ...files.filter((file) => floorOf(file) === undefined).map((file) => `${file} is on no floor`),
    ...[...imports].flatMap(([file, targets]) => targets.flatMap((each) => wrong(file, each))),
    ...circlesIn(graph).map((circle) => `circle: ${circle.join(' -> ')}`),
  ];
}

function wrong(file, target) {
  return isAllowed(file, target) ? [] : [`${file} may not import ${target}`];
}

function isAllowed(file, target) {
  const from = floorOf(file);
  if (/^(?:unified|remark-|mdast-|micromark-extension-)/.test(target))
    return file === REMARK || MARKDOWN.has(from?.part);
  if (OUTSIDE.test(target)) return from?.part === 'server/host';
  if (target.startsWith('node:')) return !PURE.has(from?.part);
  const to = floorOf(target);
  if (from === undefined || to === undefined) return true;
  const isFront = FRONT.test(path.posix.basename(target));
  if (from.part !== to.part) {
    if (from.part === 'client' && target === PROTOCOL) return true;
    const others = OTHERS[from.part] ?? OTHERS[`${from.part}/${from.folder}`] ?? [];
    return others.includes(to.part) && isFront;
  }
  if (from.folder === to.folder) return true;
  return to.level > from.level && (isFront || from.part !== 'server/core');
}

/** The part of a file, its folder in there, and its level counted from the top. */
function floorOf(file) {
  const part = Object.keys(FLOORS).find((each) => file.startsWith(`${each}/`));
  if (part === undefined) return undefined;
  const [first, ...inside] = file.slice(part.length + 1).split('/');
  for (const folder of [inside.length === 0 ? '.' : first, '*']) {
    const level = FLOORS[part].findIndex((floor) => floor.includes(folder));
    if (level >= 0) return { part, folder, level };
  }
  return undefined;
}

function sourcesIn(root, folder) {
  const at = path.join(root, folder);
  if (!fs.existsSync(at)) return [];
  return fs
    .readdirSync(at, { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts'))
    .sort();
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** What a file imports: files by their path from the root, all else by its name. */
function importsOf(root, file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const names = [...text.matchAll(IMPORT)].map(([, from, alone, later]) => from ?? alone ?? later);
  return names.map((name) =>
    name.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts')
      : name,
  );
}

if (process.argv[1] === import.meta.filename) {
  const faults = importFaults(process.argv[2] ?? ROOT);
  for (const line of faults) console.error(line);
  process.exit(faults.length > 0 ? 1 : 0);
}
