import * as vscode from 'vscode';
import type { Span } from '../analysis/contract';
import type { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import { extentOf } from '../articles/spans';
import { rangeOf } from './analysed';

/** Command with the arguments `(article's key, attribution's id)`. */
export const SHOW_CLAIM = 'sourcelight.showClaim';
/** Command with the arguments `(article's key, actor's id)`. */
export const SHOW_ACTOR = 'sourcelight.showActor';

/** Lets links in cards and items of the tree show a claim, or an actor's first mention, in its article. */
export function registerNavigation(articles: Articles): vscode.Disposable {
  const register = (command: string, find: (article: Article, id: string) => readonly Span[] | undefined) =>
    vscode.commands.registerCommand(command, async (key: unknown, id: unknown) => {
      if (typeof key !== 'string' || typeof id !== 'string') return;
      const state = articles.state(key);
      const spans = state?.kind === 'analysed' ? find(state.article, id) : undefined;
      if (spans?.length) await showSpans(vscode.Uri.parse(key, true), spans);
    });
  return vscode.Disposable.from(
    register(SHOW_CLAIM, (article, id) => article.attribution(id)?.content),
    register(SHOW_ACTOR, (article, id) => article.actor(id)?.mentions[0]?.span),
  );
}

/** Selects a finding in its article, in the editor that shows it already, if one does. */
export async function showSpans(uri: vscode.Uri, spans: readonly Span[]): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const document = visible?.document ?? (await vscode.workspace.openTextDocument(uri));
  await vscode.window.showTextDocument(document, {
    ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
    selection: rangeOf(document, extentOf(spans)),
  });
}
