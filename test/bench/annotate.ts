// How well and how fast `annotate` reads untagged text: precision and recall by kind on samples/gold and on any folder
// given by `--gold DIR`, beside compromise on the same texts; speed in one thread: many briefs, one that was never read,
// a key in a brief with and without suggestions; and what the extension carries along for them.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { deflateRawSync } from 'node:zlib';
import compromise from 'compromise';
import { applyChanges, lint } from '../../server/core/index.js';
import { LANGUAGES } from '../../server/core/language/index.js';
import { NameIndex } from '../../server/core/suggest/engine/index.js';
import { readParagraph } from '../../server/core/suggest/engine/reading/paragraph.js';
import { createSuggestions } from '../../server/core/suggest/suggestions/index.js';
import { type GoldBrief, goldIn } from '../support/gold.js';
import { agreementOf } from '../support/gold-agreement.js';
import { report, scoreOf, type Tally, tally, unknownOffered } from '../support/gold-score.js';
import { workspaceWith } from '../support/linting.js';

const KINDS = ['person', 'org', 'place'] as const;

function folders(): readonly string[] {
  const at = process.argv.indexOf('--gold');
  const given = at < 0 ? undefined : process.argv[at + 1];
  return given === undefined ? [path.join('samples', 'gold')] : [given];
}

/** What compromise takes for people, organizations and places. */
function byCompromise(source: string): readonly { kind: string; start: number; end: number }[] {
  const doc = compromise(source);
  return (['person', 'org', 'place'] as const).flatMap((kind) => {
    const found = { person: doc.people(), org: doc.organizations(), place: doc.places() }[kind];
    const spans: { kind: string; start: number; end: number }[] = [];
    let from = 0;
    for (const text of found.out('array') as string[]) {
      const words = text.replace(/[.,;:]$/, '');
      const start = source.indexOf(words, from);
      if (start < 0) continue;
      from = start + words.length;
      spans.push({ kind, start, end: from });
    }
    return spans;
  });
}

function besideCompromise(briefs: readonly GoldBrief[]): void {
  const [ours, theirs] = [tally(), tally()];
  for (const brief of briefs) {
    const wanted = brief.mentions.filter(
      ({ kind, via }) => via === 'name' && (KINDS as readonly string[]).includes(kind),
    );
    const compare = (
      into: Tally,
      offered: readonly { kind: string; start: number; end: number }[],
    ): void => {
      into.offered += offered.length;
      into.wanted += wanted.length;
      into.hit += offered.filter((one) =>
        wanted.some((w) => w.start === one.start && w.end === one.end && w.kind === one.kind),
      ).length;
    };
    compare(
      ours,
      unknownOffered(brief).filter(({ kind }) => (KINDS as readonly string[]).includes(kind)),
    );
    compare(theirs, byCompromise(brief.source));
  }
  const f = ({ hit, offered, wanted }: Tally): string =>
    ((2 * hit) / Math.max(1, offered + wanted)).toFixed(2);
  console.log(
    `people, organizations and places without a registry: F ${f(ours)}; compromise ${f(theirs)}`,
  );
}

/** Milliseconds of processor time of what is done, the least of a few times. */
function least(rounds: number, work: () => void): string {
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return `${Math.min(...times).toFixed(1)} ms`;
}

/** 100,000 registered names, gathered, and looked for in a text of 1 MB. */
function manyNames(): void {
  const [english] = LANGUAGES;
  if (english === undefined) return;
  const names = Array.from({ length: 100_000 }, (_, at) => ({
    kind: 'person',
    id: `p-${at}`,
    name: `Person${at % 5000} of Place ${at}`,
  }));
  const sentence = (at: number): string =>
    `The meeting of Person${at} of Place ${at} with the minister went on for a while. `;
  const paragraphs = Array.from({ length: 2000 }, (_, at) =>
    readParagraph({ start: 0, form: 'paragraph', text: sentence(at).repeat(7) }, english),
  );
  let index = new NameIndex([], []);
  const gathering = least(3, () => {
    index = new NameIndex(names, english.names.elisions);
  });
  const looking = least(3, () => {
    for (const paragraph of paragraphs) index.namesIn(paragraph);
  });
  const size = paragraphs.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  console.log(
    `100,000 registered names: gathered in ${gathering}; looked for in ${size.toFixed(1)} MB in ${looking}`,
  );
}

/** A text that nobody has read before, and that says the same. */
function another(source: string, round: number): string {
  return source.replace(/\.\n\n/g, ` (${round}).\n\n`);
}

function bodyOf(source: string): string {
  return source.replace(/^---\n[\s\S]*?\n---\n/, '');
}

