import type { Location } from 'vscode-languageserver';
import { CONFIG_NAME } from '../core/index.js';
import { type Exclusion, excludedByIgnore } from '../host/portable.js';
import { isLeftOut, type PagePlace, rootAbove, type ServerState } from './server-state.js';
import { uriBelow } from './uris.js';

/** Why a check leaves a document out, what to do about it, and the file that says so. */
export interface LeftOut {
  /** In sentences, for a person. */
  readonly message: string;
  /** `undefined`: no file says so. */
  readonly file: Location['uri'] | undefined;
}

/** Of an open document (`uri` normalized); `undefined`: it is not left out, or there is nothing to be done. */
export function whyIsLeftOut(state: ServerState, uri: string): LeftOut | undefined {
  const place = rootAbove(state, uri);
  if (place === undefined || !isLeftOut(state, uri, place)) return undefined;
  const { root, id } = place;
  const refusal = root.leftOut.get(id);
  if (refusal !== undefined)
    return { message: `This file is left out of every check: ${refusal.reason}.`, file: undefined };
  const exclusion =
    excludedByIgnore(root.config.reading, id) ?? state.exclusions.get(uri)?.exclusion;
  return exclusion && inWords(place, exclusion);
}

function inWords({ root }: PagePlace, exclusion: Exclusion): LeftOut | undefined {
  switch (exclusion.by) {
    case 'ignore': {
      const name = exclusion.file || CONFIG_NAME;
      return {
        message: `This file is left out of every check: 'ignore' in ${name} has '${exclusion.glob}'. Take that out to have it checked.`,
        file: uriBelow(root.place.uri, name),
      };
    }
    case 'gitignore': {
      const name = exclusion.file.replaceAll('\\', '/').split('/').at(-1);
      return {
        message: `This file is left out of every check: ${name} has '${exclusion.pattern}'. Take that out to have it checked.`,
        file: undefined,
      };
    }
    case 'never-entered':
      return {
        message: `This file is left out of every check: nothing in ${exclusion.folder} is read. Move it elsewhere to have it checked.`,
        file: undefined,
      };
    // It is opened as the workspace that it is.
    case 'nested-workspace':
      return undefined;
    case 'link':
      return {
        message:
          'This file is left out of every check: it is a link to another file of this workspace, which is checked by its real path. Open that file instead.',
        file: undefined,
      };
  }
}
