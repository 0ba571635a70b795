import * as vscode from 'vscode';
import { Articles } from './articles/articles';
import { AnalysisClient } from './articles/client';
import { systemClock } from './articles/host';
import { WEIGHTS_FILE } from './articles/weights';
import { ActiveArticle } from './editor/activeArticle';
import { createApi, type SourcelightApi } from './editor/api';
import { registerCommands } from './editor/commands';
import { registerContextKeys } from './editor/contextKeys';
import { registerDecorations } from './editor/decorations';
import { followDocuments } from './editor/documents';
import { extensionFiles } from './editor/files';
import { registerHover } from './editor/hover';
import { registerLevels } from './editor/levels';
import { createLog } from './editor/log';
import { registerNavigation } from './editor/navigation';
import { settings } from './editor/settings';
import { registerStatusBar } from './editor/statusBar';
import { Switches } from './editor/switches';
import { registerTree } from './editor/tree';
import { startWorker } from '#platform';

export function activate(context: vscode.ExtensionContext): SourcelightApi {
  const { extensionUri, workspaceState } = context;
  const log = createLog();
  const switches = new Switches(workspaceState);
  const files = extensionFiles(extensionUri);
  const client = new AnalysisClient({
    startWorker: () => startWorker(files),
    readWeights: () => files.read(WEIGHTS_FILE),
    clock: systemClock,
    log,
  });
  const articles = new Articles({
    client,
    pause: settings.pauseAfterEdit,
    level: settings.level,
    clock: systemClock,
    log,
  });
  const active = new ActiveArticle(articles, switches);
  context.subscriptions.push(
    log,
    switches,
    client,
    articles,
    active,
    followDocuments(articles, switches),
    registerDecorations(articles),
    registerHover(articles),
    registerTree(active, workspaceState),
    registerStatusBar(active, client),
    registerLevels(articles),
    registerNavigation(articles),
    registerContextKeys(active),
    registerCommands({ active, articles, client, log, switches }),
  );
  return createApi(articles, switches);
}
