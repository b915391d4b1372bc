import { describeDate } from '../../dates/index.js';
import { type Assessment, stepOfScore, type Workspace } from '../../workspace/index.js';
import { namesInWords } from './id-names.js';

/** Who gave which score to whose part. Ids. */
export interface Scored extends Pick<Assessment, 'score' | 'by' | 'party'> {
  /** The title of the brief that says so, else its path: its author assesses where nobody is named. */
  readonly brief: string;
}

export function scoredIn({ pages }: Workspace, { score, by, party, place }: Assessment): Scored {
  const brief = pages.get(place.page)?.facts.front.title?.text || place.page;
  return { score, by, party, brief };
}

/** `G20 Research Group: +1 (full compliance) for India, 30 June 2026, about 2025`. */
export function assessmentFacts(workspace: Workspace, assessment: Assessment): string {
  const { on, period } = assessment;
  const scored = scoredIn(workspace, assessment);
  const facts = [
    `${assessorWords(workspace, scored)}: ${scoreWords(workspace, assessment)}${partyWords(workspace, scored)}`,
    on === undefined ? '' : describeDate(on),
    period === undefined ? '' : `about ${describeDate(period)}`,
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

/** `+1 (full compliance)`, `limited`. */
function scoreWords({ settings }: Workspace, assessment: Assessment): string {
  const meaning = stepOfScore(settings, assessment)?.step.meaning;
  return meaning === undefined ? assessment.score : `${assessment.score} (${meaning})`;
}

function assessorWords(workspace: Workspace, { by, brief }: Scored): string {
  return by.length > 0 ? namesInWords(workspace, by) : brief;
}

/**
 * `scored +1 (G20 Research Group), limited (IRM)`: each assessor's last word, the newest first. Where lines are short, the
 * scores alone: `scored +1, 0`.
 */
export function scoresInWords(
  workspace: Workspace,
  latest: readonly Scored[],
  length: 'with assessors' | 'scores alone',
): string | undefined {
  if (latest.length === 0) return undefined;
  const shown = latest.slice(0, MOST).map((one) => {
    const party = partyWords(workspace, one);
    if (length === 'scores alone') return `${one.score}${party}`;
    return `${one.score}${party} (${assessorWords(workspace, one)})`;
  });
  const rest = latest.length - shown.length;
  return `scored ${shown.join(', ')}${rest > 0 ? `, ${rest} more` : ''}`;
}

const MOST = 4;

function partyWords(workspace: Workspace, { party }: Pick<Scored, 'party'>): string {
  return party.length === 0 ? '' : ` for ${namesInWords(workspace, party)}`;
}
