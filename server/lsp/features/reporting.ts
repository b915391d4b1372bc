import { parseDay, parseEdtf, type Workspace } from '../../core/index.js';
import type { ReportContent, ReportFormat, ReportView } from '../../report/index.js';
import { base64Of } from '../base64.js';
import type { Feature } from '../feature.js';
import { REQUESTS, type ReportParams, type ReportPlan, type ReportResult } from '../protocol.js';
import { fieldsOf } from '../suggestion-params.js';
import type { WorkspaceView } from '../workspace-view.js';

type Part = typeof import('../../report/index.js');

/** Reports: what one would hold, and the files of one. What writes them is read when somebody asks. */
export const reporting: Feature = {
  name: 'report',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest<ReportPlan | ReportResult | null, void>(
      REQUESTS.report,
      async (sent: unknown, token) => {
        const part = await import('../../report/index.js');
        const params = readParams(sent, part);
        const formats = await Promise.all(
          part.REPORT_FORMATS.map((name) => part.loadReportFormat(name)),
        );
        await session.whenAllRead();
        return session.answerForAllWorkspaces(token, (views) => {
          const known = formats.filter((each) => each !== undefined);
          const format = known.find(({ name }) => name === params.format);
          return format === undefined
            ? planOf(part, views, params, known)
            : resultOf(part, views, params, format);
        });
      },
    );
  },
};

/** What can be used of what was sent. */
function readParams(sent: unknown, { CHOSEN_STATUSES }: Part): ReportParams {
  const { format, briefs, parties, statuses, period, today, into } = fieldsOf(sent);
  return {
    ...(typeof format === 'string' && { format }),
    ...(into === 'folder' && { into }),
    ...(Array.isArray(briefs) && { briefs: texts(briefs) }),
    ...(Array.isArray(parties) && { parties: texts(parties) }),
    ...(Array.isArray(statuses) && {
      statuses: texts(statuses).filter((each) => CHOSEN_STATUSES.includes(each)),
    }),
    ...(typeof period === 'string' && parseEdtf(period) !== undefined && { period }),
    ...(typeof today === 'string' && parseDay(today) !== undefined && { today }),
  };
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

interface Source {
  readonly view: WorkspaceView;
  readonly workspace: Workspace;
}

function reportOf(
  { reportView }: Part,
  views: readonly WorkspaceView[],
  params: ReportParams,
  briefs: readonly string[] | undefined,
): ReportView {
  const day = params.today === undefined ? undefined : parseDay(params.today);
  const sources = views.map(
    (view): Source => ({
      view,
      workspace:
        day === undefined || day === view.workspace.today
          ? view.workspace
          : { ...view.workspace, today: day },
    }),
  );
  const wanted = new Set(briefs);
  return reportView(
    sources.map(({ view, workspace }) => {
      const chosen = briefs && new Set([...wanted].flatMap((uri) => view.toPage(uri) ?? []));
      const folder = views.length === 1 ? '' : `${folderOf(view)}/`;
      return {
        workspace,
        pages: [...workspace.pages.keys()].filter((id) => chosen === undefined || chosen.has(id)),
        fileOf: (page: string) => `${folder}${page}`,
      };
    }),
    sources[0]?.workspace.today ?? 0,
    params,
  );
}

/** The last folder of its root: tells files of several workspaces apart. */
function folderOf(view: WorkspaceView): string {
  const name = /([^/]*)\/x$/.exec(view.toUri('x'))?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What there is to choose from, and what a report of this choice holds. */
function planOf(
  part: Part,
  views: readonly WorkspaceView[],
  params: ReportParams,
  formats: readonly ReportFormat[],
): ReportPlan {
  const all = reportOf(
    part,
    views,
    params.today === undefined ? {} : { today: params.today },
    undefined,
  );
  const chosen = reportOf(part, views, params, params.briefs);
  const parties = new Map<string, { id: string; name: string; commitments: number }>();
  for (const { by, to, for: behalf } of all.commitments)
    for (const { id, name, kind } of new Map(
      [...by, ...behalf, ...to].map((ref) => [ref.id, ref]),
    ).values()) {
      if (kind === undefined) continue;
      const known = parties.get(id) ?? { id, name, commitments: 0 };
      parties.set(id, known);
      known.commitments += 1;
    }
  const statuses = part.CHOSEN_STATUSES.flatMap((status) => {
    const held = all.commitments.filter((each) => part.hasStatus([status], each));
    return held.length === 0 ? [] : [{ status, commitments: held.length }];
  });
  const uris = new Map(
    views.flatMap((view) => {
      const folder = views.length === 1 ? '' : `${folderOf(view)}/`;
      return [...view.workspace.pages.keys()].map((id) => [`${folder}${id}`, view.toUri(id)]);
    }),
  );
  return {
    today: all.asOf,
    formats: formats.map(({ name, extension, summary, write, files }) => ({
      ...{ name, extension, summary },
      file: write !== undefined,
      folder: files !== undefined,
    })),
    briefs: all.briefs
      .filter(({ commitments, mentions }) => commitments.length + mentions.length > 0)
      .map(({ file, title, commitments }) => ({
        ...{ file, title, commitments: commitments.length },
        uri: uris.get(file) ?? '',
      })),
    parties: [...parties.values()].sort((a, b) => b.commitments - a.commitments),
    statuses,
    holds: {
      briefs: chosen.briefs.length,
      commitments: chosen.commitments.length,
      overdue: chosen.commitments.filter(({ overdue }) => overdue).length,
      entities: chosen.entities.length,
      mentions: chosen.briefs.reduce((sum, { mentions }) => sum + mentions.length, 0),
    },
  };
}

function resultOf(
  part: Part,
  views: readonly WorkspaceView[],
  params: ReportParams,
  format: ReportFormat,
): ReportResult {
  const view = reportOf(part, views, params, params.briefs);
  const asked = { view: format.views[0] ?? ('timeline' as const) };
  const name = `commitments-${view.asOf}.${format.extension}`;
  const files =
    params.into === 'folder' || format.write === undefined
      ? [...(format.files?.(view, asked) ?? [])]
      : [{ name, content: format.write(view, asked) }];
  return {
    files: files.map((file) => ({ name: file.name, base64: base64OfContent(file.content) })),
    leftOut: format.leavesOut(view, asked),
  };
}

function base64OfContent(content: ReportContent): string {
  const encoder = new TextEncoder();
  const parts = [...content].map((part) =>
    typeof part === 'string' ? encoder.encode(part) : part,
  );
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return base64Of(bytes);
}
