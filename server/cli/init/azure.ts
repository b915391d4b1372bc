import { yamlScalar } from '../../core/index.js';
import { type CiSystem, checkLine, type Setup } from './system.js';

export const azure: CiSystem = {
  name: 'azure',
  summary: 'Azure Pipelines',
  page: 'azure-pipelines',
  path: 'azure-pipelines.yml',
  text: pipeline,
  beside: {
    path: '.azure/rapporteur.yml',
    next: 'azure-pipelines.yml already exists and was not changed.',
  },
  once: 'In Azure DevOps, create a pipeline from that file: Pipelines, New pipeline, Existing Azure Pipelines YAML file.',
};

function pipeline(setup: Setup): string {
  const check = checkLine(setup, ['--cache', '--cache-location "$RAPPORTEUR_CACHE"']);
  return `# Checks the briefs of each push and pull request. Findings in the baseline do not fail it.
trigger:
  branches:
    include:
      - ${yamlScalar(setup.branch)}
pr:
  branches:
    include:
      - '*'
pool:
  vmImage: ubuntu-latest
variables:
  RAPPORTEUR_CACHE: $(Pipeline.Workspace)/rapporteur
steps:
  - task: UseNode@1
    inputs:
      version: 22.x
  # What was read from each file, for the next run; a new entry for each commit.
  - task: Cache@2
    inputs:
      key: rapporteur | "$(Agent.OS)" | "$(Build.SourceVersion)"
      restoreKeys: rapporteur | "$(Agent.OS)"
      path: $(RAPPORTEUR_CACHE)
  - bash: ${check}
    displayName: Check the briefs
${setup.folder === '' ? '' : `    workingDirectory: ${yamlScalar(setup.folder)}\n`}`;
}
