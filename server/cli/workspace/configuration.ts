import { dirname, relative, resolve, sep } from 'node:path';
import {
  type ConfigReading,
  type Level,
  linesOf,
  type PageId,
  rangeOf,
  type Settings,
  type SettingsFault,
} from '../../core/index.js';
import {
  type ConfigFiles,
  type Reading,
  readConfigFilesSync,
  readInside,
  readPath,
  type WorkspaceRoot,
} from '../../host/index.js';
import { writeExcerpt } from '../formats/write-excerpt.js';
import { sourceLineAt } from '../report/locate-report.js';
import { shownPath } from '../report/places.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { DisplayOptions } from '../terminal/style.js';

/** What counts in a workspace, as far as the folders below have been looked through. */
export interface Configuration {
  readonly settings: Settings;
  /** Every file that counts, and those that were to be read; absolute. */
  readonly files: readonly string[];
  readonly origins: ConfigReading['origins'];
  /** Levels that options have set. */
  readonly forced: ReadonlyMap<string, Level>;
  /** Levels that options set where no file does. */
  readonly usual: ReadonlyMap<string, Level>;
  /** With what folders below say of themselves: the paths of their configurations from the root. */
  withBelow(paths: readonly string[]): Configuration;
  /** @throws Failure that shows every fault. */
  checked(): Configuration;
}

export interface ConfigOptions {
  readonly cwd: string;
  readonly display: DisplayOptions;
  /** The configuration that the user named, if any; absolute. */
  readonly named?: string | undefined;
  /** They win over what any file says. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** They count where no file says anything of the rule. */
  readonly usualLevels?: ReadonlyMap<string, Level>;
}

/** Reads the configuration of a workspace and all that it extends. */
export function openConfiguration(
  { folder, config, repository }: Pick<WorkspaceRoot, 'folder' | 'config' | 'repository'>,
  options: ConfigOptions,
): Configuration {
  const entry = config && relative(folder, config).replaceAll(sep, '/');
  const read = readerIn(repository ?? folder, folder, options.named);
  const configFiles = readConfigFilesSync(read, entry, []);
  return configuration({ ...options, folder, read, configFiles });
}

/**
 * Reads what a repository says, and nothing from elsewhere: a fault would show it. A configuration that the user
 * named is read wherever it lies, and what lies below its folder.
 */
function readerIn(
  repository: string,
  folder: string,
  named: string | undefined,
): (path: PageId) => Reading {
  return (id) => {
    const path = resolve(folder, id);
    if (named === undefined) return readInside(path, repository);
    if (path === named) return readPath(path);
    const reading = readInside(path, dirname(named));
    return reading.type === 'fault' ? readInside(path, repository) : reading;
  };
}

/** The settings in a file with all it extends; the defaults without one. @throws Failure */
export function loadSettings(
  config: string | undefined,
  cwd: string,
  display: DisplayOptions,
): Settings {
  const folder = config === undefined ? cwd : dirname(config);
  const repository = undefined;
  return openConfiguration(
    { folder, config, repository },
    { cwd, display, named: config },
  ).checked().settings;
}

interface Opened extends ConfigOptions {
  readonly folder: string;
  readonly read: (path: PageId) => Reading;
  readonly configFiles: ConfigFiles;
}

function configuration(opened: Opened): Configuration {
  const { folder, configFiles, levels, usualLevels = NO_LEVELS } = opened;
  const { reading, files, entry } = configFiles;
  const said = reading.settings;
  const usual = { ...said, levels: new Map([...usualLevels, ...said.levels]) };
  const made: Configuration = {
    settings: withLevels(usualLevels.size === 0 ? said : usual, levels),
    files: [...files.keys()].map((path) => resolve(folder, path)),
    origins: reading.origins,
    forced: levels ?? NO_LEVELS,
    usual: usualLevels,
    withBelow: (paths) =>
      paths.length === 0
        ? made
        : configuration({
            ...opened,
            configFiles: readConfigFilesSync(opened.read, entry, paths, files),
          }),
    checked() {
      if (reading.faults.size > 0) throw new Failure(faultsInWords(opened), 'drawn');
      return made;
    },
  };
  return made;
}

const NO_LEVELS: ReadonlyMap<string, Level> = new Map();

function withLevels(settings: Settings, levels: ReadonlyMap<string, Level> | undefined): Settings {
  if (levels === undefined || levels.size === 0) return settings;
  const everywhere = { files: ['**'], except: [], levels };
  return {
    ...settings,
    levels: new Map([...settings.levels, ...levels]),
    overrides: settings.overrides.length === 0 ? [] : [...settings.overrides, everywhere],
  };
}

function faultsInWords({ folder, configFiles, cwd, display }: Opened): string {
  const { entry, files } = configFiles;
  const { faults } = configFiles.reading;
  const rank = ([path]: readonly [string, unknown]): string => `${path === entry ? 0 : 1}${path}`;
  const inOrder = [...faults].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const all = inOrder.flatMap(([path, found]) => {
    const shown = escapePath(shownPath(resolve(folder, path), cwd));
    const file = files.get(path);
    if (file === undefined || 'text' in file) {
      return found.map((fault) => faultInWords(fault, file?.text ?? '', shown, display));
    }
    return [`${shown} could not be read: ${file.unread}.`];
  });
  if (all.length === 1 && !all[0]?.includes('\n')) return all.join('\n');
  return `the configuration has ${all.length === 1 ? 'an error' : 'errors'}.\n${all.join('\n')}`;
}

function faultInWords(
  { span, message }: SettingsFault,
  text: string,
  shown: string,
  display: DisplayOptions,
): string {
  const lines = linesOf(text);
  const range = rangeOf(text, lines, span);
  const source = sourceLineAt(text, lines, span);
  const excerpt = [...writeExcerpt(source, range, display.style.error, display)].join('');
  const { line, column } = range.start;
  return `${shown}:${line}:${column}  ${escapeControls(message)}\n${excerpt}`;
}
