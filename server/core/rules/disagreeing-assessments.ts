import { scalar, type Tag } from '../brief/index.js';
import { describeDate, parseEdtf } from '../dates/index.js';
import {
  type Assessment,
  type Commitment,
  commitmentOf,
  latestAssessments,
  type Page,
  perKey,
  scalesWith,
  type Workspace,
} from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Fix, Related, Rule } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';
import { replacement } from './tag-edits.js';
import { listOf, namesOf, quoted } from './wording.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;
const ONE = '::assessment{of=c-aircraft by=india score=limited on=2025-11-01}\n\n';
const OTHER = '::assessment{of=c-aircraft by=united-states score=complete on=2025-11-01}\n';

export const disagreeingAssessments: Rule = {
  name: 'disagreeing-assessments',
  summary: 'Two assessors give a commitment different scores on the same scale.',
  reason:
    'That two assessors disagree is often the news. The finding is at the newer of the two assessments; the last word of each assessor counts. Where they are about different times, say so with period=; where they are about different parties, with party=. Scores on different scales are not compared.',
  level: 'info',
  examples: {
    bad: [{ registry: PARTIES, brief: `${PROMISE}${ONE}${OTHER}` }],
    good: [
      { registry: PARTIES, brief: `${PROMISE}${ONE}${OTHER.replace('complete', 'limited')}` },
      {
        registry: PARTIES,
        brief: `${PROMISE}${ONE.replace('on=', 'period=2026 on=')}${OTHER.replace('on=', 'period=2027 on=')}`,
      },
    ],
  },
  sees: 'block',
  *check(page, workspace) {
    for (const tag of soundTags(page, 'assessment')) {
      const found = finding(page, workspace, tag);
      if (found !== undefined) yield found;
    }
  },
};

function finding(page: Page, workspace: Workspace, tag: Tag): Finding | undefined {
  const commitment = commitmentOf(workspace, scalar(tag.attributes, 'of')?.text ?? '');
  const known = commitment === undefined ? undefined : latestOf(workspace, commitment);
  const at = known?.places.get(placeKey(page.id, tag.span.start));
  const here = known?.latest[at ?? -1];
  if (known === undefined || at === undefined || here === undefined) return undefined;
  const others = known.latest
    .slice(at + 1, at + 1 + MOST_COMPARED)
    .filter((other) => contradicts(workspace, here, other));
  if (others.length === 0) return undefined;
  const fix = scoreOfOthers(page, workspace, tag, others);
  const said = others.map((other) => `${assessorOf(workspace, other)} says ${scoreOf(other)}`);
  return {
    span: placeOf(tag, 'score'),
    message: `${here.by.length === 0 ? 'This brief' : namesOf(workspace, here.by, 'and')} gives ${quoted(commitment?.id ?? '')} the score ${quoted(here.score)}, but ${listOf(said, 'and')}. Check whether they are about the same time and the same part; if not, add period= or party=.`,
    related: others.map(
      ({ place }): Related => ({ ...place, message: 'The other assessment is here.' }),
    ),
    ...(fix && { fixes: [fix] }),
  };
}

/** Where all others say the same, one way out is to say it too. */
function scoreOfOthers(
  page: Page,
  workspace: Workspace,
  tag: Tag,
  others: readonly Assessment[],
): Fix | undefined {
  const [other] = others;
  const written = scalar(tag.attributes, 'score');
  if (other === undefined || written === undefined) return undefined;
  if (others.some(({ score }) => score !== other.score)) return undefined;
  return {
    title: `Change to '${other.score}', as ${assessorOf(workspace, other)} says`,
    edits: [replacement(page, written, other.score)],
    certain: false,
    toChoose: true,
  };
}

/** With the next older ones only, however many assess one commitment. */
const MOST_COMPARED = 50;

/** The last word of each assessor, and where each stands among them. */
const latestOf = perKey((workspace, commitment: Commitment) => {
  const latest = latestAssessments(commitment, workspace.today);
  const places = latest.map(
    ({ place }, at) => [placeKey(place.page, place.span.start), at] as const,
  );
  return { latest, places: new Map(places) };
});

function placeKey(page: string, start: number): string {
  return `${page}\0${start}`;
}

function contradicts({ settings }: Workspace, one: Assessment, other: Assessment): boolean {
  if (one.score === other.score || one.by.join() === other.by.join()) return false;
  if (one.party.join() !== other.party.join() || !mayMeet(one.period, other.period)) return false;
  const scales = new Set(scalesWith(settings, other).map(({ name }) => name));
  const common = scalesWith(settings, one).find(({ name }) => scales.has(name));
  if (common === undefined) return false;
  const isOpen = (score: string): boolean =>
    common.steps.some((step) => step.value === score && step.isOpen === true);
  return !isOpen(one.score) && !isOpen(other.score);
}

/** Whether two periods have a day in common; one that is not given may be any. */
function mayMeet(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((period) => parseEdtf(period ?? '')?.range);
  return a === undefined || b === undefined || (a.first <= b.last && b.first <= a.last);
}

function assessorOf(workspace: Workspace, { by }: Assessment): string {
  return by.length === 0 ? 'another brief' : namesOf(workspace, by, 'and');
}

function scoreOf({ score, on }: Assessment): string {
  return on === undefined ? quoted(score) : `${quoted(score)} (${describeDate(on)})`;
}
