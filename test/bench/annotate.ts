// How well and how fast `annotate` reads untagged text: precision and recall by kind on samples/gold and on any folder
// given by `--gold DIR`, beside compromise on the same texts; speed in one thread.
import path from 'node:path';
import compromise from 'compromise';
import { LANGUAGES } from '../../server/core/language/index.js';
import { NameIndex } from '../../server/core/suggest/engine/index.js';
import { readParagraph } from '../../server/core/suggest/engine/reading/paragraph.js';
import { type GoldBrief, goldIn } from '../support/gold.js';
import { report, scoreOf, type Tally, tally, unknownOffered } from '../support/gold-score.js';

const KINDS = ['person', 'org', 'place'] as const;

function folders(): readonly string[] {
  const at = process.argv.indexOf('--gold');
  const given = at < 0 ? undefined : process.argv[at + 1];
  return given === undefined ? [path.join('samples', 'gold')] : [given];
}

/** What compromise takes for people, organizations and places. */
function byCompromise({
  source,
}: GoldBrief): readonly { kind: string; start: number; end: number }[] {
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
    compare(theirs, byCompromise(brief));
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

manyNames();
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
  besideCompromise(briefs);
  const texts = briefs.map(({ source }) => source);
  for (let round = 0; round < 3; round += 1) for (const brief of briefs) unknownOffered(brief);
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const start = process.cpuUsage();
  const rounds = 10;
  for (let round = 0; round < rounds; round += 1) for (const brief of briefs) unknownOffered(brief);
  const { user } = process.cpuUsage(start);
  console.log(
    `speed: ${((size * rounds) / user).toFixed(2)} MB/s of processor time, registry read anew each time`,
  );
}
