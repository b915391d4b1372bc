// The guide as a whole: every link in it leads somewhere, and every page of it can be found.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { parse, recognize, vocabularyOf } from '../server/core/index.js';

const NONE = vocabularyOf([]);

function markdownBelow(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => name.endsWith('.md'));
}

const PAGES: readonly string[] = [
  ...fs.readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'client', 'server', 'samples', 'test/cases'].flatMap(markdownBelow),
];

/** Links and pictures of a page that lead into the repository, as they are written. */
function localTargets(text: string): readonly string[] {
  const prose = text.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
  const pictures = [...prose.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(
    ([, target = '']) => target,
  );
  return [...links, ...pictures].filter((target) => !/^[a-z][a-z\d+.-]*:/i.test(target));
}

function anchorsOf(page: string): ReadonlySet<string> {
  const { headings } = recognize(parse(fs.readFileSync(page, 'utf8')), NONE);
  return new Set(headings.map(({ slug }) => slug));
}

/** The file that a target leads to, from the repository's top. */
function fileOf(page: string, target: string): string {
  const [file = ''] = target.split('#');
  return file === '' ? page : path.posix.join(path.posix.dirname(page), file);
}

function isBroken(page: string, target: string): boolean {
  const file = fileOf(page, target);
  if (!fs.existsSync(file)) return true;
  const [, anchor] = target.split('#');
  return anchor !== undefined && !(file.endsWith('.md') && anchorsOf(file).has(anchor));
}

test('every link and picture leads to a file, and to a heading in it', () => {
  const broken = PAGES.filter((page) => !page.startsWith('samples/every-finding')).flatMap((page) =>
    localTargets(fs.readFileSync(page, 'utf8'))
      .filter((target) => isBroken(page, target))
      .map((target) => `${page}: ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('a broken link would be found', () => {
  const page = 'docs/README.md';
  assert.deepEqual(
    ['gone.md', 'language.md#gone', '#gone', 'language.md#kinds', '../README.md'].map((target) =>
      isBroken(page, target),
    ),
    [true, true, true, false, false],
  );
  assert.deepEqual(
    localTargets('[a](b.md#c) ![d](e.png) <img src="f.webp"> `[g](h)` [i](https://j)'),
    ['b.md#c', 'e.png', 'f.webp'],
  );
});

test('every page of the guide is reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    if (!page.endsWith('.md')) continue;
    for (const target of localTargets(fs.readFileSync(page, 'utf8'))) {
      const file = fileOf(page, target);
      if (fs.existsSync(file) && fs.statSync(file).isFile()) reached.add(file);
    }
  }
  assert.deepEqual(
    markdownBelow('docs').filter((page) => !reached.has(page)),
    [],
  );
});

test('the README is two screens', () => {
  const lines = fs.readFileSync('README.md', 'utf8').trimEnd().split('\n');
  assert.ok(lines.length <= 95, `${lines.length} lines`);
  for (const command of ['npm start', 'npm test']) {
    assert.ok(
      lines.some((line) => line.startsWith(`${command} `)),
      command,
    );
  }
});
