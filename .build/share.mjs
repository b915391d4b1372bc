// Test files that need no process of their own share a few: starting Node and reading the core takes longer than most of
// them. For quick runs only; in a whole run each file has its own.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What would be felt by other files in the process, or is mostly waiting and so best beside others. */
const WANTS_ITS_OWN =
  /node:child_process|node:worker_threads|process\.chdir|process\.env\.\w+ = |^(?:before|after)(?:Each)?\(/m;
const SUPPORT = /from '(\.{1,2}\/[^']*)'/g;

/**
 * Entries for Node's test runner in place of the built test files: first `count` shared ones, written into `folder`, then
 * the files that want their own process.
 */
export function shared(files, folder, count) {
  const own = files.filter((file) => wantsItsOwn(file));
  const others = files.filter((file) => !own.includes(file));
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const entries = Array.from({ length: Math.min(count, others.length) }, (_, index) => {
    const entry = path.join(folder, `${index + 1}.mjs`);
    fs.writeFileSync(entry, entryOf(others.filter((_, at) => at % count === index)));
    return entry;
  });
  return [...entries, ...own];
}

/** Whether it, or what it imports of the tests' own, does so. */
function wantsItsOwn(file, seen = new Set()) {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = fs.readFileSync(file, 'utf8');
  if (WANTS_ITS_OWN.test(text)) return true;
  const imported = [...text.matchAll(SUPPORT)].map((match) =>
    path.resolve(path.dirname(file), match[1]),
  );
  const tests = `${path.sep}test${path.sep}`;
  return imported.some((each) => each.includes(tests) && wantsItsOwn(each, seen));
}

/** A file that cannot be loaded is a failed test of its name, and the others go on. */
function entryOf(files) {
  const urls = files.map((file) => pathToFileURL(file).href);
  return `import test from 'node:test';
for (const url of ${JSON.stringify(urls, null, 2)}) {
  await import(url).catch((error) => test(url, () => Promise.reject(error)));
}
`;
}
