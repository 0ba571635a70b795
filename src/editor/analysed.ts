import * as vscode from 'vscode';
import type { Span } from '../analysis/contract';
import type { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import type { Event } from '../articles/events';
import { documentOf, keyOf } from './documents';

/**
 * Registers providers for the documents that are analysed, and for no others: a file that is left alone keeps its menus
 * and keys as they are.
 *
 * @param anew whether to register anew with each new analysis, for what VS Code would ask only after an edit
 * @param also tells the keys of articles for which to register anew at other times
 */
export function registerWhereAnalysed(
  articles: Articles,
  register: (documents: readonly vscode.DocumentFilter[]) => vscode.Disposable,
  { anew = false, also }: { readonly anew?: boolean; readonly also?: Event<string> } = {},
): vscode.Disposable {
  const analysed = new Map<string, vscode.DocumentFilter>();
  let registration: vscode.Disposable | undefined;
  const update = (key: string) => {
    const document = documentOf(key);
    const filter =
      document && articles.state(key)?.kind === 'analysed'
        ? // A pattern that is the very path matches it, whatever characters are in it.
          { language: document.languageId, scheme: document.uri.scheme, pattern: document.uri.fsPath }
        : undefined;
    if (!anew && filter?.language === analysed.get(key)?.language) return;
    if (filter) analysed.set(key, filter);
    else if (!analysed.delete(key)) return;
    registration?.dispose();
    registration = analysed.size > 0 ? register([...analysed.values()]) : undefined;
  };
  const listening = vscode.Disposable.from(articles.onDidChange(update), ...(also ? [also(update)] : []));
  return new vscode.Disposable(() => {
    listening.dispose();
    registration?.dispose();
  });
}

/** The article as the document is now: waits for the analysis where a person asked for something; none where there is none. */
export async function currentArticle(
  articles: Articles,
  document: vscode.TextDocument,
): Promise<Article | undefined> {
  const state = await articles.settled(keyOf(document));
  return state?.kind === 'analysed' && state.current ? state.article : undefined;
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
