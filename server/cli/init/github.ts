import { yamlScalar } from '../../core/index.js';
import { type CiSystem, checkLine, type Setup } from './system.js';

export const github: CiSystem = {
  name: 'github',
  summary: 'GitHub Actions',
  page: 'github-actions',
  path: '.github/workflows/rapporteur.yml',
  text: workflow,
};

function workflow(setup: Setup): string {
  const check = checkLine(setup, ['--cache', '--cache-location', '"$RUNNER_TEMP/rapporteur"']);
  return `# Checks the briefs of each push and pull request. Findings in the baseline do not fail it.
name: Briefs
on:
  push:
    branches: [${yamlScalar(setup.branch, 'flow')}]
  pull_request:
permissions:
  contents: read
jobs:
  rapporteur:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0
        with:
          node-version: 22
          package-manager-cache: false
      # What was read from each file, for the next run; a new entry for each commit.
      - uses: actions/cache@cdf6c1fa76f9f475f3d7449005a359c84ca0f306 # v5.0.3
        with:
          path: \${{ runner.temp }}/rapporteur
          key: rapporteur-\${{ runner.os }}-\${{ hashFiles('**/rapporteur.yaml') }}-\${{ github.sha }}
          restore-keys: rapporteur-\${{ runner.os }}-\${{ hashFiles('**/rapporteur.yaml') }}-
      - run: ${check}
${setup.folder === '' ? '' : `        working-directory: ${yamlScalar(setup.folder)}\n`}`;
}
