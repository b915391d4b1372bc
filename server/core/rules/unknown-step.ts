import { scalar, type Tag } from '../brief/index.js';
import { nearestWord, type Written } from '../text/index.js';
import {
  commitmentOf,
  didYouMean,
  type Page,
  type Scale,
  type Step,
  scaleNamed,
  scalesOf,
  scalesWith,
  type Workspace,
} from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Fix, Rule } from './rule.js';
import { soundTags } from './sound-tags.js';
import { replacement } from './tag-edits.js';
import { listOf, quoted } from './wording.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;
const BAD = `${PROMISE}::assessment{of=c-aircraft by=india score=1 on=2025-11-01}\n`;

export const unknownStep: Rule = {
  name: 'unknown-step',
  summary: 'The score of an assessment is not a step of a scale.',
  reason:
    'Scores can only be compared on a scale that everybody knows. Built in are the scale of the G7 and G20 Research Groups (g20: -1, 0, +1), that of the Open Government Partnership (ogp) and that of PolitiFact (politifact). Define another one under `scales` in rapporteur.yaml, with its steps from the worst to the best. If several scales have a step, scale= says which one is meant.',
  level: 'error',
  examples: {
    bad: [
      { registry: PARTIES, brief: BAD, fixed: BAD.replace('score=1', 'score=+1') },
      { registry: PARTIES, brief: BAD.replace('score=1', 'score=good') },
      { registry: PARTIES, brief: BAD.replace('score=1', 'score=+1 scale=ogp') },
    ],
    good: [{ registry: PARTIES, brief: BAD.replace('score=1', 'score=+1') }],
  },
  sees: 'block',
  *check(page, workspace) {
    for (const tag of soundTags(page, 'assessment')) yield* findings(page, workspace, tag);
  },
};

function* findings(page: Page, workspace: Workspace, tag: Tag): Iterable<Finding> {
  const score = scalar(tag.attributes, 'score');
  const written = scalar(tag.attributes, 'scale');
  const { settings } = workspace;
  if (score === undefined) return;
  const named = written === undefined ? undefined : scaleNamed(settings, written.text);
  if (written !== undefined && named === undefined)
    return yield unknownScale(page, workspace, written);
  if (scalesWith(settings, { score: score.text, scale: written?.text }).length > 0) return;
  const scales = named === undefined ? scalesOf(settings) : [named];
  const meant = stepMeant(score.text, scales);
  const near = meant ?? nearestWord(score.text.toLowerCase(), valuesOf(scales));
  const offered = near === undefined ? likelySteps(workspace, tag, named) : [near];
  const fixes = offered.map((value): Fix => {
    const change = { title: `Change to '${value}'`, edits: [replacement(page, score, value)] };
    return value === meant
      ? { ...change, certain: true }
      : { ...change, certain: false, toChoose: true };
  });
  yield {
    span: score.span,
    message: `${quoted(score.text)} is not a step of ${scalesInWords(scales)}. ${near === undefined ? 'Use one of them, or define a scale under `scales` in rapporteur.yaml.' : `Did you mean '${near}'?`}`,
    ...(fixes.length > 0 && { fixes }),
  };
}

function unknownScale(page: Page, { settings }: Workspace, written: Written): Finding {
  const names = scalesOf(settings).map(({ name }) => name);
  const near = nearestWord(written.text.toLowerCase(), names);
  const offered = near === undefined ? names : [near];
  return {
    span: written.span,
    message: `There is no scale ${quoted(written.text)}. ${didYouMean(written.text, names) ?? `The scales are ${listOf(names, 'and')}; define another under \`scales\` in rapporteur.yaml.`}`,
    fixes: offered.map((name) => ({
      title: `Change to '${name}'`,
      edits: [replacement(page, written, name)],
      certain: false,
      toChoose: true,
    })),
  };
}

/** The one step that is also written so: `1` for `+1`, `Limited` for `limited`. */
function stepMeant(score: string, scales: readonly Scale[]): string | undefined {
  const word = folded(score);
  const isMeant = ({ value, also = [] }: Step): boolean =>
    folded(value) === word || also.includes(word);
  const meant = new Set(
    scales.flatMap(({ steps }) => steps.filter(isMeant)).map((step) => step.value),
  );
  return meant.size === 1 ? [...meant][0] : undefined;
}

function folded(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Those of the scale that is named, or of the one on which the commitment was assessed before. */
function likelySteps(workspace: Workspace, tag: Tag, named: Scale | undefined): readonly string[] {
  if (named !== undefined) return valuesOf([named]).slice(0, MAX_OFFERS);
  const of = scalar(tag.attributes, 'of')?.text ?? '';
  const before = commitmentOf(workspace, of)?.assessments ?? [];
  const [scale] = before.flatMap((one) => scalesWith(workspace.settings, one).slice(0, 1));
  return scale === undefined ? [] : valuesOf([scale]).slice(0, MAX_OFFERS);
}

const MAX_OFFERS = 8;

function valuesOf(scales: readonly Scale[]): readonly string[] {
  return scales.flatMap(({ steps }) => steps.map(({ value }) => value));
}

/** `g20 (-1, 0, +1) or ogp (…)`. */
function scalesInWords(scales: readonly Scale[]): string {
  return listOf(
    scales.map((scale) => `${scale.name} (${valuesOf([scale]).join(', ')})`),
    'or',
  );
}
