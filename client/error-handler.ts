import { commands, type LogOutputChannel, l10n, window } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

/** What happens when the server breaks down: it is started again, and a message says so once. */
export function errorHandler(log: LogOutputChannel): ErrorHandler {
  let stops: readonly number[] = [];
  return {
    error: (error): ErrorHandlerResult => {
      log.error(error);
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: (): CloseHandlerResult => {
      stops = [...stops, Date.now()];
      if (reachesRestartLimit(stops)) {
        void tellStopped();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      if (stops.length === 1) void tellRestarted();
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

async function tellRestarted(): Promise<void> {
  const show = l10n.t('Show Log');
  const message = l10n.t(
    'Rapporteur stopped unexpectedly and was started again. Your files are not changed.',
  );
  if ((await window.showWarningMessage(message, show)) === show)
    await commands.executeCommand('rapporteur.showLog');
}

async function tellStopped(): Promise<void> {
  const again = l10n.t('Start Again');
  const show = l10n.t('Show Log');
  const message = l10n.t(
    'Rapporteur keeps stopping and was not started again. Your files are not changed. There are no findings and hovers until it runs.',
  );
  const picked = await window.showErrorMessage(message, again, show);
  if (picked === again) await commands.executeCommand('rapporteur.restartServer');
  if (picked === show) await commands.executeCommand('rapporteur.showLog');
}

/**
 * Whether a server that stopped at these times (ms, the last one now) is left alone: five times within
 * three minutes is no accident, and starting it for ever would only cost the battery.
 */
function reachesRestartLimit(stops: readonly number[]): boolean {
  const last = stops.at(-1);
  const first = stops.at(-MAX_STOPS);
  return last !== undefined && first !== undefined && last - first < WITHIN_MS;
}

const MAX_STOPS = 5;
const WITHIN_MS = 3 * 60 * 1000;
