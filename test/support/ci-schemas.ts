// The forms of the platforms' files, as far as ours use them and strictly: what is not named here is a
// slip. Written from the references of the platforms: docs.gitlab.com/ci/yaml,
// learn.microsoft.com/azure/devops/pipelines/yaml-schema, pre-commit.com, and
// support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference.

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const texts: Schema = { type: 'array', items: text, minItems: 1 };

function object(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const anyText: Schema = { type: 'object', additionalProperties: { type: ['string', 'number'] } };

export const GITLAB_SCHEMA: Schema = {
  type: 'object',
  minProperties: 1,
  propertyNames: { not: { enum: ['image', 'services', 'cache', 'variables', 'stages'] } },
  additionalProperties: object(
    {
      image: {
        oneOf: [text, object({ name: text, entrypoint: { type: 'array' } }, ['name'])],
      },
      variables: anyText,
      rules: { type: 'array', items: object({ if: text }, ['if']) },
      cache: object({ key: text, paths: texts }, ['key', 'paths']),
      before_script: texts,
      script: texts,
      parallel: { type: 'integer', minimum: 2, maximum: 200 },
      needs: texts,
      artifacts: object(
        {
          paths: texts,
          when: { enum: ['on_success', 'on_failure', 'always'] },
          reports: object({ codequality: text, junit: text }, []),
        },
        [],
      ),
    },
    ['script'],
  ),
};

const branches = object({ branches: object({ include: texts }, ['include']) }, ['branches']);
const task = (name: string, inputs: Schema): Schema =>
  object({ task: { const: name }, inputs, condition: text, displayName: text }, ['task', 'inputs']);

export const AZURE_SCHEMA: Schema = object(
  {
    trigger: { oneOf: [{ const: 'none' }, branches] },
    pr: { oneOf: [{ const: 'none' }, branches] },
    pool: object({ vmImage: text }, ['vmImage']),
    variables: anyText,
    steps: {
      type: 'array',
      items: {
        oneOf: [
          object({ checkout: { const: 'self' }, fetchDepth: { type: 'integer' } }, ['checkout']),
          object({ bash: text, displayName: text, env: anyText, workingDirectory: text }, ['bash']),
          task('UseNode@1', object({ version: text }, ['version'])),
          task('Cache@2', object({ key: text, restoreKeys: text, path: text }, ['key', 'path'])),
          task(
            'PublishTestResults@2',
            object(
              { testResultsFormat: { const: 'JUnit' }, testResultsFiles: text, testRunTitle: text },
              ['testResultsFormat', 'testResultsFiles'],
            ),
          ),
        ],
      },
    },
  },
  ['pool', 'steps'],
);

const stages: Schema = {
  type: 'array',
  items: { enum: ['pre-commit', 'pre-push', 'manual'] },
};

const localHook = object(
  {
    id: text,
    name: text,
    language: { const: 'node' },
    additional_dependencies: texts,
    entry: text,
    types_or: texts,
    files: text,
    require_serial: flag,
    pass_filenames: flag,
    always_run: flag,
    stages,
  },
  ['id', 'name', 'language', 'entry'],
);

export const PRE_COMMIT_SCHEMA: Schema = object(
  {
    repos: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          object({ repo: { const: 'local' }, hooks: { type: 'array', items: localHook } }, [
            'repo',
            'hooks',
          ]),
          object(
            {
              repo: { type: 'string', pattern: '^https://' },
              rev: text,
              hooks: {
                type: 'array',
                items: object({ id: text, args: texts, files: text }, ['id']),
              },
            },
            ['repo', 'rev', 'hooks'],
          ),
        ],
      },
    },
  },
  ['repos'],
);

const step = object({ name: text, caches: texts, script: texts }, ['script']);

export const BITBUCKET_SCHEMA: Schema = object(
  {
    image: text,
    definitions: object({ caches: anyText }, ['caches']),
    pipelines: object(
      { default: { type: 'array', items: object({ step }, ['step']), minItems: 1 } },
      ['default'],
    ),
  },
  ['pipelines'],
);
