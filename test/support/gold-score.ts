// How many of the tags of gold briefs are suggested, and how many that are suggested are among them.
import { type Annotation, saidVia } from '../../server/core/index.js';
import type { GoldBrief, GoldMention } from './gold.js';
import { workspaceWith } from './linting.js';
import { annotationsIn } from './suggesting.js';

export interface Tally {
  hit: number;
  offered: number;
  wanted: number;
}

export const tally = (): Tally => ({ hit: 0, offered: 0, wanted: 0 });

export interface Score {
  readonly known: Tally;
  readonly names: Tally;
  readonly unknown: ReadonlyMap<string, Tally>;
  readonly described: Tally;
  readonly promises: Tally;
  readonly strength: Tally;
  readonly by: Tally;
}

const KINDS = ['person', 'org', 'place', 'office', 'agreement', 'event', 'date'];

interface Offered {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

const flat = ({ kind, span, ids }: Annotation): Offered => ({ kind, ...span, ids });

function suggestionsFor(source: string, registry: string): readonly Annotation[] {
  const workspace = workspaceWith({
    'brief.md': source,
    ...(registry === '' ? {} : { 'registry.yaml': registry }),
  });
  return annotationsIn(workspace, 'brief.md').suggestions.map((one) => ({
    ...one,
    via: saidVia(one),
  }));
}

/** Names and dates that are suggested without a registry. */
export function unknownOffered({ source }: GoldBrief): readonly Offered[] {
  return suggestionsFor(source, '')
    .filter(({ type, via }) => type === 'mention' && via !== 'description')
    .map(flat);
}

export function scoreOf(briefs: readonly GoldBrief[]): Score {
  const score: Score = {
    known: tally(),
    names: tally(),
    unknown: new Map(KINDS.map((kind) => [kind, tally()])),
    described: tally(),
    promises: tally(),
    strength: tally(),
    by: tally(),
  };
  for (const brief of briefs) addBrief(score, brief);
  return score;
}

function addBrief(score: Score, brief: GoldBrief): void {
  const all = suggestionsFor(brief.source, brief.registry);
  const mentions = all.filter(({ type }) => type === 'mention');
  const same = (o: Offered, w: GoldMention): boolean => o.start === w.start && o.end === w.end;
  const ids = (one: { readonly ids: readonly string[] }): string => [...one.ids].sort().join();
  const byName = brief.mentions.filter(({ via }) => via === 'name');
  const byRef = brief.mentions.filter(({ via, kind }) => via === 'ref' && kind !== 'event');
  add(
    score.known,
    mentions.filter(({ via }) => via === 'name').map(flat),
    byName,
    (o, w) => same(o, w) && o.kind === w.kind && ids(o) === ids(w),
  );
  const described = mentions.filter(({ via, kind }) => via === 'description' && kind !== 'event');
  add(score.described, described.map(flat), byRef, (o, w) => same(o, w) && ids(o) === ids(w));
  const unknown = unknownOffered(brief);
  for (const kind of KINDS) {
    const wanted = brief.mentions.filter((one) => one.kind === kind && one.via !== 'ref');
    const offered = unknown.filter((one) => one.kind === kind);
    const right = (o: Offered, w: GoldMention): boolean =>
      same(o, w) && (kind !== 'date' || ids(o) === ids(w));
    add(score.unknown.get(kind) ?? tally(), offered, wanted, right);
    if (kind !== 'date') add(score.names, offered, wanted, right);
  }
  addPromises(
    score,
    brief,
    all.filter(({ type }) => type === 'commitment'),
  );
}

function addPromises(
  score: Score,
  { promises, source }: GoldBrief,
  offered: readonly Annotation[],
): void {
  const left = new Set(promises);
  score.promises.wanted += promises.length;
  for (const { span, commitment } of [...offered].sort(
    (a, b) => a.span.end - a.span.start - (b.span.end - b.span.start),
  )) {
    const held = [...left].find(({ start, end }) => span.start <= start && end <= span.end);
    // A passive with its agent counts neither way.
    if (held === undefined && /\bbe \w+ed\b[^.;]* by /.test(source.slice(span.start, span.end)))
      continue;
    score.promises.offered += 1;
    if (held === undefined || commitment === undefined) continue;
    left.delete(held);
    score.promises.hit += 1;
    count(score.strength, commitment.strength === held.strength);
    count(score.by, [...commitment.by].sort().join() === [...held.by].sort().join());
  }
}

function count(into: Tally, isRight: boolean): void {
  into.offered += 1;
  into.wanted += 1;
  if (isRight) into.hit += 1;
}

function add(
  into: Tally,
  offered: readonly Offered[],
  wanted: readonly GoldMention[],
  right: (o: Offered, w: GoldMention) => boolean,
): void {
  const left = new Set(wanted);
  for (const one of offered) {
    const found = [...left].find((each) => right(one, each));
    into.offered += 1;
    if (found === undefined) continue;
    into.hit += 1;
    left.delete(found);
  }
  into.wanted += wanted.length;
}

export function report({
  known,
  names,
  unknown,
  described,
  promises,
  strength,
  by,
}: Score): string {
  return [
    line('known names', known),
    line('unknown names', names),
    ...[...unknown].map(([kind, one]) => line(`  ${kind}`, one)),
    line('descriptions', described),
    line('promises', promises),
    line('  strength of hits', strength),
    line('  by of hits', by),
  ].join('\n');
}

function line(name: string, { hit, offered, wanted }: Tally): string {
  const part = (of: number): string => (of === 0 ? '1.00' : (hit / of).toFixed(2));
  return `${name.padEnd(18)} precision ${part(offered)}  recall ${part(wanted)}  (${hit} right of ${offered} offered, ${wanted} wanted)`;
}

/** The score of briefs that were looked at and of those that were not, as a table in Markdown. */
export function goldTable(briefs: readonly GoldBrief[]): string {
  const parts = [false, true].map((unseen) =>
    scoreOf(briefs.filter((brief) => brief.unseen === unseen)),
  );
  const rows: readonly (readonly [string, (score: Score) => Tally])[] = [
    ['names of the registry', ({ known }) => known],
    ['new names', ({ names }) => names],
    ['dates', ({ unknown }) => unknown.get('date') ?? tally()],
    ['descriptions', ({ described }) => described],
    ['promises', ({ promises }) => promises],
    ['strength of the promises found', ({ strength }) => strength],
    ['who promises, of the promises found', ({ by }) => by],
  ];
  const share = (part: number, whole: number): string =>
    (whole === 0 ? 1 : part / whole).toFixed(2);
  const cell = ({ hit, offered, wanted }: Tally): string =>
    `${share(hit, offered)}, ${share(hit, wanted)} of ${wanted}`;
  return [
    '| | seen: precision, recall | unseen: precision, recall |',
    '|---|---|---|',
    ...rows.map(([name, of]) => `| ${name} | ${parts.map((part) => cell(of(part))).join(' | ')} |`),
  ].join('\n');
}
