import { contains, overlaps, type Span } from '../text/index.js';
import { type Page, resolve, tagsIn, type Workspace } from '../workspace/index.js';
import { namesInWords } from './names-in-words.js';

/** Someone or something spoken of in a sentence. */
export interface Spoken {
  readonly span: Span;
  readonly kind: string;
  readonly ids: readonly string[];
}

/** Whom a sentence names, tagged or not, in order; what stands inside another name is that name's. */
export function spokenIn(workspace: Workspace, page: Page, area: Span): readonly Spoken[] {
  const tagged: Spoken[] = [];
  const taken: Span[] = [];
  for (const tag of tagsIn(page, area)) {
    const { span, label, kind, role } = tag;
    if (!overlaps(span, area)) continue;
    if (role === 'commitment' || tag.form !== 'text') {
      taken.push(...edgesOf(span, label));
      continue;
    }
    if (taken.some((outer) => contains(outer, span))) continue;
    taken.push(span);
    const resolution = resolve(workspace, page, tag);
    if (resolution.type === 'resolved' && contains(area, span)) {
      tagged.push({ span, kind, ids: resolution.ids });
    }
  }
  const named = [...namesInWords(workspace, page, area)].filter(
    ({ span, ids }) => ids.length === 1 && !taken.some((outer) => overlaps(outer, span)),
  );
  return [...tagged, ...named].sort((a, b) => a.span.start - b.span.start);
}

function edgesOf(span: Span, label: Span | undefined): readonly Span[] {
  if (label === undefined) return [span];
  return [
    { start: span.start, end: label.start },
    { start: label.end, end: span.end },
  ];
}
