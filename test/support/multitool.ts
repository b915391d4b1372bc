import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** Why the multitool cannot run here, or nothing. */
export const WITHOUT_MULTITOOL: string | false = binary() === undefined && reason();

/**
 * What `@microsoft/sarif-multitool` says of a SARIF text by its own and GitHub's rules:
 * `error GH1001 Error_Default: …`, a line a fault.
 */
export function multitoolSays(sarif: string): readonly string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-sarif-'));
  try {
    const report = path.join(folder, 'report.sarif');
    fs.writeFileSync(report, sarif);
    const faults = path.join(folder, 'faults.sarif');
    const words = ['validate', report, '--output', faults, '--rule-kind', 'Sarif;Ghas'];
    const { stdout, stderr } = spawnSync(binary() ?? '', words, {
      encoding: 'utf8',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', HOME: folder },
    });
    if (!fs.existsSync(faults)) return [`did not validate: ${stdout}${stderr}`];
    return faultsIn(fs.readFileSync(faults, 'utf8'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

interface Faults {
  readonly runs: readonly {
    readonly results?: readonly {
      readonly ruleId: string;
      readonly level?: string;
      readonly message: { readonly id?: string; readonly arguments?: readonly string[] };
    }[];
  }[];
}

function faultsIn(text: string): readonly string[] {
  const { runs } = JSON.parse(text.replace(/^\ufeff/, '')) as Faults;
  return runs.flatMap(({ results = [] }) =>
    results.map(({ ruleId, level = 'warning', message }) => {
      return `${level} ${ruleId} ${message.id}: ${message.arguments?.join(' | ')}`;
    }),
  );
}

/** npm runs no scripts where it is told so: then the binary is not executable yet. */
function binary(): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve('@microsoft/sarif-multitool-linux/package.json'));
    const file = path.join(folder, 'Sarif.Multitool');
    fs.accessSync(file);
    if ((fs.statSync(file).mode & 0o100) === 0) fs.chmodSync(file, 0o755);
    return process.platform === 'linux' && process.arch === 'x64' ? file : undefined;
  } catch {
    return undefined;
  }
}

function reason(): string {
  return `the SARIF multitool has no binary for ${process.platform} on ${process.arch} here`;
}
