export {
  CONFIG_KEYS,
  type ConfigOrigins,
  type ConfigQuestion,
  type ConfigReading,
  type ConfigText,
  isWorkspaceConfig,
  readConfig,
} from './settings-cascade.js';
export { LEVEL_SYNONYMS, unknownRule } from './settings-levels.js';
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
} from './settings-model.js';
export {
  isBriefPath,
  isIgnoredPath,
  isMarkdownPath,
  isPagePath,
  isRegistryPath,
  levelsAt,
} from './settings-paths.js';
export { readSettings } from './settings-read.js';
export { configSchema, type RuleSummary } from './settings-schema.js';
export { didYouMean } from './settings-values.js';
