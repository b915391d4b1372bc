import type MarkdownIt from 'markdown-it';
import { customKind, type Kind, type Vocabulary, vocabularyOf } from '../../server/core/index.js';
import type { PreviewKind, PreviewTips } from '../../server/lsp/protocol.js';
import { addBlockRule } from './block-rule.js';
import { briefReader } from './brief-reader.js';
import { markInlineTokens } from './inline-tokens.js';
import type { MaskedText } from './mask-tags.js';
import { ENGLISH_TEXTS, type PreviewTexts } from './preview-texts.js';
import { addRenderRules } from './render-rules.js';
import { wrapBlocks } from './wrap-blocks.js';

export interface PreviewOptions {
  /** What the server last said of a document; asked whenever one is rendered. */
  tips(uri: string | undefined): PreviewTips | undefined;
  /** The kinds that workspaces added, as far as they are known; asked whenever a text is read. */
  kinds?(): readonly PreviewKind[];
  readonly words?: PreviewTexts;
}

/**
 * Shows the tags of briefs as what they mean. The engine finds them in the source; Markdown then reads
 * the source with placeholders in their places, as many lines as before, and never sees a tag.
 */
export function previewPlugin(options: PreviewOptions): (md: MarkdownIt) => MarkdownIt {
  return (md) => {
    const read = briefReader();
    const vocabulary = vocabularyReader(() => options.kinds?.() ?? []);
    const known = new WeakMap<object, MaskedText>();
    md.core.ruler.before('normalize', 'rapporteur_read', (state) => {
      const masked = state.inlineMode ? undefined : read(state.src, vocabulary());
      if (masked === undefined) return;
      known.set(state.tokens, masked);
      state.src = masked.text;
    });
    addBlockRule(md, (tokens) => known.get(tokens));
    md.core.ruler.after('inline', 'rapporteur_show', (state) => {
      const masked = known.get(state.tokens);
      if (masked === undefined) return;
      markInlineTokens(state, masked);
      wrapBlocks(state);
    });
    addRenderRules(md, {
      words: options.words ?? ENGLISH_TEXTS,
      tips: (env) => options.tips(uriOf(env)),
    });
    return md;
  };
}

/** VS Code says in the renderer's environment which document it shows. */
function uriOf(env: unknown): string | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined;
  return env.currentDocument === undefined ? undefined : String(env.currentDocument);
}

function vocabularyReader(kinds: () => readonly PreviewKind[]): () => Vocabulary {
  let [last, key] = [vocabularyOf([]), ''];
  return () => {
    const own = kinds();
    const next = own.map(({ tag }) => tag).join();
    if (next !== key) [last, key] = [vocabularyOf(own.map(previewKind)), next];
    return last;
  };
}

/** What attributes it has, the server knows. */
function previewKind({ tag, title }: PreviewKind): Kind {
  return customKind({ tag, title, plural: title, summary: title, attributes: [] });
}
