// How fast briefs are read, one thread, each text once: MB/s, beside remark on the same texts.
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from '../../server/core/parse/index.js';
import { makeWorkspace } from '../support/briefs.js';

type Read = (text: string) => unknown;

const plain = unified().use(remarkParse).use(remarkGfm);
const directive = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** Texts that differ, so that no reader gains from having seen one; the tags of `prose` are taken out. */
function texts(count: number): { tagged: string[]; prose: string[] } {
  const tagged = [...makeWorkspace(count).briefs.values()];
  const prose = tagged.map((text) =>
    text
      .replace(/\{[^}\n]*\}/g, '')
      .replace(/:[a-z]+\[([^[\]\n]*)\]/g, '$1')
      .replace(/:[a-z]+\[([^\]\n]*)\]/g, '$1'),
  );
  return { tagged, prose };
}

function speed(read: Read, briefs: readonly string[]): number {
  const size = briefs.reduce((sum, text) => sum + text.length, 0);
  const start = performance.now();
  for (const text of briefs) read(text);
  return size / 1e6 / ((performance.now() - start) / 1000);
}

function line(name: string, fast: number, others: readonly [string, number][]): string {
  const beside = others.map(
    ([other, value]) => `${other} ${value.toFixed(2)} (${(fast / value).toFixed(1)} times)`,
  );
  return `${name.padEnd(20)} ${fast.toFixed(1)} MB/s; ${beside.join('; ')}`;
}

const READERS: readonly [string, Read][] = [
  ['remark-parse + gfm', (text) => plain.parse(text)],
  ['… + directive', (text) => directive.parse(text)],
];

const all = texts(2600);
for (const kind of ['prose', 'tagged'] as const) {
  // Every reader warms up on texts that it is not measured on. Ours needs more of them: it is fast.
  const others = READERS.map(([name, read]): [string, number] => {
    speed(read, all[kind].slice(0, 150));
    return [name, speed(read, all[kind].slice(150, 300))];
  });
  speed(parse, all[kind].slice(300, 1500));
  const fast = speed(parse, all[kind].slice(1500));
  console.log(line(kind === 'prose' ? 'prose without tags' : 'tagged briefs', fast, others));
}
