// Briefs that look like the real ones, in any number, the same every time.

export interface GeneratedWorkspace {
  readonly registry: string;
  /** path -> text */
  readonly briefs: ReadonlyMap<string, string>;
}

type Random = () => number;

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST =
  'Amina Bo Carla Dmitri Elena Farid Grace Haruto Ines Jonas Kavya Lea Mateo Nadia Omar Priya'.split(
    ' ',
  );
const LAST =
  'Abadi Berg Castro Diallo Eriksen Fofana Garcia Haddad Ito Jensen Kumar Lindqvist Moreau Novak Okafor Patel'.split(
    ' ',
  );
const PLACES =
  'Arcadia Borduria Caledon Drakmar Elbonia Florin Genovia Hesperia Illyria Jotun Kyrat Latveria'.split(
    ' ',
  );
const WORDS =
  'the a review of progress in joint training logistics and supply found that officials from several agencies had met during spring to compare notes on funding timetables while analysts warned about delays in procurement because budgets were approved late and reporting lines remained unclear across regional offices whose mandates overlap with those of older bodies'.split(
    ' ',
  );

interface Cast {
  readonly people: readonly { id: string; name: string }[];
  readonly places: readonly { id: string; name: string }[];
}

/** How many of the sentences hold tags: in a brief tagged word for word, and in one just begun. */
export const DENSITY = { fully: 0.7, lightly: 0.2 } as const;

/** `count` briefs of about `size` characters each, and the registry they share. */
export function makeWorkspace(
  count: number,
  size = 6000,
  tagged: keyof typeof DENSITY = 'fully',
): GeneratedWorkspace {
  const { registry, briefs } = makeBriefs(count, size, tagged);
  return { registry, briefs: new Map(briefs) };
}

/** As {@link makeWorkspace}, a brief at a time: of 100,000 not all are wanted in memory. */
export function makeBriefs(
  count: number,
  size: number,
  tagged: keyof typeof DENSITY,
): { readonly registry: string; readonly briefs: Iterable<readonly [path: string, text: string]> } {
  const cast = makeCast(count);
  return { registry: makeRegistry(cast), briefs: briefsOf(count, size, DENSITY[tagged], cast) };
}

function* briefsOf(
  count: number,
  size: number,
  density: number,
  cast: Cast,
): Iterable<readonly [string, string]> {
  for (let index = 0; index < count; index += 1) {
    const folder = `briefs/${String(index % 50).padStart(2, '0')}`;
    yield [`${folder}/brief-${index}.md`, makeBrief(index, size, density, cast)];
  }
}

/** A few briefs speak of a few people: two new ones a brief, up to 256. */
function makeCast(briefs: number): Cast {
  const all = FIRST.flatMap((first) =>
    LAST.map((last) => ({ id: `${first}-${last}`.toLowerCase(), name: `${first} ${last}` })),
  );
  const people = all.slice(0, Math.max(16, 2 * briefs));
  return { people, places: PLACES.map((name) => ({ id: name.toLowerCase(), name })) };
}

function makeRegistry({ people, places }: Cast): string {
  const person = people.map(
    ({ id, name }) => `  ${id}: { name: ${name}, other_names: [Minister ${name}] }`,
  );
  const place = places.map(({ id, name }) => `  ${id}: { name: ${name}, classification: country }`);
  return [
    ...['person:', ...person, 'place:', ...place],
    ...['source:', '  annual-review: { name: Annual review, publisher: Secretariat }', ''],
  ].join('\n');
}

/** One brief: headings, paragraphs with tags, a list, links, footnotes, at times a table or a quote. */
function makeBrief(index: number, size: number, density: number, cast: Cast): string {
  const random = randomFrom(index + 1);
  const write = { random, cast, index, density, promises: 0 };
  const parts = [
    `---\ntitle: Review ${index}\ndate: 2025-0${1 + (index % 9)}-15\nsource: annual-review\n---\n`,
    `# Review ${index} of joint work\n`,
  ];
  let length = 0;
  for (let turn = 0; length < size; turn += 1) {
    const part = `${section(write, turn)}\n`;
    parts.push(part);
    length += part.length;
  }
  parts.push(`[^1]: ${sentence(write)} See the annex.\n`);
  return parts.join('\n');
}

type Writing = {
  random: Random;
  cast: Cast;
  index: number;
  density: number;
  promises: number;
};

function section(write: Writing, turn: number): string {
  if (turn % 5 === 0) return `## ${words(write, 4)} ${turn}`;
  if (turn === 7) return Array.from({ length: 4 }, () => `- ${sentence(write)}`).join('\n');
  if (turn === 9 && write.index % 4 === 0) return table(write);
  if (turn === 11 && write.index % 3 === 0) return `> ${sentence(write)}\n> ${sentence(write)}`;
  const paragraph = Array.from({ length: 3 }, () => sentence(write)).join(' ');
  if (turn === 3) return `${paragraph} The [full text](../annex-${write.index}.md) is kept.[^1]`;
  if (turn === 6) return `${paragraph} This is **not** settled.`;
  return paragraph;
}

function sentence(write: Writing): string {
  const { random, cast, index, density } = write;
  const draw = random() / density;
  const place = pick(random, cast.places);
  if (draw >= 1) return `${capital(words(write, 16))}.`;
  if (draw < 0.5)
    return `:person[${pick(random, cast.people).name}] told ${words(write, 8)} in :place[${place.name}].`;
  if (draw < 0.72)
    return `On :date[${1 + Math.floor(random() * 28)} March 2025] ${words(write, 10)}.`;
  write.promises += 1;
  const other = pick(
    random,
    cast.places.filter((each) => each !== place),
  );
  const id = `c-${index}-${write.promises}`;
  return `:place[${place.name}] :commitment[agreed to ${words(write, 6)} with :place[${other.name}]]{#${id} by=${place.id} to=${other.id} due=2027-06}.`;
}

function table(write: Writing): string {
  const row = () =>
    `| ${words(write, 2)} | ${pick(write.random, write.cast.places).name} | ${words(write, 3)} |`;
  return ['| item | place | note |', '|---|---|---|', row(), row(), row()].join('\n');
}

function words({ random }: Writing, count: number): string {
  return Array.from({ length: count }, () => pick(random, WORDS)).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
