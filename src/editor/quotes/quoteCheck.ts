import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import { reasonOf } from '../../articles/errors';
import { checkQuotes, quotesOf, sideBySide, type QuoteResult } from '../../articles/quoteCheck';
import type { ActiveArticle } from '../activeArticle';
import { rangeOf } from '../analysed';
import { fileNameOf, keyOf } from '../documents';
import { showSpans } from '../navigation';
import { pauses } from '../pauses';
import { QUOTE_SCHEME } from './quoteScheme';
import { SHOW_QUOTE } from '../tree/treeItems';
import type { CheckedQuote, QuoteNode, QuotesNode } from '../tree/treeModel';

/** Command with the arguments `(article's key, file's URI)`; without them, of the active article and a file to choose. */
const CHECK_QUOTES = 'sourcelight.checkQuotes';

interface Against {
  readonly file: vscode.Uri;
  readonly fileName: string;
  /** By the quote's words, so that they hold wherever an edit moves it. */
  readonly results: Map<string, QuoteResult>;
}

/** The quotes of articles, as files have them that the user named; kept until the window is closed. */
export class QuoteChecks implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #checked = new Map<string, Against>();
  readonly #active: ActiveArticle;
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(active: ActiveArticle) {
    this.#active = active;
    this.#subscriptions = vscode.Disposable.from(
      active.articles.onDidChange(key => {
        const against = this.#checked.get(key);
        // Where the file is gone by now, what was found stays.
        if (against) this.#check(key, against).catch(() => undefined);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        for (const [key, { file }] of this.#checked) {
          if (file.toString() === uri.toString()) void this.against(key, file);
        }
      }),
      vscode.workspace.registerTextDocumentContentProvider(QUOTE_SCHEME, { provideTextDocumentContent }),
      vscode.commands.registerCommand(CHECK_QUOTES, (key: unknown, file: unknown) =>
        typeof key === 'string' && typeof file === 'string'
          ? this.against(key, vscode.Uri.parse(file, true))
          : this.#ask(),
      ),
      vscode.commands.registerCommand('sourcelight.closeQuoteCheck', ({ key }: QuotesNode) => {
        this.#checked.delete(key);
        this.#changed.fire();
      }),
      vscode.commands.registerCommand(SHOW_QUOTE, (node: QuoteNode) => this.#show(node)),
      vscode.commands.registerCommand('sourcelight.showQuoteInFile', (node: QuoteNode) =>
        this.#showInFile(node),
      ),
    );
  }

  /** In the order of the text; null where they were not checked. */
  of(key: string): { readonly fileName: string; readonly checked: readonly CheckedQuote[] } | null {
    const against = this.#checked.get(key);
    const article = this.#article(key);
    if (!against || !article) return null;
    const checked = quotesOf(article).flatMap(quote => {
      const result = against.results.get(quote.words);
      return result ? [{ ...quote, result }] : [];
    });
    return { fileName: against.fileName, checked };
  }

  /** Checks every quote of an article against a file. */
  async against(key: string, file: vscode.Uri): Promise<void> {
    const against: Against = { file, fileName: fileNameOf(file), results: new Map() };
    this.#checked.set(key, against);
    const view = { viewId: 'sourcelight.whoSaidWhat' };
    try {
      await vscode.window.withProgress({ location: view }, () => this.#check(key, against));
    } catch (error) {
      if (this.#checked.get(key) !== against) return;
      this.#checked.delete(key);
      void vscode.window.showErrorMessage(
        l10n.t('“{0}” cannot be read: {1}', fileNameOf(file), reasonOf(error)),
      );
    }
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  /** Those that have not been checked yet; stops where the check is closed, or another file named. */
  async #check(key: string, against: Against): Promise<void> {
    const article = this.#article(key);
    const quotes = new Set(article && quotesOf(article).map(({ words }) => words));
    const unchecked = [...quotes].filter(words => !against.results.has(words));
    if (unchecked.length === 0) return;
    const text = (await vscode.workspace.openTextDocument(against.file)).getText();
    const pause = pauses();
    let nth = 0;
    for (const result of checkQuotes(unchecked, text)) {
      if (this.#checked.get(key) !== against) return;
      const words = unchecked[nth];
      if (result && words !== undefined) {
        against.results.set(words, result);
        nth++;
      }
      if (pause.isDue) await pause.now();
    }
    this.#changed.fire();
  }

  async #ask(): Promise<void> {
    const { document, state } = this.#active;
    if (!document || state?.kind !== 'analysed') {
      void vscode.window.showInformationMessage(l10n.t('Open an article to check its quotes.'));
      return;
    }
    if (quotesOf(state.article).length === 0) {
      void vscode.window.showInformationMessage(l10n.t('There are no quotes in this article.'));
      return;
    }
    const file = await askForFile(document);
    if (!file) return;
    await this.against(keyOf(document), file);
    await vscode.commands.executeCommand('sourcelight.whoSaidWhat.focus');
  }

  async #show(node: QuoteNode): Promise<void> {
    const { key, parent, quote } = node;
    await showSpans(vscode.Uri.parse(key, true), [quote.span]);
    if (quote.result.verdict === 'exact') await this.#showInFile(node);
    if (quote.result.verdict !== 'near') return;
    const sides = sideBySide(quote.result.changes);
    // Beside the article, which stays the active one.
    await vscode.commands.executeCommand(
      'vscode.diff',
      contentUri(parent.fileName, sides.file),
      contentUri(l10n.t('quote'), sides.quote),
      l10n.t('{0} ↔ quote', parent.fileName),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true },
    );
  }

  async #showInFile({ key, quote }: QuoteNode): Promise<void> {
    const against = this.#checked.get(key);
    const { span } = quote.result;
    if (!against || !span) return;
    const document = await vscode.workspace.openTextDocument(against.file);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      selection: rangeOf(document, span),
    });
  }

  #article(key: string): Article | undefined {
    const state = this.#active.articles.state(key);
    return state?.kind === 'analysed' ? state.article : undefined;
  }
}

/** One of the other open files, or any. */
async function askForFile(article: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const schemes = [article.uri.scheme, 'file', 'untitled'];
  const open = vscode.workspace.textDocuments.filter(
    document => document !== article && schemes.includes(document.uri.scheme),
  );
  const browse = { label: l10n.t('$(folder-opened) Choose a File…'), uri: null };
  const picked = await vscode.window.showQuickPick(
    [
      ...open.map(({ uri }) => ({
        label: fileNameOf(uri),
        description: vscode.workspace.asRelativePath(uri),
        uri,
      })),
      browse,
    ],
    {
      title: l10n.t('Check Quotes Against a File'),
      placeHolder: l10n.t('A transcript, notes or another article'),
    },
  );
  if (!picked) return undefined;
  if (picked.uri) return picked.uri;
  const [chosen] =
    (await vscode.window.showOpenDialog({ title: l10n.t('Check Quotes Against a File') })) ?? [];
  return chosen;
}

/** What a document shows is in its address: nothing needs to be kept, or to be restored after a reload. */
function contentUri(name: string, content: string): vscode.Uri {
  return vscode.Uri.from({ scheme: QUOTE_SCHEME, path: `/${name}`, query: content });
}

function provideTextDocumentContent({ query }: vscode.Uri): string {
  return query;
}
