import * as vscode from 'vscode';
import type { Articles } from '../../articles/articles';
import { definitionOf, mentionAt, referencesTo } from '../../articles/mentions';
import { currentArticle, rangeOf, registerWhereAnalysed } from '../analysed';

/** Finds every mention of the actor that is mentioned at a place. */
export function registerReferences(articles: Articles): vscode.Disposable {
  const provider: vscode.ReferenceProvider = {
    async provideReferences(document, position, { includeDeclaration }) {
      const article = await currentArticle(articles, document);
      const found = article && mentionAt(article, document.offsetAt(position));
      if (!found) return null;
      const definition = definitionOf(article, found.actor);
      return referencesTo(found.actor)
        .filter(({ start }) => includeDeclaration || start !== definition?.start)
        .map(span => new vscode.Location(document.uri, rangeOf(document, span)));
    },
  };
  return registerWhereAnalysed(articles, documents =>
    vscode.languages.registerReferenceProvider(documents, provider),
  );
}
