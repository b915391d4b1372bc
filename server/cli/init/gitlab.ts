import { yamlScalar } from '../../core/index.js';
import { type CiSystem, checkLine, type Setup, shellWord } from './system.js';

export const gitlab: CiSystem = {
  name: 'gitlab',
  summary: 'GitLab CI/CD',
  page: 'gitlab',
  path: '.gitlab-ci.yml',
  text: pipeline,
  beside: {
    path: '.gitlab/rapporteur.gitlab-ci.yml',
    next: `Add these lines to .gitlab-ci.yml, which already exists and was not changed:

    include:
      - local: .gitlab/rapporteur.gitlab-ci.yml`,
  },
};

function pipeline(setup: Setup): string {
  const report = '"$CI_PROJECT_DIR/gl-code-quality-report.json"';
  const cache = '"$CI_PROJECT_DIR/.rapporteur-cache"';
  const options = [`--format gitlab=${report}`, `--cache --cache-location ${cache}`];
  const lines = [
    ...(setup.folder === '' ? [] : [yamlScalar(`cd ${shellWord(setup.folder)}`)]),
    checkLine(setup, options),
  ];
  return `# Checks the briefs of each merge request and of the default branch. Findings in the baseline do not
# fail it.
rapporteur:
  image: node:22-alpine
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # What was read from each file, for the next run.
  cache:
    key: rapporteur
    paths:
      - .rapporteur-cache/
  script:
${lines.map((line) => `    - ${line}`).join('\n')}
  # The findings, shown in the merge request.
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
}
