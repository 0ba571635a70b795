import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import type { AnalysisClient } from '../../articles/client';
import type { Decision } from '../../articles/decisions/decision';
import type { DecisionStore } from '../../articles/decisions/store';
import { reasonOf } from '../../articles/errors';
import { noReport, reportFile, reportTab, type Report } from '../../export/report/page';
import type { ActiveArticle } from '../activeArticle';
import { currentArticle } from '../analysed';
import { articleDocument, documentOf, fileNameOf, keyOf } from '../documents';
import { showSpans } from '../navigation';
import { openChecks } from '../checks/openChecks';
import { onDidChangeSettings, settings } from '../settings';
import type { Switches } from '../switches';
import { reasonInWords } from '../words';
import { askWhere } from './files';
import { askWhomToHide } from './whomToHide';

/** Type of the tabs; VS Code restores them after a restart by it. */
export const REPORT_VIEW = 'sourcelight.report';

interface ReportContext {
  readonly articles: Articles;
  readonly client: Pick<AnalysisClient, 'report'>;
  readonly decisions: DecisionStore;
  readonly switches: Switches;
}

/** The Sources report: a tab for each article that is asked for, and a file where it is saved. */
export function registerReport(
  context: ReportContext & { readonly active: ActiveArticle },
): vscode.Disposable {
  const { active } = context;
  const reports = new Reports(context);
  return vscode.Disposable.from(
    reports,
    vscode.commands.registerCommand('sourcelight.openReport', async () => {
      if (active.document) await reports.open(active.document);
    }),
    vscode.commands.registerCommand('sourcelight.saveReport', async () => {
      const key = reports.activeKey ?? (active.document && keyOf(active.document));
      if (key !== undefined) await reports.save(key);
    }),
    vscode.window.registerWebviewPanelSerializer(REPORT_VIEW, {
      deserializeWebviewPanel: (panel, state) => reports.restore(panel, state),
    }),
  );
}

class Reports implements vscode.Disposable {
  readonly #tabs = new Map<string, ReportTab>();
  readonly #subscriptions: vscode.Disposable;

  constructor(private readonly context: ReportContext) {
    this.#subscriptions = vscode.Disposable.from(
      context.articles.onDidChange(key => void this.#tabs.get(key)?.update()),
      onDidChangeSettings(['checks.profile', 'checks.severity'], () => {
        for (const tab of this.#tabs.values()) void tab.update();
      }),
    );
  }

  /** Key of the article whose report is the active tab. */
  get activeKey(): string | undefined {
    return [...this.#tabs.values()].find(({ panel }) => panel.active)?.key;
  }

  async open(document: vscode.TextDocument): Promise<void> {
    const key = keyOf(document);
    const tab = this.#tabs.get(key);
    if (tab) {
      tab.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(REPORT_VIEW, '', vscode.ViewColumn.Beside, {
      ...tabOptions,
      enableFindWidget: true,
    });
    await this.#add(panel, key, document);
  }

  /** @param state what the page remembered; nothing is taken for granted of it */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const key = keyIn(state);
    if (key === undefined || this.#tabs.has(key)) {
      panel.dispose();
      return;
    }
    panel.webview.options = tabOptions;
    let document: vscode.TextDocument | undefined;
    try {
      document = await vscode.workspace.openTextDocument(vscode.Uri.parse(key, true));
    } catch {
      // It is gone, or cannot be read: the tab says so.
    }
    await this.#add(panel, key, document);
  }

  async save(key: string): Promise<void> {
    const { articles, decisions } = this.context;
    const uri = vscode.Uri.parse(key, true);
    const document = documentOf(key);
    const article = document && (await currentArticle(articles, document));
    if (!article) {
      void vscode.window.showInformationMessage(l10n.t('There is no analysis to report on yet.'));
      return;
    }
    const title = l10n.t('Save Report as HTML');
    const hidden = await askWhomToHide(article, title);
    const target = hidden && (await askWhere(uri, 'sources.html', { filters: { HTML: ['html'] }, title }));
    if (!target) return;
    try {
      const report = await this.#report(key, article, hidden, decisions.of(key));
      if (!report) throw new Error(l10n.t('The article was analyzed anew meanwhile. Save it again.'));
      const page = reportFile(report, vscode.env.language, nonce());
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page));
    } catch (error) {
      void vscode.window.showErrorMessage(l10n.t('The report cannot be saved: {0}', reasonOf(error)));
      return;
    }
    await offerToOpen(target);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const { panel } of this.#tabs.values()) panel.dispose();
  }

  async #add(
    panel: vscode.WebviewPanel,
    key: string,
    document: vscode.TextDocument | undefined,
  ): Promise<void> {
    const { articles, switches } = this.context;
    const tab = new ReportTab(panel, key, articles, article => this.#report(key, article, [], []));
    this.#tabs.set(key, tab);
    panel.onDidDispose(() => {
      this.#tabs.delete(key);
      tab.dispose();
    });
    // An article without an editor is followed for its report.
    if (document && switches.concerns(document)) articles.open(articleDocument(document, switches));
    await tab.update();
  }

  /**
   * Has the worker make a report, which takes too long for the editor's thread.
   *
   * @param hidden ids of the actors that are not to be named
   * @param withheld the private ones among these decisions are left out
   * @returns null where another analysis of the article is on its way
   */
  async #report(
    key: string,
    article: Article,
    hidden: readonly string[],
    withheld: readonly Decision[],
  ): Promise<Report | null> {
    const { articles, client } = this.context;
    const document = documentOf(key);
    const report = await client.report(key, article.kept, {
      level: article.level,
      checks: settings.checks(document ?? vscode.Uri.parse(key, true)),
      withheld: withheld.filter(decision => decision.private),
      hidden,
      language: vscode.env.language,
      sentences: l10n.bundle ?? {},
    });
    // Where no newer analysis comes by itself, the worker was started again and has none.
    if (!report && document && (await currentArticle(articles, document)) === article) {
      articles.reconsider(key);
    }
    return report;
  }
}

