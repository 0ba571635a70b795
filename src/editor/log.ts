import * as vscode from 'vscode';
import type { Log } from '../articles/host';

/**
 * The log that a user is asked for when something went wrong: View > Output > Sourcelight. It takes no more once it is
 * disposed of; what was under way when the extension was switched off may still have something to say.
 */
export function createLog() {
  const channel = vscode.window.createOutputChannel('Sourcelight', { log: true });
  let isOpen = true;
  const write = (level: keyof Log) => (message: string) => {
    if (isOpen) channel[level](message);
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    show: () => {
      channel.show();
    },
    dispose: () => {
      isOpen = false;
      channel.dispose();
    },
  };
}
