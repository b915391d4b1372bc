import { ATTRIBUTE_KEYS, KIND_KEYS, OWN_TYPES } from './kinds.js';
import { OVERRIDE_KEYS } from './levels.js';
import { DEFAULT_SETTINGS, FAIL_LEVELS, LEVELS } from './model.js';

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
          'Whether a workspace begins in this folder. `false`: the folder belongs to the workspace above, and only `extends`, `rules`, `overrides` and `ignore` count here, for what lies below.',
        type: 'boolean',
        default: true,
      },
      extends: {
        description:
          'Configuration files that this one builds on, as paths from its folder; the last wins, and this file over all of them.',
        ...GLOBS,
      },
      briefs: {
        description: 'The files that are briefs. Without it: every Markdown file that holds a tag.',
        ...GLOBS,
      },
      registries: {
        description: 'The files that are registries.',
        default: DEFAULT_SETTINGS.registries,
        ...GLOBS,
      },
      ignore: { description: 'What is not read, besides what .gitignore leaves out.', ...GLOBS },
      rules: levelsSchema(rules),
      overrides: overridesSchema(),
      kinds: kindsSchema(),
      failOn: {
        description: 'From which level on `rapporteur check` ends with exit code 1.',
        enum: FAIL_LEVELS,
        default: DEFAULT_SETTINGS.failOn,
      },
      maxWarnings: {
        description: 'More warnings than this fail a check. Without it: any number is borne.',
        type: 'integer',
        minimum: 0,
      },
      baseline: {
        description:
          'The file of the findings that are known and borne with, as `rapporteur check --update-baseline` writes it.',
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
    description: 'Levels that count in some files only; of several about a file the last wins.',
    anyOf: [{ type: 'array', items: item }, item, { type: 'null' }],
  };
}

function levelsSchema(rules: readonly RuleSummary[]): Schema {
  const properties = rules.map(({ name, summary, level }) => [
    name,
    { description: summary, enum: LEVELS, default: level },
  ]);
  return {
    description: 'Rules at another level than their own.',
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
