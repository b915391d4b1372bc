import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import {
  commitmentIndex,
  countsOf,
  entityRow,
  type KeptMentions,
  keptMentions,
  listedCommitment,
  mentionedIn,
  perObject,
} from '../core/index.js';
import { diagnose } from './diagnose.js';
import type { BriefParams } from './protocol.js';
import type { Session } from './session.js';
import type { DocumentView } from './workspace-view.js';

/** All that a person sees of a row, as one text. */
type Seen = string;
type Params = Pick<BriefParams, 'uri' | 'group'> & {
  readonly offset: number;
  readonly limit: number;
};

/**
 * What is seen of the lists of briefs, without the places, which are asked for again when somebody goes there. It is looked at
 * whenever nobody types: what is the same as before is not put together again.
 * @returns makes what answers for one moment
 */
export function seenInBriefs(session: Session): () => (params: Params) => unknown {
  let mentions: KeptMentions | undefined;
  const rowsOf = (view: DocumentView): ReadonlyMap<string, readonly Seen[]> => {
    const { workspace, page, uri } = view;
    const rows = new Map<string, Seen[]>();
    if (page.facts.role !== 'brief') return rows;
    rows.set('findings', listedFindings(session, uri).map(seenFinding));
    const promises = commitmentIndex(workspace).byPage.get(page.id) ?? [];
    const seenRow = seenCommitments(workspace.naming);
    rows.set(
      'commitments',
      promises.map((row) => seenRow(row, () => JSON.stringify(listedCommitment(workspace, row)))),
    );
    mentions = keptMentions(mentions, workspace, page);
    const counts =
      mentions === undefined
        ? mentionedIn(workspace, page).map(({ id, mentions: all }) => [id, all.length] as const)
        : countsOf(mentions);
    for (const [id, count] of counts) {
      const row = entityRow(workspace, id);
      const held = rows.get(row.kind) ?? [];
      rows.set(row.kind, held);
      held.push(JSON.stringify([row, count]));
    }
    return rows;
  };
  return () => {
    const known = new Map<string, ReturnType<typeof rowsOf>>();
    return ({ uri, group, offset, limit }) => {
      const view = session.view(uri);
      if (view === undefined) return undefined;
      const rows = known.get(uri) ?? rowsOf(view);
      known.set(uri, rows);
      if (group === undefined) {
        const late = (rows.get('commitments') ?? []).filter((row) => row.includes(OVERDUE));
        return [[...rows].map(([key, held]) => [key, held.length]), late.length];
      }
      const held = rows.get(group) ?? [];
      return [held.length, held.slice(offset, offset + limit)];
    };
  };
}

const OVERDUE = '"overdue":true';

/** Those of a brief that its list shows. */
export function listedFindings(session: Session, uri: string): readonly Diagnostic[] {
  return (diagnose(session, uri) ?? []).filter(
    ({ severity }) => severity !== DiagnosticSeverity.Hint,
  );
}

/** The diagnostic of a finding is the same object for as long as it says the same. */
const seenFinding = perObject(
  ({ code, message, severity, range }: Diagnostic): Seen =>
    JSON.stringify([code, message, severity, range.start.line]),
);

/** A row is the same object for as long as it says the same; names are as they are in one naming. */
const seenCommitments = perObject((_naming: object) => {
  const known = new WeakMap<object, Seen>();
  return (row: object, make: () => Seen): Seen => {
    const seen = known.get(row) ?? make();
    known.set(row, seen);
    return seen;
  };
});
