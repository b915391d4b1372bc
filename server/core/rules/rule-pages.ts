import type { Example, Rule } from './rule.js';

/** The manual page of a rule, Markdown: `docs/rules/<name>.md`. */
export function rulePage(rule: Rule): string {
  const { bad, good } = rule.examples;
  const parts = [
    `# ${rule.name}`,
    `**${levelInWords(rule)}** · ${inline(rule.summary)}`,
    inline(rule.reason),
    '## Reported',
    ...examples(bad),
    '## Not reported',
    ...examples(good),
    '## Change the level, or suppress it',
    settings(rule),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** All rules as a Markdown table; `base` is put before the links to their pages. */
export function ruleTable(rules: readonly Rule[], base: string): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.name}\`](${base}${rule.name}.md) | ${levelInWords(rule)} | ${inline(rule.summary).replaceAll('|', '\\|')} |`,
  );
  return ['| rule | level | what it finds |', '|---|---|---|', ...rows].join('\n');
}

/** The level of a rule when nobody sets it, for readers. */
function levelInWords({ level, levelToSuggest }: Rule): string {
  if (levelToSuggest === undefined) return SEVERITIES[level];
  return `${SEVERITIES[level]}; with --suggest: ${SEVERITIES[levelToSuggest]}`;
}

const SEVERITIES = {
  error: 'error',
  warning: 'warning',
  info: 'information',
  hint: 'hint',
  off: 'off',
} as const;

/** What stands in quotes is to be typed, so here it is code; an apostrophe opens nothing. */
function inline(text: string): string {
  return text.replace(QUOTED, '`$1`');
}

const QUOTED = /(?<![\p{L}\p{N}])'(\S|\S[^'\n]*?\S)'(?![\p{L}\p{N}])/gu;

function examples(all: readonly Example[]): readonly string[] {
  return all.flatMap((one, index) => (index === 0 ? example(one) : ['*or*', ...example(one)]));
}

function example({ brief, registry, others, fixed, today }: Example): readonly string[] {
  const files = [
    ...(registry === undefined ? [] : ['`registry.yaml`', block('yaml', registry)]),
    ...Object.entries(others ?? {}).flatMap(([path, text]) => [
      `\`${path}\``,
      block(path.endsWith('.yaml') ? 'yaml' : 'markdown', text),
    ]),
  ];
  const day = today === undefined ? '' : ` (on ${today})`;
  const named = files.length > 0 || day !== '' ? [`\`brief.md\`${day}`] : [];
  const mended = fixed === undefined ? [] : ['Fixed:', block('markdown', fixed)];
  return [...files, ...named, block('markdown', brief), ...mended];
}

/** Fenced with more backticks than the text holds in a row. */
function block(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function settings({ name, level }: Rule): string {
  const other = level === 'error' || level === 'off' ? 'warning' : 'error';
  const comment = block('markdown', `<!-- rapporteur-disable-next-line ${name} -- the reason -->`);
  const config = block('yaml', `rules:\n  ${name}: ${other} # or off`);
  return `In \`rapporteur.yaml\`, for all briefs:\n\n${config}\n\nIn a brief, for the next line (in a registry, write the same words after \`#\`):\n\n${comment}`;
}
