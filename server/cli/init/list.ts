import { azure } from './azure.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { preCommit } from './pre-commit.js';
import type { CiSystem } from './system.js';

/** The platforms that `init --ci` knows. */
export const CI_SYSTEMS: readonly CiSystem[] = [github, gitlab, azure, preCommit];
