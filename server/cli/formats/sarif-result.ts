import type { Fix, Location, Replacement, Result, Suppression } from 'sarif';
import type { LintRun } from './lint-run.js';
import type { LocatedFinding, LocatedFix } from './located-finding.js';
import { artifactLocation, physicalLocation, regionOf } from './sarif-place.js';
import { SARIF_LEVELS } from './sarif-rule.js';

/** What a result needs to know beyond its finding. */
export interface ResultContext {
  readonly run: LintRun;
  /** Of each rule that is described, by name. */
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly fingerprint: string | undefined;
  /** Whether findings were compared with a baseline: then each says whether it is new. */
  readonly baseline: 'used' | 'none';
}

export function resultOf(found: LocatedFinding, context: ResultContext): Result {
  const { run, ruleIndex, baseline } = context;
  const { rule, severity, related, fixes, source, state } = found;
  const index = ruleIndex.get(rule);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: SARIF_LEVELS[severity],
    message: { text: messageOf(found) },
    locations: [{ physicalLocation: physicalLocation(found, run, source) }],
    ...(related.length === 0 ? {} : { relatedLocations: relatedLocations(found, run) }),
    partialFingerprints: partialFingerprints(found, context),
    ...(baseline === 'none' ? {} : { baselineState: state === 'known' ? 'unchanged' : 'new' }),
    ...(state === 'open' ? {} : { suppressions: [suppressionOf(found)] }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, run)) }),
  };
}

function partialFingerprints(
  { lineHash }: LocatedFinding,
  { fingerprint }: ResultContext,
): Record<string, string> {
  return {
    ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
    ...(fingerprint === undefined ? {} : { 'rulePathWords/v1': fingerprint }),
  };
}

/** GitHub links a related place only where the message itself does: `[words](its id)`. */
function messageOf({ message, related }: LocatedFinding): string {
  const text = message.replace(LINK_LIKE, '\\[');
  if (related.length === 0) return text;
  const links = related.slice(0, MAX_LINKED).map((other, index) => {
    const said = other.message.replace(/\.$/, '');
    const words = /[[\]\\]/.test(said) ? `line ${other.range.start.line}` : said;
    return `[${words}](${index + 1})`;
  });
  const more = related.length > MAX_LINKED ? `, and ${related.length - MAX_LINKED} more` : '';
  return `${text} See: ${links.join('; ')}${more}.`;
}

const MAX_LINKED = 5;
/** A bracket of the brief's own that would begin a link. */
const LINK_LIKE = /\[(?=[^\]]*\]\()/g;

/** Platforms take a hundred at most; a name that is defined in every brief has more. */
const MAX_RELATED = 100;

function relatedLocations({ related }: LocatedFinding, run: LintRun): Location[] {
  return related.slice(0, MAX_RELATED).map((other, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(other, run),
    message: { text: other.message },
  }));
}

function suppressionOf({ state, reason }: LocatedFinding): Suppression {
  if (state === 'known') {
    return { kind: 'external', status: 'accepted', justification: 'It is in the baseline.' };
  }
  return {
    kind: 'inSource',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: reason }),
  };
}

function fixOf({ title, edits }: LocatedFix, run: LintRun): Fix {
  const byFile = new Map<string, Replacement[]>();
  for (const { file, range, text } of edits) {
    const known = byFile.get(file) ?? [];
    known.push({ deletedRegion: regionOf(range), insertedContent: { text } });
    byFile.set(file, known);
  }
  return {
    description: { text: title },
    artifactChanges: [...byFile].map(([file, replacements]) => ({
      artifactLocation: artifactLocation(file, run),
      replacements,
    })),
  };
}
