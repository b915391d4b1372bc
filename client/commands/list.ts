import { annotateBrief } from './annotate-brief.js';
import { goToPlaceInBrief } from './brief-rows.js';
import { changeCommitment } from './change-commitment.js';
import { changeTerms } from './change-terms.js';
import { checkWorkspace } from './check-workspace.js';
import type { Command } from './command.js';
import {
  changeCommitmentOf,
  copyCommitmentId,
  copyCommitmentRow,
  goToCommitment,
  recordUpdateOf,
  showHistory,
} from './commitment-rows.js';
import { filterCommitments, groupCommitments } from './commitment-views.js';
import { defineEntity } from './define-entity.js';
import {
  filterEntities,
  goToDefinitionOf,
  mergeEntity,
  renameEntity,
  showMentionsOf,
} from './entity-rows.js';
import { exportReport } from './export-report.js';
import { goToEntity } from './go-to-entity.js';
import { ignoreFinding } from './ignore-finding.js';
import { importDocument } from './import-document.js';
import { newCommitment } from './new-commitment.js';
import { openSample } from './open-sample.js';
import { recordUpdate } from './record-update.js';
import { reopenAsText } from './reopen-as-text.js';
import { restartServer } from './restart-server.js';
import {
  acceptAllOfThis,
  acceptSuggestion,
  neverSuggest,
  neverSuggestAnywhere,
  skipSuggestion,
} from './review-decisions.js';
import {
  acceptAllCertain,
  acceptAllSuggestions,
  applySuggestions,
  nextSuggestion,
  previousSuggestion,
} from './review-steps.js';
import { sayMissing } from './say-missing.js';
import { showCommitments } from './show-commitments.js';
import { showLog } from './show-log.js';
import { copyMermaid, showOverview } from './show-overview.js';
import { startBrief } from './start-brief.js';
import { strip } from './strip.js';
import { tagAll } from './tag-all.js';
import { tagAs } from './tag-as.js';
import { toggleReading } from './toggle-reading.js';
import { whoIsThis } from './who-is-this.js';

/** Every command, in the order of the guide. */
export const COMMANDS: readonly Command[] = [
  annotateBrief,
  tagAs,
  tagAll,
  newCommitment,
  changeCommitment,
  recordUpdate,
  defineEntity,
  goToEntity,
  showCommitments,
  groupCommitments,
  filterCommitments,
  filterEntities,
  showOverview,
  copyMermaid,
  checkWorkspace,
  startBrief,
  openSample,
  sayMissing,
  ignoreFinding,
  importDocument,
  strip,
  exportReport,
  toggleReading,
  reopenAsText,
  restartServer,
  showLog,
  nextSuggestion,
  previousSuggestion,
  acceptSuggestion,
  acceptAllOfThis,
  skipSuggestion,
  whoIsThis,
  changeTerms,
  neverSuggest,
  neverSuggestAnywhere,
  acceptAllCertain,
  acceptAllSuggestions,
  applySuggestions,
  goToCommitment,
  recordUpdateOf,
  changeCommitmentOf,
  showHistory,
  copyCommitmentId,
  copyCommitmentRow,
  goToDefinitionOf,
  showMentionsOf,
  renameEntity,
  mergeEntity,
  goToPlaceInBrief,
];
