import { ATTRIBUTE_KEYS, KIND_KEYS, OWN_TYPES } from './settings-kinds.js';
import { OVERRIDE_KEYS } from './settings-levels.js';
import { DEFAULT_SETTINGS, FAIL_LEVELS, LEVELS } from './settings-model.js';

/** What the schema tells of a rule. */
export interface RuleSummary {
  readonly name: string;
  readonly summary: string;
  readonly level: string;
}

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };
/** One word or several. */
const GLOBS: Schema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** JSON Schema, draft 7, of `rapporteur.yaml`. */
export function configSchema(rules: readonly RuleSummary[]): Readonly<Record<string, unknown>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Rapporteur settings',
    description:
      'rapporteur.yaml, at the top of a workspace or of a part of it. Every setting may be left out.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      root: {
        description:
          'Whether a workspace begins in this folder. With `false`, the folder belongs to the workspace above. Then only `extends`, `rules`, `overrides` and `ignore` are allowed here, for the files below.',
        type: 'boolean',
        default: true,
      },
      extends: {
        description:
          'Configuration files that this one builds on, as paths from its folder; the last one wins, and this file wins over all of them.',
        ...GLOBS,
      },
      briefs: {
        description: 'The files that are briefs. If left out: every Markdown file with a tag.',
        ...GLOBS,
      },
      registries: {
        description: 'The files that are registries.',
        default: DEFAULT_SETTINGS.registries,
        ...GLOBS,
      },
      ignore: {
        description: 'Files that are not read, in addition to those in .gitignore.',
        ...GLOBS,
      },
      rules: levelsSchema(rules),
      overrides: overridesSchema(),
      kinds: kindsSchema(),
      failOn: {
        description: 'The lowest level at which `rapporteur check` ends with exit code 1.',
        enum: FAIL_LEVELS,
        default: DEFAULT_SETTINGS.failOn,
      },
      maxWarnings: {
        description:
          'A check fails if there are more warnings than this. If left out, any number is allowed.',
        type: 'integer',
        minimum: 0,
      },
      baseline: {
        description:
          'The file of the known findings, which do not fail a check. `rapporteur check --update-baseline` writes it.',
        type: 'string',
      },
    },
  };
}

function overridesSchema(): Schema {
  const item = {
    ...objectOf(OVERRIDE_KEYS, {
      files: GLOBS,
      except: GLOBS,
      rules: { $ref: '#/properties/rules' },
    }),
    required: ['files'],
  };
  return {
    description: 'Levels for some files only. If several apply to a file, the last one wins.',
    anyOf: [{ type: 'array', items: item }, item, { type: 'null' }],
  };
}

function levelsSchema(rules: readonly RuleSummary[]): Schema {
  const properties = rules.map(({ name, summary, level }) => [
    name,
    { description: summary, enum: LEVELS, default: level },
  ]);
  return {
    description: 'Rules with another level than their default.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

function kindsSchema(): Schema {
  const attribute = objectOf(ATTRIBUTE_KEYS, {
    type: { enum: OWN_TYPES },
    kinds: GLOBS,
    values: GLOBS,
  });
  const short = [{ enum: OWN_TYPES }, { type: 'array', items: TEXT }, { type: 'null' }];
  const kind = objectOf(KIND_KEYS, { attributes: byName(attribute, short) });
  return {
    description: "The workspace's own kinds of entity.",
    ...byName(kind, [{ type: 'null' }]),
  };
}

function objectOf(keys: readonly string[], special: Readonly<Record<string, Schema>>): Schema {
  const properties = Object.fromEntries(keys.map((key) => [key, special[key] ?? TEXT]));
  return { type: 'object', additionalProperties: false, properties };
}

/** A mapping by name, where some short forms do; or a list, with the name in each item. */
function byName(item: Schema, short: readonly Schema[]): Schema {
  return {
    anyOf: [
      { type: 'object', additionalProperties: { anyOf: [item, ...short] } },
      { type: 'array', items: { anyOf: [{ ...item, required: ['name'] }, TEXT] } },
    ],
  };
}
