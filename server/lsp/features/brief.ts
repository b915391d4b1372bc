import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import {
  briefTargetAt,
  commitmentIndex,
  entityRow,
  groupBy,
  type MentionedEntity,
  mentionedIn,
} from '../../core/index.js';
import { commitmentItem } from '../commitment-item.js';
import type { Feature } from '../feature.js';
import { readListParams } from '../list-params.js';
import { watchList } from '../list-watch.js';
import {
  type BriefItem,
  type BriefParams,
  type ListGroup,
  type ListPage,
  REQUESTS,
} from '../protocol.js';
import { isPosition } from '../request-params.js';
import { listedFindings, seenInBriefs } from '../seen-in-briefs.js';
import type { Session } from '../session.js';
import { fieldsOf } from '../suggestion-params.js';
import type { DocumentView } from '../workspace-view.js';

/** What is in one brief: its findings, its commitments, who and what it mentions. */
export const brief: Feature = {
  name: 'brief',
  capability: () => ({}),
  connect(connection, session) {
    const shownNow = seenInBriefs(session);
    const watch = watchList(
      { connection, session },
      { list: 'brief' },
      // Whatever changes may show in a brief: it is looked at when nobody types.
      (views) => views.map(({ workspace }) => workspace),
      shownNow,
    );
    let last = '';
    connection.onRequest<Page | null, void>(REQUESTS.brief, (sent: unknown, token) => {
      const params = readParams(sent);
      return session.answer(params.uri, token, (view) => {
        const revision = watch.revision(session.workspaceViews());
        const page = pageOf(view, sectionsOf(session, view), params);
        if (params.at === undefined && params.item === undefined) {
          // Of one brief at a time.
          if (last !== params.uri) watch.forget();
          last = params.uri;
          watch.given(params, shownNow()(params));
        }
        return { ...page, revision };
      });
    });
  },
};

type Page = ListPage<BriefItem>;
type Params = BriefParams & { readonly offset: number; readonly limit: number };

function readParams(sent: unknown): Params {
  const { uri, at, item } = fieldsOf(sent);
  const { query: _query, ...list } = readListParams(sent);
  return {
    ...{ ...list, uri: typeof uri === 'string' ? uri : '' },
    ...(isPosition(at) ? { at } : {}),
    ...(typeof item === 'string' ? { item } : {}),
  };
}

/** Some of what is in a brief that belongs together; it is made when somebody looks at it. */
interface Section {
  readonly group: ListGroup;
  item(at: number): BriefItem | undefined;
}

function pageOf(
  view: DocumentView,
  sections: readonly Section[],
  params: Params,
): Omit<Page, 'revision'> {
  const { group, at, item, offset, limit } = params;
  const overdue = sections.reduce((sum, section) => sum + section.group.overdue, 0);
  const page = { total: 0, overdue, groups: [], items: [] };
  if (at !== undefined) {
    const found = itemAt(view, sections, at);
    return found === undefined
      ? page
      : { ...page, total: 1, groups: [found.group], items: [found.item] };
  }
  if (group === undefined) {
    const groups = sections.slice(offset, offset + limit).map((section) => section.group);
    return { ...page, total: sections.length, groups };
  }
  const section = sections.find(({ group: { key } }) => key === group);
  if (section === undefined) return page;
  if (item !== undefined) return { ...page, items: itemsCalled(section, item) };
  const end = Math.min(offset + limit, section.group.count);
  const items: BriefItem[] = [];
  for (let index = offset; index < end; index += 1) items.push(...wanted(section.item(index)));
  return { ...page, total: section.group.count, items };
}

function itemsCalled(section: Section, key: string): readonly BriefItem[] {
  for (let index = 0; index < section.group.count; index += 1) {
    const item = section.item(index);
    if (item !== undefined && (item.type === 'entity' ? item.id : item.key) === key) return [item];
  }
  return [];
}

function wanted<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}

