import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import { mentionAt, type FoundMention } from '../../articles/mentions';
import { hasName, renameActor } from '../../articles/rename';
import { currentArticle, rangeOf, registerWhereAnalysed } from '../analysed';
import { shortened } from '../words';

const NAME_LENGTH = 60;

/** Spells a source's name otherwise throughout the article. What is not certain is left to the preview, unticked. */
export function registerRename(articles: Articles): vscode.Disposable {
  const provider: vscode.RenameProvider = {
    async prepareRename(document, position) {
      const { found } = await namedAt(articles, document, position);
      return { range: rangeOf(document, found.span), placeholder: found.actor.name };
    },
    async provideRenameEdits(document, position, name) {
      const { article, found } = await namedAt(articles, document, position);
      const [certain, uncertain]: vscode.WorkspaceEditEntryMetadata[] = [
        {
          label: l10n.t('Mentions of {0}', shortened(found.actor.name, NAME_LENGTH)),
          needsConfirmation: false,
        },
        { label: l10n.t('The same words elsewhere'), needsConfirmation: true },
      ];
      const edit = new vscode.WorkspaceEdit();
      for (const change of renameActor(article, found.actor, name)) {
        const range = rangeOf(document, change);
        edit.replace(document.uri, range, change.text, change.certain ? certain : uncertain);
      }
      return edit;
    },
  };
  return registerWhereAnalysed(articles, documents =>
    vscode.languages.registerRenameProvider(documents, provider),
  );
}

/** @throws what VS Code tells the user where there is no name to change */
async function namedAt(
  articles: Articles,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ article: Article; found: FoundMention }> {
  const article = await currentArticle(articles, document);
  const found = article && mentionAt(article, document.offsetAt(position));
  if (!found) throw new Error(l10n.t('Nobody is mentioned here.'));
  if (hasName(found.actor)) return { article, found };
  const name = shortened(found.actor.name, NAME_LENGTH);
  throw new Error(l10n.t('“{0}” is a description: only a name can be spelled otherwise throughout.', name));
}
