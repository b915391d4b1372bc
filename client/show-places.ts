import { commands, type Range, type Uri, window } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';
import type { Server } from './server.js';

/** What a lens asks for when it is clicked. It is in no menu, as it needs the places as arguments. */
export const SHOW_REFERENCES = 'rapporteur.showReferences';

/** Shows places that the server named, in a peek below `at`. */
export async function showReferences(
  server: Server,
  uri: string,
  at: Position,
  places: readonly Location[],
): Promise<void> {
  const { protocol2CodeConverter: converter } = await server.started();
  await commands.executeCommand(
    'editor.action.showReferences',
    converter.asUri(uri),
    converter.asPosition(at),
    places.map((place) => converter.asLocation(place)),
  );
}

/** Opens a place that the server named, with its words selected, and resolves to where that is. */
export async function showLocation(
  client: BaseLanguageClient,
  place: Location,
): Promise<{ readonly uri: Uri; readonly range: Range }> {
  const { uri, range } = client.protocol2CodeConverter.asLocation(place);
  await window.showTextDocument(uri, { selection: range });
  return { uri, range };
}
