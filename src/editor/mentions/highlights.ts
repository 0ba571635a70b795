import * as vscode from 'vscode';
import type { Articles } from '../../articles/articles';
import { mentionAt, referencesTo } from '../../articles/mentions';
import { rangeOf, registerWhereAnalysed } from '../analysed';
import { keyOf } from '../documents';

/** Highlights every mention of the actor at the cursor; elsewhere VS Code goes on to highlight equal words. */
export function registerHighlights(articles: Articles): vscode.Disposable {
  const provider: vscode.DocumentHighlightProvider = {
    provideDocumentHighlights(document, position) {
      const state = articles.state(keyOf(document));
      if (state?.kind !== 'analysed' || !state.current) return null;
      const found = mentionAt(state.article, document.offsetAt(position));
      if (!found) return null;
      return referencesTo(found.actor).map(
        span => new vscode.DocumentHighlight(rangeOf(document, span), vscode.DocumentHighlightKind.Read),
      );
    },
  };
  return registerWhereAnalysed(articles, documents =>
    vscode.languages.registerDocumentHighlightProvider(documents, provider),
  );
}
