// Briefs as the Markdown preview shows them, without an editor.
import MarkdownIt from 'markdown-it';
import { type PreviewOptions, previewPlugin } from '../../client/preview/index.js';
import { pagePreview } from '../../server/core/features/index.js';
import type { PreviewTips } from '../../server/lsp/protocol.js';
import { workspaceOf } from './workspace.js';

/** As VS Code sets it up. */
export function plainMarkdown(): MarkdownIt {
  return new MarkdownIt({ html: true, linkify: true });
}

export function previewMarkdown(options: Partial<PreviewOptions> = {}): MarkdownIt {
  return plainMarkdown().use((md) => previewPlugin({ tips: () => undefined, ...options })(md));
}

const URI = 'file:///w/a.md';

/** What VS Code renders with: the document is known, the tokens may be older. */
export const ENV = { currentDocument: { toString: () => URI } };

/** The HTML of a brief, with what a workspace of it and a registry knows. */
export function shown(brief: string, registry = ''): string {
  const tips = tipsFor(brief, registry);
  const md = previewMarkdown({ tips: (uri) => (uri === URI ? tips : undefined) });
  return md.render(brief, ENV);
}

export function tipsFor(brief: string, registry = ''): PreviewTips {
  const workspace = workspaceOf({ 'a.md': brief, 'registry.yaml': registry });
  const page = workspace.pages.get('a.md');
  if (page === undefined) throw new Error('no such page');
  return { ...pagePreview(workspace, page), complete: true };
}

/** The HTML as a reader without eyes for style has it: no markup of ours but what is named. */
export function plainOf(html: string): string {
  return html
    .replace(/<span class="rapporteur-unseen">[^<]*<\/span>/g, '')
    .replace(/<sup class="rapporteur-number">\d+<\/sup>/g, '')
    .replace(/<span class="rapporteur-terms[^"]*">(?:<bdi>[^<]*<\/bdi>| · )*<\/span>/g, '')
    .replace(/<(?:span|mark) class="rapporteur [^>]*>|<\/mark>|<\/span>/g, '');
}
