import { window } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';

/** Opens a place that the server named, with its words selected. */
export async function showLocation(client: BaseLanguageClient, place: Location): Promise<void> {
  const { uri, range } = client.protocol2CodeConverter.asLocation(place);
  await window.showTextDocument(uri, { selection: range });
}