const tabOptions = { enableScripts: true, localResourceRoots: [] };

/** One tab. The page is loaded once, and again when its tab was hidden; whatever changes is sent to it. */
export class ReportTab implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  #report: Report | undefined;
  /** What the page has when it is loaded. */
  #loaded: Report | undefined;
  /** What it has now: what it was loaded with, or what it was sent since. */
  #shown: Report | undefined;
  #isStale = false;
  #isUpdating = false;
  #isDisposed = false;

  /** @param reportOn gives null where another analysis is on its way */
  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly key: string,
    private readonly articles: Pick<Articles, 'state'>,
    private readonly reportOn: (article: Article) => Promise<Report | null>,
  ) {
    panel.title = l10n.t('Sources: {0}', fileNameOf(vscode.Uri.parse(key)));
    this.#subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible) void this.#updateStale();
        else void this.#show();
      }),
    );
  }

  async update(): Promise<void> {
    this.#isStale = true;
    await this.#updateStale();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#subscriptions.dispose();
  }

  /** One report at a time, and none that nobody sees: what has changed meanwhile is in the next one. */
  async #updateStale(): Promise<void> {
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    try {
      while (this.#isStale && !this.#isDisposed && this.panel.visible) {
        this.#isStale = false;
        this.#report = (await this.#newReport()) ?? this.#report;
        await this.#show();
      }
    } finally {
      this.#isUpdating = false;
    }
  }

  /** Undefined where the last one stays. */
  async #newReport(): Promise<Report | undefined> {
    const state = this.articles.state(this.key);
    if (state?.kind === 'analysed' && state.current) {
      try {
        const report = await this.reportOn(state.article);
        if (report) return report;
      } catch (error) {
        return noReport(l10n.t('The report cannot be made: {0}', reasonOf(error)), wording());
      }
    } else if (state?.kind === 'leftAlone') {
      return noReport(reasonInWords(state.reason, state.language), wording());
    } else if (state?.kind === 'failed') {
      return noReport(l10n.t('The analysis of this article failed.'), wording());
    }
    // The last report of an article that was closed stays, and so does one that the next one follows.
    if (this.#report) return undefined;
    return noReport(
      state ? l10n.t('The article is being analyzed.') : l10n.t('The article cannot be opened.'),
      wording(),
    );
  }

  /** A page on display changes in place, without a flicker; a hidden one is loaded anew when it is shown. */
  async #show(): Promise<void> {
    const report = this.#report;
    if (this.#isDisposed || !report) return;
    const { webview, visible } = this.panel;
    const changesInPlace = this.#loaded !== undefined && visible;
    if (report.body === (changesInPlace ? this.#shown : this.#loaded)?.body) return;
    this.#shown = report;
    if (changesInPlace) {
      await webview.postMessage({ type: 'report', body: report.body });
      return;
    }
    this.#loaded = report;
    webview.html = reportTab(report, vscode.env.language, nonce(), this.key);
  }

  async #receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    if (message.type === 'ready') {
      this.#shown = this.#loaded;
      await this.#show();
    } else if (message.type === 'jump' && 'to' in message && typeof message.to === 'string') {
      await this.#jump(message.to);
    }
  }

  /** @param to `claim-` and the id of an attribution, or `check-` and a number */
  async #jump(to: string): Promise<void> {
    const state = this.articles.state(this.key);
    if (state?.kind !== 'analysed') return;
    const { article } = state;
    const [, kind, id = ''] = /^(claim|check)-(\w+)$/.exec(to) ?? [];
    const document = documentOf(this.key);
    const spans =
      kind === 'claim'
        ? article.attribution(id)?.content
        : kind === 'check' && document
          ? openChecks(article, document)
              .slice(Number(id) - 1)
              .slice(0, 1)
              .map(({ span }) => span)
          : undefined;
    if (spans?.length) await showSpans(vscode.Uri.parse(this.key, true), spans);
  }
}

async function offerToOpen(uri: vscode.Uri): Promise<void> {
  const open = l10n.t('Open in Browser');
  const canOpen = uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  const chosen = await vscode.window.showInformationMessage(
    l10n.t('The report was saved as {0}.', fileNameOf(uri)),
    ...(canOpen ? [open] : []),
  );
  if (chosen === open) await vscode.env.openExternal(uri);
}

function wording(): { readonly l10n: typeof l10n; readonly language: string } {
  return { l10n, language: vscode.env.language };
}

function nonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function keyIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('key' in state)) return undefined;
  return typeof state.key === 'string' ? state.key : undefined;
}
