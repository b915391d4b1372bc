import {
  type CancellationToken,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { diagnose } from '../diagnose.js';
import { baselineUri } from '../diagnose-baseline.js';
import type { Feature } from '../feature.js';
import { lintAllPages } from '../lint-all-pages.js';
import { type CheckResult, REQUESTS } from '../protocol.js';
import { configUris } from '../root.js';
import { countBriefs } from '../server-state.js';
import type { Session } from '../session.js';
import { uriBelow } from '../uris.js';

/** Every finding at once, when a person asks; whatever `diagnostics.scope` says. */
export const check: Feature = {
  name: 'check',
  capability: () => ({}),
  connect(connection, session) {
    // Without params the token comes first; some clients send null or an object for them.
    connection.onRequest(REQUESTS.check, (first: CancellationToken, second?: CancellationToken) =>
      checkAll(session, second ?? first),
    );
  },
};

async function checkAll(session: Session, token: CancellationToken): Promise<CheckResult> {
  await session.whenUpToDate();
  await session.whenAllRead();
  if (!(await lintAllPages(session, token))) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  const { state, findings } = session;
  const roots = [...state.roots.values()];
  const uris = roots.flatMap((root) => [
    ...[...findings.all(root).keys()].map((id) => uriBelow(root.place.uri, id)),
    ...configUris(root),
    ...(root.baseline.fault === undefined ? [] : [baselineUri(root)]),
  ]);
  const files = uris.map((uri) => ({ uri, diagnostics: diagnosticsOf(session, uri) }));
  return {
    pages: countBriefs(session.state),
    files: files.filter(({ diagnostics }) => diagnostics.length > 0).sort(byPath),
  };
}

function diagnosticsOf(session: Session, uri: string): readonly Diagnostic[] {
  return diagnose(session, uri, 'all') ?? [];
}

function byPath(a: { readonly uri: string }, b: { readonly uri: string }): number {
  return a.uri < b.uri ? -1 : 1;
}
