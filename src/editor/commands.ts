import * as vscode from 'vscode';
import type { Articles } from '../articles/articles';
import type { AnalysisClient } from '../articles/client';
import type { ActiveArticle } from './activeArticle';
import { keyOf } from './documents';
import type { Switches } from './switches';

export const SHOW_TREE = 'sourcelight.showWhoSaidWhat';
export const SHOW_LOG = 'sourcelight.showLog';
export const SWITCH_ON = 'sourcelight.switchOn';

/** The commands that belong to no surface of their own; they speak of the article in the active editor. */
export function registerCommands(about: {
  readonly active: ActiveArticle;
  readonly articles: Articles;
  readonly client: AnalysisClient;
  readonly log: Pick<vscode.LogOutputChannel, 'show'>;
  readonly switches: Switches;
}): vscode.Disposable {
  const { active, articles, client, log, switches } = about;
  const switchTo = async (on: boolean) => {
    const document = vscode.window.activeTextEditor?.document ?? active.document;
    if (document) await switches.set(document, on);
  };
  const commands: Record<string, () => unknown> = {
    [SHOW_TREE]: () => vscode.commands.executeCommand('sourcelight.whoSaidWhat.focus'),
    [SHOW_LOG]: () => {
      log.show();
    },
    [SWITCH_ON]: () => switchTo(true),
    'sourcelight.switchOff': () => switchTo(false),
    'sourcelight.analyzeAgain': () => {
      if (active.document) articles.reconsider(keyOf(active.document));
    },
    'sourcelight.restartAnalysis': () => {
      client.restart();
      articles.reconsider();
    },
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([command, run]) => vscode.commands.registerCommand(command, run)),
  );
}
