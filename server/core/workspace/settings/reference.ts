import { SETTINGS } from './list.js';
import type { JsonSchema, RuleSummary, Setting } from './setting.js';

/** JSON Schema, draft 7, of `rapporteur.yaml`. */
export function configSchema(rules: readonly RuleSummary[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Rapporteur settings',
    description:
      'rapporteur.yaml, at the top of a workspace or of a part of it. Every setting may be left out.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(SETTINGS.map((one) => [one.key, schemaOf(one, rules)])),
  };
}

function schemaOf(setting: Setting, rules: readonly RuleSummary[]): JsonSchema {
  return {
    description: setting.description,
    ...(isWorthSaying(setting.default) && { default: setting.default }),
    ...setting.schema({ rules }),
  };
}

/** The settings as a Markdown table. */
export function settingTable(settings: readonly Setting[] = SETTINGS): string {
  const rows = settings.map((one) => {
    const unset = isWorthSaying(one.default) ? `\`${JSON.stringify(one.default)}\`` : '';
    return `| \`${one.key}\` | ${unset} | ${one.description.replaceAll('|', '\\|')} |`;
  });
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** Whether there is a default to be written down: nothing and none go without saying. */
function isWorthSaying(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value !== 'object' && value !== undefined;
}