/** A brief of about so many characters, of the paragraphs of others. */
function briefOf(briefs: readonly GoldBrief[], length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at += 1)
    text += `${bodyOf(another(briefs[at % briefs.length]?.source ?? 'Nothing.\n\n', at)).trim()}\n\n`;
  const end = text.lastIndexOf('\n\n', length);
  return `---\ndate: 2025-10-31\n---\n\n${text.slice(0, end < 0 ? length : end)}\n`;
}

function inMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const atRest = (times: readonly number[]): string =>
  `${Math.min(...times).toFixed(2)} ms at best, ${median(times).toFixed(2)} ms in the middle`;

/** Many briefs that were read as Markdown already, one after the other; beside compromise. */
function manyBriefs(briefs: readonly GoldBrief[]): void {
  const rounds = Array.from({ length: 150 }, (_, round) =>
    briefs.map(({ source }) => another(source, round)),
  );
  const size = rounds[0]?.reduce((sum, text) => sum + Buffer.byteLength(text), 0) ?? 0;
  const suggestions = createSuggestions();
  const ours = rounds.map((texts, round) => {
    const files = Object.fromEntries(texts.map((text, at) => [`${round}-${at}.md`, text]));
    const workspace = workspaceWith(files);
    const pages = [...workspace.pages.values()];
    return inMs(() => {
      for (const page of pages) suggestions.candidatesIn(workspace, page);
    });
  });
  const theirs = rounds.slice(0, 10).map((texts) =>
    inMs(() => {
      for (const source of texts) byCompromise(source);
    }),
  );
  const speed = (times: readonly number[]): string => (size / 1000 / Math.min(...times)).toFixed(2);
  console.log(
    `many briefs, all that could be tagged: ${speed(ours)} MB/s in one thread at best; compromise, names alone: ${speed(theirs)} MB/s`,
  );
}

/** A brief of 6 KB that was never read before, up to its tags. */
function unseenBrief(briefs: readonly GoldBrief[]): void {
  const suggestions = createSuggestions();
  const times = Array.from({ length: 80 }, (_, round) => {
    const workspace = workspaceWith({ 'a.md': another(briefOf(briefs, 6000), round) });
    const page = workspace.pages.get('a.md');
    if (page === undefined) return 0;
    return inMs(() => suggestions.suggestionsOf(workspace, page));
  });
  console.log(`an unseen brief of 6 KB, in full: ${atRest(times)}`);
}

/** A letter typed in the middle of a brief of 10 KB, and the findings of it. */
function keyInBrief(briefs: readonly GoldBrief[]): void {
  const text = briefOf(briefs, 10_000);
  const place = text.indexOf(' ', text.length / 2);
  const suggestions = createSuggestions();
  const type = (isWith: boolean): readonly number[] => {
    let workspace = workspaceWith({ 'a.md': text });
    return Array.from({ length: 200 }, (_, key) => {
      const typed = `${text.slice(0, place)}${'s'.repeat(key % 2)}${text.slice(place)}`;
      return inMs(() => {
        workspace = applyChanges(workspace, [{ type: 'text', id: 'a.md', text: typed }]);
        const page = workspace.pages.get('a.md');
        if (page === undefined) return;
        lint(workspace, page.id);
        if (isWith) suggestions.suggestionsOf(workspace, page);
      });
    }).slice(10);
  };
  console.log(`a key in a brief of 10 KB without suggestions: ${atRest(type(false))}`);
  console.log(`a key in a brief of 10 KB with suggestions: ${atRest(type(true))}`);
}

/** What the extension carries along for them. */
function growth(): void {
  const bundle = fs.readFileSync(path.join('dist', 'shared', 'suggest.js'));
  const size = deflateRawSync(bundle, { level: 9 }).length;
  console.log(`the .vsix grows by ${(size / 1024).toFixed(0)} KB (suggest.js compressed)`);
}

manyNames();
growth();
for (const folder of folders()) {
  const briefs = goldIn(folder);
  const isSplit = briefs.some(({ unseen }) => unseen);
  for (const [name, some] of isSplit
    ? ([
        ['seen', briefs.filter(({ unseen }) => !unseen)],
        ['unseen', briefs.filter(({ unseen }) => unseen)],
      ] as const)
    : ([['all', briefs]] as const)) {
    console.log(`\n${folder}, ${name}: ${some.length} briefs`);
    console.log(report(scoreOf(some)));
  }
  const { briefs: twice, ...agreed } = agreementOf(briefs);
  if (twice > 0)
    console.log(
      `${twice} briefs tagged twice agree: ${Object.entries(agreed)
        .map(
          ([what, { hit, offered, wanted }]) =>
            `${what} F ${((2 * hit) / (offered + wanted)).toFixed(2)}`,
        )
        .join(', ')}`,
    );
  besideCompromise(briefs);
  manyBriefs(briefs);
  unseenBrief(briefs);
  keyInBrief(briefs);
}
