import type { ReportingDescriptor } from 'sarif';
import { type Level, type Rule, rulePage, type Severity } from '../../core/index.js';

/** What a platform shows beside a finding: what the rule looks for, why, and how to change it. */
export function ruleDescriptor(rule: Rule): ReportingDescriptor {
  const { name, summary, reason } = rule;
  // Where it is reported it is on.
  const level = rule.levelToSuggest ?? rule.level;
  return {
    id: name,
    name: name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary.slice(0, MAX_DESCRIPTION) },
    fullDescription: { text: reason.slice(0, MAX_DESCRIPTION) },
    help: { text: helpText(rule), markdown: rulePage(rule) },
    defaultConfiguration: level === 'off' ? { enabled: false } : { level: SARIF_LEVELS[level] },
    properties: { tags: ['briefs'], 'problem.severity': PROBLEMS[level] },
  };
}

/** GitHub takes no longer descriptions. */
const MAX_DESCRIPTION = 1024;

/** SARIF knows nothing below a note: `none` would say that nothing is wrong. */
export const SARIF_LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const PROBLEMS: Readonly<Record<Level, 'error' | 'warning' | 'recommendation'>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
  off: 'recommendation',
};

function helpText({ name, summary, reason }: Rule): string {
  return `${summary} ${reason}\nTo change its level or switch it off: rules: { ${name}: off } in rapporteur.yaml. To suppress one finding: <!-- rapporteur-disable-next-line ${name} -- the reason --> on the line above it.`;
}
