import { checkWorkspace } from './check-workspace.js';
import type { Command } from './command.js';
import { defineEntity } from './define-entity.js';
import { goToEntity } from './go-to-entity.js';
import { newCommitment } from './new-commitment.js';
import { recordUpdate } from './record-update.js';
import { restartServer } from './restart-server.js';
import { showCommitments } from './show-commitments.js';
import { showLog } from './show-log.js';
import { strip } from './strip.js';
import { tagAs } from './tag-as.js';

/** Every command, in the order of the guide. */
export const COMMANDS: readonly Command[] = [
  tagAs,
  newCommitment,
  recordUpdate,
  defineEntity,
  goToEntity,
  showCommitments,
  checkWorkspace,
  strip,
  restartServer,
  showLog,
];
