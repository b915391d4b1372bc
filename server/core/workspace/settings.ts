export {
  DEFAULT_SETTINGS,
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
