import { partsOf } from '../../brief/index.js';
import { shift } from '../../text/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import { type KeptByBlock, keptByBlock } from '../kept-by-block.js';
import type { Token } from './token.js';
import { semanticTokens } from './tokens.js';

/** The tokens of a brief by block: the next edit goes on from there. */
export type KeptTokens = KeptByBlock<readonly Token[]>;

/**
 * What `semanticTokens` says of a brief, block by block; after an edit only of those that it touched.
 * @param before of the same page before some edits
 * @returns `undefined` of a page that is no brief, or is not kept by block
 */
export function keptTokens(
  before: KeptTokens | undefined,
  workspace: Workspace,
  page: Page,
): KeptTokens | undefined {
  if (page.facts.role !== 'brief') return undefined;
  return keptByBlock(before, workspace, page, (part, { at }) =>
    semanticTokens(workspace, part).map((token) => ({ ...token, span: shift(token.span, -at) })),
  );
}

/** Some tokens of a page that follow each other, counted from an offset; the same list for as long as they are the same. */
export interface PlacedTokens {
  readonly at: number;
  readonly tokens: readonly Token[];
}

/** All tokens, block by block. */
export function placedTokens({ page, pieces }: KeptTokens): readonly PlacedTokens[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  return blocks.flatMap(({ at }, index) => {
    const tokens = pieces[index] ?? [];
    return tokens.length === 0 ? [] : [{ at, tokens }];
  });
}
