import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Articles } from '../../articles/articles';
import { actorAt } from '../../articles/mentions';
import { extentOf } from '../../articles/spans';
import { rangeOf } from '../analysed';
import { registerAtCursor } from '../cursor';
import { tell } from '../telling';

/** Shows, within the text, what the actor at the cursor claims in the whole article. */
export function registerPeekClaims(articles: Articles): vscode.Disposable {
  return registerAtCursor(articles, 'sourcelight.peekClaims', async ({ article, editor, offset }) => {
    const actor = actorAt(article, offset);
    if (!actor) {
      tell(l10n.t('There is no actor at the cursor.'));
      return;
    }
    const { document, selection } = editor;
    const claims = [...article.claimsOf(actor.id), ...article.passedOnBy(actor.id)];
    if (claims.length === 0) {
      tell(l10n.t('{0} claims nothing in this article.', actor.name));
      return;
    }
    await vscode.commands.executeCommand(
      'editor.action.peekLocations',
      document.uri,
      selection.active,
      claims.map(claim => new vscode.Location(document.uri, rangeOf(document, extentOf(claim.content)))),
      'peek',
    );
  });
}
