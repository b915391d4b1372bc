// What is offered at a cursor, drawn as lines of text.
import { type Completion, type Completions, complete } from '../../server/core/index.js';
import { applyEdits } from '../../server/core/text/index.js';
import { workspaceWithCursor } from './features.js';

/** The kinds and ids that most tests speak of. */
export const REGISTRY = `
\`\`\`yaml path=registry.yaml
person:
  pete-hegseth:
    name: Pete Hegseth
    other_names: [Secretary Hegseth, Hegseth]
  rajnath-singh:
    name: Rajnath Singh
    other_names: [Singh]
  karan-singh: { name: Karan Singh, other_names: [Singh], description: Former governor }
place:
  india: { name: India }
  united-states: { name: United States, other_names: [U.S., US] }
org:
  quad: { name: Quad }
agreement:
  framework: { name: Ten-year framework, period: 2025/2035 }
source:
  dsca: { name: DSCA notice }
\`\`\`
`;

export interface Offered {
  readonly text: string;
  readonly offset: number;
  readonly found: Completions | undefined;
}

/** @param brief a brief, or whole fenced texts where it begins with a fence */
export function offeredIn(brief: string, trigger?: string): Offered {
  const drawn = brief.includes('```')
    ? brief
    : `\`\`\`brief path=a.md\n${brief}\n\`\`\`\n${REGISTRY}`;
  const { workspace, page, offset } = workspaceWithCursor(drawn);
  return { text: page.text, offset, found: complete(workspace, page, offset, { trigger }) };
}

/** `label · beside · detail` for each, in their order. */
export function lines({ found }: Offered): readonly string[] {
  return (found?.items ?? []).map(({ label, beside, detail }) =>
    [label, beside, detail].filter((part) => part !== undefined).join(' · '),
  );
}

export function labels(brief: string, trigger?: string): readonly string[] {
  return (offeredIn(brief, trigger).found?.items ?? []).map(({ label }) => label);
}

/** The text after accepting an item; `‸` where the cursor is left, as an editor with snippets has it. */
export function accepted(
  brief: string,
  label: string,
  snippets: 'snippets' | 'plain' = 'snippets',
): string {
  const { text, found } = offeredIn(brief);
  const item = found?.items.find((each) => each.label === label || each.beside === label);
  if (item === undefined)
    throw new Error(
      `'${label}' is not offered, but ${found?.items.map((each) => each.label).join(', ')}`,
    );
  return applied(text, item, snippets);
}

export function applied(text: string, item: Completion, snippets: 'snippets' | 'plain'): string {
  const { span, insert, snippet, also = [] } = item;
  const written = snippets === 'plain' || snippet === undefined ? insert : drawnSnippet(snippet);
  return applyEdits(text, [{ span, text: written }, ...also]);
}

/** `$1` and `$0` as `‸`. */
function drawnSnippet(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\d/g, (_, escaped?: string) => escaped ?? '‸');
}
