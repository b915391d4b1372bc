import type { Suppression } from '../brief/index.js';
import { nearestWord, type Span, type Written } from '../text/index.js';
import type { Finding, Fix } from './rule.js';
import { firstSilenced, silencingOf } from './suppress.js';

/** A finding about a comment that suppresses, with the rule that documents it. */
export interface StaleFinding extends Finding {
  readonly rule: 'unused-suppression' | 'unknown-suppression';
}

export interface RanRules {
  readonly page: string;
  /** Every rule there is, whether it ran or not. */
  readonly names: ReadonlySet<string>;
  /** Rules that were not asked: whether a comment about them is of use is not known. */
  readonly off: ReadonlySet<string>;
  /** All that was found, before anything was suppressed. */
  readonly findings: readonly { readonly rule: string; readonly span: Span }[];
}

/**
 * Comments that do nothing. It takes the answers of all the other rules to know, so `lint` asks here
 * rather than a rule's `check`.
 */
export function* staleSuppressions(
  suppressions: readonly Suppression[],
  ran: RanRules,
): Iterable<StaleFinding> {
  const silencing = silencingOf(suppressions);
  const used = new Set(ran.findings.map((finding) => silencing(finding)?.name));
  const silenced = firstSilenced(ran.findings, silencing);
  const open = new Set<string>();
  const shared = sharedComments(suppressions);
  for (const suppression of suppressions) {
    if (suppression.rules.length === 0) yield namesNoRule(suppression, ran.page);
    for (const rule of suppression.rules) {
      if (!ran.names.has(rule.text)) yield unknownRule(rule, ran);
      else if (suppression.form === 'enable') {
        if (!open.delete(rule.text)) yield endsNothing(rule.text, rule.span);
      } else {
        if (suppression.form === 'disable') open.add(rule.text);
        if (mayBeUnused(rule.text, ran) && !used.has(rule)) {
          const fixes = fixesOf(suppression, shared, ran.page);
          const other = silenced(rule.text, suppression.range);
          if (other === undefined) yield unused(suppression, rule, fixes);
          else yield repeated(rule, other, ran.page, fixes);
        }
      }
    }
  }
}

/** A comment about these findings themselves would have to be judged by what it does to itself. */
function mayBeUnused(rule: string, ran: RanRules): boolean {
  return !ran.off.has(rule) && !rule.endsWith('-suppression');
}

function namesNoRule({ span }: Suppression, page: string): StaleFinding {
  const message =
    'This comment names no rule, so it suppresses nothing. Add the names of the rules: rapporteur-disable-next-line unresolved-name.';
  return { rule: 'unknown-suppression', span, message, fixes: [removal(span, page)] };
}

function unknownRule({ text: name, span }: Written, { page, names }: RanRules): StaleFinding {
  const wanted = nearestWord(name, names);
  const finding = { rule: 'unknown-suppression', span } as const;
  if (wanted === undefined) {
    const message = `There is no rule '${name}', so nothing is suppressed. Every finding shows the name of its rule; copy it from there.`;
    return { ...finding, message };
  }
  const edits = [{ page, span, text: wanted }];
  return {
    ...finding,
    message: `There is no rule '${name}', so nothing is suppressed. Did you mean '${wanted}'?`,
    fixes: [{ title: `Change to '${wanted}'`, edits, certain: false }],
  };
}

function endsNothing(name: string, span: Span): StaleFinding {
  const message = `This comment switches '${name}' on again, but no rapporteur-disable before it switches the rule off. Remove this comment, or add the other one.`;
  return { rule: 'unused-suppression', span, message };
}

function unused({ form }: Suppression, name: Written, fixes: readonly Fix[]): StaleFinding {
  const message = `'${name.text}' finds nothing ${WHERE[form]}, so there is nothing to suppress. Remove it, because it could hide a later finding.`;
  const finding = { rule: 'unused-suppression', span: name.span, message } as const;
  return fixes.length > 0 ? { ...finding, fixes } : finding;
}

/** What it would silence, another comment silences. */
function repeated(
  { text, span }: Written,
  other: Suppression,
  page: string,
  fixes: readonly Fix[],
): StaleFinding {
  const message = `Another comment already suppresses '${text}' here. Keep one of the two.`;
  const related = [{ page, span: other.span, message: 'The other comment is here.' }];
  const finding = { rule: 'unused-suppression', span, message, related } as const;
  return fixes.length > 0 ? { ...finding, fixes } : finding;
}

const WHERE = {
  'next-line': 'in the next line or block',
  disable: 'from here on',
  enable: 'here',
  file: 'in this file',
} as const;

/** Comments about several rules that end at different places are read as one suppression for each. */
function sharedComments(suppressions: readonly Suppression[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const { span } of suppressions) {
    if (seen.has(span.start)) shared.add(span.start);
    seen.add(span.start);
  }
  return shared;
}

/** A comment about one rule is of no more use; of several, one name less is for a person to write. */
function fixesOf(
  { span, rules }: Suppression,
  shared: ReadonlySet<number>,
  page: string,
): readonly Fix[] {
  if (rules.length !== 1 || shared.has(span.start)) return [];
  return [removal(span, page)];
}

function removal(span: Span, page: string): Fix {
  return { title: 'Remove the comment', edits: [{ page, span, text: '' }], certain: false };
}
