import * as vscode from 'vscode';
import { Articles } from './articles/articles';
import { AnalysisClient } from './articles/client';
import { systemClock } from './articles/host';
import { WEIGHTS_FILE } from './articles/weights';
import { nextTurn } from './articles/yielding';
import { ActiveArticle } from './editor/activeArticle';
import { registerAllArticles } from './editor/archive/allArticles';
import { registerAnatomy } from './editor/anatomy';
import { archiveHost } from './editor/archive/archiveHost';
import { createApi, type SourcelightApi } from './editor/api';
import { registerCheckCommands } from './editor/checks/checkCommands';
import { CheckDocs } from './editor/checks/checkDocs';
import { registerChecksTree } from './editor/checks/checksTree';
import { registerCommands } from './editor/commands';
import { registerConfidential } from './editor/decisions/confidential';
import { registerContextKeys } from './editor/contextKeys';
import { registerCorrectionMenus } from './editor/decisions/correctionMenus';
import { registerCorrections } from './editor/decisions/corrections';
import { Decider } from './editor/decisions/decide';
import { registerCopyClaim } from './editor/mentions/copyClaim';
import { DecisionFiles } from './editor/decisions/decisionFiles';
import { registerDecorations } from './editor/decorations';
import { registerDefinition } from './editor/mentions/definition';
import { registerDiagnostics } from './editor/checks/diagnostics';
import { followDocuments } from './editor/documents';
import { registerExports } from './editor/exports/exports';
import { extensionFiles } from './editor/files';
import { registerHighlights } from './editor/mentions/highlights';
import { registerHover } from './editor/hover';
import { registerLanguageModelTools } from './editor/languageModelTools';
import { registerAnnotationImport } from './editor/exports/importAnnotations';
import { registerInlayHints } from './editor/mentions/inlayHints';
import { registerLevels } from './editor/levels';
import { createLog } from './editor/log';
import { registerNavigation } from './editor/navigation';
import { registerOutline } from './editor/mentions/outline';
import { registerPeekClaims } from './editor/mentions/peekClaims';
import { registerQuickFixes } from './editor/checks/quickFixes';
import { QuoteChecks } from './editor/quotes/quoteCheck';
import { registerReferences } from './editor/mentions/references';
import { registerRename } from './editor/mentions/rename';
import { registerSample } from './editor/sample';
import { registerReport } from './editor/exports/report';
import { settings } from './editor/settings';
import { registerStatusBar } from './editor/statusBar';
import { registerSteps } from './editor/mentions/steps';
import { tellTime } from './editor/timing';
import { Switches } from './editor/switches';
import { registerTree } from './editor/tree/tree';
import { registerVerification } from './editor/decisions/verification';
import { WordLists } from './editor/decisions/wordLists';
import { startWorker, WORKER_FILE } from '#platform';

export async function activate(context: vscode.ExtensionContext): Promise<SourcelightApi> {
  tellTime('activating');
  const { extensionUri, workspaceState } = context;
  const log = createLog();
  const switches = new Switches(workspaceState);
  const files = extensionFiles(extensionUri);
  const newClient = () =>
    new AnalysisClient({
      startWorker: () => startWorker(files),
      readWeights: () => files.read(WEIGHTS_FILE),
      clock: systemClock,
      log,
    });
  const client = newClient();
  const decisions = new DecisionFiles(log, context);
  const words = new WordLists(log);
  const docs = new CheckDocs(files);
  const articles = new Articles({
    client,
    pause: settings.pauseAfterEdit,
    level: settings.level,
    decisions: key => decisions.of(key),
    words: key => words.of(key),
    clock: systemClock,
    log,
  });
  const active = new ActiveArticle(articles, switches);
  const quotes = new QuoteChecks(active);
  const corrections = { active, decisions, decider: new Decider(decisions) };
  context.subscriptions.push(
    log,
    switches,
    client,
    decisions,
    words,
    docs,
    articles,
    active,
    decisions.onDidChange(() => {
      articles.decisionsChanged();
    }),
    words.onDidChange(() => {
      articles.wordsChanged();
    }),
    quotes,
    followDocuments(articles, client, switches),
    registerDecorations(articles),
    registerHover(articles),
    registerAnatomy(articles),
    registerTree({ active, decisions, quotes, workspaceState }),
    registerChecksTree(active, decisions, workspaceState),
    registerStatusBar(active, client),
    registerContextKeys(active),
    registerLevels(articles),
    registerDiagnostics(articles, docs),
    registerQuickFixes(articles),
    registerCorrectionMenus(articles, decisions),
    registerDefinition(articles),
    registerReferences(articles),
    registerHighlights(articles),
    registerRename(articles),
    registerOutline(articles),
    registerInlayHints(articles),
  );
  tellTime('activated');
  // What has to be asked for comes a turn later: before it, the thread serves whoever waits.
  await nextTurn();
  tellTime('activating');
  context.subscriptions.push(
    registerNavigation(articles),
    registerSteps(articles),
    registerPeekClaims(articles),
    registerCopyClaim(articles),
    registerCheckCommands({ ...corrections, docs }),
    registerCorrections(corrections),
    registerVerification(corrections),
    registerConfidential(corrections),
    registerReport({ active, articles, client, decisions, switches }),
    registerExports(active, decisions),
    registerAnnotationImport(corrections),
    registerCommands({ active, articles, client, log, switches }),
    registerSample(files),
    registerLanguageModelTools({ active, articles, client, switches }),
    registerAllArticles(
      archiveHost({ context, files, log, newClient, words, decisions, workerFile: WORKER_FILE }),
    ),
  );
  tellTime('activated');
  return createApi(articles, switches);
}
