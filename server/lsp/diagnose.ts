import type {
  Diagnostic,
  DiagnosticSeverity,
  Location,
  Position,
  Range,
} from 'vscode-languageserver';
import {
  byPlace,
  doesGather,
  gatherReports,
  hasRule,
  levelsToSuggest,
  lint,
  mostSerious,
  type PageId,
  perObject,
  type Report,
  reportList,
  reportsOf,
  type Severity,
} from '../core/index.js';
import type { Client } from './client.js';
import { configFaultsAt, configTextAt, detachedConfigFaults } from './config.js';
import { asKnown, diagnoseBaseline, missingBaselines } from './diagnose-baseline.js';
import { shownReports } from './known-reports.js';
import { whyIsLeftOut } from './left-out.js';
import { MAX_SHOWN, moreThanShown } from './most-serious.js';
import { positionConverter } from './position-converter.js';
import { LEFT_OUT } from './protocol.js';
import { configIdAt, type OpenRoot } from './root.js';
import {
  applyPendingEdits,
  isConfigUri,
  isLeftOut,
  type PagePlace,
  pagePlace,
  rootAbove,
  viewInputOf,
} from './server-state.js';
import type { Session } from './session.js';
import { hintsIn } from './suggestion-hints.js';
import { normalizedUri } from './uris.js';
import type { DocumentView, WorkspaceView } from './workspace-view.js';
import { workspaceView } from './workspace-view.js';

/**
 * The diagnostics of a document, open or not; `undefined` for one that no workspace knows.
 * @param extent `shown`: as many as an editor shows, with the hints that it is set to show; `all`: what a check finds
 */
export function diagnose(
  session: Session,
  uri: string,
  extent: 'shown' | 'all' = 'shown',
): readonly Diagnostic[] | undefined {
  const key = normalizedUri(uri);
  const { state } = session;
  const config = diagnoseConfig(session, key);
  if (config !== undefined || isConfigUri(key)) {
    return config && [...config, ...missingBaselines(session, key)];
  }
  const baseline = diagnoseBaseline(session, key);
  if (baseline !== undefined) return baseline;
  void applyPendingEdits(state);
  const place = pagePlace(state, key);
  const isHinted = extent === 'shown' && state.documents.has(key);
  if (place?.root.workspace.pages.has(place.id)) {
    // Of half a workspace nothing can be said to be missing.
    if (!place.root.complete) return [];
    const inRoot = workspaceView(viewInputOf(state, place.root));
    const page = place.root.workspace.pages.get(place.id);
    const hints = page && isHinted ? hintsIn(session, place.root.workspace, page) : [];
    const { note, chosen, known } = shownIn(session, place, hints, extent);
    const last = lastShownIn(place.root);
    const diagnosed = toDiagnostics(session, inRoot, chosen, last.get(place.id));
    last.set(place.id, diagnosed);
    if (known.size > 0) {
      const told = diagnosed.map((diagnostic, index) =>
        known.has(chosen[index] as Report) ? asKnown(diagnostic, place.root) : diagnostic,
      );
      return [...note, ...told];
    }
    return [...note, ...diagnosed];
  }
  const view = session.view(uri);
  if (view?.complete === false) return [];
  const above = rootAbove(state, key);
  if (view === undefined || (above && isLeftOut(state, key, above)))
    return view && leftOutNote(session, key, view, extent);
  const { workspace, page } = view;
  const hints = isHinted ? hintsIn(session, workspace, page) : [];
  const reports = gatherReports(page, joined(lint(workspace, page.id), hints));
  const { note, chosen } = chosenOf(reports, extent);
  return [...note, ...toDiagnostics(session, view, chosen)];
}

interface Chosen {
  readonly note: readonly Diagnostic[];
  readonly chosen: readonly Report[];
}

/** What is said of a page, and which of it the baseline knows. */
function shownIn(
  { findings }: Session,
  { root, id }: PagePlace,
  hints: readonly Report[],
  extent: 'shown' | 'all',
): Chosen & { readonly known: ReadonlySet<Report> } {
  const list = findings.listOf(root, id);
  const isPlain = hints.length === 0 && root.baseline.baseline.size === 0;
  // Of 100,000 those are put in their places that are sent.
  if (isPlain && extent === 'shown' && !hasRule(list, doesGather)) {
    const note = atBeginning(moreThanShown(list.length));
    return { note, chosen: mostSerious(list, MAX_SHOWN), known: NONE_KNOWN };
  }
  const { reports, known } = shownReports(findings, root, id, joined(reportsOf(list), hints));
  return { ...chosenOf(reports, extent), known };
}

const NONE_KNOWN: ReadonlySet<Report> = new Set();

/** Those that are sent, and what is said where they are not all. */
function chosenOf(all: readonly Report[], extent: 'shown' | 'all'): Chosen {
  if (extent === 'all') return { note: [], chosen: all };
  const chosen = all.length <= MAX_SHOWN ? all : mostSerious(reportList(all), MAX_SHOWN);
  return { note: atBeginning(moreThanShown(all.length)), chosen };
}

