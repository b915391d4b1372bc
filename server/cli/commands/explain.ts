import { nearestWord, RULES, type Rule } from '../../core/index.js';
import { explainRule, listRules } from '../formats/rule-text.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { colorOption, displayOptionsOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';
import { writeAll } from '../terminal/write-all.js';

export const explain: Command = {
  name: 'explain',
  arguments: [{ syntax: '[rule]', summary: 'the name of a rule, as a finding shows it' }],
  summary: 'explain why a finding matters, with examples',
  description:
    'Explains what a rule finds, why it matters to people who write or read briefs, and what to do. Without a name it lists all rules.',
  options: [colorOption],
  examples: [
    { line: 'rapporteur explain overdue-commitment', summary: 'one rule: what it finds, and why' },
    { line: 'rapporteur explain', summary: 'all rules, one on each line' },
  ],
  run: runExplain,
};

async function runExplain(invocation: Invocation): Promise<ExitStatus> {
  const [name] = invocation.words;
  const display = displayOptionsOf(invocation);
  const text =
    name === undefined ? listRules(RULES, display) : explainRule(ruleNamed(name), display);
  await writeAll(invocation.io.stdout, text);
  return 0;
}

function ruleNamed(name: string): Rule {
  const rule = RULES.find((each) => each.name === name);
  if (rule !== undefined) return rule;
  const near = nearestWord(
    name,
    RULES.map((each) => each.name),
  );
  const next =
    near === undefined ? "'rapporteur explain' lists them all." : `Did you mean '${near}'?`;
  throw new Failure(`there is no rule '${name}'. ${next}`);
}
