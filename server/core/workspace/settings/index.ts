export {
  CONFIG_KEYS,
  type ConfigOrigins,
  type ConfigQuestion,
  type ConfigReading,
  type ConfigText,
  isWorkspaceConfig,
  readConfig,
} from './cascade.js';
export { LEVEL_SYNONYMS, unknownRule } from './levels.js';
export {
  DEFAULT_SETTINGS,
  FAIL_LEVELS,
  type IgnoredBelow,
  LEVELS,
  type Level,
  type Override,
  SEVERITIES,
  type Settings,
  type SettingsFault,
  type Severity,
} from './model.js';
export {
  isBriefPath,
  isIgnoredPath,
  isMarkdownPath,
  isPagePath,
  isRegistryPath,
  levelsAt,
} from './paths.js';
export { readSettings } from './read.js';
export { configSchema, type RuleSummary } from './schema.js';
export { didYouMean } from './values.js';