/** In order of place, as a check reports. */
function joined(reports: readonly Report[], hints: readonly Report[]): readonly Report[] {
  return hints.length === 0 ? reports : [...reports, ...hints].sort(byPlace);
}

/** Of a file that a check leaves out: nothing else is said of it, and other people's Markdown is left alone. */
function leftOutNote(
  { state, client }: Session,
  key: string,
  { page }: DocumentView,
  extent: 'shown' | 'all',
): readonly Diagnostic[] {
  const why = whyIsLeftOut(state, key);
  const isRefused = rootAbove(state, key)?.root.leftOut.has(rootAbove(state, key)?.id ?? '');
  // A check says it of what it has read, and of nothing else.
  if (isRefused !== true && (extent === 'all' || page.facts.role === 'document')) return [];
  const start = { line: 0, character: 0 };
  return atBeginning(why?.message).map((note) => ({
    ...note,
    code: LEFT_OUT,
    ...(why?.file !== undefined && client.can.relatedDiagnostics
      ? {
          relatedInformation: [
            { location: { uri: why.file, range: { start, end: start } }, message: why.message },
          ],
        }
      : {}),
  }));
}

/** Of a document as a whole. */
function atBeginning(message: string | undefined): readonly Diagnostic[] {
  if (message === undefined) return [];
  const start = { line: 0, character: 0 };
  return [
    { range: { start, end: start }, severity: SEVERITIES.info, source: 'rapporteur', message },
  ];
}

/** What was last shown of the pages of a workspace: most of it is the same after the next key, and so is its JSON. */
const lastShownIn = perObject((_root: OpenRoot) => new Map<PageId, readonly Diagnostic[]>());

/** @param before what was shown of the page last time: the same objects stay for what is still the same */
function toDiagnostics(
  session: Session,
  view: WorkspaceView,
  reports: readonly Report[],
  before: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const ranges = reports.map(({ page, span }) => view.converterOf(page).toRange(span));
  const isKept = (index: number, last: number): boolean =>
    says(before[last], reports[index], ranges[index]);
  const shorter = Math.min(before.length, reports.length);
  let start = 0;
  while (start < shorter && isKept(start, start)) start += 1;
  const by = before.length - reports.length;
  let end = reports.length;
  while (end > start && end + by > start && isKept(end - 1, end - 1 + by)) end -= 1;
  return reports.map((report, index) => {
    const last = index < start ? before[index] : index < end ? undefined : before[index + by];
    // Where other places stand may have changed without it.
    const isSame = last !== undefined && (report.related ?? []).length === 0;
    return isSame ? last : toDiagnostic(session, view, report, ranges[index] as Range);
  });
}

function says(known: Diagnostic | undefined, report: Report | undefined, range: Range | undefined) {
  return (
    known !== undefined &&
    report !== undefined &&
    range !== undefined &&
    known.message === report.message &&
    known.code === report.rule &&
    known.severity === SEVERITIES[report.severity] &&
    isSameRange(known.range, range)
  );
}

function toDiagnostic(
  session: Session,
  view: WorkspaceView,
  report: Report,
  range: Range,
): Diagnostic {
  const { client } = session;
  const { rule, severity, message, related = [] } = report;
  const href = client.can.codeDescription ? pageOfRule(session, rule) : undefined;
  const places = client.can.relatedDiagnostics ? related : [];
  const relatedInformation = places.flatMap((place) => {
    const location: Location | undefined = view.toLocation(place);
    return location === undefined ? [] : [{ location, message: place.message }];
  });
  return {
    range,
    severity: SEVERITIES[severity],
    source: 'rapporteur',
    code: rule,
    message,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
    ...tagsOf(client, report),
  };
}

function isSameRange(one: Range, other: Range): boolean {
  return isSamePosition(one.start, other.start) && isSamePosition(one.end, other.end);
}

function isSamePosition(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
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

/**
 * What could go is shown faded, not underlined, where the editor can do that. Words that could be tagged are none the
 * worse for it.
 */
function tagsOf({ can }: Client, { rule, severity }: Report): Pick<Diagnostic, 'tags'> {
  const isFaded = severity === 'hint' && !levelsToSuggest.has(rule);
  return isFaded && can.unnecessaryTag ? { tags: [UNNECESSARY] } : {};
}

/**
 * Of a configuration, or a file that one extends: as it is being written, not as it was when the
 * workspace was read.
 */
function diagnoseConfig(
  { state, client }: Session,
  key: string,
): readonly Diagnostic[] | undefined {
  const roots = [...state.roots.values()];
  const [first] = roots.flatMap((root) => {
    const id = configIdAt(root, key);
    return id === undefined ? [] : [{ config: root.config, id }];
  });
  const text = state.documents.get(key)?.text ?? (first && configTextAt(first.config, first.id));
  if (text === undefined || (first === undefined && !isConfigUri(key))) return undefined;
  const converter = positionConverter(text, client.encoding);
  const faults = first ? configFaultsAt(first.config, first.id, text) : detachedConfigFaults(text);
  return faults.map(({ span, message }) => ({
    range: converter.toRange(span),
    severity: SEVERITIES.error,
    source: 'rapporteur',
    message,
  }));
}
