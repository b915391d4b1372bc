export {
  CONFIG_NAME,
  type ConfigOrigins,
  type ConfigReading,
  configReads,
  isWorkspaceConfig,
  readConfig,
  readConfigWith,
} from './cascade.js';
export type { ConfigText } from './chains.js';
export { FAIL_LEVELS } from './check.js';
export {
  LEVEL_SYNONYMS,
  LEVELS,
  type Level,
  type Override,
  SEVERITIES,
  type Severity,
  unknownRule,
} from './levels.js';
export { SETTINGS } from './list.js';
export { DEFAULT_SETTINGS, type Settings } from './model.js';
export {
  isBriefPath,
  isIgnoredPath,
  isMarkdownPath,
  isMemberPath,
  isPagePath,
  isRegistryPath,
  levelsAt,
} from './paths.js';
export { CONFIG_KEYS, readSettings } from './read.js';
export { configSchema, settingTable } from './reference.js';
export { type Scale, type Step, scaleNamed, scalesOf } from './scales.js';
export type { SettingsFault } from './setting.js';
export {
  leastLevelOf,
  SUGGESTION_LEVELS,
  type SuggestionLevel,
  type SuggestSettings,
  USUAL_LEVEL,
} from './suggest.js';
export { didYouMean } from './values.js';
