import type { Feature } from '../feature.js';
import { codeActions } from './code-actions.js';
import { commitments } from './commitments.js';
import { diagnostics } from './diagnostics.js';
import { documentHighlights } from './document-highlights.js';
import { documentLinks } from './document-links.js';
import { documentSymbols } from './document-symbols.js';
import { entities } from './entities.js';
import { foldingRanges } from './folding-ranges.js';
import { hover } from './hover.js';
import { linkedEditing } from './linked-editing.js';
import { onTypeFormatting } from './on-type-formatting.js';
import { preview } from './preview.js';
import { selectionRanges } from './selection-ranges.js';
import { semanticTokens } from './semantic-tokens.js';
import { status } from './status.js';
import { strip } from './strip.js';
import { workspaceSymbols } from './workspace-symbols.js';

/** Everything an editor can ask for. */
export const FEATURES: readonly Feature[] = [
  diagnostics,
  hover,
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
  workspaceSymbols,
  codeActions,
  commitments,
  entities,
  strip,
];
