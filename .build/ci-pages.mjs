// The parts of docs/ci that follow from the code: what `init --ci` writes, and the action's own words.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './setup.mjs';

/** Entries for OUTPUTS of generate.mjs. */
export async function ciPages(version) {
  const { CI_SYSTEMS } = await import('../out/server/cli/init/list.js');
  const setup = { version, folder: '', branch: 'main' };
  return [
    ...CI_SYSTEMS.map((system) => [
      `docs/ci/${system.page}.md#${system.name}`,
      () => `\`\`\`yaml path=${system.path}\n${system.text(setup)}\`\`\``,
    ]),
    ['docs/ci/github-actions.md#action', actionTables],
    ['action/matcher.json', matcher],
  ];
}

function actionTables() {
  const { inputs, outputs } = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
  const rows = Object.entries(inputs).map(
    ([name, { description, default: initial }]) =>
      `| \`${name}\` | ${initial === '' ? '' : `\`${initial}\``} | ${description} |`,
  );
  const results = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${description} |`,
  );
  return [
    ['| input | default | meaning |', '|---|---|---|', ...rows].join('\n'),
    ['| output | meaning |', '|---|---|', ...results].join('\n'),
  ].join('\n\n');
}

/** For lines of `--format compact`, in GitHub's form: the pattern of the extension's own matcher. */
function matcher() {
  const { contributes } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const own = contributes.problemMatchers.find(({ name }) => name === 'rapporteur');
  const problemMatcher = [{ owner: own.owner, pattern: [own.pattern] }];
  return `${JSON.stringify({ problemMatcher }, null, 2)}\n`;
}
