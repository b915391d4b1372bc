import type { Diagnostic, DiagnosticSeverity, Location } from 'vscode-languageserver';
import { lint, type Report, type Severity } from '../core/index.js';
import type { Client } from './client.js';
import { rulerOf } from './convert.js';
import { groundOf, isConfigUri, isLeftOut, pagePlace, rootAbove } from './desk.js';
import { configIn } from './root.js';
import type { Session, Space } from './session.js';
import { spaceOf } from './space.js';
import { normalizedUri } from './uris.js';

/** What there is to say of a document, open or not; `undefined` for one that nobody knows. */
export function diagnose(session: Session, uri: string): readonly Diagnostic[] | undefined {
  const key = normalizedUri(uri);
  const { desk, findings } = session;
  if (isConfigUri(key)) return diagnoseConfig(session, key);
  // Takes in what was typed, so it comes first.
  const view = session.view(uri);
  // Of half a workspace nothing can be said to be missing.
  if (view?.complete === false) return [];
  const place = pagePlace(desk, key);
  if (place?.root.workspace.pages.has(place.id)) {
    const space = spaceOf(groundOf(desk, place.root));
    return findings.of(place.root, place.id).map((report) => toDiagnostic(session, space, report));
  }
  const above = rootAbove(desk, key);
  if (view === undefined || (above && isLeftOut(desk, key, above))) return view && [];
  const { workspace, page } = view;
  const reports = lint(workspace, page.id);
  return reports.map((report) => toDiagnostic(session, view, report));
}

function toDiagnostic(session: Session, space: Space, report: Report): Diagnostic {
  const { client } = session;
  const { rule, severity, page, span, message, related = [] } = report;
  const href = client.can.codeDescription ? pageOfRule(session, rule) : undefined;
  const places = client.can.relatedDiagnostics ? related : [];
  const relatedInformation = places.flatMap((place) => {
    const location: Location | undefined = space.toLocation(place);
    return location === undefined ? [] : [{ location, message: place.message }];
  });
  return {
    range: space.rulerOf(page).toRange(span),
    severity: SEVERITIES[severity],
    source: 'rapporteur',
    code: rule,
    message,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
    ...tagsOf(client, severity),
  };
}

function pageOfRule({ platform, client: { options } }: Session, rule: string): string | undefined {
  const { rulePages } = options;
  const named = typeof rulePages === 'string' ? `${rulePages}/${rule}.md` : undefined;
  return platform.rulePage(rule) ?? named;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  info: 3,
  hint: 4,
};

const UNNECESSARY = 1;

/** A suggestion is shown faded, not underlined, where the editor can do that. */
function tagsOf({ can }: Client, severity: Severity): Pick<Diagnostic, 'tags'> {
  return severity === 'hint' && can.unnecessaryTag ? { tags: [UNNECESSARY] } : {};
}

/** Of a configuration: as it is being written, not as it was when the workspace was read. */
function diagnoseConfig({ desk, client }: Session, key: string): readonly Diagnostic[] | undefined {
  const root = [...desk.roots.values()].find(({ place }) => place.config === key);
  const text = desk.documents.get(key)?.text ?? root?.config?.text;
  if (text === undefined) return undefined;
  const ruler = rulerOf(text, client.encoding);
  return configIn(text).faults.map(({ span, message }) => ({
    range: ruler.toRange(span),
    severity: SEVERITIES.error,
    source: 'rapporteur',
    message,
  }));
}
