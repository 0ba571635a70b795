import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import { confidentialActors } from '../../articles/confidential';
import type { Report } from '../../export/report';
import type { ActiveArticle } from '../activeArticle';
import { articleDocument, keyOf } from '../documents';
import { showSpans } from '../navigation';
import { openChecks } from '../checks/openChecks';
import { onDidChangeSettings } from '../settings';
import type { Switches } from '../switches';
import { reasonInWords } from '../words';

/** Type of the tabs; VS Code restores them after a restart by it. */
export const REPORT_VIEW = 'sourcelight.report';

/** The Sources report: a tab for each article that is asked for, and a file where it is saved. */
export function registerReport(about: {
  readonly active: ActiveArticle;
  readonly articles: Articles;
  readonly switches: Switches;
}): vscode.Disposable {
  const { active } = about;
  const reports = new Reports(about.articles, about.switches);
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

/** Renders lazily: the drawing library is not needed before the first report. */
const renderer = () => import('../../export/report');

class Reports implements vscode.Disposable {
  readonly #tabs = new Map<string, ReportTab>();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    private readonly articles: Articles,
    private readonly switches: Switches,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      articles.onDidChange(key => void this.#tabs.get(key)?.update()),
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
    const state = this.articles.state(key);
    if (state?.kind !== 'analysed') {
      void vscode.window.showInformationMessage(l10n.t('There is no analysis to report on yet.'));
      return;
    }
    const { article } = state;
    const hidden = await askWhomToHide(article);
    if (!hidden) return;
    const uri = await vscode.window.showSaveDialog({
      defaultUri: besides(vscode.Uri.parse(key, true)),
      filters: { HTML: ['html'] },
      title: l10n.t('Save Report as HTML'),
    });
    if (!uri) return;
    try {
      const page = await reportFileOf(article, documentOf(key), hidden);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(page));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(l10n.t('The report cannot be saved: {0}', reason));
      return;
    }
    await offerToOpen(uri);
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
    const tab = new ReportTab(panel, key, this.articles);
    this.#tabs.set(key, tab);
    panel.onDidDispose(() => {
      this.#tabs.delete(key);
      tab.dispose();
    });
    // An article without an editor is followed for its report.
    if (document && this.switches.concerns(document))
      this.articles.open(articleDocument(document, this.switches));
    await tab.update();
  }
}

const tabOptions = { enableScripts: true, localResourceRoots: [] };

/** One tab. The page is loaded once, and again when its tab was hidden; whatever changes is sent to it. */
class ReportTab implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;
  #report: Report | undefined;
  /** What the page has when it is loaded. */
  #loaded: Report | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly key: string,
    private readonly articles: Articles,
  ) {
    const name = vscode.Uri.parse(key).path.split('/').pop() ?? '';
    panel.title = l10n.t('Sources: {0}', name);
    this.#subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) void this.#show();
      }),
    );
  }

  async update(): Promise<void> {
    const { sourcesReport, noReport } = await renderer();
    const state = this.articles.state(this.key);
    const document = documentOf(this.key);
    if (state?.kind === 'analysed') {
      const { article } = state;
      this.#report = sourcesReport(withOpenChecks(article, document), article.text, wording());
    } else if (state?.kind === 'leftAlone') {
      this.#report = noReport(reasonInWords(state.reason, state.language), wording());
    } else if (state?.kind === 'failed') {
      this.#report = noReport(l10n.t('The analysis of this article failed.'), wording());
    } else {
      // The last report of an article that was closed stays.
      this.#report ??= noReport(
        state ? l10n.t('The article is being analyzed.') : l10n.t('The article cannot be opened.'),
        wording(),
      );
    }
    await this.#show();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** A page on display changes in place, without a flicker; a hidden one is loaded anew when it is shown. */
  async #show(): Promise<void> {
    const report = this.#report;
    if (!report || report.body === this.#loaded?.body) return;
    const { webview, visible } = this.panel;
    if (this.#loaded && visible) {
      await webview.postMessage({ type: 'report', body: report.body });
      return;
    }
    this.#loaded = report;
    const { reportTab } = await renderer();
    webview.html = reportTab(report, vscode.env.language, nonce(), this.key);
  }

  async #receive(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    if (message.type === 'ready') await this.#show();
    else if (message.type === 'jump' && 'to' in message && typeof message.to === 'string') {
      await this.#jump(message.to);
    }
  }

  /** @param to `claim-` and the id of an attribution, or `check-` and a number */
  async #jump(to: string): Promise<void> {
    const state = this.articles.state(this.key);
    if (state?.kind !== 'analysed') return;
    const { article } = state;
    const [, kind, id = ''] = /^(claim|check)-(\w+)$/.exec(to) ?? [];
    const spans =
      kind === 'claim'
        ? article.attribution(id)?.content
        : kind === 'check'
          ? withOpenChecks(article, documentOf(this.key))
              .checks.slice(Number(id) - 1)
              .slice(0, 1)
              .map(({ span }) => span)
          : undefined;
    if (spans?.length) await showSpans(vscode.Uri.parse(this.key, true), spans);
  }
}

/**
 * A report as a file.
 *
 * @param hidden ids of the actors that are not to be named
 */
export async function reportFileOf(
  article: Article,
  document: vscode.TextDocument | undefined,
  hidden: readonly string[],
): Promise<string> {
  const { sourcesReport, reportFile } = await renderer();
  const { redact } = await import('../../export/redact');
  const { analysis, text } = redact(withOpenChecks(article, document), article.text, hidden, 'replace');
  return reportFile(sourcesReport(analysis, text, wording()), vscode.env.language, nonce());
}

function withOpenChecks(article: Article, document: vscode.TextDocument | undefined): Article['analysis'] {
  return document ? { ...article.analysis, checks: openChecks(article, document) } : article.analysis;
}

/** Ids of the actors that the report is not to name; undefined where the user thought better of it. */
async function askWhomToHide(article: Article): Promise<string[] | undefined> {
  const confidential = new Set(confidentialActors(article));
  const items = article.sources.map(({ id, name }) => ({
    label: name,
    id,
    picked: confidential.has(id),
    ...(confidential.has(id) ? { description: l10n.t('confidential') } : {}),
  }));
  if (items.length === 0) return [];
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Save Report as HTML'),
    placeHolder: l10n.t('Sources whose names to leave out; none: press Enter'),
  });
  return picked?.map(({ id }) => id);
}

async function offerToOpen(uri: vscode.Uri): Promise<void> {
  const open = l10n.t('Open in Browser');
  const canOpen = uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop;
  const name = uri.path.split('/').pop() ?? '';
  const chosen = await vscode.window.showInformationMessage(
    l10n.t('The report was saved as {0}.', name),
    ...(canOpen ? [open] : []),
  );
  if (chosen === open) await vscode.env.openExternal(uri);
}

/** `harbour-deal-sources.html` beside `harbour-deal.article`. */
function besides(article: vscode.Uri): vscode.Uri {
  const folder =
    article.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(article, '..');
  const name = (article.path.split('/').pop() ?? '').replace(/\.[^.]*$/, '');
  return vscode.Uri.joinPath(folder ?? article, `${name}-sources.html`);
}

function documentOf(key: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(document => keyOf(document) === key);
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
