import type { Platform } from '../report/report-outputs.js';
import type { Io } from '../terminal/io.js';
import { azure } from './azure.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';

/** The platforms that are notified of findings without an option. */
export const PLATFORMS: readonly Platform[] = [github, gitlab, azure];

/** Where this runs, as the platform itself says. */
export function platformOf(env: Io['env']): Platform | undefined {
  return PLATFORMS.find(({ variable }) => /^(?:true|1)$/i.test(env[variable] ?? ''));
}
