// Which folder may import which. The compiler's project references refuse most of the rest; this
// table says it in one place, and also watches over packages and Node's modules.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

const CORE = 'server/core';
/** folder -> folders it may import from (besides itself). */
const ALLOWED = {
  [`${CORE}/text`]: [],
  [`${CORE}/baseline`]: ['text'],
  [`${CORE}/dates`]: ['text'],
  [`${CORE}/parse`]: ['text'],
  [`${CORE}/language`]: ['text', 'dates'],
  [`${CORE}/brief`]: ['text', 'dates', 'parse', 'language'],
  [`${CORE}/kinds`]: ['text', 'dates', 'language', 'brief'],
  [`${CORE}/workspace`]: ['text', 'dates', 'parse', 'language', 'brief'],
  [`${CORE}/suggest`]: ['text', 'dates', 'parse', 'language', 'brief', 'workspace'],
  [`${CORE}/rules`]: ['text', 'dates', 'parse', 'language', 'brief', 'workspace', 'suggest'],
  [`${CORE}/features`]: [
    'text',
    'dates',
    'parse',
    'language',
    'brief',
    'workspace',
    'suggest',
    'rules',
  ],
  [`${CORE}/output`]: ['text', 'dates', 'parse', 'language', 'brief', 'workspace', 'rules'],
  [`${CORE}/api`]: [
    'text',
    'dates',
    'parse',
    'language',
    'brief',
    'kinds',
    'workspace',
    'rules',
    'output',
  ],
  [CORE]: [
    'text',
    'baseline',
    'dates',
    'parse',
    'language',
    'brief',
    'kinds',
    'workspace',
    'rules',
    'features',
    'output',
  ],
  'server/host': [''],
  'server/cli': ['', 'server/host'],
  'server/lsp': ['', 'server/host'],
  client: ['client/preview'],
  'client/preview': [''],
};
/** What the client may know of the server: the one file that both sides share. */
const PROTOCOL = 'server/lsp/protocol.js';
/** Only this file may know the Markdown parser. */
const UNIFIED = `${CORE}/parse/remark/remark-reader.ts`;

function wrongImports() {
  return Object.keys(ALLOWED).flatMap((folder) =>
    filesOf(folder).flatMap((file) =>
      importsOf(file).flatMap((target) => judge(folder, file, target)),
    ),
  );
}

function judge(folder, file, target) {
  const wrong = [`${file} may not import ${target}`];
  if (/^(unified|remark-|mdast-|micromark-extension-)/.test(target))
    return file === UNIFIED ? [] : wrong;
  if (target.startsWith('node:')) return folder.startsWith(CORE) ? wrong : [];
  if (!target.startsWith('.')) return [];
  const at = path.posix.join(path.posix.dirname(file), target);
  if (at === PROTOCOL && folder.startsWith('client')) return [];
  const home = homeOf(at);
  const allowed = ALLOWED[folder].map((name) =>
    /^(?:server|client)\//.test(name) ? name : path.posix.join(CORE, name),
  );
  // What a folder is for others stands in its index.
  const isFront = /^(?:index|portable)\.js$/.test(path.posix.basename(target));
  return home === folder || (allowed.includes(home) && isFront) ? [] : wrong;
}

/** The innermost folder of the table that a file is in. */
function homeOf(file) {
  return Object.keys(ALLOWED)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function filesOf(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && homeOf(name) === folder);
}

function importsOf(file) {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2]);
}

if (process.argv[1] === import.meta.filename) {
  const wrong = wrongImports();
  for (const line of wrong) console.error(line);
  process.exit(wrong.length > 0 ? 1 : 0);
}
