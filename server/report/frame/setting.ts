import {
  EACH_OTHER,
  entityOf,
  type Page,
  type PageId,
  perKey,
  type Workspace,
} from '../../core/index.js';
import type { ReportChoice } from './choice.js';
import { isAskedFor } from './parties.js';
import type { ReportRef } from './report-view.js';

/** A workspace, and what of it a report is about. */
export interface ReportSource {
  readonly workspace: Workspace;
  /** Briefs, and registries: those define what is of interest in itself. */
  readonly pages: readonly PageId[];
  /** The path of a page as readers of the report know it, with `/`. */
  fileOf(page: PageId): string;
}

/** One workspace of a report. */
export interface Setting extends Omit<ReportSource, 'pages'> {
  readonly pages: readonly Page[];
  readonly briefs: readonly Page[];
  readonly choice: ReportChoice;
  /** Whether it is one of the parties that the report is about. */
  readonly isParty: (ref: ReportRef) => boolean;
  /** What an id is in the whole report. */
  keyOf(id: string): string;
  refTo(id: string): ReportRef;
}

export function settingOf(
  { workspace, pages, fileOf }: ReportSource,
  index: number,
  choice: ReportChoice,
): Setting {
  const found = [...new Set(pages)].flatMap((id) => workspace.pages.get(id) ?? []);
  const keyOf = (id: string): string => (index === 0 ? id : `${index + 1}:${id}`);
  return {
    ...{ workspace, fileOf, choice, keyOf },
    isParty: isAskedFor(workspace, choice.parties ?? []),
    pages: found,
    briefs: found.filter(({ facts }) => facts.role === 'brief'),
    refTo: (id) => ({ ...basicsOf(workspace, id), key: keyOf(id) }),
  };
}

const basicsOf = perKey((workspace, id: string): Omit<ReportRef, 'key'> => {
  if (id === EACH_OTHER) return { id, name: 'each other', kind: undefined };
  const definition = entityOf(workspace, id)?.definition;
  return { id, name: definition?.name.text || id, kind: definition?.kind };
});
