import * as vscode from 'vscode';
import type { Articles } from '../../articles/articles';
import { definitionOf, mentionAt } from '../../articles/mentions';
import { currentArticle, rangeOf, registerWhereAnalysed } from '../analysed';

/** Leads from any mention of an actor, a pronoun too, to where the actor is introduced; from there VS Code shows the references. */
export function registerDefinition(articles: Articles): vscode.Disposable {
  const provider: vscode.DefinitionProvider = {
    async provideDefinition(document, position) {
      const article = await currentArticle(articles, document);
      const found = article && mentionAt(article, document.offsetAt(position));
      const definition = found && definitionOf(article, found.actor);
      if (!definition) return null;
      return [
        {
          originSelectionRange: rangeOf(document, found.span),
          targetUri: document.uri,
          targetRange: rangeOf(document, definition),
        },
      ];
    },
  };
  return registerWhereAnalysed(articles, documents =>
    vscode.languages.registerDefinitionProvider(documents, provider),
  );
}
