import { type Page, type Workspace, yamlOf } from '../../workspace/index.js';
import type { Mark } from './token-marks.js';

/** The keys of kinds at the top of a registry. */
export function* kindKeys({ vocabulary }: Workspace, page: Page): Iterable<Mark> {
  const { value } = yamlOf(page);
  if (value?.type !== 'mapping') return;
  for (const { key } of value.entries) {
    const kind = vocabulary.kinds.get(key.text);
    if (kind?.role === 'entity') yield { span: key.span, kind: kind.tag, modifiers: [] };
  }
}
