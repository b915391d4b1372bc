import { yamlScalar } from '../../core/index.js';
import type { CiSystem, Setup } from './system.js';
import { shellWord } from './system.js';

export const preCommit: CiSystem = {
  name: 'pre-commit',
  summary: 'pre-commit, before each commit and push',
  page: 'pre-commit',
  path: '.pre-commit-config.yaml',
  text: config,
  beside: {
    path: '.pre-commit-config.rapporteur.yaml',
    next: `.pre-commit-config.yaml already exists and was not changed: put the entry of
.pre-commit-config.rapporteur.yaml under its 'repos:', then remove that file.`,
  },
  once: 'Everyone must install the hooks once: pre-commit install --hook-type pre-commit --hook-type pre-push',
};

function config(setup: Setup): string {
  const { version, folder } = setup;
  const inside = folder === '' ? '' : `^${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/`;
  // pre-commit splits an entry as a shell would.
  const whole = `rapporteur check --cache${folder === '' ? '' : ` ${shellWord(folder)}`}`;
  return `# Before a commit its own files are checked, before a push the whole workspace.
repos:
  - repo: local
    hooks:
      - id: rapporteur
        name: rapporteur (the files of this commit)
        language: node
        additional_dependencies: ['rapporteur@${version}']
        entry: rapporteur check --allow-empty --cache
        types_or: [markdown, yaml]
        files: ${yamlScalar(`${inside}(.*\\.(md|markdown)|(.*/)?([^/]+\\.)?registry\\.ya?ml|(.*/)?registry/.*\\.ya?ml)$`)}
        require_serial: true
        stages: [pre-commit]
      - id: rapporteur-full
        name: rapporteur (the whole workspace)
        language: node
        additional_dependencies: ['rapporteur@${version}']
        entry: ${yamlScalar(whole)}
        pass_filenames: false
        always_run: true
        stages: [pre-push]
`;
}