function sectionsOf(session: Session, view: DocumentView): readonly Section[] {
  if (view.page.facts.role !== 'brief') return [];
  const all = [findingsOf(session, view), commitmentsOf(view), ...entitiesOf(view)];
  return all.filter(({ group: { count } }) => count > 0);
}

function findingsOf(session: Session, { uri }: DocumentView): Section {
  const found = listedFindings(session, uri);
  const group = { key: 'findings', title: 'Findings', icon: '', count: found.length, overdue: 0 };
  return { group, item: (at) => found[at] && findingItem(uri, found[at], at) };
}

function findingItem(
  uri: string,
  { code, message, severity, range }: Diagnostic,
  at: number,
): BriefItem {
  const rule = String(code ?? '');
  const words = typeof message === 'string' ? message : message.value;
  const level = SEVERITIES[severity ?? DiagnosticSeverity.Error];
  return {
    ...{ type: 'finding', key: `finding ${at}`, rule, message: words, severity: level },
    location: { uri, range },
  };
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

function commitmentsOf(view: DocumentView): Section {
  const rows = commitmentIndex(view.workspace).byPage.get(view.page.id) ?? [];
  const overdue = rows.filter((row) => row.overdue).length;
  const title = 'Commitments';
  return {
    group: { key: 'commitments', title, icon: '', count: rows.length, overdue },
    item(at) {
      const item = rows[at] && commitmentItem(view, rows[at]);
      return item && { type: 'commitment', ...item };
    },
  };
}

/** By kind, in the order of the vocabulary. */
function entitiesOf(view: DocumentView): readonly Section[] {
  const { workspace, page } = view;
  const byKind = groupBy(mentionedIn(workspace, page), ({ kind }) => kind);
  return [...workspace.vocabulary.kinds.values()].flatMap(({ tag: key, plural: title, look }) => {
    const all = byKind.get(key);
    if (all === undefined) return [];
    const group = { key, title, icon: look.icon, count: all.length, overdue: 0 };
    return [{ group, item: (at: number) => all[at] && entityItem(view, all[at]) }];
  });
}

function entityItem(
  { workspace, uri, toRange }: DocumentView,
  { id, mentions }: MentionedEntity,
): BriefItem | undefined {
  const [first] = mentions;
  if (first === undefined) return undefined;
  const range = toRange(first.label ?? first.span);
  const row = { ...entityRow(workspace, id), mentions: mentions.length };
  return { type: 'entity', ...row, location: { uri, range } };
}

interface PlacedItem {
  readonly group: ListGroup;
  readonly item: BriefItem;
}

/** The innermost entity or commitment at a place, else a finding there. */
function itemAt(
  view: DocumentView,
  sections: readonly Section[],
  at: NonNullable<Params['at']>,
): PlacedItem | undefined {
  const { workspace, page } = view;
  const offset = view.toOffset(at);
  const target = briefTargetAt(workspace, page, offset);
  if (target?.type === 'commitment') return placed(sections, 'commitments', target.index);
  if (target?.type === 'entity') {
    const entity = mentionedIn(workspace, page).find(({ id }) => id === target.id);
    const alike = mentionedIn(workspace, page).filter(({ kind }) => kind === entity?.kind);
    return placed(
      sections,
      entity?.kind ?? '',
      alike.findIndex(({ id }) => id === target.id),
    );
  }
  const findings = sections.find(({ group }) => group.key === 'findings');
  for (let index = 0; index < (findings?.group.count ?? 0); index += 1) {
    const item = findings?.item(index);
    if (item === undefined || findings === undefined) continue;
    const { start, end } = view.toSpan(item.location.range);
    if (start <= offset && offset <= end) return { group: findings.group, item };
  }
  return undefined;
}

function placed(sections: readonly Section[], key: string, index: number): PlacedItem | undefined {
  const section = sections.find(({ group }) => group.key === key);
  const item = section?.item(index);
  return section && item && { group: section.group, item };
}
