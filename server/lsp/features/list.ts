import type { Feature } from '../feature.js';
import { brief } from './brief.js';
import { callHierarchy } from './call-hierarchy.js';
import { charts } from './charts.js';
import { check } from './check.js';
import { codeActions } from './code-actions.js';
import { codeLens } from './code-lens.js';
import { commitments } from './commitments.js';
import { completion } from './completion.js';
import { deadline } from './deadline.js';
import { declaration } from './declaration.js';
import { definition } from './definition.js';
import { diagnostics } from './diagnostics.js';
import { documentHighlights } from './document-highlights.js';
import { documentLinks } from './document-links.js';
import { documentSymbols } from './document-symbols.js';
import { entities } from './entities.js';
import { executeCommand } from './execute-command.js';
import { foldingRanges } from './folding-ranges.js';
import { hover } from './hover.js';
import { implementation } from './implementation.js';
import { importing } from './importing.js';
import { inlayHints } from './inlay-hints.js';
import { linkedEditing } from './linked-editing.js';
import { marks } from './marks.js';
import { mentionPlaces } from './mention-places.js';
import { mentions } from './mentions.js';
import { onTypeFormatting } from './on-type-formatting.js';
import { preview } from './preview.js';
import { references } from './references.js';
import { rename } from './rename.js';
import { reporting } from './reporting.js';
import { selectionRanges } from './selection-ranges.js';
import { semanticTokens } from './semantic-tokens.js';
import { status } from './status.js';
import { strip } from './strip.js';
import { suggestions } from './suggestions.js';
import { terms } from './terms.js';
import { typeDefinition } from './type-definition.js';
import { typeHierarchy } from './type-hierarchy.js';
import { willRenameFiles } from './will-rename-files.js';
import { workspaceSymbols } from './workspace-symbols.js';

/** Everything an editor can ask for. */
export const FEATURES: readonly Feature[] = [
  diagnostics,
  hover,
  inlayHints,
  codeLens,
  preview,
  status,
  documentHighlights,
  documentLinks,
  documentSymbols,
  foldingRanges,
  linkedEditing,
  onTypeFormatting,
  selectionRanges,
  semanticTokens,
  marks,
  workspaceSymbols,
  codeActions,
  completion,
  check,
  commitments,
  entities,
  brief,
  charts,
  deadline,
  strip,
  importing,
  reporting,
  suggestions,
  mentions,
  mentionPlaces,
  terms,
  executeCommand,
  definition,
  declaration,
  typeDefinition,
  implementation,
  references,
  callHierarchy,
  typeHierarchy,
  rename,
  willRenameFiles,
];
