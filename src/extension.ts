import * as vscode from 'vscode';
import { Articles } from './articles/articles';
import { AnalysisClient } from './articles/client';
import { systemClock } from './articles/host';
import { WEIGHTS_FILE } from './articles/weights';
import { ActiveArticle } from './editor/activeArticle';
import { registerAllArticles } from './editor/allArticles';
import { registerAnatomy } from './editor/anatomy';
import { archiveHost } from './editor/archiveHost';
import { createApi, type SourcelightApi } from './editor/api';
import { registerCheckCommands } from './editor/checkCommands';
import { CheckDocs } from './editor/checkDocs';
import { registerChecksTree } from './editor/checksTree';
import { registerCommands } from './editor/commands';
import { registerConfidential } from './editor/confidential';
import { registerContextKeys } from './editor/contextKeys';
import { registerCorrectionMenus } from './editor/correctionMenus';
import { registerCorrections } from './editor/corrections';
import { Decider } from './editor/decide';
import { registerCopyClaim } from './editor/copyClaim';
import { DecisionFiles } from './editor/decisionFiles';
import { registerDecorations } from './editor/decorations';
import { registerDefinition } from './editor/definition';
import { registerDiagnostics } from './editor/diagnostics';
import { followDocuments } from './editor/documents';
import { registerExports } from './editor/exports';
import { extensionFiles } from './editor/files';
import { registerHighlights } from './editor/highlights';
import { registerHover } from './editor/hover';
import { registerLanguageModelTools } from './editor/languageModelTools';
import { registerAnnotationImport } from './editor/importAnnotations';
import { registerInlayHints } from './editor/inlayHints';
import { registerLevels } from './editor/levels';
import { createLog } from './editor/log';
import { registerNavigation } from './editor/navigation';
import { registerOutline } from './editor/outline';
import { registerPeekClaims } from './editor/peekClaims';
import { registerQuickFixes } from './editor/quickFixes';
import { QuoteChecks } from './editor/quoteCheck';
import { registerReferences } from './editor/references';
import { registerRename } from './editor/rename';
import { registerSample } from './editor/sample';
import { registerReport } from './editor/report';
import { settings } from './editor/settings';
import { registerStatusBar } from './editor/statusBar';
import { registerSteps } from './editor/steps';
import { Switches } from './editor/switches';
import { registerTree } from './editor/tree';
import { registerVerification } from './editor/verification';
import { WordLists } from './editor/wordLists';
import { startWorker, WORKER_FILE } from '#platform';

export function activate(context: vscode.ExtensionContext): SourcelightApi {
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
    followDocuments(articles, switches),
    registerDecorations(articles),
    registerHover(articles),
    registerAnatomy(articles),
    quotes,
    registerTree({ active, decisions, quotes, workspaceState }),
    registerChecksTree(active, decisions, workspaceState),
    registerStatusBar(active, client),
    registerLevels(articles),
    registerLanguageModelTools({ active, articles, client, switches }),
    registerDiagnostics(articles, docs),
    registerQuickFixes(articles),
    registerCheckCommands({ active, decisions, docs }),
    registerCorrections(corrections),
    registerVerification(corrections),
    registerConfidential(corrections),
    registerCorrectionMenus(articles, decisions),
    registerNavigation(articles),
    registerDefinition(articles),
    registerReferences(articles),
    registerHighlights(articles),
    registerRename(articles),
    registerOutline(articles),
    registerInlayHints(articles),
    registerSteps(articles),
    registerPeekClaims(articles),
    registerCopyClaim(articles),
    registerContextKeys(active),
    registerReport({ active, articles, switches }),
    registerExports(active, decisions),
    registerAnnotationImport(active, decisions),
    registerCommands({ active, articles, client, log, switches }),
    registerSample(files),
    registerAllArticles(archiveHost({ context, files, log, newClient, words, workerFile: WORKER_FILE })),
  );
  return createApi(articles, switches);
}
