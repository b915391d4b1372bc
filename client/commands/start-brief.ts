import { commands, l10n, RelativePattern, Selection, Uri, window, workspace } from 'vscode';
import { WORKSPACE_FILES } from '../core-words.js';
import type { Command } from './command.js';

export const startBrief: Command = {
  id: 'startBrief',
  title: 'Start a Brief Here',
  summary:
    'Writes a brief with the date of today into the folder `briefs`, and a registry if there is none yet. No file that is there is changed.',
  async run() {
    const [folder] = workspace.workspaceFolders ?? [];
    if (folder === undefined) {
      await tellNoFolder();
      return;
    }
    const day = new Date().toLocaleDateString('sv-SE');
    const uri = await freeUri(Uri.joinPath(folder.uri, 'briefs'), `${day}-brief`);
    const title = l10n.t('A new brief');
    await writeNew(uri, `---\ntitle: ${title}\ndate: ${day}\n---\n\n# ${title}\n\n`);
    const [registry] = await workspace.findFiles(new RelativePattern(folder, REGISTRIES), null, 1);
    if (registry === undefined)
      await writeNew(Uri.joinPath(folder.uri, 'registry.yaml'), registryText());
    const document = await workspace.openTextDocument(uri);
    const end = document.lineAt(document.lineCount - 1).range.end;
    await window.showTextDocument(document, { selection: new Selection(end, end) });
  },
};

/** The configuration is no registry. */
const REGISTRIES = `{${WORKSPACE_FILES.filter((glob) => !glob.endsWith('/rapporteur.yaml')).join(',')}}`;

function registryText(): string {
  const words = l10n.t(
    'The people, places and other entities of your briefs, each once. An example:',
  );
  return `# ${words}\n# person:\n#   ann-lee: { name: Ann Lee, other_names: [Minister Lee] }\n`;
}

async function tellNoFolder(): Promise<void> {
  const open = l10n.t('Open Folder…');
  const words = l10n.t('Open a folder for your briefs first.');
  if ((await window.showInformationMessage(words, open)) === open)
    await commands.executeCommand('vscode.openFolder');
}

/** The first of `name.md`, `name-2.md` … that is not there. */
async function freeUri(folder: Uri, name: string): Promise<Uri> {
  for (let n = 1; ; n += 1) {
    const uri = Uri.joinPath(folder, n === 1 ? `${name}.md` : `${name}-${n}.md`);
    if (!(await isThere(uri))) return uri;
  }
}

/** Whatever is there stays. */
async function writeNew(uri: Uri, text: string): Promise<void> {
  if (!(await isThere(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
