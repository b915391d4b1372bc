// How the time of reading grows with each construct of Markdown, HTML and tags: 40,000 of it against 10,000. What grows with the
// length of the text takes four times as long.
import { recognize } from '../../server/core/brief/index.js';
import { lint } from '../../server/core/index.js';
import { vocabularyOf } from '../../server/core/kinds/index.js';
import { parse } from '../../server/core/parse/index.js';
import { CHECKED, CONSTRUCTS, repeated } from '../support/constructs.js';
import { workspaceWith } from '../support/linting.js';

const VOCABULARY = vocabularyOf([]);
const COUNTS = [10_000, 40_000] as const;
const RUNS = 3;
/** What takes so much longer is marked: beyond what a garbage collection in between may do. */
const SUSPECT = 6;

function read(text: string): void {
  recognize(parse(text), VOCABULARY);
}

/** With all rules. */
function check(text: string): void {
  lint(workspaceWith({ 'brief.md': `${text}\n\n:date[2025]\n` }), 'brief.md');
}

/** The best of some: what the machine does in between is not ours. */
function timeOf(work: (text: string) => void, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const { user } = process.cpuUsage();
    work(text);
    best = Math.min(best, (process.cpuUsage().user - user) / 1000);
  }
  return best;
}

for (const [group, constructs] of Object.entries({ ...CONSTRUCTS, CHECKED })) {
  const work = group === 'CHECKED' ? check : read;
  console.log(`\n${group}`);
  for (const [name, construct] of Object.entries(constructs)) {
    const [few = 0, many = 0] = COUNTS.map((count) => timeOf(work, repeated(construct, count)));
    const times = many / Math.max(few, 0.1);
    const mark = times > SUSPECT ? ' !' : '';
    const columns = `${few.toFixed(0).padStart(8)} ms ${many.toFixed(0).padStart(8)} ms`;
    console.log(
      `${name.slice(0, 50).padEnd(52)}${columns} ${times.toFixed(1).padStart(7)} ×${mark}`,
    );
  }
}
