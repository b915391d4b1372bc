import type { Kind } from '../../brief/index.js';
import type { Token, TokenModifier } from './token.js';

/** The names that the numbers of encoded tokens stand for; agreed on once, before any file is read. */
export interface TokenLegend {
  readonly types: readonly string[];
  readonly modifiers: readonly TokenModifier[];
}

/** What a kind of a workspace's own is coloured as: an editor must know its types beforehand. */
const CUSTOM_TOKEN_TYPE = 'entity';

const TOKEN_MODIFIERS: readonly TokenModifier[] = ['definition', 'unresolved', 'overdue'];

/** @param kinds the built-in ones; each is a type of its own */
export function tokenLegend(kinds: readonly Kind[]): TokenLegend {
  return {
    types: [...kinds.map(({ tag }) => tag), CUSTOM_TOKEN_TYPE],
    modifiers: TOKEN_MODIFIERS,
  };
}

/** The index of a token's type, and its modifiers as bits. */
export function tokenCode(legend: TokenLegend, { kind, modifiers }: Token): [number, number] {
  const type = legend.types.indexOf(kind);
  let bits = 0;
  for (const modifier of modifiers) bits |= 1 << legend.modifiers.indexOf(modifier);
  return [type < 0 ? legend.types.length - 1 : type, bits];
}
