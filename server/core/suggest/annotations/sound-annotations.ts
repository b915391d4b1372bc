import { strip, type Vocabulary } from '../../brief/index.js';
import { applyEdits, contains, perObject } from '../../text/index.js';
import { type Page, readPageByBlock, syntaxOf, type Workspace } from '../../workspace/index.js';
import { localDryRun, readsAsBefore } from '../dry-run.js';
import type { Annotation } from './annotation.js';
import { annotationEdits } from './annotation-edits.js';

/** Those that are read as tags of these words when they are put in, and leave all else as it was. */
export function soundIn(
  workspace: Workspace,
  page: Page,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  if (annotations.length === 0 || isSound(workspace, page, annotations)) return annotations;
  const kept = soundByBlock(workspace, page, annotations);
  return isSound(workspace, page, kept) ? kept : [];
}

/** As {@link soundIn}, of each block alone. */
export function soundByBlock(
  workspace: Workspace,
  page: Page,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  const blocks = syntaxOf(page).blocks.map(({ at, block }) => ({
    start: at,
    end: at + block.length,
  }));
  return blocks.flatMap((block) => {
    const inside = annotations.filter(({ span }) => contains(block, span));
    const fits = (some: readonly Annotation[]): boolean => {
      if (some.length === 0) return true;
      const { before, after } = localDryRun(workspace, page, annotationEdits(some));
      return readsAsBefore(before, after, some.length);
    };
    if (fits(inside)) return inside;
    const alone = inside.filter((one) => fits([one]));
    return fits(alone) ? alone : growing(alone, fits);
  });
}

/** One after the other, each that fits beside those before. */
function growing(
  annotations: readonly Annotation[],
  fits: (some: readonly Annotation[]) => boolean,
): readonly Annotation[] {
  const kept: Annotation[] = [];
  for (const one of annotations) if (fits([...kept, one])) kept.push(one);
  return kept;
}

/** So many pages are kept as they were read with all their tags: those that somebody types in. */
const MOST_TAGGED = 4;

/** Pages with their tags, by id: of one that is tagged again after a key, only what changed is read anew. */
const latestTagged = perObject((_: Vocabulary) => new LatestPages());

class LatestPages {
  readonly #pages = new Map<string, Page>();

  get(id: string): Page | undefined {
    return this.#pages.get(id);
  }

  set(id: string, page: Page): void {
    this.#pages.delete(id);
    this.#pages.set(id, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_TAGGED && oldest !== undefined) this.#pages.delete(oldest);
  }
}

function isSound(
  { settings, vocabulary }: Workspace,
  page: Page,
  annotations: readonly Annotation[],
): boolean {
  const text = applyEdits(page.text, annotationEdits(annotations));
  const tagged = latestTagged(vocabulary);
  const after = readPageByBlock(page.id, text, settings, vocabulary, tagged.get(page.id));
  tagged.set(page.id, after);
  return (
    readsAsBefore(page, after, annotations.length) &&
    strip(text, after.facts) === strip(page.text, page.facts)
  );
}
